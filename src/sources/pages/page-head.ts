import {type LinkedData, readLinkedData} from './linked-data.ts'
import {readDate} from './page-dates.ts'
import {onOneLine} from './page-letters.ts'
import {attribute, childrenOf, type Element, findElements, type Node, textIn} from './page-tree.ts'

/** What a page says of itself. */
export interface Head {
  /** As it names itself: for networks, in its tab, in its first heading. */
  readonly titles: readonly string[]
  readonly published?: string
  readonly updated?: string
  readonly description?: string
  readonly data: LinkedData
}

const publishedNames = new Set(
  `article:published_time og:published_time datepublished date dc.date dc.date.issued dc.date.created dcterms.date
  dcterms.issued dcterms.created pubdate publishdate publish-date publication_date citation_publication_date
  citation_online_date citation_date parsely-pub-date sailthru.date article.published article:published`.split(
    /\s+/
  )
)
const updatedNames = new Set(
  `article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod
  article.updated article:modified revised last_updated`.split(/\s+/)
)

/**
 * @param blocks what the page shows
 * @param footers and what is below it
 */
export function readHead(page: Node, blocks: readonly string[], footers: readonly string[]): Head {
  const elements = findElements(page, (element) => isAsked(element))
  const named = readNames(elements)
  const data = readLinkedData(elements.filter(isLinkedData).map((element) => textIn(element, 300_001)))
  const seen = readVisible(blocks, footers)
  const published =
    data.published ??
    named.published ??
    markedDate(elements, 'datepublished') ??
    seen.published ??
    timeOf(elements)
  const updated = data.updated ?? named.updated ?? markedDate(elements, 'datemodified') ?? seen.updated
  const description = named.description ?? data.description
  const titles = [named.title, ownTitle(elements), firstHeading(elements)].filter(
    (title) => title !== undefined
  )
  return {
    titles,
    data,
    ...(published === undefined ? {} : {published}),
    ...(updated === undefined || (published !== undefined && updated < published.slice(0, updated.length))
      ? {}
      : {updated}),
    ...(description === undefined ? {} : {description})
  }
}

function isAsked(element: Element): boolean {
  return (
    /^(?:meta|title|h1|script|time)$/.test(element.tagName) || attribute(element, 'itemprop') !== undefined
  )
}

function isLinkedData(element: Element): boolean {
  return (
    element.tagName === 'script' && /^application\/ld\+json\b/i.test(attribute(element, 'type')?.trim() ?? '')
  )
}

function readNames(elements: readonly Element[]): {
  title?: string
  published?: string
  updated?: string
  description?: string
} {
  const found: {title?: string; published?: string; updated?: string; description?: string} = {}
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? '').toLowerCase()
    const content = attribute(element, 'content') ?? ''
    const date = readDate(content)
    if (name === 'og:title') found.title ??= shown(content)
    else if (name === 'description' || name === 'og:description') found.description ??= shown(content, 2000)
    else if (date !== undefined && publishedNames.has(name)) found.published ??= date
    else if (date !== undefined && updatedNames.has(name)) found.updated ??= date
  }
  return found
}

function shown(text: string, most = 300): string {
  return onOneLine(text.slice(0, most))
}

/** Pictures have titles too. */
function ownTitle(elements: readonly Element[]): string | undefined {
  const title = elements.find(
    ({tagName, namespaceURI}) => tagName === 'title' && namespaceURI === 'http://www.w3.org/1999/xhtml'
  )
  return title && (shown(textIn(title)) || undefined)
}

function firstHeading(elements: readonly Element[]): string | undefined {
  for (const element of elements) {
    if (element.tagName !== 'h1') continue
    const text = shown(textIn(element))
    if (text !== '') return text
  }
  return undefined
}

function markedDate(elements: readonly Element[], name: string): string | undefined {
  for (const element of elements) {
    if (attribute(element, 'itemprop')?.toLowerCase() !== name) continue
    const value = attribute(element, 'content') ?? attribute(element, 'datetime') ?? textIn(element, 100)
    const date = readDate(value)
    if (date !== undefined) return date
  }
  return undefined
}

/** The only `<time>` before the text begins, or one that says it is that of publication. */
function timeOf(elements: readonly Element[]): string | undefined {
  const times = elements.filter(({tagName}) => tagName === 'time')
  const said = times.find((time) => attribute(time, 'pubdate') !== undefined)
  const heading = elements.findIndex(({tagName}) => tagName === 'h1')
  const after = elements.slice(heading + 1).find(({tagName}) => tagName === 'time')
  const time =
    said ?? (heading >= 0 && after && isByHeading(elements[heading] as Element, after) ? after : undefined)
  return time && readDate(attribute(time, 'datetime') ?? textIn(time, 100))
}

/** In a line of its own, in the `header` of the heading or beside it. */
function isByHeading(heading: Element, time: Element): boolean {
  if (time.parentNode && textIn(time.parentNode, 200).trim().length > 90) return false
  const parent = heading.parentNode
  for (let around = time.parentNode; around && 'tagName' in around; around = around.parentNode) {
    if (around.tagName === 'header') return childrenOf(around).includes(heading) || around === parent
    if (around === parent) return !/^(?:body|html)$/.test(around.tagName) || time.parentNode === parent
  }
  return false
}

const publishedMark =
  /^(?:first |originally )?(?:published|posted|released|publication date|date published)(?: on| at)?:? /i
const updatedMark =
  /^(?:this page was |page |the page was |content |data )?(?:last |latest )?(?:updated?|edited|modified|revised|reviewed|changed)(?: on| at)?:? /i
/** Says of the page, and of nothing in it, when it was changed. */
const lastMark =
  /^(?:(?:this|the) page was |page |content |data )?last (?:updated?|edited|modified|revised|reviewed|changed)(?: on| at)?:? /i
const nearHeading = 15
const atEnd = 30

/** Dates that a reader sees: “Updated 3 May 2024”, “This page was last edited on 3 May 2024, at 10:12.” */
function readVisible(
  blocks: readonly string[],
  footers: readonly string[]
): {published?: string; updated?: string} {
  const found: {published?: string; updated?: string} = {}
  // Further down, comments and teasers have days of their own.
  for (const block of blocks.slice(0, nearHeading)) {
    look(block, publishedMark, 'published')
    look(block, updatedMark, 'updated')
  }
  for (const block of [...blocks.slice(-atEnd), ...footers.slice(0, atEnd)]) look(block, lastMark, 'updated')
  return found

  function look(block: string, mark: RegExp, key: 'published' | 'updated'): void {
    if (block.length > 300) return
    for (const part of block.split(/[|•·;\n]/)) {
      const line = part.trim().slice(0, 120)
      const marked = mark.exec(line)?.[0]
      const date = marked === undefined ? undefined : readDate(line.slice(marked.length))
      if (date !== undefined) found[key] ??= date
    }
  }
}
