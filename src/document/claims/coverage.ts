import {lazy} from '../lazy.ts'
import type {Citation, Document, EvidenceScope, GluedHeading, Paragraph, Section, Sentence} from '../model.ts'
import {createParts} from '../prose/parts.ts'
import {findQuotations} from '../prose/quoted.ts'
import {type Beside, leadsInto, readBeside} from '../references/lead-ins.ts'
import {carriesOn, tellsOfSameStudy} from './continuation.ts'

/** A citation, and how far from the statement it stands. */
export interface Cover {
  readonly citation: Citation
  readonly reach: EvidenceScope
  /** How many sentences away: below 0 before the statement, above 0 after it; nothing from another paragraph. */
  readonly distance?: number
}

/** Where the citations of an article stand. */
export interface Coverage {
  /** The nearest citation that covers a sentence; with the reach `section` one that is near and does not. */
  of(sentence: Sentence): Cover | undefined
  /** Those of its paragraph, in order. */
  inParagraph(paragraph: Paragraph): readonly Citation[]
}

const none: readonly never[] = []

/**
 * Reads what the citations of an article cover: their sentence, what carries it on, what leads into it, the items of a
 * list, their section.
 */
export function readCoverage(document: Document): Coverage {
  if (document.citations.length === 0) return {of: () => undefined, inParagraph: () => none}
  const paragraphs = new Map<Paragraph, Citation[]>()
  const partOf = createParts(document)
  const parts = new Map<Section | GluedHeading, Citation>()
  for (const citation of document.citations) {
    push(paragraphs, citation.paragraph, citation)
    const part = partOf(citation.paragraph)
    if (!parts.has(part)) parts.set(part, citation)
  }
  const inParagraph = (paragraph: Paragraph): readonly Citation[] => paragraphs.get(paragraph) ?? none
  const houses = lazy(() => readHouses(document.citations))
  const besides = readBeside(document.blocks, inParagraph)
  const readSurroundings = (paragraph: Paragraph): Surroundings => {
    const near = inParagraph(paragraph)
    const far = parts.get(partOf(paragraph))
    return {
      paragraph,
      near,
      covers: near.length > 0 ? readParagraph(paragraph, near, document) : none,
      beside: besides.get(paragraph),
      maySay: says.test(paragraph.prose.value),
      far: far && {citation: far, reach: 'section'}
    }
  }
  // Sentences are asked for in order: what they have in common is read once.
  let known: Surroundings | undefined
  return {
    inParagraph,
    of({paragraph, index, text}) {
      if (known?.paragraph !== paragraph) known = readSurroundings(paragraph)
      const {near, covers, beside, maySay, far} = known
      const cover = covers[index]
      if (cover) return cover
      if (beside && (beside.sentence ?? index) === index)
        return {citation: beside.citation, reach: 'paragraph'}
      const said = maySay && says.test(text) ? readSpeaker(text, houses) : undefined
      if (said) return {citation: said, reach: 'paragraph'}
      const nearest = findNearest(near, index)
      return nearest ? {citation: nearest, reach: 'section', distance: nearest.sentence - index} : far
    }
  }
}

/** What the sentences of a paragraph have in common. */
interface Surroundings {
  readonly paragraph: Paragraph
  readonly near: readonly Citation[]
  /** Of each sentence what covers it from inside the paragraph. */
  readonly covers: readonly (Cover | undefined)[]
  readonly beside: Beside | undefined
  readonly maySay: boolean
  /** The first citation of its section. */
  readonly far: Cover | undefined
}

const verbs =
  '(?:expects|projects|forecasts|estimate[sd]|predict(?:s|ed)|anticipates|reports|reported|calculate[sd]|counted|found|believes)'
/** Asked first, of the paragraph and the sentence: few hold such a verb, and `saying` stops at each capital. */
const says = new RegExp(` ${verbs}`)
/** "Millwatch expects", as it is written: the name is one word, of the letters that the name of a site has. */
const saying = new RegExp(
  `(?<![A-Za-z\\d\\u00c0-\\u1fff’'-])([A-Z][A-Za-z\\d]{2,30}) (?:(?:also|now|still|further) )?${verbs}\\b`
)

/** What an article links to, by the name of its site: `millwatch` of `https://www.millwatch.co.uk/2024`. */
function readHouses(citations: readonly Citation[]): ReadonlyMap<string, Citation> {
  const houses = new Map<string, Citation>()
  for (const citation of citations) {
    const labels =
      /^https?:\/\/([a-z\d.-]{3,100})/i
        .exec(citation.url ?? '')?.[1]
        ?.toLowerCase()
        .split('.') ?? []
    const name = labels
      .slice(0, -1)
      .reduce((longest, label) => (label.length >= longest.length ? label : longest), '')
    if (!houses.has(name)) houses.set(name, citation)
  }
  return houses
}

