import {type Claim, defineRule, lazy} from '../../src/rule/index.ts'

/** "A wide range of tools" says that they differ, not how many there are: an author with figures may leave it at that. */
const kinds = lazy(() => /^an? (?:\p{L}+ )?(?:variety|range|array) of\b/iu)

/**
 * What "may significantly reduce" the waste, or is "meant to", has not done so yet, "up to thousands of rolls" is a bound, and "when baking
 * hundreds of rolls" is any such night: there is nothing to count.
 */
const mayBe =
  /\b(?:may|might|could|would)\s(?:[^\s,.;]+\s){0,5}$|\bup to (?:\w+ )?$|\b(?:potentially|perhaps|possibly) $|\b(?:wants?|wanted|hopes?|hoped|aims?|aimed|tries|tried|meant|intended|in order) to $|\b(?:when|if|while) (?:\w+ing|you|we|they) (?:[^\s,.;]+\s){0,3}$/i
/** So many characters before a word of size show it. */
const before = 60

export default defineRule({
  id: 'vague-quantity',
  summary: 'Flag a word of size where a claim needs a number: “millions of users”, “a significant portion”.',
  category: 'evidence',
  recommended: 'warn',
  options: {
    minConfidence: {
      type: 'number',
      default: 0.2,
      minimum: 0,
      maximum: 1,
      description:
        'How sure the rule must be that the sentence is a claim; items of a flattened list count as claims'
    },
    maxConfidence: {
      type: 'number',
      default: 0.35,
      minimum: 0,
      maximum: 1,
      description:
        'Claims at least this sure are left to `unsourced-claim`, which names the words: one defect, one finding'
    },
    minConfidenceSourced: {
      type: 'number',
      default: 0.55,
      minimum: 0,
      maximum: 1,
      description:
        'As `minConfidence`, for an article that cites often, speaks of its author or their work, instructs its reader or tells a story'
    },
    maxConfidenceSourced: {
      type: 'number',
      default: 0.8,
      minimum: 0,
      maximum: 1,
      description: 'As `maxConfidence`, for such an article'
    }
  },
  messages: {
    vague: (data: {text: string}) => ({
      reason: `Unexpected \`${data.text}\`, expected a number`,
      note: 'Words of size cannot be wrong and tell nothing; give the number with its year and source'
    })
  },
  check(document, options, report) {
    const {isCareful} = document.tone
    const least = isCareful ? options.minConfidenceSourced : options.minConfidence
    const most = isCareful ? options.maxConfidenceSourced : options.maxConfidence
    const items = new Set(document.flattenedLists.flatMap((list) => list.items))
    const claims = document.openClaims
    for (let at = 0; at < claims.length; at++) {
      const claim = claims[at] as Claim
      const {weasel, confidence, sentence} = claim
      if (weasel || confidence >= most) continue
      if (confidence < least && !items.has(sentence.paragraph)) continue
      const {vague} = claim
      if (!vague) continue
      const text = document.text.slice(...vague).replace(/\s+/g, ' ')
      if (
        (isCareful && kinds().test(text)) ||
        mayBe.test(document.text.slice(Math.max(sentence.range[0], vague[0] - before), vague[0]))
      )
        continue
      report('vague', {
        range: vague,
        data: {text},
        confidence
      })
    }
  }
})
