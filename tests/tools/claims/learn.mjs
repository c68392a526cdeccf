// @ts-nocheck The indexed access of typed arrays would ask for a default at every step of arithmetic.
/** Small deterministic learners: logistic regression, boosted trees. */

/** @param {number} value */
function sigmoid(value) {
  return 1 / (1 + Math.exp(-value))
}

/**
 * Numbers in [0, 1) that are the same in every run.
 *
 * @param {number} seed
 */
function createRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/**
 * Logistic regression with a penalty on each weight (L-BFGS).
 *
 * @param {readonly Float64Array[]} rows
 * @param {readonly number[]} targets 0 or 1
 * @param {readonly number[]} shares how much each row counts
 * @param {Float64Array} penalties of the weights
 * @returns {{weights: Float64Array, bias: number}}
 */
export function fitLogistic(rows, targets, shares, penalties, steps = 60) {
  const size = penalties.length
  const loss = (/** @type {Float64Array} */ point, /** @type {Float64Array} */ gradient) => {
    let sum = 0
    gradient.fill(0)
    for (const [index, row] of rows.entries()) {
      let z = point[size] ?? 0
      for (let k = 0; k < size; k++) z += point[k] * row[k]
      const p = sigmoid(z)
      const [y, share] = [targets[index] ?? 0, shares[index] ?? 0]
      const slope = (p - y) * share
      sum -= share * (y * Math.log(p + 1e-12) + (1 - y) * Math.log(1 - p + 1e-12))
      for (let k = 0; k < size; k++) gradient[k] += slope * row[k]
      gradient[size] += slope
    }
    for (let k = 0; k < size; k++) {
      sum += 0.5 * penalties[k] * point[k] ** 2
      gradient[k] += penalties[k] * point[k]
    }
    return sum
  }
  const found = minimize(loss, size + 1, steps)
  return {weights: found.subarray(0, size), bias: found[size] ?? 0}
}

/**
 * L-BFGS with backtracking.
 *
 * @param {(point: Float64Array, gradient: Float64Array) => number} loss fills the gradient
 * @param {number} size
 * @param {number} steps
 */
