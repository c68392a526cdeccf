import type {Document, Paragraph} from '../../src/rule/index.ts'
import {findLabelled} from './labelled.ts'

export interface InlineList {
  /** In the prose of the paragraph. */
  readonly start: number
  readonly end: number
  readonly items: readonly string[]
}

const fewest = 3
/** In words; what is longer between two dashes is a part of the sentence. */
const longest = 15
const bullets = '•▪●◦‣'
/** “Check the following: - the door …”: a dash that opens nothing else stands behind a colon. */
const announced = /: ([-–—*•▪●◦‣]) (?=\S)/
const opened = /^[•▪●◦‣] ?(?=\S)/
/** “1. Light the fire. 2. Sweep the floor.”; authors number parts of a sentence with “1)”. */
const number = /(?:^|(?:[.!?]["”’)]?|:) )(\d{1,2})\. (?=[\p{Lu}"“])/gu
/** Hardly a paragraph has any of these. */
const mayHold = /[•▪●◦‣]|: [-–—*]|2\. /
const code = /[{}=<>$\\]|\/\/|\S:\S|\w : /

/** The items of a list that stand behind each other in one paragraph, with their marks: the line ends were lost. */
export function findInlineList(
  paragraph: Paragraph,
  document: Pick<Document, 'blocks' | 'text' | 'format'>
): InlineList | undefined {
  const {prose, place, section, range} = paragraph
  if (!mayHold.test(prose.value)) return place === 'body' ? findLabelled(paragraph, document) : undefined
  if ((place !== 'body' && place !== 'item') || section.isReferences || !paragraph.isProse) return undefined
  if (prose.marks.some(({node}) => node.type === 'inlineCode')) return undefined
  const found = findMarked(prose.value) ?? findNumbered(prose.value, place === 'item')
  if (!found || found.items.some((item) => code.test(item))) return undefined
  const {text, format} = document
  // Lines that are shown as lines are kept apart.
  const isKept = format === 'text' || /(?: {2}|\\|<br ?\/?>)(?:\r\n?|\n)/.test(text.slice(...range))
  return isKept && prose.value.includes('\n') ? undefined : found
}

function findMarked(value: string): InlineList | undefined {
  const lead = announced.exec(value)
  if (!lead && !opened.test(value)) return undefined
  const start = opened.test(value) || !lead ? 0 : lead.index + lead[0].length - 2
  const mark = value.charAt(start)
  // A bullet may stand without blanks, a dash is then a hyphen.
  const items = value
    .slice(start + 1)
    .replace(/\s/g, ' ')
    .split(bullets.includes(mark) ? mark : ` ${mark} `)
    .map((item) => item.trim())
  if (items.length < fewest) return undefined
  return items.every((item) => item !== '' && item.split(/\s+/).length <= longest)
    ? {start, end: value.length, items}
    : undefined
}

/** From 1 on, each behind a full stop; of an item of a list the first number is its mark. */
function findNumbered(value: string, isItem: boolean): InlineList | undefined {
  const starts: number[] = isItem ? [0] : []
  for (const match of value.matchAll(number))
    if (Number(match[1]) === starts.length + 1) starts.push(match.index + match[0].search(/\d/))
  if (starts.length < fewest) return undefined
  const items = starts.map((start, at) =>
    value.slice(start, starts[at + 1] ?? value.length).replace(/^\d{1,2}\. /, '')
  )
  return {start: starts[0] ?? 0, end: value.length, items}
}
