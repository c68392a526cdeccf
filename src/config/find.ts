import {readdir, readFile, realpath} from 'node:fs/promises'
import path from 'node:path'

/** In the order of preference within one folder. */
const names = [
  '.articlelintrc.json',
  '.articlelintrc.jsonc',
  '.articlelintrc.yaml',
  '.articlelintrc.yml',
  'package.json'
]

/** The config file nearest to a folder, upwards to the root of its repository (or of the file system). */
export type ConfigFinder = (folder: string) => Promise<string | undefined>

/** Creates a finder that looks into every folder once. */
export function createConfigFinder(): ConfigFinder {
  const known = new Map<string, Promise<string | undefined>>()
  const find = (folder: string): Promise<string | undefined> => {
    const found = known.get(folder) ?? look(folder)
    known.set(folder, found)
    return found
  }
  const look = async (folder: string): Promise<string | undefined> => {
    const entries = await list(folder)
    for (const name of names) {
      if (!entries.includes(name)) continue
      const file = path.join(folder, name)
      if (name !== 'package.json' || (await isConfigured(file))) return file
    }
    const parent = path.dirname(folder)
    return entries.includes('.git') || parent === folder ? undefined : find(parent)
  }
  return find
}

/** Why a config may not be extended: a config of the tree under review must not open files outside it. */
export async function refuseExtends(target: string, folder: string): Promise<string | undefined> {
  const real = await realpath(target).catch(() => undefined)
  if (real === undefined) return 'which does not exist'
  const repository = await findRepository(folder)
  if (repository === undefined || !isOutside(path.relative(await realpath(repository), real)))
    return undefined
  return 'expected a file of the same repository'
}

async function findRepository(folder: string): Promise<string | undefined> {
  if ((await list(folder)).includes('.git')) return folder
  const parent = path.dirname(folder)
  return parent === folder ? undefined : findRepository(parent)
}

/** Whether a path made by `path.relative` leaves the folder it starts from. */
export function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
}

async function list(folder: string): Promise<readonly string[]> {
  // The folder of `--stdin-filename` need not exist, and one above may be closed to us.
  return readdir(folder).catch(() => [])
}

/** Whether a `package.json` has an `articlelint` part; a broken one is npm's to report. */
async function isConfigured(file: string): Promise<boolean> {
  try {
    const data: unknown = JSON.parse(await readFile(file, 'utf8'))
    return typeof data === 'object' && data !== null && Object.hasOwn(data, 'articlelint')
  } catch {
    return false
  }
}
