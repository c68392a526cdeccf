import type {Nodes} from 'mdast'
import type {Document, Paragraph} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'

/** An element around paragraphs: `<div class="npm">`, `::: tab npm`, `{% tab title="npm" %}`. */
interface Element {
  readonly name: string
  /** Its tag, as it is written. */
  readonly tag: string
  readonly around: Element | undefined
  /** The element inside that was closed last, when nothing stands behind it. */
  last: Element | undefined
  /** Its end was seen: what is never closed may be a picture or a film. */
  isClosed: boolean
}

/** `<div …>` and `</div>`. */
const htmlTag = /<(\/?)([a-z][\w.:-]*)(?=[\s/>])([^<>]*)>/gi
/** `{% tab %}` and `{% endtab %}`, `{{< tab >}}` and `{{< /tab >}}`. */
const templateTag = /\{[%{][%<]?-?[ \t]*(\/|end)?([a-z][\w-]*)(?![\w-])([^{}]*)\}/gi
/** `::: tab`, and `:::` at its end; `/// tab | npm`. */
const container = /^[ \t]*(?::{3,}|\/{3,})(.*)/
const templateStart = /^\{[%{]/
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/**
 * Tells paragraphs that stand in two of several elements of which a reader takes one: tabs for npm and Yarn, a column
 * for each version. Elements are such ways where they stand next to each other, have one name and differ in the rest
 * of their tags; where they do once, they are in all of the article.
 */
export function createAlternativeCheck(
  document: Pick<Document, 'text' | 'tree'>
): (here: Paragraph, there: Paragraph) => boolean {
  let found: ReturnType<typeof findElements> | undefined
  return (here, there) => {
    found ??= findElements(document)
    const {elements, pairs} = found
    if (pairs.size === 0) return false
    const others = innermost(elements.get(there.node))
    return innermost(elements.get(here.node)).some((one) =>
      others.some(
        (other) => one.name === other.name && one.tag !== other.tag && pairs.has(pairOf(one, other))
      )
    )
  }
}

/** What is set beside the text, or sums it up: `<aside>`, `<div class="pullquote">`, `::: pull-quote`, `::: keypoints`. */
const beside = /^<aside\b|pull-?quote|key-?points/i

/** Tells paragraphs that are set beside the text, which has their words too. */
export function createBesideCheck(
  document: Pick<Document, 'text' | 'tree'>
): (paragraph: Paragraph) => boolean {
  let found: ReturnType<typeof findElements> | undefined
  return ({node}) => {
    found ??= findElements(document)
    return innermost(found.elements.get(node)).some(({tag}) => beside.test(tag))
  }
}

/** Finds the element around a paragraph that is closed behind it: a box, a card, what folds up. */
export function createElementLookup(
  document: Pick<Document, 'text' | 'tree'>
): (paragraph: Paragraph) => object | undefined {
  let found: ReturnType<typeof findElements> | undefined
  return ({node}) => {
    found ??= findElements(document)
    return innermost(found.elements.get(node)).find(({isClosed}) => isClosed)
  }
}

/** Tags that are never closed may pile up. */
const mostAround = 8

function innermost(element: Element | undefined): Element[] {
  const found: Element[] = []
  for (let at = element; at && found.length < mostAround; at = at.around) found.push(at)
  return found
}

function pairOf(one: Element, other: Element): string {
  return [one.tag, other.tag].sort().join('\n')
}

function findElements({text, tree}: Pick<Document, 'text' | 'tree'>): {
  readonly elements: ReadonlyMap<Nodes, Element>
  /** Tags of elements that stand next to each other, one name, two tags. */
  readonly pairs: ReadonlySet<string>
} {
  const elements = new Map<Nodes, Element>()
  const pairs = new Set<string>()
  collect(tree.children, {name: '', tag: '', around: undefined, last: undefined, isClosed: false})
  return {elements, pairs}

  function collect(nodes: readonly Nodes[], around: Element): void {
    let current = around
    for (const node of nodes) {
      if (node.type === 'html') {
        current = readTags(node.value, current, around)
        continue
      }
      if (node.type === 'paragraph') {
        // Tags of a template are text for Markdown.
        const source = text.slice(...rangeOf(node))
        if (templateStart.test(source)) {
          current = readTags(source, current, around)
          continue
        }
        elements.set(node, current)
      } else if ((node.type as string) === 'mdxJsxFlowElement' && 'children' in node) {
        const [start, end] = rangeOf(node)
        const first = node.children[0]
        const tag = text.slice(start, first ? rangeOf(first)[0] : end)
        const inner = open(current, 'name' in node ? String(node.name) : '', tag)
        inner.isClosed = true
        collect(node.children, inner)
        current.last = inner
        continue
      } else if ('children' in node) collect(node.children, {...current, last: undefined})
      current.last = undefined
    }
  }

  /** The element that is open behind the tags; those outside of `around` stay open. */
  function readTags(source: string, before: Element, around: Element): Element {
    const name = container.exec(source)?.[1]?.trim()
    if (name !== undefined) return name === '' ? close(before, ':::', around) : open(before, ':::', name)
    let current = before
    for (const [tag, end, word = '', rest] of source.matchAll(/^\s*</.test(source) ? htmlTag : templateTag)) {
      if (end) current = close(current, word.toLowerCase(), around)
      else if (!/\/[%>]?$/.test(rest ?? '') && !empty.test(word))
        current = open(current, word.toLowerCase(), tag)
    }
    return current
  }

  function open(around: Element, name: string, tag: string): Element {
    const element: Element = {
      name,
      tag: tag.replace(/\s+/g, ' ').trim(),
      around,
      last: undefined,
      isClosed: false
    }
    const {last} = around
    if (last && last.name === name && last.tag !== element.tag) pairs.add(pairOf(last, element))
    around.last = undefined
    return element
  }

  function close(current: Element, name: string, limit: Element): Element {
    const inside = innermost(current)
    const element = inside
      .slice(0, inside.includes(limit) ? inside.indexOf(limit) : undefined)
      .find((one) => one.name === name)
    if (!element?.around) return current
    element.around.last = element
    element.isClosed = true
    return element.around
  }
}
