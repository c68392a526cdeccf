import {describe, expect, it} from 'vitest'
import {html} from '../src/document/html/html.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {readSources} from '../src/sources/statements/citations.ts'
import {type CitedStatement, readStatements} from '../src/sources/statements/statements.ts'

const report = 'https://mill.example/reports/bread-2023'

function open(text: string, path = 'a.md'): Document {
  return createDocument(text, path, path.endsWith('.html') ? {parser: html} : {})
}

function read(text: string, path = 'a.md'): readonly CitedStatement[] {
  return readStatements(open(text, path))
}

/** What is asked of the pages, with the source at each place; without small counts and years. */
function ask(text: string, path = 'a.md') {
  return read(text, path).map((statement) => ({
    text: statement.text,
    figures: statement.figureRanges
      .filter((_, index) => !statement.figures[index]?.isWeak)
      .map((range) => text.slice(...range)),
    quotations: statement.quotationRanges.map((range) => text.slice(...range)),
    urls: statement.sources.map(({url}) => url),
    cited: statement.sources.map(({range}) => text.slice(...range)),
    isNear: statement.isNear ?? false
  }))
}

/** The figures of the sentences that cite themselves, and of those that may. */
function figures(text: string): {own: string[]; near: string[]} {
  const asked = ask(text)
  const of = (isNear: boolean) => asked.filter((one) => one.isNear === isNear).flatMap((one) => one.figures)
  return {own: of(false), near: of(true)}
}

describe('readStatements: how a sentence cites', () => {
  it('by a link on its words', () => {
    const text = `In 2023 the bakery Brotfix of Leipzig sold [41 percent of its loaves](${report}) at night.\n`
    expect(ask(text)).toEqual([
      {
        text: 'In 2023 the bakery Brotfix of Leipzig sold 41 percent of its loaves at night.',
        figures: ['41 percent'],
        quotations: [],
        urls: [report],
        cited: ['41 percent of its loaves'],
        isNear: false
      }
    ])
    expect(read(text)[0]?.names).toEqual(['Brotfix of Leipzig'])
    expect(text.slice(...(read(text)[0]?.range ?? [0, 0]))).toBe(text.trim())
  })

  it.each([
    [
      'in brackets',
      `The bakery Brotfix sold 41 percent of its loaves at night ([Mill Weekly](${report})).`,
      'Mill Weekly'
    ],
    [
      'behind its end',
      `The bakery Brotfix sold 41 percent of its loaves at night. ([Mill Weekly](${report}))`,
      'Mill Weekly'
    ],
    [
      'of who says it',
      `According to [Mill Weekly](${report}), the bakery Brotfix sold 41 percent of its loaves at night.`,
      'Mill Weekly'
    ],
    [
      'of a study',
      `[A study](${report}) found that the bakery Brotfix sold 41 percent of its loaves at night.`,
      'A study'
    ],
    ['as an address', `The bakery Brotfix sold 41 percent of its loaves at night: ${report}`, report],
    [
      'by reference',
      `A [survey][s] found that the bakery Brotfix sold 41 percent of its loaves at night.\n\n[s]: ${report}`,
      'survey'
    ],
    [
      'by a footnote',
      `The bakery Brotfix sold 41 percent of its loaves at night.[^1]\n\n[^1]: Mill Weekly, ${report}`,
      '[^1]'
    ],
    [
      'by a number',
      `The bakery Brotfix sold 41 percent of its loaves at night [1].\n\n## References\n\n1. Mill Weekly. ${report}`,
      '[1]'
    ],
    [
      'by a link that is a number',
      `The bakery Brotfix sold 41 percent of its loaves at night [\\[1\\]](${report}).`,
      '\\[1\\]'
    ]
  ])('%s', (_, text, cited) => {
    const [statement, ...others] = ask(text)
    expect(others).toEqual([])
    expect(statement).toMatchObject({figures: ['41 percent'], urls: [report], cited: [cited], isNear: false})
  })

  it('without the marks of its citations in its text', () => {
    const [statement] = read(
      `The bakery Brotfix sold *41 percent*\nof its loaves at night [1, 2].[^1]\n\n[^1]: ${report}\n\n## References\n\n1. Mill Weekly. ${report}\n2. Lee, A. (2011). Bread. ${report}-2`
    )
    expect(statement?.text).toBe('The bakery Brotfix sold 41 percent of its loaves at night.')
    expect(statement?.sources.map(({url}) => url)).toEqual([report, `${report}-2`])
  })

  it('by all links of a note', () => {
    const text = `The bakery Brotfix sold 41 percent of its loaves at night.[^1]\n\n[^1]: See [one](${report}) and [two](${report}-2).`
    expect(ask(text)[0]?.urls).toEqual([report, `${report}-2`])
  })

  it('in HTML', () => {
    const text = `<html lang="en"><body><article><h1>Bread</h1><p>In 2023 the bakery Brotfix of Leipzig sold <a href="${report}">41 percent of its loaves</a> at night.</p></article></body></html>`
    expect(ask(text, 'a.html')).toMatchObject([{figures: ['41 percent'], urls: [report], isNear: false}])
  })

  it('and what carries it on is near', () => {
    const text = `In 2023 the bakery Brotfix of Leipzig sold [41 percent of its loaves](${report}) at night. It also sold 2.4 million rolls to 1,204 shops in the same year.`
    expect(figures(text)).toEqual({own: ['41 percent'], near: ['2.4 million rolls', '1,204 shops']})
  })

  it('and a link from the name of a thing is near', () => {
    for (const link of [
      '[Leipzig](https://en.wikipedia.org/wiki/Leipzig)',
      '[Ada Brandt](https://mill.example/ada-brandt)',
      '[a new mill](https://mill.example/new-mill)'
    ])
      expect(
        figures(`In 2023 the bakery Brotfix sold 41 percent of its loaves at night in ${link}.`)
      ).toEqual({own: [], near: ['41 percent']})
  })

  it.each([
    ['a home page', 'https://brotfix.example/'],
    ['a film', 'https://www.youtube.com/watch?v=4711'],
    ['a shop', 'https://www.amazon.com/dp/4711'],
    ['code', 'https://github.com/brotfix/loaves'],
    ['an address for programs', 'https://api.brotfix.example/v1/loaves'],
    ['a picture', 'https://brotfix.example/loaves.png'],
    ['a page of its own site', '/loaves/2023'],
    ['a mail address', 'mailto:ada@brotfix.example']
  ])('not by %s', (_, url) => {
    expect(
      ask(`In 2023 the bakery Brotfix of Leipzig sold [41 percent of its loaves](${url}) at night.`)
    ).toEqual([])
  })
})

