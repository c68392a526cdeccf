import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'

/** The page of a built-in rule, Markdown, as it comes with the package; nothing where it is missing. */
export async function readPage(ruleId: string): Promise<string | undefined> {
  const root = path.dirname(createRequire(import.meta.url).resolve('articlelint/package.json'))
  return readFile(path.join(root, 'rules', ruleId, 'README.md'), 'utf8').catch(() => undefined)
}
