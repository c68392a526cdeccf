import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {removeLines} from '../src/document/page/source-lines.ts'

const mill =
  'The mill was built in the year the dam broke, and its owner ground rye for the whole valley until the war.'
const oven =
  'Bread from the old oven keeps for a week because the loaves are large, the crust is thick and the crumb is moist.'
const shop =
  'Customers come before dawn, since the first batch is sold out by seven and nobody in the village bakes a second one.'

describe('bare headings', () => {
  const bare = (text: string): string[] =>
    createDocument(text)
      .headings.filter(({kind}) => kind === 'bare')
      .map(({text: words}) => words)

  it('stand alone before text, in plain text', () => {
    const text = `The Old Oven\n\n${mill}\n\nWhere the grain went\n\n${oven}\n\nWho comes first?\n\n${shop}\n`
    expect(bare(text)).toEqual(['Where the grain went', 'Who comes first?'])
    expect(createDocument(text).title?.text).toBe('The Old Oven')
  })

  it('do not begin with a counter, as no title does', () => {
    const counted = '1,204 views · 5 min read Where the grain went'
    const text = `’ The old oven\n\n${counted}\n\nAnn Holt | May 3, 2025 | 20 views\n\n${mill}\n`
    expect(bare(text)).toEqual([])
    expect(createDocument(text).title).toBeUndefined()
  })

  it('may be two in a row, in Title Case', () => {
    expect(bare(`The Old Oven\n\n${mill}\n\nThe Grain\n\nRye and Wheat\n\n${oven}\n`)).toEqual([
      'The Grain',
      'Rye and Wheat'
    ])
  })

  it.each([
    ['entries of a list', `The Old Oven\n\n${mill}\n\nRye\n\nWheat\n\nBarley\n\n${oven}\n`],
    ['entries after a lead-in', `The Old Oven\n\nThe shop sells these:\n\nRye bread\n\n${oven}\n`],
    ['a line at the end', `The Old Oven\n\n${mill}\n\nThe old baker\n`],
    ['a quoted line', `The Old Oven\n\n${mill}\n\n“We start at three”\n\n${oven}\n`],
    ['a caption', `The Old Oven\n\n${mill}\n\nPhoto by Ann Bell\n\n${oven}\n`],
    ['a line said twice', `The Old Oven\n\n${mill}\n\nAnn Bell\n\n${oven}\n\nAnn Bell\n\n${shop}\n`],
    [
      'hard-wrapped text',
      `The Old Oven\n\nThe mill was built\nThe dam broke later\nand nobody knew why\n\n${oven}\n`
    ],
    ['a sentence', `The Old Oven\n\n${mill}\n\nThat changed.\n\n${oven}\n`],
    ['sentence case in Markdown', `# The Old Oven\n\n${mill}\n\nWhere the grain went\n\n${oven}\n`],
    [
      'captions in Markdown, under a picture',
      `# The Old Oven\n\n${mill}\n\n![The oven](oven.png)\n\nHeat: Bricks and Iron\n\n${oven}\n`
    ],
    [
      'captions in Markdown, under an HTML picture in a fence',
      `# The Old Oven\n\n${mill}\n\n~~~\n<img src="oven.png">\n~~~\n\nHeat: Bricks and Iron\n\n${oven}\n`
    ],
    [
      'a name right under a marked heading',
      `# The Old Oven\n\n${mill}\n\n## The mill\n\nKeeper on Duty: Ann Bell\n\n${oven}\n`
    ],
    ['escaped marks', `# The Old Oven\n\n\\##Rye\n\n${oven}\n\n\\#\\#Rye\n\n${mill}\n`],
    ['a hashtag', `# The Old Oven\n\n#Rye\n\n${oven}\n`],
    ['a number', `# The Old Oven\n\n##448 was merged\n\n${oven}\n`],
    ['code', `# The Old Oven\n\n##Set <- c(rye = 1); f(x)\n\n${oven}\n`],
    ['a sentence with a mark', `# The Old Oven\n\n##Rye is older than wheat.\n\n${oven}\n`],
    [
      'a mark in a template block',
      `# The Old Oven\n\n{% highlight r %}\n\n##Load it\n\n{% endhighlight %}\n`
    ],
    ['emphasis in Markdown', `# The Old Oven\n\n${mill}\n\n*Where the Grain Went*\n\n${oven}\n`]
  ])('are not %s', (_name, text) => {
    expect(bare(text)).toEqual([])
  })

  it('may stand in Markdown under a picture at the top', () => {
    expect(bare(`<img src="oven.png">\n\nWhere the Grain Went\n\n${oven} *Ann*\n`)).toEqual([
      'Where the Grain Went'
    ])
  })

  it('may stand in Markdown under the title', () => {
    expect(bare(`# The Old Oven\n\nWhere the Grain Went\n\n${oven}\n\n## The mill\n\n${mill}\n`)).toEqual([
      'Where the Grain Went'
    ])
  })

  it('need no Title Case between whole paragraphs, lists and code, where sections have marks', () => {
    const article = (above: string, line: string, below = oven) =>
      bare(`# The Old Oven\n\n## The mill\n\n${above}\n\n${line}\n\n${below}\n`)
    for (const above of [mill, `${mill}\n\n- Rye\n- Wheat`, `${mill}\n\n    heat 240`, `${mill}\n\n---`])
      expect(article(above, 'Where the grain went')).toEqual(['Where the grain went'])
    expect(article(mill, 'Afterwards', `${oven} They sell:\n\n- rye`)).toEqual(['Afterwards'])
    for (const line of [
      'Where the grain went, and why',
      'Where did the grain go?',
      'Where the *grain* went',
      'Where the grain went that was sold in town',
      'Warning',
      'Nobody knew'
    ])
      expect(article(mill, line)).toEqual([])
    for (const above of [`> ${mill}`, 'The mill is old.', mill.slice(0, -1), `${mill} They sell:`])
      expect(article(above, 'Where the grain went')).toEqual([])
    for (const below of ['The oven is old.', oven.slice(0, -1), '- rye\n- wheat'])
      expect(article(mill, 'Where the grain went', below)).toEqual([])
    expect(article(`${mill}\n\nThe rye\n\n${oven}`, 'The rye')).toEqual([])
  })

  it('have the level of the section that they stand in', () => {
    const text = `# The Old Oven\n\n## The mill\n\n### The stones\n\n${mill}\n\nWhere the grain went\n\n${oven}\n`
    expect(createDocument(text).headings.map(({level}) => level)).toEqual([1, 2, 3, 3])
  })

  it('need Title Case in Markdown without marked sections', () => {
    expect(bare(`# The Old Oven\n\n${mill}\n\nWhere the Grain Went\n\n${oven}\n`)).toEqual([
      'Where the Grain Went'
    ])
  })
})

