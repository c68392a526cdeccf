import type {Nodes, Parents, Root} from 'mdast'
import type {Document} from '../document/model.ts'
import {rangeOf} from '../document/parse/node-range.ts'
import type {Message, MessageEdit} from '../lint/message.ts'

/** A way to silence a finding by comments. It may turn out not to work: the caller tries. */
export interface Disabling {
  readonly scope: 'next-line' | 'block' | 'file'
  readonly edits: readonly MessageEdit[]
}

/** What stands for the words of the one who disables a rule. */
export const reasonMark = 'reason'

type Target = Pick<Message, 'ruleId' | 'start'>

/**
 * Comments that silence a finding where it stands, the most modest first: on a line of its own above the block (a
 * comment inside a hard-wrapped paragraph would cut it in two), inside the list item, around the block.
 *
 * @param text of the file; `document` may lack its byte order mark
 */
export function waysToDisableHere(document: Document, text: string, target: Target): readonly Disabling[] {
  const shift = text.length - document.text.length
  const offset = target.start - shift
  const {frontmatter} = document
  if (frontmatter && offset < frontmatter.range[1]) return []
  const chain = chainAt(document.tree, offset)
  const block = chain.at(-1)
  if (!block?.position) return []
  const page = createPage(document, shift)
  const nextLine = page.comment(`disable-next-line ${target.ruleId} -- ${reasonMark}`)
  const {at, prefix} = placeAbove(chain, page)
  const own = page.lineStart(offset)
  const first = offsetOf(block)
  const inner = page.blanked(page.lineStart(first), first)
  const ways: Disabling[] = [
    {scope: 'next-line', edits: [page.insert(at, `${prefix}${nextLine}${page.eol}`)]}
  ]
  // Scraped text: what is one paragraph to Markdown is a paragraph in every line.
  if (document.layout === 'plain' && own > at) {
    ways.push({scope: 'next-line', edits: [page.insert(own, `${nextLine}${page.eol}`)]})
  }
  if (chain.some(({type}) => type === 'listItem')) {
    ways.push({scope: 'next-line', edits: [page.insert(first, `${nextLine}${page.eol}${inner}`)]})
  }
  const after = page.lineEnd(endOf(block))
  const open = page.comment(`disable ${target.ruleId} -- ${reasonMark}`)
  const close = page.comment(`enable ${target.ruleId}`)
  for (const gap of document.format === 'mdx' ? [page.eol, page.eol + page.eol] : [page.eol]) {
    ways.push({
      scope: 'block',
      edits: [
        page.insert(at, `${prefix}${open}${gap}`),
        page.insert(after, `${gap}${inner}${close}${gap === page.eol ? '' : page.eol}`)
      ]
    })
  }
  return ways
}

/** A comment that silences a rule in the whole article: at its top, after front matter. */
export function wayToDisableInFile(document: Document, text: string, {ruleId}: Target): Disabling {
  const shift = text.length - document.text.length
  const page = createPage(document, shift)
  const comment = page.comment(`disable-file ${ruleId} -- ${reasonMark}`)
  const {frontmatter, format, blocks} = document
  const [first] = blocks
  // Of a web page the article is a part: comments before it are not seen.
  const edit =
    format === 'html' && first
      ? page.insert(page.lineStart(first.range[0]), `${comment}${page.eol}`)
      : frontmatter
        ? page.insert(page.lineEnd(frontmatter.range[1]), `${page.eol}${page.eol}${comment}`)
        : page.insert(0, `${comment}${page.eol}${page.eol}`)
  return {scope: 'file', edits: [edit]}
}

interface Page {
  readonly eol: string
  comment(words: string): string
  /** An insertion at an offset of the document, in offsets of the file. */
  insert(at: number, text: string): MessageEdit
  lineStart(offset: number): number
  lineEnd(offset: number): number
  /** A piece of a line as the start of another one: marks of quotes stay, those of lists become blanks. */
  blanked(start: number, end: number): string
}

function createPage({text, format}: Document, shift: number): Page {
  return {
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    comment: (words) => (format === 'mdx' ? `{/* articlelint-${words} */}` : `<!-- articlelint-${words} -->`),
    insert: (at, inserted) => ({start: at + shift, end: at + shift, text: inserted}),
    lineStart(offset) {
      let at = offset
      while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--
      return at
    },
    lineEnd(offset) {
      let at = offset
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
      return at
    },
    blanked: (start, end) =>
      format === 'html'
        ? (/^\s*/.exec(text.slice(start, end))?.[0] ?? '')
        : text.slice(start, end).replace(/[^>\s]/g, ' ')
  }
}

/** The blocks around an offset, from the root to the innermost one that holds no other. */
function chainAt(tree: Root, offset: number): readonly Nodes[] {
  const chain: Nodes[] = [tree]
  for (;;) {
    const last = chain.at(-1)
    if (!last || !containers.has(last.type)) return chain
    const {children} = last as Parents
    const child = children.find((node) => offsetOf(node) <= offset && offset <= endOf(node))
    if (!child) return last.type === 'root' ? [] : chain
    chain.push(child)
  }
}

const containers: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'mdxJsxFlowElement'
])

/** The line above which a comment belongs to what is around the block, and what it has to start with. */
function placeAbove(chain: readonly Nodes[], page: Page): {readonly at: number; readonly prefix: string} {
  let depth = chain.length - 1
  for (; depth > 1; depth--) {
    const node = chain[depth] as Nodes
    const parent = chain[depth - 1] as Parents
    const index = (parent.children as Nodes[]).indexOf(node)
    const before = node.type === 'listItem' ? (parent.children[index - 1] as Parents | undefined) : undefined
    if (before) {
      // At the end of the item above: between two items a comment would cut the list in two.
      const inside = offsetOf(before.children[0] ?? before)
      return {at: page.lineStart(offsetOf(node)), prefix: page.blanked(page.lineStart(inside), inside)}
    }
    const isFirst = index === 0 && (parent.type === 'listItem' || parent.type === 'list')
    if (!isFirst) break
  }
  const start = offsetOf(chain[depth] as Nodes)
  const line = page.lineStart(start)
  return {at: line, prefix: page.blanked(line, start)}
}

function offsetOf(node: Nodes): number {
  return rangeOf(node)[0]
}

function endOf(node: Nodes): number {
  return rangeOf(node)[1]
}
