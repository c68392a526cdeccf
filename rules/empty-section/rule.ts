import type {Nodes} from 'mdast'
import {type Document, defineRule, type Heading} from '../../src/rule/index.ts'

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
    const last = document.blocks.at(-1)
    for (const {heading, isEmpty, isReferences} of document.sections) {
      if (!heading) continue
      if (heading.text === '') {
        if (!showsPicture(heading.node)) report('blank', {range: heading.range})
      } else if (
        isEmpty &&
        !(heading === last && isFarewell(heading)) &&
        !(isReferences && hasKeys(document))
      )
        report('empty', {range: heading.range, data: {heading: heading.text}})
    }
  }
})

/** `[@rossi2020]`: Pandoc and its like fill the list of references when the page is built. */
function hasKeys({citations, text}: Document): boolean {
  return citations.some(
    ({kind, range}) => kind === 'citation-key' && /^(?:\[|\\|\{% ?cite)/.test(text.slice(...range))
  )
}

/** A logo that is named: its words are what a screen reader says of the heading. */
function showsPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return Boolean(node.alt?.trim())
  if (node.type === 'html') return /^<img\b[^>]*\balt\s*=\s*["']?[^"'\s>]/i.test(node.value)
  return 'children' in node && node.children.some(showsPicture)
}

/** `## See you on Sunday!` as the last line promises no text: it is said in the type of a heading. */
function isFarewell({text}: Heading): boolean {
  return /[!！]$/.test(text)
}
