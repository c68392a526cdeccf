import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'

/**
 * @typedef {object} Score
 * @property {'rules' | 'safety'} group
 * @property {number} killed
 * @property {number} of
 * @property {number} sample Percent of the mutants that were tried.
 * @property {string} date
 * @property {string} hash Of the mutated files: tells the score of older code.
 */

const file = new URL('scores.json', import.meta.url)
const root = new URL('../../', import.meta.url)

/** @returns {Record<string, Score>} */
export function readScores() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** @param {readonly string[]} files */
export function hashOf(files) {
  const hash = createHash('sha256')
  for (const name of files) hash.update(readFileSync(new URL(name, root)))
  return hash.digest('hex').slice(0, 12)
}
