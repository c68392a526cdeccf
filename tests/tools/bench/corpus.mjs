/** Makes the articles that are measured: the same bytes for the same sources, count, size and seed. */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {pick, seeded} from '../plant/words.mjs'
import {cut} from './cut.mjs'
import {generateArticle} from './generated.mjs'
import {listFiles, readPackages} from './sources.mjs'

/**
 * @typedef {object} Order
 * @property {number} count of articles
 * @property {number} [size] of an article in bytes, about; 10,000 when not given
 * @property {string} [seed]
 * @property {string} [folder] whose .md and .txt files are taken in place of the packages'
 * @property {string} root of the project
 *
 * @typedef {object} Corpus
 * @property {string[]} files in the order they were made
 * @property {number} bytes
 * @property {number} real articles made of real text; the others are generated
 * @property {string} hash of all of it, to know another one by
 */

/**
 * The articles, one after the other. Real ones are spread evenly among generated ones, which fill up what is missing; from packages
 * comes half at most, so that a small corpus has both kinds.
 *
 * @param {Order} order
 * @returns {Generator<{text: string, isReal: boolean}>}
 */
export function* makeArticles({count, size = 10_000, seed = 'articlelint', folder, root}) {
  const texts =
    folder === undefined
      ? readPackages(root)
      : listFiles(folder, /\.(?:md|txt)$/i).map((file) => readFileSync(file, 'utf8'))
  const pieces = shuffle(cut(texts, size), seed)
  const real = Math.min(pieces.length, folder === undefined ? count >> 1 : count)
  let taken = 0
  for (let index = 0; index < count; index++) {
    const isReal = Math.floor(((index + 1) * real) / count) > taken
    yield {text: isReal ? /** @type {string} */ (pieces[taken]) : generateArticle(seed, index, size), isReal}
    if (isReal) taken++
  }
}

/**
 * Writes the articles into folders below `into`, by default 1,000 into each.
 *
 * @param {string} into
 * @param {Order} order
 * @param {(index: number) => string} [folderOf] an article
 * @returns {Corpus}
 */
export function writeCorpus(into, order, folderOf = (index) => `part-${Math.floor(index / 1000)}`) {
  const hash = createHash('sha256')
  /** @type {Set<string>} */
  const made = new Set()
  /** @type {Corpus} */
  const corpus = {files: [], bytes: 0, real: 0, hash: ''}
  for (const {text, isReal} of makeArticles(order)) {
    const index = corpus.files.length
    const below = path.join(into, folderOf(index))
    if (!made.has(below)) mkdirSync(below, {recursive: true})
    made.add(below)
    const file = path.join(below, `${String(index).padStart(6, '0')}.md`)
    writeFileSync(file, text)
    hash.update(text)
    corpus.files.push(file)
    corpus.bytes += Buffer.byteLength(text)
    if (isReal) corpus.real++
  }
  corpus.hash = hash.digest('hex').slice(0, 16)
  return corpus
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {string} seed
 * @returns {T[]}
 */
function shuffle(list, seed) {
  const random = seeded(`${seed}/order`)
  const left = [...list]
  return list.map(() => {
    const one = pick(left, random)
    left.splice(left.indexOf(one), 1)
    return one
  })
}
