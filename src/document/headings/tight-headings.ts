import type {Line} from '../page/lines.ts'
import {editLink} from '../page/page-contents.ts'
import {isProse} from '../prose/prose-guards.ts'
import {mostHeadingWords} from './heading-shape.ts'

/** `##Events`: a mark without its blank, which Markdown shows as it is. One `#` may be a hashtag or a comment. */
const tightMark = /^(#{2,6})(?=["“‘«]?\p{Lu}|\d{1,2}[.)] )/u

/** `##Events##` is closed by a mark, too. */
const closingMark = /(?<=[^\s#\\])\s{0,3}#{2,6}$/

/** The level that a line's own mark gives it, 2 without one, and where its words begin and end. */
export function levelOfLine({text}: Line): {level: number; mark: number; end: number} {
  const mark = tightMark.exec(text)?.[1]?.length ?? 0
  const end = (mark > 0 ? closingMark : editLink).exec(text)?.index ?? text.length
  return {level: mark || 2, mark, end}
}

/** In characters. */
const longestQuestion = 400

/** It opens its block, as a heading would, and nothing of its mark is escaped. */
export function isTightHeading(line: Line): boolean {
  const {text, start, prose} = line
  if (!text.startsWith('##') || start > 0) return false
  const {mark} = levelOfLine(line)
  if (mark === 0 || /[.:;,]$/.test(text)) return false
  // The questions of a list of them are as long as they are.
  const isLong = text.length > 110 || text.split(/\s+/).length > mostHeadingWords
  if (isLong && !(text.endsWith('?') && text.length <= longestQuestion)) return false
  const [from, to] = prose.at(0, mark + 1)
  return to - from === mark + 1 && isProse(prose)
}
