import path from 'node:path'
import {builtinRules, isOnline, knowRules} from './builtin.ts'
import {ConfigError} from './error.ts'
import {createConfigFinder} from './find.ts'
import {type Layer, presetLayers} from './layer.ts'
import type {Ignores, Layers} from './layers.ts'
import {Fault, toNode} from './node.ts'
import {shownPath} from './paths.ts'
import {isPluginId, type RuleSetting, readLanguage, readRules, unknownRule} from './schema.ts'

export {ConfigError} from './error.ts'
export {createPathMatcher, type PathMatcher, shownPath} from './paths.ts'
export {resolveLanguage, resolveRuleset} from './resolve.ts'

/** What an editor writes for a rule: a severity, or severity and options. */
export type RuleEntry = SeverityName | readonly [SeverityName, Readonly<Record<string, unknown>>?]
export type SeverityName = RuleSetting['severity']

/** What a config file holds: the type of the default export of an `articlelint.config.js` or `.ts`. */
export interface UserConfig extends RuleSection {
  readonly $schema?: string | undefined
  /** Presets, packages, or paths that start with `./`; `articlelint:recommended` when left out. */
  readonly extends?: string | readonly string[] | undefined
  /** Packages, or paths that start with `./`, alone or with options. */
  readonly plugins?: readonly (string | readonly [string, unknown?])[] | undefined
  /** Globs in the syntax of .gitignore, from the folder of the config. */
  readonly ignores?: string | readonly string[] | undefined
  /** For some of the articles; later ones win. */
  readonly overrides?: readonly (RuleSection & {readonly files: string | readonly string[]})[] | undefined
}

interface RuleSection {
  readonly rules?: Readonly<Record<string, RuleEntry>> | undefined
  /** BCP 47 tag of the articles; found out for each one when left out. */
  readonly language?: string | undefined
}

/** Settings of one run; they win over every config file. */
export interface RunSettings {
  /** Path of the one config file to use; `false` for none. By default the file nearest to each article. */
  readonly config?: string | false | undefined
  /** Whether configs and plugins that run code are loaded; by default they are. */
  readonly codeConfig?: boolean | undefined
  readonly rules?: Readonly<Record<string, RuleEntry>> | undefined
  /** Ids of the rules to run, and no other; one that the config leaves off runs too. */
  readonly only?: readonly string[] | undefined
  /** Ids of rules not to run. */
  readonly skip?: readonly string[] | undefined
  /** BCP 47 tag of all articles; found out for each one when left out. */
  readonly language?: string | undefined
  /**
   * Rules of the category `verification` run only where this is given; `isAlone`: and no other. The rest of it is not for
   * the configs.
   */
  readonly online?: {readonly isAlone?: boolean | undefined} | undefined
}

/** The settings that hold for some articles: layers of settings, the last one wins. */
export interface Config extends Layers {
  /** The file it was read from. */
  readonly path: string | undefined
  readonly ignores: readonly Ignores[]
  /** What the run itself sets: it wins over the config and over the front matter of articles. */
  readonly run: readonly Layer[]
  readonly only: ReadonlySet<string> | undefined
  /** Rules may ask what other sites say, or only those that do run; nothing where none may. */
  readonly asks: 'also' | 'only' | undefined
  /** Ids that the run names and no rule of this config has. */
  readonly unknown: ReadonlySet<string>
}

/** Gives the config of an article. The articles of one config file get the same object. Throws `ConfigError`. */
export type ConfigLoader = (file: string) => Promise<Config>

/**
 * @param cwd folder that a relative `config` path starts from, and that messages name paths from
 * @param note told what a person should know of the configs, and that changes nothing
 */
