import {afterEach, describe, expect, it, vi} from 'vitest'
import {fetchOne, makeFetcher, makeWorld, textOf} from '../setup/fetcher.ts'
import {type CertificateName, startServer, startTlsServer} from '../setup/server.ts'

const address = '93.184.216.34'
const names = {'secure.example': [[address]]}

async function fetchSecure(certificate: CertificateName) {
  const server = await startTlsServer({'/a': 'a page'}, certificate)
  const fetched = await makeWorld(names, {[address]: server})
    .fetcher()
    .fetch('https://secure.example/a')
  return {fetched, server}
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('fault 70: certificates', () => {
  it('that are valid lead to the page', async () => {
    const {fetched, server} = await fetchSecure('valid')
    expect(fetched.kind === 'page' && textOf(fetched)).toBe('a page')
    expect(server.requests.map(({headers}) => headers.host)).toEqual(['secure.example', 'secure.example'])
  })

  it.each<CertificateName>(['expired', 'other', 'self', 'unknown'])(
    'of the kind %s are findings',
    async (name) => {
      const {fetched, server} = await fetchSecure(name)
      expect(fetched).toEqual({kind: 'dead', cause: 'certificate'})
      expect(server.requests).toEqual([])
    }
  )

  it('whose issuer is not sent are none, as browsers find it', async () => {
    const {fetched, server} = await fetchSecure('half')
    expect(fetched).toMatchObject({kind: 'unchecked'})
    expect(server.requests).toEqual([])
  })

  it('are checked whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const {fetched} = await fetchSecure('self')
    expect(fetched).toEqual({kind: 'dead', cause: 'certificate'})
  })

  it('of IP addresses are compared with the address', async () => {
    const server = await startTlsServer({'*': 'a page'})
    const {network} = makeWorld({}, {'127.0.0.1': server, '127.0.0.2': server})
    const fetcher = makeFetcher({}, network)
    expect(await fetcher.fetch('https://127.0.0.1/')).toMatchObject({kind: 'page'})
    expect(await fetcher.fetch('https://127.0.0.2/')).toEqual({kind: 'dead', cause: 'certificate'})
  })

  it('of a redirect say where it led', async () => {
    const bad = await startTlsServer({'*': 'a page'}, 'expired')
    const first = await startServer({'/a': {status: 301, headers: {location: 'https://secure.example/b'}}})
    const world = makeWorld(
      {...names, 'a.example.org': [['93.184.216.35']]},
      {[address]: bad, '93.184.216.35': first}
    )
    expect(await world.fetcher().fetch('http://a.example.org/a')).toEqual({
      kind: 'dead',
      cause: 'certificate',
      finalUrl: 'https://secure.example/b',
      isMoved: true
    })
  })

  it('of another host’s robots.txt say nothing of the page', async () => {
    const bad = await startTlsServer({}, 'expired')
    const first = await startServer({
      '/robots.txt': {status: 301, headers: {location: 'https://secure.example/robots.txt'}},
      '/a': 'a page'
    })
    const world = makeWorld(
      {...names, 'a.example.org': [['93.184.216.35']]},
      {[address]: bad, '93.184.216.35': first}
    )
    expect(await world.fetcher().fetch('http://a.example.org/a')).toMatchObject({kind: 'unchecked'})
  })

  it('are not asked for where a host speaks no TLS', async () => {
    const server = await startServer({'*': 'a page'})
    expect(await fetchOne(server.url.replace('http:', 'https:'))).toMatchObject({kind: 'unchecked'})
  })

  it('a step from https to http is a redirect like others', async () => {
    const plain = await startServer({'/b': 'a page'})
    const server = await startTlsServer({'/a': {status: 301, headers: {location: 'http://a.example.org/b'}}})
    const world = makeWorld(
      {...names, 'a.example.org': [['93.184.216.35']]},
      {[address]: server, '93.184.216.35': plain}
    )
    expect(await world.fetcher().fetch('https://secure.example/a')).toMatchObject({
      kind: 'page',
      isMoved: true,
      finalUrl: 'http://a.example.org/b'
    })
  })
})
