import path from 'node:path'
import {createConfigLoader, type RunSettings, resolveRuleset, shownPath} from '../config/index.ts'
import {type LintResult, lintText, type Ruleset} from '../lint/index.ts'
import type {Message} from '../lint/message.ts'
import type {SiteArticle} from '../lint/site.ts'
import {chooseFiles, type FileSettings} from './choose.ts'
import {decodeArticle, type ReadResult, readArticle, reasonOf} from './files.ts'

export interface LintSettings extends RunSettings {
  /** Folder that patterns and reported paths start from; by default the one the process stands in. */
  readonly cwd?: string | undefined
  /** Whether comments in the articles can silence messages; by default they can. */
  readonly inlineConfig?: boolean | undefined
  /** `write` repairs the files; `dry-run` gives the diffs and writes nothing. */
  readonly fix?: 'write' | 'dry-run' | undefined
}

export interface LintFilesSettings extends LintSettings, FileSettings {}

/** One article: what is to say about it, after the fix when one was asked for. */
export interface FileResult {
  /** From `cwd`, with `/`; whole when it is outside; `<stdin>` without a name. */
  readonly path: string
  readonly messages: readonly Message[]
  /** How many fixes were applied. */
  readonly fixed: number
  /** What a dry run would change, as a unified diff. */
  readonly diff?: string
}

/** Why an article could not be linted whole: unreadable, not written, a rule that crashed. */
export interface Problem {
  readonly path: string
  readonly reason: string
}

export interface LintFilesResult {
  /** Sorted by path. */
  readonly files: readonly FileResult[]
  readonly problems: readonly Problem[]
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
  const chosen = await chooseFiles(patterns, settings)
  const run = createRun(settings)
  for (const [index, {file, config}] of chosen.entries()) {
    settings.onProgress?.(index, chosen.length)
    await run.lint({
      file,
      shown: shownPath(file, cwd),
      read: readArticle(file),
      ruleset: resolveRuleset(config, file),
      language: config.language
    })
  }
  return run.finish()
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
  const file = path.resolve(cwd, settings.filename ?? '<stdin>')
  const config = await createConfigLoader(settings, cwd)(file)
  const ruleset = resolveRuleset(config, settings.filename ? file : undefined)
  const run = createRun(settings)
  const shown = settings.filename ? shownPath(file, cwd) : '<stdin>'
  const text = await run.lint({
    file: undefined,
    shown,
    read: decodeArticle(bytes),
    ruleset,
    language: config.language
  })
  return {...(await run.finish()), text}
}

interface Article {
  /** Where a fix is written; nowhere when left out. */
  readonly file: string | undefined
  readonly shown: string
  readonly read: ReadResult
  readonly ruleset: Ruleset
  /** BCP 47 tag, when it is set. */
  readonly language: string | undefined
}

interface Run {
  /** Lints, and repairs when asked to. Gives the text after the fix. */
  lint(article: Article): Promise<string | undefined>
  /** Runs the site rules and gives the results. */
  finish(): Promise<LintFilesResult>
}

function createRun({fix, inlineConfig}: LintSettings): Run {
  const files: FileResult[] = []
  const problems: Problem[] = []
  const site: SiteArticle[] = []

  const repair = async ({file, shown}: Article, before: string, lint: (text: string) => LintResult) => {
    const {fixText} = await import('../lint/fix.ts')
    const {text, result, applied, isLoop} = fixText(before, lint)
    if (isLoop)
      problems.push({path: shown, reason: 'fixes undo each other; the last text before the loop was kept'})
    if (text === before) return {text, result, fixed: 0}
    if (fix === 'dry-run') {
      const {unifiedDiff} = await import('./diff.ts')
      return {text, result, fixed: applied, diff: unifiedDiff(shown, before, text)}
    }
    if (file === undefined) return {text, result, fixed: applied}
    try {
      const {writeFileAtomic} = await import('./write.ts')
      await writeFileAtomic(file, text, {expected: before})
      return {text, result, fixed: applied}
    } catch (error) {
      problems.push({path: shown, reason: reasonOf(error)})
      return {text: before, result: lint(before), fixed: 0}
    }
  }

  return {
    async lint(article) {
      const {shown, read, ruleset, language} = article
      if ('reason' in read) {
        problems.push({path: shown, reason: read.reason})
        return undefined
      }
      const lint = (text: string): LintResult =>
        lintText(text, {path: shown, ruleset, inlineConfig, language})
      try {
        const done = fix
          ? await repair(article, read.text, lint)
          : {text: read.text, result: lint(read.text), fixed: 0}
        const {text, result, ...rest} = done
        for (const {ruleId, reason} of result.crashes) problems.push(crash(shown, ruleId, reason))
        files.push({path: shown, messages: result.messages, ...rest})
        const {facts, directives} = result
        if (Object.keys(facts).length > 0) site.push({path: shown, text, facts, ruleset, directives})
        return text
      } catch (error) {
        problems.push({path: shown, reason: `could not be linted: ${reasonOf(error)}`})
        return undefined
      }
    },
    async finish() {
      const {messages, crashes} =
        site.length > 0
          ? (await import('../lint/site.ts')).checkSite(site)
          : {messages: new Map(), crashes: []}
      for (const {ruleId, reason} of crashes) problems.push(crash('all files together', ruleId, reason))
      const joined = files.map((file) => {
        const more: readonly Message[] = messages.get(file.path) ?? []
        return more.length > 0 ? {...file, messages: [...file.messages, ...more].sort(byPlace)} : file
      })
      return {files: joined.sort((a, b) => compare(a.path, b.path)), problems}
    }
  }
}

/** First lines of the stack: enough to find the rule's fault. */
function crash(where: string, ruleId: string, reason: string): Problem {
  return {path: where, reason: `rule \`${ruleId}\` failed: ${reason.split('\n').slice(0, 3).join('\n')}`}
}

function byPlace(a: Message, b: Message): number {
  return a.start - b.start || a.end - b.end || compare(a.ruleId, b.ruleId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
