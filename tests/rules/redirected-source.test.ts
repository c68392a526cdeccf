import {describe, expect, it} from 'vitest'
import deadSource from '../../rules/dead-source/rule.ts'
import {newAddress, spellAddress} from '../../rules/redirected-source/moves.ts'
import rule from '../../rules/redirected-source/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'
import {alive, dead, lintWith} from '../setup/sources.ts'

const old = 'https://example.org/mills'
const moved = (finalUrl: string, url = old) => alive(url, {finalUrl, isMoved: true})
const textOf = (url: string) => `# Mills\n\nEleven mills are [counted](${url}) in the valley.\n`

describe('a source that moved for good', () => {
  it('is told at its address, with the new one as a suggestion that keeps the fragment', () => {
    const text = textOf(`${old}#Harrow%20East`)
    const [message, ...more] = lintWith(rule, text, [moved('https://example.net/valley/mills')])
    const to = 'https://example.net/valley/mills#Harrow%20East'
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId: 'moved', text: `${old}#Harrow%20East`, expected: [to]})
    expect(message?.note).toContain('2026-11-20')
    const [edit] = message?.suggestions?.[0]?.edits ?? []
    expect(edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(textOf(to))
    expect(message?.fix).toBeUndefined()
  })

  it('is told in every article, and once where it is defined once', () => {
    const defined = `# Mills\n\n[These][1] and [those][1] are counted.\n\n[1]: ${old}\n`
    const found = lintWith(rule, {'a.md': textOf(old), 'b.md': defined}, [moved('https://example.net/m')])
    const places = found.map(({path, start}) => `${path}:${start}`)
    expect(new Set(places).size).toBe(places.length)
    expect(new Set(found.map(({path}) => path))).toEqual(new Set(['a.md', 'b.md']))
  })

  it.each([
    ['the way is not for good', alive(old, {finalUrl: 'https://example.net/m'})],
    ['it leads nowhere else', alive(old, {isMoved: true})],
    ['it is dead', dead(old, 'home-page', {finalUrl: 'https://example.org/', isMoved: true})],
    ['it was not checked', alive('https://example.org/other')]
  ])('nothing is said where %s', (_, record) => {
    expect(lintWith(rule, textOf(old), [record])).toEqual([])
  })

  it('has no suggestion where the new address can not be spelled', () => {
    const [message] = lintWith(rule, textOf(old), [moved('https://example.net/m?a=1&copy;=2')])
    expect(message).toMatchObject({messageId: 'moved'})
    expect(message?.suggestions).toBeUndefined()
  })

  it('is left to dead-source where the page has no such anchor: one defect, one finding', () => {
    const record = {...moved('https://example.net/m'), missingAnchors: ['Harrow East']}
    const anchored = textOf(`${old}#Harrow%20East`)
    expect(lintWith(rule, anchored, [record])).toEqual([])
    expect(lintWith(deadSource, anchored, [record])).toMatchObject([{messageId: 'anchor'}])
    for (const text of [textOf(old), textOf(`${old}#Lindby`)]) {
      expect(lintWith(rule, text, [record])).toMatchObject([{messageId: 'moved'}])
      expect(lintWith(deadSource, text, [record])).toEqual([])
    }
  })

  it('is silenced by a comment', () => {
    const silenced = textOf(old).replace(
      'Eleven',
      '<!-- articlelint-disable-next-line redirected-source -->\nEleven'
    )
    expect(lintWith(rule, silenced, [moved('https://example.net/m')])).toEqual([])
  })
})

