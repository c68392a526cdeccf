import type {TLSSocket} from 'node:tls'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {fetchOne, makeFetcher, makeWorld} from '../setup/fetcher.ts'
import {startServer, startTlsServer} from '../setup/server.ts'

const open = '93.184.216.34'
const other = '93.184.216.35'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('fault 61: hosts that change', () => {
  it('a name that stands for a public address first and for a private one then is refused (rebinding)', async () => {
    const server = await startServer({'*': 'a page'})
    const world = makeWorld({'a.example.org': [[open], ['127.0.0.1']]}, {[open]: server, '127.0.0.1': server})
    // The first look-up is for robots.txt.
    expect(await world.fetcher().fetch('http://a.example.org/')).toMatchObject({kind: 'unchecked'})
    expect(world.dialled).toEqual([open])
  })

  it('what was checked is what is connected to: a name is looked up once for a request', async () => {
    const server = await startServer({'*': 'a page'})
    const names = {'a.example.org': [[open], [open], ['127.0.0.1']]}
    const world = makeWorld(names, {[open]: server, '127.0.0.1': server})
    expect(await world.fetcher().fetch('http://a.example.org/')).toMatchObject({kind: 'page'})
    expect(world.lookups).toHaveLength(2)
    expect(world.dialled).toEqual([open, open])
  })

  it('one private address among public ones is enough', async () => {
    for (const mixed of [
      [open, '10.0.0.1'],
      ['::1', open],
      [open, other, open, other, '127.0.0.1']
    ]) {
      const world = makeWorld({'a.example.org': [mixed]}, {})
      expect(await world.fetcher().fetch('http://a.example.org/')).toMatchObject({kind: 'unchecked'})
      expect(world.dialled).toEqual([])
    }
  })

  it.each([
    'http://127.0.0.1/admin',
    'http://2130706433/',
    'http://[::1]/',
    'http://localhost/',
    'http://inside.example.org/',
    'http://169.254.169.254/latest/meta-data/',
    '//127.0.0.1/',
    'http://a.example.org:6379/',
    'http://user:password@a.example.org/there',
    'file:///etc/passwd',
    'ftp://a.example.org/',
    'javascript:alert(1)',
    'data:text/html,hello'
  ])('a redirect to %j is not followed', async (location) => {
    const server = await startServer({'/cited': {status: 302, headers: {location}}, '*': 'a secret'})
    const world = makeWorld(
      {'a.example.org': [[open]], 'inside.example.org': [['10.0.0.1']]},
      {[open]: server, '127.0.0.1': server, '10.0.0.1': server}
    )
    const fetched = await world.fetcher().fetch('http://a.example.org/cited')
    // A name is found out when it is looked up, and is not spelled like an address that is refused.
    const isSpelled = !location.includes('inside.example.org')
    const reason = expect.stringMatching(
      isSpelled ? /^redirects to what (?:is|holds) / : /^is on a host that is not/
    )
    expect(fetched).toEqual({kind: 'unchecked', reason})
    expect(server.requests.map(({url}) => url)).toEqual(['/robots.txt', '/cited'])
    expect(world.dialled).toEqual([open, open])
  })

  it('a robots.txt that redirects inside is not followed', async () => {
    const server = await startServer({
      '/robots.txt': {status: 301, headers: {location: 'http://127.0.0.1/robots.txt'}},
      '*': 'a page'
    })
    const world = makeWorld({'a.example.org': [[open]]}, {[open]: server, '127.0.0.1': server})
    expect(await world.fetcher().fetch('http://a.example.org/')).toMatchObject({kind: 'unchecked'})
    expect(server.requests).toHaveLength(1)
  })

  it('a page of another public host is read', async () => {
    const first = await startServer({
      '/cited': {status: 302, headers: {location: 'https://secure.example/there'}}
    })
    const second = await startTlsServer({'/there': 'a page'})
    const names = {'a.example.org': [[open]], 'secure.example': [[other]]}
    const world = makeWorld(names, {[open]: first, [other]: second})
    expect(await world.fetcher().fetch('http://a.example.org/cited')).toMatchObject({
      kind: 'page',
      finalUrl: 'https://secure.example/there'
    })
    expect(second.requests.map(({url, headers}) => [url, headers.host])).toEqual([
      ['/robots.txt', 'secure.example'],
      ['/there', 'secure.example']
    ])
  })
})

