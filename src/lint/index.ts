import {createDocument} from '../document/index.ts'
import {isEnglish} from '../document/language.ts'
import type {Document, Parser} from '../document/model.ts'
import type {Finding, Rule, Severity} from '../rule/index.ts'
import {createDirectives, type Directive, readDirectives} from './directives.ts'
import {createLocator, type Message, toMessage} from './message.ts'

export interface ConfiguredRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/** Rules with severity and options, resolved for one article. */
export interface Ruleset {
  readonly rules: readonly ConfiguredRule[]
}

/** A rule that threw: the others ran all the same. */
export interface Crash {
  readonly ruleId: string
  readonly reason: string
}

export interface LintResult {
  /** In the order of the text. */
  readonly messages: readonly Message[]
  /** By rule id: what the site rules need to know of this article. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly crashes: readonly Crash[]
  /** The `<!-- articlelint-… -->` comments of the article, with the rules each one silenced. */
  readonly directives: readonly Directive[]
}

export interface LintSettings {
  /** Whether comments in the article can silence messages; by default they can. */
  readonly inlineConfig?: boolean | undefined
  /** `YYYY-MM-DD`: comments that end before it silence nothing. By default none ends. */
  readonly today?: string | undefined
}

/** Lints one article: pure, synchronous; the result is JSON. */
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
  const document = createDocument(text, settings.path, settings)
  return lintDocument(document, settings.ruleset, text.length - document.text.length, settings)
}

/** @param shift characters of the file before the document's text (a byte order mark) */
export function lintDocument(
  document: Document,
  ruleset: Ruleset,
  shift = 0,
  settings: LintSettings = {}
): LintResult {
  const locator = createLocator(document.text, shift)
  const messages: Message[] = []
  const crashes: Crash[] = []
  const facts: Record<string, unknown> = {}
  const knowsLanguage = ({rule}: ConfiguredRule): boolean =>
    rule.anyLanguage === true || isEnglish(document.language)
  const silent = ruleset.rules.filter((configured) => !knowsLanguage(configured)).map(({rule}) => rule.id)
  for (const {rule, severity, options} of ruleset.rules.filter(knowsLanguage)) {
    try {
      const report = (messageId: string, finding: Finding): void => {
        messages.push(toMessage(document, locator, rule, severity, messageId, finding))
      }
      rule.check?.(document, options, report, {silent})
      const collected = rule.collect?.(document, options)
      if (collected !== undefined) facts[rule.id] = collected
    } catch (error) {
      crashes.push({
        ruleId: rule.id,
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error)
      })
    }
  }
  messages.sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  )
  const directives = settings.inlineConfig === false ? createDirectives([]) : readDirectives(document, shift)
  const spoken = messages.filter((message) => !directives.silences(message))
  return {messages: spoken, facts, crashes, directives: directives.list()}
}
