import {lazy} from '../lazy.ts'
import type {Word} from '../model.ts'
import {hashOf} from '../prose/words.ts'

/** The words of many paragraphs in a row, as numbers. */
export interface WordRows {
  /** One number for each different key. */
  readonly ids: Int32Array
  /** Where each paragraph starts in `ids`, and the end of the last one. */
  readonly starts: Int32Array
  keysOf(paragraph: number): WordRow
  /** In how many paragraphs a word stands, given as it is compared. */
  spreadOf(key: string): number
}

/** The words of one paragraph as they are compared. An array of strings is one; of many only a few places are read. */
export type WordRow = Pick<readonly string[], 'length' | 'slice' | 'includes'>

/** A sentence, or another part of a paragraph. */
interface Part {
  readonly words: readonly Pick<Word, 'key' | 'hash'>[]
}

/** The words of paragraphs, each given as its sentences. */
export function createWordRows(paragraphs: readonly (readonly Part[])[]): WordRows {
  const starts = new Int32Array(paragraphs.length + 1)
  let count = 0
  for (let index = 0; index < paragraphs.length; index++) {
    const parts = paragraphs[index] as readonly Part[]
    for (let at = 0; at < parts.length; at++) count += (parts[at] as Part).words.length
    starts[index + 1] = count
  }
  const {ids, keys} = numberWords(paragraphs, count)
  const spread = lazy(() => spreadOf(ids, starts, keys))
  return {
    ids,
    starts,
    keysOf(paragraph) {
      const row = ids.subarray(starts[paragraph], starts[paragraph + 1])
      return {
        length: row.length,
        slice: (from, to) => Array.from(row.subarray(from, to), (id) => keys[id] as string),
        includes: (key) => row.some((id) => keys[id] === key)
      }
    },
    spreadOf: (key) => spread().get(key) ?? 0
  }
}

function spreadOf(ids: Int32Array, starts: Int32Array, keys: readonly string[]): Map<string, number> {
  const counts = new Int32Array(keys.length)
  /** By word the paragraph that counted it last. */
  const seen = new Int32Array(keys.length).fill(-1)
  for (let paragraph = 0; paragraph + 1 < starts.length; paragraph++) {
    for (let at = starts[paragraph] as number; at < (starts[paragraph + 1] as number); at++) {
      const id = ids[at] as number
      if (seen[id] === paragraph) continue
      seen[id] = paragraph
      counts[id] = (counts[id] as number) + 1
    }
  }
  return new Map(keys.map((key, id) => [key, counts[id] as number]))
}

/** Words whose hashes collide take no more steps than this: a text that was made so does not slow the run. */
const mostSteps = 32

/** A number for each word, and by number the key. */
function numberWords(
  paragraphs: readonly (readonly Part[])[],
  count: number
): {readonly ids: Int32Array; readonly keys: readonly string[]} {
  const ids = new Int32Array(count)
  // By hash the place of a word in `keys`, or 0, with room for twice as many: a Map would hash each word again.
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)))
  const mask = table.length - 1
  const keys = ['']
  const others = new Map<string, number>()
  let at = 0
  for (const parts of paragraphs) {
    for (let part = 0; part < parts.length; part++) {
      const {words} = parts[part] as Part
      for (let index = 0; index < words.length; index++) {
        const {key, hash = hashOf(key)} = words[index] as Part['words'][number]
        ids[at++] = numberOf(key, hash ^ (hash >>> 16))
      }
    }
  }
  return {ids, keys}

  function numberOf(key: string, first: number): number {
    for (let slot = first; slot < first + mostSteps; slot++) {
      const known = table[slot & mask] as number
      if (keys[known] === key && known > 0) return known
      if (known > 0) continue
      table[slot & mask] = keys.length
      return keys.push(key) - 1
    }
    const known = others.get(key)
    if (known !== undefined) return known
    others.set(key, keys.length)
    return keys.push(key) - 1
  }
}
