import type {Block, Document, Prose} from '../model.ts'

/** A link in a prose: its words, and where it leads. */
interface LinkAddress {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly address: string
}

/** Two texts with the same words, each `[start, end)` of its prose. */
export interface Excerpt {
  readonly prose: Prose
  readonly start: number
  readonly end: number
}

/** Counts the links that have the same words in both texts, and lead to different places. */
export function createLinkCheck(
  document: Pick<Document, 'blocks'>
): (here: Excerpt, there: Excerpt) => number {
  let urls: ReadonlyMap<string, string> | undefined
  const known = new WeakMap<Prose, readonly LinkAddress[]>()
  const linksIn = ({prose, start, end}: Excerpt): readonly LinkAddress[] => {
    let links = known.get(prose)
    if (!links) {
      urls ??= definitionUrls(document)
      links = findLinks(prose, urls)
      known.set(prose, links)
    }
    return start === 0 && end === prose.value.length ? links : linksBetween(links, start, end)
  }
  return (here, there) => {
    if (here.prose.marks.length === 0 || there.prose.marks.length === 0) return 0
    const others = new Map<string, string[]>()
    for (const {text, address} of linksIn(there)) {
      const list = others.get(text)
      if (list) list.push(address)
      else others.set(text, [address])
    }
    return linksIn(here).filter(({text, address}) => {
      const other = others.get(text)?.shift()
      return other !== undefined && !isSamePlace(address, other)
    }).length
  }
}

/** The links from one place to another; their starts and ends are in order. */
function linksBetween(links: readonly LinkAddress[], start: number, end: number): readonly LinkAddress[] {
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle] as LinkAddress).start < start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < links.length && (links[to] as LinkAddress).end <= end) to++
  return links.slice(low, to)
}

/** The addresses of reference definitions, by their labels. */
export function definitionUrls({blocks}: Pick<Document, 'blocks'>): Map<string, string> {
  const urls = new Map<string, string>()
  for (let at = 0; at < blocks.length; at++) {
    const {type, node} = blocks[at] as Block
    if (type === 'definition' && node.type === 'definition') urls.set(node.identifier, node.url)
  }
  return urls
}

function findLinks({value, marks}: Prose, urls: ReadonlyMap<string, string>): LinkAddress[] {
  const links: LinkAddress[] = []
  let open: {start: number; address: string} | undefined
  const add = (start: number, end: number, address: string | undefined): void => {
    const text = value.slice(start, end).replace(/\s+/g, ' ').trim().toLowerCase()
    if (address !== undefined && text !== '') links.push({start, end, text, address: toPlace(address)})
  }
  for (const {node, start, end} of marks) {
    if (node.type === 'link') add(start, end, node.url)
    else if (node.type === 'linkReference') add(start, end, urls.get(node.identifier))
    else if (node.type === 'html') {
      const address = /^<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(node.value)?.[1]
      if (open && /^<\/a\b/i.test(node.value)) add(open.start, start, open.address)
      open = address === undefined ? undefined : {start: end, address}
    }
  }
  return links
}

/** An address without what does not change where it leads. */
function toPlace(address: string): string {
  return address
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/[?&]utm_\w+=[^&#]*/gi, '')
    .replace(/\/$/, '')
}

/** `/rules` and `https://mill.org/rules` are one page. */
function isSamePlace(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a)
}
