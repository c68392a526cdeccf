import {isName} from '../prose/names.ts'

/** A line that names the author: `By Ann Lee`, `Ann Lee · May 3, 2025 · 20 views`, `Written by Ann Lee`. */
export interface Byline {
  readonly name: string
  /** `Written by`, `Posted by` and the like, not a plain `By`. */
  readonly verb: string | undefined
  /** The counter with the separator before it, in the line. */
  readonly counter: readonly [start: number, end: number] | undefined
}

const prefix =
  /^(?:(written|posted|published|reviewed|edited|authored|reported|story|words|article|text|fact[- ]checked|medically reviewed)\s+)?by\b:?\s+|^(words|text|author|writer): ?/i
/** `Posted on June 4, 2023 by Ann Lee`: the date first. */
const behindDate = /[\s,|·•–—-]{1,3}by:? (?![\s\d])/i
const counterUnit =
  'views?|reads?|shares?|likes?|claps?|comments?|plays|impressions|downloads|followers|hits|votes?|ratings?|min(?:ute)?s? read|min(?:ute)?s? to read'
const counter = new RegExp(
  `(?:^|[\\s|·•●,(–—-])(\\d[\\d.,]{0,11}\\s?[km]?\\+?[\\s-](?:${counterUnit})|(?:${counterUnit}): ?\\d[\\d.,]{0,11}[km]?|read(?:ing)? time:? \\d{1,3} ?min(?:ute)?s?)(?=$|[\\s|·•●,)–—-])`,
  'gi'
)
const separators = /^[\s|·•●,–—/-]+|(?<![\s|·•●,–—/-])[\s|·•●,–—/-]+$/g
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\\.?'
const day = new RegExp(
  `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|${month} \\d{4}|\\d{1,2} (?:hours?|days?|weeks?|months?|years?) ago)(?:,? (?:at )?\\d{1,2}:\\d{2} ?(?:am|pm)?(?: [a-z]{2,4})?)?`,
  'gi'
)
const dateLabel = /^(?:(?:first |last )?(?:published|updated|posted|modified|date|reviewed)(?: on)?:?\s*)+/i

/** `Posted on June 4, 2023 by admin`: a date, and no name of anybody. */
const unnamed =
  /^(?:(?:posted|published|written|submitted) )?by:? (?:the )?(?:admin(?:istrator)?|webmaster|guest(?: (?:author|contributor))?|(?:[a-z]{2,20} )?(?:team|staff|desk|editors?|newsroom)(?: (?:writer|reporter)s?)?)(?: on| in [a-z][a-z &,-]{1,40})?$/i

/** Behind a label the year may be missing: `Updated: March 3`. */
const dayOfYear = new RegExp(`^(?:${month} \\d{1,2}|\\d{1,2} ${month})$`, 'i')

/** “by admin 3 weeks ago 8.4k views”: nobody's name, but no sentence either. */
const accounts = /^(?:admin|administrator|editor|editorial team|guest|staff|team|webmaster)$/i

/** What remains of a byline without counters, dates and separators. */
function strip(text: string): string {
  return text
    .replace(counter, ' ')
    .replace(day, ' ')
    .replace(/[()]/g, ' ')
    .trim()
    .replace(separators, '')
    .trim()
}

/** Reads a line as a byline; nothing when it is something else. */
export function readByline(line: string): Byline | undefined {
  if (line.length > 140) return undefined
  const several = readParts(line)
  if (several) return several
  const by = line.search(behindDate)
  if (by > 0 && isDateLine(line.slice(0, by))) {
    const byline = readByline(line.slice(by).replace(separators, ''))
    return byline && {...byline, counter: findCounter(line)}
  }
  const match = prefix.exec(line)
  const found = findCounter(line)
  if (!match && !found) return undefined
  const rest = strip(line.slice(match?.[0].length ?? 0))
    .replace(dateLabel, '')
    .trim()
    .replace(separators, '')
  const [name = ''] = rest.split(
    /(?:(?<!\s)\s+)?(?:[|·•●,–—]|\s-\s|\band\b|&|\bfor\b|\bin\b|\bon\b|\bat\b)\s*/
  )
  const isAccount = match !== null && (found !== undefined || rest === name) && accounts.test(name)
  if (!(isName(name) || isAccount) || rest.length > 70) return undefined
  // “By Monday 20 views …” in running text has more words around it.
  if (!match && (name.split(' ').length < 2 || rest !== name)) return undefined
  return {name, verb: (match?.[1] ?? match?.[2])?.toLowerCase(), counter: found}
}

