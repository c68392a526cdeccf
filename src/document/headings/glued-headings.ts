import {lazy} from '../lazy.ts'
import type {Copy, Document, GluedHeading, Heading, Mark, Paragraph, Repair} from '../model.ts'
import {lineEndOf, separateLines} from '../page/source-lines.ts'
import {isEnglish} from '../prose/language.ts'
import {normaliseLine} from '../prose/names.ts'
import {
  aboveTwin,
  atEnd,
  atStart,
  createHeldCheck,
  hasLabel,
  holdsParagraph,
  inCapitals,
  opensAgain
} from './glued-shapes.ts'
import {headOf, isAskedOn, isHeadingText, isWholeHeading, isWholeText} from './heading-text.ts'
import {levelBeside} from './inserted-level.ts'
import {findJoinedHeadings} from './joined-headings.ts'
import {splitOff} from './split-heading.ts'

/** After a full stop any text can follow the mark; elsewhere a capital, since “write ## before it” is prose. */
const markInside = lazy(
  () => /(?:(?<=[.!?:…]["”’)\]]?)\s(#{2,6}) (?=\S)|(?:^|\s)(#{2,6}) (?=[\p{Lu}\p{N}"“]))/gu
)

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
    const isFree = paragraph.isProse && !document.copyOf(paragraph)
    const joined = isFree ? findJoinedHeadings(paragraph, canEndSection(document, paragraph)) : []
    found.push(...joined)
    if (joined.length > 0) continue
    const shape = atStart(paragraph) ?? aboveTwin(document, paragraph) ?? atEnd(document, paragraph)
    if (shape && isFree) found.push(shape)
  }
  // Where one heading ran into the text, so did others, and only the capitals show their end. Alone, they must be sure.
  const isLone = found.length === 0
  if (!isLone || isEnglish(document.language))
    for (const paragraph of document.paragraphs) {
      if (paragraph.place !== 'body' || (isLone && !opensAgain(paragraph))) continue
      if (!paragraph.isProse || document.copyOf(paragraph)) continue
      const shape = inCapitals(paragraph)
      if (shape && !found.some(({block, at}) => block === paragraph && at !== 'end')) found.push(shape)
    }
  const holdsOther = createHeldCheck(document)
  for (const heading of document.headings)
    if (holdsParagraph(heading) || holdsOther(heading)) found.push(withText(heading))
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

/** Words before a copy that are the heading of its clean original: they stand twice with it. */
export function repeatsHeading({paragraph, original}: Copy, [from, to]: readonly [number, number]): boolean {
  const {heading} = original.section
  return (
    heading !== undefined &&
    normaliseLine(heading.text) === normaliseLine(paragraph.prose.value.slice(from, to))
  )
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

function besideCopy(document: Document, copy: Copy): GluedHeading[] {
  if (copy.kind === 'exact') return []
  const {paragraph} = copy
  const beside = headingsBesideCopy(copy)
  const before = beside.before && repeatsHeading(copy, beside.before) ? undefined : beside.before
  const {after} = beside
  const level = levelBeside(paragraph.section, paragraph.prose.value.slice(...(before ?? after ?? [0, 0])))
  const gap = lineEndOf(document.text).repeat(2)
  // In an item or a quote each line would need its indent or mark.
  const isSplit =
    copy.kind === 'contained' &&
    paragraph.place === 'body' &&
    !cutsMark(paragraph, before?.[1]) &&
    !cutsMark(paragraph, after?.[0]) &&
    (!before || canStartSection(paragraph)) &&
    before === beside.before &&
    // Right above the clean copy it would stand over what it stands below.
    (!after || (canEndSection(document, paragraph) && copy.original.index !== paragraph.index + 1))
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
  const inside = beside.before ? undefined : aboveCopy(copy)
  return [
    ...(before ? [glued('start', before)] : []),
    ...(inside ? [inside] : []),
    ...(after ? [glued('end', after)] : [])
  ]
}

/** `… by the road. The turning point The wheel broke …`: no sentence of its own, between one and the copy that opens like one. */
function aboveCopy(copy: Copy): GluedHeading | undefined {
  const {paragraph, original} = copy
  const {value} = paragraph.prose
  const start = startOf(copy)
  if (copy.kind !== 'contained' || !/^[\p{Lu}“"]/u.test(original.prose.value)) return undefined
  const above = value.slice(0, start).trimEnd()
  const text = /[.!?]["”’)]? (\p{Lu}[^.!?]{5,80})$/u.exec(above.slice(-90))?.[1]
  if (text === undefined || !text.includes(' ') || text.includes(',')) return undefined
  const range = [above.length - text.length, above.length] as const
  if (!isWholeHeadingOf(paragraph, range)) return undefined
  return {
    text,
    range: paragraph.prose.at(range[0], text.length),
    block: paragraph,
    start: range[0],
    end: range[1],
    at: 'inside',
    proof: 'copy',
    level: levelBeside(paragraph.section, text)
  }
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
  const matches = [...value.matchAll(markInside())]
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
