import {
  type Claim,
  type ClaimKind,
  type Document,
  defineRule,
  type EvidenceScope
} from '../../src/rule/index.ts'

const names: Readonly<Record<ClaimKind, string>> = {
  quantity: 'figure',
  study: 'finding',
  rank: 'superlative',
  effect: 'effect',
  fact: 'claim',
  forecast: 'forecast',
  quotation: 'quotation'
}

const scopes: readonly EvidenceScope[] = ['sentence', 'paragraph', 'section']

/** Longer words are cut in a message. */
const quoteLength = 60

export default defineRule({
  id: 'unsourced-claim',
  summary: 'Flag a sentence that needs a source and has none in reach.',
  category: 'evidence',
  recommended: 'warn',
  options: {
    minConfidence: {
      type: 'number',
      default: 0.55,
      minimum: 0,
      maximum: 1,
      description: 'How sure the rule must be that an editor would ask for a source'
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
    unsourced: (data: {kind: ClaimKind; text: string; vague: string | undefined}) => ({
      reason: `Unexpected ${names[data.kind]} \`${data.text}\` without a source, expected a link, footnote or named source`,
      note:
        data.vague === undefined
          ? 'A reader cannot check it; say where it comes from, or leave it out'
          : `A reader cannot check it; say where it comes from, and give the number in place of \`${data.vague}\``
    })
  },
  check(document, {minConfidence, evidence, kinds}, report) {
    const reach = scopes.indexOf(evidence as EvidenceScope)
    for (const claim of document.claims) {
      const {kind, confidence, sentence, vague, weasel} = claim
      if (confidence < minConfidence || !kinds.includes(kind) || isCovered(claim, reach)) continue
      // That nobody is named is one defect: `weasel-attribution` and `unlinked-attribution` report it.
      if (weasel) continue
      const data = {kind, text: quote(document, claim), vague: vague && document.text.slice(...vague)}
      report('unsourced', {range: sentence.range, data, confidence})
    }
  }
})

function isCovered(claim: Claim, reach: number): boolean {
  return claim.reach !== undefined && scopes.indexOf(claim.reach) <= reach
}

/** The claim in one line, without marks, cut between words where it is long. */
function quote(document: Document, {range, sentence}: Claim): string {
  const isWhole = range[0] === sentence.range[0] && range[1] === sentence.range[1]
  const text = (isWhole ? sentence.text : document.text.slice(...range)).replace(/[\s`*_]+/g, ' ').trim()
  if (text.length <= quoteLength) return text.replace(/[.!]$/, '')
  return `${text.slice(0, text.lastIndexOf(' ', quoteLength)).replace(/[,;:]$/, '')}…`
}
