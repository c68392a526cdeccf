import type {Message} from '../lint/message.ts'
import type {ReportedFile, ReportedProblem, Reporter, ReporterOptions} from './index.ts'
import {code, prose} from './markdown-text.ts'
import {wordRelated} from './places.ts'
import {severities, severityNames} from './severity.ts'
import {countMessages, plural, wordCounts, wordRest} from './summary.ts'

/** GitHub takes 65,536 characters for a comment; there is room left for words around the report. */
const mostCharacters = 60_000
/** So many findings at most are shown unfolded. */
const mostUnfolded = 10
/** Characters for the line that says how much is left out. */
const roomForRest = 200
/** Characters for what could not be linted. */
const mostOfProblems = 10_000
/** Of the other places of a finding. */
const mostRelated = 3

/** A comment for a pull or merge request: counts, then a table for each article, the most severe if not all fit. */
export const markdown: Reporter = (files, options) => {
  const {problems = []} = options
  const spoken = files.filter(({messages}) => messages.length > 0)
  const found = wordCounts(countMessages(spoken))
  const title =
    found === ''
      ? `### articlelint: nothing to report in ${plural(files.length, 'file')}`
      : `### articlelint: ${found} in ${spoken.length} of ${plural(files.length, 'file')}`
  // By the mark a bot finds its comment again.
  const head = ['<!-- articlelint -->', title, '', ...wordProblems(problems)]
  const end = footer(files, options)
  const {chosen, left} = choose(spoken, mostCharacters - sizeOf(head) - sizeOf(end) - roomForRest)
  const isOpen = chosen.reduce((sum, {rows}) => sum + rows.length, 0) <= mostUnfolded
  const tables = chosen.flatMap(({file, rows}) => [...opening(file, isOpen), ...rows, ...closing])
  const rest =
    left > 0 ? [`…and ${left} more, which do not fit into a comment: run articlelint to see them.`, ''] : []
  const definitions = toDefinitions(chosen.flatMap(({messages}) => messages))
  return [...head, ...tables, ...rest, ...end, ...definitions].join('\n')
}

/** What the headline does not say. */
function footer(files: readonly ReportedFile[], options: ReporterOptions): readonly string[] {
  const rest = wordRest(countMessages(files), options)
  return rest.length > 0 ? [`<sub>${rest.join(', ').replace('--fix', '<code>--fix</code>')}</sub>`, ''] : []
}

function wordProblems(problems: readonly ReportedProblem[]): readonly string[] {
  if (problems.length === 0) return []
  const lines: string[] = []
  let size = 0
  for (const {path, line, column, reason} of problems) {
    const place = [path, line, column].filter((part) => part !== undefined).join(':')
    const words = `- ${code(place)}: ${prose(reason)}`
    size += words.length
    if (size > mostOfProblems) break
    lines.push(words)
  }
  const left = problems.length - lines.length
  return [
    `**Not linted whole: ${plural(problems.length, 'problem')}**`,
    '',
    ...lines,
    ...(left > 0 ? [`- …and ${left} more`] : []),
    ''
  ]
}

interface Chosen {
  readonly file: ReportedFile
  readonly messages: readonly Message[]
  readonly rows: readonly string[]
}

/** The rows that fit, the most severe first, given in the order of the articles. */
function choose(
  files: readonly ReportedFile[],
  room: number
): {readonly chosen: readonly Chosen[]; readonly left: number} {
  const chosen = files.map((file) => ({file, rows: new Map<number, string>()}))
  const left = files.reduce((sum, {messages}) => sum + messages.length, 0)
  const defined = new Set<string>()
  let size = 0
  const take = (): number => {
    let count = 0
    for (const severity of severities) {
      for (const {file, rows} of chosen) {
        for (const [index, message] of file.messages.entries()) {
          if (message.severity !== severity) continue
          const row = toRow(message, file.path)
          const frame = rows.size === 0 ? sizeOf([...opening(file, true), ...closing]) : 0
          const definition = defined.has(message.ruleId) ? 0 : sizeOf(toDefinitions([message]))
          size += row.length + 1 + frame + definition
          if (size > room) return count
          defined.add(message.ruleId)
          rows.set(index, row)
          count++
        }
      }
    }
    return count
  }
  const taken = take()
  const inOrder = ({file, rows}: (typeof chosen)[number]): readonly Chosen[] => {
    const messages = file.messages.filter((_, index) => rows.has(index))
    const ordered = file.messages.flatMap((_, index) => rows.get(index) ?? [])
    return rows.size === 0 ? [] : [{file, messages, rows: ordered}]
  }
  return {chosen: chosen.flatMap(inOrder), left: left - taken}
}

function opening({path, messages}: ReportedFile, isOpen: boolean): readonly string[] {
  const counts = wordCounts(countMessages([{messages}]))
  return [
    `<details${isOpen ? ' open' : ''}><summary>${code(path)} ${counts}</summary>`,
    '',
    '| Line | Severity | Finding | Rule |',
    '| ---: | --- | --- | --- |'
  ]
}

const closing: readonly string[] = ['', '</details>', '']

function toRow(message: Message, path: string): string {
  const {line, severity, reason, ruleId} = message
  const related = wordRelated(message, path)
  const left = related.length - mostRelated
  const places = [
    ...related.slice(0, mostRelated),
    ...(left > 0 ? [`and ${plural(left, 'more place')}`] : [])
  ]
  const finding = [reason, ...places].map(prose).join('<br>')
  const rule = isLinkable(message) ? `[${ruleId}]` : code(ruleId)
  return `| ${line} | ${severityNames[severity]} | ${finding} | ${rule} |`
}

/** Whether a rule's id can stand for its page, by a definition at the end: the address is written once then. */
function isLinkable({ruleId, url}: Message): boolean {
  return /^[a-z][\w/-]*$/i.test(ruleId) && /^https?:\/\/[\w./~%#?=&+-]+$/.test(url)
}

function toDefinitions(messages: readonly Message[]): readonly string[] {
  const urls = new Map<string, string>()
  for (const message of messages) if (isLinkable(message)) urls.set(message.ruleId, message.url)
  return [...urls].map(([ruleId, url]) => `[${ruleId}]: <${url}>`)
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0)
}
