import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import type {Citation} from '../src/document/model.ts'
import {isReferenceEntry} from '../src/document/references/reference-entries.ts'

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

  it('takes a number in brackets that is a link for the mark of a note', () => {
    expect(cite('It rained.[1] See [1](https://b.org/x).\n\n[1]: https://a.org/x\n')).toEqual([
      ['note-number', '1'],
      ['link', '1']
    ])
    expect(cite('It rained [\\[2\\]](https://a.org/x).')).toEqual([['note-number', '\\[2\\]']])
  })

  it.each([
    ['a mail address', '[write](mailto:a@b.org)'],
    ['a place on the page', '[above](#top-of-page)'],
    ['nothing', '[here]() and [there](#)'],
    ['an image', '![map](https://a.org/map.png) of the lake'],
    ['an image that is a link', 'x [![map](m.png)](https://a.org)'],
    ['a list in a list', 'x [[1]] and m[row][column] are code'],
    ['a number with an exponent', 'x 10<sup>6</sup> bees']
  ])('does not count %s', (_name, text) => {
    expect(cite(text)).toEqual([])
  })

  it('reads references whose definitions only the site generator sees', () => {
    const text =
      'The [mill][mill log] closed, see [Rye #4][] and [oven\nplans].\n\n{% include links.md %}\n[mill log]: https://a.org/log\n[Oven plans]: https://a.org/oven\n'
    expect(cite(text).slice(0, 3)).toEqual([
      ['link', '[mill][mill log]'],
      ['link', '[Rye #4][]'],
      ['link', '[oven\nplans]']
    ])
    expect(
      createDocument(text)
        .citations.slice(0, 3)
        .map(({url}) => url)
    ).toEqual(['https://a.org/log', undefined, 'https://a.org/oven'])
  })

  it.each([
    ['without a template', 'The [mill][log] closed.'],
    ['in code', 'The `[mill][log]` closed.\n\n{% include links.md %}\n'],
    ['behind a name', 'The rows[mill][log] closed.\n\n{% include links.md %}\n'],
    ['of numbers', 'The [0][1] closed.\n\n{% include links.md %}\n'],
    ['that stands alone', 'The [mill] closed.\n\n{% include links.md %}\n'],
    ['that leads to a place on the page', 'The [mill][log] closed.\nBye.\n[log]: #mill\n'],
    ['of a note', 'The mill closed. Bye [^log].\nBye.\n[^log]: https://a.org\n']
  ])('takes no brackets for a link %s', (_name, text) => {
    expect(cite(text).filter(([kind]) => kind === 'link')).toEqual([])
  })

  it('takes a link once', () => {
    const text = '[[log]](https://a.org) and [log].\nBye.\n[log]: https://a.org/log\n'
    expect(cite(text).filter(([kind]) => kind === 'link')).toEqual([
      ['link', '[log]'],
      ['link', '[log]']
    ])
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
    ['citation-key', 'Bread rises {cite}`rossi`.', '{cite}'],
    ['citation-key', 'Bread rises {cite:p}`rossi`.', '{cite:p}'],
    ['citation-key', 'Bread rises, see {% post_url 2024-05-01-yeast %}.', '{% post_url 2024-05-01-yeast %}'],
    ['citation-key', 'Bread rises, see {{< relref "yeast.md" >}}.', '{{< relref "yeast.md" >}'],
    ['link', 'Bread rises, see [[Yeast in 2024]].', '[[Yeast in 2024]]'],
    ['link', 'Bread rises, says [the guild][].\n\n{% include links.md %}', '[the guild][]'],
    ['link', '[The guild][]: bread rises.\n\n{% include links.md %}', '[The guild][]'],
    ['link', 'Bread [rises][yeast].\n\n[yeast]: {% link yeast.md %}', '[rises][yeast]'],
    ['citation-key', "Bread rises.<Cite ids={['rossi.2019']} /> It burns.", "<Cite ids={['rossi.2019']} />"],
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

  it('takes a number in brackets at the end for a note, not the number of a point', () => {
    expect(cite(`It rose (1). It fell (2, 3), and (4) it burned in (5) ovens.${references}`)).toEqual([
      ['note-number', '(1)'],
      ['note-number', '(2, 3)']
    ])
  })

  it.each([
    ['months', 'It opened (May 2020).'],
    ['seasons and figures', 'It opened (Spring, 2020), see (Figure 2, 2020).'],
    ['births', 'Anna Rossi (born 1950) bakes.'],
    ['sentences', 'The mill is old (Ann Lee opened it in 2001, and Ben kept it since 1990; it stands).'],
    ['films', 'She played in Ashes (1998) and in Dust (2001).'],
    ['years', 'It opened (2020).'],
    ['numbers of games', 'They played two of them (*Reef Two*, *Harbour 2077*) all winter.'],
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
    ['He said that it rained.', 'He said'],
    ['The mill has closed, as Ann Lee points out.', 'Ann Lee points out'],
    ['The closure was confirmed by The Mill Museum.', 'confirmed by The Mill Museum'],
    ['The Mill Museum confirmed the closure on Monday.', 'Mill Museum confirmed'],
    ['Mills close each week, according to event organizers.', 'according to event organizers'],
    ['The roof leaked, the county’s 2021 audit found.', 'the county’s 2021 audit'],
    ['Acme’s 2021 annual report says that it rained.', 'Acme’s 2021 annual report'],
    ['USDA data show that rye is rare.', 'USDA data show'],
    ['A recent study in *Bread Science* showed that rye is rare.', 'study in *Bread Science'],
    ['Rye is rare, in results published in Bread Science.', 'published in Bread Science'],
    ['The word was coined by Ann Lee in her 1992 book.', 'coined by Ann Lee'],
    ['It rained, as noted by The Courier.', 'as noted by The Courier'],
    ['The mill is closing, said the Harrow News.', 'said the Harrow News'],
    ['The mill is closing, said a spokesman for the town.', 'said a spokesman'],
    ['The mill is closing, Brotfix claimed.', 'Brotfix claimed'],
    ['Ann Lee - the owner of the mill - said it rained.', 'Ann Lee - the owner of the mill - said'],
    [
      'Ann Lee, a miller who has kept the keys of the bakery on the northern quay for many years, said it rained.',
      'Ann Lee, a miller who has kept the keys of the bakery on the northern quay for many years, said'
    ],
    ['Ann Lee warned last week that the mill would close.', 'Ann Lee warned'],
    ['The council also announced it would close.', 'The council also announced'],
    ['Reuters quoted one miller as saying that it rained.', 'Reuters quoted one miller as saying'],
    [
      'A miller was quoted as saying by the Harrow Post that it rained.',
      'quoted as saying by the Harrow Post'
    ],
    ['In May, Brotfix refused the offer, saying it was too low.', 'Brotfix refused the offer, saying'],
    ['It said that the mill would close.', 'It said'],
    ['Radio 1 said the mill would close.', 'Radio 1 said'],
    ['The town’s biggest rye giant said the mill would close.', 'The town’s biggest rye giant said'],
    ['Mr Lee refused the offer, saying it was too low.', 'Mr Lee refused the offer, saying'],
    ['Ann Lee denied bakers were asked.', 'Ann Lee denied'],
    ['The state press has said that the mill would close.', 'The state press has said'],
    ['The newspaper said the mill would close.', 'The newspaper said'],
    ['According to the authors, it rained.', 'According to the authors'],
    [
      'It rained, according to a table drawn up for readers by the Harrow Post.',
      'according to a table drawn up for readers by the Harrow Post'
    ],
    ['In the poll carried out by Lund Research, 14% liked it.', 'poll carried out by Lund Research']
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
    'Some said it rained.',
    'Two essays were published in Esperanto.',
    'The word was coined by Ann Lee, who baked.',
    'The clock uses data from the Northern Observatory.',
    'The pages are sorted according to the agency that wrote them.',
    'One Redditor described the oven.',
    'According to Reddit users, it rained.',
    'Initial analysis suggested rain.',
    'The loaf, said to be the oldest of Harrow, is dry.',
    'Bakers refused the offer, saying it was too low.',
    'The mill was sold, with friends of Brotfix saying it was too low.',
    'It added 300 ovens.',
    'Section 4 said nothing.',
    'Ann Lee denied it.'
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

const entries = [
  [
    'MLA',
    'Rossi, Anna. “Bread in the North.” *The Mill*, 5 Oct. 2019, www.mill.org/bread. Accessed 3 May 2021.'
  ],
  ['MLA without a scheme', 'Rossi, Anna. “Bread.” *The Mill*, mill.org/bread/north. Accessed 3 May 2021.'],
  ['MLA, a book', 'Rossi, Anna. *Bread in the North*. Mill Press, 2019.'],
  ['MLA, two authors', 'Rossi, Anna, and Ben Lee. *Bread in the North*. Mill Press, 2019.'],
  ['MLA, no author', '“Bread in the North.” *The Mill*, Mill Press, 5 Oct. 2019, https://mill.org/bread.'],
  ['MLA, an office', 'Mill Museum. “Bread in the North.” *Mill Museum*, 2019, mill.org/bread.'],
  ['MLA, the same author', '---. “Rye in the North.” *The Mill*, Aug. 2013, mill.org/rye.'],
  ['APA', 'Rossi, A. B., & Lee, C. (2019). Bread in the north. *Mill Science, 34*(2), 144–155.'],
  ['APA, a site', 'Rossi, A. (n.d.). What bread is. The Mill.'],
  ['APA, no author', 'Bread in the north. (2019, May 16). The Mill. https://mill.org/bread'],
  ['Chicago', 'Anna Rossi, *Bread in the North* (York: Mill Press, 2019), 34–35.'],
  ['Vancouver', 'Rossi AB, Lee C. Bread in the north. Mill Sci. 2019;34(2):144-55.'],
  ['a title, a date and an address', 'Bread in the North. The Mill, 6 Nov. 2022, https://mill.org/bread.'],
  ['a number', '[12] Rossi, Anna. *Bread in the North*. Mill Press, 2019.'],
  ['an address', 'https://mill.org/bread/north']
] as const

const prose = [
  ['a place', 'York, England. The mill was founded in 2019.'],
  ['names', 'Smith, Jones and Lee opened the mill in 2019.'],
  ['a place with a link', 'Paris, France, won the cup, says https://cup.org/2017.'],
  ['a quotation', '“We bake at four,” Ann Lee said in 2019, and https://mill.org/bread proves it.'],
  ['a motto', '“Bread is life.” – Anna Rossi, 2019'],
  ['a sentence on a book', 'Anna Rossi wrote Bread (York: Mill Press, 2019) in the mill.'],
  ['a year in brackets', 'Bread won (2019). The mill closed.'],
  ['an address in a sentence', 'The mill opened in 2022 and is at https://mill.org/bread'],
  ['a name and a verb', 'Rossi, Anna said, was 40 in 2019.']
] as const

describe('entries of a list of sources', () => {
  it.each(entries)('knows %s', (_name, text) => {
    const [paragraph] = createDocument(`# Bread\n\n${text}\n`).paragraphs
    expect(paragraph && isReferenceEntry(paragraph)).toBe(true)
  })

  it.each(prose)('leaves %s', (_name, text) => {
    const [paragraph] = createDocument(`# Bread\n\n${text}\n`).paragraphs
    expect(paragraph && isReferenceEntry(paragraph)).toBe(false)
  })

  it('are no citations where they stand', () => {
    const list = entries.map(([, text]) => text).join('\n\n')
    expect(cite(`# Bread\n\nIt rained.\n\n${list}\n`)).toEqual([])
  })
})

describe('hasUnmarkedReferences', () => {
  it.each([
    ['a list alone', `Bread.${references}`, true],
    ['links in the text', `See [a](https://a.org/x), and https://b.org/y.${references}`, true],
    ['a named source', `According to the Met Office, it rained.${references}`, true],
    ['numbers', `It rained [1].${references}`, false],
    ['numbers that are links', `It rained.[1]${references}\n[1]: https://a.org/x\n`, false],
    ['numbers in round brackets', `It rained (1).${references}`, false],
    ['raised numbers', `It rained.<sup>1</sup>${references}`, false],
    ['links to notes', `It rained.[1](#note-1)${references}`, false],
    ['footnotes', `It rained.[^1]${references}\n[^1]: Diary.\n`, false],
    ['author and year', `It rained (Rossi, 2019).${references}`, false],
    ['no list', 'It rained [1].', false]
  ])('is right with %s', (_name, text, expected) => {
    expect(createDocument(text).hasUnmarkedReferences).toBe(expected)
  })
})

describe('hasReferenceList and hasEvidence', () => {
  it.each([
    ['a section', `Bread.${references}`],
    ['a line', 'Bread.\n\nSources: Town archive.\n'],
    ['a line before a list', 'Bread.\n\n**Works Cited**\n\nTown archive, box 12.\n'],
    ['entries in a row', `Bread.\n\n${entries[0][1]}\n\n${entries[5][1]}\n`],
    ['addresses in a row', 'Bread.\n\nhttps://a.org/x\n\nhttps://b.org/y\n\nhttps://c.org/z\n'],
    ['a numbered heading', 'Bread.\n\n## 7. Works consulted\n\n- Town archive.\n'],
    ['a heading of two parts', 'Bread.\n\n## Notes and sources\n\n- Town archive.\n'],
    ['front matter', '---\nsources:\n  - Town archive\n---\n\nBread.\n']
  ])('sees %s', (_name, text) => {
    expect(createDocument(text)).toMatchObject({hasReferenceList: true, hasEvidence: true})
  })

  it.each([
    ['an empty section', 'Bread.\n\n## References\n'],
    ['empty front matter', '---\nsources: []\n---\n\nBread.\n'],
    ['the name of a feed', '---\nsource: "web_feed"\n---\n\nBread.\n'],
    ['one entry', `Bread.\n\n${entries[2][1]}\n`],
    ['an image', '<img src="https://a.org/map.png" alt="map">\n\nThe mill.'],
    ['links within the site', 'See [the other page](/other/) and [that](../that.md).']
  ])('is not deceived by %s', (_name, text) => {
    expect(createDocument(text)).toMatchObject({hasReferenceList: false, hasEvidence: false})
  })

  it('sees no list in films and home pages', () => {
    const films = ['a', 'b', 'c'].map((id) => `https://youtu.be/${id}`).join('\n\n')
    expect(createDocument(`# Bread\n\n${films}\n`).hasReferenceList).toBe(false)
    expect(createDocument('- https://a.org\n- https://b.org\n- https://c.org\n').hasReferenceList).toBe(false)
  })

  it('sees no list in the caption of a table', () => {
    const table = '| a |\n| --- |\n| b |\n\nSource: Town archive.\n'
    expect(createDocument(`Bread.\n\n${table}`)).toMatchObject({hasReferenceList: false, hasEvidence: true})
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
