import {
  canEndSection,
  canStartSection,
  headingsBesideCopy,
  repeatsHeading
} from '../headings/glued-headings.ts'
import {levelBeside} from '../headings/inserted-level.ts'
import {holdsText} from '../headings/sections.ts'
import {losesMark} from '../headings/split-heading.ts'
import type {Block, Copy, Document, Paragraph, Repair, Section} from '../model.ts'
import {lineEndOf, ownsLines, removeLines, separateLines, wholeLines} from '../page/source-lines.ts'
import {isBelowLead, wordsIn} from './copy-places.ts'
import {isInstruction} from './instructions.ts'
import {isBelowShown, leadsOn} from './shown.ts'

/**
 * Edits that leave one clean copy. Nothing when something could be lost: a reworded copy, other words around it,
 * a section that would be empty, a copy inside a list or above one, or above code that may be another one here,
 * the text that an item of a list repeats, a step of another procedure, the answer to a question.
 */
export function repairCopy(
  document: Pick<Document, 'text' | 'tightLines' | 'blocks'>,
  copy: Copy,
  isRunTogether: (copy: Copy) => boolean
): Repair | undefined {
  const {paragraph, kind} = copy
  if (kind === 'near' || paragraph.place !== 'body' || !ownsLines(document.text, paragraph.range))
    return undefined
  if (!isSameSource(document.text, copy)) return undefined
  if (kind === 'exact')
    return leadsOn(paragraph, document.blocks) ||
      isBelowShown(paragraph, document.blocks) ||
      isStepAgain(copy) ||
      isOfOther(copy) ||
      endsList(document, copy) ||
      runsOn(document, copy)
      ? undefined
      : [removeLines(document.text, paragraph.range)]
  if (separateLines(document) === undefined && isRunTogether(copy) && !isAlone(copy))
    return [removeLines(document.text, paragraph.range)]
  return separateLines(document) ?? ungluedCopy(document, copy)
}

/** `Heading text. Next Heading` beside the clean text: the headings go around it, the copy goes. */
function ungluedCopy(
  document: Pick<Document, 'text' | 'tightLines' | 'blocks'>,
  copy: Copy
): Repair | undefined {
  const {paragraph, original} = copy
  const {text} = document
  const {before, after} = headingsBesideCopy(copy)
  const value = paragraph.prose.value
  const rest = value.slice(0, copy.start).trim() + value.slice(copy.end).trim()
  const known = (before ? value.slice(...before) : '') + (after ? value.slice(...after) : '')
  if (rest !== known) return undefined
  // Its heading stands over the clean copy: nothing of it is lost.
  if (before && !after && repeatsHeading(copy, before))
    return isAlone(copy) ? undefined : [removeLines(text, paragraph.range)]
  if (Math.abs(original.index - paragraph.index) !== 1) return undefined
  if ([before, after].some((heading) => heading && losesMark(paragraph, heading))) return undefined
  const mark = `${'#'.repeat(levelBeside(paragraph.section, paragraph.prose.value.slice(...(before ?? after ?? [0, 0]))))} `
  const gap = lineEndOf(text).repeat(2)
  const spell = ([start, end]: readonly [number, number]): string =>
    mark + text.slice(...paragraph.prose.at(start, end - start))
  const [from, to] = wholeLines(text, paragraph.range)
  const [originalStart, originalEnd] = wholeLines(text, original.range)
  const isBefore = paragraph.index < original.index
  const [first, last] = isBefore ? [paragraph, original] : [original, paragraph]
  if ((before && !canStartSection(first)) || (after && !canEndSection(document, last))) return undefined
  if (isBefore) {
    const edits = before
      ? [{range: [from, to] as const, text: spell(before)}]
      : [removeLines(text, paragraph.range)]
    if (after) edits.push({range: [originalEnd, originalEnd], text: gap + spell(after)})
    return edits
  }
  const edits = after
    ? [{range: [from, to] as const, text: spell(after)}]
    : [removeLines(text, paragraph.range)]
  if (before) edits.unshift({range: [originalStart, originalStart], text: spell(before) + gap})
  return edits
}

/** The only text of its section. */
function isAlone({paragraph}: Copy): boolean {
  const {heading, blocks} = paragraph.section
  return heading !== undefined && !blocks.some((block) => block !== paragraph && holdsText(block))
}

/** Repairs taken back where something would be left with nothing under it: a heading, a line in bold, a question, “He wrote:”. */
export function keepSections(copies: readonly Copy[], {blocks}: Pick<Document, 'blocks'>): Copy[] {
  const stays = findAnswers(copies, blocks)
  const goes = ({kind, paragraph, repair}: Copy): boolean =>
    kind === 'exact' && repair !== undefined && !stays.has(paragraph)
  const gone = new Set<Block>(copies.filter(goes).map(({paragraph}) => paragraph))
  // Asked once a section: each of many copies in it would look at all the others.
  const known = new Map<Section, boolean>()
  const isEmptied = (section: Section): boolean => {
    const {heading, blocks, children} = section
    const is =
      known.get(section) ??
      (heading !== undefined &&
        children.length === 0 &&
        blocks.every((block) => gone.has(block) || !holdsText(block)))
    known.set(section, is)
    return is
  }
  return copies.map((copy) => {
    const isKept = stays.has(copy.paragraph) || (goes(copy) && isEmptied(copy.paragraph.section))
    if (copy.kind !== 'exact' || !copy.repair || !isKept) return copy
    const {repair, ...rest} = copy
    return rest
  })
}

