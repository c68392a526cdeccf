import {describe, expect, it} from 'vitest'
import {namePage} from '../src/sources/standing.ts'
import {quotePage} from '../src/sources/wording.ts'
import {alive} from './setup/sources.ts'

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
