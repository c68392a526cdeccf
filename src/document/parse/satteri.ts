import type {ListItem, Nodes, Root, Yaml} from 'mdast'
import type {Parser} from '../model.ts'
import {linkBareUrls} from './bare-urls.ts'
import {ParserFailure} from './fault.ts'
import {disguiseUrls, unlinkAddresses} from './literal-links.ts'
import {rangeOf} from './node-range.ts'
import {createPoints} from './points.ts'
import {gfmOptions, readTree} from './satteri-tree.ts'

/** What of the package `satteri` is used. */
export type MarkdownToMdast = (
  text: string,
  options: {readonly features: {readonly gfm: true; readonly frontmatter: false}}
) => unknown

/** What of its native part is used, where that is of the version whose trees we read. */
export interface NativeSatteri {
  createMdastHandle(text: string, options: number): object
  serializeHandle(handle: object): Uint8Array
  dropHandle(handle: object): void
}

/** Parses a text; with `restore`, the tree has the characters that it gives for those of the text. */
type Read = (text: string, restore: ((value: string) => string) | undefined) => Root

const options = {features: {gfm: true, frontmatter: false}} as const

/** GFM with front matter, read by native code to the tree that remark-parse gives. */
export function createSatteri(markdownToMdast: MarkdownToMdast): Parser {
  return createParser((text, restore) => {
    const tree = markdownToMdast(text, options) as Root
    if (restore) restoreFields(tree, restore)
    return tree
  })
}

/** The same by the native part alone, which loads in a tenth of the time of the whole package. */
export function createNativeSatteri(native: NativeSatteri): Parser {
  return createParser((text, restore) => {
    const handle = native.createMdastHandle(text, gfmOptions)
    try {
      return readTree(native.serializeHandle(handle), restore)
    } finally {
      native.dropHandle(handle)
    }
  })
}

function createParser(read: Read): Parser {
  return {format: 'markdown', isSwift: true, parse: (text) => parse(text, read)}
}

function parse(text: string, read: Read): Root {
  if (text.startsWith('\uFEFF') || !isWellFormed(text))
    throw new ParserFailure('satteri', 'it has characters that satteri drops')
  // A control character to Markdown, a blank to satteri: it tells whether the marks beside it are emphasis.
  if (text.includes('\u0085')) throw new ParserFailure('satteri', 'it takes U+0085 for a blank')
  if (isTangled(text)) throw new ParserFailure('satteri', 'it would take too long')
  // As Markdown wants it.
  const source = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text
  const head = readHead(source)
  const body = head ? blank(source, rangeOf(head)[1]) : source
  const disguise = disguiseUrls(body)
  const tree = run(read, disguise?.text ?? body, disguise?.restore)
  standardize(tree, source)
  if (head) tree.children.unshift(head)
  linkBareUrls(tree, text)
  return tree
}

function run(read: Read, text: string, restore: ((value: string) => string) | undefined): Root {
  try {
    return read(text, restore)
  } catch (error) {
    throw new ParserFailure('satteri', error instanceof Error ? error.message : String(error))
  }
}

const longBlock = 50_000
const manyEntities = 15_000
const manyMarks = 500_000

/**
 * Whether a paragraph has so many entities, or marks of emphasis, that satteri would take ten seconds or more: its time
 * grows with their square there, and nothing can break native code off.
 */
function isTangled(text: string): boolean {
  if (text.length < longBlock) return false
  return text.split(/\n[ \t]*\r?\n/).some((block) => {
    const count = (marks: RegExp): number => block.match(marks)?.length ?? 0
    return block.length >= longBlock && (count(/&/g) >= manyEntities || count(/[*_~]/g) >= manyMarks)
  })
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
  return source.slice(0, to).replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length)) + source.slice(to)
}

/** Fields of nodes that hold characters of the source. */
const fields = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const

function standardize(tree: Root, source: string): void {
  // Few articles have line ends of two characters.
  const hasPairs = source.includes('\r\n')
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (hasPairs) leaveLineEnd(node, source)
    if (!('children' in node)) continue
    if (node.type === 'listItem') startAtBox(node, source)
    unlinkAddresses(node, source)
    const children = node.children as Nodes[]
    let before: Nodes | undefined
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Nodes
      const {type} = child
      if (
        type === 'code' &&
        before?.type === 'code' &&
        isIndented(child, source) &&
        isIndented(before, source)
      )
        throw new ParserFailure('satteri', 'it cut a block of code')
      // Nothing can be wrong with any other text.
      if (type !== 'text' || hasPairs) open.push(child)
      before = child
    }
  }
}

function restoreFields(tree: Root, restore: (value: string) => string): void {
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    const record = node as unknown as Record<string, unknown>
    for (const field of fields) {
      const value = record[field]
      if (typeof value === 'string') record[field] = restore(value)
    }
    if ('children' in node) for (const child of node.children) open.push(child)
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

function isIndented(node: Nodes, source: string): boolean {
  const first = source[rangeOf(node)[0]]
  return first !== '`' && first !== '~'
}
