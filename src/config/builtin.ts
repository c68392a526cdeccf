import {rules} from '../../rules/index.ts'
import type {ConfiguredRule, Ruleset} from '../lint/index.ts'
import type {Rule, Severity} from '../rule/index.ts'
import {readOptions} from '../rule/options.ts'

export {rules}

/** The rules that a config may name. */
export interface KnownRules {
  readonly rules: readonly Rule[]
  readonly ids: readonly string[]
  find(id: string): Rule | undefined
}

/** The built-in rules and those of plugins. */
export function knowRules(plugins: readonly Rule[] = []): KnownRules {
  const all = [...rules, ...plugins]
  const byId = new Map(all.map((rule) => [rule.id, rule]))
  return {rules: all, ids: all.map(({id}) => id), find: (id) => byId.get(id)}
}

export const builtinRules: KnownRules = knowRules()

/** A built-in rule. */
export function findRule(id: string): Rule | undefined {
  return builtinRules.find(id)
}

/** Whether it asks for what other sites say, and so runs only where that is asked for. */
export function isOnline({category}: Pick<Rule, 'category'>): boolean {
  return category === 'verification'
}

/** The ids that rulesets of these rules know. */
export function idsFor(all: readonly Rule[]): Required<Pick<Ruleset, 'known' | 'online'>> {
  return {known: all.map(({id}) => id), online: all.filter(isOnline).map(({id}) => id)}
}

/** The severity a rule has once it is on: that of the recommended preset, else `warn`. */
export function usualSeverity(rule: Rule): Severity {
  return rule.recommended || 'warn'
}

/** The rules with their default options. */
function preset(included: readonly Rule[]): Ruleset {
  return {
    ...idsFor(rules),
    rules: included.map(
      (rule): ConfiguredRule => ({
        rule,
        severity: usualSeverity(rule),
        options: readOptions(rule.options, undefined).options
      })
    )
  }
}

/** The recommended preset: few, sure findings. Whoever lints one text by it asks nothing of the network. */
export const recommended: Ruleset = preset(rules.filter((rule) => rule.recommended && !isOnline(rule)))

/**
 * The presets by name, computed from the rules: `recommended`; `strict`, every rule that needs no network;
 * `all`, every rule.
 */
export const presets: Readonly<Record<'recommended' | 'strict' | 'all', Ruleset>> = {
  recommended,
  strict: preset(rules.filter((rule) => !isOnline(rule))),
  all: preset(rules)
}
