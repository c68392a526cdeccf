import {countLetters, onOneLine} from './page-letters.ts'
import {isFootnoteMark, isLeftOut} from './page-parts.ts'
import {type Allowance, isLabelled, isLayout, readTable} from './page-table.ts'
import {attribute, childrenOf, type Element, isElement, type Node, textIn} from './page-tree.ts'

/** Elements that start a line of their own; `text` is that of pictures (SVG). */
const blockNames = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main ol p pre section summary table tbody td text tfoot th thead
  tr ul xmp noscript`.split(/\s+/)
)
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Stands for a line break until blanks are collapsed; no parser gives it. */
const lineBreak = '\0'

export interface ReadSettings {
  /** Footers are that of the page, and not of an article. */
  readonly isWhole: boolean
  /** What stands there for readers without scripts is read too. */
  readonly withNoscript?: boolean
}

/** What a part of a page shows: its blocks, and how many letters of them are links. */
export interface Shown {
  readonly blocks: readonly string[]
  readonly linked: number
}

/** The text of an element that a reader sees, block by block; `<br>` is a line end in a block. */
export function readBlocks(root: Node, {isWhole, withNoscript = false}: ReadSettings): Shown {
  const blocks: string[] = []
  const allowance: Allowance = {left: 1_000_000}
  let linked = 0
  let links = 0
  let run: string[] = []
  /** Descriptions of the pictures in the run. */
  let pictures: string[] = []
  /** What a definition defines, to stand before it. */
  let term = ''
  let isExact = false
  /** How many blocks there were when a card was joined: the elements around it hold no other. */
  let joined = 0
  visit(root)
  flush()
  return {blocks, linked}

  function visit(node: Node): void {
    if ('value' in node) add(node.value)
    if (!isElement(node)) for (const child of childrenOf(node)) visit(child)
    else if (node.tagName === 'noscript' ? withNoscript : !isLeftOut(node)) open(node)
    else if (node.tagName === 'button' && run.length === 0) summary(node)
  }

  function open(node: Element): void {
    const {tagName} = node
    if (tagName === 'footer' && isWhole) return
    if (tagName === 'br') run.push(lineBreak)
    else if (tagName === 'img') picture(node)
    else if (tagName === 'sup') raised(node)
    else if (isFootnoteMark(node)) return
    else if (tagName === 'a') link(node)
    else if (tagName === 'table' && !isLayout(node)) table(node)
    else if (tagName === 'tr' && isLabelled(node)) labelled(node)
    else if (isBlock(node)) block(node)
    else inline(node)
  }

  function block(node: Element): void {
    flush()
    const first = blocks.length
    const outer = isExact
    if (node.tagName === 'pre' || node.tagName === 'listing') isExact = true
    for (const child of childrenOf(node)) visit(child)
    isExact = outer
    if (node.tagName === 'dd') flush(term)
    else flush()
    if (node.tagName === 'dt') term = (blocks.at(-1) ?? '').slice(0, 80)
    if (node.tagName === 'dl') term = ''
    if (node.tagName === 'div' || node.tagName === 'li' || node.tagName === 'a') joinCard(first)
  }

  function inline(node: Element): void {
    seam(textIn(node, 12).trimStart())
    for (const child of childrenOf(node)) visit(child)
  }

  function link(node: Element): void {
    // The address of a heading.
    if (/^[#¶§]$/.test(textIn(node, 9).trim())) return
    links++
    inline(node)
    links--
  }

  function add(text: string): void {
    if (text === '') return
    if (links > 0) linked += countLetters([text])
    run.push(isExact ? text.replace(/\r?\n/g, lineBreak) : text)
  }

  /** Elements beside each other, with a style sheet between them: `<span>Total</span><span>31</span>`. */
  function seam(next: string): void {
    const last = run.at(-1)?.slice(-4) ?? ''
    if (/\p{L}{3}$/u.test(last) && /^\d/.test(next)) run.push(' ')
    else if (/\d$/.test(last) && /^\p{Lu}\p{Ll}{3}/u.test(next)) run.push(' ')
  }

  /** `m<sup>2</sup>` is no m2, and `10<sup>6</sup>` no 106. */
  function raised(node: Element): void {
    if (isFootnoteMark(node)) return
    const text = textIn(node, 40).trim()
    if (/^[-−–]?\d{1,3}$/.test(text))
      run.push(text.replace(/[-−–]/, '⁻').replace(/\d/g, (digit) => superscripts[Number(digit)] as string))
    else for (const child of childrenOf(node)) visit(child)
  }

  function picture(node: Element): void {
    const alt = onOneLine(attribute(node, 'alt') ?? '')
    if (/[\p{L}\p{N}]/u.test(alt)) pictures.push(alt)
  }

  function table(node: Element): void {
    flush()
    for (const child of childrenOf(node)) if (isElement(child) && child.tagName === 'caption') visit(child)
    flush()
    const rows = readTable(node, (cell) => readCell(cell), allowance)
    for (const row of rows) blocks.push(row)
  }

  /** A row of a box that is no table all through, as it holds others: `Population | 1,234`. */
  function labelled(row: Element): void {
    flush()
    const cells = childrenOf(row).flatMap((cell) => (isElement(cell) ? [readCell(cell)] : []))
    const line = cells.filter((cell) => cell !== '').join(' | ')
    if (line !== '') blocks.push(line)
  }

  function readCell(cell: Element): string {
    if (isLeftOut(cell)) return ''
    const {blocks: parts, linked: more} = readBlocks({...cell, tagName: 'section'} as Element, {
      isWhole,
      withNoscript
    })
    linked += more
    return parts.join(' ').replaceAll('\n', ' ')
  }

  /** The heading that unfolds a part of the page. */
  function summary(node: Element): void {
    if (/^(?:h[1-6]|dt)$/.test(parentName(node))) for (const child of childrenOf(node)) visit(child)
  }

  function flush(heading = ''): void {
    const made = run.length === 0 ? [] : linesOf(run.join(''))
    run = []
    for (const text of made) {
      allowance.left -= heading.length
      blocks.push(heading === '' || allowance.left < 0 ? text : `${heading}: ${text}`)
    }
    const shown = pictures
    pictures = []
    for (const alt of shown) blocks.push(alt)
  }

  /** A figure in large type, and what it counts below it, are one statement in two blocks. */
  function joinCard(first: number): void {
    const made = blocks.length - first
    if (made < 2 || made > 3 || first < joined) return
    const parts = blocks.slice(first)
    if (parts.some((part) => part.length > 80) || parts.filter(isFigure).length !== 1) return
    blocks.push(parts.join(' '))
    joined = blocks.length
  }
}

function isFigure(text: string): boolean {
  return text.length <= 20 && /^[^\p{L}]{0,4}\d[\d.,\s]{0,12}\S{0,8}$/u.test(text)
}

function isBlock(node: Element): boolean {
  if (blockNames.has(node.tagName)) return true
  const style = attribute(node, 'style')
  return style !== undefined && /display\s{0,9}:\s{0,9}(?:block|flex|grid|table)/i.test(style)
}

function parentName({parentNode}: Element): string {
  return parentNode && 'tagName' in parentNode ? parentNode.tagName : ''
}

/** A run of text with its line ends; two of them in a row part it. */
function linesOf(text: string): string[] {
  const made: string[] = []
  let lines: string[] = []
  for (const part of text.split(lineBreak)) {
    const line = onOneLine(part)
    if (line !== '') lines.push(line)
    else if (lines.length > 0) {
      made.push(lines.join('\n'))
      lines = []
    }
  }
  if (lines.length > 0) made.push(lines.join('\n'))
  return made
}
