import {hash} from 'node:crypto'
import {readdirSync, readFileSync, statSync, unlinkSync} from 'node:fs'
import path from 'node:path'
import {shownPath} from '../../config/index.ts'
import type {Outcome} from '../article.ts'
import {reasonOf} from '../errno.ts'
import {maxBytes} from '../files.ts'
import type {Job, JobSettings} from '../jobs.ts'
import {toEntry, toLinted} from './cache-entry.ts'
import {type Entries, type Entry, readCacheFile, writeCacheFile} from './cache-file.ts'
import {createSettingsKey, environmentKey} from './cache-key.ts'
import {cacheFolder, refuseCache} from './cache-place.ts'

export interface CacheSettings {
  /** Folder, from `cwd`; by default `node_modules/.cache/articlelint` of the project. */
  readonly location?: string | undefined
}

/** What earlier runs found in articles that did not change since. */
export interface Cache {
  /** Gives the outcomes of all jobs, in any order, and has only those linted that are not known. */
  lint(
    jobs: readonly Job[],
    lint: (jobs: readonly Job[], settings: JobSettings) => AsyncIterable<Outcome>
  ): AsyncGenerator<Outcome>
  /** What a person should know once all outcomes were given. */
  readonly notes: readonly string[]
}

/** Days after which it goes what was of no use. */
const mostDays = 30
/** Days after which it is written down anew that something is of use. */
const restDays = 3
const oneHour = 60 * 60 * 1000
const oneDay = 24 * oneHour

/** An article that can be in the cache. */
interface Plan {
  readonly job: Job
  readonly id: string
  /** Name of the cache file. */
  readonly name: string
}

/** The entries of one cache file that are to change. */
interface Change {
  /** Articles that are still to be linted. */
  left: number
  readonly fresh: Map<string, Entry>
  /** Of use again. */
  readonly seen: Set<string>
}

export function createCache({location}: CacheSettings, settings: JobSettings, cwd: string): Cache {
  const folder = cacheFolder(location, cwd)
  const shown = shownPath(folder, cwd)
  const environment = environmentKey()
  const keyOf = createSettingsKey(settings)
  const day = Math.floor(Date.now() / oneDay)
  const {fix, keep, today} = settings
  const changes = new Map<string, Change>()
  const notes: string[] = []
  let isFaulty = false
  let isReadOnly = false

  function planOf(job: Job): Plan | undefined {
    const {file, shown, config, staged} = job
    const key = staged ? undefined : keyOf(config, file)
    if (key === undefined) return undefined
    // From the folder of the cache, as a project may be moved with it.
    const id = hash('sha256', JSON.stringify([shownPath(file, folder), shown, key])).slice(0, 32)
    const name = (Number.parseInt(id.slice(0, 2), 16) & 63).toString(16).padStart(2, '0')
    return {job, id, name}
  }

  function read(name: string): Entries {
    const found = readCacheFile(path.join(folder, `${name}.cache`), environment)
    if (found.isFaulty) isFaulty = true
    return found.entries
  }

  function take({job, id, name}: Plan, entries: Entries): Outcome | undefined {
    const entry = entries.get(id)
    if (!entry || (fix && entry.isFixable) || (entry.today !== undefined && entry.today !== today))
      return undefined
    const bytes = readBytes(job.file)
    if (!bytes || hash('sha256', bytes) !== entry.digest) return undefined
    const linted = toLinted(entry, job, keep?.text ? bytes.toString('utf8') : undefined)
    if (!linted) {
      isFaulty = true
      return undefined
    }
    if (day - entry.day >= restDays) changeOf(name).seen.add(id)
    return {linted, problems: []}
  }

  function changeOf(name: string): Change {
    const change = changes.get(name) ?? {left: 0, fresh: new Map(), seen: new Set()}
    changes.set(name, change)
    return change
  }

  /** Writes what is known by now; what another run wrote meanwhile stays. */
  function save(name: string): void {
    const {fresh, seen} = changeOf(name)
    if (isReadOnly || fresh.size + seen.size === 0) return
    const entries = new Map<string, Entry>()
    for (const [id, entry] of read(name)) {
      if (seen.has(id)) entries.set(id, {...entry, day})
      else if (day - entry.day <= mostDays) entries.set(id, entry)
    }
    for (const [id, entry] of fresh) entries.set(id, entry)
    try {
      writeCacheFile(path.join(folder, `${name}.cache`), environment, entries)
    } catch (error) {
      isReadOnly = true
      if (fresh.size > 0)
        notes.push(`the cache \`${shown}\` can't be written, and is left as it is: ${reasonOf(error)}`)
    }
    fresh.clear()
    seen.clear()
  }

  return {
    notes,
    async *lint(jobs, lint) {
      const refused = await refuseCache(folder, cwd)
      if (refused !== undefined) {
        notes.push(`the cache \`${shown}\` is not used: it ${refused}`)
        yield* lint(jobs, settings)
        return
      }
      const others: Job[] = []
      const missed = new Map<string, Plan>()
      for (const [name, plans] of planAll(jobs, planOf, others)) {
        const entries = read(name)
        for (const plan of plans) {
          const outcome = take(plan, entries)
          if (outcome) yield outcome
          else {
            missed.set(plan.job.shown, plan)
            changeOf(name).left++
          }
        }
      }
      // File by file of the cache, so that each can be written as soon as all that it holds is known.
      const left = [...[...missed.values()].map(({job}) => job), ...others]
      if (left.length > 0) {
        for await (const outcome of lint(left, {...settings, digests: true})) {
          const {linted, problems} = outcome
          const plan = missed.get(linted?.file.path ?? problems[0]?.path ?? '')
          if (plan) {
            const entry = toEntry(outcome, plan.job.config, plan.job.file, day, today)
            const change = changeOf(plan.name)
            if (entry) change.fresh.set(plan.id, entry)
            if (--change.left === 0) save(plan.name)
          }
          yield outcome
        }
      }
      for (const name of changes.keys()) save(name)
      sweep(folder)
      if (isFaulty)
        notes.unshift(`the cache \`${shown}\` could not be read in part, and that part is made anew`)
    }
  }
}

/** By name of the cache file; jobs that can't be in the cache are put to `others`. */
function planAll(
  jobs: readonly Job[],
  planOf: (job: Job) => Plan | undefined,
  others: Job[]
): ReadonlyMap<string, readonly Plan[]> {
  const plans = new Map<string, Plan[]>()
  for (const job of jobs) {
    const plan = planOf(job)
    if (!plan) {
      others.push(job)
      continue
    }
    const list = plans.get(plan.name) ?? []
    plans.set(plan.name, list)
    list.push(plan)
  }
  return plans
}

/** Nothing for what is no article: that is for the linter to say. */
function readBytes(file: string): Buffer | undefined {
  try {
    const stats = statSync(file)
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

/** Removes files that were of no use for long, and what runs left behind that were ended in the middle of writing. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      // The folder may be one that somebody named, with other files.
      const [, ending] = /^[0-3][\da-f]\.cache(-[\da-f]{12}\.tmp)?$/.exec(name) ?? [undefined, 'other']
      if (ending === 'other') continue
      const age = Date.now() - statSync(path.join(folder, name)).mtimeMs
      if (age > (ending === undefined ? (mostDays + restDays) * oneDay : oneHour))
        unlinkSync(path.join(folder, name))
    }
  } catch {
    // It is not there, or another run was faster.
  }
}
