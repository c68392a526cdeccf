import type {Figure} from '../numbers/quantities.ts'
import {toleranceOf} from '../numbers/same-amount.ts'
import {baseOf} from './page-index.ts'

const tellers = / (?:found|finds|says|said|shows|showed|reports|reported|estimates|estimated) that /

/** “According to the council, …”, “The report found that …”: who says it is no part of what is said. */
export function withoutAttribution(text: string): string {
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

/** What is left of numbers and single letters beside the figures: “Q1”, “phase 2”, “class B”, “3rd”. */
export function labelsOf(text: string, figures: readonly Figure[]): string {
  let rest = ''
  let last = 0
  for (const {start, end} of figures) {
    rest += `${text.slice(last, start)} `
    last = end
  }
  return (`${rest}${text.slice(last)}`.match(/\d+|\b[B-HJ-Z]\b/g) ?? []).sort().join()
}

/** The two are so far apart that no rounding and no “about” makes them the same, yet of one size or of the same digits. */
export function isOtherwise(own: Figure, other: Figure): boolean {
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
  const rounding = Math.max(roundedBy(asked), roundedBy(found))
  if (Math.abs(one - two) <= Math.max(slack, rounding) * (1 + 1e-9)) return false
  const [, high] = toleranceOf(asked, own.exactness)
  const ratio = two === 0 ? 0 : one / two
  const isSameDigits = asked.mantissa === found.mantissa
  return Number.isFinite(high) && ((ratio >= 0.1 && ratio <= 10) || isSameDigits)
}

/** “8,000” may be 8,214. */
function roundedBy({value, unit}: Figure['readings'][number]): number {
  const size = Math.abs(value)
  if (size < 100 || !Number.isInteger(size)) return 0
  let power = 1
  while (power < size && size % (power * 10) === 0) power *= 10
  return power === 1 ? 0 : halfOf(power, unit.factor)
}

function halfOf(step: number, factor: number): number {
  return (step * factor) / 2
}

/** “rose by 12 percent” and “rose to 15 percent” say different things. */
export function isSameRole(said: string, own: Figure, passage: string, other: Figure): boolean {
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
