import {lazy} from '../../src/rule/index.ts'

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')
const tens: Readonly<Record<string, number>> = {twenty: 20, thirty: 30, forty: 40, fifty: 50, 'a dozen': 12}
const number = `(?:\\d{1,2}|${[...units.slice(1), ...Object.keys(tens)].join('|')})`

/** Things that lists are made of. */
const things =
  'ways|reasons|steps|tips|things|lessons|mistakes|myths|facts|ideas|questions|rules|principles|points|options|types|kinds|categories|areas|factors|examples|features|benefits|advantages|disadvantages|drawbacks|elements|components|phases|stages|topics|themes|issues|problems|challenges|changes|criteria|requirements|methods|approaches|strategies|techniques|trends|signs|secrets|tricks|hacks|habits|goals|objectives|items|tasks|takeaways|recommendations|conditions|qualities|alternatives|essentials|tenets|pillars'

/** A number of things that a lead-in announces at its end: “There are three ways to do it:”. */
const announced = lazy(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}$€£.,/-])(${number}) (?:[\\p{Ll}-]+ ){0,2}(${things})\\b(?!['’])([^.;:!?]{0,80}):$`,
      'iu'
    )
)
/** Words before a number that make it another number, or a part of one. */
const inexact =
  /\b(?:first|last|next|other|another|least|most|than|about|around|almost|nearly|over|under|up to|or|to|of|of the|of these|of our|of those|every|each|some|between|roughly|approximately|only|more|additional|remaining|final|all|both)(?: the| these| those)? $/i

/** A title that is a count: “7 Ways to …”, “The Top 10 …”, “… : five tips for …”. */
const counted = lazy(
  () =>
    new RegExp(
      `(?:^|[:–—|] )(?:the |my |our |these )*(?:(top )?(${number}) (?:of the )?(?:[\\p{L}’'-]+ ){0,4}?[\\p{L}’'-]+s\\b)`,
      'iu'
    )
)
/** What makes a list of it. */
const listed = lazy(
  () =>
    new RegExp(
      `\\b(?:top|best|great|greatest|worst|major|essential|amazing|key|simple|easy|effective|proven|common|popular|must-have)\\b|\\b(?:${things})$`,
      'iu'
    )
)
/** Numbers of other things: times, money, sizes. */
const measured = lazy(
  () =>
    new RegExp(
      `^${number} (?:\\p{L}+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|percent|million|billion|thousand|hundred|dollars?|euros?|people|men|women|kids|children|users|lines|pages|words|times|miles|km|things? we)\\b`,
      'iu'
    )
)

export interface Count {
  readonly value: number
  /** In the text. */
  readonly start: number
  readonly end: number
}

/** What a lead-in promises; nothing when it is about part of a number, or about more than one. */
export function readLeadIn(text: string): Count | undefined {
  const match = announced().exec(text)
  if (!match) return undefined
  const [, digits = '', , rest = ''] = match
  const before = text.slice(0, match.index)
  if (inexact.test(before) || new RegExp(`\\b${number}\\b`, 'i').test(before.slice(-60) + rest))
    return undefined
  return {value: toNumber(digits), start: match.index, end: match.index + match[0].length - rest.length - 1}
}

export function readTitle(text: string): Count | undefined {
  const match = counted().exec(text)
  if (!match) return undefined
  const [whole, , digits = ''] = match
  const start = text.indexOf(digits, match.index)
  const end = match.index + whole.length
  // “Five questions for the chief” is an interview, and “10 best years” are counted by nobody.
  const isList = listed().test(whole) && !/questions$/i.test(whole) && !measured().test(text.slice(start))
  return isList ? {value: toNumber(digits), start, end} : undefined
}

/** The number that a heading or bold line starts with: `3.`, `#3`, `Step 3:`, `Lesson three –`. */
export function readOrdinal(text: string): number | undefined {
  const match =
    /^(?:\p{L}{3,12} )?#?(\d{1,2})(?:[.):–—-]|\s|$)/u.exec(text) ??
    /^\p{L}{3,12} (\p{L}{3,8})\s?[:.–—-]/u.exec(text)
  const value = match ? toNumber(match[1] as string) : Number.NaN
  return value > 0 ? value : undefined
}

function toNumber(text: string): number {
  const word = text.toLowerCase()
  return /^\d/.test(word) ? Number(word) : (tens[word] ?? (units.indexOf(word) + 1 || Number.NaN))
}
