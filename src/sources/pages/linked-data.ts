import {readDate} from './page-dates.ts'

/** What a page says of itself for machines (JSON-LD of schema.org). */
export interface LinkedData {
  readonly published?: string
  readonly updated?: string
  readonly text?: string
  readonly description?: string
  /** It says that only those who pay see all of it. */
  readonly isPaid?: boolean
}

type Things = Readonly<Record<string, unknown>>

const maxLength = 300_000
const maxThings = 500
const maxDepth = 6
/** What leads from a thing to the thing the page is about, and not to other pages. */
const inward = ['@graph', 'mainEntity', 'mainEntityOfPage']
const articles = /Article|Posting|Report|Dataset|Book|Thesis|Recipe|HowTo|Review|Periodical/
const pages = /WebPage|AboutPage|FAQPage|ItemPage|CreativeWork|MedicalWebPage/

/** @param scripts the texts of `<script type="application/ld+json">`, whatever is in them */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const found = findThings(scripts)
  const told = found.filter((one) => articles.test(typeOf(one)))
  const others = found.filter((one) => pages.test(typeOf(one)))
  // Of a list of articles none is this page.
  const [main = {}, page = {}] = [told.length > 1 && !areOne(told) ? undefined : told[0], others[0]]
  const published = dateOf(field(main, 'datePublished')) ?? dateOf(field(page, 'datePublished'))
  const updated = dateOf(field(main, 'dateModified')) ?? dateOf(field(page, 'dateModified'))
  const text = textOf(field(main, 'articleBody') ?? field(main, 'reviewBody') ?? field(main, 'text'))
  const description = textOf(field(main, 'description')) ?? textOf(field(page, 'description'))
  return {
    ...(published === undefined ? {} : {published}),
    ...(updated === undefined ? {} : {updated}),
    ...(text === undefined ? {} : {text}),
    ...(description === undefined ? {} : {description}),
    ...([main, page].some((one) => isNo(field(one, 'isAccessibleForFree'))) ? {isPaid: true} : {})
  }
}

function findThings(scripts: readonly string[]): Things[] {
  const found: Things[] = []
  let length = 0
  for (const script of scripts) {
    length += script.length
    if (length > maxLength) break
    collect(parse(script), 0, found)
  }
  return found
}

function parse(script: string): unknown {
  const json = script.trim().replace(/^(?:\/\/)?\s{0,9}<!(?:--|\[CDATA\[)/, '')
  try {
    return JSON.parse(json.replace(/(?:\/\/)?\s{0,9}(?:-->|\]\]>)$/, ''))
  } catch {
    return undefined
  }
}

function collect(value: unknown, depth: number, found: Things[]): void {
  if (typeof value !== 'object' || value === null || depth > maxDepth || found.length > maxThings) return
  if (Array.isArray(value)) {
    for (const one of value.slice(0, maxThings)) collect(one, depth + 1, found)
    return
  }
  const things = value as Things
  found.push(things)
  for (const key of inward) collect(field(things, key), depth + 1, found)
}

function typeOf(things: Things): string {
  const type = field(things, '@type')
  const all = Array.isArray(type) ? type.slice(0, 9) : [type]
  return all.filter((one) => typeof one === 'string').join(' ')
}

function areOne(things: readonly Things[]): boolean {
  const [first] = things.map((one) => textOf(field(one, 'headline')))
  return things.every((one) => textOf(field(one, 'headline')) === first)
}

function dateOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value]
  return typeof first === 'string' ? readDate(first) : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function isNo(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value))
}

function field(things: Things, key: string): unknown {
  return Object.hasOwn(things, key) ? things[key] : undefined
}
