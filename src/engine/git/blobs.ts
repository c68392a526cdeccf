import {decodeArticle, type ReadResult} from '../files.ts'
import type {Repository} from './git.ts'
import type {RawChange} from './patch.ts'

/** Reads files as git stores them, by the path in the repository, with one process for all. */
export async function readBlobs(
  repository: Repository,
  changes: readonly RawChange[]
): Promise<ReadonlyMap<string, ReadResult>> {
  const found = new Map<string, ReadResult>()
  if (changes.length === 0) return found
  let next = 0
  let waiting: Buffer = Buffer.alloc(0)
  let content: {pieces: Buffer[]; left: number} | undefined
  await repository.stream(
    ['cat-file', '--batch'],
    (piece) => {
      waiting = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece
      while (waiting.length > 0) {
        if (!content) {
          // `<blob> blob <size>`, or `<blob> missing`.
          const end = waiting.indexOf(10)
          if (end < 0) return
          const [, type, size] = waiting.toString('latin1', 0, end).split(' ')
          waiting = waiting.subarray(end + 1)
          if (type === 'blob') content = {pieces: [], left: Number(size) + 1}
          else next++
        } else {
          const taken = waiting.subarray(0, content.left)
          content.pieces.push(taken)
          content.left -= taken.length
          waiting = waiting.subarray(taken.length)
          if (content.left > 0) return
          const bytes = Buffer.concat(content.pieces)
          const change = changes[next++]
          if (change) found.set(change.path, decodeArticle(bytes.subarray(0, -1)))
          content = undefined
        }
      }
    },
    changes.map(({blob}) => `${blob}\n`).join('')
  )
  return found
}
