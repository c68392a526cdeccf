import {type Coverage, firstFrom} from '../coverage.ts'
import type {Citation, Document, GluedHeading, Paragraph, Section} from '../model.ts'
import {createParts} from '../parts.ts'
import type {Tokens} from './tokens.ts'

/** What can be said of where a sentence stands and of the citations around it; signs are 0 or 1. */
export const noPlacement = {
  // in its paragraph and the article
  opensParagraph: 0,
  endsParagraph: 0,
  placeInParagraph: 0,
  placeInArticle: 0,
  sentencesBefore: 0,
  sentencesAfter: 0,
  label: 0,
  // under its heading
  underClosing: 0,
  underAdvice: 0,
  underQuestion: 0,
  underHistory: 0,
  underIntroduction: 0,
  underBenefits: 0,
  underNothing: 0,
  headingNames: 0,
  headingWords: 0,
  // beside its citations
  cited: 0,
  linked: 0,
  attributed: 0,
  quoted: 0,
  carried: 0,
  covered: 0,
  citedBefore: 0,
  citedAfter: 0,
  paragraphCitations: 0,
  paragraphLinks: 0
}

export type Placement = typeof noPlacement

/** Of all citations of an article, in 100 words; `cited` is a share of its sentences. */
export interface ArticleCitations {
  readonly articleCitations: number
  readonly articleLinks: number
  readonly articleVoices: number
  readonly articleCited: number
  readonly lists: number
}

/** A citation that a reader can follow, not only the name of who said it. */
function isLink({kind}: Citation): boolean {
  return kind !== 'attribution' && kind !== 'quotation'
}

/** Words of the sentences that are judged. */
export function countWords(all: readonly Tokens[]): number {
  return all.reduce((sum, {lower}) => sum + lower.length, 0)
}

/** How densely an article cites. */
export function readArticleCitations(
  {citations, hasReferenceList}: Document,
  all: readonly Tokens[]
): ArticleCitations {
  // Of the sentences that are judged: words of a copy, which a repair takes away, don't count.
  const share = 100 / Math.max(1, countWords(all))
  const links = citations.filter(isLink).length
  const cited = new Set(citations.map(({paragraph, sentence}) => paragraph.sentences[sentence])).size
  return {
    articleCitations: citations.length * share,
    articleLinks: links * share,
    articleVoices: (citations.length - links) * share,
    articleCited: cited / Math.max(1, all.length),
    lists: Number(hasReferenceList)
  }
}

const headingSigns: readonly (readonly [keyof Placement, RegExp])[] = [
  [
    'underClosing',
    /\b(?:conclusions?|final thoughts|summary|takeaways?|wrapping up|closing|in short|bottom line|verdict)\b/i
  ],
  [
    'underAdvice',
    /\b(?:how to|tips|steps?|best practices?|should|your|getting started|install|advice|next|checklist|guide)\b/i
  ],
  ['underQuestion', /\?|\bfaqs?\b|frequently asked/i],
  [
    'underHistory',
    /\b(?:history|historical|background|origins?|early|life|career|biography|rise|reign|fall|battle|war|timeline|legacy|aftermath)\b/i
  ],
  ['underIntroduction', /\b(?:introduction|overview|what is|what are|understanding|basics)\b/i],
  [
    'underBenefits',
    /\b(?:benefits?|advantages?|why|pros|cons|risks?|effects?|impact|challenges?|importance)\b/i
  ]
]

type Under = Partial<Placement>

function readHeading(part: Section | GluedHeading, isNamed: (lower: string) => boolean): Under {
  const {level} = part
  const text = 'proof' in part ? part.text : part.heading?.text
  // Text below the title is the lead, whether the title has its mark or not: a repair must not move a claim.
  if (text === undefined || level === 1) return {underNothing: 1}
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  const under: Under = {
    headingNames: words.filter(isNamed).length,
    headingWords: words.length
  }
  for (const [name, pattern] of headingSigns) under[name] = Number(pattern.test(text))
  return under
}

/** Reads where sentences stand, for all sentences of an article in order. */
export function readPlacements(
  document: Document,
  all: readonly Tokens[],
  coverage: Coverage,
  isNamed: (lower: string) => boolean
): Placement[] {
  const partOf = createParts(document)
  const sizes = new Map<Paragraph, number>()
  for (const {sentence} of all) sizes.set(sentence.paragraph, (sizes.get(sentence.paragraph) ?? 0) + 1)
  const seen = new Map<Paragraph, number>()
  const labels = new Map<Paragraph, number>()
  const links = new Map<Paragraph, number>()
  const headings = new Map<Section | GluedHeading, Under>()
  const last = Math.max(1, all.length - 1)
  return all.map((tokens, index) => {
    const {paragraph} = tokens.sentence
    const part = partOf(paragraph)
    const inParagraph = seen.get(paragraph) ?? 0
    if (inParagraph === 0) links.set(paragraph, coverage.inParagraph(paragraph).filter(isLink).length)
    if (inParagraph === 0) labels.set(paragraph, Number(/^[^.!?:]{2,60}:\s/.test(paragraph.prose.value)))
    seen.set(paragraph, inParagraph + 1)
    const under = headings.get(part) ?? readHeading(part, isNamed)
    headings.set(part, under)
    const placement: Placement = {
      ...noPlacement,
      ...under,
      label: labels.get(paragraph) ?? 0,
      paragraphLinks: links.get(paragraph) ?? 0,
      opensParagraph: Number(inParagraph === 0),
      endsParagraph: Number(inParagraph === (sizes.get(paragraph) ?? 1) - 1),
      placeInParagraph: inParagraph,
      placeInArticle: index / last,
      sentencesBefore: Math.log1p(index),
      sentencesAfter: Math.log1p(all.length - 1 - index)
    }
    readCitations(tokens, coverage, placement)
    return placement
  })
}

function readCitations({sentence}: Tokens, coverage: Coverage, placement: Placement): void {
  const near = coverage.inParagraph(sentence.paragraph)
  const {index} = sentence
  let at = firstFrom(near, index)
  const before = near[at - 1]
  for (; near[at]?.sentence === index; at++) {
    const kind = near[at]?.kind
    placement.cited++
    if (kind === 'attribution') placement.attributed++
    else if (kind === 'quotation') placement.quoted++
    else placement.linked++
  }
  const after = near[at]
  placement.citedBefore = before ? 1 / (index - before.sentence) : 0
  placement.citedAfter = after ? 1 / (after.sentence - index) : 0
  placement.paragraphCitations = near.length
  placement.carried = Number(coverage.of(sentence)?.reach === 'paragraph')
  placement.covered = Number(placement.cited > 0 || placement.carried > 0)
}

/** Words of the title in lower case, for `Measures.titleWords`. */
export function readTitleWords({title}: Document): Set<string> {
  return new Set(title?.text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
}