/** The link to the house that says it: it stands elsewhere in the article, under the name that a reader looks for. */
function readSpeaker(text: string, houses: () => ReadonlyMap<string, Citation>): Citation | undefined {
  const name = saying.exec(text)?.[1]
  return name === undefined ? undefined : houses().get(name.toLowerCase())
}

function push(map: Map<Paragraph, Citation[]>, key: Paragraph, citation: Citation): void {
  const list = map.get(key)
  if (list) list.push(citation)
  else map.set(key, [citation])
}

/** More sentences than this don't go on from one source. */
const longestChain = 8

/** For each sentence of a paragraph what covers it, given the citations of the paragraph. */
function readParagraph(
  paragraph: Paragraph,
  near: readonly Citation[],
  document: Document
): readonly (Cover | undefined)[] {
  const {sentences} = paragraph
  const covers = new Array<Cover | undefined>(sentences.length).fill(undefined)
  for (const citation of near) covers[citation.sentence] ??= toCover(citation, citation.sentence)
  coverQuotations(paragraph, near, covers)
  const label = near[0]
  if (label && isLabel(label, paragraph, document.text))
    for (let index = 0; index < covers.length; index++) covers[index] ??= toCover(label, index)
  let carried: Citation | undefined
  let at = 0
  for (let index = 0; index < covers.length; index++) {
    const from = at
    while (near[at]?.sentence === index) at++
    if (at > from) carried = near[at - 1]
    else if (
      carried &&
      (index - carried.sentence > longestChain ||
        !carriesOn(sentences[index] as Sentence, sentences[index - 1] as Sentence))
    )
      carried = undefined
    if (carried) covers[index] ??= toCover(carried, index)
  }
  for (let index = covers.length - 2; index >= 0; index--) {
    const ahead = covers[index + 1]
    if (covers[index] || !ahead) continue
    const sentence = sentences[index] as Sentence
    const after = sentences[index + 1] as Sentence
    const next = near.slice(firstFrom(near, index + 1), firstFrom(near, index + 2))
    if (next.length > 0 && leadsInto(sentence, after, next, document))
      covers[index] = toCover(ahead.citation, index)
    else if (ahead.citation.sentence > index && tellsOfSameStudy(sentence, after))
      covers[index] = toCover(ahead.citation, index)
  }
  return covers
}

/** "[**Ovens:**](https://mill.org/ovens) The first was of clay. …": what the whole paragraph sums up. */
function isLabel({kind, sentence, range}: Citation, {range: [from]}: Paragraph, source: string): boolean {
  if (kind !== 'link' || sentence > 0 || range[0] - from > 8) return false
  return (
    /^[\s*_[]*$/.test(source.slice(from, range[0])) &&
    (/:[*_]*$/.test(source.slice(...range)) ||
      /^[*_]*\](?:\([^()\s]{0,2000}\)|\[[^[\]]{0,200}\])?[*_]*:/.test(
        source.slice(range[1], range[1] + 2010)
      ))
  )
}

function toCover(citation: Citation, index: number): Cover {
  const distance = citation.sentence - index
  return {citation, reach: distance === 0 ? 'sentence' : 'paragraph', distance}
}

/** The speaker covers all sentences of a quotation. */
function coverQuotations(
  {sentences, prose}: Paragraph,
  near: readonly Citation[],
  covers: (Cover | undefined)[]
): void {
  if (!/["“„«‘]/.test(prose.value)) return
  const speakers = near.filter(({kind}) => kind === 'quotation' || kind === 'attribution')
  if (speakers.length === 0) return
  const quotations = findQuotations(prose.value)
  let at = 0
  for (let index = 0; index < sentences.length; index++) {
    const {start, text} = sentences[index] as Sentence
    while ((quotations[at]?.[1] ?? Infinity) <= start) at++
    const quotation = quotations[at]
    if (quotation === undefined) return
    const from = quotation[0]
    const to = quotation[1]
    // The full stop may stand outside the closing mark.
    if (from > start || start + text.length > to + 1) continue
    const speaker = findNearest(speakers, index)
    if (speaker) covers[index] ??= toCover(speaker, index)
  }
}

/**
 * Where the citations of a sentence begin among those of its paragraph, which stand in order; looked up by halves, for a
 * paragraph may be a book.
 */
export function firstFrom(near: readonly Citation[], index: number): number {
  let low = 0
  let high = near.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((near[middle]?.sentence ?? 0) < index) low = middle + 1
    else high = middle
  }
  return low
}

/** Of citations in order, the one that stands nearest to a sentence; before it rather than behind. */
function findNearest(citations: readonly Citation[], index: number): Citation | undefined {
  const at = firstFrom(citations, index)
  // A look-up below 0 would leave the fast path of an array.
  const before = at > 0 ? citations[at - 1] : undefined
  const after = at < citations.length ? citations[at] : undefined
  if (!before || !after) return before ?? after
  return after.sentence - index < index - before.sentence ? after : before
}
