import {spawnSync} from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {UsageError} from '../../src/engine/error.ts'
import {checkSources} from '../../src/engine/verify/index.ts'
import {openLockFile} from '../../src/engine/verify/lock-file.ts'
import {formatRecords, parseRecords} from '../../src/engine/verify/lock-format.ts'
import {recordShape} from '../../src/engine/verify/lock-shape.ts'
import type {SourceRecord} from '../../src/sources/model.ts'
import {makeFolder} from '../setup/folder.ts'
import {online, query} from './sources.ts'

const url = 'https://a.example/rain'
const alive: SourceRecord = {
  url,
  state: 'alive',
  fetched: '2026-11-19',
  isReadable: true,
  statements: [{text: 'It rained 32 mm.', figures: [{text: '32 mm', verdict: 'supported'}], quotations: []}]
}

function fileOf(...sources: readonly unknown[]): string {
  return JSON.stringify({version: 1, sources})
}

function refusalOf(text: string): string {
  try {
    parseRecords(text, 's.json')
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  return expect.fail('expected a UsageError')
}

function folderWith(text: string): string {
  return makeFolder({'articlelint.sources.json': text})
}

describe('the text of a lock file that a stranger wrote', () => {
  it.each(Object.keys(recordShape))('no other type is taken for `%s`', (key) => {
    for (const value of [null, {}, [null], [[]], 1.5, -1, Number.MAX_VALUE, false, {length: 1}, [{}]])
      expect(refusalOf(fileOf({...alive, [key]: value}))).toContain(`\`${key}\``)
  })

  it.each(['text', 'figures', 'quotations', 'isElsewhere'])('nor for `%s` of a statement', (key) => {
    const [statement] = alive.statements
    for (const value of [null, {}, 1, [1], [{text: 'a'}], [{text: 'a', verdict: 'absent', more: 1}]])
      expect(refusalOf(fileOf({...alive, statements: [{...statement, [key]: value}]}))).toContain(
        'statements'
      )
  })

  it.each([
    ['hash', '0123456789abcde', '0123456789abcdef0', '0123456789ABCDEF', 1234567890123456],
    ['published', '24', '2024-', '2024-1', '2024-01-01-01', 'x2024', '2024x', 2024],
    ['updated', 'now', '2024-01-0', 2024],
    ['fetched', '2026', '2026-11-31', '2026-11-19T00:00:00Z', ' 2026-11-19', 20_261_119],
    ['title', 'a'.repeat(302)],
    ['cause', 'toString', 'true', true],
    ['status', '200', 200.5, -200],
    ['isMoved', false, 1, 'true'],
    ['finalUrl', 'javascript:alert(1)', 'https://a.example', 'https://a.example/#b', '//a.example/', '/a'],
    ['lost', [{text: 'a'}], [{text: 'a', on: '2026'}], [{text: 1, on: '2026-11-19'}]]
  ])('what is near a `%s` is none', (key, ...values) => {
    for (const value of values)
      expect(refusalOf(fileOf({...alive, [key as string]: value})), String(value)).toContain(`\`${key}\``)
  })

  it.each([
    ['hash', '0123456789abcdef'],
    ['published', '2024-05-06'],
    ['updated', '2024'],
    ['title', 'a'.repeat(301)],
    ['cause', 'redirect-loop'],
    ['lost', [{text: 'a', on: '2026-11-19'}]]
  ])('a `%s` is taken', (key, value) => {
    expect(parseRecords(fileOf({...alive, [key]: value}), 's.json').get(url)).toHaveProperty(key, value)
  })

  it.each([
    ['null', /^`s\.json` is no lock file/],
    ['1', /^`s\.json` is no lock file/],
    ['"version sources"', /^`s\.json` is no lock file/],
    ['{"sources": []}', /^`s\.json` is no lock file/],
    ['{"version": 1}', /^`s\.json` is no lock file/],
    ['{"version": [1], "sources": []}', /version of no number,/],
    ['{"version": {}, "sources": []}', /version of no number,/],
    ['{"version": "1", "sources": []}', /version 1,/],
    ['{"version": null, "sources": []}', /version null,/],
    [fileOf(null), /^s\.json: source 1: /],
    [fileOf(alive, []), /^s\.json: source 2: /],
    [fileOf({...alive, url: 1}), /^s\.json: source 1: .*`url`/],
    [fileOf({...alive, ['x'.repeat(5000)]: 1}), /`x{40}` of a source/],
    [`\n<<<<<<< ours\n${fileOf(alive)}`, /^s\.json:2:1: .*merge conflict/]
  ])('%# is refused with its place', (text, expected) => {
    expect(refusalOf(text)).toMatch(expected)
  })

  it('a mark of a byte order is none of the text, and a conflict is one at the start of a line', () => {
    expect(parseRecords(`\uFEFF${fileOf(alive)}`, 's.json').size).toBe(1)
    expect(refusalOf(fileOf().replace('1', '1\uFEFF'))).toContain('JSON')
    const statements = [{text: 'See <<<<<<< ours', figures: [], quotations: []}]
    expect(parseRecords(fileOf({...alive, statements}), 's.json').size).toBe(1)
  })

  it('all lists stand in one order', () => {
    const lost = ['b', 'c', 'a'].map((text) => ({text, on: '2026-01-02'}))
    const record = {...alive, fragments: ['b', 'c', 'a'], missingAnchors: ['c', 'b', 'a'], lost}
    const read = JSON.parse(formatRecords(new Map([[url, record]]))).sources[0]
    expect(read.fragments).toEqual(['a', 'b', 'c'])
    expect(read.missingAnchors).toEqual(['a', 'b', 'c'])
    expect(read.lost.map(({text}: {readonly text: string}) => text)).toEqual(['a', 'b', 'c'])
    const addresses = ['https://c.example/', 'https://a.example/', 'https://b.example/']
    const all = JSON.parse(formatRecords(new Map(addresses.map((url) => [url, {...alive, url}]))))
    expect(all.sources.map(({url}: SourceRecord) => url)).toEqual(addresses.toSorted())
    expect(
      formatRecords(new Map([[url, {...alive, title: 'a\u3164\u{1D173}\u{1D172}\u{1D174}\u0085b'}]]))
    ).toContain('a\\u3164\\ud834\\udd73\u{1D172}\\ud834\\udd74\\u0085b')
  })

  it('keys of prototypes are words like others, or refused', () => {
    const proto = '{"isReadable": true, "state": "dead", "fetched": "2026-11-19"}'
    const words = JSON.stringify(alive).replaceAll('It rained 32 mm.', '__proto__')
    const read = parseRecords(`{"version": 1, "__proto__": ${proto}, "sources": [${words}]}`, 's.json')
    expect(read.get(url)?.statements[0]?.text).toBe('__proto__')
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const withKey = JSON.stringify(alive).replace('{', `{"${key}": ${proto}, `)
      expect(refusalOf(`{"version": 1, "sources": [${withKey}]}`)).toContain(key)
      expect(refusalOf(`{"version": 1, "sources": {"${key}": ${proto}}}`)).toContain('`sources`')
    }
    expect(refusalOf(`{"__proto__": {"version": 1, "sources": []}}`)).toContain('no lock file')
    expect(Object.hasOwn(Object.prototype, 'isReadable')).toBe(false)
  })

  it('of a thousand records of one address the newest holds, the later of two of a day', () => {
    const list = Array.from({length: 1000}, (_, index) => ({
      ...alive,
      fetched: `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
      title: `Title ${index}`
    }))
    const read = parseRecords(fileOf(...list), 's.json')
    expect(read.size).toBe(1)
    expect(read.get(url)).toMatchObject({fetched: '2026-01-28', title: 'Title 979'})
  })

  it('a record of one address says nothing of those that look like it', async () => {
    const folder = folderWith(fileOf(alive))
    const {sources} = await checkSources([], online({mode: 'locked'}), folder)
    expect(sources.recordOf(`${url}#part`)).toEqual(alive)
    for (const other of [
      'http://a.example/rain',
      `${url}/`,
      `${url}?`,
      'https://a.example/RAIN',
      'https://а.example/rain'
    ])
      expect(sources.recordOf(other), other).toBeUndefined()
  })

  it('what it says of another statement, however alike, is no verdict', async () => {
    const folder = folderWith(fileOf(alive))
    const asked = [query(url, 'It rained 33 mm.', '33 mm')]
    const {sources, isComplete, notes} = await checkSources(asked, online({mode: 'locked'}), folder)
    expect(sources.verdictOf(url, {text: 'It rained 33 mm.'})).toBeUndefined()
    expect(sources.verdictOf(url, {text: 'It rained 32 mm'})).toBeUndefined()
    expect(sources.verdictOf(url, {text: 'It rained 32 mm.'})).toEqual(alive.statements[0])
    expect({isComplete, notes: notes.length}).toEqual({isComplete: false, notes: 1})
    // The same words with another figure in them: what was looked for is not what is asked.
    const other = await checkSources([query(url, 'It rained 32 mm.', '32')], online({mode: 'locked'}), folder)
    expect(other.isComplete).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('what stands in the place of a lock file', () => {
  const secret = 'root:x:0:0:a secret'

  it('a link to another file shows nothing of it, and leaves it alone', async () => {
    const folder = makeFolder({passwd: `${secret}\n`, 'data.json': JSON.stringify({secret})})
    for (const target of ['passwd', 'data.json']) {
      const link = path.join(folder, 's.json')
      symlinkSync(path.join(folder, target), link)
      const error = await openLockFile(link, 's.json', true).then(
        () => expect.fail('expected a UsageError'),
        (error: Error) => error
      )
      expect(error).toBeInstanceOf(UsageError)
      expect(error.message).not.toContain('secret')
      expect(error.message).not.toContain('root')
      rmSync(link)
    }
    expect(readFileSync(path.join(folder, 'passwd'), 'utf8')).toBe(`${secret}\n`)
  })

  it('a link to where nothing is makes nothing there', async () => {
    const folder = makeFolder({'a/b.txt': ''})
    const link = path.join(folder, 's.json')
    symlinkSync(path.join(folder, 'a/made.json'), link)
    const error = await openLockFile(link, 's.json', true)
      .then((lock) => lock.write(new Map([[url, alive]])))
      .then(
        () => expect.fail('expected a UsageError'),
        (error: unknown) => error
      )
    expect(error).toBeInstanceOf(UsageError)
    expect(readdirSync(path.join(folder, 'a'))).toEqual(['b.txt'])
    expect(readdirSync(folder).sort()).toEqual(['a', 's.json'])
  })

  it('a link to a lock file is followed, and stays', async () => {
    const folder = makeFolder({'shared/s.json': fileOf(alive)})
    const link = path.join(folder, 's.json')
    symlinkSync('shared/s.json', link)
    const lock = await openLockFile(link, 's.json', true)
    const later = {...alive, fetched: '2026-11-20'}
    await lock.write(new Map([[url, later]]))
    expect(readlinkSync(link)).toBe('shared/s.json')
    expect(readFileSync(path.join(folder, 'shared/s.json'), 'utf8')).toBe(
      formatRecords(new Map([[url, later]]))
    )
  })

  it('a folder, a pipe, a device, a link to itself and a place under a file are refused at once', async () => {
    const folder = makeFolder({file: ''})
    const at = (name: string): string => path.join(folder, name)
    mkdirSync(at('folder'))
    spawnSync('mkfifo', [at('pipe')])
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
    symlinkSync('/dev/zero', at('device'))
    symlinkSync('loop', at('loop'))
    for (const name of ['folder', 'pipe', 'device', 'loop', 'file/s.json'])
      for (const isWritten of [true, false])
        await expect(openLockFile(at(name), name, isWritten), name).rejects.toThrow(UsageError)
    for (const name of ['folder', 'pipe', 'device'])
      await expect(openLockFile(at(name), name, false)).rejects.toThrow(/^`\w+` is no file/)
  })

  it('one of more than 256 MB is not read', async () => {
    const folder = folderWith(' ')
    const file = path.join(folder, 'articlelint.sources.json')
    truncateSync(file, 256 * 1024 * 1024 + 1)
    const before = process.memoryUsage().rss
    await expect(openLockFile(file, 's.json', false)).rejects.toThrow(/257 MB.* 256 MB/)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })
})

describe('a lock file that changes during the run', () => {
  const dry = {...alive, url: 'https://b.example/dry'}

  it('is written anew where it was removed, and keeps what else came', async () => {
    const folder = folderWith(fileOf(alive))
    const file = path.join(folder, 'articlelint.sources.json')
    const lock = await openLockFile(file, 's.json', true)
    rmSync(file)
    await lock.write(new Map([[dry.url, dry]]))
    expect(readFileSync(file, 'utf8')).toBe(formatRecords(new Map([[dry.url, dry]])))
    writeFileSync(file, fileOf(alive, {...dry, title: 'Theirs'}))
    await lock.write(new Map([[dry.url, dry]]))
    expect(readFileSync(file, 'utf8')).toBe(
      formatRecords(
        new Map([
          [url, alive],
          [dry.url, dry]
        ])
      )
    )
  })

  it('is left alone where nothing changes, and keeps an empty list where all goes', async () => {
    const folder = folderWith(formatRecords(new Map([[url, alive]])))
    const file = path.join(folder, 'articlelint.sources.json')
    const {ino} = lstatSync(file)
    const lock = await openLockFile(file, 's.json', true)
    expect(lock.exists).toBe(true)
    await lock.write(new Map([[url, alive]]))
    expect(lstatSync(file).ino).toBe(ino)
    await lock.write(new Map(), new Set([url]))
    expect(readFileSync(file, 'utf8')).toBe(formatRecords(new Map()))
  })

  it('two runs that make it at the same time have both their records in it', async () => {
    const folder = makeFolder({})
    const file = path.join(folder, 's.json')
    const locks = await Promise.all([openLockFile(file, 's.json', true), openLockFile(file, 's.json', true)])
    await Promise.all([locks[0].write(new Map([[url, alive]])), locks[1].write(new Map([[dry.url, dry]]))])
    expect([...parseRecords(readFileSync(file, 'utf8'), 's.json').keys()].sort()).toEqual(
      [url, dry.url].sort()
    )
  })

  it('becomes a folder: nothing is lost but the run’s own', async () => {
    const folder = folderWith(fileOf(alive))
    const file = path.join(folder, 'articlelint.sources.json')
    const lock = await openLockFile(file, 's.json', true)
    rmSync(file)
    mkdirSync(file)
    await expect(lock.write(new Map([[dry.url, dry]]))).rejects.toThrow(UsageError)
    expect(readdirSync(folder)).toEqual(['articlelint.sources.json'])
  })

  it('runs that write at the same time leave it whole, with what was there before', async () => {
    const folder = folderWith(fileOf(alive))
    const file = path.join(folder, 'articlelint.sources.json')
    const own = Array.from({length: 6}, (_, index) => ({...alive, url: `https://h${index}.example/`}))
    const written = await Promise.allSettled(
      own.map(async (record) => {
        const lock = await openLockFile(file, 's.json', true)
        await lock.write(new Map([[record.url, record]]))
        parseRecords(readFileSync(file, 'utf8'), 's.json')
      })
    )
    for (const one of written) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(UsageError)
    const read = parseRecords(readFileSync(file, 'utf8'), 's.json')
    expect(read.get(url)).toEqual(alive)
    expect(own.filter((record) => read.has(record.url)).length).toBeGreaterThan(0)
    expect(readdirSync(folder)).toEqual(['articlelint.sources.json'])
  })
})
