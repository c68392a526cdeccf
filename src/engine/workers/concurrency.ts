import {statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {UsageError} from '../error.ts'
import type {Job} from '../jobs.ts'

/** Threads that lint; `auto`: as many as there are processors and work for. */
export type Concurrency = number | 'auto' | 'off'

/** Of articles, that are worth the start of a worker. */
const bytesPerWorker = 2 * 1024 * 1024

/** How many workers to start; 0: this thread lints. Throws `UsageError` for what is no number of threads. */
export function countWorkers(concurrency: Concurrency, jobs: readonly Pick<Job, 'file'>[]): number {
  if (concurrency === 'off') return 0
  if (concurrency !== 'auto') {
    if (Number.isInteger(concurrency) && concurrency > 0) return Math.min(concurrency, jobs.length)
    throw new UsageError(
      `Unexpected concurrency \`${concurrency}\`, expected a whole number from 1, \`auto\` or \`off\``
    )
  }
  const most = availableParallelism()
  if (most < 2) return 0
  const workers = Math.min(most, Math.floor(sizeOf(jobs, most * bytesPerWorker) / bytesPerWorker))
  return workers < 2 ? 0 : workers
}

/** Bytes of the articles, as far as `enough`. */
function sizeOf(jobs: readonly Pick<Job, 'file'>[], enough: number): number {
  let bytes = 0
  for (const {file} of jobs) {
    if (bytes >= enough) break
    bytes += statSync(file, {throwIfNoEntry: false})?.size ?? 0
  }
  return bytes
}
