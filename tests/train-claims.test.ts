import {describe, expect, it} from 'vitest'
import {readFeatures} from '../src/document/claims/features.ts'
import {collectCandidates} from '../src/document/claims/index.ts'
import {rankOf} from '../src/document/claims/lexicon.ts'
import {createScorer, firstLevel, levels} from '../src/document/claims/score.ts'
import {createTrees} from '../src/document/claims/trees.ts'
import {weights} from '../src/document/claims/weights.ts'
import {createDocument} from '../src/document/index.ts'
import {hashOf} from '../src/document/prose/words.ts'
import {toCuts} from './tools/claims/cuts.mjs'
import {readExamples} from './tools/claims/examples.mjs'
import {calibrate} from './tools/claims/fit.mjs'
import {parseArticle, readArticles} from './tools/claims/labelled.mjs'
import {fitLogistic, fitTrees, type Tree} from './tools/claims/learn.mjs'
import {rank, readReliability} from './tools/claims/metrics.mjs'
import {countBuckets, sortWords} from './tools/claims/word-order.mjs'

const linter = {createDocument, collectCandidates, readFeatures}

describe('a labelled article', () => {
  const labelled = `kind: profile
# The mill
N | Mills grind.
U Q | It grinds 40 tonnes a day.

- N | Buy flour.
  U F | The mill has two doors.
- N | Go home.
1. N | Count.

> C D | “Well,” said [Ann Lee](https://a.example).
= ![Door](door.jpg)
B | Perhaps.`
  const {kind, text, sentences} = parseArticle(labelled)

  it('is an article with the labels of its sentences', () => {
    expect(kind).toBe('profile')
    expect(text).toBe(`# The mill

Mills grind. It grinds 40 tonnes a day.

- Buy flour. The mill has two doors.
- Go home.
1. Count.

> “Well,” said [Ann Lee](https://a.example).

![Door](door.jpg)

Perhaps.
`)
    expect(sentences.map(({start, end, label, kind}) => [label, kind, text.slice(start, end)])).toEqual([
      ['N', undefined, 'Mills grind.'],
      ['U', 'Q', 'It grinds 40 tonnes a day.'],
      ['N', undefined, 'Buy flour.'],
      ['U', 'F', 'The mill has two doors.'],
      ['N', undefined, 'Go home.'],
      ['N', undefined, 'Count.'],
      ['C', 'D', '“Well,” said [Ann Lee](https://a.example).'],
      ['B', undefined, 'Perhaps.']
    ])
  })

  it('tells where it is not in shape', () => {
    expect(() => parseArticle('kind: x\n\nX | Bread.', 'a.txt')).toThrow('a.txt:3: Unexpected `X | Bread.`')
    expect(() => parseArticle('# Bread', 'a.txt')).toThrow('a.txt:1: Unexpected `# Bread`')
  })
})

describe('the articles of the project', () => {
  const articles = readArticles('tests/claims/articles')

  it('are labelled whole, and the linter sees their sentences', () => {
    expect(articles.length).toBeGreaterThanOrEqual(91)
    const examples = readExamples(linter, articles)
    const unseen = examples.filter(({candidate, label}) => !candidate && label === 'U')
    // Sentences in block quotes, notes and lists of sources are no claims of the article.
    expect(unseen.length).toBeLessThan(examples.length * 0.01)
  })
})

