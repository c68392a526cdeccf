import {inflateSync} from 'node:zlib'

const maxText = 48_000_000
/** Pictures are not unpacked to read the text, whatever their size. */
const maxPicture = 256_000_000
const maxStreams = 5000
/** What a stream counts for that breaks off. */
const broken = 64_000

/** Whether what is packed in a PDF is far larger than a text: a thread has limits for objects, and none for bytes. */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = maxText
  let count = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const start = at + (file[at + 6] === 13 ? 8 : 7)
    const dictionary = file.toString('latin1', Math.max(0, at - 400), at)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'))
    // Packed twice, the outer size says nothing.
    if (/(?:Flate|LZW)Decode\s{0,9}\/(?:Flate|LZW)Decode/.test(own)) return true
    if (!isZlib(file, start)) continue
    if (++count > maxStreams) return true
    const isPicture = /\/Subtype\s{0,9}\/Image/.test(own)
    const size = sizeOf(file.subarray(start), isPicture ? maxPicture : left)
    if (size === undefined) return true
    if (!isPicture) left -= size
    if (left <= 0) return true
  }
  return false
}

function isZlib(file: Buffer, at: number): boolean {
  const [first = 0, second = 0] = file.subarray(at, at + 2)
  return first % 16 === 8 && (first * 256 + second) % 31 === 0
}

/** Nothing for more than the most. */
function sizeOf(packed: Buffer, most: number): number | undefined {
  try {
    return inflateSync(packed, {maxOutputLength: most}).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : broken
  }
}
