import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {html} from '../src/document/html/html.ts'
import {createDocument} from '../src/document/index.ts'
import type {Parser} from '../src/document/model.ts'
import {mdx} from '../src/document/parse/mdx.ts'
import {readDirectives} from '../src/lint/directives.ts'
import {fixText} from '../src/lint/fix.ts'
import {type LintResult, lintText} from '../src/lint/index.ts'

/** The source of each directive, of its name and of the ids in it. */
function sources(text: string, parser?: Parser): {comment: string; name: string; rules: string[]}[] {
  const list = readDirectives(createDocument(text, undefined, {parser})).list()
  return list.map(({start, end, ranges}) => ({
    comment: text.slice(start, end),
    name: text.slice(...ranges.name),
    rules: ranges.rules.map((range) => text.slice(...range))
  }))
}

const comment = '<!-- articlelint-disable no-x, no-y -- why -->'
const parts = {comment, name: 'articlelint-disable', rules: ['no-x', 'no-y']}

describe('in Markdown', () => {
  it.each([
    ['a block', `a\n\n${comment}\n\nb`],
    ['a line below a paragraph', `a\n${comment}\nb`],
    ['a paragraph', `a ${comment} b`],
    ['emphasis', `a *b ${comment} c*`],
    ['a heading', `# a ${comment}`],
    ['a quote', `> a\n>\n> ${comment}`],
    ['an item', `- ${comment}\n  a`],
    ['an item of an item', `- a\n  - ${comment}`],
    ['two items', `- a\n${comment}\n- b`],
    ['a cell', `| a | b |\n| - | - |\n| ${comment} c | d |`],
    ['a footnote', `a[^1]\n\n[^1]: b ${comment}`],
    ['an HTML block', `<details>\n${comment}\n</details>`]
  ])('a comment stands in or between %s', (_name, text) => {
    expect(sources(text)).toEqual([parts])
  })

  it('its words have places in a quote over several lines, where the comment has others', () => {
    const text = '> - <!-- articlelint-disable no-x,\n>   no-x no-y\n>   -- why (until 2027-03-01) -->'
    expect(sources(text)).toEqual([{...parts, comment: text.slice(text.indexOf('<!-- art'))}])
    const [directive] = readDirectives(createDocument(text)).list()
    expect(text.slice(...(directive?.ranges.until ?? []))).toBe('2027-03-01')
  })

  it('its places are those of the file, with a byte order mark', () => {
    const text = `\uFEFFa\n\n${comment}`
    const {directives} = lintText(text, {ruleset: {rules: []}})
    expect(directives.map(({ranges}) => ranges.rules.map((range) => text.slice(...range)))).toEqual([
      ['no-x', 'no-y']
    ])
    expect(text.slice(...(directives[0]?.ranges.name ?? []))).toBe('articlelint-disable')
  })
})

describe('in MDX', () => {
  const braced = '{/* articlelint-disable no-x, no-y -- why */}'
  it.each([
    ['a block', `a\n\n${braced}\n\nb`],
    ['a paragraph', `a ${braced} b`],
    ['an item', `- a\n- b ${braced}`],
    ['a component', `<Box>\n  ${braced}\n\n  a\n</Box>`],
    ['a quote', `> ${braced}`]
  ])('a comment in braces stands in %s', (_name, text) => {
    expect(sources(text, mdx)).toEqual([{...parts, comment: braced}])
  })

  it('each of several comments has its own place', () => {
    const text = 'a\n\n{/* other */ /* articlelint-disable no-x, no-y */}'
    expect(sources(text, mdx)).toEqual([{...parts, comment: '/* articlelint-disable no-x, no-y */'}])
  })

  it.each([
    ['a string', 'a {"/* articlelint-disable */"}'],
    ['code beside it', 'a {count /* articlelint-disable */}'],
    ['inline code', 'a `{/* articlelint-disable */}`'],
    ['fenced code', '```mdx\n{/* articlelint-disable */}\n```'],
    ['an attribute', 'a <Box size={/* articlelint-disable */ 2} />'],
    ['an import', 'import {a} from "b" /* articlelint-disable */\n\na']
  ])('none stands in %s', (_name, text) => {
    expect(sources(text, mdx)).toEqual([])
  })

  it('covers the next line, past other comments', () => {
    const text = '{/* articlelint-disable-next-line no-x */}\n\n{/* other */}\n\na\nb\n\nc'
    const [directive] = readDirectives(createDocument(text, undefined, {parser: mdx})).list()
    expect(text.slice(...(directive?.covers ?? []))).toBe('a\nb')
  })
})

