import {isOnline} from '../config/builtin.ts'
import type {ConfiguredRule, Ruleset} from '../lint/document.ts'
import type {Rule, Severity} from '../rule/index.ts'
import type {Linted, Outcome} from './article.ts'

/** A ruleset as JSON: the rules by their ids. */
export interface PackedRuleset {
  readonly rules: readonly (readonly [id: string, severity: Severity, options: ConfiguredRule['options']])[]
  readonly known: readonly string[] | undefined
}

/** An outcome as JSON, for another thread, another run or another machine. */
export interface PackedOutcome extends Omit<Outcome, 'linted' | 'isTimedOut'> {
  readonly linted: PackedArticle | undefined
}

interface PackedArticle extends Omit<Linted, 'ruleset'> {
  /** Its index among the rulesets. */
  readonly ruleset: number
}

/** Packs outcomes; most articles share their ruleset, so each stands once. */
export function createPacker(): {
  readonly rulesets: readonly PackedRuleset[]
  pack(outcome: Outcome): PackedOutcome
} {
  const rulesets: PackedRuleset[] = []
  const known = new Map<Ruleset, number>()
  const indexOf = (ruleset: Ruleset): number => {
    const index = known.get(ruleset) ?? rulesets.push(packRuleset(ruleset)) - 1
    known.set(ruleset, index)
    return index
  }
  return {
    rulesets,
    pack: ({linted, problems}) => ({
      linted: linted && {...linted, ruleset: indexOf(linted.ruleset)},
      problems
    })
  }
}

export function packRuleset({rules, known}: Ruleset): PackedRuleset {
  return {rules: rules.map(({rule, severity, options}) => [rule.id, severity, options]), known}
}

/** Throws an `Error` for a rule that is not there. */
export function unpackRuleset(
  {rules, known}: PackedRuleset,
  find: (id: string) => Rule | undefined
): Ruleset {
  return {
    known,
    online: known?.filter((id) => {
      const rule = find(id)
      return rule !== undefined && isOnline(rule)
    }),
    rules: rules.map(([id, severity, options]) => {
      const rule = find(id)
      if (!rule) throw new Error(`Unexpected rule \`${id}\`, expected one that the config knows`)
      return {rule, severity, options}
    })
  }
}

/** @param rulesetOf the ruleset at an index */
export function unpack({linted, problems}: PackedOutcome, rulesetOf: (index: number) => Ruleset): Outcome {
  return {problems, linted: linted && {...linted, ruleset: rulesetOf(linted.ruleset)}}
}
