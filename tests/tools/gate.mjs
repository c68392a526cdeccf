/**
 * node tests/tools/gate.mjs REPORT.json… [--quiet]
 *
 * Reads reports of vitest's JSON reporter and prints `N passed, N failed, N skipped` on a line of its own. Exit code 1
 * when a test failed, a test file could not be run, or no test ran. Failed tests are named before, on stderr.
 */
import {readFileSync} from 'node:fs'
import {parseArgs} from 'node:util'

/**
 * @typedef {object} TestFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {{status: string, fullName: string, failureMessages?: string[]}[]} assertionResults
 */

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {quiet: {type: 'boolean', default: false}}
})
const files = (positionals.length > 0 ? positionals : ['']).flatMap(readReport)
const tests = files.flatMap(({assertionResults}) => assertionResults)
const count = (/** @type {string[]} */ ...states) =>
  tests.filter(({status}) => states.includes(status)).length

// A file that could not be loaded has no tests, and fails all the same.
const broken = files.filter(
  ({status, assertionResults}) => status === 'failed' && assertionResults.length === 0
)
const passed = count('passed')
const failed = count('failed') + broken.length

if (!values.quiet) {
  for (const {name, message = ''} of broken) console.error(`failed: ${name}\n  ${firstLines(message)}`)
  for (const {status, fullName, failureMessages = []} of tests) {
    if (status === 'failed') console.error(`failed: ${fullName}\n  ${firstLines(failureMessages[0] ?? '')}`)
  }
}
console.log(`${passed} passed, ${failed} failed, ${count('pending', 'skipped', 'todo', 'disabled')} skipped`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

/**
 * @param {string} file
 * @returns {TestFile[]}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults
  } catch (error) {
    console.error(`no report of the tests: ${error instanceof Error ? error.message : error}`)
    return [{name: file, status: 'failed', assertionResults: []}]
  }
}

/** @param {string} text */
function firstLines(text) {
  return text.split('\n').slice(0, 6).join('\n  ')
}
