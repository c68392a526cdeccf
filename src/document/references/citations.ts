import type {Citation, CitationKind, Document, Mark, Paragraph, Range} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'
import {findAttributions} from './attributions.ts'
import {definitionUrls} from './link-addresses.ts'
import {createReferenceLinks, type ReferenceLink} from './reference-links.ts'
import {isSourceNote} from './references.ts'
import {findTextCitations} from './text-citations.ts'

/** A citation with its place in the paragraph's prose. */
interface Found {
  readonly kind: CitationKind
  readonly start: number
  readonly end: number
  readonly url?: string
  /** In the source, where the prose shows nothing of it. */
  readonly range?: Range
}

/** Everything in the running text that tells a reader where a statement comes from, in document order. */
export function findCitations(document: Document): Citation[] {
  const citations: Citation[] = []
  const urls = definitionUrls(document)
  const listed = document.references
  const readLinks = createReferenceLinks(document.text)
  const {paragraphs} = document
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index] as Paragraph
    if (paragraph.place === 'footnote' || paragraph.section.isReferences || document.copyOf(paragraph))
      continue
    if (listed.has(paragraph) && !isSourceNote(paragraph)) continue
    const found = findInParagraph(paragraph, urls, document, readLinks(paragraph.prose))
    if (found.length === 0) continue
    if (found.length > 1) found.sort((a, b) => a.start - b.start || a.end - b.end)
    const {sentences} = paragraph
    let sentence = 0
    for (let at = 0; at < found.length; at++) {
      const {kind, start, end, url, range: own} = found[at] as Found
      while ((sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) sentence++
      const range = own ?? paragraph.prose.at(start, end - start)
      citations.push(
        url === undefined ? {kind, range, paragraph, sentence} : {kind, range, paragraph, sentence, url}
      )
    }
  }
  return citations
}

function findInParagraph(
  paragraph: Paragraph,
  urls: ReadonlyMap<string, string>,
  document: Document,
  links: readonly ReferenceLink[]
): Found[] {
  const found: Found[] = []
  const {value, marks} = paragraph.prose
  const line = value.includes('\n') ? value.replaceAll('\n', ' ') : value
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] as Mark
    const citation = readMark(mark, value, urls, document.text)
    if (citation) found.push(citation)
  }
  addOutsideCode(findTextCitations(line, document.hasReferenceList), marks, found)
  if (links.length > 0) {
    const isTaken = createTaken(marks)
    for (const {start, end, url} of links) {
      if ((url === undefined || isSource(url)) && !isTaken(start))
        found.push({kind: 'link', start, end, ...(url === undefined ? {} : {url})})
    }
  }
  addOutsideCode(findAttributions(line), marks, found)
  if (found.length === 0 && isSourceNote(paragraph)) {
    const start = value.indexOf(':') + 2
    found.push({kind: 'attribution', start, end: value.length})
  }
  return found
}

function addOutsideCode(citations: readonly Found[], marks: readonly Mark[], found: Found[]): void {
  for (let at = 0; at < citations.length; at++) {
    const citation = citations[at] as Found
    if (!isInCode(marks, citation.start)) found.push(citation)
  }
}

function isInCode(marks: readonly Mark[], at: number): boolean {
  return marks.some(({node, start, end}) => start <= at && at < end && node.type === 'inlineCode')
}

/** Tells of places, asked for in order, whether they are in code or in a link already; marks stand in order too. */
function createTaken(marks: readonly Mark[]): (at: number) => boolean {
  let next = 0
  let taken = 0
  return (at) => {
    for (let mark = marks[next]; mark && mark.start <= at; mark = marks[++next]) {
      const {type} = mark.node
      if (type === 'inlineCode' || type === 'link' || type === 'linkReference')
        taken = Math.max(taken, mark.end)
    }
    return at < taken
  }
}

