import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import type {Citation} from '../src/document/model.ts'

/** Kind and text of each citation. */
function cite(text: string): [kind: string, text: string][] {
  return createDocument(text).citations.map(({kind, range}) => [kind, text.slice(...range)])
}

const references = '\n\n## References\n\n1. Rossi, Anna. *Bread*. Mill Press, 2019.\n'

describe('links', () => {
  it('finds links, reference links, bare addresses and anchors in HTML', () => {
    expect(cite('See [a](https://a.org), [b][1] and https://c.org.\n\n[1]: https://b.org\n')).toEqual([
      ['link', 'a'],
      ['link', 'b'],
      ['bare-url', 'https://c.org']
    ])
    const [anchor] = createDocument('See <a href="https://a.org/x">this</a>.').citations
    expect(anchor).toMatchObject({kind: 'link', url: 'https://a.org/x'})
  })

  it('takes a link to a numbered note for a footnote', () => {
    expect(cite('It rained.<sup>[[3]](#note-3)</sup> It was wet<sup>4</sup> on 20 m<sup>2</sup>.')).toEqual([
      ['footnote', '[3]'],
      ['footnote', '<sup>']
    ])
  })

  it.each([
    ['a mail address', '[write](mailto:a@b.org)'],
    ['a place on the page', '[above](#top-of-page)'],
    ['nothing', '[here]() and [there](#)'],
    ['an image', '![map](https://a.org/map.png) of the lake'],
    ['an image that is a link', 'x [![map](m.png)](https://a.org)'],
    ['a number with an exponent', 'x 10<sup>6</sup> bees']
  ])('does not count %s', (_name, text) => {
    expect(cite(text)).toEqual([])
  })

  it('leaves out footnotes, references and code', () => {
    expect(cite(`\`[@rossi]\` and \`[1]\`.${references}`)).toEqual([])
    expect(cite('Wet.[^1]\n\n[^1]: See [a](https://a.org).\n')).toEqual([['footnote', '[^1]']])
  })
})

describe('citations in plain text', () => {
  it.each([
    ['citation-key', 'Bread rises [@rossi2019; @doi:10.1/x].', '[@rossi2019; @doi:10.1/x]'],
    ['citation-key', 'Bread rises \\citep{rossi}.', '\\citep{rossi}'],
    ['citation-key', 'Bread rises {% cite rossi %}.', '{% cite rossi %}'],
    ['author-year', 'Bread rises (Rossi, 2019).', '(Rossi, 2019)'],
    [
      'author-year',
      'Bread rises (Rossi et al., 2019; WHO 2020, p. 4).',
      '(Rossi et al., 2019; WHO 2020, p. 4)'
    ],
    ['author-year', 'Rossi and Bianchi (2019) weighed it.', 'Rossi and Bianchi (2019)'],
    ['author-year', 'Rossi (2019) found the same.', 'Rossi (2019)'],
    ['attribution', 'Rossi et al. weighed it.', 'Rossi et al.'],
    ['attribution', 'It is forbidden by 17 U.S.C. § 107.', '17 U.S.C. § 107'],
    ['attribution', 'Rossi v. Bianchi (1998) ended it.', 'Rossi v. Bianchi (1998)'],
    ['link', 'See [the post]({{ "/post/" | url }}).', '[the post]({{ "/post/" | url }})']
  ])('finds a %s in %s', (kind, text, found) => {
    expect(cite(text)).toContainEqual([kind, found])
  })

  it('counts note numbers only where the article lists its references', () => {
    expect(cite('It rose [1] and fell [2, 3].')).toEqual([])
    expect(cite(`It rose [1] and fell.2,3 Then it burned.¹${references}`)).toEqual([
      ['note-number', '[1]'],
      ['note-number', '2,3'],
      ['note-number', '¹']
    ])
  })

  it.each([
    ['months', 'It opened (May 2020).'],
    ['seasons and figures', 'It opened (Spring, 2020), see (Figure 2, 2020).'],
    ['births', 'Anna Rossi (born 1950) bakes.'],
    ['films', 'She played in Ashes (1998) and in Dust (2001).'],
    ['years', 'It opened (2020).'],
    ['versions of a law', 'U.S. 20 crossed the town.']
  ])('does not take %s for an author and a year', (_name, text) => {
    expect(cite(text).filter(([kind]) => kind === 'author-year')).toEqual([])
  })
})

