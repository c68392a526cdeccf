import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {ParseFault} from '../src/document/parse/fault.ts'
import {mdx} from '../src/document/parse/mdx.ts'
import {fixText} from '../src/lint/fix.ts'
import {lintText} from '../src/lint/index.ts'

const read = (text: string): Document => createDocument(text, 'a.mdx', {parser: mdx})
const prose = (text: string): string[] => read(text).paragraphs.map(({prose: {value}}) => value)

/** [what, source, prose, [word, its source]…] */
const cases: [string, string, string, [string, string][]][] = [
  ['an expression', 'Until {year} it ran.', 'Until  it ran.', [['ran', 'ran']]],
  ['escaped braces', 'Write \\{x\\} here.', 'Write {x} here.', [['{x}', '\\{x\\}']]],
  ['an escaped bracket', 'If n \\< 5, stop.', 'If n < 5, stop.', [['<', '\\<']]],
  ['a reference', 'Salt &amp; rye.', 'Salt & rye.', [['&', '&amp;']]],
  ['an element in a line', 'The <b>old</b> mill.', 'The old mill.', [['old', 'old']]],
  ['an element with an attribute', 'The <A b="c > d" e={1}>old</A> mill.', 'The old mill.', [['old', 'old']]],
  ['an element of its own', '<Note>\nThe *old*\n  mill.\n</Note>', 'The old\nmill.', [['mill', 'mill']]],
  ['an indented element', '<Note>\n    The old\n    mill.\n</Note>', 'The old\nmill.', [['mill', 'mill']]],
  ['a fragment', '<>\nThe old mill.\n</>', 'The old mill.', [['old', 'old']]],
  [
    'a bare URL',
    'At https://a.example/x?y=1&z=2 now.',
    'At https://a.example/x?y=1&z=2 now.',
    [['now', 'now']]
  ],
  ['CRLF', '<Note>\r\n  The old\r\n  mill.\r\n</Note>\r\n', 'The old\nmill.', [['mill', 'mill']]]
]

