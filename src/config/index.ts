import path from 'node:path'
import type {ConfiguredRule, Ruleset} from '../lint/index.ts'
import type {Rule} from '../rule/index.ts'
import {readOptions} from '../rule/options.ts'
import {findRule, presets, rules, usualSeverity} from './builtin.ts'
import {ConfigError} from './error.ts'
import {createConfigFinder, isOutside, refuseExtends} from './find.ts'
import {
  Fault,
  type RuleSetting,
  type RuleSettings,
  readLanguage,
  readRules,
  toNode,
  unknownRule
} from './schema.ts'

export {ConfigError} from './error.ts'

/** What an editor writes for a rule: a severity, or severity and options. */
export type RuleEntry = SeverityName | readonly [SeverityName, Readonly<Record<string, unknown>>?]
export type SeverityName = RuleSetting['severity']

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
}

/** Globs in the syntax of .gitignore, relative to a folder. */
export type PathMatcher = (file: string) => boolean

interface Layer {
  /** The articles it is for; all when left out. */
  readonly matches?: PathMatcher
  readonly rules: RuleSettings
}

/** The settings that hold for some articles: layers of rule settings, the last one wins. */
export interface Config {
  /** The file it was read from. */
  readonly path: string | undefined
  readonly layers: readonly Layer[]
  readonly ignores: readonly PathMatcher[]
  readonly only: ReadonlySet<string> | undefined
  /** BCP 47 tag of the articles; found out for each one when left out. */
  readonly language: string | undefined
  /** The rules that its plugins brought. */
  readonly plugins: readonly Rule[]
}

type Layers = Pick<Config, 'layers' | 'ignores' | 'language'>

/** Gives the config of an article. The articles of one config file get the same object. Throws `ConfigError`. */
export type ConfigLoader = (file: string) => Promise<Config>

/** @param cwd folder that a relative `config` path starts from, and that messages name paths from */
export function createConfigLoader(settings: RunSettings, cwd: string): ConfigLoader {
  const last = runLayers(settings)
  const language = orConfigError(() =>
    settings.language === undefined ? undefined : readLanguage(toNode(settings.language))
  )
  const {only: chosen = [], skip = []} = settings
  const only = chosen.length > 0 ? new Set(chosen.filter((id) => !skip.includes(id))) : undefined
  const known = new Map<string | undefined, Promise<Config>>()
  const find = createConfigFinder()
  const load = async (file: string | undefined): Promise<Config> => {
    const own =
      file === undefined
        ? {layers: [presetLayers.recommended], ignores: [], language: undefined}
        : await readLayers(file, cwd)
    return {
      path: file,
      layers: [...own.layers, ...last],
      ignores: own.ignores,
      only,
      language: language ?? own.language,
      plugins: []
    }
  }
  const fixed = typeof settings.config === 'string' ? path.resolve(cwd, settings.config) : undefined
  return async (article) => {
    const file = fixed ?? (settings.config === false ? undefined : await find(path.dirname(article)))
    const config = known.get(file) ?? load(file)
    known.set(file, config)
    return config
  }
}

const layerOf = (preset: Ruleset): Layer => ({
  rules: new Map(preset.rules.map(({rule, severity, options}) => [rule.id, {severity, options}]))
})

const presetLayers: Readonly<Record<keyof typeof presets, Layer>> = {
  recommended: layerOf(presets.recommended),
  strict: layerOf(presets.strict),
  all: layerOf(presets.all)
}

function runLayers({rules: given = {}, only = [], skip = []}: RunSettings): readonly Layer[] {
  const entries = orConfigError(() => readRules(toNode(given)))
  const skipped = new Map(skip.map((id): [string, RuleSetting] => [checkId(id, 'skip'), {severity: 'off'}]))
  for (const id of only) checkId(id, 'only')
  return [{rules: entries}, {rules: skipped}].filter((layer) => layer.rules.size > 0)
}

