import {hash} from 'node:crypto'
import {readArticle} from './files.ts'

/** The text that was linted, or where it stands and what it was. */
export type Source = {readonly text: string} | {readonly file: string; readonly digest: string}

/** SHA-256 of a text, 64 hex digits. */
export function digestOf(text: string | Uint8Array): string {
  return hash('sha256', text)
}

/** The text that was linted; nothing when its file holds another one by now. */
export function readSource(source: Source): string | undefined {
  if ('text' in source) return source.text
  const read = readArticle(source.file)
  return 'text' in read && digestOf(read.text) === source.digest ? read.text : undefined
}
