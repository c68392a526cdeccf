import {ConfigError} from '../config/error.ts'
import {ParseFault} from '../document/parse/fault.ts'
import {wordsOf} from '../lint/crash.ts'
import type {Problem} from './result.ts'

/** First lines of the stack: enough to find the rule's fault. */
export function crash(where: string, ruleId: string, reason: string): Problem {
  return {path: where, reason: `rule \`${ruleId}\` failed: ${reason.split('\n').slice(0, 3).join('\n')}`}
}

/** Why an article could not be read or linted: what its author can mend has a place. */
export function problemOf(error: unknown, path: string): Problem {
  if (error instanceof ParseFault || error instanceof ConfigError) {
    const {line, column} = error
    const place = line === undefined || column === undefined ? {} : {line, column}
    return {path, reason: error instanceof ConfigError ? error.reason : error.message, ...place}
  }
  return {path, reason: `could not be linted: ${wordsOf(error)}`}
}
