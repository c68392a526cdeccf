import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {createDocument} from '../../src/document/index.ts'
import {formats} from '../../src/reporters/index.ts'
import type {SourceRecord} from '../../src/sources/model.ts'
import {readStatements} from '../../src/sources/statements/statements.ts'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {commandIn, harmOf, payloads, uncolored} from '../setup/injection.ts'
import {startServer} from '../setup/server.ts'
import {runCli} from '../tools/sources/run.mjs'
import {record} from './row.ts'

const patience = {timeout: 600_000}
const env = {...process.env, GITHUB_ACTIONS: 'true', TF_BUILD: 'True', NO_COLOR: '1'}

/** A sentence for each payload, and what a page of a stranger said of it, as the lock file keeps it. */
function siteOf(words: readonly string[]): Readonly<Record<string, string>> {
  const article = words
    .map((_, n) => {
      const [a, b] = [`https://h${n}.example/old/report`, `https://h${n}.example/gone`]
      return `In 2023 the bakery Brotfix of Leipzig said that it “gave its old bread away for nothing” and sold [${n + 2} percent of its loaves](${a}) at night. Another [page](${b}#x) is not there.\n`
    })
    .join('\n')
  const text = `# Bread\n\n${article}`
  const statements = readStatements(createDocument(text, 'a.md'))
  const sources = words.flatMap((word, n): SourceRecord[] => {
    const url = `https://h${n}.example/old/report`
    const shown = word.slice(0, 300)
    const part = ({text}: {readonly text: string}) => ({
      ...{text, verdict: 'contradicted' as const, closest: shown, passage: shown}
    })
    const of = statements.filter(({sources}) => sources.some((one) => one.url === url))
    return [
      {
        ...{url, state: 'alive', status: 200, isMoved: true, fetched: '2026-11-19', title: shown},
        ...{finalUrl: new URL(`https://new.example/${word}?${word}`).href.split('#')[0] as string},
        ...{updated: '2001', isReadable: true},
        statements: of.map(({text, figures, quotations}) => ({
          ...{text, figures: figures.map(part), quotations: quotations.map(part)}
        }))
      },
      {url: `https://h${n}.example/gone`, state: 'dead', cause: 'gone', fetched: '2026-11-19', statements: []}
    ]
  })
  return {'a.md': text, 'articlelint.sources.json': JSON.stringify({version: 1, sources})}
}

test(
  'faults 52 to 54, 59 and 73: what pages said, as a stranger’s lock file has it, in every report',
  patience,
  (context) => {
    const folder = makeFolder(siteOf(Object.values(payloads)))
    const failed: string[] = []
    for (const name of formats) {
      const args = [buildCli(), 'verify', 'a.md', '--locked', '-f', name]
      const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8', env})
      const report = uncolored(stdout).replace(/^\uFEFF/, '')
      const isData = name === 'github' || /json|sarif|gitlab/.test(name)
      const fault =
        harmOf(report) ?? harmOf(stderr) ?? commandIn(stderr) ?? (isData ? undefined : commandIn(report))
      if (fault !== undefined) failed.push(`${name}: ${fault}`)
      expect(status, `${name}: ${stderr}`).toBe(1)
      if (name !== 'json') continue
      const ids = (JSON.parse(stdout).files[0].messages as {ruleId: string}[]).map(({ruleId}) => ruleId)
      for (const id of ['dead-source', 'redirected-source', 'figure-not-in-source', 'quote-not-in-source'])
        expect(ids.filter((one) => one === id).length, id).toBeGreaterThan(30)
    }
    record(context, {
      row: `reports of the sources of ${Object.keys(payloads).length} hostile pages, harmless`,
      passed: formats.length - failed.length,
      of: formats.length
    })
    expect(failed).toEqual([])
  }
)

test(
  'faults 53, 72 and 74: what hosts answer, on its way to the notes, the progress and the lock file',
  patience,
  async (context) => {
    const words = Object.values(payloads)
    const server = await startServer((request, response) => {
      const [, kind = '', index = ''] = /^\/(\w+)\/(\d+)/.exec(request.url ?? '') ?? []
      const word = words[Number(index)] ?? ''
      const header = Buffer.from(word.replace(/[\0\r\n]/g, ' ')).toString('latin1')
      const page = `<!doctype html><title>${word}</title><main><p>${word} ${'Bread is sold here by night. '.repeat(20)}</p></main>`
      try {
        if (kind === 'moved') response.writeHead(301, {location: `/page/${index}?${header}`})
        else if (kind === 'away') response.writeHead(302, {location: header})
        else if (kind === 'refused') response.writeHead(403, word.replace(/[^\t\x20-\x7e\x80-\xff]/g, ' '))
        else if (kind === 'typed')
          response.writeHead(200, {'content-type': header, 'content-encoding': header})
        else if (kind === 'page') response.writeHead(200, {'content-type': 'text/html; charset=utf-8'})
        else response.writeHead(404)
      } catch {
        response.writeHead(500)
      }
      response.end(kind === 'page' ? page : undefined)
    })
    const failed: string[] = []
    const urls = words.flatMap((word, n) => [
      ...['page', 'moved', 'away', 'refused', 'typed'].map((kind) => `${server.url}/${kind}/${n}#${word}`),
      `http://a${word}.invalid/${word}`,
      `http://пример${n}.invalid/`
    ])
    const build = path.dirname(buildCli())
    const folder = makeFolder({
      'run.mjs': `
      import {checkSources} from ${JSON.stringify(path.join(build, 'engine/verify/index.js'))}
      import {withSourceProgress} from ${JSON.stringify(path.join(build, 'cli/source-progress.js'))}
      import {complain} from ${JSON.stringify(path.join(build, 'cli/terminal.js'))}
      const limits = {pause: 0, backoff: 1}
      const settings = {mode: 'fetch', version: '0.0.0', today: '2026-11-20', allowPrivateHosts: true, limits}
      Object.assign(process.stderr, {isTTY: true})
      let time = 0
      Date.now = () => (time += 20_000)
      await withSourceProgress(settings, async (online) => {
        const statement = (n) => ({text: 'It sold ' + n + ' loaves.', figures: [{text: n + ' loaves'}], quotations: [], names: []})
        const queries = ${JSON.stringify(urls)}.map((url, n) => ({url, statement: statement(n)}))
        for (const part of [queries, ...queries.map((query) => [query])]) {
          const {notes} = await checkSources(part, online, import.meta.dirname)
          for (const note of notes) complain(note)
        }
      })`
    })
    const {status, stdout, stderr} = await runCli(path.join(folder, 'run.mjs'), [], folder)
    const lock = readFileSync(path.join(folder, 'articlelint.sources.json'), 'utf8')
    // The line of the progress is ours.
    const said = stderr.replaceAll('\r\u001B[K', '\n')
    for (const [place, text] of Object.entries({stdout, said, lock})) {
      // What is a command in a log is none in a file.
      const fault = harmOf(place === 'lock' ? text.replaceAll('##', '') : text) ?? commandIn(text)
      if (fault !== undefined) failed.push(`${place}: ${fault}`)
    }
    expect(status, stderr.slice(-2000)).toBe(0)
    expect(said).toMatch(/\d of \d+ sources/)
    expect(said).toContain('.invalid')
    if (/пример/.test(stderr + lock)) failed.push('a host that is not punycode')
    record(context, {
      row: 'hosts that answer with hostile words, every word on the terminal and in the lock file harmless',
      passed: 3 - failed.length,
      of: 3
    })
    expect(failed).toEqual([])
  }
)
