import {randomBytes} from 'node:crypto'
import * as nodeFs from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** The part of `node:fs/promises` that writing needs. */
export type WriteFs = Pick<typeof nodeFs, 'realpath' | 'stat' | 'readFile' | 'open' | 'rename' | 'unlink'>
type Handle = Awaited<ReturnType<WriteFs['open']>>

/**
 * Replaces the text of a file so that at every moment either the old or the new text stands there, whole.
 * Mode, owner and symbolic links stay; a hard link becomes a file of its own.
 *
 * @param expected the text the file was read as, with its byte order mark; the file must still hold just that
 * @throws an Error that says what could not be done, where, and the way out; the old text stands then,
 *   unless the message says otherwise
 */
export async function writeFileAtomic(
  path: string,
  text: string,
  {expected}: {readonly expected: string},
  fs: WriteFs = nodeFs
): Promise<void> {
  const bytes = Buffer.from(text)
  if (bytes.toString() !== text) {
    throw new Error(
      `Cannot write \`${path}\`: the new text is not valid Unicode, report this as a bug of the rule`
    )
  }
  const target = await attempt(path, 'find', () => fs.realpath(path))
  const stat = await attempt(path, 'read', () => fs.stat(target))
  if (!stat.isFile())
    throw new Error(`Cannot write \`${path}\`: it is not a regular file, lint it without \`--fix\``)
  const wanted = Buffer.from(expected)
  await refuseChanged(path, target, wanted, fs)

  const temporary = join(dirname(target), `.articlelint-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  const handle = await attempt(path, 'create a temporary file beside', () => fs.open(temporary, 'wx', 0o600))
  let isOpen = true
  try {
    await attempt(path, 'write a copy of', () => writeAll(handle, bytes))
    await attempt(path, 'keep the owner of', () => keepOwner(handle, stat))
    await attempt(path, 'keep the mode of', () => handle.chmod(stat.mode & 0o7777))
    await attempt(path, 'save', () => handle.sync())
    isOpen = false
    await attempt(path, 'save', () => handle.close())
    await refuseChanged(path, target, wanted, fs)
    await attempt(path, 'replace', () => fs.rename(temporary, target))
  } catch (error) {
    if (isOpen) await handle.close().catch(() => {})
    await fs.unlink(temporary).catch(() => {})
    throw error
  }
  await syncFolder(path, dirname(target), fs)
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
    throw new Error(
      `The new text of \`${path}\` was written, but may not last: the disk reports an error, check it`,
      {cause: error}
    )
  }
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'permission denied, change the rights of the file and its folder',
  EPERM: 'permission denied, change the rights of the file and its folder',
  EROFS: 'the disk is read-only, copy the file to another one',
  ENOSPC: 'no space left on the disk, free some',
  EDQUOT: 'the disk quota is used up, free some space',
  EIO: 'the disk reports an error, check it',
  ENOENT: 'it is gone, check the path',
  ENOTDIR: 'it is gone, check the path',
  ELOOP: 'its symbolic links form a loop, correct them',
  EBUSY: 'another program holds it, close that'
}

async function attempt<Result>(path: string, what: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    const remedy = remedies[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error))
    throw new Error(`Cannot ${what} \`${path}\`: ${remedy}`, {cause: error})
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
