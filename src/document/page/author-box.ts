import {lazy} from '../lazy.ts'
import type {FurnitureKind} from '../model.ts'
import {isName} from '../prose/names.ts'
import {readByline} from './bylines.ts'
import {isText, type Line} from './lines.ts'

/** Lines at the end among which an author box stands. */
const endLines = 12

/** Of a biography. */
const mostWords = 70

/** Words that a stock biography is made of. */
const stockBio =
  /\b(?:senior (?:editor|writer|staff)|staff writer|contributing (?:writer|editor)|content writer|freelance|journalist|writer|editor|covering|covers|covered|years of experience|passion(?:ate)? (?:for|about)|brings|writes (?:about|with|on|for)|dedicated to|specializ(?:es|ing)|specialis(?:es|ing)|expert in|enthusiast|lover|bestselling|award-winning|when (?:he|she|they)(?:'s|’s| is| are)?(?: not|n't|n’t)|lives in|based in|has (?:tested|visited|written|completed|worked)|follow (?:him|her|them)|(?:his|her|their) work has)\b/i

const bioVerb =
  /^,? (?:is|was|has|writes|covers|works|brings|leads|lives|loves|reports|specializes|specialises|holds|serves|spent|enjoys)\b/
const mayBeBio = /^(?:[^a-z\s]\S* ){1,6}(?:is|was|has|writes|covers|works|brings|leads|lives|loves)\b/
const bioShape = lazy(
  () =>
    /^(?:\p{Lu}[\p{L}.'’-]{0,20} ){1,4}(?:[–—-] \p{Lu}\p{L}{1,20} )?(?:is|was|has|writes|covers|works|brings|leads|lives|loves)\b/u
)
/** “About the Bread Foundation” at the end of a press release. */
const house =
  /\b(?:foundation|institute|inc|ltd|llc|gmbh|company|group|university|association|agency|cent(?:er|re)|network|project|team|society|council|labs?|media|news|post|fund|bank|school|museum|community)\b/i
const person =
  /\b(?:he|she|his|her|him|writer|editor|journalist|author|reporter|contributor|columnist|blogger|coach|expert|enthusiast|lover|fan|consultant|specialist)\b/i
const aboutAuthor = lazy(
  () =>
    /^(?:about (?:the )?(?:author|writer)\s?[:–—-]\s?|about (?:the )?(?:author|writer) |about )(\p{Lu}[\p{L} .'’-]{2,50})$/iu
)
const roleWord = /(?:writer|editor|contributor|author|reporter|journalist|correspondent|columnist)$/i
const role = lazy(() => new RegExp(`^(?:\\p{L}+ ){0,2}${roleWord.source}`, 'iu'))

export interface EndOfArticle {
  /** Lines of the text that are no other furniture. */
  readonly lines: readonly Line[]
  /** With the others. */
  readonly all: readonly Line[]
  readonly title: string | undefined
  /** The author, from front matter or a byline. */
  readonly known: string | undefined
}

/** Orphan initial, `Written by`, the name over a biography, the biography: at the end of the article, next to each other. */
export function findAuthorBox(
  {lines, all, title, known}: EndOfArticle,
  add: (kind: FurnitureKind, line: Line) => void
): void {
  const last = lines.slice(Math.max(lines.findIndex(isText) + 1, lines.length - endLines))
  const named = findNamed(lines, last)
  const short = last.filter((line) => line.alone || isShort(line))
  const authorLine = short.find((line) => !line.isLinked && isAuthorLine(line.text)) ?? named?.line
  const name = (
    known ??
    named?.name ??
    (authorLine ? readByline(authorLine.text)?.name : undefined)
  )?.replace(courtesy, '')
  const isOfBox = (line: Line): boolean => isBio(line, name, named !== undefined) && isWhole(line)
  const end = last.filter((line) => line.alone || isShort(line) || isOfBox(line))
  if (name === undefined) {
    const bio = findUnnamed(last, all)
    if (!bio) return
    // Alone it is known to be of the page already.
    const above = all[all.indexOf(bio) - 1]
    if (above && boxLabel.test(above.text) && lines.includes(above)) add('author-line', above)
    add('author-bio', bio)
    return
  }
  // “Meet Ann Lee and Ben Okoye”: who they are is what the article is about.
  const isSubject = title?.includes(name) === true
  end.forEach((line, index) => {
    const isBoxed =
      authorLine !== undefined && end.slice(Math.max(0, index - 2), index + 3).includes(authorLine)
    if (line === authorLine) add('author-line', line)
    else if (/^\p{Lu}\.?$/u.test(line.text) && (isBoxed || (line.text[0] === name[0] && line.alone)))
      add('author-initial', line)
    else if (isInitials(line.text, name) && (isBoxed || isBio(end[index + 1], name)))
      add('author-initial', line)
    else if (isBoxed && isRole(line.text)) add('author-line', line)
    else if (!isSubject && isBio(line, name, isBoxed) && (isBoxed || stockBio.test(line.text)))
      add('author-bio', line)
  })
}

/** “Dr. Ann Lee” over “Ann Lee is …” */
const courtesy = /^(?:dr|prof|mrs?|ms|rev)\.? (?=\p{Lu})/iu
const boxLabel = /^about the (?:author|writer)$/i
/** The addresses that it had were links. */
const asksToFollow =
  /\b(?:follow|connect with|find|reach|tweet) (?:him|her|them) (?:on|at|via) (?:twitter|x|linkedin|instagram|facebook|bluesky|mastodon|threads|@)/i

/** Of somebody whom no byline names: below “About the author”, or at the very end and asking to be followed. */
function findUnnamed(last: readonly Line[], all: readonly Line[]): Line | undefined {
  for (const line of last) {
    if (line.isLinked || !mayBeBio.test(line.text) || !bioShape().test(line.text)) continue
    if (line.text.split(' ').length > mostWords || !person.test(line.text) || !isWhole(line)) continue
    const above = all[all.indexOf(line) - 1]
    if (above && boxLabel.test(above.text)) return line
    const [name = ''] = /^\S+ \S+/.exec(line.text) ?? []
    const isSubject = all.some((other) => other !== line && other.text.includes(name))
    if (line === last.at(-1) && !isSubject && asksToFollow.test(line.text)) return line
  }
  return undefined
}

/** `Staff Writer`, `Contributor`. */
export function isRole(text: string): boolean {
  return roleWord.test(text) && role().test(text)
}

/** A line that is the biography of somebody, whoever that is. */
export function isBioShaped({text}: Line): boolean {
  return (
    mayBeBio.test(text) && text.split(' ').length <= mostWords && stockBio.test(text) && bioShape().test(text)
  )
}

/** A name alone over its biography, or `About Ann Lee`; over several of them they are what the article is about. */
function findNamed(
  lines: readonly Line[],
  end: readonly Line[]
): {readonly line: Line; readonly name: string} | undefined {
  for (const line of end) {
    const name = nameOver(line, lines)
    if (name !== undefined)
      return lines.some((other) => other !== line && nameOver(other, lines) !== undefined)
        ? undefined
        : {line, name}
  }
  return undefined
}

function nameOver(line: Line, lines: readonly Line[]): string | undefined {
  const {text} = line
  if (text.length > 60 || line.isLinked || !text.includes(' ')) return undefined
  const name = inTitleCase((/^about /i.test(text) && aboutAuthor().exec(text)?.[1]) || text)
  if (!isName(name) || !name.includes(' ')) return undefined
  const at = lines.indexOf(line) + 1
  const bio = lines[isRole(lines[at]?.text ?? '') ? at + 1 : at]
  if (!bio || house.test(name) || !isBio(bio, name, true)) return undefined
  return stockBio.test(bio.text) && person.test(bio.text) ? name : undefined
}

function isAuthorLine(text: string): boolean {
  if (!/^(?:written|posted|reviewed|authored|story|words|article|edited|published|reported)\b/i.test(text))
    return false
  const byline = readByline(text)
  return byline?.verb !== undefined && byline.counter === undefined
}

/** It opens with the name, under the name with the first one alone too: “Ann is …”. */
function isBio(line: Line | undefined, name: string | undefined, isBoxed = false): boolean {
  if (!line || !name || line.isLinked) return false
  const {text} = line
  const [first = name] = name.split(' ')
  const own = text.startsWith(name) ? name : isBoxed && text.startsWith(`${first} `) ? first : undefined
  if (own === undefined || text.split(' ').length > mostWords) return false
  const rest = text.slice(own.length)
  // “Ann Lee – Ann is our editor”
  const again = / ?[–—-] ?(\p{Lu}\p{L}*)(?= )/u.exec(rest)
  return bioVerb.test(
    again && (again[1] === first || /^(?:He|She|They)$/.test(again[1] ?? ''))
      ? rest.slice(again[0].length)
      : rest
  )
}

/** `ANN LEE` in a box is the `Ann Lee` of the text below. */
function inTitleCase(name: string): string {
  return name === name.toUpperCase() && name.length <= 60
    ? name.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase())
    : name
}

/** `A.L.`, `AL` */
function isInitials(text: string, name: string): boolean {
  return (
    /^(?:\p{Lu}\.?){2,4}$/u.test(text) &&
    text.replaceAll('.', '') ===
      name
        .split(' ')
        .map((word) => word.charAt(0))
        .join('')
  )
}

function isShort(line: Line): boolean {
  return isLabel(line.text)
}

function isLabel(text: string): boolean {
  return text.split(' ').length <= 6
}

/** “Ann Lee is a writer and covers↵boats.” goes on below: of a wrapped biography no line goes alone. */
function isWhole({block: {prose}, start, end}: Line): boolean {
  const isEnd = (text: string): boolean => /[.!?]["”’)]{0,2}$/.test(text) || isLabel(text)
  const above = prose.value.slice(0, start).trimEnd()
  const [below = ''] = prose.value.slice(end).trimStart().split('\n', 1)
  return (
    isEnd(above.slice(above.lastIndexOf('\n') + 1)) &&
    isEnd(prose.value.slice(start, end)) &&
    isLabel(below.trim())
  )
}
