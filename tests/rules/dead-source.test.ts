import {describe, expect, it} from 'vitest'
import rule from '../../rules/dead-source/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {lintText} from '../../src/lint/index.ts'
import {checkSite} from '../../src/lint/site.ts'
import type {DeathCause} from '../../src/rule/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'
import {alive, dead, lintWith} from '../setup/sources.ts'
import {knownSources} from '../tools/known-sources.mjs'

const mill = 'https://example.org/mill'
const text = `# Bread\n\nIt starts at [the mill](${mill}).\n`

describe('a dead source', () => {
  it.each<[DeathCause, string, string]>([
    ['gone', 'gone', 'error'],
    ['no-host', 'host', 'error'],
    ['not-found-page', 'missing', 'error'],
    ['parked', 'parked', 'error'],
    ['home-page', 'home', 'warn'],
    ['certificate', 'certificate', 'warn'],
    ['redirect-loop', 'loop', 'warn']
  ])('by %s has its own message', (cause, messageId, severity) => {
    const {options} = readOptions(rule.options, undefined)
    const ruleset = {rules: [{rule, severity: 'error' as const, options}]}
    const {facts, directives} = lintText(text, {reader: sourceReader, path: 'a.md', ruleset})
    const article = {path: 'a.md', text: () => text, facts, ruleset, directives}
    const {messages} = checkSite([article], {sources: knownSources([dead(mill, cause)])})
    const [message, ...more] = messages.get('a.md') ?? []
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId, severity})
    expect(text.slice(message?.start, message?.end)).toBe(mill)
    expect(message?.reason).toContain(mill)
    expect(message?.note).toContain('2026-11-20')
    expect(message?.note).toContain(`https://web.archive.org/web/*/${mill}`)
    expect(message?.suggestions).toBeUndefined()
  })

  it('tells the status that the server gave, if any', () => {
    const reasonOf = (status?: number) =>
      lintWith(rule, text, [dead(mill, 'gone', status === undefined ? {} : {status})])[0]?.reason
    expect(reasonOf(410)).toContain('410')
    expect(reasonOf()).not.toMatch(/\d/)
  })

  it('is told at each place that cites it, in every article', () => {
    const other = `# Flour\n\nSee [it](${mill}#wheel) and [again](${mill}).\n`
    const found = lintWith(rule, {'a.md': text, 'b.md': other}, [dead(mill, 'gone')])
    expect(found.map(({path, text: at}) => [path, at])).toEqual([
      ['a.md', mill],
      ['b.md', `${mill}#wheel`],
      ['b.md', mill]
    ])
  })

  it('is told at most once where it is defined once', () => {
    const defined = `# Bread\n\nIt starts at [the mill][1], and ends at [the mill][1].\n\n[1]: ${mill}\n`
    const found = lintWith(rule, defined, [dead(mill, 'gone')])
    const places = found.map(({start}) => start)
    expect(new Set(places).size).toBe(places.length)
    expect(places.length).toBeGreaterThan(0)
  })

  it('is silenced by a comment', () => {
    const silenced = text.replace(
      'It',
      '<!-- articlelint-disable-next-line dead-source -- it was there -->\nIt'
    )
    expect(lintWith(rule, silenced, [dead(mill, 'gone')])).toEqual([])
  })

  it.each([
    'https://web.archive.org/web/2020/https://example.org/mill',
    'https://web.archive.org/web/2020/http://www.example.org/mill/',
    'https://archive.ph/2020/https://example.org/mill'
  ])('is left alone where %s is cited too', (copy) => {
    const cited = `# Bread\n\nIt starts at [the mill](${mill}) ([copy](${copy})).\n`
    expect(lintWith(rule, cited, [dead(mill, 'gone')])).toEqual([])
    const unrelated = cited.replace(copy, 'https://example.net/web/https://example.org/mill')
    expect(lintWith(rule, unrelated, [dead(mill, 'gone')])).toHaveLength(1)
  })

  it.each(['https://web.archive.org/web/2020/https://example.org/mill', `${mill}/${'a'.repeat(200)}`])(
    'names no place for copies of %s',
    (url) => {
      const [message] = lintWith(rule, text.replace(mill, url), [dead(url, 'gone')])
      expect(message?.messageId).toBe('gone')
      expect(message?.note).not.toContain('/web/*/')
      expect(message?.reason.length).toBeLessThan(250)
    }
  )

  it('in another language is dead too', () => {
    const german = `# Brot\n\nDas Korn kommt aus [der Mühle](${mill}), und die Leute aus dem Dorf holen es dort ab.\n`
    expect(lintWith(rule, german, [dead(mill, 'gone')])).toHaveLength(1)
  })
})

describe('nothing is said', () => {
  it.each([
    ['of what was not checked', []],
    ['of a page that answers', [alive(mill)]],
    ['of a page that could not be read', [alive(mill, {isReadable: false})]],
    ['of another dead page', [dead('https://example.org/mills', 'gone')]]
  ])('%s', (_, records) => {
    expect(lintWith(rule, text, records)).toEqual([])
  })
})

describe('an anchor that the page does not have', () => {
  const at = (hash: string) => `# Bread\n\nIt starts at [the mill](${mill}${hash}).\n`

  it('is a hint', () => {
    const record = alive(mill, {missingAnchors: ['wheel']})
    expect(lintWith(rule, at('#wheel'), [record])).toMatchObject([
      {messageId: 'anchor', severity: 'info', text: `${mill}#wheel`}
    ])
    expect(lintWith(rule, at('#stone'), [record])).toEqual([])
    expect(lintWith(rule, at(''), [record])).toEqual([])
  })

  it('is known in any spelling', () => {
    const record = alive(mill, {missingAnchors: ['mühle']})
    expect(lintWith(rule, at('#m%C3%BChle'), [record])).toHaveLength(1)
  })

  it('of a dead page is no matter', () => {
    const record = dead(mill, 'gone', {missingAnchors: ['wheel']})
    expect(lintWith(rule, at('#wheel'), [record])).toMatchObject([{messageId: 'gone'}])
  })
})

it('asks for every page with its fragment, and for no sentence', () => {
  const queries = rule.sourcesOf?.({path: 'a.md', facts: [{url: `${mill}#wheel`, range: [0, 1]}] as never})
  expect(queries).toEqual([{url: `${mill}#wheel`}])
})

it('keeps no facts of an article without a source, and asks for no page', () => {
  const plain = createDocument('# Rye\n\nThe mill stands by the river.\n', 'a.md')
  expect(rule.collect?.(plain, {}, sourceReader)).toBeUndefined()
})
