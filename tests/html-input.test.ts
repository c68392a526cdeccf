import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {html} from '../src/document/html/html.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {lintText} from '../src/lint/index.ts'

const read = (text: string): Document => createDocument(text, 'page.html', {parser: html})
const prose = (text: string): string[] => read(text).paragraphs.map(({prose: {value}}) => value)

const fragments = unified().use(rehypeParse, {fragment: true}).freeze()

/** What a stretch of a page reads as, by the parser alone. */
function resolve(source: string): string {
  const text = (node: Nodes): string =>
    node.type === 'text' ? node.value : 'children' in node ? node.children.map(text).join('') : ''
  return text(fragments.parse(source)).replace(/[ \t\n\f\r]+/g, ' ')
}

/** The words of a document whose stretch of the source does not read as they do. */
function misplaced(document: Document): string[] {
  const wrong: string[] = []
  for (const block of document.blocks) {
    if (!('prose' in block)) continue
    const {value} = block.prose
    for (const {0: word, index} of value.matchAll(/[\p{L}\p{N}]+/gu)) {
      const slice = document.text.slice(...block.prose.at(index, word.length))
      if (resolve(slice) !== word) wrong.push(`${word} at ${slice}`)
    }
  }
  return wrong
}

/** [what, source, prose, [word, its source]…] */
const cases: [string, string, string, [string, string][]][] = [
  ['plain words', '<p>Rain fell.</p>', 'Rain fell.', [['fell', 'fell']]],
  ['blanks and line ends', '<p>\n  Rain\n\t fell  </p>', 'Rain fell', [['Rain fell', 'Rain\n\t fell']]],
  [
    'blanks around tags',
    '<p> Rain <b> fell </b> all day</p>',
    'Rain fell all day',
    [
      ['fell ', 'fell '],
      ['all', 'all']
    ]
  ],
  [
    'references',
    '<p>Salt &amp; rye&nbsp;&#8211; &eacute;t&#xE9;</p>',
    'Salt & rye\u00A0– été',
    [
      ['&', '&amp;'],
      ['été', '&eacute;t&#xE9;']
    ]
  ],
  [
    'references without a semicolon',
    '<p>R&ampD &copy2024 &#8211 x &lt b</p>',
    'R&D ©2024 – x < b',
    [
      ['&', '&amp'],
      ['2024', '2024'],
      ['–', '&#8211'],
      ['b', 'b']
    ]
  ],
  [
    'references that are none',
    '<p>R&D at AT&T; &nosuch; a < b x</p>',
    'R&D at AT&T; &nosuch; a < b x',
    [
      ['AT&T', 'AT&T'],
      ['x', 'x']
    ]
  ],
  [
    'numbers of another code page',
    '<p>It&#146;s &#0; x</p>',
    'It’s \uFFFD x',
    [
      ['’', '&#146;'],
      ['x', 'x']
    ]
  ],
  ['a reference for a blank', '<p>a&#32; &#10;b</p>', 'a b', [['b', 'b']]],
  [
    'letters beyond 16 bits',
    '<p>&#x1F600; &Afr; end</p>',
    '😀 𝔄 end',
    [
      ['😀', '&#x1F600;'],
      ['𝔄', '&Afr;'],
      ['end', 'end']
    ]
  ],
  ['comments', '<p>Rain <!-- not this --> fell<!---->en</p>', 'Rain fellen', [['fell', 'fell']]],
  ['elements', '<p>The <span>old <em>mill</em></span> burned</p>', 'The old mill burned', [['mill', 'mill']]],
  ['a word with tags in it', '<p>H<sub>2</sub>O is wet</p>', 'H2O is wet', [['H2O', 'H<sub>2</sub>O']]],
  [
    'an ampersand before a blank',
    '<p>salt & rye &amp; oats</p>',
    'salt & rye & oats',
    [
      ['salt & rye', 'salt & rye'],
      ['oats', 'oats']
    ]
  ],
  [
    'code with tags and comments in it',
    '<p>Run <code>npm <!-- > no --><b title="x > y" lang=\'z\'>test</b> x</code> now</p>',
    'Run npm test x now',
    [
      ['npm', 'npm'],
      ['test', 'test'],
      ['now', 'now']
    ]
  ],
  ['words that are struck out', '<p>It was <s>red</s> blue</p>', 'It was red blue', [['blue', 'blue']]],
  ['a picture without an address', '<p>one <img> two</p>', 'one  two', [['two', 'two']]],
  ['line breaks', '<p>one <br>\n two<br/></p>', 'one\ntwo', [['two', 'two']]],
  [
    'code',
    '<p>Run <code>npm <b>test</b></code> now</p>',
    'Run npm test now',
    [
      ['npm', 'npm'],
      ['test', 'test'],
      ['now', 'now']
    ]
  ],
  [
    'a quotation',
    '<p>She said <q>yes</q>.</p>',
    'She said “yes”.',
    [
      ['“', '<q>'],
      ['yes', 'yes'],
      ['”', '</q>']
    ]
  ],
  ['CRLF', '<p>one\r\ntwo &amp; three</p>', 'one two & three', [['three', 'three']]],
  [
    'a bare URL',
    '<p>At https://a.example/?b=1&amp;c=2 now</p>',
    'At https://a.example/?b=1&c=2 now',
    [
      ['c=2', 'c=2'],
      ['now', 'now']
    ]
  ],
  ['an open paragraph', '<p>Rain fell<p>Snow', 'Rain fell', [['fell', 'fell']]],
  ['text without a paragraph', 'Rain <i>fell</i><hr>', 'Rain fell', [['fell', 'fell']]],
  [
    'wrongly nested elements',
    '<p>a <b>b <i>c</b> d</i> e</p>',
    'a b c d e',
    [
      ['d', 'd'],
      ['e', 'e']
    ]
  ],
  ['an attribute with a bracket', '<p>a <a title="x > y" href="/z">b</a> c</p>', 'a b c', [['c', 'c']]]
]

