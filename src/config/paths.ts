import path from 'node:path'
import {isOutside} from './find.ts'

/** Globs in the syntax of .gitignore, relative to a folder. */
export type PathMatcher = (file: string) => boolean

/** Globs in the syntax of .gitignore; a file outside the folder never matches. */
export async function createPathMatcher(globs: readonly string[], folder: string): Promise<PathMatcher> {
  const {createGlobList} = await import('./glob-match.ts')
  const list = createGlobList(globs, true)
  return (file) => {
    const relative = path.relative(folder, file)
    return relative !== '' && !isOutside(relative) && list.test(relative.split(path.sep).join('/')).ignored
  }
}

/** A path as reports and messages name it: from the folder one stands in, with `/`; whole when outside. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file)
  return (isOutside(relative) ? file : relative || '.').split(path.sep).join('/')
}
