import type {Message, MessageEdit} from '../lint/message.ts'
import {numberEquals} from './equals.ts'
import type {ReportedFile, ReportedProblem, ReportedRule, Reporter} from './index.ts'
import {stringify} from './json.ts'
import {createSources, type Source} from './source.ts'
import {isWebUrl, toUri} from './uri.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
const home = 'https://github.com/articlelint/articlelint'
/** The folder that paths start from: where it is, the reader of the report knows. */
const root = '%SRCROOT%'
/** GitHub takes no more for a description. */
const longestDescription = 1024
/** A thousand findings about a whole book would be a thousand books. */
const longestSnippet = 10_000

const levels = {error: 'error', warn: 'warning', info: 'note'} as const

/** SARIF 2.1.0, for code scanning and for viewers in editors. */
export const sarif: Reporter = (files, {problems = [], rules = [], version}) => {
  const described = describeRules(files, rules)
  const indexes = new Map(described.map(({id}, index) => [id, index]))
  const sourceOf = createSources(files)
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'articlelint',
            ...(version === undefined ? {} : {version, semanticVersion: version}),
            informationUri: home,
            rules: described.map(toDescriptor)
          }
        },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            ...(problems.length === 0 ? {} : {toolExecutionNotifications: problems.map(toNotification)})
          }
        ],
        originalUriBaseIds: {[root]: {description: {text: 'The folder that articlelint was started in.'}}},
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => toResults(file, indexes, sourceOf))
      }
    ]
  }
  // Deep as it is, half of it would be blanks.
  return stringify(log, 0)
}

type Described = Pick<ReportedRule, 'id' | 'url' | 'severity'> & Partial<ReportedRule>

/** The rules that can speak, then those of plugins that did. */
function describeRules(files: readonly ReportedFile[], rules: readonly ReportedRule[]): readonly Described[] {
  const known = new Map<string, Described>(rules.map((rule) => [rule.id, rule]))
  for (const {messages} of files) {
    for (const {ruleId, url, severity} of messages) {
      if (!known.has(ruleId)) known.set(ruleId, {id: ruleId, url, severity})
    }
  }
  return [...known.values()]
}

/** GitHub wants descriptions and help of every rule, none of them empty. */
function toDescriptor({id, summary, category, url, severity}: Described): object {
  const text = (summary ?? `The rule ${id}.`).slice(0, longestDescription).replace(/[\ud800-\udbff]$/, '')
  const link = isWebUrl(url) ? {helpUri: url} : {}
  const help = isWebUrl(url)
    ? {
        text: `${text} ${url}`,
        markdown: `${text.replace(/[<[\]\\`*_]/g, '\\$&')} [Why, examples and options](${url})`
      }
    : {text}
  return {
    id,
    shortDescription: {text},
    fullDescription: {text},
    ...link,
    help,
    defaultConfiguration: {level: levels[severity]},
    properties: {
      ...(category === undefined ? {} : {category, tags: [category]}),
      'problem.severity': severity === 'info' ? 'recommendation' : levels[severity]
    }
  }
}

function toResults(
  {path, messages}: ReportedFile,
  indexes: ReadonlyMap<string, number>,
  sourceOf: (path: string) => Source | undefined
): readonly object[] {
  const numbers = numberEquals(messages.map(({fingerprint}) => fingerprint))
  const source = sourceOf(path)
  return messages.map((message, index) => {
    const {ruleId, severity, fingerprint, confidence, related = []} = message
    const fixes = toFixes(message, path, source)
    return {
      ruleId,
      ruleIndex: indexes.get(ruleId),
      level: levels[severity],
      message: {text: wordMessage(message)},
      locations: [{physicalLocation: physical(path, region(message, source))}],
      partialFingerprints: {'articlelintFingerprint/v1': `${fingerprint}:${numbers[index]}`},
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((place, id) => ({
              id,
              message: {text: plain(place.reason)},
              physicalLocation: physical(place.path, region(place, sourceOf(place.path)))
            }))
          }),
      ...(fixes.length === 0 ? {} : {fixes}),
      ...(confidence === undefined ? {} : {properties: {confidence}})
    }
  })
}

/** The reason as a sentence, as viewers cut a message after the first; links to the other places; why. */
function wordMessage({reason, related = [], note}: Message): string {
  const sentence = /[.!?…:]$/.test(reason) ? reason : `${reason}.`
  const links = related.map((place, id) => `[${place.reason.replace(/[[\]\\]/g, '\\$&')}](${id})`)
  return [plain(sentence), ...links, ...(note === undefined ? [] : [plain(note)])].join('\n')
}

function physical(path: string, region: object | undefined): object {
  return {artifactLocation: artifactOf(path), ...(region === undefined ? {} : {region})}
}

type Place = Pick<Message, 'line' | 'column' | 'start' | 'end'> & Partial<Message>

/** A place, with its words where the text is at hand. Offsets leave a byte order mark out. */
function region({line, column, endLine, endColumn, start, end}: Place, source: Source | undefined): object {
  const shift = source?.shift ?? 0
  const after =
    endLine === undefined || endColumn === undefined
      ? source && pointOf(source, end)
      : {line: endLine, column: endColumn}
  return {
    startLine: line,
    startColumn: column,
    ...(after ? {endLine: after.line, endColumn: after.column} : {}),
    charOffset: start - shift,
    charLength: end - start,
    ...(source && end - start <= longestSnippet ? {snippet: {text: source.text.slice(start, end)}} : {})
  }
}

function pointOf(source: Source, offset: number): {readonly line: number; readonly column: number} {
  const {number, start} = source.lineAt(offset)
  return {line: number, column: offset - start + 1}
}

/** What --fix would do, and what a person may choose. */
function toFixes(
  {fix, suggestions = []}: Message,
  path: string,
  source: Source | undefined
): readonly object[] {
  const ways = [...(fix ? [{title: 'Repair, as --fix does', edits: fix}] : []), ...suggestions]
  return ways
    .filter(({edits}) => edits.length > 0)
    .map(({title, edits}) => ({
      description: {text: plain(title)},
      artifactChanges: [
        {
          artifactLocation: artifactOf(path),
          replacements: edits.map((edit) => ({
            deletedRegion: deleted(edit, source),
            insertedContent: {text: edit.text}
          }))
        }
      ]
    }))
}

function artifactOf(path: string): object {
  const {uri, isRelative} = toUri(path)
  return {uri, ...(isRelative ? {uriBaseId: root} : {})}
}

function deleted({start, end}: MessageEdit, source: Source | undefined): object {
  const offsets = {charOffset: start - (source?.shift ?? 0), charLength: end - start}
  if (!source) return offsets
  const from = pointOf(source, start)
  const to = pointOf(source, end)
  return {startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, ...offsets}
}

function toNotification({path, reason, line, column}: ReportedProblem): object {
  const place =
    line === undefined ? undefined : {startLine: line, ...(column === undefined ? {} : {startColumn: column})}
  return {
    level: 'error',
    message: {text: plain(reason)},
    locations: [{physicalLocation: physical(path, place)}]
  }
}

/**
 * Text of an article as a message: what looks like an embedded link or a placeholder is none. Other brackets and braces
 * stay, as viewers show them as they are.
 */
function plain(text: string): string {
  const words = text.replaceAll('](', '] (').replace(/\{(\d+)\}/g, '{{$1}}')
  return words.trim() === '' ? '(no words)' : words
}
