import {describe, expect, it} from 'vitest'
import {findSharedTexts} from '../src/document/copies/shared-texts.ts'
import {eachPair, winnow} from '../src/document/copies/shingles.ts'
import {encodeText, encodeWords, isFunctionCode, isNumberCode} from '../src/document/copies/word-codes.ts'

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const random = createRandom(11)
/** A word of letters for each number. */
const spell = (index: number): string =>
  `own${[...`${index}`].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}`
const vocabulary = Array.from({length: 4000}, (_, index) => spell(index))
const functionWords = ['the', 'of', 'and', 'to', 'in', 'a', 'that', 'with', 'for', 'on']
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const word = (): string =>
  random() < 0.4 ? pick(functionWords) : (vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? '')
const paragraph = (length: number): string[] => Array.from({length}, word)
const change = (words: readonly string[], share: number): string[] => {
  const changed = [...words]
  for (let left = Math.floor(words.length * share); left > 0; left--) {
    const at = Math.floor(random() * changed.length)
    changed.splice(at, 1, ...pick([[word()], [word()], [], [changed[at] ?? '', word()]]))
  }
  return changed
}
const settings = (texts: readonly string[]) => ({
  names: texts.map(() => ''),
  nearMinWords: 20,
  similarity: 0.8
})

describe('word codes', () => {
  it('are one character each, of three kinds, and survive JSON and UTF-8', () => {
    const codes = encodeWords(['the', 'harbour', '1,000', 'of', 'harbour'])
    expect(codes).toHaveLength(5)
    expect(codes[1]).toBe(codes[4])
    const units = [...codes].map((code) => code.charCodeAt(0))
    expect(units.map(isFunctionCode)).toEqual([true, false, false, true, false])
    expect(units.map(isNumberCode)).toEqual([false, false, true, false, false])
    const all = encodeWords([...vocabulary, ...vocabulary.map((_, index) => `${index}`)])
    expect(Buffer.from(JSON.stringify(all)).toString()).toBe(JSON.stringify(all))
    expect(Buffer.from(all).toString()).toBe(all)
    expect(new Set(encodeWords(vocabulary)).size).toBeGreaterThan(0.94 * vocabulary.length)
  })
})

describe('the hash of a text', () => {
  it('tells texts apart that differ in one word, or in the order of two', () => {
    const texts = Array.from({length: 20_000}, (_, index) => ['mill', `${index}`, spell(index), 'rye'])
    const swapped = texts.map(([first = '', second = '', ...rest]) => [second, first, ...rest])
    const numbered = texts.map((_, index) => ['the', 'mill', `${index}`, 'rye'])
    const all = [...texts, ...swapped, ...numbered].map((words) => encodeText(words).hash)
    expect(new Set(all).size).toBe(3 * texts.length)
    expect(new Set(all.map((hash) => hash.length))).toEqual(new Set([8]))
    expect(encodeText(['the', 'mill']).hash).not.toBe(encodeText(['them', 'ill']).hash)
  })
})

describe('winnowed runs', () => {
  const runsOf = (codes: string): Map<number, number> => {
    const runs = new Map<number, number>()
    winnow(codes, (hash, at) => runs.set(hash, at))
    return runs
  }

  it('are shared by texts with seven words in a row in common, wherever these stand', () => {
    for (let round = 0; round < 200; round++) {
      const common = paragraph(7)
      const [left, right] = [0, 1].map(() =>
        runsOf(encodeWords([...paragraph(round % 13), ...common, ...paragraph(round % 7)]))
      )
      expect([...(left?.keys() ?? [])].some((hash) => right?.has(hash))).toBe(true)
    }
  })

  it('are fewer than half of the words, in order, and some of every text with four words', () => {
    const runs: number[] = []
    winnow(encodeWords(paragraph(1000)), (_, at) => runs.push(at))
    expect(runs.length).toBeLessThan(500)
    expect(runs).toEqual(runs.toSorted((a, b) => a - b))
    expect(runsOf(encodeWords(paragraph(4))).size).toBe(1)
    expect(runsOf(encodeWords(paragraph(3))).size).toBe(0)
  })

  it('pair each text of a crowd with its neighbours only', () => {
    const common = paragraph(30)
    const texts = Array.from({length: 500}, (_, index) => encodeWords([...common, spell(index)]))
    const pairs: {left: number; right: number}[] = []
    eachPair(texts, (left, right) => pairs.push({left, right}))
    expect(pairs.length).toBeLessThan(4 * texts.length)
    expect(pairs.every(({left, right}) => left < right)).toBe(true)
  })
})

