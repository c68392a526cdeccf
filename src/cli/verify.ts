import {Command, Option} from 'commander'
import type {LintFilesResult, LintFilesSettings, OnlineSettings} from '../engine/index.ts'
import {addSourceOptions, onlineSettings, type SourceOptions} from './online-options.ts'
import {addInputOptions, answer, type InputOptions, ignoring, type Request, readRequest} from './options.ts'
import {exitCode, report} from './report.ts'
import {
  addReportOptions,
  keepFor,
  type ReportOptions,
  reportConflict,
  suppressionsOf
} from './report-options.ts'
import {withSourceProgress} from './source-progress.ts'
import {complain, complainOf, readInput} from './terminal.ts'
import {version} from './version.ts'

/** What `articlelint verify` is asked for. */
interface VerifyOptions extends InputOptions, ReportOptions, SourceOptions {
  readonly update?: boolean
  readonly locked?: boolean
  readonly prune?: boolean
  readonly inlineConfig: boolean
  readonly suppressionsLocation?: string
}

const usage = 'articlelint verify [options] [files...]'

/** `articlelint verify` */
export async function run(args: readonly string[]): Promise<number> {
  const request = readRequest<VerifyOptions>(createCommand(), args)
  const wrong = conflictOf(request)
  if (wrong !== undefined) return answer({kind: 'wrong', reason: wrong}, usage)
  if (request.kind !== 'run') return answer(request, usage)
  const {options} = request
  const mode = options.locked ? 'locked' : options.update ? 'update' : 'fetch'
  const online = {...onlineSettings(options, mode), isAlone: true, prune: options.prune}
  const result = await withSourceProgress(online, (online) => verify(options, online))
  complainOf(result.problems)
  for (const note of result.notes) complain(note)
  await report(result, options, version, process.stdout)
  return exitCode(result, options)
}

function conflictOf(request: Request<VerifyOptions>): string | undefined {
  if (request.kind !== 'run') return undefined
  const {options} = request
  if (options.locked && (options.allowPrivateHosts || options.proxy !== undefined))
    return '--locked opens no source: leave out --allow-private-hosts and --proxy'
  if (options.prune && options.stdin) return '--prune is for all articles of a site: name files'
  return reportConflict(options)
}

async function verify(options: VerifyOptions, online: OnlineSettings | undefined): Promise<LintFilesResult> {
  const {lintFiles, lintInput} = await import('../engine/index.ts')
  const {config, codeConfig, language, parser, inlineConfig} = options
  const settings: LintFilesSettings = {
    ...{config, codeConfig, language, parser, inlineConfig, online},
    today: online?.today,
    keep: keepFor(options),
    suppressions: suppressionsOf(options)
  }
  if (options.stdin) return lintInput(await readInput(), {...settings, filename: options.stdinFilename})
  return lintFiles(options.files, {...settings, ...ignoring(options)})
}

function createCommand(): Command {
  const command = new Command('articlelint verify')
    .usage('[options] [files...]')
    .description(
      'Opens the sources that articles cite: are they there, and do they say what the articles say? Keeps the answers in articlelint.sources.json.'
    )
  addInputOptions(command)
    .option('-c, --config <path>', 'use this config file for all articles')
    .option('--no-config', 'use no config file, but the recommended rules')
    .option('--no-code-config', 'refuse configs and plugins that run code')
    .option('--no-inline-config', 'ignore the articlelint comments and front matter in articles')
    .option('--suppressions-location <path>', 'use this suppressions file')
    .optionsGroup('Sources:')
    .option('--update', 'open all sources again, those that were checked of late too')
    .addOption(
      new Option('--locked', 'open no source: what articlelint.sources.json says holds').conflicts([
        'update',
        'prune'
      ])
    )
    .option('--prune', 'remove sources from articlelint.sources.json that none of these articles cites')
  addSourceOptions(command)
  return addReportOptions(command)
    .optionsGroup('Other:')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', epilogue)
}

const epilogue = `
Each source is opened as a visitor would, once in 90 days, and 7 days where it was dead; robots.txt is obeyed, and a host is
asked once a second. Ctrl-C keeps what was found: the next run goes on from there. Commit articlelint.sources.json, and let CI
run with --locked.

Examples:
  articlelint verify draft.md
  articlelint verify posts --update -f html:report.html
  articlelint verify posts --locked --max-warnings 0

Exit codes:
  0  no errors, and no more warnings than --max-warnings; a source that could not be checked is none
  1  errors found, or too many warnings
  2  wrong usage or config, no file matched, a file that can't be read, a crash`
