import type {Nodes, Root, RootContent} from 'mdast'
import type {Range} from '../model.ts'
import {rangeOf} from './node-range.ts'
import {createPoints} from './points.ts'
import {findLateMatter, findSecondMatter, findTopMatter} from './top-matter.ts'

/** What a site generator takes before anybody reads Markdown: metadata at the top, code, or nothing that is shown. */
export interface TemplateBlock {
  readonly type: 'yaml' | 'toml' | 'code' | 'html'
  readonly range: Range
}

export interface Covered {
  /** The article with blanks for its template blocks: every other character keeps its place. */
  readonly text: string
  readonly blocks: readonly TemplateBlock[]
}

/** Tags around code: `codeblock`, `sourcecode`, and drawings or formulas that are written as code. */
const codeName = /code|^(?:highlight|mermaid|plantuml|graphviz|math(?:jax)?|katex|latex)$/
/** Tags around what the page does not show here: notes of the writer, and text that is kept for another place. */
const hiddenName = /^(?:comment|capture|nomarkdown)$/
/** Liquid reads nothing in it, Markdown reads all: only the tags are no text. */
const bareName = /^(?:end)?(?:raw|verbatim)$/

/**
 * Where a line begins what Markdown may not read as text: a fence, a heading, a tag of Liquid or Hugo, an extension of
 * kramdown, a container, the name of MyST for what stands below, `(oven)=`.
 */
