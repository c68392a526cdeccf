import {lazy} from '../lazy.ts'
import type {Layout, Prose} from '../model.ts'
import {readByline} from '../page/bylines.ts'
import type {Line} from '../page/lines.ts'
import type {Draft, TextDraft} from '../prose/blocks.ts'
import {normaliseLine, titleCaseShare} from '../prose/names.ts'
import {isProse} from '../prose/prose-guards.ts'
import {isCapitals, isFaq, isHeadingShaped, isOfNoSection, isWithColon} from './heading-shape.ts'
import {isAnnouncing} from './heading-text.ts'
import {
  asksHow,
  countLabels,
  fieldLabel,
  isAskedInPassing,
  isAskedOfSpeaker,
  isBelowPicture,
  isFieldLine,
  isSectionName,
  picture
} from './line-roles.ts'
import {isTightHeading} from './tight-headings.ts'

/** Words a paragraph must have to be the text under a heading. */
const minTextWords = 12

/** Words of a heading that only its place shows. */
const mostWords = 8

/** “Example of a lamp that counts its hours”: what the code right above it is. */
const shownAbove = /^(?:(?:an?|the) )?(?:code|example|listing|output|result|sample|snippet)s?\b/i

/** Of a box beside the text. */
const boxLabel = /^(?:attention|caution|disclaimer|hint|important|info|notice|tip|warning)$/i

/** “Nobody expected that”: a sentence that stands alone to be heard, its full stop left out. */
const sentenceStart =
  /^(?:and|but|everybody|everyone|he|i|it|no one|nobody|nothing|or|she|so|somebody|someone|that|there|these|they|this|those|we|yet|you)\b/i

/**
 * Lines that are headings without a mark: short, alone, capitalised, without a full stop, and followed by text.
 * In Markdown, where headings have marks, a line counts in Title Case, or between whole paragraphs.
 */
