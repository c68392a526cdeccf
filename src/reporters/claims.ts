import type {CheckState, SourceCheck} from '../lint/claim-checks.ts'
import type {ClaimSheet, ListedClaim, ListedSource} from '../lint/claim-sheet.ts'

export interface ClaimReporterOptions {
  readonly color?: boolean | undefined
  /** The report lands in a log of GitHub Actions, which takes some lines for commands. */
  readonly githubActions?: boolean | undefined
  /** Columns of the terminal. */
  readonly width?: number | undefined
}

/** Claim sheets to a string; does not print. */
export type ClaimReporter = (sheets: readonly ClaimSheet[], options: ClaimReporterOptions) => string

/** How many claims have a source: one that covers them, only one that stands in their section, or none. */
export interface ClaimCounts {
  readonly claims: number
  readonly sourced: number
  readonly nearby: number
  readonly unsourced: number
}

export function countClaims(claims: readonly ListedClaim[]): ClaimCounts {
  const unsourced = claims.filter(({source}) => source === undefined).length
  const nearby = claims.filter(({source}) => source?.reach === 'section').length
  return {claims: claims.length, sourced: claims.length - unsourced - nearby, nearby, unsourced}
}

/** Where the source of a claim stands: "in the sentence", "2 sentences above", "in this section", "none". */
export function whereOf({source}: ListedClaim): string {
  if (source === undefined) return 'none'
  if (source.reach === 'sentence') return 'in the sentence'
  const near = wordDistance(source)
  if (source.reach === 'paragraph') return near ?? 'before the list'
  return near === undefined ? 'in this section' : `in this section, ${near}`
}

/** "2 sentences above"; nothing for another paragraph. */
export function wordDistance({distance}: ListedSource): string | undefined {
  if (distance === undefined) return undefined
  if (distance === 0) return 'in the sentence'
  const count = Math.abs(distance)
  return `${count} sentence${count === 1 ? '' : 's'} ${distance < 0 ? 'above' : 'below'}`
}

/** The words of a source, and its address where they don't hold it. */
export function wordSource({kind, text, url}: ListedSource): string {
  if (url === undefined) return text
  if (kind === 'link' || kind === 'bare-url') return url
  return text.includes(url) ? text : `${text} ${url}`
}

const states: Readonly<Record<CheckState, string>> = {
  supported: 'the page says so',
  contradicted: 'the page says otherwise',
  absent: 'not on the page',
  elsewhere: 'the page is about something else',
  alive: 'the page answers',
  dead: 'dead',
  unchecked: 'not checked'
}

const causes: Readonly<Record<NonNullable<SourceCheck['cause']>, string>> = {
  gone: 'the page is gone',
  'no-host': 'no server has that name',
  'not-found-page': 'the page says that it is not there',
  parked: 'the domain is for sale',
  'home-page': 'the address leads to the home page',
  certificate: 'the certificate is not valid',
  'redirect-loop': 'its redirects lead in a circle'
}

/** What came of looking at a source: "the page says otherwise". */
export function wordState({cause, state}: SourceCheck): string {
  return state === 'dead' && cause !== undefined ? causes[cause] : states[state]
}

/** Of each part what the page has, with the sentence that has it: "`32 percent`: the page says `31 %`". */
export function wordParts({
  parts
}: SourceCheck): readonly {readonly words: string; readonly passage?: string}[] {
  return parts.map(({text, verdict, closest, passage}) => {
    const other = closest === undefined || closest === text ? '' : `\`${closest}\``
    const words = {
      supported: other === '' ? 'on the page' : `on the page as ${other}`,
      contradicted: other === '' ? 'the page says otherwise' : `the page says ${other}`,
      absent: other === '' ? 'not on the page' : `not on the page, the closest is ${other}`
    }[verdict]
    return {words: `\`${text}\`: ${words}`, ...(passage === undefined ? {} : {passage})}
  })
}

/** All of a check in one text: "checked on 2026-11-20: the page says otherwise; `32 percent`: the page says `31 %` (“…”)". */
export function wordCheck(check: SourceCheck): string {
  const {fetched, state} = check
  const day = fetched === undefined ? '' : `checked on ${fetched}: `
  const parts = state === 'dead' || state === 'unchecked' ? [] : wordParts(check)
  const words = parts.map(({words, passage}) => (passage === undefined ? words : `${words} (“${passage}”)`))
  return `${day}${[wordState(check), ...words].join('; ')}`
}
