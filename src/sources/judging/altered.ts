import {type Alignment, align, isFunctionWord} from '../../document/copies/rewording.ts'
import {findQuotations} from '../../document/prose/quoted.ts'
import type {Folded} from '../statements/folded.ts'

/** Where a page has the words of a quotation, but for some. */
export interface Altered {
  /** In the page's text. */
  readonly start: number
  readonly end: number
  /** What differs is no other word: a number as a word, an interruption by the narrator, a block between two pages. */
  readonly isSame: boolean
}

/** In words. */
const shortest = 6
const leastEqual = 0.8
/** Of what the page has in quotation marks, too, so many do, if words stand for words. */
const leastEqualSaid = 0.7
const shortestSaid = 10
const fewestTellingSaid = 3
/** Places of the page that are looked at; of a word that stands more often, the first ones. */
const mostPlaces = 40
const mostOften = 2000

/** The vocabulary of a page, with the places of each word in order. */
interface Vocabulary {
  readonly ids: Int32Array
  readonly idOf: ReadonlyMap<string, number>
  /** The places of word `id` are `places[offsets[id]]` up to `places[offsets[id + 1]]`. */
  readonly offsets: Int32Array
  readonly places: Int32Array
}

const vocabularies = new WeakMap<Folded, Vocabulary>()

/**
 * The one passage of a page that has at least 80 % of the words of a quotation, in order; or 70 % where it is said there,
 * too. None where several passages do that differ: then they are a pattern, and none of them the one that was quoted.
 */
export function findAltered(quotation: Folded, page: Folded): Altered | undefined {
  const count = quotation.words.length
  if (count < shortest || page.words.length < shortest) return undefined
  const vocabulary = readVocabulary(page)
  const own = Int32Array.from(quotation.words, (word) => vocabulary.idOf.get(word) ?? -1)
  if (own.filter((id) => id >= 0).length < leastEqual * count * 0.8) return undefined
  const found: {
    readonly from: number
    readonly to: number
    readonly text: string
    readonly alignment: Alignment
    readonly base: number
    readonly isWeak: boolean
  }[] = []
  for (const [i, j] of findAnchors(own, vocabulary)) {
    const base = Math.max(0, j - 2 * count - 24)
    const window = vocabulary.ids.subarray(base, Math.min(page.words.length, j + 2 * count + 24))
    const ids = new Int32Array(count + window.length)
    ids.set(own)
    ids.set(window, count)
    const alignment = align(
      ids,
      {start: 0, length: count, anchor: i},
      {start: count, length: window.length, anchor: count + j - base}
    )
    const [from, to] = [base + alignment.from, base + alignment.to]
    const isWeak = !isNear(alignment, quotation)
    if (isWeak && alignment.equal < leastEqualSaid * count) continue
    const at = found.findIndex((other) => from < other.to && other.from < to)
    // A word that was moved leads to the same passage, by a worse way.
    if (at >= 0 && (found[at]?.alignment.equal ?? 0) >= alignment.equal) continue
    const text = page.words.slice(from, to).join(' ')
    found.splice(at < 0 ? found.length : at, at < 0 ? 0 : 1, {from, to, text, alignment, base, isWeak})
  }
  const [best, ...others] = found.sort((a, b) => b.alignment.equal - a.alignment.equal)
  if (!best || (best.isWeak && !isSaid(best.alignment, best.base, quotation, page))) return undefined
  const {gaps} = best.alignment
  const isSame = !best.isWeak && gaps.every((gap) => isNoChange(gap, best.base, quotation, page))
  const isPattern = gaps.some((gap) => isFill(gap, best.base, quotation, page))
  const isRival = ({text, isWeak}: (typeof found)[number]): boolean =>
    text !== best.text && (isPattern || !isWeak || best.isWeak)
  if (!isSame && others.some(isRival)) return undefined
  return {start: page.from[best.from] as number, end: page.to[best.to - 1] as number, isSame}
}

function isNear({equal, from, to, gaps}: Alignment, {words}: Folded): boolean {
  const count = words.length
  if (equal < leastEqual * count || equal < shortest - 1) return false
  if (to - from > 1.25 * count + 8) return false
  const lost = new Set<number>()
  for (const {start, end} of gaps) for (let at = start; at < end; at++) lost.add(at)
  return words.filter((word, at) => !lost.has(at) && !isFunctionWord(word)).length >= 2
}

/**
 * Said on the page, with other words in the place of words: “was going to let that building rot” and “… let that library
 * fall”. Numbers for numbers and names for names are a pattern.
 */
