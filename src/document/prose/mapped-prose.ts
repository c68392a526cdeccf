import type {Mark, Prose, Range} from '../model.ts'

/**
 * The map from prose to source: runs in which both advance together. A run whose source is longer than its prose
 * is one character with another spelling (`\*`, `&amp;`, a line break with a quote prefix after it).
 */
export interface Runs {
  /** Start of each run in the prose. */
  readonly prose: number[]
  /** Start of each run in the source. */
  readonly source: number[]
  /** End of each run in the source. */
  readonly end: number[]
}

/** A prose, or a part of one, with the map of the whole. */
export class MappedProse implements Prose {
  readonly value: string
  readonly marks: readonly Mark[]
  private readonly runs: Runs
  /** Where this prose starts in the whole that `runs` speaks of. */
  private readonly shift: number

  constructor(value: string, runs: Runs, marks: readonly Mark[], shift: number) {
    this.value = value
    this.runs = runs
    this.marks = marks
    this.shift = shift
  }

  get range(): Range {
    return this.at(0, this.value.length)
  }

  at(index: number, length = 0): Range {
    const first = this.shift + index
    if (length === 0) {
      const place = index >= this.value.length && index > 0 ? this.endOf(first - 1) : this.startOf(first)
      return [place, place]
    }
    return [this.startOf(first), this.endOf(first + length - 1)]
  }

  slice(start: number, end: number): Prose {
    const marks = this.marks
      .filter(
        (mark) => mark.end >= start && mark.start <= end && (mark.end > start || mark.start === mark.end)
      )
      .map((mark) => ({
        node: mark.node,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start
      }))
    return new MappedProse(this.value.slice(start, end), this.runs, marks, this.shift + start)
  }

  private runOf(index: number): number {
    const {prose} = this.runs
    let low = 0
    let high = prose.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((prose[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return low
  }

  private startOf(index: number): number {
    const run = this.runOf(index)
    const source = (this.runs.source[run] as number) + index - (this.runs.prose[run] as number)
    return Math.min(source, this.runs.end[run] as number)
  }

  private endOf(index: number): number {
    const run = this.runOf(index)
    const next = this.runs.prose[run + 1]
    const end = this.runs.end[run] as number
    if (next === index + 1) return end
    return Math.min((this.runs.source[run] as number) + index - (this.runs.prose[run] as number) + 1, end)
  }
}
