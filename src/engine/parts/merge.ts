import path from 'node:path'
import {knowRules} from '../../config/builtin.ts'
import {type Config, createConfigLoader, shownPath} from '../../config/index.ts'
import type {Ruleset} from '../../lint/document.ts'
import type {Linted, Outcome} from '../article.ts'
import {UsageError} from '../error.ts'
import {createFactsTable, factsRule} from '../facts-table.ts'
import {type LintFilesSettings, suppress} from '../index.ts'
import {unpackRuleset} from '../packed.ts'
import type {Keep, LintFilesResult} from '../result.ts'
import {createRun} from '../run.ts'
import {fromPartSource, type Part, type PartOutcome, readPart} from './part.ts'
import {createPartSet} from './part-set.ts'

export interface MergeSettings
  extends Pick<LintFilesSettings, 'cwd' | 'suppressions' | 'codeConfig' | 'factsFile'> {
  /** What the reports need of the articles; the parts must hold it. */
  readonly keep?: Keep | undefined
  /** Of articlelint. */
  readonly version: string
}

const staleReason =
  'is missing, or not as it was when its part was made: merge where the very articles stand that the shards have read'

/**
 * The result that one run over all articles would have given, of the parts of all shards. The articles are read again
 * where something is to be said of several together, so they have to be there.
 * Throws `UsageError` for parts that are missing, damaged or don't belong together, `ConfigError` for a config that can't
 * be used.
 */
export async function mergeParts(
  files: readonly string[],
  {keep = {}, version, factsFile, suppressions, codeConfig, cwd: folder}: MergeSettings
): Promise<LintFilesResult> {
  const cwd = path.resolve(folder ?? '')
  const set = createPartSet()
  const outcomes: Outcome[] = []
  let unpacker: Unpacker | undefined
  let isDated = false
  let knowsFacts = false
  for (const file of files) {
    const shown = shownPath(path.resolve(cwd, file), cwd)
    const part = readPart(path.resolve(cwd, file), shown, version)
    set.add(part, shown)
    for (const need of ['text', 'claims', 'rendering'] as const)
      if (keep[need] && !part.keep[need]) throw new UsageError(`the part \`${shown}\` ${lacking}`)
    unpacker ??= createUnpacker(part, codeConfig, cwd)
    const unpack = unpacker(part, shown)
    for (const packed of part.outcomes) {
      const outcome = await unpack(packed)
      if (outcome.linted?.directives.some(({until}) => until !== undefined)) isDated = true
      outcomes.push(outcome)
    }
    knowsFacts ||= part.rulesets.some(({rules}) => rules.some(([id]) => id === factsRule))
  }
  const today = set.finish(isDated)
  const run = createRun({today, cwd, changed: staleReason})
  const facts =
    factsFile === undefined ? undefined : await createFactsTable(knowsFacts || outcomes.length === 0)
  for (const outcome of outcomes) {
    run.add(outcome)
    facts?.add(outcome)
  }
  if (facts && factsFile !== undefined) await facts.write(path.resolve(cwd, factsFile))
  return suppress(await run.finish(), suppressions, cwd)
}

const lacking =
  'lacks what this report shows of the articles: give the shards the same --format as merge, such as `--shard 1/4 -f html`'

type Unpacker = (part: Part, shown: string) => (packed: PartOutcome) => Promise<Outcome>

/** The rules are those of the config of each article, one object for each as in one run. */
function createUnpacker({settings}: Part, codeConfig: boolean | undefined, cwd: string): Unpacker {
  const {config, rules, only, skip, language} = settings
  const isCodeRefused = settings.codeConfig === false || codeConfig === false
  const configOf = createConfigLoader({config, rules, only, skip, language, codeConfig: !isCodeRefused}, cwd)
  const known = new Map<string, Map<Config, Ruleset>>()
  return ({rulesets}, shown) => {
    const texts = rulesets.map((ruleset) => JSON.stringify(ruleset))
    const rulesetOf = (index: number, config: Config, article: string): Ruleset => {
      const byConfig = known.get(texts[index] as string) ?? new Map<Config, Ruleset>()
      known.set(texts[index] as string, byConfig)
      const packed = rulesets[index]
      if (!packed) throw new UsageError(`the part \`${shown}\` is damaged: run its shard again`)
      try {
        const ruleset = byConfig.get(config) ?? unpackRuleset(packed, knowRules(config.plugins).find)
        byConfig.set(config, ruleset)
        return ruleset
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new UsageError(
          `the part \`${shown}\` does not fit the config of \`${article}\` (${reason}): merge with the config and the plugins that the shards had`
        )
      }
    }
    return async ({linted, problems}) => {
      if (!linted) return {linted: undefined, problems}
      const {path: article} = linted.file
      const file = path.resolve(cwd, article)
      const ruleset = rulesetOf(linted.ruleset, await configOf(file), article)
      const collecting = new Set(
        ruleset.rules.filter(({rule}) => rule.collect).map(({rule}) => rule.id as string)
      )
      const foreign = Object.keys(linted.facts).find((id) => !collecting.has(id))
      if (foreign !== undefined) {
        throw new UsageError(
          `the part \`${shown}\` has facts of \`${foreign.slice(0, 80)}\` for \`${article}\`, which does not run there: run its shard again`
        )
      }
      const whole: Linted = {...linted, ruleset, source: fromPartSource(linted.source, file)}
      return {linted: whole, problems}
    }
  }
}
