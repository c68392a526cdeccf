import {constants} from 'node:fs'
import {access, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {reasonOf} from '../errno.ts'
import {UsageError} from '../error.ts'
import {writeWhole} from '../output-files.ts'
import {writeFileAtomic} from '../write.ts'
import {formatRecords, parseRecords, type Records} from './lock-format.ts'

/** More than ten thousand articles need. */
const maxBytes = 256 * 1024 * 1024

/** The file that keeps what is known of sources. */
export interface LockFile {
  /** As messages name it. */
  readonly shown: string
  /** Whether there was one. */
  readonly exists: boolean
  /** As they were read. */
  readonly records: Records
  /**
   * Puts these records into the file, and leaves alone what others wrote there of other addresses meanwhile. Writes
   * nothing where that changes nothing.
   *
   * @param removed addresses whose records go
   */
  write(changed: Records, removed?: ReadonlySet<string>): Promise<void>
}

/** Throws `UsageError` for a file that can't be used: it is never written over then. */
export async function openLockFile(file: string, shown: string, isWritten: boolean): Promise<LockFile> {
  const text = await read(file, shown)
  const records = text === undefined ? new Map() : parseRecords(text, shown)
  if (isWritten) await refuseUnwritable(text === undefined ? path.dirname(file) : file, shown)
  return {
    shown,
    exists: text !== undefined,
    records,
    async write(changed, removed) {
      // Another run may write too: once more, on top of what that one wrote.
      for (let tries = 3; ; tries--) {
        const before = await read(file, shown)
        const all = before === undefined ? new Map() : parseRecords(before, shown)
        for (const [url, record] of changed) all.set(url, record)
        for (const url of removed ?? []) all.delete(url)
        const after = formatRecords(all)
        if (after === before || (before === undefined && all.size === 0)) return
        try {
          if (before === undefined) await writeWhole(file, after)
          else await writeFileAtomic(file, after, {expected: before})
          return
        } catch (error) {
          if (tries > 0 && (await read(file, shown)) !== before) continue
          throw new UsageError(`the lock file of sources \`${shown}\` can't be written: ${reasonOf(error)}`)
        }
      }
    }
  }
}

async function read(file: string, shown: string): Promise<string | undefined> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) throw new UsageError(`\`${shown}\` is no file, expected a lock file of sources`)
    if (stats.size > maxBytes)
      throw new UsageError(
        `\`${shown}\` has ${Math.ceil(stats.size / 1024 / 1024)} MB, expected a lock file of sources of at most ${maxBytes / 1024 / 1024} MB: is it the right file?`
      )
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError(`the lock file of sources \`${shown}\` can't be read: ${reasonOf(error)}`)
  }
}

/** Better said before hundreds of pages are asked for than after. */
async function refuseUnwritable(target: string, shown: string): Promise<void> {
  try {
    await access(target, constants.W_OK)
  } catch (error) {
    // Folders that are missing are made.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new UsageError(
      `the lock file of sources \`${shown}\` can't be written: ${reasonOf(error)}; change its rights, name another one with --sources-file, or use --online=locked`
    )
  }
}
