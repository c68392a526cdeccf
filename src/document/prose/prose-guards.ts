import type {Prose} from '../model.ts'
import {isEnglish} from './language.ts'
import {unitAt} from './units.ts'

const commandLine = /^(?:\$ |>>> |\/\/|#!|sudo |npm |pip |git )/
/** `*[HTML]: Hypertext Markup Language` is shown where somebody points at the letters. */
const templateTag =
  /^\s*(?:\{[%{][\s\S]*[%}]\}|\{:[^{}]*\}\s*$|:::|\*\[[^\]\n]{1,60}\]:\s|\[\[?[a-z_][^\]]*\]\]?$)/i
const credit =
  /^(?:photo|image|picture|illustration|graphic|credit|source|video)s?(?: credit)?\s*(?:by|:|courtesy)|^(?:reuters|getty|ap photo|afp)\b|\bCC[ -]BY\b/i
/** A sign that code is full of. */
const codeSign = /[{}();=<>|$\\[\]]/g
const eastern = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const everyEastern = new RegExp(eastern, 'g')

/** Code, a template tag, a credit line, CJK text in an English article: words that prose rules should not judge. */
export function isProse(prose: Prose, language = 'en'): boolean {
  const text = prose.value
  const {length} = text
  if (length === 0) return false
  if (prose.marks.length > 0 && countCode(prose) > length * 0.6) return false
  if (commandLine.test(text) || templateTag.test(text)) return false
  if (length < 160 && credit.test(text)) return false
  if (countSigns(text) > Math.max(3, length * 0.06)) return false
  const isEastern = isEnglish(language) && eastern.test(text)
  const needed = length * 0.4
  const letters = countLetters(text, isEastern ? length : needed)
  return letters >= needed && (!isEastern || countEastern(text) < letters * 0.3)
}

function countCode({marks}: Prose): number {
  return marks.reduce((sum, {node, start, end}) => sum + (node.type === 'inlineCode' ? end - start : 0), 0)
}

/** What code has and prose has not: assignments, braces, calls, names with low lines, dots between blanks. */
const statementSign = /=+>?|[{}]|::|->|\w\(|\(\s?\)|\[\s?["']|\w\s\.\s?\w|[a-z\d]_[a-z\d]/gi
const fewestSigns = 6
/** Characters for each sign. */
const longestRun = 60

/**
 * Whether a sentence is mostly code whose fence was lost, as in `import x from "y" const a = foo(b);`. One with a formula
 * or the name of a function in it is not; nor is any where code is marked.
 */
export function isLostCode(text: string, {marks}: Prose): boolean {
  if (!(text.includes('=') || text.includes('{')) || marks.some(({node}) => node.type === 'inlineCode'))
    return false
  const count = text.match(statementSign)?.length ?? 0
  return count >= fewestSigns && count * longestRun >= text.length
}

function countSigns(text: string): number {
  let count = 0
  for (codeSign.lastIndex = 0; codeSign.test(text); ) count++
  return count
}

/** Letters, no more than `enough` of them: of most texts half is read. */
function countLetters(text: string, enough: number): number {
  let letters = 0
  for (let at = 0; at < text.length && letters < enough; at++) {
    const code = unitAt(text, at)
    if (
      code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : code >= 0xc0 && (code < 0x2000 || code > 0x303f)
    )
      letters++
  }
  return letters
}

/** Chinese, Japanese and Korean letters. */
function countEastern(text: string): number {
  return text.match(everyEastern)?.length ?? 0
}
