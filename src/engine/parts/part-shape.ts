import type {Linted} from '../article.ts'
import type {FileResult, Keep, Problem} from '../result.ts'
import {
  type Check,
  isCount,
  isDirective,
  isList,
  isMessage,
  isObject,
  isOptional,
  isRecord,
  isString,
  oneOf
} from '../shape.ts'
import type {Part, PartHead, PartOutcome, PartSettings} from './part.ts'

const isBoolean = oneOf(true, false)
const isDigest: Check = (value) => isString(value) && /^[0-9a-f]{64}$/.test(value as string)
const isDay: Check = (value) => isString(value) && /^\d{4}-\d\d-\d\d$/.test(value as string)

const isShard: Check = (value) => {
  if (!isRecord({index: isCount, count: isCount})(value)) return false
  const {index, count} = value as PartHead['shard']
  return index >= 1 && index <= count
}

/** Whether the head is as it should be, and the rest is there. */
export const isPartHead = isRecord({
  format: oneOf('articlelint-part'),
  version: isCount,
  articlelint: isString,
  shard: isShard,
  settings: isObject,
  keep: isRecord({
    text: isOptional(isBoolean),
    claims: isOptional(isBoolean),
    rendering: isOptional(isBoolean)
  } satisfies Record<keyof Keep, Check>),
  today: isOptional(isDay),
  site: isRecord({articles: isCount, digest: isDigest}),
  outcomes: Array.isArray,
  rulesets: Array.isArray,
  sha256: isDigest
} satisfies Record<keyof Part | 'sha256', Check>)

export const isPartSettings = isRecord({
  files: isList(isString),
  config: isOptional((value) => value === false || isString(value)),
  codeConfig: isOptional(isBoolean),
  rules: isOptional(isObject),
  only: isOptional(isList(isString)),
  skip: isOptional(isList(isString)),
  language: isOptional(isString),
  ignore: isOptional(isBoolean),
  ignorePatterns: isOptional(isList(isString)),
  ignorePath: isOptional(isString),
  parser: isOptional(isString),
  inlineConfig: isOptional(isBoolean)
} satisfies Record<keyof PartSettings, Check>)

const isProblem = isRecord({
  path: isString,
  reason: isString,
  line: isOptional(isCount),
  column: isOptional(isCount)
} satisfies Record<keyof Problem, Check>)

const isFile = isRecord({
  path: isString,
  messages: isList(isMessage),
  fixed: isCount,
  text: isOptional(isString),
  claims: isOptional(isObject),
  rendering: isOptional(isObject)
} satisfies Record<Exclude<keyof FileResult, 'suppressed' | 'diff'>, Check>)

const isSource: Check = (value) => isRecord({text: isString})(value) || isRecord({digest: isDigest})(value)

export const isOutcome = isRecord({
  linted: isOptional(
    isRecord({
      file: isFile,
      source: isOptional(isSource),
      ruleset: isCount,
      crashed: isList(isString),
      facts: isObject,
      directives: isList(isDirective)
    } satisfies Record<Exclude<keyof Linted, 'digest'>, Check>)
  ),
  problems: isList(isProblem)
} satisfies Record<keyof PartOutcome, Check>)
