import {spawnSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {lintText} from '../../src/lint/index.ts'
import {formats} from '../../src/reporters/index.ts'
import {defineRule, type Finding, type Rule} from '../../src/rule/index.ts'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {harmOf} from '../setup/injection.ts'
import {report} from '../setup/report.ts'
import {record} from './row.ts'

const text = '# A title\n\nSome words.\n'
const range = [2, 9] as const
const throwing = (thrown: unknown) => (): never => {
  throw thrown
}
const nasty = {
  get stack() {
    return throwing(new Error('inner'))()
  }
}

/** What a rule of others may report or throw: what it says, and what it finds. */
const odd: Readonly<
  Record<string, {readonly words?: unknown; readonly finding?: unknown; throws?: () => never}>
> = {
  'no words': {words: undefined},
  null: {words: null},
  'a number': {words: 7},
  'an error': {words: new Error('x')},
  'a reason that is none': {words: {reason: {toString: () => 'x'}}},
  'a reason that throws': {
    words: {
      get reason() {
        return throwing('gone')()
      }
    }
  },
  'a proxy that throws': {words: new Proxy({}, {get: throwing(Object.create(null))})},
  'a note that is none': {words: {reason: 'x', note: 3}},
  'a url that is none': {words: {reason: 'x', url: new URL('https://a.example')}},
  'expected that is no list': {words: {reason: 'x', expected: 'y'}},
  'expected without words': {words: {reason: 'x', expected: [null]}},
  'no finding': {finding: undefined},
  'no range': {finding: {}},
  'a range before the text': {finding: {range: [-1, 2]}},
  'a range behind the text': {finding: {range: [2, 9999]}},
  'a range of no numbers': {finding: {range: [Number.NaN, 2]}},
  'a range between characters': {finding: {range: [1.5, 2.5]}},
  'a range of words': {finding: {range: ['1\n::error::', '2']}},
  'a range that ends before it starts': {finding: {range: [9, 2]}},
  'a fix without words': {finding: {range, fix: [{range, text: undefined}]}},
  'a fix outside': {finding: {range, fix: [{range: [0, 1e9], text: ''}]}},
  'a fix that is no list': {finding: {range, fix: {}}},
  'a suggestion without a title': {finding: {range, suggest: [{edits: []}]}},
  'a place without a reason': {finding: {range, related: [{range}]}},
  'a place of another type': {finding: {range, related: [{range, reason: 'x', path: 5}]}},
  'a confidence that is none': {finding: {range, confidence: '1\u001B[2J'}},
  'an error without words': {throws: throwing(Object.create(null))},
  'undefined thrown': {throws: throwing(undefined)},
  'an error whose stack throws': {throws: throwing(Object.assign(Object.create(Error.prototype), {}))},
  'an object whose stack throws': {throws: throwing(Object.setPrototypeOf(nasty, Error.prototype))},
  'a stack that is no string': {throws: throwing(Object.assign(new Error('x'), {stack: 7}))},
  'a symbol thrown': {throws: throwing(Symbol('x'))}
}

function ruleOf(
  id: string,
  {words = 'Unexpected thing', throws, ...rest}: (typeof odd)[string],
  name = ''
): Rule {
  const given = 'finding' in rest ? rest.finding : {range}
  const said = Object.hasOwn(odd[name] ?? {}, 'words') ? odd[name]?.words : words
  return defineRule({
    id,
    summary: 'Report something odd.',
    category: 'style',
    recommended: 'warn',
    anyLanguage: true,
    options: {},
    messages: {found: () => said as string},
    check(_document, _options, tell) {
      throws?.()
      tell('found', given as Finding as never)
    }
  })
}

test('fault 26: what a rule of others reports or throws is told with its id, and the others run', (context) => {
  const failed: string[] = []
  for (const [name, one] of Object.entries(odd)) {
    const rules = [ruleOf('acme/odd', one, name), ruleOf('acme/even', {})]
    const ruleset = {rules: rules.map((rule) => ({rule, severity: 'warn' as const, options: {}}))}
    const {messages, crashes} = lintText(text, {path: 'a.md', ruleset})
    const isTold =
      crashes.length === 1 && crashes[0]?.ruleId === 'acme/odd' && typeof crashes[0].reason === 'string'
    if (!isTold || messages.length !== 1) failed.push(`${name}: ${JSON.stringify({messages, crashes})}`)
  }
  const of = Object.keys(odd).length
  record(context, {
    row: 'odd findings and errors of plugins told, the other rules run',
    passed: of - failed.length,
    of
  })
  expect(failed).toEqual([])
})

test('fault 29: a reason of a megabyte passes every report', {timeout: 120_000}, async () => {
  const reason = `${'word \u001B[2J \u202E\u{1F469}\u200D '.repeat(50_000)}`
  const rule = ruleOf('acme/long', {words: {reason, note: reason, expected: [reason]}})
  const {messages} = lintText(text, {path: 'a.md', ruleset: {rules: [{rule, severity: 'warn', options: {}}]}})
  expect(messages).toHaveLength(1)
  for (const format of formats) {
    const page = await report(format, [{path: 'a.md', text, messages}], {})
    const plain = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    expect(harmOf(plain), format).toBeUndefined()
  }
})

test('fault 57: a thousand findings about a whole book are no thousand books', async () => {
  const book = 'Words of a book. '.repeat(60_000)
  const rule = ruleOf('acme/whole', {finding: {range: [0, book.length]}})
  const {messages} = lintText(book, {path: 'a.md', ruleset: {rules: [{rule, severity: 'warn', options: {}}]}})
  const many = Array.from({length: 1000}, () => messages[0] as (typeof messages)[number])
  const log = await report('sarif', [{path: 'a.md', text: book, messages: many}], {})
  expect(log.length).toBeLessThan(book.length)
  expect(JSON.parse(log).runs[0].results).toHaveLength(1000)
})

test('plugins that throw what has no words, and that find nothing where they say, end with a clear word', () => {
  const cwd = makeFolder({
    'a.md': text,
    'odd.mjs': `export default (globalThis.process.env.ODD === 'load' ? (() => { throw Object.create(null) })() : function remarkOdd() {
      return (tree, file) => {
        file.message('Unexpected \\u001B[2J\\u009B', {start: {line: NaN, column: NaN}, end: {line: 1e9, column: -5}})
        file.message('Unexpected place', {line: 1, column: 1, offset: NaN})
      }
    })`,
    '.articlelintrc.json': '{"plugins": ["./odd.mjs"], "rules": {"remark/odd": "warn"}}'
  })
  const run = (odd: string, ...args: string[]) =>
    spawnSync(process.execPath, [buildCli(), 'a.md', ...args], {
      cwd,
      encoding: 'utf8',
      env: {...process.env, ODD: odd}
    })
  const loaded = run('load')
  expect([loaded.status, loaded.stderr]).toEqual([2, expect.stringMatching(/^articlelint: .*\.\/odd\.mjs/)])
  const found = run('', '-f', 'json')
  expect(harmOf(found.stdout + found.stderr)).toBeUndefined()
  const {messages} = JSON.parse(found.stdout).files[0]
  const own = messages.filter(({ruleId}: {ruleId: string}) => ruleId.endsWith('odd'))
  expect(own).toHaveLength(2)
  for (const {start, end} of own) expect(0 <= start && start <= end && end <= text.length).toBe(true)
})
