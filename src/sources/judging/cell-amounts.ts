import type {Figure} from '../numbers/quantities.ts'
import {toleranceOf} from '../numbers/same-amount.ts'
import {stemsOf} from '../numbers/stems.ts'
import {isSameDimension} from '../numbers/units.ts'
import {baseOf} from './page-index.ts'
import type {Cell} from './tables.ts'

/**
 * Whether a cell of a table has the amount of a figure; nothing where it holds something of another kind, or where nobody can
 * tell: a number without a unit has the unit of its column.
 */
export function isSameAmount(asked: Figure, {figure, context, head}: Cell): boolean | undefined {
  const [reading] = asked.readings
  const [found] = figure.readings
  if (reading === undefined || found === undefined || figure.kind !== 'number' || figure.readings.length > 1)
    return undefined
  if (figure.exactness !== 'plain' || found.high !== undefined || reading.high !== undefined) return undefined
  const {dimension} = reading.unit
  const isBare = found.unit.dimension === 'count' && found.scale === 1
  const unit =
    isBare && dimension !== 'count'
      ? context.units.find((one) => isSameDimension(one.dimension, dimension))
      : found.unit
  if (unit === undefined || !isSameDimension(unit.dimension, dimension)) return undefined
  // "Length (km): 31" counts no stations.
  const isMeasured = isBare && dimension === 'count' && context.units.length > 0
  if (isMeasured && ![...stemsOf(reading.noun ?? '')].some((stem) => stemsOf(head).has(stem)))
    return undefined
  const [low, high] = toleranceOf(reading, asked.exactness)
  const slack = found.step / 2
  return (isBare ? context.scales : [1]).some((scale) => {
    const value = baseOf(found.value * scale, unit)
    const by = baseOf(slack * scale, {...unit, offset: 0})
    return (
      value >= baseOf(Math.min(Math.abs(low), Math.abs(high)), reading.unit) - by &&
      value <= baseOf(Math.max(Math.abs(low), Math.abs(high)), reading.unit) + by
    )
  })
}
