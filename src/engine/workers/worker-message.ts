import type {Job, JobSettings} from '../jobs.ts'
import type {PackedOutcome, PackedRuleset} from '../packed.ts'

// What the threads tell each other. Texts and trees stay where they are read.

/** What a worker begins with; the config it loads by itself. */
export type WorkerSettings = Omit<JobSettings, 'concurrency'>

/** Articles for a worker, which answers one after the other in this order. */
export type WorkerJobs = readonly Omit<Job, 'config'>[]

export type WorkerMessage =
  | {readonly kind: 'ready'}
  /** `answer` is the JSON of an `Answer`, which is faster than a clone of it. After the last one the worker lints no more. */
  | {readonly kind: 'answer'; readonly answer: string; readonly isLast: boolean}
  /** The run can't go on: its config or a setting can't be used, here or anywhere. */
  | {readonly kind: 'refusal'; readonly name: string; readonly reason: string; readonly place: WorkerPlace}

/** Of a fault in a config. */
export interface WorkerPlace {
  readonly path?: string
  readonly line?: number
  readonly column?: number
}

/** What linting one article gave, with the rulesets that were not told before. */
export interface Answer {
  readonly outcome: PackedOutcome
  readonly rulesets: readonly PackedRuleset[]
}
