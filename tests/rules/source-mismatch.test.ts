import {describe, expect, it} from 'vitest'
import rule from '../../rules/source-mismatch/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'
import {alive, dead, lintWith, said, shown} from '../setup/sources.ts'

const tides = 'https://example.org/tides'
const moon = 'https://example.net/moon'
const one = `The mill of Anna Lindt in Harrow feeds the ovens of eleven villages, [says the county](${tides}).`
const two = `The mill of Anna Lindt in Harrow feeds the ovens of eleven villages, [says the county](${tides}), and [so says the guild](${moon}).`
const elsewhere = (url: string, sentence: string, isElsewhere = true) =>
  alive(url, {title: 'Tide tables', statements: [said(sentence, {}, isElsewhere ? {isElsewhere} : {})]})
const lint = (sentence: string, ...records: Parameters<typeof lintWith>[2]) =>
  lintWith(rule, `# Mills\n\n${sentence}\n`, records)

describe('source-mismatch', () => {
  it('stands on the citation, and shows the sentence', () => {
    const [message, ...more] = lint(one, elsewhere(tides, one))
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId: 'elsewhere', severity: 'warn', others: [`a.md: ${one}`]})
    expect(message?.text).toContain('says the county')
    expect(message?.reason).toContain('Harrow')
    expect(message?.note).toContain('Tide tables')
  })

  it('speaks once where all sources are about something else, and shows the others', () => {
    const [message, ...more] = lint(two, elsewhere(tides, two), elsewhere(moon, two))
    expect(more).toEqual([])
    expect(message?.others).toHaveLength(2)
    expect(message?.others[1]).toContain('so says the guild')
  })

  it.each([
    ['one source fits', two, [elsewhere(tides, two), elsewhere(moon, two, false)]],
    ['one was not checked', two, [elsewhere(tides, two)]],
    ['one is dead', two, [elsewhere(tides, two), dead(moon, 'gone')]],
    ['the page fits', one, [elsewhere(tides, one, false)]],
    ['nothing is known', one, []],
    ['the page could not be read', one, [{...elsewhere(tides, one), isReadable: false}]]
  ])('is silent where %s', (_, sentence, records) => {
    expect(lint(sentence, ...records)).toEqual([])
  })

  it('is silent where the sentence cites a book, too', () => {
    const book = '[^1]: Lindt, Mills of the Valley, Harrow Press 2011, p. 8.'
    const cited = `# Mills\n\n${one}[^1]\n\n${book}\n`
    expect(lintWith(rule, cited, [elsewhere(tides, one)])).toEqual([])
    expect(
      lintWith(rule, cited.replace(book, `[^1]: ${moon}`), [elsewhere(tides, one), elsewhere(moon, one)])
    ).toHaveLength(1)
  })

  it('is told of a sentence without figure and quotation, at the link that has a name', () => {
    const plain = `Otters came back to the upper Wendle after Lord Ferrow banned eel traps on [his estate at Cold Fell](${tides}).`
    expect(lint(plain, elsewhere(tides, plain))).toMatchObject([
      {messageId: 'elsewhere', text: 'his estate at Cold Fell'}
    ])
  })

  it('leaves a page that had it to the rule about changed pages', () => {
    const counted = `The mill of Anna Lindt in Harrow grinds 812 tonnes of rye, [says the county](${tides}).`
    const page = alive(tides, {
      statements: [said(counted, {figures: {'812 tonnes': 'absent'}}, {isElsewhere: true})]
    })
    expect(lint(counted, page)).toHaveLength(1)
    expect(lint(counted, {...page, lost: [{text: shown(counted), on: '2026-01-02'}]})).toEqual([])
  })
})

it('keeps no facts of an article without a name, and asks for no page', () => {
  const plain = createDocument('# Rye\n\nThe mill stands by the river.\n', 'a.md')
  expect(rule.collect?.(plain, {}, sourceReader)).toBeUndefined()
  expect(
    rule.collect?.(
      createDocument(
        `# Flour\n\nIn 2025 bakeries sold 32 percent of their rye bread, according to [the guild](${tides}).\n`,
        'a.md'
      ),
      {},
      sourceReader
    )
  ).toBeUndefined()
  expect(
    rule.collect?.(
      createDocument(
        `# Mills\n\nAnna Lindt of Harrow grinds 812 tonnes of rye [in her mill](${tides}).\n`,
        'a.md'
      ),
      {},
      sourceReader
    )
  ).toBeUndefined()
})

it('asks for the page with the sentence', () => {
  const facts = rule.collect?.(createDocument(`# Rye\n\n${one}\n`, 'a.md'), {}, sourceReader)
  expect(rule.sourcesOf?.({path: 'a.md', facts: facts as never})).toMatchObject([
    {url: tides, statement: {text: shown(one)}}
  ])
})

it('names up to three of the names', () => {
  const reasonOf = (sentence: string) => lint(sentence, elsewhere(tides, sentence))[0]?.reason
  const alone = `The mills of Harrow feed the ovens of eleven villages, [says the county](${tides}).`
  expect(reasonOf(alone)).toMatch(/about `Harrow`$/)
  const many = `The mills of Harrow, Lindby, Ostrow and Vaxholm feed the ovens of eleven villages, [says the county](${tides}).`
  expect(reasonOf(many)?.match(/`[^`]+`/g)).toHaveLength(3)
})

describe('a link that tells more about a thing', () => {
  it('counts where its words have a name', () => {
    const named = `[The mill of Anna Lindt](${tides}) in Harrow grinds 812 tonnes of rye.`
    expect(lint(named, elsewhere(tides, named))).toMatchObject([{messageId: 'elsewhere'}])
  })

  it('does not count where they have none, nor in another sentence', () => {
    const unnamed = `Anna Lindt of Harrow grinds 812 tonnes of rye [in her mill](${tides}).`
    expect(lint(unnamed, elsewhere(tides, unnamed))).toEqual([])
    const first = `In Harrow 812 tonnes of rye were ground in 2021, according to [Anna Lindt](${tides}).`
    const next = 'That was 32 percent more than Harrow had ground in 2020.'
    expect(
      lint(`${first} ${next}`, {
        ...elsewhere(tides, first),
        statements: [said(first), said(next, {}, {isElsewhere: true})]
      })
    ).toEqual([])
  })
})
