import type {Page} from '../model.ts'
import {countLetters, onOneLine} from './page-letters.ts'

/** Plain text: what stands between blank lines is a block, whose lines are joined where they are one paragraph. */
export function readText(text: string): Page {
  const blocks: string[] = []
  let lines: string[] = []
  for (const line of text.split(/\r\n|[\n\r\f]/)) {
    if (line.trim() !== '') lines.push(line)
    else flush()
  }
  flush()
  return {blocks, ...(countLetters(blocks) < 12 ? {isThin: true} : {})}

  function flush(): void {
    const block = joinLines(lines)
    if (block !== '') blocks.push(block)
    lines = []
  }
}

/** Short lines, and those with gaps in them, stay lines: of tables and addresses. */
function joinLines(lines: readonly string[]): string {
  const longest = lines.reduce((most, {length}) => Math.max(most, length), 0)
  let joined = ''
  let isFull = false
  for (const line of lines) {
    const words = onOneLine(line)
    if (words === '') continue
    const isRow = /\S(?: {2}|\t) {0,80}\S| \| /.test(line)
    if (joined === '') joined = words
    else if (isFull && !isRow) joined = wrap(joined, words)
    else joined = `${joined}\n${words}`
    isFull = !isRow && line.length >= Math.max(30, longest * 0.6)
  }
  return joined
}

/** Words that were parted at the line end are whole again. */
function wrap(before: string, next: string): string {
  return /\p{Ll}[-\u2010]$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(next)
    ? before.slice(0, -1) + next
    : `${before} ${next}`
}
