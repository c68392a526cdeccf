import {readFile, stat} from 'node:fs/promises'
import {reasonOf} from '../errno.ts'
import {UsageError} from '../error.ts'
import {writeWhole} from '../output-files.ts'
import {writeFileAtomic} from '../write.ts'
import {parseSuppressions, type Suppressions} from './suppression-format.ts'

/** More than a site of a hundred thousand articles needs. */
const maxBytes = 64 * 1024 * 1024

/** A suppressions file as it was read. */
export interface SuppressionFile {
  readonly text: string
  readonly suppressions: Suppressions
}

/** What a missing file is answered with. */
export const howToMake = 'make one with --suppress-all, from the folder you lint in'

/** Nothing when there is no such file. Throws `UsageError` for one that can't be used. */
export async function readSuppressionFile(file: string, shown: string): Promise<SuppressionFile | undefined> {
  let text: string
  try {
    const stats = await stat(file)
    if (!stats.isFile()) throw new UsageError(`\`${shown}\` is no file, expected a suppressions file`)
    if (stats.size > maxBytes) {
      throw new UsageError(
        `\`${shown}\` has ${Math.ceil(stats.size / 1024 / 1024)} MB, expected a suppressions file of at most ${maxBytes / 1024 / 1024} MB: is it the right file?`
      )
    }
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new UsageError(`the suppressions file \`${shown}\` can't be read: ${reasonOf(error)}`)
  }
  return {text, suppressions: parseSuppressions(text, shown)}
}

/**
 * Writes a suppressions file so that at every moment the old or the new one stands there, whole. Throws `UsageError`.
 *
 * @param before what was read there; nothing when there was no file
 */
export async function writeSuppressionFile(
  file: string,
  text: string,
  before: string | undefined,
  shown: string
): Promise<void> {
  if (text === before) return
  try {
    if (before === undefined) await writeWhole(file, text)
    else await writeFileAtomic(file, text, {expected: before})
  } catch (error) {
    throw new UsageError(`the suppressions file \`${shown}\` can't be written: ${reasonOf(error)}`)
  }
}
