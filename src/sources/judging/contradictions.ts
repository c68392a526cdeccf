import {splitSentences} from '../../document/prose/sentences.ts'
import type {Statement} from '../model.ts'
import {isAlike} from '../numbers/alike.ts'
import {isSameDay} from '../numbers/calendar.ts'
import {isLight, scopesOf, wordsOf} from '../numbers/figure-words.ts'
import {findFigures} from '../numbers/figures.ts'
import type {Figure} from '../numbers/quantities.ts'
import {clausePlace} from './clauses.ts'
import {isOtherwise, isSameRole, labelsOf, withoutAttribution} from './oppositions.ts'
import {baseOf, isRow, type PageIndex} from './page-index.ts'
import {yearsOf} from './tables.ts'

/** Blocks that are looked at: those that share most with the statement. */
const mostBlocks = 20
/** A passage that shares so much with the clause may speak of the same. */
const nearShare = 0.5
/** Words that both have to share. */
const leastWords = 2

const pointing = /\b(?:these|this|those|such)\b/i

/** What is said around a figure. */
interface Saying {
  readonly block: number
  /** Where the text starts in its block. */
  readonly start: number
  /** The sentence, without who says it. */
  readonly text: string
  readonly whole: string
  readonly figures: readonly Figure[]
  readonly own: Figure
  /** The clause that holds the figure. */
  readonly clause: string
  readonly inClause: readonly Figure[]
  readonly words: ReadonlySet<string>
  /** Of what stands next to the figure alone. */
  readonly narrow: ReadonlySet<string>
  readonly all: ReadonlySet<string>
}

/** Another figure that a page has of the same thing. */
export interface Contradiction {
  readonly block: number
  readonly figure: Figure
}

/**
 * The figure that stands in the place of the one asked for, in the only passage of the page that says the same of the same.
 * Every word of the clause has to stand there, and nothing there may tell of another group, time or measure: “32 % of
 * rural households” is nothing that “31 % of households” contradicts.
 */
export function contradictionOf(
  asked: Figure,
  statement: Statement,
  index: PageIndex
): Contradiction | undefined {
  if (asked.readings.length > 1 || asked.kind === 'range' || (asked.days?.length ?? 1) > 1) return undefined
  // "Retrieved 3 May 2024": of the entry of a list.
  if (/\b(?:retrieved|accessed|archived|Press|Publishing|Publishers)\b/i.test(statement.text))
    return undefined
  const text = withoutAttribution(statement.text)
  const figures = findFigures(text)
  const own = figures.find((one) => one.text === asked.text)
  if (own === undefined) return undefined
  const said = sayingOf(text, figures, own, -1, 0, statement.text)
  const weighty = [...said.words].filter((word) => !isLight(word))
  if (weighty.length < leastWords) return undefined
  const sayings = sayingsNear(said, statement, index)
  const beside = figures.filter((one) => one !== own)
  const near = sayings.filter(({all, own: other}) => {
    if (beside.some((one) => isAgreed(one, other))) return false
    const common = weighty.filter((word) => all.has(word)).length
    return (
      common >= weighty.length * nearShare && common > 0 && (isAlike(own, other) || isYearPair(own, other))
    )
  })
  const same = near.filter((one) => isSameSaying(said, one, index))
  const [only] = same
  if (only === undefined || same.some((one) => !isAgreed(one.own, only.own))) return undefined
  // Another passage near to it: which of them is meant, nobody can tell.
  const rivals = near.filter(
    (one) => one !== only && !isAgreed(one.own, only.own) && !isOfOtherYear(said, one)
  )
  const isExact = [...only.words].every((word) => said.all.has(word) || isLight(word))
  const isRival = (one: Saying): boolean => {
    const isBeside = one.block === only.block && one.start === only.start
    if (isBeside) return [...one.narrow].some((word) => said.words.has(word) && !isLight(word))
    return !isExact || weighty.every((word) => one.all.has(word))
  }
  if (rivals.some(isRival)) return undefined
  const other = only.own
  return {
    block: only.block,
    figure: {...other, start: other.start + only.start, end: other.end + only.start}
  }
}