describe('marks without a blank', () => {
  it('are headings of their level', () => {
    const text = `# The Old Oven\n\n##Rye\n\n- dark\n- light\n\n###2. What the *Shop* sells\n${shop}\n`
    const found = createDocument(text).headings.filter(({kind}) => kind === 'bare')
    expect(found.map(({level, range}) => [level, text.slice(...range)])).toEqual([
      [2, 'Rye'],
      [3, '2. What the *Shop* sells']
    ])
  })
})

describe('glued headings', () => {
  const glued = (text: string): [string, string, string][] =>
    createDocument(text).gluedHeadings.map((heading) => [heading.text, heading.at, heading.proof])

  it('around a copied paragraph', () => {
    const text = `# Bread\n\n## Mill\n\n${mill}\n\nThe Oven and Its Bricks ${oven} Who Comes First\n\n${oven}\n\n${shop}\n`
    expect(glued(text)).toEqual([
      ['The Oven and Its Bricks', 'start', 'copy'],
      ['Who Comes First', 'end', 'copy']
    ])
    for (const {range, text: words} of createDocument(text).gluedHeadings)
      expect(text.slice(...range)).toBe(words)
  })

  it('after the copy', () => {
    expect(glued(`# Bread\n\n${oven}\n\nThe Oven ${oven}\n\n${shop}\n`)).toEqual([
      ['The Oven', 'start', 'copy']
    ])
  })

  it('with their marks', () => {
    expect(glued(`# Bread\n\n${mill} ## The Oven\n\n${oven}\n`)).toEqual([['The Oven', 'end', 'mark']])
    expect(glued(`# Bread\n\n${mill} ### The Oven and Its Bricks ${oven}\n`)).toEqual([
      ['The Oven and Its Bricks', 'inside', 'mark']
    ])
  })

  it('by Title Case after the last full stop', () => {
    expect(glued(`# Bread\n\n${mill} It stands empty now. What Comes Next\n\n${oven}\n`)).toEqual([
      ['What Comes Next', 'end', 'shape']
    ])
  })

  it('by Title Case as a question', () => {
    expect(glued(`# Bread\n\n${mill} It stands empty now. Who Will Buy It?\n\n${oven}\n`)).toEqual([
      ['Who Will Buy It?', 'end', 'shape']
    ])
  })

  it('before a text that starts with a quotation', () => {
    const said = `“We bake at three,” said the miller of the valley, and he told us that ${oven.replace('Bread', 'bread')}`
    expect(glued(`# Bread\n\n${said}\n\n${shop}\n\nThe Oven ${said}\n`)).toEqual([
      ['The Oven', 'start', 'copy']
    ])
  })

  it('before a text that starts with a name in lower case', () => {
    const named = `nginx, a miller of the valley, wrote that ${oven.replace('Bread', 'bread')}`
    expect(glued(`# Bread\n\n${named}\n\n${shop}\n\nThe Oven ${named}\n`)).toEqual([
      ['The Oven', 'start', 'copy']
    ])
  })

  it('beside a copy in emphasis, and in quotation marks of their own', () => {
    expect(glued(`# Bread\n\n${oven}\n\n${shop}\n\n*The Oven ${oven}*\n`)).toEqual([
      ['The Oven', 'start', 'copy']
    ])
    expect(glued(`# Bread\n\n${oven}\n\n${shop}\n\nThe "Old" Oven ${oven}\n`)).toEqual([
      ['The "Old" Oven', 'start', 'copy']
    ])
  })

  it('by the name of a section before a new sentence', () => {
    expect(glued(`# Bread\n\nIntroduction ${mill}\n\n${oven}\n`)).toEqual([
      ['Introduction', 'start', 'shape']
    ])
  })

  it.each([
    ['a number sign in code', `# Bread\n\n${mill} Write \`## The Oven\` on a line of its own\n`],
    ['a name at the end', `# Bread\n\n${mill} It was drawn by Ann Bell\n\n${oven}\n`],
    ['a signature after a full stop, at the end', `# Bread\n\n${mill} It stands empty now. Ann Bell\n`],
    [
      'a name with a section word',
      `# Bread\n\nSummary Judgment was what the court gave the miller, and the whole valley talked about it for a year.\n`
    ],
    ['one word before a copy', `# Bread\n\n${oven}\n\n${shop}\n\nAlthough ${oven}\n`],
    [
      'the first half of a sentence before a copy',
      `# Bread\n\nThe list:\n\nOur village is small and ${oven.replace('Bread', 'bread')}\n\n${oven}\n`
    ],
    [
      'words before a copy that end in a conjunction',
      `# Bread\n\n${oven}\n\n${shop}\n\nWe all know that ${oven}\n`
    ],
    ['a quotation that opens', `# Bread\n\n${oven}\n\n${shop}\n\nAs Ann asked, "${oven}"\n`],
    ['a bracket that opens', `# Bread\n\n${oven}\n\n${shop}\n\nThis Is Part 2 of [${oven}](part)\n`],
    [
      'a bracket that opens the clean copy too',
      `# Bread\n\n[${oven}]\n\n${shop}\n\nThis Is Part 2 of a Tale [${oven}]\n`
    ],
    ['a label before a copy', `# Bread\n\n${oven}\n\n${shop}\n\n**Goal:** The Oven ${oven}\n`],
    ['a speaker before a copy', `# Bread\n\n${oven}\n\n${shop}\n\n**Ann Bell**: Two Answers ${oven}\n`],
    [
      'a part of emphasis',
      `# Bread\n\n${oven}\n\n${shop}\n\nOur *Daily ${oven.replace(' from', '* from')}\n`
    ],
    ['a short question to somebody', `# Bread\n\n${mill} It stands empty now. Yes, Ann?\n\n${oven}\n`],
    ['two names', `# Bread\n\n${mill} It stands empty now. Maybe Ann?\n\n${oven}\n`],
    [
      'what is said before a speaker',
      `# Bread\n\n${mill} It stands empty now. Over to Ann Bell\n\n**Ann**: ${oven}\n`
    ],
    ['a lead-in after a copy', `# Bread\n\n${oven}\n\n${shop}\n\n${oven} The Rules Are:\n`]
  ])('are not %s', (_name, text) => {
    expect(glued(text)).toEqual([])
  })
})

