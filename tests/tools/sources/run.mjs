import {spawn} from 'node:child_process'

/**
 * @typedef {{status: number | null, stdout: string, stderr: string}} Ended
 * @typedef {{path: string, messages: import('./score.mjs').Message[]}} LintedFile
 */

/**
 * Runs the command line while this process goes on serving pages.
 *
 * @param {string} cli
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Ended>}
 */
export async function runCli(cli, args, cwd) {
  const {NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...env} = process.env
  const child = spawn(process.execPath, [cli, ...args], {cwd, env, stdio: ['ignore', 'pipe', 'pipe']})
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (data) => {
    stdout += data
  })
  child.stderr.setEncoding('utf8').on('data', (data) => {
    stderr += data
  })
  const status = await new Promise((resolve) => child.once('close', resolve))
  return {status, stdout, stderr}
}

/**
 * The articles of a JSON report with their messages, by name.
 *
 * @param {string} stdout
 * @param {Readonly<Record<string, string>>} articles
 */
export function readReport(stdout, articles) {
  /** @type {LintedFile[]} */
  const files = JSON.parse(stdout).files
  return Object.fromEntries(
    Object.entries(articles).map(([name, text]) => [
      name,
      {text, messages: files.find((file) => file.path === name)?.messages ?? []}
    ])
  )
}
