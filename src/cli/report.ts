import type {FileResult, LintFilesResult} from '../engine/index.ts'
import {loadReporter, type ReportedRule} from '../reporters/index.ts'
import type {Severity} from '../rule/index.ts'
import type {ReportOptions} from './report-options.ts'
import {withReaderPaths} from './repository.ts'
import {complain, hasColor, print, runsCommands, widthOf, writeDiff} from './terminal.ts'

/** Prints the reports that are asked for, or writes them into their files. */
export async function report(
  result: LintFilesResult,
  options: ReportOptions,
  version: string,
  stream: NodeJS.WriteStream
): Promise<void> {
  const {format: targets, outputFile} = options
  const diff = result.files.map((file) => file.diff ?? '').join('')
  const isForPeople = targets.some(({format, file}) => file === undefined && readable.has(format))
  // A report for programs has stdout to itself.
  if (diff !== '') writeDiff(isForPeople ? stream : process.stderr, diff)
  const {files, hidden} = onlyShown(result.files, options.quiet ? 'error' : options.minSeverity)
  const suppressed = result.files.reduce((sum, file) => sum + file.suppressed, 0)
  const fixed = result.files.reduce((sum, file) => sum + file.fixed, 0)
  const rules = targets.some(({format}) => format === 'sarif' || format === 'html') ? await listRules() : []
  const common = {
    hidden,
    suppressed,
    fixed,
    isDryRun: diff !== '',
    rules,
    version,
    githubActions: runsCommands
  }
  const failures: unknown[] = []
  for (const {format, file = outputFile} of targets) {
    const isSeen = file === undefined
    const color = options.color ?? (isSeen && hasColor(stream))
    const width = isSeen ? widthOf(stream) : undefined
    const reporter = await loadReporter(format)
    const named = withReaderPaths({files, problems: result.problems}, format)
    const text = reporter(named.files, {...common, problems: named.problems, color, width})
    try {
      await print(text, file, stream)
    } catch (error) {
      // The other reports are written all the same.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** Reports that a diff can stand above. */
const readable: ReadonlySet<string> = new Set(['stylish', 'pretty', 'compact'])

async function listRules(): Promise<readonly ReportedRule[]> {
  const {rules, usualSeverity} = await import('../config/builtin.ts')
  const {ruleUrl} = await import('../lint/message.ts')
  return rules.map((rule) => {
    const {id, summary, category} = rule
    return {id, summary, category, url: ruleUrl(id), severity: usualSeverity(rule)}
  })
}

const ranks: Readonly<Record<Severity, number>> = {info: 0, warn: 1, error: 2}

function onlyShown(
  files: readonly FileResult[],
  least: Severity
): {files: readonly FileResult[]; hidden: number} {
  let hidden = 0
  const shown = files.map((file) => {
    const messages = file.messages.filter(({severity}) => ranks[severity] >= ranks[least])
    hidden += file.messages.length - messages.length
    return {...file, messages}
  })
  return {files: shown, hidden}
}

/** 0, or 1 where the findings are too bad or too many, or 2 where an article could not be linted whole. */
export function exitCode({files, problems}: LintFilesResult, {maxWarnings}: ReportOptions): number {
  const count = (severity: Severity): number =>
    files.reduce(
      (sum, file) => sum + file.messages.filter((message) => message.severity === severity).length,
      0
    )
  const warnings = count('warn')
  const isOver = maxWarnings !== undefined && warnings > maxWarnings
  if (isOver) complain(`too many warnings: ${warnings}, accepted by --max-warnings: ${maxWarnings}`)
  if (problems.length > 0) return 2
  return isOver || count('error') > 0 ? 1 : 0
}