describe('flattened lists', () => {
  const lists = (text: string): number[] => createDocument(text).flattenedLists.map(({items}) => items.length)
  const label =
    'Rye flour: Keeps the crumb moist for a week.\n\nSea salt: Slows the yeast down a little.\n\nCold water: Gives the baker more time.'
  const gerund =
    'Grinding the rye twice for a fine meal.\n\nResting the dough in cold cellars.\n\nBaking on hot stones until dawn.'

  it('of labels, of -ing phrases, of short lines after a lead-in', () => {
    expect(lists(`Bread\n\n${mill}\n\n${label}\n\n${oven}\n`)).toEqual([3])
    expect(lists(`Bread\n\n${mill} The steps are these.\n\n${gerund}\n\n${oven}\n`)).toEqual([3])
    expect(
      lists(
        `Bread\n\n${mill} You need the following:\n\nA large bowl\n\nA wooden spoon\n\nA clean cloth\n\n${oven}\n`
      )
    ).toEqual([3])
  })

  it.each([
    ['two items', `Bread\n\n${label.split('\n\n').slice(0, 2).join('\n\n')}\n\n${oven}\n`],
    [
      'an interview',
      'Bread\n\nAB: Why rye and not wheat?\n\nCD: It grows up here.\n\nAB: And the salt?\n\nCD: We buy it from the coast.\n'
    ],
    ['bold labels', `# Bread\n\n${label.replace(/^[^:\n]+(?=:)/gm, '**$&**')}\n`],
    [
      'sentences that start with -ing',
      `Bread\n\nGrinding rye takes an hour.\n\nResting the dough is what makes it light.\n\nBaking can start at three.\n`
    ],
    ['items of a real list', `# Bread\n\n- Rye: Good.\n- Salt: Good.\n- Water: Good.\n`]
  ])('are not %s', (_name, text) => {
    expect(lists(text)).toEqual([])
  })
})

