import {lazy} from '../lazy.ts'
import type {Draft} from '../prose/blocks.ts'
import {normaliseLine, titleCaseShare} from '../prose/names.ts'
import {isBioShaped} from './author-box.ts'
import {menuNames, relatedPrefix} from './furniture-phrases.ts'
import {createLineCheck} from './line-patterns.ts'
import {endsSentence, isText, type Line} from './lines.ts'
import {isPageLine} from './page-lines.ts'

/** A piece of the page below the article: its lines stand next to each other, the first one names it. */
export type TailPiece = readonly [first: Line, ...rest: Line[]]

/** Stands over titles of other articles. */
const relatedHead = lazy(
  () =>
    /^(?:related|(?:(?:you )?(?:may|might) also (?:like|enjoy)|you (?:may|might) (?:also )?(?:like|enjoy)|(?:more|other|related|recent|latest|popular|top|trending|recommended) (?:posts|articles|stories|reads|guides|reading|news|topics)|more (?:like this|from|on|in) ?[^,;:!?()|/"“”]{0,40}|trending(?: now)?|(?:up|what to read|read(?: this| these)?) next|next up|keep reading|read more|don['’]t miss|recommended(?: for you)?|most (?:read|popular|viewed|shared|watched)(?: (?:in|on) [^\d.,;:!?()|/"“”]{2,20})?|editor['’]?s['’]? picks))\W{0,3}$/i
)

/** Stands over the title of one other article. */
const pager = /^(?:previous|next|older|newer) (?:post|article|story|entry)\W{0,3}$/i

/** What authors write below their text themselves, too: "tags: vegetarian". */
const isOwnLine = createLineCheck([
  /^(?:tags|tagged(?: (?:with|under|as))?|filed (?:under|in)|posted (?:in|under)|categories|category)\b ?:? ?\S/i,
  /^(?:subscribe|sign[ -]up|join|stay (?:up to date|updated|in the loop))\b[^.!?]{0,90}\b(?:newsletter|mailing list|inbox|email list|community|briefing|digest|bulletin|press releases|alerts|channel|podcast)\b/i,
  /^(?:©|copyright ©?) ?\d{4}\b(?!.*\blicen[sc]e)/i,
  /^(?:previous|next): \p{Lu}/iu,
  /^(?:©|copyright\b)[^.]{2,60}\b\d{4}\b.{0,20}\ball rights reserved\b/i
])
/** So many of them are the end of a page. */
const fewestOwn = 3

