import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {createConfigLoader, resolveLanguage, resolveRuleset} from '../src/config/index.ts'
import {createStarter, starterFormats} from '../src/config/starter.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

function init(cwd: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [cli, 'init', ...args], {cwd, encoding: 'utf8'})
}

const names = {jsonc: '.articlelintrc.jsonc', yaml: '.articlelintrc.yaml', js: 'articlelint.config.mjs'}

async function effectOf(folder: string, config?: false): Promise<unknown> {
  const file = path.join(folder, 'a.md')
  const loaded = await createConfigLoader({config}, folder)(file)
  const rules = resolveRuleset(loaded, file).rules.map(({rule, severity, options}) => [
    rule.id,
    severity,
    {...options}
  ])
  return {rules, language: resolveLanguage(loaded, file), ignores: loaded.ignores.length}
}

describe('articlelint init', () => {
  test.each(starterFormats)('%s: writes a config that is as good as none', async (format) => {
    const cwd = makeFolder({})
    const {status, stdout, stderr} = init(cwd, '--format', format)
    expect([status, stderr]).toEqual([0, ''])
    expect(readdirSync(cwd)).toEqual([names[format]])
    expect(stdout).toContain(names[format])
    expect(stdout).toContain('npx articlelint .')
    expect(stdout).toContain('npx articlelint . --suppress-all')
    expect(await effectOf(cwd)).toEqual(await effectOf(cwd, false))
  })

  test('--strict starts from all rules', async () => {
    const cwd = makeFolder({'.git/HEAD': ''})
    expect(init(cwd, '--strict').status).toBe(0)
    const strict = makeFolder({'.articlelintrc.yaml': 'extends: articlelint:strict'})
    expect(await effectOf(cwd)).toEqual(await effectOf(strict))
  })

  test('names the schema of the version that is installed, else of the one that runs', () => {
    const schema = (cwd: string) =>
      /"\$schema": "(.*)"/.exec(readFileSync(path.join(cwd, names.jsonc), 'utf8'))?.[1]
    const installed = makeFolder({'node_modules/articlelint/schema.json': '{}'})
    init(installed)
    expect(schema(installed)).toBe('./node_modules/articlelint/schema.json')
    const alone = makeFolder({})
    init(alone)
    expect(schema(alone)).toMatch(/^https:\/\/unpkg\.com\/articlelint@\d+\.\d+\.\d+\/schema\.json$/)
  })

  const existing: [name: string, content: string][] = [
    ['.articlelintrc.yml', '# mine\n'],
    ['articlelint.config.ts', 'export default {}\n'],
    ['package.json', '{"articlelint": {}}']
  ]
  test.each(existing)('leaves %s alone', (name, content) => {
    const cwd = makeFolder({[name]: content})
    const {status, stdout, stderr} = init(cwd)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`\`${name}\``)
    expect(readdirSync(cwd)).toEqual([name])
    expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(content)
  })

  test('tells of a config above that it takes the place of', () => {
    const cwd = makeFolder({'.articlelintrc.yaml': 'rules: {}\n', 'package.json': '{}'})
    mkdirSync(path.join(cwd, 'sub'))
    const {status, stderr} = init(path.join(cwd, 'sub'))
    expect(status).toBe(0)
    expect(stderr).toContain(path.join(cwd, '.articlelintrc.yaml'))
  })

  test('wrong usage is 2, help is 0', () => {
    const cwd = makeFolder({})
    expect(init(cwd, '--format', 'toml').status).toBe(2)
    expect(init(cwd, 'here').status).toBe(2)
    expect(init(cwd, '--help').status).toBe(0)
    expect(readdirSync(cwd)).toEqual([])
  })
})

test('what the comments of a starter show can be used', async () => {
  for (const format of ['jsonc', 'yaml'] as const) {
    const {name, text} = createStarter(format, 'recommended', './schema.json')
    const shown =
      format === 'yaml'
        ? text.replace(/^# (language: .*)$/m, '$1').replace(/^#( {2}.*)$/gm, '$1')
        : text.replace(/^( *)\/\/ (?=[{"])/gm, '$1')
    // The plugins are not installed here.
    const open = shown.replace(/^.*(?:remark-lint|retext)-.*$/gm, '')
    expect(open).not.toBe(text)
    const folder = makeFolder({[name]: open})
    const load = createConfigLoader({}, folder)
    const config = await load(path.join(folder, 'a.md'))
    const severityIn = (article: string, id: string) =>
      resolveRuleset(config, path.join(folder, article)).rules.find(({rule}) => rule.id === id)?.severity
    expect(severityIn('a.md', 'filler-phrase')).toBeUndefined()
    expect(severityIn('a.md', 'unsourced-claim')).toBe('warn')
    expect(severityIn('opinion/a.md', 'unsourced-claim')).toBeUndefined()
    expect(config.ignores.some((isIgnored) => isIgnored(path.join(folder, 'archive/a.md')))).toBe(true)
    expect(resolveLanguage(config)).toBe('en')
  }
})