function minimize(loss, size, steps, memory = 8) {
  let point = new Float64Array(size)
  let gradient = new Float64Array(size)
  let value = loss(point, gradient)
  /** @type {{moved: Float64Array, bent: Float64Array, scale: number}[]} */
  let history = []
  for (let step = 0; step < steps; step++) {
    const direction = Float64Array.from(gradient)
    const factors = history.map(() => 0)
    for (let k = history.length - 1; k >= 0; k--) {
      const {moved, bent, scale} = history[k]
      factors[k] = scale * dot(moved, direction)
      for (let i = 0; i < size; i++) direction[i] -= factors[k] * bent[i]
    }
    const last = history.at(-1)
    const first = last
      ? 1 / (last.scale * dot(last.bent, last.bent))
      : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
    for (let i = 0; i < size; i++) direction[i] *= first
    for (const [k, {moved, bent, scale}] of history.entries()) {
      const factor = factors[k] - scale * dot(bent, direction)
      for (let i = 0; i < size; i++) direction[i] += moved[i] * factor
    }
    const slope = -dot(direction, gradient)
    if (!(slope < -1e-10)) break
    let length = 1
    let next = point
    let nextValue = value
    const nextGradient = new Float64Array(size)
    for (let half = 0; half < 20; half++) {
      next = point.map((x, i) => x - length * (direction[i] ?? 0))
      nextValue = loss(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
      length /= 2
    }
    const moved = next.map((x, i) => x - (point[i] ?? 0))
    const bent = nextGradient.map((x, i) => x - (gradient[i] ?? 0))
    const turn = dot(moved, bent)
    if (turn > 1e-12) history = [...history, {moved, bent, scale: 1 / turn}].slice(-memory)
    const isDone = Math.abs(value - nextValue) < 1e-6 * Math.max(1, Math.abs(value))
    point = next
    gradient = nextGradient
    value = nextValue
    if (isDone) break
  }
  return point
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 */
function dot(a, b) {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

/**
 * @typedef {object} Tree A leaf with a value, or a fork: rows below the threshold go left.
 * @property {number} [value]
 * @property {number} [column]
 * @property {number} [threshold]
 * @property {Tree} [below]
 * @property {Tree} [from]
 */

const bins = 32

/**
 * Boosted trees for logistic loss, over quantiles of each column.
 *
 * @param {readonly Float64Array[]} rows
 * @param {readonly number[]} targets 0 or 1
 * @param {readonly number[]} shares how much each row counts
 * @param {{count: number, depth: number, rate: number, penalty: number, columns: number, rows: number, seed: number}} settings
 *   `columns` and `rows` are the shares that a tree sees
 * @returns {{bias: number, trees: Tree[]}}
 */
export function fitTrees(rows, targets, shares, settings) {
  const {count, depth, rate, penalty, seed} = settings
  const width = rows[0]?.length ?? 0
  const random = createRandom(seed)
  const cuts = Array.from({length: width}, (_, column) => findCuts(rows.map((row) => row[column] ?? 0)))
  const binned = rows.map((row) => Uint8Array.from(row, (value, column) => binOf(value, cuts[column] ?? [])))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const mean = targets.reduce((sum, target, index) => sum + target * (shares[index] ?? 0), 0) / total
  const bias = Math.log(mean / (1 - mean))
  const scores = new Float64Array(rows.length).fill(bias)
  const slopes = new Float64Array(rows.length)
  const curves = new Float64Array(rows.length)

  const grow = (
    /** @type {number[]} */ sample,
    /** @type {number[]} */ columns,
    /** @type {number} */ left
  ) => {
    let slope = 0
    let curve = 0
    for (const row of sample) {
      slope += slopes[row]
      curve += curves[row]
    }
    const leaf = {value: (-rate * slope) / (curve + penalty)}
    if (left === 0 || sample.length < 10) return leaf
    const before = slope ** 2 / (curve + penalty)
    let best = {gain: 1e-3, column: -1, bin: 0}
    for (const column of columns) {
      const sums = new Float64Array(bins)
      const bends = new Float64Array(bins)
      for (const row of sample) {
        const bin = binned[row][column]
        sums[bin] += slopes[row]
        bends[bin] += curves[row]
      }
      let below = 0
      let bend = 0
      for (let bin = 0; bin < cuts[column].length; bin++) {
        below += sums[bin]
        bend += bends[bin]
        if (bend < 2 || curve - bend < 2) continue
        const gain = below ** 2 / (bend + penalty) + (slope - below) ** 2 / (curve - bend + penalty) - before
        if (gain > best.gain) best = {gain, column, bin}
      }
    }
    const {column, bin} = best
    if (column < 0) return leaf
    const isBelow = (/** @type {number} */ row) => binned[row][column] <= bin
    return {
      column,
      threshold: cuts[column][bin],
      below: grow(sample.filter(isBelow), columns, left - 1),
      from: grow(
        sample.filter((row) => !isBelow(row)),
        columns,
        left - 1
      )
    }
  }

  const trees = Array.from({length: count}, () => {
    for (let row = 0; row < rows.length; row++) {
      const p = sigmoid(scores[row])
      slopes[row] = shares[row] * (p - targets[row])
      curves[row] = shares[row] * p * (1 - p)
    }
    const sample = [...rows.keys()].filter(() => random() < settings.rows)
    const columns = cuts
      .map((_, column) => column)
      .filter((column) => cuts[column].length > 0 && random() < settings.columns)
    const tree = grow(sample, columns, depth)
    for (let row = 0; row < rows.length; row++) scores[row] += readTree(tree, rows[row])
    return tree
  })
  return {bias, trees}
}

/**
 * @param {Tree} tree
 * @param {Float64Array} row
 */
function readTree(tree, row) {
  let node = tree
  while (node.below && node.from) node = row[node.column] < node.threshold ? node.below : node.from
  return node.value ?? 0
}

/**
 * Bounds between the quantiles of a column.
 *
 * @param {number[]} values
 * @returns {number[]}
 */
function findCuts(values) {
  const sorted = Float64Array.from(values).sort()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= bins) return distinct.slice(1).map((value, index) => (value + distinct[index]) / 2)
  /** @type {number[]} */
  const cuts = []
  for (let k = 1; k < bins; k++) {
    const at = Math.floor((k * sorted.length) / bins)
    const cut = (sorted[at] + sorted[Math.max(0, at - 1)]) / 2
    if (cut > (cuts.at(-1) ?? -Infinity) && sorted[at] > sorted[0]) cuts.push(cut)
  }
  return cuts
}

/**
 * @param {number} value
 * @param {readonly number[]} cuts
 */
function binOf(value, cuts) {
  let bin = 0
  while (bin < cuts.length && value >= cuts[bin]) bin++
  return bin
}
