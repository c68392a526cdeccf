import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {rules} from '../src/config/builtin.ts'
import {describeConfig} from '../src/config/describe.ts'
import {
  ConfigError,
  createConfigLoader,
  type RunSettings,
  resolveLanguage,
  resolveRuleset
} from '../src/config/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

interface Described {
  readonly file: string
  readonly configs: readonly string[]
  readonly language: {readonly value: string | null; readonly from: string}
  readonly ignored: {readonly value: boolean; readonly from: string | null}
  readonly plugins: readonly string[]
  readonly rules: Readonly<
    Record<string, {severity: string; from: string; options?: Record<string, unknown>; optionsFrom?: string}>
  >
}

const describe = async (file: string, cwd: string, settings: RunSettings = {}): Promise<Described> =>
  JSON.parse(await describeConfig(file, settings, cwd))

const files = {
  '.articlelintrc.yaml': `extends:
  - articlelint:recommended
  - ./base.json
rules:
  empty-section: error
  filler-phrase: off
ignores:
  - old/
overrides:
  - files: [news/]
    language: de
    rules:
      empty-section: off
      unsourced-claim: warn
`,
  'base.json':
    '{"extends": [], "language": "en-GB",\n "rules": {"unsourced-claim": ["error", {"minConfidence": 0.9}]}}',
  'news/own.md': '---\ntitle: x\narticlelint:\n  rules:\n    no-sources: info\n---\n\nWords.\n'
}

test('each value has the place it comes from, the last one that holds for the file', async () => {
  const cwd = makeFolder(files)
  const described = await describe('posts/new.md', cwd)
  expect(described).toMatchObject({
    file: 'posts/new.md',
    configs: ['.articlelintrc.yaml', 'base.json'],
    language: {value: 'en-GB', from: 'base.json:1:29'},
    ignored: {value: false, from: null},
    plugins: [],
    rules: {
      'empty-section': {severity: 'error', from: '.articlelintrc.yaml:5:3'},
      'filler-phrase': {severity: 'off', from: '.articlelintrc.yaml:6:3'},
      'unsourced-claim': {severity: 'error', from: 'base.json:2:12', options: {minConfidence: 0.9}},
      'duplicate-paragraph': {severity: 'error', from: 'articlelint:recommended'}
    }
  })
  // Those that nobody has spoken of are left out.
  const off = rules.filter(({recommended}) => !recommended).map(({id}) => id)
  expect(Object.keys(described.rules).filter((id) => off.includes(id))).toEqual([])
  expect(await describe('news/new.md', cwd)).toMatchObject({
    language: {value: 'de', from: '.articlelintrc.yaml:11:15'},
    rules: {
      'empty-section': {severity: 'off', from: '.articlelintrc.yaml:13:7'},
      'unsourced-claim': {severity: 'warn', from: '.articlelintrc.yaml:14:7', optionsFrom: 'base.json:2:12'}
    }
  })
})

test('front matter and flags are named, flags winning', async () => {
  const cwd = makeFolder(files)
  const settings = {rules: {'empty-section': 'info'}, skip: ['filler-phrase'], language: 'fr'} as const
  expect(await describe('news/own.md', cwd, settings)).toMatchObject({
    language: {value: 'fr', from: '--language'},
    rules: {
      'empty-section': {severity: 'info', from: '--rule'},
      'filler-phrase': {severity: 'off', from: '--skip'},
      'no-sources': {severity: 'info', from: 'front matter:5:5'}
    }
  })
  const only = await describe('news/own.md', cwd, {only: ['hedged-fact', 'no-sources']})
  expect(only.rules).toMatchObject({'hedged-fact': {from: '--only'}, 'no-sources': {severity: 'info'}})
  expect(Object.keys(only.rules)).toEqual(['hedged-fact', 'no-sources'])
})

test('is what a run does', async () => {
  const cwd = makeFolder(files)
  for (const name of ['a.md', 'news/a.md', 'old/a.md']) {
    const file = path.join(cwd, name)
    const config = await createConfigLoader({}, cwd)(file)
    const described = await describe(name, cwd)
    const on = Object.entries(described.rules).filter(([, {severity}]) => severity !== 'off')
    expect(on.map(([id, {severity, options = {}}]) => [id, severity, options])).toEqual(
      resolveRuleset(config, file).rules.map(({rule, severity, options}) => [rule.id, severity, {...options}])
    )
    expect(described.language.value).toBe(resolveLanguage(config, file))
    expect(described.ignored.value).toBe(name === 'old/a.md')
  }
})

test('the language without a setting is that of the front matter, else of the words', async () => {
  const cwd = makeFolder({'a.md': '---\nlang: nl\n---\n\nWoorden.\n', 'b.md': 'Words.\n'})
  expect((await describe('a.md', cwd)).language).toEqual({value: 'nl', from: 'front matter'})
  expect((await describe('b.md', cwd)).language.value).toBeNull()
  expect((await describe('b.md', cwd, {config: false})).configs).toEqual([])
})

test('says what leaves a file out', async () => {
  const cwd = makeFolder({
    ...files,
    '.articlelintignore': 'drafts/\n',
    'news/.gitignore': '*.tmp.md\n'
  })
  execFileSync('git', ['init', '-q', cwd])
  const ignored = async (file: string) => (await describe(file, cwd)).ignored
  expect(await ignored('old/a.md')).toEqual({value: true, from: '.articlelintrc.yaml:8:3'})
  expect(await ignored('drafts/a.md')).toEqual({value: true, from: '.articlelintignore (drafts/)'})
  expect(await ignored('news/a.tmp.md')).toMatchObject({
    value: true,
    from: expect.stringContaining('news/.gitignore (*.tmp.md')
  })
})

test('plugins are named, with the rules they bring', async () => {
  const cwd = makeFolder({
    '.articlelintrc.yaml': 'extends: []\nplugins:\n  - remark-lint-no-undefined-references\n'
  })
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), path.join(cwd, 'node_modules'))
  const {plugins, rules} = await describe('a.md', cwd)
  expect(plugins).toEqual(['remark-lint-no-undefined-references'])
  expect(rules).toMatchObject({
    'remark-lint/no-undefined-references': {severity: 'warn', from: '.articlelintrc.yaml:3:5'}
  })
  await expect(describe('a.md', cwd, {only: ['remark-lint/x']})).rejects.toThrow(ConfigError)
})

test('--print-config prints it, and is 2 for a config that is wrong', () => {
  const cwd = makeFolder({...files, 'bad/.articlelintrc.json': '{"rulez": {}}'})
  mkdirSync(path.join(cwd, 'sub'))
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [buildCli(), ...args], {cwd: path.join(cwd, 'sub'), encoding: 'utf8'})
  const {status, stdout, stderr} = run('--print-config', '../news/a.md', '--skip', 'no-sources')
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({
    file: path.join(cwd, 'news/a.md'),
    rules: {'no-sources': {severity: 'off', from: '--skip'}}
  })
  const wrong = run('--print-config', '../bad/a.md')
  expect([wrong.status, wrong.stdout]).toEqual([2, ''])
  expect(wrong.stderr).toContain(':1:2: ')
}, 120_000)
