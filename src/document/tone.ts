import type {Document, Tone} from './model.ts'

const we = new Set("we us our ours ourselves we're we've we'll we'd let's".split(' '))
const you = new Set("you your yours yourself yourselves you're you've you'll you'd".split(' '))
const persons = new Set('he him his she her hers i me my mine himself herself'.split(' '))
const past = new Set(
  'was were had did said went came took made saw knew thought told stood looked turned felt'.split(' ')
)
const imperatives = new Set(
  `add ask avoid bake beat bring check choose click clean combine cook cover cut drain dry fill fold follow go heat hold
  install keep knead leave let mix never open place pour press pull push put remove rest run rinse roll save select set
  slice spread sprinkle stir take tap tie try turn type use wait wash whisk wipe write`.split(/\s+/)
)

/** Bounds that part articles whose plain sentences need sources from those whose author looks after them. */
const careful = {citations: 0.2, we: 0.1, you: 0.2, imperatives: 0.3}
/** The same of a story: people who did things, in no year. */
const story = {persons: 0.3, past: 0.5, years: 0.02}

/** Reads how an article speaks from all of its sentences. */
export function readTone({sentences, citations}: Document): Tone {
  const shareOf = (test: (keys: readonly string[]) => boolean): number =>
    keysOf.filter(test).length / Math.max(1, keysOf.length)
  const keysOf = sentences.map(({words}) => words.map(({key}) => key))
  const having = (of: ReadonlySet<string>): number => shareOf((keys) => keys.some((key) => of.has(key)))
  const words = keysOf.reduce((sum, keys) => sum + keys.length, 0)
  const tone = {citations: (citations.length * 100) / Math.max(1, words), we: having(we), you: having(you)}
  const isStory = (): boolean =>
    having(persons) >= story.persons &&
    shareOf((keys) => keys.some((key) => past.has(key) || key.endsWith('ed'))) >= story.past &&
    shareOf((keys) => keys.some((key) => /^(?:1\d|20)\d\ds?$/.test(key))) < story.years
  const isCareful =
    tone.citations > careful.citations ||
    tone.we > careful.we ||
    tone.you > careful.you ||
    shareOf(([first = '']) => imperatives.has(first)) > careful.imperatives ||
    isStory()
  return {...tone, isCareful}
}
