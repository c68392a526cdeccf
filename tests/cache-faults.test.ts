import {spawn, spawnSync} from 'node:child_process'
import {hash} from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {beforeAll, describe, expect, it, test} from 'vitest'
import {type LintFilesSettings, lintFiles} from '../src/engine/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

const usual = '.articlelintcache'
const strict = JSON.stringify({extends: 'articlelint:strict'})

const copied =
  'The ferry leaves the northern pier at six in the morning and comes back with the evening tide, and nobody in the village can remember a year in which it did not run on the day of the fair.'
const article = (title: string, more = ''): string =>
  `# ${title}\n\n${copied}\n\n## The pier\n\n## The fare\n\nThe fare was 240 crowns in 1890.\n\n${more}\n`
const site = {
  'a.md': article('The ferry'),
  'b.md': `<!-- articlelint-disable empty-section -- known -->\n\n${article('The fair', 'See [the pier](a.md#the-pier).')}`,
  '.articlelintrc.json': strict
}

type Settings = LintFilesSettings & {readonly cwd: string}

interface Reports {
  readonly plain: string
  readonly cached: string
  /** Of the run with the cache. */
  readonly notes: readonly string[]
}

/** What runs with and without the cache say. */
async function lintBoth(settings: Settings, patterns: readonly string[] = ['.']): Promise<Reports> {
  const {notes, ...cached} = await lintFiles(patterns, {...settings, cache: {}})
  const {notes: _, ...plain} = await lintFiles(patterns, settings)
  return {plain: JSON.stringify(plain), cached: JSON.stringify(cached), notes}
}

async function expectSame(settings: Settings, notes = 0): Promise<void> {
  const both = await lintBoth(settings)
  expect(both.cached).toBe(both.plain)
  expect(both.notes).toHaveLength(notes)
}

const cacheFiles = (cwd: string): readonly string[] =>
  readdirSync(path.join(cwd, usual))
    .filter((name) => name.endsWith('.cache'))
    .map((name) => path.join(cwd, usual, name))

/** Changes what the entries hold, with checksums that fit. */
function rewrite(bytes: Buffer, change: (value: Record<string, unknown>, head: string) => string): Buffer {
  const [header = '', ...lines] = bytes.toString('utf8').trimEnd().split('\n')
  const body = lines
    .map((line) => {
      const at = line.indexOf('{')
      return `${change(JSON.parse(line.slice(at)), line.slice(0, at))}\n`
    })
    .join('')
  return Buffer.from(`${header.replace(/\S+$/, hash('sha256', body))}\n${body}`)
}
const withField = (name: string, value: unknown) => (bytes: Buffer) =>
  rewrite(bytes, (old, head) => head + JSON.stringify({...old, [name]: value}))
const withMessage = (more: object) => (bytes: Buffer) =>
  rewrite(bytes, (old, head) => {
    const messages = [...(old.messages as object[]), {...(old.messages as object[])[0], ...more}]
    return head + JSON.stringify({...old, messages})
  })
