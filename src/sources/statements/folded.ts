import {spellNumbers} from '../numbers/spelled-numbers.ts'

/**
 * The words of a text without what typography changes: marks, accents, ligatures, capitals, hyphens at line ends, numbers in
 * words, “cannot”.
 */
export interface Folded {
  readonly text: string
  /** Its words: lower-case letters and digits. */
  readonly words: readonly string[]
  /** Where each word stands in the text. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** All words in a row, without blanks: words that were parted or joined differently are the same there. */
  readonly letters: string
  /** Where each word begins in `letters`; one more for the end. */
  readonly starts: Int32Array
}

/** Parts no word: “don’t”, “know\u00ADledge”, “1,200”. */
const joins = 1
const parts = 2

/** Letters that normalising leaves as they are, though a plain keyboard writes them with others. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i'
}

/** Reads the words of a text, in time that grows with its length. */
export function foldText(text: string): Folded {
  const found: {words: string[]; from: number[]; to: number[]} = {words: [], from: [], to: []}
  const known = new Map<string, string | 1 | 2>()
  let word = ''
  let start = 0
  const close = (end: number): void => {
    if (word === '') return
    // “can’t” and “cannot” are spellings of one word.
    found.words.push(word === 'cannot' ? 'cant' : word)
    found.from.push(start)
    found.to.push(end)
    word = ''
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) {
      let end = at + 1
      while (end < text.length && isPlain(text.charCodeAt(end))) end++
      if (word === '') start = at
      word += text.slice(at, end).toLowerCase()
      at = end
      continue
    }
    if (code === 0x5b) {
      const note = noteAt(text, at)
      if (note > 0) {
        close(at)
        at += note
        continue
      }
    }
    const character =
      code < 0xd800 || code > 0xdbff ? text.charAt(at) : String.fromCodePoint(text.codePointAt(at) ?? code)
    let fold = known.get(character)
    if (fold === undefined) {
      fold = foldCharacter(character)
      known.set(character, fold)
    }
    if ((character === '.' || character === ',') && isDigit(text, at - 1) && isDigit(text, at + 1))
      word += character === '.' ? '.' : ''
    else if (fold === parts) {
      close(at)
      // "5 %" and "5 percent", "&" and "and" are the same words.
      if (character === '%' || character === '&') {
        word = character === '%' ? 'percent' : 'and'
        start = at
        close(at + 1)
      }
    } else if (fold !== joins) {
      if (word === '') start = at
      word += fold
    }
    at += character.length
  }
  close(text.length)
  const {words, from, to} = spellNumbers({text, ...found})
  return rowOf(text, words, Int32Array.from(from), Int32Array.from(to))
}

/** Words of a text in a row. */
export function rowOf(text: string, words: readonly string[], from: Int32Array, to: Int32Array): Folded {
  const starts = new Int32Array(words.length + 1)
  for (let index = 0; index < words.length; index++)
    starts[index + 1] = (starts[index] as number) + (words[index] as string).length
  return {text, words, from, to, letters: words.join(''), starts}
}

/** The word that `letters` has at a place. */
export function wordAt({starts}: Folded, place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** The letters of a text in a row. */
export function foldLetters(text: string): string {
  return foldText(text).letters
}

function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** What an encyclopedia puts into its sentences: `[3]`, `[a]`, `[citation needed]`. */
const note = /^\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed|clarification needed|edit)\]/

function noteAt(text: string, at: number): number {
  return note.exec(text.slice(at, at + 24))?.[0].length ?? 0
}

function foldCharacter(character: string): string | 1 | 2 {
  if (/^['’‘ʼ´`\p{M}\p{Cf}]$/u.test(character)) return joins
  const folded = character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  if (folded === '') return parts
  return plain[folded] ?? folded
}
