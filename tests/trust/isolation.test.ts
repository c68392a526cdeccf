import {spawn} from 'node:child_process'
import {readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {type HostileText, hostileTexts} from './hostile-texts.ts'
import {pathologicalTexts} from './pathological-texts.ts'
import {isFull, record} from './row.ts'

let cli: string

beforeAll(() => {
  cli = buildCli()
})

interface Answer {
  readonly code: number | null
  /** Of the process, with its start. */
  readonly ms: number
  readonly stderr: string
  readonly files: readonly {readonly path: string; readonly messages: readonly {readonly ruleId: string}[]}[]
}

/** Lints in a process of its own, as a person would. */
async function lint(folder: string, ...args: readonly string[]): Promise<Answer> {
  const started = performance.now()
  const child = spawn(process.execPath, [cli, '--no-config', '-f', 'json', ...args], {cwd: folder})
  const out = {stdout: '', stderr: ''}
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (chunk) => (out[name] += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  // Reading a report of 160,000 findings takes the test a second of its own.
  const ms = performance.now() - started
  const {files} = JSON.parse(out.stdout) as Answer
  return {code, ms, stderr: out.stderr, files}
}

function isBeyond({files}: Answer): boolean {
  return files.some(({messages}) => messages.some(({ruleId}) => ruleId.startsWith('article-')))
}

test('fault 47: the pathological inputs of cmark are answered', async (context) => {
  const names = Object.keys(pathologicalTexts)
  const files = Object.fromEntries(names.map((name) => [`${name}.md`, pathologicalTexts[name]?.() ?? '']))
  const folder = makeFolder(files)
  const chosen = isFull ? names : ['nested brackets', 'nested block quotes', 'unclosed comments', 'backticks']
  let whole = 0
  const slow: string[] = []
  let slowest = 0
  for (const name of chosen) {
    const answer = await lint(folder, `${name}.md`)
    expect([0, 1, 2], name).toContain(answer.code)
    slowest = Math.max(slowest, answer.ms)
    if (answer.ms > 5000) slow.push(name)
    if (answer.code !== 2 && !isBeyond(answer)) whole++
  }
  record(context, {
    row: 'pathological inputs of cmark answered within 5 s',
    passed: chosen.length - slow.length,
    of: chosen.length,
    note: `${whole} linted whole, the others refused with their reason; the slowest ${(slowest / 1000).toFixed(1)} s`
  })
  expect(slow).toEqual([])
})

const length = isFull ? 500_000 : 20_000

// All of them in one run: on a machine at other work that alone takes half a minute.
test('fault 47: hostile inputs are answered within the limit', {
  timeout: isFull ? 1_200_000 : 300_000
}, async (context) => {
  const fileOf = ({name, extension}: HostileText): string => `${name.replaceAll('/', '∕')}${extension}`
  const folder = makeFolder({})
  for (const text of hostileTexts) writeFileSync(path.join(folder, fileOf(text)), text.make(length))
  expect(readdirSync(folder)).toHaveLength(hostileTexts.length)
  const seconds = isFull ? 10 : 5
  const limit = Math.ceil(seconds * (1 + (1.2 * length) / 1024 / 1024)) + 1
  const slow: string[] = []
  let slowest = {ms: 0, name: ''}
  let beyond = 0
  if (isFull) {
    for (const text of hostileTexts) {
      const answer = await lint(folder, '--timeout', String(seconds), '--', fileOf(text))
      const isRefused = /^articlelint: .*\.mdx:\d+:\d+: [^\n]*\n$/.test(answer.stderr)
      expect(isRefused ? [2] : [0, 1], `${text.name}: ${answer.stderr}`).toContain(answer.code)
      if (answer.ms > limit * 1000) slow.push(text.name)
      if (answer.ms > slowest.ms) slowest = {ms: answer.ms, name: text.name}
      if (isBeyond(answer)) beyond++
      if (process.env.ARTICLELINT_TIMES) console.error(Math.round(answer.ms), text.name, isBeyond(answer))
    }
  } else {
    const answer = await lint(folder, '--timeout', String(seconds), '.', '*.html')
    // MDX refuses what is no JavaScript, with its place.
    const refused = answer.stderr.split('\n').filter((line) => /^articlelint: .*\.mdx:\d+:\d+: /.test(line))
    expect(answer.stderr.trimEnd().split('\n')).toHaveLength(refused.length)
    expect(answer.files.length + refused.length).toBe(hostileTexts.length)
    beyond = answer.files.filter((file) => isBeyond({...answer, files: [file]})).length
    slowest = {ms: answer.ms, name: 'all of them in one run'}
  }
  record(context, {
    row: 'hostile inputs answered within the limit + 1 s',
    passed: hostileTexts.length - slow.length,
    of: hostileTexts.length,
    note: `${Math.round(length / 1000)} KB each; ${hostileTexts.length - beyond} linted whole; the slowest ${(slowest.ms / 1000).toFixed(1)} s: ${slowest.name}`
  })
  expect(slow).toEqual([])
  expect(hostileTexts.length).toBeGreaterThanOrEqual(100)
})
