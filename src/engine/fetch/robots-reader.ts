import type {FetchLimits} from './limits.ts'
import type {Pacing} from './pacing.ts'
import type {Walk} from './redirects.ts'
import type {Wanted} from './request.ts'
import {isAllowed, openRobots, type Robots, readRobots} from './robots.ts'
import {Trouble} from './trouble.ts'

export interface RobotsReader {
  /** Resolves where the host allows that an address is asked for; rejects with a `Trouble` where not, or nobody knows. */
  allow(url: URL): Promise<void>
}

/** Reads the robots.txt of each origin once. */
export function createRobotsReader({
  limits,
  pacing,
  walk
}: {
  readonly limits: FetchLimits
  readonly pacing: Pacing
  readonly walk: (start: URL, wanted: Wanted) => Promise<Walk>
}): RobotsReader {
  const known = new Map<string, Promise<Robots | Trouble>>()
  const wanted: Wanted = (status) => (status === 200 ? {bytes: limits.robotsBytes, beyond: 'cut'} : undefined)

  async function read(url: URL): Promise<Robots | Trouble> {
    const robots = robotsOf(await walk(new URL('/robots.txt', url.origin), wanted))
    if ('crawlDelay' in robots && robots.crawlDelay !== undefined) {
      pacing.slow(url.host, Math.min(robots.crawlDelay, limits.crawlDelay))
    }
    return robots
  }

  return {
    async allow(url) {
      const reading = known.get(url.origin) ?? read(url)
      known.set(url.origin, reading)
      const robots = await reading
      if (robots instanceof Trouble) throw robots
      if (!isAllowed(robots, `${url.pathname}${url.search}`)) {
        throw new Trouble('may not be fetched: robots.txt forbids it')
      }
    }
  }
}

function robotsOf({hops, end}: Walk): Robots | Trouble {
  if (end instanceof Trouble) {
    // A circle is as good as none (RFC 9309, 2.3.1.2).
    if (end.death === 'redirect-loop') return openRobots
    // The page's host is as dead as its robots.txt, unless that is elsewhere.
    if (hops === 0) return end
    return new Trouble(`may not be fetched: its robots.txt ${end.message}`)
  }
  if (end.status === 200) {
    return readRobots(new TextDecoder().decode(end.bytes ?? new Uint8Array()), 'articlelint')
  }
  // Not there, or not for us: it forbids nothing (RFC 9309, 2.3.1.3). 429 says come later, and was tried again.
  if (end.status >= 400 && end.status < 500) return openRobots
  return new Trouble(`may not be fetched: its robots.txt answers ${end.status}`)
}
