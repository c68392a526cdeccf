import path from 'node:path'
import {needsYaml, type YamlReader} from '../document/frontmatter.ts'
import type {Format, Parser} from '../document/model.ts'

/** Those of a named extension; anything else is read as Markdown. */
const byExtension: Readonly<Record<string, Format>> = {
  '.mdx': 'mdx',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text'
}

const loaders: Readonly<Record<Format, () => Promise<Parser>>> = {
  markdown: async () => (await import('../document/parse.ts')).markdown,
  mdx: async () => (await import('../document/mdx.ts')).mdx,
  html: async () => (await import('../document/html.ts')).html,
  text: async () => (await import('../document/plain-text.ts')).plainText
}

export const parserNames = ['auto', ...Object.keys(loaders)] as readonly ParserName[]

/** `auto`: told by the extension of the file. */
export type ParserName = Format | 'auto'

/** What a file of that name is written in. */
export function formatOf(file: string): Format {
  return byExtension[path.extname(file).toLowerCase()] ?? 'markdown'
}

/** Loads a parser, and only that one. `auto` reads a `.txt` file as Markdown, unless that would spoil it. */
export async function loadParser(name: ParserName = 'auto', file = ''): Promise<Parser> {
  if (name !== 'auto') return loaders[name]()
  const format = formatOf(file)
  return format === 'text' ? (await import('../document/plain-text.ts')).textFile : loaders[format]()
}

export function hasFrontmatter(text: string): boolean {
  return /^\uFEFF?---/.test(text)
}

/** What reads the front matter of an article, where it has some that is more than plain lines. */
export async function loadYaml(text: string): Promise<YamlReader | undefined> {
  return needsYaml(text) ? (await import('../document/yaml.ts')).readYaml : undefined
}
