import {splitSentences} from '../document/sentences.ts'
import {isAlike} from './alike.ts'
import {isSameDay} from './calendar.ts'
import {findFigures} from './figures.ts'
import type {Statement} from './model.ts'
import {baseOf, isRow, type PageIndex} from './page-index.ts'
import type {Figure} from './quantities.ts'
import {toleranceOf} from './same-amount.ts'
import {stemsOf} from './stems.ts'

/** Blocks that are looked at: those that share most with the statement. */
const mostBlocks = 20
/** Below this share of the statement, a block can't say the same. */
const leastShare = 0.45
/** Sentences that share so much with the statement must not have other figures of the kind. */
const nearShare = 0.6
/** Words that both have to share. */
const leastWords = 3

const tellers = / (?:found|finds|says|said|shows|showed|reports|reported|estimates|estimated) that /

interface Passage {
  readonly block: number
  /** Where it starts in its block. */
  readonly start: number
  readonly text: string
  readonly figures: readonly Figure[]
  readonly stems: ReadonlySet<string>
}

/**
 * The figure that stands in the place of the one asked for, in the only passage of the page that says the same of the same.
 * Every word that tells something has to stand on both sides, every year and every other figure has to agree: “32 % of
 * rural households” is nothing that “31 % of households” contradicts.
 */
export function contradictionOf(
  asked: Figure,
  statement: Statement,
  index: PageIndex
): {readonly block: number; readonly figure: Figure} | undefined {
  if (
    asked.readings.length > 1 ||
    asked.kind === 'range' ||
    asked.kind === 'year' ||
    (asked.days?.length ?? 1) > 1
  )
    return undefined
  const text = withoutAttribution(statement.text)
  const figures = findFigures(text)
  const own = figures.find((one) => one.text === asked.text)
  if (own === undefined) return undefined
  const said: Passage = {block: -1, start: 0, text, figures, stems: stemsWithout(text, figures)}
  if (said.stems.size < leastWords) return undefined
  const passages = passagesNear(statement, index)
  const near = passages.filter(
    (one) => shareOf(said.stems, one.stems) >= nearShare && one.figures.some((figure) => isAlike(own, figure))
  )
  const comparable = near.filter((one) => isSameTime(said, one, own))
  const [only] = comparable
  if (only === undefined || comparable.length > 1) return undefined
  if (!isSameSaying(said, only, index)) return undefined
  const other = inItsPlace(own, said, only)
  if (other === undefined || !isOtherwise(own, other) || !isSameRole(said.text, own, only.text, other))
    return undefined
  const placed: Figure = {...other, start: other.start + only.start, end: other.end + only.start}
  return {block: only.block, figure: placed}
}

/** “According to the council, …”, “The report found that …”: who says it is no part of what is said. */
function withoutAttribution(text: string): string {
  const from = text.toLowerCase().indexOf('according to ')
  const stop = from < 0 ? -1 : text.slice(from).search(/[,.;]/)
  const rest = from < 0 ? text : text.slice(0, from) + (stop < 0 ? '' : text.slice(from + stop + 1))
  const teller = tellers.exec(rest.slice(0, 120))
  if (teller === null) return rest
  // "In Norway the survey found that …" says where, too.
  const isScope = /\d|\b(?:in|for|among|of|on|at|between|from|by|during|since)\b/i.test(
    rest.slice(0, teller.index)
  )
  return isScope ? rest : rest.slice(teller.index + teller[0].length)
}

function stemsWithout(text: string, figures: readonly Figure[]): Set<string> {
  let rest = ''
  let last = 0
  for (const {start, end, readings} of figures) {
    const noun = readings[0]?.noun
    rest += `${text.slice(last, start)} ${noun === undefined ? '' : noun} `
    last = end
  }
  return stemsOf(rest + text.slice(last))
}

function passagesNear(statement: Statement, index: PageIndex): Passage[] {
  const shares = index.sharesOf(statement)
  const blocks: number[] = []
  for (const [block, share] of shares.entries()) if (share >= leastShare) blocks.push(block)
  blocks.sort((one, other) => (shares[other] as number) - (shares[one] as number))
  const passages: Passage[] = []
  for (const block of blocks.slice(0, mostBlocks)) {
    const text = (index.blocks[block] as string).slice(0, 20_000)
    const ranges = isRow(text) ? [[0, text.length] as const] : splitSentences(text)
    for (const [start, end] of ranges) {
      const sentence = text.slice(start, end)
      const figures = findFigures(sentence)
      passages.push({block, start, text: sentence, figures, stems: stemsWithout(sentence, figures)})
    }
  }
  return passages
}

function shareOf(wanted: ReadonlySet<string>, found: ReadonlySet<string>): number {
  let common = 0
  for (const stem of wanted) if (found.has(stem)) common++
  return common / Math.max(1, wanted.size)
}

/** Both name the same years, besides those of dates that are compared. */
function isSameTime(said: Passage, passage: Passage, own: Figure): boolean {
  const yearsOf = ({figures}: Passage): string =>
    figures
      .flatMap((one) => {
        if (one.kind === 'date')
          return own.kind === 'date'
            ? []
            : (one.days ?? []).map((day) => `${day.year} ${day.month} ${day.day}`)
        return one.kind === 'year' ? one.readings.map((reading) => `${reading.value} ${reading.high}`) : []
      })
      .sort()
      .join()
  return yearsOf(said) === yearsOf(passage)
}

