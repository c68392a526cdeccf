import {lazy} from '../lazy.ts'
import type {Document, GluedHeading, Heading, Paragraph} from '../model.ts'
import {isSmallWord, titleCaseShare} from '../prose/names.ts'
import {headOf, isHeadingText, isLink, isOpener, isWholeText} from './heading-text.ts'
import {levelBeside} from './inserted-level.ts'

const sectionWord =
  /^(Introduction|Conclusion|Overview|Background|Summary|TL;DR|(?:The |Key )?Takeaways?|(?:The )?Bottom Line|Final (?:Thoughts|Verdict|Words)|Closing Thoughts|Wrapping Up|Prerequisites|Requirements|Frequently Asked Questions|FAQs?|Methodology|Discussion|Abstract)\s+/
/** What `isHeadingText` allows at no end. */
const stops = '.,;:!…'
/** `Introduction The mill was …`: the word for a section, and a new sentence after it. */
export function atStart(paragraph: Paragraph): GluedHeading | undefined {
  const {value} = paragraph.prose
  const match = sectionWord.exec(value)
  const text = match?.[1]
  if (!text || paragraph.wordCount < 12 || isMarked(paragraph, 0, text.length)) return undefined
  // “Introduction Day is …”, “Summary Judgment was …”: the next word belongs to it, if it has a capital by name.
  const next = /^\p{Lu}\p{L}*/u.exec(value.slice(match[0].length))?.[0] ?? ''
  if (!isOpener(next)) return undefined
  return {
    text,
    range: paragraph.prose.at(0, text.length),
    block: paragraph,
    start: 0,
    end: text.length,
    at: 'start',
    proof: 'shape',
    level: levelBeside(paragraph.section, text)
  }
}