describe('readStatements: figures', () => {
  const on = (sentence: string) => figures(sentence.replace(/\{(.*)\}/, `[$1](${report})`)).own

  it.each([
    [
      'In 2023 the bakery Brotfix sold {2.4 million loaves in a survey of 1,204 shops}.',
      ['2.4 million loaves', '1,204 shops']
    ],
    [
      '{A survey} by the Mill Society found that one in five bakeries of Saxony closed by 3 March 2021.',
      ['one in five', '3 March 2021']
    ],
    ['The study found that Brotfix lost $3.4 billion, {the report says}.', ['$3.4 billion']]
  ])('%s', (sentence, expected) => {
    expect(on(sentence)).toEqual(expected)
  })

  it.each([
    ['the author’s own doings', 'In 2023 we sold 2.4 million loaves of the bakery Brotfix in {1,204 shops}.'],
    ['in a question', 'Did the bakery Brotfix sell {41 percent of its loaves} at night?'],
    ['in code', 'In 2023 the bakery Brotfix of Leipzig stored `1,204 shops` in {its report}.'],
    [
      'in a quotation',
      'In 2023 Brotfix said it sold “about 41 percent of all of its loaves”, {the report says}.'
    ],
    [
      'in a title',
      'In 2023 the bakery Brotfix of Leipzig was named in {The 500 Best Bakeries of the North}.'
    ],
    ['counted from today', 'The bakery Brotfix of Leipzig was founded {more than 1,200 years ago}.'],
    ['a price', 'The flour of the bakery Brotfix of Leipzig costs {$49.99 in its report}.'],
    ['years', 'In 2019 the bakery Brotfix moved from Leipzig to Hanover, {the report says}.']
  ])('none %s', (_, sentence) => {
    expect(on(sentence)).toEqual([])
  })

  it('none in a copy, a block quotation and another language', () => {
    const sentence = `In 2023 the bakery Brotfix of Leipzig sold [41 percent of its loaves](${report}) at night.`
    expect(figures(`> ${sentence}`)).toEqual({own: [], near: []})
    expect(figures(`---\nlang: de\n---\n\n${sentence}`)).toEqual({own: [], near: []})
    const long = `${sentence} The ovens of the bakery are fired with the wood of old apple trees from the valley, and no loaf leaves the house before it has cooled for two hours.`
    expect(figures(`${long}\n\nAnother one.\n\n${long}\n`).own).toEqual(['41 percent'])
  })

  it('has the place of each in the source', () => {
    const text = `In 2023 the *bakery* Brotfix of Leipzig sold 41 &nbsp;percent of its loaves[^1] and **2.4\nmillion** rolls at night.\n\n[^1]: ${report}`
    const [statement] = read(text)
    expect(statement?.figureRanges).toHaveLength(statement?.figures.length ?? 0)
    expect(statement?.figures.map(({text}) => text)).toContain('2.4 million rolls')
    const at = statement?.figures.findIndex(({text}) => text === '2.4 million rolls') ?? -1
    expect(text.slice(...(statement?.figureRanges[at] ?? [0, 0]))).toBe('2.4\nmillion** rolls')
  })
})

