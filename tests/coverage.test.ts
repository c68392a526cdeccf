import {describe, expect, it} from 'vitest'
import {readCoverage} from '../src/document/claims/coverage.ts'
import {createDocument} from '../src/document/index.ts'
import type {EvidenceScope, Paragraph} from '../src/document/model.ts'

type Row = [reach: EvidenceScope | undefined, distance: number | undefined]

function read(text: string): {rows: Row[]; sources: (string | undefined)[]} {
  const document = createDocument(text)
  const coverage = readCoverage(document)
  const covers = document.paragraphs
    .filter(({place}) => place !== 'footnote')
    .flatMap(({sentences}) => sentences)
    .map((sentence) => coverage.of(sentence))
  return {
    rows: covers.map((cover) => [cover?.reach, cover?.distance]),
    sources: covers.map((cover) => cover && document.text.slice(...cover.citation.range))
  }
}

/** Reach and distance for each sentence of an article. */
function cover(text: string): Row[] {
  return read(text).rows
}

const link = '[A census](https://a.org/census) counted 40 mills in the valley.'
const note = '\n\n[^1]: Rossi, Bread, 2019.\n'

describe('a house that the article links to', () => {
  const report = 'More is in [the report](https://www.millwatch.co.uk/2024).'
  it.each([
    ['expects', 'For the valley, Millwatch expects 40 mills by 2030.', 'paragraph'],
    ['found', 'Millwatch also found 40 mills.', 'paragraph'],
    ['has another name', 'Ovenwatch expects 40 mills by 2030.', 'section'],
    ['only has', 'Millwatch has 40 mills.', 'section'],
    ['is part of a name', 'Old-Millwatch expects 40 mills.', 'section']
  ])('covers what it says: %s', (_name, text, reach) => {
    expect(cover(`${text}\n\n${report}\n`)[0]?.[0]).toBe(reach)
  })
})

describe('the sentence itself', () => {
  it('is covered by its citation, the others of the section are near one', () => {
    expect(cover(`Bread is old. ${link} Nobody bakes on Sundays.\n\nRye grows slowly.\n`)).toEqual([
      ['section', 1],
      ['sentence', 0],
      ['section', -1],
      ['section', undefined]
    ])
  })

  it.each([['[**Ovens:**](https://a.org/ovens)'], ['**[Ovens](https://a.org/ovens):**'], ['[Ovens][1]:']])(
    'is covered by a link that is the label of its paragraph: %s',
    (label) => {
      const definition = '\n\n[1]: https://a.org/ovens\n'
      expect(cover(`${label} The first was of clay. Nobody bakes on Sundays.${definition}`)).toEqual([
        ['sentence', 0],
        ['paragraph', -1]
      ])
    }
  )

  it.each([
    ['[The first oven](https://a.org/ovens) was of clay. Nobody bakes on Sundays.'],
    ['The first of [the ovens:](https://a.org/ovens) clay. Nobody bakes on Sundays.']
  ])('is not covered by another link at the start: %s', (text) => {
    expect(cover(text)).toEqual([
      ['sentence', 0],
      ['section', -1]
    ])
  })

  it('is bare in another section', () => {
    expect(cover(`## One\n\n${link}\n\n## Two\n\nRye grows slowly.\n`)).toEqual([
      ['sentence', 0],
      [undefined, undefined]
    ])
  })

  it('takes the nearest citation, and of two as near the one before', () => {
    const text = `${link} Bread is old. Rye grows slowly. Wheat grows fast. See [b](https://b.org/x).`
    expect(cover(text)).toEqual([
      ['sentence', 0],
      ['section', -1],
      ['section', -2],
      ['section', 1],
      ['sentence', 0]
    ])
    expect(cover(`${link} Bread is old. See [b](https://b.org/x).`)[1]).toEqual(['section', -1])
  })
})

