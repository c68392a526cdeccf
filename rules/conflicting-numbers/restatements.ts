import {
  type Document,
  isDirect,
  isFunctionWord,
  type Range,
  type Section,
  type Sentence
} from '../../src/rule/index.ts'

/** A figure of a sentence that comes again with another one. */
export interface Restatement {
  readonly here: Place
  readonly there: Place
}

interface Place {
  readonly range: Range
  readonly text: string
}

/** In the text of its sentence, with its sign. */
interface Figure {
  readonly value: string
  readonly start: number
  readonly end: number
}

interface Reading {
  readonly sentence: Sentence
  readonly figures: readonly Figure[]
  /** All words but figures and what makes them less exact. */
  readonly words: string
}

/** Of so many words that mean something the wording of the rest does not matter; of fewer every word does. */
const fewestContent = 5
const fewestVerbatim = 3
const mostWords = 60

/** Without them a figure is the same, and so is what is said of it. */
const inexact = new Set(
  'over about around roughly approximately nearly almost some average estimated currently just only exactly'.split(
    ' '
  )
)
const opening =
  /^(?:did you know(?: that)?|in fact,?|indeed,?|remember:?|again,?|in (?:today|a world|the world of)\b[^,\d]{0,60},) /i
/** Who or what is spoken of stands in the sentence before. */
const dependent =
  /^(?:it|its|this|these|that|those|they|their|he|his|she|her|here|there|both|each|the (?:first|second|third|next|other|former|latter|same))\b/i

/** A section that sums up. */
const summary =
  /\b(?:introduction|overview|(?:short|quick) answer|key (?:facts|points|findings|figures)|conclusion|conclusions|summary|takeaways?|bottom line|wrapping up|wrap[- ]up|final (?:thoughts|words|verdict)|in short|in brief|tl;?dr|faqs?|frequently asked questions|at a glance|quick facts)\b/i

/** What an introduction says is said again at the end: with another figure one of the two is wrong. */
export function findRestatements(document: Document): Restatement[] {
  const {sentences, sections} = document
  const filled = sections.filter(({paragraphs}) => paragraphs.length > 0)
  const first = filled[0]
  const last = filled.at(-1)
  if (!first || !last || first === last) return []
  const isAtEdge = (section: Section): boolean =>
    section === first || section === last || summary.test(section.heading?.text ?? '')
  const byWords = new Map<string, Reading[]>()
  for (const sentence of findAlike(sentences)) {
    const reading = read(sentence)
    if (!reading) continue
    const same = byWords.get(reading.words)
    if (same) same.push(reading)
    else byWords.set(reading.words, [reading])
  }
  return [...byWords.values()].flatMap((same) => {
    const [earlier, later, more] = same
    // Said three times it is a form, which is filled in anew for each thing.
    if (!earlier || !later || more) return []
    const [there, here] = [earlier.sentence.paragraph.section, later.sentence.paragraph.section]
    if (there === here || !(isAtEdge(there) || isAtEdge(here))) return []
    const at = later.figures.findIndex(({value}, index) => value !== earlier.figures[index]?.value)
    if (at < 0 || areTimes(later, earlier) || (isInHeading(later, at) && isInHeading(earlier, at))) return []
    return [{here: placeOf(later, at), there: placeOf(earlier, at)}]
  })
}

/** Those with a figure that end with the same words as another: hardly a sentence does, and no other can have an equal. */
function findAlike(sentences: readonly Sentence[]): Sentence[] {
  const first = new Map<string, Sentence>()
  const found = new Set<Sentence>()
  for (let at = 0; at < sentences.length; at++) {
    const sentence = sentences[at] as Sentence
    if (sentence.paragraph.place !== 'body' || !/\d/.test(sentence.text)) continue
    const end = endOf(sentence)
    const other = first.get(end)
    if (other) found.add(other).add(sentence)
    else first.set(end, sentence)
  }
  return found.size > 0 ? sentences.filter((sentence) => found.has(sentence)) : []
}

/** The last words that mean something, or are figures: `read` keeps them all, and at least one more behind an opening. */
function endOf({words}: Sentence): string {
  let end = ''
  let count = 0
  for (let at = words.length - 1; at >= 0 && count < fewestVerbatim; at--) {
    const key = words[at]?.key ?? ''
    const isFigure = /^\d/.test(key)
    if (!isFigure && (inexact.has(key) || isFunctionWord(key))) continue
    end += isFigure ? '# ' : `${key} `
    count++
  }
  return end
}

function read(sentence: Sentence): Reading | undefined {
  const {text, words, paragraph} = sentence
  if (paragraph.place !== 'body' || words.length > mostWords || dependent.test(text)) return undefined
  const from = opening.exec(text)?.[0].length ?? 0
  if ((text.endsWith('?') && from === 0) || (isDirect(sentence) && !isName(sentence))) return undefined
  const figures: Figure[] = []
  const content: string[] = []
  const all: string[] = []
  for (const {key, start, end} of words) {
    if (start < from) continue
    if (/^\d/.test(key)) {
      // A time of day, a date in figures, an ordinal, the number of an account or a bug: another one is meant.
      if (
        !/^\d[\d,.]*$/.test(key) ||
        /^\d{6}/.test(key) ||
        text[start - 1] === '#' ||
        /^(?::|\/| ?(?:am|pm|a\.m|p\.m|o'clock)\b)/i.test(text.slice(end, end + 6))
      )
        return undefined
      const sign = /[$€£]$/.test(text.slice(0, start)) ? 1 : 0
      const unit = text.startsWith('%', end) ? 1 : 0
      figures.push({value: key.replaceAll(',', ''), start: start - sign, end: end + unit})
      all.push('#')
      content.push('#')
      continue
    }
    if (inexact.has(key)) continue
    all.push(key)
    if (!isFunctionWord(key)) content.push(key)
  }
  if (figures.length === 0) return undefined
  const length = content.length - figures.length
  if (length < fewestVerbatim) return undefined
  return {sentence, figures, words: (length < fewestContent ? all : content).join(' ')}
}

/** “Field service companies”: a verb would have something else behind it. */
function isName({words}: Sentence): boolean {
  const [, second, third] = words
  return (
    second !== undefined && third !== undefined && !isFunctionWord(second.key) && !isFunctionWord(third.key)
  )
}

/** “In 2019 the mill had 40 visitors”, “In 2020 the mill had 60 visitors” */
function areTimes({figures}: Reading, {figures: others}: Reading): boolean {
  return figures.some(({value}, index) => value !== others[index]?.value && /^(?:1[5-9]|20)\d\d$/.test(value))
}

/** “Class 7 ropes” above “In class 7 the rope is tarred”: the figure is the name of what is spoken of. */
function isInHeading({sentence, figures}: Reading, at: number): boolean {
  const {heading} = sentence.paragraph.section
  const value = figures[at]?.value
  return heading !== undefined && value !== undefined && heading.text.split(/[^\d.,]+/).includes(value)
}

function placeOf({sentence, figures}: Reading, at: number): Place {
  const {start, end} = figures[at] as Figure
  return {range: sentence.at(start, end - start), text: sentence.text.slice(start, end)}
}
