import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
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
