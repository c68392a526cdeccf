import type {Word} from './model.ts'
import {toKey} from './words.ts'

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

/** What may follow the words read so far; words are known by their number in the vocabulary. */
interface State {
  readonly next: Map<number, State[]>
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
 * The work is done when it is first asked: `match` throws an `Error` when a phrase can't be read or begins with any word.
 */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  let compiled: Compiled | undefined
  return {
    match(words, text) {
      compiled ??= compile(phrases)
      const {vocabulary, roots} = compiled
      const input: Input = {words, text, ids: words.map(({key}) => vocabulary.get(key) ?? 0)}
      const hits: Hit[] = []
      for (let from = 0; from < words.length; from++) {
        const id = input.ids[from] as number
        let root = roots[id]
        if (root === undefined) continue
        // A first word that many phrases share ("in", "the"): one state for them all, made when it is met.
        if (Array.isArray(root)) root = roots[id] = merge(root)
        const best = longest(root, input, from + 1)
        if (best === undefined) continue
        const [phrase, to] = best
        hits.push({phrase, from, to, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0})
        from = to - 1
      }
      return hits
    }
  }
}

interface Compiled {
  /** The words of all phrases, numbered from 1. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** By the number of the first word, what may follow it. */
  readonly roots: (State | State[] | undefined)[]
}

function compile(phrases: readonly string[]): Compiled {
  const vocabulary = new Map<string, number>()
  const number = (word: string): number => {
    const id = vocabulary.get(word) ?? vocabulary.size + 1
    vocabulary.set(word, id)
    return id
  }
  const starts = new Map<number, State[]>()
  phrases.forEach((phrase, index) => {
    const start = build(parse(phrase), index, number)
    if (start.any.length > 0 || start.accepts !== undefined)
      throw new Error(`Unexpected phrase \`${phrase}\`, expected it to begin with a word`)
    append(starts, start.next)
  })
  const roots: (State | State[] | undefined)[] = Array.from({length: vocabulary.size + 1})
  for (const [id, states] of starts) roots[id] = states.length === 1 ? states[0] : states
  return {vocabulary, roots}
}

interface Input {
  readonly words: readonly Word[]
  /** The number of each word, 0 when no phrase has it. */
  readonly ids: readonly number[]
  readonly text: string | undefined
}

/** The phrase that reaches furthest from `state`, and the word after it. */
function longest(state: State, input: Input, at: number): [phrase: number, to: number] | undefined {
  const found: [number, number] | undefined = state.accepts === undefined ? undefined : [state.accepts, at]
  if (at >= input.ids.length) return found
  const id = input.ids[at] as number
  const next = id === 0 ? undefined : state.next.get(id)
  if (next === undefined && state.any.length === 0) return found
  if (!state.mayBreak && input.text !== undefined && isBroken(input.words, input.text, at)) return found
  let best = found
  if (next) for (const one of next) best = further(best, longest(one, input, at + 1))
  for (const one of state.any) best = further(best, longest(one, input, at + 1))
  return best
}

function further<T extends readonly [number, number]>(a: T | undefined, b: T | undefined): T | undefined {
  return a === undefined || (b !== undefined && b[1] > a[1]) ? b : a
}

/** Whether a mark that ends a clause stands before the word at `at`. */
function isBroken(words: readonly Word[], text: string, at: number): boolean {
  const end = words[at]?.start ?? 0
  for (let i = words[at - 1]?.end ?? end; i < end; i++) {
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
  return /^[\p{L}\p{N}](?:['’-]?[\p{L}\p{N}\p{M}])*$/u.test(text)
}

/** The states of a phrase, made from its end to its start. */
function build(elements: readonly Element[], index: number, number: (word: string) => number): State {
  let after = createState()
  after.accepts = index
  for (const {words, any, isOptional, hasComma} of elements.toReversed()) {
    if (hasComma) after.mayBreak = true
    const state = isOptional ? merge([after]) : createState()
    state.mayBreak = false
    for (const list of words) addWords(state, list.map(number), after)
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

function addWords(state: State, words: readonly number[], after: State): void {
  let from = state
  words.forEach((word, index) => {
    const to = index === words.length - 1 ? after : createState()
    const list = from.next.get(word)
    if (list) list.push(to)
    else from.next.set(word, [to])
    from = to
  })
}

function createState(): State {
  return {next: new Map(), any: [], accepts: undefined, mayBreak: false}
}

/** A new state from which everything goes on that goes on from one of these. */
function merge(states: readonly State[]): State {
  const merged = createState()
  for (const {next, any, accepts, mayBreak} of states) {
    append(merged.next, next)
    merged.any.push(...any)
    merged.accepts ??= accepts
    if (mayBreak) merged.mayBreak = true
  }
  return merged
}

function append(into: Map<number, State[]>, from: Iterable<readonly [number, readonly State[]]>): void {
  for (const [word, states] of from) {
    const list = into.get(word)
    if (list) list.push(...states)
    else into.set(word, [...states])
  }
}
