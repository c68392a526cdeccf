import type {Coverage} from '../coverage.ts'
import type {Document, Weasel} from '../model.ts'
import {addContextCues, readArticleCues} from './context.ts'
import {type Cue, cueNames} from './cue-names.ts'
import {readCues} from './cues.ts'
import {countNames, noMeasures, readMeasures} from './measures.ts'
import {countWords, noPlacement, readArticleCitations, readPlacements, readTitleWords} from './placement.ts'
import type {Tokens} from './tokens.ts'
import {readTopic} from './topic.ts'
import {findWeasel} from './weasels.ts'

/** A sentence that could be a claim, and what is known of it. */
export interface Candidate {
  readonly tokens: Tokens
  readonly cues: ReadonlySet<Cue>
  /** Words that hang it on nobody. */
  readonly weasel: Weasel | undefined
  /** For each word whether it is a name. */
  readonly names: readonly boolean[]
  /** Works out its features, in the order of `featureNames`. */
  readonly features: () => Float64Array
}

const articleFeatures = [
  'articleCitations',
  'articleLinks',
  'articleVoices',
  'articleCited',
  'lists'
] as const

/** The names of all features: cues (0 or 1), counts and places. */
export const featureNames: readonly string[] = [
  ...cueNames,
  ...Object.keys(noMeasures),
  ...Object.keys(noPlacement),
  ...articleFeatures
]

const cueIndex: ReadonlyMap<Cue, number> = new Map(cueNames.map((cue, index) => [cue, index]))

/** Reads all features of the sentences of an article. */
export function readCandidates(
  document: Document,
  coverage: Coverage,
  all: readonly Tokens[]
): readonly Candidate[] {
  const topic = readTopic(document, all)
  const counts = countNames(all, topic)
  const title = readTitleWords(document)
  const cued = all.map((tokens) => ({tokens, cues: readCues(tokens, topic)}))
  addContextCues(cued, coverage, readArticleCues(document, topic, cued, countWords(all)))
  const placements = readPlacements(document, all, coverage, (lower) => counts.has(lower))
  const citations = readArticleCitations(document, all)
  const article = articleFeatures.map((name) => citations[name])
  return cued.map(({tokens, cues}, index) => {
    const weasel = findWeasel(tokens)
    if (weasel) cues.add('weasel')
    const features = (): Float64Array => {
      const row = new Float64Array(featureNames.length)
      for (const cue of cues) row[cueIndex.get(cue) ?? 0] = 1
      copy(Object.values(readMeasures(tokens, topic, counts, title)), row, cueNames.length)
      copy(Object.values(placements[index] ?? noPlacement), row, cueNames.length + measureCount)
      copy(article, row, featureNames.length - article.length)
      return row
    }
    return {tokens, cues, weasel, names: topic.namesOf(tokens), features}
  })
}

const measureCount = Object.keys(noMeasures).length

/** `TypedArray.set` is several times slower for arrays of whole and broken numbers. */
function copy(from: readonly number[], to: Float64Array, start: number): void {
  for (let index = 0; index < from.length; index++) to[start + index] = from[index] as number
}
