import type {Page} from '../model.ts'
import {attribute, type Element, findElements, type Node} from './page-tree.ts'

/** What the fragment of an address can lead to; nothing where scripts seem to make it. */
export function readAnchors(page: Node, hasScripts: boolean): readonly string[] | undefined {
  const anchors = new Set<string>()
  let headings = 0
  let named = 0
  const isNamed = (element: Element): boolean => {
    const id = attribute(element, 'id')
    const name = element.tagName === 'a' ? attribute(element, 'name') : undefined
    for (const one of [id, name]) if (one) anchors.add(one)
    return Boolean(id || name)
  }
  for (const element of findElements(page, () => true)) {
    const has = isNamed(element)
    if (/^h[2-6]$/.test(element.tagName)) headings++
    if (has && isOfHeading(element)) named++
  }
  return hasScripts && headings > 0 && named === 0 ? undefined : [...anchors]
}

/** It is a heading, in one, or around or before one. */
function isOfHeading(element: Element): boolean {
  for (let node = element, up = 0; up < 3; up++) {
    if (/^h[2-6]$/.test(node.tagName)) return true
    const {parentNode} = node
    if (!parentNode || !('tagName' in parentNode)) break
    node = parentNode
  }
  return /^(?:section|a|article|div)$/.test(element.tagName)
}

/** Fragments that scripts answer: of applications, lines of code, times, pages of a PDF, posts in a thread. */
const scripted =
  /^[!/?]|[=&]|^L\d|^(?:issuecomment|discussion|comment|post|p|t|r\d|top$)[-_]?\d{0,20}$|^top$/i

/** The fragments that lead nowhere. */
export function findMissing(page: Page, fragments: readonly string[]): string[] {
  if (!page.anchors || page.isThin || page.isEmpty) return []
  const anchors = new Set(page.anchors)
  return fragments.filter((fragment) => {
    if (fragment === '' || scripted.test(fragment)) return false
    // GitHub writes `user-content-` before what authors name.
    return ![fragment, encodeURI(fragment), encodeURIComponent(fragment), `user-content-${fragment}`].some(
      (one) => anchors.has(one)
    )
  })
}
