import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Nodes, Parents, PhrasingContent} from 'mdast'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import {htmlSpelling} from '../html/html-spelling.ts'
import type {Mark, Prose, Spelling} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'
import {MappedProse, type Runs} from './mapped-prose.ts'

const punctuation = /[!-/:-@[-`{-~]/
const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{0,31}));/iy

/**
 * The prose of a block's phrasing content, and of nothing else below it.
 *
 * @param spelling of another format than Markdown
 */
export function createProse(node: Parents, source: string, spelling?: Spelling): Prose {
  const plain = readPlain(node, source)
  if (plain) return plain
  const own = node.data?.isHtml ? htmlSpelling : spelling
  const builder = new ProseBuilder(source, rangeOf(node)[0], own)
  builder.addChildren(node)
  return builder.finish(node)
}

const noMarks: readonly Mark[] = []

/** Of most blocks: one text, spelled as in the source, so one run to its end and one behind it. */
function readPlain({children}: Parents, source: string): Prose | undefined {
  const node = children.length === 1 ? children[0] : undefined
  const from = node?.position?.start.offset
  const to = node?.position?.end.offset
  if (node?.type !== 'text' || from === undefined || to === undefined) return undefined
  const {value} = node
  if (!isSpelledAlike(value, source, from, to)) return undefined
  const {length} = value
  return new MappedProse(value, {prose: [0, length], source: [from, to], end: [to, to]}, noMarks, 0)
}

function isSpelledAlike(value: string, source: string, from: number, to: number): boolean {
  return to - from === value.length && !value.includes('\r') && source.startsWith(value, from)
}

class ProseBuilder {
  private readonly source: string
  private readonly spelling: Spelling | undefined
  private readonly runs: Runs = {prose: [], source: [], end: []}
  private readonly marks: Mark[] = []
  private value = ''
  /** Source offset after the last character added. */
  private cursor = 0

  /** @param from where the block starts: its first text may be one without a position */
  constructor(source: string, from: number, spelling: Spelling | undefined) {
    this.source = source
    this.spelling = spelling
    this.cursor = from
  }

  addChildren(node: Parents): void {
    const {children} = node
    for (let at = 0; at < children.length; at++) this.add(children[at] as PhrasingContent)
  }

  finish(node: Nodes): Prose {
    const [at] = rangeOf(node)
    if (this.runs.prose.length === 0) this.run(0, at, at)
    else this.run(this.value.length, this.cursor, this.cursor)
    return new MappedProse(this.value, this.runs, this.marks, 0)
  }

  private add(node: PhrasingContent): void {
    const start = this.value.length
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (node.type === 'text') {
      if (from === undefined || to === undefined) this.addUnplaced(node.value)
      else this.addText(node.value, from, to)
      return
    }
    if (from !== undefined) this.cursor = Math.max(this.cursor, from)
    if (node.type === 'inlineCode' && from !== undefined && to !== undefined)
      this.addCode(node.value, from, to)
    else if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) {
      this.push('\n', from ?? this.cursor, to ?? this.cursor)
    } else if ('children' in node) this.addChildren(node)
    if (to !== undefined) this.cursor = to
    this.marks.push({node, start, end: this.value.length})
  }

  private run(prose: number, source: number, end: number): void {
    this.runs.prose.push(prose)
    this.runs.source.push(source)
    this.runs.end.push(end)
  }

  /** One character with another spelling, or a stretch that is equal in both. */
  private push(text: string, from: number, to: number): void {
    this.run(this.value.length, from, to)
    this.value += text
    this.cursor = to
  }

  /** GFM autolinks leave text nodes without a position: the text stands at or soon after the cursor. */
  private addUnplaced(value: string): void {
    const found = this.source.indexOf(value, this.cursor)
    const from = found >= 0 && found - this.cursor < 8 ? found : this.cursor
    this.push(value, from, Math.min(this.source.length, from + value.length))
  }

  private addText(value: string, from: number, to: number): void {
    const {source, spelling} = this
    if (isSpelledAlike(value, source, from, to)) {
      this.push(value, from, to)
      return
    }
    if (spelling) {
      this.addSpelled(spelling, value, from, to)
      return
    }
    let at = 0
    let offset = from
    while (at < value.length && offset < to) {
      const step = this.addEqual(value, at, offset, to)
      at += step
      offset += step
      if (at >= value.length || offset >= to) break
      ;[at, offset] = this.addSpecial(value, at, offset, to)
    }
    if (at < value.length) this.push(value.slice(at), offset, to)
  }

  /** The stretch that is spelled the same in prose and source. */
  private addEqual(value: string, at: number, offset: number, to: number): number {
    const {source} = this
    let length = 0
    while (at + length < value.length && offset + length < to) {
      const character = source[offset + length]
      if (character !== value[at + length] && !isNul(character, value[at + length])) break
      if (character === '\\' || character === '&' || character === '\n' || character === '\r') break
      length++
    }
    if (length > 0) this.push(value.slice(at, at + length), offset, offset + length)
    return length
  }

  private addSpecial(value: string, at: number, offset: number, to: number): [number, number] {
    const {source} = this
    const character = value.charAt(at)
    if ((character === '\n' || character === '\r') && source[offset] !== '&') {
      return this.addLineBreak(value, at, offset, to)
    }
    if (source[offset] === '\\' && source[offset + 1] === character && punctuation.test(character)) {
      this.push(character, offset, offset + 2)
      return [at + 1, offset + 2]
    }
    if (source[offset] === '&') {
      const found = referenceAt(source, offset)
      if (found && value.startsWith(found.text, at)) {
        this.push(found.text, offset, offset + found.length)
        return [at + found.text.length, offset + found.length]
      }
    }
    // `a &b`: a mark that means nothing here; or blanks that the parser dropped.
    if (source[offset] === character) {
      this.push(character, offset, offset + 1)
      return [at + 1, offset + 1]
    }
    return [at, offset + 1]
  }

  /** A line break takes the blanks before it and the next line's indent and quote marks with it. */
  private addLineBreak(value: string, at: number, offset: number, to: number): [number, number] {
    const {source} = this
    let from = offset
    while (from < to && (source[from] === ' ' || source[from] === '\t')) from++
    const next = value[at] === '\r' && value[at + 1] === '\n' ? at + 2 : at + 1
    let end = from + (source[from] === '\r' && source[from + 1] === '\n' ? 2 : 1)
    while (end < to && isLinePrefix(source[end], value[next])) end++
    this.push('\n', offset, end)
    return [next, end]
  }

  private addSpelled(spelling: Spelling, value: string, from: number, to: number): void {
    const end = this.value.length + value.length
    spelling(value, this.source, [from, to], (piece, start, stop) => this.push(piece, start, stop))
    const rest = end - this.value.length
    if (rest > 0) this.push(value.slice(-rest), rest === value.length ? from : Math.min(this.cursor, to), to)
  }

  private addCode(value: string, from: number, to: number): void {
    const {source, spelling} = this
    if (spelling) {
      this.addSpelled(spelling, value, from, to)
      return
    }
    let fence = 0
    while (source[from + fence] === '`') fence++
    let offset = from + fence
    const end = to - fence
    if (source[offset] === ' ' && value[0] !== ' ' && end - offset > value.length) offset++
    if (!value.includes('\r') && source.startsWith(value, offset) && offset + value.length <= end) {
      this.push(value, offset, offset + value.length)
      return
    }
    for (let at = 0; at < value.length; at++) {
      while (
        offset < end &&
        source[offset] !== value[at] &&
        !isNul(source[offset], value[at]) &&
        !/[\r\n]/.test(source.charAt(offset))
      )
        offset++
      let after = offset + 1
      let piece = value.charAt(at)
      if (/[\r\n]/.test(source.charAt(offset))) {
        if (source.startsWith('\r\n', offset)) after++
        if (value.startsWith('\r\n', at)) at++
        if (piece === '\r') piece = '\n'
        while (after < end && isLinePrefix(source[after], value[at + 1])) after++
      }
      this.push(piece, Math.min(offset, end), Math.min(after, end))
      offset = after
    }
  }
}

/** Markdown reads U+0000 as U+FFFD. */
function isNul(character: string | undefined, value: string | undefined): boolean {
  return character === '\0' && value === '\uFFFD'
}

function isLinePrefix(character: string | undefined, next: string | undefined): boolean {
  return (character === ' ' || character === '\t' || character === '>') && character !== next
}

function referenceAt(source: string, offset: number): {text: string; length: number} | undefined {
  reference.lastIndex = offset
  const match = reference.exec(source)
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  if (name) {
    const text = decodeNamedCharacterReference(name)
    return text === false ? undefined : {text, length: whole.length}
  }
  const text = hex
    ? decodeNumericCharacterReference(hex, 16)
    : decodeNumericCharacterReference(decimal as string, 10)
  return {text, length: whole.length}
}