function sayingOf(
  text: string,
  figures: readonly Figure[],
  own: Figure,
  block: number,
  start: number,
  whole: string
): Saying {
  const place = block < 0 ? clausePlace(text, own) : withoutTail(text, clausePlace(text, own), own, figures)
  const all = wordsOf(text, figures)
  const within = (from: number, to: number): readonly Figure[] =>
    figures.filter((one) => one.start >= from && one.end <= to)
  let inClause = within(place.start, place.end)
  let clause = text.slice(place.start, place.end)
  let words = wordsOf(clause, shift(inClause, place.start))
  const narrow = wordsOf(text.slice(headOf(text, place.start, own, figures), place.end), [])
  // "In 2021, 32 percent", "Their loan, £8 million, falls due": the clause alone says nothing.
  // “The guitarist, born in Ulm in 1938”: whose year it is, the rest of the sentence tells.
  const isTime = own.kind === 'year' || own.kind === 'date'
  if (isTime || [...words].filter((word) => !isLight(word)).length < leastWords) {
    clause = text
    inClause = figures
    words = all
  }
  return {block, start, text, whole, figures, own, clause, inClause, words, narrow, all}
}

/** “2,318 nurses at nine hospitals for a median of 6.5 years”: what the next figure brings with it is about that one. */
function withoutTail(
  text: string,
  {start, end}: {readonly start: number; readonly end: number},
  own: Figure,
  figures: readonly Figure[]
): {readonly start: number; readonly end: number} {
  const next = figures.find((one) => one.start >= own.end && one.end <= end)
  if (next === undefined || isYearPair(next, next)) return {start, end}
  const between = text.slice(own.end, next.start)
  // "2,900 kg in ten years"
  if (isSpan(next) && !/\b(?:median|mean|average) /.test(between)) return {start, end}
  let cut: number | undefined
  for (const match of between.matchAll(/ (?:for|with|during|by|after|over|until|and|in|within) /gi))
    cut = match.index
  return {start, end: cut === undefined ? end : own.end + cut}
}

/** “$2 for cars and $8 for lorries”: where what belongs to the figure alone begins. */
function headOf(text: string, start: number, own: Figure, figures: readonly Figure[]): number {
  const before = figures.filter((one) => one.start >= start && one.end <= own.start).at(-1)
  if (before === undefined) return start
  const at = text.slice(before.end, own.start).lastIndexOf(' and ')
  return at < 0 ? start : before.end + at
}

function shift(figures: readonly Figure[], by: number): readonly Figure[] {
  return figures.map((one) => ({...one, start: one.start - by, end: one.end - by}))
}

/** All that the page says with a figure, in the blocks that share most with the statement. */
function sayingsNear(said: Saying, statement: Statement, index: PageIndex): Saying[] {
  const shares = index.sharesOf(statement)
  const blocks: number[] = []
  for (const [block, share] of shares.entries())
    if (share >= 0.15 && !isRow(index.blocks[block] as string)) blocks.push(block)
  blocks.sort((one, other) => (shares[other] as number) - (shares[one] as number))
  const sayings: Saying[] = []
  for (const block of blocks.slice(0, mostBlocks)) {
    const text = (index.blocks[block] as string).slice(0, 20_000)
    for (const [start, end] of splitSentences(text)) {
      const whole = text.slice(start, end)
      // A heading of a file that has lost its lines.
      const sentence = withoutAttribution(whole.replace(/^[A-Z][^\n.]{0,40}\n(?=[A-Z])/, ''))
      const cut = whole.indexOf(sentence)
      if (cut < 0) continue
      const figures = findFigures(sentence)
      for (const own of figures.slice(0, 12))
        if (isAlike(said.own, own) || isYearPair(said.own, own))
          sayings.push(sayingOf(sentence, figures, own, block, start + cut, whole))
    }
  }
  return sayings
}

function isYearPair(one: Figure, other: Figure): boolean {
  return one.kind === 'year' && other.kind === 'year'
}

function isAgreed(one: Figure, other: Figure): boolean {
  if (one.kind === 'date' || other.kind === 'date')
    return (one.days ?? []).some((day) => (other.days ?? []).some((two) => isSameDay(day, two)))
  const [a] = one.readings
  const [b] = other.readings
  if (a === undefined || b === undefined || a.high !== b.high) return false
  const [first, second] = [baseOf(a.value, a.unit), baseOf(b.value, b.unit)]
  return a.unit.dimension === b.unit.dimension && Math.abs(first - second) <= Math.abs(first) * 1e-9
}

function isOfOtherYear(said: Saying, {text}: Saying): boolean {
  const years = yearsOf(said.text)
  const others = [...yearsOf(text)]
  return years.size > 0 && others.length > 0 && !others.some((year) => years.has(year))
}

