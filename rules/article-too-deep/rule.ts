import {defineLimitRule} from '../../src/rule/index.ts'

export default defineLimitRule({
  id: 'article-too-deep',
  summary: 'Flag an article whose quotes, lists, emphasis or elements are nested deeper than anybody writes.',
  category: 'limits',
  recommended: 'error',
  isOfArticle: true,
  anyLanguage: true,
  options: {},
  messages: {
    deep: ({most}: {most: number}) => ({
      reason: `Unexpected nesting of more than ${most} levels, expected at most ${most}`,
      note: 'The article was not linted: take out the marks that nest it (`>`, `-`, `*`, or elements left open), or leave the file out by a line in .articlelintignore'
    })
  }
})
