import {isUtf8} from 'node:buffer'
import {type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync} from 'node:fs'
import path from 'node:path'
import {shorten} from '../config/error.ts'
import {costlyGlob} from '../config/globs.ts'
import {LimitFault} from '../document/parse/fault.ts'
import {reasonOf} from './errno.ts'
import {UsageError} from './error.ts'

/**
 * What is read in a folder. A file that is named, or matched by a glob with an extension, may have any other: a folder
 * with a built site would be a surprise, so `.html` is among those.
 */
const isArticle = (file: string): boolean => /\.(?:md|markdown|mdx|txt)$/i.test(file)

/** More than any article has: parsing is slower than linear on hostile input. */
export const maxBytes = 2 * 1024 * 1024

export interface FindSettings {
  readonly cwd: string
  readonly allowUnmatched?: boolean
  /**
   * Whether a file or folder (whose path ends in a separator) that nobody named is left out.
   *
   * @param named the folder that was named and holds it
   */
  readonly isIgnored?: (file: string, named?: string) => Promise<boolean>
}

/**
 * The articles that the patterns stand for, as absolute paths: sorted, each file once even when links lead to it twice.
 * Throws `UsageError` for a named file that is missing and, unless `allowUnmatched`, for a glob or folder without articles.
 *
 * @param patterns files, folders and globs; what exists under the very name is never read as a glob
 */
export async function findFiles(
  patterns: readonly string[],
  settings: FindSettings
): Promise<readonly string[]> {
  const found = new Map<string, string>()
  for (const pattern of patterns) {
    const {files, skipped} = await expand(pattern, settings)
    if (files.length + skipped === 0 && !settings.allowUnmatched)
      throw new UsageError(`nothing to read in \`${pattern}\`: ${wayOut}`)
    for (const {file, real} of files) {
      const known = found.get(real)
      // Of a file and the links to it, the file itself.
      if (known === undefined || file === real || (known !== real && file < known)) found.set(real, file)
    }
  }
  return [...found.values()].sort()
}

const wayOut =
  'name files, a folder with .md, .markdown, .mdx or .txt files, or a quoted glob such as "posts/**/*.html"; --no-error-on-unmatched-pattern accepts an empty one'

interface FoundFile {
  readonly file: string
  /** Without links. */
  readonly real: string
}

interface Expanded {
  readonly files: readonly FoundFile[]
  readonly skipped: number
}

async function expand(pattern: string, {cwd, isIgnored}: FindSettings): Promise<Expanded> {
  if (pattern === '') throw new UsageError('an empty file name: expected files, folders or globs')
  const named = path.resolve(cwd, pattern)
  const stats = statOf(named)
  if (stats?.isDirectory()) return walk(named, isIgnored)
  if (stats || stats === null) return {files: [withRealPath(named)], skipped: 0}
  if (/^!./.test(pattern))
    throw new UsageError(
      `nothing to read in \`${shorten(pattern)}\`: to leave files out, use --ignore-pattern '${shorten(pattern.slice(1))}'`
    )
  // Most runs name files and folders.
  const {isDynamicPattern} = await import('tinyglobby')
  if (!isDynamicPattern(pattern)) {
    const hint = /^[a-z]+$/.test(pattern) ? '; `articlelint --help` lists the commands' : ''
    throw new UsageError(`no such file or folder: \`${shorten(pattern)}\` (looked in ${cwd})${hint}`)
  }
  const costly = costlyGlob(pattern)
  if (costly !== undefined) throw new UsageError(costly)
  const spelled = path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
  const hasExtension = spelled.slice(spelled.lastIndexOf('/') + 1).includes('.')
  const matched = await globFiles(spelled, cwd)
  const files: FoundFile[] = []
  let skipped = 0
  for (const file of hasExtension ? matched : matched.filter(isArticle)) {
    if (await isIgnored?.(file)) skipped++
    else files.push(withRealPath(file))
  }
  return {files, skipped}
}

/**
 * The articles in a folder and below, without hidden ones; folders that are left out are not looked into. One call after
 * the other: for a thousand files, promises take ten times as long.
 */
