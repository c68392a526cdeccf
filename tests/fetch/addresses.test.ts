import {describe, expect, it} from 'vitest'
import {isAllowedAddress} from '../../src/engine/fetch/addresses.ts'
import {makeFetcher, makeWorld} from '../setup/fetcher.ts'
import {startServer} from '../setup/server.ts'
import {acceptedAddresses, refusedAddresses} from './refused-addresses.ts'

describe('fault 61: addresses that are not of the public web', () => {
  it.each(refusedAddresses)('%j is refused before anything is looked up', async (url) => {
    const world = makeWorld({}, {})
    expect(await world.fetcher().fetch(url)).toMatchObject({kind: 'unchecked'})
    expect(world.lookups).toEqual([])
    expect(world.dialled).toEqual([])
  })

  it.each(acceptedAddresses)('%j is asked for', async (url) => {
    const server = await startServer({'*': 'a page'})
    const asked: string[] = []
    const fetcher = makeFetcher(
      {allowPrivateHosts: false},
      {
        async resolve(name) {
          asked.push(name)
          return ['93.184.216.34']
        },
        dial(address) {
          asked.push(address)
          return {address: '127.0.0.1', port: server.port}
        }
      }
    )
    const fetched = await fetcher.fetch(url)
    expect(asked.length).toBeGreaterThan(0)
    // The server speaks no TLS.
    expect(fetched.kind).toBe(/^http:/.test(url) ? 'page' : 'unchecked')
  })

  it('are refused where a name stands for them', async () => {
    const addresses = [
      '127.0.0.1',
      '10.1.2.3',
      '169.254.169.254',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'no address'
    ]
    for (const address of addresses) {
      const world = makeWorld({'inside.example.org': [[address]]}, {})
      expect(await world.fetcher().fetch('http://inside.example.org/')).toMatchObject({kind: 'unchecked'})
      expect(world.lookups).toEqual(['inside.example.org'])
      expect(world.dialled).toEqual([])
    }
  })

  it('may be private where these are allowed, and nothing else', () => {
    const may = (address: string): boolean => isAllowedAddress(address, true)
    expect(['127.0.0.1', '127.8.8.8', '10.0.0.1', '192.168.1.1', '172.20.0.1', '100.64.0.1'].every(may)).toBe(
      true
    )
    expect(['::1', 'fd12::1', '8.8.8.8', '2606:4700::1'].every(may)).toBe(true)
    const never = [
      '169.254.169.254',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '100.100.100.200',
      '192.0.2.1'
    ]
    expect(never.filter(may)).toEqual([])
    expect(['fe80::1', 'fd00:ec2::254', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '::'].filter(may)).toEqual([])
  })

  it('keep their scheme and have no password where private ones are allowed', async () => {
    const server = await startServer({'*': 'a page'})
    const withPassword = server.url.replace('://', '://user:password@')
    for (const url of [withPassword, `ftp://127.0.0.1:${server.port}/`, `ws://127.0.0.1:${server.port}/`]) {
      expect(await makeFetcher().fetch(url)).toMatchObject({kind: 'unchecked'})
    }
    expect(server.requests).toEqual([])
    expect(await makeFetcher().fetch(server.url)).toMatchObject({kind: 'page'})
  })
})

describe('fault 74: names and addresses of all kinds', () => {
  it('looks IDN up and asks for it as punycode', async () => {
    const server = await startServer({'*': 'a page'})
    const world = makeWorld({'xn--bcher-kva.example.org': [['93.184.216.34']]}, {'93.184.216.34': server})
    const fetched = await world.fetcher().fetch('http://bücher.example.org/straße?ä')
    expect(fetched).toMatchObject({finalUrl: 'http://xn--bcher-kva.example.org/stra%C3%9Fe?%C3%A4'})
    expect(server.requests.at(-1)?.headers.host).toBe('xn--bcher-kva.example.org')
  })

  it('reads pages over IPv6', async () => {
    const server = await startServer({'*': 'a page'})
    const address = '2606:2800:220:1:248:1893:25c8:1946'
    const world = makeWorld({'six.example.org': [[address]]}, {[address]: server})
    expect(await world.fetcher().fetch('http://six.example.org/')).toMatchObject({kind: 'page'})
    expect(await world.fetcher().fetch(`http://[${address}]/`)).toMatchObject({kind: 'page'})
    expect(server.requests.at(-1)?.headers.host).toBe(`[${address}]`)
  })

  it('looks names up by the system', async () => {
    const server = await startServer({'*': 'a page'})
    expect(await makeFetcher().fetch(`http://localhost:${server.port}/`)).toMatchObject({kind: 'page'})
    expect(server.requests.at(-1)?.headers.host).toBe(`localhost:${server.port}`)
  })

  it('asks the second address of a host whose first one refuses', async () => {
    const server = await startServer({'*': 'a page'})
    const network = {
      resolve: async () => ['::1', '127.0.0.1'],
      dial: (address: string) => ({address, port: server.port})
    }
    // The server listens to IPv4 alone.
    expect(await makeFetcher({}, network).fetch(`http://both.example.org:${server.port}/`)).toMatchObject({
      kind: 'page'
    })
  })
})
