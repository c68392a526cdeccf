import {findFigures} from '../numbers/figures.ts'
import type {Figure} from '../numbers/quantities.ts'
import {stemsOf} from '../numbers/stems.ts'
import {type Context, isRow, type PageIndex, readContext} from './page-index.ts'

/** A cell that holds a number. */
export interface Cell {
  readonly block: number
  /** In its row, from the left. */
  readonly column: number
  /** Of its column; empty where it has none. */
  readonly head: string
  /** Its first figure, `start` and `end` in the block. */
  readonly figure: Figure
  /** The units and scales that the head of its column names, or else the caption. */
  readonly context: Context
}

/** A row of a table. */
export interface Row {
  readonly block: number
  /** What stands in its first cell. */
  readonly name: string
  readonly cells: readonly Cell[]
}

/** Rows of a page that stand below each other. */
export interface Table {
  readonly rows: readonly Row[]
  readonly heads: readonly string[]
  readonly caption: string
}

/** More rows and columns than that are not looked at. */
const mostRows = 400
const mostCells = 40

const tables = new WeakMap<PageIndex, readonly Table[]>()

/** The tables of a page, read once. */
export function tablesOf(index: PageIndex): readonly Table[] {
  const known = tables.get(index) ?? readTables(index)
  tables.set(index, known)
  return known
}

function readTables(index: PageIndex): Table[] {
  const found: Table[] = []
  let from = 0
  while (from < index.blocks.length) {
    if (!isRow(index.blocks[from] as string)) {
      from++
      continue
    }
    let to = from
    while (to < index.blocks.length && to - from < mostRows && isRow(index.blocks[to] as string)) to++
    found.push(readTable(index, from, to))
    from = to
  }
  return found
}

interface Part {
  readonly text: string
  readonly start: number
}

function partsOf(block: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const text of block.slice(0, 4000).split(' | ').slice(0, mostCells)) {
    parts.push({text, start})
    start += text.length + 3
  }
  return parts
}

function readTable(index: PageIndex, from: number, to: number): Table {
  const caption = index.captionOf(from)
  const first = partsOf(index.blocks[from] as string)
  const isHead = first.every(({text}) =>
    findFigures(text).every(({kind}) => kind === 'year' || kind === 'date')
  )
  const heads = isHead && to - from > 1 ? first.map(({text}) => text) : []
  const rows: Row[] = []
  for (let block = heads.length > 0 ? from + 1 : from; block < to; block++) {
    const parts = partsOf(index.blocks[block] as string)
    const [label] = parts
    if (label === undefined) continue
    const cells: Cell[] = []
    for (const [column, part] of parts.entries()) {
      const cell = column === 0 ? undefined : readCell(part, block, column, heads, parts.length, caption)
      if (cell !== undefined) cells.push(cell)
    }
    rows.push({block, name: headOf(label.text, heads)?.rest ?? label.text, cells})
  }
  return {rows, heads, caption}
}

/** “Share (%): 31”: the heading of a column and what stands in the cell. */
function headOf(text: string, heads: readonly string[]): {head: string; rest: string} | undefined {
  const at = text.indexOf(': ')
  if (at < 0 || at > 80) return undefined
  const head = text.slice(0, at)
  const isKnown = heads.length === 0 || heads.some((one) => one === head || head.endsWith(one))
  return isKnown ? {head, rest: text.slice(at + 2)} : undefined
}

function readCell(
  {text, start}: Part,
  block: number,
  column: number,
  heads: readonly string[],
  width: number,
  caption: string
): Cell | undefined {
  const named = headOf(text, heads)
  const head = named?.head ?? (heads.length === width ? (heads[column] ?? '') : '')
  const rest = named?.rest ?? text
  const [figure] = findFigures(rest)
  if (figure === undefined || figure.readings.length === 0) return undefined
  const from = start + text.length - rest.length
  const own = readContext(head)
  const context = own.units.length > 0 || own.scales.length > 1 ? own : readContext(`${head} \n ${caption}`)
  return {
    block,
    column,
    head,
    figure: {...figure, start: from + figure.start, end: from + figure.end},
    context
  }
}

/** Whether every word of a row's name stands in a text, or its year. */
export function isNamed(name: string, stems: ReadonlySet<string>, years: ReadonlySet<string>): boolean {
  const own = name.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? []
  if (own.length > 0 && !own.every((year) => years.has(year))) return false
  const words = [...stemsOf(name)]
  return words.length + own.length > 0 && words.every((stem) => stems.has(stem))
}

/** The years that a text names. */
export function yearsOf(text: string): Set<string> {
  return new Set(text.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? [])
}
