import {Lexer} from 'yaml'

/** Of brackets. */
const mostBrackets = 64
/** Of lists and mappings without brackets: so many columns and marks of one line. */
const mostLevels = 128
/** Tokens that the lexer puts in: they stand for no characters. A scalar follows the last one. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001F'])
const scalar = '\u001F'

/**
 * Offset of the first place that is nested deeper than anybody nests. To be asked before YAML is parsed, as deep nesting
 * can abort the whole process inside the parser.
 */
export function findDeepYaml(text: string): number | undefined {
  return mayBeDeep(text) ? findDeep(text) : undefined
}

/** Counts more than there is: every bracket as if none were closed, every mark in text and comments. */
function mayBeDeep(text: string): boolean {
  let brackets = 0
  let levels = 0
  let inIndent = true
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n' || character === '\r') {
      levels = 0
      inIndent = true
    } else if (character === '[' || character === '{') brackets++
    else if (isMark(character) && isBlank(text[at + 1])) levels++
    else if (isBlank(character)) levels += inIndent ? 1 : 0
    else inIndent = false
    if (brackets > mostBrackets || levels > mostLevels) return true
  }
  return false
}

function isMark(character: string | undefined): boolean {
  return character === '-' || character === '?' || character === ':'
}

function isBlank(character: string | undefined): boolean {
  return (
    character === undefined ||
    character === ' ' ||
    character === '\t' ||
    character === '\n' ||
    character === '\r'
  )
}

/** Counts by the tokens of YAML, so that neither text nor comments can hide an opening bracket or a closing one. */
function findDeep(text: string): number | undefined {
  let brackets = 0
  let levels = 0
  let inIndent = true
  let isScalar = false
  let at = 0
  for (const token of new Lexer().lex(text)) {
    if (isScalar) isScalar = false
    else if (token === scalar) {
      isScalar = true
      continue
    } else if (marks.has(token)) continue
    else if (token === '[' || token === '{') brackets++
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1)
    else if (isMark(token)) levels++
    // The next pair within brackets, whose depth is theirs.
    else if (token === ',') levels = 0
    else if (/^[\n\r]/.test(token)) {
      levels = 0
      inIndent = true
    } else if (isBlank(token[0])) levels += inIndent ? token.length : 0
    if (!isBlank(token[0]) && !isMark(token)) inIndent = false
    if (brackets > mostBrackets || levels > mostLevels) return at
    at += token.length
  }
  return undefined
}
