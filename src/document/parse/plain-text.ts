import type {List, ListItem, Paragraph, Root, Text} from 'mdast'
import type {Point, Position} from 'unist'
import type {Parser} from '../model.ts'
import {linkBareUrls} from './bare-urls.ts'

/** Text without markup: paragraphs between blank lines, lists, rules. Marks of Markdown are characters like others. */
export const plainText: Parser = {format: 'text', parse}

/** For a `.txt` file: many are Markdown, and most others read the same as if they were. */
export function createTextFile(markdown: Parser): Parser {
  return {
    ...plainText,
    isSwift: markdown.isSwift === true,
    choose: (text) => (isAbused(text) ? plainText : markdown)
  }
}

/** What nobody types without meaning Markdown: headings, links, images, code fences, footnotes, rows of a table. */
const meant = /^#{1,6} +\S|\]\(\S|^(?:```|~~~)|^\[\^?[^\]\r\n\u2028\u2029]+\]: |^\|(?: *:?-+:? *\|)+ *$/m

/** What plain text has for its own reasons: indents, underlines, ``quotes'', brackets around words. */
const accidental =
  /(?:^|\n[ \t]*\r?\n)(?: {4}|\t)[ \t]*\S|^[^\s=-].*(?:\r\n?|\n)[=-]{3,}[ \t]*$|``[^`\n]+''|<\p{L}/mu

/** Whether Markdown would take for its marks what the text means otherwise. */
function isAbused(text: string): boolean {
  return accidental.test(text) && !meant.test(text) && !text.startsWith('---')
}

interface Line extends Position {
  /** Without the blanks around it. */
  readonly text: string
  /** What an item of a list starts with: a bullet, or a number. */
  readonly mark?: {readonly length: number; readonly number: number | undefined}
}

const lineEnd = /\r\n|\n|\r/g
const itemMark = /^(?:[-*+•‣◦▪●∙·]|\((\d{1,3})\)|(\d{1,3})[.)])\s+(?=\S)/
const rule = /^([-=_*~#])\s*(?:\1\s*){2,}$/

function parse(text: string): Root {
  const blocks = splitBlocks(text)
  const tree: Root = {type: 'root', children: []}
  let lastNumber: number | undefined
  blocks.forEach((lines, index) => {
    const isList = isListBlock(lines, lastNumber, blocks[index + 1]?.[0]?.mark?.number)
    lastNumber = undefined
    for (const part of splitParts(lines, isList)) {
      const [first] = part
      if (!first) continue
      if (rule.test(first.text)) tree.children.push({type: 'thematicBreak', position: spanOf(part)})
      else if (isList && first.mark) {
        addItem(tree, part, first.mark)
        lastNumber = first.mark.number
      } else tree.children.push(paragraph(part))
    }
  })
  linkBareUrls(tree, text)
  return tree
}

/** The lines of a text without those that are blank, in the groups that blank lines make. */
function splitBlocks(text: string): Line[][] {
  const blocks: Line[][] = []
  let isOpen = false
  let line = 1
  let from = 0
  for (const end of [...text.matchAll(lineEnd), undefined]) {
    const raw = text.slice(from, end?.index ?? text.length)
    const words = raw.trim()
    if (words === '') isOpen = false
    else {
      const column = raw.length - raw.trimStart().length
      const start = {line, column: column + 1, offset: from + column}
      const stop = {line, column: column + words.length + 1, offset: from + column + words.length}
      if (!isOpen) blocks.push([])
      isOpen = true
      blocks.at(-1)?.push({text: words, start, end: stop, ...readMark(words)})
    }
    from = end ? end.index + end[0].length : from
    line++
  }
  return blocks
}

function readMark(text: string): Pick<Line, 'mark'> {
  const [mark, bracketed, plain] = itemMark.exec(text) ?? []
  if (mark === undefined || rule.test(text)) return {}
  const digits = bracketed ?? plain
  return {mark: {length: mark.length, number: digits === undefined ? undefined : Number(digits)}}
}

/** A number alone may be that of a section, or a year's day: it takes a second one to make a list. */
function isListBlock(lines: readonly Line[], before: number | undefined, after: number | undefined): boolean {
  const marks = lines.flatMap(({mark}) => mark ?? [])
  const [first] = marks
  if (!first) return false
  const isFirst = lines[0]?.mark === first
  if (first.number === undefined) return isFirst || marks.length > 1
  if (marks.some(({number}) => number === (first.number ?? 0) + 1)) return true
  return isFirst && (before === first.number - 1 || after === first.number + 1)
}

/** Items and rules on their own, other lines with those before them. */
function splitParts(lines: readonly Line[], isList: boolean): Line[][] {
  const parts: Line[][] = []
  let isRule = true
  for (const line of lines) {
    const starts = rule.test(line.text)
    if (isRule || starts || (isList && line.mark)) parts.push([line])
    else parts.at(-1)?.push(line)
    isRule = starts
  }
  return parts
}

function addItem(
  {children}: Root,
  lines: readonly Line[],
  {length, number}: NonNullable<Line['mark']>
): void {
  const position = spanOf(lines)
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph(lines, length)],
    position
  }
  const last = children.at(-1)
  const next = last?.type === 'list' && last.ordered ? (last.start ?? 1) + last.children.length : undefined
  if (last?.type === 'list' && last.position && next === number) {
    last.children.push(item)
    last.position.end = position.end
    return
  }
  const list: List = {
    type: 'list',
    ordered: number !== undefined,
    start: number ?? null,
    spread: false,
    children: [item],
    position: {...position}
  }
  children.push(list)
}

/** @param skipped characters of the first line that are no text */
function paragraph(lines: readonly Line[], skipped = 0): Paragraph {
  const children: Text[] = []
  let before: Line | undefined
  for (const line of lines) {
    const shift = before ? 0 : skipped
    // The line end with the blanks around it.
    if (before) children.push({type: 'text', value: '\n', position: {start: before.end, end: line.start}})
    children.push({
      type: 'text',
      value: line.text.slice(shift),
      position: {start: advance(line.start, shift), end: line.end}
    })
    before = line
  }
  const {start, end} = spanOf(lines)
  return {type: 'paragraph', children, position: {start: advance(start, skipped), end}}
}

function advance({line, column, offset = 0}: Point, by: number): Point {
  return {line, column: column + by, offset: offset + by}
}

function spanOf(lines: readonly Line[]): Position {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) throw new Error('no lines')
  return {start: first.start, end: last.end}
}
