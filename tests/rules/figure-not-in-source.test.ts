import {describe, expect, it} from 'vitest'
import rule from '../../rules/figure-not-in-source/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {checkSite} from '../../src/lint/site.ts'
import type {CitedStatement, SourceRecord} from '../../src/rule/index.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'
import {alive, dead, lintWith, said, shown} from '../setup/sources.ts'
import {knownSources} from '../tools/known-sources.mjs'

const guild = 'https://example.org/guild'
const county = 'https://example.net/county'
const one = `The mills of Harrow grind 812 tonnes of rye in a year, [says the guild](${guild}).`
const two = `The mills of Harrow grind 812 tonnes of rye in a year, [says the guild](${guild}), and [so says the county](${county}).`
const wrong = {verdict: 'contradicted', closest: '821 t', passage: 'Mills grind 821 t of rye.'} as const

/** What each of the two pages has of the sentence with two sources. */
type Given = Parameters<typeof said>[1] | SourceRecord | undefined
const recordsOf = (sentence: string, ...given: readonly Given[]): SourceRecord[] =>
  given.flatMap((page, index) => {
    const url = index === 0 ? guild : county
    if (page === undefined) return []
    return 'url' in page ? [page] : [alive(url, {statements: [said(sentence, page)]})]
  })
const figures = (verdict: 'supported' | 'absent' | typeof wrong) => ({figures: {'812 tonnes': verdict}})
const idsOf = (sentence: string, ...given: readonly Given[]): string[] =>
  lintWith(rule, `# Rye\n\n${sentence}\n`, recordsOf(sentence, ...given)).map(({messageId}) => messageId)

describe('one source', () => {
  it('has another figure: an error at the figure, with what the page says', () => {
    const [message, ...more] = lintWith(rule, `# Rye\n\n${one}\n`, recordsOf(one, figures(wrong)))
    expect(more).toEqual([])
    expect(message).toMatchObject({
      messageId: 'contradicted',
      // As the rule is set: this run sets it to `warn`.
      severity: 'warn',
      text: '812 tonnes',
      actual: '812 tonnes',
      expected: ['821 t'],
      line: 3
    })
    expect(message?.reason).toContain('821 t')
    expect(message?.note).toContain('Mills grind 821 t of rye.')
    expect(message?.note).toContain('2026-11-20')
  })

  it('has none: at most a warning', () => {
    const site = lintWith(rule, `# Rye\n\n${one}\n`, recordsOf(one, figures('absent')))
    expect(site).toMatchObject([{messageId: 'absent', severity: 'warn', text: '812 tonnes'}])
    expect(site[0]?.expected).toBeUndefined()
  })

  it.each([
    ['it has the figure', figures('supported')],
    ['it was not checked', undefined],
    ['it is dead', dead(guild, 'gone')],
    ['it was fetched for other sentences only', alive(guild)],
    ['it could not be read', alive(guild, {isReadable: false, statements: [said(one, figures('absent'))]})],
    ['its verdicts lack the figure', {figures: {}}],
    [
      'its page was changed',
      alive(guild, {
        statements: [said(one, figures('absent'))],
        lost: [{text: shown(one), on: '2026-01-02'}]
      })
    ],
    [
      'it is about something else',
      alive(guild, {
        statements: [said(one, figures('absent'), {isElsewhere: true})]
      })
    ]
  ])('is silent where %s', (_, given) => {
    expect(idsOf(one, given)).toEqual([])
  })
})

describe('two sources', () => {
  it.each([
    ['one has it', [figures('supported'), figures('absent')], []],
    ['one has it, one has another', [figures(wrong), figures('supported')], []],
    ['one has another, one was not checked', [figures(wrong), undefined], []],
    ['one has another, one is dead', [figures(wrong), dead(county, 'parked')], []],
    ['one has none, one was not checked', [figures('absent'), undefined], []],
    ['both have none', [figures('absent'), figures('absent')], ['absent']],
    ['one has none, one has another', [figures('absent'), figures(wrong)], ['contradicted']],
    ['both have another', [figures(wrong), figures(wrong)], ['contradicted']],
    [
      'one is about something else, one has none',
      [alive(guild, {statements: [said(two, figures('absent'), {isElsewhere: true})]}), figures('absent')],
      ['absent']
    ],
    [
      'one lost it, one has it',
      [
        alive(guild, {
          statements: [said(two, figures('absent'))],
          lost: [{text: shown(two), on: '2026-01-02'}]
        }),
        figures('supported')
      ],
      []
    ]
  ])('%s', (_, given, expected) => {
    expect(idsOf(two, ...given)).toEqual(expected)
  })

  it('that are one page count once', () => {
    const twice = `The mills of Harrow grind 812 tonnes of rye in a year, [says the guild](${guild}#a), and [says it again](${guild}#b).`
    const [message] = lintWith(rule, `# Rye\n\n${twice}\n`, recordsOf(twice, figures('absent')))
    expect(message?.messageId).toBe('absent')
    expect(message?.note).not.toMatch(/ more\b/)
  })
})

