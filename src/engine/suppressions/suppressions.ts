import {existsSync} from 'node:fs'
import path from 'node:path'
import {rules as builtin} from '../../config/builtin.ts'
import {shownPath} from '../../config/index.ts'
import type {Message} from '../../lint/message.ts'
import {suggestion} from '../../rule/closest.ts'
import {UsageError} from '../error.ts'
import type {FileResult} from '../result.ts'
import {howToMake, readSuppressionFile, writeSuppressionFile} from './suppression-file.ts'
import {
  type FingerprintCounts,
  formatSuppressions,
  type RuleSuppressions,
  type Suppressions
} from './suppression-format.ts'
import {followMoves} from './suppression-moves.ts'
import {type SuppressionSettings, usualName} from './suppression-settings.ts'

/** A rule as it ran on an article; only what ran on it can be missing from it. */
export interface RuleThatRan {
  readonly id: string
  /** There for a rule that compares articles. */
  readonly checkSite?: unknown
}

/**
 * Takes out of the results what the suppressions file holds back, after that file was written anew where asked for.
 * Throws `UsageError` for a file that is missing or can't be used.
 *
 * @param rulesOf what ran, by path of the result, so that a suppression of a rule that did not run is not called
 *   stale; left out, none is
 */
export async function applySuppressions(
  files: readonly FileResult[],
  settings: SuppressionSettings,
  cwd: string,
  rulesOf?: ReadonlyMap<string, readonly RuleThatRan[]>
): Promise<{readonly files: readonly FileResult[]; readonly notes: readonly string[]}> {
  const {location, suppressAll = false, suppressRules = [], prune = false} = settings
  if (suppressAll && suppressRules.length > 0) {
    throw new UsageError('--suppress-all holds back what all rules find: leave out --suppress-rule')
  }
  for (const id of suppressRules) checkRule(id, files, rulesOf)
  const adds = suppressAll || suppressRules.length > 0
  const file = path.resolve(cwd, location ?? usualName)
  const shown = shownPath(file, cwd)
  const read = await readSuppressionFile(file, shown)
  if (!read && !adds) {
    if (location === undefined && !prune) return {files, notes: []}
    throw new UsageError(`no suppressions file \`${shown}\`: ${howToMake}`)
  }

  const known: Suppressions = read?.suppressions ?? new Map()
  const keyed = new Map(files.map((one) => [keyOf(one.path, file, cwd), one]))
  const isGone = (key: string): boolean => !existsSync(path.resolve(path.dirname(file), key))
  const moves = followMoves(known, keyed, isGone)
  const mayBeStale = createJudge(known, keyed, isGone, rulesOf)
  const notes: string[] = []

  if (adds) {
    const isAdded = (rule: string): boolean => suppressAll || suppressRules.includes(rule)
    let [findings, places] = [0, 0]
    for (const [key, {messages}] of keyed) {
      const found = countFindings(messages.filter(({ruleId}) => isAdded(ruleId)))
      const rules = known.get(key) ?? new Map<string, FingerprintCounts>()
      for (const [rule, counts] of rules) {
        if (!isAdded(rule)) continue
        if (!mayBeStale(key, rule)) addMost(found, rule, counts)
        rules.delete(rule)
      }
      for (const [rule, counts] of found) rules.set(rule, counts)
      known.set(key, rules)
      const added = messages.filter(({ruleId}) => isAdded(ruleId)).length
      findings += added
      places += added > 0 ? 1 : 0
    }
    notes.push(`suppressed ${number(findings, 'finding')} in ${number(places, 'file')}: commit \`${shown}\``)
  }

  // An editor asks at every key for one article: the disk is not asked for all others then.
  const looksForGone = prune || keyed.size > 1
  const stale =
    !rulesOf && !prune ? [] : findStale(known, keyed, mayBeStale, looksForGone ? isGone : () => false)
  const count = stale.reduce((sum, {surplus}) => sum + surplus, 0)
  for (const [from, to] of moves) {
    const hint = adds || prune ? '' : `; have \`${shown}\` say so with --prune-suppressions`
    notes.push(`\`${from}\` was moved to \`${to}\`, and its suppressions with it${hint}`)
  }
  if (prune) {
    for (const {counts, fingerprint, surplus} of stale) {
      counts.set(fingerprint, (counts.get(fingerprint) ?? 0) - surplus)
    }
    notes.push(`removed ${number(count, 'suppression')} from \`${shown}\``)
  } else if (count > 0) {
    notes.push(
      `${number(count, 'suppression')} in \`${shown}\` ${count === 1 ? 'is' : 'are'} not needed any more: remove ${count === 1 ? 'it' : 'them'} with --prune-suppressions`
    )
  }
  if (adds || prune) await writeSuppressionFile(file, formatSuppressions(known), read?.text, shown)
  const held = new Map([...keyed].map(([key, one]) => [one.path, holdBack(one, known.get(key))]))
  return {files: files.map((one) => held.get(one.path) ?? one), notes}
}

