import type {Document, Weasel} from '../model.ts'
import {featureNames} from './columns.ts'
import {addContextCues, readArticleCues} from './context.ts'
import type {Cover, Coverage} from './coverage.ts'
import {type Cues, cue} from './cue-names.ts'
import {readCues} from './cues.ts'
import {readMeasures} from './measures.ts'
import {
  countWords,
  type Place,
  readArticleCitations,
  readPlacement,
  readPlaces,
  readTitleWords
} from './placement.ts'
import type {Tokens} from './tokens.ts'
import {type Names, readTopic} from './topic.ts'
import {findWeasel} from './weasels.ts'

/** A sentence that could be a claim, and what is known of it. */
export interface Candidate {
  readonly tokens: Tokens
  readonly cues: Cues
  /** Words that hang it on nobody. */
  readonly weasel: Weasel | undefined
  readonly names: Names
  /** What covers it. */
  readonly cover: Cover | undefined
  /** Its place among all sentences. */
  readonly index: number
  readonly place: Place
  /** How many of its words are in the title. */
  readonly inTitle: number
  /** The features of the article, zeros for those of a sentence. */
  readonly article: Float64Array
}

/** Reads all sentences of an article but their features. */
export function readCandidates(
  document: Document,
  coverage: Coverage,
  all: readonly Tokens[]
): readonly Candidate[] {
  const topic = readTopic(document, all, readTitleWords(document))
  const article = new Float64Array(featureNames.length)
  readArticleCitations(document, all, article)
  const places = readPlaces(document, all, coverage, topic)
  const candidates = all.map((tokens, index): Candidate => {
    const names = topic.namesOf[index] as Names
    return {
      tokens,
      cues: readCues(tokens, names),
      weasel: findWeasel(tokens),
      names,
      cover: coverage.of(tokens.sentence),
      index,
      place: places[index] as Place,
      inTitle: topic.inTitle[index] as number,
      article
    }
  })
  addContextCues(candidates, coverage, readArticleCues(document, topic, candidates, countWords(all)))
  for (let at = 0; at < candidates.length; at++) {
    const {cues, weasel} = candidates[at] as Candidate
    if (weasel) cues.add(cue.weasel)
  }
  return candidates
}

/** Works out the features of a sentence, in the order of `featureNames`; `row` is used again where it is given. */
export function readFeatures(
  {tokens, cues, names, cover, index, place, inTitle, article}: Candidate,
  row: Float64Array = new Float64Array(featureNames.length)
): Float64Array {
  row.set(article)
  cues.mark(row)
  readMeasures(tokens, names, inTitle, row)
  readPlacement(tokens, index, place, cover, row)
  return row
}
