import {knowRules} from '../../config/builtin.ts'
import {type Config, resolveRuleset} from '../../config/index.ts'
import type {Ruleset} from '../../lint/document.ts'
import type {Outcome} from '../article.ts'
import type {Job} from '../jobs.ts'
import {packRuleset, unpack, unpackRuleset} from '../packed.ts'
import type {Answer} from './worker-message.ts'

/** Gives the outcome of a job that a worker answered. Throws an `Error` for rules that its config does not have here. */
export type Unpacker = (answer: string, job: Job) => Outcome

/** Makes the unpacker of each worker. Their articles share rulesets as if they had been linted in this thread. */
export function createUnpackers(): () => Unpacker {
  const texts = new WeakMap<Ruleset, string>()
  const known = new Map<Config, Map<string, Ruleset>>()

  const textOf = (ruleset: Ruleset): string => {
    const text = texts.get(ruleset) ?? JSON.stringify(packRuleset(ruleset))
    texts.set(ruleset, text)
    return text
  }

  const find = (text: string, {config, file}: Job): Ruleset => {
    // Most articles set nothing in their front matter.
    const own = resolveRuleset(config, file)
    if (textOf(own) === text) return own
    const others = known.get(config) ?? new Map<string, Ruleset>()
    known.set(config, others)
    const ruleset = others.get(text) ?? unpackRuleset(JSON.parse(text), knowRules(config.plugins).find)
    others.set(text, ruleset)
    return ruleset
  }

  return () => {
    const rulesets: string[] = []
    return (answer, job) => {
      const {outcome, rulesets: added} = JSON.parse(answer) as Answer
      for (const packed of added) rulesets.push(JSON.stringify(packed))
      return unpack(outcome, (index) => find(rulesets[index] ?? '', job))
    }
  }
}
