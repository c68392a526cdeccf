import {describe, expect, it} from 'vitest'
import figureRule from '../rules/figure-not-in-source/rule.ts'
import quoteRule from '../rules/quote-not-in-source/rule.ts'
import {html} from '../src/document/html/html.ts'
import {createDocument} from '../src/document/index.ts'
import type {Verdict} from '../src/sources/model.ts'
import {readStatements} from '../src/sources/statements/statements.ts'
import {alive, lintWith} from './setup/sources.ts'

const report = 'https://mill.example/reports/bread-2023'
const audit = 'https://county.example/audit-2022'
const sold = 'in 2023 the bakery Brotfix of Leipzig sold 41 percent of its loaves at night'
const ground = 'In 2022 the mills of Saxony ground 812 tonnes of rye'
const book = '[^1]: Rossi, Bread and Night, Mill Press 2020, p. 12.'

function read(text: string, path = 'a.md') {
  const document = createDocument(text, path, path.endsWith('.html') ? {parser: html} : {})
  return readStatements(document).map(({sources, figures, hasOthers, isNear}) => ({
    figures: figures.flatMap((figure) => (figure.isWeak ? [] : figure.text)),
    urls: sources.map(({url}) => url),
    cited: sources.map(({range}) => text.slice(...range)),
    hasOthers: hasOthers ?? false,
    isNear: isNear ?? false
  }))
}

describe('a sentence cites something beside a page', () => {
  it.each([
    ['a book in a footnote', `[Its report says](${report}) that ${sold}.[^1]\n\n${book}`],
    ['an author and a year', `[Its report says](${report}) that ${sold} (Rossi, 2020).`],
    ['a citation key', `[Its report says](${report}) that ${sold} [@rossi2020].`],
    [
      'a film',
      `[Its report says](${report}) that ${sold}, and [a film shows](https://youtube.com/watch?v=1) it.`
    ],
    ['a download', `Bread: ${sold} ([report](${report}), [data](https://mill.example/loaves.csv)).`],
    ['a page of its own site', `Bread: ${sold} ([report](${report}), [our survey](/survey-2023)).`],
    [
      'somebody who is named beside a link',
      `According to the Rye Guild, ${sold}, while 812 tonnes of rye were ground, [the county audit found](${audit}).`
    ]
  ])('%s', (_, text) => {
    expect(read(`# Bread\n\n${text}\n`)).toMatchObject([{hasOthers: true}])
  })

  it.each([
    ['one page', `[Its report says](${report}) that ${sold}.`],
    ['two pages', `[Its report says](${report}) that ${sold} ([audit](${audit})).`],
    ['a footnote with an address', `Bread: ${sold}.[^1]\n\n[^1]: Brotfix, Annual report, ${report}`],
    ['who wrote the page', `According to the Rye Guild, ${sold} ([report](${report})).`],
    ['who is named twice', `According to the Rye Guild, ${sold}, [the Guild said](${report}).`],
    ['the home page of a thing', `[Brotfix](https://brotfix.example) says: ${sold} ([report](${report})).`]
  ])('not with %s', (_, text) => {
    expect(read(`# Bread\n\n${text}\n`)).toMatchObject([{hasOthers: false}])
  })
})

describe('what a page does not have may stand in the other source', () => {
  const quote = 'the oven has not been cold since the day of the flood'
  const figures = `Bread: ${sold}, [its report says](${report})`
  const quotes = `The baker said that “${quote}” in [her report](${report})`

  it.each([
    ['figure-not-in-source', figureRule, figures, '41 percent', 'figures'],
    ['quote-not-in-source', quoteRule, quotes, quote, 'quotations']
  ] as const)('%s says only what is contradicted', (_, rule, sentence, part, kind) => {
    const found = (text: string, verdict: Verdict): string[] => {
      const [statement] = readStatements(createDocument(text, 'a.md'))
      const said = {
        text: statement?.text ?? '',
        figures: [],
        quotations: [],
        [kind]: [{text: part, verdict, closest: '14 percent', passage: 'They sold 14 percent.'}]
      }
      return lintWith(rule, text, [alive(report, {statements: [said]})]).map(({messageId}) => messageId)
    }
    const alone = `# Bread\n\n${sentence}.\n`
    const beside = `# Bread\n\n${sentence}.[^1]\n\n${book}\n`
    expect(found(alone, 'absent')).toEqual(['absent'])
    expect(found(beside, 'absent')).toEqual([])
    expect(found(beside, 'contradicted')).toEqual(found(alone, 'contradicted'))
    expect(found(beside, 'contradicted')).toHaveLength(1)
  })
})

