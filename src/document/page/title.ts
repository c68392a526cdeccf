import type {Frontmatter, Layout, Range, Title} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'
import type {Draft, HeadingDraft} from '../prose/blocks.ts'
import {normaliseLine} from '../prose/names.ts'
import {isCounterLine, isDateLine, opensWithCounter, readByline} from './bylines.ts'
import {isText, type Line, wordsOfText} from './lines.ts'
import {isPageLine, isSectionLabel} from './page-lines.ts'

export interface FoundTitle {
  readonly title: Title
  /** The line of the title and the lines of its copies: they are no paragraphs. */
  readonly hidden: readonly Line[]
  /** Headings that repeat the title: they open no section. */
  readonly repeated: readonly HeadingDraft[]
  /** Short lines above a title that is proved by a copy or a keyword line below it. */
  readonly labels: readonly Line[]
  /** Without its proof another line would be the title. */
  readonly isSecond?: boolean
}

/** Lines at the top of an article among which a bare title, labels and keyword lines stand. */
export const topLines = 14

/** Lines from the first one of running text on among which lines of the page stand too. */
export const linesIntoText = 2

const maxTitle = 150

export interface TitleInput {
  readonly drafts: readonly Draft[]
  readonly lines: readonly Line[]
  readonly layout: Layout
  readonly frontmatter: Frontmatter | undefined
}

/** The title, from front matter, the first level-1 heading, or a line above the text; with its later copies. */
export function findTitle(input: TitleInput): FoundTitle | undefined {
  const {drafts, lines, frontmatter} = input
  const topHeadings = drafts.filter(
    (draft): draft is HeadingDraft =>
      draft.type === 'heading' && draft.node.depth === 1 && draft.place === 'body'
  )
  const value = frontmatter?.get('title')
  if (frontmatter && typeof value === 'string' && value.trim() !== '') {
    const range = frontmatter.rangeOf('title') ?? frontmatter.range
    return withCopies({text: value, from: 'frontmatter', range}, input, topHeadings, lines)
  }
  const [first] = topHeadings
  if (first && first.prose.value.trim() !== '') {
    const title = {
      text: first.prose.value.replace(/\s+/g, ' '),
      from: 'heading',
      range: first.prose.range,
      prose: first.prose
    } as const
    return withCopies(title, input, topHeadings, lines)
  }
  return lineTitle(input)
}

function lineTitle(input: TitleInput): FoundTitle | undefined {
  const {lines, layout, drafts} = input
  const top = lines.slice(0, topLines)
  const candidates: Line[] = []
  for (const line of top.slice(0, 8)) {
    if (isRunning(line) || drafts.slice(0, line.draft).some((draft) => draft.type !== 'text')) break
    if (isTitleShaped(line) && !isByline(line) && !isPageLine(line.text)) candidates.push(line)
  }
  const proved = candidates.find((line) => isProved(line, top))
  const first = candidates.find((candidate) => !isSectionLabel(candidate.text))
  const line = proved ?? first
  if (!line || (!proved && (layout === 'markdown' || !line.alone))) return undefined
  const labels = proved ? top.slice(0, top.indexOf(line)).filter((other) => isLabelShaped(other)) : []
  const title = {text: line.text, from: 'line', range: line.range, prose: line.prose} as const
  const found = withCopies(title, input, [], lines.slice(lines.indexOf(line) + 1))
  const isSecond =
    (first !== undefined && first !== line && !labels.includes(first)) ||
    candidates.some((other) => !isSame(other.text, line.text) && isProved(other, top))
  return {...found, hidden: [line, ...found.hidden], labels, isSecond}
}

/**
 * A later line repeats it, or a keyword line is made of its words, or a byline follows at once, which has a counter, ends
 * their paragraph or stands below the name of a column as well.
 */
function isProved(line: Line, top: readonly Line[]): boolean {
  const rest = top.slice(top.indexOf(line) + 1)
  if (line.text.split(' ').length < 3) return false
  if (rest.some((other) => isSame(other.text, line.text))) return true
  const text = rest.findIndex(isText)
  const above = text < 0 ? rest : rest.slice(0, text + linesIntoText + 1)
  if (above.some((other) => isKeywordLine(other.text, line.text))) return true
  const [next, after] = rest
  const byline = next && readByline(next.text)
  if (!byline) return false
  const isLast = next.draft === line.draft && after?.draft !== line.draft && top[0] === line
  return byline.counter !== undefined || isLast || isBelowKicker(line, top)
}

