import type {Prose} from './model.ts'

const codeCharacters = /[{}();=<>|$\\[\]]/g
const commandLine = /^(?:\$ |>>> |\/\/|#!|sudo |npm |pip |git )/
const templateTag = /^\s*(?:\{[%{][\s\S]*[%}]\}|:::|\[\[?[a-z_]+[^\]]*\]\]?$)/i
const credit =
  /^(?:photo|image|picture|illustration|graphic|credit|source|video)s?(?: credit)?\s*(?:by|:|courtesy)|^(?:reuters|getty|ap photo|afp)\b|\bCC[ -]BY\b/i
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g
const letter = /\p{L}/gu

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
  if ((text.match(codeCharacters)?.length ?? 0) > Math.max(3, length * 0.06)) return false
  if (length < 160 && credit.test(text)) return false
  const letters = text.match(letter)?.length ?? 0
  if (letters < length * 0.4) return false
  return (text.match(cjk)?.length ?? 0) < letters * 0.3
}
