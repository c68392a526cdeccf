import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeAll, describe, expect, it} from 'vitest'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {config, page, plugin, startHosts} from './hosts.ts'

const name = 'articlelint.sources.json'
const patience = 120_000
let cli = ''
beforeAll(() => {
  cli = buildCli()
}, patience)

interface Run {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

const started = new Set<ChildProcess>()
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

/** Not `spawnSync`: the servers are in this process. */
function start(
  cwd: string,
  args: readonly string[],
  program = cli
): {child: ChildProcess; end: Promise<Run>} {
  const child = spawn(process.execPath, [program, ...args], {cwd, stdio: ['ignore', 'pipe', 'pipe']})
  started.add(child)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => {
    stdout += data
  })
  child.stderr.on('data', (data) => {
    stderr += data
  })
  const end = new Promise<Run>((resolve) => {
    child.on('close', (status, signal) => resolve({status, signal, stdout, stderr}))
  })
  return {child, end}
}

function run(cwd: string, ...args: string[]): Promise<Run> {
  return start(cwd, args).end
}

function site(files: Readonly<Record<string, string>>): string {
  return makeFolder({'plugin.mjs': plugin, '.articlelintrc.json': config, ...files})
}

describe('--online', () => {
  it(
    'opens the sources once; then --online=locked makes no request and says the same',
    async () => {
      const {urls, count} = await startHosts(2, (_, url) =>
        url === '/gone' ? 404 : page('It rained 32 mm.')
      )
      const [a, b] = urls
      const folder = site({'a.md': `Rain <${a}/rain> fell.\n`, 'b.md': `More <${b}/gone> fell.\n`})
      const offline = await run(folder, '.')
      expect(offline).toMatchObject({status: 0, stderr: ''})
      expect(existsSync(path.join(folder, name))).toBe(false)
      const first = await run(folder, '.', '--online', '--allow-private-hosts', '-f', 'json')
      expect(first).toMatchObject({status: 1, stderr: ''})
      expect(JSON.stringify(JSON.parse(first.stdout))).toContain('acme/gone-source')
      expect(first.stdout).toContain(`${b}/gone`)
      const requests = count()
      expect(requests).toBe(4)
      const locked = await run(folder, '.', '--online=locked', '-f', 'json')
      expect(locked).toEqual(first)
      const threads = await run(folder, '.', '--online=locked', '-f', 'json', '--concurrency', '2')
      expect(threads).toEqual(first)
      const verified = await run(folder, 'verify', '.', '--locked', '-f', 'json')
      expect(verified).toEqual(first)
      // In the file there is all that a run needs.
      const again = await run(folder, 'verify', '.', '--allow-private-hosts', '-f', 'json')
      expect(again).toEqual(first)
      expect(count()).toBe(requests)
    },
    patience
  )

  it(
    'fault 71: what can not be checked is a note, and no matter of the exit code',
    async () => {
      const {urls} = await startHosts(1, () => 403)
      const folder = site({'a.md': `Rain <${urls[0]}/rain> fell.\n`})
      const {status, stderr} = await run(folder, 'a.md', '--online', '--allow-private-hosts')
      expect(status).toBe(0)
      expect(stderr).toContain(`${urls[0]}/rain`)
      expect(existsSync(path.join(folder, name))).toBe(false)
      // Without that flag, this machine is none of the web.
      const refused = await run(folder, 'a.md', '--online')
      expect(refused.status).toBe(0)
      expect(refused.stderr).toContain(`${urls[0]}/rain`)
      const locked = await run(folder, 'a.md', '--online=locked')
      expect(locked.status).toBe(0)
      expect(locked.stderr).toContain('articlelint verify')
    },
    patience
  )

  it.each([
    [['a.md', '--online', '--watch'], /--watch/],
    [['a.md', '--online', '--shard', '1/2'], /--shard/],
    [['a.md', '--sources-file', 'x.json'], /--online/],
    [['a.md', '--proxy', 'http://p.example:1'], /--online/],
    [['a.md', '--allow-private-hosts'], /--online/],
    [['a.md', '--online=locked', '--proxy', 'http://p.example:1'], /--proxy/],
    [['a.md', '--online', '--proxy', 'socks://p.example'], /proxy/],
    [['a.md', '--online=always'], /fetch, locked/],
    [['a.md', '--only', 'acme/gone-source'], /--online/],
    [['verify', 'a.md', '--locked', '--update'], /--update/],
    [['verify', 'a.md', '--locked', '--prune'], /--prune/],
    [['verify', 'a.md', '--locked', '--allow-private-hosts'], /--locked/],
    [['verify'], /no files/],
    [['verify', '-', '--prune'], /--prune/]
  ])(
    'is refused as in %j',
    async (args, expected) => {
      const {status, stderr, stdout} = await run(site({'a.md': 'Rain fell.\n'}), ...args)
      expect(stderr).toMatch(expected)
      expect({status, stdout}).toEqual({status: 2, stdout: ''})
    },
    patience
  )

  it(
    'a file after it is a file, and a foreign lock file stays as it is',
    async () => {
      const folder = site({'a.md': 'Rain fell.\n', [name]: '{"mine": true}'})
      expect(await run(folder, '--online', 'a.md')).toMatchObject({status: 0, stderr: ''})
      writeFileSync(path.join(folder, 'a.md'), 'Rain <https://a.example/> fell.\n')
      for (const args of [
        ['--online', 'a.md'],
        ['--online=locked', 'a.md'],
        ['verify', 'a.md']
      ]) {
        const {status, stderr} = await run(folder, ...args)
        expect(stderr).toContain(name)
        expect(status).toBe(2)
      }
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe('{"mine": true}')
    },
    patience
  )

  it(
    'ctrl-C keeps what was found, and the next run goes on from there',
    async () => {
      let isSlow = true
      const hosts = await startHosts(6, (host) =>
        isSlow && host === '127.0.0.6' ? undefined : page('Rain.')
      )
      const text = hosts.urls.map((url) => `Rain <${url}/rain> fell.\n`).join('\n')
      const folder = site({'a.md': text})
      const args = ['verify', 'a.md', '--allow-private-hosts']
      const {child, end} = start(folder, args)
      // The fast ones are written after some seconds.
      await expect.poll(() => existsSync(path.join(folder, name)), {timeout: 60_000}).toBe(true)
      child.kill('SIGINT')
      expect(await end).toMatchObject({status: null, signal: 'SIGINT', stdout: ''})
      const {sources} = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
      expect(sources).toHaveLength(5)
      isSlow = false
      hosts.asked.length = 0
      expect(await run(folder, ...args)).toMatchObject({status: 0, stderr: ''})
      expect(hosts.asked).toEqual(['127.0.0.6 /rain'])
    },
    patience
  )
})

