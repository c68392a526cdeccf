import {attribute, type Element, findElement, textIn} from './page-tree.ts'

// What of a page is read. A text that is left out makes a true statement look unfounded, so only what surely is no part of what
// the page says is.

/** Nothing of them is to be read. */
const silent = new Set(
  `script style template link meta base head title iframe object embed canvas video audio select option optgroup
  datalist button input textarea annotation annotation-xml rt rp noframes frameset`.split(/\s+/)
)
const chrome = new Set(['nav', 'search', 'menu'])
const chromeRoles = new Set('navigation search menu menubar toolbar contentinfo'.split(' '))
/** For screen readers: what they say stands on the page in another form. */
const unseenClass = /^(?:sr-only|visually-?hidden|screen-reader-text|screen-reader-only)$/i
const advert = /^(?:ads?|advert|advertisement|adsbygoogle|ad-(?:slot|unit|container)|sponsored-links)$/i
const consent =
  /(?:cookie|consent)s?[-_]{0,2}(?:banner|notice|bar|popup|modal|wall|dialog|overlay|box)|onetrust|didomi|cybotcookie|gdpr-/i
/** “[edit]” beside the headings of a wiki, and its notes on the article. */
const wikiFurniture = /^(?:mw-editsection|noprint|ambox|mw-empty-elt|mw-jump-link)$/
/** A click shows what is in them. */
const folded =
  /accordion|collaps|tab-?panel|tab-?pane|tab-?content|toggle|expand|read-?more|show-?more|faq|answer/i

/** Whether an element, with all that is in it, says nothing. */
export function isLeftOut(element: Element): boolean {
  const {tagName} = element
  if (silent.has(tagName) || chrome.has(tagName)) return true
  if (element.attrs.length === 0) return false
  const role = attribute(element, 'role')
  if (role !== undefined && chromeRoles.has(role)) return true
  const names = namesOf(element)
  if (names.some((name) => advert.test(name) || consent.test(name) || wikiFurniture.test(name))) return true
  if (names.some((name) => unseenClass.test(name)) && !hasTable(element)) return true
  return isHidden(element) && role !== 'tabpanel' && !names.some((name) => folded.test(name))
}

function isHidden(element: Element): boolean {
  const hidden = attribute(element, 'hidden')
  if (hidden !== undefined && hidden !== 'until-found') return true
  return /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(
    attribute(element, 'style') ?? ''
  )
}

/** A chart has its figures in a table that only screen readers show. */
function hasTable(element: Element): boolean {
  return findElement(element, ({tagName}) => tagName === 'table', 1000) !== undefined
}

/** Its id and classes, as far as anybody names them. */
function namesOf(element: Element): string[] {
  const named = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`
  return named.slice(0, 1000).split(/\s+/)
}

/** Whether an element is the mark of a footnote: `[3]`, a small `3` that is a link. */
export function isFootnoteMark(element: Element): boolean {
  const {tagName} = element
  if (tagName !== 'sup' && tagName !== 'a') return false
  const text = textIn(element, 40).replace(/\s+/g, ' ').trim()
  const isShort = /^(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})(?: ?, ?\d{1,3}){0,5}$/.test(text)
  if (tagName === 'a') {
    const href = attribute(element, 'href') ?? ''
    return /^[^#]{0,200}#.{0,40}(?:note|ref|cite|fn|bib)/i.test(href) && (isShort || isBracketed(text))
  }
  if (isBracketed(text)) return true
  if (!isShort) return text === ''
  return (
    namesOf(element).some((name) => /reference|footnote|cite|^fn/i.test(name)) ||
    findElement(element, (inner) => inner.tagName === 'a', 100) !== undefined
  )
}

function isBracketed(text: string): boolean {
  return /^[[(](?:\d{1,3}|[a-z]|(?:note|nb|fn) ?\d{1,3}|citation needed|clarification needed|when\?|who\?)[\])]$/i.test(
    text
  )
}
