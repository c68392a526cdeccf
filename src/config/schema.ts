import {readLanguageTag} from '../document/prose/language.ts'
import {suggestion} from '../rule/closest.ts'
import type {Severity} from '../rule/index.ts'
import {readOptions} from '../rule/options.ts'
import {builtinRules, type KnownRules, presets} from './builtin.ts'
import {
  type ConfigEntry,
  type ConfigNode,
  Fault,
  kindOf,
  listOf,
  readGlobs,
  readList,
  readMap,
  toPlain
} from './node.ts'

export interface RuleSetting {
  readonly severity: Severity | 'off'
  /** Checked and completed with the defaults; nothing when only the severity was given. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Offset of the rule's id in the text it was read from. */
  readonly at?: number
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>

/** A name in a config, with the offset where it stands. */
export interface NamedEntry {
  readonly name: string
  readonly at: number
}

export interface LanguageSetting {
  /** BCP 47 tag. */
  readonly tag: string
  readonly at: number
}

/**
 * One config file, checked, its `extends` not yet followed. Its rules can be checked only once the rules of its plugins
 * are known.
 */
export interface ConfigContent {
  readonly extends: readonly NamedEntry[]
  readonly plugins: readonly (NamedEntry & {readonly options: unknown})[]
  readonly rules: ConfigNode | undefined
  readonly ignores: {readonly globs: readonly string[]; readonly at: number}
  /** Of all articles; found out for each one when left out. */
  readonly language: LanguageSetting | undefined
  readonly overrides: readonly OverrideContent[]
}

export interface OverrideContent {
  readonly files: readonly string[]
  readonly rules: ConfigNode | undefined
  readonly language: LanguageSetting | undefined
}

export const severities = ['off', 'info', 'warn', 'error'] as const

const keys = ['$schema', 'extends', 'plugins', 'rules', 'ignores', 'language', 'overrides']
const overrideKeys = ['files', 'rules', 'language']
export const presetNames: readonly string[] = Object.keys(presets).map((name) => `articlelint:${name}`)

/** Checks a whole config but the settings of its rules. Throws a `Fault` at the first thing that can't be used. */
export function readContent(root: ConfigNode): ConfigContent {
  const at = entriesOf(root, 'config', keys)
  const [named, plugins, ignores, overrides] = [at('extends'), at('plugins'), at('ignores'), at('overrides')]
  return {
    // Few people write a config to lose the recommended rules; `extends: []` is the way to start from nothing.
    extends: named ? readExtends(named) : [{name: 'articlelint:recommended', at: 0}],
    plugins: plugins ? readList(plugins, '`plugins`').map(readPlugin) : [],
    rules: at('rules'),
    ignores: {globs: readGlobs(ignores, '`ignores`'), at: ignores?.at ?? 0},
    language: readLanguageSetting(at('language')),
    overrides: overrides ? readList(overrides, '`overrides`').map(readOverride) : []
  }
}

/** The values of known keys; one without a value, as all below it is commented out, is left out. */
export function entriesOf(
  node: ConfigNode,
  what: string,
  known: readonly string[]
): (key: string) => ConfigNode | undefined {
  const entries = readMap(node, what, known)
  return (key) => {
    const value = entries.get(key)?.node
    return value?.value === null ? undefined : value
  }
}

function readOverride(node: ConfigNode): OverrideContent {
  const at = entriesOf(node, 'override', overrideKeys)
  const files = readGlobs(at('files'), '`files`')
  if (files.length === 0)
    throw new Fault(node.at, 'Unexpected override without `files`, expected a list of globs')
  return {files, rules: at('rules'), language: readLanguageSetting(at('language'))}
}

function readLanguageSetting(node: ConfigNode | undefined): LanguageSetting | undefined {
  return node && {tag: readLanguage(node), at: node.at}
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
export function readRules(node: ConfigNode | undefined, known: KnownRules): RuleSettings {
  const settings = new Map<string, RuleSetting>()
  if (!node) return settings
  for (const [id, entry] of readMap(node, 'rules')) settings.set(id, readRule(id, entry, known))
  return settings
}

/** What to do about an id that is no rule's. */
export function unknownRule(id: string, known: KnownRules = builtinRules, where = ''): string {
  const near = suggestion(id, known.ids)
  const expected = isPluginId(id)
    ? ', expected the rule of a plugin that the config lists under `plugins`'
    : near || `, expected one that \`articlelint rules\` lists`
  return `Unexpected rule \`${id}\`${where}${near.startsWith(', did') ? near : expected}`
}

/** Rules that are built in have no slash in their ids. */
export function isPluginId(id: string): boolean {
  return id.includes('/')
}

/** As our reports and the configs of other linters have them. */
const otherSeverities: ReadonlyMap<unknown, (typeof severities)[number]> = new Map<
  unknown,
  (typeof severities)[number]
>([
  ['warning', 'warn'],
  [0, 'off'],
  [1, 'warn'],
  [2, 'error'],
  [false, 'off']
])

function readRule(id: string, {keyAt, node}: ConfigEntry, known: KnownRules): RuleSetting {
  const rule = known.find(id)
  if (!rule) throw new Fault(keyAt, unknownRule(id, known))
  const [first, given, ...rest] = listOf(node) ?? [node]
  const extra = rest[0]
  if (extra)
    throw new Fault(extra.at, `Unexpected third item for rule \`${id}\`, expected \`[severity, options]\``)
  const severity = severities.find((name) => name === first?.value)
  if (!first || severity === undefined) {
    const at = first?.at ?? node.at
    const shown = first ? JSON.stringify(toPlain(first)) : '[]'
    const meant = first && otherSeverities.get(first.value)
    const hint =
      meant === undefined
        ? typeof first?.value === 'string' && suggestion(first.value, severities)
        : `, did you mean \`${meant}\`?`
    const expected = ', expected `off`, `info`, `warn`, `error` or `[severity, options]`'
    throw new Fault(at, `Unexpected severity ${shown} of rule \`${id}\`${hint || expected}`)
  }
  if (!given) return {severity, at: keyAt}
  const {options, problems} = readOptions(rule.options, toPlain(given))
  const problem = problems[0]
  if (!problem) return {severity, options, at: keyAt}
  const entry =
    problem.name !== undefined && given.value instanceof Map ? given.value.get(problem.name) : undefined
  const isKnown = problem.name !== undefined && Object.hasOwn(rule.options, problem.name)
  const near =
    problem.name === undefined || isKnown ? '' : suggestion(problem.name, Object.keys(rule.options))
  const reason = near.startsWith(', did') ? `Unexpected option \`${problem.name}\`${near}` : problem.reason
  throw new Fault((isKnown ? entry?.node.at : entry?.keyAt) ?? given.at, `${reason} (rule \`${id}\`)`)
}

/** A path, or the name of a package with or without a path in it. */
const isPath = (name: string): boolean => /^\.{1,2}[\\/]/.test(name)
const isPackage = (name: string): boolean =>
  /^(?:@[\w.~-]+\/)?[a-z\d~-][\w.~-]*(?:\/[\w.~/-]+)?$/i.test(name) && !name.includes('..')

function readExtends(node: ConfigNode): ConfigContent['extends'] {
  return (listOf(node) ?? [node]).map((item) => {
    const {at, value} = item
    if (typeof value === 'string' && (presetNames.includes(value) || isPath(value) || isPackage(value)))
      return {name: value, at}
    const hint = typeof value === 'string' ? suggestion(value, presetNames) : ''
    const expected = `, expected one of ${presetNames.map((name) => `\`${name}\``).join(', ')}, a path that starts with \`./\`, or a package`
    throw new Fault(
      at,
      `Unexpected \`extends\` ${JSON.stringify(toPlain(item))}${hint.startsWith(', did') ? hint : expected}`
    )
  })
}

function readPlugin(node: ConfigNode): ConfigContent['plugins'][number] {
  const [first, options, extra] = listOf(node) ?? [node]
  if (extra) throw new Fault(extra.at, 'Unexpected third item for a plugin, expected `[name, options]`')
  const name = first?.value
  if (first && typeof name === 'string' && (isPath(name) || isPackage(name)))
    return {name, at: first.at, options: options && toPlain(options)}
  const shown = first ? JSON.stringify(toPlain(first)) : '[]'
  const expected = 'expected a package, a path that starts with `./`, or `[name, options]`'
  throw new Fault(first?.at ?? node.at, `Unexpected plugin ${shown}, ${expected}`)
}
