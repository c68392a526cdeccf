import path from 'node:path'
import type {Rule} from '../rule/index.ts'
import {knowRules, usualSeverity} from './builtin.ts'
import {ConfigError} from './error.ts'
import {findRoot, leadsOutside, refuseExtends} from './find.ts'
import {type Layer, presetLayers} from './layer.ts'
import {Fault} from './node.ts'
import {createPathMatcher, type PathMatcher, shownPath} from './paths.ts'
import {type ConfigFile, isCode, readConfigFile} from './read.ts'
import {readRules} from './schema.ts'

/** The articles that a config leaves out, and where it says so. */
export interface Ignores extends PathMatcher {
  readonly from: string
}

/** What a config file comes to, with all it extends. */
export interface Layers {
  readonly layers: readonly Layer[]
  readonly ignores: readonly Ignores[]
  /** The rules that plugins brought. */
  readonly plugins: readonly Rule[]
  /** Names of the plugins, as the configs give them. */
  readonly pluginNames: readonly string[]
  /** Absolute paths of the files that were read, the one that wins first. */
  readonly files: readonly string[]
}

/** How the config files of a run are read. */
export interface ReadSettings {
  /** Folder that messages name paths from. */
  readonly cwd: string
  /** Whether configs and plugins that run code are loaded. */
  readonly codeConfig: boolean
  /** A config was looked for and found, and not named: who wrote the articles may have put it there. */
  readonly isFound?: boolean
}

/** More than anybody extends: of ten that each extend the next one ten times there are ten thousand million. */
const mostFiles = 100

/** Of one run of `follow`. */
interface Following extends ReadSettings {
  /** Real path of the folder that no config may lie outside of; any may when left out. */
  readonly root: string | undefined
  left: number
}

/** The layers of a config file, those it extends first. Throws `ConfigError`. */
export async function readLayers(file: string, settings: ReadSettings): Promise<Layers> {
  const shown = shownPath(file, settings.cwd)
  if (!settings.codeConfig && isCode(file)) throw new ConfigError(refusedCode, {path: shown})
  const root = settings.codeConfig ? undefined : findRoot(path.dirname(file), settings.cwd)
  if (settings.isFound && root !== undefined && leadsOutside(file, root))
    throw new ConfigError(refusedLink, {path: shown})
  return follow(file, {...settings, root, left: mostFiles}, path.dirname(file), [])
}

const refusedCode =
  'Unexpected config that runs code, refused by --no-code-config: name a JSON or YAML one with --config, or use --no-config'

const refusedLink =
  'Unexpected link to a config outside the repository, refused by --no-code-config: name it with --config'

/**
 * @param folder folder that globs start from
 * @param chain the files that led to this one
 */
async function follow(
  file: string,
  settings: Following,
  folder: string,
  chain: readonly string[]
): Promise<Layers> {
  const content = await readConfigFile(file, shownPath(file, settings.cwd))
  const own = path.dirname(file)
  const bases: Layers[] = []
  for (const {name, at} of content.extends) {
    if (name.startsWith('articlelint:')) {
      const layer = presetLayers[name.slice('articlelint:'.length) as keyof typeof presetLayers]
      bases.push({layers: [layer], ignores: [], plugins: [], pluginNames: [], files: []})
      continue
    }
    const fault = (reason: string): ConfigError =>
      content.fault(at, `Unexpected \`extends\` of \`${name}\`, ${reason}`)
    const isPackage = !name.startsWith('.')
    const target = isPackage ? await findPackage(name, file, fault) : path.resolve(own, name)
    if (target === file || chain.includes(target)) throw fault('which comes back to this file')
    // Installed packages are trusted as far as code is.
    const problem = isPackage && settings.codeConfig ? undefined : refuseExtends(target, own, settings.root)
    if (problem) throw fault(problem)
    if (!settings.codeConfig && isCode(target)) throw fault('which runs code, refused by --no-code-config')
    if (settings.left-- === 0) throw fault(`which is one of more than ${mostFiles}, expected fewer`)
    // The articles are not where a package is installed: its globs mean those of the config that names it.
    const globs = isPackage || folder !== own ? folder : path.dirname(target)
    bases.push(await follow(target, settings, globs, [...chain, file]))
  }
  const brought = await loadBrought(content, own, settings)
  const plugins = unique([...bases.flatMap((base) => base.plugins), ...brought])
  const {layers, ignores} = await ownLayers(content, folder, plugins, brought)
  return {
    layers: [...bases.flatMap((base) => base.layers), ...layers],
    ignores: [...bases.flatMap((base) => base.ignores), ...ignores],
    plugins,
    pluginNames: [
      ...new Set([...bases.flatMap((base) => base.pluginNames), ...content.plugins.map(({name}) => name)])
    ],
    files: [file, ...bases.toReversed().flatMap((base) => base.files)]
  }
}

async function findPackage(
  name: string,
  from: string,
  fault: (reason: string) => ConfigError
): Promise<string> {
  const {resolvePackage} = await import('./packages.ts')
  const found = resolvePackage(name, from)
  if ('reason' in found) throw fault(found.reason)
  return found.file
}

async function loadBrought(
  {plugins, fault}: ConfigFile,
  folder: string,
  {codeConfig}: ReadSettings
): Promise<readonly Rule[]> {
  const [first] = plugins
  if (!first) return []
  if (!codeConfig)
    throw fault(
      first.at,
      `Unexpected plugin \`${first.name}\`, refused by --no-code-config, as plugins run code: remove it, or use --no-config`
    )
  const {loadPlugins} = await import('./plugins.ts')
  return loadPlugins(plugins, {folder, fault})
}

/** Of rules with one id the last. */
function unique(rules: readonly Rule[]): readonly Rule[] {
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()]
}

async function ownLayers(
  content: ConfigFile,
  folder: string,
  plugins: readonly Rule[],
  brought: readonly Rule[]
): Promise<Pick<Layers, 'layers' | 'ignores'>> {
  const {placeOf} = content
  const known = knowRules(plugins)
  const languageOf = (language: ConfigFile['language']): Layer['language'] =>
    language && {tag: language.tag, from: placeOf(language.at)}
  const layers: Layer[] = []
  // Who lists a plugin wants to hear it.
  const listed = new Map(brought.map((rule) => [rule.id, {severity: usualSeverity(rule)}]))
  const [firstPlugin] = content.plugins
  if (firstPlugin) layers.push({rules: listed, placeOf: () => placeOf(firstPlugin.at)})
  try {
    const rules = readRules(content.rules, known)
    layers.push({rules, language: languageOf(content.language), placeOf: (at = 0) => placeOf(at)})
    for (const {files, rules, language} of content.overrides) {
      layers.push({
        matches: await createPathMatcher(files, folder),
        rules: readRules(rules, known),
        language: languageOf(language),
        placeOf: (at = 0) => placeOf(at)
      })
    }
  } catch (error) {
    throw error instanceof Fault ? content.fault(error.at, error.message) : error
  }
  const {globs, at} = content.ignores
  const ignores =
    globs.length > 0 ? [Object.assign(await createPathMatcher(globs, folder), {from: placeOf(at)})] : []
  return {layers, ignores}
}
