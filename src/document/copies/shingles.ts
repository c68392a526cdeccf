/**
 * Which of many texts share a run of words: winnowed runs (those with the least hash among a few neighbours), sorted.
 *
 * Texts are strings of word codes. Whatever shares `size + window - 1` words in a row shares a winnowed run. Time grows
 * with the number of words; a run that stands in many texts pairs each with its neighbours only.
 */
import {createPostings, type Postings} from './postings.ts'
import {isFunctionCode} from './word-codes.ts'

/** Words of a run. */
const size = 4
/** Runs among which the one with the least hash is kept. */
const window = 4
/** Texts that share a run are all paired up to this number; beyond, each with so many that follow. */
const crowd = 8
const neighbours = 3
const absent = Number.POSITIVE_INFINITY
/** About two runs in five are kept; in text of many articles about one pair comes of so many words. */
const runsPerWord = 0.4
const wordsPerPair = 8

/** Calls `keep` with the hash (32 bits) and the place of each winnowed run, in order. */
export function winnow(codes: string, keep: (hash: number, at: number) => void): void {
  const count = codes.length - size + 1
  if (count < 1) return
  // The runs before the one at hand, that before it last, and its words: lists for each text are dear, and each word is
  // in four runs.
  let first = absent
  let second = absent
  let third = absent
  let a = 0
  let b = codes.charCodeAt(0)
  let c = codes.charCodeAt(1)
  let d = codes.charCodeAt(2)
  let kept = -1
  for (let at = 0; at < count; at++) {
    a = b
    b = c
    c = d
    d = codes.charCodeAt(at + size - 1)
    const fourth = hashRun(a, b, c, d)
    if (at >= window - 1 || at === count - 1) {
      const least = Math.min(first, second, third, fourth)
      // Of two that are the same, the one that comes last.
      const back = fourth === least ? 0 : third === least ? 1 : second === least ? 2 : 3
      if (at - back !== kept) keep(least, at - back)
      kept = at - back
    }
    first = second
    second = third
    third = fourth
  }
}

function hashRun(a: number, b: number, c: number, d: number): number {
  const plain = +isFunctionCode(a) + +isFunctionCode(b) + +isFunctionCode(c) + +isFunctionCode(d)
  let hash = mix(mix(mix(mix(0x2545f491, a), b), c), d)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  // "as one of the" stands everywhere: it is kept only where no better run is near.
  return (hash >>> 1) + (plain >= size - 1 ? 0x80000000 : 0)
}

function mix(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/**
 * Calls `use` with each two texts (`left < right`) that have a run in common, in order, and the number of winnowed runs
 * that they share.
 */
export function eachPair(
  texts: readonly string[],
  use: (left: number, right: number, count: number) => void
): void {
  const words = texts.reduce((sum, {length}) => sum + length, 0)
  const runs = createPostings(2 ** 32, texts.length, words * runsPerWord)
  for (let index = 0; index < texts.length; index++)
    winnow(texts[index] as string, (hash) => runs.add(hash, index))
  const pairs = createPostings(texts.length, texts.length, words / wordsPerPair)
  runs.drain(2, (_, owners, count) => pairUp(owners, count, pairs))
  pairs.drain(1, (left, rights, count) => {
    for (let at = 0; at < count; ) {
      const right = rights[at] as number
      const first = at
      while (at < count && rights[at] === right) at++
      use(left, right, at - first)
    }
  })
}

/** Pairs of the texts that have a run, each named once or more, in order. */
function pairUp(owners: Int32Array, count: number, pairs: Postings): void {
  let length = 1
  for (let at = 1; at < count; at++)
    if (owners[at] !== owners[length - 1]) owners[length++] = owners[at] as number
  const limit = length <= crowd ? crowd : neighbours
  for (let i = 0; i + 1 < length; i++) {
    const end = Math.min(length, i + limit + 1)
    for (let j = i + 1; j < end; j++) pairs.add(owners[i] as number, owners[j] as number)
  }
}
