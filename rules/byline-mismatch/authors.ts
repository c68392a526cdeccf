import {
  type Document,
  type Frontmatter,
  isName,
  type Paragraph,
  type Range,
  readByline
} from '../../src/rule/index.ts'

/** A place that says who wrote the article. */
export interface Credit {
  readonly where: 'front matter' | 'byline' | 'author box'
  /** The names in it, or its text where they are written in a line. */
  readonly names: readonly string[]
  readonly text: string
  readonly range: Range
}

/** Words of the names of offices, and of people who only post. */
const office =
  /\b(?:team|staff|editors?|editorial|desk|news|newsroom|press|media|admin|administrator|agency|group|inc|llc|ltd|gmbh|magazine|blog|studio|office|bureau|guest|contributors?|community|department|company|university|institute|foundation|association|reuters|bot|ai|the|author|writer|anonymous|unknown|user)\b/i
/** What other people than the author do. */
const otherRole = /^(?:reviewed|edited|fact[- ]checked|medically reviewed|posted|published)/
const boxHeading = /^about (?:the |our )?authors?:?$/i
const fewestLetters = 3
/** Paragraphs at the start among which a byline stands that is linked or in running marks. */
const topParagraphs = 3

/** All places that name the author, in the order in which they are believed. */
export function findCredits(document: Document): Credit[] {
  const {frontmatter, furniture, paragraphs} = document
  const found: Credit[] = []
  const named = frontmatter ? namesIn(frontmatter) : []
  if (frontmatter && named.length > 0) {
    const key =
      ['author', 'authors', 'byline'].find((name) => frontmatter.get(name) !== undefined) ?? 'author'
    found.push({
      where: 'front matter',
      names: named,
      text: named.join(', '),
      range: frontmatter.rangeOf(key) ?? frontmatter.range
    })
  }
  for (const {kind, text, range} of furniture) {
    if (kind !== 'byline' && kind !== 'byline-counter' && kind !== 'author-line') continue
    found.push(...creditOf(text, range))
  }
  for (const {prose, place} of paragraphs.slice(0, topParagraphs)) {
    if (place === 'body' && /^by\s/i.test(prose.value)) found.push(...creditOf(prose.value, prose.range))
  }
  // A biography stands under its heading, or below “Written by …”.
  const line = furniture.find(({kind}) => kind === 'author-line')
  for (const paragraph of paragraphs) {
    const isBox =
      boxHeading.test(paragraph.section.heading?.text ?? '') || (line && paragraph.range[0] > line.range[1])
    const box = isBox ? readBox(paragraph) : undefined
    if (box) found.push(box)
  }
  return found
}

function creditOf(text: string, range: Range): Credit[] {
  const byline = readByline(text)
  if (!byline || otherRole.test(byline.verb ?? '') || !isPerson(byline.name)) return []
  return [{where: 'byline', names: [byline.name], text, range}]
}

/** The name that a biography starts with. */
function readBox(paragraph: Paragraph): Credit | undefined {
  const {prose} = paragraph
  const name = /^((?:\p{Lu}[\p{L}.’'-]*\s){2,4})(?:is|was|has|writes|works|leads|covers|lives|specializes)\b/u
    .exec(prose.value)?.[1]
    ?.trim()
  if (!name || !isPerson(name)) return undefined
  return {where: 'author box', names: [name], text: name, range: prose.at(0, name.length)}
}

function namesIn(frontmatter: Frontmatter): string[] {
  const value = frontmatter.get('author') ?? frontmatter.get('authors') ?? frontmatter.get('byline')
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  const names = all.map((item) => (item instanceof Map ? item.get('name') : item))
  // An unreadable name may be the one that stands in the byline.
  return names.every((name): name is string => typeof name === 'string' && isPerson(name)) ? names : []
}

/** A first and a last name. */
function isPerson(name: string): boolean {
  return /\s/.test(name) && isName(name) && !office.test(name)
}

/** Whether two places may name the same person: “J. Lee” and “Ann Lee”, “Ann Lee and Bo Roe”. */
export function agree(a: Credit, b: Credit): boolean {
  const known = new Set(partsOf(a.text))
  return partsOf(b.text).some((part) => known.has(part))
}

function partsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(
      (part) => part.length >= fewestLetters && !/^(?:and|with|for|the|written|story|words)$/.test(part)
    )
}
