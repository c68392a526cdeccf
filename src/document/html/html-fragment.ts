import type {Element, ElementContent, Nodes, Properties, RootContent} from 'hast'
import type {Point} from 'unist'
import {maxDepth} from '../parse/limits.ts'
import {decodeReferences, findTagEnd} from './html-spelling.ts'

/** The tag of an element whose other tag stands elsewhere, with Markdown between them. */
export interface LoneTag {
  readonly type: 'tag'
  readonly element: Element
  readonly isEnd: boolean
}

export interface FragmentSettings {
  readonly from: number
  readonly to: number
  readonly pointOf: (offset: number) => Point
}

const voids = new Set('area br col embed hr img input link meta param source track wbr'.split(' '))
/** Their content is no HTML. */
const raw = new Set('script style textarea title noscript iframe'.split(' '))
const rawEnd = /<\/([a-z]{5,8})>/gi
/** What may be put around Markdown. */
const wrappers = new Set('article blockquote center details div main section'.split(' '))
/** Elements that end an open paragraph. */
const endsParagraph = new Set(
  `address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr
  main menu nav ol p pre section table ul`.split(/\s+/)
)
/** Items that end the one before them, and the lists that end them. */
const lists = new Map([
  ['li', 'ul ol menu dir'],
  ['dt', 'dl'],
  ['dd', 'dl']
])

const heading = /^h[1-6]$/
const opening = /<(?:!--|[a-z/!?])/gi
const tagName = /^<(\/?)([a-z][\w:-]*)(?=[\s/>])/i

/**
 * A stretch of HTML as hast, read without a parser of HTML: where its tags are those that every parser reads alike.
 * Nothing where one would have to repair them.
 */
export function readFragment(
  text: string,
  {from, to, pointOf}: FragmentSettings
): (RootContent | LoneTag)[] | undefined {
  // Of a thousand tags without an end each one would be looked for in all that follows.
  const source = text.slice(0, to)
  const top: (RootContent | LoneTag)[] = []
  const open: Element[] = []
  let at = from
  while (at < to) {
    opening.lastIndex = at
    const found = opening.exec(source)
    const start = found?.index ?? to
    addText(at, start)
    if (!found) break
    const isComment = found[0] === '<!--'
    const end = isComment ? source.indexOf('-->', start + 4) + 3 : findTagEnd(source, start) + 1
    if (end <= start) return undefined
    at = end
    if (isComment) add({type: 'comment', value: source.slice(start + 4, end - 3), ...place(start, end)})
    else {
      const next = readTag(start, end)
      if (next === undefined) return undefined
      at = next
    }
  }
  return close()

  function place(start: number, end: number) {
    return {position: {start: pointOf(start), end: pointOf(end)}}
  }

  function add(node: ElementContent): void {
    const parent = open.at(-1)
    if (parent) parent.children.push(node)
    else top.push(node)
  }

  function addText(start: number, end: number): void {
    if (end > start)
      add({type: 'text', value: decodeReferences(source.slice(start, end)), ...place(start, end)})
  }

  /** Gives where to read on. */
  function readTag(start: number, end: number): number | undefined {
    const tag = source.slice(start, end)
    const [, slash, word = ''] = tagName.exec(tag) ?? []
    const name = word.toLowerCase()
    if (name === '') return undefined
    if (slash) return endElement(name, start, end) ? end : undefined
    if (!endImplied(name, start) || open.length >= maxDepth) return undefined
    const element: Element = {
      type: 'element',
      tagName: name,
      properties: readAttributes(tag.slice(word.length + 1, -1)),
      children: [],
      ...place(start, end)
    }
    add(element)
    if (voids.has(name)) return end
    // Only some parsers take such a one for closed.
    if (tag.endsWith('/>')) return undefined
    if (!raw.has(name)) {
      open.push(element)
      return end
    }
    const stop = endOfRaw(name, end)
    if (stop === undefined) return undefined
    finish(element, stop)
    return stop
  }

  /** Behind the end tag of an element whose content is no HTML. */
  function endOfRaw(name: string, start: number): number | undefined {
    rawEnd.lastIndex = start
    let found = rawEnd.exec(source)
    while (found && found[1]?.toLowerCase() !== name) found = rawEnd.exec(source)
    return found ? rawEnd.lastIndex : undefined
  }

  function finish({position}: Element, end: number): void {
    if (position) position.end = pointOf(end)
  }

  /** A paragraph, or an item of a list, needs no end tag before the next. Gives whether the next may stand there. */
  function endImplied(name: string, at: number): boolean {
    const isBlock = endsParagraph.has(name) || lists.has(name)
    if (isBlock && open.at(-1)?.tagName === 'p') finishLast(at)
    const item = open.at(-1)?.tagName ?? ''
    const items = lists.get(name)
    if (items && lists.get(item) === items) finishLast(at)
    const parent = open.at(-1)?.tagName ?? ''
    if (items && parent !== '' && !items.split(' ').includes(parent)) return false
    const isIn = (fits: (tagName: string) => boolean): boolean => open.some(({tagName}) => fits(tagName))
    if (isBlock && isIn((tagName) => tagName === 'p')) return false
    if (heading.test(name) && isIn((tagName) => heading.test(tagName))) return false
    return name !== 'a' || !isIn((tagName) => tagName === 'a')
  }

  function finishLast(at: number): void {
    const last = open.pop()
    if (last) finish(last, at)
  }

  function endElement(name: string, start: number, end: number): boolean {
    // `</embed>` means nothing to any.
    if (voids.has(name)) return name !== 'br'
    const isHeld = open.some((element) => element.tagName === name)
    if (name === 'p' && !isHeld) return true
    if (isHeld) {
      const last = open.at(-1)?.tagName
      if (last === 'p' && name !== 'p') finishLast(start)
      const item = open.at(-1)?.tagName ?? ''
      if (lists.get(item)?.split(' ').includes(name)) finishLast(start)
    }
    const element = open.at(-1)
    if (element?.tagName === name) {
      finishLast(end)
      return true
    }
    if (open.length > 0 || !wrappers.has(name)) return false
    const own: Element = {type: 'element', tagName: name, properties: {}, children: [], ...place(start, end)}
    top.push({type: 'tag', element: own, isEnd: true})
    return true
  }

  /** What is still open goes on behind Markdown, and holds what follows its tag; or its end tag is missing. */
  function close(): (RootContent | LoneTag)[] | undefined {
    if (open.at(-1)?.tagName === 'p') finishLast(to)
    for (const element of open) {
      if (!wrappers.has(element.tagName)) return undefined
      const {children, position} = element
      const start = position?.start.offset ?? from
      const own: Element = {...element, children: [], ...place(start, findTagEnd(source, start) + 1)}
      top.pop()
      top.push({type: 'tag', element: own, isEnd: false}, ...children)
    }
    return top
  }
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g
const names: Readonly<Record<string, string>> = {class: 'className', 'aria-hidden': 'ariaHidden'}

function readAttributes(source: string): Properties {
  const properties: Properties = {}
  if (!/\S/.test(source)) return properties
  for (const [, key = '', double, single, plain] of source.matchAll(attribute)) {
    const name = key.toLowerCase()
    const value = decodeReferences(double ?? single ?? plain ?? '')
    properties[names[name] ?? name] =
      name === 'class' ? value.split(/\s+/).filter(Boolean) : name === 'start' ? Number(value) : value
  }
  return properties
}

/** Every element of a tree, its root among them. */
export function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsOf(child)
}
