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

/**
 * Shares of the lines, or of their characters, that are in long lines, above which every line of a plain text is a paragraph
 * of its own. A page full of buttons and fields has many short lines, and most of its text in the others all the same.
 */
const longLineShare = 0.25
const longTextShare = 0.6
const longLine = 120
/** Share of lines that go on in the middle of a sentence (“, a town in”) above which the line ends mean nothing. */
const tornShare = 0.2

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
  let characters = 0
  let longCharacters = 0
  let torn = 0
  let isBelow = false
  for (const line of text.split(/\r?\n|\r/)) {
    const {length} = line.trim()
    if (length === 0 || /^\s*<!--.*-->\s*$/.test(line)) {
      isBelow = false
      continue
    }
    lines++
    if (isBelow && /^\s*(?!https?:|www\.)[a-z,;.)]/.test(line)) torn++
    isBelow = true
    characters += length
    if (length <= longLine) continue
    long++
    longCharacters += length
  }
  if (torn > lines * tornShare) return false
  return long >= lines * longLineShare || longCharacters > characters * longTextShare
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
