import {createPostings} from '../../src/rule/index.ts'
import {countFrames, type Frames, frameNumbers, readFrame} from './frame-codes.ts'

/** How alike two articles are. */
export interface Likeness {
  /** Frames in common, each counted once. */
  readonly shared: number
  /** Those that are filled otherwise. */
  readonly swapped: number
}

/** An article is compared with so many before it that have a frame in common with it. */
const reach = 8

/** Calls `use` with articles that have a frame in common (`left < right`), by the right one, and how alike they are. */
export function compareAll(
  articles: readonly Frames[],
  use: (left: number, right: number, likeness: Likeness) => void
): void {
  const total = articles.reduce((sum, frames) => sum + countFrames(frames), 0)
  const starts = new Int32Array(articles.length + 1)
  for (const [article, frames] of articles.entries())
    starts[article + 1] = (starts[article] as number) + countFrames(frames)
  const ownerOf = new Int32Array(total)
  const postings = createPostings(frameNumbers, Math.max(1, total), total)
  for (const [article, frames] of articles.entries()) {
    const start = starts[article] as number
    for (let index = 0; index < countFrames(frames); index++) {
      ownerOf[start + index] = article
      postings.add(readFrame(frames, index, 0), start + index)
    }
  }
  // For each frame, the place of the same one in the article before that has it; -2 where it stands in its own again.
  const before = new Int32Array(total).fill(-1)
  postings.drain(2, (_, places, count) => {
    let last = -1
    for (let at = 0; at < count; at++) {
      const place = places[at] as number
      const next = at + 1 < count ? (places[at + 1] as number) : -1
      // The last one in an article tells what fills it.
      if (next >= 0 && ownerOf[next] === ownerOf[place]) before[place] = -2
      else {
        before[place] = last
        last = place
      }
    }
  })
  const fillingAt = (place: number): number => {
    const owner = ownerOf[place] as number
    return readFrame(articles[owner] as string, place - (starts[owner] as number), 1)
  }
  const found = new Map<number, {shared: number; swapped: number}>()
  for (let right = 0; right < articles.length; right++) {
    found.clear()
    for (let place = starts[right] as number; place < (starts[right + 1] as number); place++) {
      let other = before[place] as number
      if (other < 0) continue
      const filling = fillingAt(place)
      for (let left = reach; left > 0 && other >= 0; left--) {
        const owner = ownerOf[other] as number
        const likeness = found.get(owner) ?? {shared: 0, swapped: 0}
        found.set(owner, likeness)
        likeness.shared++
        if (fillingAt(other) !== filling) likeness.swapped++
        other = before[other] as number
      }
    }
    for (const [left, likeness] of found) use(left, right, likeness)
  }
}

/** How alike two articles are by frames that are in order, each once. */
export function compare(left: Frames, right: Frames): Likeness {
  const likeness = {shared: 0, swapped: 0}
  let [here, there] = [0, 0]
  while (here < left.length && there < right.length) {
    const frame = left.slice(here, here + 2)
    const other = right.slice(there, there + 2)
    if (frame === other) {
      likeness.shared++
      if (left.slice(here + 2, here + 4) !== right.slice(there + 2, there + 4)) likeness.swapped++
    }
    if (frame <= other) here += 4
    if (frame >= other) there += 4
  }
  return likeness
}
