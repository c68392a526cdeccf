import type {Sentence, Word} from '../model.ts'
import {word, wordClasses} from './words.ts'

/** How a word is written. */
export type Shape = 'lower' | 'capital' | 'acronym' | 'number'

/** The words of a sentence with what is known of each. */
export interface Tokens {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly lower: readonly string[]
  readonly bits: readonly number[]
  readonly shapes: readonly Shape[]
  /** Bits of all its words. */
  readonly all: number
}

/** Reads the words of a sentence. */
export function readTokens(sentence: Sentence): Tokens {
  const {words} = sentence
  const lower: string[] = []
  const bits: number[] = []
  const shapes: Shape[] = []
  let all = 0
  for (const {text, key: plain} of words) {
    const known = bitsOf(plain)
    lower.push(plain)
    bits.push(known)
    shapes.push(shapeOf(text, plain))
    all |= known
  }
  return {sentence, words, lower, bits, shapes, all}
}

/** The classes of a word, by its key; of one that is in no list what its ending shows. */
export function bitsOf(plain: string): number {
  const known = wordClasses.get(plain)
  if (known !== undefined) return known
  return plain.length > 4 && plain.endsWith('ed') ? word.past : 0
}

function shapeOf(text: string, plain: string): Shape {
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return isNumbered(text) ? 'acronym' : 'number'
  if (text === plain) return 'lower'
  if (text.length > 1 && text === text.toUpperCase()) return 'acronym'
  return text.charAt(0) === plain.charAt(0) ? 'lower' : 'capital'
}

/** "3M", "18F": names, unlike "20GB", "5K", "3D". */
function isNumbered(text: string): boolean {
  return (
    /^\d{1,3}\p{Lu}[\p{L}\d]*$/u.test(text) &&
    !/^\d+(?:[KMBTVWAHC]|[KMGTP]B|[KMGT]?Hz|[AP]M|[KMG]W|[KMGT]?W?h|[KMG]bps|MP|D|X)$/.test(text)
  )
}
