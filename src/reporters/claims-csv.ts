import type {ListedSource} from '../lint/claim-sheet.ts'
import {type ClaimReporter, whereOf, wordCheck, wordSource, wordState} from './claims.ts'
import {escapeLine, withoutCommands} from './escape.ts'

const head = [
  'article',
  'title',
  'line',
  'column',
  'kind',
  'confidence %',
  'claim',
  'where its source is',
  'source',
  'address'
]

/** The claim sheets for a spreadsheet: RFC 4180, with the mark by which Excel knows UTF-8. */
export const claimsCsv: ClaimReporter = (sheets, {githubActions}) => {
  const isChecked = sheets.some(({claims}) => claims.some(({source}) => source?.check !== undefined))
  const rows = sheets.flatMap(({path, title = '', claims}) =>
    claims.map((claim) => {
      const {line, column, kind, confidence, text, source} = claim
      const sources = source ? [source, ...(source.also ?? [])] : []
      const words = sources.map(wordSource).join(' · ')
      const urls = sources.flatMap(({url}) => url ?? []).join(' ')
      return [
        path,
        title,
        line,
        column,
        kind,
        Math.round(confidence * 100),
        text,
        whereOf(claim),
        words,
        urls,
        ...(isChecked ? checksOf(sources) : [])
      ]
    })
  )
  const table = [[...head, ...(isChecked ? ['checked', 'what the page says'] : [])], ...rows]
    .map((cells) => `${cells.map(toCell).join(',')}\r\n`)
    .join('')
  return `\uFEFF${githubActions ? withoutCommands(table) : table}`
}

/** Of each source, in their order. */
function checksOf(sources: readonly ListedSource[]): readonly string[] {
  const checks = sources.flatMap(({check}) => check ?? [])
  return [checks.map(wordState).join(' · '), checks.map(wordCheck).join(' · ')]
}

/** What a spreadsheet would run as a formula, also after blanks and in full width. */
const formula = /^\s*[=+\-@＝＋－＠]/

/** Always quoted: where `;` separates cells, a cell with one would fall apart. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = escapeLine(value)
  return `"${formula.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`
}
