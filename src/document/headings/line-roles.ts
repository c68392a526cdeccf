import {lazy} from '../lazy.ts'
import type {Line} from '../page/lines.ts'
import {titleCaseShare} from '../prose/names.ts'

const sectionName =
  /^(?:Introduction|Conclusions?|FAQs?|Frequently Asked Questions|(?:The )?Bottom Line|Final Thoughts|(?:Final )?Verdict|Key Takeaways)$/

/** What a part of an article is called by everybody, without a mark of its own. */
export function isSectionName({text, prose}: Line): boolean {
  return sectionName.test(text) && prose.marks.length === 0
}

/** `How to Build One` */
export const asksHow: RegExp = /^(?:how|what|why|when|where|which) \S+ \S/i

/** The name of a field with its colon; “Step 1:” counts its headings. */
export const fieldLabel = lazy(() => /^\p{Lu}[\p{L} ’'-]{1,30}:\s/u)

/** `Height: 61`, or a row of a table whose cells a tab keeps apart. */
export function isFieldLine(line: Line | undefined): boolean {
  return line !== undefined && (line.text.includes('\t') || fieldLabel().test(line.text))
}

/** How many lines begin with the same label. */
export function countLabels(lines: readonly Line[]): ReadonlyMap<string, number> {
  const labels = new Map<string, number>()
  for (const {text} of lines) {
    const label = fieldLabel().exec(text)?.[0]
    if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1)
  }
  return labels
}

/** “How and when will the fog lift?”: where no other line is a heading, the reader is asked. */
export function isAskedInPassing({text}: Line): boolean {
  return text.endsWith('?') && titleCaseShare(text) < 0.8
}

/** In characters: where a speaker comes to “I”. */
const answerStart = 300

/** “When did you first climb the tower?” over “I was nine, and my uncle …”: a question of an interview. */
export function isAskedOfSpeaker(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next || !isAskedInPassing(line) || !/\byou(?:r|rself)?\b/i.test(line.text)) return false
  return /\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\b/.test(next.text.slice(0, answerStart))
}

/** Some generators show HTML that stands in a fence. */
export const picture: RegExp = /<(?:img|svg|picture|figure|video|iframe|object|embed|canvas)\b/i

/** In one paragraph with its picture. */
export function isBelowPicture({start, block}: Line): boolean {
  return block.prose.marks.some(({node, end}) => {
    if (end > start) return false
    return (
      node.type === 'image' ||
      node.type === 'imageReference' ||
      (node.type === 'html' && picture.test(node.value))
    )
  })
}
