const {charCodeAt} = String.prototype

/**
 * `text.charCodeAt(at)`, for loops over characters. V8 has a dozen kinds of strings (slices, texts put together, one or two
 * bytes a character), and where more than four come by it looks the method up at each character. Only for places inside the
 * text: one outside, and V8 calls the method everywhere instead of reading the character.
 */
export function unitAt(text: string, at: number): number {
  return charCodeAt.call(text, at)
}
