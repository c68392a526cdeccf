/** Where words end, by the kind of each character: a tenth of the time of an expression with Unicode classes. */
import {unitAt} from './units.ts'

const other = 1
const letter = 2
const digit = 3
const mark = 4
/** Apostrophes, hyphens and what joins letters invisibly: part of a word between two letters. */
const joiner = 5
/** A full stop or comma: part of a number between two digits. */
const point = 6
/** Chinese and Japanese: no blank parts words, so a few signs in a row are one. */
const sign = 7

/** Of each UTF-16 unit; 0 where it was not asked for yet. */
const kinds = new Uint8Array(0x10000)
fill(0, 0x7f, other)
fill(0x30, 0x39, digit)
fill(0x41, 0x5a, letter)
fill(0x61, 0x7a, letter)
fill(0xc0, 0x24f, letter)
kinds[0xd7] = kinds[0xf7] = other
// General punctuation: with these, most articles never compile the expressions below.
fill(0x2000, 0x206f, other)
fill(0xdc00, 0xdfff, other)
fill(0x3041, 0x30ff, sign)
fill(0x3400, 0x9fff, sign)
kinds[0x30fb] = other
for (const character of "'’‐‑\u00ad\u200c\u200d-") kinds[character.charCodeAt(0)] = joiner
for (const character of '.,') kinds[character.charCodeAt(0)] = point

function fill(from: number, to: number, kind: number): void {
  kinds.fill(kind, from, to + 1)
}

function classify(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return letter
  return /\p{M}/u.test(character) ? mark : other
}

/** A pair of surrogates has the kind of its character; a lone one is no part of a word. */
function kindAt(text: string, at: number, to: number): number {
  const unit = unitAt(text, at)
  const known = kinds[unit] ?? other
  if (known > 0) return known
  const isHigh = unit >= 0xd800 && unit <= 0xdbff
  if (isHigh) return isPair(text, at, to) ? classify(text.slice(at, at + 2)) : other
  const kind = classify(text.charAt(at))
  kinds[unit] = kind
  return kind
}

function isPair(text: string, at: number, to: number): boolean {
  return (unitAt(text, at) & 0xfc00) === 0xd800 && at + 1 < to && (unitAt(text, at + 1) & 0xfc00) === 0xdc00
}

/** Characters of a word; what is longer is cut. */
const longestWord = 10_000

/** Where the first word at or after `from` starts; `to` where there is none before it. */
export function startOfWord(text: string, from: number, to: number): number {
  let at = from
  while (at < to && !isLetter(text, at, to) && kinds[unitAt(text, at)] !== sign) at++
  return at
}

/** Whether a word that has nothing but letters up to `end` may go on there. */
export function isInWord(text: string, end: number, to: number): boolean {
  if (end >= to) return false
  const kind = kinds[unitAt(text, end)]
  // A point joins digits alone.
  if (kind === other || kind === point) return false
  return kind !== joiner || isLetter(text, end + 1, to)
}

/**
 * Where the word ends that starts at `start`, at `to` or before it.
 *
 * @param from up to here it has letters of ASCII alone
 */
export function endOfWord(text: string, start: number, to: number, from = start): number {
  if (kinds[unitAt(text, from)] === sign) return from > start ? from : endOfSigns(text, start, to)
  let at = from
  for (let left = longestWord - (from - start); left > 0 && at < to; left--) {
    const known = kinds[unitAt(text, at)] as number
    // Of no surrogate: that is known of its pair alone.
    if (known === letter || known === digit || known === mark) {
      at++
      continue
    }
    const kind = known === 0 ? kindAt(text, at, to) : known
    if (kind === letter || kind === mark) at += isPair(text, at, to) ? 2 : 1
    else if (kind === joiner ? isLetter(text, at + 1, to) : kind === point && isInNumber(text, at, to)) at++
    else break
  }
  return at
}

const firstChinese = 0x3400
const mostSigns = 12

/**
 * Where two signs meet tells whether a word ends between them: after two Chinese ones or eight Japanese ones, as a rule. What is
 * copied is cut alike wherever it stands, and after a change again from the next sign but one.
 */
function endOfSigns(text: string, start: number, to: number): number {
  const last = Math.min(to, start + mostSigns)
  let at = start + 1
  for (; at < last; at++) {
    const unit = unitAt(text, at)
    if (kinds[unit] !== sign) break
    const pair = Math.imul(Math.imul(unitAt(text, at - 1), 31) + unit, 0x9e3779b1) >>> 28
    if (pair < (unit < firstChinese ? 2 : 8)) break
  }
  return at
}

/** Or a digit. */
function isLetter(text: string, at: number, to: number): boolean {
  const kind = at < to ? kindAt(text, at, to) : other
  return kind === letter || kind === digit
}

function isInNumber(text: string, at: number, to: number): boolean {
  return at + 1 < to && kinds[unitAt(text, at - 1)] === digit && kinds[unitAt(text, at + 1)] === digit
}
