import {readdirSync, readFileSync} from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {writeFileAtomic} from '../src/engine/write.ts'
import {makeFolder} from './setup/folder.ts'
import {fault, watchedFs} from './setup/watched-fs.ts'

const before = 'Old text.\n'
const after = 'New text.\n'

let folder: string
let file: string

beforeEach(() => {
  folder = makeFolder({'article.md': before})
  file = path.join(folder, 'article.md')
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('writeFileAtomic', () => {
  it('fault 18: keeps the mode', async () => {
    await nodeFs.chmod(file, 0o640)
    await writeFileAtomic(file, after, {expected: before})
    expect((await nodeFs.stat(file)).mode & 0o7777).toBe(0o640)
  })

  it('fault 18: gives the new file to the owner of the old one', async () => {
    const chown = vi.fn()
    const foreign = async (): Promise<object> => ({uid: -7, gid: -7})
    await writeFileAtomic(
      file,
      after,
      {expected: before},
      watchedFs(() => {}, {'handle.stat': foreign, 'handle.chown': chown})
    )
    const {uid, gid} = await nodeFs.stat(file)
    expect(chown).toHaveBeenCalledExactlyOnceWith(uid, gid)
  })

  it.each([
    [0, 0, []],
    [0, 1, [[0, 0]]],
    [1, 0, [[0, 0]]]
  ])('fault 18: gives it away where user or group are others (%i, %i)', async (userOff, groupOff, calls) => {
    const {uid, gid} = await nodeFs.stat(file)
    const chown = vi.fn()
    const own = async (): Promise<object> => ({uid: uid + userOff, gid: gid + groupOff})
    const fs = watchedFs(() => {}, {'handle.stat': own, 'handle.chown': chown})
    await writeFileAtomic(file, after, {expected: before}, fs)
    expect(chown.mock.calls).toEqual(calls.map(() => [uid, gid]))
  })

  it.each([
    [0, []],
    [7, ['group']]
  ])(
    'fault 18: who may not give it away gives it to the group, if that is another (%i)',
    async (off, more) => {
      vi.spyOn(process, 'getuid').mockReturnValue(1000)
      const {uid, gid} = await nodeFs.stat(file)
      const chown = vi.fn().mockRejectedValue(fault('EPERM'))
      const own = async (): Promise<object> => ({uid: uid + 5, gid: gid + off})
      const fs = watchedFs(() => {}, {'handle.stat': own, 'handle.chown': chown})
      await writeFileAtomic(file, after, {expected: before}, fs)
      expect(chown.mock.calls).toEqual([[uid, gid], ...more.map(() => [uid + 5, gid])])
      expect(readFileSync(file, 'utf8')).toBe(after)
    }
  )

  it('fault 18: does without owners where the system has no users', async () => {
    const {getuid} = process
    Object.assign(process, {getuid: undefined})
    try {
      const own = async (): Promise<object> => ({uid: -7, gid: -7})
      const chown = vi.fn().mockRejectedValue(fault('EPERM'))
      const fs = watchedFs(() => {}, {'handle.stat': own, 'handle.chown': chown})
      await writeFileAtomic(file, after, {expected: before}, fs)
      expect(readFileSync(file, 'utf8')).toBe(after)
    } finally {
      Object.assign(process, {getuid})
    }
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
    const written = await writeFileAtomic(file, after, {expected: before}, fs).then(
      () => true,
      () => false
    )
    expect(written).toBe(text === after)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(readdirSync(folder)).toEqual(['article.md'])
  })
})
