import {lazy} from '../lazy.ts'
import type {Sentence, Word} from '../model.ts'
import {toLowerCase} from '../prose/words.ts'

// The expressions of this file see lower case only.
const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})`

/** "However,", "For example,", "But": words before the subject that only join. */
const joints = new RegExp(
  `^(?:${anyOf(`and but so yet also thus then still instead however moreover furthermore similarly likewise specifically
  additionally overall unfortunately fortunately indeed finally nevertheless nonetheless consequently accordingly therefore
  hence meanwhile later altogether together in_addition in_particular in_contrast in_turn in_fact in_other_words in_short
  for_example for_instance by_contrast as_a_result at_the_same_time on_the_other_hand on_average`)},? |that is, ){1,2}`
)

const pronoun = /^(?:it|they|he|she)(?:['’](?:s|d|ll|ve|re))?\s/

/** "It is likely that", "It is important to": this "it" stands for what follows. */
const emptyIt = lazy(
  () =>
    /^it(?:['’]s| (?:is|was|has been|can be|seems|appears|remains|takes|may be|should be))(?: \p{L}+){0,2} (?:that|to|how|why|whether|for|when|if)\b/u
)

const some = `${anyOf('each one two three some many most several all none both neither half few')} of (?:them|these|those)`
const verbs = `${anyOf(`is are was were isn['’]t wasn['’]t has had have mean means meant can could may might must should do does
  did make makes made include includes lead leads led show shows suggest suggests give gives gave allow allows help helps
  happens occurs requires causes results represents accounts come comes came go goes went took takes refers applies works
  contains`)}|\\p{L}{3,}ed`
// Two steps: V8 compiles what follows an alternation once for each of its words.
/** "This means", "These were", "One of them moved": the word alone is the subject. */
const alone = new RegExp(`^(?:${some}|this|that|these|those|both|each|the (?:former|latter)) `)
const does = lazy(
  () =>
    new RegExp(
      `^(?:${anyOf('also then in_turn alone usually often generally typically largely')} )?(?:${verbs})\\b`,
      'u'
    )
)

/** What an article speaks of as one and the same: "the researchers", "these results", "this work". */
const papers = `study studies survey surveys poll polls trial trials experiment experiments report reports paper analysis
  review article research researchers author authors scientists team finding findings result results data figure figures
  numbers estimate estimates statistics participants patients subjects respondents volunteers committee panel commission
  agency court ruling decision judge judges act law bill statute regulation book document letter statement announcement work`
const paperWords = new Set(papers.split(/\s+/))
const namesPaper = new Set([...paperWords, 'same', 'other', 'others', 'rest'])
const which = '(?:both the|all the|both|the|this|these|that|those|its|their|his|her)'
const ordinals = 'same new first second two three other remaining'
const isOrdinal = new Set(ordinals.split(' '))

/** "The other results", "The rest". */
const opening = new RegExp(`^${which} `)
const people = /^(?:researchers|scientists|participants|respondents|volunteers)\b/

/** What stands before the paper in `paperSays`, at the end of a word: "over-the" is one. */
const beforePaper = new RegExp(`(?:${which}|${ordinals.replaceAll(' ', '|')})$`)

/** "While some units differed, this work showed …" */
const paperSays = lazy(
  () =>
    new RegExp(
      `\\b${which} (?:${anyOf(ordinals)} )?${anyOf(papers)} (?:also |further |then |has |have |had )?${anyOf(
        'show found find suggest demonstrate conclude report indicate reveal estimate recommend note warn argue confirm identif calculate observe'
      )}`
    )
)

/** "In their reports,", "On this task", "To do this,", "Some of these mills". */
const relation = new RegExp(
  `^(?:${anyOf(`in_addition_to in on at for from with to by after before during of among under within despite beyond through using based_on
  as_part_of according_to because_of thanks_to due_to instead_of`)}|(?:some|many|most|one|several|all|each) of)(?= )`
)
const pointing = lazy(
  () => /^(?: \p{L}+){0,3}? (?:this|that|these|those|such|its|their|his|her|them|it|both)\b/u
)

/** Before a noun that was named: "the mill", "each oven", "one of the mills". */
const determiner =
  /^(?:(?:in|on|at|for|from|with|after|during|under|within) )?(?:(?:one|some|most|many|each|both|all) of the|both the|the|this|these|that|those|such|its|their|his|her|each|both) /

/** The words that an expression spells out: one that matches the start of a text begins with one of them. */
function wordsOf(...expressions: readonly RegExp[]): ReadonlySet<string> {
  return new Set(expressions.flatMap(({source}) => source.match(/[a-z]+/g) ?? []))
}

const joining = lazy(() => wordsOf(joints))
/** Most sentences begin with another word, and need none of these expressions. */
const openers = lazy(() => wordsOf(joints, pronoun, alone, opening, people, relation, determiner))

/** Words that end a noun phrase. */
const phraseEnd = new Set(
  `is are was were be been has have had will would can could may might must should does did do not of in on at for to that
  which who and or but with by from as than into also still remain remains became become made make makes`.split(
    /\s+/
  )
)

/** Words that two noun phrases share by chance. */
const common = new Set(
  `high higher highest lower lowest most many more same other first second third last next large larger largest small smaller
  great good better best long main major early late young older recent modern current several general different important
  significant number part year years time people fact case cases example ways world`.split(/\s+/)
)

/** Whether a sentence goes on about what the one before it said: the same subject, study or thing. */
export function carriesOn(sentence: Sentence, before: Sentence): boolean {
  const text = toLowerCase(sentence.text)
  const first = /^[a-z]+/.exec(text)?.[0] ?? ''
  if (!openers().has(first)) return tellsOfPaper(sentence, text)
  const start = joining().has(first) ? (joints.exec(text)?.[0].length ?? 0) : 0
  const rest = text.slice(start)
  if (pronoun.test(rest)) return !emptyIt().test(rest)
  const predicate = after(rest, alone)
  // An expression that never runs is never compiled.
  if (
    (predicate !== '' && does().test(predicate)) ||
    startsWithPaper(after(rest, opening)) ||
    people.test(rest)
  )
    return true
  const related = after(rest, relation)
  if (related !== '' && pointing().test(related)) return true
  if (tellsOfPaper(sentence, text)) return true
  const determined = determiner.exec(rest)?.[0].length
  return determined !== undefined && isNamedIn(before, sentence, start + determined)
}

/** @param text of the sentence in lower case */
function tellsOfPaper({words}: Sentence, text: string): boolean {
  for (let at = 1; at < words.length; at++) {
    if (paperWords.has((words[at] as Word).key) && beforePaper.test((words[at - 1] as Word).key))
      return paperSays().test(text)
  }
  return false
}

/** What stands behind an expression that a text has to start with; nothing when it does not. */
function after(text: string, start: RegExp): string {
  const length = start.exec(text)?.[0].length
  return length === undefined ? '' : text.slice(length)
}

/** "results", "other results", "rest". */
function startsWithPaper(text: string): boolean {
  if (text === '') return false
  const [, first = '', second = ''] = /^([a-z]+)(?: ([a-z]+))?/.exec(text) ?? []
  return namesPaper.has(first) || (isOrdinal.has(first) && namesPaper.has(second))
}

/** Whether the noun phrase from `from` on speaks of something that another sentence names. */
function isNamedIn(before: Sentence, {words}: Sentence, from: number): boolean {
  let at = 0
  while (at < words.length && (words[at] as Word).start < from) at++
  for (const end = Math.min(words.length, at + 4); at < end; at++) {
    const {key} = words[at] as Word
    if (phraseEnd.has(key)) return false
    if (key.length >= 4 && !common.has(key) && holdsStem(before, stemOf(key))) return true
  }
  return false
}

function holdsStem({words}: Sentence, stem: string): boolean {
  for (let at = 0; at < words.length; at++) {
    const {key} = words[at] as Word
    if (key.startsWith(stem) && stemOf(key) === stem) return true
  }
  return false
}

/** The same for "suspension" and "suspend", "mills" and "mill". */
function stemOf(key: string): string {
  return key.length > 6 ? key.slice(0, 6) : key.replace(/s$/, '')
}

const study =
  /\b(?:stud(?:y|ies)|trials?|surveys?|polls?|experiments?|reports?|papers?|researchers|scientists|analysis)\b/

/** "The researchers", "Participants", "half of them": the same study, and nothing else. */
const itsPeople = `^(?:they|(?:the|this) (?:\\p{L}+ )?${anyOf(
  `researchers authors scientists team study survey trial experiment report paper result results finding findings
  participants patients volunteers respondents subjects`
)}|participants|respondents|volunteers|those who|half of (?:them|the))\\b`
const sameStudy = lazy(() => new RegExp(itsPeople, 'u'))
/** "In the trial, half of them", "Overall, they". */
const beforePeople = lazy(
  () =>
    new RegExp(
      `^(?:${anyOf('in_addition however moreover overall in_the_end afterwards afterward then but and')}|in the (?:study|trial|experiment)),? `
    )
)
/** "After two weeks they" */
const afterTime = lazy(() => new RegExp(`^after \\p{L}[\\p{L}\\d ]{1,30},? ${itsPeople.slice(1)}`, 'u'))

/** What the words of `itsPeople` begin with: V8 takes longer to compile those than to read many a sentence. */
const mayBePeople = /^(?:th|participants|respondents|volunteers|half)/

function tellsOfStudy(text: string): boolean {
  if (text.startsWith('after ')) return afterTime().test(text)
  if (mayBePeople.test(text) && sameStudy().test(text)) return true
  const rest = after(text, beforePeople())
  return mayBePeople.test(rest) && sameStudy().test(rest)
}

/** Whether two sentences, one after the other, tell of one study. */
export function tellsOfSameStudy(sentence: Sentence, next: Sentence): boolean {
  if (!tellsOfStudy(toLowerCase(next.text))) return false
  const text = toLowerCase(sentence.text)
  return study.test(text) || tellsOfStudy(text)
}
