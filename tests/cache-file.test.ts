import {hash} from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {type Entries, type Entry, readCacheFile, writeCacheFile} from '../src/engine/cache/cache-file.ts'
import {makeFolder} from './setup/folder.ts'

const environment = 'e'.repeat(64)
const id = (digit: string): string => digit.repeat(32)

function entry(fields: Partial<Entry> = {}): Entry {
  const value = Buffer.from('{"é": [1]}')
  return {digest: 'd'.repeat(64), day: 20_000, today: undefined, isFixable: false, value, ...fields}
}

const plain = (entries: Entries) =>
  [...entries].map(([key, {value, ...fields}]) => [key, {...fields, value: value.toString()}])

/** A file with these entries in a folder of its own. */
function written(entries: readonly (readonly [string, Entry])[]): string {
  const file = path.join(makeFolder({}), 'cache', '00.cache')
  writeCacheFile(file, environment, new Map(entries))
  return file
}

const faulty = {entries: new Map(), isFaulty: true}
const empty = {entries: new Map(), isFaulty: false}

describe('a file of the cache', () => {
  it('gives back what was written, those of use last first', () => {
    const file = written([
      [id('b'), entry({day: 7})],
      [id('1'), entry({day: 7, isFixable: true, today: '2030-05-02'})],
      [id('c'), entry({day: 999_999, value: Buffer.from('{}')})],
      [id('a'), entry({day: 7})]
    ])
    const {entries, isFaulty} = readCacheFile(file, environment)
    expect(isFaulty).toBe(false)
    expect(plain(entries)).toEqual([
      [id('c'), {digest: 'd'.repeat(64), day: 999_999, today: undefined, isFixable: false, value: '{}'}],
      [id('1'), {digest: 'd'.repeat(64), day: 7, today: '2030-05-02', isFixable: true, value: '{"é": [1]}'}],
      [id('a'), {digest: 'd'.repeat(64), day: 7, today: undefined, isFixable: false, value: '{"é": [1]}'}],
      [id('b'), {digest: 'd'.repeat(64), day: 7, today: undefined, isFixable: false, value: '{"é": [1]}'}]
    ])
    expect(readFileSync(file, 'latin1').split('\n')[0]).toMatch(/^articlelint cache 1 e{64} [\da-f]{64}$/)
    expect(readCacheFile(written([]), environment)).toEqual(empty)
  })

  it('is the same for the same entries, in any order', () => {
    const entries = ['3', '1', '2'].map((digit) => [id(digit), entry()] as const)
    expect(readFileSync(written(entries))).toEqual(readFileSync(written(entries.toReversed())))
  })

  it('need not exist, and may be of another version', () => {
    const file = written([[id('a'), entry()]])
    expect(readCacheFile(path.join(path.dirname(file), 'gone'), environment)).toEqual(empty)
    expect(readCacheFile(path.join(file, 'below'), environment).entries.size).toBe(0)
    expect(readCacheFile(file, 'f'.repeat(64))).toEqual(empty)
  })

  it.each([
    ['a flipped bit in a value', (text: string) => text.replace('[1]', '[0]')],
    ['an end cut off', (text: string) => text.slice(0, -1)],
    ['more at its end', (text: string) => `${text}\n`],
    ['another format', (text: string) => text.replace('cache 1', 'cache 2')],
    ['a longer header', (text: string) => ` ${text}`],
    ['no header', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['nothing in it', () => '']
  ])('is of no use with %s', (_, change) => {
    const file = written([[id('a'), entry()]])
    writeFileSync(file, change(readFileSync(file, 'latin1')), 'latin1')
    expect(readCacheFile(file, environment)).toEqual(faulty)
  })

  const bad: [what: string, key: string, fields: Partial<Entry>][] = [
    ['an id that is too short', 'a'.repeat(31), {}],
    ['an id that is no number', 'g'.repeat(32), {}],
    ['an id with something before it', `x ${id('a')}`, {}],
    ['a digest that is too long', id('a'), {digest: 'd'.repeat(65)}],
    ['a day that is none', id('a'), {day: -1}],
    ['a day too far off', id('a'), {day: 1_234_567}],
    ['a date that is none', id('a'), {today: '2030-5-02'}],
    ['a value that is no object', id('a'), {value: Buffer.from('1')}],
    ['a value with a line end', id('a'), {value: Buffer.from('{"a":\n1}')}],
    ['a head that is too long', `${' '.repeat(200)}${id('a')}`, {}]
  ]
  /** A file with such a body, and the checksum that fits it. */
  function withBody(body: string): string {
    const file = written([])
    const head = readFileSync(file, 'latin1').split(' ').slice(0, 3).join(' ')
    writeFileSync(
      file,
      `${head} ${environment} ${hash('sha256', Buffer.from(body, 'latin1'))}\n${body}`,
      'latin1'
    )
    return file
  }

  const line = `${id('a')} ${'d'.repeat(64)} 20000 2030-05-02 1 {}\n`
  it.each([
    ['a whole line', line, false],
    ['a line that does not end', line.slice(0, -1), true],
    ['a line without a value', line.replace('{}', ''), true],
    ['a line of another shape', 'x {}\n', true],
    ['an empty line', `\n${line}`, true],
    ['a value on the next line', line.replace('{}', '\n{}'), true],
    ['a head that has more at its end', line.replace('{}', 'x{}'), true],
    ['a digest that is none', line.replace('d', 'x'), true]
  ])('with a checksum that fits, of %s', (_, body, isFaulty) => {
    expect(readCacheFile(withBody(body), environment).isFaulty).toBe(isFaulty)
  })

  it.each(bad)('is of no use with %s, whatever its checksum', (_, key, fields) => {
    const file = written([
      [id('b'), entry()],
      [key, entry({day: 1, ...fields})]
    ])
    expect(readCacheFile(file, environment)).toEqual(faulty)
  })

  it('is a plain file of at most 8 MB', () => {
    const file = written([[id('a'), entry()]])
    const link = path.join(path.dirname(file), 'link.cache')
    symlinkSync(file, link)
    expect(readCacheFile(link, environment)).toEqual(faulty)
    expect(readCacheFile(path.dirname(file), environment)).toEqual(faulty)
    truncateSync(file, 8 * 1024 * 1024 + 1)
    expect(readCacheFile(file, environment)).toEqual(faulty)
  })

  it('is filled to the last byte, and leaves out what does not fit', () => {
    const most = 8 * 1024 * 1024
    const fixed = statSync(written([])).size + `${id('a')} ${'d'.repeat(64)} 20000 - 0 `.length + 1
    const sized = (size: number) => entry({value: Buffer.from(`{${' '.repeat(size - 2)}}`)})
    const full = written([[id('a'), sized(most - fixed)]])
    expect(statSync(full).size).toBe(most)
    expect(readCacheFile(full, environment).entries.size).toBe(1)
    const over = written([
      [id('a'), sized(most - fixed + 1)],
      [id('b'), entry()]
    ])
    expect([...readCacheFile(over, environment).entries.keys()]).toEqual([id('b')])
    const two = written([
      [id('a'), sized(most - fixed - 100)],
      [id('b'), sized(100)],
      [id('c'), sized(2)]
    ])
    expect([...readCacheFile(two, environment).entries.keys()]).toEqual([id('a')])
  })
})

describe('the folder of the cache', () => {
  it('is made where it is not, and git leaves it alone', () => {
    const root = makeFolder({})
    const file = path.join(root, 'a', 'b', 'c', '00.cache')
    writeCacheFile(file, environment, new Map())
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['.gitignore', '00.cache'])
    expect(readFileSync(path.join(root, 'a/b/c/.gitignore'), 'utf8')).toBe('*\n')
    expect(readdirSync(path.join(root, 'a/b'))).toEqual(['c'])
    writeCacheFile(file, environment, new Map())
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['.gitignore', '00.cache'])
  })

  it('is left as it is where it is', () => {
    const root = makeFolder({'mine.txt': 'mine'})
    writeCacheFile(path.join(root, '00.cache'), environment, new Map())
    expect(readdirSync(root).sort()).toEqual(['00.cache', 'mine.txt'])
  })

  it('can not be made below a file', () => {
    const root = makeFolder({a: 'mine'})
    const write = () => writeCacheFile(path.join(root, 'a', 'b', '00.cache'), environment, new Map())
    expect(write).toThrow(expect.objectContaining({code: 'ENOTDIR'}))
    expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('mine')
  })

  it.runIf(existsSync('/proc'))('can not be made where none can be, and that ends', () => {
    expect(() => writeCacheFile('/proc/articlelint/b/00.cache', environment, new Map())).toThrow(
      expect.objectContaining({code: 'ENOENT'})
    )
  })

  it('has nothing left behind when the file can not take its place', () => {
    const file = path.join(makeFolder({}), '00.cache')
    mkdirSync(path.join(file, 'x'), {recursive: true})
    expect(() => writeCacheFile(file, environment, new Map())).toThrow()
    expect(readdirSync(path.dirname(file))).toEqual(['00.cache'])
  })
})
