import type {Document, FlattenedList, Paragraph} from '../model.ts'
import {titleCaseShare} from '../prose/names.ts'
import {createParagraph} from '../prose/paragraph.ts'
import {speakerOf} from '../prose/transcripts.ts'
import {
  announces,
  finiteVerb,
  hasLabel,
  hasLink,
  isAmount,
  isCounted,
  isGerundPhrase,
  isLeadIn,
  isShortItem,
  isSmall,
  labelOf,
  longestItem,
  questionOrAnswer
} from './list-items.ts'

const minItems = 3
const shapes = ['label', 'gerund', 'amount', 'short'] as const
type Shape = (typeof shapes)[number]
/** Over the words of a review. */
const verdict = /^(?:pros|cons|(?:dis)?advantages|strengths|weaknesses):?\s*$/i
/** Runs of at least three paragraphs next to each other that were the items of a list. */
export function findFlattenedLists(document: Document): FlattenedList[] {
  const found: FlattenedList[] = []
  const {paragraphs} = document
  // A run that is no list has no list at its end either: an interview would, and each of its lines would be asked.
  const judged = {label: 0, gerund: 0, amount: 0, short: 0}
  for (let index = 0; index + minItems <= paragraphs.length; index++) {
    if (!startsRun(paragraphs, index)) continue
    for (const shape of shapes) {
      if (index < judged[shape]) continue
      const items = run(document, index, shape)
      if (items.length < minItems) continue
      judged[shape] = index + items.length
      if (!isList(items, shape) || (shape === 'label' && areTurns(items, paragraphs))) continue
      const last = items.at(-1) as Paragraph
      const first = items[0] as Paragraph
      found.push({
        items,
        shape: shape === 'label' ? 'label' : 'parallel',
        range: [first.range[0], last.range[1]]
      })
      index += items.length - 1
      break
    }
  }
  for (const paragraph of paragraphs) {
    const items = linesOf(document, paragraph)
    if (items)
      found.push({
        items,
        shape: 'parallel',
        range: [items[0]?.range[0] ?? paragraph.range[0], paragraph.range[1]]
      })
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}

/** In plain text below a lead-in, or where each opens with an amount or a label: the lines of one paragraph, which were items each. */
function linesOf(document: Document, paragraph: Paragraph): Paragraph[] | undefined {
  const {prose, place, index} = paragraph
  if (place !== 'body' || !prose.value.includes('\n')) return undefined
  if (verdict.test(prose.value.slice(0, prose.value.indexOf('\n')))) return verdictsOf(document, paragraph)
  const above = document.blocks[index - 1]
  const isLedIn = document.layout === 'plain' && (isLeadIn(above) || announces(above))
  // Most paragraphs of several lines are wrapped prose, which their first line shows.
  const first = prose.value.slice(0, prose.value.indexOf('\n'))
  const isAnnounced = isAmount(prose.value.slice(first.length + 1)) && announcesAmounts(first)
  if (!isLedIn && !first.includes(': ') && !isAmount(first) && !isAnnounced) return undefined
  const announced = isAnnounced ? first.length + 1 : 0
  const ofItems = prose.value.slice(announced)
  const lines = ofItems.split('\n').map((line) => line.trim())
  const isLoose = isLedIn || lines.every(isAmount) || areLabelled(lines)
  if (!isLoose || (!isLedIn && hasBreaks(document, paragraph))) return undefined
  const isLabelled = !isLedIn && areLabelled(lines)
  const items = splitLines(document, paragraph, announced)
  const stops = items.filter((item) => /[.;]$/.test(item.prose.value)).length
  const isList =
    items.length >= minItems &&
    (isLabelled
      ? items.every(
          (item) => item.wordCount <= longestLabelled && item.sentences.length <= 2 && !hasLink(item)
        )
      : items.every((item) => isShortItem(item) && /[\p{L}\p{N})%.;’']$/u.test(item.prose.value)) &&
        (stops === 0 || stops === items.length))
  return isList ? items : undefined
}

/** The lines of a paragraph from there on, as paragraphs. */
function splitLines({language}: Document, paragraph: Paragraph, from: number): Paragraph[] {
  const {prose} = paragraph
  let at = from
  return prose.value
    .slice(from)
    .split('\n')
    .map((line) => {
      const start = at + (line.length - line.trimStart().length)
      at += line.length + 1
      const part = prose.slice(start, start + line.trim().length)
      return createParagraph({...paragraph, prose: part, language, isGuarded: false})
    })
}

/** `Pros:`, `Quiet`, `Cool handle`, `Cons:`, `Slow`: what stands on the lines below the words of a review. */
function verdictsOf(document: Document, paragraph: Paragraph): Paragraph[] | undefined {
  if (hasBreaks(document, paragraph)) return undefined
  const items = splitLines(document, paragraph, 0).filter(({prose}) => !verdict.test(prose.value))
  const areItems = items.every(
    (item) => isShortItem(item) && !hasLink(item) && /^[\p{L}\p{N}].*[\p{L}\p{N})%]$/u.test(item.prose.value)
  )
  return items.length >= minItems && areItems ? items : undefined
}

/** “You will need the following” or “For the dough:” over “500 g flour”, in the same paragraph. */
function announcesAmounts(line: string): boolean {
  return line.length <= 80 && /^\p{Lu}/u.test(line) && /[\p{L})]:?\s*$/u.test(line) && !isAmount(line)
}