describe('the prose of MDX', () => {
  it.each(cases)('%s', (_name, source, value, words) => {
    const [paragraph] = read(source).paragraphs
    expect(paragraph?.prose.value).toBe(value)
    for (const [word, expected] of words)
      expect(source.slice(...(paragraph?.prose.at(value.indexOf(word), word.length) ?? [0, 0]))).toBe(
        expected
      )
  })

  it('is that of elements, not of imports, expressions, attributes and elements of other things', () => {
    const text = `import A from './a.js'\n\nexport const b = 1\n\n{b}\n\n<Tabs>\n<Tab label="no">\n\nOne *day*.\n\n- Two\n\n</Tab>\n</Tabs>\n\n<Chart title="no" />\n\n<figcaption>No.</figcaption>\n\n<table><tr><td>no</td></tr></table>\n\n<Note>Three.</Note>\n`
    expect(prose(text)).toEqual(['One day.', 'Two', 'Three.'])
    expect(read(text).paragraphs.map(({place}) => place)).toEqual(['body', 'item', 'body'])
    expect(read(text).blocks.map(({type}) => type)).toEqual([
      'other',
      'paragraph',
      'paragraph',
      'html',
      'html',
      'html',
      'paragraph'
    ])
  })

  it('has headings with names of their own, which no code has', () => {
    const document = read(
      '# The mill {#the-mill}\n\nIt ran.\n\n```md\n## The oven {#oven}\n```\n\n## The old {#a.b}\n'
    )
    expect(document.headings.map(({text}) => text)).toEqual(['The mill', 'The old'])
    expect(document.blocks.find(({type}) => type === 'code')?.node).toMatchObject({
      value: '## The oven {#oven}'
    })
    expect(() => read('## The mill {# mill}\n')).toThrow(ParseFault)
    expect(() => read('The mill {#mill}\n')).toThrow(ParseFault)
  })

  it('is read around comments of HTML, which speak to articlelint too', () => {
    const text =
      'Rye <!-- soon --> fell.\n\n<!-- a\n\nb -->\n\n- Salt\n  <!-- c -->\n\n```html\n<!-- d -->\n```\n\n`<!-- e -->`\n'
    const document = read(text)
    expect(document.paragraphs.map(({prose}) => prose.value)).toEqual(['Rye  fell.', 'Salt', '<!-- e -->'])
    expect(document.blocks.find(({type}) => type === 'code')?.node).toMatchObject({value: '<!-- d -->'})
    expect(document.comments.map(({value, range}) => [value, text.slice(...range)])).toEqual([
      ['soon', '<!-- soon -->'],
      ['a\n\nb', '<!-- a\n\nb -->'],
      ['c', '<!-- c -->']
    ])
    const silent = '<!-- articlelint-disable-next-line empty-section -->\n\n## Rye\n\n## Salt\n\nIt fell.\n'
    expect(lintText(silent, {ruleset: recommended, parser: mdx}).messages).toEqual([])
  })

  it.each([
    ['a name', 'The [old mill]{#mill} ran.', 'The [old mill] ran.'],
    ['a class', 'The [old mill](https://a.example){.wide #mill} ran.', 'The old mill ran.'],
    ['at the end of a line', 'The [mill](https://a.example){: target="_blank"}\nran.', 'The mill\nran.'],
    ['behind emphasis', 'The **mill**{:.wide} ran.', 'The mill ran.'],
    ['below a block', 'The mill ran.\n{: .wide}', 'The mill ran.']
  ])('is read around attributes: %s', (_name, text, value) => {
    expect(prose(text)[0]).toBe(value)
  })

  it('has front matter and GFM', () => {
    const document = read(
      '---\ntitle: The mill\n---\n\nRye.[^1]\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[^1]: A note.\n'
    )
    expect(document.title).toMatchObject({text: 'The mill', from: 'frontmatter'})
    expect(document.blocks.map(({type}) => type)).toEqual(['paragraph', 'table', 'paragraph'])
    expect(document.citations.map(({kind}) => kind)).toEqual(['footnote'])
  })

  it('is marked up, also where no mark stands', () => {
    expect(read('A line\n\nAnother line\n').layout).toBe('markdown')
    expect(read('A line\n').format).toBe('mdx')
  })

  it('leaves a section empty when only a comment stands in it', () => {
    const isEmpty = (text: string): boolean[] => read(text).sections.map((section) => section.isEmpty)
    expect(isEmpty('# A\n\n{/* later */}\n')).toEqual([true, true])
    expect(isEmpty('# A\n\n{list.map(show)}\n')).toEqual([true, false])
    expect(isEmpty('# A\n\n<Chart />\n')).toEqual([true, false])
  })
})

describe('citations in MDX', () => {
  it.each([
    ['Rye fell.<Cite id="rossi" />', 'footnote', '<Cite id="rossi" />'],
    ['Rye fell.<Citation>Rossi</Citation>', 'footnote', '<Citation>Rossi</Citation>'],
    ['Rye fell <SourceLink to="x" />.', 'footnote', '<SourceLink to="x" />'],
    ['Rye fell.<sup>12</sup>', 'footnote', '<sup>12</sup>'],
    [
      'Rye fell, <a href="https://a.example">they write</a>.',
      'link',
      '<a href="https://a.example">they write</a>'
    ]
  ])('%s', (text, kind, source) => {
    expect(read(text).citations.map((citation) => [citation.kind, text.slice(...citation.range)])).toEqual([
      [kind, source]
    ])
  })

  it.each(['Rye fell <Reflow />.', 'Rye fell by 3 m<sup>2</sup>.', 'Rye fell <a href="#top">up</a>.'])(
    'not %s',
    (text) => {
      expect(read(text).citations).toEqual([])
    }
  )
})

