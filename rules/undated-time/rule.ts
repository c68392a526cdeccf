import {
  createPhraseMatcher,
  defineRule,
  findQuoted,
  isDated,
  type PhraseMatcher,
  type Range,
  type Sentence
} from '../../src/rule/index.ts'
import {phrases} from './phrases.ts'

const matcher = createPhraseMatcher(phrases)
/** Opens a sentence: "Recently, the council sold the mill." */
const opening = /^(?:More recently|Recently|Currently|Lately|Yesterday|At present|Right now)\b/
/** The writer's own week, or the reader's. */
const person = /\b(?:I|me|my|you|your|yours|yourself)\b/i
const year = /\b(?:1[5-9]|20)\d\d\b/
/** "last year of the war", "this year or next" */
const bound = /^(?:['’]s)? (?:of|before|after|when|since|or|and every|by)\b/
/** “at the moment they are marked” */
const clause = /^at the moment (?:that|the|an?|it|they|he|she|his|her|its|their|each)\b/i
/** Before “last year”, they make it a year of the story. */
const determiners = new Set([
  'the',
  'a',
  'that',
  'every',
  'each',
  'his',
  'her',
  'its',
  'their',
  'our',
  'of',
  'whole',
  'very'
])
/** A shorter sentence is an exclamation. */
const leastWords = 5
/** Further places that a finding names. */
const mostRelated = 9

export default defineRule({
  id: 'undated-time',
  summary:
    'Flag words such as “last year” and “recently” in an article that says nowhere when it was written.',
  category: 'consistency',
  recommended: false,
  options: {
    minWords: {
      type: 'number',
      default: 150,
      minimum: 0,
      description: 'Shorter texts are notes, or parts of something that has a date'
    },
    phrases: {
      type: 'strings',
      default: [],
      description: 'More words of time: `(a|b)` is either, `(a|)` optional, `_` any word, `__` up to three'
    }
  },
  messages: {
    undated: (data: {text: string; count: number}) => ({
      reason: `Unexpected \`${data.text}\` in an article without a date, expected the month or year`,
      note:
        data.count > 1
          ? `One of ${data.count} places whose time nobody can work out; name the time, or date the article`
          : 'Nobody can work out which time is meant; name it, or date the article'
    })
  },
  check(document, {minWords, phrases: more}, report) {
    // A text without a title is a part of something.
    if (!document.title || document.wordCount < minWords || isDated(document)) return
    const own = more.length > 0 ? createPhraseMatcher(more) : undefined
    const cited = new Set(document.citations.map(({paragraph, sentence}) => paragraph.sentences[sentence]))
    const items = new Set(document.flattenedLists.flatMap((list) => list.items))
    const places = document.sentences.flatMap((sentence) =>
      isOpen(sentence) && !items.has(sentence.paragraph) && !cited.has(sentence)
        ? findTime(sentence, own)
        : []
    )
    const [first, ...others] = places
    if (!first) return
    report('undated', {
      range: first.range,
      data: {text: first.text, count: places.length},
      ...(others.length > 0 && {
        related: others.slice(0, mostRelated).map(({range, text}) => ({range, reason: `\`${text}\``}))
      })
    })
  }
})

interface Place {
  readonly range: Range
  readonly text: string
}

/** Running text of the article's own voice. */
function isOpen({text, words, paragraph}: Sentence): boolean {
  if (paragraph.place === 'quote' || paragraph.place === 'footnote' || paragraph.section.isReferences)
    return false
  return words.length >= leastWords && !person.test(text) && !year.test(text) && !/[?]$/.test(text)
}

/** The first words of time in a sentence. */
function findTime(sentence: Sentence, own: PhraseMatcher | undefined): Place[] {
  const {text, words, start, paragraph} = sentence
  const spans: [start: number, end: number][] = []
  const opened = opening.exec(text)
  if (opened) spans.push([0, opened[0].length])
  for (const hit of [...matcher.match(words, text), ...(own?.match(words, text) ?? [])]) {
    // "the last year", "every next week": a time of the story, not of the day of writing.
    const before = words[hit.from - 1]?.key
    if (before !== undefined && determiners.has(before)) continue
    if (!bound.test(text.slice(hit.end)) && !clause.test(text.slice(hit.start)))
      spans.push([hit.start, hit.end])
  }
  if (spans.length === 0) return []
  const quoted = findQuoted(paragraph.prose)
  const span = spans.find(([from, to]) => !quoted.overlaps(start + from, start + to))
  if (!span) return []
  const [from, to] = span
  return [{range: sentence.at(from, to - from), text: text.slice(from, to).replace(/\s+/g, ' ')}]
}
