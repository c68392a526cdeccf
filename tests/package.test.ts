import {spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {rules} from '../rules/index.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, unknown>>
  readonly bin: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
}

interface LockEntry {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))
const readJson = <T>(...parts: string[]): T =>
  JSON.parse(readFileSync(path.join(root, ...parts), 'utf8')) as T
const manifest = readJson<Manifest>('package.json')

// A copy of the project with a build of its own, inside the project, so that packages resolve.
const stage = path.join(root, 'dist-test', `package-${process.pid}`)
stageProject()
afterAll(() => rmSync(stage, {recursive: true, force: true}))

function stageProject(): void {
  const left = /^(?:node_modules|\.git|coverage|dist|dist-.*)$/
  mkdirSync(stage, {recursive: true})
  for (const name of readdirSync(root)) {
    if (!left.test(name)) cpSync(path.join(root, name), path.join(stage, name), {recursive: true})
  }
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', path.join(stage, 'dist')]
  const {stdout} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8'})
  if (!existsSync(path.join(stage, 'dist/src/index.js')))
    throw new Error(`The build gave no package:\n${stdout}`)
  const bundle = path.join(root, 'tests/tools/bundle.mjs')
  const {stderr, status} = spawnSync(process.execPath, [bundle, path.join(stage, 'dist')], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`The command line could not be bundled:\n${stderr}`)
}

function run(command: string, args: readonly string[]): string {
  const {stdout, stderr, status} = spawnSync(command, args, {
    cwd: stage,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  })
  expect(status, stderr).toBe(0)
  return stdout
}

/** The value of an expression in a module of the staged package. */
function evaluate(source: string): unknown {
  return JSON.parse(run(process.execPath, ['--input-type=module', '-e', source]))
}

describe('the package', () => {
  const pack = (): {size: number; files: {path: string; mode: number}[]} => {
    const [report] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']))
    return report
  }
  const packed = (): readonly string[] =>
    pack()
      .files.map((file) => file.path)
      .sort()

  it('holds the build, the pages of the rules, and what every package has', () => {
    const files = packed()
    const pages = rules
      .map(({id}) => `rules/${id}/README.md`)
      .filter((page) => existsSync(path.join(root, page)))
    const beside = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'schema.json']
    expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([...beside, ...pages].sort())
    expect(
      files.filter((file) => /^dist\//.test(file) && !/^dist\/(?:src|rules)\/.+\.(?:js|d\.ts)$/.test(file))
    ).toEqual(
      files.filter((file) =>
        /^dist\/cli\/(?:[\w.-]+\.cjs(?:\.[\w.-]+\.cache)?|third-party-licenses\.txt)$/.test(file)
      )
    )
    for (const {id} of rules) expect(files).toContain(`dist/rules/${id}/rule.js`)
    for (const file of Object.values(manifest.bin)) expect(files).toContain(file.replace('./', ''))
  })

  it('is small, and nothing in it is executable or points out of it', () => {
    const {size, files} = pack()
    expect(size).toBeLessThan(3_000_000)
    expect(files.filter(({mode}) => (mode & 0o111) !== 0)).toEqual([])
    const sources = files.map((file) => file.path).filter((file) => /\.c?js$/.test(file))
    expect(sources.length).toBeGreaterThan(100)
    expect(
      sources.filter((file) => readFileSync(path.join(stage, file), 'utf8').includes('sourceMappingURL='))
    ).toEqual([])
  })

  it('has exports that resolve', () => {
    const names = [
      ...Object.keys(manifest.exports).filter((name) => !name.includes('*')),
      ...rules.map(({id}) => `./rules/${id}`)
    ]
    const targets = names.map((name) => manifest.name + name.slice(1))
    const files = evaluate(
      `console.log(JSON.stringify(${JSON.stringify(targets)}.map((name) => import.meta.resolve(name))))`
    ) as string[]
    expect(
      files.filter((file) => !file.includes('/dist-test/package-') || !existsSync(fileURLToPath(file)))
    ).toEqual([])
  })

  it('has types beside each export', () => {
    const declared = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'object' && target !== null && 'types' in target ? [String(target.types)] : []
    )
    const files = declared.flatMap((file) =>
      file.includes('*') ? rules.map(({id}) => file.replace('*', id)) : [file]
    )
    expect(files.length).toBeGreaterThan(rules.length)
    expect(files.filter((file) => !existsSync(path.join(stage, file)))).toEqual([])
  })

  it('works when imported', () => {
    const source = `import {lintText} from '${manifest.name}'
      import rule from '${manifest.name}/rules/empty-section'
      const {messages} = lintText('# A bridge\\n\\n## Its arches\\n')
      console.log(JSON.stringify([rule.id, messages.map(({ruleId}) => ruleId)]))`
    expect(evaluate(source)).toEqual(['empty-section', ['empty-section']])
  })
})