/**
 * Repairs that take along what was pasted with the copy: short paragraphs above and below it that stand the same above
 * and below the first one. Left alone, “Turn it off. I know.” would stand twice, and speak of nothing.
 */
export function takeNeighbours(
  copies: readonly Copy[],
  {text, blocks}: Pick<Document, 'text' | 'blocks'>
): Copy[] {
  const found = new Set<Block>(copies.map(({paragraph}) => paragraph))
  return copies.map((copy) => {
    const {kind, paragraph, original, repair} = copy
    if (kind !== 'exact' || !repair || original.index > paragraph.index) return copy
    const above = neighbours(paragraph, original, -1)
    const below = neighbours(paragraph, original, 1)
    if (above.length + below.length === 0) return copy
    // In “b, A, b, A, b” the first ones must stay.
    if (original.index + below.length >= paragraph.index - above.length) return copy
    const last = below.at(-1) ?? paragraph
    const gone = new Set<Block>([...above, paragraph, ...below])
    const stays = paragraph.section.blocks.some(
      (block) => !gone.has(block) && !found.has(block) && holdsText(block)
    )
    if (!stays || leadsOn(last, blocks)) return copy
    const edits = [...above, ...below].map(({range}) => removeLines(text, range))
    return {...copy, repair: [...repair, ...edits].sort((a, b) => a.range[0] - b.range[0])}
  })

  function neighbours(paragraph: Paragraph, original: Paragraph, step: 1 | -1): Paragraph[] {
    const same: Paragraph[] = []
    const first = original.index + step
    for (let at = paragraph.index + step, twinAt = first; ; at += step, twinAt += step) {
      const [block, twin] = [blocks[at], blocks[twinAt]]
      if (block?.type !== 'paragraph' || twin?.type !== 'paragraph' || block.place !== 'body') break
      if (block.section !== paragraph.section || twin.section !== original.section) break
      if (found.has(block) || !ownsLines(text, block.range)) break
      if (wordsIn(text, block.range) !== wordsIn(text, twin.range)) break
      same.push(block)
    }
    return same
  }
}

/** Copies right below a line in bold, a question, a lead-in, a label or the start of a box, with those that follow them. */
function findAnswers(copies: readonly Copy[], blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>()
  const paragraphs = copies.map(({paragraph}) => paragraph).sort((a, b) => a.index - b.index)
  for (const paragraph of paragraphs) {
    const before = blocks[paragraph.index - 1]
    if ((before && found.has(before)) || isBelowLead(blocks, paragraph)) found.add(paragraph)
  }
  return found
}

/** Words are compared without marks and punctuation; a link or a comma that only the copy has must not be lost. */
function isSameSource(text: string, {range, original}: Copy): boolean {
  // Those of the clean text stay with it.
  return (
    text
      .slice(...range)
      .replace(/\s+/g, ' ')
      .trim() === wordsIn(text, original.range)
  )
}

/** Other text in the next line, as in a session of a program that has no fence: it goes on with what stands above it. */
function runsOn({text, tightLines}: Pick<Document, 'text' | 'tightLines'>, {range}: Copy): boolean {
  if (tightLines.length > 0) return false
  const [, end] = wholeLines(text, range)
  return /^(?:\r\n|\r|\n)[ \t]*[^\s#]/.test(text.slice(end, end + 200))
}

/** “Open the valve …” below another heading may be a step of what is done there. */
function isStepAgain({paragraph, original}: Copy): boolean {
  return paragraph.section !== original.section && isInstruction(paragraph)
}

/** “Nobody knows the cause of this leak.” below another heading, “It then shuts by itself.” below another text: of another one. */
function isOfOther({paragraph, original}: Copy): boolean {
  if (back.test(paragraph.prose.value) && paragraph.index !== original.index + 1) return true
  return paragraph.section !== original.section && here.test(paragraph.sentences[0]?.text ?? '')
}

/** Right below another list it may say what comes of its steps. */
function endsList({blocks}: Pick<Document, 'blocks'>, {paragraph, original}: Copy): boolean {
  const above = blocks[paragraph.index - 1]
  return above?.type === 'paragraph' && above.place === 'item' && above !== blocks[original.index - 1]
}

const back = /^\W{0,3}(?:it|they|he|she|such|then|otherwise|instead|also|again)\b/i
const here = /\b(?:this|these)\b/i
