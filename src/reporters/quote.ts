import {escapeLine} from './escape.ts'
import type {Source, SourceLine} from './source.ts'
import {columnsOf, graphemesOf} from './wrap.ts'

/** A line of an article, fit for one line of a terminal, with what is marked in it. */
export interface QuotedLine {
  readonly number: number
  readonly text: string
  /** Columns before what is marked. */
  readonly indent: number
  /** Columns of what is marked, at least one. */
  readonly length: number
}

/** What stands before a range that is too long for the line. */
const leastContext = 8
/** A cut word this long at most is dropped, so that the quote starts with a whole one. */
const longestDropped = 12

/**
 * The first and the last line of a range, each cut around what is marked to `width` columns.
 *
 * @param start offset into the text of the source, as is `end`
 */
export function quote(source: Source, start: number, end: number, width: number): readonly QuotedLine[] {
  const {text} = source
  const from = Math.max(source.shift, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  const first = source.lineAt(from)
  if (to <= first.end || from === to) return [quoteLine(text, first, from, to, width)]
  // A range that ends with its line's end does not mark the next line.
  const last = source.lineAt(to - 1)
  const opening = quoteLine(text, first, from, first.end, width)
  if (last.number === first.number) return [opening]
  const blank = /^\s*/.exec(text.slice(last.start, Math.min(last.end, last.start + width)))?.[0].length ?? 0
  return [opening, quoteLine(text, last, last.start + blank, Math.min(to, last.end), width)]
}

interface Cell {
  readonly text: string
  readonly columns: number
  readonly offset: number
}

function quoteLine(text: string, line: SourceLine, from: number, to: number, width: number): QuotedLine {
  // Only what can be shown is looked at: a line may hold a whole book.
  const before = toCells(text, snap(text, Math.max(line.start, from - width)), from)
  const after = toCells(text, from, snap(text, Math.min(line.end, from + width)))
  const marked = Math.min(width, sumOf(after.filter(({offset}) => offset < to)))
  const isCutLeft = from - width > line.start || sumOf(before) + sumOf(after) > width
  const kept = isCutLeft ? keepLeft(before, Math.max(roomLeft(marked, after, width), leastContext)) : before
  const left = kept.length < before.length || from - width > line.start ? '…' : ''
  const indent = sumOf(kept) + left.length
  const shown = takeColumns(after, width - indent)
  const isWhole = shown.length === after.length && line.end <= from + width
  const right = isWhole ? shown : takeColumns(after, width - indent - 1)
  const length = sumOf(right.filter(({offset}) => offset < to))
  return {
    number: line.number,
    text: `${left}${joinOf(kept)}${joinOf(right)}${isWhole ? '' : '…'}`,
    indent,
    length: Math.max(1, length)
  }
}

/** The columns for what stands before: half of what is free, and what the text behind does not need. */
function roomLeft(marked: number, after: readonly Cell[], width: number): number {
  const free = width - marked
  const behind = sumOf(after) - marked
  return Math.max(Math.floor(free / 2), free - behind) - 1
}

/** The last cells that fit, from a whole word on. */
function keepLeft(cells: readonly Cell[], room: number): readonly Cell[] {
  let from = cells.length
  let columns = 0
  while (from > 0) {
    columns += cells[from - 1]?.columns ?? 0
    if (columns > room) break
    from--
  }
  if (from === 0) return cells
  const kept = cells.slice(from)
  if (cells[from - 1]?.text === ' ') return kept
  const blank = kept.findIndex((cell) => cell.text === ' ')
  return blank >= 0 && blank <= longestDropped ? kept.slice(blank + 1) : kept
}

function takeColumns(cells: readonly Cell[], room: number): readonly Cell[] {
  let columns = 0
  const over = cells.findIndex((cell) => {
    columns += cell.columns
    return columns > room
  })
  return over < 0 ? cells : cells.slice(0, over)
}

function toCells(text: string, start: number, end: number): readonly Cell[] {
  const part = text.slice(start, end)
  const isPlain = !part.includes('\t') && escapeLine(part) === part
  let offset = start
  return [...graphemesOf(part)].map(({text: grapheme, columns}) => {
    const at = offset
    offset += grapheme.length
    const shown = isPlain ? grapheme : grapheme === '\t' ? '⇥' : escapeLine(grapheme)
    return {text: shown, columns: shown === grapheme ? columns : columnsOf(shown), offset: at}
  })
}

/** An offset that does not cut a surrogate pair in two. */
function snap(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, {columns}) => sum + columns, 0)
}

function joinOf(cells: readonly Cell[]): string {
  return cells.map(({text}) => text).join('')
}
