import type {Nodes, Parents} from 'mdast'
import {LimitFault} from './fault.ts'

/** Of quotes, lists, emphasis and elements within each other. The deepest of 5,284 real files has 20. */
export const maxDepth = 100

/**
 * Refuses a text with more marks of quotes and lists at the start of one line than an article may be deep: parsers take
 * their time with thousands of them.
 *
 * @throws `LimitFault`
 */
export function refuseDeepText(text: string): void {
  // A line that starts with fewer characters of marks than that can't have so many.
  const starts = /^[ \t>*+\-\d.)]{101,}/gm
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const [marks] = match
    if (countMarks(marks, text[match.index + marks.length]) > maxDepth) throw tooDeep(match.index)
  }
}

/** Marks of quotes and list items that one line starts with; those of a line across the page are none. */
function countMarks(marks: string, next: string | undefined): number {
  const quotes = marks.split('>')
  const isRule =
    (next === undefined || next === '\n' || next === '\r') &&
    /^(?:[ \t]*[*-])+[ \t]*$/.test(quotes.at(-1) as string)
  const items = quotes.flatMap((part, index) =>
    isRule && index === quotes.length - 1
      ? []
      : part.split(/[ \t]+/).filter((mark) => /^(?:[*+-]|\d{1,9}[.)])$/.test(mark))
  )
  return quotes.length - 1 + items.length
}

/** @throws `LimitFault` for a tree that is deeper than what walks it can take */
export function refuseDeepTree(node: Parents, depth = 0): void {
  if (depth > maxDepth) throw tooDeep(node.position?.start.offset)
  const {children} = node
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Nodes
    if ('children' in child) refuseDeepTree(child, depth + 1)
  }
}

/** @param offset where it goes too deep, as far as that is known */
export function tooDeep(offset = 0): LimitFault {
  const reason = `it is nested in more than ${maxDepth} levels: take out the marks that nest it, or leave it out`
  return new LimitFault('article-too-deep', {most: maxDepth}, reason, offset)
}
