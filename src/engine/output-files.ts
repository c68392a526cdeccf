import {constants} from 'node:fs'
import {access, copyFile, link, lstat, mkdir, realpath, unlink, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {reasonOf} from './errno.ts'
import {UsageError} from './error.ts'

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
