import type {Weasel, Word} from '../model.ts'
import type {Hit} from '../prose/phrases.ts'
import type {WordFacts} from '../prose/word-facts.ts'
import type {Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {buyerWords, isOfPeople, isStudy, phraseMatcher} from './weasel-phrases.ts'
import {word} from './words.ts'

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

const supposed = /\b(?:would|could|might)\b/
const joining = /\b(?:participat(?:e|es|ing)|(?:take|takes|taking) part|enrol(?:l|ling)?|such as) $/

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

/** Behind “found” they tell where a thing is. */
const places = new Set(
  'above across at below elsewhere here in inside on online there throughout within'.split(' ')
)

/** “according to astronomers at the observatory of Kiel” */
const ofHouse = /^\s(?:at|from|of|with)\s(?:\S{1,20}\s){0,4}[A-Z]/

/** “40 % of next-day customers complained”: somebody has counted them. */
const counted = /\d ?(?:%|percent\b|per cent\b)(?: of)?(?: [\p{L}-]+){0,4} $/u

/** The first words that hang a statement on nobody, `[start, end)` in the sentence. */
export function findWeasel(tokens: Tokens): Weasel | undefined {
  // "Our research confirmed what many of us had seen."
  return tokens.traits & trait.hanging && !(tokens.all & word.first) ? findHanging(tokens) : undefined
}

function findHanging(tokens: Tokens): Weasel | undefined {
  const {sentence, words} = tokens
  const hits = phraseMatcher.match(words, sentence.text)
  const hit = hits.length > 0 ? findStated(tokens, hits) : undefined
  if (hit) return {range: [hit.start, hit.end], form: isStudy(hit.phrase) ? 'study' : 'nobody'}
  const asked = mayAsk(sentence.text) ? askedByNobody.exec(sentence.text) : null
  return asked ? {range: [asked.index, asked.index + asked[0].length], form: 'nobody'} : undefined
}

/** The words that `askedByNobody` begins with. */
function mayAsk(text: string): boolean {
  return text.toLowerCase().includes('question of ')
}

/** Apart, for it has functions of its own: most sentences need not make them. */
function findStated({sentence, words, facts}: Tokens, hits: readonly Hit[]): Hit | undefined {
  return hits.find(({from, to, start, end, phrase}) => {
    if (isUnstated(from, to) || (isStudy(phrase) && isNamed(from, to))) return false
    if (from === 0) return true
    if (isOfPeople(phrase) && counted.test(sentence.text.slice(0, start))) return false
    const {key: before, shape} = facts[from - 1] as WordFacts
    const isOwn = facts[from]?.key === 'experiments'
    if (occasions.has(before) && (isOwn || isOfPeople(phrase)))
      return (
        /(?:ed|said|found|shown)\s*$/.test(sentence.text.slice(start, end)) ||
        /^\s+that\b/.test(sentence.text.slice(end, end + 8))
      )
    const isBroken = /[,;:—–(]/.test(
      sentence.text.slice((words[from - 1] as Word).end, (words[from] as Word).start)
    )
    // "Pew surveys show", "in Denmark, surveys show"; “Asked about Pew, many say”: those who were asked.
    const isOfAny = to - from === 2 && (facts[from]?.key === 'many' || facts[from]?.key === 'some')
    if (from > 1 && shape !== 'lower' && (isOfAny || !isBroken)) return false
    if (isBroken) return true
    if ((before === 'that' || before === 'which') && areLoved(from, to))
      return !afterLoved.test(sentence.text.slice(end))
    return isOwn || facts[from]?.key === 'research' ? joints.has(before) : !owners.has(before)
  })

  /** “A Gartner survey found”. */
  function isNamed(from: number, to: number): boolean {
    return facts.some(({shape}, at) => at > from && at < to && shape !== 'lower' && shape !== 'number')
  }

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
    if (first === 'in' && to - from === 3 && isMadeUp(from, to)) return true
    if (first === 'according' && ofHouse.test(sentence.text.slice(words[to - 1]?.end))) return true
    if (first === 'in' && before !== undefined && to - from === 3 && isAnyPaper(from, to)) return true
    // “If the shop is new and research shows”: the second half of the condition.
    const reach = before === 'and' || before === 'or' ? joinedConditionWords : conditionWords
    const start = facts.findLastIndex(({key}, at) => at < from && at >= from - reach && conditions.has(key))
    if (start >= 0 && !/[,;:—–(]/.test(between(start, from))) return true
    const next = facts[to]
    if (!next || !/^\s+$/.test(between(to - 1, to))) return false
    if (reflexive.has(next.key)) return true
    const last = facts[to - 1]?.key
    // “The statistics found in the tables”, not “The statistics found in 2020 that”: somebody found them there.
    if (last === 'found' && places.has(next.key) && !/\bthat\b/.test(sentence.text.slice(words[to]?.end)))
      return true
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

  /** “In a study of whether tea helps, half of them would drink water”, “for taking part in a survey”: there is none. */
  function isMadeUp(from: number, to: number): boolean {
    if (from === 0) return supposed.test(sentence.text.slice(words[to - 1]?.end))
    return joining.test(sentence.text.slice(0, words[from]?.start))
  }

  /** The text from one word to another. */
  function between(from: number, to: number): string {
    return sentence.text.slice(words[from]?.end, words[to]?.start)
  }
}
