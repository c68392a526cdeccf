import type {Word} from '../model.ts'
import {createPhraseGate, gateMask} from './phrase-gate.ts'
import {hashOf, splitWords, toKey} from './words.ts'

/** A phrase found in a list of words. */
export interface Hit {
  /** Which phrase, its index in the list. */
  readonly phrase: number
  /** `[from, to)` in the words. */
  readonly from: number
  readonly to: number
  /** `[start, end)` in the text of the words. */
  readonly start: number
  readonly end: number
}

export interface PhraseMatcher {
  /**
   * Where the phrases stand: in order, apart from each other, at each place the longest.
   *
   * @param text the text of the words; given, a hit does not cross a comma, bracket, dash or quotation mark in it
   */
  match(words: readonly Word[], text?: string): Hit[]
}

/** What may follow the words read so far. */
interface State {
  readonly next: Map<string, State[]>
  /** A bit for the hash of each word in `next`: most words that stand there are ruled out by it. */
  bits: number
  /** After any one word. */
  readonly any: State[]
  /** The phrase that is complete here. */
  accepts: number | undefined
  /** A comma may stand before the next word. */
  mayBreak: boolean
}

/** One place of a phrase: words of which one has to stand there, or up to `any` words whatever they are. */
interface Element {
  readonly words: readonly (readonly string[])[]
  readonly any: number
  readonly isOptional: boolean
  readonly hasComma: boolean
}

/**
 * Compiles phrases, to find all of them in one pass over the words of a sentence.
 *
 * A phrase is words between blanks: `(a|b c)` is one of several, `(a|)` may be missing, `_` is any one word,
 * `__` up to three of them, and `word,` lets a comma follow. Case and the shape of apostrophes don't count.
 *
 * A phrase is compiled when its first word is met: a short article meets few of them. `match` throws an `Error` when that
 * phrase can't be read, and at once when one begins with any word; `checkPhrases` reads them all.
 */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  let roots: Map<string, readonly number[] | State> | undefined
  const gate = createPhraseGate()
  const {kinds} = gate
  const built = new Map<number, State>()
  const startOf = (index: number): State => {
    const start = built.get(index) ?? compile(phrases[index] as string, index)
    built.set(index, start)
    return start
  }
  /** A first word that many phrases share ("in", "the"): one state for them all. */
  const join = (list: readonly number[], key: string): State => {
    const root = merge(list.flatMap((index) => startOf(index).next.get(key) ?? []))
    if (root.any.length === 0 && root.accepts === undefined) gate.close(hashOf(key), root.next.keys())
    return root
  }
  return {
    // No function stands in the loop: with one, each round has its variables in an object of their own.
    match(words, text) {
      if (roots === undefined) {
        roots = indexByFirstWord(phrases)
        for (const key of roots.keys()) gate.add(hashOf(key))
      }
      const hits: Hit[] = []
      for (let from = 0; from < words.length; from++) {
        const word = words[from] as Word
        const {hash = 0} = word
        const kind = kinds[hash & gateMask] as number
        if (kind === 0 || (kind === 1 && !gate.hasPair(hash, words[from + 1]))) continue
        const {key} = word
        let root = roots.get(key)
        if (root === undefined) continue
        if (!('next' in root)) {
          root = join(root, key)
          roots.set(key, root)
        }
        const best = longest(root, words, text, from + 1)
        if (best === undefined) continue
        const [phrase, to] = best
        hits.push({phrase, from, to, start: word.start, end: (words[to - 1] as Word).end})
        from = to - 1
      }
      return hits
    }
  }
}

/** Throws an `Error` when a phrase can't be read. */
export function checkPhrases(phrases: readonly string[]): void {
  phrases.forEach(compile)
}

function compile(phrase: string, index: number): State {
  const start = build(parse(phrase), index)
  if (start.any.length > 0 || start.accepts !== undefined) throw beginsAnyhow(phrase)
  return start
}

function beginsAnyhow(phrase: string): Error {
  return new Error(`Unexpected phrase \`${phrase}\`, expected it to begin with a word`)
}

/** The phrases that a word may begin, by that word. */
function indexByFirstWord(phrases: readonly string[]): Map<string, readonly number[]> {
  const byWord = new Map<string, number[]>()
  phrases.forEach((phrase, index) => {
    for (const word of firstWords(phrase)) {
      const list = byWord.get(word)
      if (list) list.push(index)
      else byWord.set(word, [index])
    }
  })
  return byWord
}

