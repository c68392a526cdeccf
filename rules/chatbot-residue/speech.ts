import {createPhraseMatcher, type PhraseMatcher, type Range, splitWords} from '../../src/rule/index.ts'
import {firstLine, isOpening} from './openings.ts'
import {isTold, type Passage} from './passages.ts'
import {courtesies, offers, selves} from './phrases.ts'

/** What a chatbot said in a passage, `[start, end)` in its prose. */
export interface Speech {
  readonly kind: 'opening' | 'self' | 'control' | 'prompt' | 'offer' | 'courtesy'
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
  /\b(?:AI|language model|assistant|chatbot|cut-?off|knowledge|training|sorry|apologi[sz]e|last update|real-time|opinions|experiences|beliefs|browse|external|this (?:\w{1,12} )?(?:paragraph|passage)|paragraph that provides|distinctly original|uniquely memorable)\b/i

/** Passages at the end among which an offer is one. */
const endPassages = 4

/** A line of the interface that was copied with the answer. */
const control =
  /^(?:regenerate response|stop generating|continue generating|(?:chatgpt|gemini|claude|copilot|grok|perplexity)(?: said:| can make mistakes\b.{0,90})|thought for (?:\d{1,3} ?(?:m|s|min(?:ute)?s?|sec(?:ond)?s?) ?){1,2})$/i

/** Above what was asked for. In a talk of two people it is somebody's words. */
const prompt = /^you said:$/i

/** How an opening or a line of the interface begins: few passages do so. */
const opens =
  /^\s*(?:certainly|absolutely|of course|sure|great|good|excellent|ok|al|got it|no problem|understood|happy|glad|I['’]d be|I would be|thank|thought|here|you said|regenerate|stop|continue|chatgpt|gemini|claude|copilot|grok|perplexity)/i

/** An offer that is a paragraph of its own, wherever the chat went on. */
const loneOffer = /^\W{0,3}(?:(?:would|do) you (?:like|want)|want) me to\b[^.!\n]{8,240}\?\W{0,3}$/i

/** With one of these begins `account`, which V8 takes longest for of all. */
const accountHint = /^\W{0,3}th(?:is|e) (?:\w{3,9} )?(?:version|draft|re)/i
/** What was done to the text, for the one who asked for it: “This version drops the quotations, as requested.” */
const account =
  /^\W{0,3}(?:this|the) (?:(?:new|revised|rewritten|updated|final) )?(?:version|draft|rewrite|revision) (?:\w+ly )?(?:removes?|drops?|keeps?|maintains?|avoids?|adds?|uses?|follows?|incorporates?|includes?|preserves?|rephrases?)\b[^\n]{0,200}\b(?:as (?:you )?(?:requested|asked|instructed|specified)|the original|your (?:\w+ )?(?:keywords?|tone|voice|brief|instructions|guidelines|draft)|seo|plagiarism|word count)\b/i

export const topic: RegExp =
  /\b(?:chat-?gpt|chat-?bots?|gpt-?\d\w*|openai|(?:large )?language models?|LLMs?|copilot|gemini|claude|generative ai|ai[- ]generated|prompt engineering)\b/i

/** What a chatbot said, in the order of the text, once a passage. */
export function findSpeech(passages: readonly Passage[], title: string | undefined): Speech[] {
  const found: Speech[] = []
  const end = findEnd(passages)
  for (let index = 0; index < passages.length; index++) {
    const isLast = index >= end
    if (!isLast && isSilent(passages[index] as Passage)) continue
    const last = found.at(-1)
    const speech = readSpeech(passages, index, {
      isLast,
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
  const isChat = sure.some(({kind}) => kind === 'control')
  const said = isChat ? sure : sure.filter(({kind}) => kind !== 'prompt')
  return said.some(({kind}) => kind !== 'courtesy') ? said : []
}

/** “https://…?utm_source=openai” speaks of nothing: a chatbot left it. */
function wordsOf(text: string): string {
  return text.replace(/https?:\/\/\S+/g, ' ')
}

/** The first of the last passages; what was said before is none: where the copy is taken out, others are the last. */
function findEnd(passages: readonly Passage[]): number {
  let own = 0
  for (let index = passages.length - 1; index >= 0; index--)
    if (!wasSaid(passages, index) && ++own === endPassages) return index
  return 0
}

/** Compared one by one, as most differ in length: a set of them reads the whole article. */
function wasSaid(passages: readonly Passage[], index: number): boolean {
  const {value} = (passages[index] as Passage).prose
  for (let at = 0; at < index; at++) if ((passages[at] as Passage).prose.value === value) return true
  return false
}

/** Above the end most passages have nothing that is asked for below. */
function isSilent({prose: {value}, isLine}: Passage): boolean {
  return !selfHint.test(value) && !(isLine && (opens.test(value) || loneOffer.test(value)))
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
    const line = text.slice(0, firstLine(text))
    const rest = text.slice(line.length).trimStart()
    if (prompt.test(line.trim())) return speech('prompt', [0, text.length])
    if (control.test(line.trim()))
      return speech('control', [
        0,
        isOpening(rest, index) ? text.length - rest.length + firstLine(rest) : line.length
      ])
  }
  if (isLast && passage.isLine && accountHint.test(text) && account.test(text))
    return speech('offer', [0, firstLine(text)])
  const maySpeak = selfHint.test(text)
  const mayOffer = isLast || (passage.isLine && loneOffer.test(text))
  if (!mayOffer && !maySpeak) return undefined
  for (const [kind, matcher] of matchers) {
    if (!(kind === 'self' ? maySpeak : mayOffer)) continue
    for (const {start, end} of matcher.match(passage.paragraph?.words ?? splitWords(text), text)) {
      if (isTold(passages, index, [start, end])) continue
      // In the middle it may be an example of an article about chatbots.
      return speech(isLast || kind === 'self' ? kind : 'control', [start, end])
    }
  }
  return undefined
}
