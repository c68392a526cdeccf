import {describe, expect, it} from 'vitest'
import {escapeText, tagOf, xmlDeclaration} from '../src/reporters/xml.ts'
import {readElements} from './setup/report.ts'

describe('text in XML', () => {
  it.each([
    ['a & b < c > d "e" \'f\'', 'a &amp; b &lt; c &gt; d "e" \'f\''],
    [']]>', ']]&gt;'],
    ['one\r\ntwo\tthree', 'one\r\ntwo\tthree'],
    ['::error::x', '&#58;:error::x'],
    ['a\n \t::error::x\n::warning::y', 'a\n \t&#58;:error::x\n&#58;:warning::y'],
    ['a\r\n::error::x', 'a\r\n&#58;:error::x'],
    ['\u00a0::error::x', '\u00a0&#58;:error::x'],
    ['std::vector and :one', 'std::vector and :one'],
    [':one', ':one'],
    ['x ##vso[y ##[z ## w', 'x #&#35;vso[y #&#35;[z ## w'],
    ['\ufffe\uffff\u0000\u001b', '\\u{fffe}\\u{ffff}\\u{0}\\u{1b}']
  ])('%j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })
})

describe('attributes', () => {
  it('are escaped between double quotes, and come back with their line ends', () => {
    const value = `a & b < c > "d" 'e'\r\n\tf`
    const tag = tagOf('error', {line: 3, message: value})
    expect(tag).toBe(
      'error line="3" message="a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;&#13;&#10;&#9;f"'
    )
    expect(readElements(`<${tag}/>`)[0]?.attributes.message).toBe(value)
  })

  it('hold no command, and nothing that XML can not hold', () => {
    expect(tagOf('a', {b: '##[x \ufffe\u0007'})).toBe('a b="#&#35;[x \\u{fffe}\\u{7}"')
  })

  it('without a value are left out', () => {
    expect(tagOf('a', {b: undefined, c: '', d: 0})).toBe('a c="" d="0"')
    expect(tagOf('a', {})).toBe('a')
  })
})

it('a document is in UTF-8, and says so', () => {
  expect(xmlDeclaration).toBe('<?xml version="1.0" encoding="UTF-8"?>')
})
