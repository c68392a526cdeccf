import {isMap, isScalar, parseDocument} from 'yaml'
import type {YamlEntry} from './plain-yaml.ts'
import {findDeepYaml} from './yaml-depth.ts'

/** Reads front matter as YAML 1.2; a block with a small mistake still names the title. */
export function readYaml(block: string): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>()
  if (findDeepYaml(block) !== undefined) return entries
  const document = parseDocument(block, {
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent'
  })
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
