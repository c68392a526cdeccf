/** Whether weights hold on sources that they were not made from. */
import {rank} from './metrics.mjs'

/**
 * @typedef {import('./examples.mjs').Example} Example
 * @typedef {import('./metrics.mjs').Curve} Curve
 */

/** Fewer labelled U than this tell nothing of a source by itself. */
const fewest = 10

/** @param {Example} example */
export function isUnsourced({label}) {
  return label === 'U'
}

/**
 * Sources to hold out in turn: each large one alone, the small ones in four groups.
 *
 * @param {readonly Example[]} examples
 * @returns {{large: string[], folds: string[][]}}
 */
function readFolds(examples) {
  const sources = [...new Set(examples.map(({source}) => source))].sort()
  const count = (/** @type {string} */ of) =>
    examples.filter((example) => example.source === of && isUnsourced(example)).length
  const large = sources.filter((source) => count(source) >= fewest)
  const small = sources.filter((source) => !large.includes(source))
  const groups = [0, 1, 2, 3].map((rest) => small.filter((_, index) => index % 4 === rest))
  return {large, folds: [...large.map((source) => [source]), ...groups.filter((group) => group.length > 0)]}
}

/**
 * Scores each sentence by weights that never saw its source.
 *
 * @param {readonly Example[]} examples
 * @param {readonly Example[]} always learned from in each fold, never scored
 * @param {(learned: readonly Example[]) => (example: Example) => number} learn
 * @returns {Map<Example, number>}
 */
export function scoreHeldOut(examples, always, learn) {
  /** @type {Map<Example, number>} */
  const scores = new Map()
  for (const held of readFolds(examples).folds) {
    const score = learn([...examples.filter(({source}) => !held.includes(source)), ...always])
    for (const example of examples) if (held.includes(example.source)) scores.set(example, score(example))
  }
  return scores
}

/**
 * @param {readonly Example[]} examples
 * @param {(example: Example) => number} score
 * @returns {Curve}
 */
export function rankExamples(examples, score) {
  return rank(examples.map(score), examples.map(isUnsourced))
}

/**
 * A table of how well unseen sources are ranked.
 *
 * @param {readonly Example[]} examples
 * @param {Map<Example, number>} scores
 * @returns {string[]} lines
 */
export function describeHeldOut(examples, scores) {
  const scoreOf = (/** @type {Example} */ example) => scores.get(example) ?? Number.NEGATIVE_INFINITY
  const {large} = readFolds(examples)
  const curves = large.map((source) => ({
    source,
    curve: rankExamples(
      examples.filter((example) => example.source === source),
      scoreOf
    )
  }))
  const mean = curves.reduce((sum, {curve}) => sum + curve.precision, 0) / Math.max(1, curves.length)
  return [
    `mean AP ${mean.toFixed(3)} of ${curves.length} sources with ${fewest} U or more`,
    `${'all'.padEnd(34)} ${describeCurve(rankExamples(examples, scoreOf))}`,
    ...curves.map(({source, curve}) => `${source.padEnd(34)} ${describeCurve(curve)}`)
  ]
}

/** @param {Curve} curve */
export function describeCurve({count, positives, precision, bestF1, atHalf, atLess}) {
  const [ap, f1, half, less] = [precision, bestF1, atHalf, atLess].map((value) => value.toFixed(3))
  return `n ${String(count).padStart(4)}  U ${String(positives).padStart(3)}  AP ${ap}  best F1 ${f1}  P@R.5 ${half}  P@R.4 ${less}`
}
