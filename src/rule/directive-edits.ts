import type {Range} from '../document/model.ts'
import {removeLines, wholeLines} from '../document/page/source-lines.ts'
import type {DirectiveComment} from './directives.ts'
import type {Edit} from './index.ts'

/** Takes a comment out, with its lines where it stands alone on them; what it kept apart stays apart. */
export function removeComment(text: string, {range}: Pick<DirectiveComment, 'range'>): Edit {
  const [start, end] = range
  const startsLine = isLineEnd(text[skip(text, start - 1, -1)])
  const endsLine = isLineEnd(text[skip(text, end, 1)])
  if (startsLine && endsLine) {
    const [from, to] = wholeLines(text, range)
    const last = text.startsWith('\r\n', from - 2) ? from - 2 : from - 1
    const next = text.startsWith('\r\n', to) ? to + 2 : to + 1
    // Without a line between them the paragraphs before and behind would be one.
    if (isTextAt(text, last) && isTextAt(text, next)) return {range: [from, to], text: ''}
    return removeLines(text, range)
  }
  if (isBlank(text[start - 1]) && (endsLine || isBlank(text[end]))) return {range: [start - 1, end], text: ''}
  return {range: [start, startsLine && isBlank(text[end]) ? end + 1 : end], text: ''}
}

/** Takes one of several names out of a directive. */
export function removeName({rules}: Pick<DirectiveComment, 'rules'>, index: number): Edit {
  const [start, end] = rules[index]?.range ?? [0, 0]
  const before = rules[index - 1]?.range[1]
  const range: Range = before === undefined ? [start, rules[index + 1]?.range[0] ?? end] : [before, end]
  return {range, text: ''}
}

/** The first offset from `at` on that holds no blank. */
function skip(text: string, at: number, step: 1 | -1): number {
  let found = at
  while (isBlank(text[found])) found += step
  return found
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r'
}

/** Whether the line at an offset holds anything but blanks. */
function isTextAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && text.slice(...wholeLines(text, [at, at])).trim() !== ''
}
