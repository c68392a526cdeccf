import {cueNames} from './cue-names.ts'

/** What can be counted in one sentence; signs are 0 or 1. */
const measureNames = [
  // length and marks
  'words',
  'wordLength',
  'question',
  'exclamation',
  'endsInColon',
  'colon',
  'bracket',
  'quote',
  'semicolon',
  'dash',
  'commas',
  'series',
  // numbers
  'numbers',
  'years',
  'shares',
  'bigNumbers',
  // names
  'names',
  'nameRuns',
  'knownNames',
  'rareNames',
  'titleWords',
  // verbs
  'pastVerbs',
  'be',
  'events',
  'effects',
  'findings',
  // persons
  'first',
  'i',
  'second',
  // classes of words
  'studies',
  'health',
  'law',
  'praise',
  'agents',
  // how it begins
  'opensThe',
  'opensName',
  'opensIn',
  'opensLinked',
  'opensImperative',
  'opensWe',
  'will',
  'helperless'
] as const

/** What can be said of where a sentence stands and of the citations around it; signs are 0 or 1. */
const placementNames = [
  // in its paragraph and the article
  'opensParagraph',
  'endsParagraph',
  'placeInParagraph',
  'placeInArticle',
  'sentencesBefore',
  'sentencesAfter',
  'label',
  // under its heading
  'underClosing',
  'underAdvice',
  'underQuestion',
  'underHistory',
  'underIntroduction',
  'underBenefits',
  'underNothing',
  'headingNames',
  'headingWords',
  // beside its citations
  'cited',
  'linked',
  'attributed',
  'quoted',
  'carried',
  'covered',
  'citedBefore',
  'citedAfter',
  'paragraphCitations',
  'paragraphLinks'
] as const

/** Of the whole article: citations in 100 words; `articleCited` is a share of its sentences. */
const articleNames = ['articleCitations', 'articleLinks', 'articleVoices', 'articleCited', 'lists'] as const

/** The names of all features, by their column in a row: cues (0 or 1), counts and places. */
export const featureNames: readonly string[] = [
  ...cueNames,
  ...measureNames,
  ...placementNames,
  ...articleNames
]

/** The columns of names, from one on. */
function columnsOf<const T extends string>(names: readonly T[], from: number): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, index) => [name, from + index])) as Record<T, number>
}

const firstMeasure = cueNames.length
const firstPlacement = firstMeasure + measureNames.length
const firstOfArticle = firstPlacement + placementNames.length

/** Columns by name; a cue has its number, and some have the name of a measure. */
export const measure = columnsOf(measureNames, firstMeasure)
export const placement = columnsOf(placementNames, firstPlacement)
export const ofArticle = columnsOf(articleNames, firstOfArticle)
