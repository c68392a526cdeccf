import {spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, it} from 'vitest'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {checkFixtureSite} from '../setup/sources-site.ts'
import {page, startHosts} from '../verify/hosts.ts'
import {isFull, record} from './row.ts'

it('the cited page says so: the claims of the fixture site', async (context) => {
  const {score} = await checkFixtureSite(buildCli())
  const {claims, right, precision, recall, falseContradicted} = score
  record(context, {
    row: 'claims of the fixture site judged right',
    passed: right,
    of: claims,
    least: Math.ceil(0.9 * claims),
    note: `wrong figures and quotations: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${falseContradicted.length} false “contradicted”`
  })
  expect(falseContradicted).toEqual([])
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(right).toBeGreaterThanOrEqual(Math.ceil(0.9 * claims))
}, 300_000)

const hostCount = isFull ? 20 : 4
const perHost = isFull ? 10 : 3
const all = hostCount * perHost
/** Milliseconds between two requests to one host. */
const pause = isFull ? 1000 : 100

/** A script that checks sources as the command line does, with that pause, and prints their states and notes. */
function scriptOf(urls: readonly string[]): string {
  return `
    import {checkSources} from ${JSON.stringify(path.join(path.dirname(buildCli()), 'engine/verify/index.js'))}
    const urls = ${JSON.stringify(urls)}
    const limits = {pause: ${pause}, hosts: 8}
    const settings = {mode: process.argv[2], version: '0.0.0', today: '2026-11-20', allowPrivateHosts: true, limits}
    const onProgress = (done, total) => process.stderr.write(\`\${done} of \${total}\\n\`)
    const {sources, notes} = await checkSources(urls.map((url) => ({url})), {...settings, onProgress}, import.meta.dirname)
    console.log(JSON.stringify({states: urls.map((url) => sources.recordOf(url)?.state ?? 'unknown'), notes}))`
}

/** Runs the script; a signal is sent once so many sources are done. */
async function check(folder: string, mode: string, stopAt = Number.POSITIVE_INFINITY) {
  const child = spawn(process.execPath, [path.join(folder, 'run.mjs'), mode])
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data) => {
    stdout += data
  })
  child.stderr.on('data', (data) => {
    stderr += data
    const done = Number(/(\d+) of \d+\n$/.exec(stderr)?.[1] ?? 0)
    if (done >= stopAt && !child.killed) child.kill('SIGINT')
  })
  const signal = await new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
  return {signal, stdout, progress: stderr.split('\n').filter((line) => / of /.test(line)).length}
}

async function makeSite() {
  const hosts = await startHosts(hostCount, (_, url) => (url.endsWith('0') ? 404 : page(`Rain at ${url}.`)))
  const urls = hosts.urls.flatMap((url) => [...Array(perHost).keys()].map((n) => `${url}/page-${n}`))
  const expected = urls.map((url) => (url.endsWith('0') ? 'dead' : 'alive'))
  return {hosts, urls, expected, folder: makeFolder({'run.mjs': scriptOf(urls)})}
}

it('fault 67: sources at many hosts take the time that the pauses are; then a locked run makes no request', async (context) => {
  const {hosts, urls, expected, folder} = await makeSite()
  const started = performance.now()
  const {stdout, progress} = await check(folder, 'fetch')
  const time = performance.now() - started
  const {states, notes} = JSON.parse(stdout)
  const right = expected.filter((state, index) => state === states[index]).length
  // robots.txt and the pages of a host, one after the other, eight hosts side by side; starting takes a moment.
  const least = pause * perHost
  const most = pause * (perHost + 1) * Math.ceil(hostCount / 8)
  const note = `${(time / 1000).toFixed(1)} s; the pauses are ${least / 1000} s at one host, ${most / 1000} s at all, 8 at a time`
  record(context, {
    row: `sources at ${hostCount} hosts checked in the time that the pauses are`,
    passed: right,
    of: all,
    note
  })
  expect({right, notes, requests: hosts.count()}).toEqual({right: all, notes: [], requests: all + hostCount})
  expect(progress).toBe(all + 1)
  expect(time).toBeGreaterThan(least)
  expect(time).toBeLessThan(most + 60_000)
  const requests = hosts.count()
  const locked = await check(folder, 'locked')
  const again = hosts.count() - requests
  record(context, {
    row: 'sources of a locked run that nobody was asked for',
    passed: again === 0 ? all : 0,
    of: all,
    note: `${again} requests, counted at the servers`
  })
  expect(JSON.parse(locked.stdout).states).toEqual(states)
  expect(again).toBe(0)
  expect(new Set(hosts.asked).size).toBe(urls.length)
}, 300_000)

it('faults 1 and 73: ctrl-C at any moment keeps what was found, and no source is asked for twice', async (context) => {
  const {hosts, expected, folder} = await makeSite()
  const lock = path.join(folder, 'articlelint.sources.json')
  const stops = isFull ? [1, 20, 60, 100, 150, 190] : [1, 5, 9]
  let isWhole = true
  for (const stopAt of stops) {
    const before = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).sources.length : 0
    const {signal} = await check(folder, 'fetch', Math.max(1, stopAt - before))
    expect(signal).toBe('SIGINT')
    const {sources} = JSON.parse(readFileSync(lock, 'utf8'))
    isWhole &&= sources.length >= Math.min(stopAt, all - 1) && sources.length > before - 1
  }
  const {stdout} = await check(folder, 'fetch')
  const {states} = JSON.parse(stdout)
  const right = expected.filter((state, index) => state === states[index]).length
  // What was under way when the signal came is asked for again: one page of each host that is open.
  const twice = hosts.asked.length - new Set(hosts.asked).size
  record(context, {
    row: 'sources known in the end of a run that was broken off again and again',
    passed: right,
    of: all,
    note: `${stops.length} × SIGINT, ${twice} pages that were under way asked for again`
  })
  expect({right, isWhole}).toEqual({right: all, isWhole: true})
  expect(twice).toBeLessThanOrEqual(8 * stops.length)
}, 600_000)
