import path from 'node:path'
import {wordsOf} from '../lint/crash.ts'
import {escapeLine, escapeLines, withoutCommands} from '../reporters/escape.ts'
import {wrap} from '../reporters/wrap.ts'

const {env, stderr, stdout} = process

/** The output lands in a log that takes some lines for commands: of GitHub Actions, Azure Pipelines, TeamCity. */
export const runsCommands: boolean =
  env.GITHUB_ACTIONS === 'true' || env.TF_BUILD !== undefined || env.TEAMCITY_VERSION !== undefined

const state = {isBroken: false}

/** Whether output was lost, or a plugin failed where nothing waited for it; a reader that leaves early (`| head`) is no fault. */
export function isBroken(): boolean {
  return state.isBroken
}

/** Has a full disk or a closed pipe end the output, not the run, and what plugins print stay out of reports. */
export function watchStreams(): void {
  const {error} = console
  Object.assign(console, {log: error, info: error, debug: error, dir: error})
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      state.isBroken = true
      process.exitCode = 2
      if (stream === stdout) stderr.write(`articlelint: the report can't be written: ${error.message}\n`)
    })
  }
}

/**
 * Has no rule, plugin or config end the run unseen, fail it with the exit code of findings, or keep it from ending.
 *
 * @returns what is to be called when the run is over
 */
export function watchProcess(): () => void {
  const run = {isOver: false}
  process.on('uncaughtException', (error) => {
    state.isBroken = true
    process.exitCode = 2
    try {
      const reason = wordsOf(error, 'stack').split('\n').slice(0, 3).join('\n')
      complain(`a plugin, rule or config failed in the background: ${reason}`)
    } catch {
      stderr.write('articlelint: a plugin, rule or config broke what all code stands on\n')
    }
  })
  process.on('exit', () => {
    if (run.isOver) return
    process.exitCode = 2
    complain(
      'ended before it was done: a plugin, rule or config called `process.exit`, or waits for what never comes'
    )
  })
  return () => {
    run.isOver = true
    endSoon()
  }
}

/** Timers and connections that a plugin left open don't hold the process; a report that is still on its way does. */
function endSoon(): void {
  setTimeout(() => {
    if (stdout.writableLength + stderr.writableLength > 0) endSoon()
    else process.exit()
  }, 1000).unref()
}

export async function readInput(): Promise<Buffer> {
  const {readStandardInput} = await import('../engine/input.ts')
  return readStandardInput(process.stdin)
}

/** Prints a report, or writes it into a file. */
export async function print(
  report: string,
  outputFile: string | undefined,
  stream: NodeJS.WriteStream = stdout
): Promise<void> {
  const text = report.endsWith('\n') ? report : `${report}\n`
  if (outputFile === undefined) {
    stream.write(text)
    return
  }
  const {writeReport} = await import('../engine/output-files.ts')
  await writeReport(path.resolve(outputFile), text)
}

/** A diff as it is into a pipe, for `patch`; made harmless where someone looks at it. */
export function writeDiff(stream: NodeJS.WriteStream, diff: string): void {
  const shown = stream.isTTY || runsCommands ? escapeLines(diff) : diff
  stream.write(runsCommands ? withoutCommands(shown) : shown)
}

/** As Node does it: FORCE_COLOR wins over NO_COLOR, both over the terminal. */
export function hasColor(stream: NodeJS.WriteStream): boolean {
  const {FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal} = env
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return !refused && stream.isTTY === true && terminal !== 'dumb'
}

/** Columns to fill on a terminal; nothing for a pipe or file. */
export function widthOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY ? stream.columns : undefined
}

/** Runs with a count of the files on the terminal, when there are many. */
export async function withProgress<Result>(
  run: (onProgress: (done: number, total: number) => void) => Promise<Result>
): Promise<Result> {
  let last = 0
  try {
    return await run((done, total) => {
      if (!stderr.isTTY || env.TERM === 'dumb' || total <= 50 || Date.now() - last < 100) return
      last = Date.now()
      stderr.write(`\r${done} of ${total} files`)
    })
  } finally {
    if (last > 0) stderr.write('\r\u001B[K')
  }
}

/** A terminal that says it has fewer columns does not know. */
const leastWidth = 20

/**
 * Says on stderr what is wrong, and how the command is used. Further lines stand under the first: a name with a line end
 * in it gives none that could pass for one of ours.
 */
export function complain(message: string, usage?: string): void {
  const below = usage === undefined ? '' : `Usage: ${usage}, more with --help\n`
  const width = Math.max(leastWidth, widthOf(stderr) ?? Number.POSITIVE_INFINITY)
  const lines = escapeLines(`articlelint: ${message}`)
    .split('\n')
    // The lines of a stack have blanks before them, and addresses to click on.
    .flatMap((line, index) =>
      line.startsWith(' ') ? line : wrap(line, width - 2, index === 0 ? width : width - 2)
    )
  const text = `${lines.join('\n  ')}\n${below}`
  stderr.write(runsCommands ? withoutCommands(text) : text)
}

export function complainOf(
  problems: readonly {readonly path: string; readonly reason: string; line?: number; column?: number}[]
): void {
  for (const {path: file, line, column, reason} of problems) {
    const place = [escapeLine(file), line, column].filter((part) => part !== undefined).join(':')
    complain(`${place}: ${reason}`)
  }
}

export function complainOfError(error: unknown): void {
  complain(explain(error))
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return wordsOf(error)
  const {name, message} = error
  if (name === 'UsageError' || name === 'ConfigError') return message
  if ('syscall' in error && error.syscall === 'uv_cwd')
    return 'the folder that it was started in is gone: change to another one'
  if ('code' in error && error.code === 'EMFILE')
    return `the system allows too few open files: raise the limit (ulimit -n); ${message}`
  return `internal error, please report it: https://github.com/articlelint/articlelint/issues\n${wordsOf(error, 'stack')}`
}

/** Today, where the user is, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