/** The path of an article as the file has it: from the folder of the file, wherever one lints from. */
function keyOf(shown: string, file: string, cwd: string): string {
  return path.relative(path.dirname(file), path.resolve(cwd, shown)).split(path.sep).join('/')
}

/** Of findings with one fingerprint the first ones are held back: a copy of an old one is reported. */
function holdBack(file: FileResult, rules: RuleSuppressions | undefined): FileResult {
  if (!rules || file.messages.length === 0) return file
  const left = new Map([...rules].map(([rule, counts]) => [rule, new Map(counts)]))
  const messages = file.messages.filter(({ruleId, fingerprint}) => {
    const counts = left.get(ruleId)
    const rest = counts?.get(fingerprint) ?? 0
    if (rest > 0) counts?.set(fingerprint, rest - 1)
    return rest === 0
  })
  return {...file, messages, suppressed: file.suppressed + file.messages.length - messages.length}
}

function countFindings(messages: readonly Message[]): RuleSuppressions {
  const found: RuleSuppressions = new Map()
  for (const {ruleId, fingerprint} of messages) {
    const counts = found.get(ruleId) ?? new Map<string, number>()
    found.set(ruleId, counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1))
  }
  return found
}

function addMost(found: RuleSuppressions, rule: string, counts: FingerprintCounts): void {
  const most = new Map(found.get(rule))
  for (const [fingerprint, count] of counts) {
    most.set(fingerprint, Math.max(count, most.get(fingerprint) ?? 0))
  }
  found.set(rule, most)
}

type Judge = (key: string, rule: string) => boolean

/** Whether the run can tell that a finding of a rule is not in an article any more. */
function createJudge(
  known: Suppressions,
  keyed: ReadonlyMap<string, FileResult>,
  isGone: (key: string) => boolean,
  rulesOf: ReadonlyMap<string, readonly RuleThatRan[]> | undefined
): Judge {
  // A rule that compares articles says less when it sees fewer of them.
  let isWhole: boolean | undefined
  const seesAll = (): boolean =>
    keyed.size > 1 && [...known.keys()].every((key) => keyed.has(key) || isGone(key))
  return (key, rule) => {
    const ran = rulesOf?.get(keyed.get(key)?.path ?? '')?.find(({id}) => id === rule)
    if (!ran?.checkSite) return ran !== undefined
    isWhole ??= seesAll()
    return isWhole
  }
}

interface Stale {
  readonly counts: FingerprintCounts
  readonly fingerprint: string
  readonly surplus: number
}

/** What is held back in vain: in the articles of the run, and in those that are gone. Other articles are not judged. */
function findStale(
  known: Suppressions,
  keyed: ReadonlyMap<string, FileResult>,
  mayBeStale: Judge,
  isGone: (key: string) => boolean
): readonly Stale[] {
  const stale: Stale[] = []
  for (const [key, rules] of known) {
    const one = keyed.get(key)
    if (!one && !isGone(key)) continue
    const found = countFindings(one?.messages ?? [])
    for (const [rule, counts] of rules) {
      if (one && !mayBeStale(key, rule)) continue
      for (const [fingerprint, count] of counts) {
        const surplus = count - (found.get(rule)?.get(fingerprint) ?? 0)
        if (surplus > 0) stale.push({counts, fingerprint, surplus})
      }
    }
  }
  return stale
}

function checkRule(
  id: string,
  files: readonly FileResult[],
  rulesOf: ReadonlyMap<string, readonly RuleThatRan[]> | undefined
): void {
  const ids = new Set(builtin.map((rule) => rule.id))
  for (const rules of rulesOf?.values() ?? []) for (const rule of rules) ids.add(rule.id)
  for (const {messages} of files) for (const {ruleId} of messages) ids.add(ruleId)
  if (!ids.has(id)) {
    throw new UsageError(`Unexpected rule \`${id}\` in --suppress-rule${suggestion(id, [...ids].sort())}`)
  }
}

function number(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
