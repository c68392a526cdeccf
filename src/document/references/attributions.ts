import type {CitationKind} from '../model.ts'
import {isCapital} from '../prose/names.ts'
import {toLowerCase} from '../prose/words.ts'
import {
  clause,
  contested,
  finding,
  findOwner,
  findRole,
  findSpeaker,
  findTrigger,
  inWork,
  needsThat,
  nobody,
  officeOwns,
  opening,
  paperAhead,
  pluralPerson,
  reporting,
  roleAhead,
  speaking,
  type Trigger,
  usesData,
  works
} from './attribution-words.ts'

/** "a table drawn up for readers by": what stands between "according to" and a name beyond that. */
const madeBy = /^ (?:\p{Ll}[\p{Ll}'’-]* ){4,8}(?:by|from)(?= )/u

/** Words that name who or what a statement comes from, `[start, end)` in the text. */
export interface Attribution {
  readonly kind: CitationKind
  readonly start: number
  readonly end: number
}

/** "The 2020 survey of", up to four words. In two steps: V8 compiles what follows an alternation once for each of its words. */
const wordsAhead = /^[\s"“‘'(]*(?:(?:\d{4}|\p{Ll}[\p{Ll}'’-]*),? ){0,4}/u
/** Behind them a name: "the Met Office". */
const nameAhead =
  /(?:(?<!\. )The )?((?:\p{Lu}\p{L}{0,2}\.)+(?=[ \p{L}])|\p{Lu}[\p{L}\p{M}\d'’&-]*(?:\.\p{L}[\p{L}\d]*)*)(?: \p{Lu}[\p{L}\p{M}\d'’&-]*){0,4}/uy

const helpers: ReadonlySet<string> = new Set(
  'also has have had later once then first himself herself themselves'.split(' ')
)
const adverb = /^\p{Ll}+ly$/u

/** Attributions of a text, which is on one line, to a person, an organisation, a publication, or to papers. */
export function findAttributions(text: string): Attribution[] {
  const found: Attribution[] = []
  let mayQuote: boolean | undefined
  opening.lastIndex = 0
  for (let word = opening.exec(text); word; word = opening.exec(text)) {
    const {index} = word
    const known = findTrigger(text, index, word[0])
    if (!known) continue
    const {trigger, end} = known
    opening.lastIndex = end
    mayQuote ??= quotationMark.test(text)
    const attribution = readAttribution(text, trigger, index, end, mayQuote)
    if (attribution) found.push(attribution)
  }
  return found
}

function readAttribution(
  text: string,
  trigger: Trigger,
  start: number,
  end: number,
  mayQuote: boolean
): Attribution | undefined {
  if (trigger === 'papers') return {kind: 'attribution', start, end}
  const words = text.slice(start, end)
  if (trigger === 'before-name') {
    const following = text.slice(end, end + 120)
    if (!isOfSource(words.toLowerCase(), text.slice(Math.max(0, start - 80), start), following))
      return undefined
    const whose =
      paperAhead().exec(following) ?? (/^according/i.test(words) ? roleAhead().exec(following) : null)
    const ahead = whose
      ? end + whose[0].length
      : (readNameAhead(text, end) ?? readNameAhead(text, end + (madeBy.exec(following)?.[0].length ?? 0)))
    return ahead === undefined ? undefined : {kind: 'attribution', start, end: ahead}
  }
  if (trigger === 'of-name') {
    const before = readOwner(text, start, end)
    return before === undefined ? undefined : {kind: 'attribution', start: before, end}
  }
  if (trigger === 'reason') {
    const before = readWhoActed(text, start)
    return before === undefined ? undefined : {kind: 'attribution', start: before, end}
  }
  return readSpeech(text, words, start, end, mayQuote)
}

/** Whether the words before "published in" and "data from" say that a source follows. */
function isOfSource(words: string, before: string, after: string): boolean {
  if (words.startsWith('coined')) return inWork().test(after)
  if (/^(?:compiled|collected|commissioned|published)/.test(words)) return works.test(before)
  return !/^(?:data|figures|numbers) from/.test(words) || !usesData.test(before)
}

/** Where "Pew" begins before "survey", "Acme" in "Acme's 2021 annual report", "the county" in "the county's audit found". */
function readOwner(text: string, start: number, end: number): number | undefined {
  const from = Math.max(0, start - 90)
  const before = text.slice(from, start)
  const owner = findOwner(before)
  if (owner && !nobody.has(owner.name)) return from + owner.start
  if (finding.test(text.slice(end, end + 24))) {
    const office = officeOwns().exec(toLowerCase(before))
    if (office) return from + office.index
  }
  const name = readNameBefore(text, start)
  if (name === undefined) return undefined
  // "Online survey" has a capital only because it opens the sentence.
  return opensSentence(text, name) && !/^(?:\p{Lu}{2,}|\S+ \p{Lu})/u.test(text.slice(name, start))
    ? undefined
    : name
}

/** "In May, Brotfix refused the offer, saying that": where the name begins of who did and said so. */
function readWhoActed(text: string, start: number): number | undefined {
  if (!text.startsWith(', ', start - 2)) return undefined
  const from = Math.max(0, start - longestClause)
  const sentence = startOfSentence(text, from, start)
  if (sentence === undefined) return undefined
  const at = sentence + (beforeWhoActed.exec(text.slice(sentence, start))?.[0].length ?? 0)
  nameAhead.lastIndex = at
  const name = nameAhead.exec(text)
  if (!name || pluralPerson.test(name[0])) return undefined
  const isSomebody = !nobody.has(name[1] as string) || /^(?:Mrs?|Ms|Dr) \p{Lu}/u.test(name[0])
  return isSomebody ? at : undefined
}

/** Characters that a clause about who speaks takes at most. */
const longestClause = 180
const beforeWhoActed =
  /^(?:(?:After|At|Before|By|Earlier|In|Last|On|Since)\b[^,.]{1,40}, )?(?:(?:But|And|Yet) )?/

/** Where the sentence begins that `to` stands in, not before `from`. */
function startOfSentence(text: string, from: number, to: number): number | undefined {
  for (let at = to - 1; at > from; at--) {
    if (text.charCodeAt(at) === 32 && opensSentence(text, at + 1)) return at + 1
  }
  return from === 0 ? 0 : undefined
}

/** "Ann Lee said", “It rained,” said Ann Lee, "she told Wired". */
function readSpeech(
  text: string,
  verb: string,
  start: number,
  end: number,
  mayQuote: boolean
): Attribution | undefined {
  const isQuoted = mayQuote && hasQuote(text, start, end)
  const kind = isQuoted ? 'quotation' : 'attribution'
  if (verb === 'told') {
    const ahead =
      readNameAhead(text, end) ?? (/^ (?:me|us)\b/.test(text.slice(end, end + 4)) ? end + 3 : undefined)
    const before = readNameBefore(text, start)
    if (ahead === undefined && before === undefined) return undefined
    return {kind, start: before ?? start, end: ahead ?? end}
  }
  if (needsThat.has(verb) && !isQuoted && !isReport(verb, text.slice(end, end + 48))) {
    // "The mill is closing, Brotfix claimed."
    const name = /^(?:[.!?]|$)/.test(text.slice(end, end + 1)) ? readNameBefore(text, start) : undefined
    return name !== undefined && text.startsWith(', ', name - 2) ? {kind, start: name, end} : undefined
  }
  const before = readNameBefore(text, start) ?? (isQuoted ? readPronounBefore(text, start) : undefined)
  if (before !== undefined) return {kind, start: before, end}
  if (speaking.has(verb)) {
    const behind = withoutHelpers(text, Math.max(0, start - 60), start) + 1
    const speaker = findRole(toLowerCase(text.slice(Math.max(0, start - 60), behind)))
    if (speaker !== undefined && (speaker !== 'it ' || verb === 'said'))
      return {kind, start: behind - speaker.length, end}
  }
  if (isQuoted) {
    const ahead = readNameAhead(text, end)
    return ahead === undefined ? undefined : {kind, start, end: ahead}
  }
  // "The mill is closing, said the Harrow News."
  if (!text.startsWith(', ', start - 2) || !speaking.has(verb)) return undefined
  const ahead = findSpeaker(text.slice(end, end + 80))
  return ahead === undefined ? undefined : {kind, start, end: end + ahead}
}

/** Whether what follows such a verb is told: “warned last week that”, “denied bakers were asked”. */
function isReport(verb: string, after: string): boolean {
  return reporting.test(after) || (contested.has(verb) && clause.test(after))
}

/** The end of a name soon after `from`. */
function readNameAhead(text: string, from: number): number | undefined {
  const ahead = text.slice(from, from + 70)
  const start = wordsAhead.exec(ahead)?.[0].length ?? 0
  if (!isCapital(ahead, start)) return undefined
  nameAhead.lastIndex = start
  const match = nameAhead.exec(ahead)
  if (!match || nobody.has(match[1] as string)) return undefined
  return from + start + match[0].replace(/(?<![.'’])[.'’]+$/, '').length
}

/** Where a text ends without the blank before `to` and the helpers before that: behind "Ann" of "Ann has also ". */
function withoutHelpers(text: string, from: number, to: number): number {
  let end = to - 1
  for (;;) {
    let start = end
    while (start > from && !isBlank(text.charCodeAt(start - 1))) start--
    if (start === end || start === from || !isHelper(text.slice(start, end))) return end
    end = start - 1
  }
}

function isHelper(word: string): boolean {
  return helpers.has(word) || (word.endsWith('ly') && adverb.test(word))
}

/** What closes words about somebody between the name and what is said. */
const closing = /,$| [–—-]$/

/** Where the name begins that stands before a word at `to`, with helpers or an apposition between. */
function readNameBefore(text: string, to: number): number | undefined {
  const from = Math.max(0, to - longestClause)
  if (to === from || !isBlank(text.charCodeAt(to - 1))) return undefined
  let rest = text.slice(from, withoutHelpers(text, from, to))
  // "Ann Lee, a miller in York, said", "Ann Lee - the owner of the mill - said"
  const mark = closing.exec(rest)?.[0]
  if (mark !== undefined) {
    const comma = rest.lastIndexOf(mark, rest.length - mark.length - 1)
    if (comma <= 0) return undefined
    rest = rest.slice(0, comma)
  }
  let start = rest.lastIndexOf(' ') + 1
  while (start < rest.length && '"“‘('.includes(rest.charAt(start))) start++
  if (!isCapital(rest, start)) {
    const numbered = isDigit(rest.charCodeAt(start)) ? station.exec(rest) : null
    return numbered ? from + numbered.index : undefined
  }
  const last = rest.slice(start)
  if (nobody.has(last.replace(/['’]s$/, ''))) return undefined
  const at = from + start
  if (opensSentence(text, at) && pluralPerson.test(last) && last !== 'Reuters') return undefined
  return at - moreOfName(rest.slice(0, start))
}

/** “BBC Radio 4” */
const station = /(?:\p{Lu}\p{L}{1,20} )?(?:BBC|Canal|Channel|Formula|Radio|TV) \d{1,3}$/u

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** As `\s` has it. */
function isBlank(code: number): boolean {
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(String.fromCharCode(code))
}

const mostNames = 4
/** So many of them. */
const namesAtEnd = /(?<![\p{L}\d])(?:(?:\p{Lu}[\p{L}\p{M}\d'’&-]*|(?:\p{Lu}\p{L}{0,2}\.)+) ){1,4}$/u

/** The blank before so many words at the end of a text that have a blank behind each: an expression is tried at each character. */
function startOfWords(text: string, count: number): number {
  let at = text.length
  for (let left = count; left >= 0 && at > 0; left--) at = text.lastIndexOf(' ', at - 1)
  return Math.max(0, at)
}

/** Length of the capitalised words at the end of a text that belong to the name after them: "Ann " in "Ann Lee". */
function moreOfName(text: string): number {
  // A blank, and before it a word with a capital: most words have none.
  let at = text.length - 2
  for (let code = text.charCodeAt(at); code >= 97 && code <= 122; code = text.charCodeAt(at)) at--
  if (at < 0 || !text.endsWith(' ') || text.charAt(at) === ' ') return 0
  const more = namesAtEnd.exec(text.slice(startOfWords(text, mostNames)))?.[0]
  if (more === undefined) return 0
  const names = more.split(' ').slice(0, -1)
  while (names.length > 0 && nobody.has(names[0] as string)) names.shift()
  return names.reduce((sum, name) => sum + name.length + 1, 0)
}

function readPronounBefore(text: string, to: number): number | undefined {
  const match = /\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]ho|[Ww]e)\s(?:\w+ly )?$/.exec(
    text.slice(Math.max(0, to - 24), to)
  )
  return match ? to - match[0].length : undefined
}

function opensSentence(text: string, at: number): boolean {
  return at === 0 || /[.!?:]["”’)]?\s+["“(]?$/.test(text.slice(Math.max(0, at - 4), at))
}

/** What `hasQuote` looks for. */
const quotationMark = /["“”«»]/

/** Whether a quotation mark stands next to the verb. */
function hasQuote(text: string, start: number, end: number): boolean {
  return (
    quotationMark.test(text.slice(Math.max(0, start - 60), start)) ||
    /^[^.?!]{0,40}["“«]/.test(text.slice(end, end + 42))
  )
}
