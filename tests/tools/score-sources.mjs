/**
 * node tests/tools/score-sources.mjs [--cli FILE] [--json]   (npm run score-sources)
 *
 * Runs `articlelint verify` over the site of fixtures/sources and prints each claim that is judged otherwise than in its
 * expected.json, and the figures the issue asks for; then the same for the cases of tests/tools/sources/held-out.json.
 * Exit code 1 when something is said to be contradicted that is not.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {readCases, scoreCases, showCases} from './sources/held-out.mjs'
import {readReport, runCli} from './sources/run.mjs'
import {scoreClaims, showScore} from './sources/score.mjs'
import {readArticles, readClaims, startSite} from './sources/site.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const {values} = parseArgs({options: {cli: {type: 'string'}, json: {type: 'boolean', default: false}}})
const cli = path.resolve(values.cli ?? path.join(root, 'dist/cli/articlelint.cjs'))
const judges = pathToFileURL(path.join(root, 'dist/src/sources/judge.js')).href

const site = await startSite()
const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-sources-'))
try {
  const placed = Object.entries(readArticles()).map(([name, text]) => [name, site.place(text)])
  for (const [name = '', text = ''] of placed) writeFileSync(path.join(folder, name), text)
  const names = placed.map(([name = '']) => name)
  const started = performance.now()
  const ended = await runCli(cli, ['verify', ...names, '--allow-private-hosts', '-f', 'json'], folder)
  const seconds = (performance.now() - started) / 1000
  if (!ended.stdout.startsWith('{')) throw new Error(`no report:\n${ended.stdout}${ended.stderr}`)
  const score = scoreClaims(readClaims(), readReport(ended.stdout, Object.fromEntries(placed)), site.place)
  const {judgeStatement} = await import(judges)
  const cases = scoreCases(readCases(), judgeStatement)
  if (values.json) console.log(JSON.stringify({site: score, cases}, null, 2))
  else {
    console.log(showScore(score))
    console.log(`${site.requests.length} requests in ${seconds.toFixed(1)} s\n${ended.stderr}`)
    console.log(showCases(cases))
  }
  if (score.falseContradicted.length + cases.falseContradicted > 0) process.exitCode = 1
} finally {
  rmSync(folder, {recursive: true, force: true})
  await site.close()
}
