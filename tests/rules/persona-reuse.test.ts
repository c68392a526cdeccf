import {describe, expect, it} from 'vitest'
import type {Biography} from '../../rules/persona-reuse/biographies.ts'
import {findContradiction} from '../../rules/persona-reuse/contradiction.ts'
import {createMatcher} from '../../rules/persona-reuse/matcher.ts'
import rule from '../../rules/persona-reuse/rule.ts'
import {lintSite} from '../setup/lint-site.ts'

const body =
  'The kiln is loaded in the evening and fired through the night, because the air is still then and the draught does not change.'

const about = (bio: string): string => `# The kiln at night\n\n${body}\n\n## About the author\n\n${bio}\n`
const boxed = (name: string, bio: string): string =>
  `The Kiln at Night and Why It Matters\n\nBy ${name} 20 Views\n\n${body}\n\n${name[0]}\n\nWritten by ${name}\n\n${bio}\n`
const signed = (name: string, bio: string, date = ''): string =>
  `---\ntitle: The kiln at night\nauthor: ${name}\n${date}---\n\n${body}\n\n${body}\n\n*${bio}*\n`

const lint = (articles: Readonly<Record<string, string>>): [id: string, path: string, at: string][] =>
  lintSite(rule, articles).map(({messageId, path, text: at}) => [messageId, path, at])

const bioOf = (name: string): string =>
  `${name} is a senior editor who brings eleven years of patience to the study of clay, and writes with a calm hand.`

describe('persona-reuse', () => {
  it.each([
    ['under “About the author”', about],
    ['in an author box', (bio: string) => boxed(bio.split(' ').slice(0, 2).join(' '), bio)],
    ['at the end of a signed article', (bio: string) => signed(bio.split(' ').slice(0, 2).join(' '), bio)]
  ])('finds one biography under two names %s', (_name, make) => {
    const one = bioOf('Mira Holt')
    const other = bioOf('Jon Abel').replace('eleven', 'seven')
    const [message, ...more] = lintSite(rule, {'a.md': make(one), 'b.md': make(other)})
    expect(more).toEqual([])
    expect(message).toMatchObject({ruleId: 'persona-reuse', messageId: 'copy', path: 'b.md', text: other})
    expect(message?.related).toMatchObject([{path: 'a.md'}])
    expect(message?.reason).toContain('Mira Holt')
  })

  it('says a pair of names once, and each further name', () => {
    const articles = {
      'a.md': about(bioOf('Mira Holt')),
      'b.md': about(bioOf('Jon Abel')),
      'c.md': about(bioOf('Jon Abel')),
      'd.md': about(bioOf('Mira Holt')),
      'e.md': about(bioOf('Lena Voss'))
    }
    expect(lint(articles).map(([id, path]) => [id, path])).toEqual([
      ['copy', 'b.md'],
      ['copy', 'e.md']
    ])
  })

  it.each([
    ['one person under many articles', bioOf('Mira Holt'), bioOf('Mira Holt')],
    [
      'a longer name of one person',
      bioOf('Mira Holt'),
      bioOf('Mira Holt-Abel').replace('Holt-Abel', 'Anne Holt')
    ],
    [
      'biographies of their own',
      bioOf('Mira Holt'),
      'Jon Abel is a senior editor who came to pottery late, after years at sea, and keeps bees in the yard.'
    ],
    [
      'biographies too short to tell',
      'Mira Holt is a writer from the coast.',
      'Jon Abel is a writer from the coast.'
    ],
    ['names of offices', bioOf('Kiln Magazine'), bioOf('Potters Studio')]
  ])('is silent about %s', (_name, one, other) => {
    expect(lint({'a.md': about(one), 'b.md': about(other)})).toEqual([])
  })

  it('reads no biography of whom the article is about', () => {
    const life = `# Two potters\n\n${body}\n\n${bioOf('Mira Holt')}\n`
    expect(lint({'a.md': life, 'b.md': life.replace('Mira Holt', 'Jon Abel')})).toEqual([])
  })

  const dentist = 'Mira Holt is a dentist with a practice of her own above the bakery in the old town.'
  const plumber = 'Mira Holt is a licensed plumber who mends boilers, and teaches the trade in winter.'

  it('finds two callings under one name', () => {
    const [message, ...more] = lintSite(rule, {
      'a.md': about(dentist),
      'b.md': about(plumber),
      'c.md': about(plumber)
    })
    expect(more).toEqual([])
    expect(message).toMatchObject({
      messageId: 'contradiction',
      path: 'b.md',
      text: plumber,
      related: [{path: 'a.md'}]
    })
    expect(message?.reason).toMatch(/plumber.*dentist/)
  })

  it('finds homes in two regions under one name', () => {
    const home = (place: string): string =>
      about(`Mira Holt writes about clay and kilns for several papers. She lives in ${place}, with two cats.`)
    expect(lint({'a.md': home('Bend, Oregon'), 'b.md': home('Macon, Georgia')}).map(([id]) => id)).toEqual([
      'contradiction'
    ])
    expect(lint({'a.md': home('Bend, Oregon'), 'b.md': home('Bend, OR')})).toEqual([])
    expect(lint({'a.md': home('Leeds, England'), 'b.md': home('York, United Kingdom')})).toEqual([])
    expect(lint({'a.md': home('Oakland, California'), 'b.md': home('Berkeley, California')})).toEqual([])
  })

  it.each([
    [
      'a second job',
      dentist,
      'Mira Holt is a writer who collects the stories of the old town and its bakery.'
    ],
    ['a job that the other mentions', dentist, `${plumber.slice(0, -1)}. Before that she was a dentist.`],
    [
      'the same calling',
      dentist,
      'Mira Holt is a retired dentist who now walks the coast path with her brother.'
    ]
  ])('takes %s for no contradiction', (_name, one, other) => {
    expect(lint({'a.md': about(one), 'b.md': about(other)})).toEqual([])
  })

  it('lets people change over the years', () => {
    const early = signed('Mira Holt', dentist, 'date: 2009-03-01\n')
    const late = signed('Mira Holt', plumber, 'date: 2021-03-01\n')
    expect(lint({'a.md': early, 'b.md': late})).toEqual([])
    expect(lint({'a.md': early, 'b.md': signed('Mira Holt', plumber, 'date: 2009-08-01\n')})).toHaveLength(1)
  })
})

