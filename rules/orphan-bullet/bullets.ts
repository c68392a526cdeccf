import {createSpans, type Document, type Range} from '../../src/rule/index.ts'

/** A list mark on a line of its own, and the item that stands below it. */
export interface Bullet {
  readonly mark: string
  readonly range: Range
  /** The first line of the item, without blanks around it. */
  readonly item: Range
}

export interface LostList {
  readonly bullets: readonly Bullet[]
  /** Text follows the last item without a blank line, and is no part of it. */
  readonly isTight: boolean
}

interface Line {
  readonly start: number
  /** The line without blanks around it, from `start` on. */
  readonly text: string
  readonly indent: number
}

const alone = /^[-*+•·●▪◦‣⁃–—]$/
/** Marks that are nothing else; a dash or a star may also set two parts of a text apart. */
const sure = /[•●▪◦‣⁃]/
const mostInItem = 300

/** The first look: whether a text may have any. */
export const hasLoneMark = /^[ \t]*[-*+•·●▪◦‣⁃–—][ \t]*$/m

/** The lists whose marks stand alone. */
export function findLists(document: Document): LostList[] {
  const lines = readLines(document.text)
  const isText = createTextCheck(document)
  const lists: LostList[] = []
  for (let at = 0; at < lines.length; at++) {
    const list: Bullet[] = []
    let next: number | undefined = at
    let isShort = true
    while (next !== undefined) {
      const mark = lines[next]
      const first = mark && alone.test(mark.text) && isText(mark.start) ? itemBelow(lines, next) : undefined
      const item = first === undefined ? undefined : lines[first]
      if (!mark || !item || first === undefined || (list[0] && list[0].mark !== mark.text)) break
      // Items of one line each: so is the last one.
      isShort &&= list.length === 0 || isOneLine(lines, at)
      list.push({mark: mark.text, range: rangeOf(mark), item: rangeOf(item)})
      at = first
      next = markBelow(lines, first)
    }
    if (list.length > 1 || (list[0] && sure.test(list[0].mark)))
      lists.push({bullets: list, isTight: isShort && startsBlock(lines[at + 1])})
  }
  return lists
}

/** The line where the item of a mark starts: the next one, or the one after a blank line. */
function itemBelow(lines: readonly Line[], mark: number): number | undefined {
  const at = lines[mark + 1]?.text === '' ? mark + 2 : mark + 1
  const item = lines[at]
  const {text: sign = '', indent = 0} = lines[mark] ?? {}
  if (!item || item.indent >= indent + 4 || item.text.length > mostInItem) return undefined
  // Markdown takes an indented line for the item.
  if (/[-*+]/.test(sign) && at === mark + 1 && item.indent > indent + 1) return undefined
  return /^(?:[\p{L}\p{N}"“‘'([$€£`]|[*_]{1,3}[\p{L}\p{N}"“‘'([`])(?!\d{0,8}[.)]\s)/u.test(item.text)
    ? at
    : undefined
}

/** Of a line right below the last item: below a blank one, what is indented deeper would be code. */
function startsBlock(line: Line | undefined): boolean {
  return line !== undefined && line.indent < 4 && /^[^\p{Ll}]/u.test(line.text)
}

function isOneLine(lines: readonly Line[], item: number): boolean {
  const next = lines[item + 1]?.text ?? ''
  return next === '' || alone.test(next)
}

/** The mark that follows an item, with no other block in between. */
function markBelow(lines: readonly Line[], item: number): number | undefined {
  let at = item
  let length = 0
  while (lines[at] && lines[at]?.text !== '' && !alone.test((lines[at] as Line).text))
    length += (lines[at++] as Line).text.length
  if (length > mostInItem) return undefined
  if (lines[at]?.text === '') at++
  return alone.test(lines[at]?.text ?? '') ? at : undefined
}

/** Tells places of the running text from code, HTML, tables and front matter. */
function createTextCheck({blocks, frontmatter, comments}: Document): (offset: number) => boolean {
  const isOpen = ({type, node}: Document['blocks'][number]): boolean =>
    // In HTML a line ends where its element does.
    (type === 'paragraph' || type === 'heading' || type === 'other') && !node.data?.isHtml
  const closed = blocks.flatMap((block) => (isOpen(block) ? [] : [block.range]))
  if (frontmatter) closed.push(frontmatter.range)
  closed.push(...comments.map(({range}) => range))
  const spans = createSpans(closed)
  return (offset) => !spans.overlaps(offset, offset + 1)
}

function readLines(text: string): Line[] {
  const lines: Line[] = []
  for (const {0: line, index} of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const trimmed = line.trim()
    const indent = trimmed === '' ? 0 : line.search(/\S/)
    lines.push({start: index + indent, text: trimmed, indent})
  }
  return lines
}

function rangeOf({start, text}: Line): Range {
  return [start, start + text.length]
}
