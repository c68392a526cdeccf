import type {Word} from './model.ts'

/** One word each: "don't", "well-known", "3.5", "1,000"; so is one with a soft hyphen or a non-joiner. */
const word =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|(?:['’‐‑\u00ad\u200c-]|\u200d)(?=[\p{L}\p{N}])|(?<=\d)[.,](?=\d)){0,9999}/gu

/** Words of a text: letters and digits with inner apostrophes and hyphens, dots and commas between digits. */
export function splitWords(text: string): Word[] {
  let end = 0
  return (text.match(word) ?? []).map((value) => {
    const start = text.indexOf(value, end)
    end = start + value.length
    return {text: value, key: toKey(value), start, end}
  })
}

/** Number of words of a text, the length of `splitWords`, without building them. */
export function countWords(text: string): number {
  let count = 0
  for (word.lastIndex = 0; word.test(text); ) count++
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
  const lower = text.toLowerCase()
  for (let at = 0; at < lower.length; at++) if (lower.charCodeAt(at) > 127) return plain(lower)
  return lower
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC\uFF07]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u00AD', '')
}
