import type {
  Citation,
  CitationKind,
  Claim,
  ClaimKind,
  Document,
  EvidenceScope,
  Paragraph
} from '../document/model.ts'
import {isEnglish} from '../document/prose/language.ts'
import {createNoteFinder, type Note} from '../document/references/notes.ts'
import type {CitedStatement, Statement} from '../rule/index.ts'
import type {SourceCheck} from './claim-checks.ts'
import {createLocator, type Locator, type Place} from './message.ts'

/** A source in an article, as seen from a claim. */
export interface ListedSource extends Place {
  readonly kind: CitationKind
  /** The words that cite, as a reader sees them; what the footnote or entry says where they point to one. */
  readonly text: string
  readonly url?: string
  /** In sentences, below 0 before the claim; nothing when it stands in another paragraph. */
  readonly distance?: number
  /** What came of looking there, where sources were checked. */
  readonly check?: SourceCheck
}

/** A source in reach of a claim: one that covers it, or the nearest one of its section. */
export interface ReachedSource extends ListedSource {
  readonly reach: EvidenceScope
  /** The other links, notes and references of the same sentence. */
  readonly also?: readonly ListedSource[]
}

/** A statement that an editor would ask a source for: plain JSON, as in the report. */
export interface ListedClaim extends Place {
  readonly kind: ClaimKind
  /** 0-1: how surely it needs a source, whether it has one or not. */
  readonly confidence: number
  /** The sentence as a reader sees it, on one line; `start` and `end` are its place in the file. */
  readonly text: string
  readonly source?: ReachedSource
  /** The nearest source, where none is in reach. */
  readonly nearest?: ListedSource
  /** Where a paragraph that is a copy says it again. */
  readonly repeats?: readonly Place[]
  /** What its sources are to be asked for, until they are. */
  readonly asks?: Statement
}

/** The claims of one article, in the order of the text. */
export interface ClaimSheet {
  readonly path: string
  readonly title?: string
  /** Claims are found in English only. */
  readonly language: string
  /** The article names its sources in one place. */
  readonly hasReferenceList: boolean
  readonly claims: readonly ListedClaim[]
}

export interface ClaimSheetSettings {
  /** How surely a claim must need a source to be listed, 0-1; by default 0.35. */
  readonly minConfidence?: number | undefined
  /** Reads what sources are to be asked for, where they are to be asked. */
  readonly readStatements?: ((document: Document) => readonly CitedStatement[]) | undefined
}

/** More claims than `unsourced-claim` reports: a fact checker would rather cross one out than miss one. */
const usualConfidence = 0.35

/**
 * Lists the claims of an article with the source of each.
 *
 * @param shift characters of the file before the document's text (a byte order mark)
 */
export function createClaimSheet(
  document: Document,
  {minConfidence = usualConfidence, readStatements}: ClaimSheetSettings = {},
  shift = 0
): ClaimSheet {
  const {path = '<stdin>', title, language, hasReferenceList} = document
  const locator = createLocator(document.text, shift)
  const listSources = createSourceLister(document, locator)
  const statements = new Map(readStatements?.(document).map((statement) => [statement.range[0], statement]))
  const claims = (isEnglish(language) ? document.claims : [])
    .filter(({need}) => need >= minConfidence)
    .map((claim): ListedClaim => {
      const {kind, need, sentence, reach, repeats} = claim
      const [source, ...also] = listSources(claim)
      const statement = statements.get(sentence.range[0])
      return {
        ...locator.place(sentence.range),
        kind,
        confidence: Math.round(need * 1000) / 1000,
        text: oneLine(sentence.text),
        ...(source &&
          (reach ? {source: {reach, ...source, ...(also.length > 0 && {also})}} : {nearest: source})),
        ...(statement && {asks: toStatement(statement)}),
        ...(repeats && {repeats: repeats.map(({range}) => locator.place(range))})
      }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return {path, ...(title && {title: oneLine(title.text)}), language, hasReferenceList, claims}
}

/** Without its places. */
function toStatement({text, figures, quotations, names}: CitedStatement): Statement {
  return {text, figures, quotations, names}
}

/** The most findable first. */
const ranks: readonly CitationKind[] = [
  'link',
  'bare-url',
  'footnote',
  'note-number',
  'citation-key',
  'author-year',
  'attribution',
  'quotation'
]

/** Gives the citations of the sentence that a claim's source stands in: what a reader can follow, else who is named. */
function createSourceLister(document: Document, locator: Locator): (claim: Claim) => readonly ListedSource[] {
  const noteOf = createNoteFinder(document)
  const cited = new Map<Paragraph, Map<number, Citation[]>>()
  for (const citation of document.citations) {
    const sentences = cited.get(citation.paragraph) ?? new Map<number, Citation[]>()
    cited.set(citation.paragraph, sentences)
    const known = sentences.get(citation.sentence)
    if (known) known.push(citation)
    else sentences.set(citation.sentence, [citation])
  }
  return ({sentence, citation}) => {
    if (citation === undefined) return []
    const beside = cited.get(citation.paragraph)?.get(citation.sentence) ?? [citation]
    const found = beside.toSorted((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind))
    const isPlain = ({kind}: Citation): boolean => kind === 'attribution' || kind === 'quotation'
    const [best = citation] = found
    const listed = isPlain(best) ? [citation] : found.filter((other) => !isPlain(other))
    const isNear = citation.paragraph === sentence.paragraph
    const sources = listed.map(
      (one): ListedSource => ({
        ...readSource(document, one, noteOf(one)),
        ...(isNear ? {distance: one.sentence - sentence.index} : {}),
        ...locator.place(one.range)
      })
    )
    return [...new Map(sources.map((source) => [source.url ?? source.text, source])).values()]
  }
}

function readSource(
  document: Document,
  {kind, range, url: own}: Citation,
  note: Note | undefined
): Pick<ListedSource, 'kind' | 'text' | 'url'> {
  const words = oneLine(
    document.text
      .slice(...range)
      .replace(/\]\([^)\s]*\)?/g, (address) => (address.endsWith(')') ? '' : address))
      .replace(/[*_`]+/g, '')
  )
  const url = own ?? note?.url
  return {
    kind,
    text: note ? `${words} ${note.text}` : words,
    ...(url === undefined ? {} : {url})
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
