import {type Document, defineRule, isDated, isScraped} from '../../src/rule/index.ts'

/** Front matter keys that name a writer. */
const writerKeys = ['author', 'authors', 'byline', 'writer', 'contributors']

export default defineRule({
  id: 'missing-date',
  summary: 'Flag an article that names its writer, states facts, and says nowhere when it was written.',
  category: 'consistency',
  recommended: false,
  isOfArticle: true,
  options: {
    minClaims: {
      type: 'number',
      default: 3,
      minimum: 0,
      description: 'Claims an article must make: a story or a recipe needs no date'
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
    undated: () => ({
      reason: 'Unexpected article without a date, expected when it was written or last checked',
      note: 'Facts age, and a reader cannot tell how old these are; give the date in the byline or as `date` in the front matter'
    })
  },
  check(document, {minClaims, minConfidence}, report) {
    if (!isPublished(document) || isDated(document)) return
    const claims = document.claims.filter(({confidence}) => confidence >= minConfidence).length
    if (claims < minClaims) return
    const {title, frontmatter, sentences} = document
    const range = title?.range ?? frontmatter?.range ?? sentences[0]?.range
    if (range) report('undated', {range})
  }
})

/** A date would stand beside the writer's name. A page of documentation, a chapter or a note has neither. */
function isPublished(document: Document): boolean {
  const {author, frontmatter, furniture} = document
  if (author !== undefined || isScraped(document)) return true
  return (
    furniture.some(({kind}) => kind.startsWith('byline') || kind.startsWith('author')) ||
    writerKeys.some((key) => frontmatter?.get(key) !== undefined)
  )
}
