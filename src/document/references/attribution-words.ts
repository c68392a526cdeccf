import {lazy} from '../lazy.ts'

/** A phrase in two: words of which one opens it, and what comes after a blank. */
type Opened = readonly [first: string, rest: string]

/** Before a name: "according to", "as reported by", "data from", "a study published in". */
const beforeName: readonly Opened[] = [
  ['according', 'to'],
  [
    'as',
    '(?:reported|described|explained|noted|documented|detailed|shown|defined|stated|quoted|outlined|summari[sz]ed) (?:by|in)'
  ],
  ['seen|reviewed|obtained|confirmed|documented|articulated|highlighted|reported', '(?:by|in)'],
  ['coined|compiled|collected|commissioned|published', '(?:by|in|on)'],
  ['data|figures|numbers|statistics|estimates|research|reporting', '(?:by|from)'],
  [
    'report|reports|study|survey|poll|analysis|audit|investigation|paper|review|article|interview',
    '(?:by|from|in|with|(?:published|conducted|done|released|carried out) (?:by|in))'
  ],
  ['quoted', 'as saying (?:by|in)']
]

/** Sources that need no name: a reader knows which papers are meant. */
const papers: Opened = [
  'documents|filings|records|minutes|transcripts|emails|logs',
  '(?:show|shows|showed|reveal|revealed|indicate|suggest)'
]