describe('what carries a sentence on', () => {
  it.each([
    ['a pronoun', 'They ground 900 tonnes.'],
    ['a joint and a pronoun', 'However, they ground only 900 tonnes.'],
    ['a demonstrative', 'This was half of what they ground in 1900.'],
    ['some of them', 'Most of them were built before 1850.'],
    ['the source', 'The census left out windmills.'],
    ['its people', 'The researchers visited each one twice.'],
    ['people without an article', 'Researchers visited each one twice.'],
    ['a phrase that refers back', 'In their cellars the millers stored rye.'],
    ['an aim that refers back', 'To do this, the office sent out 12 clerks.'],
    ['the thing again', 'The valley lost two of its rivers in 1911.'],
    ['a thing in another form', 'These valleys are narrow.'],
    ['the source as the speaker', 'While most mills stood idle, the study found a few at work.']
  ])('%s', (_name, sentence) => {
    expect(cover(`${link} ${sentence}`)).toEqual([
      ['sentence', 0],
      ['paragraph', -1]
    ])
  })

  it.each([
    ['another subject', 'Bakers in the city earn little.'],
    ['a new thing with a demonstrative', 'This decline hurt the bakers.'],
    ['a new thing of the same owner', 'Their bread was the best in the country.'],
    ['an empty “it”', 'It is likely that more mills will close.'],
    ['an empty “it” of advice', 'It is important to eat slowly.'],
    ['a common word', 'The number of bakers fell.'],
    ['another definite thing', 'The bakers left the city.']
  ])('but not %s', (_name, sentence) => {
    expect(cover(`${link} ${sentence}`)[1]).toEqual(['section', -1])
  })

  it('goes on from sentence to sentence until one breaks off', () => {
    const text = `${link} They ground 900 tonnes. It was sold in town. Bakers earn little. They sleep by day.`
    expect(cover(text)).toEqual([
      ['sentence', 0],
      ['paragraph', -1],
      ['paragraph', -2],
      ['section', -3],
      ['section', -4]
    ])
  })

  it('ends after eight sentences', () => {
    const rows = cover(`${link}${' They ground rye.'.repeat(9)}`)
    expect(rows[8]).toEqual(['paragraph', -8])
    expect(rows[9]).toEqual(['section', -9])
  })

  it('goes on from the nearest of several citations', () => {
    const text = `${link} [A map](https://b.org/map) shows 42. They stand in a row.`
    expect(read(text).sources).toEqual(['A census', 'A map', 'A map'])
  })
})

describe('what leads into a citation', () => {
  it('is the sentence before the mark of a note', () => {
    expect(cover(`Mills need wind. The valley has little of it.[^1]${note}`)).toEqual([
      ['paragraph', 1],
      ['sentence', 0]
    ])
    expect(cover(`Rye is poor. Mills need wind. The valley has none.[^1]${note}`)[0]).toEqual(['section', 2])
  })

  it('is the sentence before an author and year, where the article lists them', () => {
    const text = 'Mills need wind. The valley has little of it (Rossi, 2019).'
    expect(cover(text)[0]).toEqual(['section', 1])
    expect(cover(`${text}\n\n## References\n\n- Rossi, Anna. *Wind*. 2019.\n`)[0]).toEqual(['paragraph', 1])
  })

  it.each([
    ['a colon', 'Two things are known of the mills: [A census](https://a.org/c) counted 40.', false],
    ['a colon at the end', 'This is known of the mills:\n[a census](https://a.org/c) counted 40.', false],
    [
      'the speaker by name',
      'Ann Lee trusts her nose more than a clock. “It smells of nuts,” Lee wrote in [1990](https://a.org/b).',
      true
    ],
    [
      'the announcement of a quotation',
      'A miller put it this way. “It [rained](https://a.org/b) all year.”',
      true
    ],
    [
      'a thing that gets its name',
      'Some ovens stand on a cart. These are called [saddle ovens](https://a.org/b).',
      true
    ]
  ])('is %s', (_name, text, isTwo) => {
    const rows = cover(text)
    expect(rows.at(-1)).toEqual(['sentence', 0])
    if (isTwo) expect(rows[0]).toEqual(['paragraph', 1])
  })

  it('is not the sentence before a link', () => {
    expect(cover(`Mills need wind. ${link}`)[0]).toEqual(['section', 1])
  })

  it('is a paragraph on one study that names it at the end', () => {
    const text =
      'A trial in York gave 80 adults rye bread. The researchers weighed them each week. They lost 2 kg, [the report](https://a.org/t) says.'
    expect(cover(text)).toEqual([
      ['paragraph', 2],
      ['paragraph', 1],
      ['sentence', 0]
    ])
    const other = text.replace('The researchers weighed', 'Doctors in Leeds weighed')
    expect(cover(other)[0]).toEqual(['section', 2])
  })
})

describe('quotations', () => {
  it('are covered by their speaker, whole', () => {
    const text = '“It rained. It was wet and cold. The rye rotted,” said Ann Lee. Bakers left.'
    expect(cover(text)).toEqual([
      ['paragraph', 2],
      ['paragraph', 1],
      ['sentence', 0],
      ['section', -1]
    ])
  })
})

