import type {Facts} from './facts.ts'
import type {Kind, Link} from './links.ts'
import type {Spot} from './spots.ts'

/** Paragraphs `from` to `to` of an article, by their indexes. */
interface Place {
  readonly article: number
  readonly from: number
  readonly to: number
}

/** Neighbouring paragraphs that stand elsewhere too. */
export interface Run {
  readonly kind: Kind
  readonly place: Place
  readonly others: readonly Place[]
  /** Number of articles it stands in. */
  readonly articles: number
  /** Number of paragraphs, and of their words. */
  readonly count: number
  readonly words: number
  /** 0-1: of the paragraph that is reworded most. */
  readonly similarity: number
}

/** Between the neighbours of a run one paragraph may stand that is not shared. */
const reach = 2

/** Joins links from neighbours to neighbours; boilerplate where it stands in the same number of articles. */
export function joinNeighbours(links: readonly Link[]): Run[] {
  const runs: Run[] = []
  const open = new Map<string, number>()
  for (const {spot, others, articles, words, kind, similarity} of links) {
    const {article, paragraph} = spot
    const isBoilerplate = kind === 'boilerplate'
    const key = isBoilerplate ? `${article} in ${articles}` : `${article} of ${others[0]?.article}`
    const at = open.get(key) ?? runs.length
    const last = runs[at]
    const isNext = last !== undefined && isAfter(last.place, paragraph) && isSame(last.others, others)
    const run: Run = isNext
      ? {
          ...last,
          kind: joined(last.kind, kind),
          place: {...last.place, to: paragraph},
          others: last.others.map((place, index) => ({...place, to: others[index]?.paragraph ?? place.to})),
          count: last.count + (paragraph === last.place.to ? 0 : 1),
          words: last.words + words,
          similarity: Math.min(last.similarity, similarity)
        }
      : {
          kind,
          place: {article, from: paragraph, to: paragraph},
          others: others.map((other) => ({
            article: other.article,
            from: other.paragraph,
            to: other.paragraph
          })),
          articles,
          count: 1,
          words,
          similarity
        }
    const place = isNext ? at : runs.length
    runs[place] = run
    open.set(key, place)
  }
  return runs
}

function isAfter({to}: Place, paragraph: number): boolean {
  return paragraph >= to && paragraph <= to + reach
}

/** Whether the next places follow the last ones in the same articles. */
function isSame(places: readonly Place[], spots: readonly Spot[]): boolean {
  return places.every((place, index) => {
    const spot = spots[index]
    return spot !== undefined && spot.article === place.article && isAfter(place, spot.paragraph)
  })
}

/** A run is called by the least exact of its paragraphs. */
function joined(left: Kind, right: Kind): Kind {
  if (left === right) return left
  return left === 'near' || right === 'near' ? 'near' : 'contained'
}

/**
 * Leaves out what two articles share where it is little: an author may say a thing again. Where one run is enough to
 * be named, little ones beside it are left out too.
 */
export function dropSlight(
  runs: readonly Run[],
  articles: readonly Facts[],
  {minParagraphs, minShare}: {readonly minParagraphs: number; readonly minShare: number}
): Run[] {
  const pairOf = ({place, others}: Run): string => `${place.article} ${others[0]?.article}`
  const isGrave = ({place, others}: Run, count: number, words: number): boolean => {
    const lengths = [place, ...others].map(({article}) => articles[article]?.words ?? 0)
    return count >= minParagraphs || words >= minShare * Math.min(...lengths)
  }
  const pairs = new Map<string, {count: number; words: number; hasGrave: boolean}>()
  for (const run of runs) {
    if (run.kind === 'boilerplate') continue
    const {count, words, hasGrave} = pairs.get(pairOf(run)) ?? {count: 0, words: 0, hasGrave: false}
    pairs.set(pairOf(run), {
      count: count + run.count,
      words: words + run.words,
      hasGrave: hasGrave || isGrave(run, run.count, run.words)
    })
  }
  return runs.filter((run) => {
    const pair = pairs.get(pairOf(run))
    if (run.kind === 'boilerplate' || pair === undefined) return true
    return pair.hasGrave ? isGrave(run, run.count, run.words) : isGrave(run, pair.count, pair.words)
  })
}
