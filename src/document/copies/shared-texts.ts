/** Texts that repeat another one, among the texts of many articles: word codes only, verified word by word. */
import {type Alignment, align} from './rewording.ts'
import {eachPair, winnow} from './shingles.ts'
import {isNumberCode} from './word-codes.ts'

export interface SharedText {
  /** Indexes of the two texts. */
  readonly shorter: number
  readonly longer: number
  readonly kind: 'contained' | 'near'
  /** 0-1: the share of words that are the same, in order. */
  readonly similarity: number
}

/** The word codes that are names where each stands, and when two of them are a copy. */
export interface SharedTextOptions {
  readonly names: readonly string[]
  /** Shorter texts are compared word for word only. */
  readonly nearMinWords: number
  /** 0-1: the share of words that must be the same, in order, in a reworded copy. */
  readonly similarity: number
}

/** A text of fewer words makes up most of a longer one that contains it, or stands there by chance. */
const shortWords = 20
const shortSurplus = 20
/** Below this many words a chance likeness weighs more: a reworded copy needs a higher share. */
const looseWords = 40
const strictness = 0.06
/** A text of so many words has one more run in common with its copy. */
const wordsPerRun = 12
/** A pattern has a blank at least every so many words. */
const blankEvery = 40

/**
 * Pairs of different texts of which one contains the other, or rewords it. No text stands in both ways in a pair. Texts
 * with the same codes differ in a word or so, nobody knows which: mostly a number or a name, where they have any.
 */
export function findSharedTexts(
  texts: readonly string[],
  {names, nearMinWords, similarity: least}: SharedTextOptions
): SharedText[] {
  const shared: SharedText[] = []
  // Most pairs are none by their lengths, and reading these off a million strings is slow.
  const lengths = Int32Array.from(texts, ({length}) => length)
  eachPair(texts, (left, right, count) => {
    const isLeft = (lengths[left] as number) <= (lengths[right] as number)
    const [shorter, longer] = isLeft ? [left, right] : [right, left]
    const length = lengths[shorter] as number
    const surplus = (lengths[longer] as number) - length
    const mayContain = length >= shortWords || surplus <= shortSurplus
    const mayReword =
      length + surplus >= nearMinWords && surplus <= length && count >= length / wordsPerRun - 1
    if (!mayContain && !mayReword) return
    const [short, long] = [texts[shorter] as string, texts[longer] as string]
    if (surplus === 0 && short === long) {
      const blanks = countBlanks(short, `${names[shorter]}${names[longer]}`)
      if (length < nearMinWords || isDense(blanks, length)) return
      shared.push({shorter, longer, kind: 'near', similarity: 1 - 1 / length})
      return
    }
    if (mayContain && long.includes(short)) {
      shared.push({shorter, longer, kind: 'contained', similarity: 1})
      return
    }
    if (!mayReword) return
    const found = alignTexts(short, long)
    if (!found) return
    const similarity = found.equal / Math.max(length, found.to - found.from)
    const needed = length < looseWords ? Math.min(least + strictness, 1) : least
    if (similarity < needed) return
    if (isPattern(short, long, found, names[shorter] as string, names[longer] as string)) return
    shared.push({shorter, longer, kind: 'near', similarity})
  })
  return shared
}

/** Aligned from where most of their common runs are equally far apart. */
function alignTexts(short: string, long: string): Alignment | undefined {
  const places = new Map<number, number>()
  winnow(short, (hash, at) => places.set(hash, at))
  const votes = new Map<number, {count: number; at: number}>()
  let best: {count: number; at: number; distance: number} | undefined
  winnow(long, (hash, at) => {
    const place = places.get(hash)
    if (place === undefined) return
    const distance = at - place
    const vote = votes.get(distance) ?? {count: 0, at: place}
    votes.set(distance, vote)
    vote.count++
    if (!best || vote.count > best.count) best = {...vote, distance}
  })
  if (!best) return undefined
  const {at, distance} = best
  const ids = new Int32Array(short.length + long.length)
  for (let i = 0; i < short.length; i++) ids[i] = short.charCodeAt(i)
  for (let i = 0; i < long.length; i++) ids[short.length + i] = long.charCodeAt(i)
  return align(
    ids,
    {start: 0, length: short.length, anchor: at},
    {start: short.length, length: long.length, anchor: short.length + at + distance}
  )
}

/** Whether the two differ mostly in names and numbers: a pattern that was filled in twice, and no copy. */
function isPattern(
  short: string,
  long: string,
  {gaps}: Alignment,
  shortNames: string,
  longNames: string
): boolean {
  const blanks = gaps.filter((gap) => {
    const here = short.slice(gap.start, gap.end)
    const there = long.slice(gap.from, gap.to)
    return (hasName(here, shortNames) && hasName(there, longNames)) || (hasNumber(here) && hasNumber(there))
  }).length
  return 2 * blanks >= gaps.length && isDense(blanks, short.length)
}

function isDense(blanks: number, length: number): boolean {
  return blanks > 0 && blanks * blankEvery >= length
}

/** How many words of a text are names or numbers. */
function countBlanks(codes: string, names: string): number {
  let count = 0
  for (const code of codes) if (names.includes(code) || isNumberCode(code.charCodeAt(0))) count++
  return count
}

function hasName(codes: string, names: string): boolean {
  for (const code of codes) if (names.includes(code)) return true
  return false
}

function hasNumber(codes: string): boolean {
  for (let at = 0; at < codes.length; at++) if (isNumberCode(codes.charCodeAt(at))) return true
  return false
}
