import {expect} from 'vitest'
import {lintText} from '../../src/lint/index.ts'
import type {Message} from '../../src/lint/message.ts'
import type {Rule} from '../../src/rule/index.ts'
import {readOptions} from '../../src/rule/options.ts'

/** What one rule says of a text; fails when the options don't fit, the rule crashes, or another rule speaks. */
export function lintRule(rule: Rule, text: string, given?: Record<string, unknown>): readonly Message[] {
  const {options, problems} = readOptions(rule.options, given)
  expect(problems).toEqual([])
  const {messages, crashes} = lintText(text, {ruleset: {rules: [{rule, severity: 'warn', options}]}})
  expect(crashes).toEqual([])
  expect(messages.every(({ruleId}) => ruleId === rule.id)).toBe(true)
  return messages
}
