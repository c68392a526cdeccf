/** CPU of tools beside that of the yardstick, run in turn, so that a busy machine harms both alike. */
import {run} from './run.mjs'

/**
 * @typedef {import('./rows.mjs').Row} Row
 * @typedef {import('./run.mjs').Cost} Cost
 * @typedef {Cost & {before: number, after: number}} Pair `before` and `after`: CPU seconds of the yardstick around it
 *
 * @typedef {object} Measured
 * @property {Row} row
 * @property {Pair[]} pairs
 * @property {string | undefined} failure why it was not measured
 */

/**
 * Rows are measured in rounds, the yardstick between them each time as much was measured as it costs itself. A row that fails is
 * left out from then on.
 *
 * @param {readonly Row[]} rows
 * @param {Row} yardstick
 * @param {{cwd: string, folders: readonly string[], rounds: number, deadline: number, say: (text: string) => void}} where
 *   `deadline`: no round starts that would end after this time, but the first
 * @returns {{measured: Measured[], yardsticks: Cost[]}}
 */
export function measureRatios(rows, yardstick, {cwd, folders, rounds, deadline, say}) {
  /** @type {Measured[]} */
  const measured = rows.map((row) => ({
    row,
    pairs: [],
    failure: row.missing
  }))
  /** @type {Cost[]} */
  const yardsticks = []
  const measureYardstick = () => {
    const cost = run(yardstick.command(cwd, folders))
    yardsticks.push(cost)
    return cost.cpu
  }
  let longest = 0
  for (let round = 1; round <= rounds && (round === 1 || Date.now() + longest < deadline); round++) {
    const start = Date.now()
    let before = measureYardstick()
    /** @type {[Measured, Cost][]} */
    let open = []
    const close = () => {
      const after = measureYardstick()
      for (const [one, cost] of open) one.pairs.push({...cost, before, after})
      before = after
      open = []
    }
    for (const one of measured) {
      if (one.failure !== undefined) continue
      try {
        open.push([one, runRow(one.row, cwd, folders)])
      } catch (error) {
        one.failure = firstLine(error)
        say(String(error))
      }
      if (open.reduce((sum, [, {cpu}]) => sum + cpu, 0) > before) close()
    }
    if (open.length > 0) close()
    longest = Math.max(longest, Date.now() - start)
    say(`round ${round} of ${rounds}: ${(longest / 1000).toFixed(0)} s`)
  }
  return {measured, yardsticks}
}

/**
 * @param {Row} row
 * @param {string} cwd
 * @param {readonly string[]} folders
 */
export function runRow(row, cwd, folders) {
  const undo = row.prepare?.(cwd, folders)
  try {
    return run(row.command(cwd, folders))
  } finally {
    undo?.()
  }
}

/**
 * What a tool that failed said, in short.
 *
 * @param {unknown} error
 */
export function firstLine(error) {
  const said = error instanceof Error ? error.message : String(error)
  return `failed: ${said
    .replace(/^.*ended with/, 'ended with')
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .slice(0, 150)}`
}
