import {suggestion} from '../rule/closest.ts'
import {globProblem} from './globs.ts'

/** A value of a config with the offset where it starts; 0 where it stands in no text. */
export interface ConfigNode {
  readonly at: number
  readonly value: string | number | boolean | null | readonly ConfigNode[] | ReadonlyMap<string, ConfigEntry>
}

export interface ConfigEntry {
  /** Offset of the key. */
  readonly keyAt: number
  readonly node: ConfigNode
}

/** What is wrong with a config, and where; the reader turns the offset into a line and column. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly at: number

  constructor(at: number, reason: string) {
    super(reason)
    this.at = at
  }
}

export function readMap(
  node: ConfigNode,
  what: string,
  known?: readonly string[]
): ReadonlyMap<string, ConfigEntry> {
  if (!(node.value instanceof Map))
    throw new Fault(node.at, `Unexpected ${kindOf(node)} as ${what}, expected \`key: value\` pairs`)
  for (const [key, {keyAt}] of node.value) {
    if (known && !known.includes(key))
      throw new Fault(keyAt, `Unexpected key \`${key}\`${suggestion(key, known)}`)
  }
  return node.value
}

export function readList(node: ConfigNode, what: string): readonly ConfigNode[] {
  const list = listOf(node)
  if (list) return list
  throw new Fault(node.at, `Unexpected ${kindOf(node)} as ${what}, expected a list`)
}

export function listOf({value}: ConfigNode): readonly ConfigNode[] | undefined {
  return Array.isArray(value) ? value : undefined
}

export function readGlobs(node: ConfigNode | undefined, what: string): readonly string[] {
  if (!node) return []
  const list = typeof node.value === 'string' ? [node] : readList(node, what)
  return list.map((item) => {
    if (typeof item.value !== 'string' || item.value === '')
      throw new Fault(item.at, `Unexpected ${kindOf(item)} in ${what}, expected a glob`)
    const problem = globProblem(item.value)
    if (problem !== undefined) throw new Fault(item.at, problem)
    return item.value
  })
}

export function kindOf(node: ConfigNode): string {
  if (node.value instanceof Map) return 'object'
  return listOf(node) ? 'list' : `value ${JSON.stringify(node.value)}`
}

/** The value without places; objects have no prototype, as their keys come from outside. */
export function toPlain(node: ConfigNode): unknown {
  const {value} = node
  if (value instanceof Map) {
    const plain: Record<string, unknown> = Object.create(null)
    for (const [key, {node}] of value) plain[key] = toPlain(node)
    return plain
  }
  return listOf(node)?.map(toPlain) ?? value
}

const refused = ['__proto__', 'constructor', 'prototype']

/** Refuses keys that reach into prototypes, wherever a config or flag is read. */
export function checkKey(key: string, at: number): void {
  if (refused.includes(key)) throw new Fault(at, `Unexpected key \`${key}\`, expected a plain name`)
}

const maxDepth = 64

/**
 * A plain value, of a flag, a code config or the API, as a config node without places. Throws a `Fault` for what JSON
 * has no word for.
 */
export function toNode(value: unknown, depth = 0): ConfigNode {
  if (depth > maxDepth)
    throw new Fault(0, `Unexpected nesting of more than ${maxDepth} levels, expected a config`)
  if (Array.isArray(value)) return {at: 0, value: value.map((item) => toNode(item, depth + 1))}
  if (isPlainObject(value)) {
    const entries = new Map<string, ConfigEntry>()
    for (const [key, inner] of Object.entries(value)) {
      checkKey(key, 0)
      // `{language: undefined}` is how code leaves a key out.
      if (inner !== undefined) entries.set(key, {keyAt: 0, node: toNode(inner, depth + 1)})
    }
    return {at: 0, value: entries}
  }
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return {at: 0, value}
  }
  const kind = typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value
  throw new Fault(0, `Unexpected ${kind}, expected text, a number, a list or \`key: value\` pairs`)
}

/** Of any realm: an object whose prototype is the last one. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
