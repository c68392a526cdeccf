import {lazy} from '../../src/rule/index.ts'

const people =
  '(?:people|adults|americans|britons|europeans|women|men|children|kids|teenagers|adolescents|patients|households|families|workers|employees|employers|consumers|shoppers|borrowers|parents|mothers|fathers|companies|businesses|firms|start-?ups|homes|home ?owners|drivers|voters|girls|boys|pupils|graduates|nurses|doctors|physicians|teachers|farmers|tenants|smokers|marriages|couples|pregnancies|births|deaths|accidents|crashes|injuries|citizens|the population|marketers|recruiters|restaurants)'
/** Whom one speaks of in general; of users, readers and patients many an author has figures of their own. */
const groups =
  '(?:people|consumers|shoppers|companies|businesses|firms|cities|towns|villages|schools|shops|stores|practices|hospitals|brands|organi[sz]ations|travell?ers|owners)'
/** As a habit: “shoppers bought 12 % more” were those of a trial. */
const habit =
  '(?:are|buy|can|earn|eat|feel|get|have|keep|live|lose|make|need|pay|save|sleep|spend|tend|use|will|work)'
const word = "[\\p{L}’'-]{1,30}"
const large = '\\d[\\d.,]{0,12}(?: (?:million|billion|thousand))?'

/** How many of all people, homes or firms, how many each year, or how much likelier one of them is; each behind what it always has. */
const figures: readonly (readonly [hint: RegExp, figure: () => RegExp])[] = [
  // “Nine out of ten new restaurants”, “one in five appointments”; no mark, no stay, no version.
  [
    /[a-z1-9] (?:out of|in) (?:[efhst]|a h|\d)/,
    lazy(
      () =>
        new RegExp(
          `(?<![\\d.,–-] ?)\\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:out of|in) (?:every )?(?:two|three|four|five|six|seven|eight|ten|twenty|(?:a )?hundred|[2-8]|10|20|100)(?: (?!and|in|is|of|on|to|was)${word}){0,2} (?:people|children|men|women|(?!times|years|months|weeks|days|hours|minutes|ways|steps|stars|points|respondents|participants)\\p{Ll}{3,20}s)\\b`,
          'iu'
        )
    )
  ],
  // “74 % of all home owners”
  [
    /\d ?(?:%|per ?cent) of /i,
    lazy(() => new RegExp(`(?:%|cent) of (?:all |the )?(?:${word} ){0,3}${people}\\b`, 'iu'))
  ],
  // “two thirds of households”
  [
    /(?:thirds?|quarters?|fifths?|half) of /i,
    lazy(
      () =>
        new RegExp(
          `\\b(?:thirds?|quarters?|fifths?|half) of (?:all |the )?(?:${word} ){0,2}${people}\\b`,
          'iu'
        )
    )
  ],
  // “Every year 500,000 people are treated for it”
  [/\b(?:every|each|a|per) year\b/i, lazy(() => new RegExp(`(?<![\\d.,])${large} ${people}\\b`, 'iu'))],
  // “The average American household owns 114 books”
  [
    /\bthe average /i,
    lazy(
      () =>
        /\bthe average (?:[\p{L}’'-]{1,20} ){0,2}(?:adult|american|borrower|briton|child|company|consumer|couple|employee|european|family|home|household|man|parent|patient|person|reader|smoker|student|teenager|user|voter|woman|worker) (?:[a-z]{2,12} )?[a-z]{2,12}s (?:[\p{L}-]{1,20} ){0,3}[$€£]?\d/iu
    )
  ],
  // “It takes an average of 23 minutes to get back to a task”
  [
    / average of \d/,
    lazy(
      () =>
        /\b(?:takes?|spends?|los(?:e|es)|earns?|eats?|sleeps?|checks?|reads?|wastes?|works?) (?:[\p{L}’'-]{1,20} ){0,3}an average of [$€£]?\d/iu
    )
  ],
  // “7,000 hives, up from 1,677 ten years ago”
  [/ (?:up|down) from /, lazy(() => /\d\D{1,80}[, ](?:up|down) from (?:\w{4,8} )?[$€£]?\d/)],
  // “Consumers pay 27% more”, “Towns that close their baths lose 18 percent”
  [
    /\d ?(?:%|per ?cent)/i,
    lazy(
      () =>
        new RegExp(
          `^${groups} (?:(?:who|that|which|whose|with|without) (?!(?:I|we|our|\\w+ed)\\b)[^.;:]{1,90} \\d[\\d.,]{0,6} ?(?:%|per ?cent)|${habit} [^.,;:]{0,50}\\d[\\d.,]{0,6} ?(?:%|per ?cent) (?:more|less|fewer|higher|lower|longer|faster|likelier)\\b)`,
          'i'
        )
    )
  ],
  // “three times as likely to fall”
  [
    / likely to /,
    lazy(
      () =>
        /\b(?:twice|(?:two|three|four|five|ten|\d[\d.]{0,5}) times|\d{1,4} ?(?:%|per ?cent)) (?:as|more|less) likely to\b/i
    )
  ]
]

/** The author's own count, or a case that is supposed. */
const own = /\b(?:I|we|our|us|my|if|surveyed|respondents|participants)\b/i

/** Whether a sentence gives a figure of people at large: whoever its author is, they have it from somebody. */
export function isOfPopulation(sentence: string): boolean {
  return (
    figures.some(([hint, figure]) => hint.test(sentence) && figure().test(sentence)) && !own.test(sentence)
  )
}
