import type {Word} from '../model.ts'
import {capitalBit, halfLetters, hashOf, knownWord, longestKnown} from './known-words.ts'
import {unitAt} from './units.ts'
import {endOfWord, isInWord, startOfWord} from './word-ends.ts'

export {hashOf} from './known-words.ts'

/**
 * Words of a text: letters and digits with inner apostrophes and hyphens, dots and commas between digits. "don't",
 * "well-known", "3.5", "1,000" are one word each; so is one with a soft hyphen or a non-joiner.
 *
 * @param from `[from, to)` is the text; the places of the words count from there
 */
export function splitWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = []
  for (let start = startOfWord(text, from, to); start < to; ) {
    let low = 0
    let high = 0
    let end = start
    const first = unitAt(text, start)
    const hasCapital = first >= 65 && first <= 90
    if (hasCapital) {
      low = first & 31
      end++
    }
    const middle = start + halfLetters
    const last = Math.min(to, start + longestKnown)
    for (; end < last; end++) {
      const unit = unitAt(text, end)
      if (unit < 97 || unit > 122) break
      if (end < middle) low = (low << 5) | (unit & 31)
      else high = (high << 5) | (unit & 31)
    }
    // Most words are a few letters of ASCII and nothing else: they are known, or soon made.
    if (end > start && !isInWord(text, end, to)) {
      const known = knownWord(hasCapital ? low | capitalBit : low, high, text, start, end)
      const {text: word, key, hash} = known
      words.push({text: word, key, hash, start: start - from, end: end - from, known})
    } else {
      end = endOfWord(text, start, to, end)
      const word = text.slice(start, end)
      const key = toKey(word)
      words.push({
        text: word,
        key,
        hash: hashOf(key),
        start: start - from,
        end: end - from,
        known: undefined
      })
    }
    start = startOfWord(text, end, to)
  }
  return words
}

/** Number of words of a text, the length of `splitWords`, without building them. */
export function countWords(text: string): number {
  let count = 0
  for (let at = startOfWord(text, 0, text.length); at < text.length; count++) {
    at = startOfWord(text, endOfWord(text, at, text.length), text.length)
  }
  return count
}

/**
 * A text in lower case, its offsets unchanged. Matching it is much cheaper than an expression with the flags `iu`, whose
 * classes V8 folds when it is first used: a cold run over one article shows it (`npm run bench -- --start FILE`).
 */
export function toLowerCase(text: string): string {
  const lower = text.toLowerCase()
  // "İ" becomes two characters.
  return lower.length === text.length ? lower : text
}

/** A word as it is compared: `Today’s` and `today's` are one. */
export function toKey(text: string): string {
  let hasCapital = false
  let isCurly = false
  for (let at = 0; at < text.length; at++) {
    const unit = unitAt(text, at)
    // “don’t”: of all characters outside ASCII this one is in most words.
    if (unit === 0x2019) isCurly = true
    else if (unit > 127) return plain(text.toLowerCase())
    else if (unit >= 65 && unit <= 90) hasCapital = true
  }
  const key = isCurly ? text.replaceAll('\u2019', "'") : text
  return hasCapital ? key.toLowerCase() : key
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC\uFF07]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u00AD', '')
}
