import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {closest} from '../src/config/closest.ts'
import {ConfigError, createConfigLoader, type RunSettings, resolveRuleset} from '../src/config/index.ts'
import type {Ruleset} from '../src/lint/index.ts'
import {makeFolder} from './setup/folder.ts'

vi.mock('../rules/index.ts', async () => {
  const {defineRule} = await import('../src/rule/index.ts')
  const rule = {
    summary: 'Flag it.',
    category: 'structure',
    options: {},
    messages: {},
    check: () => {}
  } as const
  return {
    rules: [
      defineRule({...rule, id: 'bare-heading', recommended: 'error'}),
      defineRule({...rule, id: 'dead-source', category: 'verification', recommended: false}),
      defineRule({...rule, id: 'empty-section', recommended: 'warn'}),
      defineRule({
        ...rule,
        id: 'long-sentence',
        recommended: false,
        options: {
          words: {type: 'number', default: 40, minimum: 1, description: 'The most words.'},
          quotes: {type: 'boolean', default: false, description: 'Whether quotations count.'}
        }
      })
    ]
  }
})

async function rulesetOf(folder: string, article = 'a.md', settings: RunSettings = {}): Promise<Ruleset> {
  const file = path.join(folder, article)
  return resolveRuleset(await createConfigLoader(settings, folder)(file), file)
}

function severities({rules: configured}: Ruleset): Record<string, string> {
  return Object.fromEntries(configured.map(({rule, severity}) => [rule.id, severity]))
}

async function errorOf(
  name: string,
  content: string | Buffer,
  settings: RunSettings = {}
): Promise<ConfigError> {
  const folder = makeFolder({[name]: content})
  mkdirSync(path.join(folder, '.git'))
  return rulesetOf(folder, 'a.md', settings).then(
    () => expect.fail('expected a ConfigError'),
    (error: ConfigError) => {
      expect(error).toBeInstanceOf(ConfigError)
      return error
    }
  )
}

test('presets are computed from the rules', () => {
  expect(severities(presets.recommended)).toEqual({'bare-heading': 'error', 'empty-section': 'warn'})
  const strict = {'bare-heading': 'error', 'empty-section': 'warn', 'long-sentence': 'warn'}
  expect(severities(presets.strict)).toEqual(strict)
  expect(severities(presets.all)).toEqual({...strict, 'dead-source': 'warn'})
})

describe('resolving', () => {
  test('without a config file the recommended preset holds', async () => {
    expect(severities(await rulesetOf(makeFolder({})))).toEqual(severities(presets.recommended))
  })

  test('rules change the preset that is extended, recommended by default', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml': 'rules:\n  empty-section: error\n  bare-heading: off\n'
    })
    const {'empty-section': _, 'bare-heading': __, ...others} = severities(presets.recommended)
    expect(severities(await rulesetOf(folder))).toEqual({...others, 'empty-section': 'error'})
  })

  test('an empty `extends` starts from nothing', async () => {
    const folder = makeFolder({'.articlelintrc.json': '{"extends": [], "rules": {"empty-section": "info"}}'})
    expect(severities(await rulesetOf(folder))).toEqual({'empty-section': 'info'})
  })

  test('a config extends another one of the repository', async () => {
    const folder = makeFolder({
      '.articlelintrc.yml': 'extends: ./base/lint.yaml\nrules: {empty-section: warn}',
      'base/lint.yaml': 'extends: []\nrules: {empty-section: error, bare-heading: error}'
    })
    expect(severities(await rulesetOf(folder))).toEqual({'empty-section': 'warn', 'bare-heading': 'error'})
  })

  test('options are completed with the defaults, and kept when a later layer gives a severity alone', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml': 'extends: []\nrules:\n  long-sentence: [warn, {words: 30}]\n  empty-section: off'
    })
    const {rules: configured} = await rulesetOf(folder, 'a.md', {rules: {'long-sentence': 'error'}})
    expect(configured).toMatchObject([
      {rule: {id: 'long-sentence'}, severity: 'error', options: {words: 30, quotes: false}}
    ])
  })

  test('overrides hold for the files they name', async () => {
    const folder = makeFolder({
      '.articlelintrc.jsonc': `{
        // news have no sections
        "extends": [],
        "rules": {"empty-section": "warn"}, /* others do */
        "overrides": [{"files": ["news/"], "rules": {"empty-section": "off"}}],
      }`
    })
    const configOf = createConfigLoader({}, folder)
    const [inNews, inDocs] = await Promise.all(
      ['news/a.md', 'docs/a.md'].map((name) => configOf(path.join(folder, name)))
    )
    expect(inNews).toBe(inDocs)
    if (!inNews) return
    expect(severities(resolveRuleset(inNews, path.join(folder, 'news/a.md')))).toEqual({})
    const docs = resolveRuleset(inNews, path.join(folder, 'docs/a.md'))
    expect(severities(docs)).toEqual({'empty-section': 'warn'})
    expect(resolveRuleset(inNews, path.join(folder, 'docs/b.md'))).toBe(docs)
  })

  test('settings of the run win; --only switches a rule on, --skip off', async () => {
    const folder = makeFolder({'.articlelintrc.yaml': 'rules: {empty-section: off}'})
    expect(severities(await rulesetOf(folder, 'a.md', {only: ['empty-section']}))).toEqual({
      'empty-section': 'warn'
    })
    expect(
      severities(
        await rulesetOf(folder, 'a.md', {only: ['empty-section', 'bare-heading'], skip: ['bare-heading']})
      )
    ).toEqual({
      'empty-section': 'warn'
    })
    expect(severities(await rulesetOf(folder, 'a.md', {rules: {'empty-section': 'error'}}))).toMatchObject({
      'empty-section': 'error'
    })
  })
})

