import {createSlugger, type Document, isScraped} from '../../src/rule/index.ts'

type Node = Document['tree'] | Document['tree']['children'][number]

/** Template code in running text that may write headings: includes, shortcodes, generated references. */
const template =
  /\{%|\{\{[<%]|^[ \t]*\{\{|--8<--|\{!|^[ \t]*!include|^[ \t]*\.\. \w+::|^:::\s*\w+(?:\.\w+)+|^@\[/im
/** Code in HTML that may do so: includes, scripts, and components that hold nothing of the article. */
const component =
  /<([A-Z][\w.]*|\w+-[\w-]+)(?:\s[^<>]{0,300})?(?:\/>|>\s*<\/\1>)|<!--\s*@?include|<\?|<%|<script|<template|<iframe/
const heading = /<h[1-6][^>]{0,300}>([^<]{1,300})</gi
const attribute = /\b(?:id|name)\s*=\s*(?:\{\s*)?["']?([^\s"'{}<>=]+)/gi
const field = /^([A-Za-z][\w-]*):/gm
/** `{#id}`, `{: #id}`, `{.class #id}`, `(id)=`. */
const mark = /\{[^{}\n#]{0,80}#([\w:.-]+)[^{}\n]{0,80}\}|^\(([\w:.-]+)\)=/gm

/** The anchors of an article: its headings as GitHub names them, and every id that its source writes down. */
export function findAnchors(document: Document): {anchors: readonly string[]; isOpen: boolean} {
  const {tree, text, format} = document
  const slug = createSlugger()
  const anchors = new Set<string>()
  let isOpen = isScraped(document)
  const addHeading = (words: string): void => {
    anchors.add(slug(words))
    if (/\{[^{}]*\}\s*$/.test(words)) anchors.add(createSlugger()(words.replace(/\{[^{}]*\}\s*$/, '')))
    if (words.includes('&')) anchors.add(createSlugger()(words.replaceAll('&', 'and')))
  }
  const open: Node[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'heading') addHeading(textOf(node))
    else if (node.type === 'html') {
      for (const [, words = ''] of node.value.matchAll(heading)) addHeading(words)
      // Tags and containers of a generator stand in the tree as HTML does.
      isOpen ||= !node.value.startsWith('<') && template.test(node.value)
    } else if (node.type === 'text') isOpen ||= template.test(node.value)
    else if (node.type === 'code') isOpen ||= node.lang?.startsWith('{') === true
    else isOpen ||= isWrittenByCode(node)
    isOpen ||= component.test(codeOf(node))
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Node)
  }
  if (format === 'html' || /\b(?:id|name)\s*=/i.test(text))
    for (const [, id = ''] of text.matchAll(attribute)) anchors.add(id)
  for (const [, braced, before] of text.matchAll(mark)) anchors.add(braced ?? before ?? '')
  // Layouts print sections of front matter: `further_reading: […]`.
  const matter = document.frontmatter
  if (matter) for (const [, key = ''] of text.slice(...matter.range).matchAll(field)) anchors.add(key)
  anchors.delete('')
  return {anchors: [...anchors], isOpen}
}

/** The HTML of a block; that among words cannot hold a heading. */
function codeOf(node: Node): string {
  if (node.type === 'paragraph') {
    const isCode = node.children.every(
      (child) => child.type === 'html' || (child.type === 'text' && !child.value.trim())
    )
    return isCode ? node.children.map((child) => ('value' in child ? child.value : '')).join('') : ''
  }
  if (node.type === 'heading' || !('children' in node)) return ''
  return node.children.map((child) => (child.type === 'html' ? child.value : '-')).join('-')
}

/** MDX whose text is not in the article: an expression that is no comment, a component that holds nothing. */
function isWrittenByCode(node: {
  readonly type: string
  readonly value?: unknown
  readonly children?: unknown[]
}) {
  if (node.type === 'mdxJsxFlowElement') return node.children?.length === 0
  return /^mdx(?:Flow|Text)Expression$/.test(node.type) && !/^\s*\/\*[\s\S]*\*\/\s*$/.test(String(node.value))
}

/** What a heading reads like: pictures and footnote calls are no words of it. */
function textOf(heading: Node): string {
  let words = ''
  const open: Node[] = [heading]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode') words += node.value
    else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Node)
  }
  return words
}

/** Anchors that the page around the article has, or that name no place in it. */
const ofPage =
  /^(?:L\d.*|top|bottom|up|readme|main|content|contents|toc|table-of-contents|header|footer|nav|navigation|menu|sidebar|search|comments?|respond|disqus_thread|contact|subscribe|signup|newsletter|share|skip.*|(?:fn|cite|ref|bib|note|footnote|endnote)(?:ref|_?note)?[-:_].*|(?:fn|ftnt?|cite|ref|bib|note|(?:sd)?footnote|endnote|edn)[^\W\d]*\d\w*|fn(?:ref)?|user-content.*|[:^!/_?=%].*)$|[=&/`[\]]/i

/** A longer anchor is data. */
const mostLetters = 200

/** Tells whether an anchor is known to be missing among those of an article, however its site makes them. */
export function createAnchorTest(anchors: readonly string[]): (anchor: string) => boolean {
  const exact = new Set(anchors)
  const known = new Set(anchors.flatMap((one) => [bare(one), bare(one).replace(/^\d+/, '')]))
  // `## Baking (🍞)` is `baking-` to GitHub and `baking-bread` to generators that spell emoji out.
  const open = anchors
    .map((one) => one.replace(/\p{M}+/gu, '').replace(/(?<!-)-+$/, '-'))
    .filter((one) => one.endsWith('-') && one.length > 4)
  return (anchor) => {
    const wanted = bare(anchor)
    if (
      wanted === '' ||
      anchor.length > mostLetters ||
      ofPage.test(anchor) ||
      exact.has(anchor) ||
      known.has(wanted) ||
      open.some((one) => anchor.startsWith(one))
    )
      return false
    // Others count equal headings in another way: `usage_1`, `usage-2`.
    const again = /^(.+?)[-_]\d+$/.exec(anchor)?.[1]
    return again === undefined || !exact.has(`${again}-1`)
  }
}

/** Letters and digits alone: generators differ in all else. */
function bare(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
