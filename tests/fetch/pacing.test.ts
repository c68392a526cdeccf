import {setMaxListeners} from 'node:events'
import {createServer} from 'node:net'
import {describe, expect, it} from 'vitest'
import {createPacing} from '../../src/engine/fetch/pacing.ts'
import {fetchOne, makeFetcher} from '../setup/fetcher.ts'
import {type Route, startRawServer, startServer, type TestServer} from '../setup/server.ts'

/** What the first requests for it get, and what all later ones get. */
function inTurn(...routes: readonly [Route, ...Route[]]): Route {
  let asked = 0
  return (_request, response) => {
    const route = routes[Math.min(asked, routes.length - 1)] ?? ''
    asked += 1
    const {status = 200, headers = {}} = typeof route === 'object' ? route : {}
    response.writeHead(status, {'content-type': 'text/html', ...headers} as Record<string, string>)
    response.end(typeof route === 'string' ? route : '')
  }
}

/** Milliseconds between the requests, one after the other. */
function gaps({requests}: TestServer): number[] {
  return requests.slice(1).map(({at}, index) => at - (requests[index]?.at ?? 0))
}

describe('fault 67: a host is asked', () => {
  it('one thing at a time', async () => {
    let now = 0
    let most = 0
    const server = await startServer((request, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        response.writeHead(request.url === '/robots.txt' ? 404 : 200, {'content-type': 'text/html'}).end()
      }, 10)
    })
    const fetcher = makeFetcher()
    await Promise.all(Array.from({length: 12}, (_, n) => fetcher.fetch(`${server.url}/${n}`)))
    expect(server.requests).toHaveLength(13)
    expect(most).toBe(1)
  })

  it('with a pause after each answer', async () => {
    const server = await startServer({'*': 'a page'})
    const fetcher = makeFetcher({limits: {pause: 80}})
    await Promise.all([1, 2, 3].map((n) => fetcher.fetch(`${server.url}/${n}`)))
    expect(gaps(server)).toHaveLength(3)
    for (const gap of gaps(server)) expect(gap).toBeGreaterThanOrEqual(78)
  })

  it('as slowly as its robots.txt says, up to a limit', async () => {
    const server = await startServer({'/robots.txt': 'User-agent: *\nCrawl-delay: 1000', '*': 'a page'})
    const fetcher = makeFetcher({limits: {crawlDelay: 120}})
    await Promise.all([1, 2, 3].map((n) => fetcher.fetch(`${server.url}/${n}`)))
    for (const gap of gaps(server).slice(1)) expect(gap).toBeGreaterThanOrEqual(118)
  })

  it('beside others, up to so many', async () => {
    const counts = {now: 0, most: 0}
    const {signal} = new AbortController()
    setMaxListeners(0, signal)
    const pacing = createPacing({pause: 0, hosts: 3}, signal)
    await Promise.all(
      Array.from({length: 20}, (_, n) =>
        pacing.turn(`host-${n % 10}`, async () => {
          counts.now += 1
          counts.most = Math.max(counts.most, counts.now)
          await new Promise((resolve) => setTimeout(resolve, 5))
          counts.now -= 1
        })
      )
    )
    expect(counts).toEqual({now: 0, most: 3})
  })

  it('while one that is waited for holds up nobody else', async () => {
    const slow = await startServer({'/robots.txt': 'User-agent: *\nCrawl-delay: 10', '*': 'a page'})
    const other = await startServer({'*': 'a page'})
    const fetcher = makeFetcher({limits: {hosts: 1}})
    await fetcher.fetch(`${slow.url}/1`)
    const waiting = fetcher.fetch(`${slow.url}/2`)
    expect(await fetcher.fetch(`${other.url}/1`)).toMatchObject({kind: 'page'})
    fetcher.close()
    expect(await waiting).toMatchObject({kind: 'unchecked'})
  })
})

