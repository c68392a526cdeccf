import type {Document} from '../model.ts'
import type {Tokens} from './tokens.ts'
import {word} from './words.ts'

/** What an article is about, and how it speaks, as far as its words show. Shares are of its sentences, 0-1. */
export interface Topic {
  /** For each word of a sentence whether it is a name: capitalised, and not merely the first of its sentence. */
  namesOf(tokens: Tokens): readonly boolean[]
  /** A name that the title is about. */
  isTopic(lower: string): boolean
  /** A name that stands again and again, in the title or not. */
  isSubject(lower: string): boolean
  /** A name that the article speaks of as "we". */
  isOwnHouse(lower: string): boolean
  readonly firstPerson: number
  readonly secondPerson: number
  /** With a year. */
  readonly years: number
  /** In the past tense. */
  readonly past: number
  readonly health: number
  readonly law: number
  /** Names, a sentence. */
  readonly names: number
}

/** How often a word stands in mid-sentence with a capital, without one, and beside "we". */
interface Spelling {
  capital: number
  /** As the first word of a sentence. */
  opening: number
  small: number
  beside: number
}

/** "1969", "1990s", "1804–1807" */
export function isYear(lower: string): boolean {
  if (lower.length < 4 || lower.charCodeAt(0) > 50) return false
  return /^(?:1\d|20)\d\d(?:s|[–-]\d\d(?:\d\d)?)?$/.test(lower)
}

/** "acme's" → "acme" */
export function stemOf(lower: string): string {
  return lower.endsWith("'s") || lower.endsWith('’s') ? lower.slice(0, -2) : lower
}

const plural = new Set([
  'we',
  'us',
  'our',
  'ours',
  "we're",
  "we've",
  "we'll",
  "we'd",
  'we’re',
  'we’ve',
  'we’ll',
  'we’d'
])

/** Reads the topic from the words of all sentences. */
export function readTopic(document: Document, all: readonly Tokens[]): Topic {
  const spellings = new Map<string, Spelling>()
  const of = (stem: string): Spelling => {
    const known = spellings.get(stem)
    if (known) return known
    const spelling = {capital: 0, opening: 0, small: 0, beside: 0}
    spellings.set(stem, spelling)
    return spelling
  }
  const sums = {
    firstPerson: 0,
    secondPerson: 0,
    years: 0,
    past: 0,
    health: 0,
    law: 0,
    names: 0
  }
  for (const tokens of all) {
    const {lower, shapes, bits, all: whole} = tokens
    if (whole & word.first) sums.firstPerson++
    if (whole & word.second) sums.secondPerson++
    if (whole & word.health) sums.health++
    if (whole & word.law) sums.law++
    const hasWe = (whole & word.first) !== 0 && lower.some((text) => plural.has(text))
    let hasYear = false
    let hasPast = false
    for (let index = 0; index < lower.length; index++) {
      const shape = shapes[index]
      const text = lower[index] ?? ''
      const own = bits[index] ?? 0
      if (shape === 'number') hasYear ||= isYear(text)
      else if (shape === 'lower') {
        of(text).small++
        hasPast ||= (own & word.past) !== 0
      } else if (index > 0 && !(own & word.first)) {
        const spelling = of(stemOf(text))
        spelling.capital++
        if (hasWe) spelling.beside++
        sums.names++
      } else if (own === 0) {
        const spelling = of(stemOf(text))
        spelling.opening++
        if (hasWe) spelling.beside++
      }
    }
    if (hasYear) sums.years++
    if (hasPast) sums.past++
  }
  const count = Math.max(1, all.length)
  for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] /= count
  const title = titleNames(document)
  const isName = (tokens: Tokens, index: number): boolean => {
    const shape = tokens.shapes[index]
    if (shape !== 'capital' && shape !== 'acronym') return false
    const bits = tokens.bits[index] ?? 0
    if (bits & (word.first | word.month | word.opener)) return false
    const stem = stemOf(tokens.lower[index] ?? '')
    const {capital = 0, small = 0} = spellings.get(stem) ?? {}
    if (index > 0) return small <= capital
    // The first word of a sentence is a name when it is one elsewhere.
    return shape === 'acronym' || (bits === 0 && (capital > small || (small === 0 && title.has(stem))))
  }
  const names = new Map(all.map((tokens) => [tokens, tokens.lower.map((_, index) => isName(tokens, index))]))
  return {
    ...sums,
    namesOf: (tokens) => names.get(tokens) ?? [],
    isTopic(lower) {
      const stem = stemOf(lower)
      if (!title.has(stem)) return false
      const {capital = 0, opening = 0, small = 0} = spellings.get(stem) ?? {}
      return capital > small ? capital + opening >= 2 : small === 0 && opening >= 2
    },
    isSubject(lower) {
      const {capital = 0, opening = 0, small = 0} = spellings.get(stemOf(lower)) ?? {}
      const often = capital + opening
      return small <= capital && often >= 4 && often >= count * 0.15
    },
    isOwnHouse(lower) {
      const {beside = 0, capital = 0} = spellings.get(stemOf(lower)) ?? {}
      return beside >= 2 && beside * 4 >= capital
    }
  }
}

/** Capitalised words of the title, in lower case. */
function titleNames(document: Document): Set<string> {
  const names = new Set<string>()
  for (const text of document.title?.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []) {
    if (text !== text.toLowerCase()) names.add(stemOf(text.toLowerCase().replace(/[.-]+$/, '')))
  }
  return names
}
