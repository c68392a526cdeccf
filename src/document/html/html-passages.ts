import type {Element, ElementContent, RootContent as HastContent, Root as HastRoot} from 'hast'
import type {Nodes, Root, RootContent} from 'mdast'
import {linkBareUrls} from '../parse/bare-urls.ts'
import {rangeOf} from '../parse/node-range.ts'
import {createPoints} from '../parse/points.ts'
import {toBlocks} from './html-blocks.ts'
import {elementsOf, type LoneTag, readFragment} from './html-fragment.ts'
import {sliceOf} from './html-page.ts'

declare module 'mdast' {
  interface Data {
    /** The block is written in HTML, in an article that is Markdown. */
    isHtml?: boolean
  }
}

const textBlocks = new Set('blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre ul'.split(' '))
const inline = new Set(
  `a abbr acronym b big br cite code del dfn em font i img ins kbd mark nobr o:p q s samp small span strike strong sub sup time tt
  u var wbr`.split(/\s+/)
)
/** Without their list they may be anything. */
const item = /^(?:li|d[td])$/
/** A box, a caption or a part of the page by its name. */
const aside =
  /caption|credit|byline|meta|author|date|source|nav|menu|toc|crumb|btn|button|badge|card|share|social|tag|label|legend|subtitle|foot|side|widget|admonition|callout|alert|note|tip|warning|quote|cent(?:er|re)|right|hidden|sr-only|copyright|license|licence|disclaimer|advert|hero|banner|line|code|highlight|gist/i
/** What exports and editors put around the text itself; any other name of a `div` may be a box beside it. */
const plainClass =
  /^(?:mso\w*|post|entry|article|content|text|body|(?:post|entry|article)-(?:content|body|text)|wp-block-(?:group|paragraph)|paragraph)$/i
const placed =
  /text-align\s*:\s*(?:center|right)|(?:^|;)\s*(?:display|float|position|top|left|background|border|width|height|visibility)\b/i

const readable: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list', 'blockquote'])

/** A block of it is worth a look. */
const promising = /<(?:p|h[1-6]|ul|ol|dl|blockquote|div)[\s>]/i

/**
 * Puts paragraphs, headings and lists that an article in Markdown has as HTML into its tree, as an export of a site has
 * all of them: where their tags are those of text, and nothing says that they are a box, a caption or a layout.
 *
 * @param source as it was parsed: without template blocks
 */
