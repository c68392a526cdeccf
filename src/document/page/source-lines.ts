import type {Document, Range, Repair} from '../model.ts'

/** From the first character of the line of `range[0]` to the line end of `range[1]`, line end not included. */
export function wholeLines(text: string, [start, end]: Range): Range {
  let from = start
  while (from > 0 && !isLineEnd(text, from - 1)) from--
  return [from, skipToLineEnd(text, end)]
}

/** Whether the lines of a range hold nothing else but blanks, and can go: what is around them stays what it is. */
export function ownsLines(text: string, range: Range): boolean {
  const [from, to] = wholeLines(text, range)
  if (text.slice(from, range[0]).trim() !== '' || text.slice(range[1], to).trim() !== '') return false
  // “The notice reads:” would be left with nothing after it.
  if (/:[*_]{0,3}\s{0,20}$/.test(text.slice(Math.max(0, from - 20), from))) return false
  return (
    !isAboveCode(text, to) || !/[\r\n](?:[ \t]+\S|[-*+][ \t]|\d{1,9}[.)][ \t])/.test(lastBlock(text, from))
  )
}

/** Whether the next line with something in it is indented as code is: below an item of a list, it would belong to that. */
function isAboveCode(text: string, from: number): boolean {
  return /^(?: {4}| {0,3}\t)/.test(lineBelow(text, from))
}

/** The same of an item that begins with `- `: whatever stands as far right as its text would belong to it. */
export function isAboveIndented(text: string, from: number): boolean {
  return /^(?: {2}| ?\t)/.test(lineBelow(text, from))
}

/** The indent of the next line with something in it, up to that of code. */
function lineBelow(text: string, from: number): string {
  const next = skipBlankLines(text, nextLine(text, skipToLineEnd(text, from)))
  return text.slice(next, next + 4)
}

/** The block that ends before a place, after a line end. */
function lastBlock(text: string, from: number): string {
  const before = `\n${text.slice(0, from).trimEnd()}`
  const gap = Math.max(...['\n\n', '\n\r', '\r\r'].map((ends) => before.lastIndexOf(ends)), 0)
  return before.slice(gap)
}

/**
 * Takes whole lines out, and the gap before them where they stood as a block of their own (behind them, at the
 * start of the text), so that neighbouring blocks can go at the same time.
 */
export function removeLines(text: string, range: Range): Repair[number] {
  const [from, to] = wholeLines(text, range)
  const next = nextLine(text, to)
  const before = skipToLineEnd(text, text.slice(0, from).trimEnd().length)
  const after = skipBlankLines(text, next)
  if (before >= from) return {range: [from, from === 0 || after > next ? after : next], text: ''}
  const startsBlock = before < lineEndBefore(text, from)
  const endsBlock = after > next || after >= text.length
  if (startsBlock && endsBlock) return {range: [before, to], text: ''}
  return {range: startsBlock ? [from, next] : [lineEndBefore(text, from), to], text: ''}
}

/**
 * Blank lines between lines that are paragraphs of their own. A text needs them before its first Markdown mark:
 * marked-up, the lines would run together.
 */
export function separateLines({text, tightLines}: Pick<Document, 'text' | 'tightLines'>): Repair | undefined {
  const end = lineEndOf(text)
  return tightLines.length > 0 ? tightLines.map((at) => ({range: [at, at], text: end})) : undefined
}

/** The line end the text uses first; `\n` where there is none. */
export function lineEndOf(text: string): string {
  const at = text.search(/[\r\n]/)
  if (at < 0 || text[at] === '\n') return '\n'
  return text[at + 1] === '\n' ? '\r\n' : '\r'
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r'
}

/** Offset after the line end at `at`, or `at` when there is none. */
function nextLine(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1
  return text[at] === '\n' ? at + 1 : at
}

/** Offset of the line end that closes the line before the one that starts at `from`. */
function lineEndBefore(text: string, from: number): number {
  if (text[from - 1] === '\n' && text[from - 2] === '\r') return from - 2
  return from - 1
}

function skipToLineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLineEnd(text, at)) at++
  return at
}

/** Start of the first line from `from` on that is not blank; the end of the text when all are. */
function skipBlankLines(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const end = skipToLineEnd(text, at)
    if (text.slice(at, end).trim() !== '') return at
    at = nextLine(text, end)
  }
  return text.length
}
