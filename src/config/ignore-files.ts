import path from 'node:path'
import {isOutside, isRepository, readIfThere} from './find.ts'
import type {GlobList} from './glob-match.ts'

/** Name of the files that list what is never linted. */
export const ownIgnoreFile = '.articlelintignore'

/** What holds a file or folder out: the ignore file and the pattern in it. */
export interface Ignoring {
  /** Absolute path of the ignore file. */
  readonly file: string
  readonly pattern: string
}

/**
 * The ignore files of one name, which work as git's `.gitignore`: each for its folder and all below, those further down
 * win, from the root of the repository on, or outside of one from the folder one stands in. A folder that is held out
 * holds out all that is in it.
 */
export interface IgnoreFiles {
  /**
   * @param file absolute; a folder ends in a separator
   * @param from a folder around it that is not held out itself, whatever the files say: somebody named it
   */
  find(file: string, from?: string): Promise<Ignoring | undefined>
}

/** Creates a reader of ignore files that reads each one once. */
export function createIgnoreFiles(name: string, cwd: string): IgnoreFiles {
  const matchers = new Map<string, Promise<GlobList | undefined>>()
  const roots = new Map<string, Promise<string | undefined>>()
  const verdicts = new Map<string, Promise<Ignoring | undefined>>()

  const matcherOf = (folder: string): Promise<GlobList | undefined> => {
    const known = matchers.get(folder) ?? read(folder)
    matchers.set(folder, known)
    return known
  }
  const read = async (folder: string): Promise<GlobList | undefined> => {
    const text = readIfThere(path.join(folder, name))
    if (text === undefined || !/\S/.test(text)) return undefined
    const {createGlobList} = await import('./glob-match.ts')
    // As git on most systems: the letters of a pattern are those of the file.
    return createGlobList(text.replace(/^\uFEFF/, '').split(/\r?\n/), false)
  }
  const rootOf = (folder: string): Promise<string | undefined> => {
    const known = roots.get(folder) ?? findRoot(folder)
    roots.set(folder, known)
    return known
  }
  const findRoot = async (folder: string): Promise<string | undefined> => {
    if (isRepository(folder)) return folder
    const parent = path.dirname(folder)
    const above = parent === folder ? undefined : await rootOf(parent)
    return above ?? (isOutside(path.relative(cwd, folder)) ? undefined : cwd)
  }
  const judgeFolder = (folder: string, root: string, from: string): Promise<Ignoring | undefined> => {
    const key = `${from}\0${folder}`
    const known = verdicts.get(key) ?? judge(`${folder}${path.sep}`, root, from)
    verdicts.set(key, known)
    return known
  }

  /** The verdict on the nearest ignored folder above, else that of the patterns about the very path. */
  const judge = async (file: string, root: string, from: string): Promise<Ignoring | undefined> => {
    const folder = path.dirname(file)
    const above = folder === root || folder === from ? undefined : await judgeFolder(folder, root, from)
    if (above) return above
    for (let at = folder; ; at = path.dirname(at)) {
      const matcher = await matcherOf(at)
      const verdict = matcher && verdictOf(matcher, path.relative(at, file), file.endsWith(path.sep))
      if (verdict?.pattern !== undefined) return {file: path.join(at, name), pattern: verdict.pattern}
      if (verdict || at === root) return undefined
    }
  }

  return {
    async find(file, from = '') {
      const root = await rootOf(path.dirname(file))
      const isAtRoot = root === undefined || path.resolve(file) === root
      return isAtRoot ? undefined : judge(file, root, from)
    }
  }
}

/** Nothing when no pattern is about the very path. */
function verdictOf(
  matcher: GlobList,
  relative: string,
  isFolder: boolean
): {readonly pattern?: string} | undefined {
  const asked = relative.split(path.sep).join('/')
  const parent = path.posix.dirname(asked)
  // A folder above that this file holds out, and another one lets in again, says nothing about what is in it.
  if (parent !== '.' && matcher.test(`${parent}/`).ignored) return undefined
  const verdict = matcher.test(isFolder ? `${asked}/` : asked)
  return verdict.ignored || verdict.unignored ? verdict : undefined
}
