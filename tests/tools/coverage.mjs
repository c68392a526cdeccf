/**
 * node tests/tools/coverage.mjs [--from FOLDER] [--all] [FILTER…]
 *
 * Runs the tests and says which lines and branches of src/ and rules/ they ran, files that no test loads included. Exit code 1
 * below 98 % of the lines or 95 % of the branches. Whether tests pass is for `npm test`: counting makes all slower, and some
 * measure time. One that fails early runs less, and counts for less. FILTER: names of test files; `--all`: every file with
 * something missing and where; `--from`: a folder that a run before left.
 *
 * Vitest measures its own workers. What processes ran that tests start, such as the command line and the language server, is
 * read from what Node writes (NODE_V8_COVERAGE) of the modules that `buildCli` gives, and told by their source maps. It only
 * ever marks what Vitest counts anyhow, at exactly the same place: it adds nothing to what there is to cover.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {parseAstAsync} from 'vitest/node'

/**
 * @typedef {{line: number, column: number}} Point
 * @typedef {{start: Point, end: Point}} Place
 * @typedef {{type: string, loc: Place, locations: Place[]}} Branch
 * @typedef {{
 *   path: string,
 *   statementMap: Record<string, Place>, s: Record<string, number>,
 *   branchMap: Record<string, Branch>, b: Record<string, number[]>
 * }} FileCoverage
 * @typedef {{url: string, functions: object[]}} Script
 * @typedef {{result: Script[]}} Run
 */

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {from: {type: 'string'}, all: {type: 'boolean', default: false}}
})
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = path.resolve(values.from ?? path.join(root, 'coverage'))
const runs = path.join(folder, 'runs')
if (values.from === undefined) measure()
/** Per cent. */
const least = {lines: 98, branches: 95}

/** @type {Record<string, FileCoverage>} */
const files = JSON.parse(readFileSync(path.join(folder, 'coverage-final.json'), 'utf8'))
const children = await readChildren()
const marks = {found: 0, lost: 0}
for (const child of children) {
  const file = files[child.path]
  if (file) mark(file, child)
}

const counts = Object.values(files).map((file) => ({
  name: path.relative(root, file.path),
  file,
  ...count(file)
}))
const lines = sum(counts.map((one) => one.lines))
const branches = sum(counts.map((one) => one.branches))
counts.sort((a, b) => missing(b.branches) - missing(a.branches) || missing(b.lines) - missing(a.lines))
for (const {name, file, lines, branches} of counts.slice(0, values.all ? undefined : 15)) {
  if (missing(lines) + missing(branches) === 0) continue
  console.log(
    `${name}: ${missing(branches)} of ${branches.of} branches, ${missing(lines)} of ${lines.of} lines not run`
  )
  if (values.all) console.log(`  ${gapsOf(file).join(' ')}`)
}
console.log(
  `${children.length} modules that child processes ran: ${marks.found} of ${marks.found + marks.lost} places of theirs are places of Vitest`
)
console.log(`lines ${percent(lines)} % (${lines.passed} of ${lines.of})`)
console.log(`branches ${percent(branches)} % (${branches.passed} of ${branches.of})`)
writeFileSync(
  path.join(folder, 'total.json'),
  `${JSON.stringify({lines: required(lines, least.lines), branches: required(branches, least.branches)})}\n`
)
process.exitCode = percent(lines) >= least.lines && percent(branches) >= least.branches ? 0 : 1

/** Runs the tests. */
function measure() {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(runs, {recursive: true})
  const {status} = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...positionals,
      '--reporter=dot',
      '--coverage.enabled',
      '--coverage.include=src/**/*.ts',
      '--coverage.include=rules/**/*.ts',
      '--coverage.reporter=json',
      `--coverage.reportsDirectory=${path.join(folder, 'vitest')}`,
      '--coverage.reportOnFailure',
      // Counting makes everything slower.
      '--testTimeout=300000',
      '--hookTimeout=300000'
    ],
    {cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, ARTICLELINT_COVERAGE: runs}}
  )
  const report = path.join(folder, 'vitest/coverage-final.json')
  if (!existsSync(report)) throw new Error('Vitest gave no coverage')
  writeFileSync(path.join(folder, 'coverage-final.json'), readFileSync(report))
  if (status !== 0) console.log('Not all tests passed while they were counted.')
}

/**
 * What the child processes ran, a record for each module.
 *
 * @returns {Promise<FileCoverage[]>}
 */