/** Controls, forms and notices that are sentences or carry a name or a number. */
const isNotice = createLineCheck([
  /^(?:enter your|type your|add your|your) e-?mail(?: address)?(?: \*| (?:sign up|subscribe|submit|join))?$/i,
  /^(?:enter|type|add) your e-?mail\b/i,
  /^[^.!?]{3,60}\bnewsletter: (?:sign up|subscribe)\b/i,
  /^get [^.!?]{3,60}\b(?:in|to) your inbox\b/i,
  /^(?:sign|log) in to (?:join|comment|reply|vote|view|leave)\b/i,
  /^(?:posted|published|view all posts) by [\p{L}\d._ -]{2,40}$/iu,
  /^[«‹←] ?[^«»‹›]{3,80}$/,
  /^[^«»‹›]{3,80} ?[»›→]$/,
  /^your e-?mail address will not be published\b/i,
  /^by (?:signing up|subscribing|continuing|clicking)\b[^.]{0,60}\b(?:agree|accept|consent)\b/i,
  /^(?:we use|this (?:web)?site uses|our (?:web)?site uses) cookies\b/i,
  /^(?:follow|find) (?:us|me|him|her|them) on \S/i,
  /^(?:was|did you find|is) this (?:article|post|page|guide|answer)? ?(?:helpful|useful)\b/i,
  /^rate this (?:post|article|page|recipe|guide)\b/i,
  /^(?:[★☆⭐✩✭ ]{1,12})?\d(?:\.\d{1,2})?\s?(?:\/|out of)\s?5\b[^.]{0,12}\(\d[\d,.]* (?:votes?|ratings?|reviews?)\)$/i,
  /^(?:previous|next|older|newer) (?:post|article|story|entry)\s?[:–|»→←-]\s?\S/i,
  /^(?:[←«] ?previous|next ?[→»])\s?[:–|»→←-]\s?\S/i,
  /^\d[\d,.]{0,8} ?k? (?:comments?|replies|answers?|responses|likes?|shares?|votes?|reactions?)$/i,
  /^(?:view|see|read|browse) (?:all|more|other) (?:posts|articles|stories)(?: (?:by|from) [^\d,;:!?()]{2,40})?\W{0,3}$/i,
  /^click (?:here )?to (?:share|email|print|download|tweet|(?:see|read|view|learn|discover) more)\b/i,
  /^(?:click here|download now|sign up) to (?:download|get) (?:your|our|the) free\b/i,
  /^(?:get|download|grab|claim) (?:our|your|the) free\b[^.?]{0,60}$/i,
  /^(?:report|suggest) an? (?:typo|error|mistake|correction|edit|problem)(?: (?:in|on|with|to) this \w{4,8})?\W{0,2}$/i,
  /^pin (?:this|it)(?: (?:post|article|recipe))?(?: for later)?\W{0,2}$/i,
  /^(?:enjoyed|liked|like|love|loved|did you (?:enjoy|like)) (?:this|what you)\b[^.]{0,50}\b(?:rate it|share|coffee|subscribe|tip|newsletter|follow)\b/i,
  /^(?:like loading|loading)\b\W{0,3}$/i,
  /^(?:Share|SHARE|Like|LIKE) this:$/,
  /^e-?mail address\W{0,2}$/i,
  /^(?:retrieved from [“"]|text is available under\b)/i,
  /^(?:about wiki\w+|disclaimers|mobile view|cookie statement|code of conduct)$/i,
  /^save my name\b.{0,20}\be-?mail\b/i,
  /^(?:got|have) a (?:(?:news )?tip|story)\?/i,
  /^yes(?: [|·])? no$/i
])

const field =
  /^(?:(?:your |first |last |full |company )?name|(?:your )?e-?mail(?: address)?|(?:phone|mobile|telephone)(?: number)?|zip(?: code)?|post ?code|company|website|subject|(?:your )?(?:message|comment)s?|how did you hear about us\??|submit|send(?: message)?|post comment)\s?\*?$/i
const fewestFields = 3

/** In characters; a notice about cookies is no longer. */
const longestControl = 170
/** Lines that say nothing of the page may stand between two that do: a tagline, a comment. */
const mostBetween = 2
const wordsOfTitle = {fewest: 3, most: 18}

/** Share of the lines above which a page has no article. */
const leastAbove = 0.3

/**
 * What stands below an article on its page, up to the end: controls, forms, titles of other articles. Every line there is
 * short or one of those; where only one such thing stands, it has to be known by itself.
 */
export function findPageTail(lines: readonly Line[], drafts: readonly Draft[]): readonly TailPiece[] {
  const text = lines.findIndex((line) => isText(line))
  if (text < 0) return []
  const least = Math.max(text, Math.floor(lines.length * leastAbove))
  let start = lines.length
  let between = 0
  for (let at = lines.length - 1; at > least; at--) {
    const line = lines[at] as Line
    const isOf =
      (isControl(line) || isTitleOrLabel(line) || isAside(line)) && !endsSentence(line, lines[at - 1])
    if (!isOf && (isText(line) || between === mostBetween)) break
    between = isOf ? 0 : between + 1
    if (isOf) start = at
  }
  const pieces: TailPiece[] = []
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.isLinked || isOfAuthorBox(lines, index)) continue
    const next = lines[index + 1]
    const isOver = pager.test(line.text) && next !== undefined && isTitle(next)
    const below = isOver ? [next] : relatedHead().test(line.text) ? readTitles(lines, index + 1) : []
    const named = below.length > 0 ? below : readFields(lines, index)
    const rest = named.length === 0 && isControl(line) ? readMenu(lines, index + 1) : named
    if (rest.length > 0 || isControl(line) || isLastHead(line, drafts)) pieces.push([line, ...rest])
    index += rest.length
  }
  const isPage =
    pieces.length >= fewestOwn ||
    !pieces.every(([line, ...rest]) => isOwn(line) && rest.length === 0 && !isLastHead(line, drafts))
  return isPage ? pieces : []
}

const postedBy = /^(?:posted|published) by /i

/** “Posted by Ann Lee” below the initial of a lost picture or above the biography: of the author's box, not of the page. */
function isOfAuthorBox(lines: readonly Line[], at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]]
  return (
    line !== undefined &&
    postedBy.test(line.text) &&
    ((above !== undefined && /^\p{Lu}\.?$/u.test(above.text)) || (below !== undefined && isBioShaped(below)))
  )
}

