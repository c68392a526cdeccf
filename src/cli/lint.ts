import type {LintFilesResult, LintFilesSettings, OnlineSettings} from '../engine/index.ts'
import type {Shard} from '../engine/parts/part.ts'
import {escapeLine} from '../reporters/escape.ts'
import {type LintOptions, readLintArguments} from './lint-options.ts'
import {onlineSettings} from './online-options.ts'
import {answer, ignoring} from './options.ts'
import {exitCode, report} from './report.ts'
import {keepFor, suppressionsOf} from './report-options.ts'
import {complain, complainOf, print, readInput, today, withProgress} from './terminal.ts'
import {version} from './version.ts'

const {stderr, stdout} = process

/** `articlelint [files...]` */
export async function run(args: readonly string[]): Promise<number> {
  const request = readLintArguments(args, version)
  if (request.kind !== 'run') return answer(request, 'articlelint [options] [files...]')
  const {options} = request
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options)
  if (options.shard) return writePart(options, options.shard, version)
  if (!options.watch) return (await lintOnce(options, version)).code
  const {watch} = await import('./watch.ts')
  const outputs = [options.outputFile, ...options.format.map(({file}) => file)]
  return watch({
    patterns: options.files,
    outputs: outputs.filter((file) => file !== undefined),
    lint: async () => (await lintOnce(options, version)).paths
  })
}

async function writePart(options: LintOptions, shard: Shard, version: string): Promise<number> {
  const {lintShard} = await import('../engine/parts/shard.ts')
  const {index, count} = shard
  const partFile = options.outputFile ?? `articlelint-part-${index}-of-${count}.json`
  const settings = {...lintSettings(options), ...ignoring(options)}
  const {articles, notes} = await withProgress((onProgress) =>
    lintShard(options.files, {...settings, onProgress, shard, partFile, version})
  )
  for (const note of notes) complain(note)
  if (!options.quiet)
    await print(
      `part ${index} of ${count}: ${articles} ${articles === 1 ? 'article' : 'articles'} in ${escapeLine(partFile)}`,
      undefined
    )
  return 0
}

async function printConfig(file: string, options: LintOptions): Promise<number> {
  const {describeConfig} = await import('../config/describe.ts')
  const {escapeJson} = await import('../reporters/json.ts')
  const described = await describeConfig(file, runSettings(options), process.cwd(), complain)
  await print(escapeJson(described), options.outputFile)
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
  const online = options.online && onlineSettings(options, options.online)
  const rules = reportUnusedDisableDirectives ? {'unused-directive': 'error' as const, ...rule} : rule
  return {config, codeConfig, rules, only, skip, language, online}
}

/** Those that decide about each article by itself. */
function lintSettings(options: LintOptions): LintFilesSettings {
  const {
    concurrency,
    inlineConfig,
    parser,
    timeout,
    factsOut: factsFile,
    cache,
    cacheLocation: location
  } = options
  return {
    ...runSettings(options),
    inlineConfig,
    parser,
    concurrency,
    timeout,
    cache: cache ? {location} : undefined,
    factsFile,
    today: today(),
    keep: keepFor(options)
  }
}

async function lint(options: LintOptions): Promise<LintFilesResult & {readonly text?: string | undefined}> {
  if (options.online === undefined) return lintWith(options, undefined)
  const {withSourceProgress} = await import('./source-progress.ts')
  return withSourceProgress(onlineSettings(options, options.online), (online) => lintWith(options, online))
}

async function lintWith(
  options: LintOptions,
  online: OnlineSettings | undefined
): Promise<LintFilesResult & {readonly text?: string | undefined}> {
  const {lintFiles, lintInput} = await import('../engine/index.ts')
  const {since, staged} = options
  const settings: LintFilesSettings = {
    ...lintSettings(options),
    online,
    fix: options.fix ? 'write' : options.fixDryRun ? 'dry-run' : undefined,
    suppressions: suppressionsOf(options),
    changes: since !== undefined ? {since} : staged ? {staged} : undefined
  }
  if (options.stdin) return lintInput(await readInput(), {...settings, filename: options.stdinFilename})
  return withProgress((onProgress) =>
    lintFiles(options.files, {...settings, ...ignoring(options), onProgress})
  )
}
