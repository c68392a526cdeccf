import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it, vi} from 'vitest'
import {describeConfig} from '../../src/config/describe.ts'
import {ConfigError} from '../../src/config/error.ts'
import {lintFiles} from '../../src/engine/index.ts'
import {createSession} from '../../src/engine/session.ts'
import {lintText} from '../../src/index.ts'
import type {Rule} from '../../src/rule/index.ts'
import {makeFolder} from '../setup/folder.ts'
import {online, today} from './sources.ts'

vi.mock(import('../../rules/index.ts'), async (load) => {
  const {rules} = await load()
  const {defineSiteRule} = await import('../../src/rule/index.ts')
  const common = {summary: 'Flag a figure.', category: 'verification', options: {}} as const
  const messages = {dead: () => 'Unexpected address, which is dead', wrong: () => 'Unexpected figure'}
  type Facts = {readonly url: string; readonly at: number; readonly text: string}
  const make = (id: string, recommended: 'error' | false): Rule =>
    defineSiteRule({
      ...common,
      id,
      recommended,
      messages,
      collect({text}): Facts | undefined {
        const at = text.indexOf('https://')
        return at < 0
          ? undefined
          : {url: text.slice(at).split(/[\s>)]/, 1)[0] ?? '', at, text: 'It rained 32 mm.'}
      },
      sourcesOf: ({facts: {url, text}}) => [
        {url, statement: {text, figures: [{text: '32 mm'}], quotations: [], names: []}}
      ],
      checkSite(all, _options, report, {sources}) {
        for (const {path, facts} of all) {
          const range = [facts.at, facts.at + facts.url.length] as const
          if (sources.recordOf(facts.url)?.state === 'dead') report('dead', {path, range, data: undefined})
          const verdict = sources.verdictOf(facts.url, facts)
          if (verdict?.figures.some(({verdict}) => verdict === 'contradicted'))
            report('wrong', {path, range, data: undefined})
        }
      }
    })
  return {rules: [...rules, make('planted-dead', 'error'), make('planted-quiet', false)]}
})

const url = 'https://a.example/rain'
const article = `# Rain in June\n\nIt rained 32 mm (<${url}>) last June, on the whole coast.\n`
const record = {url, state: 'dead', cause: 'gone', status: 404, fetched: today, statements: []}
const lock = JSON.stringify({version: 1, sources: [record]})
const locked = online({mode: 'locked'})

async function planted(folder: string, settings: Parameters<typeof lintFiles>[1]): Promise<string[]> {
  const {files, problems} = await lintFiles(['.'], {cwd: folder, ...settings})
  expect(problems).toEqual([])
  return files
    .flatMap(({messages}) => messages.map(({ruleId}) => ruleId))
    .filter((id) => id.startsWith('planted'))
}

describe('rules that ask the network', () => {
  it('run online, with what the lock file says', async () => {
    const folder = makeFolder({'a.md': article, 'articlelint.sources.json': lock})
    const {files, notes} = await lintFiles(['a.md'], {cwd: folder, online: locked})
    const message = files[0]?.messages.find(({ruleId}) => ruleId === 'planted-dead')
    expect(article.slice(message?.start, message?.end)).toBe(url)
    expect(message).toMatchObject({messageId: 'dead', severity: 'error'})
    expect(notes).toEqual([])
  })

  it.each([
    ['nothing', {}],
    ['the recommended rules', {'.articlelintrc.json': '{"extends": "articlelint:recommended"}'}],
    ['the strict ones', {'.articlelintrc.json': '{"extends": "articlelint:strict"}'}],
    ['all', {'.articlelintrc.json': '{"extends": "articlelint:all"}'}],
    ['a severity', {'.articlelintrc.json': '{"rules": {"planted-dead": "warn"}}'}],
    ['front matter', {'a.md': `---\narticlelint:\n  rules:\n    planted-dead: error\n---\n\n${article}`}]
  ])('are silent offline with %s, and speak online', async (_, files) => {
    const folder = makeFolder({'a.md': article, 'articlelint.sources.json': lock, ...files})
    expect(await planted(folder, {})).toEqual([])
    expect(await planted(folder, {rules: {'planted-quiet': 'error'}})).toEqual([])
    expect(await planted(folder, {online: locked})).toContain('planted-dead')
  })

  it('run alone where that is asked for', async () => {
    const folder = makeFolder({
      'a.md': `${article}\n## Empty\n\n## Next\n\nSo.\n`,
      'articlelint.sources.json': lock
    })
    const all = async (settings: Parameters<typeof lintFiles>[1]) =>
      (await lintFiles(['a.md'], {cwd: folder, ...settings})).files[0]?.messages.map(({ruleId}) => ruleId)
    expect(await all({online: {...locked, isAlone: true}})).toEqual(['dead-source', 'planted-dead'])
    expect((await all({online: locked}))?.length).toBeGreaterThan(1)
  })

  it('are off in `lintText` and in editors', async () => {
    const {messages, facts} = lintText(article)
    expect(Object.keys(facts)).not.toContain('planted-dead')
    expect(messages.filter(({ruleId}) => ruleId.startsWith('planted'))).toEqual([])
    const folder = makeFolder({'a.md': article, 'articlelint.sources.json': lock})
    const session = createSession({cwd: folder})
    const {file} = await session.lint({file: path.join(folder, 'a.md'), name: 'a.md', text: article})
    expect(file?.messages.filter(({ruleId}) => ruleId.startsWith('planted'))).toEqual([])
  })

  it('named alone and offline, are refused with the way out', async () => {
    const folder = makeFolder({'a.md': article, 'articlelint.sources.json': lock})
    const only = {cwd: folder, only: ['planted-dead']}
    await expect(lintFiles(['a.md'], only)).rejects.toThrow(ConfigError)
    await expect(lintFiles(['a.md'], only)).rejects.toThrow(/--online/)
    expect(await planted(folder, {...only, online: locked})).toEqual(['planted-dead'])
  })

  it('are in the config that is printed online, and not offline', async () => {
    const folder = makeFolder({'a.md': article})
    const offline = await describeConfig('a.md', {}, folder)
    expect(offline).not.toContain('planted')
    const printed = JSON.parse(await describeConfig('a.md', {online: {}}, folder))
    expect(printed.rules['planted-dead']).toEqual({severity: 'error', from: 'articlelint:recommended'})
    const alone = JSON.parse(await describeConfig('a.md', {online: {isAlone: true}}, folder))
    expect(Object.keys(alone.rules).filter((id) => id.startsWith('planted'))).toEqual(['planted-dead'])
    expect(Object.keys(alone.rules)).not.toContain('bare-heading')
  })
})

