/**
 * The words of ASCII letters that texts repeat, each of them once. An article of 1,500 words has 500 different ones, and
 * most of them the last article had too: no string is made for a word that is known.
 */

import {unitAt} from './units.ts'
import type {WordFacts} from './word-facts.ts'

/** A word as it is written, wherever it stands. */
export interface KnownWord {
  readonly text: string
  /** As `Word` has them. */
  readonly key: string
  readonly hash: number
  /** Its letters, as `knownWord` gets them. */
  readonly low: number
  readonly high: number
  /** What is known of the word, once somebody asked. */
  facts: WordFacts | undefined
}

/** Letters of `low` and of `high`, five bits each: together the longest word that is kept. */
export const halfLetters = 6
export const longestKnown = 2 * halfLetters
/** Of `low`, above its letters: the first one is a capital. */
export const capitalBit = 1 << 30

const size = 0x10000
/** By a hash of their letters: two places a word, so at most this many. */
const kept: (KnownWord | undefined)[] = new Array(size).fill(undefined)

/**
 * The word at `[start, end)` of a text: letters of which the first alone may be a capital. As no letter is 0, no other
 * word has the same numbers.
 *
 * @param low its first letters, `code & 31` each, five bits a letter, with `capitalBit`
 * @param high the others
 */
export function knownWord(low: number, high: number, text: string, start: number, end: number): KnownWord {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  const slot = (mixed ^ (mixed >>> 16)) & (size - 1)
  const known = kept[slot]
  if (known !== undefined && known.low === low && known.high === high) return known
  const second = kept[slot ^ 1]
  if (second !== undefined && second.low === low && second.high === high) return second
  const written = text.slice(start, end)
  const key = low & capitalBit ? uncapital(written) : written
  const word: KnownWord = {text: written, key, hash: hashOf(key), low, high, facts: undefined}
  // With one place, a third of the rarer words push each other out.
  if (known !== undefined) kept[slot ^ 1] = known
  kept[slot] = word
  return word
}

/** The lower case of a word of which the first letter alone is a capital: `toLowerCase` asks ICU where a unit has two bytes. */
function uncapital(word: string): string {
  return String.fromCharCode(unitAt(word, 0) | 32) + word.slice(1)
}

/** The hash of a key, 32 bits, as `splitWords` gives it. */
export function hashOf(key: string): number {
  let hash = 0
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ unitAt(key, at), 0x9e3779b1) ^ (hash >>> 15)
  return hash
}
