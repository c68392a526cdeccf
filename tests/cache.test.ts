import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {shownPath} from '../src/config/index.ts'
import {type CacheSettings, createCache} from '../src/engine/cache/cache.ts'
import {type Entry, readCacheFile, writeCacheFile} from '../src/engine/cache/cache-file.ts'
import {chooseFiles} from '../src/engine/choose.ts'
import {type LintFilesSettings, lintFiles} from '../src/engine/index.ts'
import {lintJobs} from '../src/engine/jobs.ts'
import {createRun} from '../src/engine/run.ts'
import {makeFolder} from './setup/folder.ts'

const usual = '.articlelintcache'
const strict = JSON.stringify({extends: 'articlelint:strict'})

const copied =
  'The ferry leaves the northern pier at six in the morning and comes back with the evening tide, and nobody in the village can remember a year in which it did not run on the day of the fair.'

const site = {
  'a.md': `# The ferry\n\n${copied}\n\n## The pier\n\n## The fare\n\nThe fare was 240 crowns in 1890.\n`,
  'b.md': `# The fair\n\n${copied}\n\nThe fair is held in May, and [everybody](a.md#the-fare) goes there.\n`,
  'c.md': '# The mill\n\nThe mill stands by the brook. TODO: write more here.\n'
}

type Settings = LintFilesSettings & {readonly cwd: string}

/** What a run with the cache says, as JSON, once that without it was seen to say the same. */
async function lint(settings: Settings, cache: CacheSettings = {}): Promise<string> {
  const plain = JSON.stringify(await lintFiles(['.'], settings))
  const cached = JSON.stringify(await lintFiles(['.'], {...settings, cache}))
  expect(cached).toBe(plain)
  return cached
}

/** The articles that a run with the cache has linted. */
async function linted(settings: Settings, cache: CacheSettings = {}): Promise<readonly string[]> {
  const {cwd} = settings
  const chosen = await chooseFiles(['.'], settings)
  const jobs = chosen.map(({file, config}) => ({file, config, shown: shownPath(file, cwd)}))
  const done: string[] = []
  const run = createRun(settings)
  const outcomes = createCache(cache, settings, cwd).lint(jobs, (left, more) => {
    done.push(...left.map(({shown}) => shown))
    return lintJobs(left, more)
  })
  for await (const outcome of outcomes) run.add(outcome)
  return done.sort()
}

const notesOf = async (settings: Settings, cache: CacheSettings = {}): Promise<readonly string[]> =>
  (await lintFiles(['.'], {...settings, cache})).notes

const cacheFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.cache'))
    .map((name) => path.join(folder, name))

