import {findCopies} from './copies.ts'
import {repairCopy} from './copy-repair.ts'
import type {Copy, Document, Paragraph} from './model.ts'
import {splitWords} from './words.ts'

/** Copies among the prose of an article. Block quotes repeat the text on purpose, and a list of sources its entries. */
export function findParagraphCopies(
  document: Pick<Document, 'text' | 'tightLines' | 'blocks' | 'paragraphs' | 'headings'>
): Copy[] {
  const candidates = document.paragraphs.filter(
    (paragraph) => paragraph.isProse && paragraph.place !== 'quote' && !isSourceEntry(paragraph)
  )
  const names = new Set<string>()
  const words = candidates.map((paragraph) => normalise(paragraph, names))
  // Too short to be copies, headings show which words are subjects of the article.
  const headings = document.headings.map((heading) => splitWords(heading.text).map(({key}) => key))
  return findCopies([...words, ...headings], {names}).flatMap((match) => {
    const paragraph = candidates[match.copy]
    const original = candidates[match.original]
    const first = paragraph?.words[match.from]
    const last = paragraph?.words[match.to - 1]
    if (!paragraph || !original || !first || !last) return []
    const {value} = paragraph.prose
    const end = match.to === paragraph.words.length ? value.length : endOfSentence(value, last.end)
    const start = match.from === 0 ? 0 : first.start
    const range = paragraph.prose.at(start, end - start)
    const copy: Copy = {
      kind: match.kind,
      paragraph,
      original,
      range,
      start,
      end,
      similarity: match.similarity
    }
    const repair = repairCopy(document, copy)
    return [repair ? {...copy, repair} : copy]
  })
}

/** Words as they are compared; names (a capital inside a sentence), numbers and code are noted in `names`. */
function normalise({prose, sentences}: Paragraph, names: Set<string>): string[] {
  const code = prose.marks.filter(({node}) => node.type === 'inlineCode')
  const keys: string[] = []
  for (const {words, start: shift} of sentences) {
    words.forEach(({text, key, start, end}, index) => {
      keys.push(key)
      const isName = (index > 0 && text.charAt(0) !== key.charAt(0)) || /\d/.test(text)
      if (isName || code.some((mark) => mark.start <= shift + start && shift + end <= mark.end))
        names.add(key)
    })
  }
  return keys
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
  while (end < text.length && /[.!?…"”’')\]]/.test(text[end] ?? '')) end++
  return end
}