describe('attributions', () => {
  it.each([
    ['According to the Met Office, it rained.', 'According to the Met Office'],
    ['It rained, according to a 2020 report by the Met Office.', 'report by the Met Office'],
    ['It rained, according to county records.', 'according to county records'],
    ['It rained, as reported by Reuters.', 'as reported by Reuters'],
    ['It rained, data from NOAA show.', 'data from NOAA'],
    ['Reuters reported a flood.', 'Reuters reported'],
    ['Ann Lee, a miller in York, said it rained.', 'Ann Lee, a miller in York, said'],
    ['The mill is closed, she told Wired.', 'told Wired'],
    ['A Pew survey asked 200 millers.', 'Pew survey'],
    ['The mill was sold, court documents show.', 'documents show'],
    ['The road is closed, the county said on Tuesday.', 'the county said'],
    ['The road is closed, a spokeswoman for the mill said.', undefined],
    ['The road is closed, a spokeswoman said.', 'a spokeswoman said'],
    ['The mill will be moved, both sides said.', 'both sides said'],
    ['The mill will be moved, according to\nNorthern Lines.', 'according to\nNorthern Lines'],
    ['He said that it rained.', 'He said']
  ])('reads %s', (text, found) => {
    const texts = cite(text)
      .filter(([kind]) => kind === 'attribution')
      .map(([, words]) => words)
    if (found === undefined) expect(texts).toEqual([])
    else expect(texts).toContain(found)
  })

  it('takes words in quotation marks with a speaker for a quotation', () => {
    expect(cite('“It rained all night,” said Ann Lee.')).toEqual([['quotation', 'said Ann Lee']])
    expect(cite('# Rain\n\nIt was a wet year. Ann Lee told me: "It rained."')).toEqual([
      ['quotation', 'Ann Lee told me']
    ])
  })

  it.each([
    'Experts said it rained.',
    'A recent study found that it rained.',
    'Historians reported a flood.',
    'According to recent studies, it rained.',
    'Orwell found work in a mill.',
    'Some said it rained.'
  ])('does not take “%s” for one', (text) => {
    expect(cite(text)).toEqual([])
  })
})

describe('places', () => {
  it('tells which sentence a citation stands in, also behind its full stop', () => {
    const text = 'It rained.[^1] It snowed. See [a](https://a.org).\n\n[^1]: Diary.\n'
    expect(createDocument(text).citations.map(({sentence}) => sentence)).toEqual([0, 2])
  })
})

describe('hasReferenceList and hasEvidence', () => {
  it.each([
    ['a section', `Bread.${references}`],
    ['a line', 'Bread.\n\nSources: Town archive.\n'],
    ['front matter', '---\nsources:\n  - Town archive\n---\n\nBread.\n']
  ])('sees %s', (_name, text) => {
    expect(createDocument(text)).toMatchObject({hasReferenceList: true, hasEvidence: true})
  })

  it.each([
    ['an empty section', 'Bread.\n\n## References\n'],
    ['empty front matter', '---\nsources: []\n---\n\nBread.\n'],
    ['an image', '<img src="https://a.org/map.png" alt="map">\n\nThe mill.'],
    ['links within the site', 'See [the other page](/other/) and [that](../that.md).']
  ])('is not deceived by %s', (_name, text) => {
    expect(createDocument(text)).toMatchObject({hasReferenceList: false, hasEvidence: false})
  })

  it.each([
    ['a link', 'See [a](https://a.org).'],
    ['a name', 'According to the Met Office, it rained.'],
    ['a link in a table', '| a |\n| --- |\n| [b](https://b.org) |\n'],
    ['a page inside the page', '<iframe src="https://b.org"></iframe>\n']
  ])('counts %s as evidence', (_name, text) => {
    expect(createDocument(text)).toMatchObject({hasReferenceList: false, hasEvidence: true})
  })
})

it('puts every citation on its words', () => {
  const text =
    'It *rained* \\[a\\] (Rossi &amp; Lee, 2019), **Reuters** reported, see [x *y*](https://a.org).'
  const found: Citation[] = [...createDocument(text).citations]
  expect(found.map(({range}) => text.slice(...range))).toEqual([
    '(Rossi &amp; Lee, 2019)',
    'Reuters** reported',
    'x *y'
  ])
})
