import type {Citation, Document, Prose, Range, Sentence} from '../../document/model.ts'
import {rangeOf} from '../../document/parse/node-range.ts'
import {marksOf} from './sentence-marks.ts'

/** A sentence without the marks of its citations, on one line, with the way back. */
export interface CitedText {
  readonly text: string
  /** In the source, of `[start, end)` in the text. */
  at(start: number, end: number): Range
  /** Where the text comes from in the sentence. */
  readonly places: Int32Array
}

/** Takes numbers of notes, citation keys, addresses and what they leave behind out of a sentence. */
export function readCitedText(
  sentence: Sentence,
  citations: readonly Citation[],
  document: Document
): CitedText {
  const {text, start} = sentence
  const dropped = new Uint8Array(text.length)
  for (const citation of citations) {
    const [from, to] = markOf(citation, sentence, document.text)
    dropped.fill(1, Math.max(0, from - start), Math.max(0, to - start))
  }
  // "(), " after a key in brackets is gone.
  for (const {index, 0: brackets} of text.matchAll(/[([][^()[\]]{1,200}[)\]]/g)) {
    const inner = text.slice(index + 1, index + brackets.length - 1)
    const isEmpty = [...inner].every(
      (character, at) => dropped[index + 1 + at] === 1 || /[\s,;]/.test(character)
    )
    if (isEmpty && dropped.subarray(index, index + brackets.length).includes(1))
      dropped.fill(1, index, index + brackets.length)
  }
  let clean = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (dropped[at] === 1) continue
    const character = text.charAt(at)
    const isBlank =
      /\s/.test(character) && character !== '\u00A0' && character !== '\u202F' && character !== '\u2009'
    if (isBlank && (clean === '' || clean.endsWith(' '))) continue
    if (/[.,;:]/.test(character) && clean.endsWith(' ') && dropped[at - 1] === 1) {
      clean = clean.slice(0, -1)
      places.pop()
    }
    clean += isBlank ? ' ' : character
    places.push(at)
  }
  if (clean.endsWith(' ')) {
    clean = clean.slice(0, -1)
    places.pop()
  }
  const kept = Int32Array.from(places)
  return {
    text: clean,
    places: kept,
    at(from, to) {
      const first = kept[from] ?? 0
      const last = kept[to - 1] ?? first
      return sentence.at(first, last + 1 - first)
    }
  }
}

const none: Range = [0, 0]

/** What of a citation a reader would not read as part of the sentence: `[start, end)` in the prose. */
function markOf({kind, range}: Citation, sentence: Sentence, source: string): Range {
  const {prose} = sentence.paragraph
  if (kind === 'attribution' || kind === 'quotation' || kind === 'link') return none
  const written = source.slice(...range)
  // "Rossi (2020)" is read; "(Rossi, 2020)" is a mark.
  if (kind === 'author-year' && !written.startsWith('(')) return none
  // `[JSON](https://…/wiki/JSON)` is a bare address to the model of the article, too.
  if (kind === 'bare-url' && !isAddress(written)) return none
  if (written.startsWith('<sup')) {
    const mark = marksOf(sentence).find(({node}) => rangeOf(node)[0] === range[0])
    const number = mark && /^\[?\d{1,3}\]?/.exec(prose.value.slice(mark.start, mark.start + 5))?.[0]
    return mark && number ? [mark.start, mark.start + number.length] : none
  }
  // `[^1]` and tags show nothing.
  if (kind === 'footnote' && /^(?:\[\^|<)/.test(written)) return none
  return [indexOf(prose, range[0]), indexOf(prose, range[1])]
}

/** Whether the words of a citation are its address: no part of the sentence. */
export function isAddress(written: string): boolean {
  return /^<?(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+){1,4}\/\S*$/i.test(written)
}

/** The first character of a prose that stands at a place of the source or behind it. */
function indexOf(prose: Prose, place: number): number {
  let low = 0
  let high = prose.value.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (prose.at(middle, 1)[0] < place) low = middle + 1
    else high = middle
  }
  return low
}
