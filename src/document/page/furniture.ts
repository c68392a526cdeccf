import type {Frontmatter, Furniture, FurnitureKind} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'
import type {Draft, TextDraft} from '../prose/blocks.ts'
import {isName, normaliseLine} from '../prose/names.ts'
import {findAuthorBox, isRole} from './author-box.ts'
import {isCounterLine, isDateLine, readByline, readCounters} from './bylines.ts'
import {isOfElement} from './element-lines.ts'
import {feedField, menuNames, relatedPrefix} from './furniture-phrases.ts'
import {isKeywordList} from './keyword-lists.ts'
import {endsSentence, isText, type Line} from './lines.ts'
import {findLostCredits} from './lost-credits.ts'
import {findMarkedChrome} from './marked-chrome.ts'
import {fewestButtons, findButtonRows, findCounts, isButton, isShopButton} from './page-buttons.ts'
import {findContents} from './page-contents.ts'
import {findForms} from './page-forms.ts'
import {isHomeTrail, isPageLine, isSectionLabel, isSectionPath, isTrail} from './page-lines.ts'
import {findPageTail, findPointers, isControl, type TailPiece} from './page-tail.ts'
import {findCaptions, findFilms, findTeasers} from './pictures.ts'
import {findRunningHeads} from './running-heads.ts'
import {type FoundTitle, isKeywordLine, linesIntoText, topLines} from './title.ts'

export interface FoundFurniture {
  readonly furniture: readonly Furniture[]
  /** Lines that are page furniture: no other part of the model sees them. */
  readonly hidden: ReadonlySet<Line>
  /** Headings and items that are, likewise. */
  readonly taken: readonly Draft[]
  /** From front matter or a byline. */
  readonly author: string | undefined
}

/** Nobody links to these words but a page, for those who do not see it. */
const skipLink = /^(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation)$/i

