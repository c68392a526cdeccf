import type {Token} from './tokens.ts'

const irregular = new Set(
  'species series people children men women mice geese teeth staff personnel'.split(' ')
)
/** Words with an s that are no plural, and verbs that may follow a number. */
const noPlural = new Set(
  `is was has does as its this thus his us less across towards perhaps always besides yes plus versus vs uses says shows means
  makes takes goes comes gives needs seems lies stands process class business access gas glass status focus`.split(
    /\s+/
  )
)
/** A noun phrase ends before these. */
const ends = new Set(
  `a an the and or but of in on at to for from with by as than that which who is are was were be been has have had do does did will
  would can could may might must should if when while where because so not no per each every were it he she they we you i this
  these those there here more less after before since until during between among`.split(/\s+/)
)

/** The plural that the number before `index` counts: at most three words after it, with nothing but blanks between. */
export function nounAfter(
  text: string,
  tokens: readonly Token[],
  index: number
): {readonly noun: string; readonly isNext: boolean} | undefined {
  for (let at = index; at < index + 3; at++) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (token?.kind !== 'word' || token.text !== token.lower || ends.has(token.lower)) return undefined
    if (before !== undefined && !/^ ?$|^[\u00a0\u202f\u2009]$/.test(text.slice(before.end, token.start)))
      return undefined
    const isPlural = irregular.has(token.lower) || (/[^s]s$/.test(token.lower) && token.text.length > 3)
    if (isPlural && !noPlural.has(token.lower)) return {noun: token.lower, isNext: at === index}
  }
  return undefined
}
