import {hash} from 'node:crypto'
import path from 'node:path'
import {resolveRuleset, shownPath} from '../../config/index.ts'
import type {Ruleset} from '../../lint/document.ts'
import {type ChosenFile, chooseFiles} from '../choose.ts'
import {type LintFilesSettings, lintJobsOf} from '../index.ts'
import {packRuleset} from '../packed.ts'
import {type PartSettings, partVersion, type Shard} from './part.ts'
import {createPartWriter} from './part-file.ts'

export interface ShardSettings
  extends Omit<LintFilesSettings, 'changes' | 'suppressions' | 'fix' | 'online'> {
  readonly shard: Shard
  /** Path of the part, from `cwd`. */
  readonly partFile: string
  /** Of articlelint. */
  readonly version: string
}

/**
 * Lints the articles of one shard, and writes what is known of them into a part. Gives the number of articles. What an
 * article has wrong is told when the parts are merged. Throws as `lintFiles`, and `UsageError` where the part can't be
 * written.
 */
export async function lintShard(
  patterns: readonly string[],
  settings: ShardSettings
): Promise<{readonly articles: number; readonly notes: readonly string[]}> {
  const {shard, partFile, version, keep = {}, today} = settings
  const cwd = path.resolve(settings.cwd ?? '')
  const notes: string[] = []
  const chosen = await chooseFiles(patterns, settings, (text) => notes.push(text))
  const jobs = chosen
    .map(({file, config}) => ({file, shown: shownPath(file, cwd), config}))
    .filter(({shown}) => shardOf(shown, shard.count) === shard.index)
  const part = createPartWriter(path.resolve(cwd, partFile), {
    format: 'articlelint-part',
    version: partVersion,
    articlelint: version,
    shard,
    settings: settingsOf(patterns, settings),
    keep,
    today,
    site: {articles: chosen.length, digest: digestOf(chosen, cwd)}
  })
  try {
    notes.push(...(await lintJobsOf(jobs, chosen, settings, (outcome) => part.add(outcome))))
    part.finish()
    return {articles: jobs.length, notes}
  } catch (error) {
    part.abandon()
    throw error
  }
}

/** Which shard an article belongs to, from 1: it stays there whatever other articles there are. */
export function shardOf(shown: string, count: number): number {
  return (Number.parseInt(hash('sha256', shown).slice(0, 12), 16) % count) + 1
}

function settingsOf(files: readonly string[], settings: ShardSettings): PartSettings {
  const {config, codeConfig, rules, only, skip, language, parser, inlineConfig} = settings
  const {ignore, ignorePatterns, ignorePath} = settings
  const own = {config, codeConfig, rules, only, skip, language, parser, inlineConfig}
  return {files, ...own, ignore, ignorePatterns, ignorePath}
}

/** Of all articles and the rules on each: shards that see others are of another state of the site. */
function digestOf(chosen: readonly ChosenFile[], cwd: string): string {
  const digests = new Map<Ruleset, string>()
  const lines = chosen.map(({file, config}) => {
    const ruleset = resolveRuleset(config, file)
    const digest = digests.get(ruleset) ?? hash('sha256', JSON.stringify(packRuleset(ruleset)))
    digests.set(ruleset, digest)
    return `${shownPath(file, cwd)}\0${digest}\n`
  })
  return hash('sha256', lines.join(''))
}