describe('what MDX can not read', () => {
  /** [source, line, column, what the reason tells] */
  const faults: [string, number, number, string][] = [
    ['Rain.\n\nIf n <5, stop.\n', 3, 7, '`\\<`'],
    ['Rain.\n\nA set {1, 2.\n', 3, 7, '`\\{`'],
    ['{a b}\n', 1, 3, '`\\{`'],
    ['Rain<br>fell.\n', 1, 5, '`<br />`'],
    ['Rain\n\n<Note>\nfell.\n', 3, 1, '`</Note>`'],
    ['<!-- later\n', 1, 2, '`{/* … */}`'],
    ['<!-- as in */ -->\n', 1, 2, '`{/* … */}`'],
    ['The mill {: .wide}\n', 1, 11, '`\\{`'],
    ['[mill]{#a}\n'.repeat(60), 51, 8, '`\\{`'],
    ['At <https://a.example>.\n', 1, 11, '`[words](https://…)`'],
    ['import rye from the mill\n', 1, 17, '`import`'],
    ['Rain </b> fell.\n', 1, 7, '`\\<`'],
    ['<b>*rain</b>*\n', 1, 9, '`\\<`'],
    ['Rain <b fell="x.\n', 1, 17, '`\\<`'],
    ['Rain {snow } {hail.\n', 1, 14, '`\\{`'],
    ['<Rain {fell}>down</Rain>\n', 1, 8, '`\\{`'],
    ['> <Rain>\n\nfell.\n', 1, 3, '`</Rain>`'],
    ['<'.repeat(2), 1, 2, '`\\<`']
  ]

  it.each(faults)('%j', (text, line, column, remedy) => {
    let fault: unknown
    try {
      read(text)
    } catch (error) {
      fault = error
    }
    expect(fault).toBeInstanceOf(ParseFault)
    expect(fault).toMatchObject({line, column})
    expect((fault as ParseFault).message).toContain(remedy)
    expect((fault as ParseFault).message).not.toMatch(/[.\n]$/)
  })

  it.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF# Rain\n'],
    ['a NUL', 'Rain\0fell\n'],
    ['nested elements', `${'<div>\n'.repeat(200)}Rain\n${'</div>\n'.repeat(200)}`],
    ['one long line', 'Rain fell on the mill. '.repeat(10_000)]
  ])('but it reads %s', (_name, text) => {
    const {messages, crashes} = lintText(text, {ruleset: recommended, parser: mdx})
    expect(crashes).toEqual([])
    expect(messages.every(({start, end}) => start <= end && end <= text.length)).toBe(true)
  })
})

describe('fixes in MDX', () => {
  const folder = new URL('../fixtures/articles/', import.meta.url)
  const names = readdirSync(folder).filter((name) => /^sloppy-.*\.mdx?$/.test(name))
  const lint = (text: string) => lintText(text, {ruleset: recommended, parser: mdx})
  /** Imports, elements and expressions: what a fix must not touch. */
  const codeOf = (text: string): string[] =>
    text.match(/^(?:import|export) .*|<\/?[A-Z][^>]*>|\{[^}]*\}/gm) ?? []

  it('are tried on enough articles', () => {
    expect(names.length).toBeGreaterThan(5)
    expect(names.some((name) => name.endsWith('.mdx'))).toBe(true)
    const fixes = names.map((name) => fixText(readFileSync(new URL(name, folder), 'utf8'), lint).applied)
    expect(fixes.filter((applied) => applied > 0).length).toBeGreaterThan(4)
  })

  it.each(names)('leave %s readable', (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8')
    const wrapped = `export const from = '${name}'\n\n${source}\n\n<Note kind="end">\n  That is {all}.\n</Note>\n`
    const text = source.startsWith('---') ? source : wrapped
    const {text: fixed, isLoop} = fixText(text, lint)
    expect(isLoop).toBe(false)
    expect(codeOf(fixed)).toEqual(codeOf(text))
    expect(lint(fixed).messages.filter(({fix}) => fix)).toEqual([])
  })

  it('take a copy out of an element', () => {
    const copy =
      'The stones of the mill were cut from the same granite as the pillars of the church, and they are still dark.'
    const text = `# Mill\n\n<Note>\n  ${copy}\n\n  ${copy}\n\n  It has no roof.\n</Note>\n`
    const {text: fixed} = fixText(text, lint)
    expect(fixed).toBe(`# Mill\n\n<Note>\n  ${copy}\n\n  It has no roof.\n</Note>\n`)
  })
})
