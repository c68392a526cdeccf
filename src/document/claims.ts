import {addContextCues, type Candidate, readArticleCues} from './claim-context.ts'
import {readCues} from './claim-cues.ts'
import {readTokens} from './claim-tokens.ts'
import {isReferenceEntry, isSourceLine} from './citations.ts'
import {type Coverage, readCoverage} from './coverage.ts'
import type {Claim, Document, Paragraph, Section} from './model.ts'
import {readTopic} from './topic.ts'

export function findClaims(_document: Document): Claim[] {
  return []
}

/** The sentences that could be claims, with all their cues, and what citations cover. */
export function collectCandidates(document: Document): {candidates: readonly Candidate[]; coverage: Coverage} {
  const isOpen = createGuard(document)
  const open = new Map<Paragraph, boolean>()
  const tokens = []
  for (const sentence of document.sentences) {
    const {paragraph} = sentence
    let judged = open.get(paragraph)
    if (judged === undefined) open.set(paragraph, (judged = isOpen(paragraph)))
    if (judged) tokens.push(readTokens(sentence))
  }
  const topic = readTopic(document, tokens)
  const candidates = tokens.map((own) => ({tokens: own, cues: readCues(own, topic)}))
  const coverage = readCoverage(document)
  addContextCues(candidates, coverage, readArticleCues(document, topic, candidates))
  return {candidates, coverage}
}

/** Paragraphs that state things in the author's own voice. */
function createGuard(document: Document): (paragraph: Paragraph) => boolean {
  const listed = new Set<Section>()
  const speakers = findSpeakers(document)
  return (paragraph) => {
    const {place, section} = paragraph
    if (place === 'footnote' || place === 'quote' || section.isReferences) return false
    if (place === 'body' && isSourceLine(paragraph)) listed.add(section)
    if (listed.has(section) || isReferenceEntry(paragraph)) return false
    return !speakers.has(speakerOf(paragraph) ?? '')
  }
}

/** "AL: We bake at four." */
function speakerOf({prose}: Paragraph): string | undefined {
  return /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}):\s/u.exec(prose.value)?.[1]
}

/** Labels that open several paragraphs, half of which speak as "I" or ask: the speakers of an interview. */
function findSpeakers(document: Document): Set<string> {
  const turns = new Map<string, {count: number; personal: number}>()
  for (const paragraph of document.paragraphs) {
    const speaker = speakerOf(paragraph)
    if (speaker === undefined) continue
    const turn = turns.get(speaker) ?? {count: 0, personal: 0}
    turn.count++
    if (/\?|\b(?:I|I['’]m|you|we|my|our)\b/.test(paragraph.prose.value)) turn.personal++
    turns.set(speaker, turn)
  }
  const found = [...turns].filter(([, {count, personal}]) => count >= 2 && personal * 2 >= count)
  return new Set(found.map(([speaker]) => speaker))
}
