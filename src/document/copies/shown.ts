import type {Document, Paragraph} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'
import {goesOnInFormula} from './restated.ts'

/** A short text says the same above each list or code, under another heading or with a colon; what it leads to differs. */
export function areLeadIns(here: Paragraph, there: Paragraph, {blocks}: Pick<Document, 'blocks'>): boolean {
  const isElsewhere = here.section !== there.section && here.wordCount <= longestLeadIn
  const both = [here, there]
  const areOpen = both.every(isOpen)
  return (
    (isElsewhere || areOpen) &&
    (both.every((paragraph) => leadsOn(paragraph, blocks)) || (areOpen && leadApart(here, there, blocks)))
  )
}

/** One sentence with a colon. */
function isOpen({sentences, prose}: Paragraph): boolean {
  return sentences.length === 1 && prose.value.trimEnd().endsWith(':')
}

/** “The keeper wrote:” above one text, “The keeper wrote:” above another one. */
function leadApart(here: Paragraph, there: Paragraph, blocks: Document['blocks']): boolean {
  const [one, other] = [blocks[here.index + 1], blocks[there.index + 1]]
  if (one?.type !== 'paragraph' || other?.type !== 'paragraph') return false
  return one.place === other.place && one.prose.value !== other.prose.value
}

/** A longer paragraph above a list says something of its own. */
const longestLeadIn = 40

/** What a remark speaks of. “Winter storms have moved the stones” below two codes is about neither. */
const pointing =
  /^(?:it|they|if you)\b|\b(?:this|these|above|here|(?:code|command|example|formula|function|method|output|program|query|result|script|table|version)s?)\b/i

/** A short text says the same below two codes, tables or formulas: “This version reads each word once.” */
export function areRemarks(
  here: Paragraph,
  there: Paragraph,
  document: Pick<Document, 'text' | 'blocks'>
): boolean {
  if (Math.max(here.wordCount, there.wordCount) > longestLeadIn) return false
  if (!pointing.test(here.prose.value) || !pointing.test(there.prose.value)) return false
  const [one, other] = [shownAbove(here, document), shownAbove(there, document)]
  return one !== undefined && other !== undefined && one !== other
}

/** The source of the code, table or formula right above a paragraph. */
function shownAbove(
  {index, place}: Paragraph,
  {text, blocks}: Pick<Document, 'text' | 'blocks'>
): string | undefined {
  const above = place === 'body' ? blocks[index - 1] : undefined
  return above && explained.has(above.type) ? text.slice(...above.range) : undefined
}

const explained: ReadonlySet<string> = new Set(['code', 'table', 'math'])

/** Whether what stands right below a paragraph may hang on it: a list, code, a table, a picture, a formula. */
export function leadsOn(paragraph: Paragraph, blocks: Document['blocks']): boolean {
  const {index, place} = paragraph
  const next = blocks[index + 1]
  if (next === undefined || next.type === 'heading') return false
  if (goesOnInFormula(paragraph, {blocks})) return true
  if (next.type !== 'paragraph') return shown.has(next.type)
  return (next.place === 'item' && place === 'body') || isTag.test(next.prose.value)
}

/** `{% include copy.html %}`, `{{< code >}}`: what a site puts there, often code or above it. */
const isTag = /^\s{0,3}\{[%{][^{}]{1,300}[%}]\}\s{0,3}$/

/** Whether what stands right above a paragraph may be what it speaks of. */
export function isBelowShown({index}: Paragraph, blocks: Document['blocks']): boolean {
  return shown.has(blocks[index - 1]?.type ?? '')
}

const shown: ReadonlySet<string> = new Set(['code', 'table', 'image', 'math', 'html'])

/** What is written to two pictures. */
export function areCaptions(
  here: Paragraph,
  there: Paragraph,
  document: Pick<Document, 'text' | 'blocks'>
): boolean {
  const picture = pictureOf(here, document)
  return picture !== undefined && ![undefined, picture].includes(pictureOf(there, document))
}

/** In characters. */
const longestCaption = 200

/** `(ref:tower) The tower by night.`: Bookdown keeps captions so, apart from their pictures. */
const keptCaption = /^\(ref:[^()\s]{1,60}\)(?=\s)/

/** The picture that a paragraph begins with, that a short one stands below, or that it is kept for. */
function pictureOf(
  {index, prose: {value, marks}}: Paragraph,
  {text, blocks}: Pick<Document, 'text' | 'blocks'>
): string | undefined {
  const [first] = marks
  if (first?.node.type === 'image' && first.start === 0) return text.slice(...rangeOf(first.node))
  const kept = keptCaption.exec(value)?.[0]
  if (kept !== undefined) return kept
  const before = blocks[index - 1]
  return before?.type === 'image' && value.length <= longestCaption ? text.slice(...before.range) : undefined
}
