import {readFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'
import {createServer as createTlsServer} from 'node:https'
import type {AddressInfo, Server, Socket} from 'node:net'
import path from 'node:path'
import {afterEach} from 'vitest'

/** An answer: a page with that text, one put together, or a handler of its own. */
export type Route =
  | string
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | readonly string[]>>
      readonly body?: string | Uint8Array
    }
  | RequestListener

/** Answers by path, with query or without; what is not there is answered 404. `*` answers all else, but robots.txt. */
export type Routes = Readonly<Record<string, Route>>

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<IncomingMessage['headers']>
  /** `performance.now()` when it came. */
  readonly at: number
}

export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly requests: readonly SeenRequest[]
  close(): Promise<void>
}

/** What is signed for servers of tests; `certificates/README.md` says how. */
export type CertificateName = 'valid' | 'expired' | 'other' | 'self' | 'unknown' | 'half'

const open = new Set<TestServer>()

afterEach(async () => {
  await Promise.all([...open].map((server) => server.close()))
})

/** A server on 127.0.0.1; it is closed after the test. A handler gets all requests, those for robots.txt among them. */
export function startServer(answers: Routes | RequestListener): Promise<TestServer> {
  const requests: SeenRequest[] = []
  return listen(createServer(listenerOf(answers, requests)), 'http', requests)
}

/** The same, encrypted, with a certificate for `secure.example` and `127.0.0.1`. */
export function startTlsServer(
  answers: Routes | RequestListener,
  certificate: CertificateName = 'valid'
): Promise<TestServer> {
  const requests: SeenRequest[] = []
  const pem = readCertificate(certificate)
  return listen(createTlsServer({key: pem, cert: pem}, listenerOf(answers, requests)), 'https', requests)
}

/** A server of raw connections on 127.0.0.1. */
export function startRawServer(server: Server): Promise<TestServer> {
  return listen(server, 'http', [])
}

/** PEM of a certificate of the tests, with its key where it has one. */
export function readCertificate(name: CertificateName | 'authority'): string {
  return readFileSync(path.join(import.meta.dirname, 'certificates', `${name}.test-fixture.pem`), 'utf8')
}

function listenerOf(answers: Routes | RequestListener, requests: SeenRequest[]): RequestListener {
  return (request, response) => {
    const {method = '', url = '', headers} = request
    requests.push({method, url, headers, at: performance.now()})
    if (typeof answers === 'function') {
      answers(request, response)
      return
    }
    const [pathname = ''] = url.split('?', 1)
    const route = answers[url] ?? answers[pathname] ?? (pathname === '/robots.txt' ? undefined : answers['*'])
    answer(route ?? {status: 404}, request, response)
  }
}

function answer(route: Route, request: IncomingMessage, response: ServerResponse<IncomingMessage>): void {
  if (typeof route === 'function') {
    route(request, response as Parameters<RequestListener>[1])
    return
  }
  const {status = 200, headers = {}, body = ''} = typeof route === 'string' ? {body: route} : route
  response.statusCode = status
  response.setHeader('content-type', 'text/html; charset=utf-8')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(body)
}

async function listen(server: Server, scheme: string, requests: readonly SeenRequest[]): Promise<TestServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    // Clients break off, as they should.
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  const started: TestServer = {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    requests,
    close() {
      open.delete(started)
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    }
  }
  open.add(started)
  return started
}
