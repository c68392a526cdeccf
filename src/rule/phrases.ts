import type {Document, Paragraph, Sentence} from '../document/model.ts'
import {checkPhrases, createPhraseMatcher, type Hit, type PhraseMatcher} from '../document/prose/phrases.ts'
import {createSpans, findQuoted, type Spans} from '../document/prose/quoted.ts'
import type {Category, Finding, Rule, Severity, Wording} from './index.ts'
import type {OptionSpecs, OptionsOf} from './options.ts'

/** A rule that is a list of phrases: they are reported where they stand, once a sentence. */
export interface PhraseRuleDefinition {
  readonly id: string
  readonly summary: string
  readonly category: Category
  readonly recommended: Severity | false
  /** In the notation of `createPhraseMatcher`. */
  readonly phrases: readonly string[]
  /** Phrases that are only reported where the others are: they don't count. */
  readonly minor?: readonly string[]
  /** Fewer phrases than this in an article are nobody's habit: none is reported. */
  readonly minHits: number
  /** Phrases in 1,000 words from which on they are reported. */
  readonly density: number
  readonly message: (data: PhraseData) => Wording
}

export interface PhraseData {
  /** Those of one sentence, as they stand in the text. */
  readonly phrases: readonly string[]
  /** How many phrases count in the article. */
  readonly count: number
  /** The same in 1,000 words. */
  readonly density: number
}

/** A rule from a list of phrases, over the sentences of an article that are the author's own words. */
export function definePhraseRule(definition: PhraseRuleDefinition): Rule {
  const {id, summary, category, recommended, phrases, minor = [], minHits, density, message} = definition
  const options = {
    minHits: {
      type: 'number',
      default: minHits,
      minimum: 1,
      description: 'Phrases an article must have before any is reported'
    },
    density: {
      type: 'number',
      default: density,
      minimum: 0,
      description: 'Phrases in 1,000 words from which on they are reported'
    },
    phrases: {
      type: 'strings',
      default: [],
      description: 'More phrases: `(a|b)` is either, `(a|)` optional, `_` any word, `__` up to three'
    },
    allow: {type: 'strings', default: [], description: 'Phrases that are fine, in the same notation'}
  } as const satisfies OptionSpecs
  /** A list of the user's with the matcher made of it, made when first asked for. */
  const made = new WeakMap<readonly string[], PhraseMatcher>()
  const matcherOf = (list: readonly string[], make: () => readonly string[]): PhraseMatcher => {
    const known = made.get(list)
    if (known) return known
    // Built-in phrases are read when they are met; a mistake in the user's is told at once.
    if (list !== phrases) checkPhrases(list)
    const matcher = createPhraseMatcher(make())
    made.set(list, matcher)
    return matcher
  }

  return {
    id,
    summary,
    category,
    recommended,
    options,
    messages: {phrase: message},
    check(
      document,
      given: OptionsOf<typeof options>,
      report: (messageId: string, finding: Finding<PhraseData>) => void
    ) {
      const {phrases: more, allow} = given
      // Without any of the user's, one matcher for all articles.
      const matcher = matcherOf(more.length === 0 ? phrases : more, () => [...phrases, ...more, ...minor])
      const places = findPhrases(
        document,
        matcher,
        allow.length === 0 ? undefined : matcherOf(allow, () => allow)
      )
      const isCounted = (hit: Hit): boolean => hit.phrase < phrases.length + more.length
      const count = places.reduce((sum, {hits}) => sum + hits.filter(isCounted).length, 0)
      const share = (count / Math.max(1, document.wordCount)) * 1000
      if (count < given.minHits || share < given.density) return
      for (const {sentence, hits} of places) {
        // From the first phrase of a sentence to its last.
        const {start} = hits[0]
        const end = hits.at(-1)?.end ?? start
        const texts = hits.map((hit) => sentence.text.slice(hit.start, hit.end).replace(/\s+/g, ' '))
        report('phrase', {
          range: sentence.at(start, end - start),
          data: {phrases: texts, count, density: share}
        })
      }
    }
  }
}

interface Place {
  readonly sentence: Sentence
  readonly hits: readonly [Hit, ...Hit[]]
}

function findPhrases(
  document: Document,
  matcher: PhraseMatcher,
  allowed: PhraseMatcher | undefined
): Place[] {
  const title = document.title?.text.toLowerCase()
  const places: Place[] = []
  let quoted: Spans | undefined
  let quotedOf: Paragraph | undefined
  const {sentences} = document
  for (let at = 0; at < sentences.length; at++) {
    const sentence = sentences[at] as Sentence
    const {paragraph} = sentence
    if (paragraph.place === 'quote' || paragraph.section.isReferences) continue
    const found = matcher.match(sentence.words, sentence.text)
    if (found.length === 0) continue
    if (!quoted || quotedOf !== paragraph) quoted = findQuoted(paragraph.prose)
    quotedOf = paragraph
    const place = judge(sentence, found, {title, quoted, allowed})
    if (place) places.push(place)
  }
  return places
}

/** The phrases of a sentence that are its author's own. */
function judge(
  sentence: Sentence,
  found: readonly Hit[],
  {title, quoted, allowed}: {title: string | undefined; quoted: Spans; allowed: PhraseMatcher | undefined}
): Place | undefined {
  const {text, words} = sentence
  const fine = allowed && createSpans(allowed.match(words, text).map((hit) => [hit.start, hit.end]))
  const [first, ...more] = found.filter(({start, end}) => {
    // A word of the title is what the article is about: “What a Game Changer Costs”.
    if (title?.includes(text.slice(start, end).toLowerCase())) return false
    return !fine?.overlaps(start, end) && !quoted.overlaps(sentence.start + start, sentence.start + end)
  })
  return first && {sentence, hits: [first, ...more]}
}
