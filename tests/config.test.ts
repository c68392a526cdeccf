import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {
  ConfigError,
  createConfigLoader,
  type RunSettings,
  refuseUnknownRules,
  resolveLanguage,
  resolveRuleset
} from '../src/config/index.ts'
import type {Ruleset} from '../src/lint/index.ts'
import {closest} from '../src/rule/closest.ts'
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

  test('a preset after a config gives severities, and leaves the options', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml': 'extends: [./base.yaml, articlelint:strict]',
      'base.yaml': 'extends: []\nrules: {long-sentence: [error, {words: 30}]}'
    })
    const {rules: configured} = await rulesetOf(folder)
    expect(configured.find(({rule}) => rule.id === 'long-sentence')).toMatchObject({
      severity: 'warn',
      options: {words: 30}
    })
  })

  test('the language is that of the last layer that holds: run, override, config, what it extends', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml':
        'extends: ./base.yaml\noverrides:\n  - {files: de/, language: de}\n  - {files: de/at/, language: de_at}',
      'base.yaml': 'language: en-GB\noverrides: [{files: nl/, language: nl}]'
    })
    const languageOf = async (article: string, settings: RunSettings = {}) => {
      const file = path.join(folder, article)
      return resolveLanguage(await createConfigLoader(settings, folder)(file), file)
    }
    expect(await languageOf('a.md')).toBe('en-GB')
    expect(await languageOf('nl/a.md')).toBe('nl')
    expect(await languageOf('de/a.md')).toBe('de')
    expect(await languageOf('de/at/a.md')).toBe('de-AT')
    expect(await languageOf('de/at/a.md', {language: 'fr'})).toBe('fr')
  })

  test('a key whose values are all commented out is left out', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml':
        'extends:\nplugins:\nrules:\n#  empty-section: off\nignores:\nlanguage:\noverrides:\n'
    })
    expect(severities(await rulesetOf(folder))).toEqual(severities(presets.recommended))
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

  const wrongNames: [wrong: string, right: string][] = [
    ['.articlelintrc', '.articlelintrc.yaml'],
    ['.articlelint.json', '.articlelintrc.json'],
    ['articlelintrc.jsonc', '.articlelintrc.jsonc'],
    ['articlelint.config.yml', '.articlelintrc.yml'],
    ['articlelint.yaml', '.articlelintrc.yaml'],
    ['articlelint.config.cjs', 'articlelint.config.js'],
    ['.articlelintrc.mjs', 'articlelint.config.mjs'],
    ['articlelint.config.mts', 'articlelint.config.ts']
  ]

  test.each(wrongNames)('a config called %s is told of: %s is read', async (wrong, right) => {
    const folder = makeFolder({[wrong]: '{}', 'a/a.md': '', 'b/b.md': ''})
    const notes: string[] = []
    const configOf = createConfigLoader({}, folder, (text) => notes.push(text))
    const configs = [await configOf(path.join(folder, 'a/a.md')), await configOf(path.join(folder, 'b/b.md'))]
    expect(configs.map((config) => config.path)).toEqual([undefined, undefined])
    expect(notes).toEqual([`\`${wrong}\` is not read: name it \`${right}\``])
  })

  test.each(['articlelint.json', 'articlelint-suppressions.json', '.articlelintignore', '.articlelintcache'])(
    '%s is no config, and may stand there',
    async (name) => {
      const folder = makeFolder({[name]: '{}'})
      const notes: string[] = []
      await createConfigLoader({}, folder, (text) => notes.push(text))(path.join(folder, 'a.md'))
      expect(notes).toEqual([])
    }
  )

  test('beside a config nothing is told', async () => {
    const folder = makeFolder({'.articlelintrc.yaml': error, 'articlelint.config.yaml': warn})
    const notes: string[] = []
    await createConfigLoader({}, folder, (text) => notes.push(text))(path.join(folder, 'a.md'))
    expect(notes).toEqual([])
  })

  const pairs: [first: string, second: string][] = [
    ['articlelint.config.mjs', '.articlelintrc.json'],
    ['.articlelintrc.json', '.articlelintrc.yaml'],
    ['.articlelintrc.jsonc', 'package.json']
  ]
  test.each(pairs)('%s and %s in one folder are an error that names both', async (first, second) => {
    const folder = makeFolder({'sub/a.md': '', [first]: '{}', [second]: '{"articlelint": {}}'})
    const error: unknown = await rulesetOf(folder, 'sub/a.md').catch((error) => error)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({path: first})
    expect(String(error)).toContain(`\`${second}\``)
    expect(severities(await rulesetOf(folder, 'a.md', {config: false}))).toEqual(
      severities(presets.recommended)
    )
  })

  test('a package.json without an articlelint part is no second config', async () => {
    const folder = makeFolder({'.articlelintrc.yaml': warn, 'package.json': '{"name": "articlelint"}'})
    expect(severities(await rulesetOf(folder))).toEqual({'empty-section': 'warn'})
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

describe('packages', () => {
  const manifest = (main: string) => JSON.stringify({name: 'x', version: '1.0.0', main})

  test('are found from the config that extends them, and their globs start there', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml':
        'extends: [articlelint-config-acme, "@acme/articlelint-config", "@acme/articlelint-config/more.yaml"]',
      'node_modules/articlelint-config-acme/package.json': manifest('index.json'),
      'node_modules/articlelint-config-acme/index.json':
        '{"extends": [], "rules": {"empty-section": "error", "bare-heading": "error"}}',
      'node_modules/@acme/articlelint-config/package.json': manifest('./config/main.yaml'),
      'node_modules/@acme/articlelint-config/config/main.yaml': 'extends: ./base.yaml\nignores: old/',
      'node_modules/@acme/articlelint-config/config/base.yaml':
        'extends: []\nrules: {bare-heading: info}\noverrides: [{files: news/, rules: {empty-section: off}}]',
      'node_modules/@acme/articlelint-config/more.yaml': 'extends: []\nrules: {long-sentence: warn}'
    })
    const all = {'bare-heading': 'info', 'empty-section': 'error', 'long-sentence': 'warn'}
    expect(severities(await rulesetOf(folder))).toEqual(all)
    const {'empty-section': _, ...inNews} = all
    expect(severities(await rulesetOf(folder, 'news/a.md'))).toEqual(inNews)
    const {ignores, files} = await createConfigLoader({}, folder)(path.join(folder, 'a.md'))
    expect(ignores.map((isIgnored) => isIgnored(path.join(folder, 'old/a.md')))).toEqual([true])
    expect(files.map((file) => path.basename(file))).toEqual([
      '.articlelintrc.yaml',
      'more.yaml',
      'main.yaml',
      'base.yaml',
      'index.json'
    ])
  })

  test('an error in one names its file', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml': 'extends: acme',
      'node_modules/acme/package.json': manifest('index.json'),
      'node_modules/acme/index.json': '{"rules": {\n  "empty-sectoin": "off"}}'
    })
    await expect(rulesetOf(folder)).rejects.toThrow('node_modules/acme/index.json:2:3: ')
  })

  test('that come back to themselves are refused', async () => {
    const folder = makeFolder({
      '.articlelintrc.yaml': 'extends: acme',
      'node_modules/acme/package.json': manifest('index.json'),
      'node_modules/acme/index.json': '{"extends": "acme"}'
    })
    await expect(rulesetOf(folder)).rejects.toThrow('comes back')
  })

  const wrong: [title: string, name: string, words: string][] = [
    ['one that is not installed', '@acme/config/strict', '`npm install --save-dev @acme/config`'],
    ['a preset without its prefix', 'strict', 'did you mean `articlelint:strict`?'],
    ['a module of Node.js', 'fs', 'a module of Node.js'],
    ['one that is no config', 'acme', 'no config']
  ]
  test.each(wrong)('%s is an error at its name', async (_, name, words) => {
    const folder = makeFolder({
      '.articlelintrc.yaml': `extends:\n  - "${name}"`,
      'node_modules/acme/package.json': manifest('index.css'),
      'node_modules/acme/index.css': ''
    })
    const error: unknown = await rulesetOf(folder).catch((error) => error)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({path: '.articlelintrc.yaml', line: 2, column: 5})
    expect(String(error)).toContain(words)
  })
})

