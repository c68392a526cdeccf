import {describe, expect, it} from 'vitest'
import {collectCandidates} from '../src/document/claims/index.ts'
import {createDocument} from '../src/document/index.ts'
import type {Claim, Document} from '../src/document/model.ts'

/** Surer than this, and the preset reports it in an article that neither cites nor speaks of its own house. */
const sure = 0.35
/** The same in one that does. */
const sureInCareful = 0.8

/** An article of an outsider about the inner workings of a company, without a source. */
const profile = `Brotfix serves millions of shoppers every week. The question of whether Brotfix bakes at night comes up often.

The company operates its own flour mills and relies on regional farmers for its grain. However, Brotfix retains separate management for recipes and pricing. This structure allows the retailer to balance local taste with the buying power of a group.

Brotfix uses refrigerated depots near Leipzig to move dough overnight. The company is planning to expand into Denmark.`

const titled = `# How Brotfix Bakes Its Bread\n\n${profile}\n`

const ferry = `The Norling ferry carries people and cars across a river. The company that runs it stores its ropes in a shed. ${'The river is slow, and the rope is wet and cold. '.repeat(24).trim()}`

function claimsOf(text: string): readonly Claim[] {
  return createDocument(text).claims
}

function find(document: Document, start: string): Claim | undefined {
  return document.claims.find(({sentence}) => sentence.text.startsWith(start))
}

