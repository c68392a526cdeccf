import type {Paragraph as MdastParagraph} from 'mdast'
import type {Paragraph, ParagraphPlace, Prose, Range, Section, Sentence, Word} from '../model.ts'
import {isProse} from './prose-guards.ts'
import {splitSentences} from './sentences.ts'
import {hashOf, splitWords} from './words.ts'

/** A paragraph whose sentences and words are split when first asked for. */
export function createParagraph(fields: {
  node: MdastParagraph
  prose: Prose
  place: ParagraphPlace
  section: Section
  index: number
  language: string
  isGuarded: boolean
}): Paragraph {
  return new LazyParagraph(fields)
}

class LazyParagraph implements Paragraph {
  readonly type = 'paragraph'
  readonly node: MdastParagraph
  readonly prose: Prose
  readonly place: ParagraphPlace
  readonly section: Section
  readonly index: number
  readonly range: Range
  private readonly isGuarded: boolean
  private judged: boolean | undefined
  private readonly language: string
  private split: readonly Sentence[] | undefined
  private counted: number | undefined
  private spelled: readonly Word[] | undefined

  constructor(fields: Parameters<typeof createParagraph>[0]) {
    this.node = fields.node
    this.prose = fields.prose
    this.place = fields.place
    this.section = fields.section
    this.index = fields.index
    this.language = fields.language
    this.range = fields.prose.range
    this.isGuarded = fields.isGuarded
  }

  get sentences(): readonly Sentence[] {
    this.split ??= this.splitSentences()
    return this.split
  }

  private splitSentences(): Sentence[] {
    const ranges = splitSentences(this.prose.value, this.language)
    const sentences = new Array<Sentence>(ranges.length)
    for (let index = 0; index < ranges.length; index++) {
      const range = ranges[index] as Range
      sentences[index] = new LazySentence(this, index, range[0], range[1])
    }
    return sentences
  }

  get isProse(): boolean {
    this.judged ??= !this.isGuarded && isProse(this.prose, this.language)
    return this.judged
  }

  get wordCount(): number {
    this.counted ??= countWords(this.sentences)
    return this.counted
  }

  get words(): readonly Word[] {
    this.spelled ??= collectWords(this.sentences)
    return this.spelled
  }
}

// Loops over words and sentences count: to step through an array by `of` makes an object for each step until V8 has
// optimised the function, which few are.
function countWords(sentences: readonly Sentence[]): number {
  let count = 0
  for (let at = 0; at < sentences.length; at++) count += (sentences[at] as Sentence).words.length
  return count
}

function collectWords(sentences: readonly Sentence[]): Word[] {
  const all: Word[] = []
  for (const {start: shift, words} of sentences) {
    for (let at = 0; at < words.length; at++) {
      const {text, key, hash = hashOf(key), start, end, known} = words[at] as Word
      all.push({text, key, hash, start: start + shift, end: end + shift, known})
    }
  }
  return all
}

class LazySentence implements Sentence {
  readonly paragraph: Paragraph
  readonly index: number
  readonly start: number
  readonly text: string
  private spelled: readonly Word[] | undefined

  constructor(paragraph: Paragraph, index: number, start: number, end: number) {
    this.paragraph = paragraph
    this.index = index
    this.start = start
    this.text = paragraph.prose.value.slice(start, end)
  }

  get range(): Range {
    return this.at(0, this.text.length)
  }

  get words(): readonly Word[] {
    // Of the paragraph's text: reading a slice of it takes longer.
    this.spelled ??= splitWords(this.paragraph.prose.value, this.start, this.start + this.text.length)
    return this.spelled
  }

  at(index: number, length = 0): Range {
    return this.paragraph.prose.at(this.start + index, length)
  }
}
