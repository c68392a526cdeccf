import {headOf, isAskedOn, isHeadingText, isOpener, isWholeHeading, isWholeText} from './heading-text.ts'
import type {Copy, Document, GluedHeading, Heading, Mark, Paragraph, Repair} from './model.ts'
import {titleCaseShare} from './names.ts'
import {lineEndOf, separateLines} from './source-lines.ts'
import {splitOff} from './split-heading.ts'

const sectionWord =
  /^(Introduction|Conclusion|Overview|Background|Summary|TL;DR|Key Takeaways|Final Thoughts|Prerequisites|Requirements|Frequently Asked Questions|FAQs?|Methodology|Discussion|Abstract)\s+(?=\p{Lu})/u
/** What `isHeadingText` allows at no end. */
const stops = '.,;:!…'
/** After a full stop any text can follow the mark; elsewhere a capital, since “write ## before it” is prose. */
const markInside = /(?:(?<=[.!?:…]["”’)\]]?)\s(#{2,6}) (?=\S)|(?:^|\s)(#{2,6}) (?=[\p{Lu}\p{N}"“]))/gu

const codeTag = /^<(\/?)(?:code|kbd|samp|pre|tt)\b/i

/** Headings that stand inside a paragraph: before or after its text, or with their marks in the middle. */
export function findGluedHeadings(document: Document): GluedHeading[] {
  const found: GluedHeading[] = []
  for (const copy of document.copies) found.push(...besideCopy(document, copy))
  for (const paragraph of document.paragraphs) {
    if (paragraph.place !== 'body') continue
    if (paragraph.prose.value.includes('##')) {
      const marked = insideText(document, paragraph)
      found.push(...marked)
      if (marked.length > 0) continue
    }
    const shape = atStart(paragraph) ?? atEnd(document, paragraph)
    if (shape && !document.copyOf(paragraph) && paragraph.isProse) found.push(shape)
  }
  for (const heading of document.headings) if (holdsParagraph(heading)) found.push(withText(heading))
  return found.sort((a, b) => a.range[0] - b.range[0])
}

/** What surrounds a copied text in its paragraph, if it can be headings. */
export function headingsBesideCopy(copy: Copy): {
  before?: readonly [number, number]
  after?: readonly [number, number]
} {
  const {paragraph} = copy
  const {value} = paragraph.prose
  const start = startOf(copy)
  const before = trimmed(value, 0, start)
  const after = trimmed(value, copy.end, value.length)
  // “As of today, the mill …”: what goes on in lower case, as the clean copy does not, is one sentence with it.
  const text = copy.original.prose.value
  const opens = !isLower(value.charAt(nextText(value, start))) || isLower(text.charAt(0))
  const isOpen = opens && !(before && isAskedOn(value.slice(...before), text))
  return {
    ...(before && isOpen && !hasLabel(paragraph) && isWholeHeadingOf(paragraph, before) ? {before} : {}),
    ...(after && isWholeHeadingOf(paragraph, after) ? {after} : {})
  }
}

