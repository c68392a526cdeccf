import type {LintResult} from './index.ts'
import type {MessageEdit} from './message.ts'

/** Most texts are clean after two passes; a rule set that needs more than this does not settle. */
const defaultPasses = 10

export interface FixResult {
  readonly text: string
  /** Of linting `text`. */
  readonly result: LintResult
  /** How many fixes were applied to get from the first text to this one. */
  readonly applied: number
  readonly passes: number
  /** Fixes undo each other: the text is the one they came back to. */
  readonly isLoop: boolean
}

/**
 * Applies the fixes of the messages, lints again, and goes on until no fix is left.
 *
 * @param lint pure; its offsets are those of the text it is given
 */
export function fixText(
  text: string,
  lint: (text: string) => LintResult,
  options: {readonly maxPasses?: number} = {}
): FixResult {
  const {maxPasses = defaultPasses} = options
  let state: Omit<FixResult, 'isLoop'> = {text, result: lint(text), applied: 0, passes: 0}
  const seen = new Map([[text, state]])
  while (state.passes < maxPasses) {
    const fixes = state.result.messages.flatMap(({fix}) => (fix ? [fix] : []))
    const step = applyEdits(state.text, fixes)
    if (step.applied === 0) break
    // Going back to where the loop was entered makes a second run end at the same text.
    const before = seen.get(step.text)
    if (before) return {...before, isLoop: true}
    const {applied, passes} = state
    const next = {
      text: step.text,
      result: lint(step.text),
      applied: applied + step.applied,
      passes: passes + 1
    }
    seen.set(step.text, next)
    state = next
  }
  return {...state, isLoop: false}
}

/**
 * Applies fixes to a text in one go. The edits of a fix are applied together or not at all; of fixes that overlap,
 * or insert at the same offset, the one that starts first is applied. A fix whose offsets do not fit is left out,
 * and of equal fixes one counts: they overlap.
 */
export function applyEdits(
  text: string,
  fixes: readonly (readonly MessageEdit[])[]
): {readonly text: string; readonly applied: number} {
  const chosen: MessageEdit[] = []
  let applied = 0
  for (const fix of inOrder(fixes.filter((fix) => fits(text, fix)))) {
    const places = fix.map((edit) => placeFor(chosen, edit))
    if (places.includes(-1)) continue
    for (let index = fix.length - 1; index >= 0; index--) {
      chosen.splice(places[index] as number, 0, fix[index] as MessageEdit)
    }
    applied++
  }
  if (applied === 0) return {text, applied}
  const parts: string[] = []
  let at = 0
  for (const edit of chosen) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  parts.push(text.slice(at))
  return {text: parts.join(''), applied}
}

/** Each fix with its edits by place, and the fixes by the place of their first edit. */
function inOrder(fixes: readonly (readonly MessageEdit[])[]): MessageEdit[][] {
  const byPlace = (a: MessageEdit, b: MessageEdit): number => a.start - b.start || a.end - b.end
  const sorted = fixes.map((fix) => fix.toSorted(byPlace))
  return sorted.sort((a, b) => byPlace(a[0] as MessageEdit, b[0] as MessageEdit))
}

/** Whether a fix can be applied to a text, and changes it. */
function fits(text: string, fix: readonly MessageEdit[]): boolean {
  const isInside = fix.every(({start, end}) => isOffset(text, start) && isOffset(text, end) && start <= end)
  if (!isInside) return false
  const sorted = fix.toSorted((a, b) => a.start - b.start || a.end - b.end)
  if (sorted.some((edit, index) => edit.start < (sorted[index - 1]?.end ?? 0))) return false
  return fix.some((edit) => text.slice(edit.start, edit.end) !== edit.text)
}

/** An offset in the text that is not in the middle of a surrogate pair. */
function isOffset(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false
  return offset === 0 || (text.codePointAt(offset - 1) as number) <= 0xffff
}

/** Where an edit goes among sorted edits that do not overlap, or -1 when it conflicts with one. */
function placeFor(edits: readonly MessageEdit[], edit: MessageEdit): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = edits[middle] as MessageEdit
    if (other.start < edit.start || (other.start === edit.start && other.end <= edit.end)) low = middle + 1
    else high = middle
  }
  const before = edits[low - 1]
  const after = edits[low]
  if (before && (before.end > edit.start || isSamePlace(before, edit))) return -1
  if (after && edit.end > after.start) return -1
  return low
}

function isSamePlace(a: MessageEdit, b: MessageEdit): boolean {
  return a.start === b.start && a.end === b.end
}
