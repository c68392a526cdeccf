import {recommended} from './config/builtin.ts'
import type {LintFilesResult, LintFilesSettings} from './engine/index.ts'
import {type LintResult, lintText as lint, type Ruleset} from './lint/index.ts'

export {ConfigError} from './config/error.ts'
export type {RuleEntry, SeverityName} from './config/index.ts'
export {createDocument} from './document/index.ts'
export type * from './document/model.ts'
export {createNlcst} from './document/nlcst.ts'
export {UsageError} from './engine/error.ts'
export type {FileResult, LintFilesResult, LintFilesSettings, Problem} from './engine/index.ts'
export type {Crash, LintResult, Ruleset} from './lint/index.ts'
export type {Message} from './lint/message.ts'
export type {Edit, Finding, Rule, Severity, Suggestion} from './rule/index.ts'
export {defineRule, defineSiteRule} from './rule/index.ts'

/**
 * Lints one article.
 *
 * @param text the article, Markdown or plain text
 * @param settings `path` for messages and language; `ruleset`, by default the recommended preset
 */
export function lintText(text: string, settings: {path?: string; ruleset?: Ruleset} = {}): LintResult {
  return lint(text, {path: settings.path, ruleset: settings.ruleset ?? recommended})
}

/**
 * Lints files, folders and globs, each with the config nearest to it, and repairs them when asked to.
 * Throws `UsageError` when a named file is missing or nothing matches, `ConfigError` for a config that can't be used.
 *
 * @param patterns files, folders (`.md`, `.markdown`, `.txt`) or globs
 */
export async function lintFiles(
  patterns: readonly string[],
  settings: LintFilesSettings = {}
): Promise<LintFilesResult> {
  // Loaded on demand: `lintText` alone needs no file system.
  const engine = await import('./engine/index.ts')
  return engine.lintFiles(patterns, settings)
}