describe('the addresses behind marks are those of the notes', () => {
  const own = {hasOthers: false, isNear: false}

  it.each([
    [
      'a.md',
      `# A\n\nThen ${sold}.[^a] ${ground}.[^b]\n\n[^a]: [Report](${report}).\n[^b]: Audit, ${audit}.\n`,
      ['[^a]', '[^b]']
    ],
    [
      'a.md',
      `# A\n\nThen ${sold} [1]. ${ground} [2].\n\n## Sources\n\n1. ${report}\n2. [Audit](${audit})\n`,
      ['[1]', '[2]']
    ],
    [
      'a.md',
      `# A\n\nThen ${sold}.[^a] ${ground}.[^b]\n\n[^b]: <a href="${audit}">Audit</a>\n[^a]: <${report}>\n`,
      ['[^a]', '[^b]']
    ],
    [
      'a.mdx',
      `import X from './x'\n\n# A\n\nThen ${sold}.[^a] ${ground}.[^b]\n\n[^a]: <a href="${report}">Report</a>\n[^b]: ${audit}\n`,
      ['[^a]', '[^b]']
    ],
    [
      'a.html',
      `<!doctype html><html lang="en"><body><article><h1>A</h1><p>Then ${sold}.<sup><a href="#n1">[1]</a></sup> ${ground}.<sup><a href="#n2">[2]</a></sup></p><h2>References</h2><ol><li id="n1"><a href="${report}">Report</a></li><li id="n2"><a href="${audit}">Audit</a></li></ol></article></body></html>`,
      ['[1]', '[2]']
    ]
  ])('%s: %s', (path, text, [first, second]) => {
    expect(read(text, path)).toEqual([
      {figures: ['41 percent'], urls: [report], cited: [first], ...own},
      {figures: ['812 tonnes'], urls: [audit], cited: [second], ...own}
    ])
  })

  it('and two notes behind one sentence are two sources', () => {
    const text = `# A\n\nThen ${sold}.[^a][^b]\n\n[^a]: ${report}\n[^b]: ${audit}\n`
    expect(read(text)).toMatchObject([{urls: [report, audit], cited: ['[^a]', '[^b]']}])
  })
})

describe('a source in the next sentence', () => {
  it.each(['a.md', 'a.mdx', 'a.html'])('%s: is that of the sentence it stands in', (path) => {
    const link =
      path === 'a.html' ? `<a href="${report}">its report says</a>` : `[its report says](${report})`
    const prose = `Then ${sold}, ${link}. That was 812 tonnes of rye more than the bakery had sold by day in 2022.`
    const text =
      path === 'a.html'
        ? `<!doctype html><html lang="en"><body><article><h1>A</h1><p>${prose}</p></article></body></html>`
        : `# A\n\n${prose}\n`
    const found = read(text, path)
    expect(found[0]).toMatchObject({urls: [report], cited: ['its report says'], isNear: false})
    for (const near of found.slice(1)) {
      expect(near).toMatchObject({urls: [report], cited: ['its report says'], isNear: true})
    }
    expect(found).toHaveLength(2)
  })
})

describe('a sentence without figure and quotation', () => {
  it.each([
    [
      'that states something of a name',
      `The baker [Ada Brandt of Sulzbach](${report}) grew up beside the mill.`,
      1
    ],
    ['of the author', `We met [Ada Brandt of Sulzbach](${report}) beside the mill.`, 0],
    ['that asks', `Did [Ada Brandt of Sulzbach](${report}) grow up there?`, 0],
    ['without a name', `The baker grew up beside [the old mill](${report}).`, 0]
  ])('%s', (_, text, count) => {
    const found = readStatements(createDocument(`# A\n\n${text}\n`, 'a.md'))
    expect(found.filter(({names}) => names.length > 0)).toHaveLength(count)
  })

  it('may be an item of a list, which is none', () => {
    expect(read(`# A\n\n- Night bread of Leipzig [2023](${report})\n`)).toEqual([])
  })
})

describe('a short sentence', () => {
  it.each([
    [`Nitrate averaged [6.5 mg/l](${report}).`, '6.5 mg'],
    [`It sold [41,000 loaves](${report}).`, '41,000 loaves']
  ])('%s', (sentence, figure) => {
    const [found] = read(`# A\n\n${sentence}\n`)
    expect(found?.figures[0]).toMatch(figure)
    expect(found?.isNear).toBe(false)
  })
})
