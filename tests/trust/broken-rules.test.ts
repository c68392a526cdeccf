import {expect} from 'vitest'
import {makeFolder} from '../setup/folder.ts'
import {articlelint, copy, createFaults, type Ended, plugin} from '../setup/process.ts'
import {isFull} from './row.ts'

const {fault, finish} = createFaults('rules, plugins and configs that break, survived')

const names = ['1.md', '2.md', '3.md']

/** Three articles, the second of which the bad rule is about. */
const site = (checks: string | readonly string[], atLoading?: string): string =>
  makeFolder({
    ...Object.fromEntries(names.map((name) => [name, name === '2.md' ? `${copy}\nTo DUST.\n` : copy])),
    '.articlelintrc.yaml': 'extends: []\nplugins: [./plugin.mjs]',
    'plugin.mjs': plugin([checks].flat(), atLoading)
  })

const lint = (cwd: string, concurrency: string): Ended =>
  articlelint(['.', '-f', 'json', '--concurrency', concurrency], {cwd})

const ruleIds = ({stdout}: Ended): Record<string, string[]> =>
  Object.fromEntries(
    JSON.parse(stdout).files.map((file: {path: string; messages: {ruleId: string}[]}) => [
      file.path,
      file.messages.map(({ruleId}) => ruleId)
    ])
  )
const all = Object.fromEntries(names.map((name) => [name, ['acme/good']]))

const threads = isFull ? ['off', '1', '2'] : ['off']

const thrown: readonly (readonly [what: string, code: string])[] = [
  ['undefined', 'throw undefined'],
  ['null', 'throw null'],
  ['a symbol', 'throw Symbol("x")'],
  ['an object without prototype', 'throw Object.create(null)'],
  ['an object that can not be text', 'throw {toString() { throw 1 }}'],
  ['a frozen object', 'throw Object.freeze({})'],
  ['a frozen error', 'throw Object.freeze(new Error("frozen"))'],
  ['a message that throws', 'throw Object.defineProperty(new Error("x"), "message", {get() { throw 1 }})'],
  ['a stack that throws', 'throw Object.defineProperty(new Error("x"), "stack", {get() { throw 1 }})'],
  ['a stack that is a number', 'throw Object.assign(new Error("x"), {stack: 42})'],
  ['a proxy', 'throw new Proxy(new Error("x"), {getPrototypeOf() { throw 1 }, get() { throw 2 }})'],
  ['five megabytes', 'throw new Error("x".repeat(5e6))'],
  ['what the terminal acts on', 'throw new Error("\\u001b[31m\\n::error::x")'],
  ['a stack overflow', 'const f = () => f() + 1; f()'],
  ['another error of ours', 'throw Object.assign(new Error("x"), {name: "UsageError"})'],
  ['a range that is none', 'report("here", {range: [NaN, NaN], data: {}})'],
  ['a range before the text', 'report("here", {range: [-5, 3], data: {}})'],
  ['a range after the text', 'report("here", {range: [0, 1e9], data: {}})'],
  ['a range turned round', 'report("here", {range: [9, 3], data: {}})'],
  ['a message that there is not', 'report("nowhere", {range: [0, 1], data: {}})']
]
/** All of them in one run, each in a rule of its own. */
const crashes = new Map<string, Ended>()
const crashed = (concurrency: string): Ended => {
  const known = crashes.get(concurrency) ?? lint(site(thrown.map(([, code]) => code)), concurrency)
  crashes.set(concurrency, known)
  return known
}
for (const [index, [what]] of thrown.entries()) {
  fault(`fault 26: a rule throws: ${what}`, () => {
    for (const concurrency of ['off', '2']) {
      const ended = crashed(concurrency)
      expect([ended.status, ruleIds(ended)]).toEqual([2, all])
      const said = ended.stderr.split(/^(?=articlelint: )/m)
      expect(said).toHaveLength(thrown.length)
      expect(said[index]).toMatch(new RegExp(`^articlelint: 2\\.md: rule \`acme/bad-${index}\` failed: .`))
      expect(said[index]?.length).toBeLessThan(5000)
      expect(said[index]).not.toContain('\u001b')
    }
  })
}

fault('a rule ends the process: never a run that seems well, and in workers only its article is lost', () => {
  const cwd = site('process.exit(0)')
  const alone = lint(cwd, 'off')
  expect([alone.status, alone.stdout]).toEqual([2, ''])
  expect(alone.stderr).toMatch(/^articlelint: .*`process\.exit`/)
  const two = lint(cwd, '2')
  expect(two.status).toBe(2)
  expect(ruleIds(two)).toEqual({'1.md': ['acme/good'], '3.md': ['acme/good']})
  expect(two.stderr).toMatch(/^articlelint: 2\.md: /)
})

const later: readonly (readonly [what: string, code: string, status: number])[] = [
  ['leaves a rejected promise', 'Promise.reject(new Error("later"))', 2],
  ['rejects with null', 'Promise.reject(null)', 2],
  ['throws in a timer', 'setTimeout(() => { throw new Error("later") }, 0)', 2],
  ['leaves a timer that would never end', 'setInterval(() => {}, 1000)', 0]
]
for (const [what, code, status] of later) {
  fault(`a rule ${what}: the report is whole, and the process ends`, () => {
    const ended = lint(site(code), 'off')
    expect([ended.signal, ended.status, ruleIds(ended)]).toEqual([null, status, all])
    expect(ended.stderr).toMatch(status === 2 ? /^articlelint: .*in the background: / : /^$/)
  })
}

fault('a rule prints: the report has stdout to itself', () => {
  const prints = ['log', 'info', 'debug', 'dir', 'table', 'error'].map((name) => `console.${name}("printed")`)
  const cwd = site(prints.join('\n'), 'console.log("loaded")')
  for (const concurrency of ['off', '2']) {
    const ended = lint(cwd, concurrency)
    expect([ended.status, ruleIds(ended)]).toEqual([0, all])
    expect(ended.stderr.match(/printed/g)).toHaveLength(6)
    expect(ended.stderr).toContain('loaded')
  }
})

for (const [what, code] of [
  ['JSON.stringify', 'JSON.stringify = () => "[object"'],
  ['Array.prototype.map', 'Array.prototype.map = () => { throw new Error("no map") }'],
  ['Array.prototype.push', 'Array.prototype.push = () => { throw new Error("no push") }']
] as const) {
  fault(`a rule replaces ${what}: said, and never a run that seems well`, () => {
    for (const concurrency of threads) {
      const {status, stderr, signal} = lint(site(code), concurrency)
      expect([status, signal]).toEqual([2, null])
      expect(stderr).not.toBe('')
    }
  })
}

for (const [what, code] of [
  ['never comes', 'await new Promise(() => {}); export default {}'],
  ['ends the process', 'process.exit(0)'],
  ['throws null', 'throw null'],
  ['throws what can not be looked at', 'throw new Proxy(new Error("x"), {getPrototypeOf() { throw 1 }})']
] as const) {
  fault(`a config that is code ${what}: exit code 2 and a reason`, () => {
    const cwd = makeFolder({'a.md': copy, 'articlelint.config.mjs': code})
    for (const concurrency of threads) {
      const {status, stdout, stderr} = lint(cwd, concurrency)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^articlelint: ./)
    }
  })
}

finish()
