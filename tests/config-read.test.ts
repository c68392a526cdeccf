import {mkdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {ConfigError} from '../src/config/error.ts'
import {type ConfigFile, isCode, readConfigFile} from '../src/config/read.ts'
import {makeFolder} from './setup/folder.ts'

const read = (name: string, content: string | Buffer): Promise<ConfigFile> =>
  readConfigFile(path.join(makeFolder({[name]: content}), name), `shown/${name}`)

async function errorOf(reading: Promise<unknown>): Promise<ConfigError> {
  const error: unknown = await reading.catch((error) => error)
  expect(error).toBeInstanceOf(ConfigError)
  return error as ConfigError
}

const ignores = async (name: string, content: string | Buffer): Promise<readonly string[]> =>
  (await read(name, content)).ignores.globs

it.each([
  ['a.js', true],
  ['a.mjs', true],
  ['a.cjs', true],
  ['a.ts', true],
  ['a.mts', true],
  ['a.CTS', true],
  ['a.json', false],
  ['a.js.yaml', false],
  ['ajs', false],
  ['a.xjs', false],
  ['a.jsx', false]
])('whether a config has to be run: %s', (name, is) => {
  expect(isCode(name)).toBe(is)
})

describe('a config file', () => {
  it('is read as what its name says', async () => {
    expect(await ignores('a.json', '{"ignores": ["a"]} // x')).toEqual(['a'])
    expect(await ignores('a.jsonc', '/* x */ {"ignores": ["a"]}')).toEqual(['a'])
    expect(await ignores('a.JSONC', '// x\n{"ignores": ["a"]}')).toEqual(['a'])
    expect(await ignores('a.yaml', 'ignores: ["a//b"] # x')).toEqual(['a//b'])
    expect(await ignores('a.json.yaml', 'ignores: [a//b]')).toEqual(['a//b'])
    expect(await ignores('a.mjs', 'export default {ignores: ["a"]}')).toEqual(['a'])
  })

  it('may be empty, or hold nothing', async () => {
    for (const [name, content] of [
      ['a.yaml', ''],
      ['a.yaml', '# none\n'],
      ['a.json', 'null'],
      ['package.json', '{"name": "x"}'],
      ['package.json', '{"articlelint": null}']
    ] as const)
      expect(await ignores(name, content)).toEqual([])
  })

  it('may be a part of package.json, and of no other file', async () => {
    expect(await ignores('package.json', '{"ignores": 1, "articlelint": {"ignores": ["a"]}}')).toEqual(['a'])
    const error = await errorOf(read('my-package.json', '{"articlelint": {"ignores": ["a"]}}'))
    expect(error).toMatchObject({path: 'shown/my-package.json', line: 1, column: 2})
    expect(await errorOf(read('package.json', '[]'))).toMatchObject({line: 1, column: 1})
  })

  it('tells the place of what is wrong in it, without its byte order mark', async () => {
    const wrong = await errorOf(read('a.yaml', '\uFEFFlanguage: en\r\nignores: [1]'))
    expect(wrong).toMatchObject({path: 'shown/a.yaml', line: 2, column: 11})
    const file = await read('a.yaml', '\uFEFFlanguage: en\nignores: [\uFEFFa]')
    expect(file.ignores.globs).toEqual(['\uFEFFa'])
    expect(await ignores('a.yaml', 'ignores: ["\uFEFFa"]')).toEqual(['\uFEFFa'])
    expect(file.placeOf(13)).toBe('shown/a.yaml:2:1')
    expect(file.fault(13, 'Odd')).toBeInstanceOf(ConfigError)
    expect(file.fault(13, 'Odd')).toMatchObject({path: 'shown/a.yaml', line: 2, column: 1})
    const twice = await errorOf(read('a.yaml', '\uFEFF\uFEFFrulez: 1'))
    expect(twice).toMatchObject({line: 1})
  })

  it('that is code has no places', async () => {
    const file = await read('a.mjs', 'export default {}')
    expect(file.placeOf(3)).toBe('shown/a.mjs')
    expect(file.fault(3, 'Odd')).toMatchObject({path: 'shown/a.mjs', line: undefined, column: undefined})
    const error = await errorOf(read('b.mjs', 'export default {ignores: [1]}'))
    expect(error).toMatchObject({path: 'shown/b.mjs', line: undefined})
  })

  it('is at most 64 KB long', async () => {
    const pad = (size: number): string => `#${'x'.repeat(size - 1)}`
    expect(await ignores('a.yaml', pad(65_536))).toEqual([])
    expect(await errorOf(read('a.yaml', pad(65_537)))).toMatchObject({path: 'shown/a.yaml', line: undefined})
  })

  it('is UTF-8', async () => {
    const error = await errorOf(read('a.yaml', Buffer.from([0x23, 0xff])))
    expect(error).toMatchObject({path: 'shown/a.yaml', line: undefined})
  })

  it('is a file that is there', async () => {
    const folder = makeFolder({'a.yaml': ''})
    mkdirSync(path.join(folder, 'b.yaml'))
    mkdirSync(path.join(folder, 'b.mjs'))
    symlinkSync('loop.yaml', path.join(folder, 'loop.yaml'))
    const reasons = await Promise.all(
      ['gone.yaml', 'b.yaml', 'b.mjs', 'loop.yaml', 'a.yaml/c'].map(async (name) => {
        const error = await errorOf(readConfigFile(path.join(folder, name), name))
        expect(error).toMatchObject({path: name, line: undefined})
        return error.message
      })
    )
    // A missing file, a folder, a folder, and two by the code of the system.
    expect(reasons[0]).not.toContain('ENOENT')
    expect(new Set(reasons.map((reason) => reason.replace(/^\S+ /, ''))).size).toBe(4)
    expect(reasons[3]).toContain('ELOOP')
    expect(reasons[4]).toContain('ENOTDIR')
  })
})
