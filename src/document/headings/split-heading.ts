import type {Paragraph, Range, Repair} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'

/** Gives headings before and after a paragraph's text lines of their own; only blanks are replaced, so that all marks stay whole. */
export function splitOff(
  {node, prose}: Pick<Paragraph, 'node' | 'prose'>,
  {before, after}: {readonly before?: Range; readonly after?: Range},
  mark: string,
  gap: string
): Repair {
  const edits: {range: Range; text: string}[] = []
  if (before) {
    const next = /\S/.exec(prose.value.slice(before[1]))?.index ?? 0
    const [start] = rangeOf(node)
    edits.push({range: [start, start], text: mark}, {range: prose.at(before[1], next), text: gap})
  }
  if (after) {
    const last = prose.value.slice(0, after[0]).trimEnd().length
    edits.push({range: prose.at(last, after[0] - last), text: gap + mark})
  }
  return edits
}

/** Whether the words alone leave half a mark, or a link or code without what makes it one: `**Tar** and Storage`. */
export function losesMark({prose: {marks}}: Pick<Paragraph, 'prose'>, [from, to]: Range): boolean {
  return marks.some(({node, start, end}) => {
    if (start < from || to < end || (start > from && end < to)) return false
    const isWhole = start === from && end === to
    return !(isWhole && (node.type === 'strong' || node.type === 'emphasis'))
  })
}