async function walk(root: string, isIgnored: FindSettings['isIgnored']): Promise<Expanded> {
  const files: FoundFile[] = []
  const linked: string[] = []
  const seen = new Set<string>()
  let skipped = 0
  const visit = async (folder: string): Promise<void> => {
    const real = realPath(folder)
    if (seen.has(real)) return
    seen.add(real)
    const entries = list(folder)
    // Reading it as an article then says what is wrong with it.
    if (entries === undefined) files.push({file: folder, real})
    for (const entry of entries ?? []) {
      const {name} = entry
      if (name.startsWith('.') || name === 'node_modules') continue
      const file = path.join(folder, name)
      const isLink = entry.isSymbolicLink()
      const kind = isLink ? statOf(file) : entry
      const isFolder = kind?.isDirectory() === true
      if (!isFolder && !(kind?.isFile() && isArticle(name))) continue
      if (await isIgnored?.(isFolder ? `${file}${path.sep}` : file, root)) skipped++
      else if (!isFolder) files.push(isLink ? withRealPath(file) : {file, real: path.join(real, name)})
      else if (isLink) linked.push(file)
      else await visit(file)
    }
  }
  await visit(root)
  // Last, so that what is in a folder has its own name, not that of a link to it.
  for (let next = linked.shift(); next !== undefined; next = linked.shift()) await visit(next)
  return {files, skipped}
}

/** What is in a folder: nothing when it is gone by now, `undefined` when it can't be looked into. */
function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined
  }
}

/** Nothing when the file does not exist, `null` when it can't be looked at. */
function statOf(file: string): Stats | null | undefined {
  try {
    return statSync(file)
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code) ? undefined : null
  }
}

function withRealPath(file: string): FoundFile {
  return {file, real: realPath(file)}
}

/** Of what can't be looked at, the path itself. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    return file
  }
}

async function globFiles(pattern: string, cwd: string): Promise<string[]> {
  const {glob} = await import('tinyglobby')
  const ignore = ['**/node_modules/**', '**/.git/**']
  const files = await glob(pattern, {
    cwd,
    ignore,
    absolute: true,
    onlyFiles: true,
    caseSensitiveMatch: false,
    expandDirectories: false
  })
  return files.map((file) => path.normalize(file))
}

/** An article as it stands on disk, or why it can't be read; `limit` where a rule has the words for that. */
export type ReadResult = {readonly text: string} | {readonly reason: string; readonly limit?: LimitFault}

/** Reads an article. Never opens a pipe or device: that could wait for ever. */
export function readArticle(file: string): ReadResult {
  try {
    const stats = statSync(file)
    if (stats.isDirectory()) readdirSync(file)
    if (!stats.isFile()) return {reason: 'is not a regular file'}
    if (stats.size > maxBytes) return tooLarge(stats.size)
    // The linter works on one article at a time, so waiting for the disk costs less than four turns of the event loop.
    return decodeArticle(readFileSync(file))
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return {reason: 'is gone: it was deleted during the run'}
    return {
      reason: code === 'EACCES' || code === 'EPERM' ? 'may not be read: check its permissions' : message
    }
  }
}

/** The text of an article; its byte order mark stays. Only UTF-8: a guess would be written back by a fix. */
export function decodeArticle(bytes: Buffer): ReadResult {
  if (bytes.length > maxBytes) return tooLarge(bytes.length)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return {reason: 'is UTF-16, expected UTF-8: save it as UTF-8'}
  }
  if (bytes.includes(0)) return {reason: 'holds NUL bytes, expected text: it is binary or UTF-16'}
  if (!isUtf8(bytes)) return {reason: 'is not valid UTF-8: save it as UTF-8'}
  return {text: bytes.toString('utf8')}
}

function tooLarge(bytes: number): ReadResult {
  const most = maxBytes / 1024 / 1024
  const reason = `has ${(bytes / 1024 / 1024).toFixed(1)} MB, expected an article of at most ${most} MB`
  return {reason, limit: new LimitFault('article-too-large', {bytes, most: maxBytes}, reason)}
}

/** Reads the globs of an ignore file, in the syntax of .gitignore. Throws `UsageError`. */
export function readIgnoreFile(file: string, shown: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)
  } catch (error) {
    throw new UsageError(`the ignore file \`${shown}\` can't be read: ${reasonOf(error)}`)
  }
}
