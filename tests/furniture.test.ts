import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {isCounterLine, isDateLine, readByline} from '../src/document/page/bylines.ts'
import {isPageLine, isSectionLabel} from '../src/document/page/page-lines.ts'

describe('bylines', () => {
  it.each([
    ['By Nora Lindqvist 20 Views', 'Nora Lindqvist', '20 Views'],
    ['by Nora Lindqvist 1,204 views', 'Nora Lindqvist', '1,204 views'],
    ['By Nora Lindqvist | May 3, 2025 | 1.2k reads', 'Nora Lindqvist', '1.2k reads'],
    ['By Nora Lindqvist · 7 min read', 'Nora Lindqvist', '7 min read'],
    ['By J. R. van der Berg - 45 Shares', 'J. R. van der Berg', '45 Shares'],
    ['Posted by Nora Lindqvist on June 9, 2024 — 310 comments', 'Nora Lindqvist', '310 comments'],
    ['Nora Lindqvist • 88 views', 'Nora Lindqvist', '88 views'],
    ['By Nora Lindqvist (14 views)', 'Nora Lindqvist', '14 views'],
    ['Text by Nora Lindqvist ● 310 comments', 'Nora Lindqvist', '310 comments'],
    ['By Nora Lindqvist · ★★★★☆ (112 votes)', 'Nora Lindqvist', '112 votes'],
    ['Words: Nora Lindqvist | 45 shares', 'Nora Lindqvist', '45 shares'],
    ['By Nora Lindqvist Views: 312', 'Nora Lindqvist', 'Views: 312'],
    ['By Zoë O’Hara-Núñez 5k+ views', 'Zoë O’Hara-Núñez', '5k+ views']
  ])('%s', (line, name, counter) => {
    const byline = readByline(line)
    expect(byline?.name).toBe(name)
    expect(line.slice(...(byline?.counter ?? [0, 0]))).toContain(counter)
  })

  it.each(['By Nora Lindqvist', 'Written by Nora Lindqvist', 'By: Nora Lindqvist, May 3, 2025'])(
    '%s has no counter',
    (line) => {
      expect(readByline(line)).toMatchObject({name: 'Nora Lindqvist', counter: undefined})
    }
  )

  it.each([
    'Posted on June 9, 2024 by Nora Lindqvist',
    'June 9, 2024 by Nora Lindqvist',
    'Published: 9 June 2024 | By Nora Lindqvist'
  ])('%s has the date first', (line) => {
    expect(readByline(line)).toMatchObject({name: 'Nora Lindqvist', counter: undefined})
  })

  it('takes counters behind the name, where the date stands first', () => {
    const line = 'June 9, 2024 by Nora Lindqvist 88 views'
    expect(line.slice(...(readByline(line)?.counter ?? []))).toContain('88 views')
    expect(readByline('On June 9, 2024 by Nora Lindqvist the mill was sold')).toBeUndefined()
    expect(readByline('June 9, 2024 by the river')).toBeUndefined()
  })

  it('reads who wrote it, where several people are named', () => {
    const line =
      'Medically reviewed by Dr. Ida Holm, MD — Written by Nora Lindqvist — Updated on June 2, 2023'
    expect(readByline(line)).toMatchObject({name: 'Nora Lindqvist', counter: undefined})
    expect(readByline('Reviewed by Ida Holm | Fact-checked by Per Dahl')?.name).toBe('Ida Holm')
    expect(readByline('Stand by Me — sung by Nora — in the hall by Ida')).toBeUndefined()
  })

  it.each([
    'By the end of the week 20 views of the valley had been painted',
    'By Monday the shop had 300 views on its page and a queue at the door',
    'The film got 20 views.',
    'Stand by for news',
    'Growth by region',
    'By 2030 the town wants 40 new trees'
  ])('%s is none', (line) => {
    expect(readByline(line)).toBeUndefined()
  })

  it.each([
    '1,204 views',
    '5 min read',
    'Views: 88',
    'May 3, 2025 · 3 min read',
    'Reading time: 5 mins',
    'Mar 9, 2024 • 7 min read • 44.1k',
    '0 Comments   221 Views   Print',
    'Share this article   153 shares',
    '👍 214   💬 19',
    '💬 37 \u00A0 👁 15.2k \u00A0 ⏱ 9 min'
  ])('%s is a counter', (line) => {
    expect(isCounterLine(line)).toBe(true)
  })

  it.each([
    'May 3, 2025',
    'Published on 3 May 2025',
    'Updated: March 3',
    'Last updated on 14 January',
    'Last updated: 2025-05-03',
    'Tuesday, June 9, 2024 at 10:30 am',
    '3 days ago',
    'Posted on June 9, 2024 by admin',
    'Posted by admin on June 9, 2024',
    'By Staff Writer | June 9, 2024',
    'Posted on June 9, 2024 by admin in Old Mills',
    'Published 9 June 2024 by Editorial Team'
  ])('%s is a date', (line) => {
    expect(isDateLine(line)).toBe(true)
  })

  it.each([
    '3 ways to bake',
    'March 3',
    'Updated in March 3 times',
    'May I come in?',
    'Version 2.1.0',
    'On May 3, 2025 the bridge fell',
    'May 3, 2025 by boat'
  ])('%s is no date', (line) => {
    expect(isDateLine(line)).toBe(false)
  })
})

