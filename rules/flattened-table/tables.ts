import type {Document, Range} from '../../src/rule/index.ts'
import {lazy} from '../../src/rule/index.ts'
import {collectRuns, isPlain, type Line, rangeOf} from './lines.ts'

/** A table that lost its form. */
export interface LostTable {
  /** One cell a line; tabs between the cells; bars that Markdown does not take for a table. */
  readonly shape: 'cells' | 'tabs' | 'bars'
  readonly range: Range
  readonly rows: readonly (readonly string[])[]
  /** As a Markdown table, where nothing can be lost. */
  readonly table?: string
}

const fewestRows = 3
const mostColumns = 6
const mostInCell = 40
/** `12`, `$4.99`, `31 %`, `1,204 mm`, `2019-05-03`, `yes`, `✓`. */
const figure = lazy(
  () =>
    /^[~≈<>≤≥]?\s?[$€£¥+−–-]{0,2}\s?\d[\d.,:/\u00A0 –-]{0,16}(?:%|[\p{L}°²³/]{1,9})?$|^(?:yes|no|n\/a|[✓✔✗✘×—–-])$/iu
)

/** Tables among the lines of the running text. */
export function findLostTables(document: Document): LostTable[] {
  return collectRuns(document).flatMap((run) => [
    ...stretches(run, 2, isBarRow, isSameBlock).map((lines) =>
      readRows(document, 'bars', lines, lines.map(barCells))
    ),
    ...stretches(run, fewestRows, (line) => /\S\t/.test(line.text))
      .map((lines) =>
        readRows(
          document,
          'tabs',
          lines,
          lines.map(({text}) => text.split('\t'))
        )
      )
      .filter(({rows}) => rows.every((row) => row.length === rows[0]?.length)),
    ...findCells(run)
  ])
}

/** Lines of a kind that follow each other, at least so many. */
function stretches(
  run: readonly Line[],
  fewest: number,
  fits: (line: Line) => boolean,
  joins: (line: Line, next: Line) => boolean = () => true
): Line[][] {
  const found: Line[][] = []
  let last: Line | undefined
  for (const line of run) {
    const isFit = fits(line)
    if (isFit && last && joins(last, line)) found.at(-1)?.push(line)
    else if (isFit) found.push([line])
    last = isFit ? line : undefined
  }
  return found.filter(({length}) => length >= fewest)
}

/** Two tables stand in paragraphs of their own; in a pasted text every line may be one. */
function isSameBlock(line: Line, next: Line): boolean {
  return line.prose === next.prose || !(line.prose.value + next.prose.value).includes('\n')
}

/** Template tags make tables of their own. */
function isBarRow({text}: Line): boolean {
  return /^\|.*\|/.test(text) && !/\{[%{]|\|\|/.test(text)
}

function barCells({text}: Line): string[] {
  return text.replace(/^\||\|$/g, '').split('|')
}

/** Short, and no sentence. */
function isCell({text}: Line): boolean {
  return text.length <= mostInCell && !/[.!?:;,…]$/.test(text)
}

/** Neighbouring stretches of cells are one table: a long cell stands between them. */
function findCells(run: readonly Line[]): LostTable[] {
  const found: {first: number; last: number}[] = []
  for (const lines of stretches(run, 2 * fewestRows, isCell)) {
    if (!isTable(lines.map(({text}) => figure().test(text)))) continue
    const before = found.at(-1)
    const first = run.indexOf(lines[0] as Line, before?.last)
    const last = first + lines.length - 1
    if (before && first - before.last <= mostColumns) before.last = last
    else found.push({first, last})
  }
  return found.map(({first, last}) => {
    const lines = run.slice(first, last + 1)
    return {shape: 'cells', range: rangeOf(lines), rows: lines.map(({text}) => [text])}
  })
}

/**
 * Cells in rows of equal length, in which one column holds figures and another one words. The first row may be the
 * head, a caption may stand above, and one more line below.
 *
 * @param figures whether each cell is a figure
 */
function isTable(figures: readonly boolean[]): boolean {
  for (let columns = 2; columns <= mostColumns; columns++) {
    for (let skip = 0; skip <= 1; skip++) {
      const rows = Math.floor((figures.length - skip) / columns)
      if (rows < fewestRows || figures.length - skip - rows * columns > 1) continue
      const cell = (row: number, column: number): boolean => figures[skip + row * columns + column] === true
      const kinds = Array.from({length: columns}, (_, column) => kindOf(rows, (row) => cell(row, column)))
      const hasHead = kinds.every((_, column) => !cell(0, column))
      const isEven = kinds.every(
        (kind, column) => kind !== undefined && (hasHead || cell(0, column) === kind)
      )
      if (isEven && kinds.includes(true) && kinds.includes(false)) return true
    }
  }
  return false
}

/** Whether a column is one of figures below its first row; nothing when it is mixed. */
function kindOf(rows: number, cell: (row: number) => boolean): boolean | undefined {
  const kind = cell(1)
  for (let row = 2; row < rows; row++) if (cell(row) !== kind) return undefined
  return kind
}

/** Bars or tabs between the cells: the form is known, and where nothing can be lost, so is the table. */
function readRows(
  {text}: Document,
  shape: LostTable['shape'],
  lines: readonly Line[],
  cells: readonly (readonly string[])[]
): LostTable {
  const rows = cells.map((row) => row.map((cell) => cell.trim()))
  const range = rangeOf(lines)
  const isEven = rows.every((row) => row.length === rows[0]?.length)
  const isWhole = lines.every(isPlain) && text.slice(...range).split(/[\r\n]+\s*/).length === lines.length
  const hasRule = rows.some((row) => row.every((cell) => /^:?-+:?$/.test(cell)))
  return {shape, range, rows, ...(isEven && isWhole && !hasRule ? {table: toMarkdown(rows)} : {})}
}

function toMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}
