/**
 * Reads labelled sentences, from files of two shapes:
 * - one JSON a line, `{file, start, end, label, kind?}`, with the articles in a folder;
 * - articles with the label before each sentence (`tests/claims/articles`, the shape is told in `tests/claims/README.md`).
 */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

/**
 * @typedef {'U' | 'C' | 'N' | 'B'} Label Needs a source and has none; has one; needs none; borderline.
 *
 * @typedef {object} LabelledSentence
 * @property {number} start UTF-16 offsets into the article.
 * @property {number} end
 * @property {Label} label
 * @property {string | undefined} kind
 *
 * @typedef {object} LabelledArticle
 * @property {string} source Where it comes from: articles of one source are held out together.
 * @property {string} name
 * @property {string} text
 * @property {LabelledSentence[]} sentences
 */

/**
 * @param {string} file one JSON a line
 * @param {string} folder where the articles are
 * @returns {LabelledArticle[]} The source of an article is its folder.
 */
export function readLines(file, folder) {
  /** @type {Map<string, LabelledArticle>} */
  const articles = new Map()
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue
    const {file: name, start, end, label, kind} = parseLine(line, `${file}:${index + 1}`)
    const known = articles.get(name)
    /** @type {LabelledArticle} */
    const article = known ?? {
      source: path.posix.dirname(name),
      name,
      text: readFileSync(path.join(folder, name), 'utf8'),
      sentences: []
    }
    if (!known) articles.set(name, article)
    article.sentences.push({start, end, label, kind})
  }
  return [...articles.values()]
}

/**
 * @param {string} line
 * @param {string} place
 */
function parseLine(line, place) {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Error(
      `${place}: Unexpected line, expected JSON (${error instanceof Error ? error.message : error})`
    )
  }
}

/** The articles of the project weigh as much as this many sources. */
const ownSources = 10

/**
 * @param {string} folder of `.txt` files in the shape of `parseArticle`
 * @returns {LabelledArticle[]}
 */
export function readArticles(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return files.sort().map((name, index) => {
    const {text, sentences} = parseArticle(
      readFileSync(path.join(folder, name), 'utf8'),
      path.join(folder, name)
    )
    return {source: `own ${index % ownSources}`, name, text, sentences}
  })
}

/**
 * @param {string} labelled
 * @param {string} [name] for errors
 * @returns {{kind: string, text: string, sentences: LabelledSentence[]}}
 */
export function parseArticle(labelled, name = 'article') {
  const [first = '', ...lines] = labelled.replace(/\r\n?/g, '\n').split('\n')
  const kind = /^kind: (.+)$/.exec(first)?.[1]
  if (kind === undefined) throw new Error(`${name}:1: Unexpected \`${first}\`, expected \`kind: …\``)
  /** @type {LabelledSentence[]} */
  const sentences = []
  let text = ''
  /** What the last line was: sentences that follow each other are one paragraph. */
  let last = ''
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      if (last !== '') text += '\n'
      last = ''
      continue
    }
    const other = /^(?:= ?(.*)|(#{1,6} .*))$/.exec(line)
    if (other) {
      if (last === 'sentence' || other[2] !== undefined) text = separated(text)
      text += `${other[1] ?? other[2]}\n`
      if (other[2] !== undefined) text += '\n'
      last = other[2] === undefined ? 'other' : ''
      continue
    }
    const match = /^(- |\d+\. | {2}|> )?([UCNB])(?: ([QSREFPD]))? \| (\S.*)$/.exec(line)
    if (!match) throw new Error(`${name}:${index + 2}: Unexpected \`${line}\`, expected \`label | sentence\``)
    const [, mark = '', label, claim, sentence = ''] = match
    const isItem = mark === '- ' || /\d/.test(mark)
    if (last === 'sentence' && !isItem) text = `${text.slice(0, -1)} `
    else if (last === 'other') text = separated(text)
    if (isItem || (mark === '> ' && last !== 'sentence')) text += mark
    const start = text.length
    text += `${sentence}\n`
    sentences.push({start, end: start + sentence.length, label: /** @type {Label} */ (label), kind: claim})
    last = 'sentence'
  }
  return {kind, text, sentences}
}

/** @param {string} text */
function separated(text) {
  return text === '' || text.endsWith('\n\n') ? text : `${text}\n`
}
