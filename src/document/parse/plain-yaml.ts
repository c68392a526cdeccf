import {lazy} from '../lazy.ts'
import type {Range} from '../model.ts'

/** A value that YAML reads as the very characters it is written with: a plain or quoted string on one line. */
const plainValue = lazy(() => /^(?:[\p{L}\p{N}][^#:\\{}[\]*|>@`]*|"[^"\\]*"|'[^']*')$/u)

/** `2025-05-03T16:00:00Z`, `2025-05-03 09:00 +0200`: YAML 1.2 has no type for it. */
const timestamp = /^\d{4}-\d\d-\d\d[T ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d?(?::?\d\d)?))?$/

/** An address of one word; elsewhere a colon may end a key. */
const address = /^https?:\/\/[^\s#'"]*[^\s#'":]$/

/** What YAML 1.2 takes for a number, and no other value that begins with a digit. */
const number = /^(?:0o[0-7]+|0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?)$/i

const pair = /^([A-Za-z][\w-]*): +(\S.*)$/

/** A list longer than this is left to YAML. */
const mostItems = 39

/** The value of a key, and where it stands in the block. */
export interface YamlEntry {
  readonly value: unknown
  readonly range: Range | undefined
}

/**
 * Most keys hold a string or a list of strings on plain lines, and parsing the block costs as much as a tenth of the
 * article. Nothing when YAML has to read it.
 */
export function readPlain(block: string, key: string): YamlEntry | 'missing' | undefined {
  const at = block.startsWith(`${key}:`) ? 0 : block.indexOf(`\n${key}:`) + 1
  if (at === 0 && !block.startsWith(`${key}:`)) return mayHide(block, key) ? undefined : 'missing'
  const end = lineEnd(block, at)
  const first = lineOf(block, at + key.length + 1, end)
  const rest = first.trim()
  if (rest === '') return readItems(block, end) ?? readMapping(block, end)
  const from = at + key.length + 1 + first.indexOf(rest)
  if (rest.startsWith('"') && !rest.includes('"', 1)) return readWrapped(block, from)
  if (isCarriedOn(block, end)) return undefined
  const value = unquote(rest) ?? readFlow(rest)
  return value === undefined ? undefined : {value, range: [from, from + rest.length]}
}

/** Whether the line below one that ends at `end` may belong to its value. */
function isCarriedOn(block: string, end: number): boolean {
  return /^[ \t]+\S|^- /.test(lineOf(block, end + 1, lineEnd(block, end + 1)))
}

/** A string in quotes that goes on over lines, from its first quote. */
function readWrapped(block: string, from: number): YamlEntry | undefined {
  const to = block.indexOf('"', from + 1)
  const text = block.slice(from + 1, to)
  if (to < 0 || text.includes('\\')) return undefined
  const end = lineEnd(block, to)
  if (block.slice(to + 1, end).trim() !== '' || isCarriedOn(block, end)) return undefined
  const lines = text.split('\n')
  // A blank line stands for a line end, and of a line without indent YAML makes what it can.
  if (lines.some((line, index) => line.trim() === '' || (index > 0 && !/^[ \t]/.test(line)))) return undefined
  const value = lines.map((line, index) => (index === 0 ? line.trimEnd() : line.trim())).join(' ')
  const tail = (/(?<![ \t])[ \t]*$/.exec(text) as RegExpExecArray)[0]
  return {value: value + tail, range: [from, to + 1]}
}

/** The plain items below a key whose line ends at `end`, or mappings of plain values. */
function readItems(block: string, end: number): YamlEntry | undefined {
  const items: (Scalar | Map<string, Scalar>)[] = []
  const first = block.indexOf('-', end)
  let mapping: Map<string, Scalar> | undefined
  let column = 0
  let stop = end
  while (stop < block.length && items.length < mostItems) {
    const start = stop + 1
    stop = lineEnd(block, start)
    const line = lineOf(block, start, stop)
    const {indent, dash, text} = readRow(line)
    if (dash === undefined && !(mapping && indent !== '' && text !== ''))
      return /^\S|^$/.test(line) && items.length > 0 ? {value: items, range: undefined} : undefined
    const entry = pair.exec(text)
    if (dash !== undefined) {
      if (items.length > 0 && indent.length !== first - end - 1) return undefined
      mapping = entry ? new Map() : undefined
      column = indent.length + dash.length
    } else if (!entry || indent.length !== column) return undefined
    const value = unquote(entry?.[2] ?? text)
    if (value === undefined) return undefined
    if (!mapping || !entry) items.push(value)
    else if (!add(mapping, entry[1] as string, value)) return undefined
    else if (dash !== undefined) items.push(mapping)
  }
  if (items.length === 0 || stop < block.length) return undefined
  return {value: items, range: [first, block.trimEnd().length]}
}

/** The plain values of a mapping below a key whose line ends at `end`. */
function readMapping(block: string, end: number): YamlEntry | undefined {
  const mapping = new Map<string, Scalar>()
  let depth = 0
  let last = end
  for (let stop = end; stop < block.length; ) {
    const start = stop + 1
    stop = lineEnd(block, start)
    const line = lineOf(block, start, stop)
    if (/^\S/.test(line)) break
    const {indent, dash, text} = readRow(line)
    const entry = pair.exec(text)
    const value = entry ? unquote(entry[2] as string) : undefined
    depth ||= indent.length
    if (!entry || value === undefined || dash !== undefined || indent.length !== depth) return undefined
    if (!add(mapping, entry[1] as string, value)) return undefined
    // Where another key follows, YAML counts the line end.
    last = stop < block.length ? stop + 1 : start + line.trimEnd().length
  }
  return mapping.size === 0 ? undefined : {value: mapping, range: [end + 1 + depth, last]}
}

interface Row {
  readonly indent: string
  /** With the blanks after it. */
  readonly dash: string | undefined
  readonly text: string
}

const strangeEnd = /[\r\u2028\u2029]/

/** A line of a list or a mapping: its indent, the dash of an item, the rest. */
function readRow(line: string): Row {
  if (strangeEnd.test(line)) return {indent: '', dash: undefined, text: ''}
  const indent = /^ */.exec(line)?.[0] ?? ''
  const rest = line.slice(indent.length)
  const dash = /^- +/.exec(rest)?.[0]
  return {indent, dash, text: withoutBlanks(rest.slice(dash?.length ?? 0))}
}

function withoutBlanks(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 0x20) end--
  return text.slice(0, end)
}

/** Whether a key was new. */
function add(mapping: Map<string, Scalar>, key: string, value: Scalar): boolean {
  if (mapping.has(key)) return false
  mapping.set(key, value)
  return true
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
  if (!plainValue().test(text)) return timestamp.test(text) || address.test(text) ? text : undefined
  if (/^["']/.test(text)) return text.slice(1, -1)
  if (/^(?:true|false)$/.test(text)) return text === 'true'
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text)
  return number.test(text) || /^(?:true|false|null|yes|no|on|off|~)$/i.test(text) ? undefined : text
}

/** Whether the front matter of an article holds more than `key: value` and lists of values, each on a line. */
export function needsYaml(text: string): boolean {
  const [, block] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (block === undefined) return /^\uFEFF?---/.test(text)
  let isList = false
  return block.split(/\r?\n/).some((line, index, lines) => {
    const item = isList ? readRow(line) : undefined
    if (item?.dash !== undefined) return unquote(item.text) === undefined
    const key = strangeEnd.test(line) ? undefined : /^[A-Za-z][\w-]*:(?= |$)/.exec(line)?.[0]
    if (key === undefined) return true
    const value = withoutBlanks(line.slice(key.length).replace(/^ +/, ''))
    isList = value === ''
    if (isList) return !/^ *- /.test(lines[index + 1] ?? '')
    return (unquote(value) ?? readFlow(value)) === undefined
  })
}
