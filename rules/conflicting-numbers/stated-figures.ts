import {isDirect, isFunctionWord, type Sentence} from '../../src/rule/index.ts'

/** In the text of its sentence, with its sign. */
export interface Figure {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What a sentence says with figures. */
export interface Reading {
  readonly sentence: Sentence
  readonly figures: readonly Figure[]
  /** All words but figures and what makes them less exact. */
  readonly words: string
}

/** Of so many words that mean something the wording of the rest does not matter; of fewer every word does. */
const fewestContent = 5
const fewestVerbatim = 3
const mostWords = 60

/** Without them a figure is the same, and so is what is said of it. */
const inexact = new Set(
  'over about around roughly approximately nearly almost some average estimated currently just only exactly'.split(
    ' '
  )
)
const opening =
  /^(?:did you know(?: that)?|in fact,?|indeed,?|remember:?|again,?|in (?:today|a world|the world of)\b[^,\d]{0,60},) /i
/** Who or what is spoken of stands in the sentence before. */
const dependent =
  /^(?:it|its|this|these|that|those|they|their|he|his|she|her|here|there|both|each|the (?:first|second|third|next|other|former|latter|same))\b/i

/** The last words that mean something, or are figures: `readStated` keeps them all, and at least one more behind an opening. */
export function endOf({words}: Sentence): string {
  let end = ''
  let count = 0
  for (let at = words.length - 1; at >= 0 && count < fewestVerbatim; at--) {
    const key = words[at]?.key ?? ''
    const isFigure = /^\d/.test(key)
    if (!isFigure && (inexact.has(key) || isFunctionWord(key))) continue
    end += isFigure ? '# ' : `${key} `
    count++
  }
  return end
}

/** Nothing of a sentence without figures, and of one that does not stand for itself. */
export function readStated(sentence: Sentence): Reading | undefined {
  const {text, words, paragraph} = sentence
  if (paragraph.place !== 'body' || words.length > mostWords || dependent.test(text)) return undefined
  const from = opening.exec(text)?.[0].length ?? 0
  if ((text.endsWith('?') && from === 0) || (isDirect(sentence) && !isName(sentence))) return undefined
  const figures: Figure[] = []
  const content: string[] = []
  const all: string[] = []
  for (const {key, start, end} of words) {
    if (start < from || isItemNumber(text, start, end)) continue
    if (/^\d/.test(key)) {
      // A time of day, a date in figures, an ordinal, the number of an account or a bug: another one is meant.
      if (
        !/^\d[\d,.]*$/.test(key) ||
        /^\d{6}/.test(key) ||
        text[start - 1] === '#' ||
        /^(?::|\/| ?(?:am|pm|a\.m|p\.m|o'clock)\b)/i.test(text.slice(end, end + 6))
      )
        return undefined
      const sign = /[$€£]$/.test(text.slice(0, start)) ? 1 : 0
      const unit = text.startsWith('%', end) ? 1 : 0
      figures.push({value: key.replaceAll(',', ''), start: start - sign, end: end + unit})
      all.push('#')
      content.push('#')
      continue
    }
    if (inexact.has(key)) continue
    all.push(key)
    if (!isFunctionWord(key)) content.push(key)
  }
  if (figures.length === 0) return undefined
  const length = content.length - figures.length
  if (length < fewestVerbatim) return undefined
  return {sentence, figures, words: (length < fewestContent ? all : content).join(' ')}
}

/** “6) The barn has two doors.”: the sixth exercise, and no figure of the barn. */
function isItemNumber(text: string, start: number, end: number): boolean {
  return start <= 1 && /^\(?\d{1,3}[.)]\s/.test(text.slice(0, end + 2))
}

/** “Field service companies”: a verb would have something else behind it. */
function isName({words}: Sentence): boolean {
  const [, second, third] = words
  return (
    second !== undefined && third !== undefined && !isFunctionWord(second.key) && !isFunctionWord(third.key)
  )
}