describe('the prose of a page', () => {
  it.each(cases)('%s', (_name, source, value, words) => {
    const [paragraph] = read(source).paragraphs
    expect(paragraph?.prose.value).toBe(value)
    for (const [word, expected] of words)
      expect(source.slice(...(paragraph?.prose.at(value.indexOf(word), word.length) ?? [0, 0]))).toBe(
        expected
      )
  })

  it('slices back in articles', () => {
    const folder = new URL('../fixtures/articles/', import.meta.url)
    const names = readdirSync(folder).filter((name) => name.endsWith('.html'))
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) expect(misplaced(read(readFileSync(new URL(name, folder), 'utf8')))).toEqual([])
  })

  it('slices back in any page', () => {
    const piece = fc.constantFrom(
      ...'Rain|fell|mill &amp; rye|&eacute;t&eacute;|&nbsp;|&lt;b&gt;| |\n  |<b>|</b>|<i> |</i>|<p>|</p>|<br>|<a href="/x">|</a>|<!-- c -->|<li>|<ul>|</ul>|<h2>|</h2>|<code>|</code>|<td>|<table>|</table>|<span hidden>no</span>|<q>|</q>|<sup>|</sup>|<div>|</div>|<blockquote>|</blockquote>'.split(
        '|'
      )
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        const document = read(`<body>${pieces.join('')}`)
        // A parser takes text out of tables; there its places may be wrong, and must be in the text.
        if (!pieces.includes('<table>')) expect(misplaced(document)).toEqual([])
        for (const {range} of document.blocks) {
          expect(range[0]).toBeLessThanOrEqual(range[1])
          expect(range[1]).toBeLessThanOrEqual(document.text.length)
        }
      }),
      {numRuns: 400, seed: 11}
    )
  })
})

