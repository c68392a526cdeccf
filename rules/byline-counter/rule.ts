import {areAlone, defineRule, type Edit, ownsLines, type Range, removeLines} from '../../src/rule/index.ts'

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
    for (const {kind, range, debris, isByline} of document.furniture) {
      if (kind !== 'byline-counter' || !debris) continue
      const counter = document.text
        .slice(...debris)
        .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
      const isWhole = debris[1] - debris[0] >= range[1] - range[0]
      const isSure = !document.title?.needsDebris && !(isWhole && areAlone(document, range))
      const fix = isSure ? takeOut(document.text, range, debris, isByline) : undefined
      report('counter', {range, data: {counter}, ...(fix && {fix: [fix]})})
    }
  }
})

function takeOut(text: string, line: Range, debris: Range, isByline = false): Edit | undefined {
  const [start, end] = debris
  if (end - start >= line[1] - line[0]) return ownsLines(text, line) ? removeLines(text, line) : undefined
  // Further down, the rest would be read as text.
  if (!isByline) return undefined
  if (end === line[1]) return {range: debris, text: ''}
  // `By Ann Holt 20 views #mills` would be left with two names run together.
  if (!/[|·•●,–—-]/.test(text.charAt(end))) return undefined
  return {range: debris, text: text[end] !== ',' && /\s/.test(text.charAt(end - 1)) ? ' ' : ''}
}
