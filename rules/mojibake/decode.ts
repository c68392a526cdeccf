/** What the bytes 0x80-0x9F are in Windows-1252; a byte without a letter stays the control character it is. */
const windows =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'
const bytes = new Map(Array.from(windows, (character, index) => [character, 0x80 + index]))

/** Characters that stand behind a capital word in their own right: “É”, “Ñ—”. */
const follows =
  /[\u2018-\u201E\u2026\u2013\u2014\u2022\u2039\u203A\u2122\u00A0\u00AB\u00AE\u00B0\u00B7\u00BB]/

/** The first look: whether a text may hold anything of the kind. */
export const suspicious = new RegExp(
  `[\\u00C2-\\u00F4][\\u0080-\\u00BF${windows.replace(/[\u0080-\u009F]/g, '')}]|[\\uFFFD\\u0080-\\u0084\\u0086-\\u009F]`
)

/** A stretch of text that was read in the wrong encoding. */
export interface Garble {
  readonly start: number
  readonly end: number
  /** What it was; replacement characters where that is lost. */
  readonly text: string
}

type Decoded = Pick<Garble, 'end' | 'text'>

/**
 * Stretches of UTF-8 that was read as Windows-1252, single Windows-1252 characters that were read as Latin-1, and
 * replacement characters, whose text is lost.
 */
export function findGarbles(text: string): Garble[] {
  const garbles: Garble[] = []
  let isQuoted = false
  for (let at = 0; at < text.length; ) {
    const part: Decoded | undefined = decodeAt(text, at) ?? (isQuoted ? decodeClosing(text, at) : undefined)
    if (!part) {
      at++
      continue
    }
    if (part.text === '“' || part.text === '”') isQuoted = part.text === '“'
    const last = garbles.at(-1)
    if (last?.end === at && isLost(last.text) === isLost(part.text))
      garbles[garbles.length - 1] = {start: last.start, end: part.end, text: last.text + part.text}
    else garbles.push({start: at, end: part.end, text: part.text})
    at = part.end
  }
  return garbles.filter((garble) => isCertain(text, garble)).map(decodeAgain)
}

/** What was garbled twice is whole after the second time: `Ã¢â‚¬â„¢`, `â€™`, `’`. */
function decodeAgain(garble: Garble): Garble {
  if (isLost(garble.text)) return garble
  const [again, ...more] = findGarbles(garble.text)
  if (!again || more.length > 0 || again.start > 0 || again.end < garble.text.length) return garble
  return {...garble, text: again.text}
}

/** One character that is spelled in two to four, or a control character that is none. */
function decodeAt(text: string, at: number): Decoded | undefined {
  if (text[at] === '\uFFFD') return {end: at + 1, text: '\uFFFD'}
  // The blank that does not break was taken for one that does.
  if (text.startsWith('Â ', at) && /[\p{Ll}\p{N}.,]/u.test(text.charAt(at - 1)))
    return {end: at + 2, text: '\u00A0'}
  const first = byteAt(text, at)
  if (first === undefined) return undefined
  const code = text.charCodeAt(at)
  if (first < 0xc2) {
    const character = windows[first - 0x80]
    return code === first && code !== 0x85 && character && character !== text[at]
      ? {end: at + 1, text: character}
      : undefined
  }
  if (code !== first) return undefined
  const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0
  if (more === 0) return undefined
  let point = first & (0x3f >> more)
  for (let step = 1; step <= more; step++) {
    const next = byteAt(text, at + step)
    if (next === undefined || next > 0xbf) return undefined
    point = (point << 6) | (next & 0x3f)
  }
  return isLikely(point, more) ? {end: at + more + 1, text: String.fromCodePoint(point)} : undefined
}

function isLost(text: string): boolean {
  return text.startsWith('\uFFFD')
}

/** The last byte of `”` has no letter, so that most programs lose it. */
function decodeClosing(text: string, at: number): Decoded | undefined {
  if (!text.startsWith('â€', at)) return undefined
  // “â€?” stands for it too, unless a question ends here.
  const isLostByte = text[at + 2] === '\uFFFD' || /^\?(?:[.,;:)]| \p{Ll})/u.test(text.slice(at + 2, at + 5))
  return {end: isLostByte ? at + 3 : at + 2, text: '”'}
}

function byteAt(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at)
  if (code >= 0x80 && code <= 0xff) return code
  return code > 0xff ? bytes.get(text.charAt(at)) : undefined
}

/** Characters that texts are made of. */
function isLikely(point: number, more: number): boolean {
  if (more === 1) return point <= 0x24f || (point >= 0x384 && point <= 0x45f)
  if (more === 2)
    return (
      (point >= 0x2009 && point <= 0x27bf && (point < 0x2140 || point > 0x218f)) ||
      (point >= 0x3000 && point <= 0x9fff) ||
      (point >= 0xfb00 && point <= 0xfb06) ||
      (point >= 0xfe0e && point <= 0xfe0f) ||
      point === 0xfeff ||
      point === 0xfffd
    )
  return point >= 0x1f000 && point <= 0x1ffff
}

/** Whether no word of any language looks so. */
function isCertain(text: string, {start, end, text: whole}: Garble): boolean {
  const before = text.charAt(start - 1)
  const isAfterCapital = /\p{Lu}/u.test(before)
  const length = [...whole].length
  // “NÃ—”, “Å“n”: a capital of Portuguese or Swedish before a mark of its own. A lost byte was read after an opening mark.
  if (end - start === 2 && length === 1 && !text.startsWith('â€', start)) {
    const isMark = follows.test(text.charAt(start + 1))
    if (isMark && isAfterCapital) return false
    if (whole.charCodeAt(0) > 0xff)
      return /\p{Ll}/u.test(before) || (!isMark && /\p{Ll}/u.test(text.charAt(end)))
  }
  // One sign of Chinese or Japanese can be chance, a row of them can't.
  return length > 1 || whole < '\u3000' || whole > '\u9fff'
}