/** Finds debris of the page on source lines. */
export function findFurniture(input: {
  drafts: readonly Draft[]
  lines: readonly Line[]
  found: FoundTitle | undefined
  frontmatter: Frontmatter | undefined
  /** Found before. */
  known: readonly Furniture[]
}): FoundFurniture {
  const {found, frontmatter} = input
  const taken = new Set(found?.hidden)
  const lines = taken.size === 0 ? input.lines : input.lines.filter((line) => !taken.has(line))
  const furniture = [...input.known]
  const hidden = new Set<Line>()
  const add = (
    kind: FurnitureKind,
    line: Line,
    debris?: readonly [number, number],
    isByline?: boolean
  ): void => {
    hidden.add(line)
    const item: Furniture = {
      kind,
      range: line.range,
      text: line.text,
      ...(debris ? {debris: line.prose.at(debris[0], debris[1] - debris[0])} : {}),
      ...(isByline ? {isByline} : {})
    }
    furniture.push(item)
  }
  /** The fields of one block are one piece of debris. */
  const addFeedField = (line: Line): void => {
    const last = furniture.at(-1)
    if (last?.kind === 'feed-field' && last.range[0] >= line.block.prose.range[0]) {
      hidden.add(line)
      furniture[furniture.length - 1] = {...last, range: [last.range[0], line.range[1]]}
    } else add('feed-field', line)
  }
  const feeds = new Map<TextDraft, boolean>()
  const isInFeed = (line: Line): boolean => {
    const known = feeds.get(line.block) ?? hasFeedFields(line.block)
    feeds.set(line.block, known)
    return known || /^(?:article|comments) url/i.test(line.text)
  }
  const text = lines.findIndex((line) => isText(line))
  const labels = new Set(found?.labels)
  const titleStart =
    found && found.title.from !== 'frontmatter' ? found.title.range[0] : Number.POSITIVE_INFINITY
  let author = frontmatterAuthor(frontmatter)

  const pageBlocks = findPageBlocks(lines)
  const contents = findContents(lines, input.drafts)
  const pieces: TailPiece[] = [
    ...(contents ? [contents] : []),
    ...findLostCredits(lines, input.drafts, frontmatter),
    ...findForms(lines),
    ...findPageTail(lines, input.drafts),
    ...findCaptions(lines),
    ...findFilms(lines),
    ...findTeasers(lines),
    ...findCounts(lines),
    ...findButtonRows(lines),
    ...findRunningHeads(lines),
    ...findPointers(lines)
  ]
  for (const all of pieces) {
    const [first, ...rest] = all.filter((line) => !hidden.has(line))
    if (!first) continue
    add('navigation', first)
    const last = rest.at(-1)
    const piece = furniture.at(-1)
    if (piece && last) furniture[furniture.length - 1] = {...piece, range: [piece.range[0], last.range[1]]}
    for (const line of rest) hidden.add(line)
  }
  const times = new Map<string, number>()
  const countLines = (text: string): number => {
    if (times.size === 0) for (const other of lines) times.set(other.text, (times.get(other.text) ?? 0) + 1)
    return times.get(text) ?? 0
  }
  lines.forEach((line, index) => {
    if (feedField.test(line.text) && isInFeed(line)) addFeedField(line)
    if (line.alone && skipLink.test(line.text) && line.isLinked) {
      hidden.add(line)
      furniture.push({kind: 'navigation', range: rangeOf(line.block.node), text: line.text})
    }
    const isTop = index < topLines && (text < 0 ? index < 6 : index <= text + linesIntoText)
    const isAbove = index < topLines && (text < 0 ? index < 6 : index < text)
    // Nothing below is longer, and only a line on its own is debris further down.
    const isShop = isPlainRow(line) && isShopButton(line.text) && countLines(line.text) >= fewestButtons
    const isAlone = line.alone || isShop || pageBlocks.has(line.draft)
    if ((!isTop && !isAlone) || line.text.length > 150 || hidden.has(line) || line.isLinked) return
    const byline = isTop || line.alone ? readByline(line.text) : undefined
    const isPlain = byline !== undefined && (isAbove || (isTop && byline.verb === undefined))
    if (byline?.counter && (isTop || byline.verb !== undefined || /^by\b/i.test(line.text))) {
      author ??= byline.name
      // “-By Ann Holt 20 views” is no byline without its counter.
      add('byline-counter', line, byline.counter, isPlain && /^\p{L}/u.test(line.text))
    } else if (isPlain) {
      author ??= byline.name
      add('byline', line)
    } else if (isTop && isDateLine(line.text) && !/ ago$/i.test(line.text)) add('byline', line)
    else if (isTop && isCounterLine(line.text)) {
      const from = readCounters(line.text)?.[0] ?? 0
      // “May 3, 2025 · 3 min read”: the date stays.
      if (isDateLine(line.text.slice(0, from))) add('byline-counter', line, [from, line.text.length], true)
      else add('byline-counter', line, [0, line.text.length])
    } else if (found && isTop && isKeywordLine(line.text, found.title.text)) add('keyword-line', line)
    else if (found && line.alone && isKeywordList(line.text, found.title.text)) add('keyword-line', line)
    else if (
      (isAlone || (isTop && !endsSentence(line, lines[index - 1]))) &&
      (isPageLine(line.text) || (pageBlocks.has(line.draft) && isOfRow(line))) &&
      !isLabelOf(line, lines[index + 1]) &&
      !isOfLicence(line, input.drafts)
    )
      add('navigation', line)
    else if (line.alone && isOfElement(line, input.drafts)) add('navigation', line)
    else if (isShop) add('navigation', line)
    else if (line.alone && isAnswer(line, lines[index - 1], hidden)) add('navigation', line)
    else if (isAbove && isBelowTitle(line) && isByName(index)) {
      author ??= /^[^,]+/.exec(line.text)?.[0]
      add('byline', line)
    } else if (isAbove && found && readCounters(line.text))
      add('byline-counter', line, readCounters(line.text))
    else if (
      isAbove &&
      isBelowTitle(line) &&
      isShort(line) &&
      isSectionLabel(line.text) &&
      isOverByline(index)
    )
      add('section-label', line)
    else if (
      labels.has(line) ||
      (index < 4 &&
        line.range[0] < titleStart &&
        (text < 0 || index < text) &&
        (isShort(line) || isTrail(line.text)) &&
        (isSectionLabel(line.text) || (line.alone && isSectionPath(line.text)))) ||
      (isAbove && isBelowTitle(line) && line.alone && isHomeTrail(line.text))
    ) {
      add('section-label', line)
    } else if (isAlone && line.text.length < 140 && isPointer(line.text)) add('related-link', line)
  })
  function isBelowTitle(line: Line): boolean {
    return found !== undefined && (found.title.from === 'frontmatter' || line.range[0] > titleStart)
  }

  /** “Ann Lee”, “Ann Lee, Contributor” or “Staff Writer” above a date or a counter. */
  function isByName(index: number): boolean {
    const {text} = lines[index] as Line
    const [name = '', post] = text.split(', ')
    const isPost = isRole(text) && furniture.at(-1)?.kind === 'byline'
    if (!isPost && (!isName(name) || !name.includes(' ') || (post !== undefined && !isRole(post))))
      return false
    if (isRole(lines[index + 1]?.text ?? '')) return true
    const next = lines.slice(index + 1, index + 3).filter((line) => !isRole(line.text) && !hidden.has(line))
    return next[0] !== undefined && (isDateLine(next[0].text) || isCounterLine(next[0].text))
  }

  /** Among the next lines one tells who wrote it, or when. */
  function isOverByline(index: number): boolean {
    return lines
      .slice(index + 1, index + 4)
      .some(({text}) => isDateLine(text) || isCounterLine(text) || readByline(text) !== undefined)
  }

  findAuthorBox(
    {lines: lines.filter((line) => !hidden.has(line)), all: lines, title: found?.title.text, known: author},
    add
  )
  const marked = findMarkedChrome(input.drafts, lines, hidden)
  for (const {kind, drafts, debris} of marked) {
    const [first] = drafts
    const {prose} = first
    furniture.push({
      kind,
      range: [prose.range[0], (drafts.at(-1) ?? first).prose.range[1]],
      text: prose.value.trim(),
      ...(debris ? {debris: prose.at(debris[0], debris[1] - debris[0])} : {})
    })
  }
  furniture.sort((a, b) => a.range[0] - b.range[0])
  const byDrafts = marked.flatMap(({drafts}) => drafts)
  return {furniture, hidden, taken: byDrafts, author: author ?? boxAuthor(furniture)}
}