const replaced = (from: RegExp, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')

const corruptions: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'an empty file': () => Buffer.alloc(0),
  'a truncated file': (bytes) => bytes.subarray(0, bytes.length - 20),
  'a file cut off in its first line': (bytes) => bytes.subarray(0, 40),
  garbage: () => Buffer.from(Array.from({length: 5000}, (_, index) => (index * 7919) % 256)),
  'one bit': (bytes) => bytes.map((byte, index) => (index === bytes.length - 50 ? byte ^ 1 : byte)) as Buffer,
  'a future format': replaced(/^articlelint cache 1/, 'articlelint cache 2'),
  'more behind the end': (bytes) => Buffer.concat([bytes, Buffer.from('{}')]),
  'a file that is too large': (bytes) => Buffer.concat([bytes, Buffer.alloc(9 * 1024 * 1024, ' ')]),
  'lines that are none, with a checksum that fits': (bytes) => rewrite(bytes, () => '{"messages": []}'),
  'JSON that is cut off, with a checksum that fits': (bytes) =>
    rewrite(bytes, (value, head) => head + JSON.stringify(value).slice(0, -3)),
  'JSON of 100,000 levels': (bytes) =>
    rewrite(bytes, (_, head) => `${head}{"facts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  'a list in place of facts': withField('facts', []),
  'messages that are none': withField('messages', 'none'),
  'a message of another rule': withMessage({ruleId: 'no-such-rule'}),
  'a message at no place': withMessage({line: '1'}),
  'a message with another severity': withMessage({severity: 'off'}),
  'comments that are none': withField('directives', [{kind: 'disable-file'}]),
  'a ruleset of rules that do not exist': withField('ruleset', {rules: [['no-such-rule', 'warn', {}]]}),
  'prototype keys': (bytes) =>
    rewrite(bytes, (old, head) => `${head}{"__proto__":{"polluted":1},${JSON.stringify(old).slice(1)}`),
  'prototype keys among the facts': (bytes) =>
    rewrite(
      bytes,
      (old, head) => head + JSON.stringify(old).replace('"facts":{', '"facts":{"__proto__":{"polluted":1},')
    )
}

describe('fault 32, a cache that is broken', () => {
  it.each(Object.entries(corruptions))('%s is told, and made anew', async (_, corrupt) => {
    const cwd = makeFolder(site)
    await expectSame({cwd})
    const sound = new Map(cacheFiles(cwd).map((file) => [file, readFileSync(file)]))
    expect(sound.size).toBeGreaterThan(0)
    for (const [file, bytes] of sound) {
      const broken = corrupt(bytes)
      expect(broken.equals(bytes)).toBe(false)
      writeFileSync(file, broken)
    }
    await expectSame({cwd}, 1)
    expect(({} as Record<string, unknown>).polluted).toBe(undefined)
    for (const [file, bytes] of sound) expect(readFileSync(file).equals(bytes)).toBe(true)
    await expectSame({cwd})
  })
})

describe('with real processes', () => {
  let cli = ''
  beforeAll(() => {
    cli = buildCli()
  }, 60_000)

  const run = (cwd: string, args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [...(env.NODE ?? '').split(' ').filter(Boolean), cli, ...args], {
      cwd,
      encoding: 'utf8',
      env: {...process.env, ...env}
    })

  test('fault 33, a folder that can not be written: one note, and the same report', () => {
    const cwd = makeFolder(site)
    const plain = run(cwd, ['.', '-f', 'json'])
    // Below /proc no folder can be made, not even by root.
    for (const location of ['/proc/articlelint', 'a.md/cache']) {
      const cached = run(cwd, ['.', '-f', 'json', '--cache', '--cache-location', location])
      expect(cached.stdout).toBe(plain.stdout)
      expect(cached.status).toBe(plain.status)
      expect(cached.stderr.trim().split('\n')).toHaveLength(1)
      expect(cached.stderr).toContain(location)
    }
  })

  test('fault 33, a disk that is full: what was there stays', () => {
    const cwd = makeFolder(site)
    const plain = run(cwd, ['.', '-f', 'json'])
    expect(run(cwd, ['.', '--cache']).stderr).toBe('')
    const before = cacheFiles(cwd).map((file) => readFileSync(file, 'latin1'))
    writeFileSync(path.join(cwd, 'a.md'), article('The ferry', 'It is old.'))
    writeFileSync(path.join(cwd, 'b.md'), article('The fair', 'It is old.'))
    // No file may grow past one block; the report goes into a pipe.
    const full = spawnSync(
      'sh',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 1; exec "$@"`,
        'sh',
        process.execPath,
        cli,
        '.',
        '-f',
        'json',
        '--cache'
      ],
      {cwd, encoding: 'utf8'}
    )
    expect(full.stdout).toBe(run(cwd, ['.', '-f', 'json']).stdout)
    expect(full.stdout).not.toBe(plain.stdout)
    expect(full.stderr).toContain(usual)
    expect(full.stderr.trim().split('\n')).toHaveLength(1)
    expect(cacheFiles(cwd).map((file) => readFileSync(file, 'latin1'))).toEqual(before)
    expect(readdirSync(path.join(cwd, usual)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('fault 34, runs at the same time', async () => {
    const cwd = makeFolder(
      Object.fromEntries([
        ...Array.from({length: 40}, (_, index) => [`posts/${index}.md`, article(`Ferry ${index}`)]),
        ['.articlelintrc.json', strict]
      ])
    )
    const args = ['posts', '-f', 'json']
    const plain = run(cwd, args).stdout
    const start = (): Promise<string> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [cli, ...args, '--cache'], {cwd})
        let output = ''
        child.stdout.on('data', (piece: Buffer) => {
          output += piece.toString()
        })
        child.stderr.on('data', (piece: Buffer) => {
          output += piece.toString()
        })
        child.on('close', () => resolve(output))
      })
    expect(await Promise.all([start(), start(), start()])).toEqual([plain, plain, plain])
    // The same folder, with another text in half of the articles.
    for (let index = 0; index < 20; index++)
      writeFileSync(path.join(cwd, `posts/${index}.md`), article(`Ferry ${index}`, 'It is old.'))
    const changed = run(cwd, args).stdout
    expect(await Promise.all([start(), start()])).toEqual([changed, changed])
    expect(await start()).toBe(changed)
    expect(readdirSync(path.join(cwd, usual)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  }, 60_000)

  test('where nothing changed no parser is loaded', () => {
    const cwd = makeFolder({'a.md': site['a.md'], 'modules.log': ''})
    const hooks = `import {appendFileSync} from 'node:fs'
      export async function resolve(specifier, context, next) {
        const result = await next(specifier, context)
        appendFileSync(process.env.LOADED_MODULES, result.url + '\\n')
        return result
      }`
    const register = `import {register} from 'node:module'
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}))`
    const log = path.join(cwd, 'modules.log')
    const loaded = (): string => {
      writeFileSync(log, '')
      const args = ['--import', `data:text/javascript,${encodeURIComponent(register)}`, cli]
      const {stderr} = spawnSync(process.execPath, [...args, '--no-config', '--cache', 'a.md'], {
        cwd,
        encoding: 'utf8',
        env: {...process.env, LOADED_MODULES: log}
      })
      expect(stderr).toBe('')
      return readFileSync(log, 'utf8')
    }
    const parsing =
      /\/(?:src\/document\/parse\/(?:parse|satteri)\.js|src\/lint\/site\.js|node_modules\/(?:remark-parse|satteri)\/)/
    expect(loaded()).toMatch(parsing)
    const second = loaded()
    expect(second).toContain('/src/engine/cache/cache.js')
    expect(second).not.toMatch(parsing)
  })

  test('--cache-location needs --cache', () => {
    const {status, stderr} = run(makeFolder(site), ['.', '--cache-location', 'x'])
    expect(status).toBe(2)
    expect(stderr).toContain('--cache')
  })
})

