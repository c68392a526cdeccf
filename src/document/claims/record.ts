import type {Document} from '../model.ts'

/** Words of minutes, each another one. “Who seconds it?” and “the minutes” stand in any story of a council. */
const minutesWords = [
  /\bapologies (?:for absence|were|received|from)|\bapologies:/i,
  /\bminutes of the (?:last|previous|meeting|annual|\w+ meeting)\b|\bapproval of (?:the )?minutes\b/i,
  /\bmatters arising\b/i,
  /\bseconded\b/i,
  /\bit was (?:agreed|resolved|noted)\b|\bresolved (?:to|that)\b/i,
  /\bany other business\b|\bpublic other business\b/i,
  /\b(?:date of (?:the )?)?next meeting\b/i,
  /\bdeclarations? of interests?\b/i,
  /\bmeeting (?:was )?(?:opened|closed|ended) at\b/i
]
const fewestWords = 4

/** `## 👥 Attendees`, `Attendees:`, `**Present**: Ann Lee` */
const attendees =
  /^[^\p{L}\n]{0,12}(?:attendees|participants|(?:people )?(?:in attendance|present))\b[^\p{L}\n]{0,6}$|^[^\p{L}\n]{0,6}(?:attendees|present)\*{0,2}: ?\*{0,2} ?\S/imu
const meetingPart =
  /^[^\p{L}\n]{0,12}(?:meeting )?(?:action items|agenda|discussion(?: notes)?|meeting|minutes|notes|recording|time)\b[^\p{L}\n]{0,6}(?:$|:)/imu

/** Whether an article is the minutes of a meeting: what was reported there, and by whom it was agreed, is what it records. */
export function isMinutes({text}: Pick<Document, 'text'>): boolean {
  if (/attend|present|participants/i.test(text) && attendees.test(text) && meetingPart.test(text)) return true
  if (!/inutes|MINUTES/.test(text)) return false
  return minutesWords.filter((words) => words.test(text)).length >= fewestWords
}

/** “Speech by the Minister for Wells”, “Written Reply to Parliamentary Question on …”; not “Storm over speech by minister”. */
const statement =
  /^["'“]?(?:transcript of (?:the )?)?(?:(?!(?:about|after|against|at|by|for|in|of|on|over|to)\b)[\w’'-]+ ){0,3}(?:(?:speech|remarks|address|statement)\b.{1,80}?\bby (?:the )?(?:\p{Lu}|dr|mr|mrs|ms)|(?:oral|written) (?:answer|reply|response)s?\b.{0,80}?\b(?:by|to)\b)|^parliamentary question\b/iu

/** “24–16”, not a day, a range of pages behind a comma or “5.1–5.3” */
const score = /(?<![\d/.,–-])\d{1,3} ?[–-] ?\d{1,3}(?![\d/.–-]|,\d)/g
const matchWords =
  /\b(?:bowled|captain|defeat|equali[sz]er|first half|goals?|half[- ]time|innings|kick(?:ed)?[- ]off|midfield|opponents|opposition|penalty|possession|referee|scor(?:ed|ing)|second half|striker|tackle|tries|try|victory|whistle|wickets?)\b/gi
/** Of a match; the history of a club has them too, and many years. */
const ofMatch = {scores: 2, words: 5, years: 2}

/** Whether an article tells how a match went, which whoever was there saw. */
function isMatchReport({text}: Pick<Document, 'text'>): boolean {
  if (!text.includes(' scor') || (text.match(score)?.length ?? 0) < ofMatch.scores) return false
  const words = new Set(text.match(matchWords)?.map((word) => word.toLowerCase()))
  return words.size >= ofMatch.words && (text.match(/ (?:18|19|20)\d\d\b/g)?.length ?? 0) <= ofMatch.years
}

/**
 * Whether an article is the record of what was said or played: minutes, a speech, an answer in parliament, the report of a
 * match. It is the source itself.
 */
export function isRecord(document: Pick<Document, 'text' | 'title'>): boolean {
  const {title} = document
  return (
    (title !== undefined && statement.test(title.text.trim())) ||
    isMinutes(document) ||
    isMatchReport(document)
  )
}