describe('blocks beside each other', () => {
  it('reaches from a lead-in to its items', () => {
    expect(
      cover(`[A census](https://a.org/c) lists these:\n\n- mills with sails\n- mills with wheels\n`)
    ).toEqual([
      ['sentence', 0],
      ['paragraph', undefined],
      ['paragraph', undefined]
    ])
  })

  it('reaches over a lead-in that says nothing by itself', () => {
    const items = '\n\n- Rye grows slowly.\n- Oats are cheap.\n'
    expect(cover(`${link} Among its findings:${items}`).slice(2)).toEqual([
      ['paragraph', undefined],
      ['paragraph', undefined]
    ])
    expect(
      cover(`${link} Of the old mills by the weir we know their other results:${items}`).slice(2)
    ).toEqual([
      ['section', undefined],
      ['section', undefined]
    ])
    expect(cover(`${link} Then:${items}`).slice(2)).toEqual([
      ['section', undefined],
      ['section', undefined]
    ])
    expect(cover(`${link} Bread is old. Among its findings:${items}`).slice(3)).toEqual([
      ['section', undefined],
      ['section', undefined]
    ])
  })

  it('reaches from items to a lead-in without a source', () => {
    const items = '- [Lee](https://a.org/lee) counted 40.\n- [Rossi](https://a.org/rossi) counted 42.\n'
    expect(cover(`Rye is poor. Two people counted the mills:\n\n${items}`)).toEqual([
      ['section', undefined],
      ['paragraph', undefined],
      ['sentence', 0],
      ['sentence', 0]
    ])
    expect(
      cover(`Two people counted the mills:\n\n- Lee counted 40.\n- Ann did.\n${items}- x y\n`)[0]
    ).toEqual(['section', undefined])
  })

  it('reaches from a block quotation to its introduction, and back', () => {
    const quote = '> It rained all year. The rye rotted.\n'
    expect(cover(`Ann Lee put it this way.\n\n${quote}>\n> [Diary](https://a.org/d)\n`)[0]).toEqual([
      'paragraph',
      undefined
    ])
    expect(cover(`Ann Lee wrote in [her diary](https://a.org/d):\n\n${quote}`)).toEqual([
      ['sentence', 0],
      ['paragraph', undefined],
      ['paragraph', undefined]
    ])
  })

  const table = '| year | mills |\n| --- | --- |\n| 1900 | 40 |\n'

  it.each([
    ['a table', table],
    ['a picture', '![Mills by year](mills.png)\n'],
    ['a figure', '<figure><img src="mills.png"></figure>\n']
  ])('reaches from the caption of %s to the sentence that announces it', (_name, block) => {
    const text = `Rye is poor. The table below shows how many mills stood.\n\n${block}\nSource: Office for Mills\n`
    expect(read(text)).toMatchObject({
      rows: [
        ['section', undefined],
        ['paragraph', undefined],
        ['sentence', 0]
      ],
      sources: ['Office for Mills', 'Office for Mills', 'Office for Mills']
    })
  })

  it('takes a paragraph below a table for a caption only when it looks like one', () => {
    const lead = 'The table shows how many mills stood.'
    const italics = `${lead}\n\n${table}\n*Counted by [the census](https://a.org/c).*\n`
    expect(cover(italics)[0]).toEqual(['paragraph', undefined])
    const prose = `${lead}\n\n${table}\nRye is poor, [they say](https://a.org/c).\n`
    expect(cover(prose)[0]).toEqual(['section', undefined])
    expect(cover(`Rye is poor.\n\n${table}\nSource: Office for Mills\n`)[0]).toEqual(['section', undefined])
  })
})

it('lists the citations of a paragraph in order', () => {
  const document = createDocument(`${link} See [b](https://b.org/x).\n\nLook [there](https://c.org/x).\n`)
  const coverage = readCoverage(document)
  const [first] = document.paragraphs as readonly [Paragraph, Paragraph]
  expect(coverage.inParagraph(first).map(({sentence}) => sentence)).toEqual([0, 1])
})

it('stays linear in a paragraph of many citations', () => {
  const time = (count: number): number => {
    const unit =
      '“It [rained](https://a.org/x) a lot,” Lee said. They baked. The mill of the town stood idle. '
    const document = createDocument(unit.repeat(count))
    const coverage = readCoverage(document)
    const sentences = document.paragraphs.flatMap((paragraph) => paragraph.sentences)
    const start = performance.now()
    for (const sentence of sentences) coverage.of(sentence)
    return performance.now() - start
  }
  time(500)
  expect(time(6000)).toBeLessThan(2000)
})
