import type {Prose} from './model.ts'

const commandLine = /^(?:\$ |>>> |\/\/|#!|sudo |npm |pip |git )/
const templateTag = /^\s*(?:\{[%{][\s\S]*[%}]\}|:::|\[\[?[a-z_]+[^\]]*\]\]?$)/i
const credit =
  /^(?:photo|image|picture|illustration|graphic|credit|source|video)s?(?: credit)?\s*(?:by|:|courtesy)|^(?:reuters|getty|ap photo|afp)\b|\bCC[ -]BY\b/i
/** 1 for a sign that code is full of, by its code below 128: each blank asks for it. */
const codeCharacters = new Uint8Array(128)
for (const character of '{}();=<>|$\\[]') codeCharacters[character.charCodeAt(0)] = 1

/** Code, a template tag, a credit line, CJK text: words that prose rules should not judge. */
export function isProse(prose: Prose): boolean {
  const text = prose.value
  const {length} = text
  if (length === 0) return false
  const code = prose.marks.reduce(
    (sum, mark) => sum + (mark.node.type === 'inlineCode' ? mark.end - mark.start : 0),
    0
  )
  if (code > length * 0.6) return false
  if (commandLine.test(text) || templateTag.test(text)) return false
  if (length < 160 && credit.test(text)) return false
  const {letters, signs, cjk} = countCharacters(text)
  return signs <= Math.max(3, length * 0.06) && letters >= length * 0.4 && cjk < letters * 0.3
}

/** Letters, signs that code is full of, and Chinese, Japanese or Korean letters. */
function countCharacters(text: string): {letters: number; signs: number; cjk: number} {
  let letters = 0
  let signs = 0
  let cjk = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      if ((code | 32) >= 97 && (code | 32) <= 122) letters++
      else signs += codeCharacters[code] ?? 0
    } else if (code >= 0xc0 && (code < 0x2000 || code > 0x303f)) {
      letters++
      if (
        (code >= 0x3040 && code <= 0x30ff) ||
        (code >= 0x3400 && code <= 0x9fff) ||
        (code >= 0xac00 && code <= 0xd7af)
      )
        cjk++
    }
  }
  return {letters, signs, cjk}
}
