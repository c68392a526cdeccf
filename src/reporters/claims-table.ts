import type {ClaimSheet, ListedClaim} from '../lint/claim-sheet.ts'
import {
  type ClaimCounts,
  type ClaimReporter,
  countClaims,
  whereOf,
  wordCheck,
  wordDistance,
  wordSource
} from './claims.ts'
import {escapeLine, withoutCommands} from './escape.ts'
import {wrap} from './wrap.ts'

/** Narrower, and the claims would stand word under word. */
const leastWidth = 50
const usualWidth = 100
/** Nobody types a longer address from paper; JSON and CSV have it whole. */
const longestSource = 300
/** The same for a source that does not cover the claim. */
const longestNearby = 120
/** What the page has of one figure and of another, each with its sentence. */
const longestCheck = 700

/** The claim sheet for people: each claim with a box to tick, its source under it. */
export const claimsTable: ClaimReporter = (sheets, {color = false, githubActions, width = usualWidth}) => {
  const paint = createPaint(color)
  const columns = Math.max(leastWidth, width)
  const parts = sheets.map((sheet) => layOut(sheet, columns, paint))
  const all = countClaims(sheets.flatMap(({claims}) => claims))
  const total = wrap(`${plural(sheets.length, 'article')}, ${wordCounts(all)}`, columns).join('\n')
  const report = [...parts, total].join('\n\n')
  return githubActions ? withoutCommands(report) : report
}

type Paint = (style: 'bold' | 'dim' | 'yellow', text: string) => string

function createPaint(color: boolean): Paint {
  const codes = {bold: [1, 22], dim: [2, 22], yellow: [33, 39]} as const
  return (style, text) => {
    const [on, off] = codes[style]
    return color ? `\u001B[${on}m${text}\u001B[${off}m` : text
  }
}

function layOut(sheet: ClaimSheet, width: number, paint: Paint): string {
  const {path, title, claims, language, hasReferenceList} = sheet
  const isEnglish = /^en(?:-|$)/i.test(language)
  const counts = claims.length > 0 ? wordCounts(countClaims(claims)) : 'no claims found'
  const facts = [
    isEnglish
      ? counts
      : `not read: it is in \`${escapeLine(language)}\`, and claims are found in English only`,
    ...(hasReferenceList ? ['the article lists its sources'] : [])
  ]
  const head = [
    ...wrap(escapeLine(path), width).map((line) => paint('bold', line)),
    ...(title === undefined ? [] : wrap(escapeLine(title), width)),
    ...wrap(facts.join('; '), width)
  ]
  if (claims.length === 0) return head.join('\n')
  const rows = [titles, ...claims.map(toRow)]
  const columns = [0, 1, 2].map((at) =>
    rows.reduce((most, {cells}) => Math.max(most, cells[at]?.length ?? 0), 0)
  )
  const indent = columns.reduce((sum, column) => sum + column + 2, 5)
  const lines = rows.flatMap(({box, cells, claim, sources, isMissing}) => {
    const start = [box, ...cells.map((cell, at) => cell.padEnd(columns[at] as number))].join('  ')
    const [first = '', ...more] = wrap(claim, width - indent)
    const below = ' '.repeat(indent)
    return [
      `${start}  ${first}`,
      ...more.map((line) => below + line),
      ...sources.flatMap((source) =>
        wrap(source, width - indent - 2).map(
          (line, index) => below + (index === 0 ? '→ ' : '  ') + paint(isMissing ? 'yellow' : 'dim', line)
        )
      )
    ]
  })
  return [...head, '', ...lines].join('\n')
}

interface Row {
  /** To tick. */
  readonly box: string
  /** Place, kind and confidence. */
  readonly cells: readonly string[]
  readonly claim: string
  readonly sources: readonly string[]
  readonly isMissing: boolean
}

const titles: Row = {
  box: '   ',
  cells: ['place', 'kind', 'sure'],
  claim: 'claim',
  sources: ['its source'],
  isMissing: false
}

function toRow(claim: ListedClaim): Row {
  const {line, column, kind, confidence, text, source, repeats} = claim
  const percent = `${Math.min(99, Math.round(confidence * 100))}`.padStart(2, '0')
  return {
    box: '[ ]',
    cells: [`${line}:${column}`, kind, `${percent} %`],
    claim: escapeLine(repeats ? `${text} (said again in ${wordLines(repeats)})` : text),
    sources: wordSources(claim).map(escapeLine),
    isMissing: source === undefined || wrong.has(source.check?.state)
  }
}

/** Where a fact checker has to look again. */
const wrong: ReadonlySet<string | undefined> = new Set(['contradicted', 'absent', 'elsewhere', 'dead'])

/** "line 12", "lines 12 and 30" */
function wordLines(places: readonly {readonly line: number}[]): string {
  const lines = [...new Set(places.map(({line}) => line))]
  return `line${lines.length === 1 ? '' : 's'} ${lines.join(' and ')}`
}

/** "in the sentence: https://…", the others of that sentence after it; "none". */
function wordSources(claim: ListedClaim): readonly string[] {
  const {source, nearest} = claim
  if (source) {
    const longest = source.reach === 'section' ? longestNearby : longestSource
    return [source, ...(source.also ?? [])].flatMap((one, index) => {
      const words = shorten(wordSource(one), longest)
      const checked = one.check === undefined ? [] : [shorten(wordCheck(one.check), longestCheck)]
      return [index === 0 ? `${whereOf(claim)}: ${words}` : words, ...checked]
    })
  }
  const near = nearest && wordDistance(nearest)
  if (nearest === undefined || near === undefined) return ['none']
  return [`none; the nearest is ${near}: ${shorten(wordSource(nearest), longestNearby)}`]
}

function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}

function wordCounts({claims, sourced, nearby, unsourced}: ClaimCounts): string {
  const parts = [
    `${sourced} with a source`,
    ...(nearby > 0 ? [`${nearby} with one only nearby`] : []),
    `${unsourced} without`
  ]
  return `${plural(claims, 'claim')}: ${parts.join(', ')}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
