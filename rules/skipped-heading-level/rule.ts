import headingIncrement from 'remark-lint-heading-increment'
import {type Document, defineRule, type Heading, readOutline, runRemarkLint} from '../../src/rule/index.ts'

export default defineRule({
  id: 'skipped-heading-level',
  summary: 'Flag a heading more than one level below the heading it stands under.',
  category: 'structure',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    skipped: (data: {
      heading: string
      level: number
      parent: string
      parentLevel: number
      others: number
    }) => ({
      reason: `Unexpected level-${data.level} heading \`${data.heading}\` under the level-${data.parentLevel} heading \`${data.parent}\`, expected level ${data.parentLevel + 1}`,
      ...(data.others === 0 ? {} : {note: `The same goes for ${data.others} more under that heading`})
    })
  },
  check(document, _options, report) {
    if (document.headings.length < 2 || !canSkip(document)) return
    const {tree, headingOf} = readOutline(document, {html: true})
    const skips = new Map<Heading, Heading[]>()
    const boxed = new Map<Heading, number>()
    for (const {node, cause} of runRemarkLint(document, headingIncrement, {tree})) {
      const heading = headingOf(node)
      const parent = headingOf(cause?.node)
      // A heading without text is the defect itself: `empty-section` reports it.
      if (!heading || !parent || heading.text === '' || parent.text === '') continue
      if (isSubtitle(heading, parent)) continue
      if (isInBox(heading, document)) boxed.set(parent, heading.level)
      // A box may have several parts.
      if (boxed.get(parent) === heading.level) continue
      const known = skips.get(parent)
      if (known) known.push(heading)
      else skips.set(parent, [heading])
    }
    for (const [parent, [heading, ...others]] of skips) {
      if (!heading) continue
      const {text, level, range} = heading
      report('skipped', {
        range,
        data: {heading: text, level, parent: parent.text, parentLevel: parent.level, others: others.length},
        related: [{range: parent.range, reason: 'The heading above it is here'}]
      })
    }
  }
})

/**
 * Whether a heading is more than one level below the one before it, or HTML may hold headings too: else the package,
 * which takes fifty times as long, finds nothing.
 */
function canSkip({tree, text}: Document): boolean {
  let last = 6
  const isDeeper = tree.children.some((node) => {
    if (node.type !== 'heading') return false
    const before = last
    last = node.depth
    return last > before + 1
  })
  return isDeeper || (text.includes('<') && /<\s*h[1-6]/.test(text))
}

/** `# Title` and at once `### Its second half`, the only heading of that level: newsletters mark a subtitle so. */
function isSubtitle(heading: Heading, parent: Heading): boolean {
  const {blocks, children} = parent.section
  if (parent.level !== 1 || blocks.length > 0 || children[0] !== heading.section) return false
  return children.length > 1 && children.every(({level}, index) => index === 0 || level !== heading.level)
}

/** `<details>`, `<Note>`: what is set apart from the text. Other elements, such as `<div>`, only give it a place. */
const box =
  /^\s*<(?:aside|details|figure|summary|[A-Z][\w.]*)(?:\s[^<>]*)?(?<!\/)>\s*(?:<summary\b[^<>]*>[^<>]*<\/summary>\s*)?$/

/** Right below the tag that opens a box, a heading names the box, whatever the text around it is divided into. */
function isInBox({index}: Heading, {blocks, text}: Document): boolean {
  const above = blocks[index - 1]
  return above?.type === 'html' && box.test(text.slice(...above.range))
}
