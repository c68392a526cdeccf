import type {Directive} from '../lint/directives.ts'
import type {Ruleset} from '../lint/document.ts'
import type {Message} from '../lint/message.ts'
import type {Rule} from '../rule/index.ts'
import type {Linted} from './article.ts'
import type {PackedRuleset} from './packed.ts'
import type {FileResult} from './result.ts'

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

type Check = (value: unknown) => boolean

const isString: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number'
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isTrue: Check = (value) => value === true
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string)

/** An object with these fields and no other. */
const isRecord = (checks: Readonly<Record<string, Check>>): Check => {
  const known = new Map(Object.entries(checks))
  return (value) =>
    isObject(value) &&
    Object.keys(value as object).every((key) => known.has(key)) &&
    [...known].every(([key, check]) => check((value as Record<string, unknown>)[key]))
}
const isRange: Check = (value) => isList(isCount)(value) && (value as readonly number[]).length === 2

const place = {
  line: isCount,
  column: isCount,
  endLine: isCount,
  endColumn: isCount,
  start: isCount,
  end: isCount
}

const isEdit = isRecord({start: isCount, end: isCount, text: isString})

const isMessage = isRecord({
  ...place,
  ruleId: isString,
  messageId: isString,
  severity: oneOf('error', 'warn', 'info'),
  reason: isString,
  note: isOptional(isString),
  url: isString,
  fingerprint: isString,
  isOfArticle: isOptional(isTrue),
  confidence: isOptional(isNumber),
  actual: isOptional(isString),
  expected: isOptional(isList(isString)),
  fix: isOptional(isList(isEdit)),
  suggestions: isOptional(isList(isRecord({title: isString, edits: isList(isEdit)}))),
  related: isOptional(
    isList(
      isRecord({
        path: isString,
        reason: isString,
        line: isCount,
        column: isCount,
        start: isCount,
        end: isCount
      })
    )
  )
} satisfies Record<keyof Message, Check>)

const isDirective = isRecord({
  ...place,
  kind: isString,
  name: isString,
  rules: isList(isString),
  reason: isOptional(isString),
  until: isOptional(isString),
  ranges: isRecord({name: isRange, rules: isList(isRange), until: isOptional(isRange)}),
  isExpired: isOptional(isTrue),
  covers: isOptional(isRange),
  used: isList(isString)
} satisfies Record<keyof Directive, Check>)

const isSetting: Check = (value) =>
  Array.isArray(value) &&
  value.length === 3 &&
  isString(value[0]) &&
  oneOf('error', 'warn', 'info')(value[1]) &&
  isObject(value[2])

const isCachedValue = isRecord({
  messages: isList(isMessage),
  facts: isObject,
  directives: isList(isDirective),
  hasSource: (value) => typeof value === 'boolean',
  ruleset: isOptional(isRecord({rules: isList(isSetting), known: isOptional(isList(isString))})),
  claims: isOptional(isObject),
  rendering: isOptional(isObject)
} satisfies Record<keyof CachedValue, Check>)

function isValue(value: unknown): value is CachedValue {
  return isCachedValue(value)
}
