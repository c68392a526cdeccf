import {type Document, isName, lazy, type Range, readByline} from '../../src/rule/index.ts'

export interface Place {
  readonly town: string
  readonly region: string
}

/** What an article says of one of its authors. */
export interface Biography {
  readonly name: string
  /** Without the name, as it is compared: lower case, no marks. */
  readonly words: string
  readonly range: Range
  readonly job?: string
  readonly place?: Place
  /** Of the article; `YYYY`. */
  readonly year?: number
}

const boxHeading = /^\W*(?:about|meet) (?:the |our )?(?:authors?|writers?)\W*$/i
/** How a sentence about a person goes on after the name. */
const verb = '(?:is|was|has|writes|covers|works|leads|lives|reports|speciali[sz]es|holds|serves|spent|brings)'
const opening = lazy(
  () =>
    new RegExp(String.raw`^((?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?(?:\p{Lu}[\p{L}.’'-]*[ ,]+){2,4})${verb}\b`, 'u')
)
const office =
  /\b(?:team|staff|desk|news|newsroom|press|group|inc|llc|ltd|magazine|blog|studio|office|bureau|community|department|company|university|institute|foundation|association|agency|the|our|this|project|open|labs?)\b/i
/** Words of a biography at least; “is a writer” is true of many. */
const fewestWords = 8
const mostLetters = 700
/** Paragraphs at the end of an article among which a biography stands. */
const lastParagraphs = 4

/** The biographies of the authors: in an author box, under “About the author”, in italics at the end. */
export function findBiographies(document: Document): Biography[] {
  const {furniture, paragraphs} = document
  const authors = namesOf(document)
  const texts: {text: string; range: Range; isBox: boolean}[] = []
  for (const {kind, text, range} of furniture) {
    if (kind === 'author-bio') texts.push({text, range, isBox: true})
  }
  const line = furniture.find(({kind}) => kind === 'author-line')
  for (const [index, {prose, section, place, range}] of paragraphs.entries()) {
    const isBox =
      boxHeading.test(section.heading?.text ?? '') ||
      boxHeading.test(paragraphs[index - 1]?.prose.value ?? '') ||
      (line !== undefined && range[0] > line.range[1])
    if (place !== 'body' || (!isBox && index < paragraphs.length - lastParagraphs)) continue
    texts.push({text: prose.value, range: prose.range, isBox})
  }
  const year = yearOf(document)
  const found = new Map<string, Biography>()
  for (const {text, range, isBox} of texts) {
    const plain = text.replace(/\s+/g, ' ').trim()
    const name = opening()
      .exec(plain)?.[1]
      ?.replace(/(?<![\s,])[\s,]+$/, '')
      .replace(/^(?:Dr|Prof|Mr|Mrs|Ms)\.? /, '')
    if (!name || plain.length > mostLetters || !isPerson(name)) continue
    if (!isBox && !authors.some((author) => normalise(author) === normalise(name))) continue
    const words = mask(plain, name)
    if (words.split(' ').length < fewestWords || found.has(name)) continue
    const job = jobOf(plain)
    const place = placeOf(plain)
    found.set(name, {
      name,
      words,
      range,
      ...(job === undefined ? {} : {job}),
      ...(place === undefined ? {} : {place}),
      ...(year === undefined ? {} : {year})
    })
  }
  return [...found.values()]
}

function namesOf({author, frontmatter, furniture}: Document): string[] {
  const value = frontmatter?.get('authors') ?? frontmatter?.get('author')
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  const bylines = furniture.flatMap(({kind, text}) =>
    kind.startsWith('byline') || kind === 'author-line' ? (readByline(text)?.name ?? []) : []
  )
  const named = all.map((one) => (one instanceof Map ? one.get('name') : one))
  return [author, ...named, ...bylines].filter((name): name is string => typeof name === 'string')
}

/** A first and a last name. */
function isPerson(name: string): boolean {
  return name.includes(' ') && isName(name) && !office.test(name)
}

function yearOf({frontmatter}: Document): number | undefined {
  const value = frontmatter?.get('date') ?? frontmatter?.get('published') ?? frontmatter?.get('pubDate')
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : ''
  const year = /^(?:19|20)\d{2}/.exec(text)?.[0]
  return year === undefined ? undefined : Number(year)
}

/** A biography without what a copy of it changes: names, pronouns, numbers. */
function mask(text: string, name: string): string {
  const parts = new Set(normalise(name).split(' '))
  return normalise(text)
    .split(' ')
    .filter((word) => !parts.has(word))
    .map((word) =>
      /^(?:he|she|they)$/.test(word) ? 'they' : /^(?:his|her|hers|their)$/.test(word) ? 'their' : word
    )
    .map((word) => (/^\d+$/.test(word) ? '0' : word))
    .join(' ')
}

export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `cardiologist` of `is a board-certified cardiologist who …`: the noun that the first phrase ends in. */
function jobOf(text: string): string | undefined {
  const phrase =
    /^[^.!?]{0,80}? (?:is|works as) (?:an?|our|the) ([\p{L} ’'-]{3,60}?)(?=[.,;:]| (?:at|of|for|in|with|who|and|based|from|covering|specializing|specialising|focused|focusing|living|whose|on|by)\b)/u.exec(
      text
    )?.[1]
  return phrase?.trim().split(/\s+/).at(-1)?.toLowerCase()
}

/** `Bend` and `Oregon` of `lives in Bend, Oregon, with …`. */
function placeOf(text: string): Place | undefined {
  const words = String.raw`(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2})`
  const match = new RegExp(String.raw`\b(?:lives|living|based|resides) in ${words}, ${words}`, 'u').exec(text)
  const [, town, region] = match ?? []
  return town === undefined || region === undefined ? undefined : {town, region}
}