it('fault 71: offline all is as if there were no such rules: results and cache, byte for byte', async () => {
  const lint = async (config: string) => {
    const folder = makeFolder({
      'a.md': article,
      'b.md': `${article}\nMore.\n`,
      '.articlelintrc.json': config,
      'articlelint.sources.json': lock
    })
    const result = await lintFiles(['a.md', 'b.md'], {cwd: folder, cache: {location: 'cache'}, today})
    return JSON.stringify(result)
  }
  const plain = await lint('{"rules": {"empty-section": "warn"}}')
  expect(
    await lint('{"rules": {"empty-section": "warn", "planted-dead": "error", "planted-quiet": "error"}}')
  ).toBe(plain)
})

it('what the cache holds of a run offline is not taken online, nor the other way round', async () => {
  const own = `---\narticlelint:\n  rules:\n    planted-quiet: error\n---\n\n${article}`
  const folder = makeFolder({
    'a.md': own,
    '.articlelintrc.json': '{"extends": [], "rules": {"empty-section": "warn"}}',
    'articlelint.sources.json': lock
  })
  const cache = {location: 'cache'}
  for (let round = 0; round < 2; round++) {
    expect(await planted(folder, {cache, today})).toEqual([])
    expect(await planted(folder, {cache, today, online: locked})).toEqual(['planted-quiet'])
  }
  expect(readdirSync(folder)).toContain('cache')
})

it('a comment for such a rule is neither unknown nor unused offline, and silences online', async () => {
  const text = article.replace(
    'It rained',
    '<!-- articlelint-disable-next-line planted-dead -- moved -->\nIt rained'
  )
  const folder = makeFolder({'a.md': text, 'articlelint.sources.json': lock})
  const strict = {'unused-directive': 'error', 'unknown-directive': 'error'} as const
  const found = async (settings: Parameters<typeof lintFiles>[1]) =>
    (await lintFiles(['a.md'], {cwd: folder, rules: strict, ...settings})).files[0]?.messages
      .map(({ruleId}) => ruleId)
      .filter((id) => /directive|planted/.test(id))
  expect(await found({})).toEqual([])
  expect(await found({online: locked})).toEqual([])
  expect(await found({fix: 'dry-run'})).toEqual([])
})

it('suppressions stay while a source is not checked', async () => {
  const folder = makeFolder({'a.md': article, 'articlelint.sources.json': lock})
  const settings = {cwd: folder, only: ['planted-dead'], online: locked}
  await lintFiles(['a.md'], {...settings, suppressions: {suppressAll: true}})
  const held = readFileSync(path.join(folder, 'articlelint-suppressions.json'), 'utf8')
  expect(held).toContain('planted-dead')
  const none = {...locked, file: 'none.json'}
  const {notes} = await lintFiles(['a.md'], {...settings, online: none, suppressions: {prune: true}})
  expect(readFileSync(path.join(folder, 'articlelint-suppressions.json'), 'utf8')).toBe(held)
  expect(notes).toEqual([expect.stringContaining('none.json'), expect.stringContaining('removed 0')])
})