describe('what is no claim', () => {
  it.each([
    ['a question', 'How many loaves did the mill of Ostrava bake in 1969?'],
    ['a lead-in', 'In 1969 the mill of Ostrava baked three kinds of bread:'],
    ['a few words', 'It burned in 1969.'],
    ['a line of names', 'Anna Rossi, Head of Bread at Northern Mills'],
    ['a block quote', '> In 1969 the mill of Ostrava baked 40,000 loaves a day.'],
    ['a footnote', 'It burned.[^1]\n\n[^1]: In 1969 the mill of Ostrava baked 40,000 loaves a day.'],
    [
      'a list of sources',
      'It burned.\n\n## Sources\n\nIn 1969 the mill of Ostrava baked 40,000 loaves a day.'
    ],
    [
      'an entry of references',
      'Rossi, Anna. *How the Mill of Ostrava Baked 40,000 Loaves a Day*. Mill Press, 1969.'
    ],
    ['code', '`mill --loaves 40000 --year 1969 --town Ostrava --until burned`']
  ])('is %s', (_name, text) => {
    expect(claimsOf(`The oven is warm.\n\n${text}\n`).map(({sentence}) => sentence.text)).toEqual([])
  })

  it.each([
    ['a case made up', 'Example: A baker of Brotfix takes 11 weeks off and would lose 300 hours.'],
    [
      'the rest of such a case',
      '**Quota Example:** A baker takes a leave of 11 weeks. The baker of Brotfix would lose 50 percent of 300 hours.'
    ]
  ])('is %s', (_name, text) => {
    expect(claimsOf(`The oven is warm.\n\n${text}\n`)).toEqual([])
  })

  it('is no case made up that happened', () => {
    const text = 'Example: The mill of Ostrava baked 40,000 loaves a day and sold its rival Kornhof.'
    expect(claimsOf(`The oven is warm.\n\n${text}\n`)).toHaveLength(1)
  })

  it.each([
    ['Bake at 220 degrees for 40 to 50 minutes, until the crust of the Ostrava loaf is brown.', 0],
    ['Then simmer for 20 minutes with 300 grams of the Kornhof rye.', 0],
    ['Serve with the butter of the Kornhof mill and 30 grams of salt.', 0],
    ['Roast in Ostrava takes 40 minutes and costs 300 crowns at the Kornhof mill.', 1],
    ['Bake at Kornhof sold 40,000 loaves to the Ostrava market in 1969.', 1]
  ])('is no step of somebody who bakes: %s', (text, count) => {
    expect(claimsOf(`The oven is warm.\n\n${text}\n`)).toHaveLength(count)
  })

  describe('people whom their house introduces', () => {
    const people: readonly (readonly [name: string, what: string])[] = [
      [
        'Ruth Vogel',
        'Ruth has been a certified baker of the Kornhof mill since 2016 and won two awards in 2019.'
      ],
      ['Ben Okoye', 'Ben joined the Brotfix mill in 2012 and was made its head baker in 2018.'],
      ['Mara Lindt', 'I am Mara Lindt. The Ostrava mill hired 40 bakers in 2019.']
    ]
    const article = (by: string, some = people): string =>
      `# Winners of 2021\n\n${by}\n\n${some.map(([name, what]) => `## ${name}\n\n${what}\n`).join('\n')}`
    const ours = 'The prize goes to those who serve our growing community.'
    it.each([
      ['are none', article(ours), 0],
      ['are claims of an outsider', article('The prize goes to those who bake.'), 3],
      ['are claims where there are two', article(ours, people.slice(0, 2)), 2],
      [
        'are claims where another name stands above them',
        article(
          ours,
          people.map(([, what], index) => [`Hanna Berg${'s'.repeat(index)}`, what])
        ),
        3
      ]
    ])('%s', (_name, text, count) => {
      const found = claimsOf(text).filter(({sentence}) => /\d/.test(sentence.text))
      expect(found).toHaveLength(count)
    })
  })

  describe('people whom their house introduces, each in a paragraph that opens with the name in bold', () => {
    const said = [
      '**Ruth Vogel** has been a certified baker of the Kornhof mill since 2016 and won two awards in 2019.',
      '**Ben Okoye**, from Ostrava, joined the Brotfix mill in 2012 and was made its head baker in 2018.',
      '**Mara Lindt**. The Ostrava mill made her its 40th baker in 2019.'
    ]
    const article = (by: string, some = said): string =>
      `# The bakers of 2021\n\n${by}\n\n${some.join('\n\n')}\n`
    const ours = 'We are very pleased to introduce them.'
    it.each([
      ['are none', article(ours), 0],
      [
        'are none in a list',
        article(
          ours,
          said.map((text) => `- ${text}`)
        ),
        0
      ],
      ['are claims of an outsider', article('These are the bakers of that year.'), 3],
      ['are claims where there are two', article(ours, said.slice(0, 2)), 2],
      [
        'are claims where no names are bold',
        article(
          ours,
          said.map((text) => text.replaceAll('**', ''))
        ),
        3
      ],
      [
        'are claims below something else in bold',
        article(
          ours,
          said.map((text, at) => `**Oven ${at + 1}.** ${text.slice(2).replace('**', '')}`)
        ),
        3
      ]
    ])('%s', (_name, text, count) => {
      const found = claimsOf(text).filter(({sentence}) => /\d{4}|40th/.test(sentence.text))
      expect(found).toHaveLength(count)
    })
  })

  it.each([
    [
      'in italics at the end, with a name first',
      '*Ruth Vogel has been head baker of the Kornhof mill since 2016.*',
      0
    ],
    ['in italics', '*Since 2016 the Kornhof mill of Ostrava has had a head baker, Ruth Vogel.*', 1],
    ['at the end', 'Ruth Vogel has been head baker of the Kornhof mill of Ostrava since 2016.', 1],
    [
      'in italics with text below',
      '*Ruth Vogel has been head baker of the Kornhof mill since 2016.*\n\nIt is warm.',
      1
    ]
  ])('is not what is said of the author: %s', (_name, text, count) => {
    const found = claimsOf(`The oven is warm.\n\n${text}\n`).filter(({sentence}) =>
      /2016/.test(sentence.text)
    )
    expect(found).toHaveLength(count)
  })

  it('is an article in another language', () => {
    const text = 'Die Mühle von Ostrava hat 1969 für die Stadt und das Umland 40.000 Brote am Tag gebacken.'
    expect(createDocument(text, undefined, {language: 'de'}).claims).toEqual([])
  })

  it('is what the speakers of an interview say', () => {
    const text = [
      'We met at the mill by the river.',
      'AR: How many loaves do you bake?',
      'GH: In 1969 the mill of Ostrava baked 40,000 loaves a day, and I baked ten of them.',
      'AR: Did you sell them?',
      'GH: The Ostrava market bought 300 loaves a week from my uncle.'
    ].join('\n\n')
    expect(claimsOf(text).map(({sentence}) => sentence.text.slice(0, 3))).not.toContain('GH:')
  })
})

