import {lazy} from '../lazy.ts'
import type {CitationKind} from '../model.ts'

/** A citation that is written in plain text, `[start, end)` in the text. */
export interface TextCitation {
  readonly kind: CitationKind
  readonly start: number
  readonly end: number
}

/** `[@key]`, `[see @key, p. 3; @other]`, `\citep{key}` of articles made from LaTeX, and the role {cite}`key` of MyST. */
const citationKey =
  /\[[^[\]@]{0,60}@(?:[^\s[\]]{2,80}(?:\s[^[\]]{0,299})?|[^\s[\]]{80}[^[\]]{1,300})\]|\\[a-z]{0,9}cite[a-z]{0,9}\*?(?:\[[^\]]{0,40}\])?\{[^}]{1,200}\}|\{[%{][<%]?\s*(?:cite|ref|relref|link|post_url|footnote|fn|sidenote)\b[^}]{0,200}\}|\{(?:foot)?cite(?::[a-z]{1,6})?\}|<(?:Cite|Ref|Footnote|Sidenote)\s[^<>]{0,200}\/>/g

/** `[12]`, `[3, 5–7]` */
const noteNumber = /\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}\]/g

/** "The river rose (4).", not "(4) rivers". */
const numberInBrackets = lazy(() => /(?<=[\p{L}”"] )\(\d{1,2}(?:[,–-] ?\d{1,2}){0,5}\)(?=[.,;:](?:\s|$))/gu)

/** "The river rose.4 By" and "rose.¹": numbers of notes whose marks were lost. */
const gluedNumber = lazy(
  () => /[\p{L})”"][.,;]?([¹²³⁴-⁹⁰]{1,3}|(?<=\p{Ll}{2}[.,]["”)]?)\d{1,2}(?:,\d{1,2}){0,4})(?=\s|$)/gu
)

/** "(Rossi, 2020)", "(Rossi et al., 2020; WHO 2019, p. 4)", not "(Cyberpunk 2077)" */
const bracketed = lazy(
  () =>
    /\((?:see |e\.g\.,? |cf\. )?(\p{Lu}[^()]{1,160}?),? (?:1[5-9]\d|20[0-4])\d[a-z]?(?:[,;:][^()]{0,160})?\)/gu
)

/** "Rossi et al. (2020)", "Rossi and Bianchi (2020)", "Rossi (2020) found" */
const narrative = lazy(
  () =>
    /(?=\p{Lu})(?<=(?<![\p{L}'’-])[\p{Ll}\p{Lt}\p{Lm}\p{Lo}'’-]*)\p{Lu}[\p{L}'’-]+(?:,? et al\.?|,? (?:and|&) \p{Lu}[\p{L}'’-]+)? \((?:1[89]\d|20[0-4])\d[a-z]?\)/gu
)

