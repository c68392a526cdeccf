import {existsSync, readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {checkPhrases, createPhraseMatcher} from '../src/document/prose/phrases.ts'
import {splitWords} from '../src/document/prose/words.ts'

/** The texts that the phrases hit. */
function found(phrases: readonly string[], text: string): string[] {
  const words = splitWords(text)
  return createPhraseMatcher(phrases)
    .match(words, text)
    .map(({start, end, from, to}) => {
      expect(words[from]?.start).toBe(start)
      expect(words[to - 1]?.end).toBe(end)
      return text.slice(start, end)
    })
}

describe('createPhraseMatcher', () => {
  it('finds words in a row, whatever their case', () => {
    expect(found(['red herring'], 'A red herring, a RED HERRING, a red fat herring.')).toEqual([
      'red herring',
      'RED HERRING'
    ])
  })

  it('takes typographic and straight apostrophes and hyphens for equal', () => {
    expect(found(["today's oven"], "Today’s oven and today's oven")).toEqual(['Today’s oven', "today's oven"])
    expect(found(['today’s oven'], "Today's oven")).toEqual(["Today's oven"])
    expect(found(['wood-fired'], 'wood‑fired, Wood-Fired, wo\u00adod-fired')).toEqual([
      'wood‑fired',
      'Wood-Fired',
      'wo\u00adod-fired'
    ])
  })

  it('reads alternatives, also of several words', () => {
    const phrases = ["(it is|it's) (hot|very hot) here"]
    expect(found(phrases, "It's hot here. it is very hot here. it is cold here.")).toEqual([
      "It's hot here",
      'it is very hot here'
    ])
  })

  it('reads alternatives with an equal first word', () => {
    expect(found(['bake (a|a big|a big round) loaf'], 'bake a big round loaf, bake a loaf')).toEqual([
      'bake a big round loaf',
      'bake a loaf'
    ])
  })

  it('lets an optional word be missing, wherever it stands', () => {
    expect(found(['bake (the|) bread'], 'bake bread, bake the bread, bake a bread')).toEqual([
      'bake bread',
      'bake the bread'
    ])
    expect(found(['(very|) hot'], 'very hot; hot')).toEqual(['very hot', 'hot'])
    expect(found(['hot (oven|)'], 'hot oven; hot pan')).toEqual(['hot oven', 'hot'])
    expect(found(['a (b|) (c|) d'], 'a d; a b d; a c d; a b c d; a c b d')).toEqual([
      'a d',
      'a b d',
      'a c d',
      'a b c d'
    ])
  })

  it('reads `_` as one word and `__` as up to three', () => {
    const text =
      'bake bread; bake fine bread; bake two fine loaves of bread; bake three very fine round bread'
    expect(found(['bake _ bread'], text)).toEqual(['bake fine bread'])
    expect(
      found(
        ['bake __ bread'],
        'bake bread; bake a bread; bake a b bread; bake a b c bread; bake a b c d bread'
      )
    ).toEqual(['bake bread', 'bake a bread', 'bake a b bread', 'bake a b c bread'])
    expect(found(['bake __ and __ bread'], 'bake white and very dark bread')).toEqual([
      'bake white and very dark bread'
    ])
  })

  it('gives the longest hit at a place, and hits that stand apart', () => {
    expect(found(['hot', 'hot oven', 'oven door'], 'hot oven door, oven door')).toEqual([
      'hot oven',
      'oven door'
    ])
  })

  it('names the phrase, the first one that fits', () => {
    const hits = createPhraseMatcher(['cold pan', 'hot (oven|pan)', 'hot pan']).match(splitWords('hot pan'))
    expect(hits).toEqual([{phrase: 1, from: 0, to: 2, start: 0, end: 7}])
  })

  it('does not cross the end of a clause', () => {
    expect(found(['hot oven'], 'hot, oven; hot (oven) hot “oven” hot — oven hot: oven')).toEqual([])
    expect(found(['hot __ oven'], 'hot and big, oven')).toEqual([])
    expect(found(['hot oven'], 'hot\noven, hot/oven')).toEqual(['hot\noven', 'hot/oven'])
  })

  it('crosses a comma that the phrase has, and needs none', () => {
    expect(found(['hot, big (and|) oven'], 'hot, big oven. hot big and oven. hot big, oven.')).toEqual([
      'hot, big oven',
      'hot big and oven'
    ])
    expect(found(['(hot|warm), big oven'], 'warm, big oven')).toEqual(['warm, big oven'])
  })

  it('crosses everything when it is not given the text', () => {
    expect(createPhraseMatcher(['hot oven']).match(splitWords('hot, oven'))).toHaveLength(1)
  })

  it('begins anew after a false start', () => {
    expect(found(['bake the bread'], 'bake the bake the bread')).toEqual(['bake the bread'])
    expect(found(['the the oven'], 'the the the oven')).toEqual(['the the oven'])
  })

  it('finds nothing in nothing', () => {
    expect(found(['hot oven'], '')).toEqual([])
    expect(found([], 'hot oven')).toEqual([])
    expect(found(['hot oven'], 'hot')).toEqual([])
  })

  it.each([
    '_ oven',
    '__ oven',
    '(hot|) (oven|)',
    '',
    'hot (oven',
    'hot|cold',
    'hot)',
    'and/or',
    'hot (or/and|x)',
    '100% hot'
  ])('refuses `%s`', (phrase) => {
    expect(() => createPhraseMatcher([phrase]).match(splitWords('hot oven'))).toThrow(/phrase/)
  })

  it('takes time in proportion to the text', () => {
    const matcher = createPhraseMatcher(['a __ a __ a __ a __ b', 'a a __ c'])
    const time = (count: number): number => {
      const words = splitWords('a '.repeat(count))
      const start = performance.now()
      expect(matcher.match(words)).toEqual([])
      return performance.now() - start
    }
    time(2000)
    const small = Math.max(1, time(4000))
    expect(time(40_000)).toBeLessThan(small * 40)
  })
})

describe('the phrases of the rules', () => {
  const folder = new URL('../rules/', import.meta.url)
  const owners = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/phrases.ts`, folder)))

  it.each(owners)('of %s can be read', async (id) => {
    const lists = Object.values((await import(`../rules/${id}/phrases.ts`)) as Record<string, unknown>)
      .filter(Array.isArray)
      .map((list) => list.filter((phrase) => typeof phrase === 'string'))
    expect(lists.flat().length).toBeGreaterThan(0)
    for (const list of lists) checkPhrases(list)
  })
})
