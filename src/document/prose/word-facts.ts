/** How a word is written. */
export type Shape = 'lower' | 'capital' | 'acronym' | 'number'

/** What is known of a word wherever it stands. */
export interface WordFacts {
  readonly text: string
  // First what is read of each word: it shares a line of the processor's cache.
  /** Bits of its classes, see `word`. */
  readonly bits: number
  readonly traits: number
  /** It is looked at by itself, not only as one of its sentence: most words are not. */
  readonly isMarked: boolean
  /** It has a capital, and is no number. */
  readonly hasCapital: boolean
  /** The same for words of one key, see `createFilter`. */
  readonly hash: number
  /** Its number in the tables of the shipped weights, or -1. */
  readonly rank: number
  readonly shape: Shape
  /** As it is compared. */
  readonly key: string
  /** Its key without "'s". */
  readonly stem: string
  readonly stemHash: number
}
