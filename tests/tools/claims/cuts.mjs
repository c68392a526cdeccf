/** @typedef {import('../../../src/document/claims/trees.ts').TreeWeights} TreeWeights */

/** @typedef {import('./learn.mjs').Tree} Tree */

/**
 * Trees as the linter reads them: by feature, which leaves of which tree a value rules out.
 *
 * @param {readonly Tree[]} trees
 * @param {number} features how many there are
 * @returns {Omit<TreeWeights, 'bias' | 'features'>}
 */
export function toCuts(trees, features) {
  /** @type {{threshold: number, tree: number, kept: number}[][]} */
  const cuts = Array.from({length: features}, () => [])
  /** @type {number[]} */
  const leaves = []
  const firsts = trees.map((root, tree) => {
    const first = leaves.length
    read(root, tree, first)
    if (leaves.length - first > 32)
      throw new Error(`Unexpected tree of ${leaves.length - first} leaves, expected up to 32`)
    return first
  })
  const sorted = cuts.map((of) => of.toSorted((a, b) => a.threshold - b.threshold))
  let end = 0
  const ends = sorted.map(({length}) => (end += length))
  const all = sorted.flat()
  return {
    ends,
    thresholds: all.map(({threshold}) => threshold),
    trees: all.map(({tree}) => tree),
    kept: all.map(({kept}) => kept),
    firsts,
    leaves
  }

  /**
   * @param {Tree} node
   * @param {number} tree
   * @param {number} first
   */
  function read({value = 0, column = -1, threshold = 0, below, from}, tree, first) {
    if (!below || !from) {
      leaves.push(value)
      return
    }
    const before = leaves.length - first
    read(below, tree, first)
    const count = leaves.length - first - before
    cuts[column]?.push({threshold, tree, kept: ~((2 ** count - 1) << before)})
    read(from, tree, first)
  }
}
