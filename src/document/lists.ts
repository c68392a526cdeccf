import {isAnnouncing} from './headings/heading-text.ts'
import {lazy} from './lazy.ts'
import type {Block, Document, FlattenedList, Paragraph} from './model.ts'
import {titleCaseShare} from './prose/names.ts'
import {createParagraph} from './prose/paragraph.ts'

const minItems = 3
const shapes = ['label', 'gerund', 'amount', 'short'] as const
type Shape = (typeof shapes)[number]
const label = lazy(() => /^(\p{Lu}[\p{L}\p{N}&'’/()-]*(?: [\p{L}\p{N}&'’/()-]+){0,5})(?::| [–—-])\s+\S/u)
const leadIn = /\b(?:the following|as follows|these (?:steps|items|points|features|options|factors|tips))\.$/i
/** “Q: …”, “A: …”: two people speak in turn. */
const questionOrAnswer = /^(?:[qa]|question|answer)(?: ?\d{1,3})?$/
/** With the character before it. */
const longestLeadIn = ' these features.'.length
/** A verb that makes a sentence of it: “Having it written down means that …”. */
const finiteVerb =
  /\b(?:is|are|was|were|will|would|can|could|may|might|should|must|has|have|had|does|do|did|means|makes|helps|allows|lets|gives|takes|keeps|ensures|requires|becomes|seems|leads|gets|brings|turns|isn['’]t|won['’]t|can['’]t|doesn['’]t)\b/i
