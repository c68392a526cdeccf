import type {Weasel, Word} from '../model.ts'
import {createPhraseMatcher} from '../phrases.ts'
import type {WordFacts} from './facts.ts'
import type {Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

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
const publications = list('studies surveys polls statistics reports researches trials experiments')
const authorities =
  list(`experts scientists researchers analysts doctors historians economists critics psychologists scholars observers
  commentators insiders specialists dermatologists nutritionists dietitians veterinarians physicians therapists sociologists
  archaeologists astronomers environmentalists strategists`)
const which =
  optional(`many some most several leading top health industry security medical legal financial other few numerous various
  certain sleep fitness marketing modern military climate`)
const opinions =
  list(`say says agree believe believed suggest suggested argue argued recommend recommended warn warned claim claimed
  think predict predicted contend maintain caution advise consider speculate expect emphasize praise fear hope`)
const buyerWords =
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
  [publications, `${some} ${publications} (have|has|) ${adverb} ${found}`],
  [publications, `${some} ${publications} ${adverb} ${found}`],
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
    `${which} ${authorities} (have|) (long|) (argued|said|suggested|warned|believed|found|discovered|confirmed|shown|noted|observed)`
  ],
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
    `according to ${some} (experts|studies|research|researchers|reports|sources|estimates|surveys|statistics|scientists|analysts|historians|observers|critics|accounts|data|rumors|rumours)`
  ],
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
  [kindsOfStudy, `${aStudy} (by|from) (researchers|scientists|experts|analysts)`]
]

const anchored = [...weasels, ...studies]
const matcher = createPhraseMatcher(anchored.map(([, phrase]) => phrase))

/** A statement that hangs on nobody has one of these words, or one that ends in "question". */
export const anchors = new Set(anchored.flatMap(([anchor]) => anchor.replace(/[()]/g, '').split('|')))

/** "The question of whether it pays arises often": asked by whom? */
const askedByNobody =
  /\bquestion of (?:whether|how|why|who|what)\b[^.?!;]{0,120}\b(?:arises|comes up|is (?:often|frequently|commonly) (?:asked|raised)|has (?:often )?been (?:asked|raised))\b(?: (?:frequently|often|again and again))?/i

