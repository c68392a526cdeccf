import type {PartVerdict, SourceRecord, StatementVerdict} from '../../sources/model.ts'
import type {Fetched} from '../fetch/index.ts'
import {isDate, longestAddress, longestText} from './lock-shape.ts'
import type {PageReport} from './page-reader.ts'
import type {Ask} from './plan.ts'

/** What a source is known by, and what was known of it before. */
export interface Origin {
  readonly ask: Ask
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly before: SourceRecord | undefined
  /** Whether what is known of statements that nobody asks for now goes, even where the page is the same. */
  readonly dropsOthers: boolean
}

type Dead = Extract<Fetched, {kind: 'dead'}>
type Answered = Extract<Fetched, {kind: 'page'}>

export function recordOfDead({cause, status, finalUrl, isMoved}: Dead, {ask, today}: Origin): SourceRecord {
  return {
    url: ask.url,
    state: 'dead',
    cause,
    ...answerOf({status, finalUrl, isMoved}, ask),
    fetched: today,
    statements: []
  }
}

/** @param report nothing where the page is none that can be read */
export function recordOfPage(page: Answered, report: PageReport | undefined, origin: Origin): SourceRecord {
  const {ask, today, before} = origin
  const answer = answerOf(page, ask)
  if (report?.isEmpty) {
    const cause = report.isEmpty === 'parked' ? 'parked' : 'not-found-page'
    return {url: ask.url, state: 'dead', cause, ...answer, fetched: today, statements: []}
  }
  const alive = {url: ask.url, state: 'alive', ...answer, fetched: today} as const
  const asked = [...ask.fragments]
  if (!report) return {...alive, ...(asked.length > 0 ? {fragments: asked} : {}), statements: []}
  const own = report.isReadable
    ? report.statements.filter(({text}) => ask.statements.has(text)).map(cleaned)
    : []
  const isSame = before?.state === 'alive' && before.hash === report.hash && !origin.dropsOthers
  const others =
    isSame && report.isReadable ? before.statements.filter(({text}) => !ask.statements.has(text)) : []
  const known = new Set(isSame ? before.fragments : [])
  const fragments = [...new Set([...asked, ...known])]
  const missing = [
    ...report.missingAnchors.filter((fragment) => ask.fragments.has(fragment)),
    ...(isSame ? (before.missingAnchors ?? []) : []).filter((fragment) => !ask.fragments.has(fragment))
  ]
  const lost = [
    ...lostOf(own, before),
    ...(before?.lost ?? []).filter(({text}) => others.some((other) => other.text === text))
  ]
  const title = clean(report.title ?? '')
  return {
    ...alive,
    ...(/^[0-9a-f]{16}$/.test(report.hash) ? {hash: report.hash} : {}),
    ...(title === '' ? {} : {title}),
    ...(isDate(report.published) ? {published: report.published as string} : {}),
    ...(isDate(report.updated) ? {updated: report.updated as string} : {}),
    ...(report.isReadable ? {isReadable: true} : {}),
    ...(fragments.length > 0 ? {fragments} : {}),
    ...(missing.length > 0 ? {missingAnchors: [...new Set(missing)]} : {}),
    statements: [...own, ...others],
    ...(lost.length > 0 ? {lost} : {})
  }
}

function answerOf(
  {
    status,
    finalUrl,
    isMoved
  }: {status?: number | undefined; finalUrl?: string | undefined; isMoved?: boolean | undefined},
  {url}: Ask
): Pick<SourceRecord, 'status' | 'finalUrl' | 'isMoved'> {
  const final = finalUrl === undefined ? undefined : withoutFragment(finalUrl)
  const isElsewhere = final !== undefined && final !== url && final.length <= longestAddress
  return {
    ...(status === undefined ? {} : {status}),
    ...(isElsewhere ? {finalUrl: final, ...(isMoved ? {isMoved: true} : {})} : {})
  }
}

function withoutFragment(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function cleaned({text, figures, quotations, unclear, isElsewhere}: StatementVerdict): StatementVerdict {
  const parts = {figures: figures.map(cleanedPart), quotations: quotations.map(cleanedPart)}
  return {text, ...parts, ...(unclear ? {unclear} : {}), ...(isElsewhere ? {isElsewhere} : {})}
}

function cleanedPart({text, verdict, closest, passage}: PartVerdict): PartVerdict {
  const words = {closest: clean(closest ?? ''), passage: clean(passage ?? '')}
  return {
    text,
    verdict,
    ...(words.closest ? {closest: words.closest} : {}),
    ...(words.passage ? {passage: words.passage} : {})
  }
}

/** Words of a page on one line: nothing that moves a cursor, turns text around or is half a character; at most 300. */
function clean(words: string): string {
  // A page may put a megabyte into its title.
  const line = words
    .slice(0, 4 * longestText)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  if (line.length <= longestText) return line
  return `${line.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** What the page supported before and does not any more, with the day on which it did. */
function lostOf(
  now: readonly StatementVerdict[],
  before: SourceRecord | undefined
): {text: string; on: string}[] {
  if (before?.state !== 'alive') return []
  const then = new Map(before.statements.map((verdict) => [verdict.text, verdict]))
  const lost = new Map((before.lost ?? []).map(({text, on}) => [text, on]))
  return now.flatMap((verdict) => {
    const {text} = verdict
    const parts = [...verdict.figures, ...verdict.quotations].filter((part) => part.verdict !== 'supported')
    const old = then.get(text)
    const had = [...(old?.figures ?? []), ...(old?.quotations ?? [])]
    const isLost = parts.some((part) =>
      had.some((one) => one.text === part.text && one.verdict === 'supported')
    )
    const on = lost.get(text) ?? (isLost ? before.fetched : undefined)
    return on !== undefined && parts.length > 0 ? [{text, on}] : []
  })
}
