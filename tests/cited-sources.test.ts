import {describe, expect, it} from 'vitest'
import {html} from '../src/document/html/html.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {readSources} from '../src/sources/statements/citations.ts'

const report = 'https://mill.example/reports/bread-2023'

function open(text: string, path = 'a.md'): Document {
  return createDocument(text, path, path.endsWith('.html') ? {parser: html} : {})
}

describe('readSources', () => {
  const all = (text: string, path = 'a.md') =>
    readSources(open(text, path)).map(({url, range, urlRange}) => [
      url,
      text.slice(...range),
      urlRange && text.slice(...urlRange)
    ])

  it.each([
    [
      'a link',
      `See [the report](${report}#loaves "Bread").`,
      [[`${report}#loaves`, 'the report', `${report}#loaves`]]
    ],
    [
      'an address',
      `See ${report} or <${report}>.`,
      [
        [report, report, report],
        [report, report, report]
      ]
    ],
    ['a reference', `See [the report][r].\n\n[r]: ${report} "Bread"`, [[report, 'the report', report]]],
    ['an escaped address', `See [it](${report}?a&amp;b).`, [[`${report}?a&b`, 'it', undefined]]],
    [
      'HTML',
      `See <a class="x" href="${report}">it</a>.`,
      [[report, `<a class="x" href="${report}">`, report]]
    ],
    [
      'a footnote',
      `Bread is good.[^1]\n\n[^1]: [Mill Weekly](${report}), page 3.`,
      [[report, 'Mill Weekly', report]]
    ],
    [
      'a list of sources',
      `# Bread\n\nBread is good.\n\n## Sources\n\n- Lee, A. (2011). [Bread](${report}).\n- ${report}-2`,
      [
        [report, 'Bread', report],
        [`${report}-2`, `${report}-2`, `${report}-2`]
      ]
    ],
    ['a table', `| a | b |\n|---|---|\n| 1 | [it](${report}) |`, [[report, `[it](${report})`, report]]],
    [
      'front matter',
      `---\nsources:\n  - ${report}\n  - title: x\n    url: ${report}-2\n---\n\nBread.`,
      [
        [report, report, report],
        [`${report}-2`, `${report}-2`, `${report}-2`]
      ]
    ],
    ['without a scheme', 'See [it](//mill.example/a).', [['//mill.example/a', 'it', '//mill.example/a']]]
  ])('%s', (_, text, expected) => {
    expect(all(text)).toEqual(expected)
  })

  it('takes the address of a link in HTML, not its words', () => {
    const text = `<article><p>See <a href="${report}">${report}</a> and more words about bread.</p></article>`
    const [source] = readSources(open(text, 'a.html'))
    expect(text.slice(0, source?.urlRange?.[0])).toMatch(/href="$/)
  })

  it.each([
    ['pages of the site', 'See [it](/bread), [this](../bread.md) and [that](#bread).'],
    ['images', `![The mill](${report}.png) and [![The mill](${report}.png)](${report}).`],
    ['code', `Call \`${report}\`.\n\n\`\`\`\n[it](${report})\n\`\`\``],
    ['buttons', 'Share it [here](https://twitter.com/intent/tweet?text=bread).'],
    ['mail', 'Write to [us](mailto:ada@mill.example).']
  ])('none of %s', (_, text) => {
    expect(all(text)).toEqual([])
  })

  it('is read once of a document', () => {
    const document = open(`See [the report](${report}).`)
    expect(readSources(document)).toBe(readSources(document))
  })
})
