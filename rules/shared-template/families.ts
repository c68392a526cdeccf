import {createClusters} from '../../src/rule/index.ts'
import type {Facts, Frame} from './frames.ts'

/** Articles of one pattern, by their indexes, in order. */
export interface Family {
  /** What shows it: the same but for names, or the same headings with text that is the same. */
  readonly by: 'names' | 'headings'
  readonly articles: readonly number[]
}

/** An article is compared with so many before it that have a frame in common with it. */
const reach = 8

/** Two articles may be a series; so many with the same headings, in which sentences are the same too, were filled in. */
const minSameHeadings = 3

/** Sentences that are the same in articles with the same headings. */
const minSame = 2

/** Share of the phrases that have to be the same below titles of one pattern: long articles have some by chance. */
const minPhrases = 0.02

export interface Limits {
  readonly minSwaps: number
  readonly minShare: number
}

interface Likeness {
  /** Frames in common, each counted once. */
  shared: number
  /** Those that are filled otherwise. */
  swapped: number
}

/** Families of articles that were filled into one pattern. Time grows with the number of frames. */
export function findFamilies(articles: readonly Facts[], {minSwaps, minShare}: Limits): Family[] {
  const {join, rootOf, list} = createClusters(articles.length)
  const swaps: number[] = []
  for (const [left, right, {shared, swapped}] of compareAll(articles, ({sentences}) => sentences)) {
    const [a, b] = [articles[left], articles[right]]
    if (!a || !b || shared < minSame) continue
    if (swapped >= minSwaps && shared >= minShare * Math.min(a.sentences.length, b.sentences.length)) {
      join(left, right)
      swaps.push(left)
    }
    if (a.headings !== 0 && a.headings === b.headings) join(left, right)
  }
  for (const [left, right, {swapped}] of compareAll(articles, ({title}) => title)) {
    if (swapped === 0) continue
    const [a, b] = [articles[left], articles[right]]
    if (!a || !b) continue
    const least = Math.max(minSwaps, minPhrases * Math.min(a.phrases.length, b.phrases.length))
    if (compare(a.phrases, b.phrases).swapped >= least) {
      join(left, right)
      swaps.push(left)
    }
  }
  const swapped = new Set(swaps.map(rootOf))
  return list()
    .map((members): Family => ({by: swapped.has(members[0] ?? -1) ? 'names' : 'headings', articles: members}))
    .filter(({by, articles: {length}}) => length >= (by === 'names' ? 2 : minSameHeadings))
}

/** How alike the articles are that have a frame in common. */
function* compareAll(
  articles: readonly Facts[],
  framesOf: (facts: Facts) => readonly Frame[]
): Generator<readonly [left: number, right: number, likeness: Likeness]> {
  const owners = new Map<number, {article: number; filling: number}[]>()
  for (const [right, facts] of articles.entries()) {
    const found = new Map<number, Likeness>()
    for (const [frame, filling] of new Map(framesOf(facts))) {
      const known = owners.get(frame)
      if (!known) {
        owners.set(frame, [{article: right, filling}])
        continue
      }
      for (const {article: left, filling: other} of known) {
        const likeness = found.get(left) ?? {shared: 0, swapped: 0}
        found.set(left, likeness)
        likeness.shared++
        if (other !== filling) likeness.swapped++
      }
      known.push({article: right, filling})
      if (known.length > reach) known.shift()
    }
    for (const [left, likeness] of found) yield [left, right, likeness]
  }
}

function compare(left: readonly Frame[], right: readonly Frame[]): Likeness {
  const fillings = new Map(left)
  const likeness = {shared: 0, swapped: 0}
  for (const [frame, filling] of new Map(right)) {
    const other = fillings.get(frame)
    if (other === undefined) continue
    likeness.shared++
    if (other !== filling) likeness.swapped++
  }
  return likeness
}
