import type {Nodes} from 'mdast'
import {type Document, defineRule, type Heading, isLink} from '../../src/rule/index.ts'

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
    // A paragraph that its mark made a heading is reported as such.
    const glued = new Set<unknown>(document.gluedHeadings.map(({block}) => block))
    const comments = findComments(document)
    for (const {heading, isEmpty, isReferences} of document.sections) {
      if (!heading || comments.has(heading) || glued.has(heading)) continue
      if (heading.text === '') {
        if (!showsPicture(heading.node)) report('blank', {range: heading.range})
      } else if (
        isEmpty &&
        !(heading === last && isFarewell(heading)) &&
        // `## [Buy a ticket](/tickets)`: a button, and what it promises stands on another page.
        !isLink(heading.prose) &&
        !(isReferences && hasKeys(document))
      )
        report('empty', {range: heading.range, data: {heading: heading.text}})
    }
  }
})

/**
 * `# make` above `# make install`, with no line between: commands, or comments of code, whose fence is missing or none that
 * Markdown knows. Nobody writes two titles in a row.
 */
function findComments({headings, text}: Document): ReadonlySet<Heading> {
  const found = new Set<Heading>()
  for (let index = 1; index < headings.length; index++) {
    const [above, heading] = [headings[index - 1], headings[index]] as [Heading, Heading]
    const isRow = above.level === 1 && heading.level === 1 && heading.range[0] - above.range[1] < widestGap
    if (isRow && lineGap.test(text.slice(above.range[1], heading.range[0]))) found.add(above).add(heading)
  }
  return found
}

/** From the end of one heading to the start of the next in the line below. */
const lineGap = /^[^\r\n]*(?:\r\n|\r|\n) *#[ \t][^\r\n]*$/
const widestGap = 40

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
