import type {Paragraph, Range} from './model.ts'

/** A quotation in single or straight marks longer than this is more likely two apostrophes. */
const mostInSingle = 300

const closing: Readonly<Record<string, string>> = {'“': '”', '„': '“”', '«': '»', '»': '«', '"': '"', '‘': '’', "'": "'"}

/** What stands inside quotation marks in a text, `[start, end)` with the marks; outermost only. */
export function findQuoted(text: string): Range[] {
  const found: Range[] = []
  const marks = /["“„«»‘']/g
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const [mark] = match
    if (!opens(text, match.index, mark)) continue
    const end = findEnd(text, match.index + 1, mark)
    if (end === undefined) continue
    found.push([match.index, end])
    marks.lastIndex = end
  }
  return found
}

/** Whether some of `[start, end)` in the paragraph's prose is somebody else's words: quoted, or code. */
export function isQuoted(paragraph: Paragraph, start: number, end: number): boolean {
  const overlaps = ([from, to]: Range): boolean => from < end && to > start
  if (paragraph.prose.marks.some((mark) => mark.node.type === 'inlineCode' && overlaps([mark.start, mark.end]))) return true
  return /["“„«‘']/.test(paragraph.prose.value) && findQuoted(paragraph.prose.value).some(overlaps)
}

/** A straight mark opens after a blank and before none; not the inches of `5" 6"`, nor the apostrophe of `boys'`. */
function opens(text: string, at: number, mark: string): boolean {
  const after = text.charAt(at + 1)
  if (after === '' || /\s/.test(after)) return mark === '«' && after !== ''
  return mark === '“' || mark === '„' || mark === '«' || at === 0 || /[\s([{—–/-]/.test(text.charAt(at - 1))
}

/** After the mark that closes, or the end of the text where a quotation goes on in the next paragraph. */
function findEnd(text: string, from: number, mark: string): number | undefined {
  const close = closing[mark] ?? mark
  const isSingle = mark === "'" || mark === '‘'
  const last = isSingle ? Math.min(text.length, from + mostInSingle) : text.length
  for (let at = from; at < last; at++) {
    if (!close.includes(text.charAt(at))) continue
    // The apostrophe of “don't” closes nothing, nor does a straight mark before a letter.
    if ((isSingle || mark === '"') && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) continue
    if (mark === '"' && /\s/.test(text.charAt(at - 1))) continue
    return at + 1
  }
  return mark === '“' || mark === '„' ? text.length : undefined
}
