import {isMonth, months, readDay} from './calendar.ts'
import {readLap} from './laps.ts'
import {isLabelled, isNothing, isPartOfCode} from './no-figures.ts'
import {numberWords} from './number-words.ts'
import {type Figure, type Reading, readQuantity} from './quantities.ts'
import {multiples, readRatio} from './ratios.ts'
import {isGlued, lowerAt, readTokens, type Token} from './tokens.ts'

export type {Figure} from './quantities.ts'

/** Most words begin no figure. */
const openings = new Set([...months.keys(), ...numberWords, ...multiples.keys()])

/**
 * The figures of a text, in order: numbers with their units, ranges, parts of a whole, dates and years. Not what only
 * looks like one: clock times, versions, numbers of sections and telephones, names such as `Covid-19`.
 */
export function findFigures(text: string): readonly Figure[] {
  const tokens = readTokens(text)
  const figures: Figure[] = []
  let index = 0
  while (index < tokens.length) {
    const placed = figureAt(text, tokens, index)
    if (placed === undefined) index++
    else {
      if (placed.figure !== undefined) figures.push(placed.figure)
      index = Math.max(index + 1, placed.next)
    }
  }
  return shareUnits(text, figures)
}

function figureAt(
  text: string,
  tokens: readonly Token[],
  index: number
): {readonly figure?: Figure; readonly next: number} | undefined {
  const token = tokens[index] as Token
  if (token.kind === 'sign' || (token.kind === 'word' && !openings.has(token.lower))) return undefined
  const date = readDay(tokens, index)
  if (date !== undefined && (token.kind === 'word' || !isPartOfCode(tokens, index))) {
    const end = (tokens[date.to - 1] as Token).end
    const exactness = 'plain' as const
    const figure: Figure = {
      start: token.start,
      end,
      text: text.slice(token.start, end),
      kind: 'date',
      exactness,
      days: date.days,
      readings: []
    }
    return {figure, next: date.to}
  }
  if (token.kind === 'digits') {
    const lap = readLap(text, tokens, index)
    if (lap !== undefined) return lap
    const skipped = isNothing(tokens, index)
    if (skipped !== undefined) return {next: skipped}
  }
  const ratio = readRatio(text, tokens, index)
  if (ratio !== undefined) return ratio
  const quantity = readQuantity(text, tokens, index)
  if (quantity === undefined) return token.kind === 'digits' ? {next: skipDigits(tokens, index)} : undefined
  const isDayOf = token.kind === 'digits' && isMonth(tokens, index - 1)
  return isDayOf || isLabelled(tokens, index, quantity.figure) ? {next: quantity.next} : quantity
}

/** The index after digits and the marks between them: `1,5` and `1.2.3.4` are no numbers. */
function skipDigits(tokens: readonly Token[], from: number): number {
  let at = from + 1
  while (
    /^[.,]$/.test(lowerAt(tokens, at)) &&
    isGlued(tokens, at) &&
    isGlued(tokens, at + 1) &&
    tokens[at + 1]?.kind === 'digits'
  )
    at += 2
  return at
}

/** “12 and 15 percent”, “3, 5 and 9 million”: the unit at the end is that of all. */
function shareUnits(text: string, figures: readonly Figure[]): readonly Figure[] {
  const shared: Figure[] = [...figures]
  for (let index = figures.length - 2; index >= 0; index--) {
    const figure = shared[index] as Figure
    const next = shared[index + 1] as Figure
    const [own] = figure.readings
    const of = next.readings.at(-1)
    if (figure.kind !== 'number' || own === undefined || of === undefined) continue
    const isBare = own.unit.dimension === 'count' && own.noun === undefined && own.scale === 1
    if (!isBare || !/^(?:,? (?:and|or|&|to|versus|vs\.?) |, )$/.test(text.slice(figure.end, next.start)))
      continue
    if (of.unit.dimension === 'count' && of.noun === undefined && of.scale === 1) continue
    const {mantissa} = own
    const reading: Reading = {
      ...own,
      ...(of.noun !== undefined && {noun: of.noun}),
      unit: of.unit,
      scale: of.scale,
      value: mantissa * of.scale,
      step: own.step * of.scale
    }
    shared[index] = {...figure, readings: [own, reading]}
  }
  return shared
}

/** In front of these, “twice” and “three times” compare two amounts. */
const comparing = new Set(
  'as the that what its their more less higher lower larger bigger greater faster over'.split(' ')
)

/**
 * Whether a figure of an article is worth looking for on the page that it cites: percentages, money, magnitudes, decimals,
 * long numbers, ratios, measures, full dates. Not small counts, years, “one”.
 */
export function isTelling(figure: Figure): boolean {
  if (figure.kind === 'year' || figure.isOfRate) return false
  if (figure.kind === 'date')
    return figure.days?.some((day) => day.year !== undefined && day.day !== undefined) ?? false
  const [reading] = figure.readings
  if (reading === undefined) return false
  const {dimension} = reading.unit
  if (dimension === 'times') return figure.follower !== undefined && comparing.has(figure.follower)
  if (figure.isFraction) return figure.follower === 'of' || figure.follower === 'ratio'
  if (/^(?:percent|points|basis-points|money:.*)$/.test(dimension)) return true
  // "grant 1531594"
  const isName = /^\d{5,}$/.test(figure.text)
  if (isName) return false
  if (reading.scale >= 1000 || reading.mantissa >= 1000) return true
  if (dimension !== 'count') return isMeasured(figure, reading)
  if (!figure.isWord && !Number.isInteger(reading.mantissa)) return true
  return reading.noun !== undefined && reading.value >= 100 && !figure.isWord
}

/** A year, a small count or a span: what is told in many ways, and worth a word only where a page has it otherwise. */
export function isCounted(figure: Figure): boolean {
  if (figure.isOfRate || figure.isFraction) return false
  const [reading] = figure.readings
  if (figure.kind === 'year') return reading !== undefined && reading.high === undefined
  if (figure.kind !== 'number' || reading === undefined || reading.value < 2) return false
  if (!Number.isInteger(reading.mantissa)) return false
  const {dimension} = reading.unit
  return (
    dimension === 'time' || dimension === 'calendar' || (dimension === 'count' && reading.noun !== undefined)
  )
}

/** Spans of time are told in small numbers everywhere: “five years”, “in two days”. */
function isMeasured(figure: Figure, {unit, mantissa}: Reading): boolean {
  const isSpan = unit.dimension === 'calendar' || (unit.dimension === 'time' && unit.factor >= 1)
  if (isSpan) return !figure.isWord && (mantissa >= 100 || !Number.isInteger(mantissa))
  return !figure.isWord || mantissa > 10
}
