import {splitSentences} from '../document/sentences.ts'
import {isRow} from './page-index.ts'

/** Characters of a passage that are shown. */
const longestPassage = 300
/** A block that is longer is cut around the figure before its sentences are looked for. */
const around = 1500

interface Place {
  readonly start: number
  readonly end: number
}

/** The sentence or the row of a table around a place of a block, cut to 300 characters. */
export function passageAt(block: string, {start, end}: Place): string {
  const from = Math.max(0, start - around)
  const near = block.slice(from, end + around)
  const sentence = isRow(block)
    ? [0, near.length]
    : splitSentences(near).find(([first, last]) => first <= start - from && start - from < last)
  const [first, last] = (sentence ?? [0, near.length]) as [number, number]
  const passage = near.slice(first, last)
  if (passage.length <= longestPassage) return passage.trim()
  const middle = Math.min(Math.max(0, start - from - first - 140), passage.length - longestPassage + 2)
  const cut = passage.slice(middle, middle + longestPassage - 2).trim()
  return `${middle > 0 ? '…' : ''}${cut}${middle + longestPassage - 2 < passage.length ? '…' : ''}`
}
