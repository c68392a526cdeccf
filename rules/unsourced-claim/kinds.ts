import type {ClaimKind} from '../../src/rule/index.ts'

/** How an editor speaks of a claim. */
export interface Words {
  readonly name: string
  /** What would satisfy. */
  readonly expected: string
  readonly why: string
}

/** The kind of a claim is a guess: without such words in the sentence its own words could be wrong. */
interface FittingWords extends Words {
  readonly fits: RegExp
}

/** For a claim of any kind. */
export const plainClaim: Words = {
  name: 'claim',
  expected: 'a link to a named source that says so',
  why: 'A reader cannot check it; say where it comes from, or leave it out'
}

const certificate: FittingWords = {
  name: 'claim',
  expected: 'a link to the certificate or the register that lists it',
  why: 'Certificates name their scope and expire; a reader needs the place to look this one up',
  fits: /\b(?:certified|certifications?|accredited|accreditations?|licensed|ISO \d+)\b/
}

export const figure: Words = {
  name: 'figure',
  expected: 'a link to where it comes from',
  why: 'Others will pass the figure on; without its origin nobody can tell whether it is right or how old it is'
}

/** The words for each kind, the first that fit the sentence. */
export const words: Readonly<Record<ClaimKind, readonly FittingWords[]>> = {
  quantity: [
    {
      ...figure,
      name: 'claim',
      expected: 'a link to where its figures come from',
      fits: /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|quarter|percent|double[ds]?|twice|(?:hundred|thousand|[mb]illion)s?)\b/i
    }
  ],
  study: [
    {
      name: 'finding',
      expected: 'the study by name, with a link',
      why: 'A reader cannot look up a study that is not named',
      fits: /\b(?:stud(?:y|ies)|research|surveys?|polls?|trials?|experiments?|analys[ei]s|reviews?|papers?|findings?|evidence|census)\b.{0,60}\b(?:f(?:ou|i)nds?|show|shows|showed|shown|suggest|reveal|confirm|indicat|link|demonstrat|conclud(?!ed (?:in|on|at|after|last)\b)|report|estimat|prov|discover)/i
    },
    {
      name: 'statement',
      expected: 'who says so by name, with a link',
      why: 'A reader cannot ask people who are not named',
      fits: /\b(?:experts?|specialists?|analysts?|historians?|scientists?|researchers?|economists?|doctors?|physicians?|critics?|officials?|observers?|scholars?|engineers?|users?|customers?|reviewers?|authorities|insiders?|commentators?|academics?|(?:many|some|most|people) (?:say|believe|argue|think|agree|claim))\b/i
    }
  ],
  rank: [
    certificate,
    {
      name: 'superlative',
      expected: 'who ranks or counts it so, and as of when',
      why: 'What is first depends on who counts, what and when; without that it is praise',
      fits: /\b(?:most|least|best|worst|top|the leading|first|only|record|unmatched|unrivall?ed|number one|no\. ?1|(?:larg|bigg|great|high|low|fast|old|young|long|strong|rich|cheap|small|new|earli|hard|saf)(?:i?est))\b/i
    }
  ],
  effect: [
    {
      name: 'effect',
      expected: 'a study or an authority that says so',
      why: 'A reader may act on it, and cannot see who found it out',
      fits: /\b(?:reduc|lower|rais|increas|improv|boost|cur[ei]|prevent|protect|caus|lead(?:s|ing)? to|led to|strengthen|weaken|reliev|help|harm|damag|heal|treat|cut|shrink|slow|speed|risk|accelerat|promot|stimulat|contribut|result)/i
    }
  ],
  fact: [certificate],
  forecast: [
    {
      name: 'forecast',
      expected: 'a link to where that was said',
      why: 'It is named whose forecast it is; a reader needs the place to weigh it',
      fits: /(?<![\p{L}\d’'-])(?!(?:He|She|It|They|We|This|That|Nobody|Everybody|Who|Many|Some|Most)\b)\p{Lu}[\p{L}\d]+ (?:(?:also|now|still) )?(?:expects|projects|predicts|forecasts|anticipates|believes|plans to|intends to|aims to|hopes to)\b/u
    },
    {
      name: 'forecast',
      expected: 'who plans or expects it, and where they said so',
      why: 'Nobody knows the future; a reader can only weigh whose forecast it is',
      fits: /\b(?:will|would|going to|set to|poised to|due to|likely (?:to|that)|will likely|(?<!than )expect(?:s|ed|ing)?|plan(?:s|ned|ning)? (?:to|for)|project(?:s|ed)|predict(?:s|ed)?|forecasts?|aims? to|intends? to|hopes? to|exploring|by 20\d\d)\b/i
    }
  ],
  quotation: [
    {
      name: 'quotation',
      expected: 'who said it, and where',
      why: 'Quoted words are looked up word by word; a reader needs the place where they stand',
      fits: /["“”„«»]/
    }
  ]
}
