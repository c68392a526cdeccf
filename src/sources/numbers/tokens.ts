/** A piece of a text: a run of digits, a run of letters, or one other character that is no space. */
export interface Token {
  readonly kind: 'digits' | 'word' | 'sign'
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
}

const piece = /\d+|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu

/** The pieces of a text, in order. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(piece)) {
    const [found] = match
    const code = found.charCodeAt(0)
    const kind = code >= 48 && code <= 57 ? 'digits' : found.length > 1 || isLetter(found) ? 'word' : 'sign'
    const start = match.index
    tokens.push({kind, text: found, lower: found.toLowerCase(), start, end: start + found.length})
  }
  return tokens
}

function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase() || /[\p{L}\p{M}]/u.test(character)
}

/** Whether nothing stands between the token at `index` and the one before it. */
export function isGlued(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  const token = tokens[index]
  return before !== undefined && token !== undefined && before.end === token.start
}

/** The token in lower case; empty beyond the text. */
export function lowerAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? ''
}
