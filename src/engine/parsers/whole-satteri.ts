import type {Parser} from '../../document/model.ts'
import {createSatteri, type MarkdownToMdast} from '../../document/parse/satteri.ts'

/** Loads the package as it is: of another version than the one whose trees we read, or with its fallback in WebAssembly. */
export async function loadWholeSatteri(): Promise<Parser> {
  const {markdownToMdast}: {markdownToMdast?: unknown} = await import('satteri')
  if (typeof markdownToMdast !== 'function') throw new Error('this version has no `markdownToMdast`')
  return createSatteri(markdownToMdast as MarkdownToMdast)
}
