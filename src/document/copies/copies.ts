/**
 * Paragraphs that repeat another one: exact, glued inside a longer one, or lightly reworded.
 *
 * Words only, no document types. Exact copies come from a map. For the rest, runs of three words find the
 * candidates (with one word in ten changed, too few runs of five survive), the rarer the run the more it
 * counts, and each candidate is aligned word by word. All of it is linear in the number of words: the places
 * kept for a run, the candidates tried for a paragraph and the search behind a difference are limited.
 */
import {align, isSameInContent, isTemplate} from './rewording.ts'
import type {WordRows} from './word-rows.ts'

export interface CopyMatch {
  /** Index of the paragraph that repeats: the one with other words glued to it, else the later one. */
  readonly copy: number
  readonly original: number
  readonly kind: 'exact' | 'contained' | 'near'
  /** Word range `[from, to)` in the copy that repeats the original. */
  readonly from: number
  readonly to: number
  /** 0-1: the share of words that are the same, in order. */
  readonly similarity: number
}

export interface CopyOptions {
  /** Shorter paragraphs are neither a copy nor an original. */
  minWords: number
  /** Shorter paragraphs are compared word for word only. */
  nearMinWords: number
  /** 0-1: the share of words that must be the same, in order, in a reworded copy. */
  containment: number
  /**
   * Normalised words that are names or code. Two paragraphs that differ in names and numbers only
   * are written to one pattern, and no copies.
   */
  names: Pick<ReadonlySet<string>, 'has'>
  /** Whether two paragraphs stand below headings of the same words: a section that was written twice. */
  areTwins: (left: number, right: number) => boolean
  /** Whether the words are repeated with a good reason, which shows in what the words don't say: no copy. */
  isMeant: (match: CopyMatch) => boolean
}

const defaults: CopyOptions = {
  minWords: 12,
  nearMinWords: 20,
  containment: 0.8,
  names: new Set(),
  areTwins: () => false,
  isMeant: () => false
}

/** Places kept for a run of words: enough to find its paragraphs, and boilerplate stays cheap. */
const placeLimit = 8
const candidateLimit = 4
/** A paragraph of 12 words shares 10 runs with its copy; three are asked for. */
const minRuns = 3
/** Below this many words a contained paragraph must make up most of the longer one. */
const shortWords = 20
const shortSurplus = 20
/** Below this many words a chance likeness weighs more: a reworded copy needs a higher share. */
const looseWords = 40
const strictness = 0.06
/** The share that is asked for in a section that was written twice. */
const twinContainment = 0.64
/** The longest heading that glue leaves at one end. */
const headingWords = 14

/**
 * Finds paragraphs that repeat another one: at most one match per copy,
 * in the order of the copies. Following `original` from match to match never leads back to a copy. Headings may be
 * among the paragraphs: too short to match, they show which words are subjects of the article.
 */
