/** What a word shows beside its classes; bits. */
export const trait = {
  number: 1,
  year: 1 << 1,
  /** "1,200", "12000" */
  bigNumber: 1 << 2,
  percent: 1 << 3,
  /** "we", "our", as somebody who belongs to a house says it. */
  we: 1 << 4,
  /** "we" or "let's": an author who takes the reader along. */
  together: 1 << 5,
  /** "I", "my" */
  singular: 1 << 6,
  helper: 1 << 7,
  will: 1 << 8,
  /** "was", "had" */
  pastHelper: 1 << 9,
  /** "was", "had", which nothing makes an adjective. */
  plainPast: 1 << 10,
  preposition: 1 << 11,
  determiner: 1 << 12,
  pronoun: 1 << 13,
  indefinite: 1 << 14,
  the: 1 << 15,
  /** "baker", "older": who acts, or a comparison. */
  agent: 1 << 16,
  gerund: 1 << 17,
  /** "teams", not "this" */
  plural: 1 << 18,
  /** Ends in "ed". */
  participle: 1 << 19,
  /** One of the words that a statement hung on nobody has. */
  hanging: 1 << 20,
  /** "1,200" */
  comma: 1 << 21
} as const

/** The traits that no ending shows, each with its words between blanks. */
export const traitLists: readonly (readonly [trait: number, words: string])[] = [
  [trait.percent, 'percent'],
  [trait.we, "we us our ours we're we've we'll we'd"],
  [trait.together, "we us our ours ourselves we're we've we'll we'd let's"],
  [trait.singular, "i my me i'm i've i'd i'll"],
  [
    trait.helper,
    'is are was were be been has have had do does did can could will would may might must should shall'
  ],
  [trait.will, 'will'],
  [trait.pastHelper, 'was were had did'],
  [trait.plainPast, 'was were had'],
  [trait.preposition, 'in on by during after before since at from with for as'],
  [
    trait.determiner,
    `a an the of and or its their his her your our my more most well highly very for with to in from by as on that these those
    no any each every`
  ],
  [trait.pronoun, 'it they its their'],
  [trait.indefinite, 'a an each every any no'],
  [trait.the, 'the']
]
