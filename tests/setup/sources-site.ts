import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {readReport, runCli} from '../tools/sources/run.mjs'
import {type Score, scoreClaims} from '../tools/sources/score.mjs'
import {readArticles, readClaims, startSite} from '../tools/sources/site.mjs'

type Ended = Awaited<ReturnType<typeof runCli>>

/** What came of checking the fixture site, step by step. */
export interface CheckedSite {
  /** Without `--online`, before anything was checked and after. */
  readonly offlineBefore: Ended
  readonly offline: Ended
  readonly first: Ended
  /** `verify` and the whole lint from the lock file. */
  readonly locked: Ended
  readonly online: Ended
  readonly requests: readonly string[]
  /** Those of the runs that may make none. */
  readonly requestsOfOthers: readonly string[]
  /** The text of `articlelint.sources.json`. */
  readonly lock: string
  readonly score: Score
}

/** Serves the pages of the fixture site and runs the command line over its articles. */
export async function checkFixtureSite(cli: string): Promise<CheckedSite> {
  const site = await startSite()
  const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-sources-'))
  const lock = path.join(folder, 'articlelint.sources.json')
  const run = (...args: string[]): Promise<Ended> => runCli(cli, [...args, '-f', 'json'], folder)
  try {
    const articles = Object.fromEntries(
      Object.entries(readArticles()).map(([name, text]) => [name, site.place(text)])
    )
    for (const [name, text] of Object.entries(articles)) writeFileSync(path.join(folder, name), text)
    const names = Object.keys(articles)
    const offlineBefore = await run(...names)
    const unasked = site.requests.length
    const first = await run('verify', ...names, '--allow-private-hosts')
    const requests = site.requests.slice(unasked)
    const asked = site.requests.length
    const locked = await run('verify', ...names, '--locked')
    const online = await run(...names, '--online=locked')
    const offline = await run(...names)
    if (!first.stdout.startsWith('{')) throw new Error(`no report:\n${first.stdout}${first.stderr}`)
    return {
      offlineBefore,
      offline,
      first,
      locked,
      online,
      requests,
      requestsOfOthers: [...site.requests.slice(0, unasked), ...site.requests.slice(asked)],
      lock: existsSync(lock) ? readFileSync(lock, 'utf8') : '',
      score: scoreClaims(readClaims(), readReport(first.stdout, articles), site.place)
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
    await site.close()
  }
}
