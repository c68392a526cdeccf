import {defineRule, findLooseFootnotes} from '../../src/rule/index.ts'

export default defineRule({
  id: 'undefined-footnote',
  summary: 'Flag a footnote call whose footnote does not exist.',
  category: 'evidence',
  recommended: 'error',
  anyLanguage: true,
  options: {},
  messages: {
    missing: (data: {label: string}) => ({
      reason: `Unexpected footnote \`[^${data.label}]\` without a definition, expected \`[^${data.label}]: …\` in the article`,
      note: 'Without it the page shows the brackets, and the source is lost'
    })
  },
  check(document, _options, report) {
    for (const {label, range} of findLooseFootnotes(document).undefined)
      report('missing', {range, data: {label}})
  }
})
