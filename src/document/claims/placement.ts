import type {Citation, Document, GluedHeading, Paragraph, Section} from '../model.ts'
import {createParts} from '../prose/parts.ts'
import {ofArticle, placement} from './columns.ts'
import {type Cover, type Coverage, firstFrom} from './coverage.ts'
import type {Tokens} from './tokens.ts'
import type {Topic} from './topic.ts'

/** The sentences of a paragraph among all that are judged, and what is the same for each of them. */
export interface Place {
  /** The index of its first sentence. */
  readonly from: number
  /** One more than the index of the last. */
  readonly to: number
  /** Of all sentences. */
  readonly all: number
  readonly near: readonly Citation[]
  readonly links: number
  /** It begins with a label and a colon. */
  readonly isLabelled: boolean
  /** Signs of its heading, by column. */
  readonly heading: readonly HeadingSign[]
}

/** What the heading of a sentence shows. */
interface HeadingSign {
  readonly column: number
  readonly value: number
}

/** A citation that a reader can follow, not only the name of who said it. */
function isLink({kind}: Citation): boolean {
  return kind !== 'attribution' && kind !== 'quotation'
}

function countLinks(citations: readonly Citation[]): number {
  let count = 0
  for (let at = 0; at < citations.length; at++) if (isLink(citations[at] as Citation)) count++
  return count
}

/** Words of the sentences that are judged. */
export function countWords(all: readonly Tokens[]): number {
  return all.reduce((sum, {facts}) => sum + facts.length, 0)
}

/** Sets how densely an article cites. */
export function readArticleCitations(
  {citations, hasReferenceList}: Document,
  all: readonly Tokens[],
  row: Float64Array
): void {
  // Of the sentences that are judged: words of a copy, which a repair takes away, don't count.
  const share = 100 / Math.max(1, countWords(all))
  const links = countLinks(citations)
  const cited = new Set(citations.map(({paragraph, sentence}) => paragraph.sentences[sentence])).size
  row[ofArticle.articleCitations] = citations.length * share
  row[ofArticle.articleLinks] = links * share
  row[ofArticle.articleVoices] = (citations.length - links) * share
  row[ofArticle.articleCited] = cited / Math.max(1, all.length)
  row[ofArticle.lists] = Number(hasReferenceList)
}

const headingSigns: readonly {readonly column: number; readonly pattern: RegExp}[] = [
  {
    column: placement.underClosing,
    pattern:
      /\b(?:conclusions?|final thoughts|summary|takeaways?|wrapping up|closing|in short|bottom line|verdict)\b/i
  },
  {
    column: placement.underAdvice,
    pattern:
      /\b(?:how to|tips|steps?|best practices?|should|your|getting started|install|advice|next|checklist|guide)\b/i
  },
  {column: placement.underQuestion, pattern: /\?|\bfaqs?\b|frequently asked/i},
  {
    column: placement.underHistory,
    pattern:
      /\b(?:history|historical|background|origins?|early|life|career|biography|rise|reign|fall|battle|war|timeline|legacy|aftermath)\b/i
  },
  {
    column: placement.underIntroduction,
    pattern: /\b(?:introduction|overview|what is|what are|understanding|basics)\b/i
  },
  {
    column: placement.underBenefits,
    pattern: /\b(?:benefits?|advantages?|why|pros|cons|risks?|effects?|impact|challenges?|importance)\b/i
  }
]

function readHeading(part: Section | GluedHeading, topic: Topic): Place['heading'] {
  const {level} = part
  const text = 'proof' in part ? part.text : part.heading?.text
  // Text below the title is the lead, whether the title has its mark or not: a repair must not move a claim.
  if (text === undefined || level === 1) return [{column: placement.underNothing, value: 1}]
  const words = matchWords(text.toLowerCase())
  let named = 0
  for (let at = 0; at < words.length; at++) if (topic.isNamed(words[at] as string)) named++
  const signs: HeadingSign[] = [
    {column: placement.headingNames, value: named},
    {column: placement.headingWords, value: words.length}
  ]
  for (let at = 0; at < headingSigns.length; at++) {
    const {column, pattern} = headingSigns[at] as (typeof headingSigns)[number]
    if (pattern.test(text)) signs.push({column, value: 1})
  }
  return signs
}

