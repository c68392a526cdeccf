import type {Citation, Document, EvidenceScope, Paragraph, Section, Sentence} from './model.ts'
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
  for (const citation of document.citations) {
    push(paragraphs, citation.paragraph, citation)
    push(sections, citation.paragraph.section, citation)
  }
  const inParagraph = (paragraph: Paragraph): readonly Citation[] => paragraphs.get(paragraph) ?? none
  const inSection = (section: Section): readonly Citation[] => sections.get(section) ?? none
  return {
    inParagraph,
    inSection,
    of(sentence) {
      const {paragraph, index} = sentence
      const near = inParagraph(paragraph)
      const own = near.find((citation) => citation.sentence === index)
      if (own) return {citation: own, reach: 'sentence'}
      const carried = near.length > 0 ? findCarried(sentence, near) : undefined
      const citation = carried ?? (paragraph.place === 'item' ? findLeadIn(document, paragraph, inParagraph) : undefined)
      if (citation) return {citation, reach: 'paragraph'}
      const far = near[0] ?? inSection(paragraph.section)[0]
      return far && {citation: far, reach: 'section'}
    }
  }
}

function push<Key>(map: Map<Key, Citation[]>, key: Key, citation: Citation): void {
  const list = map.get(key)
  if (list) list.push(citation)
  else map.set(key, [citation])
}

/** The citation before the sentence, when all sentences from there carry it on, or of a quotation that goes on. */
function findCarried({paragraph, index, start, text}: Sentence, near: readonly Citation[]): Citation | undefined {
  const speaker = near.find((citation) => citation.kind === 'quotation' || citation.kind === 'attribution')
  if (speaker && /[“"”]/.test(paragraph.prose.value)) {
    const isInside = findQuotations(paragraph.prose.value).some(([from, to]) => from <= start && start + text.length <= to + 1)
    if (isInside) return speaker
  }
  for (let at = index; at > 0; at--) {
    if (!continuation.test(paragraph.sentences[at]?.text ?? '')) return undefined
    const before = near.find((citation) => citation.sentence === at - 1)
    if (before) return before
  }
  return undefined
}

/** The citation of the sentence that leads into the list of an item. */
function findLeadIn(document: Document, item: Paragraph, inParagraph: Coverage['inParagraph']): Citation | undefined {
  let at = item.index - 1
  for (; at >= 0; at--) {
    const block = document.blocks[at]
    if (block?.type !== 'paragraph' || block.section !== item.section) return undefined
    if (block.place === 'item') continue
    const last = block.sentences.length - 1
    return /:$/.test(block.prose.value.trimEnd()) ? inParagraph(block).find(({sentence}) => sentence === last) : undefined
  }
  return undefined
}
