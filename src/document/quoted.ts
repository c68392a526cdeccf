import type {Prose, Range} from './model.ts'

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
  const code = marks
    .filter((mark) => mark.node.type === 'inlineCode')
    .map(({start, end}): Range => [start, end])
  return createSpans([...code, ...findQuotations(value)])
}

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
  const marks = /["“„«»‘']/g
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const [mark] = match
    const end = opens(text, match.index, mark) ? findEnd(text, match.index + 1, mark) : undefined
    if (end === undefined) continue
    found.push([match.index, end])
    marks.lastIndex = end
  }
  return found
}

/** After a blank and before none: not the inches of `5" wide`, nor the apostrophe of `boys' oven`. */
function opens(text: string, at: number, mark: string): boolean {
  const after = text.charAt(at + 1)
  if (after === '' || /\s/.test(after)) return mark === '«' && after !== ''
  return mark === '“' || mark === '„' || mark === '«' || at === 0 || /[\s([{—–/-]/.test(text.charAt(at - 1))
}

/** After the mark that closes, or the end of the text where a quotation goes on in the next paragraph. */
function findEnd(text: string, from: number, mark: string): number | undefined {
  const close = closing[mark] ?? mark
  const isSingle = mark === "'" || mark === '‘'
  const last = Math.min(text.length, from + (isSingle ? mostInSingle : mostInStraight))
  for (let at = from; at < last; at++) {
    if (!close.includes(text.charAt(at))) continue
    // The apostrophe of “don't” closes nothing, nor does a straight mark that opens the next quotation.
    if ((isSingle || mark === '"') && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) continue
    if (mark === '"' && /\s/.test(text.charAt(at - 1))) continue
    return at + 1
  }
  return mark === '“' || mark === '„' ? text.length : undefined
}