/** Every word of the one stands in the other; or in the title of the page, on one side only. */
function isSameSaying(said: Passage, passage: Passage, {titleStems}: PageIndex): boolean {
  const missing = [...said.stems].filter((stem) => !passage.stems.has(stem))
  const added = [...passage.stems].filter((stem) => !said.stems.has(stem))
  // "Ashmoor and Norbury": either may be meant.
  if (missing.length > 0 && added.length > 0) return false
  if (![...missing, ...added].every((stem) => titleStems.has(stem))) return false
  if (labelsOf(said) !== labelsOf(passage) || tenseOf(said.text) * tenseOf(passage.text) < 0) return false
  return said.stems.size - missing.length >= leastWords
}

/** What is left of numbers and single letters beside the figures: “Q1”, “phase 2”, “class B”, “3rd”. */
function labelsOf({text, figures}: Passage): string {
  let rest = ''
  let last = 0
  for (const {start, end} of figures) {
    rest += `${text.slice(last, start)} `
    last = end
  }
  return (`${rest}${text.slice(last)}`.match(/\d+|\b[B-HJ-Z]\b/g) ?? []).sort().join()
}

/** 1 for “is”, -1 for “was”, 0 where neither or both stand: what was may be otherwise now. */
function tenseOf(text: string): number {
  const isNow = /\b(?:is|are|has|have)\b/i.test(text)
  return Number(isNow) - Number(/\b(?:was|were|had)\b/i.test(text))
}

/** The one figure of the passage that no other figure of the statement stands for; all others agree. */
function inItsPlace(own: Figure, said: Passage, passage: Passage): Figure | undefined {
  const left = passage.figures.filter(
    (one) => one.kind !== 'year' && (one.kind !== 'date' || own.kind === 'date')
  )
  for (const figure of said.figures) {
    if (figure === own || figure.kind === 'year' || (figure.kind === 'date' && own.kind !== 'date')) continue
    const at = left.findIndex((one) => isEqual(figure, one))
    if (at < 0) return undefined
    left.splice(at, 1)
  }
  const [other] = left
  return left.length === 1 && other !== undefined && isAlike(own, other) ? other : undefined
}

function isEqual(one: Figure, other: Figure): boolean {
  if (one.kind === 'date')
    return (
      other.kind === 'date' &&
      (one.days ?? []).some((day) => (other.days ?? []).some((two) => isSameDay(day, two)))
    )
  const [a] = one.readings
  const [b] = other.readings
  if (a === undefined || b === undefined || a.unit.dimension !== b.unit.dimension) return false
  return (
    Math.abs(baseOf(a.value, a.unit) - baseOf(b.value, b.unit)) <= Math.abs(baseOf(a.value, a.unit)) * 1e-9
  )
}

/** The two are so far apart that no rounding and no “about” makes them the same, yet of one size or of the same digits. */
function isOtherwise(own: Figure, other: Figure): boolean {
  if (other.readings.length > 1 || other.kind === 'range' || (other.days?.length ?? 1) > 1) return false
  if (own.kind === 'date') return true
  const [asked] = own.readings
  const [found] = other.readings
  if (asked === undefined || found === undefined) return false
  if (asked.unit.dimension === 'times' || (own.exactness !== 'plain' && own.exactness !== 'about'))
    return false
  if (other.exactness !== 'plain' && other.exactness !== 'about') return false
  const one = baseOf(asked.value, asked.unit)
  const two = baseOf(found.value, found.unit)
  const isVague = [own, other].some(
    (figure) => figure.exactness === 'about' || figure.isFraction || figure.isWord
  )
  const slack = Math.max(
    halfOf(asked.step, asked.unit.factor),
    halfOf(found.step, found.unit.factor),
    isVague ? Math.max(one, two) * 0.12 : 0
  )
  if (Math.abs(one - two) <= slack * (1 + 1e-9)) return false
  const [, high] = toleranceOf(asked, own.exactness)
  const ratio = two === 0 ? 0 : one / two
  const isSameDigits = asked.mantissa === found.mantissa
  return Number.isFinite(high) && ((ratio >= 0.1 && ratio <= 10) || isSameDigits)
}

function halfOf(step: number, factor: number): number {
  return (step * factor) / 2
}

/** “rose by 12 percent” and “rose to 15 percent” say different things. */
function isSameRole(said: string, own: Figure, passage: string, other: Figure): boolean {
  return roleOf(said, own) === roleOf(passage, other)
}

function roleOf(text: string, {start, end}: Figure): string {
  const before = /\b(by|to|from|between|per|at|after|under|over)\b[^,;.]{0,16}$/i.exec(
    text.slice(Math.max(0, start - 24), start)
  )
  const after = /^ {0,2}(per|a|an|each|every|more|less|fewer|higher|lower|of|in)\b/i.exec(
    text.slice(end, end + 10)
  )
  return `${before?.[1]?.toLowerCase() ?? ''} ${after?.[1]?.toLowerCase() ?? ''}`
}
