import type {Document} from '../document/model.ts'
import {isEnglish} from '../document/prose/language.ts'
import type {Finding, Rule, Severity, SourceReader} from '../rule/index.ts'
import {adaptTo} from './adapt.ts'
import {type Crash, toCrash} from './crash.ts'
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
  /** Ids of all rules there are, on or off; without them nobody can tell that one does not exist. */
  readonly known?: readonly string[] | undefined
  /** Ids of the rules that run only where the network may be used: one that is not there proves nothing by it. */
  readonly online?: readonly string[] | undefined
}

export interface LintResult {
  /** In the order of the text. */
  readonly messages: readonly Message[]
  /** By rule id: what the site rules need to know of this article. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly crashes: readonly Crash[]
  /** The `articlelint-…` comments of the article, with the rules each one silenced. */
  readonly directives: readonly Directive[]
}

export interface LintSettings {
  /** Whether comments in the article can silence messages; by default they can. */
  readonly inlineConfig?: boolean | undefined
  /** `YYYY-MM-DD`: comments that end before it silence nothing. By default none ends. */
  readonly today?: string | undefined
  /** Is told which rule runs, for whoever breaks the run off. */
  readonly running?: {rule?: string | undefined} | undefined
  /** For rules that ask sources; without it they have nothing to ask. */
  readonly reader?: SourceReader | undefined
}

const nothingCited: SourceReader = {sources: () => [], statements: () => []}

/**
 * Lints an article that was read: pure, synchronous; the result is JSON. Comments that silence are not judged yet.
 *
 * @param shift characters of the file before the document's text (a byte order mark)
 */
export function lintDocument(
  document: Document,
  ruleset: Ruleset,
  shift = 0,
  settings: LintSettings = {}
): LintResult {
  const {inlineConfig = true, today, running = {}, reader = nothingCited} = settings
  const locator = createLocator(document.text, shift)
  const messages: Message[] = []
  const crashes: Crash[] = []
  const adapt = adaptTo(document)
  const facts: Record<string, unknown> = {}
  const isRead = isEnglish(document.language)
  const isAsked = ({rule}: ConfiguredRule): boolean => isRead || rule.anyLanguage === true
  const silent = ruleset.rules.filter((configured) => !isAsked(configured)).map(({rule}) => rule.id)
  for (const {rule, severity, options} of ruleset.rules.filter(isAsked)) {
    running.rule = rule.id
    try {
      const report = (messageId: string, finding: Finding): void => {
        messages.push(toMessage(document, locator, rule, severity, messageId, adapt(finding)))
      }
      rule.check?.(document, options, report, {silent})
      const collected = rule.collect?.(document, options, reader)
      if (collected !== undefined) facts[rule.id] = collected
    } catch (error) {
      crashes.push(toCrash(rule.id, error))
    }
  }
  running.rule = undefined
  messages.sort(byPlace)
  const directives = inlineConfig ? readDirectives(document, {shift, today}) : createDirectives([])
  const spoken = messages.filter((message) => !directives.silences(message))
  return {messages: spoken, facts, crashes, directives: directives.list()}
}

/** In the order of the text. */
export function byPlace(a: Message, b: Message): number {
  return a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
}