describe('a run with the cache', () => {
  it.each([['{}'], [strict]])('lints what changed and says what one without says: %s', async (config) => {
    const cwd = makeFolder({...site, '.articlelintrc.json': config})
    const settings = {cwd}
    expect(await linted(settings)).toEqual(['a.md', 'b.md', 'c.md'])
    const first = await lint(settings)
    expect(JSON.parse(first).files.some(({messages}: {messages: []}) => messages.length > 0)).toBe(true)
    expect(await linted(settings)).toEqual([])

    writeFileSync(path.join(cwd, 'a.md'), site['a.md'].replace('## The fare', '## The price'))
    expect(await linted(settings)).toEqual(['a.md'])
    expect(await linted(settings)).toEqual([])
    const second = await lint(settings)
    // What is said of `b.md` changed with `a.md`.
    if (config === strict) {
      expect(first).not.toContain('broken-internal-link')
      expect(second).toContain('broken-internal-link')
      expect(second).toContain('shared-paragraph')
    }

    renameSync(path.join(cwd, 'a.md'), path.join(cwd, 'd.md'))
    expect(await linted(settings)).toEqual(['d.md'])
    await lint(settings)
  })

  it('keeps what reports ask for', async () => {
    const cwd = makeFolder(site)
    const keep = {text: true, claims: true, rendering: true}
    expect(await linted({cwd, config: false})).toHaveLength(3)
    expect(await linted({cwd, config: false, keep})).toHaveLength(3)
    expect(await linted({cwd, config: false, keep})).toEqual([])
    const [a] = (await lintFiles(['.'], {cwd, config: false, keep, cache: {}})).files
    expect(a?.text).toBe(site['a.md'])
    await lint({cwd, config: false, keep})
    // Both are kept.
    expect(await linted({cwd, config: false})).toEqual([])
  })

  it('repairs what can be repaired', async () => {
    const cwd = makeFolder({...site, 'd.md': `# The inn\n\n${copied}\n\n${copied}\n`})
    const settings = {cwd, config: false} as const
    await linted(settings)
    expect(await linted({...settings, fix: 'dry-run'})).toEqual(['d.md'])
    await lint({...settings, fix: 'dry-run'})
    const {files} = await lintFiles(['.'], {...settings, fix: 'write', cache: {}})
    expect(files.map(({fixed}) => fixed > 0)).toEqual([false, false, false, true])
    expect(readFileSync(path.join(cwd, 'd.md'), 'utf8')).toBe(`# The inn\n\n${copied}\n`)
    expect(await linted(settings)).toEqual(['d.md'])
    await lint(settings)
    expect(await linted({...settings, fix: 'write'})).toEqual([])
  })

  it('keeps nothing of articles that could not be linted whole', async () => {
    const cwd = makeFolder({
      'a.md': '---\narticlelint:\n  rules:\n    empty-sectoin: error\n---\n\n# A\n\nThe ferry.\n',
      'b.md': Buffer.from([0x23, 0x20, 0xff, 0xfe])
    })
    const settings = {cwd, config: false} as const
    await linted(settings)
    expect(await linted(settings)).toEqual(['a.md', 'b.md'])
    expect(JSON.parse(await lint(settings)).problems).toHaveLength(2)
  })

  it('has articles with rules of plugins linted, and only those', async () => {
    const cwd = makeFolder({
      ...site,
      '.articlelintrc.json': JSON.stringify({
        plugins: ['./plugin.js'],
        rules: {'acme/word': 'off'},
        overrides: [{files: 'c.md', rules: {'acme/word': 'warn'}}]
      }),
      'package.json': '{"type": "module"}',
      'plugin.js': `export default [{
        id: 'acme/word', summary: 'Flag words.', category: 'style', recommended: 'warn', options: {},
        messages: {word: () => 'a word'}, check(document, options, report) { report('word', {range: [0, 1]}) }
      }]`
    })
    const first = await lintFiles(['.'], {cwd, cache: {}})
    expect(first.problems).toEqual([])
    expect(JSON.stringify(first)).toContain('acme/word')
    expect(await linted({cwd})).toEqual(['c.md'])
    await lint({cwd})
  })

  it('forgets what nobody asks for', async () => {
    const cwd = makeFolder(site)
    const settings = {cwd, config: false} as const
    await linted(settings)
    const day = Math.floor(Date.now() / 86_400_000)
    const file = path.join(cwd, usual, 'a.cache')
    const entry = (days: number): Entry => ({
      digest: '0'.repeat(64),
      day: day - days,
      today: undefined,
      isFixable: false,
      value: Buffer.from('{}')
    })
    for (const name of cacheFiles(path.join(cwd, usual))) {
      const environment = readFileSync(name, 'latin1').split(' ')[3] ?? ''
      const entries = new Map(readCacheFile(name, environment).entries)
      expect(entries.size).toBeGreaterThan(0)
      // All that is of use is as old as what goes.
      for (const [id, known] of entries) entries.set(id, {...known, day: day - 31})
      entries.set('a'.repeat(32), entry(31)).set('b'.repeat(32), entry(30))
      writeCacheFile(name, environment, entries)
      writeCacheFile(file, environment, entries)
    }
    expect(await linted(settings)).toEqual([])
    for (const name of cacheFiles(path.join(cwd, usual)).filter((name) => name !== file)) {
      const environment = readFileSync(name, 'latin1').split(' ')[3] ?? ''
      const {entries} = readCacheFile(name, environment)
      expect(entries.has('a'.repeat(32))).toBe(false)
      expect(entries.get('b'.repeat(32))?.day).toBe(day - 30)
      expect([...entries.values()].filter((one) => one.day === day).length).toBe(entries.size - 1)
    }
    expect(await linted(settings)).toEqual([])
    // What no run has a use for is not looked at; files of others are left alone.
    const old = new Date(Date.now() - 34 * 86_400_000)
    const names = ['3f.cache', '3f.cache-0123456789ab.tmp', 'mine.cache', 'notes.txt']
    for (const name of names) {
      writeFileSync(path.join(cwd, usual, name), '')
      utimesSync(path.join(cwd, usual, name), old, old)
    }
    await linted(settings)
    expect(readdirSync(path.join(cwd, usual)).filter((name) => names.includes(name))).toEqual([
      'mine.cache',
      'notes.txt'
    ])
  })

  it('holds at most 8 MB in a file, those of use last', () => {
    const file = path.join(makeFolder({}), 'cache', '00.cache')
    const value = Buffer.from(JSON.stringify({text: 'x'.repeat(1024 * 1024)}))
    const entries = new Map(
      Array.from({length: 12}, (_, index): [string, Entry] => [
        index.toString(16).padStart(32, '0'),
        {digest: '0'.repeat(64), day: 20_000 + index, today: undefined, isFixable: false, value}
      ])
    )
    writeCacheFile(file, 'e'.repeat(64), entries)
    const read = readCacheFile(file, 'e'.repeat(64))
    expect(read.isFaulty).toBe(false)
    expect([...read.entries.values()].map(({day}) => day)).toEqual(
      [11, 10, 9, 8, 7, 6, 5].map((index) => 20_000 + index)
    )
  })
})

