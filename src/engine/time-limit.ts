import {Script} from 'node:vm'
import {LimitFault} from '../document/parse/fault.ts'

/** Seconds for an article, and for each MB of it. */
export const usualSeconds = 10

/** Up to this length no article takes a parser that is swift, and our own rules, a second (`npm run trust isolation`). */
export const briefLength = 32_768

/** Runs what is synchronous, and breaks it off when the time of the article is over. */
export type WithinTime = <T>(run: () => T, runningRule?: () => string | undefined) => T

/** Where the script finds what it is to run: nothing can be handed to it. */
const slot: unique symbol = Symbol.for('articlelint: within the time limit')
const holder = globalThis as {[slot]?: (() => void) | undefined}
let script: Script | undefined

/**
 * Begins the time of one article. What is broken off leaves this thread in doubt, as it may have stood in the middle of
 * anything: no other article should be linted in it.
 *
 * @param length of the text
 * @param seconds for an article, and for each MB of it
 * @returns runs a function; it throws a `LimitFault` when the time is over, and what the function throws
 */
export function createTimeLimit(length: number, seconds: number): WithinTime {
  const limit = Math.ceil(seconds * (1 + length / 1024 / 1024))
  // `performance` would be loaded for this alone.
  const end = process.uptime() + limit
  return (run, runningRule) => {
    let outcome: {readonly value: ReturnType<typeof run>} | {readonly error: unknown} | undefined
    holder[slot] = () => {
      try {
        outcome = {value: run()}
      } catch (error) {
        outcome = {error}
      }
    }
    script ??= new Script(`globalThis[Symbol.for(${JSON.stringify(slot.description)})]()`)
    try {
      script.runInThisContext({timeout: Math.max(1, Math.round((end - process.uptime()) * 1000))})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      const running = runningRule?.()
      const data = {seconds: limit, ...(running === undefined ? {} : {running})}
      throw new LimitFault('article-timed-out', data, `it takes more than ${limit} s`)
    } finally {
      holder[slot] = undefined
    }
    if (!outcome) throw new Error('what was to run within a limit of time did not run')
    if ('error' in outcome) throw outcome.error
    return outcome.value
  }
}
