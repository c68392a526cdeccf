import type {SourceRecord, Unchecked} from '../../sources/model.ts'
import type {Ask} from './plan.ts'
import {isOld, unknownIn} from './plan.ts'

const most = 5

/** What a person should know of sources that were not checked: a handful of them, and how many more there are. */
export function notesOfUnchecked(unchecked: readonly Unchecked[], isOffline: boolean): readonly string[] {
  if (unchecked.length === 0) return []
  if (isOffline) {
    const them = unchecked.length === 1 ? 'the source' : `the ${unchecked.length} sources`
    return [`${them} could not be checked: no host was found, so the network may be down`]
  }
  const listed = [...unchecked].sort((a, b) => (a.url < b.url ? -1 : 1)).slice(0, most)
  const more = unchecked.length - listed.length
  const lines = listed.map(({url, reason}) => `${shorten(url)} ${shorten(reason.replace(/\s+/g, ' '))}`)
  const head = `${count(unchecked.length, 'source')} ${unchecked.length === 1 ? 'was' : 'were'} not checked:`
  return [[head, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')]
}

/** What a run that asks nobody leaves open. */
export function notesOfLocked(
  asks: Iterable<Ask>,
  records: ReadonlyMap<string, SourceRecord>,
  file: {readonly shown: string; readonly exists: boolean},
  today: string
): readonly string[] {
  let sources = 0
  let statements = 0
  let old = 0
  for (const ask of asks) {
    const record = records.get(ask.url)
    if (!record) sources++
    else {
      statements += unknownIn(record, ask).length
      if (isOld(record, today)) old++
    }
  }
  const notes: string[] = []
  const missing = [
    ...(sources > 0 ? [count(sources, 'source')] : []),
    ...(statements > 0 ? [count(statements, 'statement')] : [])
  ]
  if (missing.length > 0) {
    const one = sources + statements === 1
    const where = file.exists ? `not in \`${file.shown}\`` : `not checked, as there is no \`${file.shown}\``
    notes.push(
      `${missing.join(' and ')} ${one ? 'is' : 'are'} ${where}: run \`articlelint verify\`, and commit the file`
    )
  }
  if (old > 0) {
    const were = old === 1 ? 'was' : 'were'
    notes.push(
      `${count(old, 'source')} ${were} checked long ago: run \`articlelint verify\`, and commit the file`
    )
  }
  return notes
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

function shorten(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 119)}…`
}
