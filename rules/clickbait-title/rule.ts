import {
  createPhraseMatcher,
  createSpans,
  defineRule,
  findQuotations,
  type Hit,
  type PhraseMatcher,
  placeInTitle,
  splitWords
} from '../../src/rule/index.ts'
import {formulas, teasers} from './phrases.ts'

/** An article about such titles quotes them, with or without marks. */
const isAboutTitles = /\b(?:clickbait|click-bait|headlines?)\b/i

const matcher = createPhraseMatcher(formulas)
const teaserMatcher = createPhraseMatcher(teasers)
/** "How I made $4,000 in a week" */
const income = /\b(?:I|we) (?:made|make|earned|earn) [$€£]\d[\d,.]*k? (?:in|per|a|from)\b/i
/** Matchers of the user's phrases, by the list they were made of. */
const made = new WeakMap<readonly string[], PhraseMatcher>()

export default defineRule({
  id: 'clickbait-title',
  summary:
    'Flag a title made of a formula that would sell any article: “The truth about …”, “The ultimate guide”.',
  category: 'style',
  recommended: false,
  options: {
    phrases: {
      type: 'strings',
      default: [],
      description: 'More formulas: `(a|b)` is either, `(a|)` optional, `_` any word, `__` up to three'
    },
    allow: {type: 'strings', default: [], description: 'Formulas that are fine, in the same notation'}
  },
  messages: {
    formula: (data: {text: string}) => ({
      reason: `Unexpected formula \`${data.text}\` in the title, expected what the article says`,
      note: 'The words would sell any article; the finding, the name or the figure behind them makes the better title'
    })
  },
  check(document, {phrases, allow}, report) {
    const {title} = document
    if (!title || isAboutTitles.test(title.text)) return
    const {text} = title
    const words = splitWords(text)
    const isLast = ({to}: Hit): boolean => to === words.length
    const hits = [
      ...matcher.match(words, text),
      ...teaserMatcher.match(words, text).filter(isLast),
      ...matcherOf(phrases).match(words, text)
    ].sort((a, b) => a.start - b.start)
    const quoted = createSpans(findQuotations(text))
    const fine = createSpans(
      matcherOf(allow)
        .match(words, text)
        .map(({start, end}) => [start, end])
    )
    // A title is one defect, however many formulas it is made of.
    const hit = hits.find(({start, end}) => !quoted.overlaps(start, end) && !fine.overlaps(start, end))
    const formula = hit ? text.slice(hit.start, hit.end) : income.exec(text)?.[0]
    if (formula === undefined) return
    report('formula', {range: placeInTitle(document, title, formula), data: {text: formula}})
  }
})

function matcherOf(list: readonly string[]): PhraseMatcher {
  const matcher = made.get(list) ?? createPhraseMatcher(list)
  made.set(list, matcher)
  return matcher
}