/** A link, a footnote call, or a citation tag of a site generator. */
function readMark(
  mark: Mark,
  value: string,
  urls: ReadonlyMap<string, string>,
  source: string
): Found | undefined {
  const {node, start, end} = mark
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'inlineCode') return undefined
  if ((node.type as string) === 'mdxJsxTextElement') return readComponent(node, value, source, start)
  if (node.type === 'footnoteReference') return {kind: 'footnote', start, end, range: rangeOf(node)}
  if (node.type === 'html') return readTag(node.value, rangeOf(node), value, start)
  if (node.type !== 'link' && node.type !== 'linkReference') return undefined
  const url = node.type === 'link' ? node.url : urls.get(node.identifier)
  if (url === undefined) return undefined
  const text = value.slice(start, end)
  const isNumber = /^\W*\d{1,3}\W*$/.test(text)
  // `<sup>[[12]](#note-12)</sup>`
  if (url.startsWith('#')) return isNumber ? {kind: 'footnote', start, end} : undefined
  // An image that is a link, or a link around nothing.
  if (start === end || !isSource(url)) return undefined
  // `[\[1\]](https://mill.org)` and `[1]` with a definition.
  const isMark = isNumber && (text.startsWith('[') || node.type === 'linkReference')
  const kind = isMark ? 'note-number' : text === url || url.endsWith(text) ? 'bare-url' : 'link'
  return {kind, start, end, url}
}

/** `<a href="https://…">`, `<Cite id="rossi" />`, and the `<sup>` of "bread<sup>12</sup>", not of "m<sup>2</sup>". */
function readTag(html: string, range: Range, value: string, start: number): Found | undefined {
  if (/^<(?:cite|ref|footnote|sidenote)\b/i.test(html)) return {kind: 'footnote', start, end: start, range}
  if (/^<sup\b/i.test(html)) {
    const isNote = /(?:\p{L}{3}|[.,;:”"’)])$/u.test(value.slice(Math.max(0, start - 3), start))
    return isNote && /^\d{1,3}\b/.test(value.slice(start, start + 4))
      ? {kind: 'footnote', start, end: start, range}
      : undefined
  }
  const url = /^<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(html)?.[1]
  if (url === undefined) return undefined
  // `<a href="#fn1">[1]</a>`
  if (url.startsWith('#') && /^\[\d{1,3}\]/.test(value.slice(start, start + 5)))
    return {kind: 'footnote', start, end: start, range}
  return isSource(url) ? {kind: 'link', start, end: start, url, range} : undefined
}

/** An element of MDX: `<Citation id="rossi" />`, `<SourceLink>`, and what HTML has. */
function readComponent(node: Mark['node'], value: string, source: string, start: number): Found | undefined {
  const range = rangeOf(node)
  const jsx = source.slice(...range)
  return /^<(?:Citation|Cite|Footnote|Sidenote|Reference|Ref|Source)(?:s|[A-Z]\w*)?\b/.test(jsx)
    ? {kind: 'footnote', start, end: start, range}
    : readTag(jsx, range, value, start)
}

/** Whether a link can lead to a source: not a mail address, a phone number, a script or a place holder. */
function isSource(url: string): boolean {
  return (
    url.startsWith('http') ||
    (url.length > 1 && !/^(?:#|mailto:|tel:|javascript:|data:|sms:|todo\b|url$|link$)/i.test(url))
  )
}

/** Whether the article lists its sources and marks no statement with one of them. */
export function hasUnmarkedReferences(document: Document): boolean {
  return document.hasReferenceList && !document.citations.some(({kind}) => isMark(kind))
}

/** What points from a statement into a list of sources. */
function isMark(kind: CitationKind): boolean {
  return kind === 'footnote' || kind === 'citation-key' || kind === 'note-number' || kind === 'author-year'
}

/** Whether a citation leads out of the article's own site. */
function isOutside({kind, url}: Citation): boolean {
  return kind !== 'link' || url === undefined || /^(?:https?:)?\/\//i.test(url)
}

const address = /https?:\/\//i

/** A link or a page inside the page; an image shows no source. */
const embedded = /\bhref\s*=\s*["']?https?:|<(?:iframe|embed|object|video|audio)\b[^>]{0,500}https?:/i

/** Whether the article holds anything a reader could follow to a source; links to pages of the same site don't count. */
export function hasEvidence(document: Document): boolean {
  if (document.hasReferenceList) return true
  if (document.citations.some(isOutside)) return true
  return document.blocks.some((block) => {
    if (block.type === 'table') return address.test(document.text.slice(...block.range))
    return block.type === 'html' && embedded.test(document.text.slice(...block.range))
  })
}
