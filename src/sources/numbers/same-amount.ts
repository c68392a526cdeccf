import type {Exactness} from './exactness.ts'
import type {Reading} from './quantities.ts'
import type {Unit} from './units.ts'

/** How far another figure may be from one so that both say the same: `[low, high]`, in the unit of the reading. */
export function toleranceOf(
  reading: Reading,
  exactness: Exactness,
  value = reading.value
): readonly [number, number] {
  const {step} = reading
  const size = Math.abs(value)
  const slack = step / 2 + size * 1e-9
  const last = lastDigitOf(reading) * reading.scale
  if (exactness === 'about') return spread(value, Math.max(slack, size * 0.08))
  if (exactness === 'nearly') return [value - size * 0.1, value + slack]
  // "more than 1,000" may be 1,900: who writes so thinks in thousands.
  if (exactness === 'over') return [value - slack, value + Math.max(size * 0.25, last)]
  if (exactness === 'under') return [value - Math.max(size * 0.25, last), value + slack]
  return spread(value, slack)
}

function spread(value: number, by: number): readonly [number, number] {
  return [value - by, value + by]
}

/** What the last digit is worth that is no zero: 100 for 500, 1 for 31, 0.1 for 1.2. */
function lastDigitOf({mantissa}: Reading): number {
  const [digits = '', power = '0'] = Math.abs(mantissa).toExponential(8).split('e')
  const decimals = digits.replace('.', '').replace(/0{1,9}$/, '').length - 1
  return 10 ** (Number(power) - Math.max(0, decimals))
}

/** Dimensions whose units are converted by factors that are no powers of ten, so that both sides are rounded. */
export function isConverted(one: Unit, other: Unit): boolean {
  if (one.factor === other.factor && one.offset === other.offset) return false
  if (one.offset !== other.offset) return true
  const power = Math.log10(one.factor / other.factor)
  return Math.abs(power - Math.round(power)) > 1e-6
}
