import type {Document, Sentence, Word} from '../../src/rule/index.ts'

/**
 * The sentences that may stand there twice: those that share their trait with another. Most articles have none, and no
 * sentence of theirs is read in full.
 */
export function findLikely({sentences}: Document, minWords: number): readonly Sentence[] {
  const once = new Set<number>()
  const again = new Set<number>()
  const traits = sentences.map(({words}) => {
    if (words.length < minWords) return -1
    const trait = traitOf(words)
    if (once.has(trait)) again.add(trait)
    else once.add(trait)
    return trait
  })
  return again.size === 0 ? [] : sentences.filter((_, index) => again.has(traits[index] as number))
}

/** The same for the same words, and seldom for others: a number of how many there are and of five of them. */
function traitOf(words: readonly Word[]): number {
  const {length} = words
  let trait = length
  for (let place = 0; place < 5; place++) {
    const {key, hash = key.length} = words[place < 3 ? place : place === 3 ? length >> 1 : length - 1] as Word
    // With 31 bits it is no object of its own, and never negative.
    trait = (Math.imul(trait, 31) + hash) >>> 1
  }
  return trait
}
