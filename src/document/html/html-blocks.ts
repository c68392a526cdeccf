import type {Element, Nodes} from 'hast'
import type {Heading, ListItem, PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import {findFirst, isChrome, isElement, isHidden, sliceOf, textOf} from './html-page.ts'
import {hasText, isSeen, positionOf, toPhrasing, trimEnd} from './html-phrasing.ts'

/** Elements that start a line of their own. */
const blocks = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hgroup hr html li listing main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
  caption legend xmp`.split(/\s+/)
)
/** Words about something else on the page: shown, and no running text. */
const labels = new Set(['figcaption', 'summary', 'legend', 'caption'])

export interface BlockSettings {
  readonly source: string
  /** Whether what is read is inside the element that is the article. */
  readonly isArticle: boolean
  readonly addressOf: (url: string) => string
}

/** Headings, paragraphs, lists, quotes, tables and code of a page as mdast, without what is around its article. */
export function toBlocks(root: Nodes, settings: BlockSettings): RootContent[] {
  const {source, isArticle, addressOf} = settings
  const mixed = findMixed(root)
  const isBlock = (element: Element): boolean => blocks.has(element.tagName) || mixed.has(element)
  return flow('children' in root ? root.children : [])

  function flow(nodes: readonly Nodes[]): RootContent[] {
    const made: RootContent[] = []
    let run: Nodes[] = []
    visit(nodes, [])
    flush([])
    return inOrder(made)

    /** @param links elements that the nodes are inside of, and that are links */
    function visit(children: readonly Nodes[], links: readonly Element[]): void {
      for (const node of children) {
        if (!isElement(node)) run.push(node)
        else if (isHidden(node)) continue
        else if (node.tagName === 'br') breakLine(node, links)
        else if (!isBlock(node)) run.push(node)
        else {
          flush(links)
          const known = block(node)
          if (known) made.push(...known)
          else visit(node.children, node.tagName === 'a' ? [...links, node] : links)
          flush(links)
        }
      }
    }

    /** Two line breaks in a row are how old pages divide paragraphs. */
    function breakLine(node: Element, links: readonly Element[]): void {
      const last = run.findLastIndex((other) => other.type !== 'text' || other.value.trim() !== '')
      const before = run[last]
      if (!before || !isElement(before, 'br')) {
        run.push(node)
        return
      }
      run = run.slice(0, last)
      flush(links)
    }

    function flush(links: readonly Element[]): void {
      if (run.length === 0) return
      const inline = links.reduceRight<Nodes[]>(
        (children, link) => [{...link, children: children as Element['children'], ...spanOf(children)}],
        run
      )
      run = []
      made.push(...paragraph(toPhrasing(inline, {source, isBlock, addressOf})))
    }
  }

  /** What an element becomes; nothing when it only holds others. */
  function block(node: Element): RootContent[] | undefined {
    const {tagName} = node
    const position = positionOf(node)
    if (!position) return undefined
    if (isChrome(node, source, isArticle)) return [{type: 'chrome', position} as unknown as RootContent]
    if (labels.has(tagName)) return [{type: 'html', value: sliceOf(node, source), position}]
    const depth = /^h([1-6])$/.exec(tagName)?.[1]
    if (depth !== undefined) return heading(node, Number(depth) as Heading['depth'], position)
    if (tagName === 'blockquote')
      return [{type: 'blockquote', children: flow(node.children) as never[], position}]
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'dl' || tagName === 'dir')
      return list(node, position)
    if (tagName === 'pre' || tagName === 'listing' || tagName === 'xmp')
      return [{type: 'code', value: textOf(node), position}]
    if (tagName === 'hr') return [{type: 'thematicBreak', position}]
    if (tagName === 'table' && !isLayout(node)) return [{type: 'table', children: [], position}]
    return undefined
  }

  function heading(node: Element, depth: Heading['depth'], position: Position): RootContent[] {
    const children = toPhrasing(node.children, {source, isBlock, addressOf}).filter(
      (child) => !isAnchor(child)
    )
    trimEnd(children)
    // The picture of a name is none of the article's headings.
    return children.some(hasText) ? [{type: 'heading', depth, children, position}] : paragraph(children)
  }

  function list(node: Element, position: Position): RootContent[] {
    const children: ListItem[] = []
    addItems(node)
    const {start} = node.properties
    const isOrdered = node.tagName === 'ol'
    const first = isOrdered ? (typeof start === 'number' ? start : 1) : null
    return children.length === 0
      ? []
      : [{type: 'list', ordered: isOrdered, start: first, spread: false, children, position}]

    function addItems(parent: Element): void {
      for (const child of parent.children) {
        if (!isElement(child) || isHidden(child)) {
          if (child.type === 'comment') addItem([child])
        } else if (child.tagName === 'li' || child.tagName === 'dt' || child.tagName === 'dd')
          addItem(child.children, positionOf(child))
        else if (child.tagName === 'div') addItems(child)
        else addItem([child])
      }
    }

    function addItem(nodes: readonly Nodes[], place?: Position): void {
      const inner = flow(nodes) as ListItem['children']
      const at = place ?? spanOf(inner as never[]).position
      if (inner.length > 0 && at)
        children.push({type: 'listItem', spread: false, checked: null, children: inner, position: at})
    }
  }
}

/** A paragraph; the comments alone, where nothing else is to see. Text that strayed from its place is apart. */
function paragraph(children: readonly PhrasingContent[]): RootContent[] {
  if (!children.some(isSeen))
    return children.filter((child): child is typeof child & {type: 'html'} => child.type === 'html')
  if (children.every(({type}) => type === 'html')) return children as RootContent[]
  const groups: PhrasingContent[][] = [[]]
  let end = 0
  for (const child of children) {
    const {start, end: stop} = child.position ?? {}
    if ((start?.offset ?? end) < end) groups.push([])
    groups.at(-1)?.push(child)
    end = stop?.offset ?? end
  }
  return groups
    .filter((group) => group.some(isSeen))
    .map((group) => ({type: 'paragraph', children: group, ...spanOf(group as never[])}))
}

function spanOf(children: readonly Nodes[]): {position?: Position} {
  const position = positionOf({type: 'root', children: children as never[]})
  return position ? {position} : {}
}

/** A `#` or `¶` beside a heading, for readers who want its address. */
function isAnchor(node: PhrasingContent): boolean {
  if (node.type !== 'link' || !node.url.startsWith('#')) return false
  const text = node.children.map((child) => ('value' in child ? child.value : '')).join('')
  return !/[\p{L}\p{N}]/u.test(text)
}

/** A table that only arranges the page. */
function isLayout(table: Element): boolean {
  const {role} = table.properties
  if (role === 'presentation' || role === 'none') return true
  return ['h1', 'h2', 'h3', 'table'].some((name) =>
    table.children.some((child) => findFirst(child, name) !== undefined)
  )
}

/** Inline elements around blocks, such as a link around a heading. */
function findMixed(root: Nodes): ReadonlySet<Element> {
  const found = new Set<Element>()
  look(root)
  return found

  function look(node: Nodes): boolean {
    if (!('children' in node)) return false
    let holds = false
    for (const child of node.children) if (look(child)) holds = true
    if (!isElement(node)) return holds
    if (blocks.has(node.tagName)) return !isHidden(node)
    if (holds) found.add(node)
    return holds
  }
}

/** Text that a parser moved, as out of a table, stands where its source does. */
function inOrder(nodes: RootContent[]): RootContent[] {
  const startOf = (node: RootContent | undefined): number => node?.position?.start.offset ?? 0
  const isOrdered = nodes.every((node, index) => index === 0 || startOf(node) >= startOf(nodes[index - 1]))
  return isOrdered ? nodes : nodes.sort((a, b) => startOf(a) - startOf(b))
}
