import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {SessionArticle} from '../engine/session.ts'

/** What is linted: those of a known extension, and what the editor takes for a format that articles have. */
const extensions: ReadonlySet<string> = new Set(['.md', '.markdown', '.mdx', '.txt', '.html', '.htm'])

/** Extensions by the language that an editor names. Names differ: `gfm`, `Markdown`. */
const byLanguage: Readonly<Record<string, string>> = {
  markdown: '.md',
  gfm: '.md',
  'markdown.mdx': '.mdx',
  mdx: '.mdx',
  html: '.html',
  plaintext: '.txt',
  text: '.txt'
}

/** The article that an open document is; nothing where it is none: code, or a view that is no file. */
export function articleOf(uri: string, languageId: string, text: string): SessionArticle | undefined {
  const language = languageId.toLowerCase()
  const extension = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined
  if (uri.startsWith('untitled:')) {
    return extension === undefined ? undefined : {text, file: undefined, name: `untitled${extension}`}
  }
  const file = fileOf(uri)
  if (file === undefined) return undefined
  if (extensions.has(path.extname(file).toLowerCase())) return {text, file, name: file}
  // Editors call all kinds of files plain text: logs, lists, licences.
  return extension === undefined || extension === '.txt' ? undefined : {text, file, name: `x${extension}`}
}

/** The path of a `file:` URI; nothing for another one. */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** The innermost of some folders that a file lies in. */
export function folderOf(file: string, folders: readonly string[]): string | undefined {
  const around = folders.filter((folder) => {
    const relative = path.relative(folder, file)
    return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
  })
  return around.sort((a, b) => b.length - a.length)[0]
}
