/** What a cold run over one article costs beside a Node that does nothing. */
import path from 'node:path'
import {median} from './figures.mjs'
import {run} from './run.mjs'

/**
 * @typedef {import('./run.mjs').Cost} Cost
 * @typedef {{lint: Cost[], bare: Cost[], ratio: number}} Start `ratio` of the medians of CPU
 */

/**
 * @param {string} cli
 * @param {string} file
 * @param {number} pairs
 * @returns {Start}
 */
export function measureStart(cli, file, pairs) {
  /** @type {Cost[]} */
  const lint = []
  /** @type {Cost[]} */
  const bare = []
  for (let pair = 0; pair < pairs; pair++) {
    lint.push(run({argv: [process.execPath, cli, '--no-config', '--', path.resolve(file)]}))
    bare.push(run({argv: [process.execPath, '-e', '0'], accepts: (status) => status === 0}))
  }
  return {lint, bare, ratio: median(lint.map(({cpu}) => cpu)) / median(bare.map(({cpu}) => cpu))}
}

/** @param {Start} start */
export function printStart({lint, bare, ratio}) {
  for (const [title, costs] of /** @type {const} */ ([
    ['lint     ', lint],
    ['node -e 0', bare]
  ])) {
    const all = costs.map(({cpu}) => cpu)
    console.log(
      `${title}   ${all.map((value) => value.toFixed(3)).join(' ')} CPU s, median ${median(all).toFixed(3)}`
    )
  }
  console.log(`ratio of the medians ${ratio.toFixed(2)}, Node ${process.version}`)
}
