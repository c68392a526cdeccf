import {createClusters, findSharedTexts, type SharedText} from '../../src/rule/index.ts'
import type {Facts} from './facts.ts'

export type Kind = 'exact' | 'contained' | 'near' | 'boilerplate'

/** A paragraph of an article. */
export interface Spot {
  readonly article: number
  readonly paragraph: number
}

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
  const spots = new Map<string, Spot[]>()
  for (const [article, {paragraphs}] of articles.entries()) {
    for (const [paragraph, [, , codes]] of paragraphs.entries()) {
      const known = spots.get(codes)
      if (!known) spots.set(codes, [{article, paragraph}])
      else if (known.at(-1)?.article !== article) known.push({article, paragraph})
    }
  }
  const links = linksOf([...spots.keys()], [...spots.values()], articles, boilerplateArticles)
  return links.sort((a, b) => bySpot(a.spot, b.spot))
}

function linksOf(
  texts: readonly string[],
  spots: readonly (readonly Spot[])[],
  articles: readonly Facts[],
  boilerplateArticles: number
): Link[] {
  const names = spots.map(([first]) => articles[first?.article ?? 0]?.names ?? '')
  const clusters = createClusters(texts.length)
  const likeness = new Map<number, {kind: SharedText['kind']; similarity: number}>()
  const loose: SharedText[] = []
  for (const match of findSharedTexts(texts, {names, nearMinWords, similarity})) {
    const {shorter, longer} = match
    const [short, long] = [texts[shorter]?.length ?? 0, texts[longer]?.length ?? 0]
    // A long paragraph would join the clusters of all that it contains.
    if (match.kind === 'contained' && long > 2 * short) {
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
  for (const members of clusters.list()) {
    const places = members
      .flatMap((text) => (spots[text] ?? []).map((spot) => ({...spot, text})))
      .sort(bySpot)
      .filter(({article}, index, all) => article !== all[index - 1]?.article)
    const [first, ...later] = places
    if (!first || later.length === 0) continue
    if (places.length >= boilerplateArticles) {
      links.push({
        spot: first,
        others: later,
        articles: places.length,
        words: 0,
        kind: 'boilerplate',
        similarity: 1
      })
      continue
    }
    for (const {text, ...spot} of later) {
      const like = text === first.text ? undefined : (likeness.get(text) ?? likeness.get(first.text))
      const {kind = 'exact', similarity = 1} = like ?? {}
      const words = Math.min(...[text, first.text].map((index) => texts[index]?.length ?? 0))
      links.push({spot, others: [first], articles: 2, words, kind, similarity})
    }
  }
  for (const {shorter, longer} of loose) {
    const inside = spots[shorter] ?? []
    if (inside.length >= boilerplateArticles) continue
    for (const long of spots[longer] ?? []) {
      const short = inside.find(({article}) => article !== long.article)
      if (!short) continue
      const [spot, other] = bySpot(short, long) < 0 ? [long, short] : [short, long]
      const words = texts[shorter]?.length ?? 0
      links.push({spot, others: [other], articles: 2, words, kind: 'contained', similarity: 1})
    }
  }
  return links
}

function bySpot(a: Spot, b: Spot): number {
  return a.article - b.article || a.paragraph - b.paragraph
}
