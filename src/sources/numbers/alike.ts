import type {Figure} from './quantities.ts'
import {isSameDimension} from './units.ts'

/** Both are of one kind: dates, or quantities of the same dimension. */
export function isAlike(asked: Figure, other: Figure): boolean {
  if (asked.kind === 'date' || other.kind === 'date') {
    return asked.kind === other.kind && other.days?.[0]?.year !== undefined && other.days[0].day !== undefined
  }
  const [one] = asked.readings
  const [two] = other.readings
  if (one === undefined || two === undefined || other.kind === 'year') return false
  if (!isSameDimension(one.unit.dimension, two.unit.dimension)) return false
  // A count is like another only if both count the same, or both are large.
  if (one.unit.dimension !== 'count') return true
  const isSameNoun = one.noun !== undefined && two.noun !== undefined && one.noun === two.noun
  return (
    isSameNoun || (one.value >= 100 && two.value >= 100 && (one.noun === undefined || two.noun === undefined))
  )
}
