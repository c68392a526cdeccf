/** What a planter has to know of an article: its title and its blocks. */
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseDocument} from 'yaml'

/**
 * @typedef {import('mdast').RootContent} RootContent
 *
 * @typedef {object} Block
 * @property {RootContent} node
 * @property {number} start
 * @property {number} end Without the blanks at the end of its last line.
 * @property {string} source
 * @property {string} text What a reader sees.
 * @property {number} words
 * @property {number} index Position in `blocks`.
 * @property {boolean} isBody It stands in no HTML element and no template block.
 * @property {boolean} isProse A body paragraph of plain sentences.
 *
 * @typedef {object} Article
 * @property {string} text
 * @property {string} eol The line ending in use.
 * @property {number} top Where the body begins: the end of the front matter, or 0.
 * @property {string | undefined} title
 * @property {Block | undefined} titleHeading The level-1 heading that begins the body.
 * @property {string | undefined} author
 * @property {Block[]} blocks
 */

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
const voidElements = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'image',
  'input',
  'link',
  'meta',
  'source',
  'wbr'
])
const credit = /^[*_(]*(?:photos?|images?|pictures?|figure|fig\.|table|source|credits?|caption|video)\b/i
/** A title that ends on its line. */
const wholeTitle = /^title:[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^"'\s][^\n]*)[ \t]*\r?$/m

/** @type {Article | undefined} */
let latest

/**
 * Reads an article; the last one is kept, since every planter asks for the same text.
 * @param {string} text
 * @returns {Article}
 */
export function readArticle(text) {
  if (latest?.text === text) return latest
  const nodes = parser.parse(text).children
  const matter =
    nodes[0]?.type === 'yaml' || /** @type {string} */ (nodes[0]?.type) === 'toml' ? nodes[0] : undefined
  const blocks = readBlocks(text, matter ? nodes.slice(1) : nodes)
  const titleHeading = blocks.slice(0, 3).find((b) => b.node.type === 'heading' && b.node.depth === 1)
  const data = matter?.type === 'yaml' ? readYaml(matter.value) : {}
  latest = {
    text,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    top: matter?.position?.end.offset ?? 0,
    title: titleHeading?.text ?? (typeof data.title === 'string' ? data.title.trim() : undefined),
    titleHeading,
    author: typeof data.author === 'string' ? data.author.trim() : undefined,
    blocks
  }
  return latest
}

/**
 * @param {string} value
 * @returns {Record<string, unknown>}
 */
function readYaml(value) {
  try {
    // Many real front matters break YAML's rules further down (a quoted excerpt wrapped without indent).
    const document = parseDocument(value)
    const data = document.toJS()
    const isTitleWhole = document.errors.length === 0 || wholeTitle.test(value)
    return isTitleWhole && typeof data === 'object' && data !== null ? data : {}
  } catch {
    return {}
  }
}

/**
 * @param {string} text
 * @param {RootContent[]} nodes
 * @returns {Block[]}
 */
function readBlocks(text, nodes) {
  let elements = 0
  /** @type {string[]} */
  const tags = []
  return nodes.map((node, index) => {
    const start = node.position?.start.offset ?? 0
    const source = text.slice(start, node.position?.end.offset).trimEnd()
    const outside = elements === 0 && tags.length === 0
    if (node.type === 'html') elements = Math.max(0, elements + balance(source))
    // `{% highlight %}` and `{% endhighlight %}` stand in paragraphs of their own: the text between is code.
    if (node.type === 'paragraph') trackTags(source, tags, text.slice(start + source.length))
    const isBody = outside && elements === 0 && tags.length === 0 && node.type !== 'html'
    const content = textOf(node)
    const words = content.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
    return {
      node,
      start,
      end: start + source.length,
      source,
      text: content,
      words,
      index,
      isBody,
      isProse: isBody && isProse(node, source, content)
    }
  })
}

/**
 * @param {import('mdast').Nodes} node
 * @returns {string}
 */
function textOf(node) {
  return 'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
}

/**
 * Opening minus closing tags.
 * @param {string} html
 */
function balance(html) {
  let open = 0
  for (const [tag, slash, name] of html
    .replace(/<!--[\s\S]*?-->/g, '')
    .matchAll(/<(\/?)([a-z][a-z0-9-]*)[^>]*>/gi)) {
    if (slash) open--
    else if (!tag.endsWith('/>') && !voidElements.has((name ?? '').toLowerCase())) open++
  }
  return open
}

/**
 * @param {string} source
 * @param {string[]} open
 * @param {string} rest
 */
function trackTags(source, open, rest) {
  for (const [, name = ''] of source.matchAll(/\{%-?\s*(\w+)/g)) {
    if (name.startsWith('end')) open.splice(Math.max(0, open.lastIndexOf(name.slice(3))), 1)
    else if (rest.includes(`end${name}`)) open.push(name)
  }
}

/**
 * @param {RootContent} node
 * @param {string} source
 * @param {string} content
 */
function isProse(node, source, content) {
  if (node.type !== 'paragraph') return false
  // A hard break is verse or an address, inline HTML and images are layout.
  if (node.children.some((c) => c.type === 'html' || c.type === 'image' || c.type === 'break')) return false
  if (/\{[%{#:.]|\$|!\[/.test(source) || credit.test(content)) return false
  const symbols = content.match(/[{}()=<>|\\;]/g)?.length ?? 0
  return symbols <= content.length * 0.03 && /^[\p{L}\p{N}“"'‘]/u.test(content) && !/[:,;]$/.test(content)
}

/**
 * True when a line means the same in Markdown as it does to the eye.
 * @param {string} line
 */
export function isPlainLine(line) {
  const [node, ...more] = parser.parse(line).children
  if (more.length > 0 || node?.type !== 'paragraph' || node.children.length !== 1) return false
  const [child] = node.children
  return child?.type === 'text' && child.value === line
}