describe('page lines', () => {
  it.each([
    'News & Updates',
    'Technology',
    'Home > Tech > Cloud',
    'Food & Drink',
    'LIFESTYLE',
    'Business / Finance'
  ])('%s is a section label', (line) => {
    expect(isSectionLabel(line)).toBe(true)
  })
  it.each(['Why bees matter', 'Technology at the mill', 'A week in news', '##Events', '#news', '{{ news }}'])(
    '%s is no section label',
    (line) => {
      expect(isSectionLabel(line)).toBe(false)
    }
  )
  it.each([
    'Skip to content',
    'SHARE THIS ARTICLE',
    'Facebook Twitter LinkedIn',
    '© 2024 The Valley Post',
    'Leave a Reply Cancel reply',
    'Privacy Policy - Terms of Use - Contact',
    'Home · Bread · About · Contact',
    'Advertisement',
    'Jump to navigation Jump to search',
    'Tried this recipe? Let us know how it was!',
    'View this email in your browser',
    'Having trouble viewing this email? Open it in a browser',
    'You are receiving this email because you signed up at the mill.',
    '1x 2x 3x',
    'US Customary – Metric',
    '4.87 from 132 votes',
    'Video 2:14',
    'Check latest price on Amazon',
    'View on Amazon',
    'Please enable JavaScript to view the comments powered by Disqus.',
    'Sort by: Newest',
    'Pin it for later!',
    'Updated 3 hours ago',
    'Get the best loaves delivered straight to your inbox.',
    'WATCH LIVE',
    'Was this recipe helpful? Yes / No',
    'Primary Sidebar'
  ])('%s is a page line', (line) => {
    expect(isPageLine(line)).toBe(true)
  })
  it.each([
    'Share this bread with a friend',
    'Jump to the mill and back',
    '4 from the mill voted',
    'Check the price of flour first',
    'Sort by size before you mill',
    '3 years ago',
    'More from the mill',
    'Get the flour to the mill by noon',
    'Comments:',
    'Home - Bread - Soup',
    'Reply - Cancel',
    'Search the shed before you buy',
    'X',
    '{{about_the_author}}',
    '{{< share >}}',
    '{% comments %}',
    '##Comments',
    '$comments$'
  ])('%s is no page line', (line) => {
    expect(isPageLine(line)).toBe(false)
  })
})

const body = `The mill on the river bend has ground rye for the whole valley since the flood, and most of its parts are the ones the first owner cut from oak.`

/** Kinds and texts of the furniture of an article. */
function furnitureOf(text: string): [string, string][] {
  return createDocument(text).furniture.map(({kind, text: words}) => [kind, words])
}

