import {isReferenceEntry, isSourceLine} from './citations.ts'
import {addContextCues, type Candidate, readArticleCues} from './claim-context.ts'
import {readCues} from './claim-cues.ts'
import {readTokens, type Tokens} from './claim-tokens.ts'
import {bias, type Cue, weights} from './claim-weights.ts'
import {type Coverage, readCoverage} from './coverage.ts'
import type {Claim, ClaimKind, Document, Paragraph, Section, Sentence} from './model.ts'
import {findFigure, findVague, inSource} from './quantities.ts'
import {findQuotations} from './quoted.ts'
import {readTopic} from './topic.ts'
import {findWeasel} from './weasels.ts'

/** Fewer words than this say too little to be checked. */
const leastWords = 6
/** The same for an item of a list that lost its marks, and where a phrase gives the sentence away: "Experts agree on that." */
const fewWords = 4

/** The sentences that speak of checkable things, each with how surely an editor would ask for its source. */
export function findClaims(document: Document): Claim[] {
  const {candidates, coverage} = collectCandidates(document)
  const items = new Set(document.flattenedLists.flatMap((list) => list.items))
  const claims: Claim[] = []
  for (const {tokens, cues} of candidates) {
    const {sentence} = tokens
    const weasel = findWeasel(tokens)
    const least = weasel || items.has(sentence.paragraph) ? fewWords : leastWords
    if (tokens.words.length < least || !isStatement(sentence) || isTitleCase(tokens)) continue
    const kind = weasel ? 'study' : readKind(tokens, cues)
    if (kind === undefined) continue
    const cover = coverage.of(sentence)
    const vague = findVague(tokens)
    const figure = kind === 'quantity' ? (vague ?? findFigure(tokens)) : undefined
    claims.push({
      kind,
      sentence,
      range: figure ? inSource(sentence, figure) : sentence.range,
      confidence: readConfidence(cues),
      ...(cover && {citation: cover.citation, reach: cover.reach}),
      ...(vague && {vague: inSource(sentence, vague)}),
      ...(weasel && {weasel: {...weasel, range: inSource(sentence, weasel.range)}})
    })
  }
  return claims
}

/** 0-1, from the sum of the cues' weights. */
function readConfidence(cues: Iterable<Cue>): number {
  let sum = bias
  for (const cue of cues) sum += weights[cue]
  return 1 / (1 + Math.exp(-sum))
}

/** No question, no lead-in of a list. */
function isStatement({text}: Sentence): boolean {
  return !/(?:[?:]|\bthe following\.)["”’)]?$/i.test(text)
}

/** "Jane Doe, Head of Bread at Northern Mills": a line of names. */
function isTitleCase({shapes, sentence}: Tokens): boolean {
  if (/[.!”"]$/.test(sentence.text)) return false
  const capitals = shapes.filter((shape) => shape !== 'lower').length
  return capitals >= shapes.length * 0.6
}

function readKind({sentence}: Tokens, cues: ReadonlySet<Cue>): ClaimKind | undefined {
  const {text} = sentence
  if (cues.has('quotes')) {
    const quoted = findQuotations(text).reduce((sum, [start, end]) => sum + end - start, 0)
    if (quoted > text.length * 0.5) return 'quotation'
  }
  if (cues.has('study')) return 'study'
  if (cues.has('quantity')) return 'quantity'
  if (
    cues.has('forecast') &&
    /\b(?:will|expected|projected|poised|forecast|predicted|plan(?:s|ned|ning)?|likely|exploring|slated|intends)\b/i.test(
      text
    )
  )
    return 'forecast'
  if (cues.has('rank')) return 'rank'
  if (cues.has('health-effect') || (cues.has('effect') && cues.has('nothing-specific'))) return 'effect'
  return !cues.has('nothing-specific') || factCues.some((cue) => cues.has(cue)) ? 'fact' : undefined
}

const factCues: readonly Cue[] = [
  'certified',
  'names',
  'event',
  'year',
  'figure',
  'past',
  'passive',
  'topic',
  'profile-claim',
  'he-or-she',
  'repute',
  'health',
  'law',
  'effect',
  'operation',
  'usually',
  'vague-size',
  'this-acts'
]

/** The sentences that could be claims, with all their cues, and what citations cover. */
export function collectCandidates(document: Document): {
  candidates: readonly Candidate[]
  coverage: Coverage
} {
  const isOpen = createGuard(document)
  const open = new Map<Paragraph, boolean>()
  const tokens: Tokens[] = []
  for (const sentence of document.sentences) {
    const {paragraph} = sentence
    const judged = open.get(paragraph) ?? isOpen(paragraph)
    open.set(paragraph, judged)
    if (judged) tokens.push(readTokens(sentence))
  }
  if (isForeign(tokens)) tokens.length = 0
  const topic = readTopic(document, tokens)
  const candidates = tokens.map((own) => ({tokens: own, cues: readCues(own, topic)}))
  const coverage = readCoverage(document)
  addContextCues(candidates, coverage, readArticleCues(document, topic, candidates))
  return {candidates, coverage}
}

/** Common small words of other languages that are none in English. */
const foreign = new Set(
  `der und das ist nicht mit ein eine von zu den dem sich auf für le la les des et est une dans que qui el los las una por con
  del il della che di sono os uma não het een van niet zijn se na je že się nie jest och att som det og til på av`.split(
    /\s+/
  )
)

/** A share of words of other languages that no English article has. Front matter may not name the language. */
const foreignShare = 0.06

function isForeign(tokens: readonly Tokens[]): boolean {
  let words = 0
  let found = 0
  for (const {lower} of tokens) {
    words += lower.length
    for (const text of lower) if (foreign.has(text)) found++
  }
  return found > words * foreignShare
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
  const turns = new Map<string, {count: number; first: number; second: number}>()
  for (const paragraph of document.paragraphs) {
    const speaker = speakerOf(paragraph)
    // A list of frequent questions has no speakers.
    if (speaker === undefined || /^(?:Q|A|Question|Answer|FAQ)$/.test(speaker)) continue
    const turn = turns.get(speaker) ?? {count: 0, first: 0, second: 0}
    turn.count++
    if (/\b(?:I|I['’](?:m|ve|d|ll)|my|we|our)\b/.test(paragraph.prose.value)) turn.first++
    else if (/\?|\byou\b/.test(paragraph.prose.value)) turn.second++
    turns.set(speaker, turn)
  }
  const isTurn = ({count, first, second}: {count: number; first: number; second: number}): boolean =>
    count >= 2 && (first + second) * 2 >= count
  const found = [...turns].filter(([, turn]) => isTurn(turn))
  return new Set(
    found.some(([, {count, first}]) => first * 2 >= count) ? found.map(([speaker]) => speaker) : []
  )
}
