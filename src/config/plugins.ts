import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {resolve} from 'import-meta-resolve'
import {unified} from 'unified'
import {wordsOf} from '../lint/crash.ts'
import type {Rule} from '../rule/index.ts'
import type {Plugin} from '../rule/plugin.ts'
import {freezeTree, runTransform, type Transform} from '../rule/transform.ts'
import type {ConfigError} from './error.ts'
import {identify, isPackageName, isPath, type PluginName, pageOf} from './plugin-names.ts'

/** An item of `plugins` in a config. */
export interface PluginEntry {
  /** A package, or a path that starts with `./` or `../`. */
  readonly name: string
  readonly options: unknown
  /** Where it stands in the config. */
  readonly at: number
}

export interface PluginContext {
  /** Of the config: packages and paths are looked up from there. */
  readonly folder: string
  fault(at: number, reason: string): ConfigError
}

/** Says why an entry can't be used. */
type Refuse = (reason: string) => ConfigError

type Attacher = (this: unknown, ...options: unknown[]) => unknown

/**
 * Loads the rules of plugins: remark-lint rules, other remark and retext plugins that report, presets of them, and rules
 * made with `defineRule`. Of two with one id the later one stays. Throws what `fault` makes.
 */
export async function loadPlugins(
  entries: readonly PluginEntry[],
  {folder, fault}: PluginContext
): Promise<readonly Rule[]> {
  const rules = new Map<string, Rule>()
  for (const entry of entries) {
    const refuse: Refuse = (reason) => fault(entry.at, reason)
    const value = await importDefault(entry.name, folder, refuse)
    for (const rule of await readRules(value, entry, refuse)) rules.set(rule.id, rule)
  }
  return [...rules.values()]
}

async function importDefault(name: string, folder: string, refuse: Refuse): Promise<unknown> {
  if (!isPath(name) && !isPackageName(name))
    throw refuse(
      `Unexpected plugin \`${name}\`, expected the name of a package, or a path that starts with \`./\``
    )
  let url = name
  try {
    url = resolve(name, pathToFileURL(path.join(folder, 'config')).href)
    const module = (await import(url)) as {readonly default?: unknown}
    return module.default
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_MODULE_NOT_FOUND'
    // What is missing may also be something that the plugin imports.
    const [, missing] = /'(.+?)'/.exec(firstLine(error)) ?? []
    if (isMissing && missing === name)
      throw refuse(
        `Unexpected plugin \`${name}\`, which is not installed: run \`npm install --save-dev ${name}\``
      )
    if (isMissing && (missing === url || missing === path.resolve(folder, name)))
      throw refuse(`Unexpected plugin \`${name}\`, expected the path of a file, from the config's folder`)
    const isModule = error instanceof SyntaxError && /'export'|import statement/.test(error.message)
    const isOwn = error instanceof SyntaxError && name.startsWith('.')
    const hint = isModule
      ? ' (name it `.mjs`, or set `"type": "module"` in package.json)'
      : isOwn
        ? ` (\`node --check ${name}\` shows where)`
        : ''
    throw refuse(`Unexpected error while loading the plugin \`${name}\`: ${firstLine(error)}${hint}`)
  }
}

function firstLine(error: unknown): string {
  return wordsOf(error).split('\n', 1)[0] ?? ''
}

