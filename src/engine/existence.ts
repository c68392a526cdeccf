import {lstatSync, readdirSync, realpathSync} from 'node:fs'
import path from 'node:path'

/**
 * Tells which files are there, in these very letters whatever the file system takes for the same.
 *
 * @param files relative, with `/`; of others nothing is known, nor of those that lie outside the root, by links too
 * @param root absolute
 */
export function findExisting(files: readonly string[], root: string): (file: string) => boolean | undefined {
  const known = new Map<string, boolean>()
  const namesOf = new Map<string, ReadonlySet<string> | undefined>()
  const real = realpathSync(root)
  for (const file of files) {
    const folder = path.resolve(root, path.dirname(file))
    if (!isInside(root, folder)) continue
    if (!namesOf.has(folder)) namesOf.set(folder, readNames(folder, root, real))
    const names = namesOf.get(folder)
    if (names) known.set(file, names.has(path.basename(file)))
  }
  return (file) => known.get(file)
}

/** The names in a folder; none when it is missing, nothing when it can't be read or lies outside. */
function readNames(folder: string, root: string, real: string): ReadonlySet<string> | undefined {
  try {
    return isInside(real, realpathSync(folder)) ? new Set(readdirSync(folder)) : undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
    return isMissing && isMissingInside(folder, root, real) ? new Set() : undefined
  }
}

/** Whether what is missing would lie in the root: what a link leads to outside of it is not to be told by a finding. */
function isMissingInside(folder: string, root: string, real: string): boolean {
  for (let at = folder; at !== root && isInside(root, at); at = path.dirname(at)) {
    try {
      return isInside(real, realpathSync(at))
    } catch {
      if (lstatSync(at, {throwIfNoEntry: false})?.isSymbolicLink()) return false
    }
  }
  return true
}

function isInside(root: string, folder: string): boolean {
  const way = path.relative(root, folder)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}
