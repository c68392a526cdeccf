import {existsSync, realpathSync, statSync} from 'node:fs'
import path from 'node:path'

/**
 * The folders, without links, that a repair may write into: the repository the user stands in, or else the folder, and the
 * folders that were named. A link that leads elsewhere was perhaps put there by someone else.
 */
export function fixRoots(patterns: readonly string[], cwd: string): readonly string[] {
  const folders = [repositoryOf(cwd), ...patterns.map((pattern) => folderOf(path.resolve(cwd, pattern)))]
  return [...new Set(folders.map(realFolder).filter((folder) => folder !== undefined))]
}

/** Of a glob, the folder before its first segment that is none. */
function folderOf(named: string): string {
  const stats = statSync(named, {throwIfNoEntry: false})
  if (stats) return stats.isDirectory() ? named : path.dirname(named)
  const glob = /[*?{}()[\]!+@]/.exec(named)
  return glob ? path.dirname(`${named.slice(0, glob.index)}x`) : path.dirname(named)
}

function repositoryOf(cwd: string): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder
    if (path.dirname(folder) === folder) return cwd
  }
}

function realFolder(folder: string): string | undefined {
  try {
    return realpathSync(folder)
  } catch {
    return undefined
  }
}
