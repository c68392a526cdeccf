import type {Stats} from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import {dirname, isAbsolute, relative} from 'node:path'
import {codeOf, reasonOf} from './errno.ts'
import {beforeSignal, remove, sweepFolder, temporaryBeside} from './temporary.ts'

/** The part of `node:fs/promises` that writing needs. */
export type WriteFs = Pick<
  typeof nodeFs,
  'realpath' | 'stat' | 'access' | 'readFile' | 'open' | 'rename' | 'unlink'
>
type Handle = Awaited<ReturnType<WriteFs['open']>>

/** What keeps a file from being written. */
export interface WriteLimits {
  /** The text the file was read as, with its byte order mark; the file must still hold just that. */
  readonly expected: string
  /** Folders, without links, that the file must be in once links are followed; by default it may be anywhere. */
  readonly roots?: readonly string[] | undefined
}

/** Thrown where the new text stands, and something else could not be done. */
export interface WrittenError extends Error {
  readonly isWritten: true
}

/**
 * Replaces the text of a file so that at every moment either the old or the new text stands there, whole.
 * Mode, owner and symbolic links stay; a hard link becomes a file of its own. A file that its user may not write is
 * left alone, whatever the rights of its folder.
 *
 * @throws an Error that says what could not be done, where, and the way out; the old text stands then,
 *   unless it is a `WrittenError`
 */
export async function writeFileAtomic(
  path: string,
  text: string,
  {expected, roots}: WriteLimits,
  fs: WriteFs = nodeFs
): Promise<void> {
  const bytes = Buffer.from(text)
  if (bytes.toString() !== text) {
    throw new Error(
      `Cannot write \`${path}\`: the new text is not valid Unicode, report this as a bug of the rule`
    )
  }
  const target = await attempt(path, 'find', () => fs.realpath(path))
  if (roots && !roots.some((root) => isIn(root, target))) {
    throw new Error(
      `Cannot write \`${path}\`: a symbolic link leads out of \`${roots[0]}\`, run again with \`${target}\` itself to fix it`
    )
  }
  const stat = await attempt(path, 'read', () => fs.stat(target))
  if (!stat.isFile())
    throw new Error(`Cannot write \`${path}\`: it is not a regular file, lint it without \`--fix\``)
  await attempt(path, 'write', () => fs.access(target, nodeFs.constants.W_OK))
  const wanted = Buffer.from(expected)
  const check = (): Promise<void> => refuseChanged(path, target, wanted, fs)
  await check()
  await replaceFile(path, bytes, {target, stat, check}, fs)
}

/**
 * Puts bytes in the place of a file, or where none is, so that they stand there whole or not at all.
 *
 * @param path as messages name it
 * @param place `target`: without links; `stat`: of the file that is replaced; `check`: throws where it must not be, any more
 */
export async function replaceFile(
  path: string,
  bytes: Buffer,
  place: {readonly target: string; readonly stat?: Stats | undefined; check?(): Promise<void>},
  fs: WriteFs = nodeFs
): Promise<void> {
  const {target, stat, check} = place
  sweepFolder(dirname(target))
  const temporary = temporaryBeside(target)
  const release = beforeSignal(() => remove(temporary))
  try {
    const handle = await attempt(path, 'create a temporary file beside', () =>
      fs.open(temporary, 'wx', stat ? 0o600 : 0o666)
    )
    let isOpen = true
    try {
      await attempt(path, 'write a copy of', () => writeAll(handle, bytes))
      if (stat) {
        await attempt(path, 'keep the owner of', () => keepOwner(handle, stat))
        await attempt(path, 'keep the mode of', () => handle.chmod(stat.mode & 0o7777))
      }
      await attempt(path, 'save', () => handle.sync())
      isOpen = false
      await attempt(path, 'save', () => handle.close())
      await check?.()
      await attempt(path, 'replace', () => fs.rename(temporary, target))
    } catch (error) {
      if (isOpen) await handle.close().catch(() => {})
      await fs.unlink(temporary).catch(() => {})
      throw error
    }
  } finally {
    release()
  }
  await syncFolder(path, dirname(target), fs)
}

function isIn(root: string, target: string): boolean {
  const way = relative(root, target)
  return !isAbsolute(way) && !/^\.\.(?:[/\\]|$)/.test(way)
}

/** Bytes, not text: a file that is not valid UTF-8 never equals the text it was decoded to, and is left alone. */
async function refuseChanged(path: string, target: string, wanted: Buffer, fs: WriteFs): Promise<void> {
  const found = await attempt(path, 'read', () => fs.readFile(target))
  if (found.equals(wanted)) return
  throw new Error(
    `Cannot write \`${path}\`: it changed since it was read, or is not valid UTF-8; run again to fix what stands there now`
  )
}

async function writeAll(handle: Handle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const {bytesWritten} = await handle.write(bytes, at, bytes.length - at, at)
    if (bytesWritten <= 0) throw Object.assign(new Error('nothing more was written'), {code: 'ENOSPC'})
    at += bytesWritten
  }
}

/** Only root may give a file away; for anyone else the file becomes their own. */
async function keepOwner(handle: Handle, {uid, gid}: {uid: number; gid: number}): Promise<void> {
  const own = await handle.stat()
  if (own.uid === uid && own.gid === gid) return
  try {
    await handle.chown(uid, gid)
  } catch (error) {
    if (process.getuid?.() === 0) throw error
    // Who shares the file by its group still does.
    if (own.gid !== gid) await handle.chown(own.uid, gid).catch(() => {})
  }
}

/** Makes the new name last through a power cut, where the system can do that for a folder. */
async function syncFolder(path: string, folder: string, fs: WriteFs): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (codeOf(error) !== 'EIO') return
    const reason = `The new text of \`${path}\` was written, but may not last: the disk reports an error, check it`
    throw Object.assign(new Error(reason, {cause: error}), {isWritten: true} satisfies Partial<WrittenError>)
  }
}

async function attempt<Result>(path: string, what: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw new Error(`Cannot ${what} \`${path}\`: ${reasonOf(error)}`, {cause: error})
  }
}
