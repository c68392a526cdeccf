/**
 * node tests/tools/trust.mjs [--write] [--quick] [NAME…]   (npm run trust)
 *
 * Runs the tests of tests/trust with all their cases and prints what they measured, a row each; `--quick` with those that
 * `npm test` has. NAME: those of some test files; `coverage` and `checklist` are measured here. `--write` keeps the rows in
 * tests/trust/measured.json, in place of those of the same files, and puts all that are kept into TRUST.md. Exit code 1 when
 * a test failed.
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
 * @typedef {{on: string, commit?: string, node: string, processors: number, rows: Row[]}} Measured
 */

const {values, positionals} = readFlags()
const root = fileURLToPath(new URL('../../', import.meta.url))
const testFolder = path.join(root, 'tests/trust')
const keptFile = path.join(testFolder, 'measured.json')
const all = readdirSync(testFolder).flatMap((file) => /^(.*)\.test\.ts$/.exec(file)?.[1] ?? [])
const names = [...all, ...(values.quick ? [] : ['checklist', 'coverage'])]
if (values.help) {
  const [head = ''] = readFileSync(import.meta.filename, 'utf8').split('*/', 1)
  console.log(`${head.replace(/^\/?[ *]*\*(?: |$)/gm, '').trim()}\n\nNAME: ${names.join(', ')}`)
  process.exit()
}
const unknown = positionals.find((name) => !names.includes(name))
if (unknown !== undefined || (values.write && values.quick)) {
  console.error(
    unknown === undefined
      ? '--write keeps the figures of all cases: leave out --quick'
      : `no rows \`${unknown}\`, only ${names.join(', ')}`
  )
  process.exit(2)
}

/**
 * Where growth is measured, the heap shall not have to (MiB), and collecting shall not keep other processors busy: their
 * steps look like growth with the square.
 */
const roomy = ['--min-semi-space-size=256', '--max-semi-space-size=256', '--single-threaded-gc']

let isRight = true
/** What is measured; with `+` where files differ from it. */
const commit = git('rev-parse', '--short=7', 'HEAD') + (git('status', '--short', '-uno') === '' ? '' : '+')
/** @type {Record<string, Measured>} */
const measured = {}
for (const name of positionals.length > 0 ? positionals : names) {
  const rows = name === 'checklist' ? [checklist()] : name === 'coverage' ? coverage() : runTests(name)
  for (const {passed, of, least = of} of rows) if (passed < least) isRight = false
  measured[name] = {
    on: new Date().toISOString().slice(0, 10),
    commit,
    node: process.version,
    processors: cpus().length,
    rows
  }
  console.log(toTable(rows))
}
if (values.write) {
  /** @type {Record<string, Measured>} */
  const before = existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, 'utf8')) : {}
  const kept = Object.fromEntries(
    names.flatMap((name) => {
      const found = measured[name] ?? before[name]
      return found ? [[name, found]] : []
    })
  )
  writeFileSync(keptFile, `${JSON.stringify(kept, undefined, 2)}\n`)
  writePage(kept)
}
process.exitCode = isRight ? 0 : 1

/** Ends the process for a flag that is not there. */
function readFlags() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: {type: 'boolean', short: 'h', default: false},
        write: {type: 'boolean', default: false},
        quick: {type: 'boolean', default: false}
      }
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

/**
 * @param {string} name of a test file
 * @returns {Row[]}
 */