const start =
  /^([ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?)(?:(`{3,}|~{3,})|#{1,6}[ \t]|\{\/\*|\{(%-?|\{[<%]|::)[ \t]*([a-z][\w-]*)|:{3,}|\/{3,}|\([\w:.+-]{1,100}\)=(?=[ \t]*$))/gim

/** `## The oven {#oven}`, `## The oven {: .hot}`, `## The oven {/*oven*\/}` where a site reads Markdown as MDX. */
const headingMark = /[ \t]\{(?::?[ \t]*[#.-][^{}]*|\/\*[^*{}]*\*\/)\}[ \t]*$/
/** `![](lamp.png){.wide alt="A lamp"}`: attributes of Pandoc and kramdown, right behind a link or a picture. */
const attributes = /\]\([^()\r\n]{0,500}\)(\{[^{}]{1,2000}\})/g
const attribute = /^\{:?[ \t]*(?:[#.][a-z]|[a-z][\w-]{0,30}=["'\w])/i
/** `/// tip`, `//// tab | npm`, `///`: a container of Python-Markdown. */
const slashes = /^[ \t]*\/{3,}(?:[ \t]+[a-z][\w-]*[ \t]*(?:\|.*)?)?$/
/** A comment of MDX on a line of its own. */
const lineComment = /^[ \t]*\{\/\*[^*]*\*\/\}[ \t]*$/

/** Nothing for a text in which no generator has left a mark, as most are. */
export function coverTemplates(text: string): Covered | undefined {
  const late = findLateMatter(text) ?? findSecondMatter(text)
  const top = late ?? findTopMatter(text)
  const hasTags = text.includes('{') || text.includes(':::') || text.includes('///') || text.includes(')=')
  if (!top && !hasTags) return undefined
  const blocks: TemplateBlock[] = top ? [{type: late ? 'yaml' : 'toml', range: top}] : []
  const marks: Range[] = []
  if (hasTags) findBlocks(text, top?.[1] ?? 0, blocks, marks)
  if (blocks.length + marks.length === 0) return undefined
  const covers = [...blocks.map(({range}) => range), ...marks].sort(([a], [b]) => a - b)
  return {text: blank(text, covers), blocks}
}

/** An MDX article with blanks for the names of its headings, `## The oven {#oven}`: to MDX they would be code, and wrong. */
export function coverHeadingNames(text: string): string {
  if (!text.includes('{#')) return text
  const marks: Range[] = []
  findBlocks(text, 0, [], marks)
  return blank(
    text,
    marks.filter(([from, to]) => headingName.test(text.slice(from, to)))
  )
}

const headingName = /^[ \t]\{#[\w:.-]+\}[ \t]*$/

function blank(text: string, covers: readonly Range[]): string {
  let covered = ''
  let at = 0
  for (const [from, to] of covers) {
    if (from < at) continue
    covered +=
      text.slice(at, from) + text.slice(from, to).replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length))
    at = to
  }
  return covered + text.slice(at)
}

function findBlocks(text: string, from: number, blocks: TemplateBlock[], marks: Range[]): void {
  const missing = new Set<string>()
  let fence = ''
  let shown = from
  const addAttributes = (to: number): void => {
    if (to > shown) findAttributes(text.slice(shown, to), shown, marks)
  }
  start.lastIndex = from
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const {index} = match
    const [opening, indent = '', ticks, brace, word = ''] = match
    const lineEnd = endOfLine(text, index)
    if (ticks !== undefined) {
      const rest = text.slice(index + opening.length, lineEnd)
      if (fence === '') {
        fence = ticks.startsWith('`') && rest.includes('`') ? '' : ticks
        if (fence !== '') addAttributes(index)
      } else if (ticks.startsWith(fence) && rest.trim() === '') {
        fence = ''
        shown = lineEnd
      }
      continue
    }
    if (fence !== '') continue
    if (brace === undefined) {
      const line = text.slice(index, lineEnd)
      const mark = opening.trimEnd().endsWith('#') ? headingMark.exec(line) : undefined
      if (mark) marks.push([index + mark.index, lineEnd])
      else if (isAtMargin(indent) && opening.endsWith('=')) marks.push([index, lineEnd])
      else if (
        isAtMargin(indent) &&
        (opening.endsWith(':') || slashes.test(line.trimEnd()) || lineComment.test(line))
      )
        blocks.push({type: 'html', range: [index, lineEnd]})
      continue
    }
    const name = word.toLowerCase()
    const begin = index + indent.length
    const range =
      bareName.test(name) && brace.startsWith('%')
        ? isAtMargin(indent) && /^[^{}]*-?%\}[ \t]*$/.test(text.slice(begin + 1, lineEnd))
          ? ([begin, lineEnd] as const)
          : undefined
        : findPair(text, begin, lineEnd, name, brace, missing)
    if (!range) continue
    addAttributes(range[0])
    blocks.push({type: codeName.test(name) ? 'code' : 'html', range})
    start.lastIndex = range[1]
    shown = range[1]
  }
  if (fence === '') addAttributes(text.length)
}

function findAttributes(text: string, offset: number, marks: Range[]): void {
  if (!text.includes('){')) return
  for (const {index, 0: all, 1: braces = ''} of text.matchAll(attributes)) {
    const end = offset + index + all.length
    if (attribute.test(braces)) marks.push([end - braces.length, end])
  }
}

/** Further in it may stand in a block of code. */
function isAtMargin(indent: string): boolean {
  return /^ {0,3}$/.test(indent)
}

const closings = {
  liquid: /\{%-?[ \t]*end([a-z][\w-]*)[ \t]*-?%\}/gi,
  hugo: /\{\{[<%][ \t]*\/[ \t]*([a-z][\w-]*)[ \t]*[%>]\}\}/gi,
  kramdown: /\{:\/[a-z]*\}/gi
}

/** From a tag to the line end behind the one that closes it. */
function findPair(
  text: string,
  begin: number,
  lineEnd: number,
  name: string,
  brace: string,
  missing: Set<string>
): Range | undefined {
  if (
    !codeName.test(name) &&
    !hiddenName.test(name) &&
    !(brace.startsWith('{') && /^raw(?:-?html)?$/.test(name))
  )
    return
  // `{{< highlight >}}a phrase{{< /highlight >}}`: Hugo's own names the language of its code.
  if (
    name === 'highlight' &&
    brace.startsWith('{') &&
    /^[^}]{0,20}highlight[ \t]*[%>]/i.test(text.slice(begin, lineEnd))
  )
    return
  const key = `${brace.slice(0, 2)}${name}`
  if (missing.has(key)) return
  const closing = brace === '::' ? closings.kramdown : brace.startsWith('%') ? closings.liquid : closings.hugo
  closing.lastIndex = begin
  let end = closing.exec(text)
  while (end && end[1] !== undefined && end[1].toLowerCase() !== name) end = closing.exec(text)
  if (!end) {
    missing.add(key)
    return
  }
  const stop = end.index + end[0].length
  const last = endOfLine(text, stop)
  // `{% comment %}soon{% endcomment %} The oven is cold.`
  if (stop <= lineEnd && text.slice(stop, last).trim() !== '') return
  return [begin, last]
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from, from + 400).search(/[\r\n]/)
  if (at >= 0) return from + at
  const found = /[\r\n]/g
  found.lastIndex = from
  return found.exec(text)?.index ?? text.length
}

/** The lines between `---` and `---`, as a parser of front matter gives them. */
function insideFences(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/^---[ \t]*(?:\r\n|\r|\n)|(?:\r\n|\r|\n)---$/g, '')
}

const containers = new Set(['root', 'list', 'listItem', 'blockquote', 'footnoteDefinition'])

/** Puts the blocks where they stand into the tree of the covered text. */
export function placeTemplates(tree: Root, text: string, blocks: readonly TemplateBlock[]): void {
  if (blocks.length === 0) return
  const pointOf = createPoints(text)
  place(
    tree,
    blocks.map(({type, range: [from, to]}) => {
      const position = {start: pointOf(from), end: pointOf(to)}
      return {
        type,
        value: type === 'yaml' ? insideFences(text, from, to) : text.slice(from, to),
        position
      } as Nodes
    })
  )
}

function place(parent: Nodes, nodes: readonly Nodes[]): void {
  if (!('children' in parent)) return
  const children: Nodes[] = []
  let next = 0
  const addBefore = (end: number): void => {
    for (let node = nodes[next]; node && rangeOf(node)[0] < end; node = nodes[++next]) {
      const item = parent.type === 'list' ? children.at(-1) : undefined
      // Between the items of a list it belongs to the one above.
      if (item) append(item, node)
      else children.push(node)
    }
  }
  for (const child of parent.children) {
    const [start, end] = rangeOf(child)
    addBefore(start)
    children.push(child)
    const first = next
    while (next < nodes.length && rangeOf(nodes[next] as Nodes)[0] < end) next++
    // In code and HTML it is a part of them.
    if (next > first && containers.has(child.type)) place(child, nodes.slice(first, next))
  }
  addBefore(Number.POSITIVE_INFINITY)
  Object.assign(parent, {children})
}

function append(item: Nodes, node: Nodes): void {
  if (item.type === 'listItem') item.children.push(node as RootContent as never)
  if (item.position && node.position) item.position.end = node.position.end
}
