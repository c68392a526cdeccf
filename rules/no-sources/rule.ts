import {
  defineRule,
  isExplanation,
  isGlossary,
  isLegalText,
  isLesson,
  isOwnAccount,
  isScraped
} from '../../src/rule/index.ts'

/** In text whose links may have been stripped "no link" proves little: only a far higher density does. */
const plainFactor = 4.5
const plainMinimum = 2

export default defineRule({
  id: 'no-sources',
  summary: 'Flag an article that makes many claims and names no source at all.',
  category: 'evidence',
  recommended: 'error',
  isOfArticle: true,
  options: {
    minClaims: {
      type: 'number',
      default: 5,
      minimum: 1,
      description: 'Claims an article must make, twice as many in plain text'
    },
    density: {
      type: 'number',
      default: 10,
      minimum: 0,
      description: 'Claims in 1,000 words from which on it is reported, 4.5 times as many in plain text'
    },
    minWords: {type: 'number', default: 200, minimum: 0, description: 'Shorter articles are left alone'},
    minConfidence: {
      type: 'number',
      default: 0.4,
      minimum: 0,
      maximum: 1,
      description: 'How sure the rule must be of a claim to count it'
    }
  },
  messages: {
    none: (data: {claims: number; words: number}) => ({
      reason: `Unexpected article with ${data.claims} claims and no source, expected links, footnotes or named sources`,
      note: `In ${data.words} words no link to another site, footnote, list of sources or named source stands: a reader has nothing to check it by`
    })
  },
  check(document, {minClaims, density, minWords, minConfidence}, report) {
    const {wordCount: words, layout, title, sentences, tone} = document
    // "Set the limit with this command": the reader can try it.
    if (words < minWords || document.hasEvidence || tone.showsCode || tone.isPersonal) return
    const isPlain = layout === 'plain' && !isScraped(document)
    const claims = document.claims.filter(({confidence}) => confidence >= minConfidence).length
    if (claims < minClaims * (isPlain ? plainMinimum : 1)) return
    if ((claims * 1000) / words < density * (isPlain ? plainFactor : 1)) return
    if (isExplanation(document.claims) || isOwnAccount(document) || isLegalText(document)) return
    if (isGlossary(document) || isLesson(document)) return
    const range = title?.range ?? sentences[0]?.range
    if (range) report('none', {range, data: {claims, words}})
  }
})
