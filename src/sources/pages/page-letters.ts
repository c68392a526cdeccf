/** Soft hyphens, blanks without width, marks of direction: nobody sees them. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** What a reader sees of a text on one line. Blanks that don't break stay, as they stand in numbers. */
export function onOneLine(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim()
}

/** How much there is to read. */
export function countLetters(blocks: readonly string[]): number {
  let count = 0
  for (const block of blocks) count += block.replace(/[^\p{L}\p{N}]+/gu, '').length
  return count
}
