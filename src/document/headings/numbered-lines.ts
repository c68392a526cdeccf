import type {List, Root} from 'mdast'

/** So many in a series are the parts of an article. */
const fewest = 3
const mostWords = 12

/**
 * Turns `1. The Old Quay` above a paragraph, `2. The Bridge` above another one and so on into lines of text. In Markdown
 * they are lists of one item each; in text that was pasted they are headings, and what numbers them belongs to their words.
 */
export function readNumberedLines({children}: Root, source: string): void {
  const found: number[] = []
  let last = 0
  // What opens a text is no part of a series yet: its title would be among them.
  for (let at = 1; at < children.length; at++) {
    const list = children[at]
    if (list?.type !== 'list' || !isLine(list, source) || children[at + 1]?.type !== 'paragraph') continue
    if (list.start !== last + 1) return
    last = list.start
    found.push(at)
  }
  if (found.length < fewest) return
  for (const at of found) {
    const {position} = children[at] as List
    if (!position) return
    const value = source.slice(position.start.offset, position.end.offset).trimEnd()
    children[at] = {type: 'paragraph', position, children: [{type: 'text', value, position}]}
  }
}

/** One item of one short line without a stop. */
function isLine({ordered, children, position}: List, source: string): boolean {
  const [item, ...others] = children
  if (!ordered || !item || others.length > 0 || !position) return false
  const [paragraph, ...rest] = item.children
  if (paragraph?.type !== 'paragraph' || rest.length > 0) return false
  if (paragraph.children.length !== 1 || paragraph.children[0]?.type !== 'text') return false
  const text = source.slice(position.start.offset, position.end.offset).trimEnd()
  return !/[\n\\&]|[.:;,]$/.test(text) && text.split(/\s+/).length <= mostWords
}
