import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {type Attack, attacks} from './config-attacks.ts'
import {isFull, record} from './row.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

const article = '# A title\n\nSome words.\n\n## Left empty\n\n## More\n\nMore words.\n'
const limit = 10_000
const times: number[] = []
let tried = 0
let held = 0

/** Why an attack did not fail as it should; nothing when it did. */
function play({
  files = {},
  prepare,
  args = [],
  under = '',
  refused,
  finds,
  silent
}: Attack): string | undefined {
  const top = makeFolder({
    'inner/.keep': '',
    'outside/there.md': article,
    'secret.yaml': 'root:x:0:0:s3cret\n'
  })
  const cwd = path.join(top, 'inner', under)
  for (const [name, content] of Object.entries({'ok.md': article, ...files})) {
    const file = path.join(top, 'inner', name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
  if (under !== '') writeFileSync(path.join(cwd, 'ok.md'), article)
  prepare?.({
    cwd,
    fifo: (name) => expect(spawnSync('mkfifo', [path.join(cwd, name)]).status).toBe(0),
    link: (name, target) => symlinkSync(target, path.join(cwd, name))
  })
  const started = performance.now()
  const {status, signal, stdout, stderr} = spawnSync(process.execPath, [cli, '-f', 'json', ...args, '.'], {
    cwd,
    encoding: 'utf8',
    timeout: limit,
    killSignal: 'SIGKILL',
    maxBuffer: 256 * 1024 * 1024
  })
  times.push(performance.now() - started)
  if (signal !== null || status === null) return `ended by ${signal}`
  if (existsSync(path.join(cwd, 'ran')) || existsSync(path.join(top, 'ran'))) return 'code was run'
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr) || stderr.includes('s3cret')) return stderr.slice(0, 500)
  if (stderr.length > 4000) return `${stderr.length} characters of messages`
  if (refused) {
    if (status === 2 && refused.test(stderr)) return undefined
    return `status ${status}, expected 2 and ${refused}: ${stderr.slice(0, 500)}`
  }
  if (status > 1) return `status ${status}: ${stderr.slice(0, 500)}`
  const linted: readonly {path: string; messages: readonly {ruleId: string}[]}[] = JSON.parse(stdout).files
  const found = linted.find(({path}) => path === 'ok.md')?.messages.map(({ruleId}) => ruleId)
  if (!found?.includes('empty-section')) return `ok.md was not linted: ${JSON.stringify(found)}`
  const all = linted.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))
  if (finds !== undefined && !all.includes(finds)) return `expected ${finds}, found ${all}`
  return silent !== undefined && all.includes(silent) ? `unexpected ${silent}` : undefined
}

test.each(Object.entries(attacks))(
  '%s',
  (_, group) => {
    const failed: string[] = []
    const all = Object.entries(group)
    // A third of them in the gate: each is a process.
    for (const [name, attack] of isFull ? all : all.filter((_, index) => index % 3 === 0)) {
      tried++
      const problem = play(attack)
      if (problem === undefined) held++
      else failed.push(`${name}: ${problem}`)
    }
    expect(failed).toEqual([])
  },
  600_000
)

test('faults 32 and 41: parts that are none, or that hold prototype keys', () => {
  const cwd = makeFolder({
    'forged.json': '{"format":"articlelint-part","__proto__":{"settings":{}},"constructor":{}}\n',
    'folder/x': ''
  })
  expect(spawnSync('mkfifo', [path.join(cwd, 'pipe.json')]).status).toBe(0)
  for (const part of ['forged.json', 'folder', 'pipe.json', '/dev/zero', 'missing.json']) {
    const {status, stderr} = spawnSync(process.execPath, [cli, 'merge', part], {
      cwd,
      encoding: 'utf8',
      timeout: limit,
      killSignal: 'SIGKILL'
    })
    expect(status, part).toBe(2)
    expect(stderr).toMatch(new RegExp(`^articlelint: .*\\b${path.basename(part)}\\b.*\\n$`))
  }
}, 120_000)

test('config attacks refused or harmless', (context) => {
  const slowest = (Math.max(...times) / 1000).toFixed(1)
  record(context, {
    row: 'config attacks refused or harmless',
    passed: held,
    of: tried,
    note: `the slowest ${slowest} s`
  })
  expect(held).toBe(tried)
  expect(tried).toBeGreaterThanOrEqual(isFull ? 30 : 10)
})