describe('the article of a page', () => {
  it.each([
    ['the one article', '<p>No.</p><main><p>No.</p><article><p>Yes.</p></article></main>'],
    ['the article with the title', '<article><h1>T</h1><p>Yes.</p></article><article><p>No.</p></article>'],
    [
      'main, where articles are many',
      '<p>No.</p><main><article><p>Yes.</p></article><article></article></main>'
    ],
    ['main by its role', '<p>No.</p><div role="main"><p>Yes.</p></div>'],
    [
      'the body without its surroundings',
      '<header><p>No.</p></header><nav>No.</nav><div><p>Yes.</p></div><footer>No.</footer>'
    ],
    ['a table that is there for its looks', '<table role="presentation"><tr><td><p>Yes.</p></table>'],
    ['the same by another name', '<table role="none"><tr><td>Yes.</table>'],
    ['a list with a box in it', '<ul><div><li>Yes.</div></ul>'],
    ['a fragment', '<p>Yes.</p>']
  ])('is %s', (_name, text) => {
    expect(prose(text)).toEqual(['Yes.'])
  })

  it.each([
    '<nav>No.</nav>',
    '<aside><p>No.</p></aside>',
    '<form><p>No.</p></form>',
    '<p hidden>No.</p>',
    '<p aria-hidden="true">No.</p>',
    '<p style="color: red; display: none">No.</p>',
    '<span class="screen-reader-text">No.</span>',
    '<script>No.</script><style>No.</style><template><p>No.</p></template><noscript>No.</noscript>',
    '<figure><img src="a.png"><figcaption>No.</figcaption></figure>',
    '<details><summary>No.</summary></details>',
    '<table><caption>No.</caption><tr><td>No.</td></tr></table>',
    '<pre><code>No.</code></pre>',
    '<svg><title>No.</title></svg>',
    '<div role="navigation">No.</div>',
    '<section id="comments"><p>No.</p></section>',
    '<footer>No.</footer>',
    '<p>&nbsp;</p>'
  ])('has no prose in %s', (part) => {
    expect(prose(`<article><p>One.</p>${part}<p>Two.</p></article>`)).toEqual(['One.', 'Two.'])
  })

  it('keeps its own header, and a footer or aside with its notes', () => {
    const text =
      '<article><header><p>One.</p></header><p>Two.</p><footer><h2>Sources</h2><p>Three.</p></footer><aside role="doc-footnote"><p>Four.</p></aside></article>'
    expect(prose(text)).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
  })

  it('divides paragraphs at two line breaks, and at blocks inside links', () => {
    expect(prose('<div>One.<br><br>\nTwo.<br>Three.</div>')).toEqual(['One.', 'Two.\nThree.'])
    const card = '<a href="/x"><h3>Head</h3><p>One.</p></a><p>Two.</p>'
    expect(read(card).blocks.map(({type}) => type)).toEqual(['heading', 'paragraph', 'paragraph'])
  })

  it('has the blocks that Markdown has', () => {
    const text =
      '<h1>A</h1><h2>B <a href="#b">#</a></h2><h3></h3><ul><li>one<li>two</ul><ol start="3"><li><p>three</p></ol><dl><dt>four<dd>five</dl><blockquote><p>six</p></blockquote><hr><pre>x</pre><table><tr><td>1</table><p><img src=a></p><iframe src="https://a.example"></iframe>'
    const document = read(text)
    expect(document.headings.map(({level, text: words}) => [level, words])).toEqual([
      [1, 'A'],
      [2, 'B']
    ])
    expect(document.paragraphs.map(({place, prose: {value}}) => [place, value])).toEqual([
      ['item', 'one'],
      ['item', 'two'],
      ['item', 'three'],
      ['item', 'four'],
      ['item', 'five'],
      ['quote', 'six']
    ])
    expect(document.blocks.slice(-5).map(({type}) => type)).toEqual([
      'thematicBreak',
      'code',
      'table',
      'image',
      'html'
    ])
    expect(document.tree.children).toContainEqual(
      expect.objectContaining({type: 'list', ordered: true, start: 3})
    )
    expect(document.layout).toBe('markdown')
  })

  it('may stand in a table that arranges the page', () => {
    expect(prose('<table><tr><td><h1>T</h1><p>One.</p></td></tr></table>')).toEqual(['One.'])
  })
})