/** The words a phrase may begin with, read without the rest of it where that is easy. */
function firstWords(phrase: string): Iterable<string> {
  // Letters of ASCII: the classes of Unicode take V8 longer to compile than the few other phrases take to be read.
  const [, alternatives, word] = /^(?:\(([^()]*)\)|([A-Za-z\d'’-]+)),? /.exec(phrase) ?? []
  if (word !== undefined) return [toKey(word)]
  const words = alternatives?.split('|').map((text) => text.trim().split(/\s/, 1)[0] as string)
  return words === undefined || words.includes('') ? compile(phrase, 0).next.keys() : words.map(toKey)
}

/** The phrase that reaches furthest from `state`, and the word after it. */
function longest(
  state: State,
  words: readonly Word[],
  text: string | undefined,
  at: number
): [phrase: number, to: number] | undefined {
  const found: [number, number] | undefined = state.accepts === undefined ? undefined : [state.accepts, at]
  const word = words[at]
  if (word === undefined) return found
  const isRuledOut = word.hash !== undefined && (state.bits & (1 << word.hash)) === 0
  const next = isRuledOut ? undefined : state.next.get(word.key)
  if (next === undefined && state.any.length === 0) return found
  if (!state.mayBreak && text !== undefined && isBroken(words, text, at)) return found
  let best = found
  if (next !== undefined) {
    for (let i = 0; i < next.length; i++) best = further(best, longest(next[i] as State, words, text, at + 1))
  }
  const {any} = state
  for (let i = 0; i < any.length; i++) best = further(best, longest(any[i] as State, words, text, at + 1))
  return best
}

function further<T extends readonly [number, number]>(a: T | undefined, b: T | undefined): T | undefined {
  return a === undefined || (b !== undefined && b[1] > a[1]) ? b : a
}

/** Whether a mark that ends a clause stands before the word at `at`. */
function isBroken(words: readonly Word[], text: string, at: number): boolean {
  const end = (words[at] as Word).start
  for (let i = (words[at - 1] as Word).end; i < end; i++) {
    if (',;:()[]—–"“”«»…!?.'.includes(text.charAt(i))) return true
  }
  return false
}

/** An alternative list or a word, each with the comma that may follow. */
const part = /\(([^()]*)\)(,?)|([^\s(),]+)(,?)|\S/g

function parse(phrase: string): Element[] {
  const fail = (text: string): never => {
    throw new Error(
      `Unexpected \`${text}\` in phrase \`${phrase}\`, expected words, \`(a|b)\`, \`_\` or \`__\``
    )
  }
  const toWords = (text: string): string[] => {
    // Most are one word in small letters, which is its own key.
    if (/^[a-z]+$/.test(text)) return [text]
    const words = text.split(/\s+/).filter(Boolean)
    for (const word of words) if (!isWord(word)) fail(word)
    return words.map(toKey)
  }
  return [...phrase.matchAll(part)].map(([all, alternatives, comma, word, wordComma]) => {
    const hasComma = comma === ',' || wordComma === ','
    if (alternatives !== undefined) {
      const words = alternatives.split('|').map(toWords)
      const isOptional = words.some((list) => list.length === 0)
      return {words: words.filter((list) => list.length > 0), any: 0, isOptional, hasComma}
    }
    if (word === '_') return {words: [], any: 1, isOptional: false, hasComma}
    if (word === '__') return {words: [], any: 3, isOptional: true, hasComma}
    return {words: [toWords(word ?? fail(all))], any: 0, isOptional: false, hasComma}
  })
}

/** A phrase is found only when its words are what `splitWords` gives: not `and/or`, nor `'s`. */
function isWord(text: string): boolean {
  const [word, ...more] = splitWords(text)
  return more.length === 0 && word?.text === text
}

/** The states of a phrase, made from its end to its start. */
function build(elements: readonly Element[], index: number): State {
  let after = createState()
  after.accepts = index
  for (const {words, any, isOptional, hasComma} of elements.toReversed()) {
    if (hasComma) after.mayBreak = true
    const state = isOptional ? merge([after]) : createState()
    state.mayBreak = false
    for (const list of words) addWords(state, list, after)
    let rest = after
    for (let left = any; left > 1; left--) {
      const more = merge([after])
      more.any.push(rest)
      rest = more
    }
    if (any > 0) state.any.push(rest)
    after = state
  }
  return after
}

function addWords(state: State, words: readonly string[], after: State): void {
  let from = state
  words.forEach((word, index) => {
    const to = index === words.length - 1 ? after : createState()
    const list = from.next.get(word)
    if (list) list.push(to)
    else addNext(from, word, [to])
    from = to
  })
}

function createState(): State {
  return {next: new Map(), bits: 0, any: [], accepts: undefined, mayBreak: false}
}

/** A new state from which everything goes on that goes on from one of these. */
function merge(states: readonly State[]): State {
  const merged = createState()
  for (const {next, any, accepts, mayBreak} of states) {
    append(merged, next)
    merged.any.push(...any)
    merged.accepts ??= accepts
    if (mayBreak) merged.mayBreak = true
  }
  return merged
}

function addNext(state: State, word: string, after: State[]): void {
  state.next.set(word, after)
  state.bits |= 1 << hashOf(word)
}

function append(into: State, from: Iterable<readonly [string, readonly State[]]>): void {
  for (const [word, states] of from) {
    const list = into.next.get(word)
    if (list) list.push(...states)
    else addNext(into, word, [...states])
  }
}
