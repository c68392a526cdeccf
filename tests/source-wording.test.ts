import {describe, expect, it} from 'vitest'
import deadSource from '../rules/dead-source/rule.ts'
import redirectedSource from '../rules/redirected-source/rule.ts'
import {namePage} from '../src/sources/judging/standing.ts'
import {quoteAddress, quotePage} from '../src/sources/judging/wording.ts'
import {alive, dead, lintWith} from './setup/sources.ts'

describe('words of a page in a message', () => {
  it.each([
    ['stay as they are', 'The mill grinds.', 'The mill grinds.'],
    ['are on one line', ' The\n\tmill\u2028 grinds\r\n. ', 'The mill grinds .'],
    ['have no marks of control', 'The\u0000mill\u001B[31m', 'The mill [31m'],
    ['have no marks of direction', 'The \u202Emill\u2066\u200B\u00AD grinds', 'The mill grinds'],
    ['have no halves of characters', 'The \uD83Dmill', 'The mill'],
    ['do not end code', 'The `mill`', 'The ’mill’'],
    ['are cut at a word', 'The mill grinds rye', 'The mill grinds…'],
    ['are cut without punctuation', 'The mill grind, rye', 'The mill grind…'],
    ['are cut inside a word that is long', 'a'.repeat(40), `${'a'.repeat(16)}…`],
    ['are cut between characters', `${'a'.repeat(15)}${'\u{1F33E}'.repeat(9)}`, `${'a'.repeat(15)}…`]
  ])('%s', (_, text, expected) => {
    expect(quotePage(text, 17)).toBe(expected)
  })

  it('are not read further than they are shown', () => {
    expect(quotePage(`${' '.repeat(1000)}mill`, 20)).toBe('')
  })
})

describe('the name of a page', () => {
  it.each([
    [{title: 'The mill'}, '“The mill” (example.org, checked on 2026-11-20)'],
    [{}, 'example.org (checked on 2026-11-20)'],
    [{title: ' \n '}, 'example.org (checked on 2026-11-20)'],
    [{finalUrl: 'https://example.net/b'}, 'example.net (checked on 2026-11-20)'],
    [
      {title: `${'mill '.repeat(60)}`},
      `“${'mill '.repeat(15).trim()}…” (example.org, checked on 2026-11-20)`
    ],
    [{url: 'the mill'}, 'the mill (checked on 2026-11-20)']
  ])('of %j is %s', (fields, expected) => {
    expect(namePage(alive('https://example.org/a', fields))).toBe(expected)
  })
})

describe('fault 74: an address in a message', () => {
  it.each([
    ['https://аррӏе.example/old?ä#ö', 'https://xn--80ak6aa92e.example/old?ä#ö'],
    ['//BÜCHER.example/Straße', '//xn--bcher-kva.example/Straße'],
    ['HTTPS://bücher.example:8080', 'HTTPS://xn--bcher-kva.example:8080'],
    ['https://例え.example\\a', 'https://xn--r8jz45g.example\\a'],
    ['https://a。example/', 'https://a.example/'],
    ['https://example.org/аррӏе', 'https://example.org/аррӏе'],
    ['https://Example.org/A', 'https://Example.org/A'],
    ['https://[::1]/a', 'https://[::1]/a'],
    ['https://а b/', 'https://а b/'],
    ['аррӏе.example', 'аррӏе.example'],
    ['https://bücher.example/`a`\u202Eb', 'https://xn--bcher-kva.example/’a’b']
  ])('%s is shown as %s', (url, expected) => {
    expect(quoteAddress(url, 90)).toBe(expected)
  })

  it('has its host as punycode, whichever way it is dead or has moved', () => {
    const url = 'https://аррӏе.example/mills/report'
    const text = `# Mills\n\nEleven [mills](${url}#part) stand here.\n`
    const known = new URL(url).href
    const found = [
      ...lintWith(deadSource, text, [dead(known, 'gone')]),
      ...lintWith(deadSource, text, [alive(known, {fragments: ['part'], missingAnchors: ['part']})]),
      ...lintWith(redirectedSource, text, [
        alive(known, {finalUrl: new URL('https://еxample.org/mills').href, isMoved: true})
      ])
    ]
    expect(found.map(({messageId}) => messageId)).toEqual(['gone', 'anchor', 'moved'])
    for (const {reason, note = '', expected = []} of found) {
      expect(`${reason} ${note} ${expected.join(' ')}`).not.toMatch(/аррӏе|еxample/)
      expect(reason).toContain('xn--80ak6aa92e.example')
    }
  })
})