describe('taking lines out', () => {
  it.each([
    ['first block', 'One\n\nTwo\n', 'One', 'Two\n'],
    ['middle block', 'One\n\nTwo\n\nThree\n', 'Two', 'One\n\nThree\n'],
    ['last block', 'One\n\nTwo\n', 'Two', 'One\n'],
    ['last block without a line end', 'One\n\nTwo', 'Two', 'One'],
    ['last block with blank lines', 'One\n\nTwo\n\n\n', 'Two', 'One\n\n\n'],
    ['a line of a block', 'One\nTwo\nThree\n', 'Two', 'One\nThree\n'],
    ['first line of a block', 'One\n\nTwo\nThree\n', 'Two', 'One\n\nThree\n'],
    ['last line of a block', 'One\nTwo\n\nThree\n', 'Two', 'One\n\nThree\n'],
    ['several blank lines', 'One\n\n\nTwo\n\n\nThree\n', 'Two', 'One\n\n\nThree\n'],
    ['CRLF', 'One\r\n\r\nTwo\r\n\r\nThree\r\n', 'Two', 'One\r\n\r\nThree\r\n'],
    ['everything', 'One\n', 'One', ''],
    ['an indented line', 'One\n\n  Two\n\nThree', 'Two', 'One\n\nThree']
  ])('%s', (_name, text, words, expected) => {
    const at = text.indexOf(words)
    const {range, text: replacement} = removeLines(text, [at, at + words.length])
    expect(text.slice(0, range[0]) + replacement + text.slice(range[1])).toBe(expected)
  })
})