describe('what a page says of itself', () => {
  const titleOf = (text: string): unknown => {
    const {title} = read(text)
    return title && [title.text, title.from, text.slice(...title.range)]
  }

  it('has its title in the heading, else in the head', () => {
    expect(titleOf('<title>No</title><h1>The <i>mill</i></h1>')).toEqual([
      'The mill',
      'heading',
      'The <i>mill'
    ])
    expect(titleOf('<title>The old mill | Valley</title><p>Rye.</p>')).toEqual([
      'The old mill',
      'frontmatter',
      '<title>The old mill | Valley</title>'
    ])
    expect(
      titleOf('<title>The mill – V</title><header><h1>The mill</h1></header><main><p>Rye.</p></main>')
    ).toEqual(['The mill', 'frontmatter', '<h1>The mill</h1>'])
    expect(titleOf('<title>The mill – V</title><header><h1>V</h1></header><main><p>Rye.</p></main>')).toEqual(
      ['The mill', 'frontmatter', '<title>The mill – V</title>']
    )
    expect(titleOf('<p>Rye.</p>')).toBeUndefined()
  })

  it('has its language and its author', () => {
    const english = 'The mill was built in the year the dam broke, and its owner ground rye for the valley.'
    expect(read(`<html lang="de-AT"><p>${english}`).language).toBe('de-AT')
    expect(read(`<html lang="de"><article lang="en"><p>${english}`).language).toBe('en')
    expect(read(`<p>${english}`).language).toBe('en')
    expect(read('<meta name="author" content="Ann Lee"><p>Rye.').author).toBe('Ann Lee')
  })

  it('has its own front matter, as site generators know it', () => {
    const text = '---\ntitle: "The mill"\nlang: de\n---\n<p>Rye.</p>\n'
    const document = read(text)
    expect(document.title).toMatchObject({text: 'The mill', from: 'frontmatter'})
    expect(document.language).toBe('de')
    expect(document.paragraphs.map(({range}) => text.slice(...range))).toEqual(['Rye.'])
  })
})

describe('citations on a page', () => {
  it.each([
    ['<p>Rye <a href="https://a.example/b">fell</a>.', 'link', 'https://a.example/b', 'fell'],
    ['<p>Rye fell.<sup><a href="#fn1">1</a></sup>', 'footnote', undefined, '1'],
    ['<p>Rye fell <cite>Rossi</cite>.', 'footnote', undefined, '<cite>'],
    [
      '<p>Rye fell, see https://a.example/b?c=1&amp;d.',
      'bare-url',
      'https://a.example/b?c=1&d',
      'https://a.example/b?c=1&amp;d'
    ],
    [
      '<link rel="canonical" href="https://a.example/x"><p>Rye <a href="https://a.example/b">fell</a>.',
      'link',
      '/b',
      'fell'
    ]
  ])('%s', (text, kind, url, words) => {
    const found = read(text).citations.map((citation) => ({
      kind: citation.kind,
      url: citation.url,
      words: text.slice(...citation.range)
    }))
    expect(found).toContainEqual({kind, url, words})
  })

  it('are not links that stay, nor links to elsewhere on the page', () => {
    expect(
      read('<p>Rye <a>fell</a> <a href="#top">up</a> <a href="mailto:a@b.example">mail</a>.').citations
    ).toEqual([])
  })
})

describe('linting a page', () => {
  const lint = (text: string) => lintText(text, {ruleset: recommended, parser: html})
  const page = readFileSync(new URL('../fixtures/articles/sloppy-built-page.html', import.meta.url), 'utf8')

  it('gives no edits: they are Markdown', () => {
    const {messages} = lint(page)
    expect(messages.length).toBeGreaterThan(8)
    expect(messages.filter(({fix, suggestions}) => fix || suggestions)).toEqual([])
    // The same words in Markdown do have some.
    const {messages: marked} = lintText('# The mill\n\nBy Ann Lee 20 Views\n', {ruleset: recommended})
    expect(marked.some(({fix}) => fix)).toBe(true)
  })

  it('finds the debris of scraped pages in paragraphs', () => {
    const text = (rule: string): string[] =>
      lint(page)
        .messages.filter(({ruleId}) => ruleId === rule)
        .map(({start, end}) => page.slice(start, end))
    expect(text('byline-counter')).toEqual(['By Corin Maddox 41 Views'])
    expect(text('keyword-line')).toEqual(['do beekeepers use drones'])
    expect(text('page-chrome')).toEqual(['Share this article'])
    expect(text('author-box')).toHaveLength(2)
  })

  it('finds it in lines of one paragraph', () => {
    const text =
      '<h1>Why the Mill Stopped</h1><p>By Ann Lee 20 Views<br>why the mill stopped<br>The mill was built in the year the dam broke, and its owner ground rye for the whole valley.</p>'
    expect(read(text).furniture.map(({kind, range}) => [kind, text.slice(...range)])).toEqual([
      ['byline-counter', 'By Ann Lee 20 Views'],
      ['keyword-line', 'why the mill stopped']
    ])
  })

  it('reads the addresses of links', () => {
    const text =
      '<h1>Mill</h1><p>Rye <a class="a" href="https://a.example/?utm_source=chatgpt.com">fell <b>fast</b></a>, see <a href="TODO">here</a>, <a href="#" onclick="show()">show</a> or <a href="javascript:show()">hide</a>.</p>'
    const found = lint(text).messages.map(({ruleId, start, end}) => [ruleId, text.slice(start, end)])
    expect(found).toContainEqual(['chatbot-residue', 'utm_source=chatgpt.com'])
    expect(found.filter(([id]) => id === 'placeholder-link')).toEqual([
      ['placeholder-link', '<a href="TODO">here</a>']
    ])
  })

  it('quotes its words without tags and references', () => {
    const text =
      '<h1>Mill</h1><p>The mill had a <b>great</b> many&nbsp;visitors (Rossi &amp; <i>Lee</i>, 2019).</p>'
    const reasons = lint(text).messages.map(({reason}) => reason)
    expect(reasons.join()).toContain('(Rossi & Lee, 2019)')
    expect(reasons.filter((reason) => /<\/?[a-z]|&[a-z]+;/.test(reason))).toEqual([])
  })

  it('obeys comments', () => {
    const claim = '<p>The mill cut the losses of the valley by 45 percent.</p>'
    const rules = (text: string): string[] => lint(text).messages.map(({ruleId}) => ruleId)
    expect(rules(`<h1>Mill</h1>${claim}`)).toEqual(['unsourced-claim'])
    expect(rules(`<h1>Mill</h1>\n<!-- articlelint-disable-next-line unsourced-claim -->\n${claim}`)).toEqual(
      []
    )
    expect(rules(`<h1>Mill</h1><!-- articlelint-disable -->${claim}`)).toEqual([])
    expect(rules(`<!-- articlelint-disable-file unsourced-claim --><h1>Mill</h1>${claim}`)).toEqual([])
  })
})

