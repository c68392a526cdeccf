import {VFileMessage} from 'vfile-message'
import type {Document, Range} from '../document/model.ts'
import {createPoints} from '../document/parse/points.ts'
import type {Finding, Rule, Severity} from '../rule/index.ts'
import {checkFinding, readWording} from './finding.ts'
import {fingerprintOf} from './fingerprint.ts'

/** A place in the JSON report: 1-based lines and columns, UTF-16 offsets into the file. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly start: number
  readonly end: number
}

export interface MessageEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A finding with words, place and severity: plain JSON, as in the report. */
export interface Message extends Place {
  readonly ruleId: string
  readonly messageId: string
  readonly severity: Severity
  readonly reason: string
  readonly note?: string
  readonly url: string
  /** Stays the same when other parts of the article change; see `fingerprintOf`. */
  readonly fingerprint: string
  /** It is about the article, not about the lines it stands on. */
  readonly isOfArticle?: true
  readonly confidence?: number
  readonly actual?: string
  readonly expected?: readonly string[]
  readonly fix?: readonly MessageEdit[]
  readonly suggestions?: readonly {readonly title: string; readonly edits: readonly MessageEdit[]}[]
  readonly related?: readonly (Pick<Place, 'line' | 'column' | 'start' | 'end'> & {
    readonly path: string
    readonly reason: string
  })[]
}

/** Turns offsets of a document into places of its file. */
export interface Locator {
  place(range: Range): Place
  edit(edit: {readonly range: Range; readonly text: string}): MessageEdit
}

/** @param shift characters before the document's text in the file (1 with a byte order mark) */
export function createLocator(text: string, shift: number): Locator {
  let pointOf: ReturnType<typeof createPoints> | undefined
  return {
    place([start, end]) {
      // Most articles of a good site have no message: their lines are not counted.
      pointOf ??= createPoints(text)
      const {line, column} = pointOf(start)
      const {line: endLine, column: endColumn} = pointOf(end)
      return {
        line,
        column,
        endLine,
        endColumn,
        start: start + shift,
        end: end + shift
      }
    },
    edit: ({range, text: replacement}) => ({
      start: range[0] + shift,
      end: range[1] + shift,
      text: replacement
    })
  }
}

const pages = 'https://github.com/articlelint/articlelint/blob/main/rules'

/** Where a rule's page is. */
export function ruleUrl(id: string): string {
  return `${pages}/${id}/README.md`
}

const ascending: readonly Severity[] = ['info', 'warn', 'error']

function lower(a: Severity, b: Severity): Severity {
  return ascending.indexOf(a) < ascending.indexOf(b) ? a : b
}

/** Words a finding with its rule's message. */
export function toMessage(
  document: Pick<Document, 'text' | 'path'>,
  locator: Locator,
  rule: Rule,
  severity: Severity,
  messageId: string,
  finding: Finding
): Message {
  const word = rule.messages[messageId]
  if (!word)
    throw new Error(
      `Unexpected messageId \`${messageId}\` in rule \`${rule.id}\`, expected one of its messages`
    )
  const {
    reason,
    expected,
    note,
    url = rule.url ?? ruleUrl(rule.id)
  } = readWording(rule, messageId, word(finding.data))
  checkFinding(rule, messageId, document.text.length, finding)
  return {
    ruleId: rule.id,
    messageId,
    severity: finding.atMost === undefined ? severity : lower(severity, finding.atMost),
    reason,
    ...(note === undefined ? {} : {note}),
    url,
    fingerprint: fingerprintOf(
      rule.id,
      messageId,
      document.text,
      rule.isOfArticle ? undefined : finding.range
    ),
    ...(rule.isOfArticle ? {isOfArticle: true} : {}),
    ...locator.place(finding.range),
    ...(finding.confidence === undefined ? {} : {confidence: Math.round(finding.confidence * 1000) / 1000}),
    ...(expected ? {actual: document.text.slice(...finding.range), expected} : {}),
    ...(finding.fix ? {fix: finding.fix.map(locator.edit)} : {}),
    ...(finding.suggest && finding.suggest.length > 0
      ? {suggestions: finding.suggest.map(({title, edits}) => ({title, edits: edits.map(locator.edit)}))}
      : {}),
    ...(finding.related && finding.related.length > 0
      ? {
          related: finding.related.map(({range, reason, path}) => {
            const {line, column, start, end} = locator.place(range)
            return {path: path ?? document.path ?? '<stdin>', line, column, start, end, reason}
          })
        }
      : {})
  }
}

/** The same as a vfile message, for reporters and unified. */
export function toVFileMessage(message: Message): VFileMessage {
  const start = {line: message.line, column: message.column, offset: message.start}
  const end = {line: message.endLine, column: message.endColumn, offset: message.end}
  const result = new VFileMessage(message.reason, {
    place: {start, end},
    ruleId: message.ruleId,
    source: 'articlelint'
  })
  result.fatal = message.severity === 'error' ? true : message.severity === 'warn' ? false : undefined
  result.url = message.url
  if (message.note !== undefined) result.note = message.note
  if (message.actual !== undefined) result.actual = message.actual
  if (message.expected) result.expected = [...message.expected]
  const [other] = message.related ?? []
  if (other) result.cause = toCause(other)
  return result
}

/** As remark-lint gives the other place: a message with a place of its own. */
function toCause({path, line, column, start, reason}: NonNullable<Message['related']>[number]): VFileMessage {
  const place = {line, column, offset: start}
  const cause = new VFileMessage(reason, {place, ancestors: [], source: 'articlelint'})
  cause.file = path
  cause.name = `${path}:${cause.name}`
  return cause
}
