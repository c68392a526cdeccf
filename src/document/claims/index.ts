import {lazy} from '../lazy.ts'
import type {
  Citation,
  Claim,
  ClaimKind,
  Document,
  EvidenceScope,
  Paragraph,
  Range,
  Sentence,
  Weasel
} from '../model.ts'
import {isEnglish} from '../prose/language.ts'
import {isLostCode} from '../prose/prose-guards.ts'
import type {WordFacts} from '../prose/word-facts.ts'
import {type Coverage, readCoverage} from './coverage.ts'
import {type Candidate, readCandidates} from './features.ts'
import {createForeignCheck} from './foreign.ts'
import {createGuard} from './guard.ts'
import {readKind} from './kinds.ts'
import {handsOver, isAdvice} from './orders.ts'
import {isOwnWord} from './own-words.ts'
import {findFigure, findVague, inSource} from './quantities.ts'
import {createRepeats} from './repeats.ts'
import {createScorer, type Score} from './score.ts'
import {isSupposed} from './supposed.ts'
import {readTokens, type Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {weights} from './weights.ts'
import {word} from './words.ts'

/** Fewer words than this say too little to be checked. */
const leastWords = 6
/** The same for an item of a list that lost its marks, and where a phrase gives the sentence away: "Experts agree on that." */
const fewWords = 4

/** Most sentences of most articles lie below: no editor would ask. */
const leastNeed = 0.05

/** With that confidence also what ought to be done is asked for. */
const sureAdvice = 0.9

const scorer = lazy(() => createScorer(weights))

/** Finds the sentences that speak of checkable things, each with how surely an editor would ask for its source. */
export interface ClaimFinder {
  all(): Claim[]
  /** Those that nothing in their paragraph covers: of the others few rules ask, and they are a quarter. */
  open(): Claim[]
}

const nothing: ClaimFinder = {all: () => [], open: () => []}

/** Each sentence is judged once, whatever is asked for. */
export function createClaimFinder(document: Document, tokens?: readonly Tokens[]): ClaimFinder {
  if (!isEnglish(document.language)) return nothing
  const {candidates} = collectCandidates(document, tokens)
  const judge = createJudge(document)
  /** Of each candidate its claim, `null` for none. */
  const judged = new Array<Claim | null | undefined>(candidates.length).fill(undefined)
  const find = (isAll: boolean): Claim[] => {
    const claims: Claim[] = []
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at] as Candidate
      if (!isAll && isCovered(candidate)) continue
      let claim = judged[at]
      if (claim === undefined) {
        claim = judge(candidate) ?? null
        judged[at] = claim
      }
      if (claim) claims.push(claim)
    }
    return claims
  }
  return {all: () => find(true), open: () => find(false)}
}

function isCovered({cover}: Candidate): boolean {
  return cover !== undefined && cover.reach !== 'section'
}

/** Makes the claim of a candidate, where it is one. */
function createJudge(document: Document): (candidate: Candidate) => Claim | undefined {
  const items = new Set(document.flattenedLists.flatMap((list) => list.items))
  const repeatsOf = createRepeats(document)
  const isForeign = createForeignCheck()
  const score = scorer()
  return (candidate) => {
    const {tokens, weasel} = candidate
    const {sentence} = tokens
    const least = weasel || items.has(sentence.paragraph) ? fewWords : leastWords
    if (tokens.words.length < least || !isStatement(tokens) || isTitleCase(tokens)) return undefined
    if (isSupposed(tokens) || isStep(tokens)) return undefined
    const found = score(candidate, leastNeed)
    if (!found || isOwnWord(sentence.text) || isForeign(sentence)) return undefined
    if (found.confidence < sureAdvice && isAdvice(sentence.text)) return undefined
    if (isLostCode(sentence.text, sentence.paragraph.prose)) return undefined
    return new FoundClaim(candidate, found, repeatsOf(sentence))
  }
}

