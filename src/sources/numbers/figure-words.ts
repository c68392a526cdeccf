import type {Figure} from './quantities.ts'
import {stemOf, stemsOf} from './stems.ts'

/** Words that say the same of an amount: each group in one word. */
const groups = `fall drop decline decrease shrink dip slip
rise grow increase climb jump surge gain
remain stay
begin start open
build construct
weigh weight
cost price
mistake error
fix close
employ employee
die death kill
injure hurt
buy acquire purchase
carry transport
medicine medication drug
toll fee
person people
movie film
auto car
physician doctor
finish complete
height tall high
length long
width wide
depth deep
age old
`
  .trim()
  .split('\n')
const synonyms = new Map<string, string>()
for (const group of groups) {
  const [first = '', ...rest] = [...stemsOf(group)]
  for (const word of rest) if (!synonyms.has(word)) synonyms.set(word, first)
}
synonyms.set('sent', 'send')
synonyms.set('won', 'win')
synonyms.set('averag', 'average')

/** Words that carry no sense of their own beside a figure: verbs of having and being counted. */
const light = new Set(
  [
    ...stemsOf(
      `work works working run runs have get go hold take put give include contain use see count counted record recorded measure
  measured list listed rank now today currently already still just only about around overall own say call tell announce add
  us me these this those here there such shall then follow examine analyse recruit enrol interview survey
  way part thing kind case cases time same year years`
    )
  ].map((stem) => stem)
)

/** The stems of a text that tell what it speaks of, words of one sense as one; without those of figures but their nouns. */
export function wordsOf(text: string, figures: readonly Figure[]): Set<string> {
  let rest = ''
  let last = 0
  for (const {start, end, readings} of figures) {
    rest += `${text.slice(last, start)} ${readings[0]?.noun ?? ''} `
    last = end
  }
  const words = new Set<string>()
  for (const stem of stemsOf(rest + text.slice(last))) words.add(synonyms.get(stem) ?? stem)
  return words
}

/** Whether a word may be left out without telling of something else. */
export function isLight(word: string): boolean {
  return light.has(word)
}

/**
 * Words that tell of which of several things a figure is: which group, which time, which measure. When one side has one
 * that the other lacks, both may be right.
 */
const scopes =
  /\b(?:m[ae]n|wom[ae]n|males?|females?|boys?|girls?|child(?:ren)?|kids?|adults?|young(?:er)?|elder(?:ly)?|old(?:er|est)?|teen\w*|students?|pupils?|urban|rural|cit(?:y|ies)|north\w*|south\w*|east\w*|west\w*|gross|net|pre-?tax|after-tax|median|mean|average|averaged|maximum|max|minimum|min|peak|total|combined|per|each|every|annual\w*|yearly|monthly|weekly|daily|hourly|quarter\w*|half|first|second|third|fourth|last|next|previous\w*|prior|former\w*|earlier|later|latter|original\w*|initial\w*|new|other|another|others|early|late|forecast\w*|expect\w*|predict\w*|project(?:ed|ions?|s)|plan(?:s|ned)?|propos\w*|target\w*|goal|hop(?:e[sd]?|ing)|aim(?:s|ed)?|budget\w*|estimat\w*|will|would|could|may|might|should|if|until|before|after|once|than|not|no|never|without|except|excluding|including|nearly|almost|least|most|up to|only|domestic|foreign|export\w*|import\w*|public|private|full-time|part-time|weekends?|weekdays?|winter|summer|spring|autumn|fall's|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|night|record|high(?:er|est)?|low(?:er|est)?|long(?:er|est)?|short(?:er|est)?|larg(?:er|est)|small(?:er|est)|adjusted|nominal|real|provisional|preliminary|revised|updated?|correct(?:ed|ion)|confirmed|suspected|infected|severe|mild|single|double|joint|both|all|some|this (?:year|month|week|season|quarter|time)|today|so far|yet|once)\b/gi

/** The scope words of a text, in order of the alphabet. */
export function scopesOf(text: string, figures: readonly Figure[]): string[] {
  let rest = ''
  let last = 0
  for (const {start, end} of figures) {
    rest += `${text.slice(last, start)} # `
    last = end
  }
  const found = (`${rest}${text.slice(last)}`.toLowerCase().match(scopes) ?? []).map((word) => stemOf(word))
  return [...new Set(found)].sort()
}
