import type {Nodes} from 'mdast'
import {type Document, defineRule, type Heading} from '../../src/rule/index.ts'

/** Two gaps may have two reasons. */
const fewestInOutline = 3
const mostRelated = 9

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
    outline: (data: {heading: string; last: string; count: number}) => ({
      reason: `Unexpected ${data.count} empty sections in a row, from \`${data.heading}\` to \`${data.last}\`, expected text`,
      note: 'The headings are an outline whose text was never written, or was lost; write it or take them out'
    }),
    blank: () => 'Unexpected heading without text, expected words or no heading'
  },
  check(document, _options, report) {
    const last = document.blocks.at(-1)
    // A paragraph that its mark made a heading is reported as such.
    const glued = new Set<unknown>(document.gluedHeadings.map(({block}) => block))
    const comments = findComments(document)
    const directives = document.comments.filter(({value}) => value.startsWith('articlelint-'))
    let row: Heading[] = []
    const close = (): void => {
      const [first, ...others] = row
      if (first && row.length >= fewestInOutline)
        report('outline', {
          range: first.range,
          data: {heading: first.text, last: others.at(-1)?.text ?? '', count: row.length},
          related: others.slice(0, mostRelated).map(({range}) => ({range, reason: 'Empty too'}))
        })
      else for (const {range, text} of row) report('empty', {range, data: {heading: text}})
      row = []
    }
    for (const {heading, isEmpty, isReferences, blocks} of document.sections) {
      const isFound =
        heading !== undefined &&
        isEmpty &&
        !(heading === last && isFarewell(heading)) &&
        !(isReferences && hasKeys(document))
      if (!heading || comments.has(heading) || glued.has(heading)) close()
      else if (heading.text === '') {
        close()
        if (!showsPicture(heading.node)) report('blank', {range: heading.range})
      } else if (isFound) {
        // What is silenced one by one stays one by one.
        const from = row.at(-1)?.range[1] ?? heading.range[0]
        if (directives.some(({range}) => range[0] >= from && range[1] <= heading.range[0])) close()
        row.push(heading)
      }
      // One that only holds others is a part of the outline.
      else if (blocks.length > 0) close()
    }
    close()
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
