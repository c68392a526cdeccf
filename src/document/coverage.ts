import type {
  Citation,
  Document,
  EvidenceScope,
  GluedHeading,
  Paragraph,
  Range,
  Section,
  Sentence
} from './model.ts'
import {findQuotations} from './quoted.ts'

/** A citation, and how far from the statement it stands. */
export interface Cover {
  readonly citation: Citation
  readonly reach: EvidenceScope
}

/** Where the citations of an article stand. */
export interface Coverage {
  /** The nearest citation that covers a sentence. */
  of(sentence: Sentence): Cover | undefined
  /** Those of its paragraph, in order. */
  inParagraph(paragraph: Paragraph): readonly Citation[]
  inSection(section: Section): readonly Citation[]
}

const none: readonly Citation[] = []

/** First words that carry on what the sentence before said. */
const continuation =
  /^(?:(?:and|but|so|also|thus|in addition|moreover|furthermore|similarly|likewise|specifically|in particular|for (?:example|instance)|that is|by contrast|in contrast|overall|additionally),? )?(?:it|they|he|she|this|these|that|those|its|their|his|her|both|the (?:study|survey|report|researchers|authors?|paper|analysis|findings|results?|trial|poll|review|article|data|figures?|same|latter|former|agency|team|committee|ruling|act|law|book|others?|remaining|rest))\b/i

/** Reads what the citations of an article cover: their sentence, what carries it on, a list's items, their section. */
export function readCoverage(document: Document): Coverage {
  const paragraphs = new Map<Paragraph, Citation[]>()
  const sections = new Map<Section, Citation[]>()
  const partOf = readParts(document)
  const parts = new Map<Section | GluedHeading, Citation[]>()
  for (const citation of document.citations) {
    push(paragraphs, citation.paragraph, citation)
    push(sections, citation.paragraph.section, citation)
    push(parts, partOf(citation.paragraph), citation)
  }
  const inParagraph = (paragraph: Paragraph): readonly Citation[] => paragraphs.get(paragraph) ?? none
  const inSection = (section: Section): readonly Citation[] => sections.get(section) ?? none
  const leadIns = readLeadIns(document, inParagraph)
  const quotations = new Map<Paragraph, readonly Range[]>()
  const quotationsOf = (paragraph: Paragraph): readonly Range[] => {
    const found = quotations.get(paragraph) ?? findQuotations(paragraph.prose.value)
    quotations.set(paragraph, found)
    return found
  }
  return {
    inParagraph,
    inSection,
    of(sentence) {
      const {paragraph, index} = sentence
      const near = inParagraph(paragraph)
      const own = near.find((citation) => citation.sentence === index)
      if (own) return {citation: own, reach: 'sentence'}
      const citation =
        near.length > 0
          ? (findSpeaker(sentence, near, quotationsOf) ?? findCarried(sentence, near))
          : leadIns.get(paragraph)
      if (citation) return {citation, reach: 'paragraph'}
      const far = near[0] ?? parts.get(partOf(paragraph))?.[0]
      return far && {citation: far, reach: 'section'}
    }
  }
}

function push<Key>(map: Map<Key, Citation[]>, key: Key, citation: Citation): void {
  const list = map.get(key)
  if (list) list.push(citation)
  else map.set(key, [citation])
}

/** The section a paragraph is in, or the heading glued into a paragraph above it: it will be a section of its own. */
function readParts({gluedHeadings}: Document): (paragraph: Paragraph) => Section | GluedHeading {
  const starts = gluedHeadings.filter(({repair}) => repair !== undefined)
  return ({section, index}) =>
    starts.findLast(({block}) => block.section === section && block.index < index) ?? section
}

/** The speaker of a quotation that the sentence is a part of. */
function findSpeaker(
  {paragraph, start, text}: Sentence,
  near: readonly Citation[],
  quotationsOf: (paragraph: Paragraph) => readonly Range[]
): Citation | undefined {
  const speaker = near.find(({kind}) => kind === 'quotation' || kind === 'attribution')
  if (!speaker) return undefined
  // The full stop may stand outside the closing mark.
  return quotationsOf(paragraph).some(([from, to]) => from <= start && start + text.length <= to + 1)
    ? speaker
    : undefined
}

/** More sentences than this don't go on from one source. */
const longestChain = 8

/** The citation before the sentence, when all sentences from there carry it on. */
function findCarried({paragraph, index}: Sentence, near: readonly Citation[]): Citation | undefined {
  for (let at = index; at > 0 && index - at < longestChain; at--) {
    if (!continuation.test(paragraph.sentences[at]?.text ?? '')) return undefined
    const before = near.find(({sentence}) => sentence === at - 1)
    if (before) return before
  }
  return undefined
}

/** For each item of a list the citation of the sentence that leads into it. */
function readLeadIns(document: Document, inParagraph: Coverage['inParagraph']): Map<Paragraph, Citation> {
  const found = new Map<Paragraph, Citation>()
  let lead: Citation | undefined
  for (const block of document.blocks) {
    if (block.type === 'paragraph' && block.place === 'item') {
      if (lead) found.set(block, lead)
      continue
    }
    lead = undefined
    if (block.type !== 'paragraph' || !/:\s*$/.test(block.prose.value.slice(-4))) continue
    const last = block.sentences.length - 1
    lead = inParagraph(block).find(({sentence}) => sentence === last)
  }
  return found
}