describe('shared texts', () => {
  const originals = Array.from({length: 1500}, (_, index) => paragraph(20 + (index % 90)))

  it.each([0.02, 0.05, 0.1])(
    'are found with a share of %f of their words changed, and no others',
    (share) => {
      const texts = [...originals, ...originals.map((words) => change(words, share))].map(encodeWords)
      const distinct = [...new Set(texts)]
      const indexes = new Map(distinct.map((text, index) => [text, index]))
      const expected = new Set<string>()
      originals.forEach((_, index) => {
        const pair = [texts[index], texts[index + originals.length]].map(
          (text) => indexes.get(text ?? '') ?? 0
        )
        if (pair[0] !== pair[1]) expected.add(pair.sort((a, b) => a - b).join())
      })
      const found = [...findSharedTexts(distinct, settings(distinct))].map(({shorter, longer}) =>
        [shorter, longer].sort((a, b) => a - b).join()
      )
      expect(new Set(found).size).toBe(found.length)
      const right = found.filter((pair) => expected.has(pair)).length
      expect(right / expected.size).toBeGreaterThanOrEqual(0.99)
      expect(right / found.length).toBeGreaterThanOrEqual(0.99)
    }
  )

  it('tells contained ones, in texts of any length', () => {
    const [inner = [], outer = []] = [paragraph(25), paragraph(300)]
    const texts = [encodeWords([...outer.slice(0, 150), ...inner, ...outer.slice(150)]), encodeWords(inner)]
    expect([...findSharedTexts(texts, settings(texts))]).toEqual([
      {shorter: 1, longer: 0, kind: 'contained', similarity: 1}
    ])
    const short = [encodeWords(inner.slice(0, 12)), texts[0] ?? '']
    expect([...findSharedTexts(short, settings(short))]).toEqual([])
  })

  it('are no copies where names or numbers were swapped', () => {
    const words = paragraph(30)
    const fill = (...names: string[]) =>
      encodeWords(words.map((word, index) => (index % 10 === 5 ? (names[index % 3] ?? '') : word)))
    const numbers = [fill('1874', '12', '7'), fill('1911', '40', '3')]
    expect([...findSharedTexts(numbers, settings(numbers))]).toEqual([])
    const names = [fill('dover', 'lee', 'kent'), fill('poole', 'ray', 'dorset')]
    const known = names.map((_, index) =>
      encodeWords(index === 0 ? ['dover', 'lee', 'kent'] : ['poole', 'ray', 'dorset'])
    )
    expect([...findSharedTexts(names, {...settings(names), names: known})]).toEqual([])
    expect([...findSharedTexts(names, settings(names))]).toHaveLength(1)
  })
})

describe('texts with the same codes', () => {
  const same = (words: readonly string[], more: Partial<ReturnType<typeof settings>> = {}) => {
    const codes = encodeWords(words)
    return findSharedTexts([codes, codes], {...settings([codes, codes]), ...more})
  }
  const words = Array.from({length: 24}, (_, index) => spell(100 + index))

  it('differ in a word that nobody knows: they are alike but for one', () => {
    expect(same(words)).toEqual([{shorter: 0, longer: 1, kind: 'near', similarity: 1 - 1 / 24}])
  })

  it('are a pattern with another number or name, where they have any', () => {
    expect(same([...words.slice(1), '1,906'])).toEqual([])
    const name = encodeWords(words.slice(0, 1))
    expect(same(words, {names: [name, '']})).toEqual([])
    expect(same(words, {names: ['', name]})).toEqual([])
  })

  it('are none where they are too short to be compared but word for word', () => {
    expect(same(words.slice(0, 19))).toEqual([])
  })
})

describe('texts with a run in common', () => {
  it('are no copies where all around it differs', () => {
    const run = Array.from({length: 8}, (_, index) => spell(200 + index))
    const other = (from: number) => Array.from({length: 30}, (_, index) => spell(from + index))
    const texts = [
      [...other(300), ...run, ...other(400)],
      [...other(500), ...run, ...other(600)]
    ].map(encodeWords)
    expect(findSharedTexts(texts, settings(texts))).toEqual([])
  })
})
