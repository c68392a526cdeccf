import type {Sentence, Word} from '../model.ts'
import type {WordFacts} from '../prose/word-facts.ts'
import {factsOf} from './facts.ts'

/** The words of a sentence with what is known of each. */
export interface Tokens {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  /** Of each of its words. */
  readonly facts: readonly WordFacts[]
  /** Bits of all its words. */
  readonly all: number
  /** Traits of all its words. */
  readonly traits: number
  /** Which words have a capital, and are no numbers: few, and of most sentences the first alone. */
  readonly capitals: readonly number[]
  /** Which words are looked at by themselves: one in five. */
  readonly marked: readonly number[]
}

/** One for all sentences without any. */
const none: number[] = []

/** Reads the words of a sentence. */
export function readTokens(sentence: Sentence): Tokens {
  const {text} = sentence
  const code = text.charCodeAt(0)
  // “2. Melt the butter.” where the mark of the list is escaped: the number says nothing of the sentence.
  const isNumbered = code >= 48 && code <= 57 && /^\d{1,2}[.)]\s/.test(text)
  const words = isNumbered ? sentence.words.slice(1) : sentence.words
  // Its length is known: growing by steps leaves the smaller ones as garbage.
  const facts = new Array<WordFacts>(words.length)
  let all = 0
  let traits = 0
  let capitals = none
  let marked = none
  for (let index = 0; index < words.length; index++) {
    const known = factsOf(words[index] as Word)
    facts[index] = known
    all |= known.bits
    traits |= known.traits
    if (known.isMarked) {
      if (marked === none) marked = [index]
      else marked.push(index)
    }
    if (!known.hasCapital) continue
    if (capitals === none) capitals = [index]
    else capitals.push(index)
  }
  return {sentence, words, facts, all, traits, capitals, marked}
}

/** Behind the sign of “62 %” and “62%”, whose number ends at `end`; `end` where there is none. */
export function endOfPercent(text: string, end: number): number {
  const at = /\s/.test(text.charAt(end)) ? end + 1 : end
  return text.charAt(at) === '%' ? at + 1 : end
}
