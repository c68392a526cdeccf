import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Spelling} from '../model.ts'

const blank = /[ \t\n\f\r]/
const numeric = /&#(?:x[0-9a-f]+|\d+);?/iy
const named = /&[a-z][a-z0-9]{1,31};?/iy

/**
 * How text stands in HTML: blanks collapse to one, character references may lack their semicolon, tags and comments
 * may stand between.
 */
export const htmlSpelling: Spelling = (value, source, [from, to], add) => {
  let at = 0
  let offset = from
  while (at < value.length && offset < to) {
    const length = countEqual(value, at, source, offset, to)
    if (length > 0) {
      add(value.slice(at, at + length), offset, offset + length)
      at += length
      offset += length
      continue
    }
    const character = source.charAt(offset)
    if (blank.test(character)) {
      const end = skipBlanks(source, offset, to)
      if (value[at] === ' ') {
        add(' ', offset, end)
        at++
      }
      offset = end
    } else if (character === '<' && /[a-z/!?]/i.test(source.charAt(offset + 1))) {
      offset = Math.min(skipMarkup(source, offset), to)
    } else {
      const reference = character === '&' ? readReference(source, offset, value, at) : undefined
      const piece = reference?.piece ?? (character === value[at] ? character : '')
      const end = Math.min(offset + (reference?.length ?? 1), to)
      if (piece !== '') add(piece, offset, end)
      at += piece.length
      offset = end
    }
  }
}

const tagOrComment = /<!--|<\/?[a-z][^<>]*>/gi

function withoutTags(source: string): string {
  let kept = ''
  let from = 0
  const lastEnd = source.lastIndexOf('-->')
  tagOrComment.lastIndex = 0
  for (let match = tagOrComment.exec(source); match; match = tagOrComment.exec(source)) {
    let end = tagOrComment.lastIndex
    if (match[0] === '<!--') {
      if (end > lastEnd) continue
      end = source.indexOf('-->', end) + 3
    }
    kept += source.slice(from, match.index)
    from = end
    tagOrComment.lastIndex = end
  }
  return kept + source.slice(from)
}

/** What a stretch of a page reads as: without tags and comments, its references decoded. */
export function readHtml(source: string): string {
  return decodeReferences(withoutTags(source))
}

/** Text of a page with the characters that its references stand for. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_whole, hex: string | undefined, digits: string) =>
      hex === undefined
        ? decodeNumericCharacterReference(digits, 10)
        : decodeNumericCharacterReference(hex, 16)
    )
    .replace(
      /&([a-z][a-z0-9]{1,31});/gi,
      (whole, name: string) => decodeNamedCharacterReference(name) || whole
    )
}

/** The stretch that is spelled the same in value and source, up to what may mean something else in the source. */
function countEqual(value: string, at: number, source: string, offset: number, to: number): number {
  let length = 0
  while (at + length < value.length && offset + length < to) {
    const character = source[offset + length]
    if (character !== value[at + length] || character === '&' || character === '<') break
    if (character === ' ' && blank.test(source.charAt(offset + length + 1))) break
    if (character === '\n' || character === '\t') break
    length++
  }
  return length
}

function skipBlanks(source: string, from: number, to: number): number {
  let at = from
  while (at < to && blank.test(source.charAt(at))) at++
  return at
}

/** The offset after a tag or comment that starts at `from`. */
function skipMarkup(source: string, from: number): number {
  const isComment = source.startsWith('<!--', from)
  const close = isComment ? source.indexOf('-->', from + 4) : findTagEnd(source, from)
  if (close < 0) return source.length
  return close + (isComment ? 3 : 1)
}

/** The `>` of a tag, not one in the value of an attribute. */
export function findTagEnd(source: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < source.length; at++) {
    const character = source.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at
    else if ((character === '"' || character === "'") && /[=\s]/.test(source.charAt(at - 1)))
      quote = character
  }
  return -1
}

/** The character reference at an offset, by what it became: HTML knows some without a semicolon, even inside words. */
function readReference(
  source: string,
  offset: number,
  value: string,
  at: number
): {piece: string; length: number} | undefined {
  numeric.lastIndex = offset
  const number = numeric.exec(source)?.[0]
  if (number !== undefined) {
    const character = String.fromCodePoint(value.codePointAt(at) as number)
    // A blank that collapsed with one before it leaves nothing.
    const isGone = /^&#(?:x0*(?:20|9|a|c|d)|0*(?:32|9|10|12|13));?$/i.test(number) && character !== ' '
    return {piece: isGone ? '' : character, length: number.length}
  }
  named.lastIndex = offset
  const name = named.exec(source)?.[0]
  if (name === undefined) return undefined
  for (let length = name.length; length > 2; length--) {
    const piece = decodeNamedCharacterReference(name.slice(1, length).replace(/;$/, ''))
    if (piece !== false && value.startsWith(piece, at)) return {piece, length}
  }
  return undefined
}
