import type {Root} from 'mdast'
import type {Frontmatter, Range} from './model.ts'

/** Front matter past this size or nesting is recognised but not read: it is never needed and can be a bomb. */
const maxSize = 64 * 1024
const maxDepth = 64

/** A value that YAML reads as the very characters it is written with: a plain or quoted string on one line. */
const plainValue = /^(?:[\p{L}\p{N}][^#:\\{}[\]*|>@`]*|"[^"\\]*"|'[^']*')$/u

/** `2025-05-03T16:00:00Z`, `2025-05-03 09:00 +0200`: YAML 1.2 has no type for it. */
const timestamp = /^\d{4}-\d\d-\d\d[T ]\d\d?:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d?(?::?\d\d)?))?$/

/** A list longer than this is left to YAML. */
const mostItems = 39

/** The value of a key, and where it stands in the block. */
export interface YamlEntry {
  readonly value: unknown
  readonly range: Range | undefined
}

/** Reads a block of YAML, a mapping: its top-level keys. None when it can't be read. */
export type YamlReader = (block: string) => ReadonlyMap<string, YamlEntry>

/** The YAML block at the top; TOML is recognised, not read. A block that YAML can't read has no values. */
export function readFrontmatter(
  tree: Root,
  source: string,
  readYaml: YamlReader | undefined
): Frontmatter | undefined {
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
  const value = node.value.includes('\r') ? node.value.replace(/\r(?!\n)/g, '\n') : node.value
  const start = source.indexOf(value.slice(0, 1), source.startsWith('\r\n', 3) ? range[0] + 5 : range[0] + 4)
  let parsed: ReadonlyMap<string, YamlEntry> | undefined
  // Several rules ask for the same few keys.
  const known = new Map<string, YamlEntry | undefined>()
  const read = (key: string): YamlEntry | undefined => {
    const simple = readSimple(value, key)
    if (simple === 'missing') return undefined
    if (simple) return simple
    parsed ??= readYaml?.(value) ?? new Map()
    return parsed.get(key)
  }
  const entry = (key: string): YamlEntry | undefined => {
    if (!known.has(key)) known.set(key, read(key))
    return known.get(key)
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
function readSimple(block: string, key: string): YamlEntry | 'missing' | undefined {
  const at = block.startsWith(`${key}:`) ? 0 : block.indexOf(`\n${key}:`) + 1
  if (at === 0 && !block.startsWith(`${key}:`)) return mayHide(block, key) ? undefined : 'missing'
  const end = lineEnd(block, at)
  const first = lineOf(block, at + key.length + 1, end)
  const rest = first.trim()
  if (rest !== '') {
    if (/^[ \t]+\S|^- /.test(lineOf(block, end + 1, lineEnd(block, end + 1)))) return undefined
    const value = unquote(rest) ?? readFlow(rest)
    const from = at + key.length + 1 + first.indexOf(rest)
    return value === undefined ? undefined : {value, range: [from, from + rest.length]}
  }
  return readItems(block, end)
}

/** The plain items below a key whose line ends at `end`. */
function readItems(block: string, end: number): YamlEntry | undefined {
  const items: Scalar[] = []
  const first = block.indexOf('-', end)
  let stop = end
  while (stop < block.length && items.length < mostItems) {
    const start = stop + 1
    stop = lineEnd(block, start)
    const line = lineOf(block, start, stop)
    const item = /^ *- +(.*?) *$/.exec(line)?.[1]
    if (item === undefined)
      return /^\S|^$/.test(line) && items.length > 0 ? {value: items, range: undefined} : undefined
    const value = unquote(item)
    if (value === undefined) return undefined
    items.push(value)
  }
  if (items.length === 0 || stop < block.length) return undefined
  return {value: items, range: [first, block.trimEnd().length]}
}

function lineEnd(block: string, from: number): number {
  const at = block.indexOf('\n', from)
  return at < 0 ? block.length : at
}

/** Without the carriage return before its end. */
function lineOf(block: string, start: number, end: number): string {
  return block.slice(start, block.charAt(end - 1) === '\r' ? end - 1 : end)
}

/** `[bread, "rye"]` with nothing in it that YAML would read in another way. */
function readFlow(text: string): Scalar[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined
  const inner = text.slice(1, -1)
  const items: Scalar[] = []
  for (const item of inner.trim() === '' ? [] : inner.split(',')) {
    const value = unquote(item.trim())
    if (value === undefined) return undefined
    items.push(value)
  }
  return items
}

/** The key may stand in another spelling: in a flow mapping, in quotes, before a blank and a colon. */
function mayHide(block: string, key: string): boolean {
  if (/^\s*[{?&!]/.test(block)) return true
  if (!block.includes(key)) return false
  return block.includes(`"${key}"`) || block.includes(`'${key}'`) || block.includes(`${key} :`)
}

type Scalar = string | number | boolean

/** A value as YAML 1.2 reads it, where that takes no more than to take off quotes; `null` and `yes` are left to it. */
function unquote(text: string): Scalar | undefined {
  if (!plainValue.test(text)) return timestamp.test(text) ? text : undefined
  if (/^["']/.test(text)) return text.slice(1, -1)
  if (/^(?:true|false)$/.test(text)) return text === 'true'
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text)
  if (/^\d{1,4}-\d\d?-\d{1,4}$/.test(text)) return text
  return /^\d|^(?:true|false|null|yes|no|on|off|~)$/i.test(text) ? undefined : text
}

/** Whether the front matter of an article holds more than `key: value` and lists of values, each on a line. */
export function needsYaml(text: string): boolean {
  const [, block] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (block === undefined) return /^\uFEFF?---/.test(text)
  let isList = false
  return block.split(/\r?\n/).some((line, index, lines) => {
    const item = isList ? /^ *- +(.*?) *$/.exec(line)?.[1] : undefined
    if (item !== undefined) return unquote(item) === undefined
    const value = /^[A-Za-z][\w-]*:(?: +(.*?))? *$/.exec(line)
    isList = value !== null && !value[1]
    if (!value) return true
    if (isList) return !/^ *- /.test(lines[index + 1] ?? '')
    return (unquote(value[1] ?? '') ?? readFlow(value[1] ?? '')) === undefined
  })
}

function isDeep(text: string): boolean {
  if (!text.includes('[') && !text.includes('{')) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    if (depth > maxDepth) return true
  }
  return false
}
