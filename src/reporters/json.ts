import type {Message} from '../lint/message.ts'
import type {Reporter} from './index.ts'
import {countMessages} from './summary.ts'

/** The report for programs: stable, versioned, its keys always in the same order. */
export const json: Reporter = (files, {suppressed = 0}) => {
  const {errors, warnings, infos, fixable} = countMessages(files)
  return stringify({
    version: 1,
    summary: {files: files.length, errors, warnings, infos, fixable, suppressed},
    files: files.map(({path, messages}) => ({path, messages: messages.map(toRecord)}))
  })
}

/** JSON that a terminal and a log can show. */
export function stringify(report: object, indent = 2): string {
  return escapeJson(JSON.stringify(report, null, indent))
}

/** The same JSON without what a terminal or a log would act on, and what nobody could see. */
export function escapeJson(json: string): string {
  return json.replace(
    unsafe,
    (found) => toEscape(found[0] as string) + found.slice(1).replace(/[^#]/g, toEscape)
  )
}

/** All of it can only stand inside a JSON string. */
const unsafe =
  /##(?=(?:vso|teamcity)?\[)|[\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/giu

function toEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Every field by name, so that nothing else of a message gets out. */
function toRecord(message: Message): Message {
  const {ruleId, messageId, severity, reason, note, url, line, column, endLine, endColumn, start, end} =
    message
  const {fingerprint, confidence, actual, expected, fix, suggestions, related} = message
  return {
    ruleId,
    messageId,
    severity,
    reason,
    ...(note === undefined ? {} : {note}),
    url,
    fingerprint,
    line,
    column,
    endLine,
    endColumn,
    start,
    end,
    ...(confidence === undefined ? {} : {confidence}),
    ...(actual === undefined ? {} : {actual}),
    ...(expected === undefined ? {} : {expected}),
    ...(fix === undefined ? {} : {fix}),
    ...(suggestions === undefined ? {} : {suggestions}),
    ...(related === undefined ? {} : {related})
  }
}
