import type {Page, Statement} from '../model.ts'
import {findFigures} from '../numbers/figures.ts'
import {scales} from '../numbers/number-words.ts'
import type {Figure, Reading} from '../numbers/quantities.ts'
import {stemsOf} from '../numbers/stems.ts'
import {readTokens} from '../numbers/tokens.ts'
import {type Unit, unitAfter} from '../numbers/units.ts'

/** A figure of a page, and the block that holds it. */
export interface PlacedReading {
  readonly block: number
  readonly figure: Figure
  readonly reading: Reading
  /** In the smallest unit; without its sign, but for temperatures. */
  readonly base: number
}

/** The units and scales that a block names beside its numbers: “Revenue (US$ million)”. */
export interface Context {
  readonly units: readonly Unit[]
  readonly scales: readonly number[]
}

/** What is known of a page once it is read for figures. */
export interface PageIndex {
  readonly blocks: readonly string[]
  readonly titleStems: ReadonlySet<string>
  /** By dimension, in the order of their values. */
  readonly byDimension: ReadonlyMap<string, readonly PlacedReading[]>
  readonly dates: readonly {readonly block: number; readonly figure: Figure}[]
  figuresOf(block: number): readonly Figure[]
  contextOf(block: number): Context
  /** The block above the table of a row, cut to 400 characters; empty for what is no row. */
  captionOf(block: number): string
  /** How much of what a statement tells stands in each block, from 0 to 1. */
  sharesOf(statement: Statement): Float64Array
}

const indexes = new WeakMap<Page, PageIndex>()

/** The index of a page: made once. */
export function indexOf(page: Page): PageIndex {
  const known = indexes.get(page)
  if (known !== undefined) return known
  const index = createIndex(page)
  indexes.set(page, index)
  return index
}

/** A value in the smallest unit of its dimension. */
export function baseOf(value: number, {dimension, factor, offset = 0}: Unit): number {
  const base = (value + offset) * factor
  return dimension === 'temperature' ? base : Math.abs(base)
}

function createIndex(page: Page): PageIndex {
  const {blocks} = page
  const figures = blocks.map((block) => findFigures(block))
  const byDimension = new Map<string, PlacedReading[]>()
  const dates: {block: number; figure: Figure}[] = []
  for (const [block, list] of figures.entries()) {
    for (const figure of list) {
      if (figure.kind === 'date') dates.push({block, figure})
      for (const reading of figure.readings) {
        const placed = byDimension.get(reading.unit.dimension) ?? []
        byDimension.set(reading.unit.dimension, placed)
        placed.push({block, figure, reading, base: baseOf(reading.value, reading.unit)})
        if (reading.high !== undefined)
          placed.push({block, figure, reading, base: baseOf(reading.high, reading.unit)})
      }
    }
  }
  for (const placed of byDimension.values()) placed.sort((one, other) => one.base - other.base)
  const contexts = new Map<number, Context>()
  const captions = captionsOf(blocks)
  const words = indexWords(blocks)
  const shares = new WeakMap<Statement, Float64Array>()
  const captionOf = (block: number): string => (blocks[captions[block] ?? -1] ?? '').slice(0, 400)
  return {
    blocks,
    titleStems: stemsOf(
      /[,&|]|\b(?:and|or|vs|versus|by)\b/i.test(page.title ?? '') ? '' : (page.title ?? '')
    ),
    byDimension,
    dates,
    figuresOf: (block) => figures[block] ?? [],
    captionOf,
    contextOf(block) {
      const known = contexts.get(block)
      if (known !== undefined) return known
      const context = readContext(`${(blocks[block] as string).slice(0, 4000)} \n ${captionOf(block)}`)
      contexts.set(block, context)
      return context
    },
    sharesOf(statement) {
      const known = shares.get(statement)
      if (known !== undefined) return known
      const found = words.sharesOf(stemsOf(statement.text))
      shares.set(statement, found)
      return found
    }
  }
}

/** Of each row of a table, the block above the table; -1 for what is no row. */
function captionsOf(blocks: readonly string[]): Int32Array {
  const captions = new Int32Array(blocks.length).fill(-1)
  let last = -1
  for (const [index, block] of blocks.entries()) {
    if (isRow(block)) captions[index] = last
    else last = index
  }
  return captions
}

/** Whether a block is a row of a table. */
export function isRow(block: string): boolean {
  return block.includes(' | ')
}

/** The units and scales that a text names. */
export function readContext(text: string): Context {
  const tokens = readTokens(text)
  const units = new Map<string, Unit>()
  const found = new Set<number>([1])
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'digits') {
      // "Loaves ('000)"
      if (token.text === '000' && /^['’(]$/.test(tokens[index - 1]?.text ?? '')) found.add(1000)
      continue
    }
    const scale = scales.get(token.lower.replace(/s$/, '')) ?? abbreviated.get(token.text)
    if (scale !== undefined && scale > 100) found.add(scale)
    const unit = unitAfter(tokens, index)?.unit
    if (unit !== undefined) units.set(`${unit.dimension} ${unit.factor}`, unit)
  }
  if (/\b(?:aged?|old|older|life expectancy)\b/i.test(text))
    units.set('age', {dimension: 'calendar', factor: 12})
  return {units: [...units.values()].slice(0, 20), scales: [...found]}
}

const abbreviated = new Map([
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['k', 1e3],
  ['M', 1e6],
  ['B', 1e9]
])

function indexWords(blocks: readonly string[]): {sharesOf(stems: ReadonlySet<string>): Float64Array} {
  const postings = new Map<string, number[]>()
  for (const [block, text] of blocks.entries()) {
    for (const stem of stemsOf(text)) {
      const known = postings.get(stem)
      if (known === undefined) postings.set(stem, [block])
      else known.push(block)
    }
  }
  return {
    sharesOf(stems) {
      const shares = new Float64Array(blocks.length)
      let total = 0
      for (const stem of stems) {
        const found = postings.get(stem) ?? []
        const weight = 1 + Math.log((blocks.length + 1) / (found.length + 1))
        total += weight
        for (const block of found) shares[block] = (shares[block] as number) + weight
      }
      if (total > 0)
        for (let block = 0; block < shares.length; block++) shares[block] = (shares[block] as number) / total
      return shares
    }
  }
}
