/**
 * Which of many texts share a run of words: winnowed runs (those with the least hash among a few neighbours), sorted.
 *
 * Texts are strings of word codes. Whatever shares `size + window - 1` words in a row shares a winnowed run. Time grows
 * with the number of words (and the sort); a run that stands in many texts pairs each with its neighbours only.
 */
import {isFunctionCode} from './word-codes.ts'

/** Words of a run. */
const size = 4
/** Runs among which the one with the least hash is kept. */
const window = 4
/** Texts that share a run are all paired up to this number; beyond, each with so many that follow. */
const crowd = 8
const neighbours = 3

/** Calls `keep` with the hash (32 bits) and the place of each winnowed run, in order. */
export function winnow(codes: string, keep: (hash: number, at: number) => void): void {
  const count = codes.length - size + 1
  const recent = new Float64Array(window)
  const hashOf = (at: number): number => recent[at % window] ?? 0
  let least = -1
  let kept = -1
  for (let at = 0; at < count; at++) {
    recent[at % window] = hashRun(codes, at)
    if (least < 0 || least <= at - window) {
      least = Math.max(0, at - window + 1)
      for (let other = least + 1; other < at; other++) if (hashOf(other) <= hashOf(least)) least = other
    }
    if (hashOf(at) <= hashOf(least)) least = at
    if (least === kept || (at < window - 1 && at < count - 1)) continue
    kept = least
    keep(hashOf(least), least)
  }
}

function hashRun(codes: string, at: number): number {
  let hash = 0x2545f491
  let plain = 0
  for (let place = at; place < at + size; place++) {
    const code = codes.charCodeAt(place)
    if (isFunctionCode(code)) plain++
    hash = Math.imul(hash ^ code, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  // "as one of the" stands everywhere: it is kept only where no better run is near.
  return (hash >>> 1) + (plain >= size - 1 ? 0x80000000 : 0)
}

/** Two texts and the number of winnowed runs that they share. */
export interface SharedRuns {
  readonly left: number
  readonly right: number
  readonly count: number
}

/** Pairs of texts (`left < right`) with a run in common, in order. */
export function* findPairs(texts: readonly string[]): Generator<SharedRuns> {
  const width = 2 ** Math.max(1, Math.ceil(Math.log2(texts.length)))
  const range = Math.min(2 ** 32, Number.MAX_SAFE_INTEGER / width)
  const runs = new Numbers()
  for (const [index, text] of texts.entries()) {
    winnow(text, (hash) => runs.push((hash % range) * width + index))
  }
  const pairs = pairUp(runs.sorted(), width)
  const sorted = pairs.sorted()
  for (let at = 0; at < sorted.length; ) {
    const key = sorted[at] ?? 0
    let end = at + 1
    while (sorted[end] === key) end++
    yield {left: Math.floor(key / width), right: key % width, count: end - at}
    at = end
  }
}

function pairUp(runs: Float64Array, width: number): Numbers {
  const pairs = new Numbers()
  let owners: number[] = []
  let hash = -1
  const flush = (): void => {
    const limit = owners.length <= crowd ? crowd : neighbours
    for (let i = 0; i + 1 < owners.length; i++) {
      const end = Math.min(owners.length, i + limit + 1)
      for (let j = i + 1; j < end; j++) pairs.push((owners[i] ?? 0) * width + (owners[j] ?? 0))
    }
  }
  for (const run of runs) {
    const owner = run % width
    const own = (run - owner) / width
    if (own !== hash) {
      flush()
      owners = []
      hash = own
    }
    if (owners.at(-1) !== owner) owners.push(owner)
  }
  flush()
  return pairs
}

/** A list of numbers that grows and is sorted without a box for each. */
class Numbers {
  private values = new Float64Array(1024)
  private length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(2 * this.length)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  sorted(): Float64Array {
    return this.values.subarray(0, this.length).sort()
  }
}
