import path from 'node:path'
import type {Format, Parser} from '../../document/model.ts'
import {ParserFailure} from '../../document/parse/fault.ts'
import type {YamlReader} from '../../document/parse/frontmatter.ts'
import {needsYaml} from '../../document/parse/plain-yaml.ts'
import {UsageError} from '../error.ts'

/** Those of a named extension; anything else is read as Markdown. */
const byExtension: Readonly<Record<string, Format>> = {
  '.mdx': 'mdx',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text'
}

const loaders: Readonly<Record<Format, () => Promise<Parser>>> = {
  markdown: loadRemark,
  mdx: async () => (await import('../../document/parse/mdx.ts')).mdx,
  html: async () => (await import('../../document/html/html.ts')).html,
  text: async () => (await import('../../document/parse/plain-text.ts')).plainText
}

export const parserNames: readonly ParserName[] = [
  'auto',
  'remark',
  'satteri',
  ...(Object.keys(loaders) as Format[])
]

/**
 * A format: what all articles are written in, whatever their extension. Or what reads those that are Markdown by their
 * extension: remark-parse, satteri, or (`auto`) satteri where it is installed.
 */
export type ParserName = Format | 'auto' | 'remark' | 'satteri'

/** What a file of that name is written in. */
export function formatOf(file: string): Format {
  return byExtension[path.extname(file).toLowerCase()] ?? 'markdown'
}

/** Other languages for articles, by the extension of their files: their marks would be taken for text, or for other marks. */
const foreign: Readonly<Record<string, string>> = {
  '.adoc': 'AsciiDoc',
  '.asciidoc': 'AsciiDoc',
  '.asc': 'AsciiDoc',
  '.rst': 'reStructuredText',
  '.tex': 'LaTeX',
  '.typ': 'Typst',
  '.org': 'Org',
  '.textile': 'Textile',
  '.mediawiki': 'wikitext',
  '.rtf': 'RTF',
  '.ipynb': 'a notebook'
}

/** The language that a file is written in, where no parser knows it and nobody says to read it as another one. */
export function foreignFormatOf(file: string, name: ParserName = 'remark'): string | undefined {
  return name === 'auto' || name === 'remark' || name === 'satteri'
    ? foreign[path.extname(file).toLowerCase()]
    : undefined
}

/**
 * Loads a parser, and only that one. By default the extension tells the format, and remark-parse reads Markdown. A `.txt`
 * file is read as Markdown, unless that would spoil it.
 *
 * @throws `UsageError` when satteri was asked for by name and can't be loaded
 */
export async function loadParser(name: ParserName = 'remark', file = ''): Promise<Parser> {
  if (name !== 'auto' && name !== 'remark' && name !== 'satteri') return loaders[name]()
  const format = formatOf(file)
  if (format !== 'markdown' && format !== 'text') return loaders[format]()
  const markdown = await loadMarkdown(name)
  return format === 'text' ? loadTextFile(markdown) : markdown
}

async function loadMarkdown(name: 'auto' | 'remark' | 'satteri'): Promise<Parser> {
  if (name === 'remark') return loadRemark()
  const found = await findSatteri()
  if ('parse' in found) return found
  if (name === 'auto') return loadRemark()
  throw new UsageError(
    `satteri can't be loaded: ${found.reason}; install it with \`npm install satteri\`, or use --parser remark`
  )
}

async function loadRemark(): Promise<Parser> {
  return (await import('../../document/parse/parse.ts')).markdown
}

async function loadTextFile(markdown: Parser): Promise<Parser> {
  return (await import('../../document/parse/plain-text.ts')).createTextFile(markdown)
}

let satteri: Promise<Parser | {readonly reason: string}> | undefined

function findSatteri(): Promise<Parser | {readonly reason: string}> {
  satteri ??= import('./satteri.ts')
    .then(({loadSatteri}) => loadSatteri())
    .catch((error: unknown) => ({reason: reasonOf(error)}))
  return satteri
}

/** The first line: the rest of it names files of ours, or the loader's advice. */
function reasonOf(error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
  if (isMissing) return 'it is not installed'
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.$/, '') ?? ''
}

/** Reads an article with its parser, and once more with remark-parse where that one gives up. */
export async function readWith<T>(parser: Parser, read: (parser: Parser) => T | Promise<T>): Promise<T> {
  try {
    return await read(parser)
  } catch (error) {
    if (!(error instanceof ParserFailure)) throw error
    const remark = await loadRemark()
    return await read(parser.choose ? await loadTextFile(remark) : remark)
  }
}

export function hasFrontmatter(text: string): boolean {
  return /^\uFEFF?---/.test(text)
}

let readYaml: YamlReader | undefined

/** What reads front matter that is more than plain lines; loading it takes as long as linting five articles. */
export async function loadYaml(): Promise<YamlReader> {
  readYaml ??= (await import('../../document/parse/yaml.ts')).readYaml
  return readYaml
}

/** The same, where it was loaded. */
export function loadedYaml(): YamlReader | undefined {
  return readYaml
}

/** The same, where an article has front matter of that kind. */
export async function loadYamlFor(text: string): Promise<YamlReader | undefined> {
  return needsYaml(text) ? loadYaml() : undefined
}
