/** How time and memory grow with the number of articles, and with the paragraphs of one article. */
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {writeCorpus} from './corpus.mjs'
import {exponent, median} from './figures.mjs'
import {generateLong} from './generated.mjs'
import {run} from './run.mjs'

/**
 * @typedef {import('./rows.mjs').Row} Row
 *
 * @typedef {object} Point
 * @property {number} size articles or paragraphs
 * @property {number} bytes
 * @property {number | undefined} cpu seconds; undefined when there was no time for it
 * @property {number | undefined} rss MiB
 * @property {number | undefined} step exponent of the CPU since the size before
 *
 * @typedef {object} Growth
 * @property {Row} row
 * @property {Point[]} points
 * @property {number} overall exponent of the CPU over all sizes
 */

export const factors = [1, 2, 4, 8]

/** What a size adds stands in a folder of this name. No number: tools take that for one. */
export const folderName = (/** @type {number} */ factor) => `times-${factor}`

/**
 * Articles for all sizes, each a part of the next: in a folder for what each size adds.
 *
 * @param {string} into
 * @param {number} least articles of the first size
 * @param {Omit<import('./corpus.mjs').Order, 'count'>} order
 */
export function makeGrowingSite(into, least, order) {
  const folderOf = (/** @type {number} */ index) =>
    folderName(factors.find((factor) => index < least * factor) ?? 8)
  return writeCorpus(into, {...order, count: least * 8}, folderOf)
}

/**
 * One article for each size, in folders of the same names.
 *
 * @param {string} into
 * @param {number} least paragraphs of the first size
 */
export function makeGrowingArticle(into, least) {
  for (const factor of factors) {
    const folder = path.join(into, folderName(factor))
    mkdirSync(folder, {recursive: true})
    writeFileSync(path.join(folder, 'long.md'), generateLong('articlelint', least * factor))
  }
}

/**
 * Each size is run three times at most, less when it is long, and the median counts. What a run over nothing costs, `floor`, is
 * taken off before exponents are made: it would make every growth look flat.
 *
 * @param {Row} row
 * @param {{cwd: string, least: number, isSite: boolean, bytesOf: (folders: string[]) => number, floor: number, deadline: number}} where
 *   `isSite`: each size is the folders up to its own, not its own alone
 * @returns {Growth}
 */
export function measureGrowth(row, {cwd, least, isSite, bytesOf, floor, deadline}) {
  /** @type {Point[]} */
  const points = []
  let last = 0
  for (const [place, factor] of factors.entries()) {
    const folders = (isSite ? factors.slice(0, place + 1) : [factor]).map(folderName)
    const size = least * factor
    const bytes = bytesOf(folders)
    // Twice as long as the size before, with some room.
    if (place > 0 && (last === 0 || Date.now() + last * 2300 > deadline)) {
      points.push({size, bytes, cpu: undefined, rss: undefined, step: undefined})
      last = 0
      continue
    }
    const costs = [run(row.command(cwd, folders))]
    while (costs.length < 3 && costs.reduce((sum, {wall}) => sum + wall, 0) < 8)
      costs.push(run(row.command(cwd, folders)))
    last = median(costs.map(({wall}) => wall))
    const known = costs.flatMap(({rss}) => rss ?? [])
    const cpu = median(costs.map((cost) => cost.cpu))
    const before = points.at(-1)
    points.push({
      size,
      bytes,
      cpu,
      rss: known.length > 0 ? median(known) : undefined,
      step:
        before?.cpu === undefined
          ? undefined
          : exponent([
              [before.size, before.cpu - floor],
              [size, cpu - floor]
            ])
    })
  }
  return {row, points, overall: exponent(points.map(({size, cpu}) => [size, (cpu ?? 0) - floor]))}
}
