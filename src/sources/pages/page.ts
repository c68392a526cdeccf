import type {Page} from '../model.ts'
import {readAnchors} from './page-anchors.ts'
import {readBlocks, type Shown} from './page-blocks.ts'
import {type Head, readHead} from './page-head.ts'
import {countLetters, onOneLine} from './page-letters.ts'
import {emptinessOf, isThinPage} from './page-state.ts'
import {readText} from './page-text.ts'
import {attribute, type Element, findElements, type Node, parsePage} from './page-tree.ts'

export interface PageSource {
  readonly text: string
  readonly type: 'html' | 'text'
  readonly url: string
}

/** Less than this of an article is the teaser of another one. */
const mainLetters = 400
/** And of the whole page: more stands beside it. */
const mainShare = 0.3

/** Reads a page: what it shows, when it was written, and whether it is one at all. Never throws, whatever is in it. */
export function readPage({text, type}: PageSource): Page {
  try {
    return type === 'html' ? readHtml(text) : readText(text)
  } catch (error) {
    // Trees that the parser made deeper than the elements were nested.
    if (error instanceof RangeError) return {blocks: [], isThin: true}
    throw error
  }
}

function readHtml(text: string): Page {
  const tree = parsePage(text)
  if (!tree) return {blocks: [], isThin: true}
  const shown = readMain(tree)
  const head = readHead(tree, shown.blocks, readFooters(tree))
  const scripts = findElements(tree, ({tagName}) => tagName === 'script')
  const hasScripts = scripts.some((script) => !/json|template|text\/x/.test(attribute(script, 'type') ?? ''))
  const shell = {
    titles: head.titles,
    ...shown,
    hasScripts,
    hasRoot: hasAppRoot(tree),
    isPaid: head.data.isPaid === true,
    scriptHosts: scripts.map((script) => (attribute(script, 'src') ?? '').slice(0, 300)).join(' ')
  }
  const isEmpty = emptinessOf(shell)
  const blocks = isEmpty ? shown.blocks : completed(tree, shown.blocks, head)
  const isThin = isThinPage({
    ...shell,
    blocks,
    // All of it is there, for machines.
    isPaid: shell.isPaid && countLetters([head.data.text ?? '']) < mainLetters
  })
  const anchors = isThin || isEmpty ? undefined : readAnchors(tree, hasScripts)
  const {titles, published, updated} = head
  return {
    blocks,
    ...(titles[0] === undefined ? {} : {title: titles[0]}),
    ...(published === undefined ? {} : {published}),
    ...(updated === undefined ? {} : {updated}),
    ...(anchors === undefined ? {} : {anchors}),
    ...(isThin ? {isThin} : {}),
    ...(isEmpty ? {isEmpty} : {})
  }
}

/** The main part of a page; all of it where that is short. */
function readMain(tree: Node): Shown {
  const all = readBlocks(tree, {isWhole: true})
  const main = findMain(tree)
  if (!main) return all
  const shown = readBlocks(main, {isWhole: false})
  const letters = countLetters(shown.blocks)
  return letters >= mainLetters && letters >= mainShare * countLetters(all.blocks) ? shown : all
}

function findMain(tree: Node): Element | undefined {
  const is = (name: string) => (element: Element) =>
    element.tagName === name || attribute(element, 'role') === name
  const [main] = findElements(tree, is('main'))
  const articles = main ? [] : findElements(tree, is('article'))
  return main ?? (articles.length === 1 ? articles[0] : undefined)
}

/** They often say when the page was changed. */
function readFooters(tree: Node): readonly string[] {
  const footers = findElements(
    tree,
    (element) => element.tagName === 'footer' || attribute(element, 'role') === 'contentinfo'
  )
  const last = footers.at(-1)
  return last ? readBlocks({...last, tagName: 'section', attrs: []} as Element, {isWhole: false}).blocks : []
}

/** What a page with little text has for readers without scripts and for machines. */
function completed(tree: Node, blocks: readonly string[], {description, data}: Head): readonly string[] {
  if (countLetters(blocks) >= mainLetters)
    return data.isPaid && data.text ? added(blocks, [data.text]) : blocks
  const without = readBlocks(tree, {isWhole: true, withNoscript: true}).blocks
  const fuller = countLetters(without) > countLetters(blocks) ? without : blocks
  return added(fuller, [data.text, data.description, description])
}

function added(blocks: readonly string[], texts: readonly (string | undefined)[]): string[] {
  const known = new Set(blocks)
  for (const text of texts)
    for (const line of (text ?? '').split('\n')) if (onOneLine(line) !== '') known.add(onOneLine(line))
  return [...known]
}

/** The element that the scripts of an application fill. */
function hasAppRoot(tree: Node): boolean {
  return (
    findElements(
      tree,
      (element) =>
        /^(?:root|app|__next|__nuxt|___gatsby|svelte|q-app|react-root|application)$/i.test(
          attribute(element, 'id') ?? ''
        ) || /^(?:app-root|ember-app)$/.test(element.tagName)
    ).length > 0
  )
}
