import type {Word} from './model.ts'
import {unitAt} from './units.ts'
import {endOfWord, isInWord, longestWord, startOfWord} from './word-ends.ts'

/**
 * Words of a text: letters and digits with inner apostrophes and hyphens, dots and commas between digits. "don't",
 * "well-known", "3.5", "1,000" are one word each; so is one with a soft hyphen or a non-joiner.
 *
 * @param from `[from, to)` is the text; the places of the words count from there
 */
export function splitWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = []
  for (let start = startOfWord(text, from, to); start < to; ) {
    let hash = 0
    let lastCapital = -1
    let end = start
    const last = Math.min(to, start + longestWord)
    for (; end < last; end++) {
      const unit = unitAt(text, end)
      if (unit >= 97 && unit <= 122) hash = mix(hash, unit)
      else if (unit >= 65 && unit <= 90) {
        hash = mix(hash, unit | 32)
        lastCapital = end
      } else break
    }
    // Most words are ASCII letters and nothing else: they are hashed on the way, and their key is soon made.
    if (end === start || isInWord(text, start, end, to)) {
      end = endOfWord(text, start, to, end)
      const word = text.slice(start, end)
      const key = toKey(word)
      words.push({text: word, key, hash: hashOf(key), start: start - from, end: end - from})
    } else {
      const word = text.slice(start, end)
      const key = lastCapital < 0 ? word : lastCapital > start ? word.toLowerCase() : uncapital(word)
      words.push({text: word, key, hash, start: start - from, end: end - from})
    }
    start = startOfWord(text, end, to)
  }
  return words
}

/** The lower case of a word of which the first letter alone is a capital: `toLowerCase` asks ICU where a unit has two bytes. */
function uncapital(word: string): string {
  return String.fromCharCode(unitAt(word, 0) | 32) + word.slice(1)
}

/** The hash of a key, 32 bits, as `splitWords` gives it. */
export function hashOf(key: string): number {
  let hash = 0
  for (let at = 0; at < key.length; at++) hash = mix(hash, unitAt(key, at))
  return hash
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15)
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
  for (let at = 0; at < text.length; at++) {
    const unit = unitAt(text, at)
    if (unit > 127) return plain(text.toLowerCase())
    if (unit >= 65 && unit <= 90) hasCapital = true
  }
  return hasCapital ? text.toLowerCase() : text
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC\uFF07]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u00AD', '')
}