describe('kinds', () => {
  it.each([
    ['quantity', 'The mill of Ostrava sold 40 million loaves to the towns of Moravia.', '40 million loaves'],
    ['quantity', 'Brotfix earned $3.5 billion with rolls in Denmark and Norway.', '$3.5 billion'],
    ['quantity', 'Sales of rye bread in Denmark fell by 31% within a year.', '31%'],
    ['quantity', 'Thousands of bakers in Denmark lost their work that winter.', 'Thousands of bakers'],
    ['study', 'Researchers in Denmark showed that rye bread keeps longer.', undefined],
    ['forecast', 'Brotfix is expected to close its oldest mill in Denmark.', undefined],
    ['rank', 'Brotfix was the first bakery chain in the north of Denmark.', undefined],
    ['fact', 'Brotfix moved to Denmark in the first quarter of 2019.', undefined],
    ['rank', 'Brotfix is the largest bakery chain in the north of Denmark.', undefined],
    ['effect', 'Dark bread lowers blood pressure and prevents heart disease.', undefined],
    ['fact', 'Anna Rossi founded the mill of Ostrava in 1890.', undefined],
    ['quotation', '“The bread was never better than in the year of the flood,” she thought.', undefined]
  ])('knows a %s: %s', (kind, text, words) => {
    const [claim] = claimsOf(`The oven is warm.\n\n${text}\n`)
    expect(claim?.kind).toBe(kind)
    const range = claim?.range ?? [0, 0]
    const start = text.indexOf(words ?? text) + 'The oven is warm.\n\n'.length
    expect(range).toEqual([start, start + (words ?? text).length])
  })
})

