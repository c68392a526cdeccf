import type {FileResult} from '../result.ts'
import type {RuleSuppressions, Suppressions} from './suppression-format.ts'

/**
 * Gives the entries of articles that are gone to those they were moved to. Only where it is sure: one article without
 * entries has all that is held back in the one that is gone, among it something that its own words decide, and no
 * other has.
 *
 * @param isGone whether an article that is not among `files` does not exist any more
 * @returns the moves, from path to path
 */
export function followMoves(
  known: Suppressions,
  files: ReadonlyMap<string, FileResult>,
  isGone: (key: string) => boolean
): ReadonlyMap<string, string> {
  const moves = new Map<string, string>()
  const newcomers = [...files].filter(([key, {messages}]) => messages.length > 0 && !known.has(key))
  if (newcomers.length === 0) return moves
  const byFingerprint = new Map<string, Set<string>>()
  for (const [key, {messages}] of newcomers) {
    for (const {ruleId, fingerprint, isOfArticle} of messages) {
      // Any article may have no sources.
      if (isOfArticle) continue
      const name = `${ruleId} ${fingerprint}`
      byFingerprint.set(name, (byFingerprint.get(name) ?? new Set()).add(key))
    }
  }
  const takers = new Map<string, string[]>()
  for (const [key, rules] of known) {
    if (files.has(key)) continue
    const names = [...rules].flatMap(([rule, counts]) => [...counts.keys()].map((one) => `${rule} ${one}`))
    const rare = names.map((name) => byFingerprint.get(name)).find((keys) => keys?.size === 1)
    const [to] = rare ?? []
    if (to === undefined || !hasAll(files.get(to), rules) || !isGone(key)) continue
    takers.set(to, [...(takers.get(to) ?? []), key])
  }
  for (const [to, [from, ...others]] of takers) {
    const rules = from === undefined ? undefined : known.get(from)
    if (!rules || from === undefined || others.length > 0) continue
    known.delete(from)
    known.set(to, rules)
    moves.set(from, to)
  }
  return moves
}

function hasAll(file: FileResult | undefined, rules: RuleSuppressions): boolean {
  const found = new Map<string, number>()
  for (const {ruleId, fingerprint} of file?.messages ?? []) {
    const name = `${ruleId} ${fingerprint}`
    found.set(name, (found.get(name) ?? 0) + 1)
  }
  return [...rules].every(([rule, counts]) =>
    [...counts].every(([fingerprint, count]) => (found.get(`${rule} ${fingerprint}`) ?? 0) >= count)
  )
}