/** Its kind and the words that make it one are worked out when asked for: most claims are too unsure to be reported. */
class FoundClaim implements Claim {
  readonly sentence: Sentence
  readonly confidence: number
  readonly need: number
  readonly citation: Citation | undefined
  readonly reach: EvidenceScope | undefined
  readonly distance: number | undefined
  readonly weasel: Weasel | undefined
  readonly repeats: readonly Sentence[] | undefined
  private readonly candidate: Candidate
  private known: ClaimKind | undefined
  /** In the sentence; `null` for none. */
  private size: Range | null | undefined

  constructor(candidate: Candidate, {confidence, need}: Score, repeats: readonly Sentence[] | undefined) {
    const {tokens, weasel, cover} = candidate
    this.sentence = tokens.sentence
    this.confidence = confidence
    this.need = need
    this.citation = cover?.citation
    this.reach = cover?.reach
    this.distance = cover?.distance
    this.weasel = weasel && {...weasel, range: inSource(tokens.sentence, weasel.range)}
    this.repeats = repeats
    this.candidate = candidate
  }

  get kind(): ClaimKind {
    this.known ??= readKind(this.candidate)
    return this.known
  }

  get range(): Range {
    const {tokens} = this.candidate
    const figure = this.kind === 'quantity' ? (this.findSize() ?? findFigure(tokens)) : undefined
    return figure ? inSource(this.sentence, figure) : this.sentence.range
  }

  get vague(): Range | undefined {
    const found = this.findSize()
    return found ? inSource(this.sentence, found) : undefined
  }

  private findSize(): Range | null {
    if (this.size === undefined) this.size = findVague(this.candidate.tokens) ?? null
    return this.size
  }
}

/** "Thanks to Ann Lee for the oven", "Ann Lee: ann@mill.org" */
const thanks = /^(?:\w+ ){0,2}thanks to\b/i
const mailAddress = /[^\s@]@[^\s@]+\.\w{2,12}[)>.]?$/

/** No question, no lead-in of a list, no thanks, no address. */
function isStatement({facts, sentence: {text}}: Tokens): boolean {
  if ((mayThank(facts) && thanks.test(text)) || (text.includes('@') && mailAddress.test(text))) return false
  const end = '"”’)'.includes(text.at(-1) as string) ? text.length - 1 : text.length
  const last = text.charCodeAt(end - 1)
  if (last === 0x3f || last === 0x3a) return false
  // One letter rules out nearly all of them.
  const mayBeLead = last === 0x2e && (text.charCodeAt(end - 2) | 32) === 0x67
  return !mayBeLead || !/\bthe following\.$/i.test(text.slice(Math.max(0, end - 15), end))
}

/** `thanks` lets two words stand before the one it is named for. */
function mayThank(facts: readonly WordFacts[]): boolean {
  return facts[0]?.key === 'thanks' || facts[1]?.key === 'thanks' || facts[2]?.key === 'thanks'
}

/** "Jane Doe, Head of Bread at Northern Mills": a line of names. */
function isTitleCase({facts, sentence: {text}}: Tokens): boolean {
  if ('.!”"'.includes(text.at(-1) as string)) return false
  let capitals = 0
  for (let at = 0; at < facts.length; at++) if (facts[at]?.shape !== 'lower') capitals++
  return capitals >= facts.length * 0.6
}

/** "Cover the pan for 20 minutes.": no year, and nothing that happened. */
function isStep({facts, all, traits}: Tokens): boolean {
  return !(all & word.past || traits & trait.year) && handsOver(facts)
}

/** The sentences that could be claims, with all their cues, and what citations cover. */
export function collectCandidates(
  document: Document,
  all: readonly Tokens[] = document.sentences.map(readTokens)
): {
  candidates: readonly Candidate[]
  coverage: Coverage
} {
  const isOpen = createGuard(document)
  const open: Tokens[] = []
  let paragraph: Paragraph | undefined
  let judged = false
  for (let at = 0; at < all.length; at++) {
    const tokens = all[at] as Tokens
    if (tokens.sentence.paragraph !== paragraph) {
      paragraph = tokens.sentence.paragraph
      judged = isOpen(paragraph)
    }
    if (judged) open.push(tokens)
  }
  const coverage = readCoverage(document)
  return {candidates: readCandidates(document, coverage, open), coverage}
}
