import path from 'node:path'
import {
  type Config,
  createConfigLoader,
  createPathMatcher,
  type PathMatcher,
  type RunSettings
} from '../config/index.ts'
import {UsageError} from './error.ts'
import {findFiles, readIgnoreFile} from './files.ts'

export interface FileSettings extends RunSettings {
  /** Folder that patterns and reported paths start from; by default the one the process stands in. */
  readonly cwd?: string | undefined
  /** Whether `ignores` of configs and the two settings below hold; by default they do. */
  readonly ignore?: boolean | undefined
  /** Globs in the syntax of .gitignore, from `cwd`. */
  readonly ignorePatterns?: readonly string[] | undefined
  /** A file of such globs, from its own folder. */
  readonly ignorePath?: string | undefined
  /** Accept a glob or folder without articles. */
  readonly allowUnmatched?: boolean | undefined
  /** Called before each article. */
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
 */
export async function chooseFiles(
  patterns: readonly string[],
  settings: FileSettings
): Promise<readonly ChosenFile[]> {
  if (patterns.length === 0) throw new UsageError('no files given: name files, folders or globs')
  const cwd = path.resolve(settings.cwd ?? '')
  const configOf = createConfigLoader(settings, cwd)
  const found = await findFiles(patterns, {cwd, allowUnmatched: settings.allowUnmatched ?? false})
  const chosen = await withoutIgnored(found, configOf, settings, cwd)
  if (chosen.length === 0 && found.length > 0 && !settings.allowUnmatched) {
    throw new UsageError(
      `${found.length === 1 ? 'the file is' : `all ${found.length} files are`} ignored: see \`ignores\` of the config, or use --no-ignore`
    )
  }
  return chosen
}

async function withoutIgnored(
  files: readonly string[],
  configOf: (file: string) => Promise<Config>,
  settings: FileSettings,
  cwd: string
): Promise<readonly ChosenFile[]> {
  const {ignore = true, ignorePatterns = [], ignorePath} = settings
  const matchers: PathMatcher[] = []
  if (ignore && ignorePatterns.length > 0) matchers.push(await createPathMatcher(ignorePatterns, cwd))
  if (ignore && ignorePath !== undefined) {
    const file = path.resolve(cwd, ignorePath)
    matchers.push(await createPathMatcher(await readIgnoreFile(file, ignorePath), path.dirname(file)))
  }
  const chosen: ChosenFile[] = []
  for (const file of files) {
    if (matchers.some((isIgnored) => isIgnored(file))) continue
    const config = await configOf(file)
    if (!ignore || !config.ignores.some((isIgnored) => isIgnored(file))) chosen.push({file, config})
  }
  return chosen
}
