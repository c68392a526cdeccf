import {spawnSync} from 'node:child_process'
import {hash} from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {type LintFilesSettings, lintFiles} from '../../src/engine/index.ts'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {isFull, record} from './row.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

const usual = '.articlelintcache'
const article = (title: string, more = ''): string =>
  `# ${title}\n\nThe ferry leaves the pier at six.\n\n## The pier\n\n## The fare\n\nIt was 240 crowns.\n\n${more}\n`
const site = {
  'a.md': article('The ferry'),
  'b.md': article('The fair', 'See [the pier](a.md#the-pier) and [the inn](sub/inn.md).'),
  'c.md': `<!-- articlelint-disable empty-section -- known (until 2030-05-02) -->\n\n${article('The mill')}`,
  'd.md': `---\ntitle: The inn\n---\n\n${article('The inn')}`,
  'sub/house.md': '# The house\n\nA house.\n',
  '.articlelintrc.json': '{"extends": "articlelint:strict"}'
}

type Settings = LintFilesSettings & {readonly cwd: string}

async function say(settings: Settings, isCached: boolean): Promise<string> {
  const {notes: _, ...said} = await lintFiles(['.'], isCached ? {...settings, cache: {}} : settings)
  return JSON.stringify(said)
}

function cacheFiles(cwd: string): readonly string[] {
  const folder = path.join(cwd, usual)
  return readdirSync(folder).flatMap((name) => (name.endsWith('.cache') ? path.join(folder, name) : []))
}

type Corruption = (file: string, bytes: Buffer, all: readonly Buffer[]) => void

const put =
  (change: (bytes: Buffer) => Buffer | string): Corruption =>
  (file, bytes) =>
    writeFileSync(file, change(bytes))
/** Other lines, with a checksum that fits. */
const withLines =
  (change: (line: string) => string): Corruption =>
  (file, bytes) => {
    const [header = '', ...lines] = bytes.toString('utf8').trimEnd().split('\n')
    const body = lines.map((line) => `${change(line)}\n`).join('')
    writeFileSync(file, `${header.replace(/\S+$/, hash('sha256', body))}\n${body}`)
  }
const withoutMessages = (line: string): string => {
  const at = line.indexOf('{')
  return line.slice(0, at) + JSON.stringify({...JSON.parse(line.slice(at)), messages: []})
}
const instead =
  (make: (file: string) => void): Corruption =>
  (file) => {
    rmSync(file)
    make(file)
  }

