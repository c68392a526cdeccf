import {Command, InvalidArgumentError, Option} from 'commander'
import type {ClaimsResult} from '../engine/claims.ts'
import type {OnlineSettings} from '../engine/index.ts'
import {type ClaimFormat, claimFormats, loadClaimReporter} from '../reporters/index.ts'
import {
  addOnlineOptions,
  type OnlineOptions,
  onlineConflict,
  onlineSettings,
  withOnlineMode
} from './online-options.ts'
import {addInputOptions, answer, type InputOptions, ignoring, readRequest} from './options.ts'
import {
  complain,
  complainOf,
  hasColor,
  print,
  readInput,
  runsCommands,
  widthOf,
  withProgress
} from './terminal.ts'

/** What `articlelint claims` is asked for. */
export interface ClaimsOptions extends InputOptions, OnlineOptions {
  readonly format: ClaimFormat
  readonly outputFile?: string
  readonly minConfidence?: number
  /** Nothing when it is to be found out. */
  readonly color?: boolean
}

/** `articlelint claims` */
export async function run(args: readonly string[]): Promise<number> {
  const request = readRequest<ClaimsOptions>(createCommand(), withOnlineMode(args))
  const wrong = request.kind === 'run' ? onlineConflict(request.options) : undefined
  if (wrong !== undefined)
    return answer({kind: 'wrong', reason: wrong}, 'articlelint claims [options] [files...]')
  if (request.kind !== 'run') return answer(request, 'articlelint claims [options] [files...]')
  const {options} = request
  const {files, problems, notes} = await listClaims(options)
  complainOf(problems)
  for (const note of notes) complain(note)
  const {format, outputFile} = options
  const reporter = await loadClaimReporter(format)
  const isSeen = outputFile === undefined
  const color = options.color ?? (isSeen && hasColor(process.stdout))
  const width = isSeen ? widthOf(process.stdout) : undefined
  await print(reporter(files, {color, width, githubActions: runsCommands}), outputFile)
  return problems.length > 0 ? 2 : 0
}

async function listClaims(options: ClaimsOptions): Promise<ClaimsResult> {
  const {listClaimsOfFiles, listClaimsOfInput} = await import('../engine/claims.ts')
  const {config, codeConfig, language, parser, minConfidence} = options
  const input = options.stdin ? await readInput() : undefined
  const list = (online: OnlineSettings | undefined): Promise<ClaimsResult> => {
    const settings = {config, codeConfig, language, parser, minConfidence, online}
    if (input) return listClaimsOfInput(input, {...settings, filename: options.stdinFilename})
    return withProgress((onProgress) =>
      listClaimsOfFiles(options.files, {...settings, ...ignoring(options), onProgress})
    )
  }
  if (options.online === undefined) return list(undefined)
  const {withSourceProgress} = await import('./source-progress.ts')
  return withSourceProgress(onlineSettings(options, options.online), list)
}

function createCommand(): Command {
  const command = new Command('articlelint claims')
    .usage('[options] [files...]')
    .description(
      'Lists every claim of articles, how surely it is one, and its source: the sheet for a fact check.'
    )
  addInputOptions(command)
    .option('-c, --config <path>', 'use `ignores` and `language` of this config file')
    .option('--no-config', 'use no config file')
    .option('--no-code-config', 'refuse configs and plugins that run code')
  return addOnlineOptions(command)
    .optionsGroup('Report:')
    .addOption(new Option('-f, --format <name>', 'form of the sheet').choices(claimFormats).default('table'))
    .option('-o, --output-file <path>', 'write the sheet into a file')
    .option(
      '--min-confidence <n>',
      'leave out claims less sure than this, from 0 to 1 (default: 0.35)',
      toConfidence
    )
    .option('--color', 'colour the table; by default on a terminal')
    .option('--no-color', 'do not colour the table')
    .optionsGroup('Other:')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', epilogue)
}

const epilogue = `
Examples:
  articlelint claims draft.md
  articlelint claims draft.md -f csv -o draft-claims.csv
  articlelint claims draft.md --online       with what each source says
  articlelint claims posts --min-confidence 0.5 -f json

Exit codes:
  0  the claims were listed
  2  wrong usage or config, no file matched, a file that can't be read, a crash`

function toConfidence(value: string): number {
  if (/^(?:0|1|0?\.\d{1,9}|1\.0{1,9})$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number from 0 to 1.')
}
