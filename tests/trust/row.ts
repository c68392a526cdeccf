import type {TestContext} from 'vitest'

/** One line of the table that `npm run trust` prints: what a test measured, counted. */
export interface TrustRow {
  /** What was tried, as a person would say it: `hostile inputs answered within the limit + 1 s`. */
  readonly row: string
  readonly passed: number
  readonly of: number
  /** How many have to hold; all by default. */
  readonly least?: number
  /** More figures: the slowest, the seed. */
  readonly note?: string
}

declare module 'vitest' {
  interface TaskMeta {
    trust?: readonly TrustRow[]
  }
}

/** Whether `npm run trust` runs the tests, with all cases; `npm test` has fewer of those that are many. */
export const isFull: boolean = process.env.ARTICLELINT_TRUST === 'full'

/** Puts a row into the table. The test itself fails where not all passed. */
export function record({task}: Pick<TestContext, 'task'>, row: TrustRow): void {
  task.meta.trust = [...(task.meta.trust ?? []), row]
}
