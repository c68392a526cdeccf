import {nounAfter} from './nouns.ts'
import {scales} from './number-words.ts'
import {readNumeral} from './numerals.ts'
import {type PlacedFigure, place, type Reading} from './quantities.ts'
import {isGlued, lowerAt, type Token} from './tokens.ts'
import {count, percent, times, unitAfter} from './units.ts'

/** Words for a multiple. */
export const multiples: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['thrice', 3],
  ['doubled', 2],
  ['doubles', 2],
  ['doubling', 2],
  ['double', 2],
  ['twofold', 2],
  ['tripled', 3],
  ['triples', 3],
  ['tripling', 3],
  ['triple', 3],
  ['threefold', 3],
  ['quadrupled', 4],
  ['quadruple', 4],
  ['fourfold', 4],
  ['fivefold', 5],
  ['tenfold', 10],
  ['halved', 0.5],
  ['halving', 0.5]
])
/** “doubled down”, “doubles as”, “a double room”: no multiple. */
const idiom =
  /^(?:down|over|up|back|room|rooms|bed|check|click|digits?|edged|standards?|sided|blind|glazing|glazed)$/
/** Numbers that others are told out of. */
const wholes = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000
])

/** The part of a whole or the multiple that begins at a token: “a third”, “one in five”, “3 out of 4”, “twice”, `3x`. */
export function readRatio(text: string, tokens: readonly Token[], index: number): PlacedFigure | undefined {
  const multiple = multiples.get(lowerAt(tokens, index))
  if (multiple !== undefined) {
    const next = lowerAt(tokens, index + 1)
    // "The lessons are twofold."
    if (/fold$/.test(lowerAt(tokens, index)) && /^(?:is|are|was|were)$/.test(lowerAt(tokens, index - 1)))
      return undefined
    const isAs = next === 'as' && lowerAt(tokens, index) !== 'twice'
    if (idiom.test(next) || /^[-‐]$/.test(next) || isAs) return undefined
    const isChange = !/^(?:twice|thrice|double|triple|quadruple)$/.test(lowerAt(tokens, index))
    // "it is tried twice more."
    if (next === 'more' && !isChange && tokens[index + 2]?.kind !== 'word')
      return timesOf(text, tokens, index, index + 2, multiple, false)
    return timesOf(text, tokens, index, index + 1, multiple, isChange)
  }
  const part = readNumeral(text, tokens, index)
  if (part === undefined) return undefined
  const unitWord = lowerAt(tokens, part.next)
  const isSign = unitWord === 'x' || unitWord === '×'
  const isTimes = isSign
    ? isGlued(tokens, part.next) && tokens[part.next + 1]?.kind !== 'digits'
    : unitWord === 'times'
  const isFold = unitWord === 'fold' || (unitWord === '-' && lowerAt(tokens, part.next + 1) === 'fold')
  if (!part.isFraction && isTimes) return timesOf(text, tokens, index, part.next + 1, part.value, isSign)
  if (!part.isFraction && isFold && !/^(?:is|are|was|were)$/.test(lowerAt(tokens, index - 1)))
    return timesOf(text, tokens, index, part.next + (unitWord === '-' ? 2 : 1), part.value, true)
  const isNamed = part.value === 1 && part.isWord && lowerAt(tokens, part.next + 1) === 'in'
  const at = isNamed && tokens[part.next]?.kind === 'word' ? part.next + 1 : part.next
  const whole = wholeAt(text, tokens, at, part.value, part.isGrouped)
  if (!part.isFraction && part.decimals === 0 && whole !== undefined)
    return share(text, tokens, index, whole.next, part.value / whole.value, 'ratio', part.isWord)
  if (!part.isFraction) return undefined
  const amount = partOfUnit(text, tokens, index, part.next, part.value)
  if (amount !== undefined) return amount
  const next = lowerAt(tokens, part.next)
  const isPart =
    next === 'of' || (next === 'the' && part.value !== 0.5) || isAmongWords(tokens, index, part.next)
  return share(text, tokens, index, part.next, part.value, isPart ? 'of' : '', true)
}

