import type {Numeral} from './numerals.ts'
import {lowerAt, type Token} from './tokens.ts'

const small = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value])
)
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, index * 10 + 20])
)
/** What a part is called, and how many of them make a whole. */
const parts = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10]
])
const vague = new Set(['hundreds', 'thousands', 'millions', 'billions', 'trillions', 'dozens'])

/** The scales of numbers, as words. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['millions', 1e6],
  ['billion', 1e9],
  ['billions', 1e9],
  ['trillion', 1e12],
  ['trillions', 1e12],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['dozen', 12]
])

/** Words with which a number in words can begin. */
export const numberWords: ReadonlySet<string> = new Set(['a', 'an', 'half', ...small.keys(), ...tens.keys()])

/** The number in words that begins at a token: `thirty-one`, `two hundred and five`, `a third`, `half a`, `a dozen`. */
export function readNumberWord(tokens: readonly Token[], from: number): Numeral | undefined {
  const word = lowerAt(tokens, from)
  if (word === 'half') return readHalf(tokens, from)
  const isArticle = word === 'a' || word === 'an'
  if (isArticle) {
    const next = lowerAt(tokens, from + 1)
    if (next === 'half' || next === 'second' || vague.has(next)) return undefined
    if (parts.has(next)) return fraction(1, next, tokens, from + 2)
    if (!scales.has(next)) return undefined
    // "a hundred and five"
    return readSum(tokens, from, 1, from + 1)
  }
  const first = readSmall(tokens, from)
  if (first === undefined) return undefined
  const at = skipHyphen(tokens, first.next)
  const part = lowerAt(tokens, at)
  const isPlural = part.endsWith('s') && parts.has(part.slice(0, -1))
  if (first.value > 1 && isPlural && first.value <= 10)
    return fraction(first.value, part.slice(0, -1), tokens, at + 1)
  if (first.value === 1 && parts.has(part) && part !== 'halves') return fraction(1, part, tokens, at + 1)
  return readSum(tokens, from, first.value, first.next)
}

/** “half”, “half of the”, “half a million”. */
function readHalf(tokens: readonly Token[], from: number): Numeral | undefined {
  const isOfScale = /^an?$/.test(lowerAt(tokens, from + 1)) && scales.has(lowerAt(tokens, from + 2))
  if (isOfScale) return numeral(0.5, 0.1, from + 2)
  if (
    /^(?:first|second|other|latter|top|bottom|better|upper|lower|back|front)$/.test(lowerAt(tokens, from - 1))
  )
    return undefined
  return fraction(1, 'half', tokens, from + 1)
}

function fraction(count: number, part: string, tokens: readonly Token[], next: number): Numeral | undefined {
  const whole = parts.get(part) ?? 2
  // "a fourth-grade level"
  if (lowerAt(tokens, next) === '-' && tokens[next]?.start === tokens[next - 1]?.end) return undefined
  // "the third quarter", "a quarter final", "a third party", "a fifth time": no part of anything.
  if (
    /^(?:part(?:y|ies)|person|time|year|day|place|round|option|way|one|grade|grader|century)$/.test(
      lowerAt(tokens, next)
    )
  )
    return undefined
  return {...numeral(count / whole, 0.03, next), isFraction: true}
}

function readSmall(tokens: readonly Token[], from: number): {value: number; next: number} | undefined {
  const word = lowerAt(tokens, from)
  const unit = small.get(word)
  if (unit !== undefined) return {value: unit, next: from + 1}
  const ten = tens.get(word)
  if (ten === undefined) return undefined
  const at = skipHyphen(tokens, from + 1)
  const more = small.get(lowerAt(tokens, at))
  const isMore = more !== undefined && more > 0 && more < 10
  return isMore ? {value: ten + more, next: at + 1} : {value: ten, next: from + 1}
}

/** The sum that begins with a number below a hundred: `two hundred and five`, `three thousand two hundred`. */
function readSum(tokens: readonly Token[], from: number, first: number, start: number): Numeral {
  let total = 0
  let group = first
  let next = start
  let step = 1
  // "two and a half million"
  if (
    lowerAt(tokens, next) === 'and' &&
    lowerAt(tokens, next + 1) === 'a' &&
    lowerAt(tokens, next + 2) === 'half'
  ) {
    group += 0.5
    next += 3
    step = 0.1
  }
  for (let left = 8; left > 0; left--) {
    const word = lowerAt(tokens, skipHyphen(tokens, next))
    const scale = word === 'hundred' ? 100 : word === 'thousand' ? 1000 : undefined
    if (scale === undefined) break
    next = skipHyphen(tokens, next) + 1
    if (scale === 100) group *= 100
    else {
      total += group * 1000
      group = 0
    }
    const at = lowerAt(tokens, next) === 'and' ? next + 1 : next
    const more = readSmall(tokens, at)
    if (more === undefined || scales.get(lowerAt(tokens, more.next)) === 1e6) break
    group += more.value
    next = more.next
  }
  // The caller reads "million" and what else is a scale.
  const value = total + group
  return numeral(
    value,
    value >= 1000 ? 10 ** Math.floor(Math.log10(value) - 1) : step,
    Math.max(next, from + 1)
  )
}

function numeral(value: number, step: number, next: number): Numeral {
  return {value, step, digits: 0, decimals: 0, isGrouped: false, isWord: true, next}
}

/** The index after a hyphen that glues two words. */
function skipHyphen(tokens: readonly Token[], at: number): number {
  const isHyphen = /^[-‐‑]$/.test(lowerAt(tokens, at)) && tokens[at]?.start === tokens[at - 1]?.end
  return isHyphen && tokens[at + 1]?.start === tokens[at]?.end ? at + 1 : at
}

/** Letters after a number that scale it. */
export const letters: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
  ['trn', 1e12]
])
