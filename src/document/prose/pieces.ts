/** Pieces of texts that stand below each other, from the start of the first to the end of the last, or all where that is no more. */
export function takePieces(texts: readonly string[], pieces: number, length: number): string {
  let whole = texts.length - 1
  for (let at = 0; at < texts.length; at++) whole += (texts[at] as string).length
  if (whole <= pieces * length) return texts.join('\n')
  const step = (whole - length) / (pieces - 1)
  const taken: string[] = []
  for (let piece = 0; piece < pieces; piece++) taken.push(take(texts, Math.floor(piece * step), length))
  return taken.join('\n')
}

/** A part of texts that stand below each other: to join a whole article takes longer than all the rest. */
function take(texts: readonly string[], start: number, length: number): string {
  const last = texts.length - 1
  let from = start
  let taken = ''
  for (let at = 0; at <= last && taken.length < length; at++) {
    const text = texts[at] as string
    if (from <= text.length) {
      taken += text.slice(from, from + length - taken.length)
      if (at < last && taken.length < length) taken += '\n'
      from = 0
    } else from -= text.length + 1
  }
  return taken
}