describe('finding', () => {
  const error = 'extends: []\nrules: {empty-section: error}'
  const warn = 'extends: []\nrules: {empty-section: warn}'

  test('the nearest file wins, whole', async () => {
    const folder = makeFolder({'.articlelintrc.yaml': error, 'sub/.articlelintrc.yaml': warn})
    expect(severities(await rulesetOf(folder, 'sub/deep/a.md'))).toEqual({'empty-section': 'warn'})
    expect(severities(await rulesetOf(folder, 'a.md'))).toEqual({'empty-section': 'error'})
  })

  test('fault 44: the search stops at the root of the repository', async () => {
    const folder = makeFolder({'.articlelintrc.yaml': error, 'repository/.git': 'gitdir: elsewhere'})
    expect(severities(await rulesetOf(folder, 'repository/docs/a.md'))).toEqual(
      severities(presets.recommended)
    )
  })

  test('package.json counts when it has an articlelint part', async () => {
    const folder = makeFolder({
      'package.json': '{"articlelint": {"extends": [], "rules": {"empty-section": "error"}}}',
      'plain/package.json': '{"devDependencies": {"articlelint": "1.0.0"}}',
      'broken/package.json': '{'
    })
    expect(severities(await rulesetOf(folder, 'plain/a.md'))).toEqual({'empty-section': 'error'})
    expect(severities(await rulesetOf(folder, 'broken/a.md'))).toEqual({'empty-section': 'error'})
  })

  test('a config can be named, or none be used', async () => {
    const folder = makeFolder({'.articlelintrc.yaml': error, 'other.yaml': warn})
    expect(severities(await rulesetOf(folder, 'a.md', {config: 'other.yaml'}))).toEqual({
      'empty-section': 'warn'
    })
    expect(severities(await rulesetOf(folder, 'a.md', {config: false}))).toEqual(
      severities(presets.recommended)
    )
  })
})

