/** What a page, a template or a chatbot leaves around an article. */
import {isPlainLine, readArticle} from './article.mjs'
import {insertAt, insertAtEnd, insertBelowTitle, insertOnTop, seams, sentenceEnds} from './places.mjs'
import * as words from './words.mjs'

const {pick} = words

/**
 * @typedef {import('./article.mjs').Article} Article
 * @typedef {import('./words.mjs').Random} Random
 * @typedef {import('../plant.mjs').Plant} Plant
 */

/**
 * @param {Article} article
 * @param {Random} random
 */
function authorOf({author}, random) {
  return author && /^\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,2}$/u.test(author)
    ? author
    : words.inventName(random)
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function repeatedTitle(text, random) {
  const article = readArticle(text)
  const {title, titleHeading} = article
  if (!title || title.split(/\s+/).length < 2 || !isPlainLine(title)) return undefined
  const ruleIds = ['repeated-title', 'multiple-titles']
  if (titleHeading && random() < 0.4) return {...insertBelowTitle(article, `# ${title}`), ruleIds}
  return {...insertBelowTitle(article, random() < 0.2 ? title.toUpperCase() : title), ruleIds}
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function bylineCounter(text, random) {
  const article = readArticle(text)
  if (!article.title) return undefined
  const by = pick(['By', 'By', 'By', 'BY', 'by'], random)
  const name = authorOf(article, random)
  const counter = words.inventCounter(random)
  const line = `${by} ${by === 'BY' ? name.toUpperCase() : name}${pick(words.separators, random)}${counter}`
  return {...insertBelowTitle(article, line), ruleIds: ['byline-counter']}
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function authorBox(text, random) {
  const article = readArticle(text)
  const name = authorOf(article, random)
  const bio = words.inventBio(name, random)
  const line = `${pick(['Written by', 'Written by', 'Posted by'], random)} ${name}`
  const lines = random() < 0.7 ? [name.charAt(0), line, bio] : [line, bio]
  return {...insertAtEnd(article, lines.join('\n\n')), ruleIds: ['author-box']}
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function chatbotResidue(text, random) {
  const article = readArticle(text)
  const ruleIds = ['chatbot-residue']
  const shape = random()
  if (shape < 0.3) return {...insertOnTop(article, words.chatbotOpening(random)), ruleIds}
  if (shape < 0.6) return {...insertAtEnd(article, pick(words.chatbotClosings, random)), ruleIds}
  const places = seams(article)
  const ends = sentenceEnds(article)
  if (places.length === 0 || ends.length === 0) return undefined
  if (shape < 0.85)
    return {...insertAt(article, pick(places, random).end, pick(words.chatbotSelves, random)), ruleIds}
  const start = pick(ends, random) + 1
  const mark = ` ${pick(words.chatbotMarks, random)}`
  return {
    text: text.slice(0, start) + mark + text.slice(start),
    ruleIds,
    start: start + 1,
    end: start + mark.length
  }
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function keywordLine(text, random) {
  const article = readArticle(text)
  const phrase = article.title
    ?.split(/[:?!–—(]| - /)[0]
    ?.toLowerCase()
    .replace(/[,.;"“”]+(?=\s|$)|["“”]/gu, '')
  const tokens = phrase?.split(/\s+/).filter(Boolean) ?? []
  const line = tokens
    .slice(0, 4 + Math.floor(random() * 4))
    .join(' ')
    .replace(/(?: (?:a|an|and|are|at|by|for|from|in|is|of|on|or|the|to|with|your|our))+$/, '')
  if (line.split(' ').length < 3 || !/^[\p{L}\p{N}'’ -]+$/u.test(line) || !isPlainLine(line)) return undefined
  // A short title without marks is its own search phrase: then either name is right.
  return {...insertBelowTitle(article, line), ruleIds: ['keyword-line', 'repeated-title']}
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function sectionLabel(text, random) {
  return {...insertOnTop(readArticle(text), pick(words.sectionLabels, random)), ruleIds: ['page-chrome']}
}

/**
 * @param {string} text
 * @param {Random} random
 * @returns {Plant | undefined}
 */
export function placeholder(text, random) {
  const article = readArticle(text)
  const places = seams(article)
  if (places.length === 0) return undefined
  const line = pick(words.placeholders, random)
  return {...insertAt(article, pick(places, random).end, line), ruleIds: ['placeholder-text']}
}
