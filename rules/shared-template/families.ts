import {createClusters} from '../../src/rule/index.ts'
import {countFrames} from './frame-codes.ts'
import type {Facts} from './frames.ts'
import {compare, compareAll} from './likeness.ts'

/** Articles of one pattern, by their indexes, in order. */
export interface Family {
  /** What shows it: the same but for names, or the same headings with text that is the same. */
  readonly by: 'names' | 'headings'
  readonly articles: readonly number[]
}

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

/** Families of articles that were filled into one pattern. Time grows with the number of frames. */
export function findFamilies(articles: readonly Facts[], {minSwaps, minShare}: Limits): Family[] {
  const {join, rootOf, list} = createClusters(articles.length)
  const isSwapped = new Uint8Array(articles.length)
  const sentences = articles.map((facts) => facts.sentences)
  compareAll(sentences, (left, right, {shared, swapped}) => {
    if (shared < minSame) return
    const [a, b] = [articles[left], articles[right]] as [Facts, Facts]
    const least = minShare * Math.min(countFrames(a.sentences), countFrames(b.sentences))
    if (swapped >= minSwaps && shared >= least) {
      join(left, right)
      isSwapped[left] = 1
    }
    if (a.headings !== 0 && a.headings === b.headings) join(left, right)
  })
  const titles = articles.map(({title}) => title)
  compareAll(titles, (left, right, {swapped}) => {
    if (swapped === 0) return
    const [a, b] = [articles[left], articles[right]] as [Facts, Facts]
    // A family that is known by its names already is not compared phrase by phrase.
    if (isSwapped[left] === 1 && rootOf(left) === rootOf(right)) return
    const least = Math.max(minSwaps, minPhrases * Math.min(countFrames(a.phrases), countFrames(b.phrases)))
    if (compare(a.phrases, b.phrases).swapped < least) return
    join(left, right)
    isSwapped[left] = 1
  })
  const byNames = new Set<number>()
  for (let article = 0; article < articles.length; article++)
    if (isSwapped[article] === 1) byNames.add(rootOf(article))
  return list()
    .map(
      (members): Family => ({by: byNames.has(members[0] as number) ? 'names' : 'headings', articles: members})
    )
    .filter(({by, articles: {length}}) => length >= (by === 'names' ? 2 : minSameHeadings))
}
