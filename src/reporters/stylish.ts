import {VFile} from 'vfile'
import {reporter as reportFile} from 'vfile-reporter'
import {type Message, toVFileMessage} from '../lint/message.ts'
import {escapeLine, escapeLines, withoutCommands} from './escape.ts'
import type {ReportedFile, Reporter} from './index.ts'
import {linesOf, wordRelated} from './places.ts'
import {summarize} from './summary.ts'
import {columnsOf, wrap} from './wrap.ts'

/** Narrower, and words would stand under each other. */
const leastWidth = 40
/** Of what stands below a message. */
const indent = 4

interface Context {
  readonly color: boolean
  /** Columns of the terminal; in a pipe or file a message is one line. */
  readonly width: number
  /** That were said before, and are not said again. */
  readonly notes: Set<string>
}

/** The report for people: by file, a line per message, why under it, a summary at the end. */
export const stylish: Reporter = (files, options) => {
  const {color = false, width = Number.POSITIVE_INFINITY} = options
  const context: Context = {color, width: Math.max(leastWidth, width), notes: new Set()}
  const layoutOf = createLayouts(color)
  const spoken = files.filter((file) => file.messages.length > 0)
  const parts = spoken.map((file) => reportOne(file, layoutOf(file), context))
  const summary = wrap(summarize(files, options), context.width).join('\n')
  const report = [...parts, summary].join('\n\n')
  return options.githubActions ? withoutCommands(report) : report
}

/** Stand for the path of a file and the words of a message. */
const name = '\u{f8fe}'
const words = '\u{f8ff}'

/** How vfile-reporter writes a file. */
interface Layout {
  /** Columns of the places, to the longest one. */
  readonly width: number
  /** With `name` in it. */
  readonly title: string
  /** By severity what stands behind the place, with `words` in it. */
  readonly rows: ReadonlyMap<Message['severity'], string>
}

/**
 * vfile-reporter measures every cell anew, 0.17 ms a message: it lays out one message of each severity for all files
 * whose longest places are as long, and the others follow those.
 */
function createLayouts(color: boolean): (file: ReportedFile) => Layout {
  const known = new Map<string, Layout>()
  return ({messages}) => {
    const severities = new Set<Message['severity']>()
    let longest: Message | undefined
    let width = 0
    for (const message of messages) {
      severities.add(message.severity)
      const {length} = placeOf(message)
      if (length > width) [longest, width] = [message, length]
    }
    const key = `${width} ${[...severities].sort().join(' ')}`
    const layout = known.get(key) ?? createLayout(longest, width, [...severities], color)
    known.set(key, layout)
    return layout
  }
}

function createLayout(
  longest: Message | undefined,
  width: number,
  severities: readonly Message['severity'][],
  color: boolean
): Layout {
  const file = new VFile({path: name})
  file.messages = longest
    ? severities.map((severity, index) => {
        const line = toVFileMessage({...longest, severity, reason: words})
        // Columns of their own, padded to the longest reason, would wrap every line of an 80-column terminal.
        line.ruleId = undefined
        line.source = undefined
        // The other places are lines of the words.
        line.cause = undefined
        // vfile-reporter sorts by these, then by `localeCompare`, whose order differs from machine to machine.
        line.line = index
        line.column = 0
        return line
      })
    : []
  const [title = '', ...rows] = reportFile([file], {color}).split('\n')
  return {
    width,
    title,
    rows: new Map(severities.map((severity, index) => [severity, (rows[index] as string).slice(width)]))
  }
}

function reportOne({path, messages}: ReportedFile, {width, title, rows}: Layout, context: Context): string {
  const below = `\n${' '.repeat(indent)}`
  const lines = messages.map((message) => {
    const row = rows.get(message.severity) as string
    const start = plain(row.slice(0, row.indexOf(words))).length + width
    const said = wordReason(message, start, context)
    return [
      placeOf(message).padEnd(width) + row.replace(words, () => said),
      ...toLines(message, path, context)
    ].join(below)
  })
  return [title.replace(name, () => escapeLine(path)).trimEnd(), ...lines].join('\n')
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
  return text.replace(/\u001B\[[\d;]*m/g, '')
}

/** As vfile-reporter writes it. */
function placeOf({line, column, endLine, endColumn}: Message): string {
  return `${line}:${column}-${endLine}:${endColumn}`
}

/**
 * The reason with the rule's id. Where it takes several lines, the others stand under its start, or on a narrow terminal
 * below its place.
 */
function wordReason({reason, ruleId}: Message, start: number, {color, width}: Context): string {
  const left = width - start < leastWidth ? indent : start
  const id = escapeLine(ruleId)
  const lines = wrap(escapeLine(reason), width - left, width - start)
  // Without a width nothing is measured: a million joined signs take minutes.
  const used =
    width === Number.POSITIVE_INFINITY
      ? 0
      : columnsOf(lines.at(-1) as string) + (lines.length > 1 ? left : start)
  const gap = used + 2 + id.length > width ? `\n${' '.repeat(left)}` : '  '
  const text = lines.join(`\n${' '.repeat(left)}`)
  return color
    ? `${text.replace(/`[^`]+`/g, '\u001B[36m$&\u001B[39m')}${gap}\u001B[22;2m${id}`
    : text + gap + id
}

/** The related places, and why. */
function toLines(message: Message, path: string, {width, notes}: Context): readonly string[] {
  const {note} = message
  // The same advice under thirty messages is read once.
  const isNew = note !== undefined && !notes.has(note)
  if (isNew) notes.add(note)
  const lines = [...wordRelated(message, path).map(escapeLine), ...(isNew ? linesOf(escapeLines(note)) : [])]
  return lines.flatMap((line) => wrap(line, width - indent))
}
