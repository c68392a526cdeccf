import {describe, expect, it} from 'vitest'
import rule from '../rules/shared-paragraph/rule.ts'
import {collectFrames} from '../rules/shared-template/frames.ts'
import {compare, compareAll} from '../rules/shared-template/likeness.ts'
import {createPostings} from '../src/document/copies/postings.ts'
import {eachPair} from '../src/document/copies/shingles.ts'
import {encodeWords} from '../src/document/copies/word-codes.ts'
import {createDocument} from '../src/document/index.ts'
import {readOptions} from '../src/rule/options.ts'
import {seeded} from './tools/plant/words.mjs'
import {kinds, makeArticles} from './tools/site/articles.mjs'
import {score} from './tools/site/copies.mjs'
import {collect} from './tools/site/facts.mjs'
import {exponentOf, scoreSite} from './tools/site-scale.mjs'

const project = {
  createDocument,
  optionsOf: (one: typeof rule, given?: Record<string, unknown>) => readOptions(one.options, given).options,
  rules: [rule]
}

describe('postings', () => {
  const random = seeded('postings')
  const number = (below: number): number => Math.floor(random() * below)

  it.each([
    ['evenly', () => number(2 ** 32)],
    ['in crowds', () => (random() < 0.5 ? number(3) : 2 ** 31 + number(50))],
    ['under one key', () => 7]
  ])('come by key and value where keys lie %s, each once', (_, key) => {
    const expected = new Map<number, number[]>()
    const postings = createPostings(2 ** 32, 5000, 200_000)
    for (let value = 0; value < 5000; value++) {
      for (let left = 4; left > 0; left--) {
        const at = key()
        postings.add(at, value)
        const list = expected.get(at) ?? []
        expected.set(at, list)
        list.push(value)
      }
    }
    const found = new Map<number, number[]>()
    postings.drain(2, (at, values, count) => found.set(at, [...values.subarray(0, count)]))
    expect([...found.keys()]).toEqual([...found.keys()].toSorted((a, b) => a - b))
    expect(found).toEqual(new Map([...expected].filter(([, {length}]) => length > 1)))
    postings.drain(1, () => expect.unreachable())
  })

  it('refuse a key out of range', () => {
    expect(() => createPostings(10, 10, 10).add(10, 0)).toThrow(RangeError)
  })
})

describe('made-up sites', () => {
  it.each(kinds)('are the same for a seed, whatever their size: %s', (kind) => {
    const [some, more] = [20, 40].map((count) => [...makeArticles(kind, count, 'seed', 6)])
    expect(more?.slice(0, 20)).toEqual(some)
    expect([...makeArticles(kind, 20, 'other', 6)]).not.toEqual(some)
    expect(new Set(more?.map(({path}) => path)).size).toBe(40)
  })
})

describe('planted copies', () => {
  const site = [...makeArticles('unique', 40, 'plants', 8)]

  it.each([
    [0, 'swapped'],
    [0.1, 'swapped'],
    [0.1, 'mixed']
  ])('with a share of %f of their words changed, %s, are found, and nothing else', (rate, mode) => {
    const {planted, found, named, wrong} = scoreSite(project, site, rate, mode, 'seed')
    expect(planted).toBeGreaterThan(60)
    expect(found / planted).toBeGreaterThanOrEqual(0.99)
    expect(1 - wrong / named).toBeGreaterThanOrEqual(0.99)
  })

  it('are not found where there is another text, which is wrong to name', () => {
    const source = {path: 'a.md', range: [0, 9] as [number, number], text: 'text'}
    const planted = [{path: 'zz.md', range: [5, 9] as [number, number], source}]
    const finding = {path: 'zz.md', range: [5, 9], otherPath: 'a.md', otherRange: [0, 9]} as const
    const named = {...finding, range: [5, 9] as [number, number], otherRange: [0, 9] as [number, number]}
    expect(score(planted, [], [named])).toEqual({planted: 1, found: 1, named: 1, wrong: 0})
    expect(score(planted, [named], [named])).toEqual({planted: 1, found: 0, named: 0, wrong: 0})
    expect(score(planted, [], [{...named, otherPath: 'b.md'}])).toMatchObject({found: 0, wrong: 1})
    expect(score(planted, [], [{...named, range: [0, 5]}])).toMatchObject({found: 0, wrong: 1})
  })
})

