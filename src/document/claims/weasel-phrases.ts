import {createPhraseMatcher} from '../prose/phrases.ts'

const list = (text: string): string => `(${text.trim().replace(/\s+/g, '|')})`
const optional = (text: string): string => `(${text.trim().replace(/\s+/g, '|')}|)`

const found =
  list(`show shows showed shown suggest suggests suggested indicate indicates indicated find finds found demonstrate
  demonstrates demonstrated observed discovered uncovered identified confirm confirms confirmed prove proves proven proved reveal reveals revealed establish established link
  linked conclude concluded`)
const adverb = optional(
  'consistently clearly repeatedly also now already recently long increasingly often even widely'
)
const some =
  optional(`many numerous several some countless various recent most multiple new other scientific modern clinical independent
  early academic`)
const kinds = optional(
  'clinical scientific controlled academic peer-reviewed independent recent medical laboratory'
)
const publications = list('studies surveys polls statistics reports researches trials experiments')
const authorities =
  list(`experts scientists researchers analysts doctors historians economists critics psychologists scholars observers
  commentators insiders specialists dermatologists nutritionists dietitians veterinarians physicians therapists sociologists
  archaeologists astronomers environmentalists strategists advisers advisors dentists trainers coaches mechanics
  professionals`)
const which =
  optional(`many some most several leading top health industry security medical legal financial other few numerous various
  certain sleep fitness marketing modern military climate`)
const opinions =
  list(`say says agree believe believed suggest suggested argue argued recommend recommended warn warned claim claimed
  think predict predicted contend caution advise consider speculate expect emphasize praise fear hope`)
/** Who buys or uses a thing. */
export const buyerWords =
  'users customers reviewers buyers owners shoppers readers gamers players fans viewers patients'
const buyers = list(buyerWords)
const passive = list(
  'believed said thought argued claimed reported estimated alleged rumored rumoured suggested'
)
const widely = list('widely generally commonly often frequently universally broadly popularly')
const accepted =
  list(`believed said thought argued claimed reported estimated known accepted assumed considered acknowledged recognized
  recognised agreed understood regarded held viewed`)
const years = Array.from({length: 36}, (_, index) => `${1995 + index}`).join(' ')

const people = '(people|readers|users|customers|fans|investors|consumers)'
const held = '(argue|believe|claim|contend|maintain|speculate|say|consider)'
const scientifically = '(scientifically|clinically)'
const science = '(science|research|studies)'
const rumours = '(sources|rumors|rumours)'

/** A phrase after the part of it, one word, that it always has: most sentences have none and need no more of a look. */
type Anchored = readonly [anchor: string, phrase: string]

