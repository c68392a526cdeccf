import {randomBytes} from 'node:crypto'
import {readdirSync, statSync, unlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'

const prefix = '.articlelint-'
const name = /^\.articlelint-(\d+)-[0-9a-f]{12}\.tmp$/
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a run leaves behind that was killed is older: writing takes milliseconds. */
const staleAfter = 60_000

/** Folders that were looked at. */
const swept = new Set<string>()

/** A new name beside a file, for what is going to take its place: hidden, and no article. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `${prefix}${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
}

/**
 * Removes what runs that were killed left in a folder; once a folder and process. Another run may be writing here, on this
 * machine or another one, so what is young or belongs to a living process stays.
 */
export function sweepFolder(folder: string): void {
  if (swept.has(folder)) return
  swept.add(folder)
  for (const {file, owner} of temporariesIn(folder)) {
    try {
      // In a container every run may have the same id.
      const isLeft = owner === process.pid || !isAlive(owner)
      if (isLeft && Date.now() - statSync(file).mtimeMs > staleAfter) unlinkSync(file)
    } catch {
      // Somebody else's, or gone: it harms nobody.
    }
  }
}

/** Removes what this process has in a folder, in any of its threads. */
export function removeTemporaries(folder: string): void {
  for (const {file, owner} of temporariesIn(folder)) if (owner === process.pid) remove(file)
}

/** Removes a file if it can be. */
export function remove(file: string): void {
  try {
    unlinkSync(file)
  } catch {
    // Gone already.
  }
}

/**
 * Has something done before a signal ends the process; in the main thread only. A program that listens to the signal
 * itself decides what becomes of the process.
 *
 * @param holds nothing else that acts before the signal ends the process until this is done; a second signal does
 * @returns ends that
 */
export function beforeSignal(act: () => void | Promise<void>, holds = false): () => void {
  let isActing = false
  const listener = (signal: NodeJS.Signals): void => {
    if (!holds || isActing) end()
    const raise = (): void => {
      end()
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    }
    if (isActing) {
      raise()
      return
    }
    isActing = true
    const acted = act()
    if (acted) acted.then(raise, raise)
    else raise()
  }
  const end = (): void => {
    for (const signal of signals) process.off(signal, listener)
  }
  for (const signal of signals) process.on(signal, listener)
  return end
}

function temporariesIn(folder: string): {file: string; owner: number}[] {
  try {
    return readdirSync(folder).flatMap((entry) => {
      const owner = name.exec(entry)?.[1]
      return owner === undefined ? [] : [{file: join(folder, entry), owner: Number(owner)}]
    })
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
