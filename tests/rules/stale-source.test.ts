import {describe, expect, it} from 'vitest'
import {articleDay, lastDay, yearsBefore} from '../../rules/stale-source/days.ts'
import rule from '../../rules/stale-source/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import type {SourceRecord} from '../../src/rule/index.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'
import {alive, dead, lintWith, said, shown} from '../setup/sources.ts'

const market = 'https://example.org/market'
const survey = 'https://example.net/survey'
const now = `Harrow currently grinds 32 percent of the rye of the country, according to [the guild](${market}).`
const both = `Harrow currently grinds 32 percent of the rye of the country, [says the guild](${market}), and [so says the survey](${survey}).`
const dated = (sentence: string, fields: Partial<SourceRecord>, url = market): SourceRecord =>
  alive(url, {statements: [said(sentence)], ...fields})
const lint = (sentence: string, records: readonly SourceRecord[], years?: number, head = '') =>
  lintWith(rule, `${head}# Rye\n\n${sentence}\n`, records, years === undefined ? undefined : {years})
const idsOf = (...args: Parameters<typeof lint>): string[] => lint(...args).map(({messageId}) => messageId)

describe('a source older than “currently”', () => {
  it('is told at the word', () => {
    const [message, ...more] = lint(now, [dated(now, {published: '2019-03-04', title: 'Markets'})])
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId: 'dated', text: 'currently', severity: 'warn'})
    expect(message?.reason).toContain('2019-03-04')
    expect(message?.note).toContain('Markets')
  })

  it.each([
    ['a day too old', {published: '2024-11-19'}, ['dated']],
    ['just young enough', {published: '2024-11-20'}, []],
    ['changed since', {published: '2019-03-04', updated: '2025-01-01'}, []],
    ['changed long ago', {published: '2010-03-04', updated: '2019-01-01'}, ['dated']],
    ['of a year that may be young enough', {published: '2024'}, []],
    ['of a year that is not', {published: '2023'}, ['dated']],
    ['of a month that may be', {published: '2024-11'}, []],
    ['of a month that is not', {published: '2024-10'}, ['dated']],
    ['without a date', {}, []],
    ['that can not be read', {published: '2019', isReadable: false}, []],
    ['about something else', {published: '2019', statements: [said(now, {}, {isElsewhere: true})]}, []]
  ] as const)('%s', (_, fields, expected) => {
    expect(idsOf(now, [dated(now, fields)])).toEqual(expected)
  })

  it('may be as old as the option says', () => {
    const record = dated(now, {published: '2019-03-04'})
    expect(idsOf(now, [record], 8)).toEqual([])
    expect(idsOf(now, [record], 7)).toEqual(['dated'])
    expect(idsOf(now, [dated(now, {published: '2026-05-19'})], 0.5)).toEqual(['dated'])
    expect(idsOf(now, [dated(now, {published: '2026-05-21'})], 0.5)).toEqual([])
    expect(idsOf(now, [dated(now, {published: '2026-11-19'})], 0)).toEqual(['dated'])
  })

  it.each([
    ['both old', {published: '2018'}, {published: '2019-03-04'}, ['2019-03-04']],
    ['one young', {published: '2018'}, {published: '2026'}, []],
    ['one without a date', {published: '2018'}, {}, []]
  ])('of two: %s', (_, first, second, expected) => {
    const found = lint(both, [dated(both, first), dated(both, second, survey)])
    expect(found.map(({reason}) => /20\d\d-\d\d-\d\d/.exec(reason)?.[0])).toEqual(expected)
  })

  it('of two, one that was not checked or is dead may be newer', () => {
    expect(idsOf(both, [dated(both, {published: '2018'})])).toEqual([])
    expect(idsOf(both, [dated(both, {published: '2018'}), dead(survey, 'gone')])).toEqual([])
  })

  it('is measured from the day of the article, where it has one', () => {
    const record = dated(now, {published: '2019-03-04'})
    expect(idsOf(now, [record], 2, '---\ndate: 2020-06-01\n---\n\n')).toEqual([])
    expect(idsOf(now, [record], 2, '---\ndate: 2020-06-01\nlastmod: 2025-06-01\n---\n\n')).toEqual(['dated'])
    // Not from one that is to come.
    expect(idsOf(now, [dated(now, {published: '2025-03-04'})], 2, '---\ndate: 2039-06-01\n---\n\n')).toEqual(
      []
    )
  })

  it('is measured from the year that the words name', () => {
    const of2019 = `As of 2019 Harrow grinds 32 percent of the rye of the country, according to [the guild](${market}).`
    expect(idsOf(of2019, [dated(of2019, {published: '2018-01-01'})])).toEqual([])
    expect(idsOf(of2019, [dated(of2019, {published: '2016-01-01'})])).toEqual(['dated'])
  })

  it('is no matter to a sentence about another time', () => {
    const then = `Harrow ground in 1890 no less than 32 percent of the rye of the country, according to [the guild](${market}).`
    expect(idsOf(then, [dated(then, {published: '2001'})])).toEqual([])
  })
})

