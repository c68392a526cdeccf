import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {toNode, toPlain} from '../src/config/node.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

const article = '# A title\n\nSome words.\n\n## Left empty\n\n## More\n\nMore words.\n'

function node(cwd: string, args: readonly string[], input?: string): SpawnSyncReturns<string> {
  const {NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...env} = process.env
  return spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env,
    ...(input === undefined ? {} : {input})
  })
}

const run = (cwd: string, ...args: readonly string[]) => node(cwd, [cli, ...args])

/** Severity of the finding of the article's empty section. */
function severityIn(cwd: string, ...args: readonly string[]): string | undefined {
  const {stdout, stderr, status} = run(cwd, '-f', 'json', ...args, 'a.md')
  // Node.js has its own remarks on modules without a type.
  expect(stderr).not.toContain('articlelint: ')
  expect(status).toBeLessThan(2)
  const [file] = JSON.parse(stdout).files
  return file.messages.find(({ruleId}: {ruleId: string}) => ruleId === 'empty-section')?.severity
}

/** The severity of `empty-section` by the config of each folder, or the error, in one process of Node.js itself. */
function load(
  folders: readonly string[]
): readonly {readonly severity?: string; readonly name?: string; readonly message?: string}[] {
  const script = `
    import {createConfigLoader, resolveRuleset} from ${JSON.stringify(configModule())}
    const results = []
    for (const folder of ${JSON.stringify(folders)}) {
      try {
        const ruleset = resolveRuleset(await createConfigLoader({}, folder)(folder + '/a.md'))
        results.push({severity: ruleset.rules.find(({rule}) => rule.id === 'empty-section')?.severity})
      } catch ({name, message}) {
        results.push({name, message})
      }
    }
    console.log(JSON.stringify(results))`
  return JSON.parse(node('.', ['--input-type=module', '-'], script).stdout)
}

const configModule = () => pathToFileURL(path.join(path.dirname(cli), 'config/index.js')).href