/** Breaks that keep its lines apart. */
function hasBreaks({text}: Document, {range}: Paragraph): boolean {
  return /(?: {2}|\\|<br ?\/?>)(?:\r\n?|\n)/.test(text.slice(...range))
}

/** `Rye: two days`, `Spelt: one day`, `Oats: an hour`, each label once; no sentence as “Oats are slow: …”, no line to sign on, no code. */
function areLabelled(lines: readonly string[]): boolean {
  if (lines.length < minItems || !lines.every((line) => line.includes(': ') && !/_{3}|[#=<>{}\t]/.test(line)))
    return false
  const labels = lines.map((line) => /^(\p{Lu}[^.:;!?\n]{1,48}): \S/u.exec(line)?.[1]?.toLowerCase() ?? '')
  return (
    !lines.some((line) => asks.test(line)) &&
    new Set(labels).size === labels.length &&
    labels.every(
      (text) =>
        text !== '' &&
        text.split(' ').length <= 6 &&
        !questionOrAnswer.test(text) &&
        !finiteVerb.test(text) &&
        !ofBrief.test(text)
    )
  )
}

/** What a chatbot or a brief says of the text: it is to go, not to be made a list. */
const ofBrief = /\b(?:meta|seo|slug|keywords?|keyphrase|word count|readability|plagiarism)\b/

/** In words; with more, the lines are paragraphs of their own. */
const longestLabelled = 30

/** Whether as many paragraphs of the body as a list has stand next to each other. */
function startsRun(paragraphs: readonly Paragraph[], from: number): boolean {
  const first = paragraphs[from] as Paragraph
  for (let index = from; index < from + minItems; index++) {
    const {place, index: at} = paragraphs[index] as Paragraph
    if (place !== 'body' || at !== first.index + index - from) return false
  }
  return true
}

/** The paragraphs from there on that have the shape of an item. */
function run(document: Document, from: number, shape: Shape): Paragraph[] {
  const {paragraphs, blocks, layout} = document
  const above = blocks[(paragraphs[from]?.index ?? 0) - 1]
  // Where lists have marks, only what is neither a sentence nor a name on a line of its own.
  const isVerdict = above?.type === 'paragraph' && verdict.test(above.prose.value)
  const isLost = isVerdict || (isLeadIn(above) && isSmall(paragraphs[from]))
  if (shape === 'short' && layout !== 'plain' && !isLost) return []
  const isLedIn = shape !== 'label' && (isLeadIn(above) || (layout === 'plain' && announces(above)))
  if (shape === 'short' && !isLedIn) return []
  const items: Paragraph[] = []
  for (let index = from; index < paragraphs.length; index++) {
    const item = paragraphs[index]
    const previous = items.at(-1)
    if (item?.place !== 'body' || !fits(item, shape, isLedIn) || item.prose.value.includes('\n')) break
    if (shape === 'short' && layout !== 'plain' && !isVerdict && !isSmall(item)) break
    if (isVerdict && verdict.test(item.prose.value)) break
    if (previous && (item.index !== previous.index + 1 || isTakenOut(document, previous, item))) break
    items.push(item)
  }
  if (shape === 'amount' && items.filter(({prose}) => isAmount(prose.value)).length < minItems) return []
  if (shape === 'amount') items.push(...withoutAmount(paragraphs, from + items.length))
  if (shape === 'short' && isNextHeading(items.at(-1)) && !isNextHeading(items[0])) items.pop()
  return items
}

/** “Writer: Ann Lee” between “Director: Ines Holt” and “Year: 1880” is a byline and no block: the list would have a hole. */
function isTakenOut({text}: Document, {range: [, from]}: Paragraph, {range: [to]}: Paragraph): boolean {
  return to - from > 4 && /[\p{L}\p{N}]/u.test(text.slice(from, to).replace(/<[^<>]{0,300}>/g, ''))
}

/** “AP: Right, but why?”, “SPICER: Yes, I do.”: somebody asks, or speaks below again. Each boat of three has its “Length: 9 metres”. */
function areTurns(items: readonly Paragraph[], paragraphs: readonly Paragraph[]): boolean {
  if (items.some(({prose}) => asks.test(prose.value))) return true
  const labels = new Set(items.map((item) => labelOf(item)?.toLowerCase()))
  return paragraphs.some((other) => {
    const speaker = speakerOf(other)
    return speaker !== undefined && labels.has(speaker.toLowerCase()) && speaks.test(other.prose.value)
  })
}

const asks = /\?["”’)]?\s*$/
const speaks = /\bI\b|\b[Yy]ou\b|: (?:[Yy]es|[Nn]o)\b|\?/

function isList(items: readonly Paragraph[], shape: Shape): boolean {
  if (shape === 'label') {
    // An interview repeats its labels: “JSL: … SK: … JSL: …”.
    const labels = items.map((item) => labelOf(item)?.toLowerCase())
    if (
      new Set(labels).size < labels.length ||
      labels.every((text) => text !== undefined && text.length <= 2) ||
      labels.some((text) => text !== undefined && questionOrAnswer.test(text))
    )
      return false
    return items.filter(({wordCount}) => wordCount > 2).length >= 2
  }
  if (shape !== 'short') return true
  const stops = items.filter((item) => /[.;]$/.test(item.prose.value)).length
  return stops === 0 || stops >= items.length - 1
}

/** “Salt and pepper” below “250 g flour”. */
function withoutAmount(paragraphs: readonly Paragraph[], from: number): Paragraph[] {
  let to = from
  while (to < paragraphs.length && isPlainItem(paragraphs[to] as Paragraph, paragraphs[to - 1])) to++
  const [last, next] = [paragraphs[to - 1], paragraphs[to]]
  // “Making the dough” above its text is a heading, “2 ripe plums” is not.
  const isLastCounted = last !== undefined && isCounted(last)
  if (to > from && !isLastCounted && next?.index === (last?.index ?? 0) + 1 && next.wordCount > longestItem)
    to--
  return paragraphs.slice(from, to)
}

function isPlainItem(item: Paragraph, above: Paragraph | undefined): boolean {
  const {wordCount, prose, place, index} = item
  return (
    place === 'body' &&
    index - 1 === above?.index &&
    wordCount <= mostPlain &&
    !/[.;\n]|^(?:for|to)\b/i.test(prose.value) &&
    // “salt”: neither a sentence nor a heading opens with a small letter.
    (/^\p{Ll}[^?!:”"]*$/u.test(prose.value) ||
      (isShortItem(item) && wordCount > 1 && titleCaseShare(prose.value) < 0.7))
  )
}

const mostPlain = 6

function fits(item: Paragraph, shape: Shape, isLedIn: boolean): boolean {
  if (shape === 'label') return hasLabel(item)
  if (shape === 'amount')
    return (
      (isAmount(item.prose.value) || isCounted(item)) && isShortItem(item) && !item.prose.value.endsWith('.')
    )
  if (shape === 'gerund') return isGerundPhrase(item, isLedIn)
  return isShortItem(item) || isSmall(item)
}

/** In Title Case below lines that are not: the heading of what comes next. */
function isNextHeading(item: Paragraph | undefined): boolean {
  return item !== undefined && item.wordCount >= 3 && titleCaseShare(item.prose.value) >= 0.9
}
