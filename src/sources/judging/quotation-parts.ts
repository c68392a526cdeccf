import {type Folded, foldText, wordAt} from '../statements/folded.ts'

/** Words of a quotation without a gap in them. */
export interface QuotedPart {
  readonly folded: Folded
  /** Its first or last letters are a whole word's; not `w` of `w[e]`. */
  readonly opensWord: boolean
  readonly closesWord: boolean
}

/** What may stand on the page between two parts: a bound in words, or letters of one word. */
interface Gap {
  readonly words: number
  readonly letters: number
}

/** `…`, `[…]`, `(...)`, `. . .`; a change in brackets. */
const marks = /[[(] ?(?:…|\.{3,4}|\. \. \.) ?[\])]|…|\.{3,4}|\. \. \.(?: \.)?|\[[^[\]]{0,200}\]/g

const left: Gap = {words: 700, letters: 6000}
const changed: Gap = {words: 6, letters: 120}
const letter: Gap = {words: 0, letters: 12}

export interface QuotedParts {
  readonly parts: readonly QuotedPart[]
  /** Between each part and the next. */
  readonly gaps: readonly Gap[]
}

/** The parts of a quotation between its ellipses and the changes in brackets. */
export function readParts(quotation: string): QuotedParts {
  const parts: QuotedPart[] = []
  const gaps: Gap[] = []
  let gap: Gap | undefined
  let from = 0
  let opensWord = true
  const add = (to: number, closesWord: boolean): void => {
    const folded = foldText(quotation.slice(from, to))
    if (folded.letters === '') return
    if (parts.length > 0) gaps.push(gap ?? {words: 0, letters: 0})
    parts.push({folded, opensWord, closesWord})
    gap = undefined
  }
  for (const {index, 0: mark} of quotation.matchAll(marks)) {
    const end = index + mark.length
    const isChange = mark.startsWith('[') && /[\p{L}\p{N}]/u.test(mark)
    const isSic = /^\[ ?sic\b/i.test(mark)
    const before = isChange && isLetter(quotation, index - 1)
    const after = isChange && isLetter(quotation, end)
    add(index, !before)
    const here = isSic
      ? {words: 0, letters: 0}
      : before || after
        ? letter
        : isChange || mark === '[]'
          ? changed
          : left
    if (gap === undefined || here.letters > gap.letters) gap = here
    opensWord = !after
    from = end
  }
  add(quotation.length, true)
  return {parts, gaps}
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && /[\p{L}\p{N}]/u.test(text.charAt(at))
}

/** So many places of the longest part are tried, and so many of all parts together. */
const mostPlaces = 60
const mostTries = 400

/** Where the parts stand on a page, in order and not too far from each other: `[start, end)` in its letters. */
export function findParts({parts, gaps}: QuotedParts, page: Folded): readonly [number, number] | undefined {
  const anchor = parts.reduce(
    (best, {folded}, index) =>
      folded.letters.length > (parts[best]?.folded.letters.length ?? 0) ? index : best,
    0
  )
  const longest = parts[anchor]
  if (!longest) return undefined
  let tries = mostTries
  for (const start of findAll(page, longest, mostPlaces)) {
    const end = after(anchor + 1, start + longest.folded.letters.length)
    const begin = end === undefined ? undefined : before(anchor - 1, start)
    if (begin !== undefined && end !== undefined) return [begin, end]
  }
  return undefined

  function after(index: number, from: number): number | undefined {
    const part = parts[index]
    const gap = gaps[index - 1]
    if (!part || !gap) return from
    const {letters} = part.folded
    const last = Math.min(page.letters.length, from + gap.letters + letters.length)
    const near = page.letters.slice(from, last)
    for (let at = near.indexOf(letters); at >= 0 && tries-- > 0; at = near.indexOf(letters, at + 1)) {
      if (!fits(page, part, from + at) || countWords(page, from, from + at) > gap.words) continue
      const end = after(index + 1, from + at + letters.length)
      if (end !== undefined) return end
    }
    return undefined
  }

  function before(index: number, to: number): number | undefined {
    const part = parts[index]
    const gap = gaps[index]
    if (!part || !gap) return to
    const {letters} = part.folded
    const from = Math.max(0, to - gap.letters - letters.length)
    const near = page.letters.slice(from, to)
    for (let at = near.lastIndexOf(letters); at >= 0 && tries-- > 0; at = near.lastIndexOf(letters, at - 1)) {
      const end = from + at + letters.length
      if (fits(page, part, from + at) && countWords(page, end, to) <= gap.words) {
        const start = before(index - 1, from + at)
        if (start !== undefined) return start
      }
      if (at === 0) break
    }
    return undefined
  }
}

/** Whole words between two places; 0 inside one word. */
function countWords(page: Folded, from: number, to: number): number {
  if (from >= to) return 0
  const first = wordAt(page, from)
  const last = wordAt(page, to)
  return last - first - (page.starts[first] === from ? 0 : 1)
}

function fits(page: Folded, {folded, opensWord, closesWord}: QuotedPart, start: number): boolean {
  const end = start + folded.letters.length
  if (opensWord && page.starts[wordAt(page, start)] !== start) return false
  return !closesWord || end === page.letters.length || page.starts[wordAt(page, end)] === end
}

/** The first places of a part; the search goes back nowhere, for a page may repeat itself a million times. */
export function* findAll(page: Folded, part: QuotedPart, most: number): Generator<number> {
  const {letters} = part.folded
  const text = page.letters
  if (letters.length > text.length) return
  const borders = bordersOf(letters)
  let found = 0
  let same = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    while (same > 0 && letters.charCodeAt(same) !== code) same = borders[same - 1] as number
    if (letters.charCodeAt(same) === code) same++
    if (same < letters.length) continue
    same = borders[same - 1] as number
    const start = at + 1 - letters.length
    if (!fits(page, part, start)) continue
    yield start
    if (++found === most) return
  }
}

/** Of each beginning of a text, the longest that it also ends with (Knuth, Morris and Pratt). */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length)
  let same = 0
  for (let at = 1; at < text.length; at++) {
    while (same > 0 && text.charCodeAt(same) !== text.charCodeAt(at)) same = borders[same - 1] as number
    if (text.charCodeAt(same) === text.charCodeAt(at)) same++
    borders[at] = same
  }
  return borders
}
