import {isFunctionWord} from '../../document/copies/rewording.ts'
import type {Word} from '../../document/model.ts'
import {titleCaseShare} from '../../document/prose/names.ts'
import {findQuotations} from '../../document/prose/quoted.ts'
import {openers} from '../../document/prose/sentence-words.ts'
import {splitWords} from '../../document/prose/words.ts'
import {unnamed} from './name-words.ts'

/** Lower-case words inside a name: “Bank of England”, “Juana de la Cruz”. */
const particles = new Set('of de da di du la le van von der den bin al el y'.split(' '))

/** A sentence with more capitals than this is a title. */
const titleShare = 0.9
const fewestOfTitle = 5
const mostNames = 24

/**
 * The names in a sentence, in order: runs of words with a capital, acronyms, words such as `GPT-4` and `iPhone`. The first word
 * counts where more than its place gives it the capital: an acronym, part of a longer name, or one of `known`.
 *
 * @param known words, in lower case, that have a capital inside other sentences of the article
 */
export function findNames(text: string, known: ReadonlySet<string> = new Set()): string[] {
  const words = splitWords(text)
  if (words.length >= fewestOfTitle && titleCaseShare(text) > titleShare) return []
  const opening = findOpening(text, words)
  const found = new Set<string>()
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words, at, text, opening)
    const isOpening = opening.has(at)
    // "The Mill Society", "As Ann Lee said": a sentence begins, then a name.
    const skipped = length > 1 && isOpening && isOpener(words[at] as Word) ? 1 : 0
    const run = words.slice(at + skipped, at + length)
    at += Math.max(1, length)
    const [first] = run
    if (!first || !isNamed(run, isOpening && skipped === 0, known)) continue
    found.add(bare(text.slice(first.start, run.at(-1)?.end)))
    if (found.size === mostNames) break
  }
  return [...found]
}

/** Words, in lower case, that have a capital inside sentences: names of the article. */
export function readKnownNames(
  sentences: readonly {readonly text: string; readonly words: readonly Word[]}[]
): ReadonlySet<string> {
  const known = new Set<string>()
  for (const {text, words} of sentences) {
    if (titleCaseShare(text) > titleShare) continue
    for (const {text: own, key} of words.slice(1)) {
      const name = key.replace(/'s?$/, '')
      if (hasCapital(own) && !unnamed.has(name) && !isFunctionWord(name)) known.add(name)
    }
  }
  return known
}

/** Indices of the words that have a capital because a sentence, a quotation or a clause begins there. */
function findOpening(text: string, words: readonly Word[]): ReadonlySet<number> {
  const opening = new Set<number>([0])
  const starts = new Set(findQuotations(text).map(([start]) => start + 1))
  words.forEach(({start}, index) => {
    const before = text.slice(Math.max(0, start - 3), start)
    const isInitial = /^\p{Lu}$/u.test(words[index - 1]?.text ?? '') && before.endsWith('. ')
    if (starts.has(start) || (!isInitial && /[:.?!•*] ?["“‘'(]?$/.test(before))) opening.add(index)
  })
  return opening
}

/** Words of the name that begins at an index; 0 for none. */
function lengthOfName(
  words: readonly Word[],
  at: number,
  text: string,
  opening: ReadonlySet<number>
): number {
  let length = 0
  for (let next = at; next < words.length; next++) {
    const word = words[next] as Word
    const isJoined = next === at || isBeside(words[next - 1] as Word, word, text)
    if (!isJoined || (next > at && opening.has(next))) break
    if (hasCapital(word.text) && !isPlainWord(word)) length = next - at + 1
    else if (next === at || !particles.has(word.text)) break
    // A name owns what follows: “Brandt’s Mill” are two.
    if (/['’]s$/.test(word.text)) break
  }
  return length
}

/** Nothing but a blank, a full stop of an initial or an ampersand between them. */
function isBeside({end}: Word, {start}: Word, text: string): boolean {
  return /^(?:\.? | & |-)$/.test(text.slice(end, start))
}

/** “I”, “May”, “French”, “The”. */
function isPlainWord({key}: Word): boolean {
  return unnamed.has(key.replace(/'s$/, ''))
}

function hasCapital(word: string): boolean {
  return /\p{Lu}/u.test(word) && !/^\d/.test(word)
}

function isNamed(run: readonly Word[], isOpening: boolean, known: ReadonlySet<string>): boolean {
  const [first] = run
  if (!first) return false
  const key = first.key.replace(/'s$/, '')
  const isSingle = run.length === 1
  if (isSingle && first.text.length < 2) return false
  const isShaped = /\p{Lu}.*\p{Lu}|\d|\p{Ll}\p{Lu}/u.test(first.text)
  if (!isOpening) return !(isSingle && isFunctionWord(key) && !isShaped)
  if (isShaped && isSingle) return !isFunctionWord(key)
  if (isSingle) return known.has(key)
  return !isOpener(first) || known.has(key)
}

function isOpener({text, key}: Word): boolean {
  return openers.has(text) || isFunctionWord(key)
}

function bare(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/['’]s?$/, '')
}
