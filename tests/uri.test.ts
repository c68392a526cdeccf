import {describe, expect, it} from 'vitest'
import {isWebUrl, toUri} from '../src/reporters/uri.ts'

describe('a path as a URI', () => {
  it.each([
    ['a.md', 'a.md', true],
    ['posts/a b#1?.md', 'posts/a%20b%231%3F.md', true],
    ['::error::/a.md', '%3A%3Aerror%3A%3A/a.md', true],
    ['../a.md', '../a.md', true],
    ['x/C:/a.md', 'x/C%3A/a.md', true],
    ['half \uD83D.md', 'half%20%EF%BF%BD.md', true],
    ['half \uDE00 and 😀.md', 'half%20%EF%BF%BD%20and%20%F0%9F%98%80.md', true],
    ['/home/ann/ä.md', 'file:///home/ann/%C3%A4.md', false],
    ['C:/Users/Ann Lee/a.md', 'file:///C:/Users/Ann%20Lee/a.md', false],
    ['z:/a.md', 'file:///z:/a.md', false],
    ['C:a.md', 'C%3Aa.md', true]
  ])('%s', (path, uri, isRelative) => {
    expect(toUri(path)).toEqual({uri, isRelative})
  })
})

describe('an address', () => {
  it.each([
    'http://example.org',
    'https://example.org/a?b=1&c[]=2#d',
    "https://example.org/~ann/(x)'*+,;!$@:-_.%20"
  ])('can be shown as a link: %s', (url) => {
    expect(isWebUrl(url)).toBe(true)
  })

  it.each([
    'javascript:alert(1)//https://example.org',
    'see https://example.org',
    'https://example.org/a b',
    'https://example.org/"onclick',
    'https://example.org/<b>',
    'https://example.org/\n::error::',
    'https://example.org/`',
    'https://example.org/ä',
    'https://',
    'httpss://example.org',
    'https:/example.org',
    'ftp://example.org',
    'https://[x',
    ''
  ])('is not shown as a link: %s', (url) => {
    expect(isWebUrl(url)).toBe(false)
  })
})
