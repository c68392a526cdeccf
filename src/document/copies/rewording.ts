/** Two texts word by word: how far they agree, and whether the differences are those of a pattern filled in twice. */

import type {WordRow} from './word-rows.ts'

/** A paragraph in the row of all words, and a place in it where both paragraphs have the same words. */
export interface Part {
  readonly start: number
  readonly length: number
  readonly anchor: number
}

/** Words `[start, end)` of the shorter paragraph that stand as words `[from, to)` in the longer one. */
export interface Gap {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

export interface Alignment {
  /** Number of words that agree, in order. */
  readonly equal: number
  /** Where the shorter paragraph stands in the longer one. */
  readonly from: number
  readonly to: number
  readonly gaps: readonly Gap[]
}

/** Words skipped in search of the next place that agrees, on both sides together. */
const reach = 24
/** More of the shorter one than this share is not read past: no copy. */
const missing = 0.5

/** Aligns a paragraph with a longer one from their anchors to both sides; the cost is linear in the shorter one. */
export function align(ids: Int32Array, shorter: Part, longer: Part): Alignment {
  const {start} = shorter
  const end = start + shorter.length
  const from = longer.start
  const to = from + longer.length
  const gaps: Gap[] = []
  let equal = 0
  let budget = Math.ceil(shorter.length * missing)
  const {i: leftI, j: leftJ} = extend(shorter.anchor - 1, start - 1, longer.anchor - 1, from - 1, -1)
  const {i: rightI, j: rightJ} = extend(shorter.anchor, end, longer.anchor, to, 1)
  // Words left over at the ends of the shorter one were changed: as many words of the longer one are their counterpart.
  const head = Math.min(leftI + 1 - start, leftJ + 1 - from)
  const tail = Math.min(end - rightI, to - rightJ)
  note(start, leftI + 1, leftJ + 1 - head, leftJ + 1)
  note(rightI, end, rightJ, rightJ + tail)
  return {equal, from: leftJ + 1 - head - from, to: rightJ + tail - from, gaps}

  function note(i1: number, i2: number, j1: number, j2: number): void {
    if (i1 < i2 || j1 < j2) gaps.push({start: i1 - start, end: i2 - start, from: j1 - from, to: j2 - from})
  }

  /** Goes on while the words agree, past gaps; gives the place after the last words that do. */
  function extend(i: number, iEnd: number, j: number, jEnd: number, step: 1 | -1): {i: number; j: number} {
    while (i !== iEnd && j !== jEnd) {
      if (ids[i] === ids[j]) {
        equal++
        i += step
        j += step
        continue
      }
      const skip = resume(ids, i, (iEnd - i) * step, j, (jEnd - j) * step, step)
      if (skip === undefined || budget < 0) break
      budget -= Math.max(skip.i, skip.j)
      const i2 = i + skip.i * step
      const j2 = j + skip.j * step
      if (step > 0) note(i, i2, j, j2)
      else note(i2 + 1, i + 1, j2 + 1, j + 1)
      i = i2
      j = j2
    }
    return {i, j}
  }
}

/**
 * The fewest words to skip in each until two in a row agree again. One is enough after a swapped word,
 * after one word too many, and at the end of the shorter one.
 */
function resume(
  ids: Int32Array,
  i: number,
  iLeft: number,
  j: number,
  jLeft: number,
  step: 1 | -1
): {readonly i: number; readonly j: number} | undefined {
  for (let total = 1; total <= reach; total++) {
    for (let di = Math.max(0, total - jLeft + 1); di <= total && di < iLeft; di++) {
      const dj = total - di
      if (ids[i + di * step] !== ids[j + dj * step]) continue
      if (total === 1 || (di === dj && (di === 1 || di + 1 === iLeft))) return {i: di, j: dj}
      const inside = di + 1 < iLeft && dj + 1 < jLeft
      if (inside && ids[i + (di + 1) * step] === ids[j + (dj + 1) * step]) return {i: di, j: dj}
    }
  }
  return undefined
}

/** Whether hardly more than small words differ: “who'd been offered a job”, “who had been offered the job”. */
export function isSameInContent(shorter: WordRow, longer: WordRow, gaps: readonly Gap[]): boolean {
  let changed = 0
  for (const {start, end, from, to} of gaps) changed += Math.max(end - start, to - from)
  // Of most pairs that share a few runs of words this is all to be read.
  if (changed >= shorter.length / 3) return false
  let content = 0
  for (const {start, end, from, to} of gaps) {
    const [here, there] = [shorter.slice(start, end), longer.slice(from, to)]
    content += Math.max(here.filter(isContent).length, there.filter(isContent).length)
  }
  return content * contentEvery <= shorter.length
}

/** A word with a meaning of its own that differs, to so many words. */
const contentEvery = 30

/** Below this many words, a text that differs in nothing but swapped content words is a pattern. */
const shortPattern = 30
/** The same where no more than two places differ. */
const sparePattern = 40
/** A pattern has a blank at least every so many words. */
const blankEvery = 40

/**
 * Whether the gaps are the blanks of a pattern ("To bake rye, heat to 240 degrees") and not a rewording: numbers for
 * numbers, names for names, the same swap again or the other way round, or, in a short text, content words for content
 * words throughout. What fills a blank is the subject in both; a word of the subject that gave way to one which the
 * article has nowhere else was reworded. `spreadOf` tells in how many paragraphs a word stands.
 */
export function isTemplate(
  shorter: WordRow,
  longer: WordRow,
  gaps: readonly Gap[],
  names: Pick<ReadonlySet<string>, 'has'>,
  spreadOf: (word: string) => number
): boolean {
  const swaps = gaps.map((gap) => {
    const here = shorter.slice(gap.start, gap.end)
    const there = longer.slice(gap.from, gap.to)
    const sides = [here.filter(isContent).join(' '), there.filter(isContent).join(' ')].sort()
    const named = here.some((word) => names.has(word)) && there.some((word) => names.has(word))
    return {
      here,
      there,
      filled: named || areNumbers(here, there),
      content: isContentSwap(here, there),
      key: sides.join('|')
    }
  })
  type Swap = (typeof swaps)[number]
  const times = new Map<string, number>()
  for (const {key} of swaps) times.set(key, (times.get(key) ?? 0) + 1)
  const isAgain = ({key, content}: Swap) => key !== '|' && (times.get(key) as number) > (content ? 1 : 2)
  const blanks = swaps.filter((swap) => swap.filled || isAgain(swap)).length
  const often = (count: number) => count * blankEvery >= shorter.length
  if (blanks > 0 && often(blanks) && 2 * blanks >= swaps.length) return true
  if (swaps.some(({filled, content}) => !filled && !content)) return false
  if (blanks > 0 && often(swaps.length)) return true
  if (shorter.length >= (swaps.length > 2 ? shortPattern : sparePattern)) return false
  const isElsewhere = (other: WordRow) => (word: string) =>
    isContent(word) && spreadOf(word) > (other.includes(word) ? 2 : 1)
  const isLopsided = ({here, there}: Swap) =>
    here.some(isElsewhere(longer)) !== there.some(isElsewhere(shorter))
  return swaps.length === 1 || 2 * swaps.filter(isLopsided).length < swaps.length
}

/** Content words on both sides; where the sides pair off, no content word stands for a function word. */
function isContentSwap(here: readonly string[], there: readonly string[]): boolean {
  if (!here.some(isContent) || !there.some(isContent)) return false
  return (
    here.length !== there.length || here.every((word, i) => isContent(word) === isContent(there[i] as string))
  )
}

/** Different numbers on both sides: `2-3` for `2 to 3` is a rewording. */
function areNumbers(here: readonly string[], there: readonly string[]): boolean {
  if (!here.some(isNumber) || !there.some(isNumber)) return false
  return here.join('').replace(/\D/g, '') !== there.join('').replace(/\D/g, '') || !/\d/.test(here.join(''))
}

function isNumber(word: string): boolean {
  return /\d/.test(word) || numbers.has(word)
}

function isContent(word: string): boolean {
  return !isFunctionWord(word)
}

/** Articles, pronouns, forms of "to be" and the like, and all words of one or two letters. */
export function isFunctionWord(word: string): boolean {
  return word.length <= 2 || functionWords.has(word) || isContraction(word)
}

/** “who'd”, “there's”, “they're” */
function isContraction(word: string): boolean {
  const at = word.indexOf("'")
  return at > 0 && word.length <= at + 3 && (at <= 2 || functionWords.has(word.slice(0, at)))
}

const numbers = new Set(
  'two three four five six seven eight nine ten first second third fourth fifth'.split(' ')
)

/** Words that a rewording changes freely. Left out: `before`, `after`, `over`, `under`, `not` and the like, which change what is said. */
const functionWords = new Set(
  (
    'the and for that this these those with from about are was were been being has have had having does did done ' +
    'will would shall should can could may might must but yet then thus also too very just even still here there now ' +
    'you your yours she her hers him his its our ours they them their theirs who whom whose which what when where why how ' +
    'all any both each every some such other another own because since while although though however therefore'
  ).split(' ')
)