describe('confidence', () => {
  it('is high for the inner workings of a company, told by an outsider without a source', () => {
    const document = createDocument(titled)
    for (const start of [
      'Brotfix serves',
      'The company operates',
      'However, Brotfix',
      'This structure',
      'Brotfix uses'
    ]) {
      expect(find(document, start)?.confidence, start).toBeGreaterThan(sure)
    }
  })

  it('is low for the same where the house itself speaks', () => {
    const own = titled
      .replaceAll('The company operates its', 'At Brotfix, we operate our')
      .replace('However, Brotfix retains', 'However, we retain')
      .replace('Brotfix uses', 'We at Brotfix use')
      .replace('The company is', 'We are')
    expect(claimsOf(own).filter(({confidence}) => confidence > sure)).toEqual([])
  })

  it('is lower among links', () => {
    const cited = `${titled}\nSee [a](https://a.org), [b](https://b.org) and [c](https://c.org).\n`
    const before = find(createDocument(titled), 'The company operates')?.confidence ?? 0
    const after = find(createDocument(cited), 'The company operates')?.confidence ?? 1
    expect(after).toBeLessThan(before)
  })

  it.each([
    [
      'tales',
      'Anna pulled the rope until her hands burned. The ferry did not move. Behind her the old man laughed. She looked across the river and thought of her brother. He had never waited for anything. The old man had worked the crossing for thirty years. His father had drowned in it. She held the rope and felt the water lift the boat. Forty strokes later they were halfway across.'
    ],
    [
      'essays',
      'I started the garden after my father died. I had no plan. The plot was twelve metres long, and I thought that it would take a weekend. My neighbour Ruth gave me potatoes. Last autumn we harvested 60 kilos of squash. The school took twenty of them. I have been proud of few things as much.'
    ],
    [
      'reviews of what their author has',
      'I bought the Norling lamp last autumn. It has two wicks, and the larger one lasts for 40 hours. The glass is clear. The brass of the older one was thicker. I miss that. The handle gets hot after ten minutes. The tank holds a litre and a half. Oil is cheap. The box came from Lund.'
    ],
    [
      'instructions',
      'Put the stone in water until no more bubbles rise. This takes about ten minutes. Hold the blade at 15 degrees. Two coins under the spine give you a good start. Push the edge away from you ten times. Turn the knife and do the same. Never put it into the dishwasher, because the heat loosens the handle.'
    ],
    [
      'reports with their sources in the text',
      'The bridge will close for eight months, the county said. Engineers found cracks in two piers, county engineer Paul Demir said. He said the repairs would cost $6.2 million. "We had hoped to keep a lane open," Demir told the council. The bridge was built in 1961, according to county records.'
    ],
    [
      'talks',
      'I grew up beside this ferry. You may remember the old rope. My father pulled it for thirty years. If you stood on the pier, the boat took you across in forty strokes. The town has 4,000 people. I still think that you should keep it. The bridge was built for cars. Ferries move at the pace of a talk.'
    ],
    [
      'explanations of code',
      'The `cross` command starts the ferry. It reads `rope.toml` and waits for 4,000 people.\n\n```\ncross --now\n```\n\nThe ferry was rewritten in 2019, and the `--now` flag replaced its bell.\n\n```\nring\n```'
    ],
    [
      'explanations of code in HTML',
      'The command starts the ferry. It reads a file and waits for 4,000 people.\n\n<pre>cross --now</pre>\n\nThe ferry was rewritten in 2019.\n\n<pre>ring</pre>\n\nThe flag replaced its bell.\n\n<pre>cross</pre>'
    ],
    [
      'interviews in prose',
      `${ferry}\n\nRuth Vogel remembers the rope:\n\n"It cut my hands."\n\nHer brother explains why it was kept:\n\n"The rope never broke."\n\nShe would do it again:\n\n"Our father asked for nothing, and we pulled."`
    ],
    [
      'interviews with block quotations',
      `${ferry}\n\nRuth Vogel told us:\n\n> It cut my hands.\n\nHer brother adds:\n\n> The rope never broke.\n\nShe remembers her father:\n\n> We pulled for him.`
    ],
    [
      'reports of somebody who was there',
      `${ferry} On the pier we also heard that the rope would be sold. Later we spoke with the men who pull it.`
    ]
  ])('is low or covered in %s', (_name, text) => {
    const {claims, tone} = createDocument(`# The crossing\n\n${text}\n`)
    expect(tone.isCareful).toBe(true)
    const open = claims.filter(
      ({confidence, reach}) => confidence > sureInCareful && (reach === undefined || reach === 'section')
    )
    expect(open.map(({sentence}) => sentence.text)).toEqual([])
  })

  it.each([
    [
      'quotes books',
      `Of ropes one book has this:\n\n> Our ropes are wet.\n\nAnother has a view on bells:\n\n> We need bells.\n\nThe oldest of them ends:\n\n> I see no rope.`
    ],
    [
      'quotes what nobody says of their own',
      `A sign hangs here:\n\n"Ring twice."\n\nAnother hangs there:\n\n"Mind the rope."\n\nA third is new:\n\n"Closed at night."`
    ],
    [
      'says something that looks like "I"',
      'The rope is slow at I/O. Its bell is slow at I/O too. The boat has I/O of its own.'
    ],
    ['heard one thing', 'On the pier we heard that the rope would be sold.']
  ])('is as high as ever where an article only %s', (_name, text) => {
    expect(createDocument(`# The crossing\n\n${ferry}\n\n${text}\n`).tone.isCareful).toBe(false)
  })

  it.each([
    ['Ferry Operations Manager (FOM)', 'is responsible for', true],
    ['Ferry Operations Manager (FOM)', 'waits for', false],
    ['How a Manager Runs the Ferry', 'is responsible for', false]
  ])('knows the description of a post: %s %s', (title, verb, expected) => {
    const text = `# ${title}\n\nThe FOM ${verb} the rope, the bell and the boat of the Norling ferry.\n`
    expect(createDocument(text).tone.isCareful).toBe(expected)
  })

  it.each([
    ['Book Review: The Last Ferry', 'book', 3, true],
    ['The Last Ferry, a Film: Review', 'film', 3, true],
    ['Book Review: The Last Ferry', 'book', 2, false],
    ['The Last Ferry', 'book', 3, false],
    ['The Norling Ferry: A Review', 'boat', 3, false]
  ])('knows the review of a work: %s, the %s %i times', (title, what, count, expected) => {
    const text = `# ${title}\n\n${`In the ${what}, the ferry of Norling crosses the river on a rope. `.repeat(count)}\n`
    expect(createDocument(text).tone.isCareful).toBe(expected)
  })

  it('is between 0 and 1', () => {
    for (const {confidence} of claimsOf(titled)) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
    }
  })
})