describe('furniture', () => {
  it('for those who do not see the page, as a link', () => {
    const text = `[Skip to main content](#main)\n\n# The mill\n\n${body}\n\n[Skip to the mill](#mill)\n`
    const [skip, ...others] = createDocument(text).furniture
    expect(text.slice(...(skip?.range ?? []))).toBe('[Skip to main content](#main)')
    expect(others).toEqual([])
  })

  it('of a contents box whose entries are lost', () => {
    const box = (button: string) =>
      furnitureOf(`# The mill\n\n${body}\n\nTable of Contents\n\n${button}\n\n${body} Still.\n`)
    expect(box('Toggle')).toEqual([['navigation', 'Table of Contents']])
    expect(box('The wheel')).toEqual([])
  })

  it('tells how long ago it was, and for how long one listens', () => {
    const text = `The mill on the bend\n\nBy Nora Lindqvist\n\n3 hours ago\n\nListen to this article\n\n4 min\n\n${body}\n`
    expect(furnitureOf(text).map(([, words]) => words)).toEqual([
      'By Nora Lindqvist',
      '3 hours ago',
      'Listen to this article',
      '4 min'
    ])
    expect(furnitureOf(`# The mill\n\n${body}\n\n4 min\n\n${body} Still.\n`)).toEqual([])
  })

  it('with the trail to the page between slashes', () => {
    expect(isSectionLabel('Mills / Wheels / Oak')).toBe(true)
    expect(isSectionLabel('Mills / wheels / oak')).toBe(false)
  })

  it('above the text, with the title repeated', () => {
    const text = `Mill Corner\n\nDoes the Valley Mill Grind Rye? A Look Inside\n\nBy Nora Lindqvist 20 Views\ndoes the valley mill grind rye\nDoes the Valley Mill Grind Rye? A Look Inside\n\n${body}\n`
    expect(furnitureOf(text)).toEqual([
      ['section-label', 'Mill Corner'],
      ['byline-counter', 'By Nora Lindqvist 20 Views'],
      ['keyword-line', 'does the valley mill grind rye']
    ])
    const document = createDocument(text)
    expect(document.title).toMatchObject({
      text: 'Does the Valley Mill Grind Rye? A Look Inside',
      from: 'line'
    })
    expect(document.title?.copies.map((range) => text.slice(...range))).toEqual([
      'Does the Valley Mill Grind Rye? A Look Inside'
    ])
    expect(document.author).toBe('Nora Lindqvist')
    expect(document.paragraphs.map(({prose}) => prose.value)).toEqual([body])
  })

  it('no copy of the title in a piece of a sentence that is broken over lines', () => {
    const copies = (text: string): string[] =>
      (createDocument(text).title?.copies ?? []).map((range) => text.slice(...range))
    const title = '# Valley Mill\n\n'
    expect(copies(`${title}Valley Mill\nas the village calls it, is older than the dam.\n`)).toEqual([])
    expect(
      copies(`${title}These are the tools that a visitor needs to run the\nvalley mill:\n\n- a key\n`)
    ).toEqual([])
    expect(copies(`${title}A visitor who has no time for museums sees the AR\nvalley mill.\n`)).toEqual([])
    expect(
      copies(`${title}In this letter I write about the oldest house of us all:\nthe **valley mill**.\n`)
    ).toEqual([])
    expect(
      copies(`${title}In this letter I write about the oldest house of us all:\nvalley mill.\n`)
    ).toEqual([])
    expect(copies(`${title}In this letter I write about the oldest house of us all:\nValley Mill\n`)).toEqual(
      ['Valley Mill']
    )
    expect(copies(`${title}A visitor who has no time for museums needs AR\nValley Mill\n`)).toEqual([
      'Valley Mill'
    ])
    expect(copies(`${title}Valley Mill\nAs the village says, it is older than the dam.\n`)).toEqual([
      'Valley Mill'
    ])
    expect(copies(`${title}by Nora Lindqvist\nValley Mill\nby Nora Lindqvist\n\n${body}\n`)).toEqual([
      'Valley Mill'
    ])
    expect(copies(`# The Old Valley Mill\n\nThe Old Valley Mill\nthe old valley mill\n\n${body}\n`)).toEqual([
      'The Old Valley Mill'
    ])
  })

  it('no copy of a title in a ruler of signs', () => {
    const text = `---\ntitle: The Valley Mill\n---\n\n# ====\n\n${body}\n\n# ====\n\n${body}\n`
    expect(createDocument(text).title?.copies).toEqual([])
  })

  it('takes no half of a sentence, and no row of signs, for a copy of the title', () => {
    const copies = (text: string): string[] =>
      createDocument(text).title?.copies.map((range) => text.slice(...range)) ?? []
    const title = '---\ntitle: The Old Oven\n---\n\n'
    expect(copies(`${title}The Old Oven ---\nwith its bricks ---\nis lit at three.\n`)).toEqual([])
    expect(copies(`${title}The Old Oven\n\n${body}\n`)).toEqual(['The Old Oven'])
    expect(copies(`${title}${body}\n\n# =====\n\na\n\n# =====\n\nb\n`)).toEqual([])
  })

  it('leaves a plain byline and a date out of the text and of the findings', () => {
    const text = `# The Valley Mill\n\nBy Nora Lindqvist\nMay 3, 2025\n\n${body}\n`
    expect(furnitureOf(text).map(([kind]) => kind)).toEqual(['byline', 'byline'])
    expect(createDocument(text).paragraphs).toHaveLength(1)
  })

  it('proves a title by a search phrase only where that is one', () => {
    const titled = (between: string): [string | undefined, number] => {
      const text = `The Old Valley Mill\n\n${body}\n${between}\nthe valley mill\n\n## Stones\n\n${body}\n`
      const {title, furniture} = createDocument(text)
      return [title?.text, furniture.length]
    }
    expect(titled('\nIt stands.\n')).toEqual(['The Old Valley Mill', 1])
    expect(titled('\nIt stands.\n\nIt grinds.\n')).toEqual([undefined, 0])
  })

  it('proves a title above a byline that ends their paragraph, at the top only', () => {
    const titled = createDocument(`The Mill on the River Bend\nBy Nora Lindqvist\n\n${body}\n`)
    expect(titled.title).toMatchObject({text: 'The Mill on the River Bend', from: 'line'})
    expect(titled.paragraphs.map(({prose}) => prose.value)).toEqual([body])
    for (const text of [
      // The byline ends no paragraph, stands in another one, or further down.
      'The Mill on the River Bend\nBy Nora Lindqvist\nRye is ground here\nsince the flood\n',
      `The Mill on the River Bend\n\nBy Nora Lindqvist\n\n## Wheel\n\n${body}\n`,
      `Mill Corner\nThe Mill on the River Bend\nBy Nora Lindqvist\n\n## Wheel\n\n${body}\n`
    ])
      expect(createDocument(text).title, text).toBeUndefined()
  })

  it('an author box at the end', () => {
    const text = `# The Valley Mill\n\nBy Nora Lindqvist\n\n${body}\n\n${body.replace('rye', 'wheat')}\n\nN\n\nWritten by Nora Lindqvist\n\nNora Lindqvist is a staff writer covering rivers. She brings care to every line.\n`
    expect(furnitureOf(text).map(([kind]) => kind)).toEqual([
      'byline',
      'author-initial',
      'author-line',
      'author-bio'
    ])
  })

  it('leaves a biography with a link, and a person the article is about', () => {
    const linked = `---\nauthor: Nora Lindqvist\n---\n\n# The Valley Mill\n\n${body}\n\nNora Lindqvist is a staff writer at [the Post](https://post.example).\n`
    expect(furnitureOf(linked)).toEqual([])
    const subject = `# Ann Bell\n\n${body}\n\nAnn Bell is a miller who brings her flour to town on Fridays.\n`
    expect(furnitureOf(subject)).toEqual([])
    const meet = (title: string) =>
      `---\nauthor: Nora Lindqvist\n---\n\n# ${title}\n\n${body}\n\nNora Lindqvist is a staff writer covering rivers.\n`
    expect(furnitureOf(meet('Meet Nora Lindqvist and Ann Bell'))).toEqual([])
    expect(furnitureOf(meet('Meet Ann Bell')).map(([kind]) => kind)).toEqual(['author-bio'])
  })

  it('leaves a label that is a section of the article', () => {
    expect(
      furnitureOf(`# The Valley Mill\n\n${body}\n\nTechnology\n\n${body.replace('rye', 'wheat')}\n`)
    ).toEqual([])
  })

  it('leaves letters of a list and lines with a link', () => {
    expect(
      furnitureOf(`# Keys\n\n${body}\n\nA\n\nB\n\nRelated: [the dam](https://post.example/dam)\n`)
    ).toEqual([])
  })
})