async function readChildren() {
  // The very code by which Vitest reads what V8 counts.
  const provider = createRequire(createRequire(import.meta.url).resolve('@vitest/coverage-v8'))
  const load = async (/** @type {string} */ name) => import(pathToFileURL(provider.resolve(name)).href)
  const {mergeProcessCovs} = await load('@bcoe/v8-coverage')
  const {default: convert} = await load('ast-v8-to-istanbul')
  /** @type {Run} */
  let merged = {result: []}
  for (const name of readdirSync(runs)) {
    const run = readRun(path.join(runs, name))
    merged = mergeProcessCovs([
      merged,
      {result: run.result.filter(({url}) => /\/dist-test\/[^/]+-maps\//.test(url))}
    ])
  }
  const found = []
  for (const {url, functions} of merged.result) {
    const built = fileURLToPath(url)
    if (!existsSync(`${built}.map`)) continue
    const code = readFileSync(built, 'utf8')
    const sourceMap = JSON.parse(readFileSync(`${built}.map`, 'utf8'))
    const ast = await parseAstAsync(code)
    const coverage = await convert({code, sourceMap, ast, coverage: {url, functions}, wrapperLength: 0})
    found.push(...Object.values(coverage))
  }
  return found
}

/**
 * What one process wrote; nothing where it was killed as it did.
 *
 * @param {string} file
 * @returns {Run}
 */
function readRun(file) {
  try {
    const {result} = JSON.parse(readFileSync(file, 'utf8'))
    return {result}
  } catch {
    return {result: []}
  }
}

/**
 * Marks what a child process ran.
 *
 * @param {FileCoverage} file
 * @param {FileCoverage} child
 */
function mark(file, child) {
  /** @type {Map<string, string | undefined>} Two that begin at one place can't be told apart. */
  const statements = new Map()
  for (const [id, place] of Object.entries(file.statementMap))
    statements.set(keyOf(place), statements.has(keyOf(place)) ? undefined : id)
  for (const [id, place] of Object.entries(child.statementMap)) {
    const own = statements.get(keyOf(place))
    const times = child.s[id] ?? 0
    if (own === undefined) marks.lost++
    else marks.found++
    if (own !== undefined) file.s[own] = (file.s[own] ?? 0) + times
  }
  const branches = new Map(Object.entries(file.branchMap).map(([id, branch]) => [branchKey(branch), id]))
  for (const [id, branch] of Object.entries(child.branchMap)) {
    const own = branches.get(branchKey(branch))
    if (own === undefined) marks.lost++
    else {
      marks.found++
      file.b[own] = (file.b[own] ?? []).map((times, arm) => times + (child.b[id]?.[arm] ?? 0))
    }
  }
}

/** @param {Place} place */
function keyOf({start}) {
  return `${start?.line}:${start?.column}`
}

/**
 * The kind of a branch, where it begins, and where each of its arms does.
 *
 * @param {Branch} branch
 */
function branchKey({type, loc, locations}) {
  return [type, keyOf(loc), ...locations.map(keyOf)].join(' ')
}

/**
 * Lines as Istanbul counts them: where a statement begins.
 *
 * @param {FileCoverage} file
 */
function count(file) {
  /** @type {Map<number, number>} */
  const times = new Map()
  for (const [id, {start}] of Object.entries(file.statementMap))
    times.set(start.line, Math.max(times.get(start.line) ?? 0, file.s[id] ?? 0))
  const arms = Object.values(file.b).flat()
  return {
    lines: {passed: [...times.values()].filter((one) => one > 0).length, of: times.size},
    branches: {passed: arms.filter((one) => one > 0).length, of: arms.length}
  }
}

/**
 * Where nothing ran: `12` a line, `12:7if1` the second arm of a branch.
 *
 * @param {FileCoverage} file
 */
function gapsOf(file) {
  const statements = Object.entries(file.statementMap)
    .filter(([id]) => file.s[id] === 0)
    .map(([, {start}]) => `${start.line}`)
  const arms = Object.entries(file.branchMap).flatMap(([id, {type, loc, locations}]) =>
    (file.b[id] ?? []).flatMap((times, arm) => {
      const {line, column} = locations[arm]?.start?.line === undefined ? loc.start : locations[arm].start
      return times === 0 ? [`${line}:${column + 1}${type}${arm}`] : []
    })
  )
  return [...new Set([...statements, ...arms])]
}

/** @param {{passed: number, of: number}[]} counts */
function sum(counts) {
  return {
    passed: counts.reduce((total, {passed}) => total + passed, 0),
    of: counts.reduce((total, {of}) => total + of, 0)
  }
}

/** @param {{passed: number, of: number}} count */
function missing({passed, of}) {
  return of - passed
}

/**
 * With how many have to be run.
 *
 * @param {{passed: number, of: number}} count
 * @param {number} least
 */
function required(count, least) {
  return {...count, least: Math.ceil((count.of * least) / 100)}
}

/**
 * Cut, not rounded: 94.99 is not 95.
 *
 * @param {{passed: number, of: number}} count
 */
function percent({passed, of}) {
  return Math.floor((10000 * passed) / of) / 100
}
