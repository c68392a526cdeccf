import {isPartOfCode} from './no-figures.ts'
import {type PlacedFigure, place} from './quantities.ts'
import {isGlued, lowerAt, type Token} from './tokens.ts'

/** The time that somebody took, as sports write it: `2:21:07`. */
export function readLap(text: string, tokens: readonly Token[], from: number): PlacedFigure | undefined {
  if (lowerAt(tokens, from + 1) !== ':' || lowerAt(tokens, from + 3) !== ':' || isPartOfCode(tokens, from))
    return undefined
  for (let at = from + 1; at < from + 5; at++) if (!isGlued(tokens, at)) return undefined
  const [hours = '', minutes = '', seconds = ''] = [0, 2, 4].map((at) => tokens[from + at]?.text)
  const isMore = isGlued(tokens, from + 5) && /^[:/-]$/.test(lowerAt(tokens, from + 5))
  if (isMore || hours.length > 2 || !/^[0-5]\d$/.test(minutes) || !/^[0-5]\d$/.test(seconds)) return undefined
  // "at 14:03:22"
  if (/^(?:at|am|pm|until|by|since|t)$/.test(lowerAt(tokens, from - 1))) return undefined
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  const unit = {dimension: 'time', factor: 1}
  const reading = {value, mantissa: value, scale: 1, unit, step: 1}
  return place(text, tokens, from, from + 5, {kind: 'number', readings: [reading]})
}
