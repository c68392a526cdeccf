import type {ListItem, Nodes, Root, Yaml} from 'mdast'
import {linkBareUrls} from './bare-urls.ts'
import {ParserFailure} from './fault.ts'
import {disguiseUrls, unlinkAddresses} from './literal-links.ts'
import type {Parser} from './model.ts'
import {createPoints} from './points.ts'

/** What of the package `satteri` is used. */
export type MarkdownToMdast = (
  text: string,
  options: {readonly features: {readonly gfm: true; readonly frontmatter: false}}
) => unknown

const options = {features: {gfm: true, frontmatter: false}} as const

/** GFM with front matter, read by native code to the tree that remark-parse gives. */
export function createSatteri(markdownToMdast: MarkdownToMdast): Parser {
  return {format: 'markdown', parse: (text) => parse(text, markdownToMdast)}
}

function parse(text: string, markdownToMdast: MarkdownToMdast): Root {
  if (text.startsWith('\uFEFF') || !isWellFormed(text))
    throw new ParserFailure('satteri', 'it has characters that satteri drops')
  // As Markdown wants it.
  const source = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text
  const head = readHead(source)
  const body = head ? blank(source, head.position?.end.offset ?? 0) : source
  const disguise = disguiseUrls(body)
  const tree = run(markdownToMdast, disguise?.text ?? body)
  standardize(tree, source, disguise?.restore)
  if (head) tree.children.unshift(head)
  linkBareUrls(tree, text)
  return tree
}

function run(markdownToMdast: MarkdownToMdast, text: string): Root {
  try {
    return markdownToMdast(text, options) as Root
  } catch (error) {
    throw new ParserFailure('satteri', error instanceof Error ? error.message : String(error))
  }
}

/** Whether UTF-8 can hold it: no half of a surrogate pair. */
function isWellFormed(text: string): boolean {
  return (text as string & {isWellFormed(): boolean}).isWellFormed()
}

const fences: Readonly<Record<string, {readonly type: 'yaml' | 'toml'; readonly closing: RegExp}>> = {
  '---': {type: 'yaml', closing: /(?:\r\n|\n|\r)---[ \t]*(?=[\r\n]|$)/g},
  '+++': {type: 'toml', closing: /(?:\r\n|\n|\r)\+\+\+[ \t]*(?=[\r\n]|$)/g}
}

/** Front matter as micromark has it: satteri also ends it at `...`, and wants no blank after the first fence. */
function readHead(source: string): Yaml | undefined {
  const [opening, fence = ''] = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(source) ?? []
  const found = fences[fence]
  if (opening === undefined || !found) return undefined
  const {type, closing} = found
  // The line end of one fence may be that of the other.
  closing.lastIndex = opening.trimEnd().length
  const last = closing.exec(source)
  // Without a last fence micromark sees neither lists nor quotes.
  if (!last) throw new ParserFailure('satteri', 'its front matter is not closed')
  const end = last.index + last[0].length
  const pointOf = createPoints(source.slice(0, end))
  const value = source.slice(opening.length, last.index)
  return {type: type as 'yaml', value, position: {start: pointOf(0), end: pointOf(end)}}
}

/** Blanks for all characters up to an offset but line ends. */
function blank(source: string, to: number): string {
  return source.slice(0, to).replace(/[^\r\n]/g, ' ') + source.slice(to)
}

/** Fields of nodes that hold characters of the source. */
const fields = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const

function standardize(tree: Root, source: string, restore: ((value: string) => string) | undefined): void {
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (restore) restoreFields(node as unknown as Record<string, unknown>, restore)
    leaveLineEnd(node, source)
    if (!('children' in node)) continue
    if (node.type === 'listItem') startAtBox(node, source)
    unlinkAddresses(node, source)
    let before: Nodes | undefined
    for (const child of node.children as Nodes[]) {
      if (
        child.type === 'code' &&
        before?.type === 'code' &&
        isIndented(child, source) &&
        isIndented(before, source)
      )
        throw new ParserFailure('satteri', 'it cut a block of code')
      open.push(child)
      before = child
    }
  }
}

function restoreFields(node: Record<string, unknown>, restore: (value: string) => string): void {
  for (const field of fields) {
    const value = node[field]
    if (typeof value === 'string') node[field] = restore(value)
  }
}

/** A node that ends in the middle of a line end ends before it. */
function leaveLineEnd({position}: Nodes, source: string): void {
  const end = position?.end
  if (end?.offset === undefined || source[end.offset] !== '\n' || source[end.offset - 1] !== '\r') return
  Object.assign(end, {offset: end.offset - 1, column: end.column - 1})
}

/** The paragraph of a task that begins with a mark has the box in it; a heading is no task. */
function startAtBox({checked, children: [first]}: ListItem, source: string): void {
  if (typeof checked !== 'boolean' || !first) return
  if (first.type !== 'paragraph') throw new ParserFailure('satteri', 'it made a task of a heading')
  const start = first.position?.start
  if (/\][ \t]*[\r\n]+[ \t>]*$/.test(source.slice(0, start?.offset).slice(-64)))
    throw new ParserFailure('satteri', 'a box stands on a line of its own')
  if (first.children[0]?.type === 'text' || start?.offset === undefined) return
  const by = start.offset - source.lastIndexOf('[', start.offset - 1)
  if (by <= start.column) Object.assign(start, {offset: start.offset - by, column: start.column - by})
}

function isIndented({position}: Nodes, source: string): boolean {
  const first = source[position?.start.offset ?? 0]
  return first !== '`' && first !== '~'
}