/** `… was sold. What Comes Next`: Title Case words after the last full stop, before the next paragraph. */
export function atEnd(document: Document, paragraph: Paragraph): GluedHeading | undefined {
  // Nearly every paragraph ends like a sentence: that is seen before anything is split or counted.
  if (stops.includes(paragraph.prose.value.at(-1) ?? '')) return undefined
  const {sentences} = paragraph
  const last = sentences.at(-1)
  const next = document.blocks[paragraph.index + 1]
  if (!last || sentences.length < 2 || stops.includes(last.text.at(-1) as string)) return undefined
  if (next?.type !== 'paragraph' || next.place !== 'body' || !next.isProse || paragraph.wordCount < 20)
    return undefined
  // “… the new Sub. Post Office / at Sund from August”: a sentence that was torn goes on in small letters.
  if (/^\p{Ll}/u.test(next.prose.value)) return undefined
  const {text} = last
  const words = text.split(/\s+/)
  // “… would close a channel. Yes, Ann?” asks somebody, and who speaks next has a label.
  if (text.endsWith('?') && (words.length < 4 || text.includes(','))) return undefined
  if (hasLabel(next)) return undefined
  if (words.length < 2 || words.length > 12 || !isHeadingText(text) || /[\d"“”()&@/]|https?:/.test(text))
    return undefined
  if (credit.test(text)) return undefined
  const before = paragraph.prose.value.slice(0, last.start).trimEnd()
  if (!/[.!?]["”’)]?$/.test(before)) return undefined
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  if (titleCaseShare(text) < 0.85 || capitals < 2 || (words.length <= 3 && capitals < words.length))
    return undefined
  if (isMarked(paragraph, last.start, last.start + text.length)) return undefined
  return {
    text,
    range: last.range,
    block: paragraph,
    start: last.start,
    end: last.start + text.length,
    at: 'end',
    proof: 'shape',
    level: levelBeside(paragraph.section, text)
  }
}

/** “Photo Credit: Harbour House”, “Source: The Mill” */
const credit = /^(?:credit|image|illustration|photo(?:graph(?:er|y)?)?|picture|source)s?(?: \w{1,12})?: /i

/** `… was sold. What comes next`, and right below `What comes next` once more: the line was read twice, and ran into the text. */
export function aboveTwin({blocks}: Document, paragraph: Paragraph): GluedHeading | undefined {
  const {prose, index, place} = paragraph
  const next = blocks[index + 1]
  const isLine = next?.type === 'heading' || (next?.type === 'paragraph' && next.place === 'body')
  if (!isLine || place !== 'body') return undefined
  const value = prose.value.trimEnd()
  const twin = next.prose.value.trim()
  const start = value.length - twin.length
  const [mark] = twin.slice(-1)
  if (start < shortestText || twin.length < 3 || mark === undefined || stops.includes(mark)) return undefined
  const text = value.slice(start)
  if (text.toLowerCase() !== twin.toLowerCase() || !/^[\p{Lu}\p{N}]/u.test(text) || text.includes('\n'))
    return undefined
  // “How long did it take? Two years” is an answer, and “Why?” may be asked twice.
  const before = value.slice(0, start).trimEnd()
  if (before.length === start || !/[.!]["”’)]?$/.test(before.slice(-2)) || /^\S*\?$/.test(text))
    return undefined
  if (isMarked(paragraph, start, value.length)) return undefined
  return {
    text,
    range: prose.at(start, text.length),
    block: paragraph,
    start,
    end: value.length,
    at: 'end',
    proof: 'twin',
    level: next.type === 'heading' ? next.level : levelBeside(paragraph.section, text),
    repair: [{range: [prose.at(before.length - 1, 1)[1], prose.at(value.length - 1, 1)[1]], text: ''}]
  }
}

/** In characters: what is shorter above the same line may be a line of verse. */
const shortestText = 60

/** `Day Trips by Train The line to …`: words in Title Case or a few others, and a sentence that begins where they end. */
export function inCapitals(paragraph: Paragraph): GluedHeading | undefined {
  const {value} = paragraph.prose
  if (paragraph.wordCount < minWords || !/^\p{Lu}/u.test(value)) return undefined
  const text = titleOf(value) ?? lineOf(value)
  if (text === undefined || isMarked(paragraph, 0, text.length)) return undefined
  return {
    text,
    range: paragraph.prose.at(0, text.length),
    block: paragraph,
    start: 0,
    end: text.length,
    at: 'start',
    proof: 'shape',
    level: levelBeside(paragraph.section, text)
  }
}

/** The words in Title Case that a text opens with, when they can be a heading and what follows is no part of them. */
function titleOf(value: string): string | undefined {
  const text = headOf(value.slice(0, 200).replace(/\s/g, ' '))
  const words = text.split(' ')
  const capitals = words.filter((word) => /^\p{Lu}\p{L}/u.test(word)).length
  // `Where to Eat The tasca has …`: a name of so few words does not ask.
  const less = asks.test(text) && words.length < fewest.words ? 1 : 0
  if (capitals < fewest.capitals - less || words.length < fewest.words - less) return undefined
  if (/[.,;:!()"“”/&]/.test(text) || (less > 0 && text.endsWith('?'))) return undefined
  const next = /^\p{Lu}\S{0,40}(?= \p{Ll})/u.exec(value.slice(text.length + 1))?.[0]
  if (next === undefined || titleCaseShare(text) < 1 || !value.startsWith(text)) return undefined
  return (asks.test(text) && less === 0) || isOpener(next) ? text : undefined
}

/** `Where to eat The tasca has …`: a capital that opens a sentence, where none has ended. */
function lineOf(value: string): string | undefined {
  const [, text, last = '', next = ''] = sentenceCase().exec(value) ?? []
  if (text === undefined || !isOpener(next) || isSmallWord(last) || reverent.test(next)) return undefined
  return isWholeText(text) ? text : undefined
}

/** “Help me remember what You have done”, “He said that He came”: of God with a capital, wherever they stand. */
const reverent = /^(?:He|His|You|Your)$/

const sentenceCase = lazy(
  () =>
    /^(\p{Lu}[\p{L}’'-]{1,20}(?: \p{Ll}[\p{L}’'-]{0,20}){0,6} (\p{Ll}[\p{L}’'-]{2,20}|\d{4})) (\p{Lu}\p{Ll}{1,12})(?:['’]\p{Ll}{1,2})? \p{Ll}/u
)

/**
 * Whether a sentence opens where none has ended, `The fire of 1869 The stove house …`: what stands before it opens none
 * itself (“In the Archives I am”), goes on at its end (“When the Board and”) or has a mark beside it (“This prints `The`”).
 */
export function opensAgain(paragraph: Paragraph): boolean {
  const {value} = paragraph.prose
  // Most paragraphs open with a word that opens a sentence: that is seen before more is read.
  const first = value.slice(0, Math.max(0, value.search(/\s/)))
  if (first === '' || (isOpener(first) && !namesSection.test(first)) || !/^\p{Lu}/u.test(first)) return false
  const [all, last = ''] = openedAgain.exec(value) ?? []
  return all !== undefined && !isSmallWord(last.toLowerCase()) && !isMarked(paragraph, 0, all.length)
}

const openedAgain =
  /^[^\s.,;:!?()"“”\d]{1,21}(?=[ \n])[^.,;:!?()"“”\n]{0,90}[ \n]([^\s.,;:!?()"“”/%$#*`<>|=[\]{}]{1,30})\?? (?:After|At|Because|Before|For|From|If|In|It|Most|On|Our|She|Since|The|There|These|They|This|Those|To|We|When|While|With)(?:['’][a-z]{1,2})? (?=[a-z])/
/** The words of `isOpener` that a heading may open with. */
const namesSection = /^(?:the|a|an|our|your|how|why|what|who|where)$/i

/** No name of a house or a post begins like this. */
const asks =
  /^(?:how|why|what|when|where|which|who|is|are|can|do|does|should|will|signs|tips|ways|reasons)\b/i

/** Of a heading that nothing but its capitals shows: shorter ones may be names. */
const fewest = {words: 4, capitals: 3, wordsAround: 20}
const minWords = 20

/** The end of a sentence, and the next one. */
const nextSentence = /(?:\p{Ll}{3}|\d\d)\.["”)]? \p{Lu}/gu

/** A marked heading that goes on as a paragraph: `## Storage The shop keeps its flour …`. */
export function holdsParagraph({kind, text, prose}: Heading): boolean {
  if (kind !== 'marked' || text.length < 70) return false
  // The title of another page, as that page has it: `### [4. Sell bread. Sell books!](…)`.
  if (isLink(prose)) return false
  // “We walked backwards all day. …” in large letters
  if (/^["“][^"“”]+["”]$/.test(text)) return false
  const words = text.split(' ')
  // `## Storage The shop keeps its flour. It is dry. It is cold. Prices`: behind the text the next heading.
  if (!/[.!?:…]["”)]?$/.test(text))
    return words.length >= fewest.wordsAround && (text.match(nextSentence)?.length ?? 0) > 1
  if (!/[.!?]["”)]?$/.test(text)) return false
  if (text.length >= 240 && words.length >= 50) return !isQuestions(text)
  // “But I Want the Very Newest Loaf of the Whole Street that came out of the oven!”: the heading calls or asks.
  if (words.length < 12 || /[!?]["”)]?$/.test(text)) return false
  // `## Costs A roof costs three pounds. Two men lay it in a week.`: one word is no head in Title Case.
  if (words.length >= fewest.wordsAround && text.search(nextSentence) > 0 && opensInside(words))
    return titleCaseShare(text) < 0.7
  const head = headOf(text)
  // “Rule 4 - Bring the lamp …”
  if (/:|\s[-–—](?:\s|$)/.test(head)) return false
  const rest = words.slice(head.split(' ').length)
  const small = rest.filter((word) => /^\p{Ll}/u.test(word)).length
  return (
    head.split(' ').length >= 3 &&
    head.split(' ').length < words.length - 5 &&
    titleCaseShare(head) >= 0.9 &&
    small >= rest.length * 0.6
  )
}

/** Whether a sentence opens behind the first words, where none has ended: `The floor The floor was …`. */
function opensInside(words: readonly string[]): boolean {
  for (let at = 1; at <= mostHead; at++) {
    const [before, word, next] = [words[at - 1], words[at], words[at + 1]] as [string, string, string]
    if (/[^\p{L}\p{N}]$/u.test(before)) return false
    // “Why I left the shed”: always in capitals.
    const isOpen = word !== 'I' && /^\p{Lu}/u.test(word) && isOpener(word) && /^\p{Ll}/u.test(next)
    if (isOpen && !isSmallWord(before)) return true
  }
  return false
}

/** Words of a heading before its text. */
const mostHead = 7

/** Finds marked headings with a paragraph that stands elsewhere as well: `## Storage The shop keeps …` over `The shop keeps …`. */
export function createHeldCheck({paragraphs}: Document): (heading: Heading) => boolean {
  const byOpening = lazy(() => {
    const found = new Map<string, string[]>()
    for (const {prose, wordCount} of paragraphs) {
      if (wordCount < minWords) continue
      const text = prose.value.trim()
      const opening = text.slice(0, openingLength)
      const same = found.get(opening)
      if (same) same.push(text)
      else found.set(opening, [text])
    }
    return found
  })
  return ({kind, text}) => {
    if (kind !== 'marked' || text.length < 70) return false
    for (let at = text.indexOf(' ') + 1; at > 0 && at <= 80; at = text.indexOf(' ', at) + 1) {
      const same = byOpening().get(text.slice(at, at + openingLength))
      // `## 2. How do we …`: a list of all headings has it without its number.
      if (same?.some((other) => text.startsWith(other, at)) && /\p{L}{2}/u.test(text.slice(0, at)))
        return true
    }
    return false
  }
}

/** In characters; a paragraph of `minWords` has more. */
const openingLength = 30

/** “Who keeps the flour? Is it dry? …”: somebody was asked all of it. */
function isQuestions(text: string): boolean {
  return text.endsWith('?') && /^[^.!?]{0,200}[?]\s/.test(text)
}

/** `**Ann Bell**: We sold …`, `**Goal:** We sell …`: a speaker or a label opens the paragraph itself. */
export function hasLabel({prose}: Paragraph): boolean {
  const [first] = prose.marks
  if (first?.node.type !== 'strong' || first.start > 0) return false
  return /^.{0,79}:$/.test(prose.value.slice(0, first.end)) || prose.value[first.end] === ':'
}

export function isMarked(paragraph: Paragraph, start: number, end: number): boolean {
  return paragraph.prose.marks.some((mark) =>
    mark.node.type === 'html'
      ? // `<a href="…"> The Talk </a>`, its blanks with it
        mark.start > start && mark.start <= end + 1 && mark.node.value.startsWith('</a')
      : mark.start < end && mark.end > start
  )
}
