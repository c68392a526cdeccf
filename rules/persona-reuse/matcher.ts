import type {Biography} from './biographies.ts'

/** Share of the shorter biography's runs of words that stand in the other. */
const leastShare = 0.7
const runLength = 3
/** A run in more biographies than that is a phrase of the trade. */
const mostPlaces = 40

/** Finds, of the biographies given before, the one with the same words, and keeps the new one. */
export function createMatcher<Place extends Biography>(): (
  one: Place,
  accepts: (other: Place) => boolean
) => Place | undefined {
  const exact = new Map<string, Place[]>()
  const byRun = new Map<string, {place: Place; runs: number}[]>()
  return (one, accepts) => {
    const same = exact.get(one.words)
    const runs = runsOf(one.words)
    let found = same?.find(accepts)
    if (!found && !same) found = findNear(runs, accepts)
    // The same words under the same name are known already.
    if (same?.some(({name}) => name === one.name)) return found
    if (same) {
      if (same.length < mostPlaces) same.push(one)
      return found
    }
    exact.set(one.words, [one])
    for (const run of runs) {
      const list = byRun.get(run) ?? []
      byRun.set(run, list)
      if (list.length <= mostPlaces) list.push({place: one, runs: runs.size})
    }
    return found
  }

  function findNear(runs: ReadonlySet<string>, accepts: (other: Place) => boolean): Place | undefined {
    const shared = new Map<Place, {count: number; runs: number}>()
    for (const run of runs) {
      const list = byRun.get(run) ?? []
      if (list.length > mostPlaces) continue
      for (const {place, runs: size} of list) {
        const known = shared.get(place)
        if (known) known.count++
        else shared.set(place, {count: 1, runs: size})
      }
    }
    for (const [place, {count, runs: size}] of shared)
      if (count >= leastShare * Math.min(size, runs.size) && accepts(place)) return place
    return undefined
  }
}

function runsOf(words: string): ReadonlySet<string> {
  const list = words.split(' ')
  return new Set(list.slice(runLength - 1).map((_, index) => list.slice(index, index + runLength).join(' ')))
}
