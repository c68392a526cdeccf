/** Copies of paragraphs planted in articles of their own, and how many of them are named. */
import {createProse, reword} from './articles.mjs'

/**
 * @typedef {import('../plant/words.mjs').Random} Random
 * @typedef {import('./articles.mjs').Article} Article
 * @typedef {[start: number, end: number]} Range
 *
 * @typedef {object} Finding What the rule says, at a place and the other one.
 * @property {string} path
 * @property {Range} range
 * @property {string} otherPath
 * @property {Range} otherRange
 *
 * @typedef {object} Paragraph
 * @property {string} path
 * @property {Range} range
 * @property {string} text
 *
 * @typedef {object} Planted
 * @property {string} path
 * @property {Range} range
 * @property {Paragraph} source
 *
 * @typedef {object} Score
 * @property {number} planted
 * @property {number} found
 * @property {number} named Findings in all that were not there before.
 * @property {number} wrong Those of them that name no planted copy and its source.
 */

export const modes = ['swapped', 'mixed', 'glued']
const plantsInArticle = 5

/**
 * New articles in which each second paragraph is a copy.
 * @param {readonly Paragraph[]} sources
 * @param {{rate: number, mode: string, random: Random}} change `rate`: share of the words. `mode`: words are swapped;
 * dropped and added too; or this with a sentence before the paragraph
 * @returns {{articles: Article[], planted: Planted[]}}
 */
export function plantCopies(sources, {rate, mode, random}) {
  const prose = createProse(random)
  /** @type {Article[]} */
  const articles = []
  /** @type {Planted[]} */
  const planted = []
  for (let from = 0; from < sources.length; from += plantsInArticle) {
    const path = `zz-${String(articles.length).padStart(6, '0')}.md`
    let text = `# ${prose.title()}\n\n`
    for (const source of sources.slice(from, from + plantsInArticle)) {
      const words = reword(source.text, rate, prose.word, random, mode === 'swapped')
      const copy = mode === 'glued' ? `${prose.sentence()} ${words}` : words
      text += `${prose.paragraph()}\n\n`
      planted.push({path, range: [text.length, text.length + copy.length], source})
      text += `${copy}\n\n`
    }
    articles.push({path, text})
  }
  return {articles, planted}
}

/**
 * @param {readonly Planted[]} planted
 * @param {readonly Finding[]} before
 * @param {readonly Finding[]} after
 * @returns {Score}
 */
export function score(planted, before, after) {
  const known = new Set(before.map(keyOf))
  const fresh = after.filter((finding) => !known.has(keyOf(finding)))
  /** @type {Map<string, Planted[]>} */
  const byPath = new Map()
  for (const one of planted) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one])
  /** @type {Set<Planted>} */
  const found = new Set()
  let wrong = 0
  for (const {path, range, otherPath, otherRange} of fresh) {
    const named = (byPath.get(path) ?? []).filter(
      (one) => meet(one.range, range) && one.source.path === otherPath && meet(one.source.range, otherRange)
    )
    if (named.length === 0) wrong++
    for (const one of named) found.add(one)
  }
  return {planted: planted.length, found: found.size, named: fresh.length, wrong}
}

/** @param {Finding} finding */
function keyOf({path, range, otherPath, otherRange}) {
  return JSON.stringify([path, range, otherPath, otherRange])
}

/**
 * @param {Range} a
 * @param {Range} b
 */
function meet(a, b) {
  return a[0] < b[1] && b[0] < a[1]
}
