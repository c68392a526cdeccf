import {splitSentences} from '../../document/prose/sentences.ts'
import type {Statement} from '../model.ts'
import {findFigures} from '../numbers/figures.ts'
import type {Figure, Reading} from '../numbers/quantities.ts'
import {toleranceOf} from '../numbers/same-amount.ts'
import {stemsOf} from '../numbers/stems.ts'
import {isSameDimension} from '../numbers/units.ts'
import {type Cues, change, cuesOf} from './change-cues.ts'
import {clauseAt} from './clauses.ts'
import {findMatches, type Match} from './matches.ts'
import {isRow, type PageIndex} from './page-index.ts'
import {type Cell, isNamed, type Row, type Table, tablesOf, yearsOf} from './tables.ts'

/** Blocks and figures of a passage that are reckoned with. */
const mostBlocks = 12
const mostFigures = 10
const mostTables = 40
/** A passage has to tell so much of the statement. */
const leastShare = 0.12
const fewestStems = 2

/** In front of a figure that tells how sure another one is: “(SD 1.1)”. */
const statistic = /\b(?:SD|SE|CI|IQR|[Pp])\s?[=<>≤]?\s?$/

/** An amount of a page, in the smallest unit of its dimension. */
interface Amount {
  readonly value: number
  readonly dimension: string
  readonly noun?: string | undefined
  readonly block: number
  readonly figure: Figure
}

type Pair = readonly [Amount, Amount]

/**
 * The figure of a page by which one of a statement could have been reckoned: a sum, a difference or a share of two figures
 * of one sentence, one row or one column. An article may do so, and no page says it.
 */
export function isDerived(asked: Figure, statement: Statement, index: PageIndex): Match | undefined {
  const [reading] = asked.readings
  if (reading === undefined || reading.high !== undefined || asked.kind === 'year') return undefined
  const cues = cuesOf(statement.text)
  const isSaid =
    reading.unit.dimension === 'times' ? asked.exactness : asked.exactness === 'about' ? 'about' : 'plain'
  const [low, high] = toleranceOf(reading, isSaid)
  const isNear = (value: number): boolean => value >= low && value <= high
  for (const [one, two] of pairsOf(statement, index, asked.isFraction))
    if (comesFrom(reading, one, two, cues, isNear)) return {block: one.block, figure: one.figure}
  const own = fromOwn(asked, reading, statement, index, cues, isNear)
  if (own !== undefined) return own
  const ratio = cues.isChange ? ofRatio(reading, index) : undefined
  return ratio ?? sumOfColumn(reading, isNear, index, statement)
}

/** The statement gives both figures itself, and the page has them: “18.4 % and 12.1 %, a difference of 6.3 points”. */
function fromOwn(
  asked: Figure,
  reading: Reading,
  statement: Statement,
  index: PageIndex,
  cues: Cues,
  isNear: (value: number) => boolean
): Match | undefined {
  const others = findFigures(statement.text).filter((one) => one.kind === 'number' && one.text !== asked.text)
  for (const [one, two] of pairsAmong(others.map((figure) => amountOf(figure, -1)))) {
    if (!comesFrom(reading, one, two, cues, isNear)) continue
    const [first] = findMatches(one.figure, statement, index)
    if (first !== undefined && findMatches(two.figure, statement, index).length > 0) return first
  }
  return undefined
}

/**
 * Whether a figure tells of a change or of a comparison that may have been reckoned from what the page holds, though the
 * page itself states no such change. Then nothing can be said of it.
 */
export function isReckoned(asked: Figure, statement: Statement, index: PageIndex): boolean {
  const [reading] = asked.readings
  const clause = clauseAt(statement.text, asked)
  if (reading === undefined || !change.test(clause)) return false
  const {dimension} = reading.unit
  const stems = stemsOf(clause)
  if (isStated(dimension, stems, statement, index)) return false
  for (const [one, two] of pairsOf(statement, index)) {
    const isPair = isSameDimension(one.dimension, two.dimension)
    if (!isPair || (one.noun !== undefined && two.noun !== undefined && one.noun !== two.noun)) continue
    if (dimension === 'times' || (dimension === 'percent' && one.dimension !== 'percent')) return true
    if (dimension === 'percent') continue
    if (dimension === 'points' ? one.dimension === 'percent' : isSameDimension(one.dimension, dimension))
      return true
  }
  return false
}

