/**
 * The candidate a mistyped word most likely meant, or nothing when none is near: one wrong letter in three,
 * else a candidate that holds the word as the start of one of its parts (`foot` → `unused-footnote`).
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, 60)
  if (wanted === '') return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    // A page of a site can have hundreds of headings, and most are too long or too short to be meant.
    if (Math.abs(other.length - wanted.length) >= least) continue
    const steps = distance(wanted, other, least)
    if (steps < least) {
      least = steps
      best = candidate
    }
  }
  if (best !== undefined || wanted.length < 3) return best
  return candidates.find((candidate) => candidate.split(/[-:_]/).some((part) => part.startsWith(wanted)))
}

/** “, did you mean `x`?” or, when nothing is near, “, expected one of …” of at most a dozen names. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = closest(word, candidates)
  if (near !== undefined) return `, did you mean \`${near}\`?`
  if (candidates.length > 12 || candidates.length === 0) return ''
  return `, expected one of ${candidates.map((candidate) => `\`${candidate}\``).join(', ')}`
}

/**
 * Damerau–Levenshtein (optimal string alignment): letters added, left out, changed, or two neighbours swapped. Not worked
 * out where it is `least` or more.
 */
function distance(a: string, b: string, least: number): number {
  let before: number[] = []
  let nearestBefore = 0
  let row = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let nearest = i
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let steps = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, (before[j - 2] as number) + 1)
      }
      next.push(steps)
      if (steps < nearest) nearest = steps
    }
    // The next row can be reached from this one, or by a swap from the one before.
    if (nearest >= least && nearestBefore + 1 >= least) return least
    nearestBefore = nearest
    before = row
    row = next
  }
  return row[b.length] as number
}