describe('code configs', () => {
  const config = `{extends: [], rules: {'empty-section': ['error'], 'no-sources': undefined}, language: undefined}`
  const forms: [name: string, content: string, manifest?: string][] = [
    ['articlelint.config.mjs', `export default ${config}`],
    ['articlelint.config.js', `export default ${config}`, '{"type": "module"}'],
    ['articlelint.config.js', `import path from 'node:path'\nexport default path && ${config}`],
    ['articlelint.config.js', `module.exports = ${config}`]
  ]
  test('are JavaScript of any kind', () => {
    const folders = forms.map(([name, content, manifest = '{}']) =>
      makeFolder({[name]: content, 'package.json': manifest})
    )
    expect(load(folders)).toEqual(forms.map(() => ({severity: 'error'})))
  })

  test('are extended, and extend data', () => {
    const cwd = makeFolder({
      'a.md': article,
      '.articlelintrc.yaml': 'extends: ./lint/base.mjs',
      'lint/base.mjs': `export default {extends: './base.json'}`,
      'lint/base.json': '{"extends": [], "rules": {"empty-section": "info"}}'
    })
    expect(severityIn(cwd)).toBe('info')
    expect(severityIn(cwd, '-c', 'lint/base.mjs')).toBe('info')
  })

  test('a TypeScript one runs where Node.js runs it, else says what to do', () => {
    const cwd = makeFolder({
      'a.md': article,
      'articlelint.config.ts': `const severity: string = 'error'\nexport default {extends: [], rules: {'empty-section': severity}}`
    })
    // Before these it is behind a flag, or not there.
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) {
      expect(severityIn(cwd)).toBe('error')
      return
    }
    const {status, stderr, stdout} = run(cwd, 'a.md')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^articlelint: articlelint\.config\.ts: .*22\.18.*articlelint\.config\.js\n$/)
  })

  test('hold only what JSON has a word for', () => {
    expect(toPlain(toNode({a: [1, null, true], b: undefined}))).toEqual({a: [1, null, true]})
    for (const [value, name] of [
      [() => {}, 'function'],
      [new Date(0), 'Date'],
      [Object.create(Object.create({constructor: undefined})), 'object'],
      [1n, 'bigint']
    ] as const)
      expect(() => toNode({a: value})).toThrow(`Unexpected ${name}`)
    let deep: unknown = 1
    for (let depth = 0; depth < 70; depth++) deep = [deep]
    expect(() => toNode(deep)).toThrow('64 levels')
  })

  const wrong: [title: string, content: string, place: string, words: string][] = [
    ['throws', `const a = 1\n\nthrow new TypeError('out of ' + a)`, ':3:7', 'TypeError: out of 1'],
    ['fails in a function', `const f = () => nope.x\nexport default f()`, ':1:22', 'nope'],
    ['throws text', `throw 'no luck'`, '', 'no luck'],
    ['does not parse', `export default {a b}`, '', 'node --check articlelint.config.mjs'],
    ['imports what is not there', `import 'not-there'`, '', "'not-there'"],
    ['imports a name that is not there', `\nimport {nope} from 'node:fs'`, ':2', 'nope'],
    ['has no default export', `export const rules = {}`, '', 'export default'],
    ['exports a function', `export default () => ({})`, '', 'function'],
    ['exports a promise', `export default Promise.resolve({})`, '', 'promise'],
    ['exports text', `export default 'strict'`, '', 'key: value'],
    [
      'names an unknown rule',
      `export default {rules: {'empty-sectoin': 'off'}}`,
      '',
      'did you mean `empty-section`?'
    ],
    ['names an unknown key', `export default {rulez: {}}`, '', 'did you mean `rules`?'],
    ['holds a function', `export default {plugins: [() => {}]}`, '', 'function'],
    ['holds a pattern', `export default {ignores: [/a/]}`, '', 'RegExp'],
    [
      'has a getter that throws',
      `export default {\n  get rules() {\n    throw new Error('no rules today')\n  }\n}`,
      ':3:11',
      'no rules today'
    ],
    [
      'is a proxy that throws',
      `export default new Proxy({}, {ownKeys() { throw new Error('no keys today') }})`,
      ':1:49',
      'no keys today'
    ],
    [
      'throws an error with a number as its message',
      `throw Object.assign(new Error(), {message: 5})`,
      ':1:21',
      '5'
    ],
    ['throws an error without a stack', `throw Object.assign(new Error('odd'), {stack: null})`, '', 'odd'],
    ['goes round in a circle', `const a = {}\na.rules = a\nexport default a`, '', 'nesting']
  ]
  test('one that is wrong is an error that names it, and the line where it is known', () => {
    const folders = wrong.map(([, content]) => makeFolder({'articlelint.config.mjs': content}))
    for (const [at, error] of load(folders).entries()) {
      const [title, , place, words] = wrong[at] ?? expect.fail()
      expect(error.name, title).toBe('ConfigError')
      expect(error.message?.startsWith(`articlelint.config.mjs${place}: `), error.message).toBe(true)
      expect(error.message).toContain(words)
      expect(error.message?.split('\n')).toHaveLength(1)
    }
  })

  test('fault 43: --no-code-config refuses one, and does not run it', () => {
    const cwd = makeFolder({
      'a.md': article,
      'articlelint.config.mjs': `console.log('ran')\nexport default {}`,
      'other.json': '{"extends": [], "rules": {"empty-section": "info"}}'
    })
    const {status, stderr, stdout} = run(cwd, '--no-code-config', 'a.md')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--no-code-config')
    expect(severityIn(cwd, '--no-code-config', '-c', 'other.json')).toBe('info')
  })

  test('a changed one is read anew by the process that has read it before', () => {
    const cwd = makeFolder({'articlelint.config.mjs': `export default {rules: {'empty-section': 'error'}}`})
    const script = `
      import {writeFileSync} from 'node:fs'
      import {createConfigLoader, resolveRuleset} from ${JSON.stringify(configModule())}
      const severity = async () => {
        const config = await createConfigLoader({}, process.cwd())(process.cwd() + '/a.md')
        return resolveRuleset(config).rules.find(({rule}) => rule.id === 'empty-section').severity
      }
      const before = await severity()
      writeFileSync('articlelint.config.mjs', "export default {rules: {'empty-section': 'info'}}")
      console.log(before, await severity())`
    const {stdout, stderr} = node(cwd, ['--input-type=module', '-'], script)
    expect(stderr).toBe('')
    expect(stdout).toBe('error info\n')
  })
})
