import type {PartVerdict, SourceQuery, SourceRecord, Sources, Statement} from '../rule/index.ts'
import type {ClaimSheet, ListedClaim, ListedSource, ReachedSource} from './claim-sheet.ts'

/**
 * What came of looking for a claim at its source. `supported`, `contradicted`, `absent`: all the page has of it; the worst
 * where it has several figures. `elsewhere`: the page is about something else. `alive`: the page answers, and the claim has
 * no figure or quotation to look for, or the page shows too little text. `unchecked`: nothing is known of it.
 */
export type CheckState =
  | 'supported'
  | 'contradicted'
  | 'absent'
  | 'elsewhere'
  | 'alive'
  | 'dead'
  | 'unchecked'

export interface SourceCheck extends Partial<Pick<SourceRecord, 'cause' | 'fetched' | 'finalUrl' | 'title'>> {
  readonly state: CheckState
  /** The figures and quotations of the claim, with what the page has of each. */
  readonly parts: readonly PartVerdict[]
}

/** What the sources of a sheet are to be asked for. */
export function queriesOf({claims}: ClaimSheet): readonly SourceQuery[] {
  return claims.flatMap(({asks, ...claim}) =>
    sourcesOf(claim).flatMap(({url}) =>
      url === undefined ? [] : {url, ...(asks === undefined ? {} : {statement: asks})}
    )
  )
}

/** A sheet with what is known of the sources, in place of what they were to be asked for. */
export function withChecks(sheet: ClaimSheet, sources: Sources): ClaimSheet {
  const check = <Source extends ListedSource>(source: Source, asks: Statement | undefined): Source =>
    source.url === undefined ? source : {...source, check: checkOf(source.url, asks, sources)}
  const claims = sheet.claims.map(({asks, ...claim}): ListedClaim => {
    const {source} = claim
    if (source === undefined || !isOwn(source)) return claim
    const {also} = source
    const checked = check(source, asks)
    return {
      ...claim,
      source: also ? {...checked, also: also.map((one) => check(one, asks))} : checked
    }
  })
  return {...sheet, claims}
}

/** One that only stands in the same section is not said to hold the claim. */
function isOwn({reach}: ReachedSource): boolean {
  return reach !== 'section'
}

function sourcesOf({source}: Pick<ListedClaim, 'source'>): readonly ListedSource[] {
  return source === undefined || !isOwn(source) ? [] : [source, ...(source.also ?? [])]
}

function checkOf(url: string, asks: Statement | undefined, sources: Sources): SourceCheck {
  const record = sources.recordOf(url)
  if (record === undefined) return {state: 'unchecked', parts: []}
  const {cause, fetched, finalUrl, title} = record
  const known = {
    fetched,
    ...(cause === undefined ? {} : {cause}),
    ...(finalUrl === undefined ? {} : {finalUrl}),
    ...(title === undefined ? {} : {title})
  }
  if (record.state === 'dead') return {state: 'dead', ...known, parts: []}
  const verdict = asks && sources.verdictOf(url, asks)
  if (!verdict) return {state: 'alive', ...known, parts: []}
  const parts = [...verdict.figures, ...verdict.quotations]
  const worst = (['contradicted', 'absent', 'supported'] as const).find((one) =>
    parts.some(({verdict}) => verdict === one)
  )
  return {state: verdict.isElsewhere ? 'elsewhere' : (worst ?? 'alive'), ...known, parts}
}
