import type {Root} from 'mdast'
import {lazy} from '../lazy.ts'
import type {Frontmatter} from '../model.ts'
import {rangeOf} from './node-range.ts'
import {readPlain, type YamlEntry} from './plain-yaml.ts'
import {readTopMatter} from './top-matter.ts'

/** Front matter past this size or nesting is recognised but not read: it is never needed and can be a bomb. */
const maxSize = 64 * 1024
const maxDepth = 64

/** Reads a block of YAML, a mapping: its top-level keys. None when it can't be read. */
export type YamlReader = (block: string) => ReadonlyMap<string, YamlEntry>

/** The metadata at the top. Of TOML the plain lines are read; a block that YAML can't read has no values. */
export function readFrontmatter(
  tree: Root,
  source: string,
  readYaml: YamlReader | undefined
): Frontmatter | undefined {
  const node = tree.children[0]
  if (!node || (node.type !== 'yaml' && (node.type as string) !== 'toml')) return undefined
  const range = rangeOf(node)
  const type = node.type === 'yaml' ? 'yaml' : 'toml'
  if (type === 'toml') {
    const entries = lazy(() => readTopMatter(source, range))
    return {range, type, get: (key) => entries().get(key)?.value, rangeOf: (key) => entries().get(key)?.range}
  }
  if (node.type !== 'yaml' || node.value.length > maxSize || isDeep(node.value))
    return {range, type, get: () => undefined, rangeOf: () => undefined}
  // YAML knows no line end of a carriage return alone.
  const value = node.value.includes('\r') ? node.value.replace(/\r(?!\n)/g, '\n') : node.value
  const start = source.indexOf(value.slice(0, 1), source.startsWith('\r\n', 3) ? range[0] + 5 : range[0] + 4)
  let parsed: ReadonlyMap<string, YamlEntry> | undefined
  // Several rules ask for the same few keys.
  const known = new Map<string, YamlEntry | undefined>()
  const read = (key: string): YamlEntry | undefined => {
    const simple = readPlain(value, key)
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