/** "The oven that buyers love", "tips that readers agree with": says what they love, and hangs no statement on them. */
const loves = new Set('love praise praised agree'.split(' '))
const afterLoved =
  /^(?:$|[\s)"”’]*[,.;:—–)]| (?:with ?(?:[,.;:)]|$)|is\b|are\b|was\b|were\b|has\b|have\b|will\b|can\b|and\b|or\b|but\b|to\b|most\b))/

/** Before "research shows" these leave it nobody's; any other word names whose it is: "user research", "heat experiments". */
const joints = new Set(
  'that and but as since because while so when where if yet although though whereas or for what which is how now today recently'.split(
    ' '
  )
)
const owners = new Set('these this those our my their its his her your such the both all user'.split(' '))

const advice = /^[^,;:.]{1,80}\b(?:should|be)\b/

/** “Until users agree”, “whether experts say so”: nothing is stated. */
const conditions = new Set('if unless until till whether once'.split(' '))
const conditionWords = 4
const joinedConditionWords = 12
/** “That is what research shows” states what stands before it. */
const beings = new Set("is was are were that's it's this exactly just precisely".split(' '))
/** “Researchers believe themselves ready”: what they are like, not what is so. */
const reflexive = new Set('themselves oneself'.split(' '))
const buyerKeys = new Set(buyerWords.split(' '))
const writings = new Set(['paper', 'report', 'review'])
/** These make one paper of “in a paper”. */
const ofPaper = new Set(
  'by from of in on for published released issued titled called entitled written that which'.split(' ')
)
/** After “according to research” and “according to data” these keep it a source; another word makes a name of both: “research phase”. */
const sourceGoesOn = new Set(
  `by from on of in at into and or that which we they it he she the a an this these there about published conducted done carried
  collected gathered released compiled shared presented cited commissioned available is are was were has have can will may as with`.split(
    /\s+/
  )
)
/**
 * Before what people say these tell when something happens, “after users complain”, unless it is told all the same: “after
 * experts say that”, “after experts warned”.
 */
const occasions = new Set('when whenever before after'.split(' '))
const peoples = new Set<string>([authorities, buyers, people])

/** The first words that hang a statement on nobody, `[start, end)` in the sentence. */
export function findWeasel({sentence, words, facts, all, traits}: Tokens): Weasel | undefined {
  if (!(traits & trait.hanging)) return undefined
  // "Our research confirmed what many of us had seen."
  if (all & word.first) return undefined
  const hit = matcher.match(words, sentence.text).find(({from, to, start, end, phrase}) => {
    if (isUnstated(from, to)) return false
    if (from === 0) return true
    const {key: before, shape} = facts[from - 1] as WordFacts
    const isOwn = facts[from]?.key === 'experiments'
    if (occasions.has(before) && (isOwn || peoples.has(weasels[phrase]?.[0] ?? '')))
      return (
        /(?:ed|said|found|shown)\s*$/.test(sentence.text.slice(start, end)) ||
        /^\s+that\b/.test(sentence.text.slice(end, end + 8))
      )
    // "Pew surveys show"
    if (from > 1 && shape !== 'lower') return false
    const isBroken = /[,;:—–(]/.test(
      sentence.text.slice((words[from - 1] as Word).end, (words[from] as Word).start)
    )
    if (isBroken) return true
    if ((before === 'that' || before === 'which') && areLoved(from, to))
      return !afterLoved.test(sentence.text.slice(end))
    return isOwn || facts[from]?.key === 'research' ? joints.has(before) : !owners.has(before)
  })
  if (hit) return {range: [hit.start, hit.end], form: hit.phrase < weasels.length ? 'nobody' : 'study'}
  const asked = askedByNobody.exec(sentence.text)
  return asked ? {range: [asked.index, asked.index + asked[0].length], form: 'nobody'} : undefined

  function areLoved(from: number, to: number): boolean {
    return buyerKeys.has(facts[from]?.key ?? '') && loves.has(facts[to - 1]?.key ?? '')
  }

  function isUnstated(from: number, to: number): boolean {
    const [first, before] = [facts[from]?.key ?? '', facts[from - 1]?.key]
    // “What users say”: whatever that is.
    if (before === 'what' && (buyerKeys.has(first) || isAnyFinding(from - 1))) return true
    // “It is suggested that agencies should be asked”: the author's own advice.
    if (
      first === 'it' &&
      facts[to - 2]?.key === 'suggested' &&
      advice.test(sentence.text.slice(words[to - 1]?.end))
    )
      return true
    if (first === 'in' && before !== undefined && to - from === 3 && isAnyPaper(from, to)) return true
    // “If the shop is new and research shows”: the second half of the condition.
    const reach = before === 'and' || before === 'or' ? joinedConditionWords : conditionWords
    const start = facts.findLastIndex(({key}, at) => at < from && at >= from - reach && conditions.has(key))
    if (start >= 0 && !/[,;:—–(]/.test(between(start, from))) return true
    const next = facts[to]
    if (!next || !/^\s+$/.test(between(to - 1, to))) return false
    if (reflexive.has(next.key)) return true
    const last = facts[to - 1]?.key
    return (last === 'research' || last === 'data') && next.shape === 'lower' && !sourceGoesOn.has(next.key)
  }

  /** “Build on what research shows your readers need”, not “What research shows is” or “That is what research shows”. */
  function isAnyFinding(what: number): boolean {
    return what > 0 && !beings.has(facts[what - 1]?.key ?? '') && /^\s+$/.test(between(what - 1, what))
  }

  /** “They hand it in in a paper”, not “It was shown, in a paper from 2019”: any paper will do. */
  function isAnyPaper(from: number, to: number): boolean {
    const [last, next] = [facts[to - 1]?.key ?? '', facts[to]?.key]
    if (!writings.has(last) || /[,;:—–(]/.test(between(from - 1, from))) return false
    return next === undefined || /\S/.test(between(to - 1, to)) || !ofPaper.has(next)
  }

  /** The text from one word to another. */
  function between(from: number, to: number): string {
    return sentence.text.slice(words[from]?.end, words[to]?.start)
  }
}
