import type {FurnitureKind, Range} from '../model.ts'
import type {Draft, HeadingDraft, TextDraft} from '../prose/blocks.ts'
import {normaliseLine, titleCaseShare} from '../prose/names.ts'
import {readByline} from './bylines.ts'
import {shareNames} from './furniture-phrases.ts'
import type {Line} from './lines.ts'
import {isButton} from './page-buttons.ts'
import {isPageLine} from './page-lines.ts'

type Marked = HeadingDraft | TextDraft

/** Debris that a converter made headings and lists of. */
export interface MarkedChrome {
  readonly kind: FurnitureKind
  readonly drafts: readonly [Marked, ...Marked[]]
  /** In the prose of the first, where it is less than all of it. */
  readonly debris?: Range
}

/** Stand over a form, buttons or links, which are lost: nobody writes a part of an article under these. */
const controlHeads = new Set(
  'leave a comment|leave a comment cancel reply|leave a reply|leave a reply cancel reply|post a comment|add a comment|no comments yet|be the first to comment|share this|share this article|share this post|share this story|share this page|post navigation|reader interactions'.split(
    '|'
  )
)
const relatedHeads = new Set(
  'related posts|related articles|related stories|you may also like|you might also like|more from this author|recommended for you'.split(
    '|'
  )
)
const shares = /^(?:share (?:on|via) \w|tweet\b|pin it\b)/i
const fewest = 2
/** In characters. */
const longest = 120

/** `By Ann Holt 20 Views` as an item or a heading, and the buttons and heads of empty parts below the article. */
export function findMarkedChrome(
  drafts: readonly Draft[],
  lines: readonly Line[],
  hidden: ReadonlySet<Line>
): readonly MarkedChrome[] {
  const found: MarkedChrome[] = []
  for (const draft of drafts) {
    if (!isMarked(draft) || !/^by /i.test(draft.prose.value.slice(0, 3))) continue
    const counter = isPlain(draft) ? readByline(textOf(draft))?.counter : undefined
    if (counter) found.push({kind: 'byline-counter', drafts: [draft], debris: counter})
  }
  let open: ReadonlySet<number> | undefined
  const isOpen = (index: number): boolean => {
    open ??= new Set(lines.filter((line) => !hidden.has(line)).map((line) => line.draft))
    return open.has(index)
  }
  const tail: MarkedChrome[] = []
  let end = drafts.length
  while (end > 0) {
    const last = drafts[end - 1] as Draft
    const first = startOfList(drafts, end - 1)
    const above = drafts[first - 1]
    const items = drafts.slice(first, end) as TextDraft[]
    const [item] = items
    if (item && isHead(above) && isBelow(above, items)) {
      tail.push({kind: 'navigation', drafts: [above, ...items]})
      end = first - 1
    } else if (item && areButtons(items) && !isLeadIn(above)) {
      tail.push({kind: 'navigation', drafts: [item, ...items.slice(1)]})
      end = first
    } else if (isHead(last)) {
      tail.push({kind: 'navigation', drafts: [last]})
      end--
    } else if (last.type === 'other' ? last.as === 'thematicBreak' : isHiddenText(last, end - 1)) end--
    else break
  }
  // Where nothing else is, the page is about these.
  const hasText = drafts.slice(0, end).some((draft) => draft.type === 'text' && draft.place === 'body')
  return hasText ? [...found, ...tail] : found

  function isHiddenText(draft: Draft, index: number): boolean {
    return draft.type === 'text' && draft.place === 'body' && !isOpen(index)
  }
}

function isMarked(draft: Draft | undefined): draft is Marked {
  return draft?.type === 'heading' || (draft?.type === 'text' && draft.place === 'item')
}

/** Without links and pictures: somebody edited those. */
function isPlain({prose}: Marked): boolean {
  return (
    prose.value.length <= longest && prose.marks.every(({node}) => /^(?:strong|emphasis)$/.test(node.type))
  )
}

function textOf({prose}: Marked): string {
  return prose.value.trim()
}

function isHead(draft: Draft | undefined): draft is HeadingDraft {
  if (draft?.type !== 'heading' || draft.place !== 'body' || draft.node.depth < 2 || !isPlain(draft))
    return false
  const name = normaliseLine(textOf(draft))
  return controlHeads.has(name) || relatedHeads.has(name)
}

/** Where the items begin of which this is the last; after it when it is none. */
function startOfList(drafts: readonly Draft[], at: number): number {
  let first = at + 1
  for (let draft = drafts[at]; draft?.type === 'text' && draft.place === 'item'; draft = drafts[first - 1])
    first--
  return first
}

/** Buttons, or under a head for them the titles of other articles, whose links are lost. */
function isBelow(head: HeadingDraft, items: readonly TextDraft[]): boolean {
  if (items.every(isControl)) return true
  if (!relatedHeads.has(normaliseLine(textOf(head))) || items.length < fewest) return false
  const sure = items.filter((item) => /\?$/.test(textOf(item)) || titleCaseShare(textOf(item)) >= 0.75)
  return items.every(isTitle) && sure.length * 2 > items.length
}

function isTitle(item: TextDraft): boolean {
  const text = textOf(item)
  return isPlain(item) && /^[\p{Lu}\p{N}"“‘']/u.test(text) && !/[.,;:]$/.test(text) && / \S+ /.test(text)
}

function isControl(item: TextDraft): boolean {
  if (!isPlain(item)) return false
  const text = buttonsOf(item).join(' | ')
  return isPageLine(text) || isButton(text)
}

/** `Share on Facebook - Tweet` */
function buttonsOf(item: TextDraft): readonly string[] {
  return textOf(item).split(/ [-–—|·•] /)
}

function areButtons(items: readonly TextDraft[]): boolean {
  if (!items.every(isControl)) return false
  const labels = items.flatMap(buttonsOf)
  return (
    labels.filter((text) => shares.test(text)).length >= fewest ||
    labels.some((text) => shareNames.test(text))
  )
}

/** “You can help us:” above calls to share, or a heading that says so. */
function isLeadIn(above: Draft | undefined): boolean {
  if (above?.type === 'heading') return !isHead(above)
  return above?.type === 'text' && /[:,]$/.test(above.prose.value.trimEnd())
}
