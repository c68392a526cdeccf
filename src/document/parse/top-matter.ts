import type {Range} from '../model.ts'
import type {YamlEntry} from './plain-yaml.ts'

/** Keys of Pelican and MultiMarkdown, as they stand at the top without fences. */
const headerKeys = new Set(
  `title subtitle date author authors category tags slug summary modified status lang language keywords template save_as url
  description layout copyright affiliation email css permalink series`.split(/\s+/)
)

const header = /^([A-Za-z][\w -]{0,30}):[ \t]+\S/
const definition = /^@def[ \t]+\w+[ \t]*=/

/** A line between the fences: a key, an item of a list, what goes on with one, a comment. */
const yamlLine = /^(?:[ \t]|-[ \t]|#|["']?[A-Za-z][\w .-]{0,60}["']?:(?:[ \t]|$)|$)/
/** Front matter is no longer than so many lines. */
const mostLines = 200

/** Front matter below blank lines, which Hugo takes and Markdown does not: with its fences. */
export function findLateMatter(text: string): Range | undefined {
  const first = /^\s*[\r\n](?=---[ \t]*[\r\n]{1,2}[A-Za-z][\w-]*:)/.exec(text)?.[0].length
  return first === undefined ? undefined : readFences(text, first)
}

const firstMatter = /^---[ \t]*[\r\n]/
const closing = /[\r\n]---[ \t]*(?=[\r\n])/g
const secondMatter = /\s*(?=---[ \t]*[\r\n]{1,2}[A-Za-z][\w-]*:)/y

/** A second block right below the front matter, with a title of its own: a generator reads the first one, and shows this. */
export function findSecondMatter(text: string): Range | undefined {
  if (!firstMatter.test(text)) return undefined
  closing.lastIndex = 3
  if (!closing.test(text)) return undefined
  const after = nextLine(text, closing.lastIndex)
  secondMatter.lastIndex = after
  if (!secondMatter.test(text)) return undefined
  const first = secondMatter.lastIndex
  const found = readFences(text, first)
  if (!found) return undefined
  const block = text.slice(...found)
  // “Note: this was written in May.” between two rules is text.
  if (!/^(?:title|layout):/m.test(block) || (block.match(/^[A-Za-z][\w-]*:/gm)?.length ?? 0) < 2)
    return undefined
  const mark = text.indexOf('\uFEFF', after)
  return [mark < 0 ? first : Math.min(mark, first), found[1]]
}

/** From one fence to the next, with fields between them. */
function readFences(text: string, first: number): Range | undefined {
  let at = nextLine(text, lineEnd(text, first))
  for (let count = 0; at < text.length && count < mostLines; count++) {
    const stop = lineEnd(text, at)
    const line = text.slice(at, stop).trimEnd()
    if (line === '---') return [first, at + 3]
    if (!yamlLine.test(line)) return undefined
    at = nextLine(text, stop)
  }
  return undefined
}

/** Metadata at the very top that no fence marks: `@def title = "…"` of Franklin, `Title: …` of Pelican and MultiMarkdown. */
export function findTopMatter(text: string): Range | undefined {
  const first = /^\s*/.exec(text)?.[0].length ?? 0
  if (text.startsWith('@def', first)) return findDefinitions(text, first)
  return /^title:[ \t]/i.test(text.slice(first, first + 7)) ? findHeader(text, first) : undefined
}

/** Definitions stand on lines of their own, with blank ones between, and a string in three quotes runs on. */
function findDefinitions(text: string, from: number): Range | undefined {
  let end = from
  for (let at = from; at < text.length; ) {
    let stop = lineEnd(text, at)
    const line = text.slice(at, stop)
    if (definition.test(line)) {
      const quotes = at + line.indexOf('"""')
      const closing = quotes < at ? -1 : text.indexOf('"""', quotes + 3)
      if (closing >= 0) stop = lineEnd(text, closing)
      end = stop
    } else if (line.trim() !== '') break
    at = nextLine(text, stop)
  }
  return end === from ? undefined : [from, end]
}

/** Lines up to the first blank one, all of them fields or going on with one; a single field may be a line of the text. */
function findHeader(text: string, from: number): Range | undefined {
  let known = 0
  let end = from
  for (let at = from; at < text.length; at = nextLine(text, end)) {
    const stop = lineEnd(text, at)
    const line = text.slice(at, stop)
    if (line.trim() === '') break
    const key = header.exec(line)?.[1]?.toLowerCase()
    if (key !== undefined && headerKeys.has(key)) known++
    else if (key === undefined && !(/^[ \t]/.test(line) || /^[A-Za-z][\w -]{0,30}:[ \t]*$/.test(line))) return
    end = stop
  }
  return known > 1 ? [from, end] : undefined
}

function lineEnd(text: string, from: number): number {
  const end = /[\r\n]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

function nextLine(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1)
}

const field = /^(?:@def[ \t]+)?("?)([\w-]+)\1[ \t]*=[ \t]*(?=\S)|^([A-Za-z][\w -]*):[ \t]+(?=\S)/

/** Strings, lists of them and dates of TOML, of definitions and of header lines, by their key; keys of tables are left out. */
export function readTopMatter(source: string, [from, to]: Range): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>()
  for (let at = from; at < to; ) {
    const stop = Math.min(lineEnd(source, at), to)
    const line = source.slice(at, stop).trimEnd()
    if (/^\[/.test(line)) break
    const match = field.exec(line)
    let end = stop
    if (match) {
      const key = (match[2] ?? match[3] ?? '').toLowerCase()
      const begin = at + match[0].length
      const opening = source.slice(begin, begin + 3)
      const long = opening === '"""' || opening === "'''" ? source.indexOf(opening, begin + 3) : -1
      if (long >= 0 && long < to) end = Math.min(lineEnd(source, long), to)
      const range: Range = [begin, long >= 0 && long < to ? long + 3 : at + line.length]
      if (!entries.has(key))
        entries.set(key, {value: readValue(source.slice(...range), match[3] !== undefined), range})
    }
    at = nextLine(source, end)
  }
  return entries
}

function readValue(text: string, isHeader: boolean): unknown {
  if (isHeader) return text.trim()
  const quotes = ['"""', "'''", '"', "'"].find((mark) => text.startsWith(mark))
  if (quotes !== undefined) {
    const end = text.indexOf(quotes, quotes.length)
    const inner = text.slice(quotes.length, end)
    if (end < 0 || !/^\s*(?:#|$)/.test(text.slice(end + quotes.length))) return undefined
    // A quotation mark that is escaped ends no string.
    return quotes.startsWith('"') && inner.includes('\\') ? undefined : inner.trim()
  }
  if (text === 'true' || text === 'false') return text === 'true'
  if (text.startsWith('[')) {
    const items = [...text.matchAll(/"([^"\\]*)"|'([^']*)'/g)]
    return text.endsWith(']') && items.length > 0 ? items.map(([, one, other]) => one ?? other) : undefined
  }
  return /^[\d.:TZ+-]+$/.test(text) ? text : undefined
}
