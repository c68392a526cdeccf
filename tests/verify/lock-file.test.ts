import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {UsageError} from '../../src/engine/error.ts'
import {openLockFile} from '../../src/engine/verify/lock-file.ts'
import {formatRecords, parseRecords, type Records} from '../../src/engine/verify/lock-format.ts'
import type {SourceRecord} from '../../src/sources/model.ts'
import {makeFolder} from '../setup/folder.ts'

const alive: SourceRecord = {
  url: 'https://b.example/rain',
  state: 'alive',
  status: 200,
  finalUrl: 'https://b.example/rain-2026',
  isMoved: true,
  fetched: '2026-11-19',
  hash: '0123456789abcdef',
  title: 'Rain',
  published: '2024-05',
  updated: '2025',
  isReadable: true,
  fragments: ['july', 'june'],
  missingAnchors: ['july'],
  statements: [
    {
      text: 'It rained 32 mm.',
      figures: [{text: '32 mm', verdict: 'contradicted', closest: '31 mm', passage: 'It rained 31 mm.'}],
      quotations: []
    },
    {text: 'A dry June.', figures: [], quotations: [{text: 'dry', verdict: 'supported'}], isElsewhere: true}
  ],
  lost: [{text: 'It rained 32 mm.', on: '2026-01-02'}]
}
const dead: SourceRecord = {
  url: 'https://a.example/',
  state: 'dead',
  cause: 'gone',
  status: 404,
  fetched: '2026-11-18',
  statements: []
}

function records(...list: SourceRecord[]): Records {
  return new Map(list.map((record) => [record.url, record]))
}

function errorOf(text: string): UsageError {
  try {
    parseRecords(text, 's.json')
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return error as UsageError
  }
  return expect.fail('expected a UsageError')
}

describe('the text of the lock file', () => {
  it('is the same for the same records, whatever their order was', () => {
    const text = formatRecords(records(alive, dead))
    const {statements, hash, ...rest} = alive
    const turned: SourceRecord = {hash: hash ?? '', statements: statements.toReversed(), ...rest}
    expect(formatRecords(records(dead, turned))).toBe(text)
    expect(formatRecords(parseRecords(text, 's.json'))).toBe(text)
    const read = parseRecords(text, 's.json')
    expect(read.get(dead.url)).toEqual(dead)
    expect(read.get(alive.url)).toEqual({...alive, statements: statements.toReversed()})
  })

  it('has a line for each property, sorted by address', () => {
    const lines = formatRecords(records(alive, dead)).split('\n')
    expect(lines[1]).toBe('  "version": 1,')
    expect(lines.filter((line) => /^ {6}"url"/.test(line))).toEqual([
      '      "url": "https://a.example/",',
      '      "url": "https://b.example/rain",'
    ])
    expect(lines.filter((line) => /"[^"]*": .*"[^"]*": /.test(line))).toEqual([])
    expect(lines.at(-1)).toBe('')
  })

  it('of none is short', () => {
    expect(formatRecords(new Map())).toBe('{\n  "version": 1,\n  "sources": []\n}\n')
    expect(parseRecords(formatRecords(new Map()), 's.json').size).toBe(0)
  })

  it('shows nothing that hides or turns text, and gives it back as it was', () => {
    const text = 'a\u202Eb\u0000c\uD800d\u200Be\u2028f\u{E0041}__proto__\u001B[2J'
    const hostile = {
      ...alive,
      statements: [{text, figures: [{text, verdict: 'absent' as const}], quotations: []}]
    }
    const written = formatRecords(records(hostile))
    expect(written).toMatch(/^[\n\u0020-\u007E]*$/)
    expect(Buffer.from(written).toString()).toBe(written)
    expect(parseRecords(written, 's.json').get(alive.url)?.statements).toEqual(hostile.statements)
  })

  it('after a merge by hand, the later of two records holds', () => {
    const later = {...dead, fetched: '2026-11-19'}
    const text = JSON.stringify({version: 1, sources: [later, dead, alive]})
    expect(parseRecords(text, 's.json').get(dead.url)).toEqual(later)
  })
})

describe('a lock file that can not be used', () => {
  const good = formatRecords(records(alive, dead))

  it.each([
    ['', /^s\.json:1:1: /],
    ['{"version": 1, "sources": [}', /^s\.json:1:28: /],
    [good.replace('"state": "alive",', '"state": "alive"'), /^s\.json:15:7: /],
    [good.replace('"statements": []', '"statements": [,]'), /^s\.json:10:22: /],
    [good.slice(0, 200), /^s\.json/],
    ['[]', /no lock file of sources/],
    ['{"version": 1, "suppressions": {}}', /no lock file of sources/],
    ['{"version": 2, "sources": []}', /version 2/],
    ['{"version": 1, "sources": {}}', /`sources`/],
    ['{"version": 1, "sources": [1]}', /source 1/],
    [good.replace('"alive"', '"merry"'), /^s\.json:13:\d+: .*`state`/],
    [good.replace('"gone"', '"bored"'), /^s\.json:5:\d+: .*`cause`/],
    [good.replace('"status": 404', '"status": "404"'), /`status`/],
    [good.replace('2026-11-18', '2026-02-30'), /`fetched`/],
    [good.replace('"status": 404', '"__proto__": {"a": 1}'), /`__proto__`/],
    [good.replace('"status": 404', '"constructor": 1'), /`constructor`/],
    [good.replace('https://a.example/', 'javascript:alert(1)'), /`url`/],
    [good.replace('https://a.example/', 'https://a.example/#x'), /`url`/],
    [good.replace('"passage": "', `"passage": "${'x'.repeat(400)}`), /`statements`/],
    [good.replace('"verdict": "absent"', '').replace('"supported"', '"fine"'), /`statements`/],
    [`${good.slice(0, 30)}\n<<<<<<< ours\n${good}`, /merge conflict/]
  ])('%# is refused with its place', (text, expected) => {
    expect(errorOf(text).message).toMatch(expected)
  })

  it('is never written over', async () => {
    const folder = makeFolder({'s.json': '{"mine": true}'})
    const file = path.join(folder, 's.json')
    await expect(openLockFile(file, 's.json', true)).rejects.toThrow(UsageError)
    expect(readFileSync(file, 'utf8')).toBe('{"mine": true}')
    mkdirSync(path.join(folder, 'd.json'))
    await expect(openLockFile(path.join(folder, 'd.json'), 'd.json', true)).rejects.toThrow(/no file/)
  })
})

describe('writing', () => {
  it('keeps what others wrote meanwhile', async () => {
    const folder = makeFolder({})
    const file = path.join(folder, 'deep/s.json')
    const lock = await openLockFile(file, 's.json', true)
    expect(lock.exists).toBe(false)
    await lock.write(new Map())
    expect(existsSync(file)).toBe(false)
    await lock.write(records(dead))
    const other = await openLockFile(file, 's.json', true)
    await other.write(records(alive))
    const later = {...dead, fetched: '2026-11-20'}
    await lock.write(records(later))
    expect(readFileSync(file, 'utf8')).toBe(formatRecords(records(later, alive)))
    await lock.write(new Map(), new Set([alive.url]))
    expect(readFileSync(file, 'utf8')).toBe(formatRecords(records(later)))
  })

  it('writes nothing over a file that became foreign', async () => {
    const folder = makeFolder({})
    const file = path.join(folder, 's.json')
    const lock = await openLockFile(file, 's.json', true)
    writeFileSync(file, 'notes')
    await expect(lock.write(records(dead))).rejects.toThrow(UsageError)
    expect(readFileSync(file, 'utf8')).toBe('notes')
  })
})
