import {bitsOf} from './claims/tokens.ts'
import {isYear} from './claims/topic.ts'
import {word} from './claims/words.ts'
import type {Document, Tone} from './model.ts'

const we = new Set("we us our ours ourselves we're we've we'll we'd let's".split(' '))

/** Bounds that part articles whose plain sentences need sources from those whose author looks after them. */
const careful = {citations: 0.2, we: 0.1, you: 0.2, imperatives: 0.3}
/** The same of a story: people who did things, in no year. */
const story = {persons: 0.3, past: 0.5, years: 0.02}

/** Reads how an article speaks from all of its sentences. */
export function readTone({sentences, citations}: Document): Tone {
  const counts = {words: 0, we: 0, you: 0, imperatives: 0, persons: 0, past: 0, years: 0}
  for (const {words} of sentences) {
    let all = 0
    let hasWe = false
    let hasI = false
    let hasYear = false
    words.forEach(({key, text}, index) => {
      const own = bitsOf(key)
      all |= own
      if (own & word.first) {
        if (we.has(key)) hasWe = true
        else hasI = true
      }
      if (index === 0 && own & word.imperative && text !== key) counts.imperatives++
      hasYear ||= isYear(key)
    })
    counts.words += words.length
    if (hasWe) counts.we++
    if (hasYear) counts.years++
    if (all & word.second) counts.you++
    if (all & word.third || hasI) counts.persons++
    if (all & word.past) counts.past++
  }
  const share = (count: number): number => count / Math.max(1, sentences.length)
  const isStory =
    share(counts.persons) >= story.persons &&
    share(counts.past) >= story.past &&
    share(counts.years) < story.years
  const tone = {
    citations: (citations.length * 100) / Math.max(1, counts.words),
    we: share(counts.we),
    you: share(counts.you)
  }
  const isCareful =
    tone.citations > careful.citations ||
    tone.we > careful.we ||
    tone.you > careful.you ||
    share(counts.imperatives) > careful.imperatives ||
    isStory
  return {...tone, isCareful}
}
