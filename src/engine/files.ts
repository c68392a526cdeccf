import {isUtf8} from 'node:buffer'
import {constants, readdirSync, readFileSync, type Stats, statSync} from 'node:fs'
import {
  access,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  stat,
  unlink,
  writeFile
} from 'node:fs/promises'
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
    for (const {file, real} of await withRealPaths(files)) {
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
  readonly files: readonly string[]
  readonly skipped: number
}

async function expand(pattern: string, {cwd, isIgnored}: FindSettings): Promise<Expanded> {
  if (pattern === '') throw new UsageError('an empty file name: expected files, folders or globs')
  const named = path.resolve(cwd, pattern)
  const stats = await statOf(named)
  if (stats?.isDirectory()) return walk(named, isIgnored)
  if (stats || stats === null) return {files: [named], skipped: 0}
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
  const files: string[] = []
  let skipped = 0
  for (const file of hasExtension ? matched : matched.filter(isArticle)) {
    if (await isIgnored?.(file)) skipped++
    else files.push(file)
  }
  return {files, skipped}
}

/** The articles in a folder and below, without hidden ones; folders that are left out are not looked into. */
async function walk(root: string, isIgnored: FindSettings['isIgnored']): Promise<Expanded> {
  const files: string[] = []
  const linked: string[] = []
  const seen = new Set<string>()
  let skipped = 0
  const visit = async (folder: string): Promise<void> => {
    const real = await realpath(folder).catch(() => folder)
    if (seen.has(real)) return
    seen.add(real)
    const entries = await readdir(folder, {withFileTypes: true}).catch((error: NodeJS.ErrnoException) => {
      // Reading it as an article then says what is wrong with it.
      if (error.code !== 'ENOENT') files.push(folder)
      return []
    })
    for (const entry of entries) {
      const {name} = entry
      if (name.startsWith('.') || name === 'node_modules') continue
      const file = path.join(folder, name)
      const isLink = entry.isSymbolicLink()
      const kind = isLink ? await statOf(file) : entry
      const isFolder = kind?.isDirectory() === true
      if (!isFolder && !(kind?.isFile() && isArticle(name))) continue
      if (await isIgnored?.(isFolder ? `${file}${path.sep}` : file, root)) skipped++
      else if (!isFolder) files.push(file)
      else if (isLink) linked.push(file)
      else await visit(file)
    }
  }
  await visit(root)
  // Last, so that what is in a folder has its own name, not that of a link to it.
  for (let next = linked.shift(); next !== undefined; next = linked.shift()) await visit(next)
  return {files, skipped}
}

/** Nothing when the file does not exist, `null` when it can't be looked at. */
async function statOf(file: string): Promise<Stats | null | undefined> {
  return stat(file).catch((error: NodeJS.ErrnoException) =>
    ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '') ? undefined : null
  )
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

async function withRealPaths(files: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  const step = 64
  for (let at = 0; at < files.length; at += step) {
    const batch = files.slice(at, at + step)
    found.push(
      ...(await Promise.all(
        batch.map(async (file) => ({file, real: await realpath(file).catch(() => file)}))
      ))
    )
  }
  return found
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
export async function readIgnoreFile(file: string, shown: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/)
  } catch (error) {
    throw new UsageError(`the ignore file \`${shown}\` can't be read: ${reasonOf(error)}`)
  }
}

/** Writes a report, with the folders it needs; a report that stood there stays until the new one is whole. Throws `UsageError`. */
export async function writeReport(file: string, report: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), {recursive: true})
    await overwrite(file, report)
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    throw new UsageError(`the report \`${file}\` can't be written: ${reasonOf(cause)}`)
  }
}

async function overwrite(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const stats = await lstat(target).catch(() => undefined)
  // A pipe, a terminal, a link to nowhere; what the shell has open under such a name must stay that very file.
  if ((stats && !stats.isFile()) || /^\/(?:dev|proc)\//.test(file)) return writeFile(file, text)
  if (stats) await access(target, constants.W_OK)
  const {replaceFile} = await import('./write.ts')
  try {
    await replaceFile(file, Buffer.from(text), {target, stat: stats})
  } catch (error) {
    // A file that may be written in a folder that may not, or that is mounted by itself.
    const {code = ''} = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
    if (!stats || !['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code)) throw error
    await writeFile(file, text)
  }
}

/** Writes a file that must not exist yet. Throws `UsageError`. */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeWhole(file, text)
  } catch (error) {
    throw new UsageError(`\`${path.basename(file)}\` can't be written: ${reasonOf(error)}`)
  }
}

/** Writes a file that must not exist yet, with the folders it needs, so that it stands there whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const {temporaryBeside} = await import('./temporary.ts')
  await mkdir(path.dirname(file), {recursive: true})
  const temporary = temporaryBeside(file)
  try {
    await writeFile(temporary, text, {flag: 'wx', flush: true})
    // Unlike a new name, a second one never takes the place of a file. Some disks know none.
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error
      return copyFile(temporary, file, constants.COPYFILE_EXCL)
    })
  } finally {
    await unlink(temporary).catch(() => {})
  }
}
