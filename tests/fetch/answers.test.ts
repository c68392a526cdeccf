import {describe, expect, it} from 'vitest'
import {fetchOne, fetchPage, makeFetcher, makeWorld, textOf} from '../setup/fetcher.ts'
import {type Route, startServer} from '../setup/server.ts'

const to = (location: string, status = 301): Route => ({status, headers: {location}})

describe('what a host answers', () => {
  it('is a page with its bytes', async () => {
    const server = await startServer({
      '/a': {headers: {'last-modified': 'Tue, 05 Mar 2024 23:10:00 GMT'}, body: '<p>Größe</p>'}
    })
    const page = await fetchPage(`${server.url}/a#part`)
    expect(textOf(page)).toBe('<p>Größe</p>')
    expect({...page, bytes: undefined}).toEqual({
      kind: 'page',
      status: 200,
      finalUrl: `${server.url}/a`,
      isMoved: false,
      type: 'html',
      charset: 'utf-8',
      bytes: undefined,
      lastModified: '2024-03-05'
    })
  })

  it.each([404, 410])('%i: is gone', async (status) => {
    const server = await startServer({'/a': {status, body: 'not here'}})
    expect(await fetchOne(`${server.url}/a`)).toEqual({kind: 'dead', cause: 'gone', status})
  })

  it.each([
    202, 204, 206, 300, 304, 400, 401, 402, 403, 405, 406, 407, 408, 418, 425, 429, 451, 500, 502, 503, 504,
    522, 999
  ])('%i: says nothing of the page', async (status) => {
    const server = await startServer({'/a': {status}})
    expect(await fetchOne(`${server.url}/a`)).toEqual({kind: 'unchecked', reason: `answers ${status}`})
  })

  it('is nothing where no host has that name', async () => {
    const world = makeWorld({}, {})
    expect(await world.fetcher().fetch('https://gone.example.org/')).toEqual({kind: 'dead', cause: 'no-host'})
  })

  it.each(['EAI_AGAIN', 'EAI_FAIL', 'ESERVFAIL', 'ETIMEOUT'])(
    'fault 71: %s while looking up says nothing of the host',
    async (code) => {
      const network = {
        ...makeWorld({}, {}).network,
        resolve: () => Promise.reject(Object.assign(new Error(code), {code}))
      }
      expect(await makeFetcher({}, network).fetch('https://a.example.org/')).toMatchObject({
        kind: 'unchecked'
      })
    }
  )

  it('is unchecked where a host refuses', async () => {
    const server = await startServer({})
    await server.close()
    expect(await fetchOne(server.url)).toMatchObject({kind: 'unchecked'})
  })

  it.each<[string, string | undefined, string, string | undefined]>([
    ['text/html', 'html', '<p>', undefined],
    ['TEXT/HTML; Charset="ISO-8859-1"', 'html', '<p>', 'iso-8859-1'],
    ["text/html;charset='windows-1252';x=y", 'html', '<p>', 'windows-1252'],
    ['text/html; charset=a b', 'html', '<p>', undefined],
    ['application/xhtml+xml', 'html', '<p>', undefined],
    ['text/plain; charset=utf-8', 'text', 'words', 'utf-8'],
    ['text/markdown', 'text', 'words', undefined],
    ['application/pdf', 'pdf', '%PDF-1.7', undefined],
    ['application/octet-stream', 'pdf', '%PDF-1.7', undefined],
    ['application/octet-stream', 'other', 'no', undefined],
    ['', 'html', '\n <!doctype html><p>', undefined],
    ['', 'pdf', '%PDF-1.7', undefined],
    ['', 'other', 'words', undefined],
    ['image/png', 'other', 'no', undefined],
    ['application/json', 'other', '{}', undefined],
    ['nonsense', 'other', 'no', undefined]
  ])('fault 72: %j is %s for %j', async (header, type, body, charset) => {
    const server = await startServer({
      '/a.pdf': (_request, response) => {
        if (header !== '') response.setHeader('content-type', header)
        response.end(body)
      }
    })
    const page = await fetchPage(`${server.url}/a.pdf`)
    expect(page.type).toBe(type)
    expect(page.charset).toBe(charset)
    expect(textOf(page)).toBe(type === 'other' ? '' : body)
  })

  it('fault 72: what is no page is not read, however long it is', async () => {
    const server = await startServer({
      '/a.zip': (_request, response) => {
        response.setHeader('content-type', 'application/zip')
        response.write('P')
      }
    })
    expect(await fetchPage(`${server.url}/a.zip`)).toMatchObject({type: 'other', bytes: new Uint8Array()})
  })
})

