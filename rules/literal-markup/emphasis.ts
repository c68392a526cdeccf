import type {Edit, Prose, Range} from '../../src/rule/index.ts'
import {createVerbatimCheck} from './verbatim.ts'

/** A pair of `**` that is shown. */
export interface Stars {
  readonly range: Range
  readonly words: string
}

export interface LooseStars extends Stars {
  /** What makes the words bold, where that is certain. */
  readonly fix: {readonly fix?: readonly Edit[]}
}

/** Two marks; in the prose. */
interface Pair {
  readonly open: number
  readonly close: number
  /** What stands between them, without blanks at its edges. */
  readonly words: string
  /** Blanks behind the first mark, and before the second. */
  readonly before: number
  readonly after: number
}

const mark = /(?<!\*)\*\*(?!\*)/g
/** Words, and nothing that code is made of. */
const plain = /^[^*_=<>{}|\\`\n]{1,160}$/
const opening = /^[\s([>“"‘'—–-]?$/
const mayFollow = /^[\s)\].,;:!?”"’'—–-]?$/
const mostWords = 12

/** Pairs with a blank at the wrong side of a mark: no Markdown makes them bold. */
export function findLooseStars(prose: Prose, source: string): LooseStars[] {
  const {value} = prose
  return findPairs(prose).flatMap((pair) => {
    const {words, open, close, before, after} = pair
    if (before + after === 0 || !opening.test(value.charAt(open - 1))) return []
    if (before > 0) {
      // A power, or marks of notes, “7 ** with tax, 8** without”: a label stands at the start, and a name is short.
      const isLabel = open === 0 && countWords(words) <= mostWords
      if (!isLabel && (after > 0 || countWords(words) > 3)) return []
      if (!mayFollow.test(value.charAt(close + 2))) return []
    }
    // `**options … **options`: both are code.
    const next = /^[\p{L}\p{N}]+/u.exec(value.slice(close + 2, close + 42))?.[0]
    if (next !== undefined && words.startsWith(next)) return []
    const range = prose.at(open, close + 2 - open)
    const fix = repair(pair, prose, source)
    return [{range, words, fix: fix ? {fix} : {}}]
  })
}

/** Pairs around a label that nothing reads, as they are escaped; in HTML around any words. */
export function findDeadStars(prose: Prose, source: string, isHtml: boolean): Stars[] {
  return findPairs(prose).flatMap(({words, open, close, before, after}) => {
    if (before + after > 0 || countWords(words) > mostWords) return []
    const range = prose.at(open, close + 2 - open)
    if (isHtml) return [{range, words}]
    const text = source.slice(...range)
    const rest = prose.value.slice(close + 2).trimStart()
    // Asterisks behind words are marks of notes.
    const isLabel = open === 0 && (rest === '' || rest.startsWith(':') || words.endsWith(':'))
    return isLabel && /^\\\*\\\*[^\\]*\\\*\\\*$/.test(text) ? [{range, words}] : []
  })
}

function findPairs(prose: Prose): Pair[] {
  const {value, marks} = prose
  const isVerbatim = createVerbatimCheck(prose)
  const places = [...value.matchAll(mark)].map(({index}) => index).filter((at) => !isVerbatim(at))
  // One that is left over could belong to any of the others.
  if (places.length % 2 === 1) return []
  const pairs: Pair[] = []
  for (let index = 0; index < places.length; index += 2) {
    const [open, close] = [places[index] as number, places[index + 1] as number]
    const inner = value.slice(open + 2, close)
    const words = inner.trim()
    if (!plain.test(inner) || !/\p{L}{2}/u.test(words) || !isBalanced(words)) continue
    const isInside = (at: number): boolean => at >= open + 2 && at <= close
    // What crosses the edge of a link or of other emphasis is not one thing.
    if (marks.some(({start, end}) => isInside(start) !== isInside(end))) continue
    const before = inner.length - inner.trimStart().length
    pairs.push({open, close, words, before, after: inner.length - before - words.length})
  }
  return pairs
}

/** Moves the blanks out, where the source has nothing else there. */
function repair({open, close, before, after}: Pair, prose: Prose, source: string): Edit[] | undefined {
  const next = prose.value.charAt(close + 2)
  const first = prose.at(open, 2 + before)
  const last = prose.at(close - after, after + 2)
  const isPlain = [first, last].every(([from, to]) =>
    /^[ \t\u00A0]*\*\*[ \t\u00A0]*$/.test(source.slice(from, to))
  )
  // Source before the first mark decides whether it can open.
  if (!isPlain || !opening.test(source.charAt(first[0] - 1))) return undefined
  const gap = after === 0 || mayFollow.test(next) ? '' : source.slice(last[0], last[1] - 2)
  return [
    {range: first, text: '**'},
    {range: last, text: `**${gap}`}
  ]
}

function countWords(text: string): number {
  return text.split(/\s+/).length
}

function isBalanced(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0)
}
