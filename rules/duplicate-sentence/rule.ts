import {
  type Document,
  defineRule,
  findQuoted,
  type Paragraph,
  type Sentence,
  type Spans
} from '../../src/rule/index.ts'
import {findLikely} from './likely.ts'
import {createOtherCheck} from './others.ts'

export default defineRule({
  id: 'duplicate-sentence',
  summary: 'Flag a sentence that stands in the same article twice, word for word.',
  category: 'repetition',
  recommended: 'warn',
  options: {
    minWords: {type: 'number', default: 8, minimum: 3, description: 'Words a sentence must have to count.'}
  },
  messages: {
    repeated: (data: {text: string; more: number}) => ({
      reason:
        `Unexpected repetition of \`${data.text}\`, expected it once` +
        `${data.more > 0 ? `; it stands here ${data.more + 2} times` : ''}`,
      note: 'Readers who meet a sentence again ask themselves whether they have lost their place'
    }),
    run: (data: {text: string; sentences: number}) => ({
      reason: `Unexpected repetition of ${data.sentences} sentences from \`${data.text}\` on, expected them once`,
      note: 'Readers who meet sentences again ask themselves whether they have lost their place'
    })
  },
  check(document, {minWords}, report) {
    for (const {sentences, original, more} of findRepeats(document, minWords)) {
      const [first, last] = [sentences[0], sentences.at(-1)] as [Sentence, Sentence]
      const range = [first.range[0], last.range[1]] as const
      const text = shorten(first.text)
      const related = [{range: original.range, reason: 'It stands here first'}]
      if (sentences.length > 1) report('run', {range, data: {text, sentences: sentences.length}, related})
      else report('repeated', {range, data: {text, more}, related})
    }
  }
})

interface Repeat {
  /** Sentences that follow each other here as they did before. */
  readonly sentences: Sentence[]
  readonly original: Sentence
  /** How often the sentence comes yet again. */
  more: number
}

function findRepeats(document: Document, minWords: number): Iterable<Repeat> {
  const first = new Map<string, Sentence>()
  const repeats = new Map<string, Repeat>()
  const isComparable = createCheck()
  const isQuoted = createQuoteCheck()
  const isSaidOfOther = createOtherCheck(document)
  let last: {sentence: Sentence; original: Sentence; repeat: Repeat} | undefined
  for (const sentence of findLikely(document, minWords)) {
    if (!isComparable(sentence)) continue
    const key = sentence.words.map((word) => word.key).join(' ')
    const original = first.get(key)
    if (!original) {
      first.set(key, sentence)
      continue
    }
    // What people say, or are told to say, may come again.
    if (isNote(sentence) || isNote(original) || (isQuoted(sentence) && isQuoted(original))) continue
    if (isSaidOfOther(sentence, original)) continue
    const known = repeats.get(key)
    const before =
      last && follows(sentence, last.sentence) && follows(original, last.original) ? last.repeat : undefined
    const repeat: Repeat = known ?? before ?? {sentences: [], original, more: 0}
    if (known) known.more++
    else repeat.sentences.push(sentence)
    repeats.set(key, repeat)
    last = {sentence, original, repeat}
  }
  return new Set(repeats.values())
}

function follows(later: Sentence, earlier: Sentence): boolean {
  return later.paragraph === earlier.paragraph && later.index === earlier.index + 1
}

/** Captions, numbered notes and warnings, which stand before each part of the work that is dangerous. */
const special =
  /^(?:(?:figure|fig\.|table|image|photo|source|note|video)\b|(?:warning|caution|danger)\b ?[:!–—]|\W{0,2}\d{1,3}\]|[©†‡*§])/i
/** A sentence with a source in it, or one that leads to something. */
const source = /[:©]$|https?:\/\/|www\.|\b(?:doi|et al)\b|\d \((?:19|20)\d\d\)/

/** Tells running text from what comes again with good reason: items, sources, captions, numbered notes. */
function createCheck(): (sentence: Sentence) => boolean {
  let known: Paragraph | undefined
  let isText = false
  return ({paragraph, text}) => {
    if (paragraph !== known) {
      known = paragraph
      const {place, section, prose} = paragraph
      isText = place === 'body' && !section.isReferences && !special.test(prose.value)
    }
    return isText && /^["“]?\p{Lu}/u.test(text) && !source.test(text)
  }
}

/** More marks than running text has in a paragraph. */
const mostMarks = 500

/** A sentence in italics, one with code in it, or one that is a link: its words are the name of a page. */
function isNote({paragraph, start, text}: Sentence): boolean {
  const end = start + text.length
  const {marks} = paragraph.prose
  if (marks.length > mostMarks) return true
  return marks.some(({node, start: from, end: to}) =>
    node.type === 'inlineCode'
      ? to > start && from < end
      : // The full stop may stand behind it.
        (node.type === 'emphasis' || node.type === 'link') && from <= start && to >= end - 1
  )
}

function createQuoteCheck(): (sentence: Sentence) => boolean {
  const known = new Map<Paragraph, Spans>()
  return ({paragraph, start, text}) => {
    const quoted = known.get(paragraph) ?? findQuoted(paragraph.prose)
    known.set(paragraph, quoted)
    return quoted.overlaps(start, start + text.length)
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 70).replace(/\s\S*$/, '')}…` : line
}
