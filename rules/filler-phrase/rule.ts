import {definePhraseRule} from '../../src/rule/index.ts'
import {cliches, idioms} from './phrases.ts'

export default definePhraseRule({
  id: 'filler-phrase',
  summary: 'Flag phrases that fit any article, where an article is full of them.',
  category: 'style',
  recommended: 'warn',
  phrases: cliches,
  minor: idioms,
  minHits: 3,
  density: 3,
  message: ({phrases, count, density}) => ({
    reason: `Unexpected filler \`${phrases.slice(0, 3).join('`, `')}\`, expected a statement about the subject`,
    note: `One of ${count} such phrases, ${density.toFixed(1)} in 1,000 words; without it the sentence says the same, or it needs a fact in its place`
  })
})