describe('fault 35, an outcome that does not hold any more', () => {
  const base = {config: false} as const
  const asks: Readonly<Record<string, Partial<LintFilesSettings>>> = {
    'another severity': {rules: {'empty-section': 'error'}},
    'another option': {rules: {'unsourced-claim': ['warn', {minConfidence: 0.99}]}},
    'fewer rules': {skip: ['empty-section']},
    'one rule': {only: ['empty-section']},
    'another language': {language: 'de'},
    'another parser': {parser: 'text'},
    'no comments': {inlineConfig: false}
  }
  it.each(Object.entries(asks))('%s', async (_, more) => {
    const cwd = makeFolder(site)
    const settings = {...base, ...more, cwd}
    await linted({...base, cwd})
    expect(await linted(settings)).toEqual(['a.md', 'b.md', 'c.md'])
    await lint(settings)
    // One way does not push out the other.
    expect(await linted({...base, cwd})).toEqual([])
    expect(await linted(settings)).toEqual([])
    await lint({...base, cwd})
  })

  it('a config that changed, for some of the articles', async () => {
    const rc = (rules: object): string => JSON.stringify({overrides: [{files: 'a.md', rules}]})
    const cwd = makeFolder({...site, '.articlelintrc.json': rc({})})
    await linted({cwd})
    writeFileSync(path.join(cwd, '.articlelintrc.json'), rc({'empty-section': 'off'}))
    expect(await linted({cwd})).toEqual(['a.md'])
    expect(await lint({cwd})).not.toContain('empty-section')
  })

  it('front matter with rules of its own, and what the run sets above it', async () => {
    const rules = '---\narticlelint:\n  rules:\n    empty-section: off\n    shared-paragraph: warn\n---\n\n'
    const cwd = makeFolder({...site, 'a.md': rules + site['a.md'], 'b.md': rules + site['b.md']})
    await linted({...base, cwd})
    expect(await linted({...base, cwd})).toEqual([])
    const silent = await lint({...base, cwd})
    expect(silent).not.toContain('empty-section')
    expect(silent).toContain('shared-paragraph')
    const loud = {...base, cwd, rules: {'empty-section': 'error'}} as const
    expect(await linted(loud)).toHaveLength(3)
    expect(await lint(loud)).toContain('empty-section')
  })

  it('another day, for comments that end, and for no other article', async () => {
    const cwd = makeFolder({
      ...site,
      'a.md': `<!-- articlelint-disable empty-section -- known (until 2030-05-02) -->\n\n${site['a.md']}`,
      'c.md': `<!-- articlelint-disable -- known -->\n\n${site['c.md']}`
    })
    const on = (today: string | undefined) => ({...base, cwd, today})
    await linted(on('2030-05-02'))
    expect(await linted(on('2030-05-02'))).toEqual([])
    expect(await lint(on('2030-05-02'))).not.toContain('"empty-section"')
    expect(await linted(on('2030-05-03'))).toEqual(['a.md'])
    expect(await lint(on('2030-05-03'))).toContain('"empty-section"')
    expect(await linted(on(undefined))).toEqual(['a.md'])
    expect(await linted(on(undefined))).toEqual(['a.md'])
    await lint(on('2030-05-02'))
  })

  it('another name, as messages tell it', async () => {
    const cwd = makeFolder({'one/a.md': site['a.md'], 'package.json': '{}', 'node_modules/.keep': ''})
    const location = path.join(cwd, 'cache')
    await linted({...base, cwd}, {location})
    expect(await linted({...base, cwd: path.join(cwd, 'one')}, {location})).toEqual(['a.md'])
    await lint({...base, cwd: path.join(cwd, 'one')}, {location})
  })

  it('an article that changes while it is linted', async () => {
    const cwd = makeFolder(site)
    const file = path.join(cwd, 'c.md')
    const chosen = await chooseFiles(['.'], {...base, cwd})
    const jobs = chosen.map(({file, config}) => ({file, config, shown: path.basename(file)}))
    const outcomes = createCache({}, {}, cwd).lint(jobs, (left, more) => {
      // It was looked for in the cache with the old text.
      writeFileSync(file, '# The mill\n\n## The brook\n\n## The wheel\n\nIt turns.\n')
      return lintJobs(left, more)
    })
    for await (const _ of outcomes);
    writeFileSync(file, site['c.md'])
    expect(await linted({...base, cwd})).toEqual(['c.md'])
    await lint({...base, cwd})
  })

  it('another version of the linter, silently', async () => {
    const cwd = makeFolder(site)
    await linted({...base, cwd})
    for (const name of cacheFiles(path.join(cwd, usual))) {
      const environment = readFileSync(name, 'latin1').split(' ')[3] ?? ''
      writeCacheFile(name, 'e'.repeat(64), readCacheFile(name, environment).entries)
    }
    expect(await linted({...base, cwd})).toHaveLength(3)
    await lint({...base, cwd})
  })
})

