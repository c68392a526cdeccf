import {type Command, CommanderError, Option} from 'commander'
import {type ParserName, parserNames} from '../engine/parsers/parsers.ts'
import {complain} from './terminal.ts'

/** Which articles the command line asks for. */
export interface InputOptions {
  readonly files: readonly string[]
  readonly stdin: boolean
  readonly stdinFilename?: string
  readonly config?: string | false
  readonly codeConfig: boolean
  readonly ignore: boolean
  readonly ignorePattern?: readonly string[]
  readonly ignorePath?: string
  readonly errorOnUnmatchedPattern: boolean
  readonly language?: string
  readonly parser: ParserName
}

/** What to do: run, or print a text and end. */
export type Request<Options> =
  | {readonly kind: 'run'; readonly options: Options}
  | {readonly kind: 'print'; readonly text: string}
  | {readonly kind: 'wrong'; readonly reason: string}

/**
 * Reads the arguments of a command that takes articles.
 *
 * @param usual what stands for files where none are named
 */
export function readRequest<Options extends InputOptions>(
  command: Command,
  args: readonly string[],
  usual: (options: Options) => readonly string[] = () => []
): Request<Options> {
  const parsed = parseArguments(command, args)
  if (parsed.kind !== 'run') return parsed
  const given = command.opts<Options>()
  const named = command.args.filter((file) => file !== '-')
  const stdin = given.stdin === true || named.length < command.args.length
  const files = named.length > 0 || stdin ? named : usual(given)
  const options = {...given, files, stdin}
  const reason = conflict(options)
  return reason === undefined ? {kind: 'run', options} : {kind: 'wrong', reason}
}

/** Has commander read arguments without printing or ending anything. */
export function parseArguments(command: Command, args: readonly string[]): Request<object> {
  let printed = ''
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      printed += text
    },
    writeErr: () => {},
    outputError: () => {}
  })
  try {
    command.parse(args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return {kind: 'print', text: printed}
    return {
      kind: 'wrong',
      reason: error.message
        .replace(/^error: /, '')
        .replace(/\n\(Did you mean (.+)\?\)$/, ', did you mean $1?')
    }
  }
  return {kind: 'run', options: command.opts()}
}

/** Says what is to be said in place of a run. */
export function answer(request: Exclude<Request<unknown>, {kind: 'run'}>, usage: string): number {
  if (request.kind === 'print') {
    process.stdout.write(request.text)
    return 0
  }
  complain(request.reason, usage)
  return 2
}

/** Which of the files are to be left out. */
export function ignoring(options: InputOptions) {
  const {ignore, ignorePath, ignorePattern: ignorePatterns} = options
  return {ignore, ignorePath, ignorePatterns, allowUnmatched: !options.errorOnUnmatchedPattern}
}

function conflict({files, stdin, stdinFilename}: InputOptions): string | undefined {
  if (stdin && files.length > 0) return "standard input and files can't be read together: name either"
  if (!stdin && stdinFilename !== undefined) return '--stdin-filename is for standard input: add --stdin'
  if (!stdin && files.length === 0) return 'no files given: name files, folders or globs, or use --stdin'
  return undefined
}

/** Adds what says which articles to read. */
export function addInputOptions(command: Command): Command {
  return command
    .argument(
      '[files...]',
      'files, folders (their .md, .markdown, .mdx and .txt) or quoted globs; `-` is standard input'
    )
    .optionsGroup('Input:')
    .option('--stdin', 'read standard input')
    .option('--stdin-filename <path>', 'path that standard input is to be treated as')
    .option('--ignore-pattern <glob>', 'leave out files, in the syntax of .gitignore (repeatable)', collect)
    .option('--ignore-path <path>', 'leave out the files that this file lists, in the syntax of .gitignore')
    .option('--no-ignore', 'leave out nothing: no `ignores`, .articlelintignore, .gitignore and the above')
    .option('--no-error-on-unmatched-pattern', 'accept a folder or glob without articles')
    .addOption(
      new Option(
        '--parser <name>',
        'format of all articles whatever their extension: markdown, mdx, html, text; or what reads those in Markdown: remark, satteri, or auto, which is satteri where it is installed'
      )
        .choices(parserNames)
        .default('auto')
    )
    .option(
      '--language <tag>',
      'language of all articles, such as en or de-AT; by default found out for each'
    )
}

/** Gathers a flag that may stand several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