/** A passage tells of a change of the same, with a figure of the kind. */
function isStated(
  dimension: string,
  stems: ReadonlySet<string>,
  statement: Statement,
  index: PageIndex
): boolean {
  for (const [, sentence, figures] of sentencesOf(statement, index)) {
    if (!change.test(sentence) || !figures.some(({readings: [one]}) => one?.unit.dimension === dimension))
      continue
    const found = stemsOf(sentence)
    if ([...stems].filter((stem) => found.has(stem)).length >= Math.min(fewestStems, stems.size)) return true
  }
  return false
}

function* sentencesOf(
  statement: Statement,
  index: PageIndex
): Generator<readonly [block: number, text: string, figures: readonly Figure[]]> {
  const shares = index.sharesOf(statement)
  const blocks: number[] = []
  for (const [block, share] of shares.entries())
    if (share >= leastShare && !isRow(index.blocks[block] as string)) blocks.push(block)
  blocks.sort((one, other) => (shares[other] as number) - (shares[one] as number))
  for (const block of blocks.slice(0, mostBlocks)) {
    const text = (index.blocks[block] as string).slice(0, 10_000)
    for (const [start, end] of splitSentences(text)) {
      const sentence = text.slice(start, end)
      const figures = findFigures(sentence).filter((one) => !statistic.test(sentence.slice(0, one.start)))
      if (figures.length > 0)
        yield [
          block,
          sentence,
          figures.map((one) => ({...one, start: one.start + start, end: one.end + start}))
        ]
    }
  }
}

function* pairsOf(statement: Statement, index: PageIndex, isShare = false): Generator<Pair> {
  let last: readonly (Amount | undefined)[] = []
  for (const [block, text, figures] of sentencesOf(statement, index)) {
    const amounts = figures.filter(({kind}) => kind === 'number').map((figure) => amountOf(figure, block))
    yield* pairsAmong(amounts)
    // "We asked 812 people. Of these, 403 …"
    if (isShare && /^\s*Of (?:these|them|those)\b/.test(text))
      yield* pairsAmong([...last.slice(0, 4), ...amounts])
    last = amounts
  }
  const stems = stemsOf(statement.text)
  const years = yearsOf(statement.text)
  const shares = index.sharesOf(statement)
  for (const table of tablesOf(index).slice(0, mostTables)) yield* pairsOfTable(table, stems, years, shares)
}

function amountOf(figure: Figure, block: number): Amount | undefined {
  const [reading] = figure.readings
  if (reading === undefined) return undefined
  const {value, unit, noun} = reading
  return {value: Math.abs(value) * unit.factor, dimension: unit.dimension, noun, block, figure}
}

function* pairsAmong(amounts: readonly (Amount | undefined)[]): Generator<Pair> {
  const all = amounts.filter((one) => one !== undefined).slice(0, mostFigures)
  for (const [at, one] of all.entries()) for (const two of all.slice(at + 1)) yield [one, two]
}

/** Of a row that the statement names; and of each column, two rows that it names or that follow each other. */
function* pairsOfTable(
  {rows, caption, heads}: Table,
  stems: ReadonlySet<string>,
  years: ReadonlySet<string>,
  shares: Float64Array
): Generator<Pair> {
  const named = rows.filter(({name}) => isNamed(name, stems, years))
  const isNear = rows.some(({block}) => (shares[block] as number) >= leastShare)
  const titles = stemsOf(`${caption} ${heads.join(' ')}`)
  if (!isNear && named.length === 0 && ![...stems].some((stem) => titles.has(stem))) return
  const touched = rows.filter(({name}) => [...stemsOf(name)].some((stem) => stems.has(stem)))
  for (const {cells} of named.length > 0 ? named : touched) yield* pairsAmong(cells.map(amountOfCell))
  const [first, last] = [rows[0], rows.at(-1)]
  if (named.length > 1) {
    for (const [at, row] of named.slice(0, 6).entries())
      for (const other of named.slice(at + 1, 6)) yield* pairsOfRows(row, other)
    return
  }
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1]
    const isMeant = named.length === 0 || named.includes(row) || (next !== undefined && named.includes(next))
    if (next !== undefined && isMeant && rows.length <= 30) yield* pairsOfRows(row, next)
  }
  if (first !== undefined && last !== undefined && rows.length > 2) yield* pairsOfRows(first, last)
}

