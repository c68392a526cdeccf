import path from 'node:path'
import {shorten} from '../config/error.ts'
import {globProblem} from '../config/globs.ts'
import {createIgnoreFiles, type IgnoreFiles, ownIgnoreFile} from '../config/ignore-files.ts'
import {
  type Config,
  createConfigLoader,
  createPathMatcher,
  type PathMatcher,
  type RunSettings,
  refuseUnknownRules
} from '../config/index.ts'
import {shownPath} from '../config/paths.ts'
import {UsageError} from './error.ts'
import {type FindSettings, findFiles, readIgnoreFile} from './files.ts'

export {ownIgnoreFile} from '../config/ignore-files.ts'

export interface FileSettings extends RunSettings {
  /** Folder that patterns and reported paths start from; by default the one the process stands in. */
  readonly cwd?: string | undefined
  /** Whether `ignores` of configs, ignore files and the two settings below hold; by default they do. */
  readonly ignore?: boolean | undefined
  /** Globs in the syntax of .gitignore, from `cwd`. */
  readonly ignorePatterns?: readonly string[] | undefined
  /** A file of such globs, from its own folder. */
  readonly ignorePath?: string | undefined
  /** Accept a glob or folder without articles. */
  readonly allowUnmatched?: boolean | undefined
  /** Called with the number of articles that are done: at the start, and as it grows. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface ChosenFile {
  /** Absolute. */
  readonly file: string
  readonly config: Config
}

/**
 * The articles that files, folders and globs stand for and no ignore rule holds out, each with its config.
 * Throws `UsageError` when nothing is given, a named file is missing or nothing is left, `ConfigError` for a config
 * that can't be used.
 *
 * @param note told what a person should know of the configs, and that changes nothing
 */
export async function chooseFiles(
  patterns: readonly string[],
  settings: FileSettings,
  note?: (text: string) => void
): Promise<readonly ChosenFile[]> {
  if (patterns.length === 0) throw new UsageError('no files given: name files, folders or globs')
  const cwd = path.resolve(settings.cwd ?? '')
  const configOf = createConfigLoader(settings, cwd, note)
  const own = createIgnoreFiles(ownIgnoreFile, cwd)
  const isHeldOut = await createExclusion(settings, own, cwd)
  let ignored = 0
  const isIgnored = createFolderExclusion(own, cwd, () => ignored++)
  const found = await findFiles(patterns, {
    cwd,
    allowUnmatched: settings.allowUnmatched ?? false,
    ...(settings.ignore === false ? {} : {isIgnored})
  })
  const chosen: ChosenFile[] = []
  for (const file of found) {
    if (await isHeldOut(file)) continue
    const config = await configOf(file)
    if (settings.ignore === false || !config.ignores.some((isIgnored) => isIgnored(file)))
      chosen.push({file, config})
  }
  refuseUnknownRules(chosen.map(({config}) => config))
  const count = found.length + ignored
  if (chosen.length === 0 && count > 0 && !settings.allowUnmatched) {
    const [only = ''] = found
    const one = `\`${shorten(shownPath(only, cwd))}\` is`
    const left = ignored > 0 ? 'all that was found is' : count === 1 ? one : `all ${count} files are`
    throw new UsageError(`${left} ignored: ${wayOut}`)
  }
  return chosen
}

const wayOut =
  'see `ignores` of the config, .articlelintignore and .gitignore (articlelint --print-config FILE says which), or use --no-ignore'

/** What git leaves alone, nobody means who names a folder or a glob. */
function createFolderExclusion(
  own: IgnoreFiles,
  cwd: string,
  onIgnored: () => void
): FindSettings['isIgnored'] & {} {
  const ofGit = createIgnoreFiles('.gitignore', cwd)
  return async (file, named) => {
    const isIgnored = ((await own.find(file)) ?? (await ofGit.find(file, named))) !== undefined
    if (isIgnored) onIgnored()
    return isIgnored
  }
}

/** What the run and the ignore files of ours hold out, however it was asked for. Throws `UsageError`. */
async function createExclusion(
  {ignore = true, ignorePatterns = [], ignorePath}: FileSettings,
  own: IgnoreFiles,
  cwd: string
): Promise<(file: string) => Promise<boolean>> {
  if (!ignore) return async () => false
  for (const pattern of ignorePatterns) {
    const problem = globProblem(pattern)
    if (problem !== undefined) throw new UsageError(`--ignore-pattern: ${problem}`)
  }
  const matchers: PathMatcher[] = []
  if (ignorePatterns.length > 0) matchers.push(await createPathMatcher(ignorePatterns, cwd))
  if (ignorePath !== undefined) {
    const file = path.resolve(cwd, ignorePath)
    matchers.push(await createPathMatcher(readIgnoreFile(file, ignorePath), path.dirname(file)))
  }
  return async (file) => matchers.some((isIgnored) => isIgnored(file)) || (await own.find(file)) !== undefined
}
