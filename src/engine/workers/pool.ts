import {realpathSync} from 'node:fs'
import path from 'node:path'
import {Worker} from 'node:worker_threads'
import {ConfigError} from '../../config/error.ts'
import type {Outcome} from '../article.ts'
import {UsageError} from '../error.ts'
import type {Job, JobSettings} from '../jobs.ts'
import {createUnpackers, type Unpacker} from './unpacker.ts'
import {workerFile} from './worker-file.ts'
import type {WorkerJobs, WorkerMessage, WorkerSettings} from './worker-message.ts'

/** Jobs a worker gets at a time, once it has hardly any left: it never waits, and the last ones are shared out. */
const batch = 8
const fewLeft = 2

interface Member {
  readonly worker: Worker
  readonly unpack: Unpacker
  /** Jobs that were not answered; the worker is at the first one. */
  readonly open: Job[]
  isReady: boolean
  /** What killed it. */
  reason: string | undefined
}

/**
 * Lints articles in worker threads, and gives the outcomes as they come. A worker that dies is replaced, and the article
 * it was at tried once more by itself; it becomes a problem if that kills a worker too.
 *
 * Throws `UsageError` when no worker can be started, `ConfigError` when a config can't be used in workers.
 */
export async function* lintInWorkers(
  jobs: readonly Job[],
  settings: JobSettings,
  count: number
): AsyncGenerator<Outcome> {
  const waiting = [...jobs].reverse()
  /** Those that were killed in, to be run with none beside them. */
  const suspects: Job[] = []
  const accused = new Set<Job>()
  const members = new Set<Member>()
  const outcomes: Outcome[] = []
  const data = workerSettings(settings)
  const createUnpacker = createUnpackers()
  let failure: Error | undefined
  let wake = (): void => {}

  const release =
    settings.fix === 'write' ? (await import('../temporary.ts')).beforeSignal(abandon) : undefined

  try {
    while (members.size < count) start()
    for (let done = 0; done < jobs.length; ) {
      const news = new Promise<void>((resolve) => {
        wake = resolve
      })
      if (outcomes.length === 0 && !failure) await news
      if (failure) throw failure
      const arrived = outcomes.splice(0)
      done += arrived.length
      yield* arrived
    }
  } finally {
    release?.()
    const ended = [...members]
    members.clear()
    for (const {worker} of ended) void worker.terminate()
  }

  /** What the workers were writing is removed once they write no more. */
  async function abandon(): Promise<void> {
    const {removeTemporaries} = await import('../temporary.ts')
    const ended = [...members]
    members.clear()
    failure ??= new UsageError('the run was interrupted')
    await Promise.all(ended.map(({worker}) => worker.terminate()))
    for (const folder of foldersOf(ended.flatMap(({open}) => open))) removeTemporaries(folder)
    wake()
  }

  function start(): void {
    const worker = new Worker(workerFile, {workerData: data})
    const member: Member = {worker, unpack: createUnpacker(), open: [], isReady: false, reason: undefined}
    members.add(member)
    worker.on('message', (message: WorkerMessage) => {
      if (!members.has(member)) return
      hear(member, message)
      wake()
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      member.reason = deathOf(error)
    })
    // Whatever ended it, a limit of time too, comes here.
    worker.on('exit', (code) => {
      if (!members.delete(member)) return
      bury(member, member.reason ?? `a rule ended the process with code ${code}`)
      wake()
    })
    give(member)
  }

  function give({worker, open}: Member): void {
    if (open.length > fewLeft || open.some((job) => accused.has(job))) return
    const [suspect] = open.length === 0 ? suspects.splice(0, 1) : []
    const fair = Math.min(batch, Math.ceil(waiting.length / (2 * count)))
    const next = suspect ? [suspect] : waiting.splice(waiting.length - fair).reverse()
    if (next.length === 0) return
    open.push(...next)
    const sent: WorkerJobs = next.map(({file, shown, staged}) => ({file, shown, ...(staged ? {staged} : {})}))
    worker.postMessage(sent)
  }

  function hear(member: Member, message: WorkerMessage): void {
    if (message.kind === 'ready') member.isReady = true
    else if (message.kind === 'refusal') failure ??= refusalOf(message)
    else {
      const job = member.open.shift()
      if (!job) return
      try {
        outcomes.push(member.unpack(message.answer, job))
      } catch (error) {
        failure ??= error as Error
      }
      if (message.isLast) retire(member)
      else give(member)
    }
  }

  /** It broke an article off, and is in doubt. */
  function retire(member: Member): void {
    members.delete(member)
    void member.worker.terminate()
    waiting.push(...member.open.reverse())
    if (waiting.length + suspects.length > 0) start()
  }

  function bury({isReady, open}: Member, reason: string): void {
    if (!isReady) {
      failure ??= new UsageError(
        `no worker thread could be started: ${reason} (--concurrency off does without)`
      )
      return
    }
    const [suspect, ...others] = open
    waiting.push(...others.reverse())
    if (suspect && accused.has(suspect))
      outcomes.push({
        linted: undefined,
        problems: [{path: suspect.shown, reason: `could not be linted, at two attempts: ${reason}`}]
      })
    else if (suspect) {
      accused.add(suspect)
      suspects.push(suspect)
    }
    if (waiting.length + suspects.length > 0) start()
  }
}

/** Those that the files are in, through links too. */
function foldersOf(jobs: readonly Job[]): ReadonlySet<string> {
  return new Set(
    jobs.flatMap(({file}) => {
      try {
        return [path.dirname(realpathSync(file))]
      } catch {
        return []
      }
    })
  )
}

/** Functions stay in this thread. */
/** What other threads don't get: functions, and what ends a check of sources; workers check none. */
function workerSettings({concurrency: _, online, ...settings}: JobSettings): WorkerSettings {
  const plain = Object.entries(settings).filter(([, value]) => typeof value !== 'function')
  return {...Object.fromEntries(plain), ...(online ? {online: {isAlone: online.isAlone}} : {})}
}

function deathOf({code, message}: NodeJS.ErrnoException): string {
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'a rule, or the parser, used up the memory' : message
}

function refusalOf({name, reason, place}: WorkerMessage & {kind: 'refusal'}): Error {
  // This thread could use the same config.
  if (name === 'ConfigError')
    return new ConfigError(`${reason} (in a worker thread: --concurrency off does without)`, place)
  return name === 'UsageError' ? new UsageError(reason) : new Error(reason)
}
