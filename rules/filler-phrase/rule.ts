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
  message: ({phrase, hits, density}) => ({
    reason: `Unexpected filler \`${phrase}\`, expected a statement about the subject`,
    note: `One of ${hits} such phrases, ${density.toFixed(1)} in 1,000 words; the sentence loses nothing without it, or needs a fact in its place`
  })
})
