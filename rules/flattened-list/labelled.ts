import {type Document, lazy, type Paragraph} from '../../src/rule/index.ts'
import type {InlineList} from './inline.ts'

/** “Path surfaces: Gravel, sand and stone.” */
const labelled = lazy(() => /^(\p{Lu}[\p{L}\d’'&/-]*(?: [\p{L}\d’'&/()-]+){0,4}): (?=\S)/u)
/** “Its parts can include: ” before the first of them. */
const leadIn =
  /^[^.:!?]{0,100}\b(?:are|as|following|includes?|including|of|these|things?|with)(?: these)?: (?=\p{Lu})/u
/** What a label is not: a part of a sentence, a turn of a talk, a note. */
const sentence =
  /\b(?:a|an|are|can|did|do|does|had|has|have|how|I|if|is|it|q|says?|that|the|they|this|was|we|were|what|when|why|will|would|you|answer|editor|example|note|question|source|tip|update|warning)\b/i
/** So many below a lead-in, so many without one. */
const fewest = {announced: 3, bare: 4}
/** In words, without the label. */
const words = {fewest: 3, most: 40}

/** Items with a label each that stand behind each other in one paragraph and are all of it. */
export function findLabelled(
  {prose, sentences, index}: Paragraph,
  {blocks}: Pick<Document, 'blocks'>
): InlineList | undefined {
  const {value, marks} = prose
  if (
    sentences.length < fewest.announced ||
    value.split(': ', fewest.announced + 1).length <= fewest.announced
  )
    return undefined
  // A label in bold is a chosen form.
  if (value.includes('?') || marks.some(({node}) => node.type === 'strong' || node.type === 'inlineCode'))
    return undefined
  const lead = leadIn.exec(value)?.[0] ?? ''
  const above = blocks[index - 1]
  const isAnnounced =
    lead !== '' || (above?.type === 'paragraph' && above.prose.value.trimEnd().endsWith(':'))
  if (sentences.length < (isAnnounced ? fewest.announced : fewest.bare)) return undefined
  const items = sentences.map(({text}, at) =>
    (at === 0 ? text.slice(lead.length) : text).replace(/\s+/g, ' ')
  )
  const labels = items.map((item) => labelled().exec(item)?.[1] ?? '')
  const isList =
    new Set(labels).size === labels.length &&
    labels.every((label) => label !== '' && !sentence.test(label)) &&
    items.every((item, at) => isItem(item.slice((labels[at] as string).length + 2)))
  return isList ? {start: lead.length, end: value.length, items} : undefined
}

function isItem(text: string): boolean {
  const count = text.split(' ').length
  return count >= words.fewest && count <= words.most && !text.includes(': ') && !/["“”]/.test(text)
}