describe('fault 36, a cache that comes with a change under review', () => {
  const git = (cwd: string, ...args: string[]): void => {
    const settings = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
    const {status, stderr} = spawnSync('git', [...settings, ...args], {cwd, encoding: 'utf8'})
    expect(stderr.includes('fatal')).toBe(false)
    expect(status).toBe(0)
  }
  const hideFindings = (cwd: string): void => {
    for (const file of cacheFiles(cwd)) writeFileSync(file, withField('messages', [])(readFileSync(file)))
  }

  it('hides nothing where git tracks it', async () => {
    const cwd = makeFolder({...site, '.articlelintrc.json': '{}'})
    git(cwd, 'init', '-q')
    await expectSame({cwd})
    hideFindings(cwd)
    git(cwd, 'add', '.')
    // As it was made, it is not added.
    expect((await lintBoth({cwd})).notes).toEqual([])
    git(cwd, 'add', '--force', usual)
    await expectSame({cwd}, 1)
    git(cwd, 'commit', '-q', '-m', 'all')
    const clone = path.join(makeFolder({}), 'clone')
    git(cwd, 'clone', '-q', cwd, clone)
    expect(cacheFiles(clone).length).toBeGreaterThan(0)
    await expectSame({cwd: clone}, 1)
    git(clone, 'rm', '-rq', '--cached', usual)
    rmSync(path.join(clone, usual), {recursive: true})
    await expectSame({cwd: clone})
    await expectSame({cwd: clone})
  })

  it('is not written through a link', async () => {
    const elsewhere = makeFolder({'00.cache': 'mine'})
    const cwd = makeFolder(site)
    symlinkSync(elsewhere, path.join(cwd, usual))
    await expectSame({cwd}, 1)
    expect(readdirSync(elsewhere)).toEqual(['00.cache'])

    const project = makeFolder({...site, 'package.json': '{}'})
    mkdirSync(path.join(project, 'node_modules'))
    symlinkSync(elsewhere, path.join(project, 'node_modules/.cache'))
    await expectSame({cwd: project}, 1)
    expect(readdirSync(elsewhere)).toEqual(['00.cache'])
    expect(existsSync(path.join(project, usual))).toBe(false)
  })

  it('is not read or written through links in its folder', async () => {
    const elsewhere = makeFolder({mine: 'mine'})
    const cwd = makeFolder({...site, '.articlelintrc.json': '{}'})
    await expectSame({cwd})
    hideFindings(cwd)
    for (const file of cacheFiles(cwd)) {
      renameSync(file, path.join(elsewhere, path.basename(file)))
      symlinkSync(path.join(elsewhere, path.basename(file)), file)
    }
    const before = readdirSync(elsewhere).map((name) => readFileSync(path.join(elsewhere, name), 'latin1'))
    await expectSame({cwd}, 1)
    expect(readdirSync(elsewhere).map((name) => readFileSync(path.join(elsewhere, name), 'latin1'))).toEqual(
      before
    )
    await expectSame({cwd})
  })
})