/** "17 U.S.C. § 107", "45 CFR 164", "RCW 71.05.050", "Rossi v. Bianchi (1998)": law that a reader can look up. */
const legal = lazy(
  () =>
    /§{1,2} ?\d[\w.()-]*|\b(?:\d{1,3} )?(?:U\.S\.C\.?|C\.F\.R\.|CFR|USC|Pub\. L\. No\.|RCW|Fed\. Reg\.|F\.[23]d|U\.S\.) (?:§+ ?)?\d[\w.-]*|(?=\p{Lu})(?<=(?<![\p{L}’'.-])[\p{Ll}\p{Lt}\p{Lm}\p{Lo}’'.-]*)\p{Lu}[\p{L}’'.-]+ v\.? \p{Lu}[^()]{1,60} \((?:[^()]{0,20} )?(?:1[789]|20)\d\d\)/gu
)

const statuteHint = /§|U\.S|C\.F\.R|CFR|USC|RCW|Pub\. L|Fed\. Reg/
const caseHint = / v\.? /

/** `[text]({{ "/page/" | url }})`, `[text]({% link page.md %})`: links that only the site generator can read. */
const templateLink = /\[[^[\]\n]{1,200}\]\((?:\{[{%]|<%)[^\n)]{1,200}\)/g

/** `[[Oven report]]` of a wiki. */
const wikiLink = lazy(() => /(?<!\[)\[\[[\p{L}\d][^[\]\n]{1,200}\]\](?!\])/gu)

/** Without one of these only “et al.” can be a citation. */
const signs = /[@{(\]\d§>¹²³⁴-⁹]/

/** What the two forms with an author have in common. */
const yearInBrackets = /\([^()]{0,165}\b(?:1[5-9]\d|20[0-4])\d[a-z]?[),;:]/

const reporting =
  /^[,]? (?:\w+ly )?(?:found|finds|showed|shows|show|reported|reports|argued|argues|suggests?|suggested|noted|notes|observed|described|describes|proposed|proposes|estimated|estimates|concluded|concludes|demonstrated|defined?|defines)\b/

/**
 * Not the name of an author: "(May 2020)", "(Figure 2, 2020)", "(Born 1950)", "(Deadline: 2020)", "Pros and Cons (2020)",
 * "(ABC, founded 1950)", "(PDF, 12 pages, May 2020)".
 */
const noAuthor =
  /^(?:pdf|docx?|pptx?|xlsx?|csv|epub|zip|mp[34])\b|, (?:est(?:ablished|\.)?|founded|opened|built|launched|updated|released|since|from|until)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|^(?:spring|summer|autumn|fall|winter|early|mid|late|since|before|after|until|born|died|circa|c|fig|figure|table|chapter|section|version|copyright|updated|published|released|founded|est|established|season|q[1-4]|as of|in|on|from|by|reigned|ruled|opened|built|deadline|due|claim|expires|expected|valid|ends|starts|questions|reviews?|tips|tools|pros|pricing|plans|features|guides?|trends|statistics)\b/i

/** In brackets it says what happened that year: "(The mill was sold in 2019)", "(the third oven, installed May 2020)". */
const happened =
  / (?:was|were|is|are|has|had|been|acquired|announced|born|built|closed|completed|founded|installed|introduced|launched|opened|released|renamed)\b/

/** One thing in several versions: “(Oven Basic, Oven Server 2008, Oven 7)”. */
const versions = /^(\w+) [^,]{1,40}, \1 /

/** Before a year, the end of a sentence in brackets: "(Ann Lee opened the mill in 2001)". */
const inYear = / (?:in|since|until|till|from|around|about|before|after|during|late|early)$/i

/** "Rossi et al. trained", with or without a year. */
const andOthers = lazy(
  () => /(?=\p{Lu})(?<=(?<![\p{L}'’-])[\p{Ll}\p{Lt}\p{Lm}\p{Lo}'’-]*)\p{Lu}[\p{L}'’-]+,? et al\b\.?(?! \()/gu
)

/**
 * Citation keys, note numbers (where the article lists its references) and author-year citations of a text, which is on
 * one line.
 */
export function findTextCitations(text: string, hasReferences: boolean): TextCitation[] {
  const found: TextCitation[] = []
  const add: Add = (kind, start, length) => {
    found.push({kind, start, end: start + length})
  }
  // One look at the characters spares most texts the look for each form.
  if (signs.test(text)) addSigned(text, hasReferences, add)
  if (text.includes('[[')) addWikiLinks(text, add)
  if (text.includes(' et al')) {
    for (const {index, 0: match} of text.matchAll(andOthers())) add('attribution', index, match.length)
  }
  return found
}

type Add = (kind: CitationKind, start: number, length: number) => void

/** What has a bracket, a digit or a mark of a template in it. */
function addSigned(text: string, hasReferences: boolean, add: Add): void {
  if (text.includes('@') || text.includes('{') || (text.includes('/>') && /cite|<Cite/.test(text))) {
    for (const {index, 0: match} of text.matchAll(citationKey)) add('citation-key', index, match.length)
  }
  if (hasReferences && text.includes('[')) {
    for (const {index, 0: match} of text.matchAll(noteNumber)) add('note-number', index, match.length)
  }
  if (hasReferences && text.includes('(')) {
    for (const {index, 0: match} of text.matchAll(numberInBrackets())) add('note-number', index, match.length)
  }
  if (hasReferences && /[\d¹²³⁴-⁹]/.test(text)) {
    for (const {index, 0: match, 1: number = ''} of text.matchAll(gluedNumber())) {
      add('note-number', index + match.length - number.length, number.length)
    }
  }
  if (text.includes('(') && yearInBrackets.test(text)) {
    for (const {index, 0: match, 1: author = ''} of text.matchAll(bracketed())) {
      if (isAuthor(author)) add('author-year', index, match.length)
    }
    for (const {index, 0: match} of text.matchAll(narrative())) {
      const isNamed =
        /et al| and | & /.test(match) ||
        reporting.test(text.slice(index + match.length, index + match.length + 40))
      if (isNamed && isAuthor(match)) add('author-year', index, match.length)
    }
  }
  if (mayCiteLaw(text)) {
    for (const {index, 0: match} of text.matchAll(legal())) {
      add('attribution', index, match.replace(/(?<![.-])[.-]+$/, '').length)
    }
  }
  if (text.includes('](')) {
    for (const {index, 0: match} of text.matchAll(templateLink)) add('link', index, match.length)
  }
}

/** A case has its year in brackets, or `F.2d` behind it. */
function mayCiteLaw(text: string): boolean {
  if (!/\d/.test(text)) return false
  return statuteHint.test(text) || ((text.includes('(') || text.includes('F.')) && caseHint.test(text))
}

/** `[[1]]` is the number of a note, or code. */
function addWikiLinks(text: string, add: Add): void {
  for (const {index, 0: match} of text.matchAll(wikiLink()))
    if (/\p{L}{2}/u.test(match)) add('link', index, match.length)
}

/** Whether what stands before a year can name who wrote something. */
function isAuthor(name: string): boolean {
  return (
    !noAuthor.test(name) &&
    !happened.test(name) &&
    !inYear.test(name) &&
    !versions.test(name) &&
    !/[%+~]/.test(name) &&
    !/\d/.test(name.slice(0, 3)) &&
    name.split(' ').length <= 24
  )
}
