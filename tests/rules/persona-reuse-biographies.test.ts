import {describe, expect, it} from 'vitest'
import {type Biography, findBiographies} from '../../rules/persona-reuse/biographies.ts'
import rule from '../../rules/persona-reuse/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {lintSite} from '../setup/lint-site.ts'

const body =
  'The kiln is loaded in the evening and fired through the night, because the air is still then and the draught does not change.'
const bio = 'Mira Holt is a potter who brings eleven years of patience to the study of clay.'

const read = (text: string): Biography[] => findBiographies(createDocument(text))
const namesIn = (text: string): string[] => read(text).map(({name}) => name)
/** An article with a line above its last paragraphs, and one more far below. */
const below = (line: string, last = bio): string =>
  `# The kiln\n\n${body}\n\n${line}\n\n${last}\n${'\nThe ash is sieved twice and kept dry.\n'.repeat(5)}`

describe('the biographies of an article', () => {
  it.each([
    'About the authors',
    'Meet our writer',
    'Meet the writers',
    'About Author',
    '**About the Author:**',
    '— About the authors —',
    '## About the author'
  ])('stand below “%s”, however much follows', (line) => {
    const text = below(line)
    expect(read(text)).toEqual([
      {
        name: 'Mira Holt',
        words: 'is a potter who brings eleven years of patience to the study of clay',
        range: [text.indexOf(bio), text.indexOf(bio) + bio.length],
        job: 'potter'
      }
    ])
  })

  it.each([
    'What we know about the author',
    'About the authorities',
    'About authors of old',
    'Meet the author of the book',
    'Kiln about the author'
  ])('stand not below “%s”', (line) => {
    expect(namesIn(below(line))).toEqual([])
    expect(namesIn(below(`## ${line}`))).toEqual([])
  })

  it('stand in the author box, wherever its other lines are', () => {
    const box = (...lines: string[]): string =>
      `# The kiln\n\nBy Mira Holt\n\n${[body, ...lines].join('\n\n')}\n`
    expect(namesIn(box('M', 'Written by Mira Holt', `${bio} She lives in Bend, Oregon.`))).toEqual([
      'Mira Holt'
    ])
    // Of another than the one who signs: in the box, not before it.
    const other = bio.replace('Mira Holt', 'Jon Abel')
    expect(namesIn(box('Written by Mira Holt', other))).toEqual(['Jon Abel'])
    expect(namesIn(box(other, 'Written by Mira Holt'))).toEqual([])
    expect(namesIn(box(other))).toEqual([])
  })

  it('are of those who sign, among the last four paragraphs', () => {
    const signed = (by: string, after: number): string =>
      `---\n${by}\n---\n\n${body}\n\n${bio}\n${`\n${body}\n`.repeat(after)}`
    for (const by of [
      'author: Mira Holt',
      'author: MIRA HOLT',
      'authors: [Jon Abel, Mira Holt]',
      'author: {name: Mira Holt, site: x}',
      'authors: [{name: Mira Holt}]'
    ]) {
      expect(namesIn(signed(by, 3)), by).toEqual(['Mira Holt'])
    }
    expect(namesIn(signed('authors: [Jon Abel, Mira Holt]', 4))).toEqual([])
    for (const by of ['author: Jon Abel', 'title: Mira Holt', 'author: 7', 'author: {site: Mira Holt}'])
      expect(namesIn(signed(by, 0)), by).toEqual([])
    expect(namesIn(`# The kiln\n\nBy Mira Holt\n\n${body}\n\n${bio}\n`)).toEqual(['Mira Holt'])
  })

  it.each([
    ['one word of a name', 'Mira'],
    ['an office', 'Kiln Office'],
    ['a laboratory', 'Kiln Labs'],
    ['one laboratory', 'Kiln Lab'],
    ['a team', 'Kiln Team']
  ])('are not of %s', (_name, name) => {
    expect(namesIn(below('## About the author', bio.replace('Mira Holt', name)))).toEqual([])
  })

  it.each([
    'is',
    'was',
    'has',
    'writes',
    'covers',
    'works',
    'leads',
    'lives',
    'reports',
    'specializes',
    'brings'
  ])('go on with “%s” after the name', (verb) => {
    const words = `Dr. Mira Holt ${verb} in clay and ash and all that the potters of the coast know.`
    expect(namesIn(below('## About the author', words))).toEqual(['Mira Holt'])
    expect(namesIn(below('## About the author', words.replace(verb, `${verb}ters`)))).toEqual([])
    expect(namesIn(below('## About the author', words.replace(verb, 'once')))).toEqual([])
  })

  it('are compared without the name, pronouns and numbers', () => {
    const [one] = read(
      below('## About the author', 'Mira Holt has 12 kilns; she calls Holt’s dog hers, and his 7 cats.')
    )
    expect(one?.words).toBe('has 0 kilns they calls dog their and their 0 cats')
  })

  it('have eight words at least, 700 letters at most, and one for each name', () => {
    const seven = 'Mira Holt is a potter of the old coast.'
    expect(namesIn(below('## About the author', seven))).toEqual([])
    expect(namesIn(below('## About the author', seven.replace('old', 'old wide')))).toEqual(['Mira Holt'])
    const long = (length: number): string => `${bio} ${'clay '.repeat(200)}`.slice(0, length - 1).concat('.')
    expect(namesIn(below('## About the author', long(700)))).toEqual(['Mira Holt'])
    expect(namesIn(below('## About the author', long(701)))).toEqual([])
    const two = read(below('## About the author', `${bio}\n\n${bio.replace('eleven', 'seven')}`))
    expect(two.map(({words}) => words.includes('eleven'))).toEqual([true])
  })

  it.each([
    ['date: 2019-03-01', 2019],
    ['published: "2019"', 2019],
    ['pubDate: 1999-12-31', 1999],
    ['date: March 2019', undefined],
    ['date: 1819-03-01', undefined]
  ])('know the year of the article: %s', (field, year) => {
    expect(read(`---\n${field}\n---\n\n${below('## About the author')}`)[0]?.year).toBe(year)
  })

  it.each([
    ['is a board-certified surgeon at the mill, and writes of clay.', 'surgeon', undefined],
    ['works as our baker in the old town, where the oven is.', 'baker', undefined],
    ['has lived here since the flood and is fond of clay.', undefined, undefined],
    [
      'is a potter who lives in New Lund, Oregon, with two cats.',
      'potter',
      {town: 'New Lund', region: 'Oregon'}
    ],
    ['is a potter based in Bend, and writes of clay and ash.', 'potter', undefined]
  ])('tell the calling and the place: %s', (words, job, place) => {
    const [one] = read(below('## About the author', `Mira Holt ${words}`))
    expect(one).toBeDefined()
    expect(one?.job).toBe(job)
    expect(one?.place).toEqual(place)
  })
})

describe('persona-reuse', () => {
  const about = (...bios: string[]): string =>
    `# The kiln\n\n${body}\n\n## About the authors\n\n${bios.join('\n\n')}\n`

  it('compares in the order of the paths and places, whatever order the articles come in', () => {
    const [mira, jon, lena] = ['Mira Holt', 'Jon Abel', 'Lena Voss'].map((name) =>
      bio.replace('Mira Holt', name)
    )
    const own = `${mira}`
    const articles = {'c.md': about(`${lena}`), 'a.md': about(own, `${jon}`), 'b.md': about(`${jon}`)}
    const found = lintSite(rule, articles).map(({path, text, others}) => [path, text, others])
    expect(found).toEqual([
      ['a.md', jon, [`a.md: ${own}`]],
      ['c.md', lena, [`a.md: ${own}`]]
    ])
    const turned = Object.fromEntries(Object.entries(articles).reverse())
    expect(lintSite(rule, turned).map(({path, text, others}) => [path, text, others])).toEqual(found)
  })

  it('says nothing of an article as a whole where nobody is named', () => {
    expect(rule.isOfArticle).toBe(true)
    const document = createDocument(`# The kiln\n\n${body}\n`)
    expect(rule.collect?.(document, {})).toBeUndefined()
  })
})