export function createConfigLoader(
  settings: RunSettings,
  cwd: string,
  note?: (text: string) => void
): ConfigLoader {
  const {only: chosen = [], skip = [], rules = {}, codeConfig = true} = settings
  const language = orConfigError(() =>
    settings.language === undefined ? undefined : readLanguage(toNode(settings.language))
  )
  const only = chosen.length > 0 ? new Set(chosen.filter((id) => !skip.includes(id))) : undefined
  refuseUnknown(settings)
  const ids = new Set([...Object.keys(rules), ...chosen, ...skip])
  const asks = settings.online && (settings.online.isAlone ? 'only' : 'also')
  const known = new Map<string | undefined, Promise<Config>>()
  const find = createConfigFinder((file) => shownPath(file, cwd), note)
  const named = typeof settings.config === 'string' ? path.resolve(cwd, settings.config) : undefined
  const load = async (file: string | undefined): Promise<Config> => {
    // Most runs have no config file: they do without its readers.
    const own =
      file === undefined
        ? noLayers
        : await (await import('./layers.ts')).readLayers(file, {
            cwd,
            codeConfig,
            isFound: named === undefined
          })
    const run = runLayers(settings, own.plugins)
    if (language !== undefined) run.push({...noRules, language: {tag: language, from: '--language'}})
    const {find: findRule} = knowRules(own.plugins)
    const unknown = new Set([...ids].filter((id) => !findRule(id)))
    for (const id of asks === undefined ? chosen : []) {
      const rule = findRule(id)
      if (rule && isOnline(rule)) throw new ConfigError(`Unexpected rule \`${id}\` in \`only\`, ${offline}`)
    }
    return {...own, path: file, run, only, asks, unknown}
  }
  return async (article) => {
    const file = named ?? (settings.config === false ? undefined : await find(path.dirname(article)))
    const config = known.get(file) ?? load(file)
    known.set(file, config)
    return config
  }
}

const offline = 'which asks the pages that articles cite: add --online, or run `articlelint verify`'

const noRules: Layer = {rules: new Map(), placeOf: () => ''}

const noLayers: Layers = {
  layers: [presetLayers.recommended],
  ignores: [],
  plugins: [],
  pluginNames: [],
  files: []
}

/** Refuses ids that can be no rule's, whatever plugins a config has. */
function refuseUnknown({rules = {}, only = [], skip = []}: RunSettings): void {
  orConfigError(() => toNode(rules))
  const named: [id: string, where: string][] = [
    ...Object.keys(rules).map((id): [string, string] => [id, '']),
    ...skip.map((id): [string, string] => [id, ' in `skip`']),
    ...only.map((id): [string, string] => [id, ' in `only`'])
  ]
  for (const [id, where] of named) {
    if (!builtinRules.find(id) && !isPluginId(id)) throw new ConfigError(unknownRule(id, builtinRules, where))
  }
  const builtin = Object.entries(rules).filter(([id]) => builtinRules.find(id))
  orConfigError(() => readRules(toNode(Object.fromEntries(builtin)), builtinRules))
}

/**
 * Refuses ids that the run names and none of its configs knows: one of another config of the run may bring the plugin.
 * Throws `ConfigError`.
 */
export function refuseUnknownRules(configs: Iterable<Config>): void {
  const all = [...new Set(configs)]
  const [first, ...others] = all
  const id = [...(first?.unknown ?? [])].find((id) => others.every(({unknown}) => unknown.has(id)))
  if (id !== undefined) throw new ConfigError(unknownRule(id, knowRules(all.flatMap(({plugins}) => plugins))))
}

function runLayers({rules = {}, skip = []}: RunSettings, plugins: Config['plugins']): Layer[] {
  const known = knowRules(plugins)
  const entries = Object.fromEntries(Object.entries(rules).filter(([id]) => known.find(id)))
  const given = orConfigError(() => readRules(toNode(entries), known))
  const skipped = new Map(skip.map((id): [string, RuleSetting] => [id, {severity: 'off'}]))
  return [
    {rules: given, placeOf: () => '--rule'},
    {rules: skipped, placeOf: () => '--skip'}
  ].filter((layer) => layer.rules.size > 0)
}

/** What is wrong with a setting of the run stands in no file. */
function orConfigError<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Fault ? new ConfigError(error.message) : error
  }
}