/** What a newspaper calls its columns, in capitals: “THE OLD MILL” is a title. */
const kicker =
  /^(?:(?:THE|A|OUR|MY|GUEST|LONG|BACK|FRONT|WEEKEND|SUNDAY|BIG) ){0,2}(?:BACK PAGE|FRONT PAGE|COLUMN|COMMENT|DIARY|DISPATCH|ESSAY|EXCLUSIVE|FEATURE|FIRST PERSON|INTERVIEW|LETTERS?|LONG READ|NOTEBOOK|OP-ED|PAGE|PERSONAL|PERSPECTIVE|PROFILE|READ|REPORT|SPECIAL|VIEW|VIEWPOINT)$/

/** `THE BACK PAGE` stands above it, first of all. */
function isBelowKicker(line: Line, [first, second]: readonly Line[]): boolean {
  return second === line && first !== undefined && kicker.test(first.text) && /\p{Ll}/u.test(line.text)
}

/** Whether text of the article stands in the paragraph of its title or above it, or headings with marks below it. */
export function needsDebris(
  {title, hidden: [first], isSecond}: FoundTitle,
  {lines, layout}: Pick<TitleInput, 'lines' | 'layout'>,
  hidden: ReadonlySet<Line>
): boolean {
  if (title.from !== 'line' || !first) return false
  if (layout === 'markdown' || isSecond) return true
  if (first.alone) return false
  // Below another line a plain byline proves nothing.
  return lines[0] !== first || lines.some((line) => line.draft === first.draft && !hidden.has(line))
}

function withCopies(
  title: Omit<Title, 'copies'>,
  {lines, drafts}: TitleInput,
  headings: readonly HeadingDraft[],
  later: readonly Line[]
): FoundTitle {
  // The heading of an article may be another one than its title in the front matter: neither stands twice.
  const first = headings.find(
    (draft) => title.from === 'frontmatter' || isSame(draft.prose.value, title.text)
  )
  const wanted = [toWanted(title.text)]
  if (first && first.prose.value !== title.text) wanted.push(toWanted(first.prose.value))
  const hidden: Line[] = []
  for (const line of later) {
    const same = findSame(wanted, line.text)
    if (same === undefined || line.isLinked || isKeywordLine(line.text, title.text)) continue
    if (isBelowSection(line, drafts) || isBelowGreeting(line, lines)) continue
    const words = normaliseLine(same).split(' ').length
    // “The Old Oven —”, and the sentence goes on in the next line.
    if (!line.alone && /[-–—]$/.test(line.text)) continue
    // “The Old Oven:”, and the list of its parts; “The oven is lit.”, and the text says the news again.
    const mark = /[:.。｡।۔]$/.exec(line.text)?.[0]
    if (mark !== undefined && !same.endsWith(mark)) continue
    const isTop = lines.indexOf(line) < topLines
    if (isTop ? !line.alone && !isShortBlock(line) : !line.alone || words < 4) continue
    // “The bread is worth the wait.” under “The Bread Is Worth the Wait”: a sentence that comes back to it.
    const isEnd = line === lines.at(-1) && lines.length > linesAbove
    const isSentence = line.alone && sentenceEnd.test(line.text)
    if (isSentence && (isEnd || (!isTop && !sentenceEnd.test(same)))) continue
    // The text of an article rarely starts with a one-word title by chance, but a word may stand alone further down.
    if ((words >= 2 || isTop) && !isPiece(line, lines, title.text)) hidden.push(line)
  }
  const again = headings.filter(
    (draft) =>
      draft !== first &&
      findSame(wanted, draft.prose.value) !== undefined &&
      !(title.from === 'frontmatter' && isSection(draft, headings, drafts))
  )
  const below = title.from === 'heading' && first ? drafts[drafts.indexOf(first) + 1] : undefined
  // “# Usage”, “## Usage”: one word may be the name of the first section, too.
  if (
    below?.type === 'heading' &&
    below.node.depth > 1 &&
    below.place === 'body' &&
    normaliseLine(title.text).split(' ').length >= wordsOfTitle &&
    findSame(wanted, below.prose.value) !== undefined
  )
    again.push(below)
  const copies: Range[] = [...again.map(({node}) => rangeOf(node)), ...hidden.map((line) => line.range)].sort(
    (a, b) => a[0] - b[0]
  )
  return {title: {...title, copies}, hidden, repeated: again, labels: []}
}

/** Fewer may name a section, too. */
const wordsOfTitle = 4

