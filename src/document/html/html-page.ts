import type {Element, Nodes, Root} from 'hast'
import {rangeOf} from '../parse/node-range.ts'

/** Parts of a page that are not its article. */
const chrome = new Set(['nav', 'aside', 'form', 'dialog', 'search', 'menu'])
const chromeRoles = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar'.split(' ')
)
/** Nothing of them is on the page. */
const silent = new Set('script style template noscript link meta base head title rt rp'.split(' '))
/** Kept for screen readers; on the page they would stand twice. */
const unseenClass = /^(?:sr-only|visually-?hidden|screen-reader-text|screen-reader-only|hidden)$/i
/** What may hold the sources of the article though it stands in a footer or aside. */
const notes =
  /\b(?:foot-?notes?|end-?notes?|side-?notes?|references?|sources?|bibliography|works cited|citations?)\b/i

export function isElement(node: Nodes, name?: string): node is Element {
  return node.type === 'element' && (name === undefined || node.tagName === name)
}

/** Whether nobody sees the element. */
export function isHidden({tagName, properties}: Element): boolean {
  const {hidden, ariaHidden, style} = properties
  return (
    silent.has(tagName) ||
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    ariaHidden === 'true' ||
    classesOf(properties).some((name) => unseenClass.test(name)) ||
    (typeof style === 'string' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  )
}

/**
 * Whether the element is a part of the page around the article, such as its navigation.
 *
 * @param isArticle whether it stands in an element that is the article, whose header is its own
 */
export function isChrome(element: Element, source: string, isArticle: boolean): boolean {
  const {tagName, properties} = element
  const {role, id} = properties
  if (/^(?:doc-|note$)/.test(String(role ?? ''))) return false
  const isNamed = [String(id ?? ''), ...classesOf(properties)].some((name) => notes.test(name))
  if (chrome.has(tagName)) return !isNamed || tagName === 'nav'
  if (chromeRoles.has(String(role ?? ''))) return true
  if (id === 'comments' || id === 'respond' || id === 'disqus_thread') return true
  if (tagName === 'header') return !isArticle
  return tagName === 'footer' && !isNamed && !(isArticle && notes.test(sliceOf(element, source)))
}

function classesOf({className}: Element['properties']): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

export function sliceOf(node: Nodes, source: string): string {
  return source.slice(...rangeOf(node))
}

/** The element that holds the article: the one `article`, else `main`, else `body`. */
export function findArticle(page: Root): Element | Root {
  const articles = findAll(page, (node) => node.tagName === 'article' || node.properties.role === 'article')
  const titled = articles.filter((article) => findFirst(article, 'h1'))
  if (articles.length === 1 && articles[0]) return articles[0]
  if (titled.length === 1 && titled[0]) return titled[0]
  const [main] = findAll(page, (node) => node.tagName === 'main' || node.properties.role === 'main')
  return main ?? findFirst(page, 'body') ?? page
}

/** Elements of a kind, not those inside another of that kind. */
function findAll(page: Root, fits: (node: Element) => boolean): Element[] {
  const found: Element[] = []
  const open: Nodes[] = [page]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node) && fits(node) && !isHidden(node)) found.push(node)
    else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes)
  }
  return found
}

/** The first element of that name in document order. */
export function findFirst(root: Nodes, name: string): Element | undefined {
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node, name)) return node
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes)
  }
  return undefined
}

/** The text in an element, blanks collapsed. */
export function textOf(root: Nodes): string {
  let text = ''
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text') text += node.value
    else if ('children' in node && !(isElement(node) && isHidden(node) && node !== root))
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes)
  }
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim()
}

/**
 * Corrects the places of elements that a parser made anew, as the second `b` of `<b>one<p>two`: they have the place of
 * the first one.
 */
export function placeCopies(page: Root): void {
  let end = 0
  settle(page)

  function settle(node: Nodes): void {
    const {start, end: stop} = node.position ?? {}
    if (!('children' in node)) {
      end = Math.max(end, stop?.offset ?? 0)
      return
    }
    const isCopy = start !== undefined && (start.offset ?? 0) < end
    for (const child of node.children) settle(child)
    if (!isCopy) return
    const first = node.children.find((child) => child.position)?.position?.start
    const last = node.children.findLast((child) => child.position)?.position?.end
    if (first && last) node.position = {start: first, end: last}
    else delete node.position
  }
}