/** Alone, or among lines that nobody has marked. */
function isPlainRow({alone, isWrapped, block}: Line): boolean {
  return alone || (!isWrapped && block.prose.marks.length === 0)
}

function isOfRow(line: Line): boolean {
  return isButton(line.text) || isControl(line) || menuNames.has(normaliseLine(line.text))
}

/** Blocks at least half of whose lines are of the page: a row of buttons, a form, two pointers, a line each. */
function findPageBlocks(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let from = 0; from < lines.length; ) {
    const {isWrapped, draft} = lines[from] as Line
    let to = from + 1
    while (to < lines.length && lines[to]?.draft === draft) to++
    if (!isWrapped && to - from > 1) {
      const block = lines.slice(from, to)
      const known = block.filter(
        (line) => isControl(line) || isButton(line.text) || isPointer(line.text)
      ).length
      if (known >= 2 && known * 2 >= block.length) found.add(draft)
    }
    from = to
  }
  return found
}

/** Above a paragraph about that the heading of a part: `Print` over “Print puts…”, in bold also `**Facebook**` over “We post on Facebook”. */
function isLabelOf({text, alone, block: {prose}, draft}: Line, next: Line | undefined): boolean {
  if (!alone || text.split(' ').length > mostOfLabel || next?.draft !== draft + 1 || !isText(next))
    return false
  const key = text.toLowerCase()
  const {value, marks} = next.block.prose
  const about = value.toLowerCase().indexOf(key)
  if (about >= 0 && about < opening) return true
  const outer = prose.marks.at(-1)
  if (outer?.node.type !== 'strong' || outer.start > 0 || outer.end < prose.value.trimEnd().length)
    return false
  return (
    about >= 0 ||
    marks.some(({node}) => node.type === 'link' && node.url.toLowerCase().includes(`${key}.com`))
  )
}

/** Characters within which a paragraph says what it is about. */
const opening = 40
/** In words. */
const mostOfLabel = 3

/** “Copyright 2019 Ann Holt” in the part about the licence, or above its words. */
function isOfLicence({text, draft}: Line, drafts: readonly Draft[]): boolean {
  if (!/^(?:©|\(c\)|copyright)/i.test(text)) return false
  const [before, after] = [drafts[draft - 1], drafts[draft + 1]]
  const isPart = before?.type === 'heading' && /\blicen[cs]|\bcopyright\b/i.test(before.prose.value)
  return isPart || (after?.type === 'text' && /\blicen[cs]e|\bpermission is hereby/i.test(after.prose.value))
}

/** `WATCH: How the lamp is lit` */
const aside = /^(?:WATCH|LISTEN|VIDEO|PHOTOS|GALLERY|PICTURED|READ|MORE):\s[A-Z“"‘']/

/** A title has no full stop: “Recommended: the round lamp.”, “Next up: clean the glass. You need:” are text. */
function isPointer(text: string): boolean {
  return (relatedPrefix.test(text) || aside.test(text)) && !/[.:;,]$/.test(text)
}

/** “Yes No” under “Was this article helpful?”, “4 min” under “Listen to this article” */
function isAnswer({text}: Line, above: Line | undefined, hidden: ReadonlySet<Line>): boolean {
  if (above === undefined || !hidden.has(above)) return false
  return (
    /^yes[\s/|·]{1,5}no$/i.test(text) ||
    (/^\d{1,2}(?: ?min(?:ute)?s?|:\d\d)$/.test(text) && /^(?:listen|watch|play)/i.test(above.text))
  )
}

function isShort(line: Line): boolean {
  return line.text.split(' ').length <= 6
}

function hasFeedFields({prose}: TextDraft): boolean {
  return prose.value.split('\n').filter((line) => feedField.test(line.trim())).length >= 2
}

function boxAuthor(furniture: readonly Furniture[]): string | undefined {
  const line = furniture.find((item) => item.kind === 'author-line')
  return line ? readByline(line.text)?.name : undefined
}

function frontmatterAuthor(frontmatter: Frontmatter | undefined): string | undefined {
  const value = frontmatter?.get('author') ?? frontmatter?.get('authors') ?? frontmatter?.get('byline')
  const first: unknown = Array.isArray(value) ? value[0] : value
  const name: unknown = first instanceof Map ? first.get('name') : first
  return typeof name === 'string' && isName(name) ? name : undefined
}
