/** Characters of Chinese, Japanese and Korean, and emoji, take two columns of a terminal. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u

function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return columns
}

/** Lines of at most `width` columns, broken between words; a longer word, such as an address, is broken after a mark. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => breakWord(word, width))) {
    const joined = line === '' ? word.text : `${line}${word.isGlued ? '' : ' '}${word.text}`
    if (line !== '' && columnsOf(joined) > width) {
      lines.push(line)
      line = word.text
    } else line = joined
  }
  return [...lines, line]
}

interface Piece {
  readonly text: string
  /** It goes on a word. */
  readonly isGlued: boolean
}

function breakWord(word: string, width: number): readonly Piece[] {
  if (columnsOf(word) <= width) return [{text: word, isGlued: false}]
  const pieces: string[] = []
  let piece = ''
  // An address is broken before `?` and after `/`; what is still too long, anywhere.
  for (const part of word.split(/(?<=[/=,;])|(?=[?#&])/)) {
    for (const character of columnsOf(part) > width ? part : [part]) {
      if (piece !== '' && columnsOf(piece) + columnsOf(character) > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += character
    }
  }
  return [...pieces, piece].map((text, index) => ({text, isGlued: index > 0}))
}
