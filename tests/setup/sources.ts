import type {PartVerdict, Rule, SourceRecord, StatementVerdict} from '../../src/rule/index.ts'
import {knownSources} from '../tools/known-sources.mjs'
import {lintSite, type SiteMessage} from './lint-site.ts'

/** A page that answers and can be read. */
export function alive(url: string, fields: Partial<SourceRecord> = {}): SourceRecord {
  return {
    url,
    state: 'alive',
    status: 200,
    fetched: '2026-11-20',
    isReadable: true,
    statements: [],
    ...fields
  }
}

export function dead(
  url: string,
  cause: NonNullable<SourceRecord['cause']>,
  fields: Partial<SourceRecord> = {}
): SourceRecord {
  return {url, state: 'dead', cause, fetched: '2026-11-20', statements: [], ...fields}
}

type Parts = Readonly<Record<string, PartVerdict['verdict'] | Omit<PartVerdict, 'text'>>>

function partsOf(parts: Parts): PartVerdict[] {
  return Object.entries(parts).map(([text, given]) => ({
    text,
    ...(typeof given === 'string' ? {verdict: given} : given)
  }))
}

/** What a page has of a sentence, whose links are written as in Markdown. */
export function said(
  sentence: string,
  {figures = {}, quotations = {}}: {figures?: Parts; quotations?: Parts} = {},
  fields: Partial<StatementVerdict> = {}
): StatementVerdict {
  return {text: shown(sentence), figures: partsOf(figures), quotations: partsOf(quotations), ...fields}
}

/** A sentence as a reader sees it. */
export function shown(sentence: string): string {
  return sentence.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}

/** What a rule says of articles, with these sources known. */
export function lintWith(
  rule: Rule,
  articles: Readonly<Record<string, string>> | string,
  records: readonly SourceRecord[],
  options?: Record<string, unknown>
): SiteMessage[] {
  const site = typeof articles === 'string' ? {'a.md': articles} : articles
  return lintSite(rule, site, options, {sources: knownSources(records)})
}
