import {lazy} from '../lazy.ts'
import type {Document} from '../model.ts'

/** “Harrow 2-1 Sund”, “won 6-4, 7-5”; 2019-20 is a season. */
const score = /(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])/
/** It stands in the title or soon below it, in characters. */
const opening = 600

/** When in a match something was done. */
const moments = lazy(
  () =>
    /\b(?:half-?time|(?:first|second|opening|closing|third|fourth|final) (?:half|quarter|period|set|innings?|lap)|\d{1,2}(?:st|nd|rd|th)[- ]minute|\d{1,2} minutes (?:left|later|remaining|from (?:time|the end))|(?:after|within) (?:just |only )?\w{1,12} minutes|minutes? into|final whistle|(?:stoppage|injury|added|extra) time|the (?:interval|restart|break)|kick-?off|full-?time|tie-?break(?:er)?|equali[sz]ers?|on the stroke of)\b/gi
)
/** So many of them, and so many in a hundred words. */
const fewest = 3
const leastShare = 0.5

/** Whether the text tells how a match went: its author saw it. */
export function isMatchReport({text, wordCount}: Pick<Document, 'text' | 'wordCount'>): boolean {
  if (!score.test(text.slice(0, opening))) return false
  const count = text.match(moments())?.length ?? 0
  return count >= fewest && count * 100 >= leastShare * wordCount
}
