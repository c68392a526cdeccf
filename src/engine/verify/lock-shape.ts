import {isDay} from '../../rule/directives.ts'
import type {DeathCause, PartVerdict, SourceRecord, StatementVerdict} from '../../sources/model.ts'
import {sourceAddress} from '../../sources/statements/address.ts'
import {type Check, isCount, isList, isOptional, isRecord, isString, oneOf} from '../shape.ts'

/** More of a page than this is never kept. */
export const longestText = 300
export const longestAddress = 2000

const causes: Readonly<Record<DeathCause, true>> = {
  gone: true,
  'no-host': true,
  'not-found-page': true,
  parked: true,
  'home-page': true,
  certificate: true,
  'redirect-loop': true
}

const isTrue = oneOf(true)
const isText: Check = (value) => isString(value) && (value as string).length <= longestText + 1
const isAddress: Check = (value) => isString(value) && sourceAddress(value as string) === value
const isFetched: Check = (value) => isString(value) && isDay(value as string)
const isHash: Check = (value) => isString(value) && /^[0-9a-f]{16}$/.test(value as string)

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export const isDate: Check = (value) => isString(value) && /^\d{4}(?:-\d\d){0,2}$/.test(value as string)

const isPart = isRecord({
  text: isString,
  verdict: oneOf('supported', 'contradicted', 'absent'),
  closest: isOptional(isText),
  passage: isOptional(isText)
} satisfies Record<keyof PartVerdict, Check>)

const isStatement = isRecord({
  text: isString,
  figures: isList(isPart),
  quotations: isList(isPart),
  unclear: isOptional(isList(isString)),
  isElsewhere: isOptional(oneOf(true, false))
} satisfies Record<keyof StatementVerdict, Check>)

/** What each property of a record has to be, in the order they are written in. */
export const recordShape = {
  url: isAddress,
  state: oneOf('alive', 'dead'),
  cause: isOptional(oneOf(...Object.keys(causes))),
  status: isOptional(isCount),
  finalUrl: isOptional(isAddress),
  isMoved: isOptional(isTrue),
  fetched: isFetched,
  hash: isOptional(isHash),
  title: isOptional(isText),
  published: isOptional(isDate),
  updated: isOptional(isDate),
  isReadable: isOptional(isTrue),
  fragments: isOptional(isList(isString)),
  missingAnchors: isOptional(isList(isString)),
  statements: isList(isStatement),
  lost: isOptional(isList(isRecord({text: isString, on: isFetched})))
} satisfies Record<keyof SourceRecord, Check>