describe('errors name file, line, column and the way out', () => {
  const cases: [title: string, name: string, content: string, place: string, words: string][] = [
    [
      '37: unknown rule',
      '.articlelintrc.yaml',
      'rules:\n  empty-sectoin: warn\n',
      '2:3',
      'did you mean `empty-section`?'
    ],
    ['37: unknown key', '.articlelintrc.json', '{\n\t"rulez": {}}', '2:2', 'did you mean `rules`?'],
    [
      '37: unknown option',
      '.articlelintrc.yaml',
      'rules:\n  empty-section: [warn, {words: 1}]',
      '2:26',
      '`words`'
    ],
    [
      '37: unknown severity',
      '.articlelintrc.yaml',
      'rules:\n  empty-section: eror',
      '2:18',
      'did you mean `error`?'
    ],
    [
      '38: severity of a wrong type',
      '.articlelintrc.yaml',
      'rules:\n  empty-section: 2',
      '2:18',
      '`[severity, options]`'
    ],
    [
      '38: a list too long',
      '.articlelintrc.yaml',
      'rules:\n  empty-section: [warn, {}, {}]',
      '2:29',
      'third item'
    ],
    ['38: rules of a wrong type', '.articlelintrc.yaml', 'rules: [a]', '1:8', '`key: value`'],
    ['38: override without files', '.articlelintrc.yaml', 'overrides:\n  - rules: {}', '2:5', '`files`'],
    ['38: a glob that is no text', '.articlelintrc.yaml', 'ignores: [a, 1]', '1:14', 'a glob'],
    ['39: broken JSON', '.articlelintrc.json', '{"rules": {"empty-section"', '1:27', 'Unreadable JSON'],
    ['39: byte order mark', '.articlelintrc.json', '\uFEFF{"rulez": 1}', '1:2', '`rules`'],
    ['40: duplicate key', '.articlelintrc.yaml', 'rules: {}\nrules: {}', '2:1', 'unique'],
    ['40: alias', '.articlelintrc.yaml', 'rules: &a {}\noverrides: *a', '2:12', 'alias'],
    ['40: tag', '.articlelintrc.yaml', 'rules: !!js/function x', '1:8', 'tag'],
    ['40: nesting of flow lists', '.articlelintrc.json', '['.repeat(50_000), '1:65', 'nesting'],
    ['40: nesting of dashes', '.articlelintrc.yaml', '- '.repeat(20_000), '1:129', 'nesting'],
    ['41: prototype keys', '.articlelintrc.json', '{"rules": {"__proto__": "warn"}}', '1:12', 'a plain name'],
    [
      '41: prototype keys in options',
      '.articlelintrc.yaml',
      'rules:\n  empty-section: [warn, {constructor: 1}]',
      '2:26',
      'a plain name'
    ],
    ['42: extends itself', '.articlelintrc.yaml', 'extends: ./.articlelintrc.yaml', '1:10', 'comes back'],
    ['42: extends a missing file', '.articlelintrc.yaml', 'extends: ./base.yaml', '1:10', 'does not exist'],
    [
      '42: extends out of the repository',
      '.articlelintrc.yaml',
      'extends: ../../etc/hosts',
      '1:10',
      'same repository'
    ],
    [
      '42: unknown preset',
      '.articlelintrc.yaml',
      'extends: articlelint:strickt',
      '1:10',
      'did you mean `articlelint:strict`?'
    ],
    [
      'package.json',
      'package.json',
      '{"name": "x",\n "articlelint": {"rules": {"empty-section": "of"}}}',
      '2:45',
      'did you mean `off`?'
    ]
  ]
  test.each(cases)('fault %s', async (_, name, content, place, words) => {
    const error = await errorOf(name, content)
    expect(`${error.line}:${error.column}`).toBe(place)
    expect(error.path).toBe(name)
    expect(error.message).toContain(`${name}:${place}: `)
    expect(error.message).toContain(words)
  })

  test('fault 42: a longer cycle', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml': 'extends: ./b.yaml',
      'b.yaml': 'extends: ./.articlelintrc.yaml'
    })
    await expect(rulesetOf(folder)).rejects.toThrow('b.yaml:1:10: ')
  })

  test('fault 40: a config over the size limit, and one that is not UTF-8', async () => {
    expect((await errorOf('.articlelintrc.yaml', `#${'x'.repeat(70_000)}`)).message).toContain('65536')
    expect((await errorOf('.articlelintrc.yaml', Buffer.from([0x72, 0xff]))).message).toContain('UTF-8')
  })

  test('settings of a run have no place but the same words', async () => {
    const error = await errorOf('a.txt', '', {rules: {'empty-sectoin': 'warn'}})
    expect(error.message).toBe('Unexpected rule `empty-sectoin`, did you mean `empty-section`?')
    expect(error.line).toBeUndefined()
    expect((await errorOf('a.txt', '', {skip: ['empty-sectoin']})).message).toContain(
      'did you mean `empty-section`?'
    )
    const smuggled = JSON.parse('{"__proto__": "warn"}')
    expect((await errorOf('a.txt', '', {rules: smuggled})).message).toContain('a plain name')
  })
})

test('closest: near words, swapped letters, the start of a part, and nothing for what is far', () => {
  const ids = ['unsourced-claim', 'unused-footnote', 'empty-section']
  expect(closest('unsuorced-claim', ids)).toBe('unsourced-claim')
  expect(closest('Empty-Sections', ids)).toBe('empty-section')
  expect(closest('foot', ids)).toBe('unused-footnote')
  expect(closest('teapot', ids)).toBeUndefined()
  expect(closest('', ids)).toBeUndefined()
})