/** Below fewer lines even the last one is near the title. */
const linesAbove = 4
const sentenceEnd = /[.!?…]["”’)]?$/

/** Right below the heading of a section it is the text of that section: “## What is wrong?”, “The oven is cold.” */
function isBelowSection({draft}: Line, drafts: readonly Draft[]): boolean {
  const above = drafts[draft - 1]
  return above?.type === 'heading' && above.node.depth > 1
}

/** “Hello everybody!”, “Dear friends,”: a letter begins, and its first sentence is the news of the title. */
function isBelowGreeting(line: Line, lines: readonly Line[]): boolean {
  const above = lines[lines.indexOf(line) - 1]
  return (
    above?.alone === true && /[,!，！]$/.test(above.text) && above.text.split(' ').length <= wordsOfGreeting
  )
}

const wordsOfGreeting = 5

/** Level-1 headings around it, and text above it: the article marks its sections so, and one has the name of all of it. */
function isSection(
  heading: HeadingDraft,
  headings: readonly HeadingDraft[],
  drafts: readonly Draft[]
): boolean {
  const text = drafts.findIndex(({type}) => type === 'text')
  return headings.length > 2 && text >= 0 && text < drafts.indexOf(heading)
}

/** The line above or below in its paragraph shows that it is a piece of a sentence, broken over lines. */
function isPiece(line: Line, lines: readonly Line[], title: string): boolean {
  if (line.alone) return false
  const at = lines.indexOf(line)
  const [above, below] = [lines[at - 1], lines[at + 1]]
  const isText = (other: Line | undefined): other is Line =>
    other?.draft === line.draft &&
    !isByline(other) &&
    !isPageLine(other.text) &&
    !isKeywordLine(other.text, title) &&
    !isSame(other.text, title)
  // “The old mill” / “as it is called in the valley”, “the tools that you need to build” / “the old mill”,
  // “here is what the two of us found out about that place:” / “the old mill.”
  if (isText(below) && /^\p{Ll}/u.test(below.text)) return true
  if (!isText(above) || above.text.split(' ').length < wordsOfText) return false
  return (/^\p{Ll}/u.test(line.text) ? /[\p{L}\p{N},:;]$/u : /[\p{Ll},]$/u).test(above.text)
}

/** A lower-case search phrase whose words are the title's. */
export function isKeywordLine(text: string, title: string): boolean {
  if (text !== text.toLowerCase() || !/^[\p{Ll}\p{N}' ’&+-]+$/u.test(text) || title === title.toLowerCase())
    return false
  const words = normaliseLine(text).split(' ')
  if (words.length < 3 || words.length > 12) return false
  const known = new Set(normaliseLine(title).split(' '))
  return words.filter((word) => known.has(word)).length >= words.length * 0.8
}

/** A text that lines are held against, with what tells most of them from it. */
interface Wanted {
  readonly text: string
  readonly initial: string | undefined
}

function toWanted(text: string): Wanted {
  return {text, initial: initial(text)}
}

function isSame(a: string, b: string): boolean {
  return findSame([toWanted(b)], a) !== undefined
}

function findSame(wanted: readonly Wanted[], line: string): string | undefined {
  for (let at = 0; at < wanted.length; at++) {
    const {text, initial: first} = wanted[at] as Wanted
    // A ruler such as “=====” is no title, and the next one no copy of it.
    if (first === undefined || Math.abs(line.length - text.length) >= 12 || initial(line) !== first) continue
    if (normaliseLine(line) === normaliseLine(text)) return text
  }
  return undefined
}

/** The first letter or digit: enough to tell most lines from a title. */
function initial(text: string): string | undefined {
  return /[\p{L}\p{N}]/u.exec(text)?.[0].toLowerCase()
}

function isRunning(line: Line): boolean {
  return line.text.length > maxTitle || (/[.:;,]$/.test(line.text) && line.text.split(' ').length > 8)
}

function isTitleShaped(line: Line): boolean {
  const words = line.text.split(' ').length
  return (
    words >= 2 &&
    words <= 24 &&
    /^[\p{Lu}\p{N}"“'‘¿¡]/u.test(line.text) &&
    !/[.,;:]$/.test(line.text) &&
    !line.isLinked &&
    isShortBlock(line)
  )
}

function isByline(line: Line): boolean {
  return (
    readByline(line.text) !== undefined ||
    isDateLine(line.text) ||
    isCounterLine(line.text) ||
    opensWithCounter(line.text)
  )
}

function isLabelShaped(line: Line): boolean {
  return line.text.split(/[\s|·•●>»›]+/).length <= 5 && !/[.!?,;]$/.test(line.text) && !line.isLinked
}

/** All lines of its block are short: no hard-wrapped running text. */
function isShortBlock(line: Line): boolean {
  return (
    line.alone ||
    line.block.prose.value.split('\n').filter((other) => other.trim().length > 60 && /[.,;]\s*$/.test(other))
      .length === 0
  )
}
