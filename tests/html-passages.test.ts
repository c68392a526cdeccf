import fc from 'fast-check'
import type {Nodes as HastNodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {readFragment} from '../src/document/html/html-fragment.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {createPoints} from '../src/document/parse/points.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {lintText} from '../src/lint/index.ts'

const parsers = [await loadParser('remark'), await loadParser('satteri')]

/** The blocks of an article: what they are, and their words, or their source where they have none. */
function read(text: string): string[] {
  const [first, second] = parsers.map((parser) => blocksOf(createDocument(text, 'a.md', {parser})))
  expect(first).toEqual(second)
  return first as string[]
}

function blocksOf({blocks, text}: Document): string[] {
  return blocks.map((block) => {
    const what =
      block.type === 'heading' ? `h${block.level}` : block.type === 'paragraph' ? block.place : block.type
    return `${what}: ${'prose' in block ? block.prose.value : text.slice(...block.range)}`
  })
}

describe('HTML in Markdown', () => {
  it('is read where it is text', () => {
    const text = [
      '<h2 id="oven">The oven &amp; its <em>door</em></h2>\n',
      '<p>It burns\n  <strong>oak</strong>.</p>\n<ul>\n<li>one</li>\n<li><p>two</p></li></ul>\n',
      '<blockquote><p>Rye first.</p></blockquote>\n',
      'Some *Markdown*.\n',
      '<div>Four.<br><br>Five.</div>'
    ].join('\n')
    expect(read(text)).toEqual([
      'h2: The oven & its door',
      'body: It burns oak.',
      'item: one',
      'item: two',
      'quote: Rye first.',
      'body: Some Markdown.',
      'body: Four.',
      'body: Five.'
    ])
  })

  it('has its places in the source', () => {
    const text = '# Rye\r\n\r\n<p>Salt &amp;\r\n<a href="https://a.example">caf&eacute;</a> &#8211; x</p>\r\n'
    const {paragraphs, citations} = createDocument(text, 'a.md', {parser: parsers[0]})
    const [prose] = paragraphs.map((paragraph) => paragraph.prose)
    expect(prose?.value).toBe('Salt & café – x')
    expect(text.slice(...(prose?.at(7, 4) ?? [0, 0]))).toBe('caf&eacute;')
    expect(citations.map(({url}) => url)).toEqual(['https://a.example'])
  })

  it.each([
    ['the comments of a block editor', '<!-- wp:paragraph -->\n<p>Yes.</p>\n<!-- /wp:paragraph -->'],
    ['an element around Markdown', '<div>\n\n<p>Yes.</p>\n\n</div>'],
    ['the element of an export around it', '<div class="post-content">\n\n<p>Yes.</p>\n\n</div>'],
    ['words behind a heading', '<hr>\nYes.\n<p></p><h2></h2>\n<p><img src="a.png"></p><p>&nbsp;</p>'],
    ['a paragraph without an end', '<p>Yes.\n\nNo.'],
    ['a paragraph around a list', '<p>Yes.\n<ul></ul>\n</p>'],
    ['a class that says nothing', '<p class="MsoNormal"><span lang="en">Yes.<o:p></o:p></span></p>'],
    ['a paragraph below a film', '<p><object><embed src="a"></embed></object></p>\n<p>Yes.</p>'],
    ['what follows a tag that is astray', '<p>Yes.</p>\n\n</span>'],
    ['a picture with words below it', '<p><img src="a.png"><br>Yes.</p>'],
    ['text beside code that is set in', '<p>Yes.</p>\n\n    <b>x</b>'],
    ['a sentence with a sign', '<p>Yes.<!-- 1 < 2 --></p>'],
    ['text behind a script', '<script>if (a<b) "</p>"</script>\n\n<p>Yes.</p>']
  ])('reads %s', (_name, text) => {
    expect(read(text).join(' ')).toMatch(/(?:body|quote): \s?Yes\./)
  })

  it.each([
    '<p align="center">No.</p>',
    '<h1 align="center">No</h1>',
    '<p style="text-align: center">No.</p>',
    '<div align="center">\n\n<h1>No</h1>\n\n*A badge.*\n\n<p>No.</p>\n\n</div>',
    '<center><p>No.</p></center>',
    '<div class="card"><h3>No</h3><p>No.</p></div>',
    '<div class="pquote">\n<p>No.</p>\n\n<p>No.</p></div>',
    '<p class="wp-caption-text">No.</p>',
    '<p><small>No.</small></p>',
    '<table><tr><td><p>No.</p></td></tr></table>',
    '<details>\n<summary>No.</summary>\n\n<p>No.</p>\n</details>',
    '<details><summary>No.</summary><p>No.</p></details>',
    '<p markdown="1">No.</p>',
    '<p hidden>No.</p>',
    '<p role="note">No.</p>',
    '<figure><p>No.</p></figure>',
    '<p><iframe src="a"></iframe></p>',
    '<pre>\n<p>No.</p></pre>',
    '<h2>{{ page.title }}</h2>',
    '<p>{% include no.html %}</p>',
    '<p>No.</b></p>',
    '<p><b>No.<p>No.</p>',
    '<p>No.',
    '<p/>No.',
    '<p>No.</p',
    '<p title="No.</p>',
    '<p>No.<!-- </p>',
    '<h2>No<h3>No</h3></h2>',
    '<hr>\n<a href="#b">\n<h3>No</h3></a>',
    '<p><a href="/b">No <a href="/c">no</a></a></p>',
    '<li>No.</li>',
    '<dl><dt>No<li>no</dl>',
    '<main>\n<p>No.</p>',
    '<p>No.</p>\n\n```html\n<p>No.</p>\n```',
    '<p><?php no() ?></p>',
    '<p></br>No.</p>',
    '<script>\n<p>No.</p>',
    '<div><br>',
    '<p>No.</p></section>'.replace('</section>', '</nav>')
  ])('leaves %s alone', (text) => {
    const shown = read(`Above.\n\n${text}`).filter((block) => !/^(?:html|code|table|image):/.test(block))
    // Without an end tag it is a paragraph to every parser.
    expect(shown).toEqual(
      text === '<p>No.'
        ? ['body: Above.', 'body: No.']
        : text.includes('badge')
          ? ['body: Above.', 'body: A badge.']
          : ['body: Above.']
    )
  })

  it('keeps what speaks to the linter, and what is no text', () => {
    const text = '<p>One.</p>\n<!-- articlelint-disable -->\n<p>Two.</p>\n<table></table>\n<p>Three.</p>\n'
    const document = createDocument(text, 'a.md', {parser: parsers[0]})
    expect(blocksOf(document)).toEqual(['body: One.', 'body: Two.', 'html: <table></table>', 'body: Three.'])
    expect(document.comments.map(({value}) => value)).toEqual(['articlelint-disable'])
  })

  it('is deep only so far', () => {
    const deep = `${'<ul><li>'.repeat(60)}<p>Rye.</p>${'</li></ul>'.repeat(60)}`
    expect(read(deep).every((block) => block.startsWith('html'))).toBe(true)
  })

  it('is read as an HTML parser reads it', () => {
    const piece = fc.constantFrom(
      ...'Rain|mill &amp; rye|&nbsp;| |\n|<b>|</b>|<i> |</i>|<p>|</p>|<p class="a">|<br>|<a href="/x">|</a>|<!-- c -->|<li>|</li>|<ul>|</ul>|<dl>|<dt>|<dd>|</dl>|<h2>|</h2>|<h3>|<code>|</code>|<hr>|<span>|</span>|<div>|</div>|<blockquote>|</blockquote>|<img src=a>|</embed>|a < b'.split(
        '|'
      )
    )
    const fragments = unified().use(rehypeParse, {fragment: true}).freeze()
    let whole = 0
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 14}), (pieces) => {
        const source = pieces.join('')
        const own = readFragment(source, {from: 0, to: source.length, pointOf: createPoints(source)})
        if (!own || own.some(({type}) => type === 'tag')) return
        whole++
        const nodes = own.filter((node): node is Exclude<typeof node, {type: 'tag'}> => node.type !== 'tag')
        expect(linesOf({type: 'root', children: nodes})).toEqual(linesOf(fragments.parse(source)))
      }),
      {numRuns: 3000, seed: 5}
    )
    expect(whole).toBeGreaterThan(300)
  })
})