describe('code', () => {
  const par = 'The ferry is slow, and the rope is wet and cold.\n\n'
  it.each([
    ['is explained', `The \`rope\` is wet.\n\n\`\`\`\npull\n\`\`\`\n\nThe \`boat\` is slow.\n`, true],
    ['leads a reader on', `We pull.\n\n${par.repeat(6)}\`\`\`\npull\n\`\`\`\n`, true],
    ['stands somewhere', `${par.repeat(6)}\`\`\`\npull\n\`\`\`\n`, false],
    ['is only set in', `We pull.\n\n${par.repeat(6)}    pull\n`, false],
    ['is nowhere', `We pull.\n\n${par}`, false]
  ])('%s', (_name, text, expected) => {
    expect(createDocument(text).tone.showsCode).toBe(expected)
  })
})

describe('a paragraph in quotation marks', () => {
  const quoted = '“The ferry of Ostrava carried 40 million people and never sank.”'
  it.each([
    ['is somebody’s words below a line that introduces it', `The online help says:\n\n_${quoted}_`, 1],
    ['is judged elsewhere', `The online help is long.\n\n${quoted}`, 2],
    ['is none without them', `The online help says:\n\n${quoted.slice(1, -1)}`, 2],
    ['has only them', `The online help says:\n\n${quoted} That was much.`, 3]
  ])('%s', (_name, text, judged) => {
    expect(collectCandidates(createDocument(`# Night\n\n${text}\n`)).candidates).toHaveLength(judged)
  })
})

describe('cues', () => {
  it.each([
    ['quantity', 'The mill sold 40 million loaves to the towns.'],
    ['year', 'The mill was sold again in 1969.'],
    ['names', 'Later Anna Rossi sold the mill to Jan Novak.'],
    ['health-effect', 'Dark bread lowers blood pressure and prevents heart disease.'],
    ['study', 'Researchers showed that rye bread keeps longer.'],
    ['first-person', 'We sold the mill to the town.'],
    ['imperative', 'Use the coarse side of the stone first.'],
    ['nothing-specific', 'The bread is good when the oven is warm.']
  ])('are read: %s', (cue, text) => {
    const {candidates} = collectCandidates(createDocument(`# Night\n\n${text}\n`))
    expect([...(candidates[0]?.cues ?? [])]).toContain(cue)
  })
})

describe('open claims', () => {
  const text = `# Night\n\nIn 1969 the mill of Ostrava sold 40,000 loaves a day ([report](https://mill.org/1969)). It sold 20,000 loaves in 1971, too.

In 1972 the mill of Ostrava sold 10,000 loaves a day to 300 shops. In 1973 the mill of Ostrava burned, and 40 bakers left.\n`

  it.each([
    ['before', (document: Document) => [document.openClaims, document.claims]],
    ['after', (document: Document) => [document.claims, document.openClaims].toReversed()]
  ])('are those that nothing in their paragraph covers, asked for %s all', (_name, ask) => {
    const [open = [], all = []] = ask(createDocument(text))
    expect(all.map(({reach}) => reach)).toEqual(['sentence', 'paragraph', 'section', 'section'])
    expect(open).toEqual(all.slice(2))
    // Each is judged once.
    expect(open.every((claim, index) => claim === all[index + 2])).toBe(true)
  })

  it('are none in another language', () => {
    const document = createDocument(text, undefined, {language: 'de'})
    expect(document.openClaims).toEqual([])
  })
})

describe('citations of claims', () => {
  /** How far the citation of the sentence that starts so stands. */
  function reach(text: string, start: string): string | undefined {
    const claim = find(createDocument(text), start)
    expect(claim, start).toBeDefined()
    expect(claim?.citation === undefined).toBe(claim?.reach === undefined)
    return claim?.reach
  }
  const link = '[the archive](https://a.org)'

  it.each([
    ['sentence', `The mill of Ostrava was built in 1890, says ${link}.`],
    ['paragraph', `Much is known from ${link}. It shows that the mill of Ostrava burned in 1890.`],
    ['section', `Much is known from ${link}. Anna Rossi bought the mill of Ostrava in 1890.`],
    ['section', `Much is known from ${link}.\n\nAnna Rossi bought the mill of Ostrava in 1890.`],
    [undefined, `Much is known from ${link}.\n\n## Later\n\nAnna Rossi bought the mill of Ostrava in 1890.`],
    ['paragraph', `As ${link} shows:\n\n- Anna Rossi bought the mill of Ostrava in 1890.`],
    ['section', `See ${link}. Then:\n\n- Anna Rossi bought the mill of Ostrava in 1890.`],
    [
      'paragraph',
      `“I ran,” Ann Lee told me. “The flood took the mill of Ostrava. Nobody in Moravia saw it in 1890.”`
    ]
  ])('stand in reach of %s in: %s', (expected, text) => {
    const start = /It shows|Nobody in|Anna Rossi|The mill/.exec(text)?.[0] ?? ''
    expect(reach(`The oven is warm and the bread is not.\n\n${text}\n`, start)).toBe(expected)
  })
})

