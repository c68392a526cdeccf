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

/** “0.20.0 Release Notes”, “Changelog of the mill”, “Ledger version 4.2 is now available” */
const changes =
  /(?:^(?:release notes?|change ?logs?)\b|\b(?:release notes?|change ?logs?)$|\bversion \d[\d.]{0,12} (?:is )?(?:now )?(?:available|out|released)$)/i
/** “What we learnt from 40 release notes”, “How to write a changelog” */
const ofChanges = /\b(?:about|best|better|from|good|great|how|our|to|what|why|with|write|writing|your)\b/i
/** `# Ledger 4.2.0` over `## Fixed`, `## Added`. */
const version = /(?<![\d.])v?\d+(?:\.\d+){2,3}(?![\d.])/
const changeHeading =
  /^(?:\S+ )?(?:added|bug ?fix(?:es)?|breaking changes?|change ?log|changed|deprecated|deprecations|fixed|fixes|new features|notable changes|release notes|removed|security fixes)$/i
const fewestChangeHeadings = 2

/** Whether an article tells what a release changes: those who made it say so. */
function isChangeLog({title, headings}: Pick<Document, 'title' | 'headings'>): boolean {
  const names = headings.map(({text}) => text.trim())
  if ([title?.text.trim() ?? '', ...names.slice(0, 1)].some(namesChanges)) return true
  if (title === undefined || !version.test(title.text)) return false
  return names.filter((name) => changeHeading.test(name) || namesChanges(name)).length >= fewestChangeHeadings
}

function namesChanges(name: string): boolean {
  return changes.test(name) && !ofChanges.test(name)
}

/**
 * Whether an article is the record of what was said, played or made: minutes, a speech, an answer in parliament, the report of a
 * match, the notes of a release. It is the source itself.
 */
export function isRecord(document: Pick<Document, 'text' | 'title' | 'headings'>): boolean {
  const {title} = document
  return (
    (title !== undefined && statement.test(title.text.trim())) ||
    isMinutes(document) ||
    isMatchReport(document) ||
    isChangeLog(document)
  )
}