/** "according to court records": papers behind a preposition. */
export const paperAhead: () => RegExp = lazy(
  () =>
    /^(?: \p{Ll}[\p{L}'’-]*){0,3} (?:records|documents|filings|papers|minutes|transcripts|emails|logs|files|memos?|statements?)\b/u
)

/** In lower case: who speaks in a report without being named each time: "the county said", "police said", "a spokeswoman said", "she said". */
const offices =
  `spokesman spokeswoman spokesperson company agency ministry department university office court council county city state
  mayor governor minister president sheriff government team hospital school bank airline statement lawyer attorney lawsuit complaint
  indictment official director manager editor owner coach judge society union group association museum club firm operator witness
  chairman chairwoman chief secretary commission committee board embassy newspaper magazine station broadcaster press firm
  corporation lender regulator watchdog charity trust retailer manufacturer studio label band singer actor actress presenter
  boss giant`.split(/\s+/)
const groups =
  'police|prosecutors|officials|authorities|firefighters|organizers|organisers|investigators|officers|witnesses'
const office = `(?:the|a|an|its|his|her|their|one) (?:[\\p{L}’']+ ){0,3}(?:${offices.join('|')})`
const pronouns = 'he|she|they|it'
const texts = 'report|study|survey|paper|author|authors|researchers'
const role = lazy(
  () => new RegExp(`\\b(?:${groups}|both sides|(?:${pronouns})|${office}|the (?:${texts}))\\s$`, 'u')
)
/** What each of them ends with. */
const lastOfRole: ReadonlySet<string> = new Set([
  ...[groups, 'sides', pronouns, texts].flatMap((words) => words.split('|')),
  ...offices
])

/** The words at the end of a text that name who speaks, with the blank behind them. */
export function findRole(text: string): string | undefined {
  const end = text.length - 1
  let start = end
  for (let code = text.charCodeAt(start - 1); code >= 97 && code <= 122; code = text.charCodeAt(start - 1))
    start--
  return lastOfRole.has(text.slice(start, end)) ? role().exec(text)?.[0] : undefined
}

/** "according to the sheriff", "according to event organizers". */
export const roleAhead: () => RegExp = lazy(
  () =>
    new RegExp(
      `^ (?:(?:\\p{Ll}+ ){0,2}(?:${groups})|${office}|the (?:${texts}))(?=[,.;:)]|$| (?:on|in|who)\\b)`,
      'u'
    )
)

/** Behind "said", and a comma before that: "the Harrow News", "a spokesman for the town". */
const speakerAhead = lazy(
  () =>
    new RegExp(
      `^ (?:${office}(?=[,.;:!?]|$| (?:at|for|in|of|on|who)\\b)|(?:(?:the|its|his|her|their|one) (?:\\p{Ll}+ ){0,2})?(\\p{Lu}[\\p{L}’'-]*)(?: \\p{Lu}[\\p{L}’'-]*){0,4})`,
      'u'
    )
)

/** Where the speaker ends at the beginning of a text that stands behind "said". */
export function findSpeaker(text: string): number | undefined {
  const match = speakerAhead().exec(text)
  return match && !nobody.has(match[1] ?? '') ? match[0].length : undefined
}

/** In lower case: "the county's 2021 audit" before what it found. */
export const officeOwns: () => RegExp = lazy(
  () => new RegExp(`\\b${office}['’]s? (?:(?:\\d{4}|\\p{Ll}+) ){0,3}$`, 'u')
)

/** "Acme's 2021 annual report": what follows the name, from the last apostrophe, and the letters before it. */
const owned = /^['’]s? (?:(?:\d{4}|\p{Ll}+) ){0,4}$/u
const ownerLetters = lazy(() => /(?<![\p{L}\p{M}\d&.-])[\p{L}\p{M}\d&.-]+$/u)

/** The name at the end of a text that owns the word after it, and where it begins. */
export function findOwner(text: string): {readonly name: string; readonly start: number} | undefined {
  const end = Math.max(text.lastIndexOf("'"), text.lastIndexOf('’'))
  if (end < 1 || !owned.test(text.slice(end))) return undefined
  const letters = ownerLetters().exec(text.slice(0, end))?.[0] ?? ''
  const capital = letters.search(/\p{Lu}/u)
  if (capital < 0) return undefined
  const name = letters.slice(capital)
  return {name, start: end - name.length}
}

/** What such a speaker without a name does in a report. */
export const speaking: ReadonlySet<string> = new Set(
  'said says announced confirmed told warned explained found reported concluded estimated replied added'.split(
    ' '
  )
)

/** Beside a name, a statement of its bearer. */
const saying: readonly string[] =
  `said says told wrote writes reported reports announced found finds estimate estimates estimated explained explains
  noted notes argue argued argues claimed claims stated states confirmed revealed testified tweeted commented concluded warned
  acknowledged acknowledges insisted insists recalled recalls asked asks described describes replied added denied admitted
  believes confirms reveals warns recommends predicts predicted projected complained complains remarked remarks joked jokes
  remembered remembers`.split(/\s+/)

/** After a name, something it published: "a Pew survey", "CDC data show". */
const papersOfName = 'study|survey|poll|report|census|audit|investigation'
const findingsOfName: readonly Opened[] = [
  ['white', 'paper'],
  [
    'data|figures|numbers|statistics|estimates|projections|research|findings|analysis',
    '(?:also )?(?:show|suggest|indicate|reveal|highlight|confirm|find|put)(?:s|ed)?'
  ]
]

/** The first letter of each alternative in either case: a heading can hold it. */
const anyCase = (pattern: string): string =>
  pattern.replace(
    /(\(\?:|\|)([a-z])/g,
    (_, before: string, letter: string) => `${before}[${letter.toUpperCase()}${letter}]`
  )
/** Of words, as a sentence can begin with them. */
const eitherCase = (words: string): string =>
  `${words}|${words.replace(/(?:^|\|)[a-z]/g, (start) => start.toUpperCase())}`

/** What names a source: it stands before a name, is papers, a verb of saying, why somebody did a thing, or stands after a name. */
export type Trigger = 'before-name' | 'papers' | 'saying' | 'reason' | 'of-name'

/** What has to follow a word, with the blank before it, to make it one; nothing where the word is enough. */
interface Rest {
  readonly trigger: Trigger
  readonly pattern: (() => RegExp) | undefined
}

/**
 * By the word that opens it, in the order in which they are tried. An expression of its own for each: that of them all
 * takes long to compile, and most articles have few of them.
 */
const rests = lazy(() => {
  const all = new Map<string, Rest[]>()
  const add = (trigger: Trigger, words: string, rest?: string): void => {
    const pattern = rest === undefined ? undefined : lazy(() => new RegExp(` ${rest}\\b`, 'uy'))
    for (const word of words.split('|')) {
      const known = all.get(word)
      if (known) known.push({trigger, pattern})
      else all.set(word, [{trigger, pattern}])
    }
  }
  for (const [first, rest] of beforeName) add('before-name', eitherCase(first), anyCase(rest))
  add('papers', eitherCase(papers[0]), anyCase(papers[1]))
  add('saying', saying.join('|'))
  add('saying', 'points|pointed', 'out')
  add('saying', 'quoted|quotes', "(?:[\\p{L}\\p{M}’'-]+ ){1,6}as saying")
  add('reason', 'saying')
  add('of-name', papersOfName)
  for (const [first, rest] of findingsOfName) add('of-name', first, rest)
  return all
})

/** What a word that `opening` found at `start` is, and where it ends with what follows it. */
export function findTrigger(
  text: string,
  start: number,
  word: string
): {readonly trigger: Trigger; readonly end: number} | undefined {
  const after = start + word.length
  const all = rests().get(word) ?? []
  for (let at = 0; at < all.length; at++) {
    const {trigger, pattern} = all[at] as Rest
    if (pattern === undefined) return {trigger, end: after}
    const rest = pattern()
    rest.lastIndex = after
    if (rest.test(text)) return {trigger, end: rest.lastIndex}
  }
  return undefined
}

/** The words one of which each of them opens with. An expression of plain words alone takes half the time. */
export const opening = new RegExp(
  `\\b(?:${[
    ...[...beforeName, papers].map(([first]) => eitherCase(first)),
    ...saying,
    'points|pointed|quotes|saying',
    papersOfName,
    ...findingsOfName.map(([first]) => first)
  ].join('|')})\\b`,
  'g'
)

/** After such a paper, that it says something. */
export const finding =
  /^ (?:also |has |had |later )?(?:found|finds|says|said|shows?|showed|concluded|concludes|revealed|reveals|reported|reports|estimated|estimates|warned|warns|noted|notes|suggests?|suggested|indicates?|indicated)\b/

/** What makes "published in" and "collected by" a source: essays and coins are not. */
export const works =
  /\b(?:stud(?:y|ies)|reports?|papers?|article|research|results|findings|analysis|surveys?|review|data|figures|statistics|estimates|editorial|op-ed|investigation|interview|list|ranking|index)\b[^.,;!?]{0,40}$/i

/** "coined by Ann Lee in her 1992 book" */
export const inWork: () => RegExp = lazy(
  () =>
    /^[^.!?]{0,60} in (?:(?:his|her|their|a|an|the) (?:[\p{Ll}\d]+ ){0,2}(?:book|paper|essay|article|novel|speech|lecture|report|blog|study)|(?:1[5-9]|20)\d\d)\b/u
)

/** "uses data from": who has data does not cite them. */
export const usesData =
  /\b(?:us(?:e[sd]?|ing)|collect\w*|combin\w*|gather\w*|import\w*|load\w*|process\w*|pull\w*|receiv\w*|send\w*|shar\w*|stor\w*|tak\w*|transfer\w*|your|our|my|of|with) (?:the |all |more |any |some )?$/i

/** Verbs that report only with "that" after them: "Orwell notes that", but not "Orwell found work". */
export const needsThat: ReadonlySet<string> = new Set(
  `found finds estimate estimates estimated noted notes claims claimed states stated reports concluded explained explains asked
  asks recalls recalled described describes warned warns revealed reveals added believes denied admitted
  acknowledges acknowledged insists predicts predicted projected complained complains remarked remarks joked jokes remembered remembers`.split(
    /\s+/
  )
)

/** What shows behind such a verb that it reports: "Ann Lee warned last week that", "Brotfix claimed it would". */
export const reporting =
  /^(?:(?: (?:earlier|in|last|late|on|this)(?: [\p{L}\d]+){1,2})?,? (?:\p{Ll}+ly )?that\b|:|,| (?:it|they|he|she) (?:would|will)\b)/u

/** Verbs of which a clause without "that" is told too, where what is done with a noun is not: "denied it". */
export const contested: ReadonlySet<string> = new Set(
  'admitted claimed claims denied insists warned warns'.split(' ')
)
export const clause = /^ (?:\p{L}+ ){1,4}(?:are|could|had|has|is|was|were|would)\b/u

/** Capitalised words that name nobody. */
export const nobody: ReadonlySet<string> = new Set(
  `I He She It They We You This That These Those The A An His Her Their Its Our My Your Some Many Most Others Other One Ones
  Few Several All Both Each Everyone Everybody Someone Somebody Nobody Anyone People Who What Which There Here Experts
  Studies Study Researchers Scientists Critics Officials Sources Reports Report Research Data Surveys Survey Analysts Users
  Customers Doctors Friends Historians Economists Observers Evidence Figures Tradition Legend Rumors Rumours And But So
  Also However Then When While As If In On At For From To By With Not No Yes Mr Mrs Ms Dr January February March April May
  June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Recent New Another First Last Final Annual Full Internal According Redditor Redditors User Reviewer Reviewers Customer Fan
  Fans Commenters Reddit Initial Preliminary Early Latest Current Previous Further Additional Numerous Various`.split(
    /\s+/
  )
)

/** "Historians", "Doctors", "Officials": at the start of a sentence no name, though capitalised. */
export const pluralPerson = /(?:ists|ians|ers|ors|ents|ants|als|ees|people|men|women|fans|parents|teams)$/
