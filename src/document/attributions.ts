import type {CitationKind} from './model.ts'

/** Words that name who or what a statement comes from, `[start, end)` in the text. */
export interface Attribution {
  readonly kind: CitationKind
  readonly start: number
  readonly end: number
}

/** Before a name: "according to", "as reported by", "data from", "a study published in". */
const beforeName = [
  'according to',
  'as (?:reported|described|explained|noted|documented|detailed|shown|defined|stated|quoted|outlined|summari[sz]ed) (?:by|in)',
  '(?:seen|reviewed|obtained|compiled|collected|confirmed|documented|articulated|highlighted|coined|commissioned|reported|published) (?:by|in)',
  '(?:data|figures|numbers|statistics|estimates|research) (?:by|from)',
  '(?:report|reports|study|survey|poll|analysis|paper|review|article|interview) (?:by|from|in|with|(?:published|conducted|done|released) (?:by|in))'
]

/** Sources that need no name: a reader knows which papers are meant. */
const papers =
  '(?:documents|filings|records|minutes|transcripts|emails|logs) (?:show|shows|showed|reveal|revealed|indicate|suggest)'

/** "according to court records": papers behind a preposition. */
const paperAhead =
  /^(?: \p{Ll}[\p{L}'’-]*){0,3} (?:records|documents|filings|papers|minutes|transcripts|emails|logs|files|memos?|statements?)\b/u

/** Who speaks in a report without being named each time: "the county said", "police said", "a spokeswoman said", "she said". */
const offices = `spokesman spokeswoman spokesperson company agency ministry department university office court council county city state
  mayor governor minister president sheriff government team hospital school bank airline statement lawyer attorney lawsuit complaint
  indictment official director manager editor owner coach judge society union group association museum club firm operator witness
  chairman chairwoman chief secretary commission committee board embassy`
const role = new RegExp(
  `\\b(?:police|prosecutors|officials|authorities|firefighters|organizers|organisers|investigators|officers|witnesses|both sides|(?:he|she|they)|(?:the|a|an|its|his|her|their|one) (?:\\p{L}+ ){0,2}(?:${offices.split(/\s+/).join('|')})|the (?:report|study|survey|paper|authors?|researchers))\\s$`,
  'iu'
)
const speaking = new Set(
  'said says announced confirmed told warned explained found reported concluded estimated replied added'.split(
    ' '
  )
)

/** Beside a name, a statement of its bearer. */
const saying =
  `said says told wrote writes reported reports announced found finds estimate estimates estimated explained explains
  noted notes argue argued argues claimed claims stated states confirmed revealed testified tweeted commented concluded warned
  acknowledged insisted recalled recalls asked asks described describes replied added denied admitted believes`.split(
    /\s+/
  )

/** After a name, something it published: "a Pew survey". */
const studies = 'study|survey|poll|report|census|white paper'

/** The first letter of each word in either case: a sentence can begin with it. */
const anyCase = (pattern: string): string =>
  pattern.replace(
    /(^|\(\?:|\|)([a-z])/g,
    (_, before: string, letter: string) => `${before}[${letter.toUpperCase()}${letter}]`
  )

const trigger = new RegExp(
  `\\b(?:(?<ahead>${beforeName.map(anyCase).join('|')})|(?<papers>${anyCase(papers)})|(?<saying>${saying.join('|')})|(?<study>${studies}))\\b`,
  'g'
)

/** Verbs that report only with "that" after them: "Orwell notes that", but not "Orwell found work". */
const needsThat = new Set(
  `found finds estimate estimates estimated noted notes claims claimed states stated reports concluded explained explains asked
  asks recalls recalled described describes warned confirmed revealed added believes denied admitted`.split(
    /\s+/
  )
)

/** Capitalised words that name nobody. */
const nobody = new Set(
  `I He She It They We You This That These Those The A An His Her Their Its Our My Your Some Many Most Others Other One Ones
  Few Several All Both Each Everyone Everybody Someone Somebody Nobody Anyone People Who What Which There Here Experts
  Studies Study Researchers Scientists Critics Officials Sources Reports Report Research Data Surveys Survey Analysts Users
  Customers Doctors Friends Historians Economists Observers Evidence Figures Tradition Legend Rumors Rumours And But So
  Also However Then When While As If In On At For From To By With Not No Yes Mr Mrs Ms Dr January February March April May
  June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Recent New Another First Last Final Annual Full Internal`.split(/\s+/)
)

/** "Historians", "Doctors", "Officials": at the start of a sentence no name, though capitalised. */
const pluralPerson = /(?:ists|ians|ers|ors|ents|ants|als|ees|people|men|women|fans|parents|teams)$/

/** Up to four words, then a name: " the 2020 survey of the Met Office". */
const nameAhead =
  /^[\s"“‘'(]*(?:(?:\d{4}|\p{Ll}[\p{Ll}'’-]*),? ){0,4}(\p{Lu}[\p{L}\p{M}\d'’&.-]*)(?: \p{Lu}[\p{L}\p{M}\d'’&-]*){0,4}/u

const helpers =
  /(?:\s(?:also|has|have|had|later|recently|once|then|previously|first|himself|herself|themselves|\p{Ll}+ly))*\s$/u

/** Attributions of a text to a person, an organisation, a publication, or to papers. */
export function findAttributions(prose: string): Attribution[] {
  const text = prose.replaceAll('\n', ' ')
  const found: Attribution[] = []
  trigger.lastIndex = 0
  for (let match = trigger.exec(text); match; match = trigger.exec(text)) {
    const attribution = readAttribution(text, match)
    if (attribution) found.push(attribution)
  }
  return found
}

function readAttribution(text: string, match: RegExpExecArray): Attribution | undefined {
  const {index: start, 0: words, groups = {}} = match
  const end = start + words.length
  if (groups.papers) return {kind: 'attribution', start, end}
  if (groups.ahead) {
    const papersAhead = paperAhead.exec(text.slice(end, end + 80))?.[0].length
    const ahead = papersAhead === undefined ? readNameAhead(text, end) : end + papersAhead
    return ahead === undefined ? undefined : {kind: 'attribution', start, end: ahead}
  }
  if (groups.study) {
    const before = readNameBefore(text, start)
    return before === undefined || opensSentence(text, before)
      ? undefined
      : {kind: 'attribution', start: before, end}
  }
  return readSpeech(text, words, start, end)
}

/** "Ann Lee said", “It rained,” said Ann Lee, "she told Wired". */
function readSpeech(text: string, verb: string, start: number, end: number): Attribution | undefined {
  const isQuoted = hasQuote(text, start, end)
  const kind = isQuoted ? 'quotation' : 'attribution'
  if (verb === 'told') {
    const ahead =
      readNameAhead(text, end) ?? (/^ (?:me|us)\b/.test(text.slice(end, end + 4)) ? end + 3 : undefined)
    const before = readNameBefore(text, start)
    if (ahead === undefined && before === undefined) return undefined
    return {kind, start: before ?? start, end: ahead ?? end}
  }
  if (needsThat.has(verb) && !isQuoted && !/^(?:,? (?:\w+ly )?that\b|:|,)/.test(text.slice(end, end + 16)))
    return undefined
  const before = readNameBefore(text, start) ?? (isQuoted ? readPronounBefore(text, start) : undefined)
  if (before !== undefined) return {kind, start: before, end}
  if (speaking.has(verb)) {
    const speaker = role.exec(text.slice(Math.max(0, start - 60), start))
    if (speaker) return {kind, start: start - speaker[0].length, end}
  }
  if (!isQuoted) return undefined
  const ahead = readNameAhead(text, end)
  return ahead === undefined ? undefined : {kind, start, end: ahead}
}

/** The end of a name soon after `from`. */
function readNameAhead(text: string, from: number): number | undefined {
  const match = nameAhead.exec(text.slice(from, from + 70))
  if (!match || nobody.has(match[1] ?? '')) return undefined
  return from + match[0].replace(/[.'’]+$/, '').length
}

/** Where the name begins that stands before a word at `to`, with helpers or an apposition between. */
function readNameBefore(text: string, to: number): number | undefined {
  const from = Math.max(0, to - 90)
  const before = text.slice(from, to)
  const between = helpers.exec(before)
  if (!between) return undefined
  let rest = before.slice(0, between.index)
  // "Ann Lee, a miller in York, said"
  if (rest.endsWith(',')) {
    const comma = rest.lastIndexOf(',', rest.length - 2)
    if (comma <= 0) return undefined
    rest = rest.slice(0, comma)
  }
  const last = rest.slice(Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\n')) + 1).replace(/^["“‘(]+/, '')
  if (!/^\p{Lu}/u.test(last) || nobody.has(last.replace(/['’]s$/, ''))) return undefined
  const at = from + rest.length - last.length
  if (opensSentence(text, at) && pluralPerson.test(last) && last !== 'Reuters') return undefined
  return at - moreOfName(rest.slice(0, -last.length))
}

/** Length of the capitalised words at the end of a text that belong to the name after them: "Ann " in "Ann Lee". */
function moreOfName(text: string): number {
  const more = /(?:\p{Lu}[\p{L}\p{M}\d'’&.-]* ){1,4}$/u.exec(text)?.[0] ?? ''
  const names = more.split(' ').slice(0, -1)
  while (names.length > 0 && nobody.has(names[0] ?? '')) names.shift()
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

/** Whether a quotation mark stands next to the verb. */
function hasQuote(text: string, start: number, end: number): boolean {
  return (
    /["“”«»]/.test(text.slice(Math.max(0, start - 60), start)) ||
    /^[^.?!]{0,40}["“«]/.test(text.slice(end, end + 42))
  )
}
