import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import type {RuleEntry, SeverityName} from '../config/index.ts'
import {type Format, formats} from '../reporters/index.ts'
import type {Severity} from '../rule/index.ts'

/** Which articles the command line asks for. */
export interface InputOptions {
  readonly files: readonly string[]
  readonly stdin: boolean
  readonly stdinFilename?: string
  readonly config?: string | false
  readonly ignore: boolean
  readonly ignorePattern?: readonly string[]
  readonly ignorePath?: string
  readonly errorOnUnmatchedPattern: boolean
  readonly language?: string
}

/** What the command line asks for. */
export interface CliOptions extends InputOptions {
  readonly format: Format
  readonly outputFile?: string
  readonly quiet?: boolean
  readonly maxWarnings?: number
  readonly minSeverity: Severity
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly rule?: Readonly<Record<string, RuleEntry>>
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly inlineConfig: boolean
  /** Nothing when it is to be found out. */
  readonly color?: boolean
}

/** What to do: run, or print a text and end. */
export type Request<Options extends InputOptions> =
  | {readonly kind: 'run'; readonly options: Options}
  | {readonly kind: 'print'; readonly text: string}
  | {readonly kind: 'wrong'; readonly reason: string}

/** Reads the arguments after the program's name. */
export function readArguments(args: readonly string[], version: string): Request<CliOptions> {
  return readRequest(createProgram(version), args)
}

/** Reads the arguments of a program or command that takes articles. */
export function readRequest<Options extends InputOptions>(
  program: Command,
  args: readonly string[]
): Request<Options> {
  let printed = ''
  program.exitOverride().configureOutput({
    writeOut: (text) => {
      printed += text
    },
    writeErr: () => {},
    outputError: () => {}
  })
  try {
    program.parse(args, {from: 'user'})
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
  const given = program.opts<Options>()
  const files = program.args.filter((file) => file !== '-')
  const options = {...given, files, stdin: given.stdin === true || files.length < program.args.length}
  const reason = conflict(options)
  return reason === undefined ? {kind: 'run', options} : {kind: 'wrong', reason}
}

function conflict({files, stdin, stdinFilename}: InputOptions): string | undefined {
  if (stdin && files.length > 0) return "standard input and files can't be read together: name either"
  if (!stdin && stdinFilename !== undefined) return '--stdin-filename is for standard input: add --stdin'
  if (!stdin && files.length === 0) return 'no files given: name files, folders or globs, or use --stdin'
  return undefined
}

function createProgram(version: string): Command {
  const program = new Command('articlelint')
    .usage('[options] [files...]\n       articlelint claims [options] [files...]')
    .description(
      'Finds what a careful editor would stop at: copies, broken headings, claims without a source, page debris.'
    )
  return addInputOptions(program)
    .optionsGroup('Rules:')
    .option('-c, --config <path>', 'use this config file for all articles')
    .option('--no-config', 'use no config file, but the recommended rules')
    .option(
      '--rule <id:severity[:json]>',
      'set a rule: off, info, warn or error, with options (repeatable)',
      collectRule
    )
    .option('--only <id>', 'run this rule and no other (repeatable)', collect)
    .option('--skip <id>', 'do not run this rule (repeatable)', collect)
    .option('--no-inline-config', 'ignore the articlelint comments in articles')
    .optionsGroup('Repair:')
    .addOption(new Option('--fix', 'repair what is sure, in the files').conflicts('fixDryRun'))
    .option('--fix-dry-run', 'show what --fix would change, as a diff, and change nothing')
    .optionsGroup('Report:')
    .addOption(new Option('-f, --format <name>', 'form of the report').choices(formats).default('stylish'))
    .option('-o, --output-file <path>', 'write the report into a file')
    .option('-q, --quiet', 'show errors only; warnings still count for --max-warnings')
    .addOption(
      new Option('--min-severity <severity>', 'show nothing below')
        .choices(['info', 'warn', 'error'])
        .default('info')
    )
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', toCount)
    .option('--color', 'colour the report; by default on a terminal')
    .option('--no-color', 'do not colour the report')
    .optionsGroup('Other:')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', epilogue)
}

/** Adds what says which articles to read. */
export function addInputOptions(command: Command): Command {
  return command
    .argument('[files...]', 'files, folders (.md, .markdown, .txt) or quoted globs; `-` is standard input')
    .optionsGroup('Input:')
    .option('--stdin', 'read standard input')
    .option('--stdin-filename <path>', 'path that standard input is to be treated as')
    .option('--ignore-pattern <glob>', 'leave out files, in the syntax of .gitignore (repeatable)', collect)
    .option('--ignore-path <path>', 'leave out the files that this file lists, in the syntax of .gitignore')
    .option('--no-ignore', 'leave out nothing: no `ignores`, --ignore-pattern, --ignore-path')
    .option('--no-error-on-unmatched-pattern', 'accept a folder or glob without articles')
    .option(
      '--language <tag>',
      'language of all articles, such as en or de-AT; by default found out for each'
    )
}

const epilogue = `
Commands:
  claims [files...]  list every claim with its source, for a fact check: articlelint claims --help

Examples:
  articlelint draft.md
  articlelint posts "docs/**/*.md" --max-warnings 0
  articlelint --fix draft.md
  articlelint --stdin --stdin-filename draft.md < draft.md
  articlelint --rule 'unsourced-claim:error:{"minConfidence":0.8}' draft.md

Exit codes:
  0  no errors, and no more warnings than --max-warnings
  1  errors found, or too many warnings
  2  wrong usage or config, no file matched, a file that can't be read, a crash`

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** `id:severity` or `id:severity:{"option": 1}`; what stands there is checked with the config. */
function collectRule(
  value: string,
  before: Readonly<Record<string, RuleEntry>> = {}
): Record<string, RuleEntry> {
  const [id = '', severity = ''] = value.split(':', 2)
  const json = value.slice(id.length + severity.length + 2)
  if (id === '' || severity === '')
    throw new InvalidArgumentError('Expected id:severity, such as `empty-section:error`.')
  if (json === '') return {...before, [id]: severity as SeverityName}
  try {
    return {...before, [id]: [severity as SeverityName, JSON.parse(json)]}
  } catch {
    throw new InvalidArgumentError(
      `Expected the options as JSON, such as \`${id}:${severity}:{"name": 1}\` (quote it for the shell).`
    )
  }
}

function toCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 0.')
}
