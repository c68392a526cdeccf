import {type Document, isFunctionWord, type Sentence, splitWords} from '../../src/rule/index.ts'
import {encode, type Frames, hash} from './frame-codes.ts'

/** What an article is made of. */
export interface Facts {
  readonly range: readonly [start: number, end: number]
  /** The title, once without each name in it. */
  readonly title: Frames
  /** Its main headings together, without numbers; 0 where there are few. */
  readonly headings: number
  /** Sentences, in order. */
  readonly sentences: Frames
  /** Phrases with a blank in them, each frame once, by its hash; only where the title has a name. */
  readonly phrases: Frames
}

/** Words of a sentence, and telling ones of a title without its name, that have to stay: not “A week in Bergen”. */
const minSentence = 7
const minTitle = 2
const phraseWords = 4
/** With fewer main headings articles have the same ones by chance: “Introduction”, “Conclusion”. */
const minHeadings = 4
/** Above are titles, below what belongs to the subject. */
const mainLevel = 2
/** What follows in a title is its second half: “Does it float? The truth about rafts”. */
const secondHalf = /[?:|–—]|\s-\s/
const blank = '*'

export function collectFrames(document: Document): Facts | undefined {
  const own = document.sentences.filter(({paragraph}) => paragraph.place !== 'quote')
  const first = document.title ?? document.paragraphs[0]
  if (!first || own.length === 0) return undefined
  const title = document.title?.text ?? ''
  const names = countNames(own)
  const titleFrames = framesOfTitle(title, names)
  const topic = new Set(
    splitWords(title)
      .map(({key}) => bare(key))
      .filter((key) => !isFunctionWord(key))
  )
  let sentences = ''
  const phrases = new Map<string, string>()
  for (const {words} of own) {
    const {frame, fillings} = blankOut(words, topic)
    if (frame.length >= minSentence) sentences += encode(frame) + encode(fillings)
    if (titleFrames.length === 0) continue
    for (let at = 0; at + phraseWords <= frame.length; at++) {
      const phrase = frame.slice(at, at + phraseWords)
      if (!phrase.includes(blank) || countTelling(phrase) === 0) continue
      const before = frame.slice(0, at).filter((word) => word === blank).length
      const inside = phrase.filter((word) => word === blank).length
      phrases.set(encode(phrase), encode(fillings.slice(before, before + inside)))
    }
  }
  return {
    range: first.range,
    title: titleFrames,
    headings: headingsOf(document),
    sentences,
    phrases: [...phrases]
      .map(([frame, filling]) => frame + filling)
      .sort()
      .join('')
  }
}

function headingsOf({headings}: Document): number {
  const main = headings.filter(({level}) => level === mainLevel)
  if (main.length < minHeadings) return 0
  const texts = main.map(({text}) => {
    const keys = splitWords(text).map(({key}) => bare(key))
    return keys.map((key) => (/\d/.test(key) ? blank : key)).join(' ')
  })
  return hash(texts.join('\n'))
}

/** Words with a capital inside a sentence, and how often. */
function countNames(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const {words} of sentences) {
    for (const {text, key} of words.slice(1)) {
      if (text.charAt(0) === key.charAt(0)) continue
      names.set(bare(key), (names.get(bare(key)) ?? 0) + 1)
    }
  }
  return names
}

/** In words. Each run of names in a title is a frame of all its words. */
const longestTitle = 200

/** The first half of the title, once without each run of names in it that the text speaks of. */
function framesOfTitle(title: string, names: ReadonlyMap<string, number>): Frames {
  const words = splitWords(title.split(secondHalf)[0] as string).map(({key}) => bare(key))
  const isSubject = (word: string | undefined): boolean =>
    word !== undefined && !isFunctionWord(word) && (names.get(word) ?? 0) >= 2
  let frames = ''
  if (words.length > longestTitle) return frames
  for (let at = 0; at < words.length; at++) {
    if (!isSubject(words[at]) || isSubject(words[at - 1])) continue
    let end = at + 1
    while (isSubject(words[end])) end++
    const frame = [...words.slice(0, at), blank, ...words.slice(end)]
    if (countTelling(frame) >= minTitle) frames += encode(frame) + encode(words.slice(at, end))
  }
  return frames
}

/** The words without names, numbers and words of the title; neighbours of these, and what joins them, are one blank. */
function blankOut(
  words: Sentence['words'],
  topic: ReadonlySet<string>
): {frame: string[]; fillings: string[]} {
  const frame: string[] = []
  const fillings: string[] = []
  let joint = 0
  words.forEach(({text, key}, index) => {
    const word = bare(key)
    const isName = index > 0 && text.charAt(0) !== key.charAt(0)
    if (!isName && !/\d/.test(word) && !topic.has(word)) {
      frame.push(word)
      joint = isFunctionWord(word) ? joint + 1 : 2
      return
    }
    const isJoined = frame.at(-1 - joint) === blank && joint < 2
    const last = fillings.length - 1
    if (isJoined) {
      // Added to, not made anew: a list of names may be as long as the article.
      fillings[last] += ` ${[...frame.splice(frame.length - joint, joint), word].join(' ')}`
    } else {
      frame.push(blank)
      fillings.push(word)
    }
    joint = 0
  })
  return {frame, fillings}
}

function countTelling(frame: readonly string[]): number {
  return frame.filter((word) => word !== blank && !isFunctionWord(word)).length
}

function bare(key: string): string {
  return key.replace(/'s?$/, '')
}
