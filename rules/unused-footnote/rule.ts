import {defineRule, findLooseFootnotes} from '../../src/rule/index.ts'

export default defineRule({
  id: 'unused-footnote',
  summary: 'Flag a footnote that nothing in the text calls, or whose label stands for another one.',
  category: 'evidence',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    unused: (data: {label: string}) => ({
      reason: `Unexpected footnote \`[^${data.label}]\` that nothing refers to, expected a call in the text`,
      note: 'Most sites do not show it: the statement it belongs to has lost its source'
    }),
    repeated: (data: {label: string}) => ({
      reason: `Unexpected second footnote \`[^${data.label}]\`, expected a label of its own`,
      note: 'Only the first of them is shown, also where the other one was meant'
    }),
    all: (data: {count: number}) => ({
      reason: `Unexpected ${data.count} footnotes that nothing refers to, expected their calls in the text`,
      note: 'The calls were lost, perhaps by a converter: no statement leads to its source any more'
    })
  },
  check(document, _options, report) {
    const {unused, repeated, isAnyUsed} = findLooseFootnotes(document)
    const [first, second] = unused
    // One defect, one finding: the calls were lost all together.
    if (first && second && !isAnyUsed) report('all', {range: first.range, data: {count: unused.length}})
    else for (const {label, range} of unused) report('unused', {range, data: {label}})
    for (const {label, range} of repeated) report('repeated', {range, data: {label}})
  }
})