function isSameSaying(said: Saying, page: Saying, {titleStems}: PageIndex): boolean {
  const isPointing = pointing.test(said.clause)
  const missing = [...said.words].filter((word) => !page.all.has(word) && !isLight(word))
  const added = [...page.words].filter((word) => !said.all.has(word) && !isLight(word))
  // "Ashmoor and Norbury": either may be meant.
  if (missing.length > 0 && added.length > 0) return false
  // "The union wants these rooms by 2035": which rooms, the sentence before tells.
  const isMeant =
    isPointing && missing.length === 0 && [...said.words].filter((word) => !isLight(word)).length >= 3
  if (!isMeant && ![...missing, ...added].every((word) => titleStems.has(word))) return false
  if (said.words.size - missing.length < leastWords) return false
  if (
    !isSameTime(said, page) ||
    labelsOf(said.text, said.figures) !== labelsOf(page.clause, findFigures(page.clause))
  )
    return false
  if (!isSameScope(said, page, isMeant) || !isAsDistant(said, page)) return false
  if (tenseOf(said.clause) * tenseOf(page.clause) < 0) return false
  return (
    isAlone(said, page) &&
    isOtherwise(said.own, page.own) &&
    isSameRole(said.text, said.own, page.text, page.own)
  )
}

/** Words by which a whole sentence is of another time or of other certainty, wherever they stand. */
const distant =
  /\b(?:first|last|next|second|forecast\w*|analysts?|estimat\w*|expect\w*|predict\w*|projected|projections?|target\w*|goals?|hop(?:e[sd]?|ing)|aim(?:s|ed)?|budget\w*|propos\w*|plan(?:s|ned)?|would|could|may|might|should|if|previous\w*|formerly|earlier|older|another|others?|elsewhere|originally|initially|corrected|correction|updated?|revised|provisional|preliminary|not|never|no|than|had|instead|unlike|claim(?:s|ed)?|wrongly|mistakenly|denied|rumou?rs?)\b/gi

function isAsDistant(said: Saying, page: Saying): boolean {
  const list = (text: string): string => [...new Set(text.toLowerCase().match(distant) ?? [])].sort().join()
  return list(said.whole) === list(page.whole) || list(said.clause) === list(page.whole)
}

/** Nothing tells of a group, a time or a measure that the other side does not tell of. */
function isSameScope(said: Saying, page: Saying, isMeant: boolean): boolean {
  const wide = new Set(scopesOf(said.text, said.figures))
  if (isMeant) for (const word of ['every', 'each', 'all', 'both']) wide.add(word)
  const all = new Set(scopesOf(page.text, page.figures))
  return (
    scopesOf(page.clause, findFigures(page.clause)).every((word) => wide.has(word)) &&
    scopesOf(said.clause, findFigures(said.clause)).every((word) => all.has(word))
  )
}

/** Both name the same years; for years that are compared, there is one on each side. */
function isSameTime(said: Saying, page: Saying): boolean {
  const list = (text: string): string => [...yearsOf(text)].sort().join()
  const isTime = said.own.kind === 'year' || said.own.kind === 'date'
  if (isTime) return yearsOf(said.clause).size <= 1 && yearsOf(page.clause).size <= 1
  return list(said.text) === list(page.text) || list(said.text) === list(page.clause)
}

/** 1 for “is”, -1 for “was”, 0 where neither or both stand: what was may be otherwise now. */
function tenseOf(text: string): number {
  const isNow = /\b(?:is|are|has|have|does|stands|remains|stays)\b/i.test(text)
  return Number(isNow) - Number(/\b(?:was|were|had|did|stood|remained|stayed)\b/i.test(text))
}

function isSpan({readings: [reading]}: Figure): boolean {
  return reading?.unit.dimension === 'time' || reading?.unit.dimension === 'calendar'
}

/** In its clause, it is the only figure of the kind that no other figure of the statement stands for. */
function isAlone(said: Saying, page: Saying): boolean {
  const others = said.figures.filter((one) => one !== said.own)
  const left = page.inClause.filter(
    (one) =>
      one !== page.own &&
      (isAlike(said.own, one) || isYearPair(said.own, one)) &&
      !others.some((other) => isAgreed(one, other))
  )
  if (left.length > 0) return false
  const hasSpan = page.inClause.some(
    (one) => one !== page.own && isSpan(one) && !others.some((other) => isAgreed(one, other))
  )
  if (hasSpan && !isSpan(page.own)) return false
  // Every other figure of the clause is that of the page, and not the one that would stand for it.
  return (
    said.inClause.every(
      (one) =>
        one === said.own ||
        one.kind === 'year' ||
        (one.kind === 'date' && said.own.kind !== 'date') ||
        page.figures.some((other) => other !== page.own && isAgreed(one, other))
    ) && !others.some((one) => isAgreed(one, page.own))
  )
}
