import {VFile} from 'vfile'
import {reporter as reportFile} from 'vfile-reporter'
import {type Message, toVFileMessage} from '../lint/message.ts'
import {escapeLine, escapeLines, withoutCommands} from './escape.ts'
import type {ReportedFile, Reporter} from './index.ts'

/** The report for people: by file, a line per message, why under it, a summary at the end. */
export const stylish: Reporter = (files, options) => {
  const color = options.color ?? false
  const notes = new Set<string>()
  const spoken = files.filter((file) => file.messages.length > 0)
  const parts = spoken.map((file) => reportOne(file, color, notes))
  const report = [...parts, summarize(files, options.hidden ?? 0)].join('\n\n')
  return options.githubActions ? withoutCommands(report) : report
}

/** vfile-reporter spreads the lines of a file into one call: more than about 100,000 overflow the stack. */
const most = 5000

function reportOne({path, messages}: ReportedFile, color: boolean, notes: Set<string>): string {
  const file = new VFile({path: escapeLine(path)})
  const lines: string[] = []
  for (let at = 0; at < messages.length; at += most) {
    file.messages = messages.slice(at, at + most).map((message, index) => {
      const line = toVFileMessage({...message, reason: toLines(message, path, color, notes).join('\n    ')})
      // Columns of their own, padded to the longest reason, would wrap every line of an 80-column terminal.
      line.ruleId = undefined
      line.source = undefined
      // vfile-reporter sorts by these, then by `localeCompare`, whose order differs from machine to machine.
      line.line = index
      line.column = 0
      return line
    })
    const [name = '', ...rows] = withoutByline(reportFile([file], {color}).split('\n'))
    lines.push(...(at === 0 ? [name] : []), ...rows)
  }
  return lines.join('\n')
}

/** A summary of each file would be noise; vfile-reporter adds one when there is an error or warning. */
function withoutByline(lines: readonly string[]): readonly string[] {
  return lines.at(-2) === '' ? lines.slice(0, -2) : lines
}

/** The reason with the rule's id, the related places, and why. */
function toLines(message: Message, path: string, color: boolean, notes: Set<string>): readonly string[] {
  const {note, reason, related = [], ruleId} = message
  const places = related.map((place) => {
    const file = place.path === path ? '' : `${escapeLine(place.path)}:`
    return `${escapeLine(place.reason)}: ${file}${place.line}:${place.column}`
  })
  // The same advice under thirty messages is read once.
  const isNew = note !== undefined && !notes.has(note)
  if (isNew) notes.add(note)
  const why = isNew
    ? escapeLines(note)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
    : []
  const id = color ? `\u001B[22;2m${ruleId}` : ruleId
  return [`${escapeLine(reason)}  ${id}`, ...places, ...why]
}

function summarize(files: readonly ReportedFile[], hidden: number): string {
  const all = files.flatMap((file) => file.messages)
  const counts = (['error', 'warn', 'info'] as const).flatMap((severity) => {
    const count = all.filter((message) => message.severity === severity).length
    return count > 0 ? [plural(count, severity === 'warn' ? 'warning' : severity)] : []
  })
  const fixable = all.filter((message) => message.fix).length
  const found = counts.length > 0 ? `${counts.join(', ')} in ` : 'nothing to report in '
  const rest = [
    hidden > 0 ? `${hidden} less severe not shown` : '',
    fixable > 0 ? `${fixable} fixable with --fix` : ''
  ]
  return `${found}${plural(files.length, 'file')}${rest.map((part) => (part === '' ? '' : `, ${part}`)).join('')}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
