import type {Document, Word} from '../../src/rule/index.ts'
import {hasBreak, lower} from './numbers.ts'

/** Words of a name that are read. */
const maxWords = 4

/** Who or what has a number of things. */
export interface Owner {
  /** In lower case, without determiner: `harrow mill museum`; `it`, `we` for a pronoun; nothing for “the 14 looms”. */
  readonly name: string
  readonly kind: 'name' | 'noun' | 'pronoun' | 'none'
}

/**
 * The owner whose last word stands before `end`: “the museum”, “Harrow Mill”.
 *
 * @param isInside it may stand inside the sentence; else only at its start, for “In York the mill has”
 */
export function readOwnerBefore(
  words: readonly Word[],
  text: string,
  end: number,
  isInside: boolean
): Owner | undefined {
  let start = end
  while (start > 0 && end - start < maxWords && isCapital(words[start - 1])) {
    start--
    if (hasBreak(words, text, start)) break
  }
  if (start < end) {
    if (isDeterminer(lower(words, start - 1))) start--
    const name = words.slice(isDeterminer(lower(words, start)) ? start + 1 : start, end).map(strip)
    return start === 0 || isInside ? {name: name.join(' '), kind: 'name'} : undefined
  }
  const noun = strip(words[end - 1])
  const isOwner = isNoun(noun) && ['the', 'this'].includes(lower(words, end - 2)) && (end === 2 || isInside)
  return isOwner ? {name: noun, kind: 'noun'} : undefined
}

/** The owner that begins at `at`: “the museum”, “Harrow Mill”; nothing may follow that narrows it. */
export function readOwnerAfter(words: readonly Word[], text: string, at: number): Owner | undefined {
  const hasThe = ['the', 'this'].includes(lower(words, at))
  const from = hasThe ? at + 1 : at
  let end = from
  while (
    end < words.length &&
    end - from < maxWords &&
    isCapital(words[end]) &&
    (end === from || !hasBreak(words, text, end))
  )
    end++
  if (end > from) return {name: words.slice(from, end).map(strip).join(' '), kind: 'name'}
  const noun = strip(words[from])
  if (!hasThe || !isNoun(noun)) return undefined
  const next = lower(words, from + 1)
  const isWhole =
    next === '' || hasBreak(words, text, from + 1) || /^(?:can|are|were|and|have|is|was)$/.test(next)
  return isWhole ? {name: noun, kind: 'noun'} : undefined
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text) && !isDeterminer(word.text.toLowerCase())
}

function isNoun(word: string): boolean {
  return /^\p{Ll}{3,}$/u.test(word)
}

function isDeterminer(word: string): boolean {
  return ['the', 'a', 'an', 'this'].includes(word)
}

function strip(word: Word | undefined): string {
  return (word?.text ?? '').toLowerCase().replace(/['’]s?$/, '')
}

/** Whether an article has one such thing only: “the mill”, and nowhere “both mills”, “another mill”. */
export function isSingle({title, paragraphs}: Document, noun: string): boolean {
  if (title && new RegExp(`\\b${noun}\\b`, 'i').test(title.text)) return true
  const several = new RegExp(
    `\\b(?:(?:the|these|those|both|two|three|four|several|many|other|all|some|various|different) (?:\\w+ )?${noun}e?s|(?:each|every|another|one|other|second|any|which|new) (?:\\w+ )?${noun})\\b`,
    'i'
  )
  return !paragraphs.some(({prose}) => several.test(prose.value))
}