export function readHtmlPassages(tree: Root, source: string): boolean {
  if (!tree.children.some((node) => node.type === 'html' && promising.test(node.value))) return false
  const pointOf = createPoints(source)
  /** Elements around Markdown: whether they hold running text. */
  const around: boolean[] = []
  let hasRead = false
  const children: RootContent[] = []
  for (let index = 0; index < tree.children.length; ) {
    const first = index
    while (isHtml(tree.children[index])) index++
    if (index === first) {
      children.push(tree.children[index++] as RootContent)
      continue
    }
    const nodes = tree.children.slice(first, index)
    // Where one tag is astray, the blocks without it can still be read.
    const isShown = isMarkup(tree.children[first - 1], source) || isMarkup(tree.children[index], source)
    if (isShown) {
      children.push(...nodes)
      continue
    }
    const whole = readStretch(nodes)
    const parts = whole
      ? [whole]
      : nodes.map((node) => (nodes.length > 1 ? readStretch([node]) : undefined) ?? [node])
    hasRead ||= parts.some((part) => part.some(({data}) => data?.isHtml))
    children.push(...parts.flat())
  }
  tree.children = children
  return hasRead

  /** Not a tag of a site generator, which stands in the tree as HTML does. */
  function isHtml(node: RootContent | undefined): boolean {
    return node?.type === 'html' && node.value.startsWith('<')
  }

  function readStretch(nodes: readonly RootContent[]): RootContent[] | undefined {
    const [from] = rangeOf(nodes[0] as Nodes)
    const [, to] = rangeOf(nodes.at(-1) as Nodes)
    const pieces = readFragment(source, {from, to, pointOf})
    if (!pieces) return undefined
    const made: RootContent[] = []
    let run: HastContent[] = []
    let hasText = false
    for (const piece of pieces) {
      if (piece.type !== 'tag' && isRunning(piece)) {
        run.push(piece)
        continue
      }
      flush()
      if (piece.type === 'tag') addTag(piece)
      else if (piece.type === 'element' && isText(piece)) hasText = addText([piece]) || hasText
      else made.push(asHtml(piece))
    }
    flush()
    return hasText ? made : undefined

    /** Words between the blocks. */
    function flush(): void {
      if (run.some(isSeen)) addText(run)
      run = []
    }

    function addText(content: readonly HastContent[]): boolean {
      const blocks = around.includes(false) || content.some(isTemplate) ? [] : toText(content)
      const isRead = blocks.length > 0
      made.push(...(isRead ? blocks : content.filter(isSeen).map(asHtml)))
      return isRead
    }

    function addTag({element, isEnd}: LoneTag): void {
      if (isEnd) around.pop()
      else around.push(textBlocks.has(element.tagName) && isPlain(element))
      made.push(asHtml(element))
    }
  }

  function toText(content: readonly HastContent[]): RootContent[] {
    const root: HastRoot = {type: 'root', children: [...content]}
    const blocks = toBlocks(root, {source, isArticle: true, addressOf: (url) => url})
    if (!blocks.some(({type}) => readable.has(type))) return []
    for (const block of blocks) markHtml(block)
    linkBareUrls({type: 'root', children: blocks}, source)
    return blocks
  }

  function asHtml(node: HastContent): RootContent {
    const {position} = node
    return {type: 'html', value: sliceOf(node, source), ...(position ? {position} : {})}
  }
}

function markHtml(node: Nodes): void {
  node.data = {...node.data, isHtml: true}
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
    for (const child of node.children) markHtml(child)
}

/** The code of what stands beside it: a guide that shows how HTML looks. Lines that are set in may be HTML as well. */
function isMarkup(node: RootContent | undefined, source: string): boolean {
  return node?.type === 'code' && /<[a-z]/i.test(node.value) && /[`~]/.test(source.charAt(rangeOf(node)[0]))
}

/** Text and elements of a line; not a link around a heading. */
function isRunning(node: HastContent): boolean {
  if (node.type !== 'element') return node.type === 'text'
  return [...elementsOf(node)].every(({tagName}) => inline.has(tagName))
}

function isSeen(node: HastContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}

/** Whether words in it are to come from elsewhere: `{{ page.title }}`. */
function isTemplate(node: HastContent): boolean {
  if (node.type === 'text') return /\{\{|\{%/.test(node.value)
  return 'children' in node && node.children.some(isTemplate)
}

/** Whether an element holds running text, and nothing else. */
function isText(element: Element): boolean {
  if (item.test(element.tagName) || inline.has(element.tagName)) return false
  for (const {tagName, properties, children} of elementsOf(element)) {
    if (inline.has(tagName)) continue
    if (!textBlocks.has(tagName) || !isPlain({tagName, properties})) return false
    if (tagName === 'p' && isSmall(children)) return false
  }
  return true
}

/** Whether nothing says that a block is set apart from the text. */
function isPlain({tagName, properties}: Pick<Element, 'tagName' | 'properties'>): boolean {
  const {align, className, hidden, id, markdown, role, style} = properties
  const classes = Array.isArray(className) ? className.map(String) : []
  if (/^(?:center|right)$/i.test(String(align ?? '')) || placed.test(String(style ?? ''))) return false
  if (hidden !== undefined || markdown !== undefined || role !== undefined || properties.ariaHidden)
    return false
  if (tagName === 'div') return id === undefined && classes.every((name) => plainClass.test(name))
  return !classes.some((name) => aside.test(name))
}

/** A caption, or a note on the rights of a picture, in small type. */
function isSmall(children: readonly ElementContent[]): boolean {
  const seen = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return seen.length > 0 && seen.every((child) => child.type === 'element' && child.tagName === 'small')
}