describe('trees that are not trusted', () => {
  const refused: [title: string, files: Record<string, string>, place: string][] = [
    ['a code config', {'articlelint.config.mjs': 'throw new Error("run")'}, 'articlelint.config.mjs: '],
    [
      'a code config that is extended',
      {'.articlelintrc.yaml': 'extends: [./base.mjs]', 'base.mjs': 'throw new Error("run")'},
      '.articlelintrc.yaml:1:11: '
    ],
    [
      'a package that is code',
      {
        '.articlelintrc.yaml': 'extends: acme',
        'node_modules/acme/package.json': '{"name": "acme", "main": "index.js"}',
        'node_modules/acme/index.js': 'throw new Error("run")'
      },
      '.articlelintrc.yaml:1:10: '
    ],
    ['a plugin', {'.articlelintrc.yaml': 'plugins:\n  - ./plugin.mjs'}, '.articlelintrc.yaml:2:5: ']
  ]
  test.each(refused)('fault 43: %s is refused, not skipped', async (_, files, place) => {
    const folder = makeFolder({'.git/HEAD': '', ...files})
    const error: unknown = await rulesetOf(folder, 'a.md', {codeConfig: false}).catch((error) => error)
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).message.startsWith(place)).toBe(true)
    expect((error as ConfigError).message).toContain('--no-code-config')
  })

  test('data configs, also of packages in the repository, are read', async () => {
    const folder = makeFolder({
      '.git/HEAD': '',
      '.articlelintrc.yaml': 'extends: acme',
      'node_modules/acme/package.json': '{"name": "acme", "main": "index.json"}',
      'node_modules/acme/index.json': '{"extends": [], "rules": {"empty-section": "error"}}'
    })
    expect(severities(await rulesetOf(folder, 'a.md', {codeConfig: false}))).toEqual({
      'empty-section': 'error'
    })
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
      'rules:\n  empty-section: 3',
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
    [
      '37: unknown rule in an override',
      '.articlelintrc.yaml',
      'overrides:\n  - files: a\n    rules: {empty-sectoin: off}',
      '3:13',
      'did you mean `empty-section`?'
    ],
    [
      '37: unknown option in an override',
      '.articlelintrc.yaml',
      'overrides:\n  - files: a\n    rules: {long-sentence: [warn, {word: 1}]}',
      '3:36',
      'did you mean `words`?'
    ],
    [
      '37: unknown key in an override',
      '.articlelintrc.yaml',
      'overrides:\n  - files: a\n    langauge: en',
      '3:5',
      'did you mean `language`?'
    ],
    [
      '38: language that is no tag',
      '.articlelintrc.yaml',
      'overrides:\n  - files: a\n    language: English prose',
      '3:15',
      '`de-AT`'
    ],
    [
      '37: a rule of a plugin that is not listed',
      '.articlelintrc.yaml',
      'rules: {remark-lint/x: off}',
      '1:9',
      '`plugins`'
    ],
    ['38: plugins of a wrong type', '.articlelintrc.yaml', 'plugins: remark-lint-x', '1:10', 'a list'],
    [
      '38: a plugin that is no name',
      '.articlelintrc.yaml',
      'plugins: [remark-lint-x, 1]',
      '1:26',
      '`[name, options]`'
    ],
    [
      '38: a plugin of three items',
      '.articlelintrc.yaml',
      'plugins: [[remark-lint-x, {}, {}]]',
      '1:31',
      'third item'
    ],
    ['46: braces in a glob', '.articlelintrc.yaml', 'ignores: ["*.{md,txt}"]', '1:11', 'braces'],
    ['46: a glob that starts with a dot', '.articlelintrc.yaml', 'ignores: [a, ./b/]', '1:14', '`/b/`'],
    [
      '46: a glob that leaves the folder',
      '.articlelintrc.yaml',
      'overrides: [{files: ../b/}]',
      '1:21',
      'inside'
    ],
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
      'a severity as reports word it',
      'package.json',
      '{"articlelint": {"rules": {"empty-section": "warning"}}}',
      '1:45',
      'did you mean `warn`?'
    ],
    [
      'a severity as ESLint takes it',
      '.articlelintrc.yaml',
      'rules: {empty-section: 2}',
      '1:24',
      'did you mean `error`?'
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
    // No plugin has a rule without a slash: whatever the config is, nobody knows it.
    expect(() => createConfigLoader({only: ['empty-sectoin']}, '.')).toThrow('in `only`')
    const smuggled = JSON.parse('{"__proto__": "warn"}')
    expect((await errorOf('a.txt', '', {rules: smuggled})).message).toContain('a plain name')
  })
})

test('a rule of a plugin that no config of the run brings is unknown', async () => {
  const folder = makeFolder({'sub/.articlelintrc.yaml': 'rules: {}'})
  const configOf = createConfigLoader({skip: ['remark-lint/x'], rules: {'remark-lint/y': 'warn'}}, folder)
  const configs = await Promise.all(['a.md', 'sub/a.md'].map((name) => configOf(path.join(folder, name))))
  expect(() => refuseUnknownRules(configs)).toThrow(ConfigError)
  expect(() => refuseUnknownRules(configs)).toThrow('`remark-lint/y`')
})

test('closest: near words, swapped letters, the start of a part, and nothing for what is far', () => {
  const ids = ['unsourced-claim', 'unused-footnote', 'empty-section']
  expect(closest('unsuorced-claim', ids)).toBe('unsourced-claim')
  expect(closest('Empty-Sections', ids)).toBe('empty-section')
  expect(closest('foot', ids)).toBe('unused-footnote')
  expect(closest('teapot', ids)).toBeUndefined()
  expect(closest('', ids)).toBeUndefined()
})