describe('a mark inside a paragraph', () => {
  const repaired = (text: string): boolean[] =>
    createDocument(text).gluedHeadings.map(({repair}) => repair !== undefined)

  it('is repaired where the line shows the end of the heading', () => {
    expect(repaired(`# Bread\n\n${mill} ## The Oven\nBread keeps for a week.\n`)).toEqual([true])
    expect(repaired(`# Bread\n\n${mill} ## What the oven costs\n\n${oven}\n`)).toEqual([true])
  })

  it('is left to the writer where the text goes on', () => {
    expect(
      repaired(
        `# Bread\n\n${mill} ### The Kettle The kettle held soup and it was\nnever empty before noon.\n`
      )
    ).toEqual([false])
    expect(repaired(`# Bread\n\n${mill} ## The Oven Bread keeps for a week.\n`)).toEqual([false])
  })
})

describe('the repair of a copy', () => {
  it('never empties a section', () => {
    const text = `# Bread\n\n## The Mill\n\n${oven}\n\nThe Oven and Its Bricks ${oven}\n\n${shop}\n`
    expect(createDocument(text).copies.map(({repair}) => repair)).toEqual([undefined])
    const exact = `# Bread\n\n## The Mill\n\n${oven}\n\n## The Oven\n\n${oven}\n`
    expect(createDocument(exact).copies.map(({repair}) => repair)).toEqual([undefined])
  })

  it('never loses a link', () => {
    const text = `# Bread\n\n${oven}\n\n${shop}\n\n${oven.replace('the crust', '[the crust](https://a.example)')}\n`
    expect(createDocument(text).copies.map(({repair}) => repair)).toEqual([undefined])
  })
})

describe('quotations in HTML', () => {
  const places = (text: string): [place: string, at: string][] =>
    createDocument(text).paragraphs.map(({place, prose}) => [place, prose.value.slice(0, 9)])
  const quote = (words: string) => `<blockquote>\n\n${words}\n\n</blockquote>`

  it('are quotations, with their lists and headings', () => {
    expect(places(`${shop}\n\n${quote(`## Grain\n\n${mill}\n\n- ${oven}`)}\n\n${shop}\n`)).toEqual([
      ['body', 'Customers'],
      ['quote', 'The mill '],
      ['quote', 'Bread fro'],
      ['body', 'Customers']
    ])
    const {sections} = createDocument(
      `## A\n\n${shop}\n\n${quote(`## Grain\n\n${mill}`)}\n\n## B\n\n${oven}\n`
    )
    expect(sections.map(({heading}) => heading?.text)).toEqual([undefined, 'A', 'B'])
  })

  it('may stand in each other and in items', () => {
    expect(places(`${quote(`${quote(mill)}\n\n${oven}`)}\n\n${shop}\n`).map(([place]) => place)).toEqual([
      'quote',
      'quote',
      'body'
    ])
    expect(places(`- ${oven}\n\n  <blockquote>\n\n  ${mill}\n\n  </blockquote>\n\n  ${shop}\n`)).toEqual([
      ['item', 'Bread fro'],
      ['quote', 'The mill '],
      ['item', 'Customers']
    ])
  })

  it('end with their tag, and without it there are none', () => {
    expect(places(`<blockquote>\n\n${mill}\n\n${shop}\n`).map(([place]) => place)).toEqual(['body', 'body'])
    expect(places(`</blockquote>\n\n${mill}\n\n${quote(oven)}\n`).map(([place]) => place)).toEqual([
      'body',
      'quote'
    ])
  })
})
