import {afterEach} from 'vitest'
import {createFetcher, type Fetched, type Fetcher, type FetchSettings} from '../../src/engine/fetch/index.ts'
import type {Network} from '../../src/engine/fetch/network.ts'
import {readCertificate, type TestServer} from './server.ts'

const made: Fetcher[] = []

afterEach(() => {
  for (const fetcher of made.splice(0)) fetcher.close()
})

/** Nothing is waited for that a test does not measure. */
const quick: FetchSettings = {version: '1.2.3', limits: {pause: 0, backoff: 1}}

/** A fetcher that may ask servers of this machine; it is closed after the test. */
export function makeFetcher(settings: Partial<FetchSettings> = {}, network?: Network): Fetcher {
  const limits = {...quick.limits, ...settings.limits}
  const fetcher = createFetcher({...quick, allowPrivateHosts: true, ...settings, limits}, network)
  made.push(fetcher)
  return fetcher
}

/** Fetches one address, from a server of this machine. */
export function fetchOne(url: string, settings: Partial<FetchSettings> = {}): Promise<Fetched> {
  return makeFetcher(settings).fetch(url)
}

/** Fetches a page; throws where it is none. */
export async function fetchPage(
  url: string,
  settings: Partial<FetchSettings> = {}
): Promise<Extract<Fetched, {kind: 'page'}>> {
  const fetched = await fetchOne(url, settings)
  if (fetched.kind !== 'page') throw new Error(JSON.stringify(fetched))
  return fetched
}

/** The text of a page. */
export function textOf({bytes}: {readonly bytes: Uint8Array}): string {
  return new TextDecoder().decode(bytes)
}

export interface World {
  readonly network: Network
  /** Names that were looked up, and addresses that were connected to, in order. */
  readonly lookups: readonly string[]
  readonly dialled: readonly string[]
  /** A fetcher that may ask public hosts alone, as users have it. */
  fetcher(settings?: Partial<FetchSettings>): Fetcher
}

/**
 * A public web of made-up hosts: what a name stands for at each look-up (the last for all later ones), and which server of
 * this machine is behind an address. All checks are those of users; the last step alone, connecting, goes elsewhere.
 */
export function makeWorld(
  names: Readonly<Record<string, readonly (readonly string[])[]>>,
  servers: Readonly<Record<string, TestServer>>
): World {
  const lookups: string[] = []
  const dialled: string[] = []
  const network: Network = {
    async resolve(name) {
      const before = lookups.filter((other) => other === name).length
      lookups.push(name)
      const answers = names[name]
      const found = answers?.[Math.min(before, answers.length - 1)]
      if (!found) throw Object.assign(new Error('no such host'), {code: 'ENOTFOUND'})
      return found
    },
    dial(address) {
      dialled.push(address)
      const server = servers[address]
      if (!server) throw new Error(`nobody is at ${address}`)
      return {address: '127.0.0.1', port: server.port}
    },
    authorities: [readCertificate('authority')]
  }
  return {
    network,
    lookups,
    dialled,
    fetcher: (settings) => makeFetcher({allowPrivateHosts: false, ...settings}, network)
  }
}
