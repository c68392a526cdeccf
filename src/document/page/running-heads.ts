import {normaliseLine} from '../prose/names.ts'
import {endsSentence, isText, type Line} from './lines.ts'

/** `Page 3 of 12`, `- 4 -`, `17` */
const pageNumber = /^(?:page )?[-–—|·• ]{0,4}\d{1,4}[-–—|·• ]{0,4}(?:(?:of|\/) ?\d{1,4})?$/i
/** `HARBOUR REPORT      12`, `12 | Harbour report`: the blanks between are wider than those of “Lesson 12”. */
const numberBehind = /(?: {3}|\t|\|) ?(\d{1,4})$/
const numberBefore = /^(\d{1,4})(?: {3}|\t| ?\|)/
const shortestHead = 7
/** Pages between two heads: a chapter begins without one, and the other side has another. */
const furthestPage = 4
/** In characters. */
const longestHead = 90
/** On one page only, a line beside a number may be anything. */
const fewestPages = 2

/**
 * The numbers of printed pages with the line that stands at the head or foot of each page, which a PDF leaves between the paragraphs: the same
 * line beside several numbers. Numbers alone may be those of the parts of a text.
 */
export function findRunningHeads(lines: readonly Line[]): [Line][] {
  const pages = new Map<string, Set<Line>>()
  for (let at = 0; at < lines.length; at++) {
    const number = lines[at] as Line
    if (number.text.length > 20 || number.isLinked || !pageNumber.test(number.text)) continue
    for (const beside of [at - 1, at + 1]) {
      const head = lines[beside]
      if (!head || !isHead(head, lines[beside - 1]) || Math.abs(head.draft - number.draft) > 1) continue
      // `Total` over `12` stands in a row of others.
      if (![lines[Math.min(at, beside) - 1], lines[Math.max(at, beside) + 1]].every(isOfText)) continue
      const key = normaliseLine(head.text)
      const found = pages.get(key) ?? new Set()
      pages.set(key, found.add(head).add(number))
    }
  }
  return [
    ...findNumberedHeads(lines),
    ...[...pages.values()]
      .filter((found) => [...found].filter(({text}) => pageNumber.test(text)).length >= fewestPages)
      .flatMap((found) => [...found])
      .map((line): [Line] => [line])
  ]
}

/** The same words with a number that grows from page to page; rows below each other are a table, or the contents. */
function findNumberedHeads(lines: readonly Line[]): [Line][] {
  const heads = new Map<string, {readonly line: Line; readonly page: number}[]>()
  let above = -2
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const found = readNumberedHead(line)
    if (!found) continue
    if (above === at - 1) return []
    above = at
    const key = normaliseLine(found.head)
    const pages = heads.get(key) ?? []
    heads.set(key, pages)
    pages.push({line, page: found.page})
  }
  return [...heads.values()]
    .filter(
      (pages) =>
        pages.length >= fewestPages &&
        pages.every(({page}, at) => at === 0 || isSoonAfter(page, pages[at - 1]?.page ?? 0))
    )
    .flatMap((pages) => pages.map(({line}): [Line] => [line]))
}

/** “Water level   12” and “Water level   31” were measured. */
function isSoonAfter(page: number, before: number): boolean {
  return page > before && page - before <= furthestPage
}

function readNumberedHead({
  text,
  isLinked
}: Line): {readonly head: string; readonly page: number} | undefined {
  if (isLinked || text.length > longestHead) return undefined
  const behind = numberBehind.exec(text)
  const found = behind ?? numberBefore.exec(text)
  if (!found) return undefined
  const head = (behind ? text.slice(0, behind.index) : text.slice(found[0].length)).trim()
  return head.length < shortestHead || !/^\p{L}/u.test(head) ? undefined : {head, page: Number(found[1])}
}

/** The text goes on there, or ends. */
function isOfText(line: Line | undefined): boolean {
  return line === undefined || isText(line)
}

function isHead(line: Line, above: Line | undefined): boolean {
  const {text, isLinked, isWrapped} = line
  return (
    text.length <= longestHead &&
    !isLinked &&
    !isWrapped &&
    /\p{L}{3}/u.test(text) &&
    !/[.,:;!?]$/.test(text) &&
    !endsSentence(line, above) &&
    !pageNumber.test(text)
  )
}
