/** Decision trees, added up, in the form that `tests/tools/claims/cuts.mjs` writes. */
export interface TreeWeights {
  readonly bias: number
  readonly features: readonly string[]
  /** Of each feature where its cuts end; they begin where those of the one before it end. */
  readonly ends: readonly number[]
  /** Of each cut, those of a feature in order: a value from it on leaves `kept` of the leaves of `trees`, as bits. */
  readonly thresholds: readonly number[]
  readonly trees: readonly number[]
  readonly kept: readonly number[]
  /** Of each tree its first leaf. */
  readonly firsts: readonly number[]
  readonly leaves: readonly number[]
}

/**
 * Adds up trees without walking down each of them: a feature that a row has strikes out the leaves below its
 * thresholds, and the first of those left in a tree is the one it comes to (QuickScorer: Lucchese et al., SIGIR 2015).
 * Most features of a row are 0, and strike out nothing.
 *
 * @param columns of the features
 */
export function createTrees(weights: TreeWeights, columns: readonly number[]): (row: Float64Array) => number {
  const {bias} = weights
  const ends = new Uint16Array(weights.ends)
  const thresholds = new Float64Array(weights.thresholds)
  const trees = new Uint16Array(weights.trees)
  const kept = new Int32Array(weights.kept)
  const firsts = new Uint16Array(weights.firsts)
  const leaves = new Float64Array(weights.leaves)
  const left = new Int32Array(firsts.length).fill(-1)
  for (let feature = 0; feature < ends.length; feature++) strike(feature, 0)
  const start = left.slice()
  return (row) => {
    left.set(start)
    for (let feature = 0; feature < columns.length; feature++) {
      const value = row[columns[feature] as number] as number
      if (value !== 0) strike(feature, value)
    }
    let sum = bias
    for (let tree = 0; tree < left.length; tree++) {
      const bits = left[tree] as number
      const first = 31 - Math.clz32(bits & -bits)
      sum += leaves[(firsts[tree] as number) + first] as number
    }
    return sum
  }

  function strike(feature: number, value: number): void {
    const end = ends[feature] as number
    for (let cut = feature === 0 ? 0 : (ends[feature - 1] as number); cut < end; cut++) {
      if (value < (thresholds[cut] as number)) return
      const tree = trees[cut] as number
      left[tree] = (left[tree] as number) & (kept[cut] as number)
    }
  }
}
