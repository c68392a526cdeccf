import type {Node} from 'unist'
import type {Range} from '../model.ts'

/** Where a node stands; the very start, where a plugin made it up and gave it no place. */
export function rangeOf({position}: Node): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}
