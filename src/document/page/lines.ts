import type {Prose, Range} from '../model.ts'
import type {Draft, TextDraft} from '../prose/blocks.ts'

/** A source line of running text outside lists and quotes. Page furniture is found on these. */
export interface Line {
  readonly text: string
  readonly prose: Prose
  readonly range: Range
  /** Index of its block among the drafts, and the block. */
  readonly draft: number
  readonly block: TextDraft
  /** In the block's prose. */
  readonly start: number
  readonly end: number
  /** The only line of its block, or in a text where every line is a paragraph. */
  readonly alone: boolean
  /** Of a paragraph that was broken to a width: most of its lines are long. */
  readonly isWrapped: boolean
  /** Has a link, an image or a footnote: somebody edited it. */
  readonly isLinked: boolean
}

const linked = new Set(['link', 'linkReference', 'image', 'imageReference', 'footnoteReference'])

function isOfLink(node: Prose['marks'][number]['node']): boolean {
  return linked.has(node.type) || (node.type === 'html' && /^<a\s/i.test(node.value))
}

/** The lines of the body paragraphs, without those that are blank. */
export function collectLines(drafts: readonly Draft[], lineParagraphs: boolean): Line[] {
  const lines: Line[] = []
  drafts.forEach((block, draft) => {
    if (block.type !== 'text' || block.place !== 'body') return
    const parts = splitLines(block.prose.value)
    const alone = lineParagraphs || parts.length === 1
    const isWrapped = parts.length > 1 && !alone && isHardWrapped(parts, block.prose.value)
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as Range
      lines.push(new BlockLine(block, draft, part[0], part[1], {alone, isWrapped}))
    }
  })
  return lines
}

/** Most lines are only looked at: their place and marks are worked out when somebody asks. */
class BlockLine implements Line {
  readonly block: TextDraft
  readonly draft: number
  readonly start: number
  readonly end: number
  readonly alone: boolean
  readonly isWrapped: boolean
  readonly text: string

  constructor(
    block: TextDraft,
    draft: number,
    start: number,
    end: number,
    of: {alone: boolean; isWrapped: boolean}
  ) {
    this.block = block
    this.draft = draft
    this.start = start
    this.end = end
    this.alone = of.alone
    this.isWrapped = of.isWrapped
    this.text = block.prose.value.slice(start, end)
  }

  get prose(): Prose {
    return this.block.prose.slice(this.start, this.end)
  }

  get range(): Range {
    return this.block.prose.at(this.start, this.end - this.start)
  }

  get isLinked(): boolean {
    const {start, end} = this
    return this.block.prose.marks.some(
      (mark) => mark.end >= start && mark.start <= end && isOfLink(mark.node)
    )
  }
}

/** Ranges of the lines of a prose, trimmed, without blank ones. */
function splitLines(value: string): Range[] {
  const lines: Range[] = []
  for (let from = 0; from <= value.length; ) {
    const at = value.indexOf('\n', from)
    let end = at < 0 ? value.length : at
    let start = from
    while (start < end && isBlank(value, start)) start++
    while (end > start && isBlank(value, end - 1)) end--
    if (end > start) lines.push([start, end])
    if (at < 0) break
    from = at + 1
  }
  return lines
}

function isBlank(value: string, at: number): boolean {
  return value[at] === ' ' || value[at] === '\t' || value[at] === '\u00A0'
}

/** In characters. */
const longLine = 45
const shortLine = 30

/** The byline, the buttons and the date above an article are lines of one block as well, but short. */
function isHardWrapped(parts: readonly Range[], value: string): boolean {
  const [first, next] = parts
  if (!first || !next) return false
  const [start, end] = first
  // No width breaks a line where more words had room: “About the Author” stood above the paragraph.
  if (
    end - start <= shortLine &&
    /[\p{L}\p{N})]/u.test(value.slice(end - 1, end)) &&
    /\p{Lu}/u.test(value.charAt(next[0]))
  )
    return false
  let long = 0
  for (const [start, end] of parts) if (end - start > longLine) long++
  return long * 2 >= parts.length
}

/** A line of running text: long, a sentence, or part of a hard-wrapped paragraph. */
export function isText(line: Line): boolean {
  const {text, block} = line
  if (text.length > 150 || (text.split(/ +/).length > 12 && /[.!?…"”’')\]]$/.test(text))) return true
  return line.isWrapped && text.length > longLine && block.prose.value.length > 200
}

/** A line of fewer words may be a label or a byline. */
export const wordsOfText = 7

/** “as a reader says in the” / “comments.”: the last words of a sentence, broken over lines. */
export function endsSentence({text, draft}: Line, above: Line | undefined): boolean {
  return (
    above?.draft === draft &&
    /^\p{Ll}/u.test(text) &&
    above.text.split(' ').length >= wordsOfText &&
    /[\p{L}\p{N},]$/u.test(above.text)
  )
}