/** What is wrong with a setting of the run stands in no file. */
function orConfigError<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Fault ? new ConfigError(error.message) : error
  }
}

function checkId(id: string, where: string): string {
  if (findRule(id)) return id
  throw new ConfigError(unknownRule(id, ` in \`${where}\``))
}

/** The layers of a config file, those it extends first. */
async function readLayers(file: string, cwd: string, chain: readonly string[] = []): Promise<Layers> {
  // Most runs have no config file: they do without the YAML reader.
  const {readConfigFile} = await import('./read.ts')
  const content = await readConfigFile(file, shownPath(file, cwd))
  const folder = path.dirname(file)
  const layers: Layer[] = []
  const ignores: PathMatcher[] = []
  let language: string | undefined
  for (const {name, at} of content.extends) {
    const preset = name.startsWith('articlelint:') ? name.slice('articlelint:'.length) : undefined
    if (preset !== undefined) {
      layers.push(presetLayers[preset as keyof typeof presetLayers])
      continue
    }
    const target = path.resolve(folder, name)
    if (target === file || chain.includes(target)) {
      throw content.fault(at, `Unexpected \`extends\` of \`${name}\`, which comes back to this file`)
    }
    const problem = await refuseExtends(target, folder)
    if (problem) throw content.fault(at, `Unexpected \`extends\` of \`${name}\`, ${problem}`)
    const base = await readLayers(target, cwd, [...chain, file])
    layers.push(...base.layers)
    ignores.push(...base.ignores)
    language = base.language ?? language
  }
  layers.push({rules: content.rules})
  for (const {files, rules: settings} of content.overrides) {
    layers.push({matches: await createPathMatcher(files, folder), rules: settings})
  }
  if (content.ignores.length > 0) ignores.push(await createPathMatcher(content.ignores, folder))
  return {layers, ignores, language: content.language ?? language}
}

/** Globs in the syntax of .gitignore; a file outside the folder never matches. */
export async function createPathMatcher(globs: readonly string[], folder: string): Promise<PathMatcher> {
  const {default: ignore} = await import('ignore')
  const matcher = ignore().add([...globs])
  return (file) => {
    const relative = path.relative(folder, file)
    return relative !== '' && !isOutside(relative) && matcher.ignores(relative.split(path.sep).join('/'))
  }
}

/** A path as reports and messages name it: from the folder one stands in, with `/`; whole when outside. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file)
  return (isOutside(relative) ? file : relative || '.').split(path.sep).join('/')
}

const resolved = new WeakMap<Config, Map<string, Ruleset>>()

/**
 * The rules that run on an article, with their severities and options.
 *
 * @param file absolute path of the article, for the overrides; none apply without it
 */
export function resolveRuleset(config: Config, file?: string): Ruleset {
  const applies = config.layers.map(({matches}) => !matches || (file !== undefined && matches(file)))
  const key = applies.map(Number).join('')
  const known = resolved.get(config) ?? new Map<string, Ruleset>()
  resolved.set(config, known)
  const ruleset =
    known.get(key) ??
    merge(
      config.layers.filter((_, i) => applies[i]),
      config.only
    )
  known.set(key, ruleset)
  return ruleset
}

function merge(layers: readonly Layer[], only: Config['only']): Ruleset {
  const configured = rules.flatMap((rule): ConfiguredRule[] => {
    let severity: SeverityName = 'off'
    let options: RuleSetting['options']
    for (const layer of layers) {
      const setting = layer.rules.get(rule.id)
      if (!setting) continue
      severity = setting.severity
      // A severity alone keeps the options that were set before.
      options = setting.options ?? options
    }
    if (only) severity = !only.has(rule.id) ? 'off' : severity === 'off' ? usualSeverity(rule) : severity
    if (severity === 'off') return []
    return [{rule, severity, options: options ?? readOptions(rule.options, undefined).options}]
  })
  return {rules: configured}
}
