import type {RenderedElement, RenderedNode, RenderedText, Rendering} from '../../lint/rendering.ts'
import {html, isFollowable, type Markup} from './markup.ts'
import type {Piece, Placement, Span} from './spans.ts'

interface Context {
  readonly placement: Placement
  /** The cards that belong under a block or list item. */
  readonly cardsOf: ReadonlyMap<RenderedElement, readonly Markup[]>
  /** Depth of the last heading, so that none is skipped in the page's outline. */
  depth: number
}

/** The text of an article with its marks, each block followed by the cards of its findings. */
export function articleText(
  rendering: Rendering,
  placement: Placement,
  cardOf: (span: Span) => Markup | undefined
): Markup {
  const cardsOf = new Map<RenderedElement, Markup[]>()
  for (const block of rendering.blocks) visit(block, block)
  const context: Context = {placement, cardsOf, depth: 2}
  return html`${rendering.blocks.map((block) => withCards(block, context))}`

  function visit(node: RenderedNode, home: RenderedElement): void {
    if (node.type !== 'text') {
      for (const child of node.children) visit(child, node.type === 'item' ? node : home)
      return
    }
    const pinned = placement.pins.get(node) ?? []
    const begun = placement.pieces.get(node)?.flatMap(({starts}) => starts) ?? []
    const cards = [...pinned, ...begun].flatMap((span) => cardOf(span) ?? [])
    if (cards.length === 0) return
    const before = cardsOf.get(home) ?? []
    cardsOf.set(home, before)
    for (const card of cards) before.push(card)
  }
}

function withCards(block: RenderedElement, context: Context): Markup {
  return html`${blockOf(block, context)}${cardsUnder(block, context)}\n`
}

function cardsUnder(block: RenderedElement, {cardsOf}: Context): Markup | undefined {
  const cards = cardsOf.get(block)
  return cards && html`<div class="cards">${cards}</div>`
}

function blockOf(block: RenderedElement, context: Context): Markup {
  const {children, label, level = 1, type} = block
  const inside = (): readonly Markup[] => children.map((child) => nodeOf(child, context))
  const blocks = (): readonly Markup[] =>
    children.map((child) => (child.type === 'text' ? nodeOf(child, context) : blockOf(child, context)))
  switch (type) {
    case 'heading': {
      context.depth = Math.min(level + 2, context.depth + 1, 6)
      const {depth} = context
      return tag(`h${depth}`, `level-${level}`, inside())
    }
    case 'paragraph':
      return html`<p>${inside()}</p>`
    case 'quote':
      return html`<blockquote>${blocks()}</blockquote>`
    case 'list':
      return listOf(block, context)
    case 'group':
      return html`<div class="group"><p class="label">${label ?? 'element'}</p>${blocks()}</div>`
    case 'footnote':
      return html`<div class="footnote"><p class="label">Note ${label}</p>${blocks()}</div>`
    case 'code':
      return html`<pre class="code" tabindex="0" aria-label="Code"><code>${inside()}</code></pre>`
    case 'frontmatter':
      return html`<div class="frontmatter"><p class="label">Front matter</p><pre>${inside()}</pre></div>`
    case 'table':
      return tableOf(block, context)
    case 'rule':
      return html`<hr>`
    default:
      return html`<pre class="source">${inside()}</pre>`
  }
}

function listOf({children, from}: RenderedElement, context: Context): Markup {
  const items = (children as readonly RenderedElement[]).map((item) => {
    const {isDone} = item
    const task =
      isDone === undefined
        ? ''
        : html`<span class="task" role="img" aria-label="${isDone ? 'done' : 'to do'}">${isDone ? '☑' : '☐'}</span> `
    const blocks = (item.children as readonly RenderedElement[]).map((child) => blockOf(child, context))
    return html`<li${isDone !== undefined && html` class="is-task"`}>${task}${blocks}${cardsUnder(item, context)}</li>`
  })
  return from === undefined ? html`<ul>${items}</ul>` : html`<ol start="${from}">${items}</ol>`
}

function tableOf({children}: RenderedElement, context: Context): Markup {
  const rows = (children as readonly RenderedElement[]).map((row, index) => {
    const cells = (row.children as readonly RenderedElement[]).map((cell) => {
      const side = cell.align ?? 'left'
      const inside = cell.children.map((child) => nodeOf(child, context))
      return tag(index === 0 ? 'th' : 'td', side, [html`${inside}`])
    })
    return html`<tr>${cells}</tr>`
  })
  return html`<div class="table" role="region" aria-label="Table of the article" tabindex="0"><table>${rows}</table></div>`
}

