import type {Document, Tone} from '../model.ts'
import {isOwnAccount} from './account.ts'
import {hasCodeBlock, showsCode} from './code-share.ts'
import {isLesson} from './lesson.ts'
import {isOrder} from './orders.ts'
import {readTokens, type Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

/** Bounds that part articles whose plain sentences need sources from those whose author looks after them. */
const careful = {citations: 0.2, we: 0.1, first: 0.15, you: 0.2, imperatives: 0.3}
/** Of somebody who says "I" to a "you": a talk or a letter. */
const talk = {first: 0.1, you: 0.15}
/** The same of a story: people who did things, in no year. */
const story = {persons: 0.3, past: 0.5, years: 0.02}

/**
 * Reads how an article speaks from all of its sentences.
 *
 * @param tokens those of its sentences, where they are at hand
 */
export function readTone(
  document: Document,
  tokens: readonly Tokens[] = document.sentences.map(readTokens)
): Tone {
  const {sentences, citations} = document
  const counts = {words: 0, we: 0, first: 0, you: 0, imperatives: 0, persons: 0, past: 0, years: 0}
  for (let at = 0; at < tokens.length; at++) {
    const sentence = tokens[at] as Tokens
    const {words, facts, all, traits} = sentence
    const first = facts[0]
    if (first && isOrder(first) && words[0]?.text !== first.key) counts.imperatives++
    counts.words += words.length
    if (traits & trait.together) counts.we++
    if (traits & trait.year) counts.years++
    if (all & word.second) counts.you++
    const isOwn = (all & word.first) !== 0 && hasI(sentence)
    if (isOwn) counts.first++
    if (isOwn || all & word.third) counts.persons++
    if (all & word.past) counts.past++
  }
  const share = (count: number): number => count / Math.max(1, sentences.length)
  const isStory =
    share(counts.persons) >= story.persons &&
    share(counts.past) >= story.past &&
    share(counts.years) < story.years
  const isTalk = share(counts.first) >= talk.first && share(counts.you) >= talk.you
  const isPersonal = share(counts.first) > careful.first
  const explains = showsCode(document)
  const cited = (citations.length * 100) / Math.max(1, counts.words)
  const we = share(counts.we)
  const you = share(counts.you)
  const speaksOfOwn = we > careful.we || isPersonal || isTalk || explains
  const isCareful =
    speaksOfOwn ||
    cited > careful.citations ||
    you > careful.you ||
    share(counts.imperatives) > careful.imperatives ||
    isStory ||
    isOwnAccount(document) ||
    isLesson(document)
  return {
    citations: cited,
    we,
    you,
    isCareful,
    speaksOfOwn,
    isPersonal,
    showsCode: explains || (isCareful && hasCodeBlock(document))
  }
}

/** Whether most of what an article tells is its author's own: what they did, made or know, where they were, what they teach. */
export function isFirstHand(document: Document): boolean {
  return document.tone.speaksOfOwn || isOwnAccount(document) || isLesson(document)
}

/** "I", "my": an author alone; not "I/O". */
function hasI({facts, words, sentence: {text}}: Tokens): boolean {
  return facts.some(
    ({bits, traits}, index) =>
      bits & word.first && !(traits & trait.together) && text.charAt(words[index]?.end ?? 0) !== '/'
  )
}
