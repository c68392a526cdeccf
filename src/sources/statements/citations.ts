import type {Nodes} from 'mdast'
import type {Block, Document, Mark, Prose, Range} from '../../document/model.ts'
import {rangeOf} from '../../document/parse/node-range.ts'
import {placeOfAddress} from '../../document/references/address-place.ts'
import {sourceAddress} from './address.ts'

/** A web address that an article cites. */
export interface CitedSource {
  /** As cited, with its fragment. */
  readonly url: string
  /** The words that cite. */
  readonly range: Range
  /** Where the source of the article spells the address, where it does so letter by letter. */
  readonly urlRange?: Range
}

const known = new WeakMap<Document, readonly CitedSource[]>()

/** Every web address that an article cites: in its text, tables, footnotes, lists of sources and front matter. */
export function readSources(document: Document): readonly CitedSource[] {
  const sources = known.get(document) ?? findSources(document)
  known.set(document, sources)
  return sources
}

function findSources(document: Document): CitedSource[] {
  const found: CitedSource[] = readFrontmatter(document)
  const definitions = findDefinitions(document)
  const {text, format} = document
  const add = (url: string, range: Range, urlRange: Range | undefined): void => {
    if (sourceAddress(url) === undefined || isTool(url)) return
    found.push({url, range, ...(urlRange && {urlRange})})
  }
  const addNode = (node: Nodes, range: Range): void => {
    if (node.type === 'link') add(node.url, range, placeOf(node, text, format))
    else if (node.type === 'linkReference') {
      const definition = definitions.get(node.identifier)
      if (definition) add(definition.url, range, placeOfAddress(definition, text))
    } else if (node.type === 'html' || (node.type as string) === 'mdxJsxTextElement') {
      const tag = text.slice(...rangeOf(node))
      const url = /^<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]
      const at = url === undefined ? -1 : rangeOf(node)[0] + tag.indexOf(url)
      if (url !== undefined)
        add(url.replaceAll('&amp;', '&'), range, url.includes('&amp;') ? undefined : [at, at + url.length])
    }
  }
  for (const block of document.blocks) {
    if (block.type === 'paragraph' && document.copyOf(block)) continue
    if ('prose' in block) {
      for (const mark of block.prose.marks) {
        // A link around a picture shows no words.
        if (mark.node.type.startsWith('link') && mark.start === mark.end) continue
        addNode(mark.node, placeOfMark(mark, block.prose))
      }
    } else if (block.type === 'table') for (const node of linksIn(block)) addNode(node, rangeOf(node))
  }
  return found
}

function placeOfMark({node, start, end}: Mark, prose: Prose): Range {
  return start < end ? prose.at(start, end - start) : rangeOf(node)
}

/** The links of a block that show words, not only a picture. */
function linksIn({node}: Block): Nodes[] {
  const found: Nodes[] = []
  const open: Nodes[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'link' || next.type === 'linkReference') {
      if (next.children.some(({type}) => type !== 'image' && type !== 'imageReference')) found.push(next)
    } else if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index] as Nodes)
  }
  return found
}

/** In HTML the address stands before the words of the link, which may be the same. */
function placeOf(
  node: Nodes & {readonly url: string},
  text: string,
  format: Document['format']
): Range | undefined {
  const [start, end] = rangeOf(node)
  if (format !== 'html' && !isTag(text, start)) return placeOfAddress(node, text)
  const at = text.slice(start, end).indexOf(node.url)
  return at < 0 ? undefined : [start + at, start + at + node.url.length]
}

/** Whether a link is written in HTML, in an article that is Markdown. */
function isTag(text: string, start: number): boolean {
  return /^<a\s/i.test(text.slice(start, start + 3))
}

type Definition = Extract<Nodes, {type: 'definition'}>

function findDefinitions({blocks}: Document): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>()
  for (const {node} of blocks)
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
  return found
}

const keys = ['sources', 'references', 'bibliography', 'citations', 'source']
const mostSources = 500

function readFrontmatter({frontmatter, text}: Document): CitedSource[] {
  if (!frontmatter) return []
  return keys.flatMap((key) => {
    const place = frontmatter.rangeOf(key) ?? frontmatter.range
    let from = place[0]
    return addressesIn(frontmatter.get(key)).map((url): CitedSource => {
      const at = text.indexOf(url, from)
      if (at < 0 || at + url.length > place[1]) return {url, range: place}
      from = at + url.length
      return {url, range: [at, from], urlRange: [at, from]}
    })
  })
}

/** In a list, or in the values of its mappings. */
function addressesIn(value: unknown): string[] {
  const found: string[] = []
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined && found.length < mostSources; next = open.pop()) {
    if (typeof next === 'string') {
      if (/^https?:\/\/\S+$/i.test(next) && sourceAddress(next) !== undefined) found.push(next)
    } else if (Array.isArray(next)) open.push(...next.toReversed())
    else if (next instanceof Map) open.push(...[...next.values()].toReversed())
  }
  return found
}

/** Buttons that share an article, and addresses that a program calls. */
function isTool(url: string): boolean {
  return /^(?:https?:)?\/\/(?:www\.)?(?:(?:twitter|x)\.com\/(?:intent|share)\b|facebook\.com\/(?:sharer|dialog)\b|linkedin\.com\/share|pinterest\.com\/pin\/create|reddit\.com\/submit|t\.me\/share)/i.test(
    url
  )
}
