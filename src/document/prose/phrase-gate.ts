import type {Word} from '../model.ts'
import {hashOf} from './words.ts'

/** Rules out most places of phrases by the hashes of two words: 48,000 of 733,000 are left in the shared corpora. */
export interface PhraseGate {
  /**
   * By the hash of a word, `& gateMask`: 0 where no phrase begins with it, 1 where its next word decides, more where that
   * is not known. A word without a hash counts as one of 0, which is always open.
   */
  readonly kinds: Uint8Array
  /** Adds a word that phrases begin with. */
  add(hash: number): void
  /** Of such a word, once it is known how they all go on. */
  close(hash: number, next: Iterable<string>): void
  /** False for nearly all pairs that begin no phrase; the first word is closed. */
  hasPair(hash: number, next: Word | undefined): boolean
}

export const gateMask = 8191
/** No more words are counted: such a place stays open. */
const mostOpen = 255

export function createPhraseGate(): PhraseGate {
  const kinds = new Uint8Array(gateMask + 1)
  kinds[0] = mostOpen
  const pairs = new Int32Array(1024)
  return {
    kinds,
    add(hash) {
      const at = hash & gateMask
      kinds[at] = Math.min(Math.max(1, kinds[at] as number) + 1, mostOpen)
    },
    close(hash, next) {
      for (const key of next) {
        const pair = pairOf(hash, hashOf(key))
        const at = (pair >>> 5) & 1023
        pairs[at] = (pairs[at] as number) | (1 << pair)
      }
      const at = hash & gateMask
      if (kinds[at] !== mostOpen) kinds[at] = (kinds[at] as number) - 1
    },
    hasPair(hash, next) {
      if (next === undefined) return false
      if (next.hash === undefined) return true
      const pair = pairOf(hash, next.hash)
      return ((pairs[(pair >>> 5) & 1023] as number) & (1 << pair)) !== 0
    }
  }
}

function pairOf(hash: number, next: number): number {
  // A sum beyond 32 bits would be an object of its own.
  return (Math.imul(hash, 31) + next) | 0
}
