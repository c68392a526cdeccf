import {describe, expect, it} from 'vitest'
import {isAllowedAddress} from '../../src/engine/fetch/addresses.ts'
import {bareHost, refusalOf} from '../../src/engine/fetch/door.ts'
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

  it.each([
    ['ws://a.example.org/', 'is no web address'],
    ['http://a@a.example.org/', 'holds a user name or a password'],
    ['http://:b@a.example.org/', 'holds a user name or a password'],
    [`http://a.example.org/${'a'.repeat(4096)}`, 'is longer than 4096 characters'],
    ['http://10.0.0.1/', 'is not an address of the public web'],
    ['http://[fe80::1]/', 'is not an address of the public web'],
    ['http://inside/', 'is not an address of the public web'],
    ['http://local/', 'is not an address of the public web'],
    ['http://a.home.arpa./', 'is not an address of the public web'],
    ['https://a.example.org:80/', undefined],
    ['http://a.example.org:443/', undefined],
    ['http://a.example.org:8080/', 'is at port 8080, expected 80 or 443'],
    ['http://localhost.example.org/', undefined],
    ['http://a.homelocal/', undefined],
    [`http://a.example.org/${'a'.repeat(4096 - 'http://a.example.org/'.length)}`, undefined],
    [
      `http://a.example.org/${'a'.repeat(4097 - 'http://a.example.org/'.length)}`,
      'is longer than 4096 characters'
    ]
  ])('say why they are refused (case %#)', (url, expected) => {
    expect(refusalOf(new URL(url), false)).toBe(expected)
  })

  it('may be local names at any port where private ones are allowed, and no metadata', () => {
    for (const url of [
      'http://localhost:3000/',
      'http://inside/',
      'http://a.local:1/',
      'http://10.0.0.1:8080/'
    ])
      expect(refusalOf(new URL(url), true), url).toBeUndefined()
    for (const url of ['http://169.254.169.254/', 'http://[fe80::1]/', 'http://0.0.0.0/'])
      expect(refusalOf(new URL(url), true), url).toBe('is not an address of the public web')
  })

  it('have their host bare', () => {
    expect(bareHost(new URL('http://[2606::1]:8080/'))).toBe('2606::1')
    expect(bareHost(new URL('http://A.Example.ORG./'))).toBe('a.example.org')
    expect(bareHost(new URL('http://bücher.example/'))).toBe('xn--bcher-kva.example')
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
    expect(['::1', 'fd12::1', 'fc00::1', '8.8.8.8', '2606:4700::1'].every(may)).toBe(true)
    expect(['64:ff9b::808:808', '64:ff9b::1.2.3.4'].every(may)).toBe(true)
    expect(['', 'a', '1.2.3', '2606:4700::1%eth0', '::2', 'fe00::1', '64:ff9b::a00:1'].filter(may)).toEqual(
      []
    )
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

  // The first and the last address of each network, and those beside it that are of the public web.
  it.each([
    ['0.0.0.0', '0.255.255.255', '1.0.0.0'],
    ['9.255.255.255', '10.0.0.0', '10.255.255.255', '11.0.0.0'],
    ['100.63.255.255', '100.64.0.0', '100.127.255.255', '100.128.0.0'],
    ['126.255.255.255', '127.0.0.0', '127.255.255.255', '128.0.0.0'],
    ['169.253.255.255', '169.254.0.0', '169.254.255.255', '169.255.0.0'],
    ['172.15.255.255', '172.16.0.0', '172.31.255.255', '172.32.0.0'],
    ['191.255.255.255', '192.0.0.0', '192.0.0.255', '192.0.1.0'],
    ['192.0.1.255', '192.0.2.0', '192.0.2.255', '192.0.3.0'],
    ['192.88.98.255', '192.88.99.0', '192.88.99.255', '192.88.100.0'],
    ['192.167.255.255', '192.168.0.0', '192.168.255.255', '192.169.0.0'],
    ['198.17.255.255', '198.18.0.0', '198.19.255.255', '198.20.0.0'],
    ['198.51.99.255', '198.51.100.0', '198.51.100.255', '198.51.101.0'],
    ['203.0.112.255', '203.0.113.0', '203.0.113.255', '203.0.114.0'],
    ['223.255.255.255', '224.0.0.0', '239.255.255.255', '240.0.0.0', '255.255.255.255'],
    ['168.63.129.15', '168.63.129.16', '168.63.129.16', '168.63.129.17'],
    ['2001:200::', '2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff', '2001:4860::1'],
    ['2001:db7:ffff::1', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db9::'],
    ['2001:ffff::1', '2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2003::'],
    ['3ffe::1', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff', '3fff:1000::'],
    [
      '2000::',
      '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      '4000::',
      '3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'
    ],
    ['64:ff9b::808:808', '64:ff9b::', '64:ff9b::ffff:ffff', '64:ff9b::102:304'],
    ['2606::1', '64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff', '64:ff9b::1:0:0', '2a00::1']
  ])('end where their networks end: %s, %s … %s, %s', (...addresses) => {
    const allowed = (address = ''): boolean => isAllowedAddress(address, false)
    const isPublic = addresses.map(allowed)
    const isFirst = addresses[0] === '0.0.0.0'
    const isMulticast = addresses.includes('239.255.255.255')
    expect(isPublic).toEqual(
      isFirst
        ? [false, false, true]
        : isMulticast
          ? [true, false, false, false, false]
          : [true, false, false, true]
    )
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
