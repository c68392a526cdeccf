import type {Paragraph, Parents, PhrasingContent, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {rangeOf} from '../src/document/parse/node-range.ts'
import {markdown} from '../src/document/parse/parse.ts'
import {createProse} from '../src/document/prose/text.ts'

const {parse} = markdown

/** The prose of the first paragraph or heading anywhere in a text. */
function proseOf(source: string): ReturnType<typeof createProse> {
  const find = (node: Root | Parents): Parents | undefined => {
    for (const child of node.children) {
      if (child.type === 'paragraph' || child.type === 'heading') return child
      const inner = 'children' in child ? find(child) : undefined
      if (inner) return inner
    }
    return undefined
  }
  const node = find(parse(source))
  if (!node) throw new Error('no prose')
  return createProse(node, source)
}

/** [what, source, prose, [word, its source]…] */
const cases: [string, string, string, [string, string][]][] = [
  [
    'U+0000, which the parser replaces',
    '\0a\0b *c\0* `d\0` e',
    '\uFFFDa\uFFFDb c\uFFFD d\uFFFD e',
    [
      ['b', 'b'],
      ['c\uFFFD', 'c\0'],
      ['d\uFFFD', 'd\0'],
      ['e', 'e']
    ]
  ],
  ['plain words', 'Rain fell all day.', 'Rain fell all day.', [['fell', 'fell']]],
  [
    'escapes',
    'A \\*star\\* and 5 \\< 6',
    'A *star* and 5 < 6',
    [
      ['*star*', '\\*star\\*'],
      ['<', '\\<']
    ]
  ],
  [
    'a backslash that escapes nothing',
    'C:\\Users\\ann',
    'C:\\Users\\ann',
    [
      ['Users', 'Users'],
      ['ann', 'ann']
    ]
  ],
  [
    'a double backslash',
    'a \\\\ b',
    'a \\ b',
    [
      ['\\', '\\\\'],
      ['b', 'b']
    ]
  ],
  [
    'named references',
    'Fish &amp; chips &copy; Ann',
    'Fish & chips © Ann',
    [
      ['&', '&amp;'],
      ['©', '&copy;'],
      ['Ann', 'Ann']
    ]
  ],
  [
    'numeric references',
    '5&nbsp;km &#8211; &#x1F600; end',
    '5\u00A0km – 😀 end',
    [
      ['–', '&#8211;'],
      ['😀', '&#x1F600;'],
      ['end', 'end']
    ]
  ],
  [
    'numeric references to what is no character',
    'It was&#146;nt &#xFFFE;open &#0; then',
    'It was\uFFFDnt \uFFFDopen \uFFFD then',
    [
      ['open', 'open'],
      ['then', 'then']
    ]
  ],
  [
    'an ampersand that is none',
    'R&D and AT&T; &nosuch; x',
    'R&D and AT&T; &nosuch; x',
    [
      ['R&D', 'R&D'],
      ['x', 'x']
    ]
  ],
  [
    'emphasis and strong',
    'A **very *deep* lake** here',
    'A very deep lake here',
    [
      ['deep', 'deep'],
      ['very', 'very'],
      ['here', 'here']
    ]
  ],
  [
    'a link',
    'See [the _old_ mill](https://a.example/m) now',
    'See the old mill now',
    [
      ['old', 'old'],
      ['now', 'now']
    ]
  ],
  [
    'a wrapped quote',
    '> The first line\n> goes on here',
    'The first line\ngoes on here',
    [
      ['goes', 'goes'],
      ['line', 'line']
    ]
  ],
  ['a lazy quote', '> The first line\ngoes on here', 'The first line\ngoes on here', [['goes', 'goes']]],
  ['a wrapped item', '- A long item\n  that goes on', 'A long item\nthat goes on', [['that', 'that']]],
  ['a quote in an item', '1. > deep words\n   > go deeper', 'deep words\ngo deeper', [['deeper', 'deeper']]],
  ['trailing blanks', 'one  \ntwo', 'one\ntwo', [['two', 'two']]],
  [
    'CRLF',
    'one\r\ntwo &amp; three\r\nfour',
    'one\ntwo & three\nfour',
    [
      ['two', 'two'],
      ['four', 'four'],
      ['&', '&amp;']
    ]
  ],
  ['CR', 'one\rtwo', 'one\ntwo', [['two', 'two']]],
  ['a backslash break', 'one\\\ntwo', 'one\ntwo', [['two', 'two']]],
  ['an HTML break', 'one<br>two', 'one\ntwo', [['two', 'two']]],
  ['inline HTML', 'H<sub>2</sub>O is wet', 'H2O is wet', [['wet', 'wet']]],
  [
    'code',
    'Run `npm test` now',
    'Run npm test now',
    [
      ['npm test', 'npm test'],
      ['now', 'now']
    ]
  ],
  [
    'padded code',
    'Use `` a`b `` here',
    'Use a`b here',
    [
      ['a`b', 'a`b'],
      ['here', 'here']
    ]
  ],
  [
    'wrapped code',
    '> Use `one\n> two` here',
    'Use one\ntwo here',
    [
      ['two', 'two'],
      ['here', 'here']
    ]
  ],
  ['an image', 'Look ![a cat](c.png) there', 'Look  there', [['there', 'there']]],
  ['a footnote call', 'Wet.[^1] Dry.\n\n[^1]: Note', 'Wet. Dry.', [['Dry', 'Dry']]],
  [
    'a bare URL',
    'At https://a.example/x?y=1&z=2 now',
    'At https://a.example/x?y=1&z=2 now',
    [
      ['now', 'now'],
      ['a.example', 'a.example']
    ]
  ],
  [
    'www and mail',
    'www.a.example or ann@b.example ok',
    'www.a.example or ann@b.example ok',
    [
      ['ok', 'ok'],
      ['ann@b.example', 'ann@b.example']
    ]
  ],
  [
    'a heading',
    '## The *old* mill ##',
    'The old mill',
    [
      ['old', 'old'],
      ['mill', 'mill']
    ]
  ],
  ['a setext heading', 'The old\nmill\n====', 'The old\nmill', [['mill', 'mill']]],
  ['a reference at the end', 'Salt &amp; pepper &lt;', 'Salt & pepper <', [['<', '&lt;']]],
  [
    'marks that mean nothing beside one that does',
    'R&D \\* a &nosuch; C:\\a end',
    'R&D * a &nosuch; C:\\a end',
    [
      ['R&D', 'R&D'],
      ['&nosuch;', '&nosuch;'],
      ['C:\\a', 'C:\\a'],
      ['end', 'end']
    ]
  ],
  [
    'blanks that are not read, at a line end',
    'one \\* \t\ntwo',
    'one *\ntwo',
    [
      ['*', '\\*'],
      ['two', 'two']
    ]
  ],
  ['tabs in a quote', '>\tone\n>\ttwo', 'one\ntwo', [['two', 'two']]]
]

describe('the map from prose to source', () => {
  it.each(cases)('%s', (_name, source, value, words) => {
    const prose = proseOf(source)
    expect(prose.value).toBe(value)
    for (const [word, expected] of words) {
      const at = value.indexOf(word)
      expect(at, word).toBeGreaterThanOrEqual(0)
      expect(source.slice(...prose.at(at, word.length))).toBe(expected)
    }
  })

  it('finds text that a plugin left without a place, and goes on after what has none', () => {
    const source = 'Ask www.a.example, or ann@b.example &amp; Bo.'
    const tree = unified().use(remarkParse).use(remarkGfm).parse(source)
    const [paragraph] = tree.children as [Paragraph]
    const made: PhrasingContent = {type: 'emphasis', children: [{type: 'text', value: ' he said'}]}
    paragraph.children.push(
      made as never,
      {type: 'break'} as never,
      {type: 'text', value: 'nowhere'} as never
    )
    const prose = createProse(paragraph, source)
    expect(prose.value).toBe('Ask www.a.example, or ann@b.example & Bo. he said\nnowhere')
    for (const word of ['Ask', 'www.a.example', 'or', 'ann@b.example', 'Bo.'])
      expect(source.slice(...prose.at(prose.value.indexOf(word), word.length)), word).toBe(word)
    // What stands nowhere is at the end, and in the text.
    for (const word of ['he said', 'nowhere']) {
      const [start, end] = prose.at(prose.value.indexOf(word), word.length)
      expect(start).toBeLessThanOrEqual(end)
      expect(end).toBeLessThanOrEqual(source.length)
    }
    expect(rangeOf(made)).toEqual([0, 0])
    expect(createProse({type: 'paragraph', children: []}, source).range).toEqual([0, 0])
  })

  it('gives places between characters', () => {
    const source = 'a &amp; b'
    const prose = proseOf(source)
    expect(prose.at(0)).toEqual([0, 0])
    expect(prose.at(2)).toEqual([2, 2])
    expect(prose.at(3)).toEqual([7, 7])
    expect(prose.at(5)).toEqual([9, 9])
  })

  it('keeps the map in a slice', () => {
    const source = '> one &lt; two\n> three'
    const prose = proseOf(source).slice(4, 9)
    expect(prose.value).toBe('< two')
    expect(source.slice(...prose.range)).toBe('&lt; two')
    expect(source.slice(...prose.at(2, 3))).toBe('two')
  })

  it('keeps the marks in a slice', () => {
    const prose = proseOf('One [two](https://a.example) three `four` five')
    const slice = prose.slice(4, 13)
    expect(slice.value).toBe('two three')
    expect(slice.marks.map(({node, start, end}) => [node.type, start, end])).toEqual([['link', 0, 3]])
  })
})

it.each(['\n', '\r\n', '\r'])('code over two lines has one line end in the prose, for %j', (end) => {
  const source = `Type \`cargo ${end}build\` now${end}or later.`
  const prose = proseOf(source)
  expect(prose.value).toBe('Type cargo \nbuild now\nor later.')
  expect(source.slice(...prose.at(prose.value.indexOf('build'), 5))).toBe('build')
  expect(source.slice(...prose.at(prose.value.indexOf('now'), 3))).toBe('now')
})