describe('two biographies of one name', () => {
  const bio = (words: string, fields: Partial<Biography> = {}): Biography => ({
    name: 'Mira Holt',
    words,
    range: [0, words.length],
    ...fields
  })
  const at = (town: string, region: string, words = `lives in ${town} ${region}`.toLowerCase()) =>
    bio(words, {place: {town, region}})

  it.each([
    ['dentist', 'plumber'],
    ['vet', 'chef'],
    ['nurse', 'judge']
  ])('contradict each other as %s and %s', (job, other) => {
    const [one, two] = [bio(`is a ${job}`, {job}), bio(`is a ${other} here`, {job: other})]
    expect(findContradiction(one, two)).toEqual({what: job, other, place: two})
    expect(findContradiction({...one, year: 2020}, {...two, year: 2020})).toBeDefined()
    expect(findContradiction({...one, year: 2020}, two)).toBeDefined()
    expect(findContradiction({...one, year: 2020}, {...two, year: 2021})).toBeUndefined()
  })

  it.each([
    ['the same words', bio('is a nurse', {job: 'nurse'}), bio('is a nurse', {job: 'judge'})],
    ['the same calling', bio('is a nurse', {job: 'nurse'}), bio('is our nurse', {job: 'nurse'})],
    ['a job that is no calling', bio('is a nurse', {job: 'nurse'}), bio('is a writer', {job: 'writer'})],
    ['a word for both', bio('is a nurse and judges', {job: 'nurse'}), bio('is a judge', {job: 'judge'})],
    ['the stem of both', bio('is a nurse', {job: 'nurse'}), bio('is a judge in nursing', {job: 'judge'})],
    [
      'a longer word that ends like a calling',
      bio('is a nurse', {job: 'nurse'}),
      bio('is here', {job: 'prejudge'})
    ],
    [
      'a longer word that starts like one',
      bio('is a nurse', {job: 'nurse'}),
      bio('is here', {job: 'judges'})
    ],
    ['a calling that is not told', bio('is a nurse', {job: 'nurse'}), bio('is here')]
  ])('do not with %s', (_name, one, other) => {
    expect(findContradiction(one, other)).toBeUndefined()
    expect(findContradiction(other, one)).toBeUndefined()
  })

  it('may live in two places', () => {
    const [one, other] = [at('Bend', 'Oregon'), at('Lund', 'Scania')]
    expect(findContradiction(one, other)).toEqual({
      what: 'Bend, Oregon',
      other: 'Lund, Scania',
      place: other
    })
    expect(findContradiction(at('Bend', 'OR'), at('Reno', 'NV'))).toMatchObject({what: 'Bend, OR'})
    expect(findContradiction(at('Leeds', 'New England'), at('Bend', 'Oregon'))).toBeDefined()
    expect(findContradiction(at('Leeds', 'Europeland'), at('Bend', 'Oregon'))).toBeDefined()
  })

  it.each([
    ['one region', at('Bend', 'Oregon'), at('Salem', 'Oregon')],
    ['regions spelled in two ways', at('Oakland', 'California'), at('San Jose', 'CA')],
    ['a region within another', at('Leeds', 'England'), at('York', 'Yorkshire')],
    ['a region within a state', at('Leeds', 'USA'), at('Bend', 'Oregon')],
    ['a town named in the other', at('Bend', 'Oregon'), at('Lund', 'Scania', 'lives in lund once of bend')],
    ['a town that has the same name', at('New Lund', 'Oregon'), at('Lund', 'Scania')],
    ['a place that is not told', at('Bend', 'Oregon'), bio('lives here')]
  ])('do not contradict each other with %s', (_name, one, other) => {
    expect(findContradiction(one, other)).toBeUndefined()
    expect(findContradiction(other, one)).toBeUndefined()
  })

  const words = 'is an editor who writes of clay with a calm hand and a long breath'
  const any = () => true

  it('match by most of their words in a row', () => {
    const match = createMatcher<Biography>()
    const one = bio(words)
    expect(match(one, any)).toBeUndefined()
    expect(match(bio(words, {name: 'Jon Abel'}), any)).toBe(one)
    expect(match(bio(words.replace('breath', 'day'), {name: 'Lena Voss'}), any)).toBe(one)
    expect(match(bio(`${words} and more than that in his days`), any)).toBe(one)
    expect(match(bio('is an editor who writes of wood and of stone and has a boat'), any)).toBeUndefined()
    expect(match(bio(words), ({name}) => name === 'Jon Abel')).toMatchObject({name: 'Jon Abel'})
    expect(match(bio(words), () => false)).toBeUndefined()
  })

  it('match from seven in ten of the runs of the shorter one on', () => {
    // Ten runs of three words each.
    const list = 'a b c d e f g h i j k l'.split(' ')
    const madeOf = (shared: number): string =>
      [...list.slice(0, shared + 2), ...'1234567890'.slice(shared)].join(' ')
    for (const [shared, isFound] of [
      [6, false],
      [7, true],
      [8, true]
    ] as const) {
      const match = createMatcher<Biography>()
      const one = bio(list.join(' '))
      match(one, any)
      expect(match(bio(madeOf(shared), {name: 'Jon Abel'}), any), String(shared)).toBe(
        isFound ? one : undefined
      )
    }
    const match = createMatcher<Biography>()
    match(bio('ab c de f'), any)
    expect(match(bio('a bc d ef'), any)).toBeUndefined()
  })

  it('keep the first of the same words under the same name', () => {
    const match = createMatcher<Biography>()
    const [one, again] = [bio(words), bio(words)]
    match(one, any)
    match(again, any)
    const seen: Biography[] = []
    match(bio(words, {name: 'Jon Abel'}), (other) => {
      seen.push(other)
      return false
    })
    expect(seen).toEqual([one])
    expect(seen[0]).toBe(one)
  })

  it('are compared with 40 of the same words at most', () => {
    const match = createMatcher<Biography>()
    for (let index = 0; index < 60; index++) match(bio(words, {name: `N ${index}`}), () => false)
    let asked = 0
    match(bio(words, {name: 'Last'}), () => {
      asked++
      return false
    })
    expect(asked).toBe(40)
  })

  it('do not match by what everybody says', () => {
    const match = createMatcher<Biography>()
    for (let index = 0; index <= 41; index++)
      match(bio(`is an editor who writes of clay and ${`${index} `.repeat(9)}end`, {name: `N ${index}`}), any)
    expect(match(bio('is an editor who writes of clay', {name: 'Last'}), any)).toBeUndefined()
  })
})