/** One step of somebody who writes, between two runs. */
type Step =
  | {readonly kind: 'write'; readonly file: number; readonly text: number}
  | {readonly kind: 'move'; readonly file: number; readonly to: number}
  | {readonly kind: 'remove'; readonly file: number}
  | {readonly kind: 'config'; readonly config: number}

const texts = [
  article('The ferry'),
  article('The ferry', 'See [the fare](1.md#the-fare) and [the inn](2.md#the-inn).'),
  `\uFEFF${article('The fair', 'TODO: write more.')}`.replaceAll('\n', '\r\n'),
  `---\ntitle: The mill\narticlelint:\n  rules:\n    empty-section: off\n    same-title: error\n---\n\n${article('The mill')}`,
  `<!-- articlelint-disable shared-paragraph -- known (until 2030-01-02) -->\n\n${article('The inn')}`,
  `# The inn 👩‍🌾\n\n${copied}\n\n${copied}\n\n<!-- articlelint-disable-next-line empty-section -->\n\n## The yard\n\n## End\n`,
  ''
]
const configs = [
  strict,
  '{}',
  '{"extends": "articlelint:strict", "overrides": [{"files": "1.md", "rules": {"shared-paragraph": "error"}}]}',
  '{"rules": {"same-title": "warn", "shared-paragraph": ["warn", {"minWords": 8}]}, "language": "en"}',
  '{"extends": "articlelint:strict", "language": "de"}'
]
const names = ['0.md', '1.md', '2.md', 'deep/3.md']
const index = (list: readonly unknown[]) => fc.nat({max: list.length - 1})

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({kind: fc.constant('write' as const), file: index(names), text: index(texts)})
  },
  {
    weight: 2,
    arbitrary: fc.record({kind: fc.constant('move' as const), file: index(names), to: index(names)})
  },
  {weight: 1, arbitrary: fc.record({kind: fc.constant('remove' as const), file: index(names)})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('config' as const), config: index(configs)})}
)

function take(cwd: string, step: Step): void {
  const at = (file: number): string => path.join(cwd, names[file] ?? '')
  if (step.kind === 'write') writeFileSync(at(step.file), texts[step.text] ?? '')
  else if (step.kind === 'config')
    writeFileSync(path.join(cwd, '.articlelintrc.json'), configs[step.config] ?? '')
  else if (step.kind === 'remove') rmSync(at(step.file), {force: true})
  else if (existsSync(at(step.file))) renameSync(at(step.file), at(step.to))
}

test('after any changes a run with the cache says what one without says', async () => {
  const days = fc.constantFrom('2030-01-02', '2030-01-03')
  const runs = fc.array(fc.tuple(fc.array(step, {minLength: 1, maxLength: 3}), days, fc.boolean()), {
    minLength: 2,
    maxLength: 5
  })
  await fc.assert(
    fc.asyncProperty(runs, async (runs) => {
      const cwd = makeFolder({
        '0.md': texts[0] ?? '',
        'deep/3.md': texts[1] ?? '',
        '.articlelintrc.json': strict
      })
      for (const [steps, today, inlineConfig] of runs) {
        for (const one of steps) take(cwd, one)
        const settings = {cwd, today, inlineConfig, allowUnmatched: true}
        const {plain, cached, notes} = await lintBoth(settings, ['.'])
        expect(cached).toBe(plain)
        expect(notes).toEqual([])
      }
    }),
    {numRuns: 30, seed: 5}
  )
}, 60_000)
