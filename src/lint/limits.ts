import type {LimitFault} from '../document/parse/fault.ts'
import type {LintResult, Ruleset} from './document.ts'
import {createLocator, toMessage} from './message.ts'

/**
 * What is to say of an article that is beyond a limit, and was not linted. Throws the fault where its rule is off: an
 * article is never left out without a word.
 *
 * @param text the article, as far as it was read
 */
export function judgeLimit(
  fault: LimitFault,
  {
    path,
    text,
    ruleset
  }: {readonly path?: string | undefined; readonly text: string; readonly ruleset: Ruleset}
): LintResult {
  const {ruleId, data, offset} = fault
  const configured = ruleset.rules.find(({rule}) => rule.id === ruleId)
  if (!configured) throw fault
  const {rule, severity} = configured
  const [messageId = ''] = Object.keys(rule.messages)
  const shift = text.startsWith('\uFEFF') ? 1 : 0
  const article = {path, text: text.slice(shift)}
  const end = article.text.slice(offset, offset + 80).search(/[\r\n]|$/)
  const finding = {range: [offset, offset + end] as const, data}
  const message = toMessage(article, createLocator(article.text, shift), rule, severity, messageId, finding)
  return {messages: [message], facts: {}, crashes: [], directives: []}
}
