import type {Statement} from '../model.ts'
import {isSameDay} from '../numbers/calendar.ts'
import type {Figure, Reading} from '../numbers/quantities.ts'
import {isConverted, toleranceOf} from '../numbers/same-amount.ts'
import {stemOf, stemsOf} from '../numbers/stems.ts'
import {isSameDimension, type Unit} from '../numbers/units.ts'
import {baseOf, isRow, type PageIndex, type PlacedReading} from './page-index.ts'

/** A figure of a page that says the same as one of a statement. */
export interface Match {
  readonly block: number
  readonly figure: Figure
}

/** So many places of one figure are looked at: a page that holds it more often holds it. */
const mostMatches = 200
/** Where so much of a statement stands, other words may count the same things. */
const closeShare = 0.5
/** A passage that holds less of a statement tells of something else. */
const leastShare = 0.15
const anyone = new Set([
  'person',
  'individual',
  'adult',
  'respondent',
  'participant',
  'human',
  'item',
  'thing',
  'unit',
  'other',
  'case'
])

/** The figures of a page that say the same as the one that is asked for. */
export function findMatches(asked: Figure, statement: Statement, index: PageIndex): Match[] {
  if (asked.kind === 'date') return findDates(asked, index)
  for (const reading of asked.readings) {
    const matches =
      reading.high === undefined
        ? findValues(reading, reading.value, asked, statement, index)
        : findRange(reading, reading.high, asked, statement, index)
    if (matches.length > 0) return matches
  }
  return []
}

function findDates({days = []}: Figure, index: PageIndex): Match[] {
  return index.dates.filter(({figure}) => figure.days?.some((day) => days.some((one) => isSameDay(one, day))))
}

/** Both ends, in one range or in one block; or anywhere, where both stand in blocks of tables. */
function findRange(
  reading: Reading,
  high: number,
  asked: Figure,
  statement: Statement,
  index: PageIndex
): Match[] {
  const lows = findValues(reading, reading.value, asked, statement, index)
  if (lows.length === 0) return []
  const highs = new Set(findValues(reading, high, asked, statement, index).map((match) => match.block))
  const together = lows.filter(({block}) => highs.has(block))
  return together.length > 0 || highs.size === 0 ? together : lows
}

function findValues(
  reading: Reading,
  value: number,
  asked: Figure,
  statement: Statement,
  index: PageIndex
): Match[] {
  const {unit} = reading
  const tolerance = toleranceOf(reading, asked.exactness, value)
  const found: PlacedReading[] = []
  for (const [dimension, placed] of index.byDimension) {
    if (found.length >= mostMatches) break
    if (isSameDimension(unit.dimension, dimension)) sameDimension(reading, value, tolerance, placed, found)
  }
  if (found.length < mostMatches) otherDimension(reading, value, index, found)
  const bare = index.byDimension.get('count') ?? []
  if (unit.dimension !== 'count') fromContext(reading, tolerance, bare, index, found)
  else {
    scaledByContext(tolerance, bare, index, found)
    if (reading.noun === undefined && reading.scale >= 1000) anyMoney(tolerance, index, found)
  }
  if (asked.exactness === 'about') aroundIt(reading, value, index, found)
  const shares = index.sharesOf(statement)
  const [low, high] = toleranceOf(reading, 'plain', value)
  return found.filter((one) => {
    const share = shares[one.block] as number
    // "more than 300" is near much: what is not 300 has to be said of the same.
    const amount = asked.exactness === 'plain' ? value : amountIn(one, unit)
    return (
      (share >= leastShare ||
        (amount >= low && amount <= high) ||
        isRare(one, index) ||
        isAround(one, asked)) &&
      isSameThing(reading, one, share, index)
    )
  })
}

/** “1,930 km²” is the only surface of the page. */
function isRare({reading}: PlacedReading, {byDimension}: PageIndex): boolean {
  const {dimension} = reading.unit
  return (
    !/^(?:count|percent|money|times|time|calendar)/.test(dimension) &&
    (byDimension.get(dimension)?.length ?? 0) <= 4
  )
}

