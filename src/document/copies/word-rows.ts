import {lazy} from '../lazy.ts'
import type {Word} from '../model.ts'
import {hashOf} from '../prose/words.ts'

/** The words of many paragraphs in a row, as numbers. */
export interface WordRows {
  /** One number for each different key. */
  readonly ids: Int32Array
  /** Where each paragraph starts in `ids`, and the end of the last one. */
  readonly starts: Int32Array
  keysOf(paragraph: number): string[]
  /** In how many paragraphs a word stands, given as it is compared. */
  spreadOf(key: string): number
}

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
  const keysOf = (paragraph: number): string[] =>
    (paragraphs[paragraph] ?? []).flatMap(({words}) => words.map(({key}) => key))
  const spread = lazy(() => {
    const counts = new Map<string, number>()
    for (const index of paragraphs.keys()) {
      for (const key of new Set(keysOf(index))) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  })
  return {ids: numberWords(paragraphs, count), starts, keysOf, spreadOf: (key) => spread().get(key) ?? 0}
}

/** Words whose hashes collide take no more steps than this: a text that was made so does not slow the run. */
const mostSteps = 32

function numberWords(paragraphs: readonly (readonly Part[])[], count: number): Int32Array {
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
  return ids

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
