import {createDocument} from '../document/index.ts'
import type {Document, Parser} from '../document/model.ts'
import {LimitFault} from '../document/parse/fault.ts'
import {byPlace, type LintResult, type LintSettings, lintDocument, type Ruleset} from './document.ts'
import {judgeDirectives} from './governance.ts'
import {judgeLimit} from './limits.ts'

export type {Crash} from './crash.ts'
export {type ConfiguredRule, type LintResult, lintDocument, type Ruleset} from './document.ts'

/**
 * Lints one article: pure, synchronous; the result is JSON. Comments that silence are judged too, unless the ruleset has
 * rules about several articles: they are yet to speak, and `judgeDirectives` is for whoever runs them.
 *
 * @throws `ParseFault` for a text that its parser can't read; `LimitFault` for one that is nested too deep where the
 *   ruleset has no rule to say so
 */
export function lintText(
  text: string,
  settings: LintSettings & {
    path?: string | undefined
    ruleset: Ruleset
    /** BCP 47 tag, when it is known; by default that of the front matter, or what the words say. */
    language?: string | undefined
    /** For another format than Markdown. */
    parser?: Parser | undefined
  }
): LintResult {
  const {path, ruleset, today} = settings
  const document = readText(text, settings)
  if (document instanceof LimitFault) return judgeLimit(document, {path, text, ruleset})
  const result = lintDocument(document, ruleset, text.length - document.text.length, settings)
  const {directives} = result
  if (directives.length === 0 || ruleset.rules.some(({rule}) => rule.checkSite)) return result
  const {messages, crashes} = judgeDirectives({path, text, ruleset, directives, today})
  return {
    ...result,
    messages: [...result.messages, ...messages].sort(byPlace),
    crashes: [...result.crashes, ...crashes]
  }
}

function readText(
  text: string,
  settings: {
    readonly path?: string | undefined
    readonly language?: string | undefined
    readonly parser?: Parser | undefined
  }
): Document | LimitFault {
  try {
    return createDocument(text, settings.path, settings)
  } catch (error) {
    if (error instanceof LimitFault) return error
    throw error
  }
}
