import type {Facts} from './facts.ts'

/** A paragraph of an article. */
export interface Spot {
  readonly article: number
  readonly paragraph: number
}

/** The different texts of a site, and where each stands: numbers in two rows, for a site has paragraphs by the million. */
export interface Spots {
  readonly texts: readonly string[]
  /** By article, the first place in each. */
  of(text: number): readonly Spot[]
  /** The first article that has a text. */
  firstOf(text: number): number
  /** Number of articles that a text stands in. */
  countOf(text: number): number
}

export function findSpots(articles: readonly Facts[]): Spots {
  const ids = new Map<string, number>()
  const texts: string[] = []
  const total = articles.reduce((sum, {paragraphs}) => sum + paragraphs.length, 0)
  const textOf = new Int32Array(total)
  const counts = new Int32Array(total + 1)
  // The article after the last one that has the text.
  const seen = new Int32Array(total)
  let row = 0
  for (const [article, {paragraphs}] of articles.entries()) {
    for (const [, , codes, hash] of paragraphs) {
      const known = ids.get(hash)
      // Hashes that meet by chance.
      const key = known === undefined || texts[known] === codes ? hash : hash + codes
      let id = ids.get(key)
      if (id === undefined) {
        id = ids.size
        ids.set(key, id)
        texts.push(codes)
      }
      const isNew = seen[id] !== article + 1
      seen[id] = article + 1
      textOf[row++] = isNew ? id : -1
      if (isNew) counts[id] = (counts[id] as number) + 1
    }
  }
  const starts = new Int32Array(ids.size + 1)
  for (let id = 0; id < ids.size; id++) starts[id + 1] = (starts[id] as number) + (counts[id] as number)
  const next = starts.slice()
  const articleOf = new Int32Array(total)
  const paragraphOf = new Int32Array(total)
  row = 0
  for (const [article, {paragraphs}] of articles.entries()) {
    for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) {
      const id = textOf[row++] as number
      if (id < 0) continue
      const at = next[id] as number
      next[id] = at + 1
      articleOf[at] = article
      paragraphOf[at] = paragraph
    }
  }
  const countOf = (text: number): number => counts[text] as number
  return {
    texts,
    countOf,
    firstOf: (text) => articleOf[starts[text] as number] as number,
    of: (text) =>
      Array.from({length: countOf(text)}, (_, index) => {
        const at = (starts[text] as number) + index
        return {article: articleOf[at] as number, paragraph: paragraphOf[at] as number}
      })
  }
}
