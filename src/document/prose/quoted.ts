import type {Prose, Range} from '../model.ts'

/** A quotation longer than this is more likely a mark without its partner: “It’s 5" wide”. */
const mostInStraight = 1500
const mostInSingle = 300

const closing: Readonly<Record<string, string>> = {'“': '”', '„': '“”', '«': '»', '»': '«', '‘': '’'}

/** Ranges that do not touch, in order. */
export interface Spans {
  /** Whether one of them shares a character with `[start, end)`. */
  overlaps(start: number, end: number): boolean
}

/** The parts of a prose that are somebody else's words or no words: quotations with their marks, and code. */
export function findQuoted({value, marks}: Prose): Spans {
  const quoted = findQuotations(value)
  for (const {node, start, end} of marks) if (node.type === 'inlineCode') quoted.push([start, end])
  return quoted.length === 0 ? noSpans : createSpans(quoted)
}

const noSpans: Spans = {overlaps: () => false}

/** Ranges joined where they overlap, to ask many times. */
export function createSpans(ranges: readonly Range[]): Spans {
  const spans: [start: number, end: number][] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = spans.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else spans.push([start, end])
  }
  return {
    overlaps(start, end) {
      let low = 0
      let high = spans.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((spans[middle] as Range)[1] > start) high = middle
        else low = middle + 1
      }
      const next = spans[low]
      return next !== undefined && next[0] < end
    }
  }
}

/** What stands inside quotation marks in a text, `[start, end)` with the marks; the outermost only. */
export function findQuotations(text: string): Range[] {
  const found: Range[] = []
  quotationMark.lastIndex = 0
  while (quotationMark.test(text)) {
    const at = quotationMark.lastIndex - 1
    const mark = text.charAt(at)
    const end = opens(text, at, mark) ? findEnd(text, at + 1, mark) : undefined
    if (end === undefined) continue
    found.push([at, end])
    quotationMark.lastIndex = end
  }
  return found
}

const quotationMark = /["“„«»‘']/g

/** After a blank and before none: not the inches of `5" wide`, nor the apostrophe of `boys' oven`. */
function opens(text: string, at: number, mark: string): boolean {
  const isOpening = mark === '“' || mark === '„' || mark === '«'
  // First what rules out most apostrophes.
  if (!isOpening && at > 0 && !/[\s([{—–/-]/.test(text.charAt(at - 1))) return false
  const after = text.charAt(at + 1)
  return after !== '' && (mark === '«' || !/\s/.test(after))
}

/** Where the next of one or two characters stands. */
function indexOfAny(text: string, characters: string, from: number): number {
  const at = text.indexOf(characters.charAt(0), from)
  if (characters.length === 1) return at
  const other = text.indexOf(characters.charAt(1), from)
  return at < 0 || (other >= 0 && other < at) ? other : at
}

/** After the mark that closes, or the end of the text where a quotation goes on in the next paragraph. */
function findEnd(text: string, from: number, mark: string): number | undefined {
  const close = closing[mark] ?? mark
  const isSingle = mark === "'" || mark === '‘'
  const within = text.slice(0, from + (isSingle ? mostInSingle : mostInStraight))
  for (let at = indexOfAny(within, close, from); at >= 0; at = indexOfAny(within, close, at + 1)) {
    // The apostrophe of “don't” closes nothing, nor does a straight mark that opens the next quotation.
    if ((isSingle || mark === '"') && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) continue
    if (mark === '"' && /\s/.test(text.charAt(at - 1))) continue
    return at + 1
  }
  return mark === '“' || mark === '„' ? text.length : undefined
}
