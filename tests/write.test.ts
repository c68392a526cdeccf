import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {type WriteFs, writeFileAtomic} from '../src/engine/write.ts'

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

type Handle = Awaited<ReturnType<WriteFs['open']>>
type Call = {readonly name: string; readonly index: number}

/** The file system, with `onCall` asked before each call; what it throws is what the call throws. */
function watchedFs(
  onCall: (call: Call) => void,
  replace: Partial<Record<string, (...args: never[]) => unknown>> = {}
): WriteFs {
  let index = 0
  const watch = <T extends object>(target: T, names: readonly string[], prefix: string): T =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key)
        if (typeof value !== 'function') return value
        const method = value.bind(object) as (...args: unknown[]) => unknown
        if (typeof key !== 'string' || !names.includes(key)) return method
        return async (...args: never[]) => {
          const name = prefix + key
          try {
            onCall({name, index: index++})
          } catch (error) {
            // A descriptor is free after a failed close too.
            if (name === 'handle.close') await method()
            throw error
          }
          const done = replace[name] ? await replace[name](...args) : await method(...args)
          return key === 'open'
            ? watch(done as Handle, ['write', 'chmod', 'chown', 'stat', 'sync', 'close'], 'handle.')
            : done
        }
      }
    })
  return watch<WriteFs>(
    {...nodeFs},
    ['realpath', 'stat', 'access', 'readFile', 'open', 'rename', 'unlink'],
    ''
  )
}

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), {code})
}

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
    const names = await record()
    expect(names.indexOf('handle.sync')).toBeLessThan(names.indexOf('rename'))
    expect(names.indexOf('handle.write')).toBeLessThan(names.indexOf('handle.sync'))
    expect(names.lastIndexOf('handle.sync')).toBeGreaterThan(names.indexOf('rename'))
    expect(names).toContain('handle.chmod')
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

  it('fault 18: keeps the mode', async () => {
    await nodeFs.chmod(path, 0o640)
    await writeFileAtomic(path, after, {expected: before})
    expect((await nodeFs.stat(path)).mode & 0o7777).toBe(0o640)
  })

  it('fault 18: gives the new file to the owner of the old one', async () => {
    const chown = vi.fn()
    const foreign = async (): Promise<object> => ({uid: -7, gid: -7})
    await writeFileAtomic(
      path,
      after,
      {expected: before},
      watchedFs(() => {}, {'handle.stat': foreign, 'handle.chown': chown})
    )
    const {uid, gid} = await nodeFs.stat(path)
    expect(chown).toHaveBeenCalledExactlyOnceWith(uid, gid)
  })

  it.each([
    [1000, after],
    [0, before]
  ])('fault 18: a refused change of owner is an error for root only (uid %i)', async (uid, text) => {
    vi.spyOn(process, 'getuid').mockReturnValue(uid)
    const foreign = async (): Promise<object> => ({uid: -7, gid: -7})
    const refuse = async (): Promise<never> => {
      throw fault('EPERM')
    }
    const fs = watchedFs(() => {}, {'handle.stat': foreign, 'handle.chown': refuse})
    const written = await writeFileAtomic(path, after, {expected: before}, fs).then(
      () => true,
      () => false
    )
    expect(written).toBe(text === after)
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(readdirSync(folder)).toEqual(['article.md'])
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
