import {UsageError} from '../error.ts'
import type {Part, PartHead} from './part.ts'

/** Parts that belong together. */
export interface PartSet {
  /** Throws `UsageError` for one that does not belong to those before it. */
  add(part: Part, shown: string): void
  /** Gives the day that holds for all. Throws `UsageError` when one is missing. */
  finish(isDated: boolean): string | undefined
}

export function createPartSet(): PartSet {
  const parts = new Map<number, {head: PartHead; shown: string; count: number}>()
  let first: {head: PartHead; shown: string} | undefined
  return {
    add(part, shown) {
      const {outcomes, rulesets: _, ...head} = part
      const {index, count} = head.shard
      first ??= {head, shown}
      const twin = parts.get(index)
      if (first.head.shard.count !== count) {
        throw new UsageError(
          `\`${shown}\` is one of ${count} parts, \`${first.shown}\` one of ${first.head.shard.count}: merge the parts of one run`
        )
      }
      if (twin)
        throw new UsageError(
          `\`${twin.shown}\` and \`${shown}\` are both part ${index} of ${count}: name each once`
        )
      refuseOther(first, {head, shown})
      parts.set(index, {head, shown, count: outcomes.length})
    },
    finish(isDated) {
      if (!first) throw new UsageError('no parts given: name the files that `--shard` wrote')
      const {head} = first
      const missing = Array.from({length: head.shard.count}, (_, at) => at + 1).filter((at) => !parts.has(at))
      if (missing.length > 0) {
        const many = missing.length > 10 ? `${missing.slice(0, 10).join(', ')} …` : missing.join(', ')
        const number = missing.length === 1 ? `part ${many} is` : `parts ${many} are`
        throw new UsageError(`${number} missing of ${head.shard.count}: name the parts of all shards`)
      }
      const sum = [...parts.values()].reduce((all, {count}) => all + count, 0)
      if (sum !== head.site.articles) {
        throw new UsageError(
          `the parts hold ${sum} articles, and the site has ${head.site.articles}: run all shards again`
        )
      }
      const days = [...new Set([...parts.values()].map(({head: {today}}) => today))].sort()
      if (isDated && days.length > 1) {
        throw new UsageError(
          `the parts are of several days (${days.join(', ')}), and comments end on a day: run all shards again`
        )
      }
      return days.at(-1)
    }
  }
}

function refuseOther(
  one: {readonly head: PartHead; readonly shown: string},
  other: {readonly head: PartHead; readonly shown: string}
): void {
  const [mine, its] = [one.head.settings, other.head.settings]
  const names = [...new Set([...Object.keys(mine), ...Object.keys(its)])] as (keyof typeof mine)[]
  const differing = names.find((name) => JSON.stringify(mine[name]) !== JSON.stringify(its[name]))
  if (differing !== undefined) {
    throw new UsageError(
      `\`${one.shown}\` and \`${other.shown}\` were made with other settings (${differing}): give all shards the same arguments`
    )
  }
  if (one.head.site.digest !== other.head.site.digest) {
    throw new UsageError(
      `\`${one.shown}\` and \`${other.shown}\` were made of other articles or with another config: run all shards on the same commit`
    )
  }
}
