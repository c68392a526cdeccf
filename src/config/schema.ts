import {readLanguageTag} from '../document/language.ts'
import type {Severity} from '../rule/index.ts'
import {readOptions} from '../rule/options.ts'
import {findRule, presets, rules} from './builtin.ts'
import {suggestion} from './closest.ts'

/** A value of a config file with the offset where it starts. */
export interface ConfigNode {
  readonly at: number
  readonly value: string | number | boolean | null | readonly ConfigNode[] | ReadonlyMap<string, ConfigEntry>
}

export interface ConfigEntry {
  /** Offset of the key. */
  readonly keyAt: number
  readonly node: ConfigNode
}

/** What is wrong with a config, and where; the reader turns the offset into a line and column. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly at: number

  constructor(at: number, reason: string) {
    super(reason)
    this.at = at
  }
}

export interface RuleSetting {
  readonly severity: Severity | 'off'
  /** Checked and completed with the defaults; nothing when only the severity was given. */
  readonly options?: Readonly<Record<string, unknown>>
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>

/** One config file, checked, its `extends` not yet followed. */
export interface ConfigContent {
  readonly extends: readonly {readonly name: string; readonly at: number}[]
  readonly rules: RuleSettings
  readonly ignores: readonly string[]
  /** BCP 47 tag of all articles; found out for each one when left out. */
  readonly language: string | undefined
  readonly overrides: readonly {readonly files: readonly string[]; readonly rules: RuleSettings}[]
}

export const severities = ['off', 'info', 'warn', 'error'] as const

const keys = ['$schema', 'extends', 'rules', 'ignores', 'language', 'overrides']
const overrideKeys = ['files', 'rules']
const presetNames = Object.keys(presets).map((name) => `articlelint:${name}`)

/** Checks a whole config. Throws a `Fault` at the first thing that can't be used. */
export function readContent(root: ConfigNode): ConfigContent {
  const config = readMap(root, 'config', keys)
  const named = config.get('extends')?.node
  const overrides = config.get('overrides')?.node
  const language = config.get('language')?.node
  return {
    // Few people write a config to lose the recommended rules; `extends: []` is the way to start from nothing.
    extends: named ? readExtends(named) : [{name: 'articlelint:recommended', at: 0}],
    rules: readRules(config.get('rules')?.node),
    ignores: readStrings(config.get('ignores')?.node, '`ignores`'),
    language: language && readLanguage(language),
    overrides: overrides
      ? readList(overrides, '`overrides`').map((node) => {
          const override = readMap(node, 'override', overrideKeys)
          const files = readStrings(override.get('files')?.node, '`files`')
          if (files.length === 0)
            throw new Fault(node.at, 'Unexpected override without `files`, expected a list of globs')
          return {files, rules: readRules(override.get('rules')?.node)}
        })
      : []
  }
}

/** Checks `language: de-AT`. */
export function readLanguage(node: ConfigNode): string {
  const tag = typeof node.value === 'string' ? readLanguageTag(node.value) : undefined
  if (tag !== undefined) return tag
  throw new Fault(
    node.at,
    `Unexpected ${kindOf(node)} as \`language\`, expected a tag such as \`en\` or \`de-AT\``
  )
}

/** Checks `rules: {id: severity | [severity, options]}`. */
export function readRules(node: ConfigNode | undefined): RuleSettings {
  const settings = new Map<string, RuleSetting>()
  if (!node) return settings
  for (const [id, entry] of readMap(node, 'rules')) settings.set(id, readRule(id, entry))
  return settings
}

/** What to do about an id that is no rule's. */
export function unknownRule(id: string, where = ''): string {
  const ids = rules.map((rule) => rule.id)
  return `Unexpected rule \`${id}\`${where}${suggestion(id, ids) || `, expected one of the rules at ${rulesPage}`}`
}

const rulesPage = 'https://github.com/articlelint/articlelint/tree/main/rules'

