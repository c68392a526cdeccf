import type {SourceQuery, SourceRecord, Statement, StatementVerdict} from '../../sources/model.ts'
import {fragmentOf, sourceAddress} from '../../sources/statements/address.ts'

/** All that is asked of one source. */
export interface Ask {
  /** Without fragment. */
  readonly url: string
  /** By text. */
  readonly statements: Map<string, Statement>
  readonly fragments: Set<string>
}

/** By address. What is no web address is left out. */
export function planAsks(queries: readonly SourceQuery[]): ReadonlyMap<string, Ask> {
  const asks = new Map<string, Ask>()
  for (const {url: cited, statement} of queries) {
    const url = sourceAddress(cited)
    if (url === undefined) continue
    const ask = asks.get(url) ?? {url, statements: new Map(), fragments: new Set()}
    asks.set(url, ask)
    const fragment = fragmentOf(cited)
    if (fragment !== undefined) ask.fragments.add(fragment)
    if (statement && !ask.statements.has(statement.text)) ask.statements.set(statement.text, statement)
  }
  return asks
}

/** Days for which a record is used: what is dead may come back, and somebody is told of it in every run. */
const daysOf: Readonly<Record<SourceRecord['state'], number>> = {alive: 90, dead: 7}

/** Whether a record is as old as it may be, or from a day to come, which only a wrong clock can have written. */
export function isOld({state, fetched}: SourceRecord, today: string): boolean {
  const age = (dayOf(today) - dayOf(fetched)) / 86_400_000
  // Where the user is, it may be tomorrow already.
  return !(age < daysOf[state] && age >= -1)
}

function dayOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** The statements that a record says nothing of, though it could. */
export function unknownIn(record: SourceRecord, {statements}: Ask): readonly Statement[] {
  if (record.state === 'dead' || !record.isReadable) return []
  const known = new Map(record.statements.map((verdict) => [verdict.text, verdict]))
  return [...statements.values()].filter((statement) => {
    const verdict = known.get(statement.text)
    return !verdict || !answers(verdict, statement)
  })
}

/** Another version of the linter may see other figures in a sentence. */
function answers(verdict: StatementVerdict, statement: Statement): boolean {
  return (['figures', 'quotations'] as const).every((kind) => {
    const known = new Set([...verdict[kind].map(({text}) => text), ...(verdict.unclear ?? [])])
    return statement[kind].every(({text}) => known.has(text))
  })
}

/** Whether a record needs no look at the source. */
export function isCurrent(record: SourceRecord, ask: Ask, today: string): boolean {
  if (isOld(record, today)) return false
  if (record.state === 'dead') return true
  const fragments = new Set(record.fragments)
  return (
    unknownIn(record, ask).length === 0 && [...ask.fragments].every((fragment) => fragments.has(fragment))
  )
}

/** In an order in which no host has to wait for another one: for each of them its sources, one after the other. */
export function byHost(asks: Iterable<Ask>): readonly (readonly Ask[])[] {
  const hosts = new Map<string, Ask[]>()
  for (const ask of asks) {
    const {host} = new URL(ask.url)
    const list = hosts.get(host) ?? []
    hosts.set(host, list)
    list.push(ask)
  }
  return [...hosts.values()]
}
