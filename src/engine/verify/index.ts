import path from 'node:path'
import {shownPath} from '../../config/index.ts'
import type {SourceQuery, SourceRecord, Sources, StatementVerdict} from '../../sources/model.ts'
import {sourceAddress} from '../../sources/statements/address.ts'
import {openLockFile} from './lock-file.ts'
import {notesOfLocked, notesOfUnchecked} from './notes.ts'
import {isCurrent, planAsks, unknownIn} from './plan.ts'
import type {OnlineSettings} from './settings.ts'
import {type Tools, visitSources} from './visit.ts'

export type {OnlineSettings} from './settings.ts'

/** The lock file, where none is named. */
const usualFile = 'articlelint.sources.json'

export interface Checked {
  readonly sources: Sources
  /** What a person should know, and that changes nothing. */
  readonly notes: readonly string[]
  /** Whether all was checked that was asked for: only then the silence of a rule says that nothing is wrong. */
  readonly isComplete: boolean
}

/**
 * Finds out what the sources say that are asked for, from the lock file or by fetching them, and keeps it in that file.
 * Throws `UsageError` where the file can't be used or written, and the reason of `signal` where that breaks it off.
 *
 * @param cwd folder that the lock file's path starts from
 * @param tools what fetches and reads, in place of the usual
 */
export async function checkSources(
  queries: readonly SourceQuery[],
  settings: OnlineSettings,
  cwd: string,
  tools: Partial<Tools> = {}
): Promise<Checked> {
  const {mode, today, file = usualFile, prune = false} = settings
  const absolute = path.resolve(cwd, file)
  const asks = planAsks(queries)
  const lock = await openLockFile(absolute, shownPath(absolute, path.resolve(cwd)), mode !== 'locked')
  if (mode === 'locked') {
    const notes = notesOfLocked(asks.values(), lock.records, lock, today)
    const isComplete = [...asks.values()].every((ask) => {
      const record = lock.records.get(ask.url)
      return record !== undefined && unknownIn(record, ask).length === 0
    })
    return {sources: createSources((url) => lock.records.get(url)), notes, isComplete}
  }
  const needed = [...asks.values()].filter((ask) => {
    const record = lock.records.get(ask.url)
    return mode === 'update' || !record || !isCurrent(record, ask, today)
  })
  const removed = new Set(prune ? [...lock.records.keys()].filter((url) => !asks.has(url)) : [])
  const {records, unchecked, isOffline} = await visitSources(
    needed,
    [...asks.keys()],
    lock,
    removed,
    settings,
    tools
  )
  const reasons = new Set(unchecked.map(({url}) => url))
  const recordOf = (url: string): SourceRecord | undefined => {
    const record = records.get(url) ?? lock.records.get(url)
    // Whether it is still dead, nobody knows.
    return record?.state === 'dead' && reasons.has(url) ? undefined : record
  }
  const notes = notesOfUnchecked(unchecked, isOffline)
  return {sources: createSources(recordOf), notes, isComplete: unchecked.length === 0}
}

function createSources(find: (url: string) => SourceRecord | undefined): Sources {
  const recordOf: Sources['recordOf'] = (url) => {
    const address = sourceAddress(url)
    return address === undefined ? undefined : find(address)
  }
  // A page may be asked for thousands of statements, each of them several times.
  const known = new WeakMap<SourceRecord, ReadonlyMap<string, StatementVerdict>>()
  return {
    recordOf,
    verdictOf: (url, {text}) => {
      const record = recordOf(url)
      if (!record?.isReadable) return undefined
      const verdicts =
        known.get(record) ?? new Map(record.statements.map((verdict) => [verdict.text, verdict]))
      known.set(record, verdicts)
      return verdicts.get(text)
    }
  }
}
