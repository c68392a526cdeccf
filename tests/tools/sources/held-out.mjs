/** Short cases of everyday kind, written without a look at the code that judges them. */
import {readFileSync} from 'node:fs'

/**
 * @typedef {object} Case
 * @property {string} statement
 * @property {string} page Blocks with a line end between them.
 * @property {string} [figure]
 * @property {string} [quotation]
 * @property {import('../../../src/sources/model.ts').Verdict} expected
 *
 * @typedef {object} CasesScore
 * @property {number} cases
 * @property {number} right
 * @property {number} precision Of those judged contradicted or absent.
 * @property {number} recall
 * @property {number} falseContradicted
 * @property {(Case & {got: string, closest?: string | undefined})[]} misses
 */

/**
 * @returns {Case[]}
 */
export function readCases() {
  return JSON.parse(readFileSync(new URL('held-out.json', import.meta.url), 'utf8')).cases
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
    return {...one, got: verdict?.verdict ?? 'nothing', closest: verdict?.closest}
  })
  const flagged = judged.filter(({got}) => got === 'contradicted' || got === 'absent')
  const wrong = judged.filter(({expected}) => expected !== 'supported')
  const both = flagged.filter(({expected}) => expected !== 'supported')
  return {
    cases: cases.length,
    right: judged.filter(({expected, got}) => expected === got).length,
    precision: flagged.length === 0 ? 1 : both.length / flagged.length,
    recall: both.length / wrong.length,
    falseContradicted: judged.filter(({expected, got}) => got === 'contradicted' && expected !== got).length,
    misses: judged.filter(({expected, got}) => expected !== got)
  }
}

/**
 * A table of what went wrong, for a terminal.
 *
 * @param {CasesScore} score
 */
export function showCases({cases, right, precision, recall, falseContradicted, misses}) {
  const rows = misses.map(
    ({statement, page, figure, quotation, expected, got, closest}) =>
      `${figure ?? quotation}\n  article: ${statement}\n  page: ${page}\n  expected: ${expected}, got: ${got} ${closest ?? ''}`
  )
  return [
    ...rows,
    `${right} of ${cases} held-out cases judged right; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${falseContradicted} false “contradicted”`
  ].join('\n\n')
}