function runTests(name) {
  const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-trust-'))
  const report = path.join(folder, 'report.json')
  const limits = values.quick ? [] : ['--testTimeout=7200000', '--hookTimeout=600000']
  const node = values.quick || !name.includes('growth') ? [] : roomy.map((flag) => `--execArgv=${flag}`)
  const args = ['run', `tests/trust/${name}.test.ts`, '--reporter=json', `--outputFile=${report}`]
  const {status} = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', ...args, ...limits, ...node],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {...process.env, ...(values.quick ? {} : {ARTICLELINT_TRUST: 'full'})}
    }
  )
  /** @type {TestFile[]} */
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []
  rmSync(folder, {recursive: true})
  if (status !== 0) isRight = false
  for (const file of files) {
    if (file.status === 'failed' && file.assertionResults.length === 0)
      console.error(`failed: ${file.name}\n${file.message}`)
    for (const {status, fullName, failureMessages} of file.assertionResults)
      if (status === 'failed') console.error(`failed: ${fullName}\n${failureMessages[0]?.slice(0, 8000)}`)
  }
  return files.flatMap(({assertionResults}) => assertionResults.flatMap(({meta}) => meta?.trust ?? []))
}

/** @param {Record<string, Measured>} kept */
function writePage(kept) {
  const page = path.join(root, 'TRUST.md')
  const mark = '<!-- what follows is written by npm run trust -- --write -->'
  const [head] = readFileSync(page, 'utf8').split(mark)
  /** @type {Map<string, Set<string>>} */
  const commits = new Map()
  for (const {on, commit, node, processors} of Object.values(kept)) {
    const day = `${on}, Node ${node}, ${processors} processors`
    commits.set(day, (commits.get(day) ?? new Set()).add(commit ?? ''))
  }
  const when = [...commits].sort().map(([day, known]) => {
    const named = [...known].filter((commit) => commit !== '')
    return named.length > 0 ? `${day}, at ${named.sort().join(', ')}` : day
  })
  const rows = Object.values(kept).flatMap(({rows}) => rows)
  writeFileSync(page, `${head}${mark}\n\n${toTable(rows)}\n\nMeasured: ${when.join('; ')}.\n`)
}

/** @param {readonly Row[]} rows */
function toTable(rows) {
  return [
    '| what | held | of | |',
    '| --- | ---: | ---: | --- |',
    ...rows.map(
      ({row, passed, of, note = ''}) =>
        `| ${row} | ${count(passed)} | ${count(of)} | ${note.replaceAll('|', '\\|')} |`
    )
  ].join('\n')
}

/**
 * Faults to survive, by number; a test names those it is about: `fault 14: …`, `faults 52 to 58: …`. 55 and 60 do not
 * exist.
 *
 * @returns {Row}
 */
function checklist() {
  const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-trust-'))
  const list = path.join(folder, 'tests.json')
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'list', `--json=${list}`], {cwd: root})
  /** @type {{name: string}[]} */
  const tests = JSON.parse(readFileSync(list, 'utf8'))
  rmSync(folder, {recursive: true})
  const named = new Set(tests.flatMap(({name}) => numbersIn(name)))
  const all = Array.from({length: 74}, (_, index) => index + 1).filter(
    (number) => number !== 55 && number !== 60
  )
  const missing = all.filter((number) => !named.has(number))
  return {
    row: 'faults of the checklist with a test that names them',
    passed: all.length - missing.length,
    of: all.length,
    ...(missing.length > 0 ? {note: `missing: ${missing.join(', ')}`} : {})
  }
}

/** @param {string} name of a test */
function numbersIn(name) {
  return [...name.matchAll(/\bfaults? (\d+)(?: to (\d+)|((?:(?:,| and) \d+)*))/g)].flatMap(
    ([, first = '', last, others = '']) =>
      last === undefined
        ? [first, ...(others.match(/\d+/g) ?? [])].map(Number)
        : Array.from({length: Number(last) - Number(first) + 1}, (_, index) => Number(first) + index)
  )
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
  const {status} = spawnSync(process.execPath, ['tests/tools/coverage.mjs'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env
  })
  if (status !== 0) isRight = false
  if (status !== 0) console.error('failed: npm run coverage')
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

/** @param {...string} args */
function git(...args) {
  const {stdout} = spawnSync('git', args, {cwd: root, encoding: 'utf8'})
  return stdout.trim()
}
