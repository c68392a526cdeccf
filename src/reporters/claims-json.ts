import type {SourceCheck} from '../lint/claim-checks.ts'
import type {ListedClaim, ListedSource, ReachedSource} from '../lint/claim-sheet.ts'
import type {Place} from '../lint/message.ts'
import {type ClaimReporter, countClaims} from './claims.ts'
import {stringify} from './json.ts'

/** The claim sheets for programs: stable, versioned, keys always in the same order. */
export const claimsJson: ClaimReporter = (sheets) =>
  stringify({
    version: 1,
    summary: {files: sheets.length, ...countClaims(sheets.flatMap(({claims}) => claims))},
    files: sheets.map(({path, title, language, hasReferenceList, claims}) => ({
      path,
      ...(title === undefined ? {} : {title}),
      language,
      hasReferenceList,
      summary: countClaims(claims),
      claims: claims.map(toRecord)
    }))
  })

/** Every field by name, so that nothing else gets out. */
function toRecord(claim: ListedClaim): object {
  const {kind, confidence, text, source, nearest, repeats} = claim
  return {
    ...placeOf(claim),
    kind,
    confidence,
    text,
    source: source ? toReached(source) : null,
    ...(nearest ? {nearest: toSource(nearest)} : {}),
    ...(repeats ? {repeats: repeats.map(placeOf)} : {})
  }
}

function toReached({reach, also, ...source}: ReachedSource): object {
  return {reach, ...toSource(source), ...(also ? {also: also.map(toSource)} : {})}
}

function toSource(source: ListedSource): object {
  const {kind, text, url, distance, check} = source
  return {
    kind,
    text,
    ...(url === undefined ? {} : {url}),
    ...(distance === undefined ? {} : {distance}),
    ...placeOf(source),
    ...(check === undefined ? {} : {check: toCheck(check)})
  }
}

function toCheck({state, cause, fetched, finalUrl, title, parts}: SourceCheck): object {
  return {
    state,
    ...(cause === undefined ? {} : {cause}),
    ...(fetched === undefined ? {} : {fetched}),
    ...(finalUrl === undefined ? {} : {finalUrl}),
    ...(title === undefined ? {} : {title}),
    parts: parts.map(({text, verdict, closest, passage}) => ({
      text,
      verdict,
      ...(closest === undefined ? {} : {closest}),
      ...(passage === undefined ? {} : {passage})
    }))
  }
}

function placeOf({line, column, endLine, endColumn, start, end}: Place): object {
  return {line, column, endLine, endColumn, start, end}
}
