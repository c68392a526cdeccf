import type {FootnoteDefinition, Nodes} from 'mdast'
import {lazy} from '../lazy.ts'
import type {Document, Prose, Range} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'

/** A footnote's definition, or a call. */
export interface Footnote {
  /** The text between `[^` and `]`. */
  readonly label: string
  readonly range: Range
}

export interface LooseFootnotes {
  /** Definitions that no call asks for; the range is that of `[^label]:`. */
  readonly unused: readonly Footnote[]
  /** Definitions of a label that has one above: only the first is shown. */
  readonly repeated: readonly Footnote[]
  /** Definitions with a call and without a text. */
  readonly empty: readonly Footnote[]
  /** Whether any call has its definition. */
  readonly isAnyUsed: boolean
  /** Calls without a definition: Markdown leaves them as text. */
  readonly undefined: readonly Footnote[]
}

const none: LooseFootnotes = {unused: [], repeated: [], empty: [], isAnyUsed: false, undefined: []}
const definition = /^[ \t>]*\[\^([^\]\s]{1,60})\]:/gm

/** `[^1]`, `[^note-2]`; not the `[^a-z]` or `[^abc]*` of a pattern. */
const call = lazy(() => /\[\^(?![a-z\d]-[a-z\d]\])([\p{L}\d][\p{L}\d_:.-]{0,40})\](?![*+?{(:])/giu)

/** Two rules ask for them. */
const known = new WeakMap<Document, LooseFootnotes>()

/** Footnotes that don't fit together. */
export function findLooseFootnotes(document: Document): LooseFootnotes {
  if (!document.text.includes('[^')) return none
  const found = known.get(document) ?? readLooseFootnotes(document)
  known.set(document, found)
  return found
}

function readLooseFootnotes(document: Document): LooseFootnotes {
  const definitions: FootnoteDefinition[] = []
  const called = new Set<string>()
  collect(document.tree, definitions, called)
  const firsts = new Map<string, FootnoteDefinition>()
  for (const node of definitions) if (!firsts.has(node.identifier)) firsts.set(node.identifier, node)
  const isFirst = (node: FootnoteDefinition): boolean => firsts.get(node.identifier) === node
  const isCalled = ({identifier}: FootnoteDefinition): boolean => called.has(identifier)
  const loose: Footnote[] = []
  for (const block of document.blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') loose.push(...findCalls(block.prose))
  }
  const written = loose.length > 0 ? findWritten(document.text) : new Set<string>()
  return {
    unused: definitions.filter((node) => !isCalled(node)).map(readDefinition),
    repeated: definitions.filter((node) => isCalled(node) && !isFirst(node)).map(readDefinition),
    empty: definitions
      .filter((node) => isCalled(node) && isFirst(node) && node.children.length === 0)
      .map(readDefinition),
    isAnyUsed: called.size > 0,
    undefined: loose.filter(({label}) => !written.has(label.toLowerCase()))
  }
}

function readDefinition(node: FootnoteDefinition): Footnote {
  const label = node.label ?? node.identifier
  const [start] = rangeOf(node)
  return {label, range: [start, start + '[^]:'.length + label.length]}
}

/**
 * Labels of definitions wherever they stand. Generators see some that Markdown does not: in Franklin `~~~` is a mark of
 * HTML, and what follows one is no block of code.
 */
function findWritten(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(definition)].map(([, label = '']) => label.toLowerCase()))
}

function collect(node: Nodes, definitions: FootnoteDefinition[], called: Set<string>): void {
  if (node.type === 'footnoteDefinition') definitions.push(node)
  if (node.type === 'footnoteReference') called.add(node.identifier)
  if (!('children' in node)) return
  const {children} = node
  for (let at = 0; at < children.length; at++) collect(children[at] as Nodes, definitions, called)
}

function findCalls(prose: Prose): Footnote[] {
  if (!prose.value.includes('[^')) return []
  const code = prose.marks.filter(({node}) => node.type === 'inlineCode')
  return [...prose.value.matchAll(call())]
    .filter(({index}) => !code.some(({start, end}) => start <= index && index < end))
    .map(({index, 0: text, 1: label = ''}) => ({label, range: prose.at(index, text.length)}))
}
