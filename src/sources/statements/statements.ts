import type {Citation, Claim, Document, Paragraph, Range, Sentence} from '../../document/model.ts'
import {isEnglish} from '../../document/prose/language.ts'
import {titleCaseShare} from '../../document/prose/names.ts'
import {createSpans, findQuotations} from '../../document/prose/quoted.ts'
import {splitWords} from '../../document/prose/words.ts'
import {createNoteFinder, type Note} from '../../document/references/notes.ts'
import type {Statement} from '../model.ts'
import {sourceAddress} from './address.ts'
import {isHome, isOfStatement, isReadable} from './cited-links.ts'
import {type CitedText, isAddress, readCitedText} from './cited-text.ts'
import {findNames, readKnownNames} from './names.ts'
import {citesOthers} from './other-sources.ts'
import {findSaid, isSpeech} from './quotations.ts'
import {marksOf} from './sentence-marks.ts'
import {findStated} from './stated-figures.ts'
import {findTimely} from './timely.ts'

/** A sentence of an article with the pages it cites, and what of it they have to say. */
export interface CitedStatement extends Statement {
  /** Of the sentence. */
  readonly range: Range
  /** Web addresses, each with the words that cite it. */
  readonly sources: readonly {readonly url: string; readonly range: Range}[]
  /** Where each of the figures and quotations stands. */
  readonly figureRanges: readonly Range[]
  readonly quotationRanges: readonly Range[]
  /** Words that hold it to the day it was written: “currently”, “as of 2026”. */
  readonly timely?: {readonly text: string; readonly range: Range}
  /**
   * Its sources may be for something else: they stand in a neighbouring sentence, or are links from the name of a thing. What
   * they contradict can be told, what they don't have can't.
   */
  readonly isNear?: true
  /** It cites something else, too: a book, a film, a study without an address. What the pages don't have may stand there. */
  readonly hasOthers?: true
}

const known = new WeakMap<Document, readonly CitedStatement[]>()

/** The sentences of an English article that cite web pages for what they state or quote. */
export function readStatements(document: Document): readonly CitedStatement[] {
  const statements = known.get(document) ?? (isEnglish(document.language) ? findStatements(document) : [])
  known.set(document, statements)
  return statements
}