const gerund = lazy(() => /^\p{Lu}\p{L}{2,30}ing(?![\p{L}\p{N}'’-])/u)
/** “2 tablespoons olive oil”, “250 g flour”, “½ tsp salt”, “3 large eggs” */
const amount = lazy(
  () =>
    /^(?:\d{1,4}(?:[.,/]\d{1,3})?(?: ?[¼½¾⅓⅔⅛]| \d\/\d)?|[¼½¾⅓⅔⅛])(?: ?[–-] ?\d{1,4})? ?(?:g|kg|ml|dl|cl|l|oz|lbs?|grams?|ounces?|pounds?|lit(?:re|er)s?|cups?|tbsps?|tsps?|tablespoons?|teaspoons?|pinch(?:es)?|cloves?|cans?|tins?|jars?|sticks?|slices?|sprigs?|stalks?|handfuls?|bunch(?:es)?|packets?|small|medium|large)\b\.?(?=,? \(?\p{L})/iu
)
/** “2 onions, in wedges”, among amounts */
const counted = lazy(() => /^\d{1,2} \p{Ll}{3,20}(?:,|$| \p{Ll})/u)
/** Most texts open with no number: for them the long expression is never compiled. */
function isAmount(text: string): boolean {
  return /^[\d¼½¾⅓⅔⅛]/.test(text) && amount().test(text)
}

/** Words in -ing that start sentences of their own: “During the war …”, “According to …”. */
const notGerund = new Set(
  'during according including regarding concerning king spring string thing bring morning evening nothing everything something anything'.split(
    ' '
  )
)

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
      if (!isList(items, shape)) continue
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
    if (items) found.push({items, shape: 'parallel', range: paragraph.range})
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}

/** In plain text below a lead-in, or where each opens with an amount or a label: the lines of one paragraph, which were items each. */
function linesOf(document: Document, paragraph: Paragraph): Paragraph[] | undefined {
  const {prose, place, index} = paragraph
  if (place !== 'body' || !prose.value.includes('\n')) return undefined
  const above = document.blocks[index - 1]
  const isLedIn = document.layout === 'plain' && (isLeadIn(above) || announces(above))
  // Most paragraphs of several lines are wrapped prose, which their first line shows.
  const first = prose.value.slice(0, prose.value.indexOf('\n'))
  if (!isLedIn && !first.includes(': ') && !isAmount(first)) return undefined
  const lines = prose.value.split('\n').map((line) => line.trim())
  const isLoose = isLedIn || lines.every(isAmount) || areLabelled(lines)
  if (!isLoose || (!isLedIn && hasBreaks(document, paragraph))) return undefined
  const isLabelled = !isLedIn && areLabelled(lines)
  const items: Paragraph[] = []
  let from = 0
  for (const line of prose.value.split('\n')) {
    const start = from + (line.length - line.trimStart().length)
    const part = prose.slice(start, start + line.trim().length)
    items.push(createParagraph({...paragraph, prose: part, language: document.language, isGuarded: false}))
    from += line.length + 1
  }
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
  if (shape === 'short' && layout !== 'plain') return []
  const above = blocks[(paragraphs[from]?.index ?? 0) - 1]
  const isLedIn = shape !== 'label' && (isLeadIn(above) || (layout === 'plain' && announces(above)))
  if (shape === 'short' && !isLedIn) return []
  const items: Paragraph[] = []
  for (let index = from; index < paragraphs.length; index++) {
    const item = paragraphs[index]
    const previous = items.at(-1)
    if (item?.place !== 'body' || !fits(item, shape, isLedIn) || item.prose.value.includes('\n')) break
    if (previous && item.index !== previous.index + 1) break
    items.push(item)
  }
  if (shape === 'amount' && items.filter(({prose}) => isAmount(prose.value)).length < minItems) return []
  if (shape === 'amount') items.push(...withoutAmount(paragraphs, from + items.length))
  if (shape === 'short' && isNextHeading(items.at(-1)) && !isNextHeading(items[0])) items.pop()
  return items
}

function isList(items: readonly Paragraph[], shape: Shape): boolean {
  if (shape === 'label') {
    // An interview repeats its labels: “JSL: … SK: … JSL: …”.
    const labels = items.map((item) => label().exec(item.prose.value)?.[1]?.toLowerCase())
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
  // “Making the dough” above its text is a heading.
  if (to > from && last && next?.index === last.index + 1 && next.wordCount > longestItem) to--
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
const longestItem = 14

function fits(item: Paragraph, shape: Shape, isLedIn: boolean): boolean {
  if (shape === 'label') return hasLabel(item)
  if (shape === 'amount')
    return (
      (isAmount(item.prose.value) || counted().test(item.prose.value)) &&
      isShortItem(item) &&
      !item.prose.value.endsWith('.')
    )
  return shape === 'gerund' ? isGerundPhrase(item, isLedIn) : isShortItem(item)
}

function isLeadIn(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph' || block.place !== 'body') return false
  const text = block.prose.value.trimEnd()
  // An expression that is tied to the end alone is tried at every character.
  if (text.endsWith(':')) return true
  return text.endsWith('.') && leadIn.test(text.slice(-longestLeadIn))
}

/** `The Three Things to Check`, as a heading or without its mark. */
function announces(block: Block | undefined): boolean {
  return (block?.type === 'paragraph' || block?.type === 'heading') && isAnnouncing(block.prose.value.trim())
}

/** In Title Case below lines that are not: the heading of what comes next. */
function isNextHeading(item: Paragraph | undefined): boolean {
  return item !== undefined && item.wordCount >= 3 && titleCaseShare(item.prose.value) >= 0.9
}

function hasLabel(item: Paragraph): boolean {
  if (!hasLabelMark(item.prose.value) || !label().test(item.prose.value)) return false
  if (isInserted(item)) return false
  const {wordCount} = item
  return (
    wordCount >= 2 && wordCount <= 45 && item.sentences.length <= 2 && !hasLink(item) && hasPlainLabel(item)
  )
}

/** “Our aim — bread for all — has not changed.”: the words between the dashes are inserted, and the sentence goes on. */
function isInserted(item: Paragraph): boolean {
  const rest = item.prose.value.slice(labelEnd(item))
  const dash = /^ [–—-] /.exec(rest)?.[0]
  const next = dash === undefined ? -1 : rest.indexOf(dash, dash.length)
  return dash !== undefined && next > 0 && /^\p{Ll}/u.test(rest.slice(next + dash.length))
}

/** Most texts have none of the marks that end a label before the first stop. */
function hasLabelMark(text: string): boolean {
  return /^[^.,;!?“”]{1,300}?(?::| [–—-])\s/.test(text)
}

/** A label in bold is somebody's choice of form, not a lost list mark. */
function hasPlainLabel(item: Paragraph): boolean {
  const end = labelEnd(item)
  return end !== undefined && !item.prose.marks.some((mark) => mark.start < end)
}

function isGerundPhrase(item: Paragraph, isLedIn: boolean): boolean {
  const {value} = item.prose
  const first = /^\S{3,33}ing/.test(value) ? gerund().exec(value)?.[0].toLowerCase() : undefined
  if (first === undefined || notGerund.has(first)) return false
  const {wordCount} = item
  if (wordCount < 3 || wordCount > 30 || item.sentences.length > 1 || hasLink(item)) return false
  return isLedIn || !finiteVerb.test(value)
}

function isShortItem(item: Paragraph): boolean {
  const count = item.wordCount
  return (
    count >= 1 &&
    count <= longestItem &&
    item.sentences.length <= 1 &&
    /^[\p{Lu}\p{N}]/u.test(item.prose.value) &&
    !/[?!:,”"]$/.test(item.prose.value) &&
    !hasLink(item)
  )
}

function hasLink(item: Paragraph): boolean {
  return item.prose.marks.some(
    (mark) => mark.node.type === 'link' || mark.node.type === 'image' || mark.node.type === 'inlineCode'
  )
}

/** Offset in the item's prose where its label ends, before the colon or dash. */
export function labelEnd(item: Paragraph): number | undefined {
  return label().exec(item.prose.value)?.[1]?.length
}