describe('fault 67: a host that is busy', () => {
  it.each([429, 503])('and answers %i is asked again', async (status) => {
    const server = await startServer({'/a': inTurn({status}, {status}, 'a page')})
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'page'})
    expect(server.requests).toHaveLength(4)
  })

  it('is asked three times at most', async () => {
    const server = await startServer({'/a': {status: 503}})
    expect(await fetchOne(`${server.url}/a`)).toEqual({kind: 'unchecked', reason: 'answers 503'})
    expect(server.requests).toHaveLength(4)
  })

  it('is asked later each time', async () => {
    const server = await startServer({'/a': {status: 503}})
    await fetchOne(`${server.url}/a`, {limits: {backoff: 60}})
    const [, second = 0, third = 0] = gaps(server)
    expect(second).toBeGreaterThanOrEqual(58)
    expect(third).toBeGreaterThanOrEqual(118)
  })

  it('and names seconds is asked after them, by all', async () => {
    const server = await startServer({
      '/a': inTurn({status: 429, headers: {'retry-after': '1'}}, 'a page'),
      '/b': 'a page'
    })
    const fetcher = makeFetcher()
    const fetched = await Promise.all([fetcher.fetch(`${server.url}/a`), fetcher.fetch(`${server.url}/b`)])
    expect(fetched.map(({kind}) => kind)).toEqual(['page', 'page'])
    expect(gaps(server)[1]).toBeGreaterThanOrEqual(998)
  })

  it('and names a date is asked after it', async () => {
    const at = new Date(Date.now() + 2000)
    const server = await startServer({
      '/a': inTurn({status: 503, headers: {'retry-after': at.toUTCString()}}, 'a page')
    })
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'page'})
    // A date has no milliseconds.
    expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(at.getTime() / 1000) * 1000 - 2)
  })

  it.each([
    ['3600', /3600 s/],
    [new Date(Date.now() + 86_400_000).toUTCString(), /\d s$/]
  ])('and says %j is left alone for this run', async (wait, reason) => {
    const server = await startServer({'*': {status: 429, headers: {'retry-after': wait}}})
    const fetcher = makeFetcher()
    for (const path of ['/a', '/b']) {
      const fetched = await fetcher.fetch(server.url + path)
      expect(fetched.kind === 'unchecked' && fetched.reason).toMatch(reason)
    }
    expect(server.requests.map(({url}) => url)).toEqual(['/robots.txt', '/a'])
  })

  it('and breaks off is asked again', async () => {
    let asked = 0
    const server = await startRawServer(
      createServer((socket) => {
        socket.on('error', () => {})
        asked += 1
        if (asked < 3) socket.resetAndDestroy()
        else socket.once('data', () => socket.end('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n'))
      })
    )
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'dead', cause: 'gone'})
    expect(asked).toBe(4)
  })

  it('and refuses connections is asked once', async () => {
    let dialled = 0
    const network = {
      resolve: async () => ['127.0.0.1'],
      dial(address: string) {
        dialled += 1
        return {address, port: 1}
      }
    }
    expect(await makeFetcher({}, network).fetch('http://a.example.org/')).toMatchObject({kind: 'unchecked'})
    expect(dialled).toBe(1)
  })
})

describe('a run that is stopped', () => {
  const stopped = {kind: 'unchecked', reason: 'was not fetched, as the run was stopped'}

  it('ends all that is under way or waits', async () => {
    const stopper = new AbortController()
    const server = await startServer({'/robots.txt': {status: 404}, '/hangs': () => stopper.abort()})
    const busy = await startServer({'*': {status: 429, headers: {'retry-after': '50'}}})
    const fetcher = makeFetcher({signal: stopper.signal, limits: {pause: 60_000, hosts: 2}})
    const hanging = makeFetcher({signal: stopper.signal})
    const all = [
      fetcher.fetch(`${server.url}/a`),
      fetcher.fetch(`${server.url}/b`),
      fetcher.fetch(`${busy.url}/c`),
      fetcher.fetch(`${busy.url}/d`),
      hanging.fetch(`${server.url}/hangs`)
    ]
    expect(await Promise.all(all)).toEqual(all.map(() => stopped))
    expect(await fetcher.fetch(`${server.url}/later`)).toEqual(stopped)
  })

  it('before it begins asks for nothing', async () => {
    const server = await startServer({'*': 'a page'})
    expect(await fetchOne(server.url, {signal: AbortSignal.abort()})).toEqual(stopped)
    expect(server.requests).toEqual([])
  })

  it('by close ends as well', async () => {
    const server = await startServer({'*': 'a page'})
    const fetcher = makeFetcher({limits: {pause: 60_000}})
    const waiting = fetcher.fetch(server.url)
    setTimeout(() => fetcher.close(), 50)
    expect(await waiting).toEqual(stopped)
  })
})
