import {isGlued, lowerAt, type Token} from './tokens.ts'

/** A day, a month of a year, or a day of any year. */
export interface Day {
  readonly year?: number
  readonly month: number
  readonly day?: number
}

/** A date in a text: `to` is the index of the first token after it. */
export interface PlacedDay {
  /** More than one where it can be read in two ways: `03/04/2021`, `3–5 March`. */
  readonly days: readonly Day[]
  readonly to: number
}

/** Names of months and what they are shortened to. */
export const months: Map<string, number> = new Map()
const names = 'january february march april may june july august september october november december'.split(
  ' '
)
names.forEach((name, index) => {
  months.set(name, index + 1)
  months.set(name.slice(0, 3), index + 1)
})
months.set('sept', 9)

/** The month that a token names: in capitals, as “may” and “march” are other words too. */
function monthAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index]
  if (token?.kind !== 'word' || token.text === token.lower) return undefined
  return months.get(token.lower)
}

/** Whether a token is the name of a month. */
export function isMonth(tokens: readonly Token[], index: number): boolean {
  return monthAt(tokens, index) !== undefined
}

/** The date that begins at a token, in any spelling that can be read in one way. */
export function readDay(tokens: readonly Token[], from: number): PlacedDay | undefined {
  const token = tokens[from]
  if (token === undefined) return undefined
  if (token.kind === 'word') return monthAt(tokens, from) === undefined ? undefined : monthFirst(tokens, from)
  if (token.kind !== 'digits' || token.text.length > 4) return undefined
  return inDigits(tokens, from) ?? dayFirst(tokens, from)
}

/** “March 3, 2021”, “March 3rd”, “Mar. 3-5, 2021”, “March 2021”. */
function monthFirst(tokens: readonly Token[], from: number): PlacedDay | undefined {
  const month = monthAt(tokens, from) as number
  const first = lowerAt(tokens, from + 1) === '.' ? from + 2 : from + 1
  const year = yearAt(tokens, lowerAt(tokens, first) === ',' ? first + 1 : first)
  if (year !== undefined)
    return {days: [{year, month}], to: lowerAt(tokens, first) === ',' ? first + 2 : first + 1}
  const start = dayAt(tokens, first)
  if (start === undefined) return undefined
  const last = isDash(tokens, start.to) ? dayAt(tokens, start.to + 1) : undefined
  const to = last?.to ?? start.to
  const at = lowerAt(tokens, to) === ',' ? to + 1 : to
  const after = yearAt(tokens, at)
  return {days: daysOf(start.day, last?.day, month, after), to: after === undefined ? to : at + 1}
}

/** “3 March 2021”, “3rd of March”, “3–5 March 2021”. */
function dayFirst(tokens: readonly Token[], from: number): PlacedDay | undefined {
  const start = dayAt(tokens, from)
  if (start === undefined) return undefined
  const last = isDash(tokens, start.to) ? dayAt(tokens, start.to + 1) : undefined
  let at = last?.to ?? start.to
  if (lowerAt(tokens, at) === 'of') at++
  // "3-Mar-2021"
  const isHyphen = lowerAt(tokens, at) === '-' && isGlued(tokens, at) && isGlued(tokens, at + 1)
  const month = monthAt(tokens, isHyphen ? at + 1 : at)
  if (month === undefined) return undefined
  at += isHyphen ? 2 : 1
  if (/^[.,-]$/.test(lowerAt(tokens, at)) && yearAt(tokens, at + 1) !== undefined) at++
  const year = yearAt(tokens, at)
  return {days: daysOf(start.day, last?.day, month, year), to: year === undefined ? at : at + 1}
}

function daysOf(first: number, last: number | undefined, month: number, year: number | undefined): Day[] {
  return [first, ...(last === undefined ? [] : [last])].map((day) => ({
    ...(year !== undefined && {year}),
    month,
    day
  }))
}

/** `2021-03-03`, `03/03/2021`, `3.3.2021`; with an hour glued to it or not. */
function inDigits(tokens: readonly Token[], from: number): PlacedDay | undefined {
  const mark = lowerAt(tokens, from + 1)
  const second = tokens[from + 2]
  if (!/^[-/.]$/.test(mark) || lowerAt(tokens, from + 3) !== mark || second?.kind !== 'digits')
    return undefined
  const third = tokens[from + 4]
  for (let index = from + 1; index <= from + 4; index++) if (!isGlued(tokens, index)) return undefined
  if (third?.kind !== 'digits') return undefined
  const [one, two, three] = [tokens[from]?.text ?? '', second.text, third.text]
  const to = from + 5
  const isMore = isGlued(tokens, to) && /^[-/]$/.test(lowerAt(tokens, to))
  if (isMore) return undefined
  if (one.length === 4) {
    const day = Number(three)
    return isYear(one) && isDay(Number(two), day) && three.length < 3
      ? {days: [{year: Number(one), month: Number(two), day}], to}
      : undefined
  }
  if (!isYear(three) || mark === '-' || one.length > 2 || two.length > 2) return undefined
  const [a, b] = [Number(one), Number(two)]
  const days: Day[] = []
  if (isDay(b, a)) days.push({year: Number(three), month: b, day: a})
  if (a !== b && mark === '/' && isDay(a, b)) days.push({year: Number(three), month: a, day: b})
  return days.length === 0 ? undefined : {days, to}
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function isYear(text: string): boolean {
  return /^(?:1\d|20|21)\d\d$/.test(text)
}

function yearAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index]
  if (token?.kind !== 'digits' || !isYear(token.text)) return undefined
  const isNumber = isGlued(tokens, index + 1) && /^[.,]$/.test(lowerAt(tokens, index + 1))
  return isNumber && tokens[index + 2]?.kind === 'digits' && isGlued(tokens, index + 2)
    ? undefined
    : Number(token.text)
}

/** A day of a month: `3`, `03`, `3rd`. */
function dayAt(tokens: readonly Token[], index: number): {day: number; to: number} | undefined {
  const token = tokens[index]
  if (token?.kind !== 'digits' || token.text.length > 2) return undefined
  const day = Number(token.text)
  if (day < 1 || day > 31) return undefined
  const isOrdinal = isGlued(tokens, index + 1) && /^(?:st|nd|rd|th)$/.test(lowerAt(tokens, index + 1))
  return {day, to: isOrdinal ? index + 2 : index + 1}
}

function isDash(tokens: readonly Token[], index: number): boolean {
  return /^[-–—]$/.test(lowerAt(tokens, index))
}

/** Both can be the same day: what one of them says, the other says too or leaves open. */
export function isSameDay(asked: Day, found: Day): boolean {
  if (asked.month !== found.month) return false
  if (asked.year !== undefined && found.year !== undefined && asked.year !== found.year) return false
  return asked.day === undefined || asked.day === found.day
}
