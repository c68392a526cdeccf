import type {Element, Nodes} from 'hast'
import type {PhrasingContent} from 'mdast'
import type {Point, Position} from 'unist'
import {isElement, isHidden, sliceOf, textOf} from './html-page.ts'

/** Elements with a content of their own that is no running text. */
const opaque = new Set(
  'svg math button input select textarea object embed iframe video audio canvas meter progress map'.split(' ')
)
const emphasis = new Set(['em', 'i', 'dfn', 'var'])
const strong = new Set(['strong', 'b'])
const deleted = new Set(['del', 's', 'strike'])
const code = new Set(['code', 'samp', 'tt'])
/** Kept as tags, as in Markdown: they tell of a source. */
const marks = new Set(['sup', 'sub', 'cite'])

export interface PhrasingSettings {
  readonly source: string
  /** Whether an element starts a line of its own. */
  readonly isBlock: (element: Element) => boolean
  /** The address of a link as the article would write it. */
  readonly addressOf: (url: string) => string
}

/** Text, links, emphasis and the like as mdast: blanks collapsed as a browser does, hidden parts left out. */
export function toPhrasing(nodes: readonly Nodes[], settings: PhrasingSettings): PhrasingContent[] {
  const {source, isBlock, addressOf} = settings
  /** A blank here would be the first of its line, or the second one. */
  let isBlankDropped = true
  const children = all(nodes)
  trimEnd(children)
  return children

  function all(list: readonly Nodes[]): PhrasingContent[] {
    const made: PhrasingContent[] = []
    for (const node of list) one(node, made)
    return made
  }

  function one(node: Nodes, made: PhrasingContent[]): void {
    const {position} = node
    if (node.type === 'text' && position) addText(node.value, position, made)
    else if (node.type === 'comment' && position)
      made.push({type: 'html', value: sliceOf(node, source), position})
    else if (isElement(node) && !isHidden(node)) addElement(node, made)
  }

  function addText(raw: string, position: Position, made: PhrasingContent[]): void {
    let value = raw.replace(/[ \t\n\f\r]+/g, ' ')
    if (isBlankDropped && value.startsWith(' ')) value = value.slice(1)
    if (value === '') return
    isBlankDropped = value.endsWith(' ')
    made.push({type: 'text', value, position})
  }

  function addElement(node: Element, made: PhrasingContent[]): void {
    const {tagName, properties} = node
    const position = node.position ?? positionOf(node)
    if (!position) {
      made.push(...all(node.children))
      return
    }
    if (tagName === 'br') {
      trimEnd(made)
      isBlankDropped = true
      made.push({type: 'break', position})
    } else if (tagName === 'img') {
      isBlankDropped = false
      made.push({
        type: 'image',
        url: String(properties.src ?? ''),
        alt: String(properties.alt ?? ''),
        position
      })
    } else if (code.has(tagName)) {
      const value = textOf(node)
      if (value !== '') made.push({type: 'inlineCode', value, position})
      isBlankDropped = false
    } else if (opaque.has(tagName)) {
      made.push({type: 'html', value: sliceOf(node, source), position})
      isBlankDropped = false
    } else if (tagName === 'q') addQuotation(node, position, made)
    else if (tagName === 'a' && properties.href !== undefined && !isControl(node))
      addLink(node, position, made)
    else if (marks.has(tagName)) {
      made.push({
        type: 'html',
        value: sliceOf({...node, position: openingOf(position)}, source),
        position: openingOf(position)
      })
      made.push(...all(node.children))
    } else if (emphasis.has(tagName)) wrap('emphasis', node, position, made)
    else if (strong.has(tagName)) wrap('strong', node, position, made)
    else if (deleted.has(tagName)) wrap('delete', node, position, made)
    else {
      // Blocks inside a heading or link: their words must not run together.
      if (isBlock(node) && made.length > 0 && !isBlankDropped) {
        made.push({type: 'break', position: openingOf(position)})
        isBlankDropped = true
      }
      for (const child of node.children) one(child, made)
    }
  }

  function wrap(
    type: 'emphasis' | 'strong' | 'delete',
    node: Element,
    position: Position,
    made: PhrasingContent[]
  ): void {
    const inner = all(node.children)
    if (inner.length > 0) made.push({type, children: inner, position})
  }

  function addLink(node: Element, position: Position, made: PhrasingContent[]): void {
    const children = all(node.children)
    const {href, ariaLabel, title} = node.properties
    // An icon from a style sheet, with its words for those who don't see it.
    if (children.length === 0 && (node.children.some((child) => isElement(child)) || ariaLabel || title))
      children.push({type: 'html', value: '', position})
    const url = addressOf(String(href))
    made.push({type: 'link', url, title: null, children: children as never[], position})
  }

  /** A browser puts quotation marks around it; they stand for the tags. */
  function addQuotation(node: Element, position: Position, made: PhrasingContent[]): void {
    const text = textOf(node)
    const isQuoted = /^["“«„‘]/.test(text) || text === ''
    const closing = closingOf(node, position)
    if (isQuoted || !closing) {
      made.push(...all(node.children))
      return
    }
    made.push({type: 'text', value: '“', position: openingOf(position)})
    isBlankDropped = true
    const inner = all(node.children)
    trimEnd(inner)
    made.push(...inner, {type: 'text', value: '”', position: closing})
    isBlankDropped = false
  }

  function openingOf({start, end}: Position): Position {
    const from = start.offset as number
    const close = source.indexOf('>', from)
    const last = end.offset as number
    const to = close < 0 ? last : Math.min(close + 1, last)
    return {start, end: sameLine(start, to)}
  }

  function closingOf(node: Element, {end}: Position): Position | undefined {
    const to = end.offset as number
    const from = source.lastIndexOf('</', to)
    const last = node.children.at(-1)?.position?.end.offset ?? to
    return from >= last && source[to - 1] === '>' ? {start: sameLine(end, from), end} : undefined
  }
}

/** A point so many characters away; tags rarely hold a line end, and only offsets are read of these. */
function sameLine(point: Point, offset: number): Point {
  return {line: point.line, column: Math.max(1, point.column + offset - (point.offset as number)), offset}
}

/** From its first to its last child that has a place. */
export function positionOf(node: Nodes): Position | undefined {
  if (node.position) return node.position
  if (!('children' in node)) return undefined
  const start = node.children.find((child) => child.position)?.position?.start
  const end = node.children.findLast((child) => child.position)?.position?.end
  return start && end && {start, end}
}

/** A link that a script answers: it leads nowhere on purpose. */
function isControl({properties}: Element): boolean {
  const href = String(properties.href)
  return /^javascript:/i.test(href) || (href === '#' && Object.keys(properties).length > 1)
}

/** Takes blanks and line breaks off the end of a line. Gives whether there is anything else. */
export function trimEnd(nodes: PhrasingContent[]): boolean {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index] as PhrasingContent
    if (node.type === 'html' && node.value.startsWith('<!--')) continue
    if (node.type === 'break') nodes.splice(index, 1)
    else if (node.type === 'text') {
      node.value = node.value.replace(/ $/, '')
      if (node.value !== '') return true
      nodes.splice(index, 1)
    } else if ('children' in node) {
      const isFilled = trimEnd(node.children as PhrasingContent[])
      if (isFilled || node.type === 'link') return true
      nodes.splice(index, 1)
    } else return true
  }
  return false
}

/** Whether there are words. */
export function hasText(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return /[^\s\u00A0\u200B]/.test(node.value)
  return 'children' in node && node.children.some((child) => hasText(child))
}

/** Whether there is anything to see. */
export function isSeen(node: PhrasingContent): boolean {
  if (node.type === 'text') return /[^\s\u00A0\u200B]/.test(node.value)
  if (node.type === 'break') return false
  if (node.type === 'html') return !node.value.startsWith('<!--')
  return 'children' in node && node.type !== 'link' ? node.children.some((child) => isSeen(child)) : true
}
