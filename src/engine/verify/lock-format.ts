import type {PartVerdict, SourceRecord, StatementVerdict} from '../../sources/model.ts'
import {UsageError} from '../error.ts'
import {isObject} from '../shape.ts'
import {findJsonFault} from './json-fault.ts'
import {recordShape} from './lock-shape.ts'

/** Records of sources, by address. */
export type Records = Map<string, SourceRecord>

const version = 1

/** What is seen by nobody, or turns text around: it stands there as an escape, and is the same once it is read. */
const unseen =
  /[\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB]|\uD834[\uDD73-\uDD7A]|\uDB40[\uDC00-\uDFFF]/g

/** The text of a lock file: sorted by address, a line for each property, the same for the same records. */
export function formatRecords(records: Records): string {
  const sources = [...records.values()].sort((a, b) => compare(a.url, b.url)).map(inOrder)
  const json = JSON.stringify({version, sources}, null, 2)
  return `${json.replace(unseen, escaped)}\n`
}

function escaped(text: string): string {
  return text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

function inOrder(record: SourceRecord): object {
  const sorted: SourceRecord = {
    ...record,
    statements: [...record.statements].sort((a, b) => compare(a.text, b.text)).map(statementInOrder),
    ...(record.fragments ? {fragments: [...record.fragments].sort()} : {}),
    ...(record.missingAnchors ? {missingAnchors: [...record.missingAnchors].sort()} : {}),
    ...(record.lost ? {lost: [...record.lost].sort((a, b) => compare(a.text, b.text)).map(lostInOrder)} : {})
  }
  // What is undefined, JSON leaves out.
  return Object.fromEntries(Object.keys(recordShape).map((key) => [key, sorted[key as keyof SourceRecord]]))
}

function statementInOrder({
  text,
  figures,
  quotations,
  unclear,
  isElsewhere
}: StatementVerdict): object & StatementVerdict {
  const parts = {figures: figures.map(partInOrder), quotations: quotations.map(partInOrder)}
  return {text, ...parts, ...(unclear ? {unclear} : {}), ...(isElsewhere ? {isElsewhere} : {})}
}

function partInOrder({text, verdict, closest, passage}: PartVerdict): PartVerdict {
  return {text, verdict, ...(closest ? {closest} : {}), ...(passage ? {passage} : {})}
}

function lostInOrder({text, on}: {readonly text: string; readonly on: string}) {
  return {text, on}
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Reads the text of a lock file. Of two records of one address, as after a merge by hand, the later one holds.
 * Throws `UsageError` with the place, where there is one.
 */
export function parseRecords(text: string, shown: string): Records {
  const merge = /^<{7} /m.exec(text)
  if (merge) {
    const way = 'keep either side, take out the marks of git, and run `articlelint verify`'
    throw new UsageError(
      `${placeOf(text, merge.index, shown)}: Unexpected merge conflict, expected JSON: ${way}`
    )
  }
  const value = parse(text, shown)
  if (!isObject(value) || !('version' in (value as object)) || !('sources' in (value as object)))
    throw new UsageError(
      `\`${shown}\` is no lock file of sources, expected \`version\` and \`sources\`: name another file with --sources-file, or move it away`
    )
  const file = value as {readonly version: unknown; readonly sources: unknown}
  if (file.version !== version) {
    // Nested deeply enough, a list has no text.
    const found =
      isObject(file.version) || Array.isArray(file.version) ? 'of no number' : String(file.version)
    throw new UsageError(
      `\`${shown}\` has version ${found.slice(0, 20)}, expected ${version}: use the articlelint that wrote it`
    )
  }
  if (!Array.isArray(file.sources)) throw broken(shown, 'expected a list as `sources`')
  const records: Records = new Map()
  for (const [index, source] of (file.sources as readonly unknown[]).entries()) {
    const fault = faultOf(source)
    if (fault !== undefined) throw broken(placeOfRecord(text, source, index, shown), fault)
    const record = source as SourceRecord
    const known = records.get(record.url)
    if (!known || known.fetched <= record.fetched) records.set(record.url, record)
  }
  return records
}

function parse(text: string, shown: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw broken(placeOf(text, findJsonFault(text), shown), 'which is no JSON')
  }
}

/** What is wrong with a record. */
function faultOf(source: unknown): string | undefined {
  if (!isObject(source)) return 'expected an object for each source'
  const foreign = Object.keys(source as object).find((key) => !Object.hasOwn(recordShape, key))
  if (foreign !== undefined) return `unexpected \`${foreign.slice(0, 40)}\` of a source`
  const wrong = Object.entries(recordShape).find(
    ([key, check]) => !check((source as Readonly<Record<string, unknown>>)[key])
  )
  return wrong && `unexpected \`${wrong[0]}\` of a source`
}

function broken(place: string, fault: string): UsageError {
  return new UsageError(
    `${place}: Unexpected content of the lock file of sources, ${fault}: take it back from git, or move it away and run \`articlelint verify\``
  )
}

function placeOf(text: string, offset: number, shown: string): string {
  const before = text.slice(0, offset).split('\n')
  return `${shown}:${before.length}:${(before.at(-1) as string).length + 1}`
}

/** Where its address stands, as we write it. */
function placeOfRecord(text: string, source: unknown, index: number, shown: string): string {
  const url = isObject(source) ? (source as {readonly url?: unknown}).url : undefined
  const at = typeof url === 'string' ? text.indexOf(JSON.stringify(url)) : -1
  return at < 0 ? `${shown}: source ${index + 1}` : placeOf(text, at, shown)
}
