import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, utimesSync} from 'node:fs'
import path from 'node:path'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {
  beforeSignal,
  remove,
  removeTemporaries,
  sweepFolder,
  temporaryBeside
} from '../src/engine/temporary.ts'
import {makeFolder} from './setup/folder.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const id = '0123456789ab'
const own = `.articlelint-${process.pid}-${id}.tmp`
const living = `.articlelint-${process.ppid}-${id}.tmp`
/** The id of a process that was, and is no more. */
const {pid: ended} = spawnSync(process.execPath, ['--version'])
const left = `.articlelint-${ended}-${id}.tmp`
const others = [
  `x.articlelint-${ended}-${id}.tmp`,
  `.articlelint-${ended}-${id}.tmp.md`,
  `.articlelint-${ended}-${id}0.tmp`,
  `.articlelint-${ended}-${id}xtmp`,
  `.articlelint-x-${id}.tmp`,
  `.articlelint-${ended}-0123456789AB.tmp`
]

/** A folder with these, all empty, last written so many seconds ago. */
function folderWith(names: readonly string[], age: number): string {
  const folder = makeFolder(Object.fromEntries(names.map((name) => [name, ''])))
  const time = Date.now() / 1000 - age
  for (const name of names) utimesSync(path.join(folder, name), time, time)
  return folder
}

describe('a temporary file', () => {
  it('is hidden beside its target, no article, and another one each time', () => {
    const names = [temporaryBeside('/a/b.md'), temporaryBeside('/a/b.md')]
    expect(new Set(names).size).toBe(2)
    for (const name of names) {
      expect(path.dirname(name)).toBe(path.normalize('/a'))
      expect(path.basename(name)).toMatch(/^\.articlelint-\d+-[0-9a-f]{12}\.tmp$/)
      expect(path.basename(name)).toContain(`-${process.pid}-`)
    }
  })

  it('is removed if it can be', () => {
    const folder = folderWith(['a'], 0)
    remove(path.join(folder, 'a'))
    expect(readdirSync(folder)).toEqual([])
    expect(() => remove(path.join(folder, 'a'))).not.toThrow()
  })
})

describe('a folder that is swept', () => {
  it('loses what runs that ended left there, when it is old, and nothing else', () => {
    const folder = folderWith([own, left, living, ...others, 'a.md'], 90)
    sweepFolder(folder)
    expect(readdirSync(folder).sort()).toEqual([living, ...others, 'a.md'].sort())
  })

  it('keeps what is young', () => {
    const folder = folderWith([own, left], 30)
    sweepFolder(folder)
    expect(readdirSync(folder).sort()).toEqual([own, left].sort())
  })

  it('is swept once', () => {
    const folder = folderWith([], 90)
    sweepFolder(folder)
    const late = path.join(folder, left)
    mkdirSync(late)
    utimesSync(late, 1, 1)
    const kill = vi.spyOn(process, 'kill')
    sweepFolder(folder)
    expect(kill).not.toHaveBeenCalled()
    expect(existsSync(late)).toBe(true)
  })

  it.each([
    ['EPERM', true],
    ['ESRCH', false]
  ])('asks whether the process lives, of whoever it is (%s)', (code, stays) => {
    const folder = folderWith([left], 90)
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error(code), {code})
    })
    sweepFolder(folder)
    expect(kill.mock.calls).toEqual([[ended, 0]])
    expect(existsSync(path.join(folder, left))).toBe(stays)
  })

  it('may be gone, and hold what can not be removed', () => {
    const folder = folderWith([], 90)
    expect(() => sweepFolder(path.join(folder, 'gone'))).not.toThrow()
    mkdirSync(path.join(folder, left))
    utimesSync(path.join(folder, left), 1, 1)
    expect(() => sweepFolder(folder)).not.toThrow()
    expect(readdirSync(folder)).toEqual([left])
  })
})

it('removes what this process has, of any age', () => {
  const folder = folderWith([own, left, living, 'a.md'], 0)
  removeTemporaries(folder)
  expect(readdirSync(folder).sort()).toEqual([left, living, 'a.md'].sort())
  expect(() => removeTemporaries(path.join(folder, 'gone'))).not.toThrow()
})

describe('before a signal ends the process', () => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  /** What listens now and did not before. */
  const added = (before: readonly (readonly unknown[])[]) =>
    signals.map((signal, at) => process.listeners(signal).filter((one) => !before[at]?.includes(one)))
  const listening = () => signals.map((signal) => process.listeners(signal))

  it.each(signals)('something is done, then it ends by that signal: %s', async (signal) => {
    const before = listening()
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    vi.spyOn(process, 'listenerCount').mockReturnValue(0)
    const calls: string[] = []
    for (const act of [
      () => void calls.push('done'),
      async () => void calls.push('done'),
      async () => {
        calls.push('done')
        throw new Error('failed')
      }
    ]) {
      calls.length = 0
      kill.mockClear()
      beforeSignal(act)
      const listeners = added(before)
      expect(listeners.map((list) => list.length)).toEqual([1, 1, 1])
      listeners[signals.indexOf(signal)]?.[0]?.(signal)
      expect(added(before).flat()).toEqual([])
      expect(calls).toEqual(['done'])
      await new Promise((resolve) => setImmediate(resolve))
      expect(kill.mock.calls).toEqual([[process.pid, signal]])
    }
  })

  it('a program that listens itself decides', () => {
    const before = listening()
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    const mine = (): void => {}
    process.on('SIGHUP', mine)
    try {
      beforeSignal(() => {})
      added([before[0] ?? [], before[1] ?? [], [...(before[2] ?? []), mine]])[2]?.[0]?.('SIGHUP')
      expect(kill).not.toHaveBeenCalled()
    } finally {
      process.off('SIGHUP', mine)
    }
  })

  it('what holds is waited for by all that acts, and a second signal ends it', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    const before = listening()
    let done = (): void => {}
    const calls: string[] = []
    const hold = (): Promise<void> => {
      calls.push('hold')
      return new Promise((resolve) => {
        done = resolve
      })
    }
    const signalled = (): void => {
      for (const listener of added(before)[2] ?? []) listener('SIGHUP')
    }
    beforeSignal(hold, true)
    beforeSignal(() => void calls.push('other'))
    signalled()
    expect(calls).toEqual(['hold', 'other'])
    expect(kill).not.toHaveBeenCalled()
    done()
    await new Promise((resolve) => setImmediate(resolve))
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGHUP']])
    expect(added(before).flat()).toEqual([])
    kill.mockClear()
    beforeSignal(hold, true)
    signalled()
    signalled()
    expect(calls).toEqual(['hold', 'other', 'hold'])
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGHUP']])
    expect(added(before).flat()).toEqual([])
    done()
  })

  it('ends when it is told', () => {
    const before = listening()
    const end = beforeSignal(() => {})
    expect(added(before).map((list) => list.length)).toEqual([1, 1, 1])
    end()
    expect(added(before).flat()).toEqual([])
  })
})
