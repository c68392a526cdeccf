import {setMaxListeners} from 'node:events'
import {sourceAddress} from '../../sources/statements/address.ts'
import {UsageError} from '../error.ts'
import {contentOf, contentOfBytes, lastModifiedOf} from './content.ts'
import {refusalOf} from './door.ts'
import type {Fetched} from './fetched.ts'
import {leadsHome} from './home-page.ts'
import {defaultLimits, type FetchLimits} from './limits.ts'
import {type Network, systemNetwork} from './network.ts'
import {createPacing} from './pacing.ts'
import {follow, type Walk} from './redirects.ts'
import {type Answer, ask, type RequestSettings, type Wanted} from './request.ts'
import {askPatiently} from './retry.ts'
import {createRobotsReader} from './robots-reader.ts'
import {Trouble} from './trouble.ts'

export type {Fetched} from './fetched.ts'
export type {FetchLimits} from './limits.ts'

export interface FetchSettings {
  /** Of articlelint, for `User-Agent`. */
  readonly version: string
  /** Private and loopback addresses, local names and all ports may be asked for. */
  readonly allowPrivateHosts?: boolean
  /**
   * `http://host:port`: asked instead of every host, which it looks up by itself. So what a name stands for is checked by
   * nobody then; literal addresses, local names and ports are. The proxies of the environment are never used.
   */
  readonly proxy?: string | undefined
  readonly limits?: Partial<FetchLimits>
  /** Ends all that is under way, waiting as well; what is not done then is unchecked. */
  readonly signal?: AbortSignal | undefined
}

/** Asks for pages, as politely and carefully as one may. Many may be asked for at once; it paces them by itself. */
export interface Fetcher {
  /** Never rejects. */
  fetch(url: string): Promise<Fetched>
  /** Ends all that is under way. */
  close(): void
}

/** A fetcher. Throws `UsageError` for a proxy that is none. `network` is for tests. */
export function createFetcher(settings: FetchSettings, network: Network = systemNetwork): Fetcher {
  const limits: FetchLimits = {...defaultLimits, ...settings.limits}
  const stopper = new AbortController()
  const stop = (): void => stopper.abort(new Trouble('was not fetched, as the run was stopped'))
  const {signal} = stopper
  setMaxListeners(0, signal)
  if (settings.signal?.aborted) stop()
  settings.signal?.addEventListener('abort', stop, {once: true})

  const allowPrivateHosts = settings.allowPrivateHosts ?? false
  const {version} = settings
  const proxy = proxyOf(settings.proxy)
  const request: RequestSettings = {...limits, version, allowPrivateHosts, network, proxy}
  const pacing = createPacing(limits, signal)
  const robots = createRobotsReader({limits, pacing, walk})

  function walk(start: URL, wanted: Wanted, before?: (url: URL) => Promise<void>): Promise<Walk> {
    const budget = {left: limits.total}
    return follow(start, {
      most: limits.redirects,
      refusalOf: (url) => refusalOf(url, allowPrivateHosts),
      async ask(url) {
        await before?.(url)
        return askPatiently(url, () => ask(url, request, {wanted, budget, signal}), {pacing, limits})
      }
    })
  }

  return {
    async fetch(url) {
      const address = sourceAddress(url)
      if (address === undefined) return {kind: 'unchecked', reason: 'is no web address'}
      const cited = new URL(address)
      const wanted: Wanted = (status, headers, {pathname}) => {
        if (status !== 200 || contentOf(headers, pathname).type === 'other') return undefined
        return {bytes: limits.bytes, beyond: 'refuse'}
      }
      return fetchedOf(cited, await walk(cited, wanted, (url) => robots.allow(url)))
    },
    close() {
      settings.signal?.removeEventListener('abort', stop)
      stop()
    }
  }
}

function proxyOf(proxy: string | undefined): URL | undefined {
  if (proxy === undefined) return undefined
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined
  const isPlain =
    url && url.protocol === 'http:' && url.hostname !== '' && url.username === '' && url.password === ''
  if (!isPlain || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    // Not repeated: it may hold a password.
    throw new UsageError(
      'Unexpected proxy, expected an address like `http://localhost:3128`, without a password'
    )
  }
  return url
}

function fetchedOf(cited: URL, {url, hops, isMoved, end}: Walk): Fetched {
  const place = hops > 0 ? {finalUrl: url.href, isMoved} : {}
  if (end instanceof Trouble) {
    if (end.death) return {kind: 'dead', cause: end.death, ...place}
    return {kind: 'unchecked', reason: end.message}
  }
  const {status} = end
  if (status === 404 || status === 410) return {kind: 'dead', cause: 'gone', status, ...place}
  if (status !== 200) return {kind: 'unchecked', reason: `answers ${status}`}
  if (hops > 0 && leadsHome(cited, url)) return {kind: 'dead', cause: 'home-page', status, ...place}
  return {kind: 'page', status, finalUrl: url.href, isMoved, ...pageOf(end)}
}

function pageOf({
  url,
  headers,
  bytes = new Uint8Array()
}: Answer): Pick<Extract<Fetched, {kind: 'page'}>, 'type' | 'charset' | 'bytes' | 'lastModified'> {
  const content = contentOf(headers, url.pathname)
  const type = content.type === 'unknown' ? contentOfBytes(bytes) : content.type
  const lastModified = lastModifiedOf(headers)
  return {
    type,
    bytes: type === 'other' ? new Uint8Array() : bytes,
    ...(content.charset !== undefined && {charset: content.charset}),
    ...(lastModified !== undefined && {lastModified})
  }
}
