import type {Range, Sentence} from '../../document/model.ts'
import {titleCaseShare} from '../../document/prose/names.ts'
import {findFigures, isCounted, isTelling} from '../numbers/figures.ts'
import type {CitedText} from './cited-text.ts'
import {marksOf} from './sentence-marks.ts'

/** What something costs changes from day to day. */
const price =
  /\b(?:costs?|pric(?:e|es|ed|ing)|retails?|sells? for|for (?:just|only|as little as)|starting (?:at|from)|starts? (?:at|from)|per (?:month|seat|user)|a month|discount|coupon|subscription|tickets?|\/mo(?:nth)?)\b/i
const money = /[$€£¥₹]|\b(?:dollars?|euros?|pounds?|cents?|USD|EUR|GBP)\b/i
/** What is for sale, at another price tomorrow. */
const offer =
  /\b(?:retails?|sells? for|for (?:just|only|as little as)|starting (?:at|from)|starts? (?:at|from)|per (?:month|seat|user)|a month|discount|coupon|subscription|\/mo(?:nth)?)\b/i
/** In a budget or a verdict, a price is a fact. */
const fact =
  /\b(?:billion|million|trillion|fined?|budget|revenue|spent|spending|taxpayers?|lawsuit|settlement)\b/i

/** Counted from the day of writing: “100 years old”, “3,000 years ago”. */
const relative = /^(?: years?| months?| weeks?| days?)?[- ](?:old|ago|later)\b/i

/** What a reader is told to do, or asked. */
const asked = /\?["”’)]?$/

/** A figure that is looked for: where it stands, and whether only another one in its place is worth telling. */
export interface Stated {
  readonly range: Range
  readonly isWeak: boolean
}

/**
 * The figures of a sentence that a page it cites should have, `[start, end)` in its text: no prices, none in quotations, code and
 * titles of works.
 */
export function findStated(
  sentence: Sentence,
  {text, places}: CitedText,
  isQuoted: (start: number, end: number) => boolean
): Stated[] {
  if (asked.test(text)) return []
  const isPriced = price.test(text) && !fact.test(text)
  const isOffer = isPriced && offer.test(text)
  return findFigures(text)
    .filter((figure) => isTelling(figure) || isCounted(figure))
    .filter(({start, end}) => !isQuoted(start, end))
    .filter(({end}) => !relative.test(text.slice(end, end + 12)))
    .filter((figure) => !(isOffer && money.test(figure.text)))
    .filter(({start, end}) => {
      const [from, to] = [sentence.start + (places[start] ?? 0), sentence.start + (places[end - 1] ?? 0)]
      return !isInMark(sentence, from, to)
    })
    .map((figure): Stated => {
      const isPrice = isPriced && money.test(figure.text)
      return {range: [figure.start, figure.end], isWeak: isPrice || !isTelling(figure)}
    })
}

/** In code, or in the title of a work: a link or emphasis in Title Case. */
function isInMark(sentence: Sentence, from: number, to: number): boolean {
  const {prose} = sentence.paragraph
  return marksOf(sentence).some(({node, start, end}) => {
    if (to < start || end <= from) return false
    if (node.type === 'inlineCode') return true
    const isWork = node.type === 'link' || node.type === 'linkReference' || node.type === 'emphasis'
    const words = isWork ? prose.value.slice(start, end) : ''
    return /\p{L}{3}/u.test(words) && /\s/.test(words) && titleCaseShare(words) >= 0.99
  })
}
