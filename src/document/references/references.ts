import type {Block, Document, Paragraph, Section} from '../model.ts'
import {isBareAddress, isReferenceEntry} from './reference-entries.ts'

/** Front matter keys under which articles list their sources. */
const sourceKeys = ['sources', 'references', 'bibliography', 'citations', 'source']

/** Whether the article names its sources in one place: a section, a `Sources:` line, entries in a row, front matter. */
export function hasReferenceList(document: Document): boolean {
  if (sourceKeys.some((key) => isFilled(document.frontmatter?.get(key)))) return true
  if (document.sections.some((section) => section.isReferences && !section.isEmpty)) return true
  return document.references.size > 0
}

/** A list, a name or an address; `devto_python` is the label of a feed. */
function isFilled(value: unknown): boolean {
  return typeof value === 'string'
    ? /[\p{Lu}\s./]/u.test(value.trim())
    : Array.isArray(value) && value.length > 0
}

/** So many entries in a row are a list of sources. */
const fewestEntries = 2
/** The same for bare addresses. */
const fewestAddresses = 3

/** Paragraphs outside the sections that are marked as lists of sources. */
export interface References {
  /** That list sources. */
  readonly listed: ReadonlySet<Paragraph>
  /** That read like an entry of a list, whether they stand in one or not. */
  readonly entries: ReadonlySet<Paragraph>
}

/** Asks each paragraph once whether it reads like an entry. */
export function findReferences({blocks}: Pick<Document, 'blocks'>): References {
  const listed = new Set<Paragraph>()
  const entries = new Set<Paragraph>()
  const open = new Set<Section>()
  let run: Paragraph[] = []
  let addresses = 0
  const close = (): void => {
    if (run.length - addresses >= fewestEntries || run.length >= fewestAddresses)
      for (const paragraph of run) listed.add(paragraph)
    run = []
    addresses = 0
  }
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.type === 'heading') close()
    if (block.type !== 'paragraph' || block.place === 'footnote' || block.section.isReferences) continue
    if (open.has(block.section)) listed.add(block)
    else if (block.place === 'body' && isSourceLine(block)) {
      open.add(block.section)
      listed.add(block)
    } else if (block.place === 'body' && isSourceNote(block)) {
      if (!findCaptioned(blocks, block)) listed.add(block)
      else if (isReferenceEntry(block)) entries.add(block)
    } else if (block.place === 'body' && isBackLinked(block)) listed.add(block)
    else if (isReferenceEntry(block)) {
      entries.add(block)
      if (!isBareAddress(block)) run.push(block)
      else if (isPage(block)) {
        run.push(block)
        addresses++
      }
    } else close()
  }
  close()
  return {listed, entries}
}

/** “^ a b Tully, R. (1983). Crossing the Forks.”: the marks of a wiki that lead back to the text. */
function isBackLinked({prose: {value}}: Paragraph): boolean {
  return value.startsWith('^ ') && value.split('\n').every((line) => /^\^ \S/.test(line.trim()))
}

/** No home page, and no post or film that the article shows. */
function isPage({prose: {value}}: Paragraph): boolean {
  return (
    /\/\/[^/]+\/[^/]/.test(value) &&
    !/\/\/(?:[\w-]+\.)?(?:twitter|x|youtube|youtu|vimeo|instagram|tiktok|facebook)\./i.test(value)
  )
}

/** The table, picture or figure that a paragraph stands right under, as its caption would. */
export function findCaptioned(blocks: readonly Block[], {index}: Paragraph): Block | undefined {
  const above = blocks[index - 1]
  return above?.type === 'table' || above?.type === 'image' || above?.type === 'html' ? above : undefined
}

/** "References:" or "Works Cited", a line that opens a list of sources; the first of them may stand in it. */
function isSourceLine({prose: {value}}: Paragraph): boolean {
  if (!initials.includes(value.charAt(0))) return false
  if (/^(?:references?|works? cited|bibliography)\s*:/i.test(value)) return true
  return value.length < 50 && /^(?:\p{Lu}|\d)/u.test(value) && listTitle.test(value)
}

/** Of the words that open a list of sources, or its number: most paragraphs have another. */
const initials = 'RrWwBbSsFf123456789'
const listTitle =
  /^(?:\d{1,2}[.)] )?(?:sources?:|(?:sources|references|works? cited|bibliography|further reading):?)$/i

/** "Source: Office for National Statistics", below a table or at the end of a part. */
export function isSourceNote({prose: {value}}: Paragraph): boolean {
  if (!value.startsWith('S') && !value.startsWith('s')) return false
  return value.length < 600 && /^sources?\s*:\s*\S/i.test(value)
}
