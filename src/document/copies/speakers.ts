import {lazy} from '../lazy.ts'
import type {Block, Document, Paragraph} from '../model.ts'

/** Characters of a name and an office. */
const longestSpeaker = 200

/** “By Ann Lee, Ben Holt and Carla Moss”, without a full stop: who wrote a part of the article. */
const authors = lazy(() => /^(?:Written )?[Bb]y(?:\s(?:(?:and|with|&)\s)?\p{Lu}[\p{L}\p{M}.'’-]*,?){2,40}$/u)

/** Who speaks in two places, below different words. */
export function areSpeakers(here: Paragraph, there: Paragraph, {blocks}: Pick<Document, 'blocks'>): boolean {
  const [before, above] = [blocks[here.index - 1], blocks[there.index - 1]]
  if (!isSpeaker(here, before) || !isSpeaker(there, above)) return false
  return (
    before?.type !== 'paragraph' || above?.type !== 'paragraph' || before.prose.value !== above.prose.value
  )
}

/** “Ann Lee, keeper of the lamp” below a block quotation; with a dash below any paragraph; a byline. */
function isSpeaker({prose: {value}}: Paragraph, above: Block | undefined): boolean {
  if (value.length > longestSpeaker) return false
  const name = value.trim()
  if (authors().test(name)) return true
  if (above?.type !== 'paragraph' || /[.!?…]["”’)]?$/.test(name)) return false
  return above.place === 'quote' || /^[-–—―~]{1,3}\s?\p{Lu}/u.test(name)
}
