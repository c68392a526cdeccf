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
  const spoken = files.filter((file) => file.messages.length > 0)
  const parts = spoken.map((file) => reportOne(file, color, notes))
  const report = [...parts, summarize(files, options)].join('\n\n')
  return options.githubActions ? withoutCommands(report) : report
}

/** Stands for the words of a message. */
const words = '\u{f8ff}'

/**
 * vfile-reporter lays out one message of each severity and width of place, and the others follow those: it measures
 * every cell anew, which takes half a minute for 100,000.
 */
function reportOne({path, messages}: ReportedFile, color: boolean, notes: Set<string>): string {
  const samples = new Map<string, Message>()
  for (const message of messages) {
    const shape = shapeOf(message)
    if (!samples.has(shape)) samples.set(shape, message)
  }
  const file = new VFile({path: escapeLine(path)})
  file.messages = [...samples.values()].map((message, index) => {
    const line = toVFileMessage({...message, reason: words})
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
  const [name = '', ...rows] = withoutByline(reportFile([file], {color}).split('\n'))
  const layouts = new Map([...samples.keys()].map((shape, index) => [shape, rows[index] ?? '']))
  const lines = messages.map((message) => {
    const place = placeOf(message)
    const layout = layouts.get(shapeOf(message)) ?? ''
    const [first = '', ...below] = toLines(message, path, color, notes)
    return [place + layout.slice(place.length).replace(words, () => first), ...below].join('\n    ')
  })
  return [name, ...lines].join('\n')
}

function shapeOf(message: Message): string {
  return `${message.severity} ${placeOf(message).length}`
}

/** As vfile-reporter writes it. */
function placeOf({line, column, endLine, endColumn}: Message): string {
  return `${line}:${column}-${endLine}:${endColumn}`
}

/** A summary of each file would be noise; vfile-reporter adds one when there is an error or warning. */
function withoutByline(lines: readonly string[]): readonly string[] {
  return lines.at(-2) === '' ? lines.slice(0, -2) : lines
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
