import {createServer, type Server} from 'node:http'
import {connect} from 'node:net'
import {describe, expect, it} from 'vitest'
import {UsageError} from '../../src/engine/error.ts'
import {createFetcher} from '../../src/engine/fetch/index.ts'
import {makeFetcher, makeWorld} from '../setup/fetcher.ts'
import {startRawServer, startServer, startTlsServer, type TestServer} from '../setup/server.ts'

/** A proxy that passes tunnels on to one server, whatever they are for. */
async function startProxy(target: TestServer | number) {
  const asked: {readonly url: string; readonly headers: object}[] = []
  const server: Server = createServer((_request, response) => response.writeHead(400).end())
  server.on('connect', (request, socket) => {
    asked.push({url: request.url ?? '', headers: request.headers})
    socket.on('error', () => {})
    if (typeof target === 'number') {
      socket.end(`HTTP/1.1 ${target} No\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    const there = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      there.pipe(socket)
      socket.pipe(there)
    })
    there.on('error', () => socket.destroy())
    socket.on('close', () => there.destroy())
  })
  return {...(await startRawServer(server)), asked}
}

describe('a proxy that is named', () => {
  it('gets whole addresses of http, and looks names up itself', async () => {
    const proxy = await startServer({'http://a.example.org/b?c': 'a page'})
    const {network, lookups} = makeWorld({}, {})
    const fetcher = makeFetcher({allowPrivateHosts: false, proxy: proxy.url}, network)
    expect(await fetcher.fetch('http://a.example.org/b?c#d')).toMatchObject({
      kind: 'page',
      finalUrl: 'http://a.example.org/b?c'
    })
    expect(proxy.requests.map(({url, headers}) => [url, headers.host])).toEqual([
      ['http://a.example.org/robots.txt', 'a.example.org'],
      ['http://a.example.org/b?c', 'a.example.org']
    ])
    expect(lookups).toEqual([])
  })

  it('passes https on without reading it', async () => {
    const server = await startTlsServer({'/b': 'a page'})
    const proxy = await startProxy(server)
    const {network, lookups} = makeWorld({}, {})
    const fetcher = makeFetcher({allowPrivateHosts: false, proxy: proxy.url}, network)
    expect(await fetcher.fetch('https://secure.example/b')).toMatchObject({kind: 'page'})
    expect(proxy.asked.map(({url}) => url)).toEqual(['secure.example:443', 'secure.example:443'])
    expect(Object.keys(proxy.asked[0]?.headers ?? {}).sort()).toEqual(['connection', 'host'])
    expect(server.requests.map(({url}) => url)).toEqual(['/robots.txt', '/b'])
    expect(lookups).toEqual([])
  })

  it('changes no certificate', async () => {
    const proxy = await startProxy(await startTlsServer({}, 'self'))
    const fetcher = makeFetcher({proxy: proxy.url}, makeWorld({}, {}).network)
    expect(await fetcher.fetch('https://secure.example/b')).toEqual({kind: 'dead', cause: 'certificate'})
  })

  it.each([403, 407, 502])('that answers %i is to blame, not the host', async (status) => {
    const proxy = await startProxy(status)
    const fetched = await makeFetcher({proxy: proxy.url}).fetch('https://secure.example/b')
    expect(fetched).toEqual({
      kind: 'unchecked',
      reason: `could not be fetched: the proxy 127.0.0.1:${proxy.port} answers ${status}`
    })
  })

  it('that is not there is to blame, not the host', async () => {
    const proxy = await startServer({})
    await proxy.close()
    for (const url of ['http://a.example.org/', 'https://a.example.org/']) {
      expect(await makeFetcher({proxy: proxy.url}).fetch(url)).toEqual({
        kind: 'unchecked',
        reason: `could not be fetched: the proxy 127.0.0.1:${proxy.port} can’t be reached`
      })
    }
  })

  it('fault 61: is asked for no address of this machine', async () => {
    const proxy = await startServer({'*': 'a page'})
    const fetcher = makeFetcher({allowPrivateHosts: false, proxy: proxy.url})
    for (const url of ['http://127.0.0.1/', 'http://localhost/', 'http://a.internal/', 'http://[::1]/']) {
      expect(await fetcher.fetch(url)).toMatchObject({kind: 'unchecked'})
    }
    expect(proxy.requests).toEqual([])
  })

  it.each([
    'localhost:3128',
    'https://a.example.org',
    'socks5://a:1',
    'http://a:b@c:1',
    'http://a/b',
    'http://',
    ''
  ])('%j is refused, and no password repeated', (proxy) => {
    const make = (): unknown => createFetcher({version: '1.2.3', proxy})
    expect(make).toThrow(UsageError)
    if (proxy.includes('@')) expect(make).not.toThrow(proxy)
  })
})
