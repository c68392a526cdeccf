/**
 * npm run mutate [-- [--write] [--quiet] [--sample PERCENT] [TARGET…]]
 *
 * Changes the code of a rule, or of a file that keeps users from harm, in every small way Stryker knows, one at a time, and
 * counts how many changes a test notices. Prints the score of each target and every mutant that lives: a missing test, dead
 * code, or code that means the same. TARGET: the id of a rule, a file of tests/mutation/targets.mjs, `rules` or `safety`; all without
 * one. `--sample 10` tries ten of a hundred changes. `--write` puts the scores into tests/mutation/scores.json, which `npm run trust` reads.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {Stryker} from '@stryker-mutator/core'
import {isInSample} from '../mutation/sample.mjs'
import {hashOf, readScores} from '../mutation/scores.mjs'
import {targets} from '../mutation/targets.mjs'

/** @typedef {Awaited<ReturnType<Stryker['runMutationTest']>>[number]} Mutant */

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    write: {type: 'boolean', default: false},
    quiet: {type: 'boolean', default: false},
    sample: {type: 'string', default: '100'}
  }
})
const root = fileURLToPath(new URL('../../', import.meta.url))
process.chdir(root)
const known = new Set(targets.flatMap(({name, group}) => [name, group]))
const unknown = positionals.filter((name) => !known.has(name))
if (unknown.length > 0) {
  console.error(`Unexpected target \`${unknown.join('`, `')}\`, expected one of ${[...known].join(', ')}`)
  process.exit(2)
}
const chosen = targets.filter(
  ({name, group}) => positionals.length === 0 || positionals.includes(name) || positionals.includes(group)
)
process.env.ARTICLELINT_SAMPLE = values.sample
const folder = mkdtempSync('dist-mutation-')
const scores = readScores()

/** Scores are written after each part of a long run. */
const perRun = 12
for (const group of /** @type {const} */ (['safety', 'rules'])) {
  const some = chosen.filter((target) => target.group === group)
  for (let at = 0; at < some.length; at += perRun) await run(some.slice(at, at + perRun))
}
rmSync(folder, {recursive: true, force: true})
const counted = Object.values(scores)
for (const group of ['safety', 'rules']) {
  const all = counted.filter((score) => score.group === group)
  const [killed, of] = [sum(all.map((score) => score.killed)), sum(all.map((score) => score.of))]
  if (of > 0) console.log(`${group}: ${killed} of ${of} killed, ${percent(killed, of)}, as far as measured`)
}

/** @param {readonly import('../mutation/targets.mjs').Target[]} some */
async function run(some) {
  const mutants = await mutate(some)
  for (const {name, group, files} of some) {
    const own = mutants.filter((mutant) => {
      const file = path.relative(root, mutant.fileName)
      return files.includes(file) && isInSample(file, mutant)
    })
    const lost = own.filter(({statusReason}) => statusReason === 'Not in the sample')
    if (lost.length > 0) throw new Error(`${lost.length} mutants of the sample of ${name} were not tried`)
    const killed = own.filter(({status}) => status === 'Killed' || status === 'Timeout').length
    const alive = own.filter(({status}) => status === 'Survived' || status === 'NoCoverage')
    const of = killed + alive.length
    console.log(`${name}: ${killed} of ${of} killed, ${percent(killed, of)}`)
    if (!values.quiet) for (const mutant of alive) console.log(shown(mutant))
    const sample = Number(values.sample)
    scores[name] = {
      group,
      killed,
      of,
      sample,
      date: new Date().toISOString().slice(0, 10),
      hash: hashOf(files)
    }
  }
  if (!values.write) return
  const sorted = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync('tests/mutation/scores.json', `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}

/** @param {readonly import('../mutation/targets.mjs').Target[]} some */
async function mutate(some) {
  process.env.ARTICLELINT_FRESH = some.flatMap(({fresh}) => fresh).join(',')
  process.env.ARTICLELINT_MUTATION_TESTS = [...new Set(some.flatMap(({tests}) => tests))].join(',')
  process.env.ARTICLELINT_RULES = some.map(({rule}) => rule ?? '').join(',')
  return await new Stryker({
    mutate: some.flatMap(({files}) => files),
    testRunner: 'own',
    vitest: {configFile: 'tests/mutation/vitest.config.ts', related: false},
    plugins: ['wording.mjs', 'runner.mjs'].map((name) => path.join(root, 'tests/mutation', name)),
    ignorers: ['wording'],
    buildCommand: 'node tests/mutation/build.mjs',
    coverageAnalysis: 'perTest',
    concurrency: 1,
    reporters: [],
    logLevel: /** @type {any} */ ('error'),
    tempDirName: folder,
    ignorePatterns: ['dist', 'dist-*', 'coverage', 'docs'],
    // TypeScript 7 has no interface that could read it.
    tsconfigFile: 'none.json',
    dryRunTimeoutMinutes: 20,
    timeoutMS: 20_000
  }).runMutationTest()
}

/** @param {readonly number[]} list */
function sum(list) {
  return list.reduce((total, one) => total + one, 0)
}

/**
 * @param {number} part
 * @param {number} of
 */
function percent(part, of) {
  return of === 0 ? 'nothing to mutate' : `${((100 * part) / of).toFixed(1)} %`
}

/** @param {Mutant} mutant */
function shown({fileName, location: {start, end}, replacement = '', mutatorName, status}) {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  const text =
    start.line === end.line
      ? lines[start.line - 1]?.slice(start.column - 1, end.column - 1)
      : `${lines[start.line - 1]?.slice(start.column - 1)} … ${lines[end.line - 1]?.slice(0, end.column - 1).trim()}`
  const file = path.relative(root, fileName)
  const place = `${file}:${start.line}:${start.column}`
  const to = replacement.replace(/\s+/g, ' ')
  return `  ${place} ${mutatorName}${status === 'NoCoverage' ? ' (no test runs it)' : ''}: ${text} → ${to}`
}
