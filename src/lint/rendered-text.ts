import type {Nodes, Parents, PhrasingContent} from 'mdast'
import type {Mark, Prose, Spelling} from '../document/model.ts'
import {createProse} from '../document/prose/text.ts'
import type {InlineType, RenderedElement, RenderedNode, RenderedText} from './rendering.ts'

/** The article, and the shift of its offsets. */
interface Origin {
  readonly source: string
  readonly shift: number
  readonly spelling: Spelling | undefined
}

/** What the text of a block is made of, with what its links point to. */
export interface TextSource extends Origin {
  readonly urls: ReadonlyMap<string, string>
}

/** The phrasing content of a block as nodes with the places of its text. */
export function renderProse(parent: Parents, context: TextSource): RenderedNode[] {
  const prose = createProse(parent, context.source, context.spelling)
  const marks = new Map<Nodes, Mark>(prose.marks.map((mark) => [mark.node, mark]))
  return renderSpan(parent.children as PhrasingContent[], 0, prose.value.length)

  /** Text nodes are what stands between the marks. */
  function renderSpan(children: readonly PhrasingContent[], from: number, to: number): RenderedNode[] {
    const nodes: RenderedNode[] = []
    let at = from
    for (const child of children) {
      const mark = marks.get(child)
      if (!mark) continue
      nodes.push(...textOf(prose, at, mark.start, context))
      nodes.push(...renderMark(child, mark))
      at = mark.end
    }
    nodes.push(...textOf(prose, at, to, context))
    return nodes
  }

  function renderMark(node: PhrasingContent, {start, end}: Mark): readonly RenderedNode[] {
    const {shift, source, urls} = context
    const [first, last] = rangeOf(node, prose.at(start, end - start))
    const place = {start: first + shift, end: last + shift}
    const whole = (value: string): RenderedText => ({type: 'text', value, ...place})
    const inside = (type: InlineType, more: Partial<RenderedElement> = {}): RenderedElement => {
      const own = 'children' in node ? node.children : []
      const children = own.length > 0 ? renderSpan(own, start, end) : textOf(prose, start, end, context)
      return {type, ...place, ...more, children: children.length > 0 ? children : [whole('no text')]}
    }
    const isBreak = node.type === 'html' && end > start
    if (node.type === 'break' || isBreak) return [whole('\n')]
    switch (node.type) {
      case 'strong':
      case 'emphasis':
      case 'delete':
        return [inside(node.type)]
      case 'inlineCode':
        return [inside('code')]
      case 'link':
        return [inside('link', {url: node.url})]
      case 'linkReference':
        return [inside('link', {url: urls.get(node.identifier) ?? ''})]
      case 'image':
      case 'imageReference': {
        const url = node.type === 'image' ? node.url : (urls.get(node.identifier) ?? '')
        return [{type: 'image', ...place, url, children: [whole(node.alt || 'no description')]}]
      }
      case 'footnoteReference':
        return [{type: 'note', ...place, children: [whole(node.label ?? node.identifier)]}]
      default: {
        // Elements of MDX hold text.
        const {children} = node as {children?: PhrasingContent[]}
        if (children) return renderSpan(children, start, end)
        return [{type: 'source', ...place, children: [whole(source.slice(first, last))]}]
      }
    }
  }
}

/** Where a node stands; what a parser made up has no place of its own. */
export function rangeOf(node: Nodes, fallback: readonly [number, number]): readonly [number, number] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? fallback : [start, end]
}

/** A stretch of a prose in few texts, each spelled as its source is, or one character. */
function textOf(prose: Prose, start: number, end: number, origin: Origin): RenderedText[] {
  const {source, shift} = origin
  if (end <= start) return []
  const [from, to] = prose.at(start, end - start)
  const value = prose.value.slice(start, end)
  const isSame = to - from === value.length && source.startsWith(value, from)
  const middle = Math.ceil(value.length / 2)
  if (isSame || middle === value.length || isPair(value))
    return [{type: 'text', value, start: from + shift, end: to + shift}]
  const cut = start + (isPair(value.slice(middle - 1, middle + 1)) ? middle - 1 : middle)
  const texts = textOf(prose, start, cut, origin)
  for (const text of textOf(prose, cut, end, origin)) {
    const last = texts.at(-1)
    const joins = last?.end === text.start && isVerbatim(last) && isVerbatim(text)
    if (last && joins) texts[texts.length - 1] = {...last, value: last.value + text.value, end: text.end}
    else texts.push(text)
  }
  return texts

  function isVerbatim({value, ...text}: RenderedText): boolean {
    return text.end - text.start === value.length && source.startsWith(value, text.start - shift)
  }
}

/** Two units that are one character. */
function isPair(text: string): boolean {
  return text.length === 2 && (text.codePointAt(0) as number) > 0xffff
}

/**
 * The lines of a value that stand in the source with prefixes before them: code, HTML and comments in lists and quotes.
 */
export function renderLines(
  value: string,
  range: readonly [number, number],
  {source, shift, spelling}: Origin
): RenderedText[] {
  const [from, to] = range
  if (source.startsWith(value, from) && from + value.length <= to && !value.includes('\r'))
    return value === '' ? [] : [{type: 'text', value, start: from + shift, end: from + value.length + shift}]
  const texts: RenderedText[] = []
  if (spelling) {
    const add = (piece: string, start: number, end: number): void => {
      texts.push({type: 'text', value: piece, start: start + shift, end: end + shift})
    }
    spelling(value, source, range, add)
    const isAll = texts.map((text) => text.value).join('') === value
    return isAll ? texts : [{type: 'text', value, start: from + shift, end: to + shift}]
  }
  let at = from
  for (const [index, line] of value.split(/\r\n|\r|\n/).entries()) {
    const start = line === '' ? at : source.indexOf(line, at)
    // Spelled otherwise: the lines stand for the whole.
    if (start < 0 || start + line.length > to)
      return [{type: 'text', value, start: from + shift, end: to + shift}]
    if (index > 0) texts.push({type: 'text', value: '\n', start: at + shift, end: start + shift})
    if (line === '') continue
    texts.push({type: 'text', value: line, start: start + shift, end: start + line.length + shift})
    at = start + line.length
  }
  return texts
}
