/** Runs a command and reads from outside what it cost: all of the process, its threads and its children. */
import {spawnSync} from 'node:child_process'
import {closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

/**
 * @typedef {object} Cost
 * @property {number} cpu seconds, user and system
 * @property {number} wall seconds
 * @property {number | undefined} rss the most memory at one time of its largest process, in MiB; unknown without GNU time
 *
 * @typedef {object} Command
 * @property {readonly [string, ...string[]]} argv
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] beside the environment of this process
 * @property {(status: number) => boolean} [accepts] an exit code; 0 and 1 when not given
 * @property {RegExp} [prints] what stands at the beginning of its report when it did its work
 */

/** GNU time, the only common program that tells the memory of another; it costs a thousandth of a second. */
const gnuTime = '/usr/bin/time'
const hasGnuTime = existsSync(gnuTime) && spawnSync(gnuTime, ['--version']).status === 0

/** Tools end with 1 for findings and for a crash. */
const stackTrace = /^ +at .+:\d+:\d+\)?$/m

/**
 * What the command prints goes into a file, as into a log of CI.
 *
 * @param {Command} command
 * @returns {Cost}
 * @throws when it can't be started or ends with another exit code than is accepted
 */
export function run({argv, cwd, env = {}, accepts = (status) => status <= 1, prints = /(?:)/}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-bench-'))
  const output = openSync(path.join(folder, 'output'), 'w')
  try {
    const memory = path.join(folder, 'memory')
    const measured = hasGnuTime ? [gnuTime, '--quiet', '-f', '%M', '-o', memory, ...argv] : argv
    // Bash tells thousandths of a second. Its third stream is the times', the command's own go into the file.
    const timed = 'TIMEFORMAT="%U %S %R"; time "$@" >&3 2>&3'
    const {status, stderr, error} = spawnSync('bash', ['-c', timed, 'bash', ...measured], {
      cwd,
      encoding: 'utf8',
      env: {...process.env, LC_ALL: 'C', NO_COLOR: '1', ...env},
      stdio: ['ignore', 'ignore', 'pipe', output]
    })
    if (error) throw new Error(`bash can't be started, which takes the time: ${error.message}`)
    const said = readFileSync(path.join(folder, 'output')).toString('utf8', 0, 4000)
    if (status === null || !accepts(status) || stackTrace.test(said) || !prints.test(said)) {
      throw new Error(`${argv.slice(0, 6).join(' ')} ended with ${status}:\n${said.slice(0, 1000)}`)
    }
    const [user = Number.NaN, system = Number.NaN, wall = Number.NaN] = stderr.trim().split(/\s+/).map(Number)
    const rss = hasGnuTime ? Number(readFileSync(memory, 'utf8')) / 1024 : undefined
    return {cpu: user + system, wall, rss}
  } finally {
    closeSync(output)
    rmSync(folder, {recursive: true, force: true})
  }
}