function isSaid({equal, from, to, gaps}: Alignment, base: number, quotation: Folded, page: Folded): boolean {
  const count = quotation.words.length
  if (count < shortestSaid || equal < leastEqualSaid * count) return false
  const lost = new Set<number>()
  for (const gap of gaps) {
    if (gap.end - gap.start !== gap.to - gap.from || isFill(gap, base, quotation, page)) return false
    for (let at = gap.start; at < gap.end; at++) lost.add(at)
  }
  const telling = quotation.words.filter((word, at) => !lost.has(at) && !isFunctionWord(word))
  return telling.length >= fewestTellingSaid && isQuoted(page, base + from, base + to - 1)
}

/** Words for words, a number or a name among them: what fills a pattern. */
function isFill(
  {start, end, from}: Alignment['gaps'][number],
  base: number,
  quotation: Folded,
  page: Folded
): boolean {
  for (let at = start; at < end; at++)
    if (isFilled(quotation, at) || isFilled(page, base + from + at - start)) return true
  return false
}

function isFilled({text, words, from}: Folded, at: number): boolean {
  const first = text.charAt(from[at] ?? 0)
  return /\d/.test(words[at] ?? '') || (first !== first.toLowerCase() && at > 0)
}

/** In characters. */
const mostOfBlock = 1000

function isQuoted({text, from, to}: Folded, first: number, last: number): boolean {
  const [start, end] = [from[first] ?? 0, to[last] ?? 0]
  const block = Math.max(text.lastIndexOf('\n', start) + 1, start - mostOfBlock)
  return findQuotations(text.slice(block, end + mostOfBlock)).some(
    ([opens, closes]) => block + opens < start && end <= block + closes
  )
}

/** Words of the page, with a word of the quotation at the same place of it: rare ones first. */
function findAnchors(own: Int32Array, {ids, offsets, places}: Vocabulary): [i: number, j: number][] {
  const countOf = (id: number): number => (offsets[id + 1] as number) - (offsets[id] as number)
  const rare = Array.from(own.keys())
    .filter((at) => (own[at] as number) >= 0)
    .sort((a, b) => countOf(own[a] as number) - countOf(own[b] as number))
    .slice(0, 16)
  const found: [number, number][] = []
  const diagonals = new Set<number>()
  for (const i of rare) {
    const id = own[i] as number
    const first = offsets[id] as number
    const last = Math.min(offsets[id + 1] as number, first + mostOften)
    const isRare = last - first <= 4
    for (let at = first; at < last; at++) {
      const j = places[at] as number
      const isPair = isEqual(own[i + 1], ids[j + 1]) || isEqual(own[i - 1], ids[j - 1])
      if (!(isPair || isRare) || diagonals.has(j - i)) continue
      diagonals.add(j - i)
      found.push([i, j])
      if (found.length === mostPlaces) return found
    }
  }
  return found
}

function isEqual(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && a === b
}

/** Whether a gap changes no word of the quotation. */
function isNoChange(
  {start, end, from, to}: Alignment['gaps'][number],
  base: number,
  quotation: Folded,
  page: Folded
): boolean {
  const [first, last] = [base + from, base + to]
  // "alter- native"
  if (quotation.words.slice(start, end).join('') === page.words.slice(first, last).join('')) return true
  if (start < end) return false
  const between = page.text.slice(page.to[first - 1] ?? 0, page.from[last] ?? page.text.length)
  // “We lost the oven,” she said, “and the flour.” An advertisement, or the head of a page, between two blocks. (Laughs.)
  return /["“”«»„]/.test(between) || between.includes('\n') || /^\s?[([].{0,200}[)\]]\W{0,3}$/s.test(between)
}

function readVocabulary(page: Folded): Vocabulary {
  const known = vocabularies.get(page)
  if (known) return known
  const idOf = new Map<string, number>()
  const ids = new Int32Array(page.words.length)
  page.words.forEach((word, at) => {
    const id = idOf.get(word) ?? idOf.size
    idOf.set(word, id)
    ids[at] = id
  })
  const offsets = new Int32Array(idOf.size + 2)
  for (const id of ids) offsets[id + 2] = (offsets[id + 2] as number) + 1
  for (let id = 2; id < offsets.length; id++)
    offsets[id] = (offsets[id] as number) + (offsets[id - 1] as number)
  const places = new Int32Array(ids.length)
  ids.forEach((id, at) => {
    const place = offsets[id + 1] as number
    places[place] = at
    offsets[id + 1] = place + 1
  })
  const vocabulary = {ids, idOf, offsets, places}
  vocabularies.set(page, vocabulary)
  return vocabulary
}