describe('readStatements: quotations', () => {
  const quoted = (sentence: string) => ask(sentence).flatMap(({quotations}) => quotations)

  it.each([
    [
      `“We lost the oven and the flour,” [Ada Brandt told Mill Weekly](${report}).`,
      ['We lost the oven and the flour']
    ],
    [
      `"We lost the oven," Ada Brandt [said in the report](${report}), "and we lost all of the flour."`,
      ['and we lost all of the flour.']
    ],
    [
      `The mill “stood empty for more than eleven long years before it burned”, [a report](${report}) says.`,
      ['stood empty for more than eleven long years before it burned']
    ]
  ])('%s', (sentence, expected) => {
    expect(quoted(sentence)).toEqual(expected)
  })

  it.each([
    ['a term', `The mill is a “cold oven” in the words of [the report](${report}), Ada Brandt said.`],
    ['a title', `Ada Brandt wrote “The Mill That Burned and the Oven” for [Mill Weekly](${report}).`],
    [
      'the title of the page',
      `Ada Brandt has a page, [“How we baked a million loaves of bread”](${report}).`
    ],
    [
      'a name and its acronym',
      `People call it “free and open source bread” (FOSB), as [the report](${report}) has it.`
    ],
    ['a path', `Ada Brandt said that [the report](${report}) is in "reports/bread/of/the/year/2023".`],
    ['without a source', 'Ada Brandt said: “We lost the oven and the flour.”']
  ])('none: %s', (_, sentence) => {
    expect(quoted(sentence)).toEqual([])
  })
})

describe('readStatements: words that hold it to a day', () => {
  const timely = (text: string) => read(text).map((one) => one.timely && text.slice(...one.timely.range))

  it.each([
    ['currently', `The bakery Brotfix of Leipzig currently runs 1,204 shops, [a report](${report}) says.`],
    ['as of 2026', `The bakery Brotfix of Leipzig ran 1,204 shops as of 2026, [a report](${report}) says.`],
    ['now', `The bakery Brotfix of Leipzig now runs 1,204 shops, [a report](${report}) says.`],
    [
      'to date',
      `The bakery Brotfix of Leipzig has sold 2.4 million loaves to date, [a report](${report}) says.`
    ]
  ])('%s', (expected, text) => {
    expect(timely(text)).toEqual([expected])
  })

  it.each([
    `In today’s world the bakery Brotfix of Leipzig runs 1,204 shops, [a report](${report}) says.`,
    `From now on the bakery Brotfix of Leipzig runs 1,204 shops, [a report](${report}) says.`,
    `Today, the bakery Brotfix of Leipzig announced a new mill, [a report](${report}) says.`,
    `Earlier this year the bakery Brotfix of Leipzig sold 2.4 million loaves, [a report](${report}) says.`,
    `Ada Brandt said “we currently run more shops than ever before” in [a report](${report}).`
  ])('none: %s', (text) => {
    expect(timely(text).filter((one) => one !== undefined)).toEqual([])
  })
})

describe('a long article', () => {
  it.each([
    [
      'links in a sentence',
      Array.from({length: 8000}, (_, at) => `[the ${at} loaves](${report}-${at})`).join(' and ')
    ],
    [
      'links in a paragraph',
      Array.from({length: 4000}, (_, at) => `Brotfix sold [${at} percent](${report}-${at}) in 2020.`).join(
        ' '
      )
    ],
    ['figures in a sentence', `${'41 percent and '.repeat(20_000)}[it](${report})`],
    ['quotations', `${'“We lost the oven and the flour,” '.repeat(5000)}[it](${report})`]
  ])(
    'takes no long time: %s',
    (_, text) => {
      const start = performance.now()
      const document = open(text)
      readStatements(document)
      readSources(document)
      expect(performance.now() - start).toBeLessThan(30_000)
    },
    60_000
  )
})
