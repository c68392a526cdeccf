import type {ArticleFacts, Finding, Severity, SiteContext, SourceQuery} from '../rule/index.ts'
import {type Crash, toCrash} from './crash.ts'
import {createDirectives, type Directive} from './directives.ts'
import type {Ruleset} from './index.ts'
import {createLocator, type Locator, type Message, toMessage} from './message.ts'

/** One article of a site: what was collected of it. */
export interface SiteArticle {
  readonly path: string
  /** Its text, to find places in; asked for when there is something to say. Without it, nothing is said of it. */
  readonly text: () => string | undefined
  readonly facts: Readonly<Record<string, unknown>>
  readonly ruleset: Ruleset
  /** Those of its comments that silence; they hold for site messages too. */
  readonly directives: readonly Directive[]
}

export interface SiteResult {
  /** By path, in the order of the text. */
  readonly messages: ReadonlyMap<string, readonly Message[]>
  readonly crashes: readonly Crash[]
  /** By path: the comments of the articles, with what they silenced in all. */
  readonly directives: ReadonlyMap<string, readonly Directive[]>
}

interface Member {
  readonly article: SiteArticle
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/** The files that site rules ask for, each once, by path: whoever has the disk says which of them are there. */
export function filesAskedFor(articles: readonly SiteArticle[]): readonly string[] {
  const files = new Set<string>()
  for (const [rule, members] of membersByRule(articles)) {
    for (const {article} of rule.filesOf ? members.values() : []) {
      try {
        const facts = article.facts[rule.id] as never
        for (const file of rule.filesOf?.({path: article.path, facts}) ?? []) files.add(file)
      } catch {
        // A rule that fails here fails in `checkSite`, which says so.
      }
    }
  }
  return [...files].sort()
}

/** What rules ask sources for, rule by rule. */
export function sourcesAskedFor(articles: readonly SiteArticle[]): readonly SourceQuery[] {
  const queries: SourceQuery[] = []
  for (const [rule, members] of membersByRule(articles)) {
    for (const {article} of rule.sourcesOf ? members.values() : []) {
      try {
        const facts = article.facts[rule.id] as never
        queries.push(...(rule.sourcesOf?.({path: article.path, facts}) ?? []))
      } catch {
        // A rule that fails here fails in `checkSite`, which says so.
      }
    }
  }
  return queries
}

const nothingKnown: SiteContext = {
  exists: () => undefined,
  sources: {recordOf: () => undefined, verdictOf: () => undefined}
}

/**
 * Runs the site rules once over all articles. A message has the severity its own article gives the rule; the options
 * are those of the first article that has the rule on. A site message has no fix: fixing is done article by article.
 */
export function checkSite(articles: readonly SiteArticle[], known: Partial<SiteContext> = {}): SiteResult {
  const context: SiteContext = {...nothingKnown, ...known}
  const messages = new Map<string, Message[]>()
  const crashes: Crash[] = []
  const byPath = new Map(articles.map((article) => [article.path, article]))
  const places = new Map<string, Places | undefined>()
  const placesOf = (article: SiteArticle): Places | undefined => {
    if (!places.has(article.path)) places.set(article.path, createPlaces(article.text()))
    return places.get(article.path)
  }
  for (const [rule, members] of membersByRule(articles)) {
    const options = members.values().next().value?.options ?? {}
    const facts = [...members.values()].map(({article}) => ({
      path: article.path,
      facts: article.facts[rule.id]
    }))
    try {
      const report = (messageId: string, finding: Finding & {readonly path: string}): void => {
        const member = members.get(finding.path)
        if (!member)
          throw new Error(`Unexpected path \`${finding.path}\` in a finding, expected one of the facts`)
        const {article, severity} = member
        const own = placesOf(article)
        if (!own) return
        const {related = [], fix: _, ...plain} = finding
        const document = {path: article.path, text: own.text}
        const message = toMessage(document, own.locator, rule, severity, messageId, plain as Finding)
        const others = related.flatMap(({range, reason, path = article.path}) => {
          const place = placesOf(byPath.get(path) ?? article)?.locator.place(range)
          if (!place) return []
          const {line, column, start, end} = place
          return [{path, line, column, start, end, reason}]
        })
        const list = messages.get(article.path) ?? []
        messages.set(article.path, list)
        list.push(others.length > 0 ? {...message, related: others} : message)
      }
      rule.checkSite?.(facts as unknown as readonly ArticleFacts<never>[], options, report, context)
    } catch (error) {
      crashes.push(toCrash(rule.id, error))
    }
  }
  const used = new Map<string, readonly Directive[]>()
  for (const [path, list] of messages) {
    const directives = createDirectives(byPath.get(path)?.directives ?? [])
    messages.set(
      path,
      list.filter((message) => !directives.silences(message))
    )
    used.set(path, directives.list())
  }
  return {messages, crashes, directives: used}
}

type SiteRule = Ruleset['rules'][number]['rule']

/** The articles each site rule is on for and has facts of, by path. */
function membersByRule(articles: readonly SiteArticle[]): ReadonlyMap<SiteRule, ReadonlyMap<string, Member>> {
  const byRule = new Map<SiteRule, Map<string, Member>>()
  for (const article of articles) {
    for (const {rule, severity, options} of article.ruleset.rules) {
      if (!rule.checkSite || !Object.hasOwn(article.facts, rule.id)) continue
      const members = byRule.get(rule) ?? new Map<string, Member>()
      byRule.set(rule, members.set(article.path, {article, severity, options}))
    }
  }
  return byRule
}

interface Places {
  /** Without its byte order mark. */
  readonly text: string
  readonly locator: Locator
}

function createPlaces(source: string | undefined): Places | undefined {
  if (source === undefined) return undefined
  const shift = source.startsWith('\uFEFF') ? 1 : 0
  const text = source.slice(shift)
  return {text, locator: createLocator(text, shift)}
}
