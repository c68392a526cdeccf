import type {RenderedElement, RenderedNode, RenderedText, Rendering} from '../../lint/rendering.ts'

/** A stretch of the file that the page marks or jumps to. */
export interface Span {
  readonly id: string
  readonly start: number
  readonly end: number
  /** `source`: a claim whose source was looked at. Other claims, and second places of findings, are found, not marked. */
  readonly severity?: 'error' | 'warn' | 'info' | 'source'
}

/** A part of a text with the same spans all over. */
export interface Piece {
  readonly value: string
  /** The shortest first. */
  readonly spans: readonly Span[]
  /** Those of the spans that have their first piece here. */
  readonly starts: readonly Span[]
}

/** Where the spans are in the text of an article. */
export interface Placement {
  readonly pieces: ReadonlyMap<RenderedText, readonly Piece[]>
  /** Spans that stand before a text, as they have none of their own. */
  readonly pins: ReadonlyMap<RenderedText, readonly Span[]>
  /** Spans of an article that shows no text at all. */
  readonly lost: readonly Span[]
}

/** Cuts the texts of an article where spans start and end. Every span is somewhere: what marks no text is pinned near it. */
export function placeSpans({blocks}: Rendering, spans: readonly Span[]): Placement {
  const texts: RenderedText[] = []
  const holders: RenderedElement[] = []
  collect(blocks, texts, holders)
  texts.sort((a, b) => a.start - b.start || a.end - b.end)
  const ranges = new Map(spans.map((span) => [span, [span.start, span.end] as const]))
  const pins = new Map<RenderedText, Span[]>()
  const lost: Span[] = []
  const holderOf = createHolderFinder(holders)
  for (const span of spans) {
    if (marksWords(texts, span)) continue
    // Of a link whose address is meant, the words are marked.
    const holder = holderOf(span)
    const near = nearest(texts, span.start)
    if (holder && span.end > span.start) ranges.set(span, [holder.start, holder.end])
    else if (near) {
      const before = pins.get(near)
      if (before) before.push(span)
      else pins.set(near, [span])
    } else lost.push(span)
  }
  const pinned = new Set([...lost, ...[...pins.values()].flat()])
  const marked = spans.filter((span) => !pinned.has(span))
  return {pieces: cut(texts, marked, ranges), pins, lost}
}

/** Whether anything that can be seen stands in a span. */
function marksWords(texts: readonly RenderedText[], span: Span): boolean {
  for (let index = firstAfter(texts, span.start); index < texts.length; index++) {
    const text = texts[index] as RenderedText
    if (text.start >= span.end) return false
    const isSame = text.end - text.start === text.value.length
    const part = isSame
      ? text.value.slice(Math.max(0, span.start - text.start), span.end - text.start)
      : text.value
    if (overlaps(text, span) && part.trim() !== '') return true
  }
  return false
}

/** Index of the first text that ends after an offset. */
function firstAfter(texts: readonly RenderedText[], offset: number): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((texts[middle] as RenderedText).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

function overlaps(text: {start: number; end: number}, span: {start: number; end: number}): boolean {
  return text.start < span.end && span.start < text.end
}

/** Gives the last of the marks that hold a whole span: an article may have thousands of links. */
function createHolderFinder(
  holders: readonly RenderedElement[]
): (span: Span) => RenderedElement | undefined {
  const sorted = holders.toSorted((a, b) => a.start - b.start)
  let farthest = 0
  const reach = sorted.map(({end}) => {
    farthest = Math.max(farthest, end)
    return farthest
  })
  return ({start, end}) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as RenderedElement).start <= start) low = middle + 1
      else high = middle
    }
    for (let index = low - 1; index >= 0 && (reach[index] as number) >= end; index--) {
      const holder = sorted[index] as RenderedElement
      if (holder.end >= end) return holder
    }
    return undefined
  }
}

/** Marks that hold text with a place: links, images, emphasis. */
function collect(nodes: readonly RenderedNode[], texts: RenderedText[], holders: RenderedElement[]): void {
  for (const node of nodes) {
    if (node.type === 'text') texts.push(node)
    else {
      if (node.type === 'link' || node.type === 'image' || node.type === 'note') holders.push(node)
      collect(node.children, texts, holders)
    }
  }
}

/** The text at an offset or after it, else the last one. */
function nearest(texts: readonly RenderedText[], offset: number): RenderedText | undefined {
  const isReadable = ({value}: RenderedText): boolean => value.trim() !== ''
  for (let index = firstAfter(texts, offset); index < texts.length; index++) {
    const text = texts[index] as RenderedText
    if (isReadable(text)) return text
  }
  return texts.findLast(isReadable)
}

function cut(
  texts: readonly RenderedText[],
  spans: readonly Span[],
  ranges: ReadonlyMap<Span, readonly [number, number]>
): Map<RenderedText, readonly Piece[]> {
  const rangeOf = (span: Span): readonly [number, number] => ranges.get(span) ?? [span.start, span.end]
  const waiting = spans.toSorted((a, b) => rangeOf(a)[0] - rangeOf(b)[0])
  const begun = new Set<Span>()
  const pieces = new Map<RenderedText, readonly Piece[]>()
  let open: Span[] = []
  let next = 0
  for (const text of texts) {
    for (let span = waiting[next]; span && rangeOf(span)[0] < text.end; span = waiting[++next])
      open.push(span)
    open = open.filter((span) => rangeOf(span)[1] > text.start)
    if (open.length === 0) continue
    const isSplittable = text.end - text.start === text.value.length
    const inside = open.flatMap(rangeOf).filter((offset) => text.start < offset && offset < text.end)
    const cuts = isSplittable ? [...new Set([text.start, ...inside, text.end])].sort((a, b) => a - b) : []
    const parts = isSplittable ? cuts.slice(1).map((end, index) => [cuts[index] as number, end] as const) : []
    const all = isSplittable ? parts : [[text.start, text.end] as const]
    // Of the open ones, which are in the order of their starts, those that reach into a piece.
    let reaching: Span[] = []
    let at = 0
    pieces.set(
      text,
      all.map(([start, end]) => {
        for (let span = open[at]; span && rangeOf(span)[0] < end; span = open[++at]) reaching.push(span)
        reaching = reaching.filter((span) => rangeOf(span)[1] > start)
        const own = reaching.toSorted((a, b) => a.end - a.start - (b.end - b.start))
        const starts = own.filter((span) => !begun.has(span))
        for (const span of starts) begun.add(span)
        const value = isSplittable ? text.value.slice(start - text.start, end - text.start) : text.value
        return {value, spans: own, starts}
      })
    )
  }
  return pieces
}
