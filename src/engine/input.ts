import {fstatSync} from 'node:fs'
import {UsageError} from './error.ts'
import {maxBytes} from './files.ts'

/**
 * Reads standard input, and no more of it than shows that it is too large: it may never end. Throws `UsageError` for a
 * folder, which Node takes for an empty one.
 */
export async function readStandardInput(input: AsyncIterable<unknown>): Promise<Buffer> {
  if (isFolder()) throw new UsageError('standard input is a folder: give it an article, or name the folder')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > maxBytes) break
  }
  return Buffer.concat(chunks)
}

function isFolder(): boolean {
  try {
    return fstatSync(0).isDirectory()
  } catch {
    return false
  }
}
