import type {Nodes} from 'mdast'
import type {Range} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'

/** Where a link or definition spells its address in the source; nothing where it is spelled otherwise there. */
export function placeOfAddress(node: Nodes & {readonly url: string}, text: string): Range | undefined {
  const [start, end] = rangeOf(node)
  const at = text.slice(start, end).lastIndexOf(node.url)
  return at < 0 ? undefined : [start + at, start + at + node.url.length]
}
