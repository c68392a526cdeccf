import type {Document, Tone} from './model.ts'

const we = new Set("we us our ours ourselves we're we've we'll we'd let's".split(' '))
const you = new Set("you your yours yourself yourselves you're you've you'll you'd".split(' '))

/** Reads how an article speaks from all of its sentences. */
export function readTone({sentences, citations}: Document): Tone {
  const share = (of: ReadonlySet<string>): number => {
    const count = sentences.filter(({words}) => words.some(({key}) => of.has(key))).length
    return count / Math.max(1, sentences.length)
  }
  const count = sentences.reduce((sum, {words}) => sum + words.length, 0)
  return {citations: (citations.length * 100) / Math.max(1, count), we: share(we), you: share(you)}
}
