#!/usr/bin/env node
import {createRequire} from 'node:module'
import path from 'node:path'
import {type CliOptions, readArguments} from './cli/options.ts'
import {optimizeLater} from './cli/tier-up.ts'
import type {FileResult, LintFilesResult} from './engine/index.ts'
import {escapeLines, withoutCommands} from './reporters/escape.ts'
import {loadReporter} from './reporters/index.ts'
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
  const {version}: {version: string} = createRequire(import.meta.url)('articlelint/package.json')
  const request = readArguments(args, version)
  if (request.kind === 'print') {
    stdout.write(request.text)
    return 0
  }
  if (request.kind === 'wrong') {
    complain(`${request.reason}\nUsage: articlelint [options] [files...], more with --help`)
    return 2
  }
  const {options} = request
  const {text, ...result} = await lint(options)
  for (const {path: file, reason} of result.problems) complain(`${file}: ${reason}`)
  // Fixed standard input is what stdout is for then, and the report moves aside.
  const isFilter = options.stdin && options.fix === true
  if (isFilter && text !== undefined) stdout.write(text)
  await report(result, options, isFilter ? stderr : stdout)
  return exitCode(result, options)
}

async function lint(options: CliOptions): Promise<LintFilesResult & {readonly text?: string | undefined}> {
  const {lintFiles, lintInput} = await import('./engine/index.ts')
  const {config, rule: rules, only, skip, inlineConfig} = options
  const fix = options.fix ? 'write' : options.fixDryRun ? 'dry-run' : undefined
  const settings = {config, rules, only, skip, inlineConfig, fix} as const
  if (options.stdin) return lintInput(await readInput(), {...settings, filename: options.stdinFilename})
  const {ignore, ignorePath, ignorePattern: ignorePatterns} = options
  const progress = createProgress()
  const allowUnmatched = !options.errorOnUnmatchedPattern
  try {
    return await lintFiles(options.files, {
      ...settings,
      ignore,
      ignorePath,
      ignorePatterns,
      allowUnmatched,
      onProgress: progress.show
    })
  } finally {
    progress.clear()
  }
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
  const text = `${reporter(files, {color, hidden, githubActions: inActions})}\n`
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

function createProgress(): {show: (done: number, total: number) => void; clear: () => void} {
  let last = 0
  return {
    show(done, total) {
      if (!stderr.isTTY || total <= 50 || Date.now() - last < 100) return
      last = Date.now()
      stderr.write(`\r${done} of ${total} files`)
    },
    clear() {
      if (last > 0) stderr.write('\r\u001B[K')
    }
  }
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