describe('fault 62: redirects', () => {
  it.each([
    [[301], true],
    [[308, 301], true],
    [[302], false],
    [[301, 307], false],
    [[303, 301], false]
  ])('by %j: moved for good: %s', async (statuses, isMoved) => {
    const hops = statuses.map((status, index): [string, Route] => [
      `/${index}`,
      to(`/${index + 1}#x`, status)
    ])
    const last = `/${statuses.length}`
    const server = await startServer({...Object.fromEntries(hops), [last]: 'a page'})
    expect(await fetchOne(`${server.url}/0`)).toMatchObject({
      kind: 'page',
      isMoved,
      finalUrl: server.url + last
    })
  })

  it('five are followed, six are not', async () => {
    const routes = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`/page/${n}`, to(`/page/${n + 1}`)]))
    const server = await startServer({...routes, '/page/7': 'a page'})
    expect(await fetchOne(`${server.url}/page/2`)).toMatchObject({kind: 'page'})
    expect(await fetchOne(`${server.url}/page/1`)).toEqual({
      kind: 'unchecked',
      reason: 'redirects more than 5 times'
    })
  })

  it('in a circle are dead, but where cookies may end it', async () => {
    const server = await startServer({
      '/a': to('/b', 302),
      '/b': to('/a', 302),
      '/self': to('/self'),
      '/wall': {status: 302, headers: {location: '/wall', 'set-cookie': 'seen=1'}}
    })
    const fetcher = makeFetcher()
    expect(await fetcher.fetch(`${server.url}/a`)).toMatchObject({kind: 'dead', cause: 'redirect-loop'})
    expect(await fetcher.fetch(`${server.url}/self`)).toMatchObject({kind: 'dead', cause: 'redirect-loop'})
    expect(await fetcher.fetch(`${server.url}/wall`)).toMatchObject({kind: 'unchecked'})
  })

  it('to a page that is gone say where', async () => {
    const server = await startServer({'/a': to('/b')})
    expect(await fetchOne(`${server.url}/a`)).toEqual({
      kind: 'dead',
      cause: 'gone',
      status: 404,
      finalUrl: `${server.url}/b`,
      isMoved: true
    })
  })

  it('without a place, or to no address, are unchecked', async () => {
    const server = await startServer({'/a': {status: 301}, '/b': to('http://[')})
    expect(await fetchOne(`${server.url}/a`)).toEqual({kind: 'unchecked', reason: 'answers 301'})
    expect(await fetchOne(`${server.url}/b`)).toEqual({kind: 'unchecked', reason: 'answers 301'})
  })

  it('are read as UTF-8', async () => {
    const server = await startServer({
      '/a': to(Buffer.from('/größe').toString('latin1')),
      '/gr%C3%B6%C3%9Fe': 'a page'
    })
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({finalUrl: `${server.url}/gr%C3%B6%C3%9Fe`})
  })
})

describe('redirects to a home page', () => {
  const hosts = ['a.example.org', 'www.a.example.org', 'b.example.org', 's.example']
  const names = Object.fromEntries(hosts.map((host) => [host, [['93.184.216.34']]]))

  it.each([
    ['http://a.example.org/news/123', 'http://a.example.org/', true],
    ['http://a.example.org/pricing', 'http://www.a.example.org/', true],
    ['http://a.example.org/news/123', 'http://a.example.org/index.html', true],
    ['http://a.example.org/news/123', 'http://a.example.org/en/', true],
    ['http://a.example.org/news/123', 'http://a.example.org/en-us', true],
    ['http://a.example.org/2019/05/a-long-story.html', 'http://b.example.org/', true],
    ['http://a.example.org/news/a-long-story', 'http://b.example.org/', true],
    ['http://a.example.org/news/123', 'http://a.example.org/?page=123', false],
    ['http://a.example.org/news/123', 'http://a.example.org/news/', false],
    ['http://a.example.org/index.php', 'http://a.example.org/', false],
    ['http://a.example.org/en/', 'http://a.example.org/', false],
    ['http://a.example.org/?p=123', 'http://a.example.org/', false],
    // A short link, a section with a host of its own, a project with a domain of its own.
    ['http://s.example/3xYz9a', 'http://a.example.org/', false],
    ['http://a.example.org/blog/', 'http://b.example.org/', false],
    ['http://a.example.org/somebody/project', 'http://b.example.org/', false]
  ])('%s to %s: %s', async (cited, final, isDead) => {
    const server = await startServer((request, response) => {
      const url = `http://${request.headers.host}${request.url}`
      if (request.url === '/robots.txt') response.writeHead(404)
      else if (url === cited) response.writeHead(302, {location: final})
      else response.writeHead(200, {'content-type': 'text/html'})
      response.end()
    })
    const fetched = await makeWorld(names, {'93.184.216.34': server}).fetcher().fetch(cited)
    expect(fetched).toMatchObject(
      isDead ? {kind: 'dead', cause: 'home-page', finalUrl: final} : {kind: 'page', finalUrl: final}
    )
  })
})