export function findBareHeadings(input: {
  /** Lines that are neither furniture nor title. */
  lines: readonly Line[]
  drafts: readonly Draft[]
  layout: Layout
  /** What stood beside them shows that these are headings. */
  known: ReadonlySet<TextDraft>
}): ReadonlySet<Line> {
  const {lines, drafts, layout, known} = input
  const found = new Set(lines.filter((line) => known.has(line.block) || isTightHeading(line)))
  const lone = lines.map(
    (line) => line.alone && !line.block.isBoxed && !found.has(line) && isHeadingShaped(line)
  )
  if (!lone.includes(true)) return found
  const shapes = lines.map(
    (line, index) => lone[index] === true && (layout === 'plain' || isTitleCase(line) || isSectionName(line))
  )
  const firstText = drafts.findIndex(({type}) => type !== 'other')
  const times = new Map<string, number>()
  lines.forEach((line, index) => {
    if (lone[index]) times.set(normaliseLine(line.text), (times.get(normaliseLine(line.text)) ?? 0) + 1)
  })
  const labels = lazy(() => countLabels(lines))
  const isInterview = lazy(
    () => lines.filter((_, index) => shapes[index] && isAskedOfSpeaker(lines, index)).length > 2
  )
  const left = lazy(() => new Set(lines.map(({draft}) => draft)))
  // The marked heading of a section shows how the article marks them.
  if (layout === 'markdown' && drafts.some(isSectionHeading)) {
    lines.forEach((line, index) => {
      if (lone[index] && isBetweenTexts(index) && times.get(normaliseLine(line.text)) === 1) found.add(line)
    })
  }
  for (let index = 0; index < lines.length; index++) {
    if (!shapes[index] || found.has(lines[index] as Line)) continue
    if (isOverList(index)) {
      found.add(lines[index] as Line)
      continue
    }
    let run = 1
    while (shapes[index + run] && isNext(index + run)) run++
    const first = lines[index] as Line
    const last = lines[index + run - 1] as Line
    if (
      run <= 2 &&
      isFollowedByText(index + run - 1) &&
      !isCaption(index) &&
      !isSubtitle(index) &&
      !followsLeadIn(index) &&
      !isSpeaker(index) &&
      !isStandfirst(index) &&
      !isAskedOfSpeaker(lines, index) &&
      !(isAskedInPassing(first) && isInterview()) &&
      !isField(index) &&
      (isSectionName(first) || !isShortNeighbour(index - 1)) &&
      // Two in a row are a heading and its sub-heading, or the last entries of a list: only Title Case tells.
      (run === 1 || [first, last].every((line) => titleCaseShare(line.text) >= 0.8) || isFaq(first, last))
    ) {
      for (const line of run === 1 ? [first] : [first, last])
        if (times.get(normaliseLine(line.text)) === 1) found.add(line)
    } else if (run > 1 && isBelowItems(index, index + run - 1)) found.add(last)
    index += run - 1
  }
  if (layout === 'plain' && found.size > 0) {
    lines.forEach((line, index) => {
      if (line.alone && isWithColon(line) && isOverText(index)) found.add(line)
    })
  }
  for (const line of found) if (isOfNoSection(line.text)) found.delete(line)
  const [only] = found
  if (layout === 'plain' && found.size === 1 && only && isAskedInPassing(only)) found.clear()
  return found

  /** Right above a whole paragraph, and below no lead-in. */
  function isOverText(index: number): boolean {
    const next = lines[index + 1]
    return next !== undefined && isNext(index + 1) && isWhole(next.block.prose) && !followsLeadIn(index)
  }

  /** Below a whole paragraph, a list or code, and above a whole paragraph. */
  function isBetweenTexts(index: number): boolean {
    const line = lines[index] as Line
    const next = lines[index + 1]
    const before = drafts[line.draft - 1]
    if (!before || isCaption(index) || followsLeadIn(index) || isSpeaker(index) || isField(index))
      return false
    if (!next || !isNext(index + 1, true)) return false
    if (countWords(line) > mostWords || /[,?]/.test(line.text) || line.prose.marks.length > 0) return false
    if (boxLabel.test(line.text) || sentenceStart.test(line.text)) return false
    const isBelow =
      before.type === 'text'
        ? before.place === 'item' || (before.place === 'body' && isWhole(before.prose))
        : before.type === 'other' && (before.as === 'code' || before.as === 'thematicBreak')
    return isBelow && isWhole(next.block.prose)
  }

  /** Lines without a stop that are no headings, and in Title Case the heading of the text below them. */
  function isBelowItems(from: number, to: number): boolean {
    const last = lines[to] as Line
    const above = lines.slice(Math.max(from, to - 2), to)
    if (layout !== 'plain' || !isFollowedByText(to) || times.get(normaliseLine(last.text)) !== 1) return false
    // `Height: 2 m`, and the heading of what follows the fields.
    if (above.length > 1 && above.every(({text}) => fieldLabel().test(text)))
      return !fieldLabel().test(last.text)
    if (titleCaseShare(last.text) < 0.9) return false
    return last.text.split(' ').length >= 3 && above.every(({text}) => titleCaseShare(text) < 0.7)
  }

  /** `The Three Things to Check` over three short lines that lost the marks of a list; `Quick Facts` over three fields. */
  function isOverList(index: number): boolean {
    const {text, draft} = lines[index] as Line
    if (layout !== 'plain') return false
    const below = [1, 2, 3].map((step) => lines[index + step]?.text ?? '')
    const isOverFields = isNext(index + 1) && below.every((line) => fieldLabel().test(line))
    // In small letters it may be one more entry: only below a whole paragraph it is none.
    const before = lines[index - 1]
    if (
      titleCaseShare(text) < 0.8 &&
      !(isOverFields && before && isNext(index) && isWhole(before.block.prose))
    )
      return false
    if (text.includes(' ') && isOverFields && !fieldLabel().test(text) && !followsLeadIn(index)) return true
    if (asksHow.test(text) && [1, 2, 3].every((step) => isItem(drafts[draft + step]))) return true
    if (!isAnnouncing(text)) return false
    if ([1, 2, 3].every((step) => isItem(drafts[draft + step]))) return true
    return [1, 2, 3].every(
      (step) => isNext(index + step) && (lines[index + step] as Line).text.split(' ').length <= 14
    )
  }

  /** The line stands directly after the one before it: no list, code or heading between, at most an advertisement. */
  function isNext(index: number, overFurniture = false): boolean {
    const before = lines[index - 1]
    const line = lines[index]
    if (before === undefined || line === undefined) return false
    let at = before.draft + 1
    while (overFurniture && at < line.draft && isTakenOut(at)) at++
    return at >= line.draft
  }

  /** All of its lines are furniture. What stands above a byline is no heading of a section. */
  function isTakenOut(at: number): boolean {
    const draft = drafts[at]
    const isFurniture = draft?.type === 'text' && draft.place === 'body' && !left().has(at)
    return isFurniture && readByline(draft.prose.value.trim()) === undefined
  }

  function isFollowedByText(index: number): boolean {
    const line = lines[index] as Line
    const next = lines[index + 1]
    if (next && isNext(index + 1) && isAmongQuestions(index)) return true
    if (next && isNext(index + 1, true)) {
      // “Here are six signs to look out for:”
      if (next.text.endsWith(':')) return isOverLeadIn(line, next)
      // “[Thanks to all who sent in a lamp.]” is a note to all that stands above.
      if (countWords(next) < minTextWords || /^[[(]/.test(next.text)) return false
      return isProse(next.alone ? next.prose : next.block.prose)
    }
    // In plain text a list or code under a heading; in Markdown such a line is rather the lead-in.
    const draft = drafts[line.draft + 1]
    return layout === 'plain' && draft !== undefined && draft.type === 'other' && draft.as === 'code'
  }

  /** `Signs That a Wheel Is Dry`, and a whole sentence that leads on to a list. */
  function isOverLeadIn(line: Line, next: Line): boolean {
    return (
      layout === 'plain' &&
      titleCaseShare(line.text) >= 0.8 &&
      line.text.split(' ').length >= 3 &&
      countWords(next) >= 6 &&
      /\b(?:are|is|include|includes|following|these|this)\b/i.test(next.text)
    )
  }

  /** A question with a short answer, right above or below another question and its answer. */
  function isAmongQuestions(index: number): boolean {
    const isAsked = (at: number): boolean =>
      shapes[at] === true && /\?$/.test(lines[at]?.text ?? '') && isNext(at + 1) && isAnswer(lines[at + 1])
    return layout === 'plain' && isAsked(index) && (isAsked(index + 2) || isAsked(index - 2))
  }

  /** Right under a picture or code, where headings have marks, it says what that shows; not under one above all text. */
  function isCaption(index: number): boolean {
    const line = lines[index] as Line
    const before = drafts[line.draft - 1]
    if (layout !== 'plain' && isBelowPicture(line)) return true
    if (layout === 'plain' || line.start > 0 || before?.type !== 'other' || firstText >= line.draft)
      return false
    if (before.as === 'code' && shownAbove.test(line.text)) return true
    return before.as === 'image' || ('value' in before.node && picture.test(before.node.value))
  }

  /** Right under the marked heading of a section: “Keeper on Watch: Ann Lee”, a speaker, a second title. */
  function isSubtitle(index: number): boolean {
    const line = lines[index] as Line
    const before = drafts[line.draft - 1]
    return layout === 'markdown' && line.start === 0 && before?.type === 'heading' && before.node.depth > 1
  }

  /** Right below the title, in small letters: “From a village that has no road”. */
  function isStandfirst(index: number): boolean {
    return layout === 'plain' && index === 0 && titleCaseShare((lines[0] as Line).text) < 0.8
  }

  /** Right below a quotation: “Ann Lee, Keeper of the Tower”. */
  function isSpeaker(index: number): boolean {
    const before = drafts[(lines[index] as Line).draft - 1]
    if (layout === 'plain' || before?.type !== 'text' || (lines[index] as Line).start > 0) return false
    return before.place === 'quote' || /^["“][^"“”]*["”]$/.test(before.prose.value.trim())
  }

  /** “Previous post: Keeper of the Tower”, with the same label above another line. */
  function isField(index: number): boolean {
    const label = fieldLabel().exec((lines[index] as Line).text)?.[0]
    return label !== undefined && (labels().get(label) ?? 0) > 1
  }

  function followsLeadIn(index: number): boolean {
    const before = lines[index - 1]
    return before !== undefined && isNext(index) && /[:,]$|\bfollowing\.$/.test(before.text)
  }

  /** Another line in capitals is a heading, or shaped like one where this one stands below a sentence. */
  function isOneOfMany(line: Line, before: Line | undefined): boolean {
    const others = lines.filter((other, at) => shapes[at] && other !== line && isCapitals(other))
    const isBelowSentence = /[.!?]["”’)]?$/.test(before?.text ?? '')
    return others.some((other) => isBelowSentence || found.has(other))
  }

  /** A short line before it that is no heading: both belong to something else, such as verse or an address. */
  function isShortNeighbour(index: number): boolean {
    const before = lines[index]
    const line = lines[index + 1]
    if (line && isCapitals(line) && isOneOfMany(line, before)) return false
    // “Height: 61”, “Built: 1880”: fields, which what comes next is none of.
    const areFields = [index - 1, index].every((at) => isFieldLine(lines[at]))
    if (areFields && line && line.text.split(' ').length >= 3 && !fieldLabel().test(line.text)) return false
    // “She is from Harrow.” is an answer.
    if (isAmongQuestions(index + 1)) return false
    return before !== undefined && isNext(index + 1) && countWords(before) <= 6 && !shapes[index]
  }
}

/** “No. The mill belongs to the town.” */
function isAnswer(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    /[.!]["”’)]?$/.test(line.text) &&
    /\p{L}{2}/u.test(line.text) &&
    countWords(line) >= 5
  )
}

function isItem(draft: Draft | undefined): boolean {
  return draft?.type === 'text' && draft.place === 'item'
}

function isSectionHeading(draft: Draft): boolean {
  return draft.type === 'heading' && draft.place === 'body' && draft.node.depth > 1
}

/** Running text that ends where a sentence ends. */
function isWhole(prose: Prose): boolean {
  const text = prose.value.trim()
  return (
    /[.!?…:][)"”’*_]*$/.test(text.slice(-4)) && text.split(/\s+/).length >= minTextWords && isProse(prose)
  )
}

function countWords(line: Line): number {
  const text = line.alone ? line.text : line.block.prose.value
  return text.split(/\s+/).length
}

function isTitleCase({text, prose}: Line): boolean {
  return /\s/.test(text) && prose.marks.length === 0 && titleCaseShare(text) >= 0.75 && !/\d{4}$/.test(text)
}
