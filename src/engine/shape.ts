import type {Directive} from '../lint/directives.ts'
import type {Message} from '../lint/message.ts'

/** Says whether a value that was read has the type it should have. */
export type Check = (value: unknown) => boolean

export const isString: Check = (value) => typeof value === 'string'
export const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isNumber: Check = (value) => typeof value === 'number'
const isTrue: Check = (value) => value === true

export const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

export const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

/** An object with these fields and no other. */
export const isRecord = (checks: Readonly<Record<string, Check>>): Check => {
  const known = new Map(Object.entries(checks))
  return (value) =>
    isObject(value) &&
    Object.keys(value as object).every((key) => known.has(key)) &&
    [...known].every(([key, check]) => check((value as Record<string, unknown>)[key]))
}

const isSeverity = oneOf('error', 'warn', 'info')
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
const {line, column, start, end} = place
const isRelated = isRecord({path: isString, reason: isString, line, column, start, end})

export const isMessage = isRecord({
  ...place,
  ruleId: isString,
  messageId: isString,
  severity: isSeverity,
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
  related: isOptional(isList(isRelated))
} satisfies Record<keyof Message, Check>)

export const isDirective = isRecord({
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
  isSeverity(value[1]) &&
  isObject(value[2])

export const isPackedRuleset = isRecord({rules: isList(isSetting), known: isOptional(isList(isString))})
