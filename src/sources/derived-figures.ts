import type {Match} from './matches.ts'
import type {Statement} from './model.ts'
import {isRow, type PageIndex} from './page-index.ts'
import type {Figure, Reading} from './quantities.ts'
import {toleranceOf} from './same-amount.ts'
import {isSameDimension} from './units.ts'

/** Blocks and figures of a block that are reckoned with. */
const mostBlocks = 8
const mostFigures = 8
/** A block has to tell so much of the statement. */
const leastShare = 0.4
/** Rows of a table that are summed up. */
const mostRows = 400

const change =
  /\b(?:ro[sl]e|rise|risen|grew|grow[ns]?|growth|fell|fall(?:en|s)?|drop(?:ped|s)?|increase[ds]?|decrease[ds]?|declined?|declines|climbed|jumped|gain(?:ed|s)?|lost|loss|shr[aiu]nk|difference|gap|more|less|fewer|higher|lower|larger|smaller|faster|slower|up|down|cut|twice|doubled?|tripled?|halved|added|times|than)\b/i

const total = /\b(?:totals?|together|combined|altogether|overall|in all|both|sum|jointly|plus)\b/i

/** What the statement says of how its figure came about. */
interface Cues {
  readonly isChange: boolean
  readonly isTotal: boolean
}

/**
 * The figure of a page by which one of a statement could have been reckoned: a sum, a difference or a share of two figures
 * of one passage, or the sum of a column. An article may do so, and no page says it.
 */
export function isDerived(asked: Figure, statement: Statement, index: PageIndex): Match | undefined {
  const [reading] = asked.readings
  if (reading === undefined || reading.high !== undefined || asked.kind === 'year') return undefined
  const shares = index.sharesOf(statement)
  const blocks: number[] = []
  for (const [block, share] of shares.entries()) if (share >= leastShare) blocks.push(block)
  blocks.sort((one, other) => (shares[other] as number) - (shares[one] as number))
  // "more than 20 percent" tells no change.
  const said = statement.text.replace(/\b(?:more|less|fewer|greater|higher|lower|up) (?:than|to)\b/gi, ' ')
  const cues: Cues = {isChange: change.test(said), isTotal: total.test(said)}
  const [low, high] = toleranceOf(reading, asked.exactness === 'about' ? 'about' : 'plain')
  const isNear = (value: number): boolean => value >= low && value <= high
  for (const block of blocks.slice(0, mostBlocks)) {
    const figures = index
      .figuresOf(block)
      .filter((one) => one.kind === 'number')
      .slice(0, mostFigures)
    for (const [at, figure] of figures.entries()) {
      for (const other of figures.slice(at + 1)) {
        const [one] = figure.readings
        const [two] = other.readings
        if (one !== undefined && two !== undefined && comesFrom(reading, one, two, cues, isNear))
          return {block, figure}
      }
    }
  }
  return sumOfColumn(reading, isNear, index, shares)
}

function comesFrom(
  asked: Reading,
  one: Reading,
  two: Reading,
  {isChange, isTotal}: Cues,
  isNear: (value: number) => boolean
): boolean {
  if (!isSameDimension(one.unit.dimension, two.unit.dimension)) return false
  // "397 contributions from 49 people" are no share.
  if (one.noun !== undefined && two.noun !== undefined && one.noun !== two.noun) return false
  const {dimension, factor} = asked.unit
  const small = Math.min(one.value * one.unit.factor, two.value * two.unit.factor)
  const large = Math.max(one.value * one.unit.factor, two.value * two.unit.factor)
  if (small <= 0 || small === large) return false
  if (dimension === 'times') return isNear(large / small)
  if (dimension === 'points') return one.unit.dimension === 'percent' && isNear(large - small)
  if (dimension === 'percent' && one.unit.dimension !== 'percent') {
    const isShare = isNear((small / large) * 100)
    return (
      isShare ||
      (isChange && (isNear(((large - small) / small) * 100) || isNear(((large - small) / large) * 100)))
    )
  }
  if (!isSameDimension(dimension, one.unit.dimension)) return false
  // Sums and differences of small numbers come to anything.
  if (dimension === 'count' && asked.value < 100) return false
  if (dimension === 'percent')
    return isChange && (isNear(large - small) || isNear(((large - small) / small) * 100))
  return (isTotal && isNear((large + small) / factor)) || (isChange && isNear((large - small) / factor))
}

/** The sum of the numbers of one column of a table whose rows or caption speak of the same. */
function sumOfColumn(
  asked: Reading,
  isNear: (value: number) => boolean,
  index: PageIndex,
  shares: Float64Array
): Match | undefined {
  if (asked.value < 100 || /^(?:percent|points|times)$/.test(asked.unit.dimension)) return undefined
  let from = 0
  while (from < index.blocks.length) {
    if (!isRow(index.blocks[from] as string)) {
      from++
      continue
    }
    let to = from
    while (to < index.blocks.length && to - from < mostRows && isRow(index.blocks[to] as string)) to++
    const isNamed = Math.max(shares[from - 1] ?? 0, shares[from] as number) >= 0.25
    const found = isNamed ? sumOfRows(isNear, index, from, to) : undefined
    if (found !== undefined) return found
    from = to
  }
  return undefined
}

function sumOfRows(
  isNear: (value: number) => boolean,
  index: PageIndex,
  from: number,
  to: number
): Match | undefined {
  const sums = new Map<number, {sum: number; rows: number}>()
  for (let block = from; block < to; block++) {
    for (const [column, figure] of index.figuresOf(block).slice(0, 20).entries()) {
      const value = figure.readings[0]?.value
      const known = sums.get(column) ?? {sum: 0, rows: 0}
      sums.set(column, known)
      if (value === undefined) continue
      known.sum += value
      known.rows++
    }
  }
  for (const [column, {sum, rows}] of sums) {
    const figure = index.figuresOf(from)[column]
    if (rows > 1 && rows === to - from && figure !== undefined && isNear(sum)) return {block: from, figure}
  }
  return undefined
}