describe('in HTML', () => {
  it.each([
    ['a block', `<p>a</p>\n${comment}\n<p>b</p>`],
    ['a paragraph', `<p>a ${comment} b</p>`],
    ['an item', `<ul><li>a ${comment}</li><li>b</li></ul>`],
    ['two items', `<ul><li>a</li>${comment}<li>b</li></ul>`]
  ])('a comment stands in or between %s', (_name, text) => {
    expect(sources(text, html)).toEqual([parts])
  })

  it('none stands in a script', () => {
    expect(sources(`<p>a</p><script>// ${comment}\n</script>`, html)).toEqual([])
  })

  it('covers the next block, or the rest of its own: lines mean nothing', () => {
    const text = `<p>a</p><!-- articlelint-disable-next-line no-x --><p>b c</p><p>d <!-- articlelint-disable-next-line no-x --> e</p><p>f</p>`
    const list = readDirectives(createDocument(text, undefined, {parser: html})).list()
    const covered = list.map(({covers}) => text.slice(...(covers ?? [0, 0])).replace(/<[^>]*>/g, ''))
    expect(covered).toEqual(['b c', ' e'])
  })
})

const names = ['sloppy-chatbot.md', 'sloppy-health.md', 'sloppy-scraped-page.md']
const unrelated = '<!-- articlelint-disable-file no-such-rule -- why -->'
const rules = presets.strict.rules.filter(({rule}) => rule.category !== 'directive')

describe.each(names)('an unrelated directive changes nothing in %s', (name) => {
  const text = readFileSync(new URL(`../fixtures/articles/${name}`, import.meta.url), 'utf8')
  const lint = (source: string): LintResult => lintText(source, {path: name, ruleset: {rules}})
  const {blocks, sentences, frontmatter} = createDocument(text, name)
  const after = frontmatter?.range[1] ?? 0
  const gaps = [...text.matchAll(/\n\n(?=\S)/g)].map(({index}) => index + 2).filter((at) => at > after)
  /** Eight of them. */
  const some = (places: readonly number[]): number[] =>
    places.filter((_, index) => index % Math.ceil(places.length / 8) === 0)

  it.each([
    ['between blocks', some(gaps), `${unrelated}\n\n`],
    ['above a block', some(gaps), `${unrelated}\n`],
    ['below a block', some(gaps).map((at) => at - 1), `${unrelated}\n`],
    [
      'at the end of a block',
      some(blocks.filter(({type}) => type === 'paragraph' || type === 'heading').map(({range}) => range[1])),
      ` ${unrelated}`
    ],
    [
      'before a sentence',
      some(sentences.filter(({index}) => index > 0).map(({range}) => range[0])),
      `${unrelated} `
    ],
    [
      'before a word',
      some(
        sentences
          .filter(({words}) => words.length > 2)
          .map((sentence) => sentence.at(sentence.words[2]?.start ?? 0)[0])
      ),
      `${unrelated} `
    ]
  ])('%s', (_place, places, inserted) => {
    expect(places.length).toBeGreaterThan(2)
    const before = show(lint(text), (at) => at)
    for (const at of places) {
      const result = lint(text.slice(0, at) + inserted + text.slice(at))
      expect(result.directives).toHaveLength(1)
      const back = (offset: number): number =>
        offset >= at + inserted.length ? offset - inserted.length : offset
      expect(show(result, back), `at ${at}`).toEqual(before)
    }
  })

  it('is kept by the fix, which does the same beside it', () => {
    const fixed = fixText(text, lint).text
    for (const at of some(gaps).slice(0, 6)) {
      const {text: own} = fixText(`${text.slice(0, at)}${unrelated}\n\n${text.slice(at)}`, lint)
      expect(own).toContain(unrelated)
      expect(
        own
          .replace(unrelated, '')
          .replace(/\n{3,}/g, '\n\n')
          .trim()
      ).toBe(fixed.trim())
    }
  })
})

it('the articles are there', () => {
  const folder = readdirSync(new URL('../fixtures/articles/', import.meta.url))
  expect(names.filter((name) => !folder.includes(name))).toEqual([])
})

function show({messages}: LintResult, back: (offset: number) => number): string[] {
  return messages.map(({ruleId, messageId, severity, confidence, start, end}) =>
    [ruleId, messageId, severity, confidence?.toFixed(2), back(start), back(end)].join(' ')
  )
}
