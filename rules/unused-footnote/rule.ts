import {defineRule, findLooseFootnotes} from '../../src/rule/index.ts'

export default defineRule({
  id: 'unused-footnote',
  summary: 'Flag a footnote that nothing in the text calls.',
  category: 'evidence',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    unused: (data: {label: string}) => ({
      reason: `Unexpected footnote \`[^${data.label}]\` that nothing refers to, expected a call in the text`,
      note: 'Most sites do not show it: the statement it belongs to has lost its source'
    })
  },
  check(document, _options, report) {
    for (const {label, range} of findLooseFootnotes(document).unused) report('unused', {range, data: {label}})
  }
})
