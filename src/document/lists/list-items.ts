import {isAnnouncing} from '../headings/heading-text.ts'
import {lazy} from '../lazy.ts'
import type {Block, Paragraph} from '../model.ts'

const label = lazy(() => /^(\p{Lu}[\p{L}\p{N}&'’/()-]*(?: [\p{L}\p{N}&'’/()-]+){0,5})(?::| [–—-])\s+\S/u)
const leadIn = /\b(?:the following|as follows|these (?:steps|items|points|features|options|factors|tips))\.$/i
/** With the character before it. */
const longestLeadIn = ' these features.'.length
/** “Q: …”, “A: …”: two people speak in turn. */
export const questionOrAnswer: RegExp = /^(?:[qa]|question|answer)(?: ?\d{1,3})?$/
/** A verb that makes a sentence of it: “Having it written down means that …”. */
export const finiteVerb: RegExp =
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
export function isAmount(text: string): boolean {
  return /^[\d¼½¾⅓⅔⅛]/.test(text) && amount().test(text)
}

/** Words in -ing that start sentences of their own: “During the war …”, “According to …”. */
const notGerund = new Set(
  'during according including regarding concerning king spring string thing bring morning evening nothing everything something anything'.split(
    ' '
  )
)

/** “2 onions, in wedges” */
export function isCounted(item: Paragraph): boolean {
  return counted().test(item.prose.value)
}

/** In words. */
export const longestItem = 14

/** “a lamp that flickers”, “sand in the cogs;” */
export function isSmall(item: Paragraph | undefined): boolean {
  return (
    item?.isProse === true &&
    item.wordCount <= longestItem &&
    /^\p{Ll}[^?!:”"]*[\p{L}\p{N})%.;’']$/u.test(item.prose.value) &&
    item.prose.marks.length === 0
  )
}

/** What tells that items follow, by its colon or its words. */
export function isLeadIn(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph' || block.place !== 'body') return false
  const text = block.prose.value.trimEnd()
  // An expression that is tied to the end alone is tried at every character.
  if (text.endsWith(':')) return true
  return text.endsWith('.') && leadIn.test(text.slice(-longestLeadIn))
}

/** `The Three Things to Check`, as a heading or without its mark. */
export function announces(block: Block | undefined): boolean {
  return (block?.type === 'paragraph' || block?.type === 'heading') && isAnnouncing(block.prose.value.trim())
}

export function hasLabel(item: Paragraph): boolean {
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

/** “So - is it the wheel?”, “Clay is slow - see how long they wait”: no label before a dash. */
const opensSentence = /^(?:and|but|no|now|so|still|then|well|yes|yet)$/i
const asked = /^(?:how|what|when|where|which|who|why)\b/i

/** A label in bold is somebody's choice of form, not a lost list mark. */
function hasPlainLabel(item: Paragraph): boolean {
  const {value, marks} = item.prose
  const end = labelEnd(item)
  if (end === undefined || marks.some((mark) => mark.start < end)) return false
  const text = value.slice(0, end)
  return value[end] === ':' || !(opensSentence.test(text) || (finiteVerb.test(text) && !asked.test(text)))
}

export function isGerundPhrase(item: Paragraph, isLedIn: boolean): boolean {
  const {value} = item.prose
  const first = /^\S{3,33}ing/.test(value) ? gerund().exec(value)?.[0].toLowerCase() : undefined
  if (first === undefined || notGerund.has(first)) return false
  const {wordCount} = item
  if (wordCount < 3 || wordCount > 30 || item.sentences.length > 1 || hasLink(item)) return false
  return isLedIn || !finiteVerb.test(value)
}

export function isShortItem(item: Paragraph): boolean {
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

export function hasLink(item: Paragraph): boolean {
  return item.prose.marks.some(
    (mark) => mark.node.type === 'link' || mark.node.type === 'image' || mark.node.type === 'inlineCode'
  )
}

/** The words before the colon or dash. */
export function labelOf(item: Paragraph): string | undefined {
  return label().exec(item.prose.value)?.[1]
}

/** Offset in the item's prose where its label ends, before the colon or dash. */
export function labelEnd(item: Paragraph): number | undefined {
  return labelOf(item)?.length
}
