import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {createSpans, findQuotations, findQuoted} from '../src/document/prose/quoted.ts'

describe('findQuotations', () => {
  it.each([
    ['“Bread,” she said, “is dark.”', ['“Bread,”', '“is dark.”']],
    ['"Bread," she said, "is dark."', ['"Bread,"', '"is dark."']],
    ['It is ‘dark’ and ‘don’t ask’ hard.', ['‘dark’', '‘don’t ask’']],
    ["It is 'dark' and ('hard').", ["'dark'", "'hard'"]],
    ['«Dark», « dark », „dunkel“, »dunkel«', ['«Dark»', '« dark »', '„dunkel“', '»dunkel«']],
    ['“He said ‘dark’ to me” and left', ['“He said ‘dark’ to me”']],
    ['He began: “It was dark. It rained.', ['“It was dark. It rained.']],
    ['—"Dark" ["hard"]', ['"Dark"', '"hard"']]
  ])('%s', (text, expected) => {
    expect(findQuotations(text).map(([start, end]) => text.slice(start, end))).toEqual(expected)
  })

  it.each([
    'A board 5" wide and 6" long',
    "The boys' oven and the girls' oven",
    "It's dark, isn't it?",
    'It’s the boys’ oven',
    'A mark " alone',
    ''
  ])('none in: %s', (text) => {
    expect(findQuotations(text)).toEqual([])
  })

  it('takes time in proportion to the text', () => {
    const time = (count: number): number => {
      const text = '"a \'b «c ‘d '.repeat(count)
      const start = performance.now()
      findQuotations(text)
      return performance.now() - start
    }
    time(1000)
    const small = Math.max(5, time(4000))
    expect(time(40_000)).toBeLessThan(small * 40)
  })
})

describe('findQuoted', () => {
  it('finds quotations and code, joined', () => {
    const [paragraph] = createDocument('The “dark `bread`” and `crust` of it.\n').paragraphs
    const prose = paragraph?.prose
    expect(prose?.value).toBe('The “dark bread” and crust of it.')
    const spans = prose && findQuoted(prose)
    const isIn = (text: string): boolean | undefined => {
      const start = prose?.value.indexOf(text) ?? 0
      return spans?.overlaps(start, start + text.length)
    }
    expect(['dark', 'bread', 'crust', 'dark bread” and'].map(isIn)).toEqual([true, true, true, true])
    expect(['The', ' and ', ' of it.'].map(isIn)).toEqual([false, false, false])
  })
})

it('createSpans joins what overlaps, and counts no touching', () => {
  const spans = createSpans([
    [10, 20],
    [2, 4],
    [12, 15],
    [19, 25]
  ])
  const asked: [number, number][] = [
    [0, 2],
    [3, 4],
    [4, 10],
    [9, 11],
    [20, 21],
    [25, 30]
  ]
  expect(asked.map(([start, end]) => spans.overlaps(start, end))).toEqual([
    false,
    true,
    false,
    true,
    true,
    false
  ])
  expect(createSpans([]).overlaps(0, 9)).toBe(false)
})
