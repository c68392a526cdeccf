import {lazy} from '../lazy.ts'
import type {Block, Copy, Document, Paragraph, Range, Section} from '../model.ts'
import {wholeLines} from '../page/source-lines.ts'
import {isEnglish} from '../prose/language.ts'
import {createElementLookup} from './alternatives.ts'
import {isMarked} from './asked-again.ts'

/** In characters: less than four lines. Steps, notes and what opens an example are shorter. */
const longestStep = 250

/** In characters, of English: what is told of each part of an article, a notice, a condition, and stands at its start or end. */
const longestNotice = 200

/** In characters: a line, which is said of what stands beside it. */
const longestRemark = 80

/** Where the same notice stands in more sections, each has it. */
const mostSections = 2

/** Of one section that stand in another one: both were written after one form. */
const fewestOfForm = 3

/**
 * Tells copies of which either could go: where one stands in a box, in a footnote, below “She wrote:” or in bold, the
 * other one is missed in its place; and a short text may belong to its section.
 */
export function createPlaceCheck(
  document: Pick<Document, 'text' | 'tree' | 'blocks' | 'language'>,
  copies: readonly Copy[]
): (copy: Copy) => boolean {
  const {blocks} = document
  const elementOf = createElementLookup(document)
  const sectionsOf = lazy(() => collectSections(copies))
  const shared = lazy(() => countShared(copies))
  return (copy) => {
    const {paragraph, original} = copy
    if (isUnread(document, copy) || isNotice(blocks, copy) || original.place !== 'body') return false
    if (isHtml(paragraph) !== isHtml(original) || isMarked(paragraph) !== isMarked(original)) return false
    if (!isWhole(document.text, original)) return false
    const element = elementOf(paragraph)
    if (element !== elementOf(original) || isPart(paragraph, element !== undefined)) return false
    const isNext = paragraph.index === original.index + 1
    return (isNext || !isBelowLead(blocks, original)) && !isEverywhere(copy) && !isOfForm(copy)
  }

  /** “Keepers are chosen in May.” of the place at the red lamp, and among two more such lines of the one at the green lamp. */
  function isOfForm({paragraph, original}: Copy): boolean {
    const [here, there] = [paragraph.section.heading?.text, original.section.heading?.text]
    if (here === undefined || there === undefined || here === there) return false
    return (shared().get(paragraph.section)?.get(original.section) ?? 0) >= fewestOfForm
  }

  /** “To be named here, write to the keeper” in each of three issues. */
  function isEverywhere({paragraph, original}: Copy): boolean {
    if (paragraph.section === original.section) return false
    return (sectionsOf().get(original)?.size ?? 0) > mostSections
  }
}

/** The sections that copies of a paragraph stand in, with its own. */
function collectSections(copies: readonly Copy[]): ReadonlyMap<Paragraph, ReadonlySet<Paragraph['section']>> {
  const sections = new Map<Paragraph, Set<Paragraph['section']>>()
  for (const {paragraph, original} of copies)
    sections.set(original, (sections.get(original) ?? new Set([original.section])).add(paragraph.section))
  return sections
}

/** How many paragraphs of a section are copies of those of another one. */
function countShared(copies: readonly Copy[]): ReadonlyMap<Section, ReadonlyMap<Section, number>> {
  const counts = new Map<Section, Map<Section, number>>()
  for (const {paragraph, original} of copies) {
    const own = counts.get(paragraph.section) ?? new Map<Section, number>()
    counts.set(paragraph.section, own.set(original.section, (own.get(original.section) ?? 0) + 1))
  }
  return counts
}

/** What excuses a short text, as in “In this example”, is known in English alone. */
function isUnread({language}: Pick<Document, 'language'>, {paragraph, original}: Copy): boolean {
  const isNext = Math.abs(original.index - paragraph.index) === 1
  return !isEnglish(language) && !isNext && paragraph.prose.value.length < longestStep
}

/** “Every keeper has a key of their own.” ends two sections, or opens both; elsewhere in a text it was pasted. */
function isNotice(blocks: readonly Block[], {paragraph, original}: Copy): boolean {
  const {value} = paragraph.prose
  if (paragraph.section === original.section || value.length >= longestNotice) return false
  if (value.length < longestRemark) return true
  const isText = (of: Paragraph, at: number): boolean => {
    const block = blocks[at]
    return block?.type === 'paragraph' && block.place === 'body' && block.section === of.section
  }
  const opens = (of: Paragraph): boolean => !isText(of, of.index - 1)
  const ends = !isText(paragraph, paragraph.index + 1)
  return ends || (opens(paragraph) && opens(original)) || !/[.!?]["”’)]?\s*$/.test(value.slice(-4))
}

/** Nothing else stands in its lines: `<Note>`, `<p>` and `**` are no part of its range. */
function isWhole(text: string, {range}: Paragraph): boolean {
  return wordsIn(text, wholeLines(text, range)) === wordsIn(text, range)
}

/** Without comments, which are for tools, and with single blanks. */
export function wordsIn(text: string, range: Range): string {
  const source = without(without(text.slice(...range), '<!--', '-->'), '{/*', '*/}')
  return source.replace(/\s+/g, ' ').trim()
}

function without(text: string, open: string, close: string): string {
  const [first = '', ...rest] = text.split(open)
  return first + rest.map((part) => part.slice(part.indexOf(close) + close.length)).join(' ')
}

function isHtml({node}: Paragraph): boolean {
  return node.data?.isHtml === true
}

/** `3\\. Keep the lamp low`, `: the one in the tower`: of a list whose marks are none, or what a term means. */
function isPart({prose: {value}, node}: Paragraph, isInElement: boolean): boolean {
  const isIndented = !isInElement && !node.data?.isHtml && (node.position?.start.column ?? 1) > 2
  return isIndented || /^(?:\d{1,3}[.)]\s|[-_*+=•·●▪◦‣⁃–—:|])/u.test(value)
}

/** `/// tip`, `{{< note >}}`: a box begins, and would stand there empty. */
const boxOpening = /^(?:\/{3}\s?\w|\{[%{])/

/** In characters; a longer line is a sentence without its full stop. */
const longestLabel = 60

/** Right below a line in bold or without a full stop, a question, a lead-in or the start of a box: what stands there is said of that. */
export function isBelowLead(blocks: readonly Block[], {index}: Paragraph): boolean {
  const above = blocks[index - 1]
  if (above?.type !== 'paragraph') return false
  // A line in bold is a heading to its readers.
  const {value} = above.prose
  return (
    isMarked(above) ||
    /[?:]["”’)]?\s*$/.test(value.slice(-4)) ||
    boxOpening.test(value) ||
    (value.length <= longestLabel && /[\p{L}\p{N}]\s*$/u.test(value.slice(-4)))
  )
}
