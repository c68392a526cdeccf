/** Words around the ones that differ, so that a reader finds the place. */
const context = 2

/** From two wordings of one passage: the words of each that differ, with a few of those around. */
export function showDifference(left: string, right: string): [string, string] {
  const [own, other] = [left.trim().split(/\s+/), right.trim().split(/\s+/)]
  const most = Math.min(own.length, other.length)
  let start = 0
  while (start < most && isSame(own[start], other[start])) start++
  let end = 0
  while (end < most - start && isSame(own[own.length - 1 - end], other[other.length - 1 - end])) end++
  return [around(own, start, end), around(other, start, end)]
}

function around(words: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - context)
  const to = Math.min(words.length, words.length - end + context)
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`
}

function isSame(left = '', right = ''): boolean {
  return bare(left) === bare(right)
}

/** A word without its punctuation and case; a lone mark stands for itself. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || word
}
