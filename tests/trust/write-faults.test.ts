import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, utimesSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {bundleCli} from '../setup/bundle.ts'
import {makeFolder} from '../setup/folder.ts'
import {isFull, record} from './row.ts'

const before = `# Does Rain Rust a Bell in an Open Tower?

does rain rust a bell in a tower

Bronze turns green and stops there, and the iron of the clapper is what the sexton has to oil twice a year.
`
const after = before.replace('does rain rust a bell in a tower\n\n', '')
const names = ['a.md', 'b.md', 'c.md'] as const
const temporary = /^\.articlelint-\d+-[0-9a-f]{12}\.tmp$/

/** Those that touch files. */
const traced =
  'readlink,statx,access,faccessat,faccessat2,openat,read,pread64,write,pwrite64,fchmod,fchown,fsync,close,rename,renameat,renameat2,unlink'

/** Where ptrace is not permitted, `tests/write.test.ts` asks the same of an injected file system. */
const canTrace = process.platform === 'linux' && spawnSync('strace', ['-f', 'true']).status === 0

let cli = ''
beforeAll(() => {
  cli = bundleCli()
}, 120_000)

interface Call {
  readonly name: string
  /** Which of its name it is, in the thread that writes. */
  readonly nth: number
  /** As the trace shows it, without the folder. */
  readonly line: string
}

const old = (): string => makeFolder(Object.fromEntries(names.map((name) => [name, before])))

/**
 * Faults come at the nth call of a name in any thread: this has the thread that writes make so many before that the main
 * thread never gets there.
 */
const ahead = `import fs from 'node:fs/promises'
for (let count = 0; count < 300; count++) {
  await fs.readFile('/etc/passwd')
  await fs.access('/')
  await fs.realpath('/tmp')
}`

/** Runs `--fix` under strace; one thread does all that is asynchronous, so that a call can be counted. */
function fixTraced(cwd: string, inject?: string, only?: string) {
  const trace = path.join(cwd, 'trace')
  const isKill = inject?.includes('signal=') ?? false
  const {status, signal, stderr} = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-y',
      // Faster, but strace 6.1 sends no signals with it.
      ...(isKill ? [] : ['--seccomp-bpf']),
      '-o',
      trace,
      '-e',
      `trace=${traced}`,
      ...(inject === undefined ? [] : ['-e', `inject=${inject}`]),
      ...(only === undefined ? [] : ['-P', only]),
      process.execPath,
      '--import',
      `data:text/javascript,${encodeURIComponent(ahead)}`,
      cli,
      '--fix',
      '.'
    ],
    {cwd, encoding: 'utf8', env: {...process.env, UV_THREADPOOL_SIZE: '1'}}
  )
  if (!existsSync(trace)) throw new Error(`strace did not start: ${stderr}`)
  const lines = readFileSync(trace, 'utf8').split('\n')
  rmSync(trace)
  return {status, signal, stderr, lines}
}

