import {resolveRuleset} from '../config/index.ts'
import type {LimitFault} from '../document/parse/fault.ts'
import {judgeLimit} from '../lint/limits.ts'
import type {Article, Linted, Outcome} from './article.ts'
import {problemOf} from './problem.ts'
import type {Keep} from './result.ts'

/** What is to say of an article beyond a limit: that, and nothing else. A problem of the run where its rule is off. */
export function outcomeBeyond(
  fault: LimitFault,
  {file, shown, read, config}: Article,
  keep: Keep
): Outcome & {readonly text: string | undefined} {
  const text = 'text' in read ? read.text : undefined
  const rest = {text, ...(fault.ruleId === 'article-timed-out' ? {isTimedOut: true as const} : {})}
  try {
    const ruleset = resolveRuleset(config, file)
    const {messages} = judgeLimit(fault, {path: shown, text: text ?? '', ruleset})
    const own = {path: shown, messages, fixed: 0, ...(keep.text && text !== undefined ? {text} : {})}
    const linted: Linted = {
      file: own,
      source: undefined,
      ruleset,
      crashed: [],
      facts: {},
      directives: []
    }
    return {linted, problems: [], ...rest}
  } catch (error) {
    return {linted: undefined, problems: [problemOf(error, shown)], ...rest}
  }
}
