import type {Paragraph, Section, Sentence} from '../model.ts'
import {splitWords} from '../prose/words.ts'
import {isFunctionWord} from './rewording.ts'

/** Letters that “ethnic” and “ethnicity”, “pilot” and “pilots” share. */
const stemLength = 5
/** In characters. */
const longestHeading = 120

/**
 * Whether two paragraphs that say nearly the same differ in what their headings differ in: below “Letting the tower” it is
 * the tower that has to be kept clean, below “Letting the boat” the boat.
 */
export function areParallel(here: Paragraph, there: Paragraph): boolean {
  const [one, other] = [subjectsOf(here.section), subjectsOf(there.section)]
  if (one === undefined || other === undefined) return false
  const [own, others] = [without(one, other), without(other, one)]
  if (own.size + others.size === 0) return false
  const [words, otherWords] = [stemsOf(here), stemsOf(there)]
  return tells(own, words, otherWords) && tells(others, otherWords, words)
}

/** Of a sentence without its subject and its figures: “The … took … minutes.” */
const fewestWords = 3

/**
 * Whether a sentence is how each of several things was tried: it stands in the same place below two headings, and the
 * sentence beside it is the same one of the other thing, but for figures: “The Alba took 4 minutes.”, “The Brio took 5 minutes.”
 */
export function areOfTrials(here: Sentence, there: Sentence): boolean {
  if (here.index !== there.index) return false
  const [one, other] = [here.paragraph, there.paragraph]
  if (one.section.heading?.level !== other.section.heading?.level) return false
  const [own, others] = [subjectsOf(one.section), subjectsOf(other.section)]
  if (own === undefined || others === undefined) return false
  return [-1, 1].some((step) => {
    const [frame, otherFrame] = [
      frameOf(one.sentences[here.index + step], without(own, others)),
      frameOf(other.sentences[there.index + step], without(others, own))
    ]
    return frame !== undefined && frame === otherFrame
  })
}

/** The words of a sentence without those of its subject, which it has to name, and without figures. */
function frameOf(sentence: Sentence | undefined, subject: ReadonlySet<string>): string | undefined {
  if (sentence === undefined) return undefined
  const words = sentence.words.map(({key}) => key)
  const rest = words.filter((key) => !subject.has(stemOf(key)))
  const frame = rest.filter((key) => !/\d/.test(key))
  return rest.length < words.length && frame.length >= fewestWords ? frame.join(' ') : undefined
}

/** Whether one of the words stands in a text and not in the other one; of no words none needs to. */
function tells(own: ReadonlySet<string>, text: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return own.size === 0 || [...own].some((word) => text.has(word) && !other.has(word))
}

/** A number with a dot behind a word or “v”, or alone in its heading: “1.2 Results” has the number of a section. */
const version = /(?<=\S\s|\bv)\d{1,4}(?:\.\d{1,6}){1,3}|^\[?\d{1,4}(?:\.\d{1,6}){1,3}\]?(?=$|\s\P{L}+$)/gu
/** Words of what is said of two versions. */
const longestRemark = 60

/** Whether two short texts stand below two versions: “Ruby 2.6”, “Ruby 2.5”. What is true of both is said of both. */
export function areOfVersions(here: Paragraph, there: Paragraph): boolean {
  if (Math.max(here.wordCount, there.wordCount) > longestRemark) return false
  const [one, other] = [here.section.heading?.text, there.section.heading?.text]
  if (one === undefined || other === undefined || one === other) return false
  if (Math.max(one.length, other.length) > longestHeading) return false
  const name = one.replace(version, '')
  // “1.2.0 (2024-05-02)”
  return name !== one && withoutDigits(name) === withoutDigits(other.replace(version, ''))
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '')
}

function subjectsOf({heading}: Section): ReadonlySet<string> | undefined {
  if (!heading || heading.text.length > longestHeading) return undefined
  return new Set(splitWords(heading.text).flatMap(({key}) => (isFunctionWord(key) ? [] : [stemOf(key)])))
}

function stemsOf({words}: Paragraph): ReadonlySet<string> {
  return new Set(words.map(({key}) => stemOf(key)))
}

function stemOf(key: string): string {
  return key.slice(0, stemLength)
}

function without(words: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => !others.has(word)))
}