describe('a new address', () => {
  it.each([
    ['https://example.org/mills', 'https://example.org/valley/mills'],
    ['http://example.org/mills', 'https://example.net/mills'],
    ['//example.org/mills', 'https://example.org/all-mills'],
    ['https://example.org/', 'https://example.net/'],
    ['https://example.org/mills?page=2', 'https://example.org/mills?part=2'],
    ['https://example.org/latest-news/mills', 'https://example.org/news/mills']
  ])('of %s is %s', (from, to) => {
    expect(newAddress(from, to)).toBe(to)
  })

  it.each([
    ['another scheme', 'http://example.org/mills', 'https://example.org/mills'],
    ['`www.`', 'https://example.org/mills', 'https://www.example.org/mills'],
    ['no `www.`', 'https://www.example.org/mills', 'https://example.org/mills'],
    ['a slash', 'https://example.org/mills', 'https://example.org/mills/'],
    ['no file name', 'https://example.org/mills/index.html', 'https://example.org/mills/'],
    ['another case', 'https://example.org/Mills', 'https://example.org/mills'],
    ['another spelling', 'https://example.org/m%C3%BChle', 'https://example.org/mühle'],
    ['broken codes', 'https://example.org/100%', 'https://example.org/100%/'],
    ['a fragment', 'https://example.org/mills', 'https://example.org/mills#top'],
    ['a scheme that is less safe', 'https://example.org/mills', 'http://example.net/mills'],
    ['a home page', 'https://example.org/mills', 'https://example.net/'],
    ['the section above', 'https://example.org/news/2019/mills', 'https://example.org/news/'],
    ['a login', 'https://example.org/mills', 'https://example.org/account/login'],
    ['a consent page', 'https://example.org/mills', 'https://consent.example.org/consent?x=1'],
    ['a session', 'https://example.org/mills', 'https://example.net/mills?sid=12'],
    ['a campaign', 'https://example.org/mills', 'https://example.net/mills?utm_source=x'],
    ['no web address', 'https://example.org/mills', 'ftp://example.org/mills'],
    ['no address', 'https://example.org/mills', 'nowhere'],
    ['a page of a file', 'file:///mills', 'https://example.org/mills']
  ])('is not one with %s', (_, from, to) => {
    expect(newAddress(from, to)).toBeUndefined()
  })

  it.each([
    'https://doi.org/10.1000/182',
    'https://www.doi.org/10.1000/182',
    'https://hdl.handle.net/2027/42',
    'https://web.archive.org/web/2020/https://example.org/',
    'https://youtu.be/abc',
    'https://bit.ly/abc',
    'https://docs.example.org/latest/guide',
    'https://docs.example.org/stable/',
    'https://example.org/ark:/12345/abc',
    'https://example.org/permalink/77',
    'https://example.org/?p=77'
  ])('is not asked of %s, which leads on by design', (from) => {
    expect(newAddress(from, 'https://example.net/somewhere/else')).toBeUndefined()
  })
})

describe('an address in a source', () => {
  it('has no mark of Markdown, HTML, YAML or MDX', () => {
    const url = `https://example.net/a_(b)[c]{d}'"\`*|<e>\\f g`
    const spelled = spellAddress(url) ?? ''
    expect(spelled).not.toMatch(/[()[\]{}'"`*|<>\\\s]/)
    expect(decodeURIComponent(spelled)).toBe(url)
  })

  it.each([
    'https://user:word@example.net/a',
    'https://[::1]/a',
    'https://example.net/?a=1&lt;=2',
    'https://example.net/?a=1&#35;=2',
    `https://example.net/${'a'.repeat(1000)}`
  ])('is none of %s', (url) => {
    expect(spellAddress(url)).toBeUndefined()
  })

  it('keeps what an address may have', () => {
    const url = 'https://example.net/a-b_c~d/?e=f&g=%20h#i'
    expect(spellAddress(url)).toBe(url)
  })
})

it('keeps no facts of an article without a source, and asks for no page', () => {
  const plain = createDocument('# Rye\n\nThe mill stands by the river.\n', 'a.md')
  expect(rule.collect?.(plain, {}, sourceReader)).toBeUndefined()
})

it('asks for every page', () => {
  const facts = [{url: `${old}#a`, range: [0, 1]}] as never
  expect(rule.sourcesOf?.({path: 'a.md', facts})).toEqual([{url: `${old}#a`}])
})
