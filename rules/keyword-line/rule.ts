import {defineRule, ownsLines, removeLines} from '../../src/rule/index.ts'

export default defineRule({
  id: 'keyword-line',
  summary: 'Flag a search phrase left as a line of text.',
  category: 'debris',
  recommended: 'error',
  fixable: true,
  options: {},
  messages: {
    keyword: (data: {text: string}) => ({
      reason: `Unexpected search phrase \`${data.text}\` as a line, expected no such line`,
      note: 'It repeats the words of the title in lower case: the phrase the page was made for, not text for readers'
    })
  },
  check(document, _options, report) {
    const {text: source, title, furniture} = document
    for (const {kind, range, text} of furniture) {
      if (kind !== 'keyword-line') continue
      const isSure = ownsLines(source, range) && !title?.needsDebris
      report('keyword', {
        range,
        data: {text},
        ...(isSure ? {fix: [removeLines(source, range)]} : {})
      })
    }
  }
})
