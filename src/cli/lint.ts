import type {FileResult, LintFilesResult, LintFilesSettings} from '../engine/index.ts'
import {loadReporter, needsOf, type ReportedRule} from '../reporters/index.ts'
import type {Severity} from '../rule/index.ts'
import {type LintOptions, readLintArguments} from './lint-options.ts'
import {answer, ignoring} from './options.ts'
import {withReaderPaths} from './repository.ts'
import {
  complain,
  complainOf,
  hasColor,
  inActions,
  print,
  readInput,
  today,
  widthOf,
  withProgress,
  writeDiff
} from './terminal.ts'
import {version} from './version.ts'

const {stderr, stdout} = process

/** `articlelint [files...]` */
export async function run(args: readonly string[]): Promise<number> {
  const request = readLintArguments(args, version)
  if (request.kind !== 'run') return answer(request, 'articlelint [options] [files...]')
  const {options} = request
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options)
  if (!options.watch) return (await lintOnce(options, version)).code
  const {watch} = await import('./watch.ts')
  const outputs = [options.outputFile, ...options.format.map(({file}) => file)]
  return watch({
    patterns: options.files,
    outputs: outputs.filter((file) => file !== undefined),
    lint: async () => (await lintOnce(options, version)).paths
  })
}

async function printConfig(file: string, options: LintOptions): Promise<number> {
  const {describeConfig} = await import('../config/describe.ts')
  await print(await describeConfig(file, runSettings(options), process.cwd()), options.outputFile)
  return 0
}

interface Outcome {
  /** To exit with. */
  readonly code: number
  /** Of the articles. */
  readonly paths: readonly string[]
}

async function lintOnce(options: LintOptions, version: string): Promise<Outcome> {
  const {text, ...result} = await lint(options)
  complainOf(result.problems)
  for (const note of result.notes) complain(note)
  // Fixed standard input is what stdout is for then, and the report moves aside.
  const isFilter = options.stdin && options.fix === true
  if (isFilter && text !== undefined) stdout.write(text)
  await report(result, options, version, isFilter ? stderr : stdout)
  return {code: exitCode(result, options), paths: result.files.map((file) => file.path)}
}

function runSettings(options: LintOptions): LintFilesSettings {
  const {config, codeConfig, rule = {}, only, skip, language, reportUnusedDisableDirectives} = options
  const rules = reportUnusedDisableDirectives ? {'unused-directive': 'error' as const, ...rule} : rule
  return {config, codeConfig, rules, only, skip, language}
}

async function lint(options: LintOptions): Promise<LintFilesResult & {readonly text?: string | undefined}> {
  const {lintFiles, lintInput} = await import('../engine/index.ts')
  const {concurrency, inlineConfig, parser, since, staged} = options
  const {suppressAll, suppressRule: suppressRules, pruneSuppressions: prune} = options
  const needs = new Set(options.format.flatMap(({format}) => needsOf(format)))
  const settings: LintFilesSettings = {
    ...runSettings(options),
    inlineConfig,
    parser,
    concurrency,
    today: today(),
    fix: options.fix ? 'write' : options.fixDryRun ? 'dry-run' : undefined,
    keep: {text: needs.has('text'), claims: needs.has('claims'), rendering: needs.has('rendering')},
    suppressions: {location: options.suppressionsLocation, suppressAll, suppressRules, prune},
    changes: since !== undefined ? {since} : staged ? {staged} : undefined
  }
  const cache = options.cache ? {location: options.cacheLocation} : undefined
  if (options.stdin) return lintInput(await readInput(), {...settings, filename: options.stdinFilename})
  return withProgress((onProgress) =>
    lintFiles(options.files, {...settings, ...ignoring(options), cache, onProgress})
  )
}

async function report(
  result: LintFilesResult,
  options: LintOptions,
  version: string,
  stream: NodeJS.WriteStream
): Promise<void> {
  const {format: targets, outputFile} = options
  const diff = result.files.map((file) => file.diff ?? '').join('')
  const isForPeople = targets.some(({format, file}) => file === undefined && readable.has(format))
  // A report for programs has stdout to itself.
  if (diff !== '') writeDiff(isForPeople ? stream : stderr, diff)
  const {files, hidden} = onlyShown(result.files, options.quiet ? 'error' : options.minSeverity)
  const suppressed = result.files.reduce((sum, file) => sum + file.suppressed, 0)
  const rules = targets.some(({format}) => format === 'sarif' || format === 'html') ? await listRules() : []
  const common = {hidden, suppressed, rules, version, githubActions: inActions}
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

function exitCode({files, problems}: LintFilesResult, {maxWarnings}: LintOptions): number {
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
