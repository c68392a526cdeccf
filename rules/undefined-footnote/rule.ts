import {defineRule, findLooseFootnotes} from '../../src/rule/index.ts'

export default defineRule({
  id: 'undefined-footnote',
  summary: 'Flag a footnote call whose footnote does not exist or says nothing.',
  category: 'evidence',
  recommended: 'error',
  anyLanguage: true,
  options: {},
  messages: {
    missing: (data: {label: string}) => ({
      reason: `Unexpected footnote \`[^${data.label}]\` without a definition, expected \`[^${data.label}]: …\` in the article`,
      note: 'Without it the page shows the brackets, and the source is lost'
    }),
    empty: (data: {label: string}) => ({
      reason: `Unexpected empty footnote \`[^${data.label}]\`, expected its text`,
      note: 'The call leads to a number with nothing behind it'
    })
  },
  check(document, _options, report) {
    const {undefined: missing, empty} = findLooseFootnotes(document)
    for (const {label, range} of missing) report('missing', {range, data: {label}})
    for (const {label, range} of empty) report('empty', {range, data: {label}})
  }
})
