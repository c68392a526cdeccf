import {existsSync, lstatSync, realpathSync, type Stats} from 'node:fs'
import path from 'node:path'
import {isOutside} from '../../config/find.ts'
import {reasonOf} from '../errno.ts'

/** Where a cache lies that nobody gave a place. */
const usualName = '.articlelintcache'

/**
 * The folder of the cache: one of the project alone, so where `node_modules` is a link (and may be that of another
 * project) it lies in the folder one stands in.
 */
export function cacheFolder(location: string | undefined, cwd: string): string {
  if (location !== undefined) return path.resolve(cwd, location)
  const project = findAbove(cwd, 'package.json')
  const modules = project && path.join(project, 'node_modules')
  return modules && lstatSync(modules, {throwIfNoEntry: false})?.isDirectory()
    ? path.join(modules, '.cache', 'articlelint')
    : path.join(cwd, usualName)
}

/**
 * Why a cache must not be used: who proposes a change of the articles could bring it along, to hide what is found in
 * them or have files written elsewhere.
 */
export async function refuseCache(folder: string, cwd: string): Promise<string | undefined> {
  let stats: Stats | undefined
  try {
    stats = lstatSync(folder, {throwIfNoEntry: false})
  } catch (error) {
    return `can't be there: ${reasonOf(error)}`
  }
  if (stats?.isSymbolicLink()) return 'is a link: delete it, or name the folder itself with --cache-location'
  if (stats && !stats.isDirectory())
    return 'is no folder: delete it, or name another one with --cache-location'
  const base = findAbove(cwd, '.git') ?? findAbove(cwd, 'package.json') ?? cwd
  if (!isOutside(path.relative(base, folder)) && isOutside(path.relative(realpathSync(base), realOf(folder))))
    return 'leads out of the project through a link: name the folder itself with --cache-location'
  return stats && (await isTracked(folder))
    ? 'is tracked by git: remove it with `git rm -r --cached`'
    : undefined
}

async function isTracked(folder: string): Promise<boolean> {
  if (findAbove(folder, '.git') === undefined) return false
  const {openRepository} = await import('../git/git.ts')
  try {
    const repository = await openRepository(folder)
    return (
      (await repository.ask(['ls-files', '--', path.relative(repository.root, realpathSync(folder))])) !== ''
    )
  } catch {
    // Without git nothing was checked out by it.
    return false
  }
}

/** The folder nearest above, or the very one, that has an entry of that name; not looked for above a repository. */
function findAbove(folder: string, name: string): string | undefined {
  if (existsSync(path.join(folder, name))) return folder
  const parent = path.dirname(folder)
  return parent === folder || existsSync(path.join(folder, '.git')) ? undefined : findAbove(parent, name)
}

/** The path without links, as far as it exists. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return path.join(realOf(path.dirname(folder)), path.basename(folder))
  }
}
