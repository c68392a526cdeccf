import type {Document, Paragraph, Range, Sentence} from '../document/model.ts'
import {createPhraseMatcher, type PhraseMatcher} from '../document/phrases.ts'
import {findQuoted} from '../document/quoted.ts'
import type {Category, Finding, Rule, Severity, Wording} from './index.ts'
import type {OptionSpecs, OptionsOf} from './options.ts'

/** A rule that is a list of phrases: they are reported where they stand, once a sentence. */
export interface PhraseRuleDefinition {
  readonly id: string
  readonly summary: string
  readonly category: Category
  readonly recommended: Severity | false
  /** In the language of `createPhraseMatcher`. */
  readonly phrases: readonly string[]
  /** Fewer phrases than this in an article are nobody's habit: none is reported. */
  readonly minHits: number
  /** Phrases in 1,000 words from which on they are reported. */
  readonly density: number
  readonly message: (data: PhraseData) => Wording
}

export interface PhraseData {
  /** The words as they stand in the text. */
  readonly phrase: string
  /** How many phrases the article has. */
  readonly hits: number
  /** The same in 1,000 words. */
  readonly density: number
}

/** A rule from a list of phrases, over the sentences of an article that are the author's own words. */
export function definePhraseRule(definition: PhraseRuleDefinition): Rule {
  const {id, summary, category, recommended, phrases, minHits, density, message} = definition
  const options = {
    minHits: {type: 'number', default: minHits, minimum: 1, description: 'Phrases an article must have before any is reported'},
    density: {type: 'number', default: density, minimum: 0, description: 'Phrases in 1,000 words from which on they are reported'},
    phrases: {type: 'strings', default: [], description: 'More phrases: `(a|b)` is either, `(a|)` optional, `_` any word, `__` up to three'},
    allow: {type: 'strings', default: [], description: 'Phrases that are fine, in the same notation'}
  } as const satisfies OptionSpecs
  const matchers = createMatchers(phrases)

  return {
    id,
    summary,
    category,
    recommended,
    options,
    messages: {phrase: message},
    check(document, given: OptionsOf<typeof options>, report: (messageId: string, finding: Finding<PhraseData>) => void) {
      const places = findPhrases(document, matchers(given.phrases), matchers.allowed(given.allow))
      const hits = places.reduce((sum, place) => sum + place.ranges.length, 0)
      const share = (hits / Math.max(1, document.wordCount)) * 1000
      if (hits < given.minHits || share < given.density) return
      for (const {sentence, ranges} of places) {
        const [start, end] = ranges[0] as Range
        report('phrase', {
          range: sentence.at(start, end - start),
          data: {phrase: sentence.text.slice(start, end).replace(/\s+/g, ' '), hits, density: share}
        })
      }
    }
  }
}

/** The matcher of a list with a user's phrases added, made when first asked for. */
function createMatchers(phrases: readonly string[]): {
  (more: readonly string[]): PhraseMatcher
  allowed(allow: readonly string[]): PhraseMatcher | undefined
} {
  const made = new WeakMap<readonly string[], PhraseMatcher>()
  const get = (key: readonly string[], list: () => readonly string[]): PhraseMatcher => {
    const matcher = made.get(key) ?? createPhraseMatcher(list())
    made.set(key, matcher)
    return matcher
  }
  const all = (more: readonly string[]): PhraseMatcher =>
    more.length === 0 ? get(phrases, () => phrases) : get(more, () => [...phrases, ...more])
  return Object.assign(all, {allowed: (allow: readonly string[]) => (allow.length === 0 ? undefined : get(allow, () => allow))})
}

interface Place {
  readonly sentence: Sentence
  /** In the sentence's text, at least one. */
  readonly ranges: readonly Range[]
}

function findPhrases(document: Document, matcher: PhraseMatcher, allowed: PhraseMatcher | undefined): Place[] {
  const title = document.title?.text.toLowerCase()
  const places: Place[] = []
  let quoted: readonly Range[] = []
  let quotedOf: Paragraph | undefined
  for (const sentence of document.sentences) {
    const {paragraph, text, words} = sentence
    if (paragraph.place === 'quote' || paragraph.section.isReferences) continue
    const hits = matcher.match(words, text)
    if (hits.length === 0) continue
    if (quotedOf !== paragraph) quoted = findQuoted(paragraph)
    quotedOf = paragraph
    const fine = allowed?.match(words, text) ?? []
    const ranges = hits
      .map(({start, end}): Range => [start, end])
      .filter(([start, end]) => {
        // A word of the title is what the article is about: “What a Game Changer Costs”.
        if (title?.includes(text.slice(start, end).toLowerCase())) return false
        if (fine.some((hit) => hit.start < end && hit.end > start)) return false
        return !quoted.some(([from, to]) => from < sentence.start + end && to > sentence.start + start)
      })
    if (ranges.length > 0) places.push({sentence, ranges})
  }
  return places
}
