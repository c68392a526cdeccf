import {get, type IncomingMessage} from 'node:http'
import {createServer} from 'node:net'
import {brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {readBody} from '../../src/engine/fetch/body.ts'
import {fetchOne, fetchPage, makeFetcher, textOf} from '../setup/fetcher.ts'
import {startRawServer, startServer} from '../setup/server.ts'

const text = 'A page that says a thing. '.repeat(500)
const megabyte = 1024 * 1024

/** A server that answers what it is asked with these bytes, as they are, and closes the connection. */
function startBytes(bytes: string | Buffer, isLeftOpen = false) {
  return startRawServer(
    createServer((socket) => {
      socket.once('data', (data) => {
        if (data.toString().startsWith('GET /robots.txt'))
          socket.end('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n')
        else if (isLeftOpen) socket.write(bytes)
        else socket.end(bytes)
      })
    })
  )
}

describe('fault 64: bodies', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['identity', Buffer.from(text)],
    ['identity, gzip', gzipSync(text)],
    ['', Buffer.from(text)]
  ])('in %j are read', async (coding, body) => {
    const server = await startServer({'/a': {headers: {'content-encoding': coding}, body}})
    expect(textOf(await fetchPage(`${server.url}/a`))).toBe(text)
  })

  it.each([
    ['gzip, gzip', gzipSync(gzipSync(text)), /more than once/],
    ['gzip, br', brotliCompressSync(gzipSync(text)), /more than once/],
    ['deflate,identity,gzip', gzipSync(deflateSync(text)), /more than once/],
    ['compress', Buffer.from(text), /not asked for/],
    ['zstd', Buffer.from(text), /not asked for/],
    ['xbr', brotliCompressSync(text), /not asked for/],
    ['gzip', Buffer.from(text), /decoded/],
    ['br', Buffer.from(text), /decoded/],
    ['deflate', Buffer.from(text), /decoded/],
    ['gzip', gzipSync(text).subarray(0, 60), /decoded/],
    ['br', brotliCompressSync(text).subarray(0, 20), /decoded/],
    ['deflate', deflateSync(text).subarray(0, 20), /decoded/]
  ])('in %j that are not, are unchecked (case %#)', async (coding, body, reason) => {
    const server = await startServer({'/a': {headers: {'content-encoding': coding}, body}})
    const fetched = await fetchOne(`${server.url}/a`)
    expect(fetched).toEqual({kind: 'unchecked', reason: expect.stringMatching(reason)})
    // Asking again would not help.
    expect(server.requests.filter(({url}) => url === '/a')).toHaveLength(1)
  })

  it('that say that they are too long are not waited for', async () => {
    const head = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${3 * megabyte}\r\n\r\n`
    const server = await startBytes(head, true)
    expect(await fetchOne(server.url)).toEqual({kind: 'unchecked', reason: 'is longer than 2048 KB'})
  })

  it.each(['gzip', 'br', 'deflate', 'identity'])(
    'in %s that break off are asked for again',
    async (coding) => {
      let tries = 0
      const whole = {gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync, identity: Buffer.from}[
        coding as 'gzip'
      ](text)
      const server = await startServer((request, response) => {
        if (request.url === '/robots.txt') return void response.writeHead(404).end()
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-encoding': coding,
          'content-length': whole.length
        })
        if (++tries === 3) return void response.end(whole)
        response.write(whole.subarray(0, tries * 9), () => response.destroy())
      })
      expect(textOf(await fetchPage(`${server.url}/a`))).toBe(text)
      expect(tries).toBe(3)
    }
  )

  it('that are cut where only their beginning is wanted have just as many bytes', async () => {
    const body = Buffer.from('0123456789'.repeat(20_000))
    for (const [coding, sent] of [
      ['identity', body],
      ['gzip', gzipSync(body)]
    ] as const) {
      const server = await startServer({'/a': {headers: {'content-encoding': coding}, body: sent}})
      const response = await new Promise<IncomingMessage>((resolve) => get(`${server.url}/a`, resolve))
      const read = await readBody(response, {bytes: 100_007, beyond: 'cut'})
      expect(Buffer.from(read).equals(body.subarray(0, 100_007))).toBe(true)
      expect(response.destroyed).toBe(true)
      const all = await new Promise<IncomingMessage>((resolve) => get(`${server.url}/a`, resolve))
      expect(await readBody(all, {bytes: body.length, beyond: 'cut'})).toHaveLength(body.length)
    }
  })

  it('that are empty are empty pages', async () => {
    const server = await startServer({'/a': '', '/b': {headers: {'content-encoding': 'gzip'}}})
    expect(textOf(await fetchPage(`${server.url}/a`))).toBe('')
    expect(textOf(await fetchPage(`${server.url}/b`))).toBe('')
  })

  it('up to 2 MB are read, longer ones are not', async () => {
    const longest = Buffer.alloc(2 * megabyte, 'a')
    const longer = Buffer.alloc(2 * megabyte + 1, 'a')
    const server = await startServer({
      '/longest': {body: longest},
      '/longer': {body: longer},
      '/chunked': (_request, response) => {
        response.setHeader('content-type', 'text/html')
        response.write(longer.subarray(0, megabyte))
        response.end(longer.subarray(megabyte))
      }
    })
    expect((await fetchPage(`${server.url}/longest`)).bytes).toHaveLength(2 * megabyte)
    for (const path of ['/longer', '/chunked']) {
      expect(await fetchOne(server.url + path)).toEqual({kind: 'unchecked', reason: 'is longer than 2048 KB'})
    }
  })

  it.each([
    ['gzip', gzipSync],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 2}})],
    ['deflate', deflateSync]
  ] as const)('that are bombs of %s take no memory', async (coding, compress) => {
    const body = compress(Buffer.alloc(60 * megabyte))
    expect(body.length).toBeLessThan(megabyte)
    const server = await startServer({'/a': {headers: {'content-encoding': coding}, body}})
    const before = process.memoryUsage()
    expect(await fetchOne(`${server.url}/a`)).toEqual({kind: 'unchecked', reason: 'is longer than 2048 KB'})
    const after = process.memoryUsage()
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(
      30 * megabyte
    )
  })

  it('that never end are given up at their limit', async () => {
    let sent = 0
    const server = await startServer({
      '/a': (_request, response) => {
        response.setHeader('content-type', 'text/html')
        const piece = Buffer.alloc(64 * 1024, 'a')
        const go = (): void => {
          while (!response.destroyed) {
            sent += piece.length
            if (!response.write(piece)) break
          }
          if (!response.destroyed) response.once('drain', go)
        }
        go()
      }
    })
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'unchecked'})
    expect(sent).toBeLessThan(64 * megabyte)
  })

  it.each([
    [
      'by length',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 500\r\n\r\n<p>The beginning'
    ],
    [
      'in chunks',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<p>Th\r\n'
    ],
    ['before they begin', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 500\r\n\r\n'],
    ['within their head', 'HTTP/1.1 200 OK\r\ncontent-type: te'],
    ['before all', '']
  ])('that are cut off %s are not read', async (_name, bytes) => {
    const server = await startBytes(bytes)
    expect(await fetchOne(server.url)).toEqual({kind: 'unchecked', reason: 'broke the connection off'})
  })

  it('that end with the connection are read', async () => {
    const server = await startBytes('HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n<p>All of it')
    expect(textOf(await fetchPage(server.url))).toBe('<p>All of it')
  })
})

describe('fault 66: heads', () => {
  const flood = (count: number): string =>
    Array.from({length: count}, (_, n) => `x-${n}: ${'a'.repeat(90)}\r\n`).join('')

  it.each([
    ['many headers', `HTTP/1.1 200 OK\r\n${flood(400)}\r\n`],
    ['one long header', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a long reason', `HTTP/1.1 200 ${'a'.repeat(40_000)}\r\n\r\n`],
    [
      'trailers',
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n0\r\n${flood(400)}\r\n`
    ]
  ])('%s are refused', async (_name, bytes) => {
    const server = await startBytes(bytes, true)
    expect(await fetchOne(server.url)).toMatchObject({kind: 'unchecked'})
  })

  it('of 12 KB are read', async () => {
    const server = await startBytes(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${flood(120)}\r\nok`)
    expect(textOf(await fetchPage(server.url))).toBe('ok')
  })

  it.each([
    'SSH-2.0-OpenSSH_9.6\r\n',
    '\0\0\0',
    'HTTP/9.9 200 OK\r\n\r\n',
    'HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n'
  ])('%j is no answer', async (bytes) => {
    const server = await startBytes(bytes)
    expect(await fetchOne(server.url)).toMatchObject({kind: 'unchecked'})
  })
})

describe('fault 65: time', () => {
  const limits = {connect: 5000, firstByte: 200, total: 5000, pause: 0}

  it('the head has to begin in time', async () => {
    const server = await startServer({'/robots.txt': {status: 404}, '/a': () => {}})
    expect(await fetchOne(`${server.url}/a`, {limits})).toEqual({
      kind: 'unchecked',
      reason: 'was not answered within 0.2 s'
    })
  })

  it('a body that trickles ends with the time for all', async () => {
    const server = await startServer({
      '/a': (_request, response) => {
        response.setHeader('content-type', 'text/html')
        const timer = setInterval(() => response.write('a'), 20)
        response.once('close', () => clearInterval(timer))
      }
    })
    expect(await fetchOne(`${server.url}/a`, {limits: {...limits, total: 300}})).toEqual({
      kind: 'unchecked',
      reason: 'timed out after 0.3 s'
    })
  })

  it('redirects share the time', async () => {
    const server = await startServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end()
      else setTimeout(() => response.writeHead(302, {location: `${request.url}a`}).end(), 150)
    })
    expect(await fetchOne(`${server.url}/a`, {limits: {...limits, firstByte: 5000, total: 400}})).toEqual({
      kind: 'unchecked',
      reason: 'timed out after 0.4 s'
    })
  })

  it('a name that is never found out is given up', async () => {
    const network = {
      resolve: () => new Promise<never>(() => {}),
      dial: (address: string, port: number) => ({address, port})
    }
    const fetcher = makeFetcher({limits: {...limits, connect: 100}}, network)
    expect(await fetcher.fetch('http://a.example.org/')).toEqual({
      kind: 'unchecked',
      reason: 'could not be connected to within 0.1 s'
    })
  })

  it('a host that never agrees on encryption is given up', async () => {
    const server = await startRawServer(createServer(() => {}))
    expect(
      await fetchOne(server.url.replace('http:', 'https:'), {limits: {...limits, connect: 200}})
    ).toEqual({
      kind: 'unchecked',
      reason: 'could not be connected to within 0.2 s'
    })
  })
})
