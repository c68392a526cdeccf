/** A rule that threw: the others ran all the same. */
export interface Crash {
  readonly ruleId: string
  readonly reason: string
}

export function toCrash(ruleId: string, error: unknown): Crash {
  return {ruleId, reason: error instanceof Error ? (error.stack ?? error.message) : String(error)}
}
