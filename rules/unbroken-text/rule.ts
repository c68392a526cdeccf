import {defineRule, fewestUnbroken, findUnbroken} from '../../src/rule/index.ts'

export default defineRule({
  id: 'unbroken-text',
  summary: 'Flag an article that is one paragraph.',
  category: 'structure',
  recommended: 'warn',
  isOfArticle: true,
  options: {
    minWords: {
      type: 'number',
      default: fewestUnbroken,
      minimum: 1,
      description: 'Words from which on one paragraph in one line may not be nearly the whole article.'
    }
  },
  messages: {
    unbroken: (data: {words: number}) => ({
      reason: `Unexpected article of ${data.words} words in one paragraph, expected paragraphs and headings`,
      note: 'Its line breaks were lost, as in a feed or a form that keeps none; nobody reads such a block to its end'
    })
  },
  check(document, {minWords}, report) {
    const whole = findUnbroken(document, minWords)
    if (whole)
      report('unbroken', {range: whole.sentences[0]?.range ?? whole.range, data: {words: whole.wordCount}})
  }
})
