import type {Root} from 'mdast'
import type {Frontmatter, Range} from './model.ts'

/** Front matter past this size or nesting is recognised but not read: it is never needed and can be a bomb. */
const maxSize = 64 * 1024
const maxDepth = 64

/** A value that YAML reads as the very characters it is written with: a plain or quoted string on one line. */
const plainValue = /^(?:[\p{L}\p{N}][^#:\\{}[\]*|>@`]*|"[^"\\]*"|'[^']*')$/u

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
  const value = node.value.replace(/\r(?!\n)/g, '\n')
  const start = source.indexOf(value.slice(0, 1), source.startsWith('\r\n', 3) ? range[0] + 5 : range[0] + 4)
  let parsed: ReadonlyMap<string, YamlEntry> | undefined
  const entry = (key: string): YamlEntry | undefined => {
    const simple = readSimple(value, key)
    if (simple === 'missing') return undefined
    if (simple) return simple
    parsed ??= readYaml?.(value) ?? new Map()
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
function readSimple(block: string, key: string): YamlEntry | 'missing' | undefined {
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
  const items: Scalar[] = []
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

type Scalar = string | number | boolean

/** A value as YAML 1.2 reads it, where that takes no more than to take off quotes; `null` and `yes` are left to it. */
function unquote(text: string): Scalar | undefined {
  if (!plainValue.test(text)) return undefined
  if (/^["']/.test(text)) return text.slice(1, -1)
  if (/^(?:true|false)$/.test(text)) return text === 'true'
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
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
    return isList ? !/^ *- /.test(lines[index + 1] ?? '') : unquote(value[1] ?? '') === undefined
  })
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
