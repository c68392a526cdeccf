import {lazy} from '../lazy.ts'
import type {Paragraph} from '../model.ts'
import {isCapital} from '../prose/names.ts'

/** The number of an entry: "12.", "[12]", "(3)". */
const number = /^[[(]{0,2}\d{1,3}[\])]{0,2}[.:]?\s+/

const year = '(?:1[5-9]|20)\\d\\d[a-z]?'
const date = new RegExp(`\\b${year}\\b|\\bn\\.d\\.`)

const onlyAddress = /^<?(?:https?:\/\/|www\.)\S+$/i
const lastWord = /(?<!\S)\S+$/
const opensAddress = /(?:https?:\/\/|www\.)\S/i
/** "mill.org/bread", as MLA has it, or with a scheme. */
const anyAddress = /(?:https?:\/\/|www\.)\S+|(?<![\w-])-*\b[\w-]+(?:\.[\w-]+){0,4}\.[a-z]{2,6}\/[\w~#%./-]+/i

/** "vol. 9", "pp. 3–5", "34(2), 1", "2003; 361", "Accessed 3 May": where in a work, or when it was read. */
const detail = lazy(
  () =>
    /\bvol\. ?\d|\bno\. ?\d|\bpp?\. ?\d|\bdoi\b|\b\d{4} ?; ?\d|\b\d+ ?\(\d+\)[,:] ?\d|\b(?:accessed|retrieved) (?:on )?(?:\d|\p{Lu})/iu
)

/** What the next three have in common. */
const anyAuthor = lazy(() => /^\p{Lu}[\p{L}'’-]+(?:, \p{Lu}| \p{Lu}{1,3}[.,])/u)

/** "Rossi, A. (2019).", "Rossi, A., & Lee, B. (n.d.)." */
const initialsFirst = lazy(
  () =>
    new RegExp(
      `^\\p{Lu}[\\p{L}'’-]+, (?:\\p{Lu}\\.[ -]?){1,4}[^()]{0,200}\\((?:n\\.d\\.|${year}(?:, [^()]{3,14})?)\\)`,
      'u'
    )
)

/** "Rossi, Anna.", "Rossi, Anna B., and Ann Lee.", "Rossi, Anna, et al." */
const surnameFirst = lazy(
  () =>
    /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}(?:, et al|,? (?:and|&) \p{Lu}|(?<=\.) [\p{Lu}\d“"‘]|\. [\p{Lu}\d“"‘])/u
)

/** "Rossi AB. Bread", "Rossi A, Lee B.", "Rossi A. Lee B. Bread", as medical journals write names. */
const initialsLast = lazy(() => /^\p{Lu}[\p{L}'’-]+ \p{Lu}{1,3}(?:\. |, \p{Lu}[\p{L}'’-]+ \p{Lu}{1,3}[.,])/u)

/** "---. “Bread.”": the author of the entry above. */
const sameAuthor = /^(?:[-–—]{1,3}|_{3,})\. /
const sameAuthorMarks = '-–—_'

/** "“Bread.” The Mill", "Mill Museum. “Bread,” The Mill": a title in quotation marks, before it nothing or a name. */
const quotedTitle = lazy(
  () =>
    /^(?:\p{Lu}[\p{L}\p{M}\d.’&-]*(?:,? (?:and|of|the|for|de|von|van|&|\p{Lu}[\p{L}\p{M}\d.’&-]*)){0,9}[.,:] )?(?:“[^“”]{4,200}”|"[^"]{4,200}")/u
)

/** Words that the rest of such an entry may have in lower case. */
const small =
  /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|via|with|pp?|vol|no|ed|eds|trans|accessed|retrieved|et|al|de|la|der|die|und|https?)$/

/** "(2019). ", "(2019, May 16). ", "(n.d.). " */
const dateInBrackets = new RegExp(`\\((?:n\\.d\\.|${year}(?:, [^()]{3,14})?)\\)\\. \\S`)

/** "(York: Mill Press, 2019), 34." at the end. */
const imprint = lazy(
  () =>
    new RegExp(
      `\\(\\p{Lu}[^():]{2,40}: \\p{Lu}[^():]{2,50}, ${year}\\)[.,]?(?: \\d[\\d–, -]{0,12})?\\.?$`,
      'u'
    )
)
/** The bracket, a mark, a blank and up to 13 characters of pages, a full stop. */
const longestAfterImprint = 17

/** ", 5 May 2019, https://mill.org" at the end. */
const dateThenAddress = lazy(
  () =>
    new RegExp(
      `[.,] (?:\\d{1,2} )?(?:\\p{Lu}\\p{L}{2,8}\\.? )?(?:\\d{1,2}, )?${year}[.,] (?:https?://|www\\.)\\S+$`,
      'u'
    )
)

/** ", 2019.", ". 2018.", "(2019).": where an entry has its year. */
const yearAfterMark = new RegExp(`(?:, |\\. |\\()${year}(?:\\)|[.,:]|$)`)

