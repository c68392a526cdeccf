import type {Sentence, Word} from '../../src/rule/index.ts'

/** A number of something, as it stands in a sentence: “14 looms”. */
export interface Amount {
  readonly value: number
  /** What is counted, with its modifiers, in lower case: `looms`, `gas ovens`, `pounds`. */
  readonly noun: string
  /** Indexes of its words: the number, and after the noun. */
  readonly from: number
  readonly to: number
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const numbers = new Map<string, number>(small.map((word, value) => [word, value]))
tens.forEach((ten, index) => {
  const value = (index + 2) * 10
  numbers.set(ten, value)
  for (let unit = 1; unit < 10; unit++) numbers.set(`${ten}-${small[unit]}`, value + unit)
})
/** What a number begins with, as an expression. */
export const numberStarts = ['\\d', ...small, ...tens].join('|')
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9]
])

const irregular = new Set('people children men women mice geese teeth'.split(' '))

/** Words with an s that are no plural: “4 gas ovens”. */
const singular = new Set(
  `bus class process business access gas canvas glass lens series species bonus campus census status virus focus sales sports news goods
  customs press grass brass dress cross mass address express wireless`.split(/\s+/)
)

/** Units, and nouns that each sentence counts anew. */
const uncounted = new Set(
  `is was has does as its this thus his us less across towards perhaps always besides yes plus versus vs
  percent seconds minutes hours days weeks months years decades centuries nights mornings evenings weekends times seasons
  ways steps things points parts kinds types sorts examples options cases reasons others questions tips pages words lines
  metres meters kilometres kilometers miles inches feet yards grams kilograms kilos ounces tons tonnes litres liters
  degrees volts watts megabytes gigabytes bytes bits pixels places levels versions groups pairs sets halves thirds quarters
  thousands hundreds millions billions dozens`.split(/\s+/)
)

/** A noun phrase ends before these. */
const noModifier = new Set(
  `a an the and or but of in on at to for from with by as than that which who is are was were be been has have had do does did will would can
  could may might must should if when while where because so not no per each every`.split(/\s+/)
)

/** By the first two letters, whether a number may begin so: to look each word up takes twice as long. */
const openings = new Uint8Array(1024)
for (const [word, value] of [...numbers]) {
  numbers.set(word.charAt(0).toUpperCase() + word.slice(1), value)
  openings[openingOf(word)] = 1
}

function openingOf(word: string): number {
  return ((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(1) & 31)
}

/** The number a word stands for: `14`, `1,200`, `fourteen`. */
function numberOf(text: string): number | undefined {
  const code = text.charCodeAt(0)
  if (code < 48 || code > 57) return openings[openingOf(text)] ? numbers.get(text) : undefined
  return /^\d{1,3}(?:,\d{3})+$|^\d{1,9}(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined
}

/** The counted things of a sentence, in order. */
export function findAmounts({words, text}: Sentence): Amount[] {
  const found: Amount[] = []
  for (let from = 0; from < words.length; from++) {
    const first = words[from] as Word
    let value = numberOf(first.text)
    if (value === undefined || isGlued(text, first)) continue
    let at = from + 1
    for (
      let scale = scales.get(lower(words, at));
      scale !== undefined && !hasBreak(words, text, at);
      scale = scales.get(lower(words, at))
    ) {
      value *= scale
      at++
    }
    const to = readNoun(words, text, at)
    if (to === undefined) continue
    const noun = words
      .slice(at, to)
      .map((word) => word.text.toLowerCase())
      .join(' ')
    found.push({value, noun, from, to})
  }
  return found
}

/** `$5`, `5%`, `5-10`, `v5`, `№ 5`: not a plain number of things. */
function isGlued(text: string, {start, end}: Word): boolean {
  return (
    /[$€£¥#№§~≈<>+±/–—-]\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:%|[–—-]|\s?[/×x+°]|\s[–—-]\s?\d|[).])/.test(text.slice(end, end + 4))
  )
}

/** The index after the plural noun that a number at `at - 1` counts: at most two words stand before it. */
function readNoun(words: readonly Word[], text: string, at: number): number | undefined {
  for (let index = at; index < Math.min(words.length, at + 3); index++) {
    const word = words[index] as Word
    if (hasBreak(words, text, index) || !/^\p{Ll}[\p{Ll}-]+$/u.test(word.text) || noModifier.has(word.text))
      return undefined
    if (uncounted.has(word.text)) return undefined
    if (irregular.has(word.text) || (/[^s]s$/.test(word.text) && !singular.has(word.text))) return index + 1
  }
  return undefined
}

/** Whether punctuation stands before the word at `index`. */
export function hasBreak(words: readonly Word[], text: string, index: number): boolean {
  const before = words[index - 1]
  const word = words[index]
  return before !== undefined && word !== undefined && /[^\s]/.test(text.slice(before.end, word.start))
}

export function lower(words: readonly Word[], index: number): string {
  return words[index]?.text.toLowerCase().replaceAll('’', "'") ?? ''
}
