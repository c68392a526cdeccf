/**
 * Numbers filed by key, for millions of them: those of one key come out together. They are parted by key first and each
 * part is ordered while the processor has it at hand, so time and memory grow with their number.
 */
export interface Postings {
  /** Files a value under a key; both are whole numbers from 0 on. */
  add(key: number, value: number): void
  /**
   * Calls `use` with each key that has `least` values or more, by key, and with its values in order: the first `count`
   * of a list that is used again. All that was filed is gone afterwards.
   */
  drain(least: number, use: (key: number, values: Int32Array, count: number) => void): void
}

/** So many numbers are ordered at a time. */
const partSize = 32_768
const mostParts = 4096

/** Keys and values are below `keys` and `values`; about `expected` will be filed. */
export function createPostings(keys: number, values: number, expected: number): Postings {
  const count = Math.min(mostParts, 2 ** Math.ceil(Math.log2(Math.max(1, expected / partSize))))
  const share = Math.ceil(keys / count)
  // A power of two, so that dividing by it is exact.
  const width = 2 ** Math.ceil(Math.log2(Math.max(2, values)))
  const capacity = Math.ceil((expected / count) * 1.1) + 16
  const parts = Array.from({length: count}, () => ({numbers: new Float64Array(capacity), length: 0}))
  return {
    add(key, value) {
      const index = Math.floor(key / share)
      const part = parts[index]
      if (!part) throw new RangeError(`Unexpected key ${key}, expected one below ${keys}`)
      if (part.length === part.numbers.length) {
        const larger = new Float64Array(2 * part.length)
        larger.set(part.numbers)
        part.numbers = larger
      }
      part.numbers[part.length++] = (key - index * share) * width + value
    },
    drain(least, use) {
      let group = new Int32Array(1024)
      for (const [index, part] of parts.entries()) {
        const numbers = order(part.numbers.subarray(0, part.length), share * width)
        part.numbers = new Float64Array(0)
        part.length = 0
        for (let at = 0; at < numbers.length; ) {
          // So far apart they have not one key: of runs of words most keys have one value, and dividing takes longest.
          if (least > 1 && (numbers[at + 1] ?? Infinity) - (numbers[at] as number) >= width) {
            at++
            continue
          }
          const key = Math.floor((numbers[at] as number) / width)
          const start = key * width
          const first = at
          while (at < numbers.length && (numbers[at] as number) < start + width) at++
          if (at - first < least) continue
          if (at - first > group.length) group = new Int32Array(2 * (at - first))
          for (let from = first; from < at; from++) group[from - first] = (numbers[from] as number) - start
          use(index * share + key, group, at - first)
        }
      }
    }
  }
}

/** Shifts for each number, above which a part is crowded and sorted as any list. */
const mostShifts = 8

/** Numbers below `limit`, which lie about evenly, in order: each goes to where it should be, and the rest is little. */
function order(numbers: Float64Array, limit: number): Float64Array {
  const size = numbers.length
  if (size < 64) return numbers.sort()
  const binOf = (number: number): number => Math.min(size - 1, Math.floor((number / limit) * size))
  const ends = new Int32Array(size + 1)
  for (let at = 0; at < size; at++) {
    const bin = binOf(numbers[at] as number) + 1
    ends[bin] = (ends[bin] as number) + 1
  }
  for (let bin = 1; bin <= size; bin++) ends[bin] = (ends[bin] as number) + (ends[bin - 1] as number)
  const ordered = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    const number = numbers[at] as number
    const bin = binOf(number)
    const place = ends[bin] as number
    ends[bin] = place + 1
    ordered[place] = number
  }
  let shifts = mostShifts * size
  for (let at = 1; at < size; at++) {
    const number = ordered[at] as number
    let place = at
    for (; place > 0 && (ordered[place - 1] as number) > number; place--)
      ordered[place] = ordered[place - 1] as number
    ordered[place] = number
    shifts -= at - place
    if (shifts < 0) return ordered.sort()
  }
  return ordered
}