describe('the bundled command line', () => {
  const cli = path.join(stage, 'dist/cli/articlelint.cjs')
  const article = path.join(root, 'fixtures/articles/sloppy-scraped-page.md')
  const outcome = (file: string, ...args: string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [file, ...args], {
      cwd: stage,
      encoding: 'utf8'
    })
    return {status, stdout, stderr}
  }

  it('says what the modules say', () => {
    for (const args of [
      ['-f', 'json', article],
      ['-f', 'json', '--concurrency', '2', article, path.join(root, 'fixtures/articles')],
      ['claims', article],
      ['--version'],
      ['explain', 'no-sources']
    ])
      expect(outcome(cli, ...args)).toEqual(outcome(path.join(stage, 'dist/src/cli.js'), ...args))
  })

  it('loads one file for a run over an article, and none of what it does not need', () => {
    const list = path.join(stage, 'list.cjs')
    writeFileSync(
      list,
      `process.on('exit', () => console.error(Object.keys(require.cache).map((file) => file.split(/[\\\\/]/).pop()).join(' ')))`
    )
    const {status, stderr} = outcome('-r', list, cli, '--no-config', article)
    const names = stderr
      .trim()
      .split(' ')
      .map((name) => name.replace(/-[\w-]{8}\.cjs$/, '.cjs').replace(/^satteri_napi\..*/, 'satteri.node'))
    expect([status, names.sort()]).toEqual([
      1,
      [
        'articlelint.cjs',
        'lint.cjs',
        'list.cjs',
        'main.cjs',
        'rolldown-runtime.cjs',
        'satteri.cjs',
        'satteri.node',
        'start.cjs'
      ]
    ])
  })

  it('takes its code from the caches, and does without those of another version', () => {
    const folder = path.dirname(cli)
    const caches = readdirSync(folder).filter((name) => name.endsWith('.cache'))
    const expected = outcome(cli, '--color', article)
    expect(caches.filter((name) => name.includes(`.cjs.${process.versions.v8}-${process.arch}.`))).toEqual(
      caches
    )
    expect(caches.map((name) => name.replace(/-.*/, ''))).toEqual(expect.arrayContaining(['lint', 'start']))
    for (const name of caches) writeFileSync(path.join(folder, name), 'of another version')
    expect(outcome(cli, '--color', article)).toEqual(expected)
    for (const name of caches) rmSync(path.join(folder, name))
    expect(outcome(cli, '--color', article)).toEqual(expected)
  })

  it('does without the parts of satteri that are missing, and says so when it is asked for', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-package-'))
    for (const name of ['dist', 'package.json', 'fixtures'])
      cpSync(path.join(stage, name), path.join(folder, name), {recursive: true})
    const args = ['--no-config', '-f', 'json', 'fixtures/articles/sloppy-scraped-page.md']
    const lint = (...more: string[]) => {
      const {status, stdout, stderr} = spawnSync(
        process.execPath,
        ['dist/cli/articlelint.cjs', ...args, ...more],
        {cwd: folder, encoding: 'utf8'}
      )
      return {status, stdout, stderr}
    }
    const alone = lint()
    expect([alone.status, alone.stderr]).toEqual([1, ''])
    expect(lint('--parser', 'remark')).toEqual(alone)
    expect(lint('--parser', 'satteri')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('npm install satteri')
    })

    const installed = path.join(folder, 'node_modules/satteri')
    const source = path.join(root, 'node_modules/satteri')
    cpSync(source, installed, {recursive: true})
    // Its native module is missing: nothing can read Markdown but remark-parse.
    expect(lint()).toEqual(alone)
    expect(lint('--parser', 'satteri').stderr).toContain('--parser remark')

    // Another version than that of the bundle brings its own JavaScript.
    cpSync(path.join(root, 'node_modules/@bruits'), path.join(folder, 'node_modules/@bruits'), {
      recursive: true
    })
    expect(lint('--parser', 'satteri')).toEqual(alone)
    const own = readJson<Manifest>('node_modules/satteri/package.json')
    writeFileSync(path.join(installed, 'package.json'), JSON.stringify({...own, version: '99.0.0'}))
    expect(lint('--parser', 'satteri')).toEqual(alone)
    rmSync(folder, {recursive: true})
  })

  it('loads configs that are code', () => {
    const config = path.join(stage, 'code.config.mjs')
    writeFileSync(config, `export default {rules: {'no-sources': 'off', 'page-chrome': 'error'}}`)
    const found = outcome(cli, '-f', 'json', '-c', config, article)
    expect(found).toEqual(outcome(path.join(stage, 'dist/src/cli.js'), '-f', 'json', '-c', config, article))
    const {files} = JSON.parse(found.stdout) as {files: [{messages: {ruleId: string; severity: string}[]}]}
    const severities = new Map(files[0].messages.map(({ruleId, severity}) => [ruleId, severity]))
    expect([severities.get('no-sources'), severities.get('page-chrome')]).toEqual([undefined, 'error'])
  })

  it('carries the licences of what is in it', () => {
    const text = readFileSync(path.join(stage, 'dist/cli/third-party-licenses.txt'), 'utf8')
    const heads = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \((.+)\)$/gm)]
    const names = heads.map(([, name]) => name)
    expect(names).toEqual(
      expect.arrayContaining(['commander', 'micromark', 'unified', 'vfile-reporter', 'yaml'])
    )
    expect(
      heads
        .map(([, , licence]) => licence)
        .filter((one) => !/^(?:MIT|ISC|BSD-[23]-Clause|0BSD|MIT, says its readme)$/.test(one ?? ''))
    ).toEqual([])
    expect(
      text.match(/Permission (?:is hereby granted|to use)|Redistribution and use/g)?.length
    ).toBeGreaterThanOrEqual(names.length - 10)
  })
})

describe('what comes with the package', () => {
  const lock = readJson<{packages: Readonly<Record<string, LockEntry>>}>('package-lock.json')
  const production = Object.entries(lock.packages).filter(([name, entry]) => name !== '' && !entry.dev)

  it('is locked as package.json asks', () => {
    const own = lock.packages[''] as unknown as Manifest
    expect(own.version).toBe(manifest.version)
    expect(own.dependencies).toEqual(manifest.dependencies)
    expect(production.length).toBeGreaterThan(Object.keys(manifest.dependencies).length)
  })

  it('runs no script when installed', () => {
    expect(production.filter(([, {hasInstallScript}]) => hasInstallScript).map(([name]) => name)).toEqual([])
    const scripts = production.flatMap(([name, {optional}]) => {
      if (optional && !existsSync(path.join(root, name))) return []
      const {scripts: all = {}} = readJson<Manifest>(name, 'package.json')
      return ['preinstall', 'install', 'postinstall']
        .filter((script) => Object.hasOwn(all, script))
        .map((script) => `${name} ${script}`)
    })
    expect(scripts).toEqual([])
  })

  it('stays small', () => {
    // 50 of them for MDX, HTML and the language server, which no other run loads.
    expect(production.length).toBeLessThan(180)
  })
})
