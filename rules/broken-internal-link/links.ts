import {type Document, isScraped, placeOfAddress, rangeOf} from '../../src/rule/index.ts'
import type {Link} from './facts.ts'

type Node = Document['tree'] | Document['tree']['children'][number]

/** A scheme, another host, a query alone, an alias, template code. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\?|[@~$]|#$|$)|[{}<>\\$|]|^\s|\.{3}/i

/** Links of Markdown that lead into the site. */
export function findLinks(document: Document): readonly Link[] {
  // In scraped text an address has lost the page it started from.
  if (isScraped(document)) return []
  const found: Link[] = []
  const open: Node[] = [document.tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if ((node.type === 'link' || node.type === 'definition') && !elsewhere.test(node.url))
      found.push({url: node.url, range: placeOfAddress(node, document.text) ?? rangeOf(node)})
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Node)
  }
  return found
}

const keys = ['slug', 'permalink', 'url', 'path', 'id', 'alias', 'aliases', 'redirect_from']

/** Addresses that front matter gives the article. */
export function findAddresses({frontmatter}: Document): readonly string[] {
  if (!frontmatter) return []
  return keys.flatMap((key) => {
    const value = frontmatter.get(key)
    const all: readonly unknown[] = Array.isArray(value) ? value : [value]
    return all.filter((one): one is string => typeof one === 'string' && one !== '')
  })
}
