import {spawn, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {countWorkers} from '../src/engine/workers/concurrency.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 60_000)

interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

function run(cwd: string, args: readonly string[], env: Record<string, string> = {}): Ran {
  const {stdout, stderr, status} = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, ...env},
    timeout: 300_000
  })
  return {stdout, stderr, status}
}

/** A rule of a plugin; `check` is code, with `document` and `report`. */
const plugin = (id: string, check: string): string => `
  export default {
    id: '${id}',
    summary: 'A rule for a test.',
    category: 'style',
    recommended: 'warn',
    anyLanguage: true,
    options: {},
    messages: {here: (data) => 'Unexpected \`' + data.word + '\`'},
    check(document, options, report) {
      const {text} = document
      ${check}
    }
  }`

const reportsWord = (word: string): string => `
  const at = text.indexOf('${word}')
  if (at >= 0) report('here', {range: [at, at + ${word.length}], data: {word: '${word}'}})`

const copied =
  'The mill on the north bank ground rye for eleven villages, until the spring flood took its wheel away.'
const fixable = `# Mills\n\n${copied}\n\nA second wheel came by cart.\n\n${copied}\n`

/** A site with everything that an outcome can hold. */
function makeSite(): string {
  const folder = makeFolder({
    '.articlelintrc.yaml': `extends: articlelint:all
plugins: [./plugin.mjs]
overrides:
  - {files: quiet/**, rules: {duplicate-paragraph: off, vague-quantity: error}}`,
    'plugin.mjs': plugin(
      'acme/word',
      `if (text.includes('crash here')) throw new Error('it broke')\n${reportsWord('mill')}`
    ),
    'other/.articlelintrc.yaml': 'extends: articlelint:all\nplugins: [./plugin.mjs]\nlanguage: en',
    'other/plugin.mjs': plugin('acme/word', reportsWord('wheel')),
    'fixes.md': fixable,
    'other/fixes.md': fixable,
    'quiet/fixes.md': fixable,
    'crash.md': `# Crash\n\nIt will crash here, and only one rule does.\n\n${copied}\n`,
    'broken.md': Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]),
    'own.md': `---\narticlelint:\n  rules:\n    duplicate-paragraph: info\n    acme/word: error\n---\n\n${fixable}`,
    'own-wrong.md': `---\narticlelint: {rules: {no-such-rule: error}}\n---\n\n${fixable}`,
    'said.md': `<!-- articlelint-disable-file duplicate-paragraph -- as it stood -->\n<!-- articlelint-disable-next-line empty-section -->\n${fixable}`,
    'a.mdx': `# Mills\n\n<Mill/>\n\n${copied}\n`,
    'unclosed.mdx': '# Mills\n\n<Mill>\n',
    'a.txt': `Mills\n\nMany people say that ${copied}\n`,
    'bom.md': `\uFEFF${fixable.replaceAll('\n', '\r\n')}`,
    'lone.md': '# A\n\nSome \\uD83D words, 47 % of them.\n',
    ...Object.fromEntries(
      Array.from({length: 24}, (_, i) => [
        `many/${i}.md`,
        `# Mill ${i}\n\nMany people say that ${i + 20} % of the mills closed.\n\n[next](./${i + 1}.md#none)\n\n${copied}\n`
      ])
    )
  })
  mkdirSync(path.join(folder, 'folder.md'))
  return folder
}

