import {Trouble} from './trouble.ts'
import {sleep, unlessStopped} from './waiting.ts'

/** Takes care that no host is asked twice at a time or without a pause, and few hosts at a time. */
export interface Pacing {
  /** Does the work when it is the host's turn. Rejects at once when the signal comes, or where the host is closed. */
  turn<T>(host: string, work: () => Promise<T>): Promise<T>
  /** Nothing is asked of the host for so many milliseconds. */
  hold(host: string, duration: number): void
  /** Between two requests to the host, in milliseconds, where that is more than usual. */
  slow(host: string, pause: number): void
  /** Nothing more is asked of the host; whoever wants to gets the reason. */
  shut(host: string, reason: string): void
}

interface Host {
  /** Done when the last of those who wait had their turn. */
  last: Promise<void>
  /** By `performance.now()`. */
  freeAt: number
  pause: number
  closed?: string
}

export function createPacing(
  {pause, hosts: most}: {readonly pause: number; readonly hosts: number},
  signal: AbortSignal
): Pacing {
  const hosts = new Map<string, Host>()
  const waiting: (() => void)[] = []
  let free = most

  function hostOf(name: string): Host {
    const known = hosts.get(name)
    if (known) return known
    const host: Host = {last: Promise.resolve(), freeAt: 0, pause}
    hosts.set(name, host)
    return host
  }

  async function enter(): Promise<void> {
    if (free > 0) {
      free -= 1
      return
    }
    // Whoever leaves hands the place over.
    await unlessStopped(new Promise<void>((resolve) => waiting.push(resolve)), signal)
  }

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return {
    async turn(name, work) {
      const host = hostOf(name)
      const before = host.last
      let done = (): void => {}
      host.last = new Promise((resolve) => {
        done = resolve
      })
      try {
        await unlessStopped(before, signal)
        // A host that is waited for takes no place from others.
        for (let wait = host.freeAt - performance.now(); wait > 0; wait = host.freeAt - performance.now()) {
          await sleep(wait, signal)
        }
        if (host.closed !== undefined) throw new Trouble(host.closed)
        await enter()
        try {
          return await work()
        } finally {
          leave()
          host.freeAt = Math.max(host.freeAt, performance.now() + host.pause)
        }
      } finally {
        done()
      }
    },
    hold(name, duration) {
      const host = hostOf(name)
      host.freeAt = Math.max(host.freeAt, performance.now() + duration)
    },
    slow(name, longer) {
      const host = hostOf(name)
      host.pause = Math.max(host.pause, longer)
    },
    shut(name, reason) {
      hostOf(name).closed = reason
    }
  }
}
