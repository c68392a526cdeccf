import type {CitationKind} from './model.ts'

/** Words that name who or what a statement comes from, `[start, end)` in the text. */
export interface Attribution {
  readonly kind: CitationKind
  readonly start: number
  readonly end: number
}

/** A place where an attribution may stand. */
const trigger =
  /\b(?:[Aa]ccording to|[Aa]s (?:reported|described|explained|noted|documented|detailed|shown|defined|stated|quoted|outlined|summari[sz]ed) (?:by|in)|(?:[Ss]een|[Rr]eviewed|obtained|compiled|collected) by|(?:[Rr]eported|[Pp]ublished) (?:by|in)|(?:[Dd]ata|[Ff]igures|numbers|statistics|research|report|reports|study|survey|poll|analysis|estimates|paper|review|article|interview) (?:by|from|in|with|for|of|published in|conducted by)|said|says|told|wrote|writes|reported|reports|announced|found|finds|estimates?|estimated|explained|explains|noted|notes|argued?|argues|claimed|claims|stated|states|confirmed|revealed|testified|tweeted|commented|concluded|warned|acknowledged|insisted|recalled|recalls|asked|asks|[Dd]ocuments (?:show|showed|reveal|revealed|suggest)|(?:[Ff]ilings|[Rr]ecords|[Pp]apers|[Mm]inutes|[Tt]ranscripts|[Ee]mails|[Ll]ogs) (?:show|showed|reveal|revealed|indicate))\b/g

/** Verbs that report only with "that" after them: "Orwell notes that", but not "Orwell found work". */
const needsThat = new Set('found finds estimate estimates estimated noted notes claims claimed states stated reports concluded explained explains asked asks recalls recalled'.split(' '))

/** Capitalised words that name nobody. */
const nobody = new Set(
  `I He She It They We You This That These Those The A An His Her Their Its Our My Your Some Many Most Others Other One Ones
  Few Several All Both Each Everyone Everybody Someone Somebody Nobody Anyone People Who What Which There Here Experts
  Studies Study Researchers Scientists Critics Officials Sources Reports Report Research Data Surveys Survey Analysts Users
  Customers Doctors Friends Historians Economists Observers Evidence Figures Tradition Legend Rumors Rumours Others And But So
  Also However Then When While As If In On At For From To By With Not No Yes Mr Mrs Ms Dr January February March April May
  June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday`.split(/\s+/)
)

/** "Historians", "Doctors", "Officials": at the start of a sentence no name, though capitalised. */
const pluralPerson = /(?:ists|ians|ers|ors|ents|ants|als|ees|people|men|women|fans|parents|teams)$/

const name = /\p{Lu}[\p{L}\p{M}\d'’&.-]*/u
const nameAhead = /^[\s"“‘'(]*(?:(?:the|an?|its|his|her|their|our|my|one|both|this|that|recent|new|\d{4}|\p{Ll}+(?:ist|ian|er|or|man|woman)s?|official|internal|recent|latest|leaked|annual|\p{Ll}{3,14}) ){0,4}(\p{Lu}[\p{L}\p{M}\d'’&.-]*)/u

/** Attributions of a text to a person, an organisation, a publication, or to documents. */
export function findAttributions(text: string): Attribution[] {
  const found: Attribution[] = []
  trigger.lastIndex = 0
  for (let match = trigger.exec(text); match; match = trigger.exec(text)) {
    const {index: start, 0: words} = match
    const end = start + words.length
    const reach = readAttribution(text, words, start, end)
    if (reach) found.push(reach)
  }
  return found
}

function readAttribution(text: string, words: string, start: number, end: number): Attribution | undefined {
  const last = words.slice(words.lastIndexOf(' ') + 1)
  if (/^(?:documents|filings|records|papers|minutes|transcripts|emails|logs) /i.test(words)) {
    return {kind: 'attribution', start, end}
  }
  if (words.includes(' ')) {
    // "according to the Met Office", "data from a 2020 WHO survey", "a study published in Nature"
    const ahead = readNameAhead(text, end)
    return ahead === undefined ? undefined : {kind: 'attribution', start, end: ahead}
  }
  const isQuoted = hasQuote(text, start, end)
  if (words === 'told') {
    // "she told Wired", "Smith told me"
    const ahead = readNameAhead(text, end) ?? (/^ (?:me|us)\b/.test(text.slice(end, end + 4)) ? end + 3 : undefined)
    const before = readNameBefore(text, start)
    if (ahead === undefined && before === undefined) return undefined
    return {kind: isQuoted ? 'quotation' : 'attribution', start: before ?? start, end: ahead ?? end}
  }
  if (needsThat.has(last) && !isQuoted && !/^(?:,? (?:\w+ly )?that\b|:|,)/.test(text.slice(end, end + 16))) return undefined
  const before = readNameBefore(text, start) ?? (isQuoted ? readPronounBefore(text, start) : undefined)
  if (before !== undefined) return {kind: isQuoted ? 'quotation' : 'attribution', start: before, end}
  // “It rained,” said Ann Lee.
  if (!isQuoted) return undefined
  const ahead = readNameAhead(text, end)
  return ahead === undefined ? undefined : {kind: 'quotation', start, end: ahead}
}

/** The end of a name soon after `from`. */
function readNameAhead(text: string, from: number): number | undefined {
  const match = nameAhead.exec(text.slice(from, from + 70))
  if (!match || nobody.has(match[1] ?? '')) return undefined
  return from + match[0].length
}

/** Where the name begins that stands before a verb at `to`, with helpers or an apposition between. */
function readNameBefore(text: string, to: number): number | undefined {
  const from = Math.max(0, to - 90)
  const before = text.slice(from, to)
  const helpers = /(?:\s(?:also|has|have|had|later|recently|once|then|previously|reportedly|publicly|first|himself|herself|\w+ly))*\s$/.exec(before)
  if (!helpers) return undefined
  let rest = before.slice(0, helpers.index)
  // "Ann Lee, a miller in York, said"
  if (rest.endsWith(',')) {
    const comma = rest.lastIndexOf(',', rest.length - 2)
    if (comma > 0) rest = rest.slice(0, comma)
    else return undefined
  }
  const word = /[^\s"“(]+$/.exec(rest)?.[0] ?? ''
  if (!name.test(word) || !/^\p{Lu}/u.test(word) || nobody.has(word.replace(/['’]s$/, ''))) return undefined
  const at = from + rest.length - word.length
  if (opensSentence(text, at) && pluralPerson.test(word) && word !== 'Reuters') return undefined
  return at
}

function readPronounBefore(text: string, to: number): number | undefined {
  const match = /\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]ho|[Ww]e)\s(?:\w+ly )?$/.exec(text.slice(Math.max(0, to - 24), to))
  return match ? to - match[0].length : undefined
}

function opensSentence(text: string, at: number): boolean {
  return at === 0 || /[.!?:]["”’)]?\s+["“(]?$/.test(text.slice(Math.max(0, at - 4), at))
}

/** Whether a quotation of some length stands next to the verb. */
function hasQuote(text: string, start: number, end: number): boolean {
  return /["“”«»]/.test(text.slice(Math.max(0, start - 60), start)) || /^[^.?!]{0,40}["“«]/.test(text.slice(end, end + 42))
}
