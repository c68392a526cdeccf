import type {Range} from '../model.ts'
import {
  labelled,
  markedNames,
  neverLast,
  notBeforeNumber,
  openers,
  saying,
  seldomLast
} from './sentence-words.ts'

const isUpper = (char: string): boolean =>
  char < '\x80' ? char >= 'A' && char <= 'Z' : char !== char.toLowerCase()
const isLower = (char: string): boolean =>
  char < '\x80' ? char >= 'a' && char <= 'z' : char !== char.toUpperCase()
/** These end a sentence in any language, with or without a blank after them. */
const isWide = (marks: string): boolean => '。！？｡．'.includes(marks.charAt(0))
const isBlank = (char: string): boolean => char === ' ' || /\s/.test(char)
const hasBlankLine = (blanks: string): boolean => blanks.indexOf('\n') < blanks.lastIndexOf('\n')

/** A character of ASCII that shows, as nearly all before and after blanks are: trimming a slice costs more than looking. */
const isShown = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code > 32 && code < 127
}

function skipBlanks(text: string, from: number): number {
  const at = text.charCodeAt(from) === 32 ? from + 1 : from
  return isShown(text, at) ? at : text.length - text.slice(from).trimStart().length
}

const trimEnd = (text: string, end: number): number =>
  isShown(text, end - 1) && end <= text.length ? end : text.slice(0, end).trimEnd().length

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** The word that ends at `end`, with its inner dots. */
function wordBefore(text: string, start: number, end: number): string {
  const least = Math.max(start, end - 20)
  let i = end
  while (
    i > least &&
    (isLetter(text.charCodeAt(i - 1)) || !/[\s([{"'“”‘’«‹*_/–—#-]/.test(text.charAt(i - 1)))
  )
    i--
  return text.slice(i, end)
}

/** What stands after a terminator, and where its first letter or digit is. */
interface Next {
  readonly kind: 'end' | 'lower' | 'upper' | 'digit' | 'more'
  readonly at: number
  readonly inBracket: boolean
}

function readNext(text: string, from: number): Next {
  let at = from
  let inBracket = false
  for (let step = 0; step < 50; step++, at++) {
    const blank = at
    at = skipBlanks(text, at)
    // A dash or an emoji at the end of a paragraph belongs to the sentence before it.
    if (at >= text.length || (at - blank > 1 && hasBlankLine(text.slice(blank, at))))
      return {kind: step === 0 ? 'end' : 'more', at, inBracket}
    const char = text.charAt(at)
    if (char >= '0' && char <= '9') return {kind: 'digit', at, inBracket}
    // "It fell. iPhone sales rose."
    if (isLower(char))
      return {kind: /^[a-z]{1,3}[A-Z]/.test(text.slice(at, at + 4)) ? 'upper' : 'lower', at, inBracket}
    if (isUpper(char) || (char > '\x7f' && /\p{L}/u.test(char))) return {kind: 'upper', at, inBracket}
    // "It is wet. […] Fire is hot."
    if (inBracket && (char === '…' || char === '.')) return {kind: 'upper', at, inBracket}
    // "etc. , and", "(see p. )", but "It is quick. .NET is quicker."
    if (/[,;:)\]}=+%&|/<>!?.…]/.test(char) && !/^\.\w/.test(text.slice(at, at + 2))) break
    inBracket = char === '(' || char === '['
  }
  return {kind: 'more', at, inBracket}
}

/** "The", "It's", not "In-house" or the "A." of a name. */
function opensSentence(text: string, next: Next): boolean {
  if (next.kind !== 'upper' || next.inBracket) return false
  const word = /^[A-Z][a-z]*(?![\w.-])/.exec(text.slice(next.at, next.at + 16))
  return word !== null && openers.has(word[0])
}

/** “Why?” Mary asked. “Run!” Mary Smith said. */
function isSaying(text: string, at: number): boolean {
  const [, second = '', third = ''] = text.slice(at, at + 48).split(/[^\p{L}'’-]/u, 3)
  return saying.has(second) || (isUpper(second.charAt(0)) && saying.has(third))
}

/** "U.S", "Ph.D", "a.m", "p.s": parts of one or two letters. */
function isAcronym(word: string): boolean {
  return word.includes('.') && word.split('.').every((part) => /^(?:[A-Z][a-z]?|[a-z])$/.test(part))
}

/** Whether the full stop at `dot` ends the sentence that began at `start`. */
function endsAtDot(text: string, start: number, dot: number, next: Next): boolean {
  const word = wordBefore(text, start, dot)
  const at = dot - word.length
  // "1. Foo", "(a. Foo", "IV. Foo", "Q2. Foo"
  if (at - start < 3 && /^(?:[A-Z]?\d{1,3}|\d{1,2}\.[\d.]{1,6}|[A-Za-z]|[ivxIVX]{2,4})$/.test(word))
    return false
  const end = trimEnd(text, at)
  const label = wordBefore(text, start, Math.max(start, end)).toLowerCase()
  // "Step 2. Cut the bread."
  if (end - label.length === start && labelled.has(label) && /^[\dA-Z][\d.]*$/.test(word)) return false
  if (neverLast.has(word)) return false
  if (seldomLast.has(word) || isAcronym(word)) return opensSentence(text, next)
  if (notBeforeNumber.has(word)) return next.kind === 'upper' && !next.inBracket
  // "and it was done. npm runs it": only after a plain word, for "spp. are" and "tailwind.config. are"
  if (next.kind === 'lower') return /^[a-z]{4,}$/.test(word) && text.slice(dot + 1, next.at).trim() === ''
  if (word.length > 1 || !isUpper(word) || labelled.has(label) || opensSentence(text, next)) return true
  // "He is older than I. Mary is younger." But "by J. Smith".
  return word === 'I' && next.kind === 'upper' && isLower(label.charAt(0))
}

/** Whether the terminators at `at` end the sentence that began at `start`; `tail`: the quotes after them. */
function isEnd(text: string, start: number, at: number, marks: string, tail: string, next: Next): boolean {
  if (next.kind === 'end' || isWide(marks)) return true
  if (next.kind === 'more' || at === start) return false
  if (marks === '.') return endsAtDot(text, start, at, next)
  const before = text.charAt(at - 1)
  // "He (!) said", "[…] the end", "“… and"
  if (next.kind === 'lower' || /[([“‘«]/.test(before) || (before === '"' && at - 1 === start)) return false
  if (/[!?]/.test(marks)) {
    if (markedNames.has(wordBefore(text, start, at))) return opensSentence(text, next)
    return !(/["'”’»]/.test(tail) && isSaying(text, next.at))
  }
  // "I meant it. . . . She left."
  const dots = marks.replace(/\s/g, '')
  if (dots.length > 3 || dots === '..' || dots === '….') return true
  if (next.kind === 'digit' || /^I\b/.test(text.slice(next.at, next.at + 2))) return false
  // "He went to ... Paris"
  return !isBlank(before) || tail !== '' || opensSentence(text, next)
}

/** The end of the citations at `from`: "wet.[1][2] Fire", "wet. [1] Fire". */
function skipCitations(text: string, from: number, isSpaced: boolean): number {
  let end = from
  // Either begins with a bracket, or with one behind a blank of one character.
  while (text.charCodeAt(end) === 91 || text.charCodeAt(end + 1) === 91) {
    const rest = text.slice(end, end + 62)
    const found = /^\[[^[\]\n]{1,60}\]/.exec(rest) ?? (isSpaced ? /^\s\[[\d, –-]{1,20}\]/.exec(rest) : null)
    if (found === null) return end
    end += found[0].length
  }
  return end
}

/** Counts have bounds: millions of marks overflow the stack. « Vraiment ? » has a blank before its quote. */
const terminators = String.raw`[.!?…。！？｡．](?:[.!?…。！？｡．]|[^\S\n]\.(?!\w)){0,999}`
const closers = String.raw`(?:[)\]}"'”’»›*_¹²³⁰⁴-⁹†‡」』）】》〉]|[^\S\n](?=»)){0,99}`
const stops = new RegExp(String.raw`[([\])]|\n\s*|(${terminators})(${closers})`, 'y')
/** What any of them begins with. */
const stop = /[([\])\n.!?…。！？｡．]/g

/** The longest of `neverLast`, `seldomLast` and `notBeforeNumber` that ends in small letters. */
const longestAbbreviation = 6
const openingQuote = 0x201c

/**
 * Whether the full stop at `dot` ends a sentence, where nothing but the word before it has to be looked at, as at nearly
 * all: "was wet. The fire", "3.5" and the last one. A line end before a character that shows ends none. `undefined`
 * where it takes more.
 */
function readPlain(text: string, start: number, dot: number): boolean | undefined {
  const code = text.charCodeAt(dot)
  if (code === 10) return isShown(text, dot + 1) ? false : undefined
  if (dot < start || code !== 46) return undefined
  if (dot + 1 === text.length) return true
  const after = text.charCodeAt(dot + 1)
  // A digit or a small letter, as in "3.5" and "example.com": glued to the sentence.
  if ((after >= 48 && after <= 57) || (after >= 97 && after <= 122)) return false
  if (after !== 32 && after !== 10) return undefined
  const second = text.charCodeAt(dot + 2)
  const first = second === openingQuote ? text.charCodeAt(dot + 3) : second
  if (!(first >= 65 && first <= 90)) return undefined
  const least = Math.max(start, dot - longestAbbreviation - 1)
  let at = dot
  while (at > least && text.charCodeAt(at - 1) >= 97 && text.charCodeAt(at - 1) <= 122) at--
  if (dot - at > longestAbbreviation) return true
  if (dot - at < 2 || at - start < 3 || text.charCodeAt(at - 1) !== 32) return undefined
  const word = text.slice(at, dot)
  return neverLast.has(word) || seldomLast.has(word) || notBeforeNumber.has(word) ? undefined : true
}

/** More sentences than this in one bracket, and somebody forgot to close it. */
const mostInBracket = 4

function splitEnglish(text: string): Range[] {
  const ranges: Range[] = []
  /** Brackets that are still open: how many sentences there were, and where theirs began. */
  const open: {size: number; start: number; own: boolean}[] = []
  let start = skipBlanks(text, 0)
  /** Takes back the sentences inside a bracket that stands in the midst of one. */
  const close = (): boolean => {
    const bracket = open.pop()
    if (!bracket || bracket.own || ranges.length - bracket.size > mostInBracket) return false
    if (ranges.length > bracket.size) start = bracket.start
    ranges.length = bracket.size
    return true
  }
  stop.lastIndex = 0
  while (stop.test(text)) {
    const index = stop.lastIndex - 1
    const plain = readPlain(text, start, index)
    if (plain !== undefined) {
      if (!plain) continue
      ranges.push([start, index + 1])
      start = index + 2
      continue
    }
    stops.lastIndex = index
    const match = stops.exec(text)
    const found = match?.[0] ?? ''
    const marks = match?.[1]
    const tail = match?.[2] ?? ''
    stop.lastIndex = index + found.length
    if (index < start) continue
    if (marks === undefined) {
      if ('(['.includes(found) && open.length < 99)
        open.push({size: ranges.length, start, own: index === start})
      else if (')]'.includes(found)) close()
      else if (hasBlankLine(found)) {
        ranges.push([start, trimEnd(text, index)])
        start = index + found.length
        open.length = 0
      }
      continue
    }
    let inAside = false
    if (tail !== '') for (const char of tail) if (char === ')' || char === ']') inAside = close() || inAside
    const end = skipCitations(text, index + found.length, text.charAt(start) !== '[')
    const next = readNext(text, end)
    const opens = opensSentence(text, next)
    const last = wordBefore(text, start, index)
    // "was wet.The fire", but "Node.js", "Rocket.Chat"
    const isGlued = end < text.length && !isBlank(text.charAt(end)) && !isWide(marks)
    if (isGlued && !(opens && next.at === end && /^[a-z]{2,}$/.test(last))) continue
    // "He (did he?) Smith asked", "saws (axes, etc.) Lane bought", but "the news (of the day.) Smith asked"
    const isAside = inAside && (marks !== '.' || notBeforeNumber.has(last))
    if ((isAside && !opens && next.kind !== 'end') || !isEnd(text, start, index, marks, tail, next)) continue
    ranges.push([start, end])
    start = skipBlanks(text, end)
    if (next.kind === 'end') open.length = 0
  }
  const end = trimEnd(text, text.length)
  if (start < end) ranges.push([start, end])
  return ranges
}

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterOf(language: string): Intl.Segmenter {
  // "de_AT", but also "none of your business"
  const tag = /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0] ?? 'und'
  const segmenter = segmenters.get(tag) ?? new Intl.Segmenter(tag, {granularity: 'sentence'})
  segmenters.set(tag, segmenter)
  return segmenter
}

/** The segmenter takes quadratic time, so it gets this much text at once, or more where no sentence ends. */
const segmenterWindow = 2000

/** Where segments of `text` in `[start, end)` end, blanks and all, without the last. */
function* segmentEnds(text: string, start: number, end: number, language: string): Generator<number> {
  let from = start
  for (let size = segmenterWindow; ; ) {
    const window = text.slice(from, Math.min(from + size, end))
    const ends = Array.from(segmenterOf(language).segment(window), ({index}) => from + index).slice(1)
    yield* ends
    if (from + size >= end) return
    // What the window cuts is read again with the next one.
    from = ends.at(-1) ?? from
    size = ends.length > 0 ? segmenterWindow : size * 2
  }
}

/** Joins what the segmenter splits: "M. Dupont", "Dr. Müller", "am 3. Oktober", "« Vraiment ? » dit-il". */
function splitOther(text: string, language: string): Range[] {
  const ranges: Range[] = []
  const blankLines = /\n[^\S\n]*\n|$/g
  // The segmenter ends a sentence at each line end; only a blank line is one.
  const flat = text.replace(/[\n\r\u0085\u2028\u2029]/g, ' ')
  for (let start = skipBlanks(text, 0); start < text.length; ) {
    blankLines.lastIndex = start
    const last = trimEnd(text, (blankLines.exec(text) as RegExpExecArray).index)
    for (const segmentEnd of segmentEnds(flat, start, last, language)) {
      let end = trimEnd(text, segmentEnd)
      // It counts the "「" or "¿" after a terminator to the sentence before.
      while (/[「『（“„«(¿¡]/.test(text.charAt(end - 1)) && end > start) end = trimEnd(text, end - 1)
      const {kind} = readNext(text, end)
      const word = text.charAt(end - 1) === '.' ? wordBefore(text, start, end - 1) : ''
      const isShort = neverLast.has(word) || /^(?:\d{1,2}|\p{Lu})$/u.test(word)
      if (end <= start || isShort || kind === 'lower' || kind === 'more') continue
      ranges.push([start, end])
      start = skipBlanks(text, end)
    }
    if (start < last) ranges.push([start, last])
    start = skipBlanks(text, last)
  }
  return ranges
}

/** Ranges of the sentences of a text, in order, without blanks around. A blank line ends any sentence. */
export function splitSentences(text: string, language = 'en'): Range[] {
  const isEnglish = language === 'en' || /^en(?:$|[-_])/i.test(language)
  return isEnglish ? splitEnglish(text) : splitOther(text, language)
}
