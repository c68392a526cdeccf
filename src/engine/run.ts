import path from 'node:path'
import type {Directive} from '../lint/directives.ts'
import {byPlace} from '../lint/document.ts'
import {judgeDirectives} from '../lint/governance.ts'
import type {Message} from '../lint/message.ts'
import type {SiteArticle} from '../lint/site.ts'
import type {Rule, Sources} from '../rule/index.ts'
import type {Linted, Outcome} from './article.ts'
import {crash} from './problem.ts'
import type {FileResult, LintFilesResult, Problem} from './result.ts'
import type {OnlineSettings} from './verify/settings.ts'

/** Brings together what linting each article gave, in any order. */
export interface Run {
  add(outcome: Outcome): void
  /** Runs what judges all articles together, and gives the results. */
  finish(): Promise<RunResult>
}

export interface RunResult extends LintFilesResult {
  /** By path: the rules that ran on an article, to their end. */
  readonly rulesOf: ReadonlyMap<string, readonly Rule[]>
}

/**
 * @param settings `today`: `YYYY-MM-DD`, as the articles were linted with; `changed`: the reason of the problem where an
 * article is not what was linted any more; `online`: how sources are checked, where they are; `isAsked`: whether those of an
 * article are of interest
 */
export function createRun({
  today,
  cwd,
  changed: changedReason = 'changed during the run: run again',
  online,
  isAsked = () => true
}: {
  readonly today?: string | undefined
  readonly cwd?: string | undefined
  readonly changed?: string | undefined
  readonly online?: OnlineSettings | undefined
  readonly isAsked?: ((path: string) => boolean) | undefined
} = {}): Run {
  const linted: Linted[] = []
  const problems: Problem[] = []
  const changed = new Set<string>()
  const notes: string[] = []
  let isChecked = true
  let sources: Sources | undefined

  return {
    add(outcome) {
      if (outcome.linted) linted.push(outcome.linted)
      problems.push(...outcome.problems)
    },
    async finish() {
      linted.sort((a, b) => compare(a.file.path, b.file.path))
      // As they came in for one article, article by article.
      problems.sort((a, b) => compare(a.path, b.path))
      const textOf = await createTexts()
      const {messages, crashes, directives} = await checkSite(textOf)
      for (const {ruleId, reason} of crashes) problems.push(crash('all files together', ruleId, reason))
      const claimsOf = await createClaims()
      const files = linted.map((article): FileResult => {
        const {file, ruleset, directives: own} = article
        const {path} = file
        const known = directives.get(path) ?? own
        const text = known.length > 0 ? textOf(article) : undefined
        const judged =
          text === undefined
            ? {messages: [], crashes: []}
            : judgeDirectives({path, text, ruleset, directives: known, today})
        for (const {ruleId, reason} of judged.crashes) problems.push(crash(path, ruleId, reason))
        const more = [...(messages.get(path) ?? []), ...judged.messages]
        const all = more.length > 0 ? [...file.messages, ...more].sort(byPlace) : file.messages
        return {...file, ...claimsOf(file), messages: all, suppressed: 0}
      })
      // Who could not ask the sources has found nothing, whatever is there.
      const isSure = ({sourcesOf}: Rule, article: string): boolean =>
        !sourcesOf || (isChecked && isAsked(article))
      const rulesOf = new Map(
        linted.map(({file: {path}, ruleset, crashed}) => {
          const failed = new Set([...crashed, ...crashes.map(({ruleId}) => ruleId)])
          return [
            path,
            ruleset.rules.map(({rule}) => rule).filter((rule) => !failed.has(rule.id) && isSure(rule, path))
          ]
        })
      )
      for (const path of changed) problems.push({path, reason: changedReason})
      return {files, problems, notes, rulesOf}
    }
  }

  /** Texts that are asked for once all articles are linted; nothing for a file that changed since. */
  async function createTexts(): Promise<(article: Linted) => string | undefined> {
    if (linted.every(({source}) => source === undefined || 'text' in source))
      return ({source}) => (source && 'text' in source ? source.text : undefined)
    const {readSource} = await import('./source.ts')
    return ({source, file: {path}}) => {
      const text = source && readSource(source)
      if (text === undefined) changed.add(path)
      return text
    }
  }

  async function checkSite(textOf: (article: Linted) => string | undefined) {
    const site = linted
      .filter(({facts}) => Object.keys(facts).length > 0)
      .map((article): SiteArticle => {
        const {file, facts, ruleset, directives} = article
        return {path: file.path, facts, ruleset, directives, text: () => textOf(article)}
      })
    if (online) sources = await askSources(site, online)
    if (site.length > 0) {
      const {checkSite, filesAskedFor} = await import('../lint/site.ts')
      const asked = filesAskedFor(site)
      const known = sources ? {sources} : {}
      if (asked.length === 0) return checkSite(site, known)
      const {findExisting} = await import('./existence.ts')
      return checkSite(site, {...known, exists: findExisting(asked, path.resolve(cwd ?? ''))})
    }
    return {
      messages: new Map<string, readonly Message[]>(),
      crashes: [],
      directives: new Map<string, readonly Directive[]>()
    }
  }

  /** Claims with what was found out about their sources. */
  async function createClaims(): Promise<(file: Linted['file']) => Pick<FileResult, 'claims'>> {
    const known = sources
    if (!known) return () => ({})
    const {withChecks} = await import('../lint/claim-checks.ts')
    return ({claims}) => (claims ? {claims: withChecks(claims, known)} : {})
  }

  /** Nothing where nobody asks for any. */
  async function askSources(
    site: readonly SiteArticle[],
    settings: OnlineSettings
  ): Promise<Sources | undefined> {
    const {sourcesAskedFor} = await import('../lint/site.ts')
    const queries = [...sourcesAskedFor(site.filter((article) => isAsked(article.path)))]
    const sheets = linted.flatMap(({file}) => (isAsked(file.path) ? (file.claims ?? []) : []))
    if (sheets.length > 0) {
      const {queriesOf} = await import('../lint/claim-checks.ts')
      queries.push(...sheets.flatMap(queriesOf))
    }
    if (queries.length === 0 && !settings.prune) return undefined
    const {checkSources} = await import('./verify/index.ts')
    const checked = await checkSources(queries, settings, path.resolve(cwd ?? ''))
    notes.push(...checked.notes)
    isChecked = checked.isComplete
    return checked.sources
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
