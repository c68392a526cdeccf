import {isAlias, isMap, isScalar, isSeq, parseDocument} from 'yaml'
import {findDeepYaml} from '../document/parse/yaml-depth.ts'
import {type ConfigEntry, type ConfigNode, checkKey, Fault} from './node.ts'

/**
 * Reads the text of a JSON, JSONC or YAML config, without a byte order mark. Throws a `Fault` for what can't be read and
 * for nesting, aliases and tags that a config has no use for.
 */
export function parseConfig(text: string, isJson: boolean): ConfigNode {
  const source = isJson ? blankComments(text) : text
  const deep = findDeepYaml(source)
  if (deep !== undefined)
    throw new Fault(deep, 'Unexpected nesting of more than 64 levels, expected a config')
  const document = parseDocument(source, {
    prettyErrors: false,
    schema: 'core',
    logLevel: 'error'
  })
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem) throw new Fault(problem.pos[0], `Unreadable ${isJson ? 'JSON' : 'YAML'}: ${problem.message}`)
  return toConfigNode(document.contents)
}

/**
 * The value of one key of a front matter block. What is wrong elsewhere in the block is another tool's business.
 * Throws a `Fault` for a value that can't be read.
 */
export function parseKey(block: string, name: string): ConfigNode | undefined {
  // A block nested too deep has no keys for the document model either.
  if (findDeepYaml(block) !== undefined) return undefined
  const document = parseDocument(block, {prettyErrors: false, schema: 'core', logLevel: 'error'})
  const items = isMap(document.contents) ? document.contents.items : []
  const [pair, second] = items.filter(({key}) => isScalar(key) && key.value === name)
  const [fault] = document.errors
  if (!pair && fault && isNamed(block, name))
    throw new Fault(fault.pos[0], `Unreadable YAML, so \`${name}\` is not read: ${fault.message}`)
  if (!pair) return undefined
  if (second) throw new Fault(rangeStart(second.key), `Unexpected second \`${name}\`, expected one`)
  const from = rangeStart(pair.key)
  const to = (pair.value as {range?: readonly number[] | null} | null)?.range?.[1] ?? from + name.length
  const problem = [...document.errors, ...document.warnings].find(
    ({pos, code}) => pos[0] > from && pos[0] <= to && code !== 'MULTIPLE_DOCS'
  )
  if (problem) throw new Fault(problem.pos[0], `Unreadable YAML: ${problem.message}`)
  return pair.value === null ? {at: from, value: null} : toConfigNode(pair.value)
}

/** Whether a line of the block begins as the key does, whatever YAML makes of it. */
export function isNamed(block: string, name: string): boolean {
  return `\n${block}`.includes(`\n${name}:`)
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
