import type {Day} from './calendar.ts'
import {type Exactness, exactnessOf} from './exactness.ts'
import {nounAfter} from './nouns.ts'
import {letters, scales} from './number-words.ts'
import {type Numeral, readNumeral} from './numerals.ts'
import {isGlued, lowerAt, type Token} from './tokens.ts'
import {count, type Unit, unitAfter, unitBefore} from './units.ts'

/** What a figure can mean. */
export interface Reading {
  /** The number with its scale: 1200000 for `1.2 million`. */
  readonly value: number
  /** The end of a range. */
  readonly high?: number
  /** The number without its scale: 1.2. */
  readonly mantissa: number
  readonly scale: number
  readonly unit: Unit
  /** What is counted, in lower case: `schools`. */
  readonly noun?: string
  /** A number that rounds to this one is at most half of it away. */
  readonly step: number
}

/** A figure of a text. */
export interface Figure {
  readonly start: number
  readonly end: number
  /** As it is spelled, with its unit, without “about” and the like. */
  readonly text: string
  readonly kind: 'number' | 'range' | 'date' | 'year'
  readonly exactness: Exactness
  /** The likeliest first; none for a date. */
  readonly readings: readonly Reading[]
  readonly days?: readonly Day[]
  /** It is spelled in words. */
  readonly isWord?: boolean
  /** A part of a whole: “a third”, “one in five”. */
  readonly isFraction?: boolean
  /** Another number is divided by it: “per 100,000”. */
  readonly isOfRate?: boolean
  /** The word after it, in lower case. */
  readonly follower?: string
}

/** A figure and the index of the first token after it. */
export interface PlacedFigure {
  readonly figure: Figure
  readonly next: number
}

interface Amount {
  readonly numeral: Numeral
  readonly scale: number
  readonly units: readonly Unit[]
  readonly hasScale: boolean
  readonly hasUnit: boolean
  /** Scales and units that a letter such as `m` may stand for as well. */
  readonly others: readonly {readonly scale: number; readonly unit: Unit}[]
  readonly from: number
  readonly next: number
}

/** The number or range that begins at a token, with its unit or what it counts. */
export function readQuantity(
  text: string,
  tokens: readonly Token[],
  index: number
): PlacedFigure | undefined {
  const low = readAmount(text, tokens, index)
  if (low === undefined) return undefined
  const joint = jointAt(text, tokens, low)
  const high = joint === undefined ? undefined : readAmount(text, tokens, joint)
  if (high !== undefined && isRange(low, high, tokens)) return rangeOf(text, tokens, low, high)
  return numberOf(text, tokens, withRest(text, tokens, low))
}

function readAmount(text: string, tokens: readonly Token[], index: number): Amount | undefined {
  const currency = unitBefore(tokens, index)
  const start = tokens[index]
  if (start?.kind === 'sign') {
    // The caller comes by the number, but the end of a range may begin with its currency.
    const isCurrency = unitBefore(tokens, index + 1) !== undefined && tokens[index + 1]?.kind === 'digits'
    return isCurrency ? readAmount(text, tokens, index + 1) : undefined
  }
  const numeral = readNumeral(text, tokens, index)
  if (numeral === undefined) return undefined
  const scaled = scaleAt(tokens, numeral, currency !== undefined)
  const after = currency === undefined ? unitAfter(tokens, scaled?.next ?? numeral.next) : undefined
  const unit = currency?.unit ?? after?.unit
  // "1,5" is a number only where a unit or a scale says so.
  if (numeral.digits === -1 && unit === undefined && scaled === undefined) return undefined
  const next = after?.at ?? scaled?.next ?? numeral.next
  const isGluedWord = unit === undefined && scaled === undefined && isWordGlued(tokens, numeral.next)
  if (isGluedWord && !numeral.isWord) return undefined
  const others: {scale: number; unit: Unit}[] = []
  const symbol = tokens[numeral.next]
  if (scaled === undefined && symbol?.text === 'm' && unit?.dimension === 'length')
    others.push({scale: 1e6, unit: count})
  if (unit?.dimension === 'money:pound')
    others.push({scale: scaled?.scale ?? 1, unit: {dimension: 'mass', factor: 453.59237}})
  return {
    numeral,
    scale: scaled?.scale ?? 1,
    units: unit === undefined ? [] : [unit],
    hasScale: scaled !== undefined,
    hasUnit: unit !== undefined,
    others,
    from: currency?.at ?? index,
    next
  }
}

