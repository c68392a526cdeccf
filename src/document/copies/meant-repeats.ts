import type {Document, Paragraph, Range} from '../model.ts'
import {findQuotations} from '../prose/quoted.ts'
import {createSpeechCheck, createTalkCheck} from '../prose/transcripts.ts'
import {createLinkCheck} from '../references/link-addresses.ts'
import {isReferenceEntry} from '../references/reference-entries.ts'
import {areReferenceParts} from '../references/reference-parts.ts'
import {createAlternativeCheck, createBesideCheck} from './alternatives.ts'
import {createAnswerCheck, createQuestionCheck, isMarked} from './asked-again.ts'
import {areContrasted} from './contrasts.ts'
import {createFormCheck, createRecordCheck} from './forms.ts'
import {createProcedureCheck, isInstruction, isOfExample} from './instructions.ts'
import {areOfVersions, areParallel} from './parallel-sections.ts'
import {createStepCheck} from './parallel-steps.ts'
import {goesOnInFormula, isRestated, saysItAgain} from './restated.ts'
import {createItemCheck} from './shared-items.ts'
import {areCaptions, areLeadIns, areRemarks} from './shown.ts'
import {areSpeakers} from './speakers.ts'

/** What a paragraph repeats of another one: its words from `start` to `end`, in its prose. */
export interface Repeated {
  readonly kind: 'exact' | 'contained' | 'near'
  readonly copy: Paragraph
  readonly original: Paragraph
  readonly start: number
  readonly end: number
}

/** A link that changes in every so many words changes what the text says. */
const wordsPerLink = 40
/** The name of a page is no longer than so many words. */
const longestName = 30

/** Tells repeats with a good reason from copies. */
export function createMeantCheck(
  document: Pick<Document, 'text' | 'tree' | 'blocks' | 'paragraphs' | 'sections'>
): (repeat: Repeated) => boolean {
  const countOtherLinks = createLinkCheck(document)
  const isForm = createFormCheck()
  const areRecords = createRecordCheck(document)
  const areAlternatives = createAlternativeCheck(document)
  const isItemOfBoth = createItemCheck(document)
  const isBeside = createBesideCheck(document)
  const isTalk = createTalkCheck(document)
  const isAskedAgain = createQuestionCheck(document)
  const areAnswers = createAnswerCheck(document)
  const areSaid = createSpeechCheck(document)
  const areSteps = createStepCheck(document)
  const areProcedures = createProcedureCheck(document)
  const areInstructions = ({kind, copy, original}: Repeated): boolean => {
    const isOwn = (paragraph: Paragraph): boolean =>
      isInstruction(paragraph) || (kind === 'near' && isOfExample(paragraph))
    return isOwn(copy) && isOwn(original) && areProcedures(copy.section, original.section)
  }
  // A long text may hold many others: it is read once.
  const quotations = createLookup(({prose}) => findQuotations(prose.value))
  const links = createLookup(findLinks)
  return (repeat) =>
    isCited(repeat, quotations) ||
    isNamed(repeat, links) ||
    (repeat.kind !== 'contained' && areLeadIns(repeat.copy, repeat.original, document)) ||
    isRestated(repeat.copy, document) ||
    (goesOnInFormula(repeat.copy, document) && goesOnInFormula(repeat.original, document)) ||
    (repeat.kind !== 'contained' && areRemarks(repeat.copy, repeat.original, document)) ||
    (repeat.kind === 'exact' && isAskedAgain(repeat.copy, repeat.original)) ||
    areAnswers(repeat.copy, repeat.original) ||
    (isBriefOrNear(repeat) && areSaid(repeat.copy, repeat.original)) ||
    isPulled(repeat) ||
    isCard(repeat) ||
    isBeside(repeat.copy) ||
    isBeside(repeat.original) ||
    isNoteOfItems(repeat) ||
    areContrasted(repeat.copy, repeat.original) ||
    (repeat.kind === 'near' &&
      (areParallel(repeat.copy, repeat.original) ||
        areTemplates(repeat) ||
        saysItAgain(repeat.copy, repeat.original))) ||
    areOfVersions(repeat.copy, repeat.original) ||
    isPoint(repeat) ||
    isBareMark(repeat) ||
    isWarning(repeat) ||
    haveOtherCodes(repeat) ||
    areNotes(repeat) ||
    areSpeakers(repeat.copy, repeat.original, document) ||
    areCaptions(repeat.copy, repeat.original, document) ||
    isTalk(repeat.copy, repeat.original) ||
    isForm(repeat.copy, repeat.original) ||
    areRecords(repeat.copy, repeat.original) ||
    areAlternatives(repeat.copy, repeat.original) ||
    isItemOfBoth(repeat.copy, repeat.original, repeat.kind === 'near') ||
    areInstructions(repeat) ||
    (repeat.kind !== 'near' && areSteps(repeat.copy, repeat.original)) ||
    areReferenceParts(repeat.copy, repeat.original) ||
    isAboutOthers(repeat)

  /** “Read more in the [minutes](/may).”, “Read more in the [minutes](/june).” */
  function isAboutOthers({copy, original, start, end}: Repeated): boolean {
    const here = {prose: copy.prose, start, end}
    const there = {prose: original.prose, start: 0, end: original.prose.value.length}
    return countOtherLinks(here, there) * wordsPerLink >= Math.min(copy.wordCount, original.wordCount)
  }
}