describe('several articles', () => {
  const records = recordsOf(one, figures(wrong))

  it('that say the same with the same source are each told', () => {
    const site = {'a.md': `# Rye\n\n${one}\n`, 'b/c.md': `# Flour\n\nMore.\n\n${one}\n`, 'd.md': '# None\n'}
    expect(lintWith(rule, site, records).map(({path, text}) => [path, text])).toEqual([
      ['a.md', '812 tonnes'],
      ['b/c.md', '812 tonnes']
    ])
  })

  it('may silence it by a comment', () => {
    const text = `# Rye\n\n<!-- articlelint-disable-next-line figure-not-in-source -- told by the guild on the telephone -->\n${one}\n`
    expect(lintWith(rule, text, records)).toEqual([])
  })

  it('keep the name of a finding when the page or the text around changes', () => {
    const other = recordsOf(one, {
      figures: {'812 tonnes': {verdict: 'contradicted', closest: '900 t', passage: 'It is 900 t.'}}
    })
    const [first] = lintWith(rule, `# Rye\n\n${one}\n`, records)
    const [second] = lintWith(rule, `# Rye\n\nMore of it.\n\n${one}\n`, other)
    expect(first?.fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect(second?.fingerprint).toBe(first?.fingerprint)
  })
})

it('asks for the page once a source, with the sentence', () => {
  const [statement] = collect(two)
  expect(rule.sourcesOf?.({path: 'a.md', facts: [statement] as never})).toMatchObject([
    {url: guild, statement: {text: shown(two), figures: [{text: '812 tonnes'}]}},
    {url: county, statement: {text: shown(two)}}
  ])
})

it('of a source in a neighbouring sentence, says only what contradicts', () => {
  const [statement] = collect(one)
  const judged = (given: Given): string[] => {
    const facts = {[rule.id]: [{...statement, isNear: true}]}
    const ruleset = {rules: [{rule, severity: 'error' as const, options: {}}]}
    const article = {path: 'a.md', text: () => `# Rye\n\n${one}\n`, facts, ruleset, directives: []}
    const {messages} = checkSite([article], {sources: knownSources(recordsOf(one, given))})
    return [...messages.values()].flat().map(({messageId, severity}) => `${messageId} ${severity}`)
  }
  expect(judged(figures('absent'))).toEqual([])
  expect(judged(figures(wrong))).toEqual(['contradicted error'])
})

it('shows words of a page on one line, short, without marks that hide', () => {
  const hostile = {
    verdict: 'contradicted',
    closest: `8\u202E21\u0000\`t\`\n${'x '.repeat(400)}`,
    passage: `\u001B[31mMills\u2028${'grind '.repeat(400)}`
  } as const
  const [message] = lintWith(rule, `# Rye\n\n${one}\n`, [
    alive(guild, {
      title: `Guild\u0007\n${'a'.repeat(5000)}`,
      statements: [said(one, figures(hostile as never))]
    })
  ])
  const words = `${message?.reason}${message?.note}${message?.expected}`
  expect(words).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u)
  expect(message?.reason.match(/`/g)).toHaveLength(4)
  expect(words.length).toBeLessThan(700)
})

function collect(sentence: string): readonly CitedStatement[] {
  let found: readonly CitedStatement[] = []
  lintWith(
    {
      ...rule,
      collect: (document, options) => (found = rule.collect?.(document, options, sourceReader) as never)
    },
    `# Rye\n\n${sentence}\n`,
    []
  )
  return found
}

it('keeps no facts of an article without a figure, and asks for no page', () => {
  const plain = createDocument('# Rye\n\nThe mill stands by the river.\n', 'a.md')
  expect(rule.collect?.(plain, {}, sourceReader)).toBeUndefined()
  expect(
    rule.collect?.(
      createDocument(
        `# Flour\n\nThe keeper writes that “the flour must rest for two nights” in [his report](${guild}).\n`,
        'a.md'
      ),
      {},
      sourceReader
    )
  ).toBeUndefined()
})
