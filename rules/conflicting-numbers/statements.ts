import type {Sentence, Word} from '../../src/rule/index.ts'
import {type Amount, findAmounts, hasBreak, lower, numberStarts} from './numbers.ts'
import {type Owner, readOwnerAfter, readOwnerBefore} from './owners.ts'

/** “The museum owns 14 looms”: how many of something somebody has, all in all. */
export interface Statement {
  readonly sentence: Sentence
  readonly amount: Amount
  readonly owner: Owner
  /** The verb, where two statements must have the same one: “costs”. */
  readonly verb: string | undefined
}

/** Present tense of owning: statements with any of these are about the same thing. */
const owning = new Set(
  'has have owns own operates operate runs run keeps keep houses house contains contain comprises comprise employs employ boasts counts'.split(
    ' '
  )
)
/** These only with themselves. */
const measuring = new Set('cost costs seats seat sleeps weighs employed'.split(' '))

const possessives: ReadonlyMap<string, string> = new Map([
  ['its', 'it'],
  ['their', 'they'],
  ['our', 'we'],
  ['my', 'i']
])
/** “That's 6 ovens” has no owner. */
const contracted = /^(?:that|this|it|he|she|what|there|here|who|where|how|let|one|everyone|today|now)'s$/
const pronouns = new Set(['it', 'they', 'we', 'i'])

/** Words by which a number is that of a time, a case or a plan. */
const elsewhen = new Set(
  `average averaged typically usually sometimes often next originally initially then now later currently
  today former formerly previous previously once grew grown grow growing increased decreased fell rose
  added adding doubled reduced will would could should may might planned plans hopes if when while example
  imagine suppose say either until since before after during except only still already version model
  edition phase option tier variant season round times same instead january february march april june july
  august september october november december`.split(/\s+/)
)
const elsewhere = /\bused to\b|\b(?:1[5-9]|20)\d\ds?\b|["“”«»]/

/** Words in its clause by which a number is that of a part, or a guess. */
const unsure =
  /\b(?:about|around|nearly|almost|roughly|approximately|some|at least|at most|up to|more|less|fewer|over|under|between|another|additional|extra|new|other|others|each|per|every|first|second|third|last|remaining|rest|half|both|or|these|those|such|from)\b/i

/** How far a clause is read on each side. */
const clauseReach = 160
const clauseMark = /[,;:()—–]/

/** The words before a number that `readPossessive`, `readVerb` and `readWhole` ask for. */
const openers = [...possessives.keys(), "['’]s", ...owning, ...measuring, 'to', 'are', 'were', 'all', 'the']
/** Read from the number on, as numbers are rarer than such words; between two words stands no letter. */
const opened = new RegExp(
  `[^a-z\\d](?:${numberStarts})(?<=(?:${openers.join('|')})[^a-z\\d]+(?:${numberStarts}))`,
  'i'
)

/** Whether a statement may stand in a text: a number behind a word that opens one. */
export function mayState(text: string): boolean {
  return opened.test(text)
}

/** All statements of a sentence about how many of something somebody has. */
export function findStatements(sentence: Sentence): Statement[] {
  const amounts = findAmounts(sentence)
  if (amounts.length === 0 || isElsewhen(sentence.text) || sentence.text.endsWith('?')) return []
  const found: Statement[] = []
  for (const amount of amounts) {
    if (unsure.test(clauseOf(sentence, amount))) continue
    const owned =
      readPossessive(sentence, amount) ?? readVerb(sentence, amount) ?? readWhole(sentence, amount)
    if (owned) found.push({sentence, amount, ...owned})
  }
  return found
}

function isElsewhen(text: string): boolean {
  const lower = text.toLowerCase()
  return elsewhere.test(lower) || (lower.match(/\w+/g) ?? []).some((word) => elsewhen.has(word))
}

/** The text around an amount, from one comma to the next. */
function clauseOf({text, words}: Sentence, {from, to}: Amount): string {
  const {start} = words[from] as Word
  const {end} = words[to - 1] as Word
  const before = text
    .slice(Math.max(0, start - clauseReach), start)
    .split(clauseMark)
    .at(-1)
  const [after] = text.slice(end, end + clauseReach).split(clauseMark, 1)
  return `${before}${text.slice(start, end)}${after}`
}

type Owned = Pick<Statement, 'owner' | 'verb'>

/** “its 6 ovens”, “the bakery's 6 ovens”, “Acme's 6 ovens” */
function readPossessive({words, text}: Sentence, {from}: Amount): Owned | undefined {
  const before = lower(words, from - 1)
  if (from === 0 || hasBreak(words, text, from)) return undefined
  const pronoun = possessives.get(before)
  if (pronoun) return {owner: {name: pronoun, kind: 'pronoun'}, verb: undefined}
  if (!/[^']'s$/.test(before) || contracted.test(before)) return undefined
  const owner = readOwnerBefore(words, text, from, true)
  return owner && {owner, verb: undefined}
}

/** “The bakery has 4 ovens”, “the repair, which cost 340,000 pounds” */
function readVerb({words, text}: Sentence, {from}: Amount): Owned | undefined {
  const isHome =
    lower(words, from - 1) === 'to' && lower(words, from - 2) === 'home' && lower(words, from - 3) === 'is'
  const verb = isHome ? 'has' : lower(words, from - 1)
  const isMeasure = measuring.has(verb)
  if (from < 2 || (!isMeasure && !owning.has(verb)) || hasBreak(words, text, from)) return undefined
  const shared = isMeasure ? verb.replace(/s$/, '') : undefined
  let end = isHome ? from - 3 : from - 1
  const isRelative = ['which', 'that', 'who'].includes(lower(words, end - 1))
  if (isRelative) end--
  else if (hasBreak(words, text, end)) return undefined
  const first = lower(words, end - 1)
  if (pronouns.has(first))
    return end === 1 ? {owner: {name: first, kind: 'pronoun'}, verb: shared} : undefined
  const owner = readOwnerBefore(words, text, end, isRelative)
  return owner && {owner, verb: shared}
}

/** “all 17 looms of the museum”, “there are 17 looms in the museum” */
function readWhole({words, text}: Sentence, {from, to}: Amount): Owned | undefined {
  const before = lower(words, from - 1)
  const isThere = ['are', 'were'].includes(before) && lower(words, from - 2) === 'there'
  if (!isThere && before !== 'all' && before !== 'the') return undefined
  const link = lower(words, to)
  // “The 17 looms are old.” It is all of them, whoever owns them.
  if (!isThere && (to === words.length || ['are', 'were', 'have', 'can', 'and'].includes(link)))
    return {owner: {name: '', kind: 'none'}, verb: undefined}
  if (!(isThere ? ['in', 'at'] : ['of', 'in', 'at']).includes(link) || hasBreak(words, text, to))
    return undefined
  const owner = readOwnerAfter(words, text, to + 1)
  return owner && {owner, verb: undefined}
}
