import {expect} from 'vitest'
import {lintText} from '../../src/lint/index.ts'
import type {Message} from '../../src/lint/message.ts'
import {checkSite} from '../../src/lint/site.ts'
import type {Rule, SiteContext} from '../../src/rule/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'

export interface SiteMessage extends Message {
  readonly path: string
  /** The text it stands on. */
  readonly text: string
  /** The texts of the other places, after their paths. */
  readonly others: readonly string[]
}

/** What one site rule says of articles, by path; their facts go through JSON, and come in the order given. */
export function lintSite(
  rule: Rule,
  articles: Readonly<Record<string, string>>,
  given?: Record<string, unknown>,
  context?: Partial<SiteContext>
): SiteMessage[] {
  const {options, problems} = readOptions(rule.options, given)
  expect(problems).toEqual([])
  const ruleset = {rules: [{rule, severity: 'warn' as const, options}]}
  const site = Object.entries(articles).map(([path, text]) => {
    const {facts, crashes, directives} = lintText(text, {path, ruleset, reader: sourceReader})
    expect(crashes).toEqual([])
    return {path, text: () => text, facts: JSON.parse(JSON.stringify(facts)), ruleset, directives}
  })
  const {messages, crashes} = checkSite(site, context)
  expect(crashes).toEqual([])
  const textAt = (path: string, start: number, end: number): string => articles[path]?.slice(start, end) ?? ''
  return [...messages].flatMap(([path, list]) =>
    list.map((message) => ({
      ...message,
      path,
      text: textAt(path, message.start, message.end),
      others: (message.related ?? []).map(
        (other) => `${other.path}: ${textAt(other.path, other.start, other.end)}`
      )
    }))
  )
}
