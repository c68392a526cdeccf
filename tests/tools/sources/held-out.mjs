/** Short cases of everyday kind, written without a look at the code that judges them. */
import {readFileSync} from 'node:fs'

/** The files of cases: the second has longer pages, traps, and several cases to a page. */
export const heldOutFiles = ['held-out.json', 'held-out-2.json'].map((name) => new URL(name, import.meta.url))

/**
 * @typedef {import('../../../src/sources/model.ts').Verdict} Verdict
 *
 * @typedef {object} Case
 * @property {string} statement
 * @property {string} page Blocks with a line end between them.
 * @property {string} [figure]
 * @property {string} [quotation]
 * @property {Verdict} expected
 * @property {Verdict[]} [verdicts] Where an editor would hesitate: all that are right.
 * @property {boolean} [trap] A hasty reader would say contradicted, and be wrong.
 * @property {string} [why] What makes it a trap, or an editor hesitate.
 *
 * @typedef {object} CasesScore
 * @property {number} cases
 * @property {number} right
 * @property {number} precision Of those judged contradicted or absent.
 * @property {number} recall
 * @property {number} falseContradicted
 * @property {Record<string, {cases: number, right: number}>} kinds By expected verdict, and traps.
 * @property {(Case & {got: string, closest?: string | undefined})[]} misses
 */

/**
 * @param {URL | string} file Its pages stand in its cases as text, or under `pages` as blocks by the name that cases give.
 * @returns {Case[]}
 */
export function readCases(file = /** @type {URL} */ (heldOutFiles[0])) {
  const {cases, pages = {}} = JSON.parse(readFileSync(file, 'utf8'))
  return cases.map((/** @type {Case} */ one) => ({...one, page: pages[one.page]?.join('\n') ?? one.page}))
}

/**
 * @param {readonly Case[]} cases
 * @param {(statement: import('../../../src/sources/model.ts').Statement, page: import('../../../src/sources/model.ts').Page) => import('../../../src/sources/model.ts').StatementVerdict} judgeStatement
 * @returns {CasesScore}
 */
export function scoreCases(cases, judgeStatement) {
  const judged = cases.map((one) => {
    const part = {text: one.figure ?? one.quotation ?? ''}
    const statement = {
      text: one.statement,
      figures: one.figure === undefined ? [] : [part],
      quotations: one.quotation === undefined ? [] : [part],
      names: []
    }
    const {figures, quotations} = judgeStatement(statement, {blocks: one.page.split('\n')})
    const [verdict] = [...figures, ...quotations]
    const got = verdict?.verdict ?? 'nothing'
    const isRight = (one.verdicts ?? [one.expected]).some((allowed) => allowed === got)
    return {...one, got, isRight, closest: verdict?.closest}
  })
  const flagged = judged.filter(({got}) => got === 'contradicted' || got === 'absent')
  const wrong = judged.filter(({expected}) => expected !== 'supported')
  const both = flagged.filter(({expected}) => expected !== 'supported')
  /** @type {CasesScore['kinds']} */
  const kinds = {}
  for (const {expected, trap, isRight} of judged) {
    const kind = trap ? `trap, ${expected}` : expected
    const {cases: counted, right} = kinds[kind] ?? {cases: 0, right: 0}
    kinds[kind] = {cases: counted + 1, right: isRight ? right + 1 : right}
  }
  return {
    cases: cases.length,
    right: judged.filter(({isRight}) => isRight).length,
    precision: flagged.length === 0 ? 1 : both.length / flagged.length,
    recall: wrong.length === 0 ? 1 : both.length / wrong.length,
    falseContradicted: judged.filter(({got, isRight}) => got === 'contradicted' && !isRight).length,
    kinds,
    misses: judged.filter(({isRight}) => !isRight).map(({isRight: _, ...miss}) => miss)
  }
}

/**
 * A table of what went wrong, for a terminal.
 *
 * @param {CasesScore} score
 */
export function showCases({cases, right, precision, recall, falseContradicted, kinds, misses}) {
  const rows = misses.map(
    ({statement, page, figure, quotation, expected, why, got, closest}) =>
      `${figure ?? quotation}\n  article: ${statement}\n  page: ${page}\n  expected: ${expected}${why === undefined ? '' : ` (${why})`}, got: ${got} ${closest ?? ''}`
  )
  const counts = Object.entries(kinds).map(([kind, count]) => `${kind}: ${count.right} of ${count.cases}`)
  return [
    ...rows,
    counts.join('\n'),
    `${right} of ${cases} held-out cases judged right; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${falseContradicted} false “contradicted”`
  ].join('\n\n')
}
