import {createPhraseMatcher, defineRule, findQuoted, type Hit, type Sentence} from '../../src/rule/index.ts'
import {excesses, promises} from './phrases.ts'

const promiseMatcher = createPhraseMatcher(promises)
const excessMatcher = createPhraseMatcher(excesses)

/** Somebody doubts it, wants it, or says it: the article does not promise it. */
const open =
  /\b(?:not|no|never|nothing|nobody|none|neither|nor|cannot|hardly|rarely|almost|nearly|until|unless|if|whether|would|could|should|might|goal|aims?|tr(?:y|ies|ying)|hopes?|promis(?:e|es|ed|ing)|claims?|claimed|claiming|so-called|myths?|lying|exaggerated|impossible|unattainable|I|my|we|our)\b|n['’]t\b/i
/** A claim with a figure is held to that. */
const figure = /\d/

export default defineRule({
  id: 'overclaim',
  summary: 'Flag a promise that nothing can keep: “completely secure”, “never fails”, “without any risk”.',
  category: 'style',
  recommended: false,
  options: {
    minConfidence: {
      type: 'number',
      default: 0.2,
      minimum: 0,
      maximum: 1,
      description:
        'How sure the rule must be of a claim to take “everything from”, “ensures that” and the like amiss in it'
    }
  },
  messages: {
    promise: (data: {text: string}) => ({
      reason: `Unexpected promise \`${data.text}\`, expected what was measured, or a limit`,
      note: 'Nothing holds always and for everyone; say how often, for whom and by which test'
    }),
    excess: (data: {text: string}) => ({
      reason: `Unexpected \`${data.text}\` in a claim without a source, expected a figure or nothing`,
      note: 'The word makes the claim larger than anybody can have checked'
    })
  },
  check(document, {minConfidence}, report) {
    const cited = new Set(document.citations.map(({paragraph, sentence}) => paragraph.sentences[sentence]))
    const claims = new Set(
      document.openClaims.filter(({confidence}) => confidence >= minConfidence).map(({sentence}) => sentence)
    )
    for (const sentence of document.sentences) {
      const {paragraph, text, words} = sentence
      if (paragraph.place === 'quote' || paragraph.section.isReferences || cited.has(sentence)) continue
      const promise = findOwn(sentence, promiseMatcher.match(words, text))
      const excess =
        !promise && claims.has(sentence) && !figure.test(text)
          ? findOwn(sentence, excessMatcher.match(words, text))
          : undefined
      const hit = promise ?? excess
      if (!hit || /\?$/.test(text)) continue
      report(promise ? 'promise' : 'excess', {
        range: sentence.at(hit.start, hit.end - hit.start),
        data: {text: text.slice(hit.start, hit.end).replace(/\s+/g, ' ')}
      })
    }
  }
})

/** The first of the hits, where the sentence states them, in the article's own words. */
function findOwn({paragraph, start, text}: Sentence, hits: readonly Hit[]): Hit | undefined {
  if (hits.length === 0 || open.test(without(text, hits))) return undefined
  const quoted = findQuoted(paragraph.prose)
  return hits.find((hit) => !quoted.overlaps(start + hit.start, start + hit.end))
}

/** The text around the hits: “never fails” and “without any risk” doubt nothing. */
function without(text: string, hits: readonly Hit[]): string {
  let at = 0
  const parts = hits.map(({start, end}) => {
    const part = text.slice(at, start)
    at = end
    return part
  })
  return [...parts, text.slice(at)].join(' ')
}
