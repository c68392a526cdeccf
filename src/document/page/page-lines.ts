import {lazy} from '../lazy.ts'
import {normaliseLine} from '../prose/names.ts'
import {isPageNotice, menuNames, pageLines, sectionNames, shareNames} from './furniture-phrases.ts'
import {isAdvertisement, isButtons} from './page-buttons.ts'

/** `##Events`, `{{ share }}`, `$comments$`: a broken mark or a call of a template, which a generator fills in. */
const marked = /^[#{$%@:<\\]|^\[\[/

/** `Board index ‹ Workshop ‹ Hand tools`, `Sport > Rowing > Boats`: the way from the start of the site to the page. */
export function isTrail(text: string): boolean {
  return text.length <= 150 && trail().test(text)
}

const trail = lazy(
  () =>
    /^\p{Lu}[^>»›‹.:;!?]{0,50}(?:(?: [>»›‹] \p{Lu}[^>»›‹]{1,100}){2,6}|(?: \/ \p{Lu}[^/.:;!?]{1,30}){2,5})$/u
)
/** Of a magazine. */
const issue = lazy(() => /^(?:\p{L}{3,12} )?\d{4} issue$/u)

/** `News & Updates`, `Home > Tech > Cloud`, `Culture | May 2021 Issue`: names of sections and nothing else. */
export function isSectionLabel(text: string): boolean {
  if (isTrail(text)) return true
  if (text.length > 60 || marked.test(text)) return false
  if (/^home\s*[>»›/]/i.test(text)) return true
  if (sectionNames.has(normaliseLine(text))) return true
  const parts = text.split(/(?:(?<!\s)\s+)?(?:[&|>»›/,·•●]|\band\b)\s*/i).map(normaliseLine)
  return parts.length > 1 && parts.every((part) => sectionNames.has(part) || issue().test(part))
}

/** `Home > Food > Bread`, `Blog / Sport / Rowing`: a trail from a page that every site has, or from a section. */
export function isHomeTrail(text: string): boolean {
  if (!isTrail(text)) return false
  const first = normaliseLine(text.split(/ [>»›‹/] /, 1)[0] ?? '')
  return menuNames.has(first) || sectionNames.has(first)
}

/** `Parenting | Toddlers`: a section, and names that other sites don't have; above a title it is nothing else. */
export function isSectionPath(text: string): boolean {
  if (text.length > 60 || !/ [|>»›/] /.test(text)) return false
  const parts = text.split(/ [|>»›/] /)
  return (
    sectionNames.has(normaliseLine(parts[0] ?? '')) &&
    parts.every((part) => /^\p{Lu}[^.,:;!?]*$/u.test(part) && part.split(' ').length <= 3)
  )
}

/** A control or notice of the page: `Skip to content`, `Share this article`, `© 2025 Example`. */
export function isPageLine(text: string): boolean {
  if (text.length > 150 || marked.test(text)) return false
  if (isPageNotice(text)) return true
  if (text.length > 80 || text.endsWith(':')) return false
  return (
    pageLines.has(normaliseLine(text)) ||
    shareNames.test(text) ||
    isMenu(text) ||
    isLegalMenu(text) ||
    isButtons(text) ||
    isAdvertisement(text) ||
    /^\[(?:embedded content|embed|advertisement|video|gallery|slideshow)\]$/i.test(text) ||
    /^(?:©|\(c\)|copyright ©?) ?\d{4}\b/i.test(text)
  )
}

/** Nobody names two of these but the foot of a page. */
const legalNames = new Set(
  'accessibility|ad choices|all rights reserved|contact|contact us|cookie policy|cookie settings|cookies|do not sell my personal information|imprint|legal notice|privacy|privacy notice|privacy policy|sitemap|terms|terms and conditions|terms of service|terms of use'.split(
    '|'
  )
)

/** `Privacy Policy | Terms of Service` */
function isLegalMenu(text: string): boolean {
  if (!/^[acdilpst][^.!?]{4,}[|·•]/i.test(text)) return false
  const names = text.split(/\s?[|·•]\s?/).map(normaliseLine)
  return names.length > 1 && names.every((name) => legalNames.has(name))
}

/** `Village News   Bread   Soup   About   Contact`: the menu of a page, whose links ran together. */
function isMenu(text: string): boolean {
  if (!/\s{2}|\t|\s[|·•–-]\s/.test(text)) return false
  const parts = text.split(/\s{2,}|\t|\s[|·•–-]\s/)
  return (
    parts.length >= 3 &&
    parts.every((part) => /^\p{Lu}/u.test(part) && part.split(' ').length <= 3 && !/[.,;:!?]$/.test(part)) &&
    parts.filter((part) => menuNames.has(normaliseLine(part))).length >= 2
  )
}
