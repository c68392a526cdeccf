import type {WordFacts} from '../prose/word-facts.ts'
import {measure} from './columns.ts'
import {endOfPercent, type Tokens} from './tokens.ts'
import type {Names} from './topic.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

/**
 * Counts what one sentence holds; the row has zeros there.
 *
 * @param inTitle how many of its words are in the title
 */
export function readMeasures(tokens: Tokens, names: Names, inTitle: number, row: Float64Array): void {
  readMarks(tokens, row)
  readNames(names, row)
  row[measure.titleWords] = inTitle
  readWords(tokens, row)
  const {traits = 0, bits = 0} = tokens.facts[0] ?? {}
  if (traits & trait.the) row[measure.opensThe] = 1
  if (traits & trait.preposition) row[measure.opensIn] = 1
  if (bits & word.opener) row[measure.opensLinked] = 1
  if (bits & word.imperative) row[measure.opensImperative] = 1
  if (bits & word.first) row[measure.opensWe] = 1
}

/** Marks but the comma and the full stop: most sentences have none of them. */
const anyMark = /[!"«“(:;–—]| -- /

function readMarks({sentence: {text}, facts}: Tokens, row: Float64Array): void {
  row[measure.words] = facts.length
  row[measure.wordLength] = facts.length > 0 ? text.length / facts.length : 0
  const commas = countCommas(text)
  row[measure.commas] = commas
  if (commas > 0 && text.includes(' and ') && /\w, \w+,? and \w/.test(text)) row[measure.series] = 1
  if (anyMark.test(text)) readRareMarks(text, row)
  if (text.charCodeAt(lastMark(text)) === 63) row[measure.question] = 1
}

/** Those inside numbers too. */
function countCommas(text: string): number {
  let commas = 0
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) commas++
  return commas
}

function readRareMarks(text: string, row: Float64Array): void {
  if (text.includes('!')) row[measure.exclamation] = 1
  if (/["«“]/.test(text)) row[measure.quote] = 1
  if (text.includes('(')) row[measure.bracket] = 1
  if (text.includes(';')) row[measure.semicolon] = 1
  if (/—| – | -- /.test(text)) row[measure.dash] = 1
  if (text.includes(':')) {
    if (/:\s/.test(text)) row[measure.colon] = 1
    if (text.endsWith(':')) row[measure.endsInColon] = 1
  }
}

/** The character before the quotes and brackets that close a text. */
function lastMark(text: string): number {
  let at = text.length - 1
  while (at >= 0 && isClosing(text.charCodeAt(at))) at--
  return at
}

/** `"`, `”`, `’` or `)` */
function isClosing(code: number): boolean {
  return code === 0x22 || code === 0x29 || code === 0x2019 || code === 0x201d
}

function readNames({at, of}: Names, row: Float64Array): void {
  if (at.length === 0) return
  let runs = 0
  let known = 0
  for (let index = 0; index < at.length; index++) {
    if (index === 0 || at[index] !== (at[index - 1] as number) + 1) runs++
    if ((of[index]?.count ?? 0) > 1) known++
  }
  row[measure.names] = at.length
  row[measure.nameRuns] = runs
  row[measure.knownNames] = known
  row[measure.rareNames] = at.length - known
  row[measure.opensName] = Number(at[0] === 0)
}

/** Traits whose words are counted one by one. */
export const countedTraits = trait.number | trait.agent | trait.helper

function readWords(tokens: Tokens, row: Float64Array): void {
  const {facts, marked} = tokens
  let hasHelper = false
  for (let place = 0; place < marked.length; place++) {
    const index = marked[place] as number
    const {traits, bits} = facts[index] as WordFacts
    if (traits & countedTraits) {
      if (traits & trait.number) readNumber(tokens, index, row)
      if (traits & trait.agent) count(row, measure.agents)
      if (traits & trait.helper && !hasHelper) {
        hasHelper = true
        if (traits & trait.will) row[measure.will] = 1
      }
    }
    if (bits !== 0) readClasses(bits, traits, row)
  }
  row[measure.helperless] = Number(!hasHelper)
}

function readNumber({sentence: {text}, facts, words}: Tokens, index: number, row: Float64Array): void {
  const traits = facts[index]?.traits ?? 0
  count(row, measure.numbers)
  if (traits & trait.year) count(row, measure.years)
  else if (traits & trait.bigNumber) count(row, measure.bigNumbers)
  const end = words[index]?.end ?? 0
  const isShare = endOfPercent(text, end) > end
  if (isShare || (facts[index + 1]?.traits ?? 0) & trait.percent) count(row, measure.shares)
}

const counted: readonly (readonly [column: number, bit: number])[] = [
  [measure.be, word.be],
  [measure.second, word.second],
  [measure.events, word.event],
  [measure.effects, word.effect],
  [measure.studies, word.study],
  [measure.findings, word.finding],
  [measure.health, word.health],
  [measure.law, word.law],
  [measure.praise, word.praise]
]
const anyCounted = counted.reduce((all, [, bit]) => all | bit, 0)
/** Classes whose words are counted one by one. */
export const countedBits = anyCounted | word.past | word.first
/** By the number of the bit. */
const columnOfBit = new Uint8Array(32)
for (const [column, bit] of counted) columnOfBit[31 - Math.clz32(bit)] = column

function readClasses(bits: number, traits: number, row: Float64Array): void {
  if (bits & word.past && !(traits & trait.pastHelper)) count(row, measure.pastVerbs)
  if (bits & word.first) {
    count(row, measure.first)
    if (traits & trait.singular) count(row, measure.i)
  }
  for (let left = bits & anyCounted; left !== 0; left &= left - 1)
    count(row, columnOfBit[31 - Math.clz32(left & -left)] as number)
}

function count(row: Float64Array, column: number): void {
  row[column] = (row[column] as number) + 1
}
