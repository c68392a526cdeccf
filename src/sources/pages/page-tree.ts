import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parse} from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node
type ParentNode = DefaultTreeAdapterTypes.ParentNode

/** Browsers nest no deeper either; beyond it a parser takes its time with every tag. */
const maxDepth = 512
/** 2 MB of the shortest elements there are. */
const maxElements = 400_000

class Overflow extends Error {}

/** The tree of a page; nothing where it is nested deeper, or of more elements, than any page is. */
export function parsePage(text: string): ParentNode | undefined {
  let depth = 0
  let count = 0
  try {
    return parse(text, {
      // What `noscript` holds is elements too.
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush() {
          if (++depth > maxDepth || ++count > maxElements) throw new Overflow()
        },
        onItemPop() {
          depth--
        }
      }
    })
  } catch (error) {
    if (error instanceof Overflow || error instanceof RangeError) return undefined
    throw error
  }
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

export function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value
}

/** All elements that fit, in the order of the page. */
export function findElements(root: Node, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  for (const element of elementsOf(root)) if (fits(element)) found.push(element)
  return found
}

/** @param most how many elements are looked at: what is asked of each of many that are nested has to be little */
export function findElement(
  root: Node,
  fits: (element: Element) => boolean,
  most = Number.POSITIVE_INFINITY
): Element | undefined {
  let left = most
  for (const element of elementsOf(root, most)) {
    if (fits(element)) return element
    if (--left < 0) return undefined
  }
  return undefined
}

function* elementsOf(root: Node, most = Number.POSITIVE_INFINITY): Generator<Element> {
  const open: Node[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node)) yield node
    const children = childrenOf(node)
    for (let index = Math.min(children.length, most) - 1; index >= 0; index--)
      open.push(children[index] as Node)
  }
}

/** The text in an element as it stands there, up to so many characters, and of so many elements as a line of text may have. */
export function textIn(root: Node, most = 2000): string {
  let text = ''
  let left = 1000
  const open: Node[] = [root]
  for (let node = open.pop(); node && text.length < most && left-- > 0; node = open.pop()) {
    if ('value' in node) text += node.value
    const children = childrenOf(node)
    const last = Math.min(children.length, left) - 1
    for (let index = last; index >= 0; index--) open.push(children[index] as Node)
  }
  return text.slice(0, most)
}
