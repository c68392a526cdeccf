/** What the words and the place of a sentence can show; an article shows the last ones for all of its sentences. */
export const cueNames = [
  'quantity',
  'name-and-number',
  'year',
  'figure',
  'names',
  'many-names',
  'event',
  'past',
  'past-name',
  'passive',
  'he',
  'he-or-she',
  'rank',
  'repute',
  'study',
  'authority',
  'weasel',
  'certified',
  'effect',
  'health',
  'health-effect',
  'law',
  'usually',
  'vague-size',
  'forecast',
  'operation',
  'topic',
  'topic-acts',
  'house',
  'subject',
  'plural',
  'quotes',
  'own-house',
  'first-person',
  'second-person',
  'advice',
  'imperative',
  'condition',
  'comment',
  'praise',
  'article-word',
  'nothing-specific',
  'indefinite',
  'gerund',
  'it',
  'short',
  'long',
  'among-specifics',
  'cited-before',
  'cited-after',
  'profile-claim',
  'article-uncited',
  'article-some',
  'article-cited',
  'article-names',
  'article-years',
  'article-history',
  'article-health',
  'article-law',
  'article-profile',
  'article-reported',
  'article-manual',
  'article-first-person',
  'article-personal',
  'article-addressing'
] as const

export type Cue = (typeof cueNames)[number]

/** The number of each cue, its place in `cueNames`. */
export const cue = Object.fromEntries(cueNames.map((name, index) => [name, index])) as Readonly<
  Record<Cue, number>
>

/** A set of cues, given by number; bits, for each sentence has one. */
export class Cues {
  private low = 0
  private middle = 0
  private high = 0

  add(cue: number): void {
    if (cue < 32) this.low |= 1 << cue
    else if (cue < 64) this.middle |= 1 << cue
    else this.high |= 1 << cue
  }

  has(cue: number): boolean {
    return ((cue < 32 ? this.low : cue < 64 ? this.middle : this.high) & (1 << cue)) !== 0
  }

  addAll({low, middle, high}: Cues): void {
    this.low |= low
    this.middle |= middle
    this.high |= high
  }

  /** Sets the place of each of them to 1. */
  mark(row: Float64Array): void {
    markBits(this.low, row, 0)
    markBits(this.middle, row, 32)
    markBits(this.high, row, 64)
  }

  *[Symbol.iterator](): Generator<Cue> {
    for (const name of cueNames) if (this.has(cue[name])) yield name
  }
}

function markBits(bits: number, row: Float64Array, from: number): void {
  for (let left = bits; left !== 0; left &= left - 1) row[from + 31 - Math.clz32(left & -left)] = 1
}