/** How surely a sentence must state something of the world: as the claim sheet has it. */
const leastNeed = 0.35
/** In characters: what is longer is no sentence, but a list or a table that lost its marks. */
const longest = 800
/** Code that lost its marks: `( frozen = True )`, `{ "`, `get ()`. */
const code =
  /[)}\]] ?\{|[}\]] ?;|\w \( ?\)|\(\);|= ?(?:["'[{(]|True\b|False\b|None\b)|["'] ?: ?["'[{]|\bGET \/|\b(?:import|const) \w+ ?[={]|\bfrom \w+ import\b/
/** No item of a list, no question. */
const ended = /[.!]["”’)]?$/
/** In words: so few say too little to be a claim, but where they cite a page they hang on it. */
const fewestOfClaim = 6
const fewest = 3
/** In sentences: a source further away is for another one. */
const farthest = 2

type Source = CitedStatement['sources'][number] & {
  /** More about a thing that the sentence names. */
  readonly isWeak: boolean
}

function findStatements(document: Document): CitedStatement[] {
  const cited = groupCitations(document)
  if (cited.size === 0) return []
  const sourcesOf = createSourceFinder(document, cited)
  const claims = new Map(document.claims.map((claim) => [claim.sentence, claim]))
  const names = readKnownNames(document.sentences)
  const found: CitedStatement[] = []
  for (const sentence of document.sentences) {
    if (sentence.paragraph.place === 'quote' || sentence.text.length > longest) continue
    const claim = claims.get(sentence)
    const {sources: all, hasOthers} = sourcesOf(sentence)
    const own = all.filter(({isWeak}) => !isWeak)
    const near = own.length > 0 ? own : all.length > 0 ? all : nearSources(sentence, claim, sourcesOf)
    const sources = near.map(({url, range}) => ({url, range}))
    if (sources.length === 0) continue
    const citations = cited.get(sentence.paragraph)?.get(sentence.index) ?? []
    const isClaim = (claim?.need ?? 0) >= leastNeed || (own.length > 0 && isShortClaim(sentence))
    const statement = readStatement(sentence, citations, isClaim, names, document)
    const marks = {...(own.length === 0 && {isNear: true as const}), ...(hasOthers && {hasOthers})}
    if (statement) found.push({...statement, sources, ...marks})
  }
  return found
}

type Cited = ReadonlyMap<Paragraph, ReadonlyMap<number, readonly Citation[]>>

function groupCitations({citations}: Document): Cited {
  const cited = new Map<Paragraph, Map<number, Citation[]>>()
  for (const citation of citations) {
    const sentences = cited.get(citation.paragraph) ?? new Map<number, Citation[]>()
    cited.set(citation.paragraph, sentences)
    const beside = sentences.get(citation.sentence)
    if (beside) beside.push(citation)
    else sentences.set(citation.sentence, [citation])
  }
  return cited
}

/** “Nitrate averaged [6.5 mg/l](…).” */
function isShortClaim({text, words}: Sentence): boolean {
  if (words.length < fewest || words.length >= fewestOfClaim) return false
  return ended.test(text) && titleCaseShare(text) < 0.7
}

interface SentenceSources {
  readonly sources: readonly Source[]
  readonly hasOthers?: true
}

/** Gives the pages that a sentence cites itself, or that stand behind it as “([source](…))”. */
function createSourceFinder(document: Document, cited: Cited): (sentence: Sentence) => SentenceSources {
  const noteOf = createNoteFinder(document)
  return (sentence) => {
    const {paragraph, index} = sentence
    const sentences = cited.get(paragraph)
    const next = paragraph.sentences[index + 1]
    const behind = next && isMark(next, sentences?.get(index + 1) ?? []) ? [next] : []
    const found = [sentence, ...behind].map((one) => {
      const beside = one.text.length > longest ? [] : (sentences?.get(one.index) ?? [])
      const isPage = ({url = '', range}: Citation): boolean => {
        const isWeb = sourceAddress(url) !== undefined && (isReadable(url) || isHome(url))
        return isWeb || isWeak(url, range, one, beside)
      }
      return {
        sources: beside.flatMap((citation) => readSource(citation, one, beside, noteOf(citation))),
        hasOthers: beside.length > 0 && citesOthers(beside, noteOf, isPage, document)
      }
    })
    const sources = found.flatMap((one) => one.sources)
    return {
      sources: [...new Map(sources.map((source) => [source.url, source])).values()],
      ...(found.some(({hasOthers}) => hasOthers) && {hasOthers: true})
    }
  }
}

/** A sentence of nothing but a citation. */
function isMark({text, words}: Sentence, citations: readonly Citation[]): boolean {
  return (
    citations.some(({url}) => url !== undefined) &&
    (words.length <= 3 || /^[([][^()[\]]*[)\]]\.?$/.test(text))
  )
}

function readSource(
  citation: Citation,
  sentence: Sentence,
  beside: readonly Citation[],
  note: Note | undefined
): readonly Source[] {
  const {kind, range, url} = citation
  if (kind === 'attribution' || kind === 'quotation' || kind === 'citation-key') return []
  const urls = (url === undefined ? (note?.urls ?? []) : [url]).filter(
    (one) => sourceAddress(one) !== undefined && isReadable(one)
  )
  if (urls.length === 0) return []
  return urls.map((one) => ({
    url: one,
    range,
    isWeak: url !== undefined && kind !== 'note-number' && isWeak(one, range, sentence, beside)
  }))
}

/** A link that tells more about a thing in its sentence, and is no source of it. */
function isWeak(url: string, range: Range, sentence: Sentence, beside: readonly Citation[]): boolean {
  const mark = linkAt(sentence, range)
  if (mark === undefined || isAddress(sentence.text.slice(...mark))) return false
  const plain = beside.filter((other) => other.kind === 'attribution' || other.kind === 'quotation')
  return !isOfStatement(sentence, mark, url, plain)
}

/** The words of a link, `[start, end)` in its sentence. */
function linkAt(sentence: Sentence, range: Range): Range | undefined {
  const {paragraph, start, text} = sentence
  const {prose} = paragraph
  const mark = marksOf(sentence).find(
    (one) => one.start < one.end && prose.at(one.start, one.end - one.start)[0] === range[0]
  )
  return mark && [Math.max(0, mark.start - start), Math.min(text.length, mark.end - start)]
}

function nearSources(
  {paragraph}: Sentence,
  claim: Claim | undefined,
  sourcesOf: (sentence: Sentence) => SentenceSources
): readonly Source[] {
  const {citation, reach, distance = 0, need = 0} = claim ?? {}
  if (!citation || reach !== 'paragraph' || citation.paragraph !== paragraph) return []
  if (need < leastNeed || Math.abs(distance) > farthest) return []
  const there = paragraph.sentences[citation.sentence]
  return there ? sourcesOf(there).sources.filter(({isWeak}) => !isWeak) : []
}

/** The author's own doings, which no page tells. */
const own =
  /\b(?:I|I['’](?:m|ve|d|ll)|we|We|We['’](?:re|ve|d|ll)|we['’](?:re|ve|d|ll)|my|My|our|Our|us|ours|mine)\b/

function readStatement(
  sentence: Sentence,
  citations: readonly Citation[],
  isClaim: boolean,
  known: ReadonlySet<string>,
  document: Document
): Omit<CitedStatement, 'sources' | 'isNear' | 'hasOthers'> | undefined {
  const isAttributed = citations.some(({kind}) => kind === 'attribution' || kind === 'quotation')
  const cited = readCitedText(sentence, citations, document)
  const {text} = cited
  const said =
    isAttributed || isClaim || isSpeech(text)
      ? findSaid(text).filter(([start, end]) => !isLink(sentence, cited, start, end))
      : []
  if (splitWords(text).length < fewest || code.test(text)) return undefined
  const marks = createSpans(findQuotations(text))
  const isQuoted = (start: number, end: number): boolean => marks.overlaps(start, end)
  const outside = withoutQuoted(text, isQuoted)
  const isOwn = !isAttributed && own.test(outside)
  const isAsked = isClaim || isAttributed
  const stated = isOwn ? [] : findStated(sentence, cited, isQuoted)
  // "The squad has [42 players](…)": the figure itself is the link.
  const figures = stated.filter(({range}) => isAsked || isLinked(sentence, cited, range, citations))
  const names = findNames(text, known)
  // Of what else is said, the page has to be about the same, at least; and an item of a list says nothing.
  const isStated = isAsked || said.length > 0 || (ended.test(text) && figures.length > 0)
  if (!isStated && (isOwn || names.length === 0 || !ended.test(text))) return undefined
  const timely =
    isClaim && !isOwn
      ? findTimely(
          text,
          isQuoted,
          figures.some(({isWeak}) => !isWeak)
        )
      : undefined
  const part = ([start, end]: Range): {readonly text: string} => ({text: text.slice(start, end)})
  return {
    text,
    figures: figures.map(({range, isWeak}) => ({...part(range), ...(isWeak && {isWeak})})),
    quotations: said.map(part),
    names,
    range: sentence.range,
    figureRanges: figures.map(({range}) => cited.at(...range)),
    quotationRanges: said.map(([start, end]) => cited.at(start, end)),
    ...(timely && {timely: {text: text.slice(...timely), range: cited.at(...timely)}})
  }
}

/** A link to a source holds the figure. */
function isLinked(
  sentence: Sentence,
  {places}: CitedText,
  [start, end]: Range,
  citations: readonly Citation[]
): boolean {
  const [from, to] = [places[start] ?? 0, places[end - 1] ?? 0]
  return citations.some(({kind, range, url}) => {
    const mark = url === undefined || kind === 'note-number' ? undefined : linkAt(sentence, range)
    return mark !== undefined && mark[0] <= to && from < mark[1]
  })
}

/** The text with blanks in the place of what is quoted. */
function withoutQuoted(text: string, isQuoted: (start: number, end: number) => boolean): string {
  return text.replace(/[\p{L}’']+/gu, (word, index: number) =>
    isQuoted(index, index + word.length) ? ' ' : word
  )
}

/** The quotation is the whole of a link, as the title of a page is: “How we baked a million loaves”. */
function isLink(sentence: Sentence, {places, text}: CitedText, start: number, end: number): boolean {
  if (isSpeech(`${text.slice(0, start)} ${text.slice(end)}`)) return false
  const from = sentence.start + (places[start] ?? 0)
  const to = sentence.start + (places[end - 1] ?? 0)
  return marksOf(sentence).some(
    ({node, start: first, end: last}) =>
      (node.type === 'link' || node.type === 'linkReference' || node.type === 'emphasis') &&
      first <= from &&
      to <= last &&
      last - first <= to - from + 6
  )
}
