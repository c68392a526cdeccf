import type {WordFacts} from '../prose/word-facts.ts'
import {Cues, cue} from './cue-names.ts'
import {endOfPercent, type Tokens} from './tokens.ts'
import type {Names} from './topic.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

/** What the words of one sentence show, whatever stands around it. */
export function readCues(tokens: Tokens, names: Names): Cues {
  const cues = new Cues()
  const count = names.at.length
  readVocabulary(tokens, cues)
  const numbers = readNumbers(tokens, cues)
  const topic = readNames(names, cues)
  if (tokens.all & word.past) readVerbs(tokens, count > 0, cues)
  readSubject(tokens, names, topic, cues)
  if (count === 0 && !numbers) cues.add(cue['nothing-specific'])
  if (count > 0) {
    if (tokens.all & word.event) cues.add(cue.event)
    if (numbers) cues.add(cue['name-and-number'])
  }
  return cues
}

/** Classes of words that are a cue by themselves. */
const vocabulary: readonly (readonly [cue: number, bit: number])[] = [
  [cue['first-person'], word.first],
  [cue['second-person'], word.second],
  [cue['he-or-she'], word.third],
  [cue.advice, word.advice],
  [cue.usually, word.usually],
  [cue.praise, word.praise],
  [cue.comment, word.comment],
  [cue.health, word.health],
  [cue.law, word.law],
  [cue['article-word'], word.article],
  [cue['vague-size'], word.vague],
  [cue.repute, word.repute],
  [cue.rank, word.rank],
  [cue.effect, word.effect],
  [cue.operation, word.operation],
  [cue.forecast, word.forecast],
  [cue.authority, word.authority],
  [cue.certified, word.certified]
]

const anyVocabulary = vocabulary.reduce((all, [, bit]) => all | bit, 0)

/** By the number of its bit: most sentences have one or two of them. */
const cueOfBit = new Uint8Array(32)
for (const [cue, bit] of vocabulary) cueOfBit[31 - Math.clz32(bit)] = cue

const anyQuote = /["“«]/

function readVocabulary({all, words, sentence: {text}}: Tokens, cues: Cues): void {
  for (let left = all & anyVocabulary; left !== 0; left &= left - 1)
    cues.add(cueOfBit[31 - Math.clz32(left & -left)] as number)
  if (all & (word.study | word.authority) && all & word.finding) cues.add(cue.study)
  if (all & word.effect && all & word.health) cues.add(cue['health-effect'])
  if (words.length < 9) cues.add(cue.short)
  if (words.length > 28) cues.add(cue.long)
  if (anyQuote.test(text)) cues.add(cue.quotes)
}

/** Figures, money, years and dates; whether there is any. */
function readNumbers({facts, marked, words, sentence, all, traits}: Tokens, cues: Cues): boolean {
  if (!(traits & trait.number || all & (word.magnitude | word.number))) return false
  const {text} = sentence
  let isNumeric = false
  for (let place = 0; place < marked.length; place++) {
    const index = marked[place] as number
    const {shape, bits, traits} = facts[index] as WordFacts
    const next = facts[index + 1]
    if (shape !== 'number') {
      // "millions of users", "two countries"
      if (bits & word.magnitude || (bits & word.number && (next?.bits ?? 0) & word.unit)) {
        cues.add(cue.quantity)
        isNumeric = true
      }
      continue
    }
    isNumeric = true
    const {start = 0, end = 0} = words[index] ?? {}
    const isMoney = start > 0 && '$€£¥'.includes(text.charAt(start - 1))
    const isShare = endOfPercent(text, end) > end || ((next?.traits ?? 0) & trait.percent) !== 0
    const counted = (next?.bits ?? 0) | (facts[index + 2]?.bits ?? 0)
    if (isMoney || isShare || counted & word.unit || (next?.bits ?? 0) & word.magnitude)
      cues.add(cue.quantity)
    else cues.add(traits & trait.year ? cue.year : cue.figure)
  }
  return isNumeric
}

/** The index of the first word that the title is about, or -1. */
function readNames({at, of}: Names, cues: Cues): number {
  let runs = 0
  let topic = -1
  for (let index = 0; index < at.length; index++) {
    const name = of[index]
    if (index === 0 || at[index] !== (at[index - 1] as number) + 1) runs++
    if (topic < 0 && name?.isTopic) topic = at[index] as number
    if (name?.isSubject) cues.add(cue.subject)
    if (name?.isOwnHouse) cues.add(cue['own-house'])
  }
  if (at.length >= 2) cues.add(cue.names)
  if (runs >= 3) cues.add(cue['many-names'])
  if (topic >= 0) cues.add(cue.topic)
  return topic
}

/** Tense and voice, as far as the shapes of words show them. */
function readVerbs({facts, marked}: Tokens, hasName: boolean, cues: Cues): void {
  for (let place = 0; place < marked.length; place++) {
    const index = marked[place] as number
    const {bits, traits} = facts[index] as WordFacts
    if (!(bits & word.past)) continue
    if (traits & trait.plainPast) {
      cues.add(cue.past)
      continue
    }
    const before = facts[index - 1]
    if (((before?.bits ?? 0) | (facts[index - 2]?.bits ?? 0)) & word.be) {
      cues.add(cue.passive)
      continue
    }
    // "curated feeds", "a shared list"
    if (traits & trait.participle && (!before || before.traits & trait.determiner)) continue
    if ((before?.bits ?? 0) & word.modal) continue
    cues.add(cue.past)
    if (hasName) cues.add(cue['past-name'])
  }
}

/** Who or what the sentence is about, by its first words. */
function readSubject({facts, all}: Tokens, names: Names, topic: number, cues: Cues): void {
  let index = 0
  while (index < facts.length - 1 && (facts[index]?.bits ?? 0) & word.opener) index++
  const {bits = 0, traits = 0, shape} = facts[index] ?? {}
  if (bits & word.condition) cues.add(cue.condition)
  if (bits & word.third) cues.add(cue.he)
  if (traits & trait.pronoun) cues.add(cue.it)
  if (traits & trait.indefinite) cues.add(cue.indefinite)
  if (traits & trait.gerund) cues.add(cue.gerund)
  if (index === 0 && names.at[0] !== 0) {
    if (bits & word.imperative && shape === 'capital') cues.add(cue.imperative)
    // "Teams that plan …"
    if (traits & trait.plural && !(bits & (word.third | word.usually))) cues.add(cue.plural)
  }
  if (all & word.house && namesHouse(facts)) cues.add(cue.house)
  const acting = word.operation | word.effect | word.forecast
  if (topic < 0 || !(all & acting)) return
  for (let at = topic + 1; at < topic + 5; at++)
    if ((facts[at]?.bits ?? 0) & acting) cues.add(cue['topic-acts'])
}

/** "the company" */
function namesHouse(facts: readonly WordFacts[]): boolean {
  for (let index = 1; index < facts.length; index++) {
    if ((facts[index] as WordFacts).bits & word.house && (facts[index - 1] as WordFacts).traits & trait.the)
      return true
  }
  return false
}