/** The calls that the writer makes for `b.md`, from a run that succeeds, and at which the new text gets the name. */
function traceWriter(): {calls: readonly Call[]; renamed: number} {
  const cwd = old()
  const {lines, status} = fixTraced(cwd)
  expect(status).toBe(0)
  const writer = lines.find((line) => line.includes('.articlelint-'))?.split(' ')[0]
  const counts = new Map<string, number>()
  const own = lines
    .filter((line) => line.startsWith(`${writer} `))
    .map((line): Call => {
      const name = /^\d+ +(\w+)\(/.exec(line)?.[1] ?? ''
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      return {name, nth, line: line.replaceAll(cwd, '')}
    })
  const [first = -1, second = -1] = own.flatMap(({name}, index) => (name.startsWith('rename') ? [index] : []))
  const start = own.findIndex(
    ({name, line}, index) => index > first && name === 'readlink' && !line.includes('.md')
  )
  const end = own.findIndex(({name}, index) => index > second && name === 'close')
  // Writing into an event is how the threads of Node.js wake each other.
  const calls = own.slice(start, end + 1).filter(({name, line}) => name !== '' && !line.includes('eventfd'))
  return {calls, renamed: calls.findIndex(({name}) => name.startsWith('rename'))}
}

interface Fault {
  readonly call: Call
  readonly index: number
  readonly inject: string
}

/** What is wrong after a run with a fault; nothing where all is as it must be. */
function outcomeOf({call, index, inject}: Fault, renamed: number): string | undefined {
  const isKill = inject === 'signal=KILL'
  const cwd = old()
  // The main thread reads events all the time, but this file only once.
  const [nth, only] =
    call.name === 'read' ? [index < 10 ? 1 : 2, path.join(cwd, 'b.md')] : [call.nth, undefined]
  const run = fixTraced(cwd, `${call.name}:${inject}:when=${nth}`, only)
  const isHit = isKill ? run.signal === 'SIGKILL' : run.lines.some((line) => line.includes('INJECTED'))
  if (!isHit) return `not hit: ${run.status} ${run.signal} ${run.stderr}`
  const texts = names.map((name) => readFileSync(path.join(cwd, name), 'utf8'))
  const broken = names.filter((_, at) => texts[at] !== before && texts[at] !== after)
  if (broken.length > 0) return `neither old nor new: ${broken}`
  const left = readdirSync(cwd).filter((name) => !names.some((own) => own === name))
  const [a, b, c] = texts
  if (isKill) {
    if (a !== after || c !== before) return 'another file than the one in hand'
    if (left.length > 1 || !left.every((name) => temporary.test(name))) return `left behind: ${left}`
    return afterKill(cwd, left)
  }
  if (left.length > 0) return `left behind: ${left}`
  if (a !== after || c !== after) return 'the other files were not repaired'
  const isTold = run.stderr.includes('b.md')
  if (b !== (index <= renamed ? before : after)) return `b.md is ${b === before ? 'old' : 'new'}`
  if (run.status !== (isTold ? 2 : 0)) return `exit code ${run.status}, ${run.stderr}`
  return b === before && !isTold ? 'no word about it' : undefined
}

/** The next run repairs what is left to repair, and removes what the killed one left, once that is old. */
function afterKill(cwd: string, left: readonly string[]): string | undefined {
  for (const name of left) utimesSync(path.join(cwd, name), 1, 1)
  const {status, stderr} = spawnSync(process.execPath, [cli, '--fix', '.'], {cwd, encoding: 'utf8'})
  if (status !== 0) return `the next run failed: ${stderr}`
  if (names.some((name) => readFileSync(path.join(cwd, name), 'utf8') !== after)) return 'not repaired after'
  const more = readdirSync(cwd).filter((name) => temporary.test(name))
  return more.length > 0 ? `not removed: ${more}` : undefined
}

const faults = ['error=EIO', 'error=ENOSPC', 'error=EACCES', 'error=EROFS', 'signal=KILL']

describe.runIf(canTrace)('under strace', () => {
  test('fault 14, fault 15, fault 16: at every call of a repair', {timeout: 1_800_000}, (context) => {
    const {calls, renamed} = traceWriter()
    expect(calls.map(({name}) => name)).toEqual(
      expect.arrayContaining(['openat', 'pwrite64', 'fchmod', 'fsync', 'close', 'rename'])
    )
    expect(renamed).toBeGreaterThan(10)
    const all = calls.flatMap((call, index) => [
      ...faults.map((inject) => ({call, index, inject})),
      ...(call.name === 'pwrite64' ? [{call, index, inject: 'retval=0'}] : [])
    ])
    // A step that has no factor in common with the number of faults comes by all of them, and by all calls.
    const chosen = isFull ? all : all.filter((_, index) => index % 17 === 3)
    const wrong = chosen.flatMap((fault) => {
      const outcome = outcomeOf(fault, renamed)
      return outcome === undefined ? [] : [`${fault.inject} at ${fault.call.line}: ${outcome}`]
    })
    record(context, {
      row: 'write faults survived whole (EIO, ENOSPC, EACCES, EROFS, KILL, no progress at each system call of --fix)',
      passed: chosen.length - wrong.length,
      of: chosen.length,
      note: `${calls.length} calls, strace`
    })
    expect(wrong).toEqual([])
  })
})
