import {VFile} from 'vfile'
import {reporter as reportFile} from 'vfile-reporter'
import {type Message, toVFileMessage} from '../lint/message.ts'
import {escapeLine, escapeLines, withoutCommands} from './escape.ts'
import type {ReportedFile, Reporter} from './index.ts'
import {linesOf, wordRelated} from './places.ts'
import {summarize} from './summary.ts'

/** The report for people: by file, a line per message, why under it, a summary at the end. */
export const stylish: Reporter = (files, options) => {
  const color = options.color ?? false
  const notes = new Set<string>()
  const layoutOf = createLayouts(color)
  const spoken = files.filter((file) => file.messages.length > 0)
  const parts = spoken.map((file) => reportOne(file, layoutOf(file), color, notes))
  const report = [...parts, summarize(files, options)].join('\n\n')
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

function reportOne(
  {path, messages}: ReportedFile,
  {width, title, rows}: Layout,
  color: boolean,
  notes: Set<string>
): string {
  const lines = messages.map((message) => {
    const place = placeOf(message).padEnd(width)
    const [first = '', ...below] = toLines(message, path, color, notes)
    return [place + (rows.get(message.severity) as string).replace(words, () => first), ...below].join(
      '\n    '
    )
  })
  return [title.replace(name, () => escapeLine(path)).trimEnd(), ...lines].join('\n')
}

/** As vfile-reporter writes it. */
function placeOf({line, column, endLine, endColumn}: Message): string {
  return `${line}:${column}-${endLine}:${endColumn}`
}

/** The reason with the rule's id, the related places, and why. */
function toLines(message: Message, path: string, color: boolean, notes: Set<string>): readonly string[] {
  const {note, reason, ruleId} = message
  // The same advice under thirty messages is read once.
  const isNew = note !== undefined && !notes.has(note)
  if (isNew) notes.add(note)
  const quoted = color ? escapeLine(reason).replace(/`[^`]+`/g, '\u001B[36m$&\u001B[39m') : escapeLine(reason)
  const id = color ? `\u001B[22;2m${escapeLine(ruleId)}` : escapeLine(ruleId)
  return [
    `${quoted}  ${id}`,
    ...wordRelated(message, path).map(escapeLine),
    ...(isNew ? linesOf(escapeLines(note)) : [])
  ]
}
