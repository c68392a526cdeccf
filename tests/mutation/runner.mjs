/**
 * The Vitest runner of Stryker, but every mutant meets only the tests of its own target: of a mutant in code that runs when
 * it is loaded, which is most of the expressions, Stryker cannot tell the tests that reach it and would run them all.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {strykerPlugins as vitest} from '@stryker-mutator/vitest-runner'
import {isInSample} from './sample.mjs'
import {targets} from './targets.mjs'

/** `TestStatus.Failed` of Stryker. */
const failed = 1

/** @param {any} injector */
function createRunner(injector) {
  const runner = /** @type {any} */ (vitest[0]).factory(injector)
  // A file, because the process is a new one after a mutant that never ended.
  const list = path.resolve('tests-of-dry-run.json')
  /** @type {string[]} */
  const ids = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  const {dryRun, mutantRun} = runner
  runner.dryRun = async (/** @type {unknown} */ options) => {
    // Stops at no failure, but with mutants at the first.
    const configs = [runner.ctx.config, ...runner.ctx.projects.map((/** @type {any} */ {config}) => config)]
    for (const config of configs) config.bail = 0
    const result = await dryRun.call(runner, options)
    for (const config of configs) config.bail = 1
    // A few tests need the project as it stands: unbuilt, with its git, each module once.
    const fit = (result.tests ?? []).filter((/** @type {{status: number}} */ {status}) => status !== failed)
    if (result.tests) result.tests = fit
    ids.push(...fit.map((/** @type {{id: string}} */ {id}) => id))
    writeFileSync(list, JSON.stringify(ids))
    return result
  }
  runner.mutantRun = async (
    /** @type {{sandboxFileName: string, testFilter?: string[], activeMutant: import('./sample.mjs').Mutant}} */ options
  ) => {
    const file = path.relative(process.cwd(), options.sandboxFileName)
    const {location, ...mutant} = options.activeMutant
    const counted = {start: fromOne(location.start), end: fromOne(location.end)}
    if (!isInSample(file, {...mutant, location: counted}))
      return {status: 'error', errorMessage: 'Not in the sample'}
    const target = targets.find(({files}) => files.includes(file))
    const own = ids.filter((id) => {
      const [name = '', test = ''] = id.split('#')
      if (!target?.tests.some((one) => name.endsWith(one))) return false
      return (
        target.rule === undefined ||
        !name.endsWith('tests/rules.test.ts') ||
        test.startsWith(`${target.rule} `)
      )
    })
    runner.ctx.provide('rule', target?.rule ?? '')
    const chosen = options.testFilter?.filter((id) => own.includes(id))
    // A mutant whose own tests don't reach it is met by all of them.
    const result = await mutantRun.call(runner, {...options, testFilter: chosen?.length ? chosen : own})
    // A module that can't be loaded any more leaves no test that could fail.
    const broken = runner.ctx.state
      .getFiles()
      .find((/** @type {any} */ {result, tasks}) => result?.state === 'fail' && tasks.length === 0)
    if (result.status !== 'survived' || !broken) return result
    const failureMessage = String(broken.result.errors?.[0]?.message)
    return {status: 'killed', killedBy: own.slice(0, 1), failureMessage, nrOfTests: 0}
  }
  return runner
}
/**
 * Stryker counts from 0 here, and from 1 in its results.
 *
 * @param {import('./sample.mjs').Position} position
 */
function fromOne({line, column}) {
  return {line: line + 1, column: column + 1}
}
createRunner.inject = ['$injector']

export const strykerPlugins = [{kind: 'TestRunner', name: 'own', factory: createRunner}]
