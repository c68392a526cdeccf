import {defineRule, ownsLines, removeLines} from '../../src/rule/index.ts'

export default defineRule({
  id: 'byline-counter',
  summary: 'Flag a counter of views, reads or shares in a byline.',
  category: 'debris',
  recommended: 'error',
  fixable: true,
  options: {},
  messages: {
    counter: (data: {counter: string}) => ({
      reason: `Unexpected counter \`${data.counter}\` in the byline, expected the author's name only`,
      note: 'The number was on the page the text was copied from; in the text it is wrong a minute later'
    })
  },
  check(document, _options, report) {
    for (const {kind, range, debris, text} of document.furniture) {
      if (kind !== 'byline-counter' || !debris) continue
      const counter = document.text
        .slice(...debris)
        .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
      const isWhole = debris[1] - debris[0] >= text.length
      const fix = isWhole
        ? ownsLines(document.text, range)
          ? [removeLines(document.text, range)]
          : undefined
        : [{range: debris, text: ''}]
      report('counter', {range, data: {counter}, ...(fix ? {fix} : {})})
    }
  }
})