function tag(name: string, className: string, children: readonly Markup[]): Markup {
  return {markup: `<${name} class="${className}">${html`${children}`.markup}</${name}>`}
}

function nodeOf(node: RenderedNode, context: Context): Markup {
  if (node.type === 'text') return textOf(node, context.placement)
  const inside = html`${node.children.map((child) => nodeOf(child, context))}`
  switch (node.type) {
    case 'strong':
      return html`<strong>${inside}</strong>`
    case 'emphasis':
      return html`<em>${inside}</em>`
    case 'delete':
      return html`<s>${inside}</s>`
    case 'code':
      return html`<code>${inside}</code>`
    case 'note':
      return html`<sup>${inside}</sup>`
    case 'link':
      return html`<span class="link">${inside}</span>${targetOf(node)}`
    case 'image':
      return html`<span class="image"><span class="label">Image</span> ${inside} <span class="file">${fileOf(node.url ?? '')}</span></span>`
    case 'source':
      return html`<span class="source">${inside}</span>`
    default:
      return blockOf(node, context)
  }
}

/** Where a link leads: to follow, where that is safe; as text, where it is not the usual. */
function targetOf({url = ''}: RenderedElement): Markup {
  if (!isFollowable(url)) return html`<span class="target">${url === '' ? 'no address' : url}</span>`
  return html`<a class="out" href="${url}" target="_blank" rel="noopener noreferrer" title="${url}"><span class="hidden">Open ${url}</span></a>`
}

function fileOf(url: string): string {
  const path = url.split(/[?#]/, 1)[0] as string
  return path.split('/').at(-1) || url
}

function textOf(text: RenderedText, {pieces, pins}: Placement): Markup {
  const pinned = (pins.get(text) ?? []).map(pinOf)
  const own = pieces.get(text)
  return html`${pinned}${own ? own.map(pieceOf) : text.value}`
}

function pinOf(span: Span): Markup {
  const anchor = html`<span id="${span.id}"></span>`
  if (!span.severity) return anchor
  return html`${anchor}${markOf([span], span, html`<span class="hidden">here</span>`, 'mark pin')}`
}

const ranks = {source: 0, info: 1, warn: 2, error: 3} as const

/** The part of a text that findings mark: a link to the card of the most exact one. */
function pieceOf({spans, starts, value}: Piece): Markup {
  const anchors = starts.map(({id}) => html`<span id="${id}"></span>`)
  const findings = spans.filter(({severity}) => severity)
  const places = spans.filter(({severity}) => !severity).map(({id}) => id)
  const [first] = findings
  const found =
    places.length > 0 ? html`<span data-place="${places.join(' ')}">${value}</span>` : html`${value}`
  if (!first) return html`${anchors}${found}`
  const stop = starts.includes(first) ? first : undefined
  const marked = value.trim() === '' ? blankOf(findings, value) : markOf(findings, stop, found)
  return html`${anchors}${marked}`
}

/** A blank inside a mark goes on with it; a link needs words. */
function blankOf(findings: readonly Span[], value: string): Markup {
  if (value.includes('\n')) return html`${value}`
  const {ids, worst} = markedBy(findings)
  return html`<span class="mark" data-severity="${worst}" data-cards="${ids}">${value}</span>`
}

/** @param stop the finding whose place in the tab order this is */
function markOf(findings: readonly Span[], stop: Span | undefined, inside: Markup, name = 'mark'): Markup {
  const {ids, worst} = markedBy(findings)
  const card = cardIdOf(findings[0]?.id ?? '')
  const rest = stop ? html` aria-describedby="${reasonIdOf(card)}"` : html` tabindex="-1"`
  return html`<a class="${name}" data-severity="${worst}" data-cards="${ids}" href="#${card}"${rest}>${inside}</a>`
}

/** The cards of a mark's findings, and how severe the worst is. */
function markedBy(findings: readonly Span[]): {ids: string; worst: keyof typeof ranks} {
  const worst = findings.reduce<keyof typeof ranks>(
    (worst, {severity = 'source'}) => (ranks[severity] > ranks[worst] ? severity : worst),
    'source'
  )
  return {ids: findings.map(({id}) => cardIdOf(id)).join(' '), worst}
}

/** The card of the finding whose place has this id. */
export function cardIdOf(id: string): string {
  return id.replace(/^m/, 'f')
}

export function reasonIdOf(id: string): string {
  return id.replace(/^f/, 'r')
}
