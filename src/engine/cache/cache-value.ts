import type {Ruleset} from '../../lint/document.ts'
import type {Message} from '../../lint/message.ts'
import type {Rule} from '../../rule/index.ts'
import type {Linted} from '../article.ts'
import type {PackedRuleset} from '../packed.ts'
import type {FileResult} from '../result.ts'
import {
  type Check,
  isDirective,
  isList,
  isMessage,
  isObject,
  isOptional,
  isPackedRuleset,
  isRecord
} from '../shape.ts'

/** What is kept of a linted article: JSON, without what every run knows itself. */
export interface CachedValue
  extends Pick<Linted, 'facts' | 'directives'>,
    Pick<FileResult, 'claims' | 'rendering'> {
  readonly messages: readonly Message[]
  /** Its text may be asked for again. */
  readonly hasSource: boolean
  /** That of the article, where its front matter makes it another one than the config does. */
  readonly ruleset?: PackedRuleset
}

/** A value as a cache file has it; nothing for one that is no such value. */
export function readValue(json: string): CachedValue | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isValue(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether the facts and messages are those of rules that are on. */
export function fits({facts, messages}: CachedValue, {rules}: Ruleset): boolean {
  const on = new Map<string, Rule>(rules.map(({rule}) => [rule.id, rule]))
  return Object.keys(facts).every((id) => on.get(id)?.collect) && messages.every(({ruleId}) => on.has(ruleId))
}

const isCachedValue = isRecord({
  messages: isList(isMessage),
  facts: isObject,
  directives: isList(isDirective),
  hasSource: (value) => typeof value === 'boolean',
  ruleset: isOptional(isPackedRuleset),
  claims: isOptional(isObject),
  rendering: isOptional(isObject)
} satisfies Record<keyof CachedValue, Check>)

function isValue(value: unknown): value is CachedValue {
  return isCachedValue(value)
}
