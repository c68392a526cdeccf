import type {Root} from 'mdast'
import {isMap, isScalar, parseDocument} from 'yaml'
import type {Frontmatter, Range} from './model.ts'

/** Front matter past this size or nesting is recognised but not read: it is never needed and can be a bomb. */
const maxSize = 64 * 1024
const maxDepth = 64

/** A value that YAML reads as the very characters it is written with: a plain or quoted string on one line. */
const plainValue = /^(?:[\p{L}\p{N}][^#:\\"'{}[\],&*!|>%@`]*|"[^"\\]*"|'[^']*')$/u

interface Entry {
  readonly value: unknown
  readonly range: Range | undefined
}

/** The YAML block at the top; TOML is recognised, not read. A block that YAML can't read has no values. */
export function readFrontmatter(tree: Root, source: string): Frontmatter | undefined {
  const node = tree.children[0]
  if (!node || (node.type !== 'yaml' && (node.type as string) !== 'toml')) return undefined
  const range: Range = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  if (node.type !== 'yaml' || node.value.length > maxSize || isDeep(node.value)) {
    return {
      range,
      type: node.type === 'yaml' ? 'yaml' : 'toml',
      get: () => undefined,
      rangeOf: () => undefined
    }
  }
  // YAML knows no line end of a carriage return alone.
  const value = node.value.replace(/\r(?!\n)/g, '\n')
  const start = source.indexOf(value.slice(0, 1), source.startsWith('\r\n', 3) ? range[0] + 5 : range[0] + 4)
  let parsed: ReadonlyMap<string, Entry> | undefined
  const entry = (key: string): Entry | undefined => {
    const simple = readSimple(value, key)
    if (simple === 'missing') return undefined
    if (simple) return simple
    parsed ??= parseAll(value)
    return parsed.get(key)
  }
  return {
    range,
    type: 'yaml',
    get: (key) => entry(key)?.value,
    rangeOf(key) {
      const at = entry(key)?.range
      return at && [start + at[0], start + at[1]]
    }
  }
}

/**
 * Most keys hold a string or a list of strings on plain lines, and parsing the block costs as much as a tenth of the
 * article. Nothing when YAML has to read it.
 */
function readSimple(block: string, key: string): Entry | 'missing' | undefined {
  const at = block.startsWith(`${key}:`) ? 0 : block.indexOf(`\n${key}:`) + 1
  if (at === 0 && !block.startsWith(`${key}:`)) return mayHide(block, key) ? undefined : 'missing'
  const lines = block.slice(at).split(/\r?\n/, 40)
  const first = (lines[0] ?? '').slice(key.length + 1)
  const rest = first.trim()
  const isContinued = /^[ \t]+\S|^- /.test(lines[1] ?? '')
  if (rest !== '' && !isContinued) {
    const value = unquote(rest)
    const from = at + key.length + 1 + first.indexOf(rest)
    return value === undefined ? undefined : {value, range: [from, from + rest.length]}
  }
  if (rest !== '') return undefined
  const items: string[] = []
  for (const line of lines.slice(1)) {
    const item = /^ *- +(.*?) *$/.exec(line)?.[1]
    if (item === undefined)
      return /^\S|^$/.test(line) && items.length > 0 ? {value: items, range: undefined} : undefined
    const value = unquote(item)
    if (value === undefined) return undefined
    items.push(value)
  }
  return undefined
}

/** The key may stand in another spelling: in a flow mapping, in quotes, before a blank and a colon. */
function mayHide(block: string, key: string): boolean {
  return (
    /^\s*[{?&!]/.test(block) ||
    block.includes(`"${key}"`) ||
    block.includes(`'${key}'`) ||
    block.includes(`${key} :`)
  )
}

/** A string as YAML reads it, where that is the text between its quotes. Numbers, dates and words like `true` are none. */
function unquote(text: string): string | undefined {
  if (!plainValue.test(text)) return undefined
  if (/^["']/.test(text)) return text.slice(1, -1)
  return /^\d|^(?:true|false|null|yes|no|on|off|~)$/i.test(text) ? undefined : text
}

function parseAll(block: string): ReadonlyMap<string, Entry> {
  const document = parseDocument(block, {schema: 'core', uniqueKeys: false, logLevel: 'silent'})
  const entries = new Map<string, Entry>()
  // A block with a small mistake still names the title; the rest of it is another tool's business.
  if (!isMap(document.contents)) return entries
  const data = toPlain(document)
  for (const {key, value} of document.contents.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const at = (value as {range?: [number, number, number]} | null)?.range
    entries.set(name, {value: data.get(name), range: at && [at[0], at[1]]})
  }
  return entries
}

function toPlain(document: ReturnType<typeof parseDocument>): ReadonlyMap<unknown, unknown> {
  try {
    return document.toJS({maxAliasCount: 100, mapAsMap: true}) as Map<unknown, unknown>
  } catch {
    // An alias bomb: yaml refuses to expand it.
    return new Map()
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    if (depth > maxDepth) return true
  }
  return false
}
