import type {Writable} from 'node:stream'
import {parentPort, workerData} from 'node:worker_threads'
import {ConfigError} from '../../config/error.ts'
import {createConfigLoader} from '../../config/index.ts'
import {UsageError} from '../error.ts'
import {lintJob} from '../jobs.ts'
import {createPacker, type PackedOutcome} from '../packed.ts'
import {problemOf} from '../problem.ts'
import type {Answer, WorkerJobs, WorkerMessage, WorkerPlace, WorkerSettings} from './worker-message.ts'

// The entry of a worker thread (`pool.ts`): articles come in, what linting them gave goes out.

if (!parentPort) throw new Error('this module runs in worker threads')
const port = parentPort
const settings = workerData as WorkerSettings
const configOf = createConfigLoader(settings, settings.cwd ?? '')
const packer = createPacker()
// What a plugin prints must not get into a report.
const {error} = console
let hasPrinted = false
const print = (...words: unknown[]): void => {
  hasPrinted = true
  error(...words)
}
Object.assign(console, {log: print, info: print, debug: print, dir: print, error: print})
let told = 0
let last: Promise<void> = Promise.resolve()
/** Another worker has the jobs that are left: two would write the same file. */
let isRetired = false

port.on('message', (jobs: WorkerJobs) => {
  last = last.then(() => (isRetired ? undefined : lint(jobs))).catch(refuse)
})
tell({kind: 'ready'})

async function lint(jobs: WorkerJobs): Promise<void> {
  // Each answer goes out at once: what a worker did before it died is not lost, and its first open job is the one it died of.
  for (const job of jobs) {
    const {isTimedOut: isLast = false, ...outcome} = await lintJob(
      {...job, config: await configOf(job.file)},
      settings
    )
    if (hasPrinted) await handOver()
    tell({kind: 'answer', answer: write(packer.pack(outcome), job.shown), isLast})
    isRetired = isLast
    if (isLast) return
  }
}

/** Waits until what was printed has left the thread, which is ended with its last answer: lines go out one by one. */
async function handOver(): Promise<void> {
  hasPrinted = false
  const {_stderr: stream} = console as unknown as {readonly _stderr: Writable}
  await new Promise<void>((resolve) => stream.write('', () => resolve()))
}

function write(outcome: PackedOutcome, shown: string): string {
  const rulesets = packer.rulesets.slice(told)
  told = packer.rulesets.length
  try {
    return JSON.stringify({outcome, rulesets} satisfies Answer)
  } catch (error) {
    // Facts of a plugin's rule that are no JSON.
    const problems = [...outcome.problems, problemOf(error, shown)]
    return JSON.stringify({outcome: {linted: undefined, problems}, rulesets} satisfies Answer)
  }
}

function refuse(error: unknown): void {
  if (error instanceof ConfigError) {
    const {name, reason, path, line, column} = error
    const place: WorkerPlace = {
      ...(path === undefined ? {} : {path}),
      ...(line === undefined ? {} : {line}),
      ...(column === undefined ? {} : {column})
    }
    tell({kind: 'refusal', name, reason, place})
  } else if (error instanceof UsageError) {
    tell({kind: 'refusal', name: error.name, reason: error.message, place: {}})
  } else {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell({kind: 'refusal', name: 'Error', reason, place: {}})
  }
}

function tell(message: WorkerMessage): void {
  port.postMessage(message)
}
