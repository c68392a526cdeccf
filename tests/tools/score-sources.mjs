/**
 * node tests/tools/score-sources.mjs [--cli FILE] [--held-out FILE] [--json]   (npm run score-sources)
 *
 * Runs `articlelint verify` over the site of fixtures/sources and prints each claim that is judged otherwise than in its
 * expected.json, and the figures the issue asks for; then the same for the cases held out in tests/tools/sources/, or
 * in FILE alone, without the site.
 * Exit code 1 when something is said to be contradicted that is not.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {heldOutFiles, readCases, scoreCases, showCases} from './sources/held-out.mjs'
import {readReport, runCli} from './sources/run.mjs'
import {scoreClaims, showScore} from './sources/score.mjs'
import {readArticles, readClaims, startSite} from './sources/site.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const {values} = parseArgs({
  options: {cli: {type: 'string'}, 'held-out': {type: 'string'}, json: {type: 'boolean', default: false}}
})
const cli = path.resolve(values.cli ?? path.join(root, 'dist/cli/articlelint.cjs'))
const judges = pathToFileURL(path.join(root, 'dist/src/sources/judging/judge.js')).href
const {'held-out': chosen} = values

const site = chosen === undefined ? await runSite() : undefined
const {judgeStatement} = await import(judges)
const files = chosen === undefined ? heldOutFiles : [path.resolve(chosen)]
const cases = files.map((file) => ({
  file: path.basename(String(file)),
  ...scoreCases(readCases(file), judgeStatement)
}))
if (values.json) console.log(JSON.stringify({site: site?.score, cases}, null, 2))
else {
  if (site !== undefined) {
    console.log(showScore(site.score))
    console.log(`${site.requests} requests in ${site.seconds.toFixed(1)} s\n${site.stderr}`)
  }
  for (const {file, ...score} of cases) console.log(`${showCases(score)} (${file})\n`)
}
const falseContradicted = cases.reduce((sum, score) => sum + score.falseContradicted, 0)
if (falseContradicted + (site?.score.falseContradicted.length ?? 0) > 0) process.exitCode = 1

async function runSite() {
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
    return {score, seconds, requests: site.requests.length, stderr: ended.stderr}
  } finally {
    rmSync(folder, {recursive: true, force: true})
    await site.close()
  }
}
