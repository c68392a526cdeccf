import {type Document, defineRule, isScraped, placeInTitle} from '../../src/rule/index.ts'

/** A question that is answered by yes or no, alone or before or after a colon, bar or dash. */
const question =
  /(?:^|[:|–—] ?|[-.!?] )((?:does|do|did|is|are|was|were|has|have|had|can|could|will|would)(?:n['’]t)? [^?:|]{6,120}\?)/i
/** Asked of the reader or of oneself: only the answer of one person is wanted. */
const personal =
  /\b(?:I|me|my|we|us|our|mine|ours)\b|^\S+ (?:your|this|that)\b|^(?:are|were|do|did|have|had|will|would|could) you\b(?! (?:really )?(?:need|have to)\b)/i

/** In text whose links may have been stripped "no link" proves little: only far more claims do. */
const plainFactor = 4

export default defineRule({
  id: 'question-title-unsourced',
  summary: 'Flag a title that asks yes or no over an article that answers without any source.',
  category: 'evidence',
  recommended: false,
  options: {
    minClaims: {
      type: 'number',
      default: 3,
      minimum: 0,
      description:
        'Claims an article must make, four times as many in plain text whose links may have been stripped'
    },
    minConfidence: {
      type: 'number',
      default: 0.3,
      minimum: 0,
      maximum: 1,
      description: 'How sure the rule must be of a claim to count it'
    }
  },
  messages: {
    unsourced: (data: {question: string}) => ({
      reason: `Unexpected question \`${data.question}\` over an article without a source, expected an answer that a reader can check`,
      note: 'Say in the answer where it is known from, with a link; where nothing is known, there is no article'
    })
  },
  check(document, {minClaims, minConfidence}, report) {
    const {title} = document
    const asked = title && question.exec(title.text)?.[1]
    if (!asked || personal.test(asked) || document.hasEvidence) return
    const claims = document.claims.filter(({confidence}) => confidence >= minConfidence).length
    if (claims < minClaims * (mayLackLinks(document) ? plainFactor : 1)) return
    report('unsourced', {range: placeInTitle(document, title, asked), data: {question: asked}})
  }
})

function mayLackLinks(document: Document): boolean {
  return document.layout === 'plain' && !isScraped(document)
}
