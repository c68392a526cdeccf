/**
 * node tests/tools/demo.mjs   (npm run demo)
 *
 * Lints a sloppy article of the fixtures as a writer would see it, and shows the start of the repaired text.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = path.join(root, 'dist/cli/articlelint.cjs')
const article = 'fixtures/articles/sloppy-scraped-page.md'
const shownLines = 16

if (isStale()) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  for (const step of [[compiler, '-p', 'tsconfig.build.json'], [path.join(root, 'tests/tools/bundle.mjs')]]) {
    if (run(step, 'inherit').status !== 0) process.exit(1)
  }
}

console.log(`$ npx articlelint ${article}\n`)
const report = run([cli, '--no-config', article], 'inherit')
const {summary} = JSON.parse(run([cli, '--no-config', '--format', 'json', article], 'pipe').stdout)
const total = summary.errors + summary.warnings + summary.infos
const input = readFileSync(path.join(root, article), 'utf8')
const {stdout: fixed} = run([cli, '--no-config', '--fix', '--stdin'], 'pipe', input)

console.log(`
${summary.fixable} of the ${total} findings can be repaired: npx articlelint --fix ${article}
The repaired article starts like this (the file was not changed):
`)
for (const line of fixed.split('\n').slice(0, shownLines)) console.log(`  ${shorten(line)}`.trimEnd())
// The article has errors, so the linter says 1; anything else is a failed demo.
process.exitCode = report.status === 1 && summary.fixable > 0 ? 0 : 1

/** Whether the CLI was not built yet, or a source has changed since. */
function isStale() {
  if (!existsSync(cli)) return true
  const built = statSync(cli).mtimeMs
  return ['src', 'rules'].some((folder) =>
    readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'}).some((name) => {
      return name.endsWith('.ts') && statSync(path.join(root, folder, name)).mtimeMs > built
    })
  )
}

/**
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output
 * @param {string} [input]
 */
function run(args, output, input) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['pipe', output, output === 'pipe' ? 'ignore' : 'inherit']
  return spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8', stdio, input: input ?? ''})
}

/** @param {string} line */
function shorten(line) {
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