describe('work grows with the site', () => {
  /** Comparisons of paragraphs and of articles, for each word and sentence. */
  const workOf = (
    kind: string,
    count: number
  ): Record<'pairs' | 'words' | 'likenesses' | 'frames', number> => {
    const articles = [...makeArticles(kind, count, 'work', 4)]
    const documents = articles.map(({path, text}) => createDocument(text, path))
    const texts = new Set(
      documents.flatMap(({paragraphs}) => paragraphs.map(({words}) => encodeWords(words.map(({key}) => key))))
    )
    let pairs = 0
    eachPair([...texts], (_left, _right, shared) => {
      pairs += shared
    })
    let likenesses = 0
    const frames = documents.map((document) => collectFrames(document)?.sentences ?? '')
    compareAll(frames, () => likenesses++)
    const total = frames.reduce((sum, {length}) => sum + length / 4, 0)
    return {pairs, words: [...texts].reduce((sum, {length}) => sum + length, 0), likenesses, frames: total}
  }

  it.each(kinds)('and no faster: %s', (kind) => {
    const {pairs, words, likenesses, frames} = workOf(kind, 60)
    // Of five words two runs are kept, and each is paired with three others, or with seven where it stands in eight.
    expect(pairs).toBeLessThanOrEqual(0.45 * 3.5 * words)
    expect(likenesses).toBeLessThanOrEqual(8 * frames)
    if (kind === 'template') expect([pairs > 1000, likenesses > 60]).toEqual([true, true])
  })
})

describe('likeness', () => {
  const framesOf = (...sentences: string[]): string =>
    collectFrames(createDocument(`# A guide\n\n${sentences.join(' ')}\n`))?.sentences ?? ''
  const bell = (name: string): string => `In winter the bell of ${name} is rung before the harbour opens.`
  const rope = (name: string): string => `Nobody in ${name} remembers who tied the last rope to that ring.`

  it('counts frames once, filled as they are last', () => {
    const calls: unknown[] = []
    const articles = [
      framesOf(bell('Dover'), rope('Poole')),
      framesOf(bell('Leith'), bell('Dover'), rope('Leith')),
      framesOf('Two men scrape the hull of the ferry while ice closes the harbour.')
    ]
    compareAll(articles, (...call) => calls.push(call))
    expect(calls).toEqual([[0, 1, {shared: 2, swapped: 1}]])
  })

  it('is the same of two articles as of all', () => {
    const phrases = ['Dover', 'Poole'].map((name) => {
      const text = `# Sailing clubs of ${name}\n\nThe clubs of ${name} lend a boat. They say that ${name} is no place for a beginner.\n`
      return collectFrames(createDocument(text))?.phrases ?? ''
    })
    const [one = '', other = ''] = phrases
    expect(compare(one, one)).toMatchObject({shared: one.length / 4, swapped: 0})
    const {shared, swapped} = compare(one, other)
    expect(shared).toBeGreaterThan(3)
    expect(swapped).toBe(shared)
    compareAll(phrases, (_left, _right, likeness) => expect(likeness).toEqual({shared, swapped}))
  })
})

it('an exponent is 1 where a cost doubles with the size', () => {
  expect([exponentOf(2, 4), exponentOf(2, 8), exponentOf(2, 2)]).toEqual([1, 2, 0])
})

it('facts come out of a cache as they went in', () => {
  const [first] = collect(project, rule, makeArticles('mixed', 1, 'cache'))
  expect(Buffer.from(JSON.stringify(first)).toString()).toBe(JSON.stringify(first))
})
