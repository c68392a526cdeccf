import type {Message} from '../lint/message.ts'
import {escapeLine, withoutCommands} from './escape.ts'
import type {Reporter} from './index.ts'
import {linesOf} from './places.ts'
import {type QuotedLine, quote} from './quote.ts'
import {severityNames} from './severity.ts'
import {createSources, type Source} from './source.ts'
import {summarize} from './summary.ts'
import {wrap} from './wrap.ts'

const usualWidth = 80
/** Narrower, and words would stand under each other. */
const leastWidth = 40
/** Longer lines of prose are hard to read. */
const mostWidth = 110
/** Of the other places of a finding; the rest is named without its text. */
const mostQuoted = 3
/** What is expected instead may be a paragraph; this much tells which. */
const longestExpected = 200

interface Context {
  readonly width: number
  readonly paint: Paint
  readonly sourceOf: (path: string) => Source | undefined
  /** What was said before, and is not said again: notes, and addresses of rules. */
  readonly said: Set<string>
}

/** The report to read: each finding with its line, what is wrong in it marked, why, and what to do. */
export const pretty: Reporter = (files, options) => {
  const {color = false, width = usualWidth} = options
  const context: Context = {
    width: Math.min(Math.max(leastWidth, width), mostWidth),
    paint: createPaint(color),
    sourceOf: createSources(files),
    said: new Set()
  }
  const parts = files.flatMap(({path, messages}) =>
    messages.map((message) => show(message, path, context).join('\n'))
  )
  const report = [...parts, wrap(summarize(files, options), context.width).join('\n')].join('\n\n')
  return options.githubActions ? withoutCommands(report) : report
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan'
type Paint = (text: string, ...styles: readonly Style[]) => string

function createPaint(color: boolean): Paint {
  const codes = {bold: 1, dim: 2, red: 31, yellow: 33, blue: 34, cyan: 36} as const
  return (text, ...styles) =>
    color && text !== '' ? `\u001B[${styles.map((style) => codes[style]).join(';')}m${text}\u001B[0m` : text
}

const colors = {error: 'red', warn: 'yellow', info: 'blue'} as const

function show(message: Message, path: string, context: Context): readonly string[] {
  const {severity, line, column, ruleId, reason} = message
  const {width, paint} = context
  const place = `${escapeLine(path)}:${line}:${column}`
  const head = [
    paint(place, 'cyan'),
    paint(severityNames[severity], 'bold', colors[severity]),
    paint(escapeLine(ruleId), 'dim')
  ].join('  ')
  const tail = wordTail(message, context)
  const digits = digitsOf(message, path, context)
  return [
    head,
    ...wrap(escapeLine(reason), width).map((text) => paint(text, 'bold')),
    ...quotePlace(message, path, {mark: '^', style: colors[severity], digits}, context),
    ...quoteRelated(message, path, digits, context),
    ...(tail.length > 0 ? ['', ...tail] : [])
  ]
}

interface Mark {
  readonly mark: '^' | '-'
  readonly style: Style
  /** Of the longest line number in the message. */
  readonly digits: number
}

/** The lines of a place, what is marked under them, a blank line before; nothing without the text. */
function quotePlace(
  {start, end}: {readonly start: number; readonly end: number},
  path: string,
  {mark, style, digits}: Mark,
  {width, paint, sourceOf}: Context
): readonly string[] {
  const source = sourceOf(path)
  if (!source) return []
  const rule = paint('│', 'dim')
  const gutter = (text: string): string => paint(text.padStart(digits + 2), 'dim')
  const rows = (quoted: QuotedLine): readonly string[] => [
    `${gutter(`${quoted.number}`)} ${rule} ${quoted.text}`.trimEnd(),
    `${gutter('')} ${rule} ${' '.repeat(quoted.indent)}${paint(mark.repeat(quoted.length), style)}`
  ]
  const [first, last] = quote(source, start, end, width - digits - 5)
  if (!first) return []
  const between = last && last.number > first.number + 1 ? [`${gutter('⋮')}`] : []
  return ['', ...rows(first), ...between, ...(last ? rows(last) : [])]
}

function quoteRelated(
  {related = []}: Message,
  path: string,
  digits: number,
  context: Context
): readonly string[] {
  const {paint, width} = context
  return related.flatMap((place, index) => {
    const file = place.path === path && index >= mostQuoted ? '' : `${escapeLine(place.path)}:`
    const where = `${escapeLine(place.reason)}: ${file}${place.line}:${place.column}`
    const words = wrap(where, width - 2).map((line) => `  ${line}`)
    if (index >= mostQuoted) return words
    const quoted = quotePlace(place, place.path, {mark: '-', style: 'cyan', digits}, context)
    return ['', ...words.map((line) => paint(line, 'cyan')), ...quoted.slice(1)]
  })
}

/** One width for all line numbers of a message, so that its quotes stand under each other. */
function digitsOf({end, related = []}: Message, path: string, {sourceOf}: Context): number {
  const places = [{path, end}, ...related.slice(0, mostQuoted)]
  return Math.max(...places.map((place) => `${sourceOf(place.path)?.lineAt(place.end).number ?? 1}`.length))
}

/** Why, and the ways out. */
function wordTail(message: Message, {width, paint, said}: Context): readonly string[] {
  const {note, expected, fix, suggestions = [], url} = message
  const isNew = (text: string): boolean => {
    if (said.has(text)) return false
    said.add(text)
    return true
  }
  const indented = (text: string): readonly string[] =>
    wrap(text, width - 2).map((line) => (line === '' ? '' : `  ${line}`))
  const why = note !== undefined && isNew(note) ? linesOf(note) : []
  const ways = [
    ...(expected && expected.length > 0
      ? [`Expected: ${expected.map((text) => `\`${shorten(text)}\``).join(' or ')}`]
      : []),
    ...(fix ? ['Repaired by --fix'] : []),
    ...suggestions.map(({title}) => `Suggestion: ${title}`)
  ]
  const words = [...why, ...ways].flatMap((line) => indented(escapeLine(line)))
  // An address broken over two lines is none to click on.
  return isNew(url) ? [...words, paint(`  ${escapeLine(url)}`, 'dim')] : words
}

function shorten(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > longestExpected
    ? `${words.slice(0, longestExpected - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : words
}
