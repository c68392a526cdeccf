import {createPhraseMatcher, type PhraseMatcher, type Range, splitWords} from '../../src/rule/index.ts'
import {isTold, type Passage} from './passages.ts'
import {courtesies, offers, selves} from './phrases.ts'

/** What a chatbot said in a passage, `[start, end)` in its prose. */
export interface Speech {
  readonly kind: 'opening' | 'self' | 'control' | 'offer' | 'courtesy'
  readonly index: number
  readonly passage: Passage
  readonly range: Range
}

const matchers: readonly (readonly [Speech['kind'], PhraseMatcher])[] = [
  ['self', createPhraseMatcher(selves)],
  ['offer', createPhraseMatcher(offers)],
  ['courtesy', createPhraseMatcher(courtesies)]
]

/** What it says of itself has one of these words: most passages need no closer look. */
const selfHint =
  /\b(?:AI|language model|assistant|chatbot|cut-?off|knowledge|training|sorry|apologi[sz]e|last update|real-time|opinions|experiences|beliefs|browse|external)\b/i

/** Passages at the end among which an offer is one. */
const endPassages = 4

/** A line of the interface that was copied with the answer. */
const control =
  /^(?:regenerate response|stop generating|continue generating|chatgpt can make mistakes\..{0,60})$/i

/** A field of the order for a text, or of what was to be entered beside it. */
const brief =
  /^(?:meta (?:description|title)|seo title|title tag|focus key(?:word|phrase)|(?:primary|secondary|target) keywords?|word count|suggested (?:meta description|tags|images?))\s?:\s*\S/i
const searchTopic = /\bSEO\b|\b(?:meta|keywords?|search engines?|search results|word counts?|title tags?)\b/i

/** The fields of a brief among the first and last passages: “Meta description: …”, “Word count: 912”. */
export function findBrief(passages: readonly Passage[], title: string | undefined): Passage[] {
  if (title !== undefined && (searchTopic.test(title) || topic.test(title))) return []
  const found = passages.filter(
    ({isLine, prose}, index) =>
      isLine && (index < endPassages || index >= passages.length - endPassages) && brief.test(prose.value)
  )
  // Elsewhere, too: who shows such fields writes about them.
  return passages.filter(({prose}) => brief.test(prose.value)).length > found.length ? [] : found
}

const agreement =
  /^(?:certainly|absolutely|of course|sure(?: thing)?|great|got it|no problem|understood|happy to help)(!|\.|,| [—–-])\s+/i
const handover =
  /^(?:here(?:['’]s| is| are)|below (?:is|are)|i(?:['’]ve| have) (?:written|drafted|created|prepared|revised|rewritten|put together))\b/i
/** What was asked for: “a draft”, “your revised text”, not “the story of how we met”. */
const product =
  /^\S+ \S+ (?:[\w'’-]+,? ){0,6}?(?:(?:revised|rewritten|polished|improved|expanded|refined|updated|edited)|article|draft|version|blog posts?|post|rewrite|outline|essay|revision|translation|summary|headlines?|captions?|paragraphs?|introduction|conclusion)\b/i
const reworked =
  /^here(?:['’]s| is) (?:an?|the|your) (?:\S+ ){0,3}?(?:revised|rewritten|polished|improved|expanded|refined|reworded|rephrased|humanized|seo-optimized|seo-friendly|\d{3,4}[- ]word)\b/i

/** How an opening or a line of the interface begins: few passages do so. */
const opens =
  /^\s*(?:certainly|absolutely|of course|sure|great|got it|no problem|understood|happy|here|regenerate|stop|continue|chatgpt)/i

const topic =
  /\b(?:chat-?gpt|chat-?bots?|gpt-?\d\w*|openai|(?:large )?language models?|LLMs?|copilot|gemini|claude|generative ai|ai[- ]generated|prompt engineering)\b/i

/** What a chatbot said, in the order of the text, once a passage. */
export function findSpeech(passages: readonly Passage[], title: string | undefined): Speech[] {
  const found: Speech[] = []
  const end = findEnd(passages)
  for (let index = 0; index < passages.length; index++) {
    const last = found.at(-1)
    const speech = readSpeech(passages, index, {
      isLast: index >= end,
      isAnswered: last?.kind === 'opening' && last.index === index - 1
    })
    if (speech) found.push(speech)
  }
  if (found.length === 0) return found
  // An article about chatbots has such words as examples; only its first and last words are surely none.
  const spoken = new Set(found.map(({index}) => index))
  const isTopic =
    (title !== undefined && topic.test(title)) ||
    passages.filter(({prose}, index) => !spoken.has(index) && topic.test(wordsOf(prose.value))).length > 2
  const sure = found.filter(
    ({kind, index}) =>
      !isTopic || kind === 'offer' || kind === 'courtesy' || (kind === 'opening' && index < 2)
  )
  return sure.some(({kind}) => kind !== 'courtesy') ? sure : []
}

/** “https://…?utm_source=openai” speaks of nothing: a chatbot left it. */
function wordsOf(text: string): string {
  return text.replace(/https?:\/\/\S+/g, ' ')
}

/** The first of the last passages; what was said before is none: where the copy is taken out, others are the last. */
function findEnd(passages: readonly Passage[]): number {
  const said = new Set<string>()
  const own: number[] = []
  passages.forEach(({prose: {value}}, index) => {
    if (!said.has(value)) own.push(index)
    said.add(value)
  })
  return own.at(-endPassages) ?? 0
}

/**
 * @param isLast the article ends here
 * @param isAnswered the passage above is an opening: its colon announces an article, not what somebody says
 */
function readSpeech(
  passages: readonly Passage[],
  index: number,
  {isLast, isAnswered}: {readonly isLast: boolean; readonly isAnswered: boolean}
): Speech | undefined {
  const passage = passages[index] as Passage
  const text = passage.prose.value
  const speech = (kind: Speech['kind'], range: Range): Speech => ({kind, index, passage, range})
  if (passage.isLine && opens.test(text)) {
    if (
      isOpening(text, index) &&
      !(isAnswered ? passage.shown().overlaps(0, 1) : isTold(passages, index, [0, 1]))
    )
      return speech('opening', [0, firstLine(text)])
    if (control.test(text.trim())) return speech('control', [0, text.length])
  }
  const maySpeak = selfHint.test(text)
  if (!isLast && !maySpeak) return undefined
  for (const [kind, matcher] of matchers) {
    if (!(kind === 'self' ? maySpeak : isLast)) continue
    for (const {start, end} of matcher.match(passage.paragraph?.words ?? splitWords(text), text)) {
      if (!isTold(passages, index, [start, end])) return speech(kind, [start, end])
    }
  }
  return undefined
}

/** “Certainly! Here is a draft of the article:”, “Here's a 600-word article on bees:” */
function isOpening(text: string, index: number): boolean {
  const line = text.slice(0, firstLine(text))
  const agreed = agreement.exec(line)
  if (!agreed) return index < 2 && /^here/i.test(line) && reworked.test(line) && product.test(line)
  const rest = line.slice(agreed[0].length)
  return handover.test(rest) && (product.test(rest) || (agreed[1] === '!' && /:$/.test(rest.trimEnd())))
}

function firstLine(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}