/** Reads where sentences stand: of each, in order, the place of its paragraph. */
export function readPlaces(
  document: Document,
  all: readonly Tokens[],
  coverage: Coverage,
  topic: Topic
): readonly Place[] {
  const partOf = createParts(document)
  const headings = new Map<Section | GluedHeading, Place['heading']>()
  const headingOf = (paragraph: Paragraph): Place['heading'] => {
    const part = partOf(paragraph)
    const heading = headings.get(part) ?? readHeading(part, topic)
    headings.set(part, heading)
    return heading
  }
  const places: Place[] = []
  for (let from = 0; from < all.length; from = places.length) {
    const {paragraph} = (all[from] as Tokens).sentence
    let to = from + 1
    while (all[to]?.sentence.paragraph === paragraph) to++
    const near = coverage.inParagraph(paragraph)
    const place: Place = {
      from,
      to,
      all: all.length,
      near,
      links: countLinks(near),
      isLabelled: paragraph.prose.value.includes(':') && /^[^.!?:]{2,60}:\s/.test(paragraph.prose.value),
      heading: headingOf(paragraph)
    }
    for (let index = from; index < to; index++) places.push(place)
  }
  return places
}

/** Sets the signs of where a sentence stands, given its index among all; the row has zeros there. */
export function readPlacement(
  {sentence}: Tokens,
  index: number,
  place: Place,
  cover: Cover | undefined,
  row: Float64Array
): void {
  const {from, to, all, near} = place
  const {heading} = place
  for (let sign = 0; sign < heading.length; sign++) {
    const {column, value} = heading[sign] as HeadingSign
    row[column] = value
  }
  row[placement.opensParagraph] = index === from ? 1 : 0
  row[placement.endsParagraph] = index === to - 1 ? 1 : 0
  row[placement.placeInParagraph] = index - from
  row[placement.placeInArticle] = index / Math.max(1, all - 1)
  row[placement.sentencesBefore] = Math.log1p(index)
  row[placement.sentencesAfter] = Math.log1p(all - 1 - index)
  row[placement.label] = place.isLabelled ? 1 : 0
  if (cover?.reach === 'paragraph') row[placement.carried] = row[placement.covered] = 1
  if (near.length > 0) readCitations(sentence.index, place, row)
}

function readCitations(index: number, {near, links}: Place, row: Float64Array): void {
  let at = firstFrom(near, index)
  const before = near[at - 1]
  let linked = 0
  let attributed = 0
  let quoted = 0
  for (; near[at]?.sentence === index; at++) {
    const kind = near[at]?.kind
    if (kind === 'attribution') attributed++
    else if (kind === 'quotation') quoted++
    else linked++
  }
  const after = near[at]
  const cited = linked + attributed + quoted
  row[placement.cited] = cited
  row[placement.linked] = linked
  row[placement.attributed] = attributed
  row[placement.quoted] = quoted
  if (cited > 0) row[placement.covered] = 1
  if (before) row[placement.citedBefore] = 1 / (index - before.sentence)
  if (after) row[placement.citedAfter] = 1 / (after.sentence - index)
  row[placement.paragraphCitations] = near.length
  row[placement.paragraphLinks] = links
}

/** Words of the title in lower case that are looked for in the sentences. */
export function readTitleWords({title}: Document): ReadonlySet<string> {
  return new Set(matchWords(title?.text.toLowerCase() ?? '').filter((text) => text.length > 3))
}

/** Words without their inner marks, of a text in lower case. */
function matchWords(lower: string): readonly string[] {
  return lower.match(/[\p{L}\d]+/gu) ?? []
}
