import {spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {bundleCli} from '../setup/bundle.ts'
import {makeFolder} from '../setup/folder.ts'
import {isFull, record} from './row.ts'

const temporary = /^\.articlelint-\d+-[0-9a-f]{12}\.tmp$/
const count = 30
const phrase = 'does rain rust a bell in a tower'

let cli = ''
beforeAll(() => {
  cli = bundleCli()
}, 120_000)

/** The nth article and what becomes of it: line ends, length and byte order mark differ. */
function article(index: number): {before: string; after: string} {
  const end = ['\n', '\r\n', '\r'][index % 3] ?? '\n'
  const mark = index % 5 === 0 ? '\uFEFF' : ''
  const title = `${mark}# Does Rain Rust a Bell in an Open Tower?${end}${end}`
  const more = `Bronze turns green ${index} times – and stops there 🔔.\n\n`.repeat(1 + (index % 4) * 3)
  const tail = index % 2 === 0 ? 'No line end' : 'A line end\r\n'
  const body = `The iron of the clapper is oiled twice a year.  ${end}${end}${more}${tail}`
  return {before: `${title}${phrase}${end}${end}${body}`, after: `${title}${body}`}
}

const nameOf = (index: number): string => (index % 7 === 3 ? `real/${index}.md` : `posts/${index}.md`)
const modeOf = (index: number): number => [0o644, 0o600, 0o664, 0o640][index % 4] ?? 0o644

function makeSite(): string {
  const cwd = makeFolder({})
  mkdirSync(path.join(cwd, 'posts'))
  mkdirSync(path.join(cwd, 'real'))
  fill(cwd)
  for (let index = 3; index < count; index += 7)
    symlinkSync(`../real/${index}.md`, path.join(cwd, `posts/${index}.md`))
  return cwd
}

function fill(cwd: string): void {
  for (let index = 0; index < count; index++) {
    const file = path.join(cwd, nameOf(index))
    writeFileSync(file, article(index).before)
    chmodSync(file, modeOf(index))
  }
}

/** How many articles are old and new; throws for one that is neither, or lost its mode or its link. */
function look(cwd: string): {old: number; fresh: number} {
  let old = 0
  let fresh = 0
  for (let index = 0; index < count; index++) {
    const file = path.join(cwd, nameOf(index))
    const {before, after} = article(index)
    const text = readFileSync(file, 'utf8')
    if (text === before) old++
    else if (text === after) fresh++
    else throw new Error(`${file} is neither old nor new: ${text.length} characters`)
    if ((statSync(file).mode & 0o777) !== modeOf(index)) throw new Error(`${file} has another mode`)
    if (index % 7 === 3 && !lstatSync(path.join(cwd, `posts/${index}.md`)).isSymbolicLink())
      throw new Error(`${file} has lost its link`)
  }
  return {old, fresh}
}

function leftovers(cwd: string): string[] {
  return ['posts', 'real'].flatMap((folder) =>
    readdirSync(path.join(cwd, folder))
      .filter((name) => temporary.test(name))
      .map((name) => path.join(cwd, folder, name))
  )
}

const args = (workers: string): string[] => [cli, '--fix', 'posts', '--concurrency', workers, '--quiet']

/** Runs `--fix` and ends it after some time. */
function interrupt(cwd: string, workers: string, signal: NodeJS.Signals, after: number) {
  return new Promise<{code: number | null; signal: NodeJS.Signals | null}>((resolve) => {
    const child = spawn(process.execPath, args(workers), {cwd, stdio: 'ignore'})
    const timer = setTimeout(() => child.kill(signal), after)
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      resolve({code, signal})
    })
  })
}

/** A run to its end: how long it takes, and that it repairs all. */
function runWhole(cwd: string, workers: string): number {
  const started = performance.now()
  const {status, stderr} = spawnSync(process.execPath, args(workers), {cwd, encoding: 'utf8'})
  const time = performance.now() - started
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(look(cwd)).toEqual({old: 0, fresh: count})
  return time
}

/** mulberry32 */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

test('fault 16, fault 18: killed at random while it repairs, every file is old or new', {
  timeout: 3_600_000
}, async (context) => {
  const seed = Number(process.env.ARTICLELINT_SEED ?? Date.now() % 1_000_000)
  const random = createRandom(seed)
  const kills = isFull ? 500 : 20
  const cwd = makeSite()
  const times = new Map(['off', '2'].map((workers) => [workers, fillAndRun(cwd, workers)]))
  let held = 0
  let amid = 0
  let temporaries = 0
  const wrong: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    fill(cwd)
    const workers = kill % 4 === 3 ? '2' : 'off'
    // Most of a run is its start: there is nothing to break before the first write.
    const after = (0.25 + 0.8 * random()) * (times.get(workers) ?? 0)
    const {signal} = await interrupt(cwd, workers, 'SIGKILL', after)
    try {
      const {old, fresh} = look(cwd)
      if (signal === 'SIGKILL' && old > 0 && fresh > 0) amid++
      const left = leftovers(cwd)
      temporaries += left.length
      for (const file of left) utimesSync(file, 1, 1)
      held++
    } catch (error) {
      wrong.push(`kill ${kill} after ${after} ms: ${error}`)
    }
  }
  fill(cwd)
  runWhole(cwd, 'off')
  expect(leftovers(cwd)).toEqual([])
  record(context, {
    row: 'random SIGKILLs during --fix, every file whole',
    passed: held,
    of: kills,
    note: `seed ${seed}, ${amid} between two writes, ${temporaries} temporary files left and removed by a later run`
  })
  expect(wrong).toEqual([])
})

function fillAndRun(cwd: string, workers: string): number {
  fill(cwd)
  return runWhole(cwd, workers)
}

test('fault 17: ended by a signal, every file is old or new, and nothing else is left', {
  timeout: 1_800_000
}, async (context) => {
  const seed = Number(process.env.ARTICLELINT_SEED ?? Date.now() % 1_000_000)
  const random = createRandom(seed)
  const tries = isFull ? 100 : 6
  const cwd = makeSite()
  const times = new Map(['off', '2'].map((workers) => [workers, fillAndRun(cwd, workers)]))
  let held = 0
  let amid = 0
  const wrong: string[] = []
  for (let index = 0; index < tries; index++) {
    fill(cwd)
    const workers = index % 2 === 1 ? '2' : 'off'
    const sent = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[index % 3] ?? 'SIGINT'
    const after = (0.3 + 0.6 * random()) * (times.get(workers) ?? 0)
    const {code, signal} = await interrupt(cwd, workers, sent, after)
    try {
      const {old, fresh} = look(cwd)
      expect(leftovers(cwd)).toEqual([])
      // A shell makes 130 and 143 of it.
      expect([`null ${sent}`, '0 null']).toContain(`${code} ${signal}`)
      if (old > 0 && fresh > 0) amid++
      held++
    } catch (error) {
      wrong.push(`${sent} after ${after} ms, ${workers}: ${error}`)
    }
  }
  record(context, {
    row: 'SIGINT, SIGTERM, SIGHUP during --fix: files whole, no temporary file',
    passed: held,
    of: tries,
    note: `seed ${seed}, ${amid} between two writes`
  })
  expect(wrong).toEqual([])
})
