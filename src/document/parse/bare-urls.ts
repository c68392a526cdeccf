import type {Link, Nodes, Parents, PhrasingContent, Root, Text} from 'mdast'
import type {Point} from 'unist'

type Place = Point & {readonly offset: number}

/** As GFM has it: `https://…`, `http://…`, `www.…`, after a blank, the start or one of `*_~(`. */
const bareUrl = /(?<![^\s*_~(])(?:https?:\/\/|www\.)[^\s<]+/gi
/** What a sentence puts after a URL. */
const trailing = /[?!.,:;*_~'"]$/

/** Makes links of the bare URLs in a tree, with exact places. Text in links and code is left alone. */
export function linkBareUrls(tree: Root, source: string): void {
  // Quotes may be nested deeper than calls.
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') continue
    const children = node.children as Nodes[]
    let isHeld = false
    for (let at = 0; at < children.length; at++) {
      const child = children[at] as Nodes
      if (child.type !== 'text') open.push(child)
      else if (!isHeld) isHeld = mayHold(child)
    }
    if (isHeld) linkIn(node)
  }

  /** Puts new children in the place of all: one by one, a thousand URLs in a paragraph would take a million moves. */
  function linkIn(parent: Parents): void {
    const children = parent.children as Nodes[]
    parent.children = children.flatMap((child): Nodes[] =>
      mayHold(child) ? split(child) : [child]
    ) as never[]
  }

  /** The text and links in the place of a text; itself where it has none. */
  function split(text: Text): PhrasingContent[] {
    const {value, position} = text
    const from = position?.start.offset
    const to = position?.end.offset
    if (!position || from === undefined || to === undefined) return [text]
    const nodes: PhrasingContent[] = []
    let at = 0
    let place: Place = {...position.start, offset: from}
    for (const match of value.matchAll(bareUrl)) {
      const url = trim(match[0])
      const start = spelledAt(source, url, to - from === value.length ? from + match.index : place.offset, to)
      if (url.length < 5 || !/[\p{L}\p{N}]/u.test(url.replace(/^(?:https?:\/\/|www\.)/i, '')) || !start)
        continue
      const before = advance(source, place, start.offset)
      const after = {...before, column: before.column + start.length, offset: start.offset + start.length}
      if (match.index > at) nodes.push(textNode(value.slice(at, match.index), place, before))
      nodes.push(linkNode(url, before, after))
      at = match.index + url.length
      place = after
    }
    if (nodes.length === 0) return [text]
    if (at < value.length) nodes.push(textNode(value.slice(at), place, {...position.end, offset: to}))
    return nodes
  }
}

function mayHold(node: Nodes): node is Text {
  return node.type === 'text' && (node.value.includes('://') || /www\./i.test(node.value))
}

/** Without the punctuation of the sentence, and without a bracket that was opened before the URL. */
function trim(url: string): string {
  let end = url.length
  while (end > 0) {
    const part = url.slice(0, end)
    if (trailing.test(part)) end--
    else if (part.endsWith(')') && part.split(')').length > part.split('(').length) end--
    else break
  }
  return url.slice(0, end)
}

/** Where a URL stands in the source: as it is, or with `&amp;` for `&`. */
function spelledAt(
  source: string,
  url: string,
  from: number,
  to: number
): {offset: number; length: number} | undefined {
  for (const spelled of [url, url.replaceAll('&', '&amp;')]) {
    const offset = source.indexOf(spelled, from)
    if (offset >= 0 && offset + spelled.length <= to) return {offset, length: spelled.length}
  }
  return undefined
}

function advance(source: string, {line, column, offset}: Place, to: number): Place {
  const lines = source.slice(offset, to).split(/\r\n|\n|\r/)
  const last = lines.at(-1) as string
  return lines.length === 1
    ? {line, column: column + to - offset, offset: to}
    : {line: line + lines.length - 1, column: last.length + 1, offset: to}
}

function textNode(value: string, start: Point, end: Point): Text {
  return {type: 'text', value, position: {start, end}}
}

function linkNode(url: string, start: Point, end: Point): Link {
  const target = /^www\./i.test(url) ? `http://${url}` : url
  return {
    type: 'link',
    title: null,
    url: target,
    children: [textNode(url, start, end)],
    position: {start, end}
  }
}
