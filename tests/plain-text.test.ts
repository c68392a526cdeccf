import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {markdown} from '../src/document/parse/parse.ts'
import {createTextFile, plainText} from '../src/document/parse/plain-text.ts'
import {fixText} from '../src/lint/fix.ts'
import {lintText} from '../src/lint/index.ts'

const textFile = createTextFile(markdown)
const read = (text: string): Document => createDocument(text, 'a.txt', {parser: plainText})
const shape = (text: string): [string, string][] =>
  read(text).blocks.map((block) =>
    block.type === 'paragraph' ? [block.place, block.prose.value] : [block.type, text.slice(...block.range)]
  )

describe('plain text', () => {
  it.each([
    ['stars and underscores', 'A 5 * 3 * 2 block, a snake_case_name and *this*.'],
    ['brackets', 'Press <Enter>, write <b>, or [see](this) if a < b.'],
    ['references', 'AT&amp;T and &copy; stay.'],
    ['backslashes', 'C:\\temp\\*.log and 1\\. stay.'],
    ['backticks', "He said ``no'' and `yes`."],
    ['number signs', '# of people: 12'],
    ['angle marks', '> so they wrote'],
    ['bars', 'a | b | c']
  ])('has no marks: %s', (_name, text) => {
    expect(shape(text)).toEqual([['body', text]])
    expect(read(text).layout).toBe('plain')
    expect(read(text).format).toBe('text')
  })

  it('has paragraphs between blank lines, with or without an indent', () => {
    const text = '    The mill was\nbuilt of  stone.\n \t\n\tIt burned.\n\n\n        It was built again.\n'
    expect(shape(text)).toEqual([
      ['body', 'The mill was\nbuilt of  stone.'],
      ['body', 'It burned.'],
      ['body', 'It was built again.']
    ])
  })

  it('has lists, with bullets or with numbers that follow each other', () => {
    expect(shape('Rye:\n- one,\n  or more\n- two\n\n• three\n')).toEqual([
      ['body', 'Rye:'],
      ['item', 'one,\nor more'],
      ['item', 'two'],
      ['item', 'three']
    ])
    expect(shape('1. one\n2. two\n\n3. three\n\n(1) four\n\n(2) five\n')).toEqual([
      ['item', 'one'],
      ['item', 'two'],
      ['item', 'three'],
      ['item', 'four'],
      ['item', 'five']
    ])
    expect(read('3. one\n4. two\n').tree.children).toMatchObject([{type: 'list', ordered: true, start: 3}])
  })

  it.each([
    ['a numbered heading', '1. The mill\n\nIt burned.\n\n2. The war\n\nIt came.\n'],
    ['a year', 'The mill burned in\n1931. It was never built again.\n'],
    ['a dialogue', '– Who is there?\n\n– The miller.\n'],
    ['a negative number', 'It was\n-4 degrees.\n']
  ])('has no list in %s', (_name, text) => {
    expect(read(text).paragraphs.every(({place}) => place === 'body')).toBe(true)
  })

  it('has rules, and underlines', () => {
    const text = 'The mill\n========\nIt burned.\n\n* * *\n\nThe end\n'
    expect(read(text).title?.text).toBe('The mill')
    expect(shape(text)).toEqual([
      ['thematicBreak', '========'],
      ['body', 'It burned.'],
      ['thematicBreak', '* * *'],
      ['body', 'The end']
    ])
  })

  it('has bare addresses as links, and notes', () => {
    const document = read('Rye fell, see https://a.example/b_c_(d).\nIt rose [1].\n\n[1] The Mill, 2019.\n')
    expect(document.citations.map(({kind, url}) => [kind, url])).toContainEqual([
      'bare-url',
      'https://a.example/b_c_(d)'
    ])
  })

  it.each(['\n', '\r\n', '\r'])('slices back with line ends %j', (end) => {
    const text = ['  - The old ', '  mill *burned*', '', '\tAT&amp;T in', 'its *place*'].join(end)
    const document = read(text)
    expect(document.paragraphs.map(({prose}) => prose.value)).toEqual([
      'The old\nmill *burned*',
      'AT&amp;T in\nits *place*'
    ])
    for (const {prose} of document.paragraphs)
      for (const {0: word, index} of prose.value.matchAll(/\S+/g))
        expect(text.slice(...prose.at(index, word.length))).toBe(word)
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['a NUL', 'a\0b'],
    ['a long line', 'Rain fell on the mill. '.repeat(20_000)],
    ['many items', '- x\n'.repeat(5_000)],
    ['stars', '*'.repeat(50_000)]
  ])('reads %s', (_name, text) => {
    const {messages, crashes} = lintText(text, {ruleset: recommended, parser: plainText})
    expect(crashes).toEqual([])
    expect(messages.every(({start, end}) => start <= end && end <= text.length)).toBe(true)
  })
})

