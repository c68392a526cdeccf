import duplicateHeadings from 'remark-lint-no-duplicate-headings-in-section'
import {defineRule, readOutline, runRemarkLint} from '../../src/rule/index.ts'

export default defineRule({
  id: 'duplicate-heading',
  summary: 'Flag a heading that stands twice in the same section.',
  category: 'structure',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    duplicate: (data: {heading: string}) =>
      `Unexpected second heading \`${data.heading}\` in the same section, expected another name`
  },
  check(document, _options, report) {
    if (document.headings.length < 2) return
    const {tree, headingOf} = readOutline(document)
    for (const {node, cause} of runRemarkLint(document, duplicateHeadings, {tree})) {
      const heading = headingOf(node)
      const first = headingOf(cause?.node)
      if (!heading || !first || heading.text === '' || isTitleCopy(heading.range, document.title?.copies))
        continue
      report('duplicate', {
        range: heading.range,
        data: {heading: heading.text},
        related: [{range: first.range, reason: 'The first one is here'}]
      })
    }
  }
})

/** The title as a second level-1 heading is what repeated-title reports. */
function isTitleCopy(
  range: readonly [number, number],
  copies: readonly (readonly [number, number])[] = []
): boolean {
  return copies.some(([start, end]) => start <= range[0] && range[1] <= end)
}
