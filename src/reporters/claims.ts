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