const mostCharacters = 600

const [comma, stop, blank, lineFeed, bracket, parenthesis] = [0x2c, 0x2e, 0x20, 0x0a, 0x5b, 0x28]
const [zero, nine] = [0x30, 0x39]

/** "Rossi, Anna. Bread in the North. Mill Press, 2019.": an entry of a list of sources, wherever it stands. */
export function isReferenceEntry({prose: {value}}: Paragraph): boolean {
  if (value.length < 8 || value.length > mostCharacters || !mayBeEntry(value)) return false
  const text = withoutNumber(value)
  const hasAddress = text.includes('//') || text.includes('www.')
  if (sameAuthorMarks.includes(text.charAt(0)) && sameAuthor.test(text)) return true
  if (mayOpenWithAuthor(text) && anyAuthor().test(text)) {
    if (initialsFirst().test(text)) return true
    if (surnameFirst().test(text))
      return hasAddress || detail().test(text) || yearAfterMark.test(text) || holdsAddress(text)
    if (initialsLast().test(text)) return hasAddress || detail().test(text)
  }
  // Without a date and an address nothing that follows is an entry, either.
  if (mayQuoteTitle(text) && (hasAddress || date.test(text) || holdsAddress(text))) {
    const quoted = quotedTitle().exec(text)?.[0]
    if (quoted !== undefined) return isImprint(text.slice(quoted.length))
  }
  if (hasAddress) {
    if (onlyAddress.test(text) || dateThenAddress().test(text)) return true
    return opensAddress.test(lastWord.exec(text)?.[0] ?? '') && dateInBrackets.test(text)
  }
  return text.slice(-longestAfterImprint).includes(')') && text.includes(': ') && imprint().test(text)
}

/** No sentence, for every word has a capital or is small, and not the speaker of a motto behind a dash. */
function isImprint(text: string): boolean {
  if (/^ ?[-–—~]/.test(text)) return false
  const rest = mayHoldAddress(text) ? text.replace(anyAddress, '') : text
  let count = 0
  // Most texts have a word of a sentence among their first ones.
  for (const [word] of rest.matchAll(/[\p{L}\d][\p{L}\p{M}\d’'-]*/gu)) {
    if (++count === 40 || (/^\p{Ll}/u.test(word) && !small.test(word))) return false
  }
  return true
}

/** `anyAddress` finds none without a stroke or "www.". */
function mayHoldAddress(text: string): boolean {
  return text.includes('/') || /www\./i.test(text)
}

function holdsAddress(text: string): boolean {
  return mayHoldAddress(text) && anyAddress.test(text)
}

/** An address, a title in quotation marks, the bracket of an imprint: without a number and an author one of them is there. */
const signs = /\/\/|www\.|["“)]/

/** Whether a text that opens with no number may be an entry. */
function mayBeEntry(value: string): boolean {
  return (
    mayHaveNumber(value) ||
    signs.test(value) ||
    sameAuthorMarks.includes(value.charAt(0)) ||
    mayOpenWithAuthor(value)
  )
}

/** Looked at before `anyAuthor`: after the first word a comma, or a mark behind up to three letters; a capital opens both words. */
function mayOpenWithAuthor(text: string): boolean {
  const space = text.search(/[ \n]/)
  if (space < 2 || !isCapital(text, 0) || !isCapital(text, space + 1)) return false
  if (text.charCodeAt(space - 1) === comma) return true
  // A letter outside the basic plane takes two places.
  for (let at = space + 2; at < space + 8; at++) {
    const code = text.charCodeAt(at)
    if (code === comma || code === stop) return true
  }
  return false
}

/** Looked at before `quotedTitle`: the first quotation mark opens the text, or stands behind a mark and a blank. */
function mayQuoteTitle(text: string): boolean {
  const at = text.search(/["“]/)
  if (at <= 0) return at === 0
  return at < 100 && text.charCodeAt(at - 1) === blank && '.,:'.includes(text.charAt(at - 2))
}

function withoutNumber(value: string): string {
  const line = value.includes('\n') ? value.replaceAll('\n', ' ') : value
  return mayHaveNumber(line) ? line.replace(number, '').trim() : line
}

/** Whether a text may open with a number, or has blanks around it. */
function mayHaveNumber(text: string): boolean {
  const first = text.charCodeAt(0)
  return (
    isGap(first) ||
    first === bracket ||
    first === parenthesis ||
    (first >= zero && first <= nine) ||
    isGap(text.charCodeAt(text.length - 1))
  )
}

function isGap(code: number): boolean {
  return code === blank || code === lineFeed
}

/** An address, perhaps with a number before it, and nothing else. */
export function isBareAddress({prose: {value}}: Paragraph): boolean {
  return (value.includes('//') || value.includes('www.')) && onlyAddress.test(withoutNumber(value))
}