describe('a .txt file', () => {
  const formatOf = (text: string): string => createDocument(text, 'a.txt', {parser: textFile}).format
  const line = 'The mill was built in the year the dam broke.'

  it.each([
    ['text without marks', `The Mill\n\n${line}\n\n- one\n- two\n`],
    ['headings', `# The Mill\n\n    ${line}\n`],
    ['links', `    The mill\n\nSee [the dam](https://a.example).\n`],
    ['code between fences', '    The mill\n\n```\nrun\n```\n'],
    ['footnotes', `    ${line}[^1]\n\n[^1]: A note.\n`],
    ['a table', '    a\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'],
    ['front matter', `---\ntitle: The mill\n---\n\n    ${line}\n`],
    ['bold words', `**The mill**\n\n${line}\n`]
  ])('is read as Markdown with %s', (_name, text) => {
    expect(formatOf(text)).toBe('markdown')
  })

  it.each([
    ['indented paragraphs', `    ${line}\n\n    ${line}\n`],
    ['an indented paragraph further down', `${line}\n\n\t${line}\n`],
    ['underlined headings', `The Mill\n--------\n${line}\n`],
    ['quotes of backticks', `They called it \`\`the dam''. ${line}\n`],
    ['words in brackets', `Write to <ann at mill>. ${line}\n`]
  ])('is plain with %s', (_name, text) => {
    expect(formatOf(text)).toBe('text')
    expect(createDocument(text, 'a.txt', {parser: textFile}).wordCount).toBeGreaterThan(8)
  })
})

describe('fixes in plain text', () => {
  const page = readFileSync(new URL('../fixtures/articles/sloppy-scraped-page.md', import.meta.url), 'utf8')
  const lint = (text: string) => lintText(text, {ruleset: recommended, parser: plainText})

  it('write no marks of Markdown', () => {
    const {text, applied, isLoop, result} = fixText(page, lint)
    expect(isLoop).toBe(false)
    expect(applied).toBeGreaterThan(3)
    expect(text).not.toMatch(/^#|\*\*|\]\(/m)
    expect(result.messages.filter(({fix}) => fix)).toEqual([])
    // The heading that was glued to the copy stands on a line of its own.
    expect(text).toContain('\n\nDriver Training and Upkeep\n\n')
    expect(text).toMatch(/^- Parcel Racks: /m)
    expect(text).not.toContain('37 Views')
  })

  it('do write them in a .txt file that reads the same as Markdown', () => {
    const {text} = fixText(page, (source) => lintText(source, {ruleset: recommended, parser: textFile}))
    expect(text).toContain('\n\n## Driver Training and Upkeep\n\n')
  })

  it('leave its headings alone, which are lines', () => {
    const ids = lint(page).messages.map(({ruleId}) => ruleId)
    expect(ids).not.toContain('bare-heading')
    expect(lintText(page, {ruleset: recommended}).messages.map(({ruleId}) => ruleId)).toContain(
      'bare-heading'
    )
  })
})

it.each(['\n', '\r\n', '\r'])(
  'an underlined line in a .txt file is no heading, for lines that end in %j',
  (end) => {
    expect(textFile.choose?.(`Harbour news${end}============${end}`).format).toBe('text')
  }
)

it('a mark of a heading inside plain text is not given a line of its own: the file would be Markdown then', () => {
  const text = 'Turn the <knob> to the left. ## Second Step\nThe lamp goes on after a minute.\n'
  const lint = (source: string) => lintText(source, {path: 'a.txt', ruleset: recommended, parser: textFile})
  expect(
    lint(text)
      .messages.filter(({ruleId}) => ruleId === 'glued-heading')
      .map(({fix}) => fix)
  ).toEqual([undefined])
  expect(fixText(text, lint).text).toBe(text)
})
