/** Characters that take two columns of a terminal: Chinese, Japanese, Korean, their punctuation and full-width forms. */
const isWide = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u.test(
    text
  )
/** An emoji with its modifiers and joiners is one of two columns; U+FE0F makes one of a text symbol. */
const isEmoji = (text: string): boolean => /\p{Emoji_Presentation}|\ufe0f/u.test(text)
/** What may join characters into one for a reader; without it, each is one. */
const mayJoin = (text: string): boolean =>
  /\u200d|[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u.test(
    text
  )
let graphemes: Intl.Segmenter | undefined

/** What stands as one character for a reader. */
export interface Grapheme {
  readonly text: string
  /** Columns of a terminal that it takes. */
  readonly columns: number
}

export function* graphemesOf(text: string): Generator<Grapheme, void> {
  // The segmenter takes a hundred times as long as the loop.
  if (!mayJoin(text)) {
    for (const character of text)
      yield {text: character, columns: character >= '\u1100' && isWide(character) ? 2 : 1}
    return
  }
  graphemes ??= new Intl.Segmenter('en', {granularity: 'grapheme'})
  for (let from = 0; from < text.length; ) {
    const to = cutNear(text, from + longestRun)
    for (const {segment} of graphemes.segment(text.slice(from, to))) {
      const columns = isWide(segment) || isEmoji(segment) ? 2 : /^\p{M}+$/u.test(segment) ? 0 : 1
      yield {text: segment, columns}
    }
    from = to
  }
}

/** Code units that the segmenter gets at once: its time grows with the square of them. */
const longestRun = 1000
/** How far before its end a run is cut where nothing joins; else it is cut at the end. */
const nearEnd = 200

function cutNear(text: string, end: number): number {
  if (end >= text.length) return text.length
  for (let at = end; at > end - nearEnd; at--)
    if (!isInside(text, at) && !mayJoin(text.slice(isInside(text, at - 1) ? at - 2 : at - 1, at + 2)))
      return at
  return isInside(text, end) ? end - 1 : end
}

/** Between the two units of a character. */
function isInside(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
}

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let sum = 0
  for (const {columns} of graphemesOf(text)) sum += columns
  return sum
}

/**
 * Lines of at most `width` columns, broken between words; a longer word, such as an address, is broken after a mark.
 *
 * @param first columns that the first line has, where they are others
 */
export function wrap(text: string, width: number, first = width): readonly string[] {
  if (width === Number.POSITIVE_INFINITY) return [text]
  const lines: string[] = []
  let line = ''
  // Counted on, not anew: many marks may stand on one letter, and take no column.
  let used = 0
  for (const word of text.split(' ').flatMap((word) => breakWord(word, Math.min(width, first)))) {
    const gap = line === '' || word.isGlued ? 0 : 1
    if (line !== '' && used + gap + word.columns > (lines.length === 0 ? first : width)) {
      lines.push(line)
      line = word.text
      used = word.columns
    } else {
      line += (gap > 0 ? ' ' : '') + word.text
      used += gap + word.columns
    }
  }
  lines.push(line)
  return lines
}

interface Piece {
  readonly text: string
  readonly columns: number
  /** It goes on a word. */
  readonly isGlued: boolean
}

function breakWord(word: string, width: number): readonly Piece[] {
  const columns = columnsOf(word)
  if (columns <= width) return [{text: word, columns, isGlued: false}]
  const pieces: Piece[] = []
  let piece = ''
  let used = 0
  const end = (): void => {
    pieces.push({text: piece, columns: used, isGlued: pieces.length > 0})
    piece = ''
    used = 0
  }
  // An address is broken before `?` and after `/`; what is still too long, anywhere.
  for (const part of word.split(/(?<=[/=,;])|(?=[?#&])/)) {
    const whole = {text: part, columns: columnsOf(part)}
    for (const {text, columns} of whole.columns > width ? graphemesOf(part) : [whole]) {
      if (piece !== '' && used + columns > width) end()
      piece += text
      used += columns
    }
  }
  end()
  return pieces
}
