import type {Range} from '../document/model.ts'
import type {Messages, Report, Rule, RuleHead} from './index.ts'
import type {OptionSpecs, OptionsOf} from './options.ts'

/** What an `articlelint-…` comment can be; anything else in its place is `unknown`. */
export const directiveKinds = ['disable', 'enable', 'disable-next-line', 'disable-file'] as const

export type DirectiveKind = (typeof directiveKinds)[number] | 'unknown'

/** An `articlelint-…` comment of an article, as rules about comments see it. */
export interface DirectiveComment {
  readonly kind: DirectiveKind
  /** The word after `articlelint-`, also where it is no known kind. */
  readonly name: string
  /** With the marks of the comment. */
  readonly range: Range
  /** Of the first word: `articlelint-disable`. */
  readonly nameRange: Range
  /** Ids as written, once each; none stands for all rules. */
  readonly rules: readonly {readonly id: string; readonly range: Range}[]
  readonly reason?: string
  /** Its last day, as written: a date or what was meant to be one. */
  readonly until?: {readonly text: string; readonly range: Range}
  /** Its last day is past: it silences nothing any more. */
  readonly isExpired: boolean
  /** Ids of the rules that had a message silenced by it. */
  readonly used: readonly string[]
}

/** What a rule about comments may know of the article and the run. */
export interface DirectiveContext {
  /** The article's source, which the ranges point into. */
  readonly text: string
  /** `YYYY-MM-DD`; nothing when the run has no day. */
  readonly today: string | undefined
  /** Ids of all rules there are, on or off; nothing when they are not known. */
  readonly ruleIds: ReadonlySet<string> | undefined
  /** Ids of the rules that are on. */
  readonly active: ReadonlySet<string>
  /** Ids of the rules that run only where the network may be used: that one is off, or silent, says nothing. */
  readonly online: ReadonlySet<string>
  /** Those that are on and judge several articles together: what they would say depends on which were linted. */
  readonly siteRules: ReadonlySet<string>
  /** Those that are on and judge comments: no comment silences them. */
  readonly directiveRules: ReadonlySet<string>
}

export interface DirectiveRuleDefinition<S extends OptionSpecs, M extends Messages> extends RuleHead<S, M> {
  readonly category: 'directive'
  readonly anyLanguage: true
  /** @param directives those of one article, at least one, in the order of the text */
  checkDirectives(
    directives: readonly DirectiveComment[],
    options: OptionsOf<S>,
    report: Report<M>,
    context: DirectiveContext
  ): void
}

/** A rule about the comments that silence other rules; it runs when those have spoken. */
export function defineDirectiveRule<const S extends OptionSpecs, M extends Messages>(
  definition: DirectiveRuleDefinition<S, M>
): Rule {
  return definition as unknown as Rule
}

/** Whether it silences, as long as it holds. */
export function isDisabling({kind}: Pick<DirectiveComment, 'kind'>): boolean {
  return kind !== 'enable' && kind !== 'unknown'
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : []
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= days
}

/** Ids of rules in the words of a message: a handful of them. */
export function listRules(ids: readonly string[]): string {
  if (ids.length === 0) return 'all rules'
  const shown = ids.slice(0, 5).map((id) => `\`${id}\``)
  return [...shown, ...(ids.length > 5 ? [`${ids.length - 5} more`] : [])].join(', ')
}