async function readRules(value: unknown, entry: PluginEntry, refuse: Refuse): Promise<readonly Rule[]> {
  const {name, options} = entry
  if (typeof value === 'function') {
    const names = identify(name, value.name)
    if (!names)
      throw refuse(
        `Unexpected plugin \`${name}\`, expected a name that starts with \`remark-\` or \`retext-\`, or rules made with \`defineRule\``
      )
    const rule = await fromAttacher(
      names,
      name,
      value as Attacher,
      options === undefined ? [] : [options],
      refuse
    )
    if (rule) return [rule]
    throw refuse(`Unexpected plugin \`${name}\`, expected one that reports: it is off, or adds only syntax`)
  }
  const own = Array.isArray(value) ? value : [value]
  if (own.length > 0 && own.every(isRule)) {
    if (options !== undefined)
      throw refuse(`Unexpected options of \`${name}\`, expected them in \`rules\`, with the id of each rule`)
    for (const {id} of own) checkId(id, name, refuse)
    const url = pageOf(name)
    return own.map((rule) => (rule.url ? rule : {...rule, url}))
  }
  if (isPreset(value)) {
    if (options !== undefined)
      throw refuse(`Unexpected options of the preset \`${name}\`, expected them with a plugin of their own`)
    const rules = await fromPreset(value, name, refuse)
    if (rules.length > 0) return rules
    throw refuse(`Unexpected preset \`${name}\` without a plugin that reports`)
  }
  throw refuse(
    `Unexpected default export of \`${name}\`, expected a remark or retext plugin, a preset of them, or rules made with \`defineRule\``
  )
}

/** Nothing for a plugin that reports nothing: it is off, or adds syntax. */
async function fromAttacher(
  {id, kind, page}: PluginName,
  name: string,
  attacher: Attacher,
  options: readonly unknown[],
  refuse: Refuse
): Promise<Rule | undefined> {
  let transform: unknown
  try {
    transform = attacher.call(unified(), ...options)
  } catch (error) {
    throw refuse(`Unexpected failure of \`${name}\` while it is set up: ${firstLine(error)}`)
  }
  if (typeof transform !== 'function') return undefined
  const plugin: Plugin = {id, name, url: page, transform: transform as Transform}
  tryOut(plugin, kind, refuse)
  if (kind === 'retext') return (await import('../rule/retext.ts')).fromRetext(plugin)
  return (await import('../rule/remark-plugin.ts')).fromRemark(plugin)
}

/** Runs a plugin on nothing: options that it refuses, and waiting, are told once, where the config names it. */
function tryOut({name, transform}: Plugin, kind: PluginName['kind'], refuse: Refuse): void {
  const tree = freezeTree({type: kind === 'retext' ? 'RootNode' : 'root', children: []})
  try {
    runTransform(transform, tree, {text: '', path: undefined}, name)
  } catch (error) {
    const reason = firstLine(error)
    const isNamed = reason.includes(`\`${name}\``)
    throw refuse(isNamed ? reason : `Unexpected failure of \`${name}\` on an empty article: ${reason}`)
  }
}

interface Preset {
  readonly plugins: readonly unknown[]
}

function isPreset(value: unknown): value is Preset {
  return isObject(value) && Array.isArray(value.plugins)
}

async function fromPreset({plugins}: Preset, name: string, refuse: Refuse): Promise<readonly Rule[]> {
  const rules: Rule[] = []
  for (const item of plugins) {
    const [plugin, ...options]: readonly unknown[] = Array.isArray(item) ? item : [item]
    if (isPreset(plugin)) rules.push(...(await fromPreset(plugin, name, refuse)))
    if (typeof plugin !== 'function' || options[0] === false) continue
    // Syntax and the comments of remark-lint are none of ours.
    const names = identify(undefined, plugin.name)
    const rule = names && (await fromAttacher(names, plugin.name, plugin as Attacher, options, refuse))
    if (rule) rules.push(rule)
  }
  return rules
}

function isRule(value: unknown): value is Rule {
  if (!isObject(value)) return false
  const {id, summary, messages, options, check, checkSite, checkDirectives} = value
  const hasWords = typeof id === 'string' && typeof summary === 'string'
  return (
    hasWords &&
    isObject(messages) &&
    isObject(options) &&
    [check, checkSite, checkDirectives].some((part) => typeof part === 'function')
  )
}

/** Ids stand in comments and flags, where blanks, commas and colons end them. */
function checkId(id: string, name: string, refuse: Refuse): void {
  if (/^@?[a-z0-9][\w.-]*(?:\/[\w.-]+)+$/i.test(id)) return
  throw refuse(
    `Unexpected id \`${id}\` of a rule of \`${name}\`, expected one with its maker's name, such as \`acme/${/^[\w-]+$/.test(id) ? id : 'my-rule'}\``
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