/** “2 hours 21 minutes”, “2 minutes and 12 seconds” are one span of time. */
function withRest(text: string, tokens: readonly Token[], amount: Amount): Amount {
  const [unit] = amount.units
  if (unit?.dimension !== 'time' || amount.hasScale || amount.numeral.decimals > 0) return amount
  const at = /^(?:and|,)$/.test(lowerAt(tokens, amount.next)) ? amount.next + 1 : amount.next
  const rest = readAmount(text, tokens, at)
  const [less] = rest?.units ?? []
  if (rest === undefined || less?.dimension !== 'time' || less.factor >= unit.factor) return amount
  const share = less.factor / unit.factor
  if (rest.numeral.value * share >= 1 || rest.numeral.isFraction) return amount
  const {numeral} = amount
  const value = numeral.value + rest.numeral.value * share
  return {...amount, numeral: {...numeral, value, step: rest.numeral.step * share}, next: rest.next}
}

function isWordGlued(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && isGlued(tokens, at)
}

/** “million”, “bn”, `k`, and what it multiplies by. */
function scaleAt(
  tokens: readonly Token[],
  numeral: Numeral,
  isMoney: boolean
): {scale: number; next: number} | undefined {
  const at = numeral.next
  const isHyphen = /^[-‐‑]$/.test(lowerAt(tokens, at)) && isGlued(tokens, at) && isGlued(tokens, at + 1)
  const word = scales.get(lowerAt(tokens, isHyphen ? at + 1 : at))
  if (word !== undefined) {
    const next = (isHyphen ? at + 1 : at) + 1
    const second = scales.get(lowerAt(tokens, next))
    // "3 hundred thousand", "2 lakh crore"
    return second === undefined ? {scale: word, next} : {scale: word * second, next: next + 1}
  }
  const token = tokens[at]
  if (token?.kind !== 'word' || numeral.isWord) return undefined
  const scale = token.text === 'MM' || (token.text === 'mm' && isMoney) ? 1e6 : letters.get(token.lower)
  if (scale === undefined) return token.lower === 't' && isMoney ? {scale: 1e12, next: at + 1} : undefined
  if (isMoney) return {scale, next: at + 1}
  const isOne = token.text.length === 1
  if (!isOne) return {scale, next: at + 1}
  // "5m" is five metres or five million: metres first, unless a count follows.
  if (token.text === 'm') {
    const isCount = numeral.decimals === 1 || numeral.value >= 20
    const follower = lowerAt(tokens, at + 1)
    const isThing =
      /[^s]s$|^(?:people|children|men|women)$/.test(follower) &&
      !/^(?:is|was|has|as|this|its)$/.test(follower)
    return isCount && isThing ? {scale, next: at + 1} : undefined
  }
  if (!isGlued(tokens, at)) return undefined
  // "a 4K screen"
  if (token.text === 'K' && [2, 4, 5, 8].includes(numeral.value)) return undefined
  return token.text === 'b' ? undefined : {scale, next: at + 1}
}

/** The index where the end of a range begins: after `–`, `-`, “to”, or “and” after “between”. */
function jointAt(text: string, tokens: readonly Token[], {from, next, numeral}: Amount): number | undefined {
  const joint = lowerAt(tokens, next)
  if (joint === 'to' || (joint === 'and' && lowerAt(tokens, from - 1) === 'between')) return next + 1
  if (!/^[-–—‐‑~]$/.test(joint)) return undefined
  // "1--5"
  if (joint === '-' && lowerAt(tokens, next + 1) === '-' && isGlued(tokens, next + 1)) return next + 2
  const isTight = isGlued(tokens, next) && isGlued(tokens, next + 1)
  const mark = tokens[next] as Token
  const isSpaced = joint === '–' && text.charAt(mark.start - 1) === ' ' && text.charAt(mark.end) === ' '
  return isTight || (isSpaced && !numeral.isWord) ? next + 1 : undefined
}

/** “rose from 10% to 15%” are two figures: units on both sides of “to”. */
function isRange(low: Amount, high: Amount, tokens: readonly Token[]): boolean {
  if (isShortYear(low, high)) return true
  if (low.numeral.isFraction || high.numeral.isFraction) return false
  const isChange = lowerAt(tokens, low.next) === 'to' && low.hasUnit
  if (isChange && low.units[0]?.dimension !== high.units[0]?.dimension) return false
  const isWritten = low.hasUnit && high.hasUnit && lowerAt(tokens, low.next) === 'to'
  // "rose by £4.3m to £24.1m"
  if (isWritten && lowerAt(tokens, low.from - 1) === 'by') return false
  if (isWritten && tokens[low.from]?.kind !== 'sign') return false
  return (
    amountOf(low, low.hasScale ? low.scale : high.scale) < amountOf(high, high.scale) ||
    low.numeral.value < high.numeral.value
  )
}

/** “2019–20”. */
function isShortYear(low: Amount, {numeral, hasUnit}: Amount): boolean {
  return (
    isYearLike(low) && numeral.digits === 2 && !hasUnit && numeral.value === (low.numeral.value % 100) + 1
  )
}

function amountOf({numeral}: Amount, scale: number): number {
  return round(numeral.value * scale)
}

