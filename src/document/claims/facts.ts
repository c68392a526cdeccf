import {lazy} from '../lazy.ts'
import type {Word} from '../model.ts'
import {listedTraits, trait} from './traits.ts'
import {mayHang} from './weasels.ts'
import {weights} from './weights.ts'
import {word, wordClasses} from './words.ts'

/** How a word is written. */
export type Shape = 'lower' | 'capital' | 'acronym' | 'number'

/** What is known of a word wherever it stands. */
export interface WordFacts {
  readonly text: string
  /** As it is compared. */
  readonly key: string
  /** Its key without "'s". */
  readonly stem: string
  readonly shape: Shape
  /** Bits of its classes, see `word`. */
  readonly bits: number
  readonly traits: number
  /** In lower case and of no class or trait: most words say nothing. */
  readonly isPlain: boolean
  /** The same for words of one key, see `createFilter`. */
  readonly hash: number
  readonly stemHash: number
  /** Its number in the tables of the shipped weights, or -1. */
  readonly rank: number
}

const keptSize = 0x10000
/**
 * The last word of each hash, so at most this many. Articles repeat a small vocabulary: 783 of them have 926,000 words
 * and 43,000 different ones.
 */
const kept: (WordFacts | undefined)[] = new Array(keptSize).fill(undefined)

/** What is known of a word. */
export function factsOf({text, key}: Word): WordFacts {
  const slot = mix(text) & (keptSize - 1)
  const known = kept[slot]
  if (known !== undefined && known.text === text) return known
  const own = copy(text)
  const facts = readFacts(own, key === text ? own : copy(key))
  kept[slot] = facts
  return facts
}

/** Of 13 characters and more V8 makes a slice that keeps the whole article in memory. */
function copy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

function mix(text: string): number {
  let hash = text.length
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

const ranks = lazy(() => new Map(weights.words.split(' ').map((key, rank) => [key, rank])))

function readFacts(text: string, key: string): WordFacts {
  const bits = bitsOf(key)
  const shape = shapeOf(text, key)
  const traits = traitsOf(key, shape)
  const stem = stemOf(key)
  return {
    text,
    key,
    stem,
    shape,
    bits,
    traits,
    isPlain: shape === 'lower' && bits === 0 && traits === 0,
    hash: hashOf(key),
    stemHash: hashOf(stem),
    rank: ranks().get(key) ?? -1
  }
}

const filterSize = 1024

/** Tells quickly, by their hashes, of most words that they aren't among a few: 1 for those that may be. */
export function createFilter(): Uint8Array {
  return new Uint8Array(filterSize)
}

/** Of a key or stem. */
export function hashOf(key: string): number {
  return mix(key) & (filterSize - 1)
}

/** The classes of a word, by its key; of one that is in no list what its ending shows. */
function bitsOf(key: string): number {
  const known = wordClasses.get(key)
  if (known !== undefined) return known
  return key.length > 4 && key.endsWith('ed') ? word.past : 0
}

function shapeOf(text: string, key: string): Shape {
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return isNumbered(text) ? 'acronym' : 'number'
  if (text === key) return 'lower'
  if (text.length > 1 && text === text.toUpperCase()) return 'acronym'
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

function traitsOf(key: string, shape: Shape): number {
  let traits = listedTraits.get(key) ?? 0
  if (shape === 'number') {
    traits |= trait.number
    if (/^(?:1\d|20)\d\d(?:s|[–-]\d\d(?:\d\d)?)?$/.test(key)) traits |= trait.year
    else if (/^\d{1,3},\d{3}|^\d{4,}/.test(key)) traits |= trait.bigNumber
  }
  if (key.includes(',')) traits |= trait.comma
  if (key.length > 4) {
    if (shape === 'lower' && key.endsWith('er')) traits |= trait.agent
    if (key.endsWith('ing')) traits |= trait.gerund
    if (key.endsWith('s')) traits |= trait.plural
  }
  if (key.endsWith('ed')) traits |= trait.participle
  if (mayHang(key)) traits |= trait.hanging
  return traits
}