/** Who reads from a paper says more words again. */
const longestSaid = 25

function isBriefOrNear({kind, copy}: Repeated): boolean {
  return kind === 'near' || copy.wordCount <= longestSaid
}

/** The part of a paragraph around `[start, end)`, of those that don't touch. */
type Lookup = (paragraph: Paragraph, start: number, end: number) => Range | undefined

function createLookup(find: (paragraph: Paragraph) => readonly Range[]): Lookup {
  const known = new Map<Paragraph, readonly Range[]>()
  return (paragraph, start, end) => {
    const ranges = known.get(paragraph) ?? find(paragraph)
    known.set(paragraph, ranges)
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle] as Range)[0] <= start) low = middle + 1
      else high = middle
    }
    const last = ranges[low - 1]
    return last && end <= last[1] ? last : undefined
  }
}

/** Inside quotation marks one of them is somebody's words: “The question was, ‘Will it hold?’” */
function isCited({copy, original, start, end}: Repeated, quotations: Lookup): boolean {
  return !quotations(copy, start, end) !== !quotations(original, ...wordsOf(original))
}

/** As the words of a link, or as a paragraph that is nothing but a link, it is the name of a page. */
function isNamed({copy, original, start, end}: Repeated, links: Lookup): boolean {
  if (Math.min(copy.wordCount, original.wordCount) > longestName) return false
  return (links(copy, start, end) ?? links(original, ...wordsOf(original))) !== undefined
}

/** A link to a page that a generator looks up: `[The mill]({{< ref "mill.md" >}})` is none for a parser. */
const literalLink = /\[[^\][]{1,300}\]\(\{\{[^{}]{1,300}\}\}[^\s(){}]{0,100}\)/g

function findLinks({prose: {value, marks}}: Paragraph): readonly Range[] {
  const links: Range[] = marks
    .filter(({node}) => node.type === 'link' || node.type === 'linkReference')
    .map((mark) => [mark.start, mark.end])
  if (!value.includes(']({{')) return links
  for (const {index, 0: link} of value.matchAll(literalLink)) links.push([index, index + link.length])
  return links.sort((a, b) => a[0] - b[0])
}

/** Characters of words that are taken out of a paragraph. */
const longestPulled = 400

