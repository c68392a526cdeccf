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

/** The severity a rule has once it is on: that of the recommended preset, else `warn`. */
export function usualSeverity(rule: Rule): Severity {
  return rule.recommended || 'warn'
}

/** The rules with their default options. */
function preset(included: readonly Rule[]): Ruleset {
  return {
    known: rules.map(({id}) => id),
    rules: included.map(
      (rule): ConfiguredRule => ({
        rule,
        severity: usualSeverity(rule),
        options: readOptions(rule.options, undefined).options
      })
    )
  }
}

/** The recommended preset: few, sure findings. */
export const recommended: Ruleset = preset(rules.filter((rule) => rule.recommended))

/**
 * The presets by name, computed from the rules: `recommended`; `strict`, every rule that needs no network;
 * `all`, every rule.
 */
export const presets: Readonly<Record<'recommended' | 'strict' | 'all', Ruleset>> = {
  recommended,
  strict: preset(rules.filter((rule) => rule.category !== 'verification')),
  all: preset(rules)
}