describe('the report is the same for any number of workers (fault 31)', () => {
  it('of a site with all there is: rules about several articles, plugins, comments, front matter, crashes', () => {
    const folder = makeSite()
    const [alone, ...others] = ['off', '1', '2', '4'].map((concurrency) =>
      run(folder, ['.', '--report-unused-disable-directives', '-f', 'json', '--concurrency', concurrency])
    )
    // It holds what it is to hold.
    const {files} = JSON.parse(alone?.stdout ?? '') as {
      files: {path: string; messages: {ruleId: string; reason: string; fix?: object; related?: object[]}[]}[]
    }
    const messages = files.flatMap((file) => file.messages)
    const said = new Set(messages.map(({ruleId}) => ruleId))
    expect([...said]).toEqual(
      expect.arrayContaining(['duplicate-paragraph', 'shared-paragraph', 'broken-internal-link', 'acme/word'])
    )
    expect([...said]).toEqual(expect.arrayContaining(['unused-directive', 'directive-without-reason']))
    expect(messages.some(({fix}) => fix)).toBe(true)
    const words = messages.filter(({ruleId}) => ruleId === 'acme/word').map(({reason}) => reason)
    expect(new Set(words)).toEqual(new Set(['Unexpected `mill`', 'Unexpected `wheel`']))
    expect(alone?.stderr).toMatch(/crash\.md: rule `acme\/word` failed: .*it broke/)
    expect(alone?.stderr).toMatch(/own-wrong\.md:2:\d+: .*no-such-rule/)
    expect(alone?.stderr).toMatch(/broken\.md: /)
    expect(alone?.stderr).toMatch(/unclosed\.mdx:/)
    expect(alone?.status).toBe(2)
    // `toBe` of texts of that length shows nothing.
    for (const other of others) {
      expect(other.stdout === alone?.stdout).toBe(true)
      // A stack names the place in the code; the rest are the very words.
      expect(other.stderr).toBe(alone?.stderr)
      expect(other.status).toBe(2)
    }
  })

  it('of a repair, in the report and in the files', () => {
    const site = makeSite()
    const results = ['off', '1', '4'].map((concurrency) => {
      const folder = makeFolder({})
      cpSync(site, folder, {recursive: true})
      const {stdout, status} = run(folder, ['.', '--fix', '-f', 'json', '--concurrency', concurrency])
      const texts = ['fixes.md', 'other/fixes.md', 'quiet/fixes.md', 'own.md', 'bom.md'].map((name) =>
        readFileSync(path.join(folder, name), 'utf8')
      )
      return {stdout, status, texts}
    })
    expect(results[0]?.texts[0]).not.toBe(fixable)
    expect(results[0]?.texts[2]).toBe(fixable)
    for (const result of results) expect(result).toEqual(results[0])
  })

  it('with what reports keep of the articles, and the diff of a dry run', () => {
    const folder = makeSite()
    const args = ['.', '--fix-dry-run', '-f', 'html:out.html', '-f', 'json']
    const [alone, two] = ['off', '2'].map((concurrency) => {
      const ran = run(folder, [...args, '--concurrency', concurrency])
      return {...ran, html: readFileSync(path.join(folder, 'out.html'), 'utf8')}
    })
    expect(alone?.html).toContain('eleven villages')
    expect(alone?.stderr).toContain('--- ')
    expect(two).toEqual(alone)
    expect(readFileSync(path.join(folder, 'fixes.md'), 'utf8')).toBe(fixable)
  })

  it('of what is staged', () => {
    const folder = makeFolder({'a.md': fixable, 'b.md': '# Mills\n\nOne stood there.\n'})
    const git = (...args: string[]) => spawnSync('git', args, {cwd: folder})
    git('init', '-q')
    git('add', '.')
    cpSync(path.join(folder, 'b.md'), path.join(folder, 'a.md'))
    const [alone, two] = ['off', '2'].map((concurrency) =>
      run(folder, ['--staged', '-f', 'json', '--concurrency', concurrency])
    )
    expect(alone?.stdout).toContain('duplicate-paragraph')
    expect(two).toEqual(alone)
  })
})

describe('a worker that dies takes only its article along', () => {
  const articles = Object.fromEntries(
    Array.from({length: 8}, (_, i) => [
      `${i}.md`,
      `# Mill ${i}\n\nIt ground rye${i === 3 ? ' to DUST' : ''}.\n`
    ])
  )
  const site = (check: string): string =>
    makeFolder({
      ...articles,
      '.articlelintrc.yaml': 'extends: []\nplugins: [./plugin.mjs]',
      'plugin.mjs': plugin('acme/deadly', `if (text.includes('DUST')) {${check}}\n${reportsWord('rye')}`)
    })
  const expectOthers = ({stdout, stderr, status}: Ran, reason: RegExp): void => {
    const {files} = JSON.parse(stdout) as {files: {path: string; messages: object[]}[]}
    expect(files.map((file) => file.path)).toEqual(Object.keys(articles).filter((name) => name !== '3.md'))
    for (const {messages} of files) expect(messages).toHaveLength(1)
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^articlelint: 3\.md: could not be linted/)
    ])
    expect(stderr).toMatch(reason)
    expect(status).toBe(2)
  }

  it('when a rule ends the process', () => {
    expectOthers(run(site('process.exit(3)'), ['.', '-f', 'json', '--concurrency', '2']), /code 3/)
  })

  it('when a rule throws outside its run', () => {
    const folder = site("Promise.reject(new Error('too late'))")
    const {stderr, stdout} = run(folder, ['.', '-f', 'json', '--concurrency', '1'])
    const {files} = JSON.parse(stdout) as {files: {path: string}[]}
    const lost = [...stderr.matchAll(/^articlelint: (\d\.md): could not be linted.*too late$/gm)].map(
      ([, name]) => name
    )
    // Its answer may have gone out before; every other article has one.
    expect([[], ['3.md']]).toContainEqual(lost)
    expect([...files.map((file) => file.path), ...lost].sort()).toEqual(Object.keys(articles))
  })

  it('fault 28: when a rule uses up the memory', () => {
    // In a few big pieces, and without a limit of time: on a busy machine that would come first.
    const folder = site('const all = []; for (;;) all.push(new Array(100_000).fill(all.length))')
    const env = {NODE_OPTIONS: '--max-old-space-size=96'}
    const args = ['.', '-f', 'json', '--concurrency', '2', '--timeout', '3600']
    expectOthers(run(folder, args, env), /memory/)
  }, 300_000)

  it('once, when it goes well at the second attempt', () => {
    const folder = site(
      "const {existsSync, writeFileSync} = process.getBuiltinModule?.('fs') ?? {}; if (existsSync && !existsSync(new URL('./seen', import.meta.url))) { writeFileSync(new URL('./seen', import.meta.url), ''); process.exit(1) }"
    )
    const {stdout, status} = run(folder, ['.', '-f', 'json', '--concurrency', '2'])
    expect(existsSync(path.join(folder, 'seen'))).toBe(true)
    expect((JSON.parse(stdout) as {files: object[]}).files).toHaveLength(8)
    expect(status).toBe(0)
  })

  it('fault 27, its first half: a rule that never ends is ended by Ctrl-C', async () => {
    const folder = site(
      "console.error('spinning'); for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)"
    )
    const child = spawn(process.execPath, [cli, '.', '--concurrency', '2'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    await new Promise((resolve) => child.stderr.once('data', resolve))
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
  })
})

