import type {Document, Paragraph} from '../model.ts'

/** In words. A longer paragraph explains something, and a page explains it once. */
const longestStep = 30
/** “Tell the keeper where …” above one of them, “Tell the keeper where …” above the other. */
const wordsOfStart = 4

/**
 * Tells a sentence that stands in two sequences, beside sentences that begin alike and end in another way: “If the lamp is
 * out, call the tower.” and “If the lamp is broken, call the tower.”, and below each “Say your name first.”
 */
export function createStepCheck({
  blocks
}: Pick<Document, 'blocks'>): (here: Paragraph, there: Paragraph) => boolean {
  const stepAt = (index: number): Paragraph | undefined => {
    const block = blocks[index]
    return block?.type === 'paragraph' && isStep(block) ? block : undefined
  }
  return (here, there) => {
    if (!isStep(here) || !isStep(there) || Math.abs(here.index - there.index) <= 2) return false
    return [-1, 1].some((step) => {
      const [one, other] = [stepAt(here.index + step), stepAt(there.index + step)]
      return one !== undefined && other !== undefined && beginAlike(one, other)
    })
  }
}

/** One whole sentence: words without a full stop are the label of what stands below. */
function isStep({sentences, wordCount, place, prose}: Paragraph): boolean {
  if (place !== 'body' || wordCount > longestStep || sentences.length !== 1) return false
  return /[.!?…]["”’)]{0,2}$/.test(prose.value.trimEnd())
}

/** The same first words, and not the same words. */
function beginAlike({words: one}: Paragraph, {words: other}: Paragraph): boolean {
  if (Math.min(one.length, other.length) <= wordsOfStart) return false
  for (let at = 0; at < wordsOfStart; at++) if (one[at]?.key !== other[at]?.key) return false
  return one.length !== other.length || one.some(({key}, at) => key !== other[at]?.key)
}