/** 1.1 × 1000000 is 1100000.0000000001 to the machine. */
function round(value: number): number {
  return Number(value.toPrecision(15))
}

function rangeOf(text: string, tokens: readonly Token[], low: Amount, high: Amount): PlacedFigure {
  const scale = low.hasScale || low.numeral.value >= high.numeral.value ? low.scale : high.scale
  const isYears = isYearLike(low) && !high.hasUnit && !high.hasScale
  const noun = high.hasUnit ? undefined : nounAfter(text, tokens, high.next)
  const unit = high.units[0] ?? low.units[0] ?? count
  const reading: Reading = {
    value: amountOf(low, scale),
    high: amountOf(high, high.scale),
    mantissa: low.numeral.value,
    scale: high.scale,
    unit,
    ...(noun !== undefined && {noun: noun.noun}),
    step: Math.min(low.numeral.step * scale, high.numeral.step * high.scale)
  }
  const next = noun?.isNext ? high.next + 1 : high.next
  return place(text, tokens, low.from, next, {
    kind: isYears ? 'year' : 'range',
    readings: [reading],
    ...(low.numeral.isWord && {isWord: true})
  })
}

function numberOf(text: string, tokens: readonly Token[], amount: Amount): PlacedFigure | undefined {
  const {numeral, scale, units, hasScale, hasUnit} = amount
  const isPlus = lowerAt(tokens, amount.next) === '+'
  const noun = hasUnit ? undefined : nounAfter(text, tokens, isPlus ? amount.next + 1 : amount.next)
  const isOnlyWord = numeral.isWord && !hasScale && !hasUnit && !numeral.isFraction
  // "one" is seldom a number.
  if (isOnlyWord && numeral.value <= 1) return undefined
  if (numeral.isFraction) return undefined
  const [unit = count] = units
  const readings: Reading[] = [
    {
      value: round(numeral.value * scale),
      mantissa: numeral.value,
      scale,
      unit,
      ...(noun !== undefined && {noun: noun.noun}),
      // A dozen is twelve.
      step: scale === 12 ? 1 : numeral.step * scale
    }
  ]
  const [first] = readings as [Reading]
  for (const other of amount.others)
    readings.push({
      ...first,
      ...other,
      value: round(numeral.value * other.scale),
      step: numeral.step * other.scale
    })
  if (numeral.other !== undefined)
    readings.push({...first, value: round(numeral.other * scale), mantissa: numeral.other, step: scale})
  const isYear = isYearLike(amount) && !isCounted(tokens, amount, noun?.isNext === true)
  const next = noun?.isNext && !isYear && !isPlus ? amount.next + 1 : amount.next
  return place(text, tokens, amount.from, next, {
    kind: isYear ? 'year' : 'number',
    readings,
    ...(numeral.isWord && {isWord: true})
  })
}

function isYearLike({numeral, hasUnit, hasScale}: Amount): boolean {
  const {value, digits, decimals, isGrouped} = numeral
  return (
    digits === 4 && decimals === 0 && !isGrouped && !hasUnit && !hasScale && value >= 1000 && value <= 2100
  )
}

/** “2000 people”, “more than 1800 schools”; but “the 2021 floods”. */
function isCounted(tokens: readonly Token[], {from, numeral}: Amount, isNoun: boolean): boolean {
  if (!isNoun || numeral.value % 10 > 0) return false
  return !/^(?:the|in|since|of|by|during|their|its|until|early|late|a)$/.test(lowerAt(tokens, from - 1))
}

/** The figure of the tokens `[from, next)`. */
export function place(
  text: string,
  tokens: readonly Token[],
  from: number,
  next: number,
  more: Pick<Figure, 'kind' | 'readings' | 'isWord' | 'isFraction' | 'follower'>
): PlacedFigure {
  const [reading] = more.readings
  const sign = tokens[from - 1]
  const isMinus =
    sign !== undefined && /^[-−–]$/.test(sign.text) && isGlued(tokens, from) && !isGlued(tokens, from - 1)
  const isNegative =
    isMinus && reading !== undefined && (sign.text === '−' || reading.unit.dimension === 'temperature')
  const start = (tokens[isNegative ? from - 1 : from] as Token).start
  const end = (tokens[next - 1] as Token).end
  const follower = tokens[next]?.kind === 'word' ? lowerAt(tokens, next) : undefined
  const readings = isNegative ? more.readings.map((one) => ({...one, value: -one.value})) : more.readings
  return {
    figure: {
      start,
      end,
      text: text.slice(start, end),
      exactness: exactnessOf(tokens, isNegative ? from - 1 : from, next),
      ...(follower !== undefined && {follower}),
      ...more,
      readings,
      ...(lowerAt(tokens, from - 1) === 'per' && {isOfRate: true})
    },
    next
  }
}
