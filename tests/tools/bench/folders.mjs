/** What linting given files costs beside parsing them, in pairs. */
import {statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {median} from './figures.mjs'
import {run} from './run.mjs'

const parser = fileURLToPath(new URL('parse.mjs', import.meta.url))

/**
 * @param {string} cli
 * @param {readonly string[]} files
 * @param {number} pairs
 */
export function compareFiles(cli, files, pairs) {
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
  console.log(`${files.length} files, ${megabytes.toFixed(2)} MB, ${pairs} pairs, Node ${process.version}`)
  /** @type {number[]} */
  const lint = []
  /** @type {number[]} */
  const parse = []
  for (let pair = 0; pair < pairs; pair++) {
    lint.push(run({argv: [process.execPath, cli, '--format', 'json', '--no-config', '--', ...files]}).cpu)
    parse.push(run({argv: [process.execPath, parser, ...files], accepts: (status) => status === 0}).cpu)
  }
  const ratios = lint.map((seconds, pair) => seconds / (parse[pair] ?? Number.NaN))
  const speed = megabytes / median(lint)
  console.log(
    `lint    ${list(lint)} CPU s, median ${median(lint).toFixed(3)}, ${speed.toFixed(2)} MB per CPU second`
  )
  console.log(`parse   ${list(parse)} CPU s, median ${median(parse).toFixed(3)}`)
  console.log(`ratio   ${list(ratios)}, median ${median(ratios).toFixed(2)}`)
}

/** @param {readonly number[]} values */
const list = (values) => values.map((value) => value.toFixed(2)).join(' ')
