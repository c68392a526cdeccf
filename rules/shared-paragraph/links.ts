import {createClusters, findSharedTexts, type SharedText} from '../../src/rule/index.ts'
import type {Facts} from './facts.ts'
import {findSpots, type Spot, type Spots} from './spots.ts'

export type Kind = 'exact' | 'contained' | 'near' | 'boilerplate'

/** A paragraph and the one it repeats, or all others. */
export interface Link {
  readonly spot: Spot
  readonly others: readonly Spot[]
  readonly articles: number
  /** Of the shorter one of the two paragraphs. */
  readonly words: number
  readonly kind: Kind
  readonly similarity: number
}

const nearMinWords = 20
const similarity = 0.8

/** What the articles share, by article and place; a link starts where the later article has it. */
export function findLinks(articles: readonly Facts[], boilerplateArticles: number): Link[] {
  const spots = findSpots(articles)
  const {texts} = spots
  const names = texts.map((_, text) => (articles[spots.firstOf(text)] as Facts).names)
  const clusters = createClusters(texts.length)
  const likeness = new Map<number, SharedText>()
  const loose: SharedText[] = []
  for (const match of findSharedTexts(texts, {names, nearMinWords, similarity})) {
    const {shorter, longer} = match
    // A long paragraph would join the clusters of all that it contains.
    if (match.kind === 'contained' && wordsOf(longer) > 2 * wordsOf(shorter)) {
      loose.push(match)
      continue
    }
    clusters.join(shorter, longer)
    for (const text of [shorter, longer]) {
      const known = likeness.get(text)
      if (!known || known.similarity < match.similarity) likeness.set(text, match)
    }
  }
  const links: Link[] = []
  for (const members of clusters.list()) linkAll(members)
  for (let text = 0; text < texts.length; text++)
    if (spots.countOf(text) > 1 && !likeness.has(text)) linkAll([text])
  for (const {shorter, longer} of loose) {
    if (spots.countOf(shorter) < boilerplateArticles) links.push(...linkContained(shorter, longer, spots))
  }
  return links.sort((a, b) => bySpot(a.spot, b.spot))

  function wordsOf(text: number): number {
    return (texts[text] as string).length
  }

  /** Links texts that are the same or nearly so. */
  function linkAll(members: readonly number[]): void {
    const places = members
      .flatMap((text) => spots.of(text).map((spot) => ({...spot, text})))
      .sort(bySpot)
      .filter(({article}, index, all) => article !== all[index - 1]?.article)
    const [first, ...later] = places
    if (!first || later.length === 0) return
    if (places.length >= boilerplateArticles) {
      const kind = 'boilerplate'
      links.push({spot: first, others: later, articles: places.length, words: 0, kind, similarity: 1})
      return
    }
    for (const {text, ...spot} of later) {
      const like = text === first.text ? undefined : (likeness.get(text) ?? likeness.get(first.text))
      const {kind = 'exact', similarity = 1} = like ?? {}
      const words = Math.min(wordsOf(text), wordsOf(first.text))
      links.push({spot, others: [first], articles: 2, words, kind, similarity})
    }
  }

  function linkContained(shorter: number, longer: number, {of}: Spots): Link[] {
    const inside = of(shorter)
    return of(longer).flatMap((long) => {
      const short = inside.find(({article}) => article !== long.article)
      if (!short) return []
      const [spot, other] = bySpot(short, long) < 0 ? [long, short] : [short, long]
      const words = wordsOf(shorter)
      return [{spot, others: [other], articles: 2, words, kind: 'contained', similarity: 1}]
    })
  }
}

function bySpot(a: Spot, b: Spot): number {
  return a.article - b.article || a.paragraph - b.paragraph
}
