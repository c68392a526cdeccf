/** Generated articles: each is told by a seed and its number alone, so the first n of a corpus are the same in any. */
import {inventCounter, inventName, pick, seeded} from '../plant/words.mjs'
import {address, capital, heading, paragraph, sentence, thing} from './sentences.mjs'
import {names} from './vocabulary.mjs'

/** @typedef {import('../plant/words.mjs').Random} Random */

/** How many articles in a row share one article that was written again with another name in it. */
const family = 50
const boilerplate =
  'This site is written by volunteers. Write to the desk when a figure is wrong, and name the page and the line, so that we can mend it within the week.'

/**
 * An article of about `size` bytes (half to one and a half times that). Of 100 articles about 4 are one template with the name
 * swapped, 5 have a paragraph of an earlier article, 8 a paragraph twice, 8 debris of a page, 10 the site's own notice.
 *
 * @param {string} seed
 * @param {number} index
 * @param {number} size
 */
export function generateArticle(seed, index, size) {
  const random = seeded(`${seed}/changes/${index}`)
  const place = index % family
  const isTemplate = index >= family && (place === 1 || place === 2)
  const {top, blocks, end} = isTemplate ? template(seed, index, size) : base(seed, index, size)
  if (!isTemplate && index > 0 && random() < 0.05) {
    const other = base(seed, Math.floor(random() * index), size)
    insert(blocks, pick(other.blocks.filter(isParagraph), random), random)
  }
  if (random() < 0.08) insert(blocks, pick(blocks.filter(isParagraph), random), random)
  if (random() < 0.08) blocks.unshift(`By ${inventName(random)} ${inventCounter(random)}`)
  if (random() < 0.1) blocks.push(boilerplate)
  return `${[...top, ...blocks, ...end].join('\n\n')}\n`
}

/**
 * One article of that many paragraphs, with a heading before every fourth.
 *
 * @param {string} seed
 * @param {number} paragraphs
 */
export function generateLong(seed, paragraphs) {
  const random = seeded(`${seed}/long`)
  const blocks = [`# ${heading(random)}`]
  for (let i = 0; i < paragraphs; i++) {
    if (i % 4 === 3) blocks.push(`## ${heading(random)} ${i}`)
    blocks.push(paragraph(random))
  }
  return `${blocks.join('\n\n')}\n`
}

/**
 * @param {string} seed
 * @param {number} index
 * @param {number} size
 */
function base(seed, index, size) {
  const random = seeded(`${seed}/${index}`)
  const title = heading(random)
  const top =
    random() < 0.5
      ? [`---\ntitle: ${title}\ndate: 2025-0${1 + (index % 9)}-1${index % 10}\n---`]
      : [`# ${title}`]
  /** @type {string[]} */
  const blocks = []
  /** @type {string[]} */
  const end = []
  // The last section goes on past what is wanted, by a tenth of the usual size.
  const wanted = size * (0.35 + random())
  let bytes = 0
  while (bytes < wanted) {
    const before = blocks.length
    if (blocks.length > 0) blocks.push(`## ${heading(random)}`)
    for (let left = 2 + Math.floor(random() * 4); left > 0; left--) blocks.push(paragraph(random))
    const kind = random()
    if (kind < 0.3) blocks.push(items(random, '-'))
    else if (kind < 0.4) blocks.push(items(random, '1.'))
    else if (kind < 0.48) blocks.push(`> ${sentence(random)}\n> ${sentence(random)}`)
    else if (kind < 0.56) blocks.push(table(random))
    else if (kind < 0.62) blocks.push(`\`\`\`sh\nrun --${pick(names, random).toLowerCase()} 12\n\`\`\``)
    else if (kind < 0.7) {
      const label = `n${end.length + 1}`
      blocks.push(`${sentence(random).slice(0, -1)}.[^${label}] ${sentence(random)}`)
      end.push(`[^${label}]: ${inventName(random)}, ${capital(thing(random))}, <${address(random)}>`)
    }
    for (const block of blocks.slice(before)) bytes += block.length + 2
  }
  return {top, blocks, end}
}

/**
 * An article of its family with the name it is about swapped.
 *
 * @param {string} seed
 * @param {number} index
 * @param {number} size
 */
function template(seed, index, size) {
  const first = index - (index % family)
  const model = base(seed, first, size)
  const fresh = pick(names, seeded(`${seed}/name/${index}`))
  const old = names.find((name) => model.blocks.some((block) => block.includes(name))) ?? fresh
  /** @param {string} block */
  const swap = (block) => block.replaceAll(old, fresh).replaceAll('. The ', `. ${fresh}'s `)
  return {top: [`# Inside ${fresh}`], blocks: model.blocks.map(swap), end: model.end}
}

/** @param {string} block */
const isParagraph = (block) => block.length > 200 && /^[\p{L}“]/u.test(block)

/**
 * @param {string[]} blocks
 * @param {string} block
 * @param {Random} random
 */
function insert(blocks, block, random) {
  blocks.splice(Math.floor(random() * (blocks.length + 1)), 0, block)
}

/**
 * @param {Random} random
 * @param {string} mark
 */
function items(random, mark) {
  return Array.from({length: 3 + Math.floor(random() * 4)}, () => `${mark} ${sentence(random)}`).join('\n')
}

/** @param {Random} random */
function table(random) {
  const rows = Array.from({length: 4}, () => `| ${thing(random)} | ${Math.floor(random() * 900)} |`)
  return ['| what | count |', '| --- | ---: |', ...rows].join('\n')
}
