import type {Citation, Document, Range} from '../../document/model.ts'
import type {Note} from '../../document/references/notes.ts'

/** In characters: “the Guild ([report](…))” is one source. */
const near = 4

/** A link that names its own source: `[the county audit found](…)`. */
const speaks =
  /\b(?:according|says?|said|found|finds|reported|shows?|showed|told|tells|wrote|writes|estimated)\b/i

/**
 * Whether a sentence cites something beside web pages, which may hold what the pages don't: a book in a footnote, “(Rossi,
 * 2020)”, a film, a download, somebody who is named without a link beside somebody with one.
 *
 * @param citations of the sentence
 * @param isPage whether a citation leads to a page that can be read; true, too, where it cites nothing
 */
export function citesOthers(
  citations: readonly Citation[],
  noteOf: (citation: Citation) => Note | undefined,
  isPage: (citation: Citation) => boolean,
  {text}: Document
): boolean {
  const links = citations.filter(({url}) => url !== undefined)
  const named = citations.filter(({kind}) => kind === 'attribution')
  const linked = named.filter(({range}) => links.some((link) => isBeside(range, link.range)))
  const telling = [...linked, ...links.filter(({range}) => speaks.test(text.slice(...range)))]
  return (
    citations.some((citation) => {
      if (citation.url !== undefined) return !isPage(citation)
      if (citation.kind === 'citation-key') return true
      const isMark = ['footnote', 'note-number', 'author-year'].includes(citation.kind)
      return isMark && (noteOf(citation)?.urls.length ?? 0) === 0
    }) ||
    (telling.length > 0 &&
      named.some((one) => !linked.includes(one) && !telling.some((other) => isSame(one, other, text))))
  )
}

function isBeside([start, end]: Range, [from, to]: Range): boolean {
  return from <= end + near && start <= to + near
}

/** Both name the same: “according to the Mill Guild” and “the Guild said”. */
function isSame(one: Citation, other: Citation, text: string): boolean {
  const names = new Set(text.slice(...one.range).match(/\p{Lu}[\p{L}\d]+/gu))
  return (text.slice(...other.range).match(/\p{Lu}[\p{L}\d]+/gu) ?? []).some((name) => names.has(name))
}
