/** Paragraphs that stand twice: copied whole, reworded, glued between headings. */
import {readArticle} from './article.mjs'
import {copyable, insertAt, seams} from './places.mjs'
import * as words from './words.mjs'

const {pick} = words

/**
 * @typedef {import('./article.mjs').Article} Article
 * @typedef {import('./article.mjs').Block} Block
 * @typedef {import('./words.mjs').Random} Random
 * @typedef {import('../plant.mjs').Plant} Plant
 */

/**
 * @param {Article} article
 * @param {Block} block
 * @param {Random} random
 */
function laterSeam(article, block, random) {
  const places = seams(article).filter((b) => b.index > block.index)
  return places.length > 0 ? pick(places, random) : undefined
}

/**
 * @param {Article} article
 * @param {Random} random
 * @param {number} minWords
 * @param {(block: Block) => string | undefined} copy
 * @returns {Plant | undefined}
 */
function plantCopy(article, random, minWords, copy) {
  const sources = copyable(article, minWords).filter((b) => laterSeam(article, b, () => 0))
  if (sources.length === 0) return undefined
  const source = pick(sources, random)
  const seam = laterSeam(article, source, random)
  const content = copy(source)
  if (!seam || content === undefined) return undefined
  return {
    ...insertAt(article, seam.end, content),
    ruleIds: ['duplicate-paragraph'],
    also: [source.start, source.end]
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function copiedParagraph(text, random) {
  return plantCopy(readArticle(text), random, 25, (block) => block.source)
}

/** Lower-case words of running text: no part of a name, an address, an entity. */
const plainWord = /(?<![\p{L}\p{N}'’\-/@.&#_])[a-z]{3,}(?![\p{L}\p{N}'’\-/@&;_])/gu

/**
 * The offsets of plain words in a block's source; words in links and code are left alone.
 * @param {Article} article
 * @param {Block} block
 */
function plainWords(article, block) {
  /** @type {{start: number, word: string}[]} */
  const found = []
  /** @param {import('mdast').Nodes} node */
  const visit = (node) => {
    if (node.type === 'text') {
      const start = node.position?.start.offset ?? 0
      const source = article.text.slice(start, node.position?.end.offset)
      for (const match of source.matchAll(plainWord))
        found.push({start: start + match.index - block.start, word: match[0]})
    } else if ('children' in node && node.type !== 'link' && node.type !== 'linkReference')
      node.children.forEach(visit)
  }
  visit(block.node)
  return found
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function rewordedParagraph(text, random) {
  const article = readArticle(text)
  const stock = [
    ...new Set(article.blocks.flatMap((b) => (b.isProse ? plainWords(article, b).map((w) => w.word) : [])))
  ]
  return plantCopy(article, random, 40, (block) => {
    const places = plainWords(article, block)
    const count = Math.round(block.words / 10)
    if (places.length < count * 2) return undefined
    let copy = block.source
    // From the end, so that the offsets before stay right; one word out of each stretch of the paragraph.
    for (let i = count - 1; i >= 0; i--) {
      const from = Math.floor((i * places.length) / count)
      const to = Math.floor(((i + 1) * places.length) / count)
      const {start, word} = pick(places.slice(from, to), random)
      const others = stock.filter((w) => w !== word)
      if (others.length === 0) return undefined
      copy = copy.slice(0, start) + pick(others, random) + copy.slice(start + word.length)
    }
    return copy
  })
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function gluedParagraph(text, random) {
  const article = readArticle(text)
  const blocks = copyable(article, 25).filter(
    (b) => /^[“"'‘]?\p{Lu}/u.test(b.source) && /[.!?]["”’')]*$/.test(b.source)
  )
  if (blocks.length === 0) return undefined
  const block = pick(blocks, random)
  const own = article.blocks
    .filter(
      (b) => b.node.type === 'heading' && b.node.depth > 1 && /^\p{Lu}[\p{L}\p{N}' ’&?-]+$/u.test(b.text)
    )
    .map((b) => b.text)
    .filter((t) => t.split(' ').length >= 2 && t.split(' ').length <= 10)
  const useOwn = own.length >= 2 && random() < 0.5
  const headings = useOwn ? own : words.titleCaseHeadings
  const first = Math.floor(random() * (headings.length - 1))
  const glued = `${headings[first]} ${block.source} ${headings[first + 1]}`
  const gap = article.eol + article.eol
  return {
    text: text.slice(0, block.start) + glued + gap + text.slice(block.start),
    ruleIds: ['glued-heading', 'duplicate-paragraph'],
    all: true,
    start: block.start,
    end: block.start + glued.length,
    also: [block.start + glued.length + gap.length, block.end + glued.length + gap.length]
  }
}
