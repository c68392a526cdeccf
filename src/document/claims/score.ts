import {type Candidate, featureNames} from './features.ts'

/** Mean and deviation of a feature, and its weight for "needs a source and has none" and for "needs a source". */
type SharedWeight = readonly [mean: number, deviation: number, unsourced: number, needs: number]

/** A weight for each word; a character each, `step` apart, the middle one for 0. */
export interface WordWeights {
  readonly bias: number
  readonly table: string
  readonly step: number
}

/** Decision trees, added up; a node is `[feature, threshold, below, from]` or `[value]`. */
export interface TreeWeights {
  readonly bias: number
  readonly features: readonly string[]
  readonly roots: readonly number[]
  readonly nodes: readonly (readonly number[])[]
}

/** What `npm run train-claims` writes; see `tests/claims/README.md`. */
export interface ClaimWeights {
  /** The words of the tables, by frequency. */
  readonly words: string
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
  const words = new Map<string, number>()
  for (const text of weights.words.split(' ')) words.set(text, words.size)
  const sum = createSums(weights)
  const covered = createCovered(weights.covered)
  const trees = createTrees(weights.trees)
  const {slope, offset} = weights.calibration
  return ({tokens: {lower}, names, features: read}, least = 0) => {
    const features = read()
    const known: number[] = []
    for (let index = 0; index < lower.length; index++) {
      const word = names[index] ? undefined : words.get(lower[index] ?? '')
      if (word !== undefined) known.push(word)
    }
    const {unsourced, needs} = sum(features, known)
    const need = sigmoid(needs)
    if (need < least) return undefined
    const inSteps = logSigmoid(needs) + logSigmoid(-covered(features))
    const score = (unsourced + inSteps + trees(features)) / 3
    const confidence = sigmoid(slope * score + offset)
    return {confidence, need: Math.max(confidence, need)}
  }
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
  features,
  unsourced,
  needs
}: ClaimWeights): (row: Float64Array, words: readonly number[]) => {unsourced: number; needs: number} {
  const entries = Object.entries(features)
  const columns = Uint16Array.from(entries, ([name]) => indexOf(name))
  const table = Float64Array.from(entries.flatMap(([, weights]) => weights))
  const absent = Float64Array.from(entries, ([, [mean, deviation]]) => clipped(0, mean, deviation))
  const sumOf = (at: number): number =>
    absent.reduce((sum, z, index) => sum + z * (table[index * 4 + at] ?? 0), 0)
  const base = {unsourced: unsourced.bias + sumOf(2), needs: needs.bias + sumOf(3)}
  const [unsourcedWords, needsWords] = [readTable(unsourced), readTable(needs)]
  return (row, words) => {
    let direct = base.unsourced
    let need = base.needs
    for (let index = 0; index < columns.length; index++) {
      const value = row[columns[index] as number] as number
      if (value === 0) continue
      const at = index * 4
      const z =
        clipped(Math.sqrt(value), table[at] as number, table[at + 1] as number) - (absent[index] as number)
      direct += z * (table[at + 2] as number)
      need += z * (table[at + 3] as number)
    }
    let spoken = 0
    let needed = 0
    for (const word of words) {
      spoken += unsourcedWords[word] as number
      needed += needsWords[word] as number
    }
    const share = 1 / Math.max(1, words.length)
    return {unsourced: direct + spoken * share, needs: need + needed * share}
  }
}

function readTable({table, step}: WordWeights): Float32Array {
  const weights = new Float32Array(table.length)
  const middle = firstLevel + (levels - 1) / 2
  for (let at = 0; at < table.length; at++) weights[at] = (table.charCodeAt(at) - middle) * step
  return weights
}

function createCovered({bias, features}: ClaimWeights['covered']): (row: Float64Array) => number {
  const terms = Object.entries(features).map(([name, weights]) => [indexOf(name), ...weights] as const)
  return (row) => {
    let sum = bias
    for (const [column, mean, deviation, weight] of terms)
      sum += weight * clipped(row[column] ?? 0, mean, deviation)
    return sum
  }
}

function createTrees({bias, features, roots, nodes}: TreeWeights): (row: Float64Array) => number {
  const columns = features.map(indexOf)
  const column = Int16Array.from(nodes, ([feature = 0, threshold]) =>
    threshold === undefined ? -1 : (columns[feature] ?? 0)
  )
  const value = Float64Array.from(nodes, ([feature = 0, threshold = feature]) => threshold)
  const below = Uint16Array.from(nodes, ([, , left = 0]) => left)
  const from = Uint16Array.from(nodes, ([, , , right = 0]) => right)
  const starts = Uint16Array.from(roots)
  return (row) => {
    let sum = bias
    for (let tree = 0; tree < starts.length; tree++) {
      let at = starts[tree] as number
      for (let of = column[at] as number; of >= 0; of = column[at] as number)
        at = ((row[of] as number) < (value[at] as number) ? below[at] : from[at]) as number
      sum += value[at] as number
    }
    return sum
  }
}
