import {lazy} from '../lazy.ts'
import type {Copy, Document, Heading, Paragraph, Word} from '../model.ts'
import {normaliseLine} from '../prose/names.ts'
import {splitWords} from '../prose/words.ts'
import {type CopyMatch, findCopies} from './copies.ts'
import {createPlaceCheck} from './copy-places.ts'
import {keepSections, repairCopy, takeNeighbours} from './copy-repair.ts'
import {createMeantCheck} from './meant-repeats.ts'
import {isFunctionWord} from './rewording.ts'
import {createRunTogetherCheck} from './run-together.ts'
import {createWordRows} from './word-rows.ts'

/** Copies among the prose of an article. Block quotes repeat the text on purpose, and a list of sources its entries. */
export function findParagraphCopies(
  document: Pick<
    Document,
    'text' | 'language' | 'tree' | 'tightLines' | 'blocks' | 'paragraphs' | 'headings' | 'sections'
  >
): Copy[] {
  const candidates = document.paragraphs.filter(
    (paragraph) => paragraph.isProse && paragraph.place !== 'quote' && !isSourceEntry(paragraph)
  )
  const names = lazy(() => findNames(candidates))
  // Too short to be copies, headings show which words are subjects of the article.
  const headings = document.headings.map((heading) => [{words: splitWords(heading.text)}])
  const rows = createWordRows([...candidates.map(({sentences}) => sentences), ...headings])
  const hasReason = createMeantCheck(document)
  const isMeant = (match: CopyMatch): boolean => {
    const [copy, original] = [candidates[match.copy], candidates[match.original]]
    const [first, last] = [copy?.words[match.from], copy?.words[match.to - 1]]
    if (!copy || !original || !first || !last) return true
    const {kind} = match
    return (
      (kind === 'near' && isRoll(copy.words.slice(match.from, match.to), names())) ||
      hasReason({kind, copy, original, start: first.start, end: last.end})
    )
  }
  const twins = lazy(() => findTwinHeadings(document.headings))
  const areTwins = (left: number, right: number): boolean => {
    const [one, other] = [candidates[left]?.section.heading, candidates[right]?.section.heading]
    const key = one && twins().get(one)
    return one !== other && key !== undefined && key === (other && twins().get(other))
  }
  const options = {names: {has: (key: string) => names().has(key)}, areTwins, isMeant}
  const found: Copy[] = findCopies(rows, options).flatMap((match) => {
    const paragraph = candidates[match.copy]
    const original = candidates[match.original]
    const first = paragraph?.words[match.from]
    const last = paragraph?.words[match.to - 1]
    if (!paragraph || !original || !first || !last) return []
    const {value} = paragraph.prose
    const end = match.to === paragraph.words.length ? value.length : endOfSentence(value, last.end)
    const start = match.from === 0 ? 0 : first.start
    const range = paragraph.prose.at(start, end - start)
    return [{kind: match.kind, paragraph, original, range, start, end, similarity: match.similarity}]
  })
  const canGo = createPlaceCheck(document, found)
  const isRunTogether = createRunTogetherCheck(document.blocks)
  const copies = found.map((copy): Copy => {
    const repair = canGo(copy) ? repairCopy(document, copy, isRunTogether) : undefined
    return repair ? {...copy, repair} : copy
  })
  return takeNeighbours(keepSections(copies, document), document)
}

/** `2.`, `Mistake 2:`, `Step 3 –` before the words of a heading. */
const ordinal = /^(?:[a-z]{3,12} )?\d{1,2} /

/**
 * Headings of several words that an article has twice, with what they say: “2. The dough was cold”, “Mistake 2: The
 * dough is cold”. One that comes back more often, or is a single word, is the part of a form: “Return value”, “Examples”.
 */
function findTwinHeadings(headings: readonly Heading[]): ReadonlyMap<Heading, string> {
  const keys = new Map<Heading, string>()
  for (const heading of headings) {
    const words = normaliseLine(heading.text).replace(ordinal, '').split(' ')
    const key = words.filter((word) => !isFunctionWord(word)).join(' ')
    if (words.length > 1 && key !== '') keys.set(heading, key)
  }
  const times = new Map<string, number>()
  for (const key of keys.values()) times.set(key, (times.get(key) ?? 0) + 1)
  return new Map([...keys].filter(([, key]) => times.get(key) === 2))
}

/** Names (a capital inside a sentence), numbers and code, as they are compared: few articles need them. */
function findNames(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const {prose, sentences} of paragraphs) {
    const code = prose.marks.filter(({node}) => node.type === 'inlineCode')
    for (const {words, start: shift} of sentences) {
      words.forEach(({text, key, start, end}, index) => {
        const isName = (index > 0 && text.charAt(0) !== key.charAt(0)) || /\d/.test(text)
        if (isName || code.some((mark) => mark.start <= shift + start && shift + end <= mark.end))
          names.add(key)
      })
    }
  }
  return names
}

/** Running text about names has more other words around them. */
const shareOfNames = 2 / 3

/** Mostly names: the same people, listed with other words around them, are nothing that was reworded. */
function isRoll(words: readonly Word[], names: ReadonlySet<string>): boolean {
  return words.filter(({key}) => names.has(key)).length > shareOfNames * words.length
}

/** `Author. "Title." https://…`: two entries of the same source are not a paragraph said twice. */
function isSourceEntry(paragraph: Paragraph): boolean {
  if (paragraph.section.isReferences) return true
  const {value, marks} = paragraph.prose
  const last = marks.findLast(({node}) => node.type === 'link')
  if (last === undefined || last.end < value.trimEnd().length - 2) return false
  return /^(?:https?:|www\.)/.test(value.slice(last.start)) && paragraph.wordCount <= 40
}

/** Takes the full stop and closing quotes after the last word along. */
function endOfSentence(text: string, at: number): number {
  let end = at
  while (end < text.length && /[.!?…"”’')\]]/.test(text.charAt(end))) end++
  return end
}
