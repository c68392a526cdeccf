import type {Parser} from '../document/model.ts'
import {createSatteri, type MarkdownToMdast} from '../document/satteri.ts'

/** Loads the native parser. Throws when it is not installed, or has no binary for this machine. */
export async function loadSatteri(): Promise<Parser> {
  const {markdownToMdast}: {markdownToMdast?: unknown} = await import('satteri')
  if (typeof markdownToMdast !== 'function') throw new Error('this version has no `markdownToMdast`')
  return createSatteri(markdownToMdast as MarkdownToMdast)
}