function readRule(id: string, {keyAt, node}: ConfigEntry): RuleSetting {
  const rule = findRule(id)
  if (!rule) throw new Fault(keyAt, unknownRule(id))
  const [first, given, ...rest] = listOf(node) ?? [node]
  const extra = rest[0]
  if (extra)
    throw new Fault(extra.at, `Unexpected third item for rule \`${id}\`, expected \`[severity, options]\``)
  const severity = severities.find((name) => name === first?.value)
  if (!first || severity === undefined) {
    const at = first?.at ?? node.at
    const shown = first ? JSON.stringify(toPlain(first)) : '[]'
    const hint = typeof first?.value === 'string' ? suggestion(first.value, severities) : undefined
    const expected = ', expected `off`, `info`, `warn`, `error` or `[severity, options]`'
    throw new Fault(at, `Unexpected severity ${shown} of rule \`${id}\`${hint || expected}`)
  }
  if (!given) return {severity}
  const {options, problems} = readOptions(rule.options, toPlain(given))
  const problem = problems[0]
  if (!problem) return {severity, options}
  const entry =
    problem.name !== undefined && given.value instanceof Map ? given.value.get(problem.name) : undefined
  const known = problem.name !== undefined && Object.hasOwn(rule.options, problem.name)
  const near = problem.name === undefined || known ? '' : suggestion(problem.name, Object.keys(rule.options))
  const reason = near.startsWith(', did') ? `Unexpected option \`${problem.name}\`${near}` : problem.reason
  throw new Fault((known ? entry?.node.at : entry?.keyAt) ?? given.at, `${reason} (rule \`${id}\`)`)
}

function readExtends(node: ConfigNode): ConfigContent['extends'] {
  return (listOf(node) ?? [node]).map(({at, value}) => {
    const isPreset = typeof value === 'string' && presetNames.includes(value)
    const isPath = typeof value === 'string' && /^\.{1,2}[\\/]/.test(value)
    if (isPreset || isPath) return {name: value, at}
    const hint = typeof value === 'string' ? suggestion(value, presetNames) : ''
    const expected = `, expected one of ${presetNames.map((name) => `\`${name}\``).join(', ')}, or a path that starts with \`./\``
    throw new Fault(
      at,
      `Unexpected \`extends\` ${JSON.stringify(toPlain({at, value}))}${hint.startsWith(', did') ? hint : expected}`
    )
  })
}

function readMap(
  node: ConfigNode,
  what: string,
  known?: readonly string[]
): ReadonlyMap<string, ConfigEntry> {
  if (!(node.value instanceof Map))
    throw new Fault(node.at, `Unexpected ${kindOf(node)} as ${what}, expected \`key: value\` pairs`)
  for (const [key, {keyAt}] of node.value) {
    if (known && !known.includes(key))
      throw new Fault(keyAt, `Unexpected key \`${key}\`${suggestion(key, known)}`)
  }
  return node.value
}

function readList(node: ConfigNode, what: string): readonly ConfigNode[] {
  const list = listOf(node)
  if (list) return list
  throw new Fault(node.at, `Unexpected ${kindOf(node)} as ${what}, expected a list`)
}

function listOf({value}: ConfigNode): readonly ConfigNode[] | undefined {
  return Array.isArray(value) ? value : undefined
}

function readStrings(node: ConfigNode | undefined, what: string): readonly string[] {
  if (!node) return []
  const list = typeof node.value === 'string' ? [node] : readList(node, what)
  return list.map((item) => {
    if (typeof item.value === 'string' && item.value !== '') return item.value
    throw new Fault(item.at, `Unexpected ${kindOf(item)} in ${what}, expected a glob`)
  })
}

function kindOf(node: ConfigNode): string {
  if (node.value instanceof Map) return 'object'
  return listOf(node) ? 'list' : `value ${JSON.stringify(node.value)}`
}

/** The value without places; objects have no prototype, as their keys come from outside. */
function toPlain(node: ConfigNode): unknown {
  const {value} = node
  if (value instanceof Map) {
    const plain: Record<string, unknown> = Object.create(null)
    for (const [key, {node}] of value) plain[key] = toPlain(node)
    return plain
  }
  return listOf(node)?.map(toPlain) ?? value
}

const refused = ['__proto__', 'constructor', 'prototype']

/** Refuses keys that reach into prototypes, wherever a config or flag is read. */
export function checkKey(key: string, at: number): void {
  if (refused.includes(key)) throw new Fault(at, `Unexpected key \`${key}\`, expected a plain name`)
}

/** A plain value, of a flag or the API, as a config node without places. */
export function toNode(value: unknown): ConfigNode {
  if (Array.isArray(value)) return {at: 0, value: value.map(toNode)}
  if (typeof value === 'object' && value !== null) {
    const entries = new Map<string, ConfigEntry>()
    for (const [key, inner] of Object.entries(value)) {
      checkKey(key, 0)
      entries.set(key, {keyAt: 0, node: toNode(inner)})
    }
    return {at: 0, value: entries}
  }
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return {at: 0, value}
  }
  throw new Fault(0, `Unexpected ${typeof value}, expected a JSON value`)
}
