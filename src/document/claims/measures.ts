import type {Tokens} from './tokens.ts'
import {isYear, stemOf, type Topic} from './topic.ts'
import {word} from './words.ts'

/** What can be counted in one sentence, of a sentence that holds none of it; signs are 0 or 1. */
export const noMeasures = {
  // length and marks
  words: 0,
  wordLength: 0,
  question: 0,
  exclamation: 0,
  endsInColon: 0,
  colon: 0,
  bracket: 0,
  quote: 0,
  semicolon: 0,
  dash: 0,
  commas: 0,
  series: 0,
  // numbers
  numbers: 0,
  years: 0,
  shares: 0,
  bigNumbers: 0,
  // names
  names: 0,
  nameRuns: 0,
  knownNames: 0,
  rareNames: 0,
  titleWords: 0,
  // verbs
  pastVerbs: 0,
  be: 0,
  events: 0,
  effects: 0,
  findings: 0,
  // persons
  first: 0,
  i: 0,
  second: 0,
  // classes of words
  studies: 0,
  health: 0,
  law: 0,
  praise: 0,
  agents: 0,
  // how it begins
  opensThe: 0,
  opensName: 0,
  opensIn: 0,
  opensLinked: 0,
  opensImperative: 0,
  opensWe: 0,
  will: 0,
  helperless: 0
}

export type Measures = typeof noMeasures

const helpers = new Set(
  'is are was were be been has have had do does did can could will would may might must should shall'.split(
    ' '
  )
)
const prepositions = new Set('in on by during after before since from at with for as'.split(' '))
const singular = new Set(['i', 'my', 'me', "i'm", "i've", "i'd", "i'll"])
const pastHelpers = new Set(['was', 'were', 'had', 'did'])

/** How often a name stands in the article, by its stem. */
export type NameCounts = ReadonlyMap<string, number>

/** Counts the names of all sentences. */
export function countNames(all: readonly Tokens[], topic: Topic): NameCounts {
  const counts = new Map<string, number>()
  for (const tokens of all) {
    const {lower} = tokens
    const names = topic.namesOf(tokens)
    for (let index = 0; index < lower.length; index++) {
      if (!names[index]) continue
      const stem = stemOf(lower[index] ?? '')
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  return counts
}

/** Counts what one sentence holds. */
export function readMeasures(
  tokens: Tokens,
  topic: Topic,
  counts: NameCounts,
  title: ReadonlySet<string>
): Measures {
  const measures = {...noMeasures}
  readMarks(tokens, measures)
  readNames(tokens, topic, counts, measures)
  readWords(tokens, title, measures)
  readOpening(tokens, measures)
  return measures
}

function readMarks({sentence: {text}, lower}: Tokens, measures: Measures): void {
  measures.words = lower.length
  measures.wordLength = lower.length > 0 ? text.length / lower.length : 0
  measures.question = Number(/\?["”’)]*$/.test(text))
  measures.exclamation = Number(text.includes('!'))
  measures.endsInColon = Number(text.endsWith(':'))
  measures.colon = Number(/:\s/.test(text))
  measures.bracket = Number(text.includes('('))
  measures.quote = Number(/[“"«]/.test(text))
  measures.semicolon = Number(text.includes(';'))
  measures.dash = Number(/—| – | -- /.test(text))
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) measures.commas++
  if (measures.commas > 0) measures.series = Number(/\w, \w+,? and \w/.test(text))
}

function readNames(tokens: Tokens, topic: Topic, counts: NameCounts, measures: Measures): void {
  const {lower} = tokens
  const names = topic.namesOf(tokens)
  let wasName = false
  for (let index = 0; index < lower.length; index++) {
    const isName = names[index] ?? false
    if (isName) {
      measures.names++
      if (!wasName) measures.nameRuns++
      if ((counts.get(stemOf(lower[index] ?? '')) ?? 1) > 1) measures.knownNames++
      else measures.rareNames++
      if (index === 0) measures.opensName = 1
    }
    wasName = isName
  }
}

function readWords(tokens: Tokens, title: ReadonlySet<string>, measures: Measures): void {
  const {lower, bits, shapes} = tokens
  for (let index = 0; index < lower.length; index++) {
    const text = lower[index] ?? ''
    const shape = shapes[index]
    if (shape === 'number') readNumber(tokens, index, measures)
    if (text.length > 3 && title.has(text)) measures.titleWords++
    // "baker", "older": who acts, or a comparison.
    if (text.length > 4 && shape === 'lower' && text.endsWith('er')) measures.agents++
    const own = bits[index] ?? 0
    if (own !== 0) readClasses(text, own, measures)
  }
}

function readNumber({sentence: {text}, lower, words}: Tokens, index: number, measures: Measures): void {
  const plain = lower[index] ?? ''
  measures.numbers++
  if (isYear(plain)) measures.years++
  else if (/^\d{1,3},\d{3}|^\d{4,}/.test(plain)) measures.bigNumbers++
  if (text.charAt(words[index]?.end ?? 0) === '%' || lower[index + 1] === 'percent') measures.shares++
}

function readClasses(text: string, own: number, measures: Measures): void {
  if (own & word.past && !pastHelpers.has(text)) measures.pastVerbs++
  if (own & word.first) {
    measures.first++
    if (singular.has(text)) measures.i++
  }
  if (own & word.be) measures.be++
  if (own & word.second) measures.second++
  if (own & word.event) measures.events++
  if (own & word.effect) measures.effects++
  if (own & word.study) measures.studies++
  if (own & word.finding) measures.findings++
  if (own & word.health) measures.health++
  if (own & word.law) measures.law++
  if (own & word.praise) measures.praise++
}

function readOpening({lower, bits}: Tokens, measures: Measures): void {
  const first = lower[0] ?? ''
  const own = bits[0] ?? 0
  measures.opensThe = Number(first === 'the')
  measures.opensIn = Number(prepositions.has(first))
  measures.opensLinked = Number((own & word.opener) !== 0)
  measures.opensImperative = Number((own & word.imperative) !== 0)
  measures.opensWe = Number((own & word.first) !== 0)
  const helper = lower.find((text) => helpers.has(text))
  measures.will = Number(helper === 'will')
  measures.helperless = Number(helper === undefined)
}
