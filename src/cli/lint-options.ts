import {Command, InvalidArgumentError, Option} from 'commander'
import type {RuleEntry, SeverityName} from '../config/index.ts'
import type {Concurrency} from '../engine/index.ts'
import type {Shard} from '../engine/parts/part.ts'
import {addOnlineOptions, type OnlineOptions, onlineConflict, withOnlineMode} from './online-options.ts'
import {addInputOptions, collect, type InputOptions, type Request, readRequest} from './options.ts'
import {
  addReportOptions,
  addSuppressionOptions,
  type ReportOptions,
  reportConflict,
  type SuppressionOptions
} from './report-options.ts'

/** What the command line asks for. */
export interface LintOptions extends InputOptions, ReportOptions, SuppressionOptions, OnlineOptions {
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly rule?: Readonly<Record<string, RuleEntry>>
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly inlineConfig: boolean
  readonly reportUnusedDisableDirectives?: boolean
  readonly printConfig?: string
  readonly since?: string
  readonly staged?: boolean
  readonly shard?: Shard
  readonly factsOut?: string
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly concurrency?: Concurrency
  readonly timeout?: number
  readonly watch?: boolean
}

/** Reads the arguments after the program's name. */
export function readLintArguments(args: readonly string[], version: string): Request<LintOptions> {
  const request = readRequest<LintOptions>(createCommand(version), withOnlineMode(args), usualFiles)
  const reason = request.kind === 'run' ? conflict(request.options) : undefined
  return reason === undefined ? request : {kind: 'wrong', reason}
}

/** What changed is looked for everywhere, if nothing is named. */
function usualFiles({since, staged, printConfig}: LintOptions): readonly string[] {
  if (printConfig !== undefined) return [printConfig]
  return since !== undefined || staged ? ['.'] : []
}

function conflict(options: LintOptions): string | undefined {
  const {stdin, watch, staged, fix, since, shard, cache, cacheLocation} = options
  const {suppressAll, suppressRule, pruneSuppressions} = options
  if (cacheLocation !== undefined && !cache) return '--cache-location is for --cache: add --cache'
  const isOnline = options.online !== undefined
  if (isOnline && (shard || watch))
    return 'sources are checked once, for all articles together: leave out --online, or --shard and --watch'
  const offline = onlineConflict(options)
  if (offline !== undefined) return offline
  if (shard) {
    const isOther = stdin || watch || staged || since !== undefined || fix || options.fixDryRun
    if (isOther)
      return '--shard lints whole articles of a site for merge: leave out --stdin, --watch, --since, --staged and --fix…'
    if (suppressAll || suppressRule || pruneSuppressions)
      return 'suppressions are made of all shards together: give --suppress-… and --prune-suppressions to `articlelint merge`'
    return undefined
  }
  const wrong = reportConflict(options)
  if (wrong !== undefined) return wrong
  if (options.factsOut !== undefined && (stdin || staged))
    return '--facts-out takes files as they are: leave out --stdin and --staged'
  const suppresses = suppressAll || suppressRule || pruneSuppressions
  if (suppresses && (since !== undefined || staged || watch))
    return 'suppressions are made of whole articles: leave out --since, --staged and --watch'
  if (stdin && (watch || since !== undefined || staged || suppresses))
    return 'standard input has no history and no file: leave out --watch, --since, --staged, --suppress-… and --prune-suppressions'
  if (staged && fix)
    return '--fix repairs files, --staged reads what is staged: leave out one, or use --fix-dry-run'
  return undefined
}

function createCommand(version: string): Command {
  const program = new Command('articlelint')
    .usage('[options] [files...]\n       articlelint <command> [options]')
    .description(
      'Finds what a careful editor would stop at: copies, broken headings, claims without a source, page debris.'
    )
  addInputOptions(program)
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
    .option('--no-code-config', 'refuse configs and plugins that run code, for trees that are not trusted')
    .option('--no-inline-config', 'ignore the articlelint comments and front matter in articles')
    .option('--report-unused-disable-directives', 'report comments that silence nothing, as errors')
    .option('--print-config <file>', 'print the config of a file, each value with where it comes from')
    .optionsGroup('Existing sites:')
    .addOption(
      new Option('--since <ref>', 'report only lines that changed since this git branch or commit').conflicts(
        'staged'
      )
    )
    .option('--staged', 'report only lines that are staged for a git commit, as they are staged')
  addSuppressionOptions(program)
    .optionsGroup('Repair:')
    .addOption(new Option('--fix', 'repair what is sure, in the files').conflicts('fixDryRun'))
    .option('--fix-dry-run', 'show what --fix would change, as a diff, and change nothing')
  addOnlineOptions(program)
  return addReportOptions(program)
    .optionsGroup('Large sites:')
    .option('--cache', 'lint only articles that changed since the run before, and take the others from it')
    .option('--cache-location <path>', 'folder of the cache; by default node_modules/.cache/articlelint')
    .option(
      '--concurrency <n|auto|off>',
      'lint in n threads beside the main one, or in as many as pay; off by default',
      toConcurrency
    )
    .option(
      '--shard <i/n>',
      'lint one of n parts of the site, for `articlelint merge`, into -o or articlelint-part-i-of-n.json',
      toShard
    )
    .option('--facts-out <path>', 'write what the articles may share into a Parquet file, for databases')
    .optionsGroup('Other:')
    .option(
      '--timeout <seconds>',
      'break an article off after this time, and as much again for each MB of it; 10 by default',
      toSeconds
    )
    .option('-w, --watch', 'lint again when a file changes')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', epilogue)
}

const epilogue = `
Commands:
  claims [files...]  list every claim with its source, for a fact check: articlelint claims --help
  explain <rule>     print the page of a rule: why, examples, options, measured alarms
  init               write a config that shows what can be set
  merge <parts...>   report what the shards of a large site found: articlelint merge --help
  lsp --stdio        serve an editor (Language Server Protocol)
  rules              list the rules with severity and whether they can repair
  verify [files...]  open the sources that articles cite, and check what they say: articlelint verify --help

Examples:
  articlelint draft.md
  articlelint posts "docs/**/*.md" --max-warnings 0
  articlelint --fix draft.md
  articlelint --since main                        what a branch adds
  articlelint draft.md --online                   check its sources too
  articlelint posts --suppress-all                start on an old site: only new findings fail
  articlelint posts -f stylish -f sarif:out.sarif -f html:report.html
  articlelint posts --shard 1/4                   on one of four machines; then: articlelint merge articlelint-part-*
  articlelint --stdin --stdin-filename draft.md < draft.md
  articlelint --rule 'unsourced-claim:error:{"minConfidence":0.8}' draft.md

Exit codes:
  0  no errors, and no more warnings than --max-warnings
  1  errors found, or too many warnings
  2  wrong usage or config, no file matched, a file that can't be read, a crash`

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

/** `1/4` */
function toShard(value: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number)
  if (index >= 1 && index <= count) return {index, count}
  throw new InvalidArgumentError('Expected a part of so many, from 1/n to n/n, such as 1/4.')
}

function toSeconds(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) > 0) return Number(value)
  throw new InvalidArgumentError('Expected a whole number of seconds from 1 to 99999.')
}

function toConcurrency(value: string): Concurrency {
  if (value === 'auto' || value === 'off') return value
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 1 to 999, `auto` or `off`.')
}
