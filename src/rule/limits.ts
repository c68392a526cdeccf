import type {Messages, Rule, RuleHead} from './index.ts'
import type {OptionSpecs} from './options.ts'

export interface LimitRuleDefinition<S extends OptionSpecs, M extends Messages> extends RuleHead<S, M> {
  readonly category: 'limits'
  readonly recommended: 'error'
  readonly isOfArticle: true
  readonly anyLanguage: true
}

/** A rule that speaks of an article which the linter left out, and has one message for it: it looks at nothing itself. */
export function defineLimitRule<const S extends OptionSpecs, M extends Messages>(
  definition: LimitRuleDefinition<S, M>
): Rule {
  return definition as unknown as Rule
}
