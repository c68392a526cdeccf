/** Headings, lists and notes that lost their form. */
import {isPlainLine, readArticle} from './article.mjs'
import {headingLevel, insertAt, markedHeadings, seams, sentenceEnds} from './places.mjs'
import * as words from './words.mjs'

const {pick} = words

/**
 * @typedef {import('./article.mjs').Block} Block
 * @typedef {import('../plant.mjs').Plant} Plant
 * @typedef {import('./words.mjs').Random} Random
 */

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function pulledMark(text, random) {
  const article = readArticle(text)
  const headings = markedHeadings(article).filter((h) => {
    const previous = article.blocks[h.index - 1]
    // A heading with sub-headings leaves them to another section, which is a second defect.
    return (
      previous?.isProse && /[.!?]["”’')]*$/.test(previous.source) && headingLevel(article, h, 1) <= h.depth
    )
  })
  if (headings.length === 0) return undefined
  const heading = pick(headings, random)
  const previous = /** @type {Block} */ (article.blocks[heading.index - 1])
  const next = article.blocks[heading.index + 1]
  const mark = heading.source.replace(/\s+#+$/, '')
  const start = previous.end + 1
  const isBoth = next?.isProse && random() < 0.5
  const rest = isBoth ? ` ${text.slice(next.start)}` : text.slice(heading.end)
  return {
    text: `${text.slice(0, previous.end)} ${mark}${rest}`,
    ruleIds: ['glued-heading'],
    start,
    end: start + mark.length
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function flattenedList(text, random) {
  const article = readArticle(text)
  const places = seams(article)
  if (places.length === 0) return undefined
  const {lead, items} = pick(words.flattenedLists, random)
  const list = items.slice(0, 3 + Math.floor(random() * (items.length - 2))).join('\n\n')
  const planted = insertAt(article, pick(places, random).end, lead === '' ? list : `${lead}\n\n${list}`)
  const before = lead === '' ? 0 : lead.length + 2 * article.eol.length
  return {...planted, start: planted.start + before, ruleIds: ['flattened-list']}
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function skippedLevel(text, random) {
  const article = readArticle(text)
  const headings = markedHeadings(article).filter((h) => {
    const next = article.blocks[h.index + 1]
    return (
      h.depth === 2 &&
      headingLevel(article, h, -1) === 2 &&
      headingLevel(article, h, 1) <= 2 &&
      next !== undefined &&
      next.node.type !== 'heading'
    )
  })
  if (headings.length === 0) return undefined
  const {start, end} = pick(headings, random)
  return {
    text: `${text.slice(0, start)}##${text.slice(start)}`,
    ruleIds: ['skipped-heading-level'],
    start,
    end: end + 2
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function emptySection(text, random) {
  const article = readArticle(text)
  const headings = article.blocks.filter((b) => {
    if (b.node.type !== 'heading' || b.node.depth < 2 || !b.isBody) return false
    return b.start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, b.start))
  })
  if (headings.length === 0) return undefined
  const block = pick(headings, random)
  const depth = block.node.type === 'heading' ? block.node.depth : 2
  const taken = new Set(article.blocks.map((b) => b.text.toLowerCase()))
  const names = [...words.titleCaseHeadings, ...words.sentenceCaseHeadings].filter(
    (n) => !taken.has(n.toLowerCase())
  )
  const line = `${'#'.repeat(depth)} ${pick(names, random)}`
  return {
    text: text.slice(0, block.start) + line + article.eol + article.eol + text.slice(block.start),
    ruleIds: ['empty-section'],
    start: block.start,
    end: block.start + line.length
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function undefinedFootnote(text, random) {
  const article = readArticle(text)
  const ends = sentenceEnds(article)
  if (ends.length === 0) return undefined
  const labels = ['note9', '41', 'fn7', 'smith-2019', 'src'].filter((l) => !text.includes(`[^${l}]`))
  if (labels.length === 0) return undefined
  const mark = `[^${pick(labels, random)}]`
  const start = pick(ends, random) + (random() < 0.75 ? 1 : 0)
  return {
    text: text.slice(0, start) + mark + text.slice(start),
    ruleIds: ['undefined-footnote'],
    start,
    end: start + mark.length
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function bareHeading(text, random) {
  const article = readArticle(text)
  const headings = markedHeadings(article).filter(
    (h) =>
      article.blocks[h.index + 1]?.isProse && headingLevel(article, h, 1) <= h.depth && isPlainLine(h.text)
  )
  if (headings.length === 0) return undefined
  const {start, end, text: line} = pick(headings, random)
  return {
    text: text.slice(0, start) + line + text.slice(end),
    ruleIds: ['bare-heading'],
    start,
    end: start + line.length
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function headingRunOn(text, random) {
  const article = readArticle(text)
  const headings = markedHeadings(article).filter((h) => {
    const next = article.blocks[h.index + 1]
    return next?.isProse && !next.source.includes('\n') // Of a wrapped paragraph only the first line would join.
  })
  if (headings.length === 0) return undefined
  const heading = pick(headings, random)
  const next = /** @type {Block} */ (article.blocks[heading.index + 1])
  const mark = heading.source.replace(/\s+#+$/, '')
  return {
    text: `${text.slice(0, heading.start)}${mark} ${text.slice(next.start)}`,
    ruleIds: ['glued-heading'],
    start: heading.start,
    end: heading.start + mark.length
  }
}
