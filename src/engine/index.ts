import path from 'node:path'
import {createConfigLoader, refuseUnknownRules, resolveRuleset, shownPath} from '../config/index.ts'
import type {Outcome} from './article.ts'
import type {CacheSettings} from './cache/cache.ts'
import {type ChosenFile, chooseFiles, type FileSettings} from './choose.ts'
import type {FactsTable} from './facts-table.ts'
import {decodeArticle} from './files.ts'
import type {ChangeQuery} from './git/changes.ts'
import type {Job, JobSettings} from './jobs.ts'
import {loadParser} from './parsers/parsers.ts'
import type {LintFilesResult} from './result.ts'
import {createRun, type RunResult} from './run.ts'
import {hasSuppressions, type SuppressionSettings} from './suppressions/suppression-settings.ts'
import type {OnlineSettings} from './verify/settings.ts'

export type {FileResult, LintFilesResult, Problem} from './result.ts'
export type {OnlineSettings} from './verify/settings.ts'
export type {Concurrency} from './workers/concurrency.ts'

export interface LintSettings extends JobSettings {
  /** What the suppressions file holds back, and what becomes of that file. */
  readonly suppressions?: SuppressionSettings | undefined
  /** Check the sources that articles cite; by default the network is not touched, and no lock file of sources read. */
  readonly online?: OnlineSettings | undefined
}

export interface LintFilesSettings extends LintSettings, Omit<FileSettings, 'online'> {
  /** Report only what stands on lines that changed, or is about a changed article as a whole. */
  readonly changes?: ChangeQuery | undefined
  /** Path of a Parquet file, from `cwd`, for what the articles may share. */
  readonly factsFile?: string | undefined
  /** Take what is known of articles that did not change from the run before; by default all are linted. */
  readonly cache?: CacheSettings | undefined
}

/**
 * Lints files, folders and globs. Articles that can't be read are named in `problems`; the others are linted.
 * Throws `UsageError` when a named file is missing or nothing matches, `ConfigError` for a config that can't be used.
 */
export async function lintFiles(
  patterns: readonly string[],
  settings: LintFilesSettings = {}
): Promise<LintFilesResult> {
  const cwd = path.resolve(settings.cwd ?? '')
  const changes = settings.changes && (await import('./git/changes.ts'))
  const changed = settings.changes && (await changes?.readChanges(settings.changes, cwd))
  const configNotes: string[] = []
  const chosen = await chooseFiles(
    patterns,
    changed ? {...settings, allowUnmatched: true} : settings,
    (text) => configNotes.push(text)
  )
  // What is said of several articles together needs them all.
  const wanted = changed
    ? chosen.filter(
        ({file, config}) =>
          changed.linesOf(file) !== undefined ||
          resolveRuleset(config, file).rules.some(({rule}) => rule.collect)
      )
    : chosen
  const jobs = wanted.map(({file, config}): Job => {
    const staged = changed?.read(file)
    return {file, shown: shownPath(file, cwd), config, ...(staged ? {staged} : {})}
  })
  // Of articles that did not change nothing is reported: their sources are not asked for.
  const changedPaths =
    changed && new Set(wanted.filter(({file}) => changed.linesOf(file)).map(({file}) => shownPath(file, cwd)))
  const run = createRun({...settings, isAsked: changedPaths && ((article) => changedPaths.has(article))})
  const roots =
    settings.fix === 'write' ? (await import('./fix-roots.ts')).fixRoots(patterns, cwd) : undefined
  const cacheNotes = await lintJobsOf(jobs, chosen, {...settings, roots}, (outcome) => run.add(outcome))
  const {notes, ...suppressed} = await suppress(await run.finish(), settings.suppressions, cwd)
  const result = {...suppressed, notes: [...configNotes, ...cacheNotes, ...notes]}
  return changes && changed ? {...result, files: changes.onlyChanged(result.files, changed, cwd)} : result
}

/**
 * Lints articles, and has each outcome used. Gives what a person should know of the cache.
 *
 * @param chosen all articles of the run: `jobs` may be fewer
 */
export async function lintJobsOf(
  jobs: readonly Job[],
  chosen: readonly ChosenFile[],
  settings: LintFilesSettings,
  use: (outcome: Outcome) => void
): Promise<readonly string[]> {
  const {factsFile, onProgress} = settings
  const cwd = path.resolve(settings.cwd ?? '')
  const facts = factsFile === undefined ? undefined : await createFacts(chosen)
  let done = 0
  onProgress?.(done, jobs.length)
  const shared = {...settings, cwd}
  const cache = settings.cache && (await import('./cache/cache.ts')).createCache(settings.cache, shared, cwd)
  for await (const outcome of cache?.lint(jobs, lintJobs) ?? lintJobs(jobs, shared)) {
    use(outcome)
    facts?.add(outcome)
    onProgress?.(++done, jobs.length)
  }
  if (facts && factsFile !== undefined) await facts.write(path.resolve(cwd, factsFile))
  return cache?.notes ?? []
}

async function createFacts(chosen: readonly ChosenFile[]): Promise<FactsTable> {
  const {createFactsTable, factsRule} = await import('./facts-table.ts')
  const isOn = ({file, config}: ChosenFile): boolean =>
    resolveRuleset(config, file).rules.some(({rule}) => rule.id === factsRule)
  return createFactsTable(chosen.length === 0 || chosen.some(isOn))
}

/**
 * Lints one article that is no file, such as standard input.
 *
 * @param bytes the article, in UTF-8
 * @param settings `filename` as the article is to be called: it decides about the config and the overrides
 */
export async function lintInput(
  bytes: Buffer,
  settings: LintSettings & {readonly filename?: string | undefined} = {}
): Promise<LintFilesResult & {readonly text: string | undefined}> {
  const cwd = path.resolve(settings.cwd ?? '')
  const {filename} = settings
  const file = path.resolve(cwd, filename ?? '<stdin>')
  const configNotes: string[] = []
  const config = await createConfigLoader(settings, cwd, (text) => configNotes.push(text))(file)
  refuseUnknownRules([config])
  const run = createRun(settings)
  const article = {
    file: filename ? file : undefined,
    shown: filename ? shownPath(file, cwd) : '<stdin>',
    read: decodeArticle(bytes),
    config,
    parser: await loadParser(settings.parser, filename),
    isFile: false
  }
  const {lintArticle} = await import('./article.ts')
  const {text, ...outcome} = await lintArticle(article, settings)
  run.add(outcome)
  const {notes, ...result} = await suppress(await run.finish(), settings.suppressions, cwd)
  return {...result, notes: [...configNotes, ...notes], text}
}

/** The parser is loaded where an article is to be linted. */
async function* lintJobs(jobs: readonly Job[], settings: JobSettings): AsyncGenerator<Outcome> {
  yield* (await import('./jobs.ts')).lintJobs(jobs, settings)
}

/** The result without what the suppressions file holds back. */
export async function suppress(
  {files, problems, notes, rulesOf}: RunResult,
  settings: SuppressionSettings | undefined,
  cwd: string
): Promise<LintFilesResult> {
  if (!settings || !hasSuppressions(settings, cwd)) return {files, problems, notes}
  const {applySuppressions} = await import('./suppressions/suppressions.ts')
  const applied = await applySuppressions(files, settings, cwd, rulesOf)
  return {...applied, problems, notes: [...notes, ...applied.notes]}
}
