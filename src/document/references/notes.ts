import type {Nodes} from 'mdast'
import type {Citation, Document, Paragraph} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'

/** What a citation points to within the article: a footnote, an entry of its list of references. */
export interface Note {
  /** On one line. */
  readonly text: string
  /** Its first link. */
  readonly url?: string
  /** All of its links. */
  readonly urls: readonly string[]
}

/** Gives the note or entry a citation points to, when the article has it. */
export function createNoteFinder(document: Document): (citation: Citation) => Note | undefined {
  let read: Notes | undefined
  return ({kind, range}) => {
    if (kind !== 'footnote' && kind !== 'note-number' && kind !== 'author-year') return undefined
    read ??= readNotes(document)
    const text = document.text.slice(...range)
    if (kind === 'author-year') return findEntry(text, read.entries)
    const label = /^\[\^([^\]]+)\]$/.exec(text)?.[1]
    const notes =
      label === undefined
        ? (text.match(/\d{1,3}/g) ?? []).map((number) => read?.numbered.get(Number(number)))
        : [read.footnotes.get(label.toLowerCase())]
    const found = notes.filter((note) => note !== undefined)
    const [first] = found
    return (
      first && {
        ...first,
        text: found.map((note) => note.text).join(' · '),
        urls: found.flatMap((note) => note.urls)
      }
    )
  }
}

interface Notes {
  /** By label. */
  readonly footnotes: ReadonlyMap<string, Note>
  readonly numbered: ReadonlyMap<number, Note>
  readonly entries: readonly Note[]
}

function readNotes(document: Document): Notes {
  const footnotes = new Map<string, Note>()
  const numbered = new Map<number, Note>()
  const notes = document.paragraphs.filter(({place}) => place === 'footnote')
  const entries = document.sections
    .filter(({isReferences}) => isReferences)
    .flatMap(({paragraphs}) => paragraphs)
  visit(document.tree, (node) => {
    if (node.type === 'footnoteDefinition') add(footnotes, node.identifier, inside(notes, node))
    if (node.type !== 'list' || !node.ordered) return
    for (const [index, item] of node.children.entries())
      add(numbered, (node.start ?? 1) + index, inside(entries, item))
  })
  for (const entry of entries) {
    const number = /^[[(]?(\d{1,3})[\]).]/.exec(entry.prose.value)?.[1]
    if (number !== undefined) add(numbered, Number(number), [entry])
  }
  return {footnotes, numbered, entries: entries.map((entry) => toNote([entry]))}
}

function visit(node: Nodes, look: (node: Nodes) => void): void {
  look(node)
  if ('children' in node) for (const child of node.children) visit(child, look)
}

/** The first note of a number counts: later lists count anew. */
function add<Key>(notes: Map<Key, Note>, key: Key, paragraphs: readonly Paragraph[]): void {
  if (paragraphs.length > 0 && !notes.has(key)) notes.set(key, toNote(paragraphs))
}

function inside(paragraphs: readonly Paragraph[], node: Nodes): readonly Paragraph[] {
  const [start, end] = rangeOf(node)
  return paragraphs.filter(({range}) => start <= range[0] && range[1] <= end)
}

function toNote(paragraphs: readonly Paragraph[]): Note {
  const text = paragraphs
    .map(({prose}) => prose.value)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const links = paragraphs.flatMap(({prose}) => prose.marks.flatMap(({node}) => addressIn(node)))
  const spelled = links.length > 0 ? links : (text.match(/https?:\/\/[^\s<>"]+/g) ?? [])
  const [url] = spelled
  return {text, urls: [...new Set(spelled)], ...(url === undefined ? {} : {url})}
}

/** Of a link, or of a tag as MDX and Markdown may have it. */
function addressIn(node: Nodes): readonly string[] {
  if (node.type === 'link') return [node.url]
  if (node.type === 'html')
    return /^<a\b[^>]{0,500}?\bhref\s?=\s?["']?([^"'\s>]+)/i.exec(node.value)?.slice(1, 2) ?? []
  if ((node.type as string) !== 'mdxJsxTextElement') return []
  const {name, attributes} = node as unknown as {
    name?: string
    attributes: readonly {name?: string; value?: unknown}[]
  }
  const href = name === 'a' ? attributes.find((one) => one.name === 'href')?.value : undefined
  return typeof href === 'string' ? [href] : []
}

/** "(Rossi, 2020)", "Rossi and Bianchi (2020)": the one entry with the name and the year. */
function findEntry(citation: string, entries: readonly Note[]): Note | undefined {
  const name = /\p{Lu}[\p{L}'’-]+/u.exec(citation)?.[0]
  const year = /\b(?:1[5-9]|20)\d\d/.exec(citation)?.[0]
  if (name === undefined || year === undefined) return undefined
  const found = entries.filter(({text}) => text.includes(name) && text.includes(year))
  return found.length === 1 ? found[0] : undefined
}
