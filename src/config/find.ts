import {existsSync, readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import {ConfigError} from './error.ts'

/** In the order of preference within one folder. */
const configNames: readonly string[] = [
  'articlelint.config.js',
  'articlelint.config.mjs',
  'articlelint.config.ts',
  '.articlelintrc.json',
  '.articlelintrc.jsonc',
  '.articlelintrc.yaml',
  '.articlelintrc.yml',
  'package.json'
]

/** The config file nearest to a folder, upwards to the root of its repository (or of the file system). */
export type ConfigFinder = (folder: string) => Promise<string | undefined>

/** What somebody may think is a config's name. `articlelint.json` may well be a report. */
const misnamed =
  /^(?:\.articlelintrc|(?:\.articlelint|\.?articlelintrc|\.?articlelint\.config)\.(jsonc?|ya?ml|[cm]?[jt]s)|articlelint\.(ya?ml))$/

/**
 * Creates a finder that looks into every folder once. It throws `ConfigError` when one folder has two configs.
 *
 * @param shown a path as messages name it
 * @param note told of a file that looks like a config, in a folder that has none
 */
export function createConfigFinder(
  shown: (file: string) => string,
  note: (text: string) => void = () => {}
): ConfigFinder {
  const known = new Map<string, Promise<string | undefined>>()
  const find = (folder: string): Promise<string | undefined> => {
    const found = known.get(folder) ?? look(folder)
    known.set(folder, found)
    return found
  }
  const look = async (folder: string): Promise<string | undefined> => {
    const entries = list(folder)
    const [first, second] = configsOf(folder, entries)
    if (first !== undefined && second !== undefined) {
      const reason = `Unexpected second config \`${path.basename(second)}\` in the same folder, expected one: move its settings over and delete it`
      throw new ConfigError(reason, {path: shown(first)})
    }
    if (first !== undefined) return first
    const wrong = entries.find((name) => misnamed.test(name))
    if (wrong !== undefined)
      note(`\`${shown(path.join(folder, wrong))}\` is not read: name it \`${rightName(wrong)}\``)
    const parent = path.dirname(folder)
    return entries.includes('.git') || parent === folder ? undefined : find(parent)
  }
  return find
}

/** The name that a config of that format has. */
function rightName(name: string): string {
  const [, one, other] = misnamed.exec(name) ?? []
  const extension = one ?? other ?? 'yaml'
  return /^[cm]?[jt]s$/.test(extension)
    ? `articlelint.config.${extension === 'mjs' ? 'mjs' : extension.slice(-2)}`
    : `.articlelintrc.${extension}`
}

/** The configs of a folder, the preferred one first; there should be one at most. */
export function findConfigs(folder: string): readonly string[] {
  return configsOf(folder, list(folder))
}

function configsOf(folder: string, entries: readonly string[]): readonly string[] {
  const files = configNames.filter((name) => entries.includes(name)).map((name) => path.join(folder, name))
  const last = files.at(-1)
  const isLeft = last !== undefined && path.basename(last) === 'package.json' && !isConfigured(last)
  return isLeft ? files.slice(0, -1) : files
}

/** Why a config may not be extended: a config of the tree under review must not open files outside it. */
export function refuseExtends(target: string, folder: string, root?: string): string | undefined {
  const real = realPath(target)
  if (real === undefined) return 'which does not exist'
  const repository = findRepository(folder)
  const roots = [
    ...(repository === undefined ? [] : [realpathSync.native(repository)]),
    ...(root === undefined ? [] : [root])
  ]
  return roots.some((one) => isOutside(path.relative(one, real)))
    ? 'expected a file of the same repository'
    : undefined
}

/**
 * Real path of the folder that a tree nobody trusts is in: its repository; without one, the folder one stands in,
 * or that of a config elsewhere.
 */
export function findRoot(folder: string, cwd: string): string {
  const repository = findRepository(folder)
  return realpathSync.native(repository ?? (isOutside(path.relative(cwd, folder)) ? folder : cwd))
}

/** Whether a file lies outside a folder, by links too. */
export function leadsOutside(file: string, root: string): boolean {
  // What leads nowhere is told when it is read.
  return isOutside(path.relative(root, realPath(file) ?? root))
}

/** Nothing for what can't be looked at. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync.native(file)
  } catch {
    return undefined
  }
}

function findRepository(folder: string): string | undefined {
  if (isRepository(folder)) return folder
  const parent = path.dirname(folder)
  return parent === folder ? undefined : findRepository(parent)
}

/** Whether a folder is the root of a repository, a worktree or a submodule. */
export function isRepository(folder: string): boolean {
  return existsSync(path.join(folder, '.git'))
}

/** Whether a path made by `path.relative` leaves the folder it starts from. */
export function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
}

/** More than any ignore file or article has. */
const maxSize = 2 * 1024 * 1024

/** The text of a file, which need not exist; nothing for what is no file of a sensible size, or closed to us. */
export function readIfThere(file: string): string | undefined {
  try {
    const stats = statSync(file)
    return stats.isFile() && stats.size <= maxSize ? readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // The folder of `--stdin-filename` need not exist, and one above may be closed to us.
    return []
  }
}

/** Whether a `package.json` has an `articlelint` part; a broken one is npm's to report. */
function isConfigured(file: string): boolean {
  try {
    const data: unknown = JSON.parse(readIfThere(file) ?? '')
    return typeof data === 'object' && data !== null && Object.hasOwn(data, 'articlelint')
  } catch {
    return false
  }
}
