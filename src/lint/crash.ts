/** A rule that threw: the others ran all the same. */
export interface Crash {
  readonly ruleId: string
  readonly reason: string
}

export function toCrash(ruleId: string, error: unknown): Crash {
  return {ruleId, reason: describeThrown(error)}
}

const maxLength = 2000

/** What was thrown, with its stack where it has one. Anything can be thrown, also what throws when it is looked at. */
export function describeThrown(error: unknown): string {
  try {
    const text = String(error instanceof Error ? (error.stack ?? error.message) : error)
    return text.length > maxLength ? `${text.slice(0, maxLength)} …` : text
  } catch {
    return 'it threw what can not be shown'
  }
}
