import type {Document, Range, Title} from '../model.ts'

/** Where words of the title stand in the source; the whole title where marks, escapes or line breaks come between. */
export function placeInTitle({text}: Document, title: Title, words: string): Range {
  const [start, end] = title.range
  const at = text.slice(start, end).indexOf(words)
  return at < 0 ? title.range : [start + at, start + at + words.length]
}
