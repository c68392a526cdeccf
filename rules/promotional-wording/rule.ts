import {definePhraseRule} from '../../src/rule/index.ts'
import {praise, weak} from './phrases.ts'

export default definePhraseRule({
  id: 'promotional-wording',
  summary: 'Flag words that sell, where an article reads like a brochure.',
  category: 'style',
  recommended: false,
  phrases: praise,
  minor: weak,
  minHits: 4,
  density: 3,
  message: ({phrases, count, density}) => ({
    reason: `Unexpected sales talk \`${phrases.slice(0, 3).join('`, `')}\`, expected what a reader could measure or see`,
    note: `One of ${count} such phrases, ${density.toFixed(1)} in 1,000 words; give the figure, the test or the example behind it, or leave it out`
  })
})
