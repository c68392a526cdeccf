import type {PhrasingContent, Root} from 'mdast'
import type {Layout} from '../model.ts'
import type {Line} from './lines.ts'
import {wholeLines} from './source-lines.ts'

/** Marks that somebody put there by hand. A list is none: plain text has dashes and numbers too. */
const markup = new Set(
  'heading link linkReference emphasis strong inlineCode code table image imageReference footnoteReference footnoteDefinition blockquote yaml toml definition'.split(
    ' '
  )
)

/** A share of long lines above which every line of a plain text is a paragraph of its own. */
const longLineShare = 0.25
const longLine = 120

/** Plain when no Markdown mark stands anywhere: text that was pasted or scraped. */
export function detectLayout(tree: Root): Layout {
  return tree.children.some(isMarkedUp) ? 'markdown' : 'plain'
}

function isMarkedUp(block: Root['children'][number]): boolean {
  // A comment is for a tool, not for the reader.
  if (block.type === 'html') return !block.value.startsWith('<!--')
  // `###` ends a press release.
  if (block.type === 'heading' && block.children.length === 0) return false
  if (markup.has(block.type)) return true
  return (
    block.type === 'paragraph' && block.children.some((child) => markup.has(child.type) && !isAutolink(child))
  )
}

/** A bare URL is a link in GFM; it is no sign of markup. */
function isAutolink(node: PhrasingContent): boolean {
  if (node.type !== 'link') return false
  const [child] = node.children
  return child?.type === 'text' && node.url.endsWith(child.value)
}

/** Whether each line of a plain text is a paragraph: most lines are far longer than anybody wraps them. */
export function hasLineParagraphs(text: string): boolean {
  let lines = 0
  let long = 0
  for (const line of text.split(/\r?\n|\r/)) {
    const {length} = line.trim()
    if (length === 0 || /^\s*<!--.*-->\s*$/.test(line)) continue
    lines++
    if (length > longLine) long++
  }
  return long >= lines * longLineShare
}

/** Line ends between two lines that stay, and are paragraphs of their own: their blank line is missing. */
export function findTightLines(
  text: string,
  lines: readonly Line[],
  goes: (line: Line) => boolean
): number[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]
    if (!next || next.draft !== line.draft || goes(line) || goes(next)) return []
    // `… the marks of the tools make a` / `pattern like woven straw.`
    if (/\p{Ll}/u.test(text.charAt(next.range[0])) && /[\p{L},]/u.test(text.charAt(line.range[1] - 1)))
      return []
    const at = wholeLines(text, line.range)[1]
    // A `<br>` ends a line of the prose, and none of the source.
    return at < next.range[0] ? [at] : []
  })
}