const corruptions: Readonly<Record<string, Corruption>> = {
  'cut off at each eighth': (file, bytes) => {
    const eighth = [...file].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 8
    writeFileSync(file, bytes.subarray(0, Math.floor((bytes.length * eighth) / 8)))
  },
  garbage: put(() => Buffer.from(Array.from({length: 5000}, (_, index) => (index * 7919) % 256))),
  'flipped bits': put((bytes) => {
    const flipped = Buffer.from(bytes)
    for (let at = 7; at < flipped.length; at += 97) flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    return flipped
  }),
  'a future format that hides findings': (file, bytes, all) => {
    withLines(withoutMessages)(file, bytes, all)
    writeFileSync(file, readFileSync(file, 'latin1').replace('articlelint cache 1', 'articlelint cache 2'))
  },
  'another version that hides findings': (file, bytes, all) => {
    withLines(withoutMessages)(file, bytes, all)
    const text = readFileSync(file, 'latin1')
    writeFileSync(file, text.replace(/^(articlelint cache 1 )\S{64}/, `$1${'e'.repeat(64)}`))
  },
  'what is known of one article under the name of another': (file, _, all) => {
    const lines = all.flatMap((bytes) => bytes.toString('utf8').trimEnd().split('\n').slice(1))
    const ids = lines.map((line) => line.slice(0, 32))
    const [header = ''] = (all[0] ?? '').toString().split('\n', 1)
    const body = lines
      .map((line, index) => `${ids[(index + 1) % ids.length]}${withoutMessages(line).slice(32)}\n`)
      .join('')
    writeFileSync(file, `${header.replace(/\S+$/, hash('sha256', body))}\n${body}`)
  },
  'prototype keys': withLines((line) => line.replace('{', '{"__proto__":{"messages":[]},"constructor":{},')),
  'JSON of 100,000 levels': withLines(
    (line) => `${line.slice(0, line.indexOf('{'))}{"facts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  ),
  'a gigabyte of nothing': (file) => truncateSync(file, 2 ** 30),
  'a folder': instead((file) => mkdirSync(file)),
  'a pipe': instead((file) => expect(spawnSync('mkfifo', [file]).status).toBe(0)),
  'a device': instead((file) => symlinkSync('/dev/zero', file)),
  'a link to another file': instead((file) => symlinkSync('../a.md', file)),
  'a circle of links': instead((file) => symlinkSync(path.basename(file), file)),
  'lists where text is expected': withLines((line) => line.replaceAll(/:"[^"]*"/g, ':[]')),
  'text that goes on': put((bytes) => Buffer.concat([bytes, bytes]))
}

test('fault 32: cache corruption survived', async (context) => {
  const failed: string[] = []
  const tried = someOf(corruptions)
  for (const [name, corrupt] of tried) {
    const cwd = makeFolder(site)
    const settings = {cwd}
    const plain = await say(settings, false)
    await say(settings, true)
    const files = cacheFiles(cwd)
    const all = files.map((file) => readFileSync(file))
    expect(files.length).toBeGreaterThan(0)
    for (const [index, file] of files.entries()) corrupt(file, all[index] ?? Buffer.alloc(0), all)
    const started = performance.now()
    const broken = await say(settings, true)
    const again = await say(settings, true)
    const isInTime = performance.now() - started < 20_000
    const isWhole = readFileSync(path.join(cwd, 'a.md'), 'utf8') === site['a.md']
    if (broken !== plain || again !== plain || !isInTime || !isWhole) failed.push(name)
  }
  const of = tried.length
  record(context, {row: 'cache corruption survived', passed: of - failed.length, of})
  expect(failed).toEqual([])
  expect(({} as Record<string, unknown>).messages).toBeUndefined()
}, 300_000)

type Change = (cwd: string) => Partial<LintFilesSettings> | undefined

const write =
  (name: string, text: string): Change =>
  (cwd) => {
    mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true})
    writeFileSync(path.join(cwd, name), text)
    return undefined
  }
const config = (content: object): Change =>
  write('.articlelintrc.json', JSON.stringify({extends: 'articlelint:strict', ...content}))
const ask =
  (settings: Partial<LintFilesSettings>): Change =>
  () =>
    settings

/** Each changes what is said. */
const changes: Readonly<Record<string, Change>> = {
  'the text': write('a.md', article('The ferry', '## Left empty\n\n## More')),
  'text of the same length': write(
    'a.md',
    article('The ferry').replace('## The pier\n\n', '## The pier\n\nx').slice(0, site['a.md'].length)
  ),
  'the front matter': write(
    'd.md',
    site['d.md'].replace('---\n\n', 'articlelint:\n  rules:\n    empty-section: off\n---\n\n')
  ),
  'the language in the front matter': write(
    'd.md',
    site['d.md'].replace('---\n\n', 'lang: de\narticlelint:\n  rules:\n    empty-section: error\n---\n\n')
  ),
  'a comment': write('a.md', `<!-- articlelint-disable -- why -->\n\n${site['a.md']}`),
  'a heading that others link to': write('a.md', site['a.md'].replace('## The pier', '## The dock')),
  'a linked file that is there now': write('sub/inn.md', '# The inn\n\nAn inn.\n'),
  'a file that is gone': (cwd) => {
    rmSync(path.join(cwd, 'a.md'))
    return undefined
  },
  'another name': (cwd) => {
    renameSync(path.join(cwd, 'a.md'), path.join(cwd, 'e.md'))
    return undefined
  },
  'two articles that change names': (cwd) => {
    for (const [from, to] of [
      ['a.md', 'x'],
      ['d.md', 'a.md'],
      ['x', 'd.md']
    ] as const)
      renameSync(path.join(cwd, from), path.join(cwd, to))
    return undefined
  },
  'a severity of the config': config({rules: {'empty-section': 'error'}}),
  'a rule that the config switches off': config({rules: {'empty-section': 'off'}}),
  'an override': config({overrides: [{files: 'a.md', rules: {'empty-section': 'off'}}]}),
  'what a config extends': config({extends: []}),
  'what the config leaves out': config({ignores: ['a.md']}),
  'a config in a folder below': write('sub/.articlelintrc.json', '{"rules": {"empty-section": "error"}}'),
  'an ignore file': write('.articlelintignore', 'a.md\n'),
  "git's ignore file": write('.gitignore', 'a.md\n'),
  'a severity of the run': ask({rules: {'empty-section': 'error'}}),
  'one rule': ask({only: ['empty-section']}),
  'fewer rules': ask({skip: ['empty-section']}),
  'no config': ask({config: false}),
  'no comments': ask({inlineConfig: false}),
  'another parser': ask({parser: 'text'}),
  'another day': ask({today: '2030-05-03'}),
  'a pattern that leaves out': ask({ignorePatterns: ['a.md']})
}
const quiet = new Set(['a config in a folder below'])

test('fault 35: stale hits', async (context) => {
  const stale: string[] = []
  const base = {today: '2030-05-01'} as const
  const tried = someOf(changes)
  for (const [name, change] of tried) {
    const cwd = makeFolder(site)
    const before = await say({...base, cwd}, true)
    expect(await say({...base, cwd}, true), name).toBe(before)
    const settings = {...base, ...change(cwd), cwd}
    const plain = await say(settings, false)
    expect(plain !== before || quiet.has(name), `${name} changes what is said`).toBe(true)
    if ((await say(settings, true)) !== plain || (await say(settings, true)) !== plain) stale.push(name)
  }
  for (const name of ['the code of a plugin', 'the code that a plugin imports'])
    if (isStale(name)) stale.push(name)
  const of = tried.length + 2
  record(context, {row: 'changes after which the cache gives no stale hit', passed: of - stale.length, of})
  expect(stale).toEqual([])
}, 300_000)

/** A third of them in the gate. */
function someOf<Item>(items: Readonly<Record<string, Item>>): readonly [string, Item][] {
  return Object.entries(items).filter((_, index) => isFull || index % 3 === 0)
}

/** A module that was loaded stays as it was: in processes of their own. */
function isStale(name: string): boolean {
  const rule = (letter: string): string => `export default [{
    id: 'acme/word', summary: 'Flag words.', category: 'style', recommended: 'warn', options: {},
    messages: {word: () => '${letter}'}, check(document, options, report) { report('word', {range: [0, 1]}) }
  }]`
  const isOwn = name === 'the code of a plugin'
  const code = isOwn ? 'plugin.mjs' : 'code.mjs'
  const cwd = makeFolder({
    'a.md': site['a.md'],
    '.articlelintrc.json': '{"plugins": ["./plugin.mjs"]}',
    'plugin.mjs': `export {default} from './code.mjs'`,
    [code]: rule('one word')
  })
  const run = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [cli, '-f', 'json', ...args, 'a.md'], {cwd, encoding: 'utf8'}).stdout
  expect(run('--cache')).toContain('one word')
  writeFileSync(path.join(cwd, code), rule('two words'))
  const plain = run()
  expect(plain).toContain('two words')
  return run('--cache') !== plain
}
