/** The words of the weights stand in the order of their hashes, so that the linter finds one without a table of them all. */

/** Bits of a hash that say in which bucket a word stands; `rankOf` of `src/document/claims/lexicon.ts` reads the same. */
const bucketBits = 12

/** @typedef {typeof import('../../../src/document/prose/words.ts').hashOf} HashOf */

/**
 * @param {string} word
 * @param {HashOf} hashOf
 */
function bucketOf(word, hashOf) {
  return hashOf(word) >>> (32 - bucketBits)
}

/**
 * Words by their bucket, and in one as they were.
 *
 * @param {readonly string[]} words
 * @param {HashOf} hashOf
 */
export function sortWords(words, hashOf) {
  return words.toSorted((a, b) => bucketOf(a, hashOf) - bucketOf(b, hashOf))
}

/**
 * How many words each bucket has, a character each from "0" on.
 *
 * @param {readonly string[]} words
 * @param {HashOf} hashOf
 */
export function countBuckets(words, hashOf) {
  const counts = new Uint8Array(2 ** bucketBits)
  for (const word of words) {
    const bucket = bucketOf(word, hashOf)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return Array.from(counts, (count) => String.fromCharCode(48 + count)).join('')
}