/** `More from Money:` and the titles of other articles, all in one block: the links are lost. */
export function findPointers(lines: readonly Line[]): TailPiece[] {
  return lines.flatMap((line, at): TailPiece[] => {
    if (line.isWrapped || line.start > 0 || !relatedHead().test(line.text)) return []
    const block = lines.slice(at).filter(({draft}) => draft === line.draft)
    return block.length > 2 && block.slice(1).every(isTitle) ? [[line, ...block.slice(1)]] : []
  })
}

/** What it stood over was linked, and is lost: “More from Opinion” at the very end. */
function isLastHead({text, draft, alone}: Line, drafts: readonly Draft[]): boolean {
  const isHead = alone && draft === drafts.length - 1 && relatedHead().test(text)
  return isHead && !/[.!?…]$/.test(text) && titleCaseShare(text) >= 0.5
}

/** Titles of other articles: they open with a capital, end without a full stop, and most are in Title Case or ask. */
function readTitles(lines: readonly Line[], from: number): Line[] {
  let to = from
  while (to < lines.length && isTitle(lines[to] as Line)) to++
  const titles = lines.slice(from, to)
  const sure = titles.filter(({text}) => text.endsWith('?') || titleCaseShare(text) >= 0.75)
  // Nothing but controls stands below: of what else could they be the titles?
  const next = lines[to]
  const areLast = titles.length >= 3 && (next === undefined || isControl(next))
  return areLast || sure.length * 2 > titles.length ? titles : []
}

/** The other fields of a form, which lost its boxes: `Name*`, `Email*`, `Message`, `Submit`. */
function readFields(lines: readonly Line[], from: number): Line[] {
  let to = from
  while (to < lines.length && field.test((lines[to] as Line).text)) to++
  return to - from >= fewestFields ? lines.slice(from + 1, to) : []
}

/** What a menu below the last notice has at least, names that most menus have among them. */
const shortestMenu = 4
const longestMenu = 40
const fewestNames = 3

/** `Terms`, `Privacy`, `Pricing`, `Blog`, `About`: up to the end of the page, below `© 2025 Example`. */
function readMenu(lines: readonly Line[], from: number): Line[] {
  const {length} = lines
  if (length - from < shortestMenu || length - from > longestMenu) return []
  const menu = lines.slice(from)
  if (!menu.every((line) => isTitleOrLabel(line) && line.text.split(/\s+/).length <= 3)) return []
  return menu.filter(({text}) => menuNames.has(normaliseLine(text))).length >= fewestNames ? menu : []
}

function isTitle(line: Line): boolean {
  const words = line.text.split(/\s+/).length
  return (
    !line.isLinked &&
    !isControl(line) &&
    words >= wordsOfTitle.fewest &&
    words <= wordsOfTitle.most &&
    isTitleOrLabel(line)
  )
}

function isTitleOrLabel({text}: Line): boolean {
  return text.length <= 120 && /^[\p{Lu}\p{N}"“‘'[#]/u.test(text) && !/[.,;:]$/.test(text)
}

const aboutAuthor = lazy(
  () => /^about (?:me|the author|\p{Lu}[\p{L}'’]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’]+))?)$/iu
)

/** Of the author or about the article, among the rest: it is looked at elsewhere. */
function isAside(line: Line): boolean {
  return (
    isBioShaped(line) ||
    (line.text.length <= 9 && /^(?:\p{Lu}\.){1,3}$/u.test(line.text)) ||
    (/^about /i.test(line.text) && aboutAuthor().test(line.text)) ||
    /^(?:hi|hello|hey)\b.{0,10}\bi(?:['’]m| am) [a-z]/i.test(line.text) ||
    /^(?:disclaimer|disclosure|(?:image|photo)s? (?:credits?|by)|as an amazon associate|this (?:article|post|page|content|information|website) is (?:for|intended|provided|not)|text is available under|retrieved from)\b/i.test(
      line.text
    )
  )
}

export function isControl(line: Line): boolean {
  const {text} = line
  return (
    text.length <= longestControl &&
    (isPageLine(text) || (!line.alone && relatedPrefix.test(text)) || isNotice(text) || isOwn(line))
  )
}

function isOwn({text}: Line): boolean {
  return !isPageLine(text) && (relatedHead().test(text) || isOwnLine(text))
}