describe('vague quantities and weasels', () => {
  function wordsOf(
    sentence: string
  ): [vague: string | undefined, weasel: string | undefined, form: string | undefined] {
    const text = `The oven is warm.\n\n${sentence}\n`
    const [claim] = claimsOf(text)
    return [
      claim?.vague && text.slice(...claim.vague),
      claim?.weasel && text.slice(...claim.weasel.range),
      claim?.weasel?.form
    ]
  }

  it.each([
    ['Brotfix sells millions of rolls to the towns of Moravia.', 'millions of rolls'],
    ['Brotfix sells a significant portion of its rolls to schools in Moravia.', 'a significant portion'],
    ['Brotfix sells a wide variety of rolls to schools in Moravia.', 'a wide variety of rolls'],
    ['Brotfix made massive profits in the towns of Moravia.', 'massive profits'],
    ['The new ovens of Brotfix drastically reduced the waste of flour.', 'drastically reduced'],
    ['Brotfix sends its orders to Ostrava in milliseconds.', 'in milliseconds'],
    ['Brotfix sold 40 of the millions of rolls of Moravia.', undefined],
    ['Anna Rossi told it thousands of times in Moravia.', undefined],
    ['Brotfix encrypts its recipes in Moravia at rest.', undefined]
  ])('names the words of size: %s', (sentence, words) => {
    expect(wordsOf(sentence)[0]).toBe(words)
  })

  it.each([
    ['Studies have consistently shown that rye keeps longer.', 'Studies have consistently shown', 'nobody'],
    ['Rye keeps longer, and most experts agree on that.', 'most experts agree', 'nobody'],
    ['It is widely believed that rye keeps longer.', 'It is widely believed', 'nobody'],
    ['According to recent research, rye keeps longer.', 'According to recent research', 'nobody'],
    ['Many people wonder whether rye keeps any longer.', 'Many people wonder', 'nobody'],
    [
      'The question of whether rye keeps longer arises frequently.',
      'question of whether rye keeps longer arises frequently',
      'nobody'
    ],
    ['A recent study found that rye keeps longer.', 'A recent study found', 'study'],
    ['According to one survey, rye keeps longer than wheat.', 'According to one survey', 'study']
  ])('hears %s', (sentence, words, form) => {
    expect(wordsOf(sentence).slice(1)).toEqual([words, form])
  })

  it.each([
    'Our studies show that rye keeps longer than wheat.',
    'User research shows that people want more rye bread.',
    'These studies show that rye keeps longer than wheat.',
    'In Denmark, Pew surveys show that rye keeps longer.',
    'The question of whether rye keeps longer was settled in 1890.',
    'We know experts agree that rye keeps longer.'
  ])('lets pass: %s', (sentence) => {
    expect(wordsOf(sentence).slice(1)).toEqual([undefined, undefined])
  })
})

it('judges the items of a list that lost its marks', () => {
  const text = `${titled}\n## At Night\n\nDough: Moves through massive networks.\n\nRolls: Uses ovens with sensors to bake instantly.\n\nCakes: Relies on depots of the company.\n`
  const items = claimsOf(text).filter(({sentence}) => /^(?:Dough|Rolls|Cakes):/.test(sentence.text))
  expect(items.length).toBe(3)
})

it('takes each sentence of a copied paragraph once', () => {
  const paragraph = profile.split('\n\n')[1] ?? ''
  const starts = claimsOf(`${titled}\n## Again\n\n${paragraph}\n`).map(({sentence}) => sentence.text)
  expect(new Set(starts).size).toBe(starts.length)
})