/** A statement hung on nobody: people, studies or a passive without a name. */
const weasels: readonly Anchored[] = [
  [publications, `${some} ${kinds} ${publications} (have|has|) ${adverb} ${found}`],
  [publications, `${some} ${kinds} ${publications} ${adverb} ${found}`],
  [
    '(tests|testing)',
    `(independent|laboratory|lab|third-party) (tests|testing) (have|has|) ${adverb} ${found}`
  ],
  [
    'research',
    `${optional('recent new scientific modern further extensive medical clinical psychological current growing')} research (has|have|) ${adverb} ${found}`
  ],
  [
    'evidence',
    `(the|growing|mounting|scientific|strong|recent|) evidence ${adverb} (suggests|indicates|shows)`
  ],
  [authorities, `${which} ${authorities} (have|also|now|often|generally|widely|) (long|) ${opinions}`],
  [
    authorities,
    `${which} ${authorities} (have|) (long|) (argued|said|suggested|warned|believed|found|discovered|confirmed|demonstrated|established|proved|proven|shown|noted|observed)`
  ],
  // Without the word, “Advisors maintain the garden”: they look after it.
  [authorities, `${which} ${authorities} (have|) (long|) (maintain|maintained) that`],
  [held, `(some|many) ${held}`],
  ['people', '(many|some|most) people (believe|claim|argue|say|agree|think) that'],
  [
    buyers,
    `(many|most|some|plenty of|countless|) ${buyers} (have|also|often|consistently|frequently|) (say|praise|praised|complain|complained|rave|agree|swear by|love)`
  ],
  [
    buyers,
    `(many|most|some|plenty of|countless|) ${buyers} (consistently|often|frequently|) (report|reported) (that|feeling|experiencing|having|getting|improved|better)`
  ],
  [passive, `it (is|was|has been) ${passive} that`],
  ['proven', 'it (is|has been) (now|) proven that'],
  ['data', '(industry|market|recent) data (shows|show|suggests|suggest|indicates|indicate|reveals|reveal)'],
  [accepted, `it (is|was|has been|has long been) ${widely} ${accepted}`],
  [
    'widely',
    '(is|are|was|were|been) widely (regarded|considered|believed|seen|recognized|recognised|acknowledged|viewed|credited|thought)'
  ],
  [scientifically, `${scientifically} (proven|shown|tested|backed|validated|studied)`],
  [science, `(proven|backed|supported) by ${science}`],
  ['science', 'science (has|) (says|shows|shown|proves|proven|tells us|suggests)'],
  [
    'according',
    `according to ${some} (online|media|internet|web|) (studies|research|reports|sources|estimates|surveys|statistics|accounts|data|rumors|rumours|locals)`
  ],
  ['according', `according to ${which} ${authorities}`],
  [
    'according',
    'according to (industry|market|media|news|unconfirmed|anonymous) (experts|reports|sources|estimates|data|analysts|research)'
  ],
  [rumours, `${rumours} (say|said|claim|suggest|indicate)`],
  ['rumor', 'rumor has it'],
  [people, `(many|most|some) ${people} (wonder|ask|are asking|are wondering|have asked)`],
  [people, '(people|users|customers|readers|fans) (often|frequently) (wonder|ask)'],
  [scientifically, `has (long|) been ${scientifically} (proven|shown)`]
]

const kindsOfStudy = list('study survey report poll analysis review meta-analysis trial experiment paper')
const aStudy = `(a|one|another) ${optional(`recent new major large landmark small pilot clinical comprehensive famous ${years}`)} ${optional('clinical scientific industry medical peer-reviewed research')} ${kindsOfStudy}`

/** One study or survey, without a name. */
const studies: readonly Anchored[] = [
  [kindsOfStudy, `${aStudy} ${adverb} ${found}`],
  [kindsOfStudy, `${aStudy} (has|) ${adverb} (found|shown|revealed|suggested|confirmed|demonstrated)`],
  [kindsOfStudy, `according to ${aStudy}`],
  [kindsOfStudy, `in ${aStudy}`],
  // “A recent workplace survey”: whose it is can be said in many words. One that has a name can be looked for.
  [kindsOfStudy, `(a|an|one|another) __ ${kindsOfStudy} (has|) ${adverb} ${found}`],
  [kindsOfStudy, `according to (a|an|one|another) __ ${kindsOfStudy}`],
  [kindsOfStudy, `${aStudy} (by|from) (researchers|scientists|experts|analysts)`]
]

const anchored = [...weasels, ...studies]

/** Tells the phrases in the words of a sentence, each by its number for the two below. */
export const phraseMatcher = createPhraseMatcher(anchored.map(([, phrase]) => phrase))

/** A statement that hangs on nobody has one of these words, or one that ends in "question". */
export const anchors = new Set(anchored.flatMap(([anchor]) => anchor.replace(/[()]/g, '').split('|')))

/** Whether a phrase tells of one study, and not of people, studies or a passive. */
export function isStudy(phrase: number): boolean {
  return phrase >= weasels.length
}

const peoples = new Set<string>([authorities, buyers, people])

/** Whether a phrase is about what people say, whoever they are. */
export function isOfPeople(phrase: number): boolean {
  return peoples.has(weasels[phrase]?.[0] ?? '')
}
