import type {Definition, FootnoteDefinition, ListItem, Nodes, Parents} from 'mdast'
import type {Document, Layout} from '../document/model.ts'
import {hasLineParagraphs} from '../document/page/layout.ts'
import {renderTable} from './rendered-table.ts'
import {rangeOf, renderLines, renderProse, type TextSource} from './rendered-text.ts'

/** Text as a reader sees it, at `[start, end)` in the file. What is not as long as its source stands for all of it. */
export interface RenderedText {
  readonly type: 'text'
  readonly value: string
  readonly start: number
  readonly end: number
}

export type BlockType =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'group'
  | 'footnote'
  | 'code'
  | 'table'
  | 'row'
  | 'cell'
  | 'rule'
  | 'source'
  | 'frontmatter'

export type InlineType = 'strong' | 'emphasis' | 'delete' | 'code' | 'link' | 'image' | 'note' | 'source'

/** A block or a mark, at `[start, end)` in the file. */
export interface RenderedElement {
  readonly type: BlockType | InlineType
  readonly start: number
  readonly end: number
  readonly children: readonly RenderedNode[]
  /** Of a heading, 1-6. */
  readonly level?: number
  /** Of a list: the number of its first item, where it has numbers. */
  readonly from?: number
  /** Of a task. */
  readonly isDone?: boolean
  /** The language of code, the name of a footnote or element. */
  readonly label?: string
  /** Of a link or image, as written; nobody has checked it. */
  readonly url?: string
  /** Of a cell. */
  readonly align?: 'left' | 'right' | 'center'
}

export type RenderedNode = RenderedText | RenderedElement

/** An article as a page can show it, every text with its place in the file: plain JSON. */
export interface Rendering {
  readonly layout: Layout
  readonly blocks: readonly RenderedElement[]
}

/**
 * Makes blocks of an article, in the order of the text.
 *
 * @param shift characters of the file before the document's text (a byte order mark)
 */
export function renderArticle(document: Document, shift: number): Rendering {
  const {layout, spelling, text, tree} = document
  const context = {source: text, shift, spelling, urls: new Map(definedUrls(tree))}
  const blocks = renderBlocks(tree, context)
  const isByLine = layout === 'plain' && hasLineParagraphs(text)
  return {layout, blocks: isByLine ? blocks.flatMap(splitLines) : blocks}
}

function* definedUrls(tree: Nodes): Generator<readonly [string, string]> {
  const isBlock = (node: Nodes): node is Parents => 'children' in node && node.type !== 'paragraph'
  if (tree.type === 'definition') yield [tree.identifier, tree.url]
  else if (isBlock(tree)) for (const child of tree.children) yield* definedUrls(child)
}

function renderBlocks(parent: Parents, context: TextSource): RenderedElement[] {
  const around = rangeOf(parent, [0, context.source.length])
  let last = around[0]
  return parent.children.map((child) => {
    const range = rangeOf(child, [last, last])
    last = range[1]
    return renderBlock(child, range, context)
  })
}

function renderBlock(node: Nodes, range: readonly [number, number], context: TextSource): RenderedElement {
  const {shift, source} = context
  const place = {start: range[0] + shift, end: range[1] + shift}
  const lines = (value: string, from = range[0]) => renderLines(value, [from, range[1]], context)
  switch (node.type) {
    case 'heading':
      return {type: 'heading', ...place, level: node.depth, children: renderProse(node, context)}
    case 'paragraph':
      return {type: 'paragraph', ...place, children: renderProse(node, context)}
    case 'thematicBreak':
      return {type: 'rule', ...place, children: []}
    case 'blockquote':
      return {type: 'quote', ...place, children: renderBlocks(node, context)}
    case 'list': {
      const from = node.ordered ? {from: node.start ?? 1} : {}
      return {type: 'list', ...place, ...from, children: renderBlocks(node, context)}
    }
    case 'listItem':
      return {type: 'item', ...place, ...taskOf(node), children: renderBlocks(node, context)}
    case 'footnoteDefinition':
      return {type: 'footnote', ...place, label: labelOf(node), children: renderBlocks(node, context)}
    case 'code': {
      const label = node.lang ? {label: node.lang} : {}
      return {type: 'code', ...place, ...label, children: lines(node.value, codeStart(source, range))}
    }
    case 'table':
      return renderTable(node, range, context)
    case 'yaml':
      return {type: 'frontmatter', ...place, children: lines(node.value, lineAfter(source, range))}
    case 'html':
      return {type: 'source', ...place, children: lines(node.value)}
    default:
      return renderOther(node, range, context)
  }
}

/** TOML, definitions, and what MDX adds: elements with their content, expressions and imports as written. */
function renderOther(node: Nodes, range: readonly [number, number], context: TextSource): RenderedElement {
  const {shift, source} = context
  const place = {start: range[0] + shift, end: range[1] + shift}
  const lines = renderLines(source.slice(...range), range, context)
  if ((node.type as string) === 'toml') return {type: 'frontmatter', ...place, children: lines}
  if (!('children' in node) || node.children.length === 0) return {type: 'source', ...place, children: lines}
  const {name} = node as {name?: string | null}
  const label = name ? {label: name} : {}
  const isFlow = node.children.some((child) => !phrasing.has(child.type))
  if (isFlow) return {type: 'group', ...place, ...label, children: renderBlocks(node, context)}
  const paragraph: RenderedElement = {type: 'paragraph', ...place, children: renderProse(node, context)}
  return {type: 'group', ...place, ...label, children: [paragraph]}
}

const phrasing: ReadonlySet<string> = new Set(
  'text strong emphasis delete inlineCode link linkReference image imageReference break footnoteReference html mdxTextExpression mdxJsxTextElement'.split(
    ' '
  )
)

function taskOf({checked}: ListItem): {isDone?: boolean} {
  return typeof checked === 'boolean' ? {isDone: checked} : {}
}

function labelOf({label, identifier}: FootnoteDefinition | Definition): string {
  return label ?? identifier
}

/** Where the lines of a code block start: after the fence, if it has one. */
function codeStart(source: string, range: readonly [number, number]): number {
  return /^(?:```|~~~)/.test(source.slice(range[0], range[0] + 3)) ? lineAfter(source, range) : range[0]
}

function lineAfter(source: string, [from, to]: readonly [number, number]): number {
  for (let at = from; at < to; at++) {
    if (source[at] === '\n') return at + 1
    if (source[at] === '\r') return at + (source[at + 1] === '\n' ? 2 : 1)
  }
  return to
}

/** The lines of a paragraph of scraped text, each a paragraph of its own as it is for its readers. */
function splitLines(block: RenderedElement): RenderedElement[] {
  if (block.type !== 'paragraph') return [block]
  const lines: RenderedNode[][] = [[]]
  for (const node of block.children) {
    if (node.type !== 'text' || !node.value.includes('\n')) lines.at(-1)?.push(node)
    else if (node.value.length === 1) lines.push([])
    else
      for (const [index, line] of linesOf(node).entries()) {
        if (index > 0) lines.push([])
        if (line.value !== '') lines.at(-1)?.push(line)
      }
  }
  return lines
    .filter((children) => children.length > 0)
    .map((children) => {
      const start = children[0]?.start ?? block.start
      return {type: 'paragraph', start, end: children.at(-1)?.end ?? start, children}
    })
}

/** A text that is spelled as its source is, cut at its line ends. */
function linesOf({value, start}: RenderedText): RenderedText[] {
  let at = start
  return value.split('\n').map((line) => {
    const from = at
    at += line.length + 1
    return {type: 'text', value: line, start: from, end: from + line.length}
  })
}
