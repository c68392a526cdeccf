import {defineRule, type Range, splitWords, type Word} from '../../src/rule/index.ts'
import {findRuns, keysOf, type Run} from './runs.ts'

/** Words that don't make a search phrase by themselves; it neither begins nor ends with one. */
const small = new Set(
  'a an the and or of to in on for with by from at as is are was be that this it its your our you we i vs into'.split(
    ' '
  )
)
/** Openings of search phrases: what follows is no name, however it is written. */
const searching = new Set(
  'buy get hire find best top cheap cheapest affordable how where order rent download free online'.split(' ')
)

/** A phrase of this many words does not come back word for word by itself, unless it is a term: “separation of church and state”. */
const longPhrase = 5
const leastContent = 4
/** A shorter one counts where it is a search: “buy cheap garden sheds”. */
const shortPhrase = 4
const shortRepeats = 6
/** Of five words, three times may be chance: “your first open source project”. */
const moreRepeats = 1
/** Longer, it is no title. */
const longestTitle = 40
const mostRelated = 9

export default defineRule({
  id: 'keyword-stuffing',
  summary: 'Flag a long phrase of the title that the text repeats word for word, over and over.',
  category: 'style',
  recommended: 'warn',
  options: {
    minRepeats: {
      type: 'number',
      default: 3,
      minimum: 2,
      description:
        'Times a phrase of six or more words must stand in headings and text; one of five words that opens like no search, once more'
    },
    density: {
      type: 'number',
      default: 2,
      minimum: 0,
      description: 'The same in 1,000 words'
    },
    allow: {type: 'strings', default: [], description: 'Phrases that are fine, such as names'}
  },
  messages: {
    repeated: (data: {text: string; count: number}) => ({
      reason: `Unexpected \`${data.text}\` ${data.count} times, expected other words for it after the first`,
      note: 'The phrase of the title comes back word for word, as for a search engine; a reader hears it'
    })
  },
  check(document, {minRepeats, density, allow}, report) {
    const words = splitWords(document.title?.text ?? '')
    if (words.length < shortPhrase || words.length > longestTitle) return
    if (words.filter(({key}) => !small.has(key)).length < leastContent) return
    const runs = findRuns(document, words, shortPhrase)
    const fine = new Set(allow.map((phrase) => keysOf(splitWords(phrase)).join(' ')))
    const share = 1000 / Math.max(1, document.wordCount)
    for (const [from, to] of candidates(runs)) {
      const phrase = words.slice(from, to)
      // "Ready to bake or ready to sell" plays with its word: a figure of speech, which nobody searches for.
      if (new Set(keysOf(phrase).filter((key) => !small.has(key))).size < leastContent) continue
      const isSearch = searching.has((phrase[0] as Word).key)
      if (phrase.length < longPhrase && !isSearch) continue
      const found = runs.filter((run) => run.from <= from && to <= run.to)
      const isSure = isSearch || phrase.length > longPhrase
      const least = phrase.length < longPhrase ? shortRepeats : isSure ? minRepeats : minRepeats + moreRepeats
      if (found.length < Math.max(minRepeats, least)) continue
      if (found.length * share < density || (!isSearch && isName(phrase, found, from))) continue
      if (fine.has(keysOf(phrase).join(' '))) continue
      const [first, ...others] = found.map((run) => run.at(from, to)) as [Range, ...Range[]]
      report('repeated', {
        range: first,
        data: {text: document.text.slice(...first).replace(/\s+/g, ' '), count: found.length},
        related: others.slice(0, mostRelated).map((range) => ({range, reason: 'Again'}))
      })
      // The next would be a part of it.
      return
    }
  }
})

/** The spans of the title that come back, the longest first, without small words at their ends. */
function candidates(runs: readonly Run[]): [from: number, to: number][] {
  const spans = new Map<string, [number, number]>()
  for (const {from: first, to: last, words} of runs) {
    let [from, to] = [first, last]
    while (from < to && small.has((words[from - first] as Word).key)) from++
    while (to > from && small.has((words[to - first - 1] as Word).key)) to--
    if (to - from >= shortPhrase) spans.set(`${from} ${to}`, [from, to])
  }
  return [...spans.values()].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
}

/** Written with capitals each time: `Committee on the Rights of the Child`. */
function isName(phrase: readonly Word[], runs: readonly Run[], from: number): boolean {
  const capital = runs.filter((run) =>
    run.words
      .slice(from - run.from, from - run.from + phrase.length)
      .every(({text, key}) => small.has(key) || /^[\p{Lu}\p{N}]/u.test(text))
  )
  return capital.length * 2 > runs.length
}
