import type {Block, Document, Prose, Range} from '../../src/rule/index.ts'

/** A line of running text. */
export interface Line {
  /** Without blanks around it. */
  readonly text: string
  /** Where it starts in the prose. */
  readonly start: number
  readonly prose: Prose
}

/** Lines that stand next to each other, as lines of a paragraph or as paragraphs of their own. */
export function collectRuns({blocks, title}: Document): Line[][] {
  const runs: Line[][] = []
  let run: Line[] = []
  // The title said again is no block, and between two lines all the same.
  const copies = title?.copies ?? []
  let copy = 0
  for (const block of blocks) {
    const prose = proseOf(block)
    const above = copy
    while ((copies[copy]?.[0] ?? Number.POSITIVE_INFINITY) < block.range[0]) copy++
    if (!prose || copy > above) {
      runs.push(run)
      run = []
    }
    if (prose) run.push(...linesOf(prose))
  }
  runs.push(run)
  return runs.filter(({length}) => length > 1)
}

/** A short line of a pasted text may have been taken for a heading. */
function proseOf(block: Block): Prose | undefined {
  if (block.type === 'paragraph') return block.place === 'body' ? block.prose : undefined
  return block.type === 'heading' && block.kind === 'bare' ? block.prose : undefined
}

function linesOf(prose: Prose): Line[] {
  const {value} = prose
  if (!value.includes('\n'))
    return [{text: value.trim(), start: value.length - value.trimStart().length, prose}]
  const lines: Line[] = []
  let start = 0
  for (const line of value.split('\n')) {
    const text = line.trim()
    if (text !== '') lines.push({text, start: start + line.length - line.trimStart().length, prose})
    start += line.length + 1
  }
  return lines
}

/** From the first to the last character of some lines. */
export function rangeOf(lines: readonly Line[]): Range {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return [0, 0]
  return [first.prose.at(first.start, 1)[0], last.prose.at(last.start, last.text.length)[1]]
}

/** No link, emphasis or code in it: its source is its text. */
export function isPlain({text, start, prose}: Line): boolean {
  return !prose.marks.some((mark) => mark.end >= start && mark.start <= start + text.length)
}