/** A paragraph in bold, in italics or nothing but a quotation, whose words stand in the text too: they are to be seen. */
function isPulled({kind, copy, original}: Repeated): boolean {
  if (kind !== 'contained' || original.prose.value.length > longestPulled) return false
  return (isMarked(original) && !isMarked(copy)) || /^[“"][^“”"]+[”"]$/.test(original.prose.value.trim())
}

/** “Posts: 212 / Joined: March 2014”: what a page shows beside each text of its author. */
function isCard({kind, copy}: Repeated): boolean {
  const lines = copy.prose.value.split('\n')
  if (kind !== 'exact' || lines.length < 3 || copy.wordCount > longestSaid) return false
  return lines.filter((line) => /^\p{Lu}[\p{L} -]{1,20}: \S/u.test(line.trim())).length >= lines.length - 1
}

/** A list at the top names the points that the text makes. */
function isPoint({kind, copy, original}: Repeated): boolean {
  return kind === 'exact' && copy.place === 'body' && original.place === 'item' && isTop(original.section)
}

/** `####How is it paid?` below a list that names all questions: a heading whose blank is missing. */
function isBareMark({copy, original, end}: Repeated): boolean {
  const {value} = copy.prose
  return original.place === 'item' && /^#{1,6}[^\s#]/.test(value) && !value.slice(0, end).includes('\n')
}

/** “`dir/*` takes in all files of the folder”, “`dir/**` takes in …”: words are compared without signs and case, code is not. */
function haveOtherCodes({kind, copy, original}: Repeated): boolean {
  if (kind !== 'exact') return false
  const [one, other] = [codesOf(copy), codesOf(original)]
  return one.length === other.length && one.some((code, index) => code !== other[index])
}

function codesOf({prose: {value, marks}}: Paragraph): string[] {
  return marks.flatMap(({node, start, end}) =>
    node.type === 'inlineCode' ? [value.slice(start, end).replace(/\s+/g, ' ')] : []
  )
}

/** “Say ‘[what it is] must be before [date]’” */
const slot = /(?<![\]!])\[\p{Ll}[\p{Ll} ]{2,40}\](?![([:])/gu
const fewestSlots = 2

/** Two messages that are to be filled in differ in a word or two. */
function areTemplates({copy, original}: Repeated): boolean {
  return [copy, original].every(({prose: {value}}) => (value.match(slot)?.length ?? 0) >= fewestSlots)
}

const warning = /^(?:warning|caution|danger)\b ?[:!–—]/i
/** In words. */
const longestWarning = 40

/** “Warning: the kiln stays hot for a day.”: it is given again before each part of the work that is dangerous. */
function isWarning({kind, copy, original}: Repeated): boolean {
  if (kind !== 'exact' || copy.section === original.section) return false
  return copy.wordCount <= longestWarning && warning.test(copy.prose.value)
}

/** In characters; a longer one tells something. */
const longestNote = 300

/** “See *The Reef*, available at …”: two footnotes that cite one source, and the source itself in two lists of what to read. */
function areNotes({copy, original, start, end}: Repeated): boolean {
  if (end - start > longestNote) return false
  if (copy.section !== original.section && isReferenceEntry(copy)) return isReferenceEntry(original)
  return copy.place === 'footnote' && original.place === 'footnote'
}

/** The lead, the section of the title, or one of its own for the points. */
function isTop({heading}: Paragraph['section']): boolean {
  return heading === undefined || heading.level === 1 || points.test(heading.text)
}

const points =
  /^(?:(?:key|main) (?:takeaways|points|facts|findings)|takeaways|highlights|summary|tl;?dr|at a glance|in (?:brief|short))\b/i

/** A note in italics that stands in several items of a list. */
function isNoteOfItems({copy, original}: Repeated): boolean {
  return copy.place === 'item' && original.place === 'item' && isNote(copy) && isNote(original)
}

function isNote({prose: {value, marks}}: Paragraph): boolean {
  const outer = marks.at(-1)
  return outer?.node.type === 'emphasis' && outer.start === 0 && outer.end >= value.trimEnd().length
}

function wordsOf({words}: Paragraph): Range {
  return [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
}
