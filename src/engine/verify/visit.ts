import type {SourceRecord, Unchecked} from '../../sources/model.ts'
import {UsageError} from '../error.ts'
import type {Fetched, Fetcher, FetchSettings} from '../fetch/index.ts'
import {beforeSignal} from '../temporary.ts'
import type {LockFile} from './lock-file.ts'
import type {Records} from './lock-format.ts'
import type {PageReader} from './page-reader.ts'
import {type Ask, byHost} from './plan.ts'
import {recordOfDead, recordOfPage} from './record.ts'
import type {OnlineSettings} from './settings.ts'

/** What fetches pages and reads them. */
export interface Tools {
  readonly createFetcher: (settings: FetchSettings) => Fetcher
  readonly createPageReader: () => PageReader
}

export interface Visited {
  /** Those that were made now. */
  readonly records: Records
  readonly unchecked: readonly Unchecked[]
  /** No host at all was found. */
  readonly isOffline: boolean
}

/** Milliseconds between two writings of the lock file: as much is lost where the machine fails. */
const saveEvery = 5000

/** How many sources are asked for, to see whether there is a network. */
const mostWitnesses = 2

/**
 * Fetches sources and reads what they say. What is known is written into the lock file every few seconds, at the end, and
 * where a signal or `settings.signal` ends the run: the next one goes on from there.
 *
 * @param asked all addresses of the run, those among them that need no look too
 * @param removed addresses whose records go
 */
export async function visitSources(
  needed: readonly Ask[],
  asked: readonly string[],
  lock: LockFile,
  removed: ReadonlySet<string>,
  settings: OnlineSettings,
  given: Partial<Tools>
): Promise<Visited> {
  const records: Records = new Map()
  const unchecked = new Map<string, string>()
  if (needed.length === 0) {
    await lock.write(records, removed)
    return {records, unchecked: [], isOffline: false}
  }
  const tools = await loadTools(given)
  const interrupt = new AbortController()
  const {version, allowPrivateHosts = false, proxy, limits = {}, today, onProgress} = settings
  const signal = settings.signal ? AbortSignal.any([settings.signal, interrupt.signal]) : interrupt.signal
  const fetcher = tools.createFetcher({version, allowPrivateHosts, proxy, limits, signal})
  const reader = tools.createPageReader()
  const save = createSaver(() => lock.write(records, removed))
  // A full disk is told at the end.
  const timer = setInterval(() => void save().catch(() => {}), saveEvery)
  const release = beforeSignal(async () => {
    interrupt.abort(new UsageError(interrupted(lock.shown)))
    await save()
  }, true)
  // A page that is being read may take seconds.
  signal.addEventListener('abort', () => void reader.close(), {once: true})
  let done = 0

  const visit = async (ask: Ask): Promise<Fetched | undefined> => {
    if (signal.aborted) return undefined
    const fetched = await fetcher.fetch(ask.url)
    if (signal.aborted) return undefined
    const found = await read(ask, fetched)
    if (signal.aborted) return undefined
    unchecked.delete(ask.url)
    if ('reason' in found) unchecked.set(ask.url, found.reason)
    else records.set(ask.url, found)
    return fetched
  }

  const read = async (ask: Ask, fetched: Fetched): Promise<SourceRecord | {readonly reason: string}> => {
    const before = lock.records.get(ask.url)
    const dropsOthers = settings.mode === 'update' || settings.prune === true
    const origin = {ask, today, before, dropsOthers}
    if (fetched.kind === 'unchecked') return {reason: fetched.reason}
    if (fetched.kind === 'dead') return recordOfDead(fetched, origin)
    const {bytes, type, charset} = fetched
    if (type === 'other') return recordOfPage(fetched, undefined, origin)
    const report = await reader.read({
      bytes,
      type,
      charset,
      url: fetched.finalUrl,
      fragments: [...ask.fragments],
      statements: [...ask.statements.values()]
    })
    return 'reason' in report ? report : recordOfPage(fetched, report, origin)
  }

  try {
    onProgress?.(0, needed.length, '')
    const causes = new Map<Ask, Fetched>()
    await Promise.all(
      byHost(needed).map(async (asks) => {
        for (const ask of asks) {
          const fetched = await visit(ask)
          if (!fetched) return
          // The bytes of all pages would be too many.
          if (fetched.kind === 'dead') causes.set(ask, fetched)
          onProgress?.(++done, needed.length, new URL(ask.url).host)
        }
      })
    )
    const isOffline = await judgeAbsence(causes)
    await endIfAborted()
    await save()
    const list = [...unchecked].map(([url, reason]) => ({url, reason}))
    return {records, unchecked: list, isOffline}
  } catch (error) {
    await save().catch(() => {})
    throw error
  } finally {
    clearInterval(timer)
    release()
    fetcher.close()
    await reader.close()
  }

  /**
   * A name that is not found, or a certificate that is wrong, may be so for a moment: where the source was alive, it is asked
   * once more when all others are done. Where no host at all answered, the network is down, and nothing is dead.
   */
  async function judgeAbsence(causes: ReadonlyMap<Ask, Fetched>): Promise<boolean> {
    const isPassing = (fetched: Fetched): boolean =>
      fetched.kind === 'dead' && (fetched.cause === 'no-host' || fetched.cause === 'certificate')
    const doubtful = [...causes].filter(([, fetched]) => isPassing(fetched)).map(([ask]) => ask)
    const again = doubtful.filter(({url}) => lock.records.get(url)?.state === 'alive')
    for (const ask of again) await visit(ask)
    const missing = doubtful.filter(({url}) => records.get(url)?.cause === 'no-host')
    if (missing.length === 0 || signal.aborted) return false
    if ([...records.values()].some(({cause}) => cause !== 'no-host')) return false
    if (await findsWitness()) return false
    for (const {url} of missing) {
      records.delete(url)
      unchecked.set(url, 'could not be found, nor any other host: is the network down?')
    }
    return true
  }

  /** Whether a source answers that did when it was last asked for. */
  async function findsWitness(): Promise<boolean> {
    const hosts = new Map(
      asked
        .filter((url) => lock.records.get(url)?.state === 'alive' && !unchecked.has(url) && !records.has(url))
        .map((url) => [new URL(url).host, url])
    )
    for (const url of [...hosts.values()].slice(0, mostWitnesses)) {
      const fetched = await fetcher.fetch(url)
      if (fetched.kind === 'page' || (fetched.kind === 'dead' && fetched.cause !== 'no-host')) return true
    }
    return false
  }

  async function endIfAborted(): Promise<void> {
    if (!signal.aborted) return
    await save()
    // The signal is raised again once all is written; a program that listens to it itself goes on here.
    await new Promise((resolve) => setImmediate(resolve))
    throw signal.reason
  }
}

function interrupted(shown: string): string {
  return `interrupted: what was checked is in \`${shown}\`, and the next run goes on from there`
}

async function loadTools(given: Partial<Tools>): Promise<Tools> {
  return {
    createFetcher: given.createFetcher ?? (await import('../fetch/index.ts')).createFetcher,
    createPageReader: given.createPageReader ?? (await import('./page-reader.ts')).createPageReader
  }
}

/** One writing at a time; the last one has all. */
function createSaver(write: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve()
  return () => {
    last = last.catch(() => {}).then(write)
    return last
  }
}
