import {lazy} from '../lazy.ts'
import {trait, traitLists} from './traits.ts'
import {anchors} from './weasel-phrases.ts'
import {weights} from './weights.ts'
import {word, wordLists} from './words.ts'

/** What the lists say of a word. */
export interface Listed {
  /** Of its classes. */
  bits: number
  traits: number
}

const unlisted: Listed = {bits: 0, traits: 0}

/** One table for all lists: a word that is met for the first time is looked up once. */
const listed = lazy(() => {
  const all = new Map<string, Listed>()
  const add = (key: string, bits: number, traits: number): void => {
    const known = all.get(key)
    if (known === undefined) all.set(key, {bits, traits})
    else {
      known.bits |= bits
      known.traits |= traits
    }
  }
  for (const [name, list] of Object.entries(wordLists))
    for (const key of list.split(/\s+/)) add(key, word[name as keyof typeof word], 0)
  for (const [bit, list] of traitLists) for (const key of list.split(/\s+/)) add(key, 0, bit)
  for (const key of anchors) add(key, 0, trait.hanging)
  return all
})

/** What the lists say of a word, by its key. */
export function readListed(key: string): Listed {
  return listed().get(key) ?? unlisted
}

const words = lazy(() => weights.words.split(' '))

/** Of each bucket its first word: a table of 12,000 words by their text takes 5 ms of a cold run. */
const buckets = lazy(() => {
  const counts = weights.buckets
  const firsts = new Uint16Array(counts.length + 1)
  for (let bucket = 0, first = 0; bucket < counts.length; bucket++) {
    first += counts.charCodeAt(bucket) - 48
    firsts[bucket + 1] = first
  }
  return firsts
})

/** The number of a word in the tables of the shipped weights, or -1; by its key and the hash of it. */
export function rankOf(key: string, hash: number): number {
  const all = words()
  const firsts = buckets()
  const bucket = hash >>> 20
  const end = firsts[bucket + 1] as number
  for (let rank = firsts[bucket] as number; rank < end; rank++) if (all[rank] === key) return rank
  return -1
}