describe('where the cache lies', () => {
  const settings = {config: false} as const

  it('in node_modules of the project, and git leaves it alone', async () => {
    const cwd = makeFolder({
      'package.json': '{}',
      'node_modules/x/package.json': '{}',
      'posts/a.md': site['a.md']
    })
    await linted({...settings, cwd: path.join(cwd, 'posts')})
    const folder = path.join(cwd, 'node_modules/.cache/articlelint')
    expect(cacheFiles(folder)).toHaveLength(1)
    expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe('*\n')
    expect(await linted({...settings, cwd: path.join(cwd, 'posts')})).toEqual([])
  })

  it('in the folder one stands in, where node_modules is that of another project', async () => {
    const other = makeFolder({'x/package.json': '{}'})
    const cwd = makeFolder({...site, 'package.json': '{}'})
    symlinkSync(other, path.join(cwd, 'node_modules'))
    await linted({...settings, cwd})
    expect(existsSync(path.join(other, '.cache'))).toBe(false)
    expect(cacheFiles(path.join(cwd, usual)).length).toBeGreaterThan(0)
  })

  it('where it is told', async () => {
    const cwd = makeFolder(site)
    await linted({...settings, cwd}, {location: 'tmp/cache'})
    expect(cacheFiles(path.join(cwd, 'tmp/cache')).length).toBeGreaterThan(0)
    expect(existsSync(path.join(cwd, usual))).toBe(false)
  })

  test('a file or folder in the way is told, and the run goes on', async () => {
    const cwd = makeFolder({...site, [usual]: ''})
    expect(await notesOf({...settings, cwd})).toHaveLength(1)
    expect(await notesOf({...settings, cwd}, {location: 'a.md/cache'})).toHaveLength(1)
    mkdirSync(path.join(cwd, 'cache'))
    for (let index = 0; index < 64; index++)
      mkdirSync(path.join(cwd, 'cache', `${index.toString(16).padStart(2, '0')}.cache`))
    expect(await notesOf({...settings, cwd}, {location: 'cache'})).toHaveLength(2)
    expect(readdirSync(path.join(cwd, 'cache')).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await linted({...settings, cwd}, {location: 'cache'})).toHaveLength(3)
  })
})