/** Each text with the elements around it. */
function linesOf(root: HastNodes): string[] {
  const lines: string[] = []
  const walk = (node: HastNodes, around: string): void => {
    if (node.type === 'text') {
      const last = lines.at(-1)
      if (last?.startsWith(`${around}: `)) lines[lines.length - 1] = last + node.value
      else lines.push(`${around}: ${node.value}`)
    }
    if (node.type === 'element' && /^(?:br|img|hr)$/.test(node.tagName)) lines.push(node.tagName)
    if ('children' in node)
      for (const child of node.children)
        walk(child, node.type === 'element' ? `${around} ${node.tagName}` : around)
  }
  walk(root, '')
  return lines.filter((line) => /[^\s:]/.test(line))
}

describe('findings in HTML in Markdown', () => {
  const lint = (id: string, text: string) =>
    lintText(text, {ruleset: recommended, parser: parsers[0]}).messages.filter(({ruleId}) => ruleId === id)
  const copied =
    'The keeper rows out twice a week, trims the wick, winds the clockwork and writes the weather into a book nobody reads.'
  const other =
    'She has moved the stones of the landing three times since the tower was built, and will again.'

  it('have no fix, and those beside it keep theirs', () => {
    const [inside] = lint(
      'duplicate-paragraph',
      `# A lamp\n\n<p>${copied}</p>\n<p>${other}</p>\n<p>${copied}</p>\n`
    )
    expect(inside).toMatchObject({messageId: 'exact'})
    expect(inside?.fix).toBeUndefined()
    const [beside] = lint(
      'duplicate-paragraph',
      `# A lamp\n\n<p>A lamp.</p>\n\n${copied}\n\n${other}\n\n${copied}\n`
    )
    expect(beside?.fix).toBeDefined()
    const [above] = lint(
      'duplicate-paragraph',
      `# A lamp\n\n${copied}\n\n${other}\n\n${copied}\n<p>It is old.</p>\n`
    )
    expect(above).toMatchObject({messageId: 'exact'})
    expect(above?.fix).toBeUndefined()
  })

  it('name the words without tags', () => {
    const text = '<h2>Oil &amp; <em>lamp</em></h2>\n<p>It is old.</p>\n'
    expect(lint('duplicate-heading', `# A lamp\n\n${text}${text}`).map(({reason}) => reason)).toEqual([
      'Unexpected second heading `Oil & lamp` in the same section, expected another name'
    ])
  })

  it('know the address of a link', () => {
    const text = '<p>See <a href="https://a.example/?utm_source=chatgpt.com">the lamp</a>.</p>\n'
    const [found] = lint('chatbot-residue', text)
    expect(text.slice(found?.start, found?.end)).toBe('utm_source=chatgpt.com')
    expect(found?.fix).toBeUndefined()
  })
})
