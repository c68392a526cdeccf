import {lazy} from '../lazy.ts'

/** Words of a person's name: capitals, particles, initials. Up to five. */
const namePattern = lazy(
  () =>
    /^\p{Lu}[\p{L}'’.-]{0,30}(?: (?:(?:de|da|di|du|la|le|van|von|der|den|bin|al|el|of|y)|\p{Lu}[\p{L}'’.-]{0,30})){0,4}$/u
)

/** `Ann Lee`, `J. R. de la Cruz`: capitalised words that can be a name. */
export function isName(text: string): boolean {
  return text.length <= 60 && namePattern().test(text)
}

/** Whether a capital stands at a place. Asked of letters outside ASCII only, classes such as `\p{Lu}` are slow to look up. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // A letter outside the basic plane takes two places.
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.slice(at, at + 2))
}

const beyondAscii = /[^\0-\x7F]/

/** Lower case, letters and digits only, single blanks: for comparing a title with a line. */
export function normaliseLine(text: string): string {
  // Classes of all letters are slow to look up, and of most lines these are all.
  if (!beyondAscii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const small = new Set(
  'a an and as at but by for from in into nor of off on onto or over per so the to up via vs with yet is'.split(
    ' '
  )
)

/** A word that Title Case leaves in lower case. */
export function isSmallWord(word: string): boolean {
  return small.has(word)
}

/** Share of the words that a Title Case heading would capitalise and that are capitalised, 0-1. */
export function titleCaseShare(text: string): number {
  let open = 0
  let capitals = 0
  for (const word of text.split(/[\s/—–-]+/)) {
    const bare = word.replace(/^[^\p{L}\p{N}]+/u, '')
    if (bare === '' || (open > 0 && small.has(bare.toLowerCase().replace(/(?<!\P{L})\P{L}+$/u, '')))) continue
    open++
    if (/^[\p{Lu}\p{N}]/u.test(bare)) capitals++
  }
  return open === 0 ? 0 : capitals / open
}
