import {type Cover, type Coverage, readCoverage} from '../coverage.ts'
import {isEnglish} from '../language.ts'
import {lazy} from '../lazy.ts'
import type {Claim, Document, Paragraph, Sentence} from '../model.ts'
import {type Candidate, readCandidates} from './features.ts'
import {createGuard} from './guard.ts'
import {readKind} from './kinds.ts'
import {findFigure, findVague, inSource} from './quantities.ts'
import {createRepeats} from './repeats.ts'
import {createScorer, type Score} from './score.ts'
import {readTokens, type Tokens} from './tokens.ts'
import {weights} from './weights.ts'

/** Fewer words than this say too little to be checked. */
const leastWords = 6
/** The same for an item of a list that lost its marks, and where a phrase gives the sentence away: "Experts agree on that." */
const fewWords = 4

/** Most sentences of most articles lie below: no editor would ask. */
const leastNeed = 0.05

const scorer = lazy(() => createScorer(weights))

/** The sentences that speak of checkable things, each with how surely an editor would ask for its source. */
export function findClaims(document: Document): Claim[] {
  if (!isEnglish(document.language)) return []
  const {candidates, coverage} = collectCandidates(document)
  const items = new Set(document.flattenedLists.flatMap((list) => list.items))
  const repeatsOf = createRepeats(document)
  const claims: Claim[] = []
  const score = scorer()
  for (const candidate of candidates) {
    const {tokens, weasel} = candidate
    const {sentence} = tokens
    const least = weasel || items.has(sentence.paragraph) ? fewWords : leastWords
    if (tokens.words.length < least || !isStatement(sentence) || isTitleCase(tokens)) continue
    const found = score(candidate, leastNeed)
    if (!found) continue
    claims.push(createClaim(candidate, found, coverage.of(sentence), repeatsOf(sentence)))
  }
  return claims
}

/** Its kind and the words that make it one are worked out when asked for: most claims are too unsure to be reported. */
function createClaim(
  candidate: Candidate,
  {confidence, need}: Score,
  cover: Cover | undefined,
  repeats: readonly Sentence[]
): Claim {
  const {tokens, weasel} = candidate
  const {sentence} = tokens
  const kind = lazy(() => readKind(candidate))
  const vague = lazy(() => findVague(tokens))
  const range = lazy(() => {
    const figure = kind() === 'quantity' ? (vague() ?? findFigure(tokens)) : undefined
    return figure ? inSource(sentence, figure) : sentence.range
  })
  return {
    sentence,
    confidence,
    need,
    citation: cover?.citation,
    reach: cover?.reach,
    distance: cover?.distance,
    weasel: weasel && {...weasel, range: inSource(sentence, weasel.range)},
    repeats: repeats.length > 0 ? repeats : undefined,
    get kind() {
      return kind()
    },
    get range() {
      return range()
    },
    get vague() {
      const found = vague()
      return found && inSource(sentence, found)
    }
  }
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
  const coverage = readCoverage(document)
  return {candidates: readCandidates(document, coverage, tokens), coverage}
}
