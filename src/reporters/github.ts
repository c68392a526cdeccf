import type {Message} from '../lint/message.ts'
import {commandMark, escapeLine, escapeLines, withoutCommands} from './escape.ts'
import type {ReportedFile, ReportedProblem, Reporter} from './index.ts'
import {linesOf, wordRelated} from './places.ts'
import {severities} from './severity.ts'
import {countMessages, summarize} from './summary.ts'

const commands = {error: 'error', warn: 'warning', info: 'notice'} as const

/** How many annotations of each kind GitHub shows of one step. */
const mostShown = 10

/** Workflow commands of GitHub Actions, which become annotations in the diff: the most severe first. */
export const github: Reporter = (files, options) => {
  const {problems = []} = options
  const annotations = severities.flatMap((severity) =>
    files.flatMap((file) =>
      file.messages
        .filter((message) => message.severity === severity)
        .map((message) => annotate(message, file.path))
    )
  )
  const lines = [...problems.map(annotateProblem), ...annotations, withoutCommands(summarize(files, options))]
  if (isOverMost(files, problems.length))
    lines.push(
      `GitHub shows the first ${mostShown} of a kind as annotations; all are in the log of this step`
    )
  return lines.join('\n')
}

function annotate(message: Message, path: string): string {
  const {severity, line, endLine, column, endColumn, ruleId, reason, note, url} = message
  // The runner throws columns away where a range has several lines.
  const columns = line === endLine ? {col: column, endColumn} : {}
  const lines = [reason, ...wordRelated(message, path)].map(escapeLine)
  return command(
    commands[severity],
    {file: path, line, endLine, ...columns, title: ruleId},
    [...lines, ...linesOf(note).map(escapeLine), escapeLine(url)].join('\n')
  )
}

function annotateProblem({path, line, column, reason}: ReportedProblem): string {
  const place = line === undefined ? {} : {line, ...(column === undefined ? {} : {col: column})}
  return command(
    'error',
    {file: path, ...place, title: 'articlelint'},
    `${escapeLine(path)}: ${escapeLines(reason)}`
  )
}

function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
  const parts = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(`${value}`)}`)
  return `::${name} ${parts.join(',')}::${escapeData(data)}`
}

/** The runner reads `%25`, `%0D` and `%0A` back. */
function escapeData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(commandMark, '#\\u{23}')
}

function escapeProperty(text: string): string {
  return escapeData(escapeLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function isOverMost(files: readonly ReportedFile[], problems: number): boolean {
  const {errors, warnings, infos} = countMessages(files)
  return Math.max(errors + problems, warnings, infos) > mostShown
}