/** `Reviewed by Dr. Ann Lee, MD — Written by Ben Okoye — Updated May 3, 2025`: of the one who wrote it. */
function readParts(line: string): Byline | undefined {
  if (!/ [|·•—–-] /.test(line)) return undefined
  const parts = line.split(/ [|·•—–-] /)
  const people = parts.filter((part) => part.length < 60 && prefix.test(part))
  if (people.length < 2 || parts.some((part) => !people.includes(part) && !isDateLine(part))) return undefined
  const writer = people.find((part) => !/^(?:medically |fact|review|edit)/i.test(part))
  return writer === undefined ? undefined : readByline(writer)
}

/** Who, when and how often in one line, marked off from each other: `Ann Lee | May 3, 2025`, `1,204 views · 5 min read`. */
export function hasParts(line: string): boolean {
  return /[|·•●]/.test(line) && (findCounter(line) !== undefined || line.search(day) >= 0)
}

/** `1,204 views · 5 min read How a wall stands`: a line of the page with the next one run into it. */
export function opensWithCounter(line: string): boolean {
  return /[|·•●]/.test(line) && findCounter(line)?.[0] === 0
}

/** `1,204 views`, `3.4k reads`, `5 min read`, `👍 214 💬 19`, with the button that stood beside it: nothing else on the line. */
export function isCounterLine(line: string): boolean {
  if (line.length >= 80) return false
  if (symbolCounters.test(line)) return true
  if (findCounter(line) === undefined) return false
  const rest = strip(line).replace(dateLabel, '')
  return rest === '' || /^\d[\d.,]{0,8}k?$/i.test(rest) || button.test(rest)
}

const symbolCounters =
  /^(?:\p{Extended_Pictographic}\uFE0F?\s{0,3}\d[\d.,]{0,9}(?:\s?(?:min|[km]))?(?:\s{1,4}|$)){2,}$/iu
const button = /^(?:print|share|save|email|bookmark|share this (?:article|post|story|page))$/i

/** `Medically reviewed by our editors · 6 minute read · 3,481 views`: what is marked off in it are counters. */
export function readCounters(line: string): readonly [start: number, end: number] | undefined {
  return line.length <= 140 && /[|·•●]/.test(line) && !/[.!?]\s/.test(line) ? findCounter(line) : undefined
}

/** `Published May 3, 2025`, `2025-05-03`. */
export function isDateLine(line: string): boolean {
  if (line.length > 90 || !/\d/.test(line)) return false
  const label = dateLabel.exec(line)?.[0]
  if (label && dayOfYear.test(line.slice(label.length))) return true
  const rest = strip(line.replace(dateLabel, '')).replace(dateLabel, '')
  return (rest === '' || unnamed.test(rest)) && line.search(day) >= 0
}

function findCounter(line: string): readonly [number, number] | undefined {
  if (!/\d/.test(line)) return undefined
  let range: [number, number] | undefined
  for (const match of line.matchAll(counter)) {
    const end = match.index + match[0].length
    if (range) range[1] = end
    else range = [match.index, end]
  }
  if (!range) return undefined
  let [start, end] = range
  while (start > 0 && /[\s|·•●,(–—-]/.test(line.charAt(start - 1))) start--
  while (end < line.length && /[)\s]/.test(line.charAt(end))) end++
  return [start, end]
}