function isAround({figure}: PlacedReading, asked: Figure): boolean {
  return figure.kind === 'range' && asked.exactness === 'about' && asked.kind === 'number'
}

/** “about 4,000” is “between 3,500 and 4,500”. */
function aroundIt({unit}: Reading, value: number, {byDimension}: PageIndex, found: PlacedReading[]): void {
  for (const one of byDimension.get(unit.dimension) ?? []) {
    const {value: low, high = 0, unit: of} = one.reading
    const isAround = high > low && high <= low * 1.5 && one.figure.kind === 'range'
    const base = baseOf(value, unit)
    if (isAround && base >= baseOf(low, of) && base <= baseOf(high, of)) found.push(one)
  }
}

function amountIn({base}: PlacedReading, {factor, offset = 0}: Unit): number {
  return base / factor - offset
}

function sameDimension(
  reading: Reading,
  value: number,
  [low, high]: readonly [number, number],
  placed: readonly PlacedReading[],
  found: PlacedReading[]
): void {
  const {unit} = reading
  const isAcross = low < 0 && high > 0 && unit.dimension !== 'temperature'
  const [from, to] = inOrder(isAcross ? 0 : baseOf(low, unit), baseOf(high, unit))
  // What is converted is rounded on both sides: 97 km are 60 miles.
  const reach = unit.dimension === 'temperature' ? 1 : Math.abs(to) * 0.06
  for (const one of within(placed, from - reach, to + reach)) {
    const isInside = one.base >= from && one.base <= to
    if (isInside || isRoundedBack(value, unit, one) || isBinary(from, to, unit, one)) found.push(one)
  }
}

function inOrder(one: number, other: number): readonly [number, number] {
  return one <= other ? [one, other] : [other, one]
}

function isRoundedBack(value: number, unit: Unit, {reading}: PlacedReading): boolean {
  if (!isConverted(unit, reading.unit) || Math.abs(reading.mantissa) < 10) return false
  const {factor, offset = 0} = reading.unit
  const back = baseOf(value, unit) / factor - offset
  return Math.abs(back - Math.abs(reading.value)) <= reading.step / 2 + 1e-9
}

/** A megabyte is a thousand kilobytes, or 1024. */
function isBinary(from: number, to: number, unit: Unit, {base, reading}: PlacedReading): boolean {
  if (unit.dimension !== 'data' || unit.factor === reading.unit.factor) return false
  const power = Math.round(Math.log10(unit.factor / reading.unit.factor) / 3)
  const binary = base / 1.024 ** power
  return binary >= from && binary <= to
}

/** “doubled” is a rise by 100 percent, “halved” a fall by 50; a point is a hundred basis points. */
function otherDimension(reading: Reading, value: number, index: PageIndex, found: PlacedReading[]): void {
  const {dimension} = reading.unit
  const close = (name: string, wanted: number): void => {
    const half = Math.max(0.5, wanted * 0.02)
    found.push(...within(index.byDimension.get(name) ?? [], wanted - half, wanted + half))
  }
  if (dimension === 'times') {
    close('percent', Math.abs(value - 1) * 100)
    if (value > 1) close('percent', value * 100)
  } else if (dimension === 'percent' && value >= 100) {
    close('times', value / 100)
    close('times', value / 100 + 1)
  } else if (dimension === 'percent' && value === 50) close('times', 0.5)
  // "scored twenty-seven times"
  else if (dimension === 'count' && value > 10 && reading.scale === 1)
    found.push(...within(index.byDimension.get('times') ?? [], value, value))
  else if (dimension === 'points') close('basis-points', value * 100)
  else if (dimension === 'basis-points') close('points', value / 100)
}