describe('broken pages', () => {
  const hostile: [string, string][] = [
    ['nothing', ''],
    ['comments alone', '<!-- a --><!-- b'],
    ['a head alone', '<html><head><title>T</title></head></html>'],
    ['a byte order mark', '\uFEFF<p>Rain fell.</p>'],
    ['a NUL', '<p>a\0b</p>'],
    ['open elements', '<div><p>Rain <b>fell <a href="'],
    ['500 elements deep', `${'<div>'.repeat(500)}Rain fell.`],
    ['500 elements in a line', `<p>${'<b>'.repeat(500)}Rain fell.`],
    ['one long line', `<p>${'Rain fell on the mill. '.repeat(20_000)}</p>`],
    ['signs', `<p>${'<&'.repeat(20_000)}`],
    ['open comments', '<!--'.repeat(20_000)],
    ['text in a table', '<table>Rain<tr><td>fell</td>all</tr>day</table><p>End.</p>'],
    ['two bodies', '<body><p>Rain.</p></body>fell<body class="a"><p>End.</p>'],
    ['frames', '<frameset><frame src="a"></frameset>'],
    ['fences', '---\n'.repeat(5_000)]
  ]

  it.each(hostile)('%s', (_name, text) => {
    const {messages, crashes} = lintText(text, {ruleset: recommended, parser: html})
    expect(crashes).toEqual([])
    expect(messages.every(({start, end}) => start <= end && end <= text.length)).toBe(true)
  })

  it('too deep to read say so', () => {
    expect(() => read('<div>'.repeat(30_000))).toThrow(
      expect.objectContaining({name: 'LimitFault', ruleId: 'article-too-deep'})
    )
  })

  it('cut and mixed anyhow have their messages in the text', () => {
    const folder = new URL('../fixtures/articles/', import.meta.url)
    const page = readFileSync(new URL('sloppy-built-page.html', folder), 'utf8')
    const place = fc.nat({max: page.length})
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, place), {minLength: 1, maxLength: 4}), (splices) => {
        let text = page
        for (const [at, from, to] of splices)
          text =
            text.slice(0, at) +
            page.slice(Math.min(from, to), Math.max(from, to)) +
            text.slice(at + (to % 40))
        const {messages, crashes} = lintText(text, {ruleset: recommended, parser: html})
        expect(crashes).toEqual([])
        for (const {start, end, line, endLine} of messages) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(line).toBeLessThanOrEqual(endLine)
        }
      }),
      {numRuns: 150, seed: 5}
    )
  })
})
