import type {WordFacts} from '../prose/word-facts.ts'
import {featureNames} from './columns.ts'
import {type Candidate, readFeatures} from './features.ts'
import {createTrees, type TreeWeights} from './trees.ts'
import {weights as shipped} from './weights.ts'

/** Mean and deviation of a feature, and its weight for "needs a source and has none" and for "needs a source". */
type SharedWeight = readonly [mean: number, deviation: number, unsourced: number, needs: number]

/** A weight for each word; a character each, `step` apart, the middle one for 0. */
export interface WordWeights {
  readonly bias: number
  readonly table: string
  readonly step: number
}

/** What `npm run train-claims` writes; see `tests/claims/README.md`. */
export interface ClaimWeights {
  /** The words of the tables, by their hash: `tests/tools/claims/word-order.mjs` puts them in order. */
  readonly words: string
  /** How many of them have the same first 12 bits of it, a character each from "0" on. */
  readonly buckets: string
  /** Of `unsourced` and `needs`; a feature counts by its square root. */
  readonly features: Readonly<Record<string, SharedWeight>>
  /** Whether a sentence needs a source and has none. */
  readonly unsourced: WordWeights
  /** Whether it needs one. */
  readonly needs: WordWeights
  /** Whether one that needs a source has it: mean, deviation and weight of features. */
  readonly covered: {
    readonly bias: number
    readonly features: Readonly<Record<string, readonly [mean: number, deviation: number, weight: number]>>
  }
  /** As `unsourced`. */
  readonly trees: TreeWeights
  /** From the score to a probability. */
  readonly calibration: {readonly slope: number; readonly offset: number}
}

/** The first character of a table, for the lowest weight, and the number of levels. */
export const firstLevel = 33
export const levels = 93

/** How sure it is of a candidate, 0-1. */
export interface Score {
  /** That an editor would ask for a source: it needs one, and none is in reach. */
  readonly confidence: number
  /** That it needs one, whether it has one or not. */
  readonly need: number
}

/** @param least nothing is worked out for a candidate that needs a source less surely than this */
export type Scorer = (candidate: Candidate, least?: number) => Score | undefined

/** A feature beyond three deviations says no more than one at three. */
const clip = 3

/** Prepares weights for scoring. */
export function createScorer(weights: ClaimWeights): Scorer {
  const sum = createSums(weights)
  const covered = createCovered(weights.covered)
  const trees = createTrees(weights.trees, weights.trees.features.map(indexOf))
  const {slope, offset} = weights.calibration
  // One for all candidates, written anew for each.
  const row = new Float64Array(featureNames.length)
  return (candidate, least = 0) => {
    readFeatures(candidate, row)
    const {unsourced, needs} = sum(row, candidate)
    const need = sigmoid(needs)
    if (need < least) return undefined
    const inSteps = logSigmoid(needs) + logSigmoid(-covered(row))
    const score = (unsourced + inSteps + trees(row)) / 3
    const confidence = sigmoid(slope * score + offset)
    return {confidence, need: Math.max(confidence, need)}
  }
}

/** The number of each word in the tables; the facts of a word have that of the shipped weights. */
function createNumbering(words: string): ReadonlyMap<string, number> | undefined {
  return words === shipped.words ? undefined : new Map(words.split(' ').map((key, index) => [key, index]))
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function logSigmoid(value: number): number {
  return value > 0 ? -Math.log1p(Math.exp(-value)) : value - Math.log1p(Math.exp(value))
}

function indexOf(feature: string): number {
  const index = featureNames.indexOf(feature)
  if (index < 0)
    throw new Error(`Unexpected feature \`${feature}\` in the weights, expected one of features.ts`)
  return index
}

function clipped(value: number, mean: number, deviation: number): number {
  return Math.max(-clip, Math.min(clip, (value - mean) / deviation))
}

/** `unsourced` and `needs` in one walk over the features that a sentence has: the others add what they always add. */
function createSums({
  words,
  features,
  unsourced,
  needs
}: ClaimWeights): (row: Float64Array, candidate: Candidate) => {unsourced: number; needs: number} {
  const entries = Object.entries(features)
  const columns = Uint16Array.from(entries, ([name]) => indexOf(name))
  const table = Float64Array.from(entries.flatMap(([, weights]) => weights))
  const absent = Float64Array.from(entries, ([, [mean, deviation]]) => clipped(0, mean, deviation))
  /** What a 1 adds, as most are. */
  const one = Float64Array.from(
    entries,
    ([, [mean, deviation]], index) => clipped(1, mean, deviation) - (absent[index] as number)
  )
  const sumOf = (at: number): number =>
    absent.reduce((sum, z, index) => sum + z * (table[index * 4 + at] as number), 0)
  const base = {unsourced: unsourced.bias + sumOf(2), needs: needs.bias + sumOf(3)}
  const encoder = new TextEncoder()
  const [unsourcedTable, needsTable] = [encoder.encode(unsourced.table), encoder.encode(needs.table)]
  const [unsourcedLevels, needsLevels] = [readLevels(unsourced), readLevels(needs)]
  const numbers = createNumbering(words)
  return (row, {tokens: {facts}, names}) => {
    let direct = base.unsourced
    let need = base.needs
    for (let index = 0; index < columns.length; index++) {
      const value = row[columns[index] as number] as number
      if (value === 0) continue
      const at = index * 4
      const z =
        value === 1
          ? (one[index] as number)
          : clipped(Math.sqrt(value), table[at] as number, table[at + 1] as number) -
            (absent[index] as number)
      direct += z * (table[at + 2] as number)
      need += z * (table[at + 3] as number)
    }
    let spoken = 0
    let needed = 0
    let count = 0
    const {at} = names
    let name = 0
    let next = at[0]
    for (let index = 0; index < facts.length; index++) {
      if (index === next) {
        next = at[++name]
        continue
      }
      const {rank, key} = facts[index] as WordFacts
      const word = numbers === undefined ? rank : (numbers.get(key) ?? -1)
      if (word < 0) continue
      count++
      spoken += unsourcedLevels[unsourcedTable[word] as number] as number
      needed += needsLevels[needsTable[word] as number] as number
    }
    const share = 1 / Math.max(1, count)
    return {unsourced: direct + spoken * share, needs: need + needed * share}
  }
}

/** The weight of each character: reading 12,000 words ahead takes longer than what a short article asks for. */
function readLevels({step}: WordWeights): Float32Array {
  const middle = firstLevel + (levels - 1) / 2
  return Float32Array.from({length: firstLevel + levels}, (_, code) => (code - middle) * step)
}

function createCovered({bias, features}: ClaimWeights['covered']): (row: Float64Array) => number {
  const entries = Object.entries(features)
  const columns = Uint16Array.from(entries, ([name]) => indexOf(name))
  const table = Float64Array.from(entries.flatMap(([, weights]) => weights))
  return (row) => {
    let sum = bias
    for (let index = 0; index < columns.length; index++) {
      const at = index * 3
      const z = clipped(row[columns[index] as number] ?? 0, table[at] as number, table[at + 1] as number)
      sum += (table[at + 2] as number) * z
    }
    return sum
  }
}