/** A number without a unit has the one that its row, its heading or the caption of its table names. */
function fromContext(
  {unit}: Reading,
  [low, high]: readonly [number, number],
  bare: readonly PlacedReading[],
  index: PageIndex,
  found: PlacedReading[]
): void {
  for (const scale of [1, 1e3, 1e6, 1e9]) {
    let left = mostMatches
    const [from, to] = inOrder(Math.abs(low) / scale, Math.abs(high) / scale)
    for (const one of within(bare, from, to)) {
      if (left-- === 0) break
      if (one.reading.noun !== undefined && !isRow(index.blocks[one.block] as string)) continue
      const context = index.contextOf(one.block)
      const hasUnit = context.units.some(
        (other) => isSameDimension(unit.dimension, other.dimension) && other.factor === unit.factor
      )
      if (hasUnit && context.scales.includes(scale)) found.push(one)
      else if (scale === 1 && unit.dimension === 'percent' && isShare(index, one)) found.push(one)
    }
  }
  for (const other of contextUnits(unit)) {
    for (const one of within(
      bare,
      (Math.abs(low) * unit.factor) / other,
      (Math.abs(high) * unit.factor) / other
    ).slice(0, 50)) {
      const {units} = index.contextOf(one.block)
      if (units.some(({dimension, factor}) => dimension === unit.dimension && factor === other))
        found.push(one)
    }
  }
}

/** The factors of units to which a unit is often converted by powers of ten. */
function contextUnits({dimension, factor}: Unit): readonly number[] {
  if (/^(?:percent|points|money|times|calendar|temperature)/.test(dimension)) return []
  return [1e-6, 1e-3, 1e3, 1e6].map((power) => Number((factor * power).toPrecision(12)))
}

function isShare(index: PageIndex, {block}: PlacedReading): boolean {
  return /\b(?:percent(?:age)?|per cent|pct|share|proportion|rate)\b/i.test(
    (index.blocks[block] as string).slice(0, 4000)
  )
}

/** “Population (millions): 1.2” */
function scaledByContext(
  [low, high]: readonly [number, number],
  bare: readonly PlacedReading[],
  index: PageIndex,
  found: PlacedReading[]
): void {
  for (const scale of [1e3, 1e6, 1e9]) {
    for (const one of within(bare, low / scale, high / scale).slice(0, mostMatches)) {
      const isCell = isRow(index.blocks[one.block] as string)
      if (one.reading.scale > 1 || one.figure.isWord || (one.reading.noun !== undefined && !isCell)) continue
      if (index.contextOf(one.block).scales.includes(scale)) found.push(one)
    }
  }
}

/** “grew to 1.2 million”: of what, only the page says. */
function anyMoney([low, high]: readonly [number, number], index: PageIndex, found: PlacedReading[]): void {
  for (const [dimension, placed] of index.byDimension)
    if (dimension.startsWith('money:')) found.push(...within(placed, low, high).slice(0, mostMatches))
}

/** The readings whose value lies between two. */
function within(placed: readonly PlacedReading[], from: number, to: number): PlacedReading[] {
  let first = 0
  let last = placed.length
  while (first < last) {
    const middle = (first + last) >> 1
    if ((placed[middle] as PlacedReading).base < from) first = middle + 1
    else last = middle
  }
  const found: PlacedReading[] = []
  for (let at = first; at < placed.length && found.length < mostMatches; at++) {
    const one = placed[at] as PlacedReading
    if (one.base > to) break
    found.push(one)
  }
  return found
}

/** Whether both count the same: a number of three digits that count is known by itself. */
function isSameThing(
  asked: Reading,
  {block, reading, figure}: PlacedReading,
  share: number,
  index: PageIndex
): boolean {
  if (asked.unit.dimension !== 'count' || asked.noun === undefined) return true
  if (figure.kind === 'year' && asked.value < 1000) return false
  if (reading.noun === undefined) return true
  if (String(asked.mantissa).replace(/\D|0{1,15}$/g, '').length >= 3) return true
  const [one, other] = [stemOf(asked.noun), stemOf(reading.noun)]
  if (one === other) return true
  // "Twenty-three people were arrested. Nine officers were hurt."
  const isCounted = index.figuresOf(block).some((beside) => {
    const noun = beside.readings[0]?.noun
    return beside !== figure && noun !== undefined && stemOf(noun) === one
  })
  if (isCounted && asked.value < 100) return false
  if (share >= closeShare || anyone.has(one) || anyone.has(other)) return true
  return stemsOf((index.blocks[block] as string).slice(0, 4000)).has(one)
}
