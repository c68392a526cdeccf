import {findCopies, normaliseWord} from './copies.ts'
import {repairCopy} from './copy-repair.ts'
import type {Copy, Document} from './model.ts'

/** Copies among the prose of an article. Block quotes may repeat the text on purpose and are left out. */
export function findParagraphCopies(document: Pick<Document, 'text' | 'tightLines' | 'paragraphs'>): Copy[] {
  const candidates = document.paragraphs.filter((paragraph) => paragraph.isProse && paragraph.place !== 'quote')
  const words = candidates.map((paragraph) => paragraph.words.map((word) => normaliseWord(word.text)))
  return findCopies(words).flatMap((match) => {
    const paragraph = candidates[match.copy]
    const original = candidates[match.original]
    const first = paragraph?.words[match.from]
    const last = paragraph?.words[match.to - 1]
    if (!paragraph || !original || !first || !last) return []
    const end = match.to === paragraph.words.length ? paragraph.prose.value.length : endOfSentence(paragraph.prose.value, last.end)
    const range = paragraph.prose.at(first.start, end - first.start)
    const start = match.from === 0 ? 0 : first.start
    const copy: Copy = {kind: match.kind, paragraph, original, range, start, end, similarity: match.similarity}
    const repair = repairCopy(document, copy)
    return [repair ? {...copy, repair} : copy]
  })
}

/** Takes the full stop and closing quotes after the last word along. */
function endOfSentence(text: string, at: number): number {
  let end = at
  while (end < text.length && /[.!?…"”’')\]]/.test(text[end] ?? '')) end++
  return end
}
