import {diffArrays} from 'diff'
import type {MessageEdit} from '../lint/message.ts'

/** Past so many changed lines the shortest diff takes too long to find (it grows with their square). */
const maxChanges = 2000

/** What makes one text of another, in whole lines: an editor keeps cursor and folds in the lines between. */
export function editsBetween(before: string, after: string): readonly MessageEdit[] {
  if (before === after) return []
  const changes = diffArrays(linesOf(before), linesOf(after), {maxEditLength: maxChanges})
  if (!changes) return [{start: 0, end: before.length, text: after}]
  const edits: MessageEdit[] = []
  let at = 0
  let open: {start: number; end: number; text: string} | undefined
  for (const {added, removed, value} of changes) {
    const text = value.join('')
    if (!added && !removed) {
      if (open) edits.push(open)
      open = undefined
      at += text.length
      continue
    }
    open ??= {start: at, end: at, text: ''}
    if (added) open.text += text
    if (removed) {
      at += text.length
      open.end = at
    }
  }
  if (open) edits.push(open)
  return edits
}

/** With their ends, so that they join to the text again. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
