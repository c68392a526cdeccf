import {splitSentences} from '../../document/prose/sentences.ts'

/** In characters. */
const longest = 300
const around = 600

/**
 * The sentence of a page that holds `[start, end)`, on one line, cut to 300 characters around it.
 *
 * @param isRow the text is a row of a table, which has no sentences
 */
export function passageAt(text: string, start: number, end: number, isRow = false): string {
  const block = text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', end)
  const from = Math.max(block, start - around)
  const to = Math.min(stop < 0 ? text.length : stop, end + around)
  const near = text.slice(from, to)
  const sentences = isRow ? [] : splitSentences(near)
  const held = sentences.filter(([first, last]) => first < end - from && last > start - from)
  const first = from + (held[0]?.[0] ?? 0)
  const last = from + (held.at(-1)?.[1] ?? near.length)
  if (last - first <= longest) return oneLine(text.slice(first, last))
  const spare = Math.max(0, longest - 2 - (end - start))
  const left = Math.max(first, Math.min(start - (spare >> 1), last - longest + 2))
  return cut(text, left, Math.min(last, left + longest - 2), first, last)
}

/** Between words, with an ellipsis where something is left out. */
function cut(text: string, from: number, to: number, first: number, last: number): string {
  const opens = from > first ? text.indexOf(' ', from) : from
  const closes = to < last ? text.lastIndexOf(' ', to) : to
  const [start, end] = opens >= 0 && opens < closes ? [opens, closes] : [from, to]
  return `${start > first ? '…' : ''}${oneLine(text.slice(start, end))}${end < last ? '…' : ''}`
}

/** Blanks and line ends as one blank each. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