/** With the quotation marks that the clean copy opens with, as in `“We bake at three”, she said`. */
function startOf({paragraph, original, start}: Copy): number {
  const signs = /^[“"'‘„«¿¡]*/.exec(original.prose.value)?.[0] ?? ''
  return paragraph.prose.value.slice(0, start).endsWith(signs) ? start - signs.length : start
}

function isLower(letter: string): boolean {
  return /\p{Ll}/u.test(letter)
}

/** Reads as a heading, and takes no part of a link or of emphasis with it. */
function isWholeHeadingOf({prose}: Paragraph, [from, to]: readonly [number, number]): boolean {
  const text = prose.value.slice(from, to)
  const isCut = (at: number): boolean => prose.marks.some(({start, end}) => start < at && at < end)
  const isCovered = prose.marks.some(({start, end}) => start === 0 && end === prose.value.length)
  return isHeadingText(text) && isWholeText(text) && (isCovered || !(isCut(from) || isCut(to)))
}

/** `**Ann Bell**: We sold …`, `**Goal:** We sell …`: a speaker or a label opens the paragraph itself. */
function hasLabel({prose}: Paragraph): boolean {
  const [first] = prose.marks
  if (first?.node.type !== 'strong' || first.start > 0) return false
  return /^.{0,79}:$/.test(prose.value.slice(0, first.end)) || prose.value[first.end] === ':'
}

function besideCopy(document: Document, copy: Copy): GluedHeading[] {
  if (copy.kind === 'exact') return []
  const {paragraph} = copy
  const beside = headingsBesideCopy(copy)
  const {before, after} = beside
  const level = levelOf(paragraph)
  const gap = lineEndOf(document.text).repeat(2)
  // In an item or a quote each line would need its indent or mark.
  const isSplit =
    copy.kind === 'contained' &&
    paragraph.place === 'body' &&
    !cutsMark(paragraph, before?.[1]) &&
    !cutsMark(paragraph, after?.[0]) &&
    (!before || canStartSection(paragraph)) &&
    (!after || canEndSection(document, paragraph))
  const glued = (at: 'start' | 'end', [start, end]: readonly [number, number]): GluedHeading => {
    const text = paragraph.prose.value.slice(start, end)
    const repair =
      copy.repair ??
      (isSplit
        ? (separateLines(document) ?? splitOff(paragraph, beside, `${'#'.repeat(level)} `, gap))
        : undefined)
    return {
      text,
      range: paragraph.prose.at(start, end - start),
      block: paragraph,
      start,
      end,
      at,
      proof: 'copy',
      level,
      ...(repair ? {repair} : {})
    }
  }
  return [...(before ? [glued('start', before)] : []), ...(after ? [glued('end', after)] : [])]
}

/** A heading before it leaves no empty section above. */
export function canStartSection({section, index}: Paragraph): boolean {
  return section.heading === undefined || section.blocks[0]?.index !== index
}

/** A heading after it gets text: neither another heading nor the end follows. */
export function canEndSection({blocks}: Pick<Document, 'blocks'>, {index}: Paragraph): boolean {
  const next = blocks[index + 1]
  return next !== undefined && next.type !== 'heading'
}

/** Whether a place lies inside code, a link or emphasis, which a line end there would tear. */
function cutsMark({prose}: Paragraph, at: number | undefined): boolean {
  return at !== undefined && prose.marks.some(({start, end}) => start < at && at < end)
}

/** What stays above a heading is text: marks alone may be those of a rule, a list or front matter. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** `… a text. ## Heading`: the mark itself shows it; where the heading ends shows only a line end. */
function insideText(document: Document, paragraph: Paragraph): GluedHeading[] {
  const {value, marks} = paragraph.prose
  const found: GluedHeading[] = []
  const matches = [...value.matchAll(markInside)]
  for (const [index, match] of matches.entries()) {
    const start = match.index + match[0].indexOf('#')
    if (isInCode(marks, start)) continue
    const hashes = match[1] ?? match[2] ?? '##'
    const line = value.indexOf('\n', start)
    const next = matches[index + 1]?.index ?? value.length
    const rest = value.slice(start + hashes.length + 1, Math.min(next, line < 0 ? value.length : line))
    // Before another mark in its line a heading may have its text with it.
    const isWhole =
      (line < 0 ? next === value.length : line <= next) &&
      isWholeHeading(rest, line < 0 ? '' : value.slice(line + 1))
    const text = isWhole ? rest.trimEnd() : headOf(rest.trimEnd()).replace(/ [-–—|*]+$/, '')
    const end = start + hashes.length + 1 + text.length
    const at = start === 0 ? 'start' : end >= value.trimEnd().length ? 'end' : 'inside'
    // Text without markup has no headings: on a line of its own the mark would make Markdown of it.
    const isSure =
      document.format !== 'text' &&
      isWhole &&
      hasWords(value.slice(value.lastIndexOf('\n', start) + 1, start)) &&
      (at !== 'end' || canEndSection(document, paragraph))
    const repair = isSure ? (separateLines(document) ?? ownLine(document, paragraph, start, end)) : undefined
    found.push({
      text,
      range: paragraph.prose.at(start, end - start),
      block: paragraph,
      start,
      end,
      at,
      proof: 'mark',
      level: hashes.length,
      ...(repair ? {repair} : {})
    })
  }
  return found
}

/** In backticks, or behind the tag of `<code>` that no `</code>` has closed. */
function isInCode(marks: readonly Mark[], at: number): boolean {
  let isOpen = false
  for (const {node, start, end} of marks) {
    if (node.type === 'inlineCode' && start <= at && at < end) return true
    const [, close] = node.type === 'html' && start <= at ? (codeTag.exec(node.value) ?? []) : []
    if (close !== undefined) isOpen = close === ''
  }
  return isOpen
}

function ownLine(document: Document, {prose}: Paragraph, start: number, end: number): Repair {
  const gap = lineEndOf(document.text).repeat(2)
  const last = lastText(prose.value, start)
  const edits = [{range: [prose.at(last)[0], prose.at(start)[0]] as const, text: gap}]
  const next = nextText(prose.value, end)
  if (next < prose.value.length) edits.push({range: [prose.at(end - 1, 1)[1], prose.at(next)[0]], text: gap})
  return edits
}

/** `Introduction The mill was …`: the word for a section, and a new sentence after it. */
function atStart(paragraph: Paragraph): GluedHeading | undefined {
  const {value} = paragraph.prose
  const match = sectionWord.exec(value)
  const text = match?.[1]
  if (!text || paragraph.wordCount < 12 || isMarked(paragraph, 0, text.length)) return undefined
  // “Introduction Day is …”, “Summary Judgment was …”: the next word belongs to it, if it has a capital by name.
  const next = /^\p{L}+/u.exec(value.slice(match[0].length))?.[0] ?? ''
  if (!isOpener(next)) return undefined
  return {
    text,
    range: paragraph.prose.at(0, text.length),
    block: paragraph,
    start: 0,
    end: text.length,
    at: 'start',
    proof: 'shape',
    level: levelOf(paragraph)
  }
}

/** `… was sold. What Comes Next`: Title Case words after the last full stop, before the next paragraph. */
function atEnd(document: Document, paragraph: Paragraph): GluedHeading | undefined {
  // Nearly every paragraph ends like a sentence: that is seen before anything is split or counted.
  if (stops.includes(paragraph.prose.value.at(-1) ?? '')) return undefined
  const {sentences} = paragraph
  const last = sentences.at(-1)
  const next = document.blocks[paragraph.index + 1]
  if (!last || sentences.length < 2 || stops.includes(last.text.at(-1) as string)) return undefined
  if (next?.type !== 'paragraph' || next.place !== 'body' || !next.isProse || paragraph.wordCount < 20)
    return undefined
  const {text} = last
  const words = text.split(/\s+/)
  // “… would close a channel. Yes, Ann?” asks somebody, and who speaks next has a label.
  if (text.endsWith('?') && (words.length < 4 || text.includes(','))) return undefined
  if (hasLabel(next)) return undefined
  if (words.length < 2 || words.length > 12 || !isHeadingText(text) || /[\d"“”()&@/]|https?:/.test(text))
    return undefined
  const before = paragraph.prose.value.slice(0, last.start).trimEnd()
  if (!/[.!?]["”’)]?$/.test(before)) return undefined
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  if (titleCaseShare(text) < 0.85 || capitals < 2 || (words.length <= 3 && capitals < words.length))
    return undefined
  if (isMarked(paragraph, last.start, last.start + text.length)) return undefined
  return {
    text,
    range: last.range,
    block: paragraph,
    start: last.start,
    end: last.start + text.length,
    at: 'end',
    proof: 'shape',
    level: levelOf(paragraph)
  }
}

/** A marked heading that goes on as a paragraph: `## Storage The shop keeps its flour …`. */
function holdsParagraph(heading: Heading): boolean {
  if (heading.kind !== 'marked' || heading.text.length < 240) return false
  return heading.text.split(' ').length >= 50 && /[.!?]["”)]?$/.test(heading.text)
}

function withText(heading: Heading): GluedHeading {
  const {prose, text, level} = heading
  return {
    text,
    range: heading.range,
    block: heading,
    start: 0,
    end: prose.value.length,
    at: 'start',
    proof: 'mark',
    level
  }
}

function isMarked(paragraph: Paragraph, start: number, end: number): boolean {
  return paragraph.prose.marks.some(
    (mark) => mark.start < end && mark.end > start && mark.node.type !== 'html'
  )
}

/** The level of the sections around a paragraph; 2 below the title. */
export function levelOf({section}: Paragraph): number {
  return Math.max(2, section.heading?.level ?? 2)
}

function trimmed(value: string, from: number, to: number): readonly [number, number] | undefined {
  const start = nextText(value, from)
  const end = lastText(value, to)
  return start < end ? [start, end] : undefined
}

function nextText(value: string, from: number): number {
  let at = from
  while (at < value.length && /\s/.test(value.charAt(at))) at++
  return at
}

function lastText(value: string, to: number): number {
  let at = to
  while (at > 0 && /\s/.test(value.charAt(at - 1))) at--
  return at
}
