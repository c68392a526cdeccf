import {lazy} from '../lazy.ts'
import type {Document, Paragraph} from '../model.ts'

/** Words from which on one paragraph is too long for a whole article. */
export const fewestUnbroken = 800
/** Fewer may be a list of names. */
const fewestSentences = 10
/** More labels of speakers make a transcript. */
const mostSpeakers = 5
const speaker = lazy(() => /[.?!…] \p{Lu}[\p{L}\d.’'-]{0,20}(?: [\p{Lu}\d][\p{L}\d.’'-]{0,20})?: /gu)

/** The one paragraph, in one line, that is nearly the whole article; what people said to each other may stand so. */
export function findUnbroken({paragraphs, wordCount}: Document, minWords: number): Paragraph | undefined {
  return paragraphs.find(
    (paragraph) =>
      // No word is shorter than a letter and a blank: most paragraphs need not be counted.
      paragraph.prose.value.length > 2 * minWords - 2 &&
      paragraph.wordCount >= minWords &&
      paragraph.wordCount * 5 >= wordCount * 4 &&
      isText(paragraph) &&
      paragraph.sentences.length >= fewestSentences &&
      (paragraph.prose.value.match(speaker())?.length ?? 0) < mostSpeakers
  )
}

function isText({isProse, place, section, prose: {value}}: Paragraph): boolean {
  return isProse && place === 'body' && !section.isReferences && !value.includes('\n') && !/^\[\d/.test(value)
}
