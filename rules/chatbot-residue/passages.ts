import {createPhraseMatcher, type Document, findQuoted, type Paragraph, type PhraseMatcher, type Prose, type Range, splitWords, type Word} from '../../src/rule/index.ts'
import {courtesies, offers, selves} from './phrases.ts'

/** A paragraph, heading or title that can hold a chatbot's words: no block quote, no list item for the interface lines. */
export interface Passage {
  readonly prose: Prose
  readonly words: readonly Word[]
  readonly paragraph?: Paragraph
  /** A line of its own in the body. */
  readonly isLine: boolean
}

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

/** Passages at the end among which an offer is one. */
const endPassages = 4

/** A line of the interface that was copied with the answer. */
const control = /^(?:regenerate response|stop generating|continue generating|chatgpt can make mistakes\..{0,60})$/i

const agreement = /^(?:certainly|absolutely|of course|sure(?: thing)?|great|got it|no problem|understood|happy to help)(!|\.|,| [—–-])\s+/i
const handover = /^(?:here(?:['’]s| is| are)|below (?:is|are|you['’]ll find)|i(?:['’]ve| have) (?:written|drafted|created|prepared|revised|rewritten|put together))\b/i
const product =
  /\b(?:article|draft|version|(?:blog )?posts?|text|summary|outline|rewrite|essay|paragraphs?|sections?|introduction|conclusion|story|response|translation|headlines?|titles?|captions?|letter|revision|overview|breakdown)\b/i
const reworked =
  /^here(?:['’]s| is) (?:an?|the|your) (?:\S+ ){0,3}?(?:revised|rewritten|polished|improved|expanded|refined|reworded|rephrased|humanized|seo-optimized|seo-friendly|\d{3,4}[- ]word)\b/i

/** Words before a phrase that show it is told, not said: “it replied that as an AI language model I …”. */
const told = /:|\b(?:say|says|said|saying|repl(?:y|ies|ied)|respond(?:s|ed)?|answer(?:s|ed)?|writes?|wrote|written|outputs?|prints?|tells?|told|phrases?|such as|message|error|button|click|press|call(?:s|ed)?|titled|prompts?|prompted|asks?|asked)\b/i

const topic = /\b(?:chat-?gpt|chat-?bots?|gpt-?\d\w*|openai|(?:large )?language models?|LLMs?|copilot|gemini|claude|generative ai|ai[- ]generated|prompt engineering)\b/i

export function readPassages({blocks, title}: Document): Passage[] {
  const passages: Passage[] = []
  // The first line of scraped text is its title, and no block.
  if (title?.prose && !title.block) passages.push({prose: title.prose, words: splitWords(title.prose.value), isLine: true})
  for (const block of blocks) {
    if (block.type === 'heading') passages.push({prose: block.prose, words: splitWords(block.prose.value), isLine: true})
    if (block.type !== 'paragraph' || block.place === 'quote') continue
    passages.push({prose: block.prose, words: block.words, paragraph: block, isLine: block.place === 'body'})
  }
  return passages
}

/** What a chatbot said, in the order of the text, once a passage. */
export function findSpeech(passages: readonly Passage[], title: string | undefined): Speech[] {
  const found: Speech[] = []
  passages.forEach((_, index) => {
    const speech = readSpeech(passages, index)
    if (speech) found.push(speech)
  })
  if (found.length === 0) return found
  // An article about chatbots has such words as examples; only its first and last words are surely none.
  const spoken = new Set(found.map(({index}) => index))
  const isTopic = (title !== undefined && topic.test(title)) || passages.filter((other, index) => !spoken.has(index) && topic.test(other.prose.value)).length > 2
  const sure = found.filter(({kind, index}) => !isTopic || kind === 'offer' || kind === 'courtesy' || (kind === 'opening' && index < 2))
  return sure.some(({kind}) => kind !== 'courtesy') ? sure : []
}

function readSpeech(passages: readonly Passage[], index: number): Speech | undefined {
  const passage = passages[index] as Passage
  const text = passage.prose.value
  const speech = (kind: Speech['kind'], range: Range): Speech => ({kind, index, passage, range})
  if (passage.isLine && isOpening(text, index) && !isTold(passages, index, [0, 1])) return speech('opening', [0, firstLine(text)])
  if (passage.isLine && control.test(text.trim())) return speech('control', [0, text.length])
  for (const [kind, matcher] of matchers) {
    if (kind !== 'self' && index < passages.length - endPassages) continue
    for (const {start, end} of matcher.match(passage.words, text)) {
      if (!isTold(passages, index, [start, end])) return speech(kind, [start, end])
    }
  }
  return undefined
}

/** “Certainly! Here is a draft of the article:”, “Here's a 600-word article on bees:” */
function isOpening(text: string, index: number): boolean {
  const line = text.slice(0, firstLine(text))
  const agreed = agreement.exec(line)
  if (!agreed) return index < 2 && reworked.test(line) && product.test(line)
  const rest = line.slice(agreed[0].length)
  return handover.test(rest) && (product.test(rest.slice(0, 120)) || (agreed[1] === '!' && /:$/.test(rest.trimEnd())))
}

function firstLine(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}

/** Whether the words are quoted or told: in quotation marks, in code, in italics, after a colon or a saying verb. */
export function isTold(passages: readonly Passage[], index: number, [start, end]: Range): boolean {
  const passage = passages[index] as Passage
  const {value, marks} = passage.prose
  const overlaps = ([from, to]: Range): boolean => from < end && to > start
  if (passage.paragraph && findQuoted(passage.paragraph).some(overlaps)) return true
  if (marks.some((mark) => (mark.node.type === 'emphasis' || mark.node.type === 'inlineCode') && overlaps([mark.start, mark.end]))) return true
  const before = value.slice(Math.max(0, start - 160), start)
  const lead = before.slice(before.search(/[^.!?]*$/))
  if (told.test(lead)) return true
  return start === lead.length && /:\s*$/.test(passages[index - 1]?.prose.value.slice(-3) ?? '')
}