export function findCopies(words: WordRows, options: Partial<CopyOptions> = {}): CopyMatch[] {
  const {minWords, nearMinWords, containment, names, areTwins, isMeant} = {...defaults, ...options}
  const matches: (CopyMatch | undefined)[] = new Array(words.starts.length - 1).fill(undefined)
  const firsts = findExact(words, minWords, isMeant, matches)
  const originals = new Set<number>()

  for (const {left, right, leftAt, rightAt} of findCandidates(words, firsts)) {
    const isLeft = lengthOf(words, left) <= lengthOf(words, right)
    const shorter = isLeft ? left : right
    const shorterAt = isLeft ? leftAt : rightAt
    const longer = isLeft ? right : left
    const longerAt = isLeft ? rightAt : leftAt
    const length = lengthOf(words, shorter)
    const surplus = lengthOf(words, longer) - length
    const found = align(
      words.ids,
      {start: words.starts[shorter] as number, length, anchor: shorterAt},
      {start: words.starts[longer] as number, length: length + surplus, anchor: longerAt}
    )
    const {equal, from, to} = found
    if (equal === length && to - from === length) {
      // The same words throughout: that they are repeated with a reason is known by now.
      if (surplus === 0) continue
      if (length >= shortWords || surplus <= shortSurplus) {
        propose({copy: longer, original: shorter, kind: 'contained', from, to, similarity: 1})
      }
      continue
    }
    const similarity = equal / Math.max(length, to - from)
    const needed = length < looseWords ? Math.min(containment + strictness, 1) : containment
    if (Math.max(length, to - from) < nearMinWords || surplus > length) continue
    const isLow =
      similarity < needed && !isSameInContent(words.keysOf(shorter), words.keysOf(longer), found.gaps)
    if (isLow && (similarity < twinContainment || !areTwins(left, right))) continue
    if (isTemplate(words.keysOf(shorter), words.keysOf(longer), found.gaps, names, words.spreadOf)) continue
    const later = Math.max(left, right)
    const after = length + surplus - to
    const glued = (from > 1 || after > 1) && from <= headingWords && after <= headingWords
    if (longer === later || glued) {
      propose({copy: longer, original: shorter, kind: 'near', from, to, similarity})
    } else {
      propose({copy: shorter, original: longer, kind: 'near', from: 0, to: length, similarity})
    }
  }
  return matches.filter((match) => match !== undefined)

  function propose(match: CopyMatch): void {
    const known = matches[match.copy]
    if ((known && value(known) >= value(match)) || isMeant(match)) return
    // A circle would call every copy of a text superfluous.
    if (originals.has(match.copy)) {
      for (let at: number | undefined = match.original; at !== undefined; at = matches[at]?.original) {
        if (at === match.copy) return
      }
    }
    originals.add(match.original)
    matches[match.copy] = match
  }
}

/** A verbatim repeat comes before a reworded one, then the longer one. */
function value(match: CopyMatch): number {
  return (match.to - match.from) * match.similarity + (match.kind === 'near' ? 0 : 1e9)
}

/** Texts with the same words that are no copies of each other: enough to know them apart, and many stay cheap. */
const mostMeant = 8

/** Notes the copies that are equal word for word; gives the paragraphs that are not. */
function findExact(
  words: WordRows,
  minWords: number,
  isMeant: CopyOptions['isMeant'],
  matches: (CopyMatch | undefined)[]
): number[] {
  const firsts = new Map<number, number>()
  for (let copy = 0; copy + 1 < words.starts.length; copy++) {
    const to = lengthOf(words, copy)
    if (to < minWords) continue
    let key = to
    for (const id of wordsOf(words, copy)) key = Math.imul(key ^ (key >>> 15) ^ id, 0x9e3779b1)
    let match: CopyMatch | undefined
    let meant = 0
    for (let original = firsts.get(key); original !== undefined; original = firsts.get(++key)) {
      if (!isEqual(words, original, copy)) continue
      match = {copy, original, kind: 'exact', from: 0, to, similarity: 1}
      if (!isMeant(match) || ++meant === mostMeant) break
      match = undefined
    }
    if (match === undefined) firsts.set(key, copy)
    else if (meant < mostMeant) matches[copy] = match
  }
  return [...firsts.values()]
}

function wordsOf({ids, starts}: WordRows, paragraph: number): Int32Array {
  return ids.subarray(starts[paragraph], starts[paragraph + 1])
}

function isEqual(words: WordRows, left: number, right: number): boolean {
  const other = wordsOf(words, right)
  return lengthOf(words, left) === other.length && wordsOf(words, left).every((id, i) => id === other[i])
}

function lengthOf({starts}: WordRows, paragraph: number): number {
  return (starts[paragraph + 1] as number) - (starts[paragraph] as number)
}

