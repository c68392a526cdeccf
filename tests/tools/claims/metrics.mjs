/**
 * @typedef {object} Curve
 * @property {number} count
 * @property {number} positives
 * @property {number} precision Average precision; sentences with one score share one place.
 * @property {number} bestF1
 * @property {number} atHalf The best precision at a recall of at least .5.
 * @property {number} atLess The same at .4.
 */

/**
 * @param {readonly number[]} scores `-Infinity` for what is never found
 * @param {readonly boolean[]} targets
 * @returns {Curve}
 */
export function rank(scores, targets) {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const positives = targets.filter(Boolean).length
  const curve = {count: scores.length, positives, precision: 0, bestF1: 0, atHalf: 0, atLess: 0}
  let hits = 0
  for (let at = 0; at < order.length; ) {
    const score = scores[order[at] ?? 0]
    if (score === Number.NEGATIVE_INFINITY) break
    let found = 0
    for (; at < order.length && scores[order[at] ?? 0] === score; at++) if (targets[order[at] ?? 0]) found++
    hits += found
    const precision = hits / at
    const recall = hits / positives
    curve.precision += (precision * found) / positives
    curve.bestF1 = Math.max(curve.bestF1, (2 * precision * recall) / (precision + recall || 1))
    if (recall >= 0.5) curve.atHalf = Math.max(curve.atHalf, precision)
    if (recall >= 0.4) curve.atLess = Math.max(curve.atLess, precision)
  }
  return curve
}

/**
 * Whether probabilities mean what they say: in ten steps.
 *
 * @param {readonly number[]} said
 * @param {readonly boolean[]} targets
 */
export function readReliability(said, targets) {
  const bins = Array.from({length: 10}, () => ({count: 0, said: 0, right: 0}))
  for (const [index, p] of said.entries()) {
    const bin = bins[Math.min(9, Math.floor(p * 10))]
    if (!bin) continue
    bin.count++
    bin.said += p
    if (targets[index]) bin.right++
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / Math.max(1, said.length)
  return {bins, error}
}
