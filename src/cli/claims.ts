import {Command, InvalidArgumentError, Option} from 'commander'
import {type ClaimFormat, claimFormats} from '../reporters/index.ts'
import {addInputOptions, type InputOptions, type Request, readRequest} from './options.ts'

/** What `articlelint claims` is asked for. */
export interface ClaimsOptions extends InputOptions {
  readonly format: ClaimFormat
  readonly outputFile?: string
  readonly minConfidence?: number
  /** Nothing when it is to be found out. */
  readonly color?: boolean
}

/** Reads the arguments after `articlelint claims`. */
export function readClaimsArguments(args: readonly string[]): Request<ClaimsOptions> {
  return readRequest(createCommand(), args)
}

function createCommand(): Command {
  const command = new Command('articlelint claims')
    .usage('[options] [files...]')
    .description(
      'Lists every claim of articles, how surely it is one, and its source: the sheet for a fact check.'
    )
  return addInputOptions(command)
    .option('-c, --config <path>', 'use `ignores` and `language` of this config file')
    .option('--no-config', 'use no config file')
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
  articlelint claims posts --min-confidence 0.5 -f json

Exit codes:
  0  the claims were listed
  2  wrong usage or config, no file matched, a file that can't be read, a crash`

function toConfidence(value: string): number {
  if (/^(?:0|1|0?\.\d{1,9}|1\.0{1,9})$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number from 0 to 1.')
}
