import {defineRule} from '../../src/rule/index.ts'

export default defineRule({
  id: 'empty-section',
  summary: 'Flag a heading with nothing under it.',
  category: 'structure',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    empty: (data: {heading: string}) => ({
      reason: `Unexpected empty section under \`${data.heading}\`, expected text`,
      note: 'The heading promises something that never comes; write it or take the heading out'
    }),
    blank: () => 'Unexpected heading without text, expected words or no heading'
  },
  check(document, _options, report) {
    for (const {heading, isEmpty} of document.sections) {
      if (!heading) continue
      if (heading.text === '') report('blank', {range: heading.range})
      else if (isEmpty) report('empty', {range: heading.range, data: {heading: heading.text}})
    }
  }
})
