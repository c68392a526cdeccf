/** A rule that threw: the others ran all the same. */
export interface Crash {
  readonly ruleId: string
  readonly reason: string
}

export function toCrash(ruleId: string, error: unknown): Crash {
  return {ruleId, reason: wordsOf(error, 'stack')}
}

const maxLength = 2000

/** What was thrown, in words, whatever it is: code of others may throw an object without any, or one that throws again. */
export function wordsOf(error: unknown, part: 'message' | 'stack' = 'message'): string {
  try {
    const words = String(error instanceof Error ? (error[part] ?? error.message) : error)
    return words.length > maxLength ? `${words.slice(0, maxLength)} …` : words
  } catch {
    return 'something without words was thrown'
  }
}
