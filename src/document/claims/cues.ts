import type {Cue} from './cue-names.ts'
import type {Tokens} from './tokens.ts'
import {isYear, type Topic} from './topic.ts'
import {word} from './words.ts'

/** What the words of one sentence show, whatever stands around it. */
export function readCues(tokens: Tokens, topic: Topic): Set<Cue> {
  const cues = new Set<Cue>()
  readVocabulary(tokens, cues)
  const numbers = readNumbers(tokens, cues)
  const names = readNames(tokens, topic, cues)
  readVerbs(tokens, names, cues)
  readSubject(tokens, topic, names, cues)
  if (names.count === 0 && !numbers) cues.add('nothing-specific')
  if (names.count > 0) {
    if (tokens.all & word.event) cues.add('event')
    if (numbers) cues.add('name-and-number')
  }
  return cues
}

/** Classes of words that are a cue by themselves. */
const vocabulary: readonly (readonly [Cue, number])[] = [
  ['first-person', word.first],
  ['second-person', word.second],
  ['he-or-she', word.third],
  ['advice', word.advice],
  ['usually', word.usually],
  ['praise', word.praise],
  ['comment', word.comment],
  ['health', word.health],
  ['law', word.law],
  ['article-word', word.article],
  ['vague-size', word.vague],
  ['repute', word.repute],
  ['rank', word.rank],
  ['effect', word.effect],
  ['operation', word.operation],
  ['forecast', word.forecast],
  ['authority', word.authority],
  ['certified', word.certified]
]

function readVocabulary({all, words, sentence}: Tokens, cues: Set<Cue>): void {
  for (const [cue, bit] of vocabulary) if (all & bit) cues.add(cue)
  if (all & (word.study | word.authority) && all & word.finding) cues.add('study')
  if (all & word.effect && all & word.health) cues.add('health-effect')
  if (words.length < 9) cues.add('short')
  if (words.length > 28) cues.add('long')
  if (/[“"«]/.test(sentence.text)) cues.add('quotes')
}

/** Figures, money, years and dates; whether there is any. */
function readNumbers({lower, bits, shapes, words, sentence}: Tokens, cues: Set<Cue>): boolean {
  const {text} = sentence
  let isNumeric = false
  for (let index = 0; index < lower.length; index++) {
    const plain = lower[index] ?? ''
    const next = bits[index + 1] ?? 0
    if (shapes[index] !== 'number') {
      const own = bits[index] ?? 0
      // "millions of users", "two countries"
      if (own & word.magnitude || (own & word.number && next & word.unit)) {
        cues.add('quantity')
        isNumeric = true
      }
      continue
    }
    isNumeric = true
    const {start = 0, end = 0} = words[index] ?? {}
    const isMoney = start > 0 && '$€£¥'.includes(text.charAt(start - 1))
    const isShare = text.charAt(end) === '%' || lower[index + 1] === 'percent'
    if (isMoney || isShare || (next | (bits[index + 2] ?? 0)) & word.unit || next & word.magnitude)
      cues.add('quantity')
    else cues.add(isYear(plain) ? 'year' : 'figure')
  }
  return isNumeric
}

interface Names {
  readonly count: number
  /** Index of the first that the title is about, or -1. */
  readonly topic: number
}

function readNames(tokens: Tokens, topic: Topic, cues: Set<Cue>): Names {
  let count = 0
  let runs = 0
  let firstTopic = -1
  let wasName = false
  const named = topic.namesOf(tokens)
  for (let index = 0; index < tokens.lower.length; index++) {
    const isName = named[index] ?? false
    if (isName) {
      const plain = tokens.lower[index] ?? ''
      count++
      if (!wasName) runs++
      if (firstTopic < 0 && topic.isTopic(plain)) firstTopic = index
      if (topic.isSubject(plain)) cues.add('subject')
      if (topic.isOwnHouse(plain)) cues.add('own-house')
    }
    wasName = isName
  }
  if (count >= 2) cues.add('names')
  if (runs >= 3) cues.add('many-names')
  if (firstTopic >= 0) cues.add('topic')
  return {count, topic: firstTopic}
}

const determiners = new Set(
  `a an the of and or its their his her your our my more most well highly very for with to in from by as on that these those
  no any each every`.split(/\s+/)
)

/** Tense and voice, as far as the shapes of words show them. */
function readVerbs({lower, bits}: Tokens, names: Names, cues: Set<Cue>): void {
  for (let index = 0; index < lower.length; index++) {
    const own = bits[index] ?? 0
    if (!(own & word.past)) continue
    const plain = lower[index] ?? ''
    if (plain === 'was' || plain === 'were' || plain === 'had') {
      cues.add('past')
      continue
    }
    const before = bits[index - 1] ?? 0
    if (before & word.be || (bits[index - 2] ?? 0) & word.be) {
      cues.add('passive')
      continue
    }
    // "curated feeds", "a shared list"
    const isAdjective = plain.endsWith('ed') && (index === 0 || determiners.has(lower[index - 1] ?? ''))
    if (isAdjective || before & word.modal) continue
    cues.add('past')
    if (names.count > 0) cues.add('past-name')
  }
}

const pronouns = new Set(['it', 'they', 'its', 'their'])
const indefinites = new Set(['a', 'an', 'each', 'every', 'any', 'no'])

/** Who or what the sentence is about, by its first words. */
function readSubject(tokens: Tokens, topic: Topic, names: Names, cues: Set<Cue>): void {
  const {lower, bits, shapes} = tokens
  let index = 0
  while (index < lower.length - 1 && (bits[index] ?? 0) & word.opener) index++
  const first = lower[index] ?? ''
  const own = bits[index] ?? 0
  const acts = (from: number, reach: number): boolean => {
    for (let at = from; at < from + reach; at++)
      if ((bits[at] ?? 0) & (word.operation | word.effect | word.forecast)) return true
    return false
  }
  if (own & word.condition) cues.add('condition')
  if (pronouns.has(first)) cues.add('it')
  if (own & word.third) cues.add('he')
  if (indefinites.has(first)) cues.add('indefinite')
  if (first.length > 4 && first.endsWith('ing')) cues.add('gerund')
  if (index === 0 && !topic.namesOf(tokens)[0]) {
    if (own & word.imperative && shapes[0] === 'capital') cues.add('imperative')
    // "Teams that plan …"
    if (first.length > 4 && first.endsWith('s') && !(own & (word.third | word.usually)) && first !== 'this')
      cues.add('plural')
  }
  if (lower.some((text, at) => text === 'the' && ((bits[at + 1] ?? 0) & word.house) !== 0)) cues.add('house')
  if (names.topic >= 0 && acts(names.topic + 1, 4)) cues.add('topic-acts')
}