it(
  '200 sources at 20 hosts take the time that the pauses are',
  async () => {
    const hosts = await startHosts(20, (_, url) => (url.endsWith('9') ? 404 : page(`Rain at ${url}.`)))
    const urls = hosts.urls.flatMap((url) => [...Array(10).keys()].map((n) => `${url}/page-${n}`))
    const folder = makeFolder({
      'run.mjs': `
        import {checkSources} from ${JSON.stringify(path.join(path.dirname(cli), 'engine/verify/index.js'))}
        const urls = ${JSON.stringify(urls)}
        const limits = {pause: 100, hosts: 8}
        const settings = {mode: process.argv[2], version: '0.0.0', today: '2026-11-20', allowPrivateHosts: true, limits}
        const start = performance.now()
        const {sources, notes} = await checkSources(urls.map((url) => ({url})), settings, import.meta.dirname)
        const states = urls.map((url) => sources.recordOf(url)?.state)
        console.log(JSON.stringify({time: performance.now() - start, states, notes}))`
    })
    const {stdout, stderr} = await start(folder, ['fetch'], path.join(folder, 'run.mjs')).end
    expect(stderr).toBe('')
    const {time, states, notes} = JSON.parse(stdout)
    expect(notes).toEqual([])
    expect(states.filter((state: string) => state === 'alive')).toHaveLength(180)
    expect(states.filter((state: string) => state === 'dead')).toHaveLength(20)
    expect(hosts.count()).toBe(220)
    // Each host is asked eleven times, with ten pauses; one host after the other, they would take 20 s.
    expect(time).toBeGreaterThan(950)
    expect(time).toBeLessThan(60_000)
    const again = await start(folder, ['locked'], path.join(folder, 'run.mjs')).end
    expect(JSON.parse(again.stdout).states).toEqual(states)
    expect(hosts.count()).toBe(220)
  },
  patience
)