describe('learning', () => {
  // Two columns; only the first one tells.
  const rows = Array.from({length: 200}, (_, index) => Float64Array.of(index % 2, (index % 7) / 7))
  const targets = rows.map(([first]) => first ?? 0)
  const shares = rows.map(() => 1)

  it('finds the weight that tells', () => {
    const {weights, bias} = fitLogistic(rows, targets, shares, Float64Array.of(1, 1))
    expect(weights[0]).toBeGreaterThan(3)
    expect(Math.abs(weights[1] ?? 9)).toBeLessThan(0.5)
    expect(bias).toBeLessThan(0)
  })

  it('grows trees that tell, the same ones each time', () => {
    const settings = {count: 20, depth: 2, rate: 0.3, penalty: 1, columns: 1, rows: 0.8, seed: 1}
    const grown = fitTrees(rows, targets, shares, settings)
    expect(grown.trees).toHaveLength(20)
    expect(grown.trees[0]).toMatchObject({column: 0, threshold: 0.5})
    expect(fitTrees(rows, targets, shares, settings)).toEqual(grown)
  })

  it('writes trees that add up to what walking down them gives', () => {
    const settings = {count: 12, depth: 3, rate: 0.3, penalty: 1, columns: 1, rows: 0.8, seed: 2}
    const {bias, trees} = fitTrees(rows, targets, shares, settings)
    const sum = createTrees({bias, features: ['first', 'second'], ...toCuts(trees, 2)}, [0, 1])
    for (const row of [...rows, Float64Array.of(0.5, 0), Float64Array.of(0, 0.5), Float64Array.of(2, 1)])
      expect(sum(row)).toBeCloseTo(
        trees.reduce((all, tree) => all + walk(tree, row), bias),
        12
      )
  })

  it('turns scores into probabilities', () => {
    const scores = Array.from({length: 400}, (_, index) => (index < 200 ? -1 : 1))
    const {slope, offset} = calibrate(
      scores,
      scores.map((score, index) => Number(score > 0 ? index % 4 !== 0 : index % 4 === 0))
    )
    expect(1 / (1 + Math.exp(-slope - offset))).toBeCloseTo(0.75, 2)
    expect(1 / (1 + Math.exp(slope - offset))).toBeCloseTo(0.25, 2)
  })
})

/** @param tree as `fitTrees` grows it */
function walk(tree: Tree, row: Float64Array): number {
  const {value = 0, column = 0, threshold = 0, below, from} = tree
  if (!below || !from) return value
  return walk((row[column] ?? 0) < threshold ? below : from, row)
}

describe('measures', () => {
  it('rank with one place for equal scores', () => {
    const curve = rank([0.9, 0.8, 0.8, 0.1, Number.NEGATIVE_INFINITY], [true, true, false, false, true])
    // After one: 1 of 1; after three: 2 of 3; the last one is never found.
    expect(curve.precision).toBeCloseTo((1 + 2 / 3) / 3)
    expect(curve.bestF1).toBeCloseTo((2 * (2 / 3) * (2 / 3)) / (4 / 3))
  })

  it('compare what was said with what was right', () => {
    const {error} = readReliability([0.8, 0.8, 0.2, 0.2], [true, false, false, false])
    expect(error).toBeCloseTo((2 * 0.3 + 2 * 0.2) / 4)
  })
})

describe('the shipped weights', () => {
  it('have their words where the linter looks for them', () => {
    const words = weights.words.split(' ')
    expect(words.map((word) => rankOf(word, hashOf(word)))).toEqual(words.map((_, index) => index))
    expect(rankOf('qwertzuiop', hashOf('qwertzuiop'))).toBe(-1)
    expect(sortWords(words, hashOf)).toEqual(words)
    expect(countBuckets(words, hashOf)).toBe(weights.buckets)
  })

  it('have a word weight of every table for each word', () => {
    const count = weights.words.split(' ').length
    for (const {table} of [weights.unsourced, weights.needs]) {
      expect(table).toHaveLength(count)
      for (const level of table) {
        expect(level.charCodeAt(0)).toBeGreaterThanOrEqual(firstLevel)
        expect(level.charCodeAt(0)).toBeLessThan(firstLevel + levels)
      }
    }
  })

  it('are refused when they name a feature that is not read', () => {
    const features = {colour: [0, 1, 1, 1] as const}
    expect(() => createScorer({...weights, features})).toThrow('Unexpected feature `colour`')
  })

  it('fit in 300 KB', () => {
    expect(JSON.stringify(weights).length).toBeLessThan(300 * 1024)
  })
})