describe('what is wrong for all is said once, as without workers', () => {
  it.each([
    ['a config that can’t be used', {'.articlelintrc.yaml': 'rules: {no-such-rule: error}'}, []],
    ['an unknown rule of the run', {}, ['--only', 'no-such-rule']]
  ])('%s', (_, files: Record<string, string>, args: string[]) => {
    const folder = makeFolder({'a.md': fixable, 'b.md': fixable, ...files})
    const [alone, two] = ['off', '2'].map((concurrency) =>
      run(folder, ['.', ...args, '--concurrency', concurrency])
    )
    expect(alone?.status).toBe(2)
    expect(alone?.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(two).toEqual(alone)
  })

  it('a config that only workers refuse, with the way out', () => {
    const folder = makeFolder({
      'a.md': fixable,
      'articlelint.config.mjs': 'process.chdir(import.meta.dirname)\nexport default {}\n'
    })
    expect(run(folder, ['a.md', '--concurrency', 'off']).status).toBe(1)
    const {stderr, status} = run(folder, ['a.md', '--concurrency', '2'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^articlelint: articlelint\.config\.mjs:.*--concurrency off/)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each(['0', '1.5', 'many'])('--concurrency %j', (value) => {
    const {stderr, status} = run(makeFolder({'a.md': fixable}), ['a.md', `--concurrency=${value}`])
    expect(status).toBe(2)
    expect(stderr).toContain('auto')
  })
})

it('the library lints in workers too, and tells its progress', () => {
  const index = pathToFileURL(path.join(path.dirname(cli), 'engine/index.js')).href
  const program = `
    import {lintFiles} from ${JSON.stringify(index)}
    const told = []
    const {files} = await lintFiles(['.'], {concurrency: 2, onProgress: (done, total) => told.push([done, total])})
    console.log(JSON.stringify({told, paths: files.map(({path}) => path)}))`
  const folder = makeFolder({'a.md': fixable, 'b.md': fixable, 'c.md': fixable, 'program.mjs': program})
  const {stdout, stderr} = spawnSync(process.execPath, ['program.mjs'], {cwd: folder, encoding: 'utf8'})
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    told: [0, 1, 2, 3].map((done) => [done, 3]),
    paths: ['a.md', 'b.md', 'c.md']
  })
})

describe('how many workers start', () => {
  const jobs = (count: number, bytes: number): {file: string}[] => {
    const folder = makeFolder({'a.md': Buffer.alloc(bytes, 'a')})
    return Array.from({length: count}, () => ({file: path.join(folder, 'a.md')}))
  }

  it('a number: so many, and no more than articles', () => {
    expect(countWorkers(3, jobs(5, 10))).toBe(3)
    expect(countWorkers(8, jobs(5, 10))).toBe(5)
    expect(countWorkers('off', jobs(5, 10))).toBe(0)
    expect(() => countWorkers(0, [])).toThrow('expected a whole number')
    expect(() => countWorkers(Number.NaN, [])).toThrow('expected a whole number')
  })

  it('auto: none for what is linted before they have started, all processors for a big site', () => {
    expect(countWorkers('auto', jobs(10, 10_000))).toBe(0)
    const most = availableParallelism()
    expect(countWorkers('auto', jobs(most * 100, 1_000_000))).toBe(most < 2 ? 0 : most)
  })
})