/** What an earlier paragraph (left) shares with the one that is read (right). */
interface Shared {
  readonly left: number
  right: number
  runs: number
  /** The rarer a run, the more it counts. */
  weight: number
  /** The row of shared runs at one distance that goes on, and the length of the longest. */
  distance: number
  row: number
  longest: number
  /** A place in each, in `ids`, where the words are the same. */
  leftAt: number
  rightAt: number
}

/** For each paragraph the few earlier ones that share the rarest runs of three words with it. */
function* findCandidates(words: WordRows, firsts: readonly number[]): Generator<Readonly<Shared>> {
  const {starts} = words
  const {runs, counts} = countRuns(words, firsts)
  const owners: (Shared | undefined)[] = new Array(runs.length)
  // The places kept for a run are linked, from its first one on: an array for each run costs more than all the rest.
  const kept = new Uint8Array(runs.length)
  const next = new Int32Array(runs.length)
  const last = new Int32Array(runs.length)
  for (const right of firsts) {
    const start = starts[right] as number
    const end = (starts[right + 1] as number) - 2
    const found: Shared[] = []
    for (let at = start; at < end; at++) {
      const run = runs[at] as number
      const weight = 1 / (counts[run] as number)
      for (let left = kept[run] as number, place = run; left > 0; left--, place = next[place] as number) {
        const shared = owners[place]
        if (shared === undefined) continue
        if (shared.right !== right) {
          shared.right = right
          shared.runs = shared.weight = shared.row = shared.longest = 0
          found.push(shared)
        }
        countRun(shared, place, at, weight)
      }
    }
    const best = found.filter((shared) => shared.runs >= minRuns)
    yield* best.sort((a, b) => b.weight - a.weight || a.left - b.left).slice(0, candidateLimit)
    const own = {
      left: right,
      right,
      runs: 0,
      weight: 0,
      distance: 0,
      row: 0,
      longest: 0,
      leftAt: 0,
      rightAt: 0
    }
    for (let at = start; at < end; at++) {
      const run = runs[at] as number
      const count = kept[run] as number
      if (count === placeLimit || counts[run] === 1) continue
      owners[at] = own
      if (count > 0) next[last[run] as number] = at
      last[run] = at
      kept[run] = count + 1
    }
  }
}

function countRun(shared: Shared, leftAt: number, rightAt: number, weight: number): void {
  const distance = rightAt - leftAt
  shared.runs++
  shared.weight += weight
  shared.row = shared.distance === distance ? shared.row + 1 : 1
  shared.distance = distance
  // A single run may stand in both by chance ("one of the"): the anchor is where many follow one another.
  if (shared.row <= shared.longest) return
  shared.longest = shared.row
  shared.leftAt = leftAt
  shared.rightAt = rightAt
}

/** For each place the first one with the same three words, and there how often they stand. */
function countRuns(
  {ids, starts}: WordRows,
  firsts: readonly number[]
): {runs: Int32Array; counts: Int32Array} {
  const runs = new Int32Array(ids.length)
  const counts = new Int32Array(ids.length)
  // A table of places, open for twice as many; a Map with a key for each run takes most of the whole time.
  const mask = 2 ** Math.ceil(Math.log2(2 * ids.length + 2)) - 1
  const table = new Int32Array(mask + 1).fill(-1)
  for (const paragraph of firsts) {
    const end = (starts[paragraph + 1] as number) - 2
    for (let at = starts[paragraph] as number; at < end; at++) {
      let slot = mix(ids[at] as number, ids[at + 1] as number, ids[at + 2] as number) & mask
      let first = table[slot] as number
      while (first >= 0 && !isSameRun(ids, first, at)) {
        slot = (slot + 1) & mask
        first = table[slot] as number
      }
      if (first < 0) table[slot] = first = at
      runs[at] = first
      counts[first] = (counts[first] as number) + 1
    }
  }
  return {runs, counts}
}

function isSameRun(ids: Int32Array, a: number, b: number): boolean {
  return ids[a] === ids[b] && ids[a + 1] === ids[b + 1] && ids[a + 2] === ids[b + 2]
}

function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