describe('a source that was changed', () => {
  const guild = 'https://example.org/guild'
  const county = 'https://example.net/county'
  const flour = `Mills counted 4,310 tonnes of rye and 512 tonnes of oats, [says the report](${guild}), and [so says the county](${county}).`
  const alone = `Mills counted 4,310 tonnes of rye and 512 tonnes of oats, [says the report](${guild}).`
  const changed = (
    sentence: string,
    rye: 'supported' | 'contradicted' | 'absent',
    oats: 'supported' | 'absent',
    url = guild,
    lost = [{text: shown(sentence), on: '2026-02-01'}]
  ) => alive(url, {statements: [said(sentence, {figures: {'4,310 tonnes': rye, '512 tonnes': oats}})], lost})

  it('is told at what it does not have any more', () => {
    const [message, ...more] = lint(alone, [changed(alone, 'supported', 'absent')])
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId: 'changed', text: '512 tonnes', severity: 'warn'})
    expect(message?.note).toContain('2026-02-01')
    expect(lint(alone, [changed(alone, 'contradicted', 'absent')])).toMatchObject([{text: '4,310 tonnes'}])
  })

  it.each([
    ['it has all again', alone, [changed(alone, 'supported', 'supported')]],
    [
      'another sentence was lost',
      alone,
      [changed(alone, 'absent', 'absent', guild, [{text: 'Mills counted sheep.', on: '2026-02-01'}])]
    ],
    ['nothing was', alone, [changed(alone, 'absent', 'absent', guild, [])]],
    [
      'it is dead now',
      alone,
      [{...changed(alone, 'absent', 'absent'), state: 'dead', cause: 'gone'} as const]
    ],
    [
      'another source has it',
      flour,
      [changed(flour, 'absent', 'absent'), changed(flour, 'supported', 'supported', county, [])]
    ],
    [
      'two sources have it between them',
      flour,
      [changed(flour, 'absent', 'supported'), changed(flour, 'supported', 'absent', county, [])]
    ]
  ])('is silent where %s', (_, sentence, records) => {
    expect(idsOf(sentence, records)).toEqual([])
  })

  it('is told too where another source was not checked', () => {
    expect(idsOf(flour, [changed(flour, 'absent', 'absent')])).toEqual(['changed'])
  })

  it('keeps one finding for “currently” in the same sentence', () => {
    const sentence = `Mills currently count 4,310 tonnes of rye and 512 tonnes of oats, [says the report](${guild}).`
    expect(idsOf(sentence, [{...changed(sentence, 'absent', 'absent'), published: '2011'}])).toEqual([
      'changed'
    ])
  })
})

describe('days', () => {
  it.each([
    ['2021', '2021-12-31'],
    ['2021-03', '2021-03-31'],
    ['2021-03-04', '2021-03-04']
  ])('the last of %s is %s', (date, day) => {
    expect(lastDay(date)).toBe(day)
  })

  it.each([
    ['2026-11-20', 2, '2024-11-20'],
    ['2026-01-20', 0.25, '2025-10-20'],
    ['2026-12-20', 1, '2025-12-20'],
    ['2026-11-20', 0, '2026-11-20']
  ])('before %s by %d years is %s', (date, years, day) => {
    expect(yearsBefore(date, years)).toBe(day)
  })

  it.each([
    ['---\ndate: 2020-06-01T12:00:00Z\n---\n\n# A\n', 'a.md', '2020-06-01'],
    ['---\nupdated: "2021-06-01"\ndate: 2020-06-01\n---\n\n# A\n', 'a.md', '2021-06-01'],
    ['+++\ndate = 2020-06-01\n+++\n\n# A\n', 'a.md', '2020-06-01'],
    ['---\ndate: soon\n---\n\n# A\n', 'a.md', undefined],
    ['# A\n', 'posts/2019-05-06-rye.md', '2019-05-06'],
    ['# A\n', 'posts/12019-05-061.md', undefined],
    ['# A\n', undefined, undefined]
  ])('of %j in %s is %s', (text, path, day) => {
    expect(articleDay(createDocument(text, path))).toBe(day)
  })
})

it('keeps no facts of an article without a figure, quotation or “currently”, and asks for no page', () => {
  const plain = createDocument('# Rye\n\nThe mill stands by the river.\n', 'a.md')
  expect(rule.collect?.(plain, {}, sourceReader)).toBeUndefined()
  expect(
    rule.collect?.(
      createDocument(
        `# Mills\n\nThe mill of Anna Lindt in Harrow feeds the ovens of the villages around, [says the county](${market}).\n`,
        'a.md'
      ),
      {},
      sourceReader
    )
  ).toBeUndefined()
})

it('asks for the pages of each sentence', () => {
  const facts = rule.collect?.(createDocument(`# Rye\n\n${both}\n`, 'a.md'), {}, sourceReader)
  expect(rule.sourcesOf?.({path: 'a.md', facts: facts as never})).toMatchObject([
    {url: market, statement: {text: shown(both)}},
    {url: survey, statement: {text: shown(both)}}
  ])
  expect(facts).not.toHaveProperty('day')
})
