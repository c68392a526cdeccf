import {word} from './claim-words.ts'
import type {Tokens} from './claim-tokens.ts'
import type {Document} from './model.ts'

/** What an article is about, and how it speaks, as far as its words show. */
export interface Topic {
  /** A name: a capitalised word that is not merely the first of its sentence. */
  isName(tokens: Tokens, index: number): boolean
  /** A name that the title is about. */
  isTopic(lower: string): boolean
  /** Share of the sentences with a word in the first person, 0-1. */
  readonly firstPerson: number
  readonly secondPerson: number
  /** Share of sentences with "he" or "she". */
  readonly thirdPerson: number
  /** Names in mid-sentence, a sentence. */
  readonly names: number
  /** Share of sentences with a year. */
  readonly years: number
  /** Share of sentences in the past tense. */
  readonly past: number
  readonly health: number
  readonly law: number
  readonly house: number
  readonly imperative: number
}

/** "1969", "1990s", "1804" */
export function isYear(lower: string): boolean {
  return /^(?:1[0-9]|20)\d\d(?:s|[–-]\d\d(?:\d\d)?)?$/.test(lower)
}

/** Reads the topic from the words of all sentences. */
export function readTopic(document: Document, all: readonly Tokens[]): Topic {
  const capital = new Map<string, number>()
  const small = new Map<string, number>()
  let first = 0
  let second = 0
  let third = 0
  let names = 0
  let years = 0
  let past = 0
  let health = 0
  let law = 0
  let house = 0
  let imperative = 0
  for (const {lower, shapes, bits, all: whole} of all) {
    if (whole & word.first) first++
    if (whole & word.second) second++
    if (whole & word.third) third++
    if (whole & word.health) health++
    if (whole & word.law) law++
    if (lower[0] === 'the' && (bits[1] ?? 0) & word.house) house++
    if ((bits[0] ?? 0) & word.imperative && shapes[0] === 'capital') imperative++
    let hasYear = false
    let hasPast = false
    for (let index = 0; index < lower.length; index++) {
      const shape = shapes[index]
      const text = lower[index] ?? ''
      if (shape === 'number') hasYear ||= isYear(text)
      else if (shape === 'lower') {
        small.set(text, (small.get(text) ?? 0) + 1)
        hasPast ||= ((bits[index] ?? 0) & word.past) !== 0
      } else if (index > 0 && !((bits[index] ?? 0) & word.first)) {
        const stem = stemOf(text)
        capital.set(stem, (capital.get(stem) ?? 0) + 1)
        names++
      }
    }
    if (hasYear) years++
    if (hasPast) past++
  }
  const title = new Set<string>()
  for (const text of document.title?.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []) {
    if (/^[\p{Lu}\d]|\p{Lu}/u.test(text)) title.add(stemOf(text.toLowerCase().replace(/[.-]+$/, '')))
  }
  const isKnown = (stem: string): boolean => (capital.get(stem) ?? 0) > (small.get(stem) ?? 0)
  const count = Math.max(1, all.length)
  return {
    isName(tokens, index) {
      const shape = tokens.shapes[index]
      if (shape !== 'capital' && shape !== 'acronym') return false
      const bits = tokens.bits[index] ?? 0
      if (bits & (word.first | word.month | word.opener)) return false
      const stem = stemOf(tokens.lower[index] ?? '')
      if (index > 0) return (small.get(stem) ?? 0) <= (capital.get(stem) ?? 0)
      // The first word of a sentence: a name when it is one elsewhere.
      return isKnown(stem) || shape === 'acronym'
    },
    isTopic: (lower) => {
      const stem = stemOf(lower)
      return title.has(stem) && (capital.get(stem) ?? 0) >= 2 && isKnown(stem)
    },
    firstPerson: first / count,
    secondPerson: second / count,
    thirdPerson: third / count,
    names: names / count,
    years: years / count,
    past: past / count,
    health: health / count,
    law: law / count,
    house: house / count,
    imperative: imperative / count
  }
}

/** "acme's" → "acme" */
function stemOf(lower: string): string {
  return /['’]s$/.test(lower) ? lower.slice(0, -2) : lower
}
