import type {Document, Range, Section, Sentence} from '../../src/rule/index.ts'
import {endOf, type Figure, type Reading, readStated} from './stated-figures.ts'

/** A figure of a sentence that comes again with another one. */
export interface Restatement {
  readonly here: Place
  readonly there: Place
}

interface Place {
  readonly range: Range
  readonly text: string
}

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
    const reading = readStated(sentence)
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
    if (there === here || !(isAtEdge(there) || isAtEdge(here) || saysOfWhom(earlier))) return []
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

/** So many words besides figures: shorter sentences are said of each of several things. */
const fewestOfWhom = 8

/** “The house in Leeds used 4,100 kWh in its first winter”: the name inside says of what, in whatever section it stands. */
function saysOfWhom({sentence: {words}, words: all}: Reading): boolean {
  return (
    all.split(' ').length >= fewestOfWhom && words.some(({text}, at) => at > 0 && /^\p{Lu}\p{Ll}/u.test(text))
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
