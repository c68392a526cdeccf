import {describe, expect, it} from 'vitest'
import {escapeLine, escapeLines, withoutCommands} from '../src/reporters/escape.ts'

describe('what is hidden', () => {
  it.each([
    ['a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['a\nb\tc\r', 'a\\u{a}b\\u{9}c\\u{d}'],
    ['\u007f\u0085\u009f\u00a0', '\\u{7f}\\u{85}\\u{9f}\u00a0'],
    ['\u202ea\u2066b\u200e', '\\u{202e}a\\u{2066}b\\u{200e}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\u200b\u2060\u206f\ufeff', '\\u{200b}\\u{2060}\\u{206f}\\u{feff}'],
    ['\ud83d x \ude00', '\\u{d83d} x \\u{de00}'],
    ['\u{e0041}\u{e007f}', '\\u{e0041}\\u{e007f}'],
    ['a\ufe0f\ufe0e\u{e0100}', 'a\ufe0f\\u{fe0e}\\u{e0100}'],
    ['\u{1f3f4}\u{e0067}\u{e007f}', '\u{1f3f4}\\u{e0067}\\u{e007f}']
  ])('%j is shown', (text, shown) => {
    expect(escapeLine(text)).toBe(shown)
  })

  it.each([
    '',
    'plain – “text” …',
    'نص',
    '👩‍🌾 ❤️',
    'می‌خواهم',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'
  ])('%j stays', (text) => {
    expect(escapeLine(text)).toBe(text)
    expect(escapeLines(`${text}\r\n${text}\t${text}\n`)).toBe(`${text}\r\n${text}\t${text}\n`)
  })
})

describe('a line of a log', () => {
  it.each([
    ['::error::x', '\\u{3a}:error::x'],
    ['a\n \u001b[1;31m \u001b[0m::error::x', 'a\n \u001b[1;31m \u001b[0m\\u{3a}:error::x'],
    ['[31m::error::x', '[31m\\u{3a}:error::x'],
    ['\u0007::x', '\u0007\\u{3a}:x'],
    ['a ::b', 'a ::b'],
    [':b', ':b'],
    ['[x] ::b', '[x] ::b'],
    ['x ##[group]', 'x #\\u{23}[group]'],
    ['##vso[a]##TeamCity[b]', '#\\u{23}vso[a]#\\u{23}TeamCity[b]'],
    ['## A heading ##x[', '## A heading ##x[']
  ])('%j is no command', (text, shown) => {
    expect(withoutCommands(text)).toBe(shown)
  })
})
