/** What the project wants of its speed, and whether this run holds it. */
import {ratios, show, table} from './figures.mjs'

/**
 * @typedef {import('./whole.mjs').Results} Results
 * @typedef {[aim: string, limit: number, measured: number | undefined]} Aim
 */

/**
 * Only what was measured is listed.
 *
 * @param {Results} results
 * @returns {string[]}
 */
export function aimsPart({start, tools, site}) {
  const ratio = (/** @type {RegExp} */ title) => {
    const pairs = tools?.measured.find(({row}) => title.test(row.title))?.pairs ?? []
    if (pairs.length === 0) return undefined
    return ratios(pairs.map(({cpu, before, after}) => ({cost: cpu, before, after}))).median
  }
  const [own, rumdl] = [ratio(/^articlelint$/), ratio(/^rumdl /)]
  const first = ratio(/--cache, strict, first run$/)
  const second = ratio(/--cache, strict, one article changed$/)
  const strict = site?.rows.find(({row}) => row.title.includes('strict'))
  /** @type {Aim[]} */
  const aims = [
    ['recommended rules: CPU beside remark-parse', 0.12, own],
    ['recommended rules: CPU beside rumdl on one thread', 1, quotient(own, rumdl)],
    ['with `--parser remark`: CPU beside remark-parse', 1.15, ratio(/--parser remark$/)],
    ['one article, cold: CPU beside `node -e 0`', 2.5, start?.ratio],
    ['site rules: exponent of growth with articles', 1.1, strict?.overall],
    [
      'site rules: memory at the largest site, MiB',
      1536,
      strict?.points.findLast(({rss}) => rss !== undefined)?.rss
    ],
    ['`--cache`, one article of the corpus changed: CPU beside the first run', 0.1, quotient(second, first)]
  ]
  const rows = aims.flatMap(([aim, limit, measured]) =>
    measured === undefined || Number.isNaN(measured)
      ? []
      : [[aim, `≤ ${limit}`, show(measured), measured <= limit ? 'held' : '**missed**']]
  )
  return rows.length === 0 ? [] : ['## Aims', table(['', 'aim', 'measured', ''], rows, [0, 3])]
}

/**
 * @param {number | undefined} a
 * @param {number | undefined} b
 */
const quotient = (a, b) => (a === undefined || b === undefined ? undefined : a / b)