describe('fault 61 and fault 63: what is connected to', () => {
  it('is the port of the scheme', async () => {
    const dialled: string[] = []
    const server = await startServer({})
    const network = {
      resolve: async () => [open],
      dial: (address: string, port: number) => {
        dialled.push(`${address}:${port}`)
        return {address: '127.0.0.1', port: server.port}
      }
    }
    const fetcher = makeFetcher({allowPrivateHosts: false}, network)
    await fetcher.fetch('http://a.example.org/')
    await fetcher.fetch('http://b.example.org:443/')
    await fetcher.fetch('https://c.example.org/')
    expect([...new Set(dialled)]).toEqual([`${open}:80`, `${open}:443`])
    expect(dialled.filter((one) => one.endsWith(':80'))).toHaveLength(2)
  })

  it('is none of a name without addresses, and four of one with many', async () => {
    const server = await startServer({'*': 'a page'})
    const many = Array.from({length: 9}, (_, index) => `93.184.216.${index + 1}`)
    const servers = Object.fromEntries(many.map((address) => [address, server]))
    const world = makeWorld({'none.example.org': [[]], 'many.example.org': [many]}, servers)
    const fetcher = world.fetcher()
    expect(await fetcher.fetch('http://none.example.org/')).toEqual({kind: 'dead', cause: 'no-host'})
    expect(world.dialled).toEqual([])
    expect(await fetcher.fetch('http://many.example.org/')).toMatchObject({kind: 'page'})
    expect(new Set(world.dialled)).toEqual(new Set(many.slice(0, 4)))
  })

  it('is told its name where it has one, and speaks HTTP/1.1', async () => {
    const seen: unknown[] = []
    const server = await startTlsServer((request, response) => {
      const {servername, alpnProtocol} = request.socket as TLSSocket
      seen.push([servername, alpnProtocol])
      response.writeHead(404).end()
    })
    const world = makeWorld({'secure.example': [[open]]}, {[open]: server, '127.0.0.1': server})
    await world.fetcher().fetch('https://secure.example/')
    await makeFetcher({}, world.network).fetch('https://127.0.0.1/')
    expect(seen).toEqual([
      ['secure.example', 'http/1.1'],
      ['secure.example', 'http/1.1'],
      [false, 'http/1.1'],
      [false, 'http/1.1']
    ])
  })
})

describe('fault 63 and fault 69: what a host is told', () => {
  it('is the address alone, by GET, and who asks', async () => {
    const server = await startServer({'*': 'a page'})
    await fetchOne(`${server.url}/a?b=c#d`)
    expect(server.requests.map(({method, url}) => `${method} ${url}`)).toEqual([
      'GET /robots.txt',
      'GET /a?b=c'
    ])
    for (const {headers} of server.requests) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'accept-language',
        'connection',
        'host',
        'user-agent'
      ])
      expect(headers['user-agent']).toBe('articlelint/1.2.3 (+https://github.com/articlelint/articlelint)')
      expect(headers.connection).toBe('close')
    }
  })

  it('cookies are never sent back, not after a redirect either', async () => {
    const cookie = {'set-cookie': ['session=1; Path=/', 'other=2']}
    const server = await startServer({
      '/robots.txt': {status: 404, headers: cookie},
      '/a': {status: 302, headers: {...cookie, location: '/b'}},
      '/b': {headers: cookie, body: 'a page'}
    })
    const fetcher = makeFetcher()
    await fetcher.fetch(`${server.url}/a`)
    await fetcher.fetch(`${server.url}/b`)
    expect(server.requests).toHaveLength(4)
    for (const {headers} of server.requests) {
      expect(headers.cookie).toBeUndefined()
      expect(headers.referer).toBeUndefined()
      expect(headers.authorization).toBeUndefined()
    }
  })

  it('no password is sent to a host that asks for one', async () => {
    const server = await startServer({'*': {status: 401, headers: {'www-authenticate': 'Basic realm="a"'}}})
    expect(await fetchOne(server.url)).toEqual({kind: 'unchecked', reason: 'answers 401'})
    expect(server.requests).toHaveLength(2)
  })

  it('proxies of the environment are ignored', async () => {
    const proxy = await startServer({'*': 'from the proxy'})
    const server = await startServer({'*': 'from the host'})
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy']) {
      vi.stubEnv(name, proxy.url)
    }
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    vi.stubEnv('NO_PROXY', '')
    expect(await fetchOne(server.url)).toMatchObject({kind: 'page'})
    expect(proxy.requests).toEqual([])
    expect(server.requests).toHaveLength(2)
  })
})