describe('fields of a feed', () => {
  it('are one piece, with their addresses', () => {
    const text = `# The Valley Mill\n\n${body}\n\nArticle URL: https://post.example/a\nComments URL: https://post.example/c\nPoints: 12\n# Comments: 3\n`
    const [item, ...rest] = createDocument(text).furniture
    expect(rest).toEqual([])
    expect(item?.kind).toBe('feed-field')
    expect(text.slice(...(item?.range ?? [0, 0]))).toBe(
      'Article URL: https://post.example/a\nComments URL: https://post.example/c\nPoints: 12'
    )
  })
})

it('a title below another line, which only a counter in the byline shows, needs that', () => {
  const text = 'a line of another page\n\nA Mill in Winter\nBy Doe 20 Views\n'
  expect(createDocument(text, 'a.md').title).toMatchObject({text: 'A Mill in Winter', needsDebris: true})
})

it('a byline stands among the first lines, however short those below them are', () => {
  const rows = (count: number) => Array.from({length: count}, (_, index) => `Mill ${index + 1}\n`).join('\n')
  const found = (count: number, byline: string) =>
    createDocument(`${rows(count)}\n${byline}\n\n${body}\n`, 'a.md').furniture.map(({kind, isByline}) => [
      kind,
      isByline
    ])
  expect(found(9, 'By Ann Holt')).toEqual([['byline', undefined]])
  expect(found(30, 'By Ann Holt')).toEqual([])
  expect(found(9, 'By Ann Holt 20 views')).toEqual([['byline-counter', true]])
  expect(found(30, 'By Ann Holt 20 views')).toEqual([['byline-counter', undefined]])
})

it('blanks between words are no words', () => {
  const kindsOf = (text: string) =>
    createDocument(`${text}\n\nMills\n\nSluices\n\nBoats\n\nBy Ann Holt\n`, 'a.md').furniture.map(
      ({kind}) => kind
    )
  expect(kindsOf('The mill                         grinds!')).toEqual(['byline'])
})

describe('paragraphs without a line', () => {
  it.each(['<a id="tides"></a>', '<span></span>', '**&nbsp;**', '` `'])('%s', (empty) => {
    const document = createDocument(`# The harbour of Lund\n\n${empty}\n\nThe lamp on the pier is lit.\n`)
    expect(document.furniture).toEqual([])
  })
})
