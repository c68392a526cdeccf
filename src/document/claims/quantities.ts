import {lazy} from '../lazy.ts'
import type {Range, Sentence} from '../model.ts'
import {createPhraseMatcher} from '../prose/phrases.ts'
import {endOfPercent, type Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

const big =
  '(massive|vast|huge|enormous|immense|tremendous|staggering|substantial|significant|sizable|sizeable|unprecedented)'
const measurable =
  `(amount|amounts|quantity|quantities|volume|volumes|number|numbers|dataset|datasets|sum|sums|scale|expenditure|
  expenditures|investment|investments|saving|savings|growth|increase|increases|decrease|decreases|reduction|reductions|audience|
  catalog|catalogue|market|markets|traffic|workload|workloads|revenue|revenues|profit|profits|loss|losses|cost|costs|demand|share)`.replace(
    /\s+/g,
    ''
  )
const part = '(portion|share|part|proportion|percentage|fraction|chunk|majority|segment|number|amount)'
const change =
  `(reduce|reduces|reduced|reducing|increase|increases|increased|increasing|improve|improves|improved|improving|boost|boosts|
  boosted|cut|cuts|lower|lowers|lowered|raise|raises|raised|outperform|outperforms|grow|grows|grew|grown|accelerate|accelerates|
  accelerated|shorten|shortens|shortened|expand|expands|expanded|decline|declined|drop|dropped|rise|rises|rose|risen)`.replace(
    /\s+/g,
    ''
  )
const many = '(dozens|hundreds|thousands|millions|billions|trillions)'

/** Words of size where a number belongs. */
const phrases = [
  `${many} of _`,
  `(tens|hundreds|scores) of ${many} of _`,
  `(a|the|) (significant|substantial|considerable|sizable|sizeable|large|huge|vast|growing|big|major) ${part} of _`,
  `${big} ${measurable}`,
  `${big} _ ${measurable}`,
  `(large|vast) (amounts|quantities|volumes|numbers|sums) of _`,
  'a (wide|broad|vast|huge|rich|diverse|) (variety|range|array|multitude|plethora|host|myriad|wealth) of _',
  '(numerous|countless|innumerable) _',
  '(much|most) of (its|their|his|her) _',
  `(significantly|dramatically|drastically|massively|substantially|considerably|greatly|vastly|exponentially) ${change}`,
  `${change} (significantly|dramatically|drastically|massively|substantially|considerably|exponentially)`,
  'in (milliseconds|seconds|minutes)'
]

const matcher = createPhraseMatcher(phrases)

/** The first words of size without a number, `[start, end)` in the sentence; none where the sentence has a figure. */
export function findVague({sentence, words, traits}: Tokens): Range | undefined {
  if (traits & trait.number) return undefined
  for (const {start, end, to} of matcher.match(words, sentence.text)) {
    const text = sentence.text.slice(start, end)
    // "Thousands of times" is a figure of speech; "thousands of years ago" nobody has counted.
    if (/\bof (?:times|ways|us|them|years)$/.test(text)) continue
    if (text.startsWith('in ') && isUnit.test(sentence.text.slice(0, start))) continue
    // "a large part of its staff", "millions of the": the noun, or none.
    const isOpen = /\bof (?:the|its|their|his|her|our|a|an)$/.test(text)
    if (isOpen) return [start, words[to - 3]?.end ?? end]
    return [
      start,
      / of |^(?:numerous|countless|innumerable) /i.test(text) ? endOfNoun(sentence.text, text, end) : end
    ]
  }
  return undefined
}

/** "The interval in seconds", "a timeout, measured in minutes", "the delay (in seconds)": the unit, not how fast. */
const isUnit =
  /\($|\b(?:time|times|interval|intervals|delay|delays|timeout|timeouts|duration|durations|length|age|period|lifetime|value|values|number|measured|given|specified|expressed|counted|is|are|set) $/i

/** "thousands of local", "235,000 unique", "0.8 % of global": what is counted comes after it, "shops" and "GDP". */
const openNoun = /(?<!s|tion|ity|ment|people|children|men|women|population|public)$/
const counted = lazy(
  () =>
    /^(?: (?!(?:on|in|at|for|to|from|with|and|or|by|than|that|who|which|are|is|was|were|has|have|had|will|can)\b)[\p{L}-]{2,20})? (?!is\b|was\b|has\b|as\b|this\b|its\b)(?:[\p{L}-]+(?<!s)s|feet|people|\p{Lu}{2,5}(?! \p{Ll}))\b/u
)

/** Where the noun ends that words of size count, when these end at `end` before it. */
export function endOfNoun(sentence: string, words: string, end: number): number {
  if (!openNoun.test(words)) return end
  return end + (counted().exec(sentence.slice(end, end + 60))?.[0].length ?? 0)
}

/** “Nine out of ten new restaurants”, “one in five appointments” */
const shareOfAll = lazy(
  () =>
    /(?<![\d.,] ?)\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:out of|in) (?:every )?(?:two|three|four|five|six|seven|eight|ten|twenty|[1-9]\d{0,2})\b(?: (?!and|in|is|of|on|to)\p{Ll}{3,20}){0,2} \p{Ll}{2,20}(?:s|men|people|children)\b/iu
)

/** Behind “ten years”, which then are a time and no figure. */
const whence = new Set(['after', 'ago', 'before', 'earlier', 'later'])

/** The figure of a sentence with what it counts, `[start, end)` in the sentence: "$3.5 million", "40 million users". */
export function findFigure({words, facts, sentence: {text}}: Tokens): Range | undefined {
  const share = shareOfAll().exec(text)
  if (share) return [share.index, share.index + share[0].length]
  const bitsAt = (index: number): number => facts[index]?.bits ?? 0
  const isMoney = (start: number): boolean => start > 0 && '$€£¥'.includes(text.charAt(start - 1))
  const first = words.findIndex(({start, end}, index) => {
    const own = bitsAt(index)
    if (own & word.magnitude) return true
    // “from 90 ten years ago”: the unit is that of the next number.
    const next = bitsAt(index + 1)
    const counts = (next | (next & word.number ? 0 : bitsAt(index + 2))) & (word.unit | word.magnitude)
    if (facts[index]?.shape !== 'number')
      return (
        own & word.number && next & (word.unit | word.magnitude) && !whence.has(facts[index + 2]?.key ?? '')
      )
    return counts || isMoney(start) || endOfPercent(text, end) > end
  })
  const at =
    first < 0 ? facts.findIndex(({traits}) => traits & trait.number && !(traits & trait.year)) : first
  const from = words[at]
  if (!from) return undefined
  const start = isMoney(from.start) ? from.start - 1 : from.start
  let last = at
  while (bitsAt(last + 1) & word.magnitude) last++
  const end = words[last]?.end ?? from.end
  const percent = endOfPercent(text, end)
  if (percent > end) return [start, percent]
  const next = words[last + 1]
  const counts =
    next &&
    facts[last + 1]?.shape === 'lower' &&
    next.text.length > 2 &&
    next.start === end + 1 &&
    !smallWords.has(next.text)
  return [start, counts ? next.end : end]
}

const smallWords = new Set(
  'and are but for from had has was were the than that with will when while who which into its per'.split(' ')
)

/** The same range in the source. */
export function inSource(sentence: Sentence, [start, end]: Range): Range {
  return sentence.at(start, end - start)
}
