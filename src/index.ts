import {recommended} from './config/builtin.ts'
import {type LintResult, lintText as lint, type Ruleset} from './lint/index.ts'

export {createDocument} from './document/index.ts'
export type * from './document/model.ts'
export {createNlcst} from './document/nlcst.ts'
export type {Crash, LintResult, Ruleset} from './lint/index.ts'
export type {Message} from './lint/message.ts'
export {defineRule, defineSiteRule} from './rule/index.ts'
export type {Edit, Finding, Rule, Severity, Suggestion} from './rule/index.ts'

/**
 * Lints one article.
 *
 * @param text the article, Markdown or plain text
 * @param settings `path` for messages and language; `ruleset`, by default the recommended preset
 */
export function lintText(text: string, settings: {path?: string; ruleset?: Ruleset} = {}): LintResult {
  return lint(text, {path: settings.path, ruleset: settings.ruleset ?? recommended})
}
