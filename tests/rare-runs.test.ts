import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import Module, {createRequire} from 'node:module'
import path from 'node:path'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {hasColor, widthOf, withProgress, writeDiff} from '../src/cli/terminal.ts'
import {useCodeCache} from '../src/engine/code-cache.ts'
import {type Watch, watchFolders} from '../src/engine/watch.ts'
import {makeFolder} from './setup/folder.ts'

describe('watching folders', () => {
  let watching: Watch | undefined
  afterEach(() => watching?.close())

  it('tells of articles, also in new folders, and of nothing that the run writes', async () => {
    const root = makeFolder({'a.md': 'A\n', 'old/b.md': 'B\n'})
    const own = path.join(root, 'report.txt')
    const told: string[] = []
    let tell = (): void => {}
    watching = watchFolders(
      (file) => file === own,
      (file) => {
        told.push(file)
        tell()
      }
    )
    watching.setFolders(new Set([root, path.join(root, 'old'), path.join(root, 'none')]))
    /** Changes something, and waits until it was told. */
    const change = async (act: () => void): Promise<string | undefined> => {
      const next = new Promise<void>((resolve) => {
        tell = resolve
      })
      act()
      await next
      return told.at(-1)
    }
    writeFileSync(own, 'x')
    writeFileSync(path.join(root, 'a.png'), 'x')
    expect(await change(() => writeFileSync(path.join(root, 'a.md'), 'AA\n'))).toBe(path.join(root, 'a.md'))
    expect(told).toHaveLength(1)
    const fresh = path.join(root, 'fresh')
    expect(await change(() => mkdirSync(fresh))).toBe(fresh)
    expect(await change(() => writeFileSync(path.join(fresh, 'c.md'), 'C\n'))).toBe(path.join(fresh, 'c.md'))
    // What is not wanted any longer is left; what is new stays until it was asked for.
    watching.setFolders(new Set([root]))
    writeFileSync(path.join(root, 'old/b.md'), 'BB\n')
    expect(await change(() => writeFileSync(path.join(fresh, 'c.md'), 'CC\n'))).toBe(path.join(fresh, 'c.md'))
    expect(told.filter((file) => file.includes('old'))).toEqual([])
    await change(() => rmSync(fresh, {recursive: true}))
    expect(await change(() => writeFileSync(path.join(root, 'a.md'), 'A\n'))).toBe(path.join(root, 'a.md'))
  }, 60_000)
})

describe('compiled code that is kept', () => {
  const prototype = Module.prototype as unknown as {_compile: unknown}
  const compile = prototype._compile
  afterEach(() => {
    prototype._compile = compile
  })

  it('is made once, read again, and refused where it is not of this code', () => {
    const root = makeFolder({
      'a.cjs': '#!/usr/bin/env node\nmodule.exports = {name: __filename, own: this === module.exports}\n',
      'other/b.cjs': 'module.exports = 2\n'
    })
    const require = createRequire(path.join(root, 'x.cjs'))
    const file = path.join(root, 'a.cjs')
    const load = (name: string): unknown => {
      delete require.cache[require.resolve(name)]
      return require(name)
    }
    const write = useCodeCache(path.dirname(file), true)
    const made = load(file)
    expect(made).toEqual({name: file, own: true})
    write()
    const cache = `${file}.${process.versions.v8}-${process.arch}.cache`
    expect(existsSync(cache)).toBe(true)
    prototype._compile = compile
    useCodeCache(path.dirname(file), false)
    expect(load(file)).toEqual(made)
    expect(load('./other/b.cjs')).toBe(2)
    prototype._compile = compile
    // Made of other code.
    writeFileSync(file, 'module.exports = 3\n')
    useCodeCache(path.dirname(file), true)
    expect(() => load(file)).toThrow('refuses')
    prototype._compile = compile
    useCodeCache(path.dirname(file), false)
    expect(load(file)).toBe(3)
  })
})

describe('a terminal', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  const stream = (isTTY: boolean): NodeJS.WriteStream & {text: string} => {
    const made = {
      isTTY,
      columns: 72,
      text: '',
      write(text: string) {
        made.text += text
        return true
      }
    }
    return made as unknown as NodeJS.WriteStream & {text: string}
  }

  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, {NO_COLOR: '1'}, false],
    [true, {TERM: 'dumb'}, false],
    [false, {FORCE_COLOR: '1', NO_COLOR: '1'}, true],
    [true, {FORCE_COLOR: '0'}, false],
    [true, {FORCE_COLOR: 'false'}, false]
  ] as [boolean, Record<string, string>, boolean][])('has colours: %s, %j', (isTTY, given, expected) => {
    for (const name of ['FORCE_COLOR', 'NO_COLOR', 'TERM']) vi.stubEnv(name, given[name])
    expect(hasColor(stream(isTTY))).toBe(expected)
  })

  it('has a width, and shows what a diff hides', () => {
    expect(widthOf(stream(true))).toBe(72)
    expect(widthOf(stream(false))).toBeUndefined()
    const [shown, piped] = [stream(true), stream(false)]
    for (const one of [shown, piped]) writeDiff(one, '+a\u001B[2Jb\n')
    expect(piped.text).toBe('+a\u001B[2Jb\n')
    expect(shown.text).toBe('+a\\u{1b}[2Jb\n')
  })

  it('counts many files, and takes the count away', async () => {
    const written: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text))
      return true
    })
    vi.stubEnv('TERM', 'xterm')
    const {isTTY} = process.stderr
    const run = async (total: number): Promise<number> =>
      withProgress(async (onProgress) => {
        onProgress(1, total)
        onProgress(2, total)
        return total
      })
    try {
      process.stderr.isTTY = true
      expect(await run(20)).toBe(20)
      expect(written).toEqual([])
      expect(await run(60)).toBe(60)
      expect(written).toEqual(['\r1 of 60 files', '\r\u001B[K'])
    } finally {
      process.stderr.isTTY = isTTY
    }
  })
})
