import type {Word} from '../model.ts'
import type {Shape, WordFacts} from '../prose/word-facts.ts'
import {hashOf} from '../prose/words.ts'
import {rankOf, readListed} from './lexicon.ts'
import {countedBits, countedTraits} from './measures.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

/** What `measures.ts` counts, and what `cues.ts` looks for. */
const markedBits = countedBits | word.magnitude | word.number | word.past
const markedTraits = countedTraits | trait.number

const keptSize = 0x10000
/**
 * The last word of each hash, so at most this many. Articles repeat a small vocabulary: 783 of them have 749,000 words
 * and 41,000 different ones.
 */
const kept: (WordFacts | undefined)[] = new Array(keptSize).fill(undefined)

/** What is known of a word. */
export function factsOf(word: Word): WordFacts {
  const {known} = word
  if (known === undefined) return findFacts(word)
  known.facts ??= readFacts(known.text, known.key, known.hash)
  return known.facts
}

/** Of a word with other characters than some letters of ASCII. */
function findFacts({text, key, hash = hashOf(key)}: Word): WordFacts {
  // "The" and "the" have one hash: the odd number parts them.
  const slot = (text === key ? hash : hash + 997) & (keptSize - 1)
  const known = kept[slot]
  if (known !== undefined && known.text === text) return known
  // Two places a word: with one, a third of the rarer words push each other out.
  const second = kept[slot ^ 1]
  if (second !== undefined && second.text === text) return second
  const own = copy(text)
  const facts = readFacts(own, key === text ? own : copy(key), hash)
  if (known !== undefined) kept[slot ^ 1] = known
  kept[slot] = facts
  return facts
}

/** Of 13 characters and more V8 makes a slice that keeps the whole article in memory. */
function copy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

function readFacts(text: string, key: string, hash: number): WordFacts {
  const listed = readListed(key)
  const shape = shapeOf(text, key)
  const ending = endingOf(key, shape)
  const bits = listed.bits === 0 && ending & trait.participle && key.length > 4 ? word.past : listed.bits
  let traits = listed.traits | ending
  if (shape === 'number') traits |= numberTraits(key)
  if (key.includes(',')) traits |= trait.comma
  const stem = stemOf(key)
  return {
    text,
    bits,
    traits,
    isMarked: (bits & markedBits) !== 0 || (traits & markedTraits) !== 0,
    hasCapital: shape === 'capital' || shape === 'acronym',
    hash: hash & (filterSize - 1),
    rank: rankOf(key, hash),
    shape,
    key,
    stem,
    stemHash: stem === key ? hash & (filterSize - 1) : filterHash(stem)
  }
}

const filterSize = 1024

/** Tells quickly, by their hashes, of most words that they aren't among a few: 1 for those that may be. */
export function createFilter(): Uint8Array {
  return new Uint8Array(filterSize)
}

/** Of a key or stem. */
export function filterHash(key: string): number {
  return hashOf(key) & (filterSize - 1)
}

function shapeOf(text: string, key: string): Shape {
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return isNumbered(text) ? 'acronym' : 'number'
  if (text === key) return 'lower'
  const second = text.charCodeAt(1)
  const isSmall = second >= 97 && second <= 122
  if (!isSmall && text.length > 1 && text === text.toUpperCase()) return 'acronym'
  return text.charAt(0) === key.charAt(0) ? 'lower' : 'capital'
}

/** "3M", "18F": names, unlike "20GB", "5K", "3D". */
function isNumbered(text: string): boolean {
  return (
    /^\d{1,3}\p{Lu}[\p{L}\d]*$/u.test(text) &&
    !/^\d+(?:[KMBTVWAHC]|[KMGTP]B|[KMGT]?Hz|[AP]M|[KMG]W|[KMGT]?W?h|[KMG]bps|MP|D|X)$/.test(text)
  )
}

/** "acme's" → "acme" */
export function stemOf(lower: string): string {
  return lower.endsWith("'s") || lower.endsWith('’s') ? lower.slice(0, -2) : lower
}

function numberTraits(key: string): number {
  if (/^(?:1\d|20)\d\d(?:s|[–-]\d\d(?:\d\d)?)?$/.test(key)) return trait.number | trait.year
  return /^\d{1,3},\d{3}|^\d{4,}/.test(key) ? trait.number | trait.bigNumber : trait.number
}

function endingOf(key: string, shape: Shape): number {
  const isLong = key.length > 4
  // One look at the last letter: most words end in another one.
  switch (key.charCodeAt(key.length - 1)) {
    case 0x64: // d
      return key.endsWith('ed') ? trait.participle : 0
    case 0x67: // g
      return isLong && key.endsWith('ing') ? trait.gerund : 0
    case 0x6e: // n
      return key.endsWith('question') ? trait.hanging : 0
    case 0x72: // r
      return isLong && shape === 'lower' && key.endsWith('er') ? trait.agent : 0
    case 0x73: // s
      return isLong ? trait.plural : 0
    default:
      return 0
  }
}
