/**
 * Frames one after the other, four characters each: the hash of a text without its names, numbers and words of the title,
 * and that of these. A site has them by the million, and a list of pairs takes eight times the room.
 */
export type Frames = string

/** The first character that stands for a number; those below take escapes in JSON. */
const shift = 0x0100
export const frameNumbers = 2 ** 30

/** A hash of 30 bits in two characters, which are no surrogates: one of these alone is spoiled by UTF-8. */
export function encode(words: readonly string[]): string {
  const bits = hash(words.join(' '))
  return String.fromCharCode(shift + (bits & 0x7fff), shift + ((bits >>> 15) & 0x7fff))
}

export function countFrames(frames: Frames): number {
  return frames.length / 4
}

/** The number of the frame (`half` 0) or of what fills it (`half` 1); below `frameNumbers`. */
export function readFrame(frames: Frames, index: number, half: 0 | 1): number {
  const at = 4 * index + 2 * half
  return (frames.charCodeAt(at) - shift) * 0x8000 + frames.charCodeAt(at + 1) - shift
}

export function hash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 1
}
