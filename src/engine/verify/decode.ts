const marks = [
  {bytes: [0xef, 0xbb, 0xbf], label: 'utf-8'},
  {bytes: [0xfe, 0xff], label: 'utf-16be'},
  {bytes: [0xff, 0xfe], label: 'utf-16le'}
] as const

/** The characters of Windows Latin-1 from 0x80 on; five codes have none. */
const windows =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178'

type Decoder = InstanceType<typeof TextDecoder>

/** Characters of a page among which it names its encoding. */
const headLength = 4096

/**
 * The text of a page in the encoding of its mark, of its `Content-Type`, or that it names by itself; else in UTF-8, or Windows
 * Latin-1 where it is none. What can't be decoded becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, charset: string | undefined): string {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  if (marked) return new TextDecoder(marked.label).decode(bytes)
  const named = decoderOf(charset)
  const own = decoderOf(namedIn(bytes))
  // A server that is set up to say UTF-8 of everything.
  if (named && (named.encoding !== 'utf-8' || !own || isUtf8(bytes))) return decode(named, bytes)
  if (own && !named) return own.encoding === 'utf-8' && !isUtf8(bytes) ? guess(bytes) : decode(own, bytes)
  return own ? decode(own, bytes) : guess(bytes)
}

/** Node 20 takes Windows Latin-1 for ISO Latin-1, which has controls in the place of dashes and quotation marks. */
function decode(decoder: Decoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9F]/g, (unit) => windows[unit.charCodeAt(0) - 0x80] as string)
    : text
}

function guess(bytes: Uint8Array): string {
  const wide = wideOf(bytes)
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  return decode(new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252'), bytes)
}

/** Text has no NULs; in UTF-16 every second byte of Latin letters is one. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const counts: [number, number] = [0, 0]
  const length = Math.min(bytes.length, 400)
  for (let index = 0; index < length; index++) if (bytes[index] === 0) counts[(index % 2) as 0 | 1]++
  if (counts[0] + counts[1] < length / 4) return undefined
  return counts[1] > counts[0] ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What `<meta charset>` or the declaration of XML says. */
function namedIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headLength))
  const [, xml] = /^\s{0,99}<\?xml [^>]{0,99}encoding=["']([\w.:-]{1,40})/.exec(head) ?? []
  if (xml !== undefined) return xml
  for (const [meta] of head.matchAll(/<meta\s[^>]{1,400}/gi)) {
    const [, label] = /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(meta) ?? []
    // Who could read that in UTF-16 would know it; so it is not.
    if (label !== undefined) return /^utf-?16/i.test(label) ? 'utf-8' : label
  }
  return undefined
}

function decoderOf(label: string | undefined): Decoder | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, ''))
  } catch {
    return undefined
  }
}
