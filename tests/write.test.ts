import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {replaceFile, type WriteFs, writeFileAtomic} from '../src/engine/write.ts'
import {fault, watchedFs} from './setup/watched-fs.ts'

const before = 'Old text, line one.\r\nLine two – with a dash.\n'
const after = 'New text.\n'

let folder: string
let path: string

beforeEach(async () => {
  folder = await nodeFs.mkdtemp(join(tmpdir(), 'articlelint-write-'))
  path = join(folder, 'article.md')
  await nodeFs.writeFile(path, before)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await nodeFs.rm(folder, {recursive: true, force: true})
})

/** The calls of a write that succeeds. */
async function record(): Promise<string[]> {
  const names: string[] = []
  await writeFileAtomic(
    path,
    after,
    {expected: before},
    watchedFs(({name}) => names.push(name))
  )
  await nodeFs.writeFile(path, before)
  return names
}

describe('writeFileAtomic', () => {
  it('replaces the text and leaves nothing else behind', async () => {
    await writeFileAtomic(path, after, {expected: before})
    expect(readFileSync(path, 'utf8')).toBe(after)
    expect(readdirSync(folder)).toEqual(['article.md'])
  })

  it('saves the bytes before the new name, and the folder after it', async () => {
    expect(await record()).toEqual([
      ...['realpath', 'stat', 'access', 'readFile'],
      ...['open', 'handle.write', 'handle.stat', 'handle.chmod', 'handle.sync', 'handle.close'],
      ...['readFile', 'rename'],
      ...['open', 'handle.sync', 'handle.close']
    ])
  })

  it.each(['handle.write', 'handle.stat', 'handle.chmod', 'handle.sync', 'handle.close', 'rename'])(
    'closes its file once where %s fails',
    async (failing) => {
      const names: string[] = []
      const fs = watchedFs(({name}) => {
        names.push(name)
        if (name === failing) throw fault('EIO')
      })
      await expect(writeFileAtomic(path, after, {expected: before}, fs)).rejects.toThrow(path)
      expect(names.filter((name) => name === 'handle.close')).toHaveLength(1)
      expect(names.at(-1)).toBe('unlink')
    }
  )

  it('tells an error that could not have been foreseen in its own words', async () => {
    for (const [thrown, words] of [
      [new Error('odd'), 'odd'],
      ['odd words', 'odd words'],
      [null, 'null'],
      [undefined, 'undefined'],
      [Object.assign(new Error('odd'), {code: ['EIO']}), 'odd'],
      [{code: 'EIO', toString: () => 'odd thing'}, 'odd thing']
    ] as const) {
      const fs = watchedFs(({name}) => {
        if (name === 'stat') throw thrown
      })
      const error: unknown = await writeFileAtomic(path, after, {expected: before}, fs).catch(
        (error) => error
      )
      expect(error).toBeInstanceOf(Error)
      expect((error as Error).message.endsWith(`\`${path}\`: ${words}`)).toBe(true)
    }
  })

  it('says that the text was written where only its name may not last', async () => {
    const fs = watchedFs(({name, index}) => {
      if (name === 'handle.sync' && index > 10) throw fault('EIO')
    })
    const outcome = writeFileAtomic(path, after, {expected: before}, fs)
    await expect(outcome).rejects.toMatchObject({isWritten: true, cause: {code: 'EIO'}})
    expect(readFileSync(path, 'utf8')).toBe(after)
  })

  it('makes a file where none is, readable as others are', async () => {
    const target = join(folder, 'new.md')
    await replaceFile('new.md', Buffer.from(after), {target})
    expect(readFileSync(target, 'utf8')).toBe(after)
    const usual = join(folder, 'usual.md')
    writeFileSync(usual, '')
    expect((await nodeFs.stat(target)).mode).toBe((await nodeFs.stat(usual)).mode)
  })

  it('lets nobody read the new text before the mode is that of the old one', async () => {
    const modes: number[] = []
    const fs = watchedFs(({name}) => {
      const [temporary = ''] = readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))
      if (name === 'handle.write') modes.push(statSync(join(folder, temporary)).mode & 0o7777)
    })
    await writeFileAtomic(path, after, {expected: before}, fs)
    expect(modes).toEqual([0o600])
  })

  it('removes its file before a signal ends the process, and listens no longer than that', async () => {
    const listeners = () =>
      ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listeners(signal as 'SIGINT'))
    const own = listeners()
    const left: string[][] = []
    const fs = watchedFs(({name}) => {
      if (name !== 'handle.sync' || left.length > 0) return
      const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
      const [, terminate] = listeners()
      const listener = terminate?.find((one) => !own[1]?.includes(one))
      listener?.('SIGTERM')
      left.push(readdirSync(folder))
      kill.mockRestore()
    })
    await expect(writeFileAtomic(path, after, {expected: before}, fs)).rejects.toThrow(path)
    expect(left).toEqual([['article.md']])
    expect(listeners()).toEqual(own)
    await writeFileAtomic(path, after, {expected: before})
    expect(listeners()).toEqual(own)
  })

  it('keeps to the folders it is given, once links are followed', async () => {
    const inner = join(folder, 'inner')
    await nodeFs.mkdir(join(inner, '..b'), {recursive: true})
    await nodeFs.symlink(path, join(inner, 'link.md'))
    const outcome = writeFileAtomic(join(inner, 'link.md'), after, {expected: before, roots: [inner]})
    await expect(outcome).rejects.toThrow('link.md')
    expect(readFileSync(path, 'utf8')).toBe(before)
    await writeFileAtomic(join(inner, 'link.md'), after, {expected: before, roots: [inner, folder]})
    expect(readFileSync(path, 'utf8')).toBe(after)
    const dotted = join(inner, '..b', 'a.md')
    writeFileSync(dotted, before)
    await writeFileAtomic(dotted, after, {expected: before, roots: [inner]})
    expect(readFileSync(dotted, 'utf8')).toBe(after)
    await nodeFs.mkdir(join(inner, 'b..'))
    writeFileSync(join(inner, 'b..', 'a.md'), before)
    await writeFileAtomic(join(inner, 'b..', 'a.md'), after, {expected: before, roots: [inner]})
    await expect(writeFileAtomic(path, before, {expected: after, roots: []})).rejects.toThrow(path)
    await expect(
      writeFileAtomic(join(folder, 'article.md'), before, {expected: after, roots: [`${inner}/..b`]})
    ).rejects.toThrow(path)
  })

  it.each(['EACCES', 'EROFS', 'ENOSPC', 'EIO'])(
    'fault 14: %s at any call leaves the old file whole and no other',
    async (code) => {
      const calls = await record()
      const renamed = calls.indexOf('rename')
      expect(renamed).toBeGreaterThan(5)
      for (const [index, name] of calls.entries()) {
        const fs = watchedFs((call) => {
          if (call.index === index) throw fault(code)
        })
        const outcome = await writeFileAtomic(path, after, {expected: before}, fs).then(
          () => undefined,
          (error: unknown) => error
        )
        expect(readdirSync(folder), `${code} at ${name}`).toEqual(['article.md'])
        if (index <= renamed) {
          expect(outcome, `${code} at ${name}`).toBeInstanceOf(Error)
          expect((outcome as Error).message).toContain(path)
          expect((outcome as Error).cause).toMatchObject({code})
          expect(readFileSync(path, 'utf8'), `${code} at ${name}`).toBe(before)
        } else {
          // The new text stands already; only a disk that fails to save its name is worth a word.
          expect(readFileSync(path, 'utf8'), `${code} at ${name}`).toBe(after)
          expect(outcome instanceof Error, `${code} at ${name}`).toBe(code === 'EIO')
          await nodeFs.writeFile(path, before)
        }
      }
    }
  )

  it('fault 15: goes on after a short write', async () => {
    let writes = 0
    const open: WriteFs['open'] = async (...args) => {
      const handle = await nodeFs.open(...args)
      return new Proxy(handle, {
        get(object, key) {
          const value: unknown = Reflect.get(object, key)
          if (key === 'write') {
            return (bytes: Buffer, offset: number, length: number, position: number) => {
              writes++
              return object.write(bytes, offset, Math.min(length, 3), position)
            }
          }
          return typeof value === 'function' ? value.bind(object) : value
        }
      })
    }
    await writeFileAtomic(path, after, {expected: before}, {...nodeFs, open})
    expect(readFileSync(path, 'utf8')).toBe(after)
    expect(writes).toBe(4)
  })

  it('fault 15: a write that makes no progress is an error', async () => {
    const fs = watchedFs(() => {}, {'handle.write': () => ({bytesWritten: 0})})
    await expect(writeFileAtomic(path, after, {expected: before}, fs)).rejects.toThrow(/no space left/)
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect(readdirSync(folder)).toEqual(['article.md'])
  })

  it('fault 16: at every call, and so at every kill, the old or the new text stands whole', async () => {
    const states: string[] = []
    const fs = watchedFs(() => states.push(readFileSync(path, 'utf8')))
    await writeFileAtomic(path, after, {expected: before}, fs)
    expect(states.every((state) => state === before || state === after)).toBe(true)
    expect(new Set(states).size).toBe(2)
  })

  it('fault 18: follows a symbolic link and keeps it', async () => {
    const inner = join(folder, 'inner')
    const link = join(folder, 'link.md')
    await nodeFs.mkdir(inner)
    await nodeFs.rename(path, join(inner, 'article.md'))
    await nodeFs.symlink(join('inner', 'article.md'), link)
    await writeFileAtomic(link, after, {expected: before})
    expect((await nodeFs.lstat(link)).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(inner, 'article.md'), 'utf8')).toBe(after)
    expect(readdirSync(inner)).toEqual(['article.md'])
  })

  it('fault 19: does not overwrite a file that changed since it was read', async () => {
    await nodeFs.writeFile(path, 'somebody else')
    await expect(writeFileAtomic(path, after, {expected: before})).rejects.toThrow(
      /changed since it was read/
    )
    expect(readFileSync(path, 'utf8')).toBe('somebody else')
    expect(readdirSync(folder)).toEqual(['article.md'])
  })

  it('fault 19: looks once more just before it takes the name', async () => {
    const fs = watchedFs(({name}) => {
      if (name === 'handle.sync') writeFileSync(path, 'somebody else')
    })
    await expect(writeFileAtomic(path, after, {expected: before}, fs)).rejects.toThrow(
      /changed since it was read/
    )
    expect(readFileSync(path, 'utf8')).toBe('somebody else')
    expect(readdirSync(folder)).toEqual(['article.md'])
  })

  it('fault 9: leaves a file alone that is not valid UTF-8', async () => {
    const bytes = Buffer.from([0x61, 0xff, 0x62])
    await nodeFs.writeFile(path, bytes)
    await expect(writeFileAtomic(path, after, {expected: bytes.toString()})).rejects.toThrow(/UTF-8/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('fault 10: keeps a byte order mark that is part of both texts', async () => {
    await nodeFs.writeFile(path, `\uFEFF${before}`)
    await writeFileAtomic(path, `\uFEFF${after}`, {expected: `\uFEFF${before}`})
    expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })

  it('refuses a text that can not be encoded, a folder, and a file that is gone', async () => {
    await expect(writeFileAtomic(path, 'half \uD83D', {expected: before})).rejects.toThrow(
      /not valid Unicode/
    )
    await expect(writeFileAtomic(folder, after, {expected: before})).rejects.toThrow(/not a regular file/)
    await expect(writeFileAtomic(join(folder, 'gone.md'), after, {expected: before})).rejects.toThrow(
      /it is gone/
    )
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('fault 23: of two writers at once one text stands, whole', async () => {
    const texts = ['first '.repeat(50_000), 'second '.repeat(50_000)]
    await Promise.allSettled(texts.map((text) => writeFileAtomic(path, text, {expected: before})))
    expect(texts).toContain(readFileSync(path, 'utf8'))
    expect(readdirSync(folder)).toEqual(['article.md'])
  })
})
