import {
  type Claim,
  type Document,
  defineRule,
  type EvidenceScope,
  isExplanation,
  isFirstHand,
  isGlossary,
  isLegalText,
  type Sentence
} from '../../src/rule/index.ts'
import {isOfPopulation} from './population.ts'
import {readPart, readRange} from './quote.ts'
import {type Wording, wordClaim, wordNearest} from './wording.ts'

/** "Bakers' Survey 2021": the figures of an article that its author looks after are those of the survey in its title. */
const survey = /\b(?:survey|poll|census|questionnaire)\b/i

const scopes: readonly EvidenceScope[] = ['sentence', 'paragraph', 'section']

export default defineRule({
  id: 'unsourced-claim',
  summary: 'Flag a sentence that needs a source and has none in reach.',
  category: 'evidence',
  recommended: 'warn',
  options: {
    minConfidence: {
      type: 'number',
      default: 0.35,
      minimum: 0,
      maximum: 1,
      description:
        'How sure the rule must be that an editor would ask for a source; 0 reports every claim, in copied paragraphs too'
    },
    minConfidenceSourced: {
      type: 'number',
      default: 0.8,
      minimum: 0,
      maximum: 1,
      description:
        'The same for an article that cites often, speaks of its author or their work, instructs its reader, shows code, explains how a thing works, lists terms, teaches a lesson or tells a story: there the rest is rarely a claim. It is not asked of a figure of people at large, nor where a sentence in seven is a sure claim and the article is not of the author’s own work'
    },
    evidence: {
      type: 'choice',
      choices: ['sentence', 'paragraph', 'section'],
      default: 'paragraph',
      description:
        'How far a source may stand: in the sentence, before sentences of the paragraph that carry it on, anywhere in the section'
    },
    kinds: {
      type: 'strings',
      default: ['quantity', 'study', 'rank', 'effect', 'fact', 'forecast', 'quotation'],
      description: 'The kinds of claims to report'
    }
  },
  messages: {
    unsourced: (data: Wording) => wordClaim(data)
  },
  check(document, {minConfidence, minConfidenceSourced, evidence, kinds}, report) {
    const {hasUnmarkedReferences, tone} = document
    const isWhole = minConfidence === 0
    const isPlain =
      isWhole || !(isLookedAfter(document) || isExplanation(document.claims) || isGlossary(document))
    const least = isPlain ? minConfidence : Math.max(minConfidence, minConfidenceSourced)
    const isOfSurvey = !isWhole && tone.isCareful && survey.test(document.title?.text ?? '')
    const reach = scopes.indexOf(evidence as EvidenceScope)
    const claims = evidence === 'sentence' ? document.claims : document.openClaims
    let isLegal: boolean | undefined
    for (let at = 0; at < claims.length; at++) {
      const claim = claims[at] as Claim
      const {confidence, sentence, weasel, citation, repeats = none} = claim
      // That nobody is named is one defect: `weasel-attribution` and `unlinked-attribution` report it.
      if (confidence < minConfidence || weasel || isCovered(claim, reach)) continue
      if (confidence < least && !isOfPopulation(sentence.text)) continue
      const {kind, vague} = claim
      isLegal ??= !isWhole && isLegalText(document)
      if (isLegal) return
      if (!kinds.includes(kind) || (isOfSurvey && (kind === 'quantity' || kind === 'study'))) continue
      const near = wordNearest(claim, ({range}) => readRange(document, range))
      const data: Wording = {
        kind,
        sentence: sentence.text,
        part: readPart(document, claim),
        vague: vague && readRange(document, vague),
        near,
        hasUnmarkedReferences
      }
      // The list supports the article as a whole: this sentence may well come from it.
      const finding = {data, confidence, ...(hasUnmarkedReferences ? ({atMost: 'info'} as const) : {})}
      const related = near !== undefined &&
        citation && [{range: citation.range, reason: 'The nearest source is here'}]
      report('unsourced', {...finding, range: sentence.range, ...(related ? {related} : {})})
      // A copy goes away as a whole: only who asks for everything hears of its sentences.
      if (isWhole) for (const {range} of repeats) report('unsourced', {...finding, range})
    }
  }
})

/** Open claims from which on nobody looked after the sources: so sure, so many, so large a share of the sentences, so many for each source. */
const dense = {confidence: 0.6, claims: 3, share: 0.15, each: 2}

/** Cites often, or speaks of its author's own, and leaves few claims open. */
function isLookedAfter(document: Document): boolean {
  const {tone, openClaims, sentences, citations} = document
  if (!tone.isCareful) return false
  const open = openClaims.filter(
    ({confidence, weasel, reach}) =>
      confidence >= dense.confidence && !weasel && (!reach || reach === 'section')
  )
  return (
    open.length < Math.max(dense.claims, sentences.length * dense.share, citations.length * dense.each) ||
    isFirstHand(document)
  )
}

const none: readonly Sentence[] = []

function isCovered(claim: Claim, reach: number): boolean {
  return claim.reach !== undefined && scopes.indexOf(claim.reach) <= reach
}
