import {findRule} from '../../config/builtin.ts'
import {type Config, resolveRuleset} from '../../config/index.ts'
import type {Ruleset} from '../../lint/document.ts'
import type {Linted, Outcome} from '../article.ts'
import type {Job} from '../jobs.ts'
import {packRuleset, unpackRuleset} from '../packed.ts'
import type {Entry} from './cache-file.ts'
import {isBuiltin, rulesetKey} from './cache-key.ts'
import {type CachedValue, fits, readValue} from './cache-value.ts'

/** What to keep of an outcome; nothing where another run may come to another one. */
export function toEntry(
  {linted, problems}: Outcome,
  config: Config,
  article: string,
  day: number,
  today: string | undefined
): Entry | undefined {
  if (!linted || problems.length > 0 || linted.crashed.length > 0) return undefined
  const {digest, file, ruleset, facts, directives, source} = linted
  const {messages, fixed, diff, claims, rendering} = file
  if (digest === undefined || fixed > 0 || diff !== undefined || !isBuiltin(ruleset)) return undefined
  const isDated = directives.some(({until}) => until !== undefined)
  if (isDated && today === undefined) return undefined
  const isUsual = rulesetKey(ruleset) === rulesetKey(resolveRuleset(config, article))
  const value: CachedValue = {
    messages,
    facts,
    directives,
    hasSource: source !== undefined,
    ...(isUsual ? {} : {ruleset: packRuleset(ruleset)}),
    ...(claims ? {claims} : {}),
    ...(rendering ? {rendering} : {})
  }
  return {
    digest,
    day,
    today: isDated ? today : undefined,
    isFixable: messages.some((message) => message.fix),
    value: Buffer.from(JSON.stringify(value))
  }
}

/** Nothing for an entry that is broken. */
export function toLinted(
  {value, digest}: Entry,
  {file, shown, config}: Job,
  text: string | undefined
): Linted | undefined {
  const cached = readValue(value.toString('utf8'))
  const ruleset = cached && rulesetOf(cached, config, file)
  if (!ruleset || !fits(cached, ruleset)) return undefined
  const {messages, facts, directives, hasSource, claims, rendering} = cached
  return {
    file: {
      path: shown,
      messages,
      fixed: 0,
      ...(text === undefined ? {} : {text}),
      ...(claims ? {claims} : {}),
      ...(rendering ? {rendering} : {})
    },
    source: hasSource ? {file, digest} : undefined,
    ruleset,
    crashed: [],
    facts,
    directives
  }
}

function rulesetOf({ruleset}: CachedValue, config: Config, file: string): Ruleset | undefined {
  if (!ruleset) return resolveRuleset(config, file)
  try {
    return unpackRuleset(ruleset, findRule)
  } catch {
    return undefined
  }
}
