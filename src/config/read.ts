import {isUtf8} from 'node:buffer'
import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'
import {ConfigError} from './error.ts'
import {
  type ConfigContent,
  type ConfigEntry,
  type ConfigNode,
  checkKey,
  Fault,
  readContent
} from './schema.ts'

const maxSize = 64 * 1024
const maxDepth = 64

/** A config file, checked, with the places of what it names. */
export interface ConfigFile extends ConfigContent {
  /** The error for something at an offset of the file. */
  fault(at: number, reason: string): ConfigError
}

/**
 * Reads a JSON, JSONC or YAML config, or the `articlelint` part of a `package.json`.
 *
 * @param shown the path as messages name it
 */
export async function readConfigFile(file: string, shown: string): Promise<ConfigFile> {
  const text = (await readLimited(file, shown)).replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const fault = (at: number, reason: string): ConfigError => {
    const {line, col} = lines.linePos(at)
    return new ConfigError(reason, {path: shown, line: Math.max(1, line), column: Math.max(1, col)})
  }
  const isJson = /\.jsonc?$/i.test(file)
  const deep = findDepth(text)
  if (deep !== undefined) {
    lines.addNewLine(0)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
    throw fault(deep, `Unexpected nesting of more than ${maxDepth} levels, expected a config`)
  }
  const document = parseDocument(isJson ? blankComments(text) : text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    logLevel: 'error'
  })
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem) throw fault(problem.pos[0], `Unreadable ${isJson ? 'JSON' : 'YAML'}: ${problem.message}`)
  try {
    const root = toConfigNode(document.contents)
    const isPackage = path.basename(file) === 'package.json'
    const part = isPackage && root.value instanceof Map ? root.value.get('articlelint')?.node : root
    return {...readContent(part && part.value !== null ? part : {at: 0, value: new Map()}), fault}
  } catch (error) {
    throw error instanceof Fault ? fault(error.at, error.message) : error
  }
}

async function readLimited(file: string, shown: string): Promise<string> {
  const fail = (reason: string): ConfigError => new ConfigError(reason, {path: shown})
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw fail(
      error.code === 'ENOENT'
        ? 'No such config file'
        : `Unreadable config file (${error.code ?? error.message})`
    )
  }
  const stats = await stat(file).catch(unreadable)
  if (!stats.isFile()) throw fail('Unexpected folder or device, expected a config file')
  if (stats.size > maxSize)
    throw fail(`Unexpected size of ${stats.size} bytes, expected a config of at most ${maxSize}`)
  const bytes = await readFile(file).catch(unreadable)
  if (!isUtf8(bytes)) throw fail('Unexpected bytes that are not UTF-8, expected a text file')
  return bytes.toString('utf8')
}

/**
 * Offset of the first place nested deeper than allowed. Looked for before parsing, as deep nesting can abort the
 * whole process inside the YAML parser.
 */
function findDepth(text: string): number | undefined {
  let depth = 0
  let indent = 0
  let inIndent = true
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
    // `- - - -` nests a level with every dash.
    if (char === '\n') indent = 0
    inIndent = char === '\n' || (inIndent && (char === ' ' || char === '-' || char === '?'))
    if (inIndent && char !== '\n') indent++
    if (depth > maxDepth || indent > 2 * maxDepth) return at
  }
  return undefined
}

/** JSON with its comments turned into blanks, so that offsets stay. */
function blankComments(text: string): string {
  let result = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') {
      at++
      while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
      continue
    }
    if (char !== '/') continue
    const isBlock = text[at + 1] === '*'
    if (!isBlock && text[at + 1] !== '/') continue
    const close = text.indexOf(isBlock ? '*/' : '\n', at + 2)
    const end = close === -1 ? text.length : isBlock ? close + 2 : close
    result += text.slice(from, at) + text.slice(at, end).replace(/[^\r\n]/g, ' ')
    from = end
    at = end - 1
  }
  return result + text.slice(from)
}

function toConfigNode(node: unknown): ConfigNode {
  const at = rangeStart(node)
  // An alias can stand for a tree of any size.
  if (isAlias(node)) throw new Fault(at, 'Unexpected alias, expected the value itself')
  if (isSeq(node)) return {at, value: node.items.map(toConfigNode)}
  if (isMap(node)) {
    const entries = new Map<string, ConfigEntry>()
    for (const {key, value} of node.items) {
      const keyAt = rangeStart(key)
      if (!isScalar(key) || key.value === null)
        throw new Fault(keyAt, 'Unexpected key, expected a plain name')
      const name = String(key.value)
      checkKey(name, keyAt)
      entries.set(name, {keyAt, node: value === null ? {at: keyAt, value: null} : toConfigNode(value)})
    }
    return {at, value: entries}
  }
  const value = isScalar(node) ? node.value : null
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return {at, value}
  }
  throw new Fault(at, 'Unexpected value, expected text, a number, a list or `key: value` pairs')
}

function rangeStart(node: unknown): number {
  const range = (node as {range?: readonly number[] | null} | null)?.range
  return range?.[0] ?? 0
}