/** “a quarter of a million people”, “half a percentage point”. */
function partOfUnit(
  text: string,
  tokens: readonly Token[],
  index: number,
  at: number,
  value: number
): PlacedFigure | undefined {
  const article = lowerAt(tokens, at) === 'of' ? at + 1 : at
  if (!/^(?:an?|one)$/.test(lowerAt(tokens, article))) return undefined
  const scale = scales.get(lowerAt(tokens, article + 1))
  const placed = unitAfter(tokens, scale === undefined ? article + 1 : article + 2)
  const isPoints = placed !== undefined && /^(?:points|percent)$/.test(placed.unit.dimension)
  if (scale === undefined && !isPoints) return undefined
  const end = placed?.at ?? article + 2
  const noun = placed === undefined ? nounAfter(text, tokens, end) : undefined
  const factor = scale ?? 1
  const reading: Reading = {
    value: value * factor,
    mantissa: value,
    scale: factor,
    unit: placed?.unit ?? count,
    ...(noun !== undefined && {noun: noun.noun}),
    step: scale === undefined ? 0.01 : factor / 10
  }
  return place(text, tokens, index, noun?.isNext ? end + 1 : end, {
    kind: 'number',
    readings: [reading],
    isWord: true
  })
}

/** “a third more”, “by half”, “about a quarter”: said of an amount. */
function isAmongWords(tokens: readonly Token[], index: number, next: number): boolean {
  return (
    lowerAt(tokens, index - 1) === 'by' || /^(?:more|less|fewer|higher|lower)$/.test(lowerAt(tokens, next))
  )
}

/** The whole of “3 in 10”, “3 out of 4”, “3 of 4”, “3/4 of”. */
function wholeAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  part: number,
  isGrouped: boolean
): {value: number; next: number} | undefined {
  const word = lowerAt(tokens, at)
  const second = lowerAt(tokens, at + 1)
  const isOutOf = word === 'out' && second === 'of'
  const isEvery = word === 'in' && second === 'every'
  const isSlash = word === '/' && isGlued(tokens, at)
  if (!isOutOf && !isSlash && word !== 'in' && word !== 'of') return undefined
  const from = isOutOf || isEvery ? at + 2 : at + 1
  const skipped = /^(?:the|every|all)$/.test(lowerAt(tokens, from)) && isOutOf ? from + 1 : from
  const whole = readNumeral(text, tokens, skipped)
  if (whole === undefined || whole.isFraction || whole.decimals > 0 || part >= whole.value || part === 0)
    return undefined
  if (isSlash)
    return lowerAt(tokens, whole.next) === 'of' ? {value: whole.value, next: whole.next} : undefined
  // "5 in 2021", "300 of 5 kinds", "2 in 3 days"
  const isSmall = wholes.has(whole.value)
  if (word === 'in' && (!isSmall || isGrouped)) return undefined
  // "one of five units": it is one of them.
  if (word === 'of' && !isOutOf && part === 1) return undefined
  if (tokens[whole.next]?.kind === 'word' && isGlued(tokens, whole.next)) return undefined
  if (
    /^(?:percent|per|%|million|billion|years?|months?|days?|weeks?|hours?|minutes?)$/.test(
      lowerAt(tokens, whole.next)
    )
  )
    return undefined
  return {value: whole.value, next: whole.next}
}

function share(
  text: string,
  tokens: readonly Token[],
  from: number,
  next: number,
  value: number,
  follower: 'of' | 'ratio' | '',
  isWord: boolean
): PlacedFigure {
  const asPercent = value * 100
  const reading: Reading = {value: asPercent, mantissa: asPercent, scale: 1, unit: percent, step: 3}
  return place(text, tokens, from, next, {
    kind: 'number',
    readings: [reading],
    isFraction: true,
    isWord,
    follower
  })
}

function timesOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  next: number,
  value: number,
  isChange: boolean
): PlacedFigure {
  const step = Number.isInteger(value) ? 0.5 : 0.1
  const reading: Reading = {value, mantissa: value, scale: 1, unit: times, step}
  return place(text, tokens, from, next, {
    kind: 'number',
    readings: [reading],
    // What grows threefold compares two amounts whatever follows.
    ...(isChange && {follower: 'more'})
  })
}
