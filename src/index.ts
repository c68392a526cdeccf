import {recommended} from './config/builtin.ts'
import {createDocument} from './document/index.ts'
import type {Parser} from './document/model.ts'
import type {LintFilesResult, LintFilesSettings} from './engine/index.ts'
import {type ClaimSheet, type ClaimSheetSettings, createClaimSheet} from './lint/claim-sheet.ts'
import {type LintResult, lintText as lint, type Ruleset} from './lint/index.ts'

export {ConfigError} from './config/error.ts'
export type {RuleEntry, SeverityName, UserConfig} from './config/index.ts'
export {createDocument} from './document/index.ts'
export type * from './document/model.ts'
export {ParseFault} from './document/parse/fault.ts'
export {createNlcst} from './document/prose/nlcst.ts'
export {UsageError} from './engine/error.ts'
export type {FileResult, LintFilesResult, LintFilesSettings, OnlineSettings, Problem} from './engine/index.ts'
export {formatOf, loadParser, type ParserName} from './engine/parsers/parsers.ts'
export type {
  ClaimSheet,
  ClaimSheetSettings,
  ListedClaim,
  ListedSource,
  ReachedSource
} from './lint/claim-sheet.ts'
export type {Crash, LintResult, Ruleset} from './lint/index.ts'
export type {Message} from './lint/message.ts'
export type {Edit, Finding, Rule, Severity, Suggestion} from './rule/index.ts'
export {defineDirectiveRule, defineRule, defineSiteRule} from './rule/index.ts'

/**
 * Lints one article.
 *
 * @param text the article, Markdown or plain text
 * @param settings `path` for messages; `ruleset`, by default the recommended preset; `language`, a BCP 47 tag, by
 * default that of the front matter, or what the words say; `parser` of another format, from `loadParser`; `today`, as
 * `YYYY-MM-DD`: comments whose last day is before it silence nothing, by default all hold. The `articlelint` block of front
 * matter is for `lintFiles`: here the ruleset says it all
 * @throws `ParseFault` where the parser of another format can't read the text
 */
export function lintText(
  text: string,
  settings: {path?: string; ruleset?: Ruleset; language?: string; parser?: Parser; today?: string} = {}
): LintResult {
  const {ruleset = recommended, ...rest} = settings
  return lint(text, {...rest, ruleset})
}

/**
 * Lists the claims of one article with the source of each, for a fact check.
 *
 * @param text the article, Markdown or plain text
 * @param settings `path` for the sheet; `minConfidence`, by default 0.35; `language` and `parser` as for `lintText`
 */
export function listClaims(
  text: string,
  settings: {path?: string; language?: string; parser?: Parser} & ClaimSheetSettings = {}
): ClaimSheet {
  const document = createDocument(text, settings.path, settings)
  return createClaimSheet(document, settings, text.length - document.text.length)
}

/**
 * Lints files, folders and globs, each with the config nearest to it, and repairs them when asked to.
 * Throws `UsageError` when a named file is missing or nothing matches, `ConfigError` for a config that can't be used.
 *
 * @param patterns files, folders (`.md`, `.markdown`, `.mdx`, `.txt`) or globs
 */
export async function lintFiles(
  patterns: readonly string[],
  settings: LintFilesSettings = {}
): Promise<LintFilesResult> {
  // Loaded on demand: `lintText` alone needs no file system.
  const engine = await import('./engine/index.ts')
  return engine.lintFiles(patterns, settings)
}
