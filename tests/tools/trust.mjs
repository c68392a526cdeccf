/**
 * node tests/tools/trust.mjs [--write] [--quick] [FILTER…]
 *
 * Runs the tests of tests/trust with all their cases and prints what they measured, a row each; `--quick` with those that
 * `npm test` has. `--write` puts the table into TRUST.md. FILTER: names of test files. Exit code 1 when a test failed. With
 * all cases of all files, the coverage of all tests is measured, too.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

/**
 * @typedef {{row: string, passed: number, of: number, least?: number, note?: string}} Row
 * @typedef {{status: string, fullName: string, failureMessages: string[], meta?: {trust?: Row[]}}} Test
 * @typedef {{name: string, status: string, message?: string, assertionResults: Test[]}} TestFile
 */

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {write: {type: 'boolean', default: false}, quick: {type: 'boolean', default: false}}
})
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-trust-'))
const report = path.join(folder, 'report.json')
const filters = positionals.length > 0 ? positionals.map((name) => `tests/trust/${name}`) : ['tests/trust/']
const started = Date.now()
const {status} = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...filters,
    '--reporter=json',
    `--outputFile=${report}`,
    ...(values.quick ? [] : ['--testTimeout=3600000', '--hookTimeout=600000'])
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, ...(values.quick ? {} : {ARTICLELINT_TRUST: 'full'})}
  }
)
/** @type {TestFile[]} */
const files = JSON.parse(readFileSync(report, 'utf8')).testResults
rmSync(folder, {recursive: true})
files.sort((a, b) => (a.name < b.name ? -1 : 1))

const rows = files.flatMap(({assertionResults}) => assertionResults.flatMap(({meta}) => meta?.trust ?? []))
if (positionals.length === 0) rows.push(checklist())
let isCovered = true
if (positionals.length === 0 && !values.quick) rows.push(...coverage())
const table = [
  '| what | held | of | |',
  '| --- | ---: | ---: | --- |',
  ...rows.map(({row, passed, of, note = ''}) => `| ${row} | ${count(passed)} | ${count(of)} | ${note} |`)
].join('\n')
console.log(table)
for (const file of files) {
  if (file.status === 'failed' && file.assertionResults.length === 0)
    console.error(`failed: ${file.name}\n${file.message}`)
  for (const {status, fullName, failureMessages} of file.assertionResults)
    if (status === 'failed') console.error(`failed: ${fullName}\n${failureMessages[0]?.slice(0, 2000)}`)
}
const minutes = Math.round((Date.now() - started) / 60000)
console.log(`\n${minutes} minutes, Node ${process.version}, ${cpus().length} processors`)
if (values.write) {
  const page = path.join(root, 'TRUST.md')
  const head = readFileSync(page, 'utf8').split('<!-- table -->')[0]
  writeFileSync(
    page,
    `${head}<!-- table -->\n\nNode ${process.version}, ${cpus().length} processors, ${minutes} minutes.\n\n${table}\n`
  )
}
process.exitCode =
  status === 0 && isCovered && rows.every(({passed, of, least = of}) => passed >= least) ? 0 : 1

/**
 * Faults to survive, by number; a test names those it is about. 55 and 60 do not exist, 61 to 74 are about the network.
 *
 * @returns {Row}
 */
function checklist() {
  const names = readdirSync(path.join(root, 'tests'), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(path.join(root, 'tests', file), 'utf8').matchAll(/fault (\d+)\b/g)])
    .map(([, number]) => Number(number))
  const named = new Set(names)
  const all = Array.from({length: 59}, (_, index) => index + 1).filter((number) => number !== 55)
  const missing = all.filter((number) => !named.has(number))
  return {
    row: 'faults of the checklist with a test that names them',
    passed: all.length - missing.length,
    of: all.length,
    ...(missing.length > 0 ? {note: `missing: ${missing.join(', ')}`} : {})
  }
}

/**
 * What all tests run of src/ and rules/.
 *
 * @returns {Row[]}
 */
function coverage() {
  const total = path.join(root, 'coverage/total.json')
  rmSync(total, {force: true})
  const {ARTICLELINT_TRUST: _, ...env} = process.env
  const {status, stderr} = spawnSync(process.execPath, ['tests/tools/coverage.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env
  })
  isCovered = status === 0
  if (!isCovered) console.error(`failed: npm run coverage\n${stderr.slice(-2000)}`)
  /** @type {Record<string, {passed: number, of: number, least: number}>} */
  const found = existsSync(total) ? JSON.parse(readFileSync(total, 'utf8')) : {}
  return ['lines', 'branches'].map((kind) => {
    const {passed, of, least} = found[kind] ?? {passed: 0, of: 0, least: 1}
    return {row: `coverage: ${kind} that tests run`, passed, of, least, note: noteOf(passed, of, least)}
  })
}

/**
 * The share, cut and not rounded, and how much it has to be.
 *
 * @param {number} passed
 * @param {number} of
 * @param {number} least
 */
function noteOf(passed, of, least) {
  return of === 0
    ? 'not measured'
    : `${Math.floor((1000 * passed) / of) / 10} %, at least ${Math.round((100 * least) / of)} %`
}

/** @param {number} value */
function count(value) {
  return value.toLocaleString('en')
}
