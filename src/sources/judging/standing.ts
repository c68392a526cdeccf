/** How a statement stands once its sources are looked at: what all of them together say of it and of its parts. */

import type {PartVerdict, SourceQuery, SourceRecord, Sources, Statement, StatementVerdict} from '../model.ts'
import {sourceAddress} from '../statements/address.ts'
import {quotePage} from './wording.ts'

/** A statement and the addresses of its sources. */
export interface Cited extends Statement {
  readonly sources: readonly {readonly url: string}[]
}

/** A page that was read for a statement. */
export interface ReadPage {
  readonly record: SourceRecord
  readonly verdict: StatementVerdict
}

export interface Standing {
  /** Those of its sources that could be read. */
  readonly pages: readonly ReadPage[]
  /** All of its sources could be. */
  readonly isComplete: boolean
  /** All are about something else. */
  readonly isElsewhere: boolean
  /** A page that supported it on that day, and does not any more, nor does any other one. */
  readonly lost?: {readonly page: ReadPage; readonly on: string}
}

/** What the sources together have of a part that none of them supports. */
export interface Unsupported {
  readonly verdict: 'contradicted' | 'absent'
  readonly closest?: string
  readonly passage?: string
  readonly record: SourceRecord
  /** How many sources were read. */
  readonly pages: number
}

type PartKind = 'figures' | 'quotations'

/** What has to be known to tell how statements stand. */
export function askSources(statements: readonly Cited[]): SourceQuery[] {
  return statements.flatMap(({text, figures, quotations, names, sources}) =>
    sources.map(({url}) => ({url, statement: {text, figures, quotations, names}}))
  )
}

export function standingOf(statement: Cited, sources: Sources): Standing {
  const urls = new Map(statement.sources.map(({url}) => [sourceAddress(url) ?? url, url]))
  const pages = [...urls.values()].flatMap((url): ReadPage[] => {
    const record = sources.recordOf(url)
    const verdict = sources.verdictOf(url, statement)
    return record?.state === 'alive' && record.isReadable && verdict ? [{record, verdict}] : []
  })
  const isComplete = pages.length > 0 && pages.length === urls.size
  const lost = pages
    .flatMap((page) =>
      (page.record.lost ?? []).filter(({text}) => text === statement.text).map(({on}) => ({page, on}))
    )
    .find(() => !isSupported(statement, pages))
  return {
    pages,
    isComplete,
    isElsewhere: isComplete && pages.every(({verdict}) => verdict.isElsewhere),
    ...(lost ? {lost} : {})
  }
}

/**
 * A part that no source supports; nothing while one of them may still do so, and where another rule has the word: the
 * page was changed, or is about something else.
 */
export function unsupportedPart(standing: Standing, kind: PartKind, text: string): Unsupported | undefined {
  const {pages, isComplete, isElsewhere, lost} = standing
  if (!isComplete || isElsewhere || lost) return undefined
  const found = pages.flatMap(({record, verdict}) =>
    partsNamed(verdict, kind, text)
      .slice(0, 1)
      .map((part) => ({record, part}))
  )
  if (found.length < pages.length || found.some(({part}) => part.verdict === 'supported')) return undefined
  const nearest =
    found.find(({part}) => part.verdict === 'contradicted') ??
    found.find(({part}) => part.closest !== undefined) ??
    found[0]
  if (!nearest) return undefined
  const {record, part} = nearest
  const {closest, passage} = part
  const isContradicted = part.verdict === 'contradicted' && closest !== undefined
  return {
    verdict: isContradicted ? 'contradicted' : 'absent',
    ...(closest === undefined ? {} : {closest}),
    ...(passage === undefined ? {} : {passage}),
    record,
    pages: pages.length
  }
}

function isSupported(statement: Statement, pages: readonly ReadPage[]): boolean {
  return (['figures', 'quotations'] as const).every((kind) =>
    statement[kind].every(({text, isWeak}) => isWeak || isPartSupported(pages, kind, text))
  )
}

/** Whether one of the pages supports a part. */
export function isPartSupported(pages: readonly ReadPage[], kind: PartKind, text: string): boolean {
  return pages.some(({verdict}) =>
    partsNamed(verdict, kind, text).some((part) => part.verdict === 'supported')
  )
}

function partsNamed(verdict: StatementVerdict, kind: PartKind, text: string): readonly PartVerdict[] {
  return verdict[kind].filter((part) => part.text === text)
}

/** A page as a message names it: “Report of the mill” (example.org, checked on 2026-11-20). */
export function namePage({url, title, finalUrl, fetched}: SourceRecord): string {
  const host = quotePage(hostOf(finalUrl ?? url), 60)
  const checked = `checked on ${quotePage(fetched, 10)}`
  const name = title === undefined ? '' : quotePage(title, 80)
  return name === '' ? `${host} (${checked})` : `“${name}” (${host}, ${checked})`
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return url
  }
}
