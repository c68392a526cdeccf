import type {Element, Nodes, Root as Page} from 'hast'
import type {Html, Root, RootContent, Yaml} from 'mdast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {Frontmatter, Parser, Range} from '../model.ts'
import {linkBareUrls} from '../parse/bare-urls.ts'
import {tooDeep} from '../parse/limits.ts'
import {rangeOf} from '../parse/node-range.ts'
import {markdown} from '../parse/parse.ts'
import {toBlocks} from './html-blocks.ts'
import {findArticle, findFirst, isElement, placeCopies, sliceOf, textOf} from './html-page.ts'
import {htmlSpelling} from './html-spelling.ts'

const processor = unified().use(rehypeParse).freeze()

/** A page: its article, as mdast with the places of the page. Its own front matter, or what its head says. */
export const html: Parser = {format: 'html', parse, spelling: htmlSpelling}

const fence = /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?---[ \t]*(?=[\r\n]|$)/

/** @throws `LimitFault` for elements that are nested too deep */
function parse(text: string): Root {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep()
    throw error
  }
}

function read(text: string): Root {
  const matter = fence.exec(text)?.[0] ?? ''
  // Blanks in the place of front matter keep the offsets.
  const source = matter === '' ? text : matter.replace(/[^\r\n]/g, ' ') + text.slice(matter.length)
  const page = processor.parse(source)
  placeCopies(page)
  const article = findArticle(page)
  const isArticle = isElement(article) && article.tagName !== 'body'
  const children: RootContent[] = toBlocks(article, {source, isArticle, addressOf: createAddressOf(page)})
  const frontmatter = matter === '' ? undefined : (markdown.parse(matter).children[0] as Yaml | undefined)
  children.unshift(...findDirectives(page, article, source))
  if (frontmatter?.type === 'yaml') children.unshift(frontmatter)
  const tree: Root = {type: 'root', children, data: {head: readHead(page, article)}}
  if (page.position) tree.position = page.position
  linkBareUrls(tree, source)
  return tree
}

/** The comments above the article that speak to the linter. */
function findDirectives(page: Page, article: Element | Page, source: string): Html[] {
  const found: Html[] = []
  const open: Nodes[] = [page]
  for (let node = open.pop(); node && node !== article; node = open.pop()) {
    if (node.type === 'comment' && node.position && /^\s*articlelint-/.test(node.value))
      found.push({type: 'html', value: sliceOf(node, source), position: node.position})
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes)
  }
  return article === page ? [] : found
}

/** Title, language and author as the page names them. */
function readHead(page: Page, article: Element | Page): Frontmatter | undefined {
  const root = findFirst(page, 'html')
  const head = findFirst(page, 'head')
  const fields = new Map<string, {value: string; range: Range}>()
  const add = (key: string, value: unknown, node: Element): void => {
    const range = rangeOf(node)
    if (typeof value === 'string' && value.trim() !== '') fields.set(key, {value: value.trim(), range})
  }
  for (const node of head?.children ?? []) {
    if (isElement(node, 'meta') && node.properties.name === 'author')
      add('author', node.properties.content, node)
  }
  if (root) add('lang', root.properties.lang, root)
  if (isElement(article)) add('lang', article.properties.lang, article)
  const title = findTitle(page, article)
  if (title) add('title', title.text, title.node)
  if (fields.size === 0) return undefined
  return {
    range: head ? rangeOf(head) : [0, 0],
    type: 'yaml',
    get: (key) => fields.get(key)?.value,
    rangeOf: (key) => fields.get(key)?.range
  }
}

/** The title of a page whose article has no heading of level 1. */
function findTitle(page: Page, article: Element | Page): {text: string; node: Element} | undefined {
  if (findFirst(article, 'h1')) return undefined
  const node = findFirst(page, 'title')
  const text = node ? textOf(node) : ''
  const heading = findFirst(page, 'h1')
  const words = heading ? textOf(heading) : ''
  // The name of the site may be a heading too.
  if (heading && words !== '' && text.startsWith(words)) return {text: words, node: heading}
  if (!node || text === '') return heading && {text: words, node: heading}
  return {text: withoutSite(text), node}
}

/** `Rain in March` of `Rain in March | The Mill`. */
function withoutSite(title: string): string {
  const at = Math.max(
    ...[' | ', ' – ', ' — ', ' - ', ' · ', ' « ', ' :: '].map((mark) => title.lastIndexOf(mark))
  )
  return at > 0 && title.slice(0, at).split(' ').length > 1 ? title.slice(0, at) : title
}

/** Addresses on the page's own site without the site, as they stand in the source of an article. */
function createAddressOf(page: Page): (url: string) => string {
  const head = findFirst(page, 'head')
  const canonical = head?.children.find(
    (node) => isElement(node, 'link') && String(node.properties.rel) === 'canonical'
  )
  const href = canonical && isElement(canonical) ? String(canonical.properties.href ?? '') : ''
  const site = /^https?:\/\/[^/?#]+/i.exec(href)?.[0]
  return (url) => (site !== undefined && url.startsWith(`${site}/`) ? url.slice(site.length) : url)
}
