import type {Range} from '../document/model.ts'
import type {Edit, Finding, Rule, Wording} from '../rule/index.ts'

/** Words of a message, once they are known to be words. */
export type Worded = Exclude<Wording, string>

/**
 * Refuses what a report could not show or a fix not apply: plugins are not checked by our compiler. Own values are
 * taken over, so that nothing is asked twice.
 *
 * @throws what tells the author of the rule what is wrong
 */
export function readWording(rule: Pick<Rule, 'id'>, messageId: string, worded: unknown): Worded {
  const refuse = refuser(rule, messageId)
  if (typeof worded === 'string') return {reason: worded}
  if (typeof worded !== 'object' || worded === null)
    throw refuse('words', worded, 'a string, or an object with `reason`')
  const {reason, note, expected, url} = worded as Partial<Worded>
  if (typeof reason !== 'string') throw refuse('reason', reason, 'a string')
  if (note !== undefined && typeof note !== 'string') throw refuse('note', note, 'a string')
  if (url !== undefined && typeof url !== 'string') throw refuse('url', url, 'a string')
  if (expected !== undefined && !isList(expected, (one) => typeof one === 'string'))
    throw refuse('expected', expected, 'strings')
  return {
    reason,
    ...(note === undefined ? {} : {note}),
    ...(expected ? {expected: [...expected]} : {}),
    ...(url === undefined ? {} : {url})
  }
}

/** The same for the places and edits of a finding in a text of this length. */
export function checkFinding(
  rule: Pick<Rule, 'id'>,
  messageId: string,
  length: number,
  {range, fix, suggest, related, confidence}: Finding
): void {
  const refuse = refuser(rule, messageId)
  const within = `two offsets from 0 to ${length}, the first not the larger`
  const isInside = (value: unknown): boolean => isRange(value) && value[1] <= length
  const isEdit = (edit: Edit): boolean =>
    typeof edit === 'object' && edit !== null && isInside(edit.range) && typeof edit.text === 'string'
  if (!isInside(range)) throw refuse('range', range, within)
  if (fix !== undefined && !isList(fix, isEdit)) throw refuse('fix', fix, 'edits with a range and a text')
  if (confidence !== undefined && !Number.isFinite(confidence))
    throw refuse('confidence', confidence, 'a number from 0 to 1')
  for (const {title, edits} of suggest ?? [])
    if (typeof title !== 'string' || !isList(edits, isEdit))
      throw refuse('suggestion', title, 'one with a title and edits')
  for (const other of related ?? []) {
    if (!isRange(other.range)) throw refuse('range of a related place', other.range, within)
    if (typeof other.reason !== 'string' || !['string', 'undefined'].includes(typeof other.path))
      throw refuse('related place', other.reason, 'one with a reason')
  }
}

function isList(value: unknown, check: (item: never) => boolean): boolean {
  return Array.isArray(value) && value.every(check as (item: unknown) => boolean)
}

function isRange(value: unknown): value is Range {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [start, end]: readonly unknown[] = value
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= value[0] && value[0] <= value[1]
}

function refuser({id}: Pick<Rule, 'id'>, messageId: string) {
  return (what: string, value: unknown, expected: string): Error =>
    new Error(
      `Unexpected ${what} ${shown(value)} in message \`${messageId}\` of rule \`${id}\`, expected ${expected}`
    )
}

/** Numbers and strings as they are, the rest by its type: a value of others may have no words. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.slice(0, 2).map(shown).join(', ')}]`
  if (typeof value === 'string') return `\`${value.slice(0, 80)}\``
  return typeof value === 'number' || value === null || value === undefined ? `${value}` : `(${typeof value})`
}
