import {readNumberWord} from './number-words.ts'
import {isGlued, lowerAt, type Token} from './tokens.ts'

/** A number as it stands in a text, without its unit. */
export interface Numeral {
  readonly value: number
  /** Half of it is how far the number may be from what it rounds: 0.1 for `1.2`, 1 for `12`, 100 for `1,200`. */
  readonly step: number
  /** What it may stand for as well: `1.200` may be 1200. */
  readonly other?: number
  /** Digits in front of the point, 0 for words. */
  readonly digits: number
  readonly decimals: number
  readonly isGrouped: boolean
  readonly isWord: boolean
  /** It is “half”, “a third”: a part of something. */
  readonly isFraction?: boolean
  /** Index of the first token after it. */
  readonly next: number
}

/** Between groups of three digits, beside the comma: thin, no-break and plain spaces, apostrophes. */
const groupMarks = new Set(['\u00a0', '\u2009', '\u202f', '\u2007', ' '])

/** The number that begins at a token, in digits or words. */
export function readNumeral(text: string, tokens: readonly Token[], index: number): Numeral | undefined {
  const token = tokens[index]
  if (token === undefined) return undefined
  if (token.kind === 'digits') return readDigits(text, tokens, index)
  return token.kind === 'word' ? readNumberWord(tokens, index) : undefined
}

function readDigits(text: string, tokens: readonly Token[], from: number): Numeral | undefined {
  const first = tokens[from] as Token
  let digits = first.text
  if (digits.length > 15) return undefined
  let at = from + 1
  let isGrouped = false
  while (digits.length < 16) {
    const group = groupAt(text, tokens, at, isGrouped, first)
    if (group === undefined) break
    digits += (tokens[group] as Token).text
    isGrouped = true
    at = group + 1
  }
  const mark = tokens[at]
  const after = tokens[at + 1]
  const isPoint = mark !== undefined && /^[.,·]$/.test(mark.text) && isGlued(tokens, at)
  if (isPoint && after?.kind === 'digits' && isGlued(tokens, at + 1)) {
    const isMore = /^[.,]$/.test(lowerAt(tokens, at + 2)) && isGlued(tokens, at + 2)
    if (isMore && tokens[at + 3]?.kind === 'digits' && isGlued(tokens, at + 3)) return undefined
    // "1,5": a decimal comma only where a unit follows, which the caller knows.
    if (mark.text === ',' && (isGrouped || after.text.length > 2 || digits.length > 3)) return undefined
    const decimals = after.text.length
    if (decimals > 8) return undefined
    const value = Number(`${digits}.${after.text}`)
    const isThousand =
      mark.text === '.' && decimals === 3 && digits.length < 4 && digits !== '0' && !isGrouped
    return {
      value,
      step: 10 ** -decimals,
      ...(isThousand && {other: Number(digits + after.text)}),
      digits: mark.text === ',' ? -1 : digits.length,
      decimals,
      isGrouped,
      isWord: false,
      next: at + 2
    }
  }
  return {
    value: Number(digits),
    step: stepOf(digits),
    digits: digits.length,
    decimals: 0,
    isGrouped,
    isWord: false,
    next: at
  }
}

/** The index of the next group of digits of a number: after `,` or a narrow space, three of them (two in `12,34,567`). */
function groupAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  isGrouped: boolean,
  first: Token
): number | undefined {
  if (!isGrouped && (first.text.length > 3 || first.text.startsWith('0'))) return undefined
  const last = tokens[at - 1] as Token
  const next = tokens[at]
  if (next === undefined) return undefined
  if (next.kind === 'digits') {
    const isNarrow = next.start === last.end + 1 && groupMarks.has(text.charAt(last.end))
    return isNarrow && next.text.length === 3 && !isDigit(text, next.end) ? at : undefined
  }
  const group = tokens[at + 1]
  if (!/^[,'’]$/.test(next.text) || group?.kind !== 'digits') return undefined
  if (!isGlued(tokens, at) || !isGlued(tokens, at + 1)) return undefined
  if (group.text.length === 3) return at + 1
  const isIndian = group.text.length === 2 && lowerAt(tokens, at + 2) === ',' && isDigit(text, group.end + 1)
  return isIndian && isGlued(tokens, at + 3) && (tokens[at + 3]?.text.length ?? 0) <= 3 ? at + 1 : undefined
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** What the last digit that counts is worth: zeros at the end may be rounded, but two digits always count. */
function stepOf(digits: string): number {
  const zeros = digits.length - digits.replace(/0{1,15}$/, '').length
  return 10 ** Math.max(0, Math.min(zeros, digits.length - 2))
}
