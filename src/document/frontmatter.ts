import type {Root} from 'mdast'
import {LineCounter, isMap, isScalar, parseDocument} from 'yaml'
import type {Frontmatter, Range} from './model.ts'

/** Front matter past this size or nesting is recognised but not read: it is never needed and can be a bomb. */
const maxSize = 64 * 1024
const maxDepth = 64

/** The YAML block at the top; TOML is recognised, not read. A block that YAML can't read has no values. */
export function readFrontmatter(tree: Root, source: string): Frontmatter | undefined {
  const node = tree.children[0]
  if (!node || (node.type !== 'yaml' && (node.type as string) !== 'toml')) return undefined
  const range: Range = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  const value = 'value' in node ? node.value : ''
  if (node.type !== 'yaml' || value.length > maxSize || isDeep(value)) return {range, type: node.type === 'yaml' ? 'yaml' : 'toml', data: {}, rangeOf: () => undefined}
  const start = source.indexOf(value.split(/\r?\n/, 1)[0] ?? '', range[0] + 4)
  const document = parseDocument(value, {lineCounter: new LineCounter(), schema: 'core', uniqueKeys: false, logLevel: 'silent'})
  const data: Record<string, unknown> = Object.assign(Object.create(null), toPlain(document))
  const ranges = new Map<string, Range>()
  // A block with a small mistake still names the title; the rest of it is another tool's business.
  if (isMap(document.contents)) {
    for (const {key, value: item} of document.contents.items) {
      if (!isScalar(key)) continue
      const at = (item as {range?: [number, number, number]} | null)?.range
      if (at) ranges.set(String(key.value), [start + at[0], start + at[1]])
    }
  }
  return {range, type: 'yaml', data, rangeOf: (key) => ranges.get(key)}
}

function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  if (!isMap(document.contents)) return undefined
  try {
    return document.toJS({maxAliasCount: 100})
  } catch {
    // An alias bomb: yaml refuses to expand it.
    return undefined
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
