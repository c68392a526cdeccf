#!/usr/bin/env node
import {createRequire} from 'node:module'
import path from 'node:path'
import {type ClaimsOptions, readClaimsArguments} from './cli/claims.ts'
import {type CliOptions, type InputOptions, type Request, readArguments} from './cli/options.ts'
import {optimizeLater} from './cli/tier-up.ts'
import type {ClaimsResult} from './engine/claims.ts'
import type {FileResult, LintFilesResult, Problem} from './engine/index.ts'
import {escapeLines, withoutCommands} from './reporters/escape.ts'
import {loadClaimReporter, loadReporter} from './reporters/index.ts'
import type {Severity} from './rule/index.ts'

// The engine, the config reader and the reporters are loaded when a run needs them: `--help` needs none.

const {env, stderr, stdin, stdout} = process
const inActions = env.GITHUB_ACTIONS === 'true'

let isCutOff = false
for (const stream of [stdout, stderr]) {
  // A reader that leaves early (`| head`) is no fault, and does not change what was found.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    isCutOff = true
    process.exitCode = 2
    if (stream === stdout) stderr.write(`articlelint: the report can't be written: ${error.message}\n`)
  })
}

async function main(args: readonly string[]): Promise<number> {
  // A file of that name is `./claims`.
  if (args[0] === 'claims') return mainOfClaims(args.slice(1))
  const {version}: {version: string} = createRequire(import.meta.url)('articlelint/package.json')
  const request = readArguments(args, version)
  if (request.kind !== 'run') return answer(request, 'articlelint')
  const {options} = request
  const {text, ...result} = await lint(options)
  complainOf(result.problems)
  // Fixed standard input is what stdout is for then, and the report moves aside.
  const isFilter = options.stdin && options.fix === true
  if (isFilter && text !== undefined) stdout.write(text)
  await report(result, options, isFilter ? stderr : stdout)
  return exitCode(result, options)
}

async function mainOfClaims(args: readonly string[]): Promise<number> {
  const request = readClaimsArguments(args)
  if (request.kind !== 'run') return answer(request, 'articlelint claims')
  const {options} = request
  const {files, problems} = await listClaims(options)
  complainOf(problems)
  const {format, outputFile} = options
  const reporter = await loadClaimReporter(format)
  const isSeen = outputFile === undefined && stdout.isTTY
  const color = options.color ?? (outputFile === undefined && hasColor(stdout))
  const width = isSeen ? stdout.columns : undefined
  await print(reporter(files, {color, width, githubActions: inActions}), outputFile, stdout)
  return problems.length > 0 ? 2 : 0
}

/** Says what is to be said in place of a run. */
function answer(request: Exclude<Request<InputOptions>, {kind: 'run'}>, name: string): number {
  if (request.kind === 'print') {
    stdout.write(request.text)
    return 0
  }
  complain(`${request.reason}\nUsage: ${name} [options] [files...], more with --help`)
  return 2
}

async function lint(options: CliOptions): Promise<LintFilesResult & {readonly text?: string | undefined}> {
  const {lintFiles, lintInput} = await import('./engine/index.ts')
  const {config, rule: rules, only, skip, inlineConfig, language} = options
  const fix = options.fix ? 'write' : options.fixDryRun ? 'dry-run' : undefined
  const settings = {config, rules, only, skip, inlineConfig, language, fix} as const
  if (options.stdin) return lintInput(await readInput(), {...settings, filename: options.stdinFilename})
  return withProgress((onProgress) =>
    lintFiles(options.files, {...settings, ...ignoring(options), onProgress})
  )
}

async function listClaims(options: ClaimsOptions): Promise<ClaimsResult> {
  const {listClaimsOfFiles, listClaimsOfInput} = await import('./engine/claims.ts')
  const {config, language, minConfidence} = options
  const settings = {config, language, minConfidence}
  if (options.stdin)
    return listClaimsOfInput(await readInput(), {...settings, filename: options.stdinFilename})
  return withProgress((onProgress) =>
    listClaimsOfFiles(options.files, {...settings, ...ignoring(options), onProgress})
  )
}

/** Which of the files are to be left out. */
function ignoring(options: InputOptions) {
  const {ignore, ignorePath, ignorePattern: ignorePatterns} = options
  return {ignore, ignorePath, ignorePatterns, allowUnmatched: !options.errorOnUnmatchedPattern}
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function report(
  result: LintFilesResult,
  options: CliOptions,
  stream: NodeJS.WriteStream
): Promise<void> {
  const {format, outputFile} = options
  const diff = result.files.map((file) => file.diff ?? '').join('')
  // A report for programs has stdout to itself.
  if (diff !== '') write(format === 'stylish' ? stream : stderr, diff)
  const {files, hidden} = onlyShown(result.files, options.quiet ? 'error' : options.minSeverity)
  const color = options.color ?? (outputFile === undefined && hasColor(stream))
  const reporter = await loadReporter(format)
  await print(reporter(files, {color, hidden, githubActions: inActions}), outputFile, stream)
}

async function print(
  report: string,
  outputFile: string | undefined,
  stream: NodeJS.WriteStream
): Promise<void> {
  const text = report.endsWith('\n') ? report : `${report}\n`
  if (outputFile === undefined) {
    stream.write(text)
    return
  }
  const {writeReport} = await import('./engine/files.ts')
  await writeReport(path.resolve(outputFile), text)
}

/** A diff as it is into a pipe, for `patch`; made harmless where someone looks at it. */
function write(stream: NodeJS.WriteStream, diff: string): void {
  const shown = stream.isTTY || inActions ? escapeLines(diff) : diff
  stream.write(inActions ? withoutCommands(shown) : shown)
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

function exitCode({files, problems}: LintFilesResult, {maxWarnings}: CliOptions): number {
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

/** As Node does it: FORCE_COLOR wins over NO_COLOR, both over the terminal. */
function hasColor(stream: NodeJS.WriteStream): boolean {
  const {FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal} = env
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return !refused && stream.isTTY === true && terminal !== 'dumb'
}

/** Runs with a count of the files on the terminal, when there are many. */
async function withProgress<Result>(
  run: (onProgress: (done: number, total: number) => void) => Promise<Result>
): Promise<Result> {
  let last = 0
  try {
    return await run((done, total) => {
      if (!stderr.isTTY || total <= 50 || Date.now() - last < 100) return
      last = Date.now()
      stderr.write(`\r${done} of ${total} files`)
    })
  } finally {
    if (last > 0) stderr.write('\r\u001B[K')
  }
}

function complainOf(problems: readonly Problem[]): void {
  for (const {path: file, reason} of problems) complain(`${file}: ${reason}`)
}

function complain(message: string): void {
  const text = escapeLines(`articlelint: ${message}\n`)
  stderr.write(inActions ? withoutCommands(text) : text)
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'UsageError' || error.name === 'ConfigError') return error.message
  return `internal error, please report it: https://github.com/articlelint/articlelint/issues\n${error.stack ?? error.message}`
}

try {
  optimizeLater()
  // Not `process.exit`: it would cut off output that is still on its way.
  const code = await main(process.argv.slice(2))
  process.exitCode = isCutOff ? 2 : code
} catch (error) {
  complain(wordsOf(error))
  process.exitCode = 2
}