function* pairsOfRows(one: Row, other: Row): Generator<Pair> {
  for (const cell of one.cells) {
    const below = other.cells.find(({column, head}) => column === cell.column && head === cell.head)
    const pair = [amountOfCell(cell), below && amountOfCell(below)] as const
    if (pair[0] !== undefined && pair[1] !== undefined) yield [pair[0], pair[1]]
  }
}

/** With the unit and the scale of its column. */
function amountOfCell({figure, block, context}: Cell): Amount | undefined {
  const amount = figure.kind === 'number' || figure.kind === 'year' ? amountOf(figure, block) : undefined
  if (amount === undefined || amount.dimension !== 'count') return amount
  const scale = Math.max(1, ...context.scales)
  const [unit] = context.units
  if (unit !== undefined && context.units.length === 1)
    return {...amount, dimension: unit.dimension, noun: undefined, value: amount.value * unit.factor * scale}
  return {...amount, value: amount.value * scale}
}

function comesFrom(
  asked: Reading,
  one: Amount,
  two: Amount,
  {isChange, isTotal}: Cues,
  isNear: (value: number) => boolean
): boolean {
  if (!isSameDimension(one.dimension, two.dimension)) return false
  // "397 contributions from 49 people" are no share.
  if (one.noun !== undefined && two.noun !== undefined && one.noun !== two.noun) return false
  const {dimension, factor} = asked.unit
  const small = Math.min(one.value, two.value)
  const large = Math.max(one.value, two.value)
  if (small <= 0 || small === large) return false
  if (dimension === 'times') return isNear(large / small) || (asked.value < 1 && isNear(small / large))
  if (dimension === 'points') return one.dimension === 'percent' && isNear(large - small)
  if (dimension === 'percent' && one.dimension !== 'percent') {
    const isShare = isNear((small / large) * 100)
    return (
      isShare ||
      (isChange && (isNear(((large - small) / small) * 100) || isNear(((large - small) / large) * 100)))
    )
  }
  if (!isSameDimension(dimension, one.dimension)) return false
  // Sums and differences of small numbers come to anything.
  if (dimension === 'count' && asked.value < 100 && !isChange) return false
  if (dimension === 'percent')
    return isChange && (isNear(large - small) || isNear(((large - small) / small) * 100))
  return (isTotal && isNear((large + small) / factor)) || (isChange && isNear((large - small) / factor))
}

/** “a hazard ratio of 1.42” is a risk that is 42 percent higher. */
function ofRatio({value, unit}: Reading, index: PageIndex): Match | undefined {
  if (unit.dimension !== 'percent') return undefined
  for (const one of index.byDimension.get('count') ?? []) {
    if (one.reading.value > 20) break
    const isSame = [1 + value / 100, 1 - value / 100].some(
      (wanted) => Math.abs(one.reading.value - wanted) <= 0.005 + 1e-9
    )
    if (!isSame || Number.isInteger(one.reading.value) || one.reading.noun !== undefined) continue
    const before = (index.blocks[one.block] as string).slice(
      Math.max(0, one.figure.start - 40),
      one.figure.start
    )
    if (/\b(?:ratio|risk|odds|HR|OR|RR|aOR|aHR)\b/.test(before)) return {block: one.block, figure: one.figure}
  }
  return undefined
}

/** The sum of the numbers of one column of a table whose rows or caption speak of the same. */
function sumOfColumn(
  asked: Reading,
  isNear: (value: number) => boolean,
  index: PageIndex,
  statement: Statement
): Match | undefined {
  if (asked.value < 100 || /^(?:percent|points|times)$/.test(asked.unit.dimension)) return undefined
  const shares = index.sharesOf(statement)
  for (const {rows} of tablesOf(index).slice(0, mostTables)) {
    const [first] = rows
    if (first === undefined || rows.length < 2) continue
    const isMeant = rows.some(({block}) => Math.max(shares[block] as number, shares[block - 1] ?? 0) >= 0.25)
    if (!isMeant) continue
    for (const cell of first.cells) {
      const amounts = rows
        .map(({cells}) => cells.find(({column}) => column === cell.column))
        .map((one) => one && amountOfCell(one))
      if (amounts.some((one) => one === undefined)) continue
      const sum = amounts.reduce((all, one) => all + (one?.value ?? 0), 0)
      if (isNear(sum / asked.unit.factor)) return {block: cell.block, figure: cell.figure}
    }
  }
  return undefined
}
