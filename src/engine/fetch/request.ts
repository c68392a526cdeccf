import {type IncomingHttpHeaders, type IncomingMessage, request as requestHttp} from 'node:http'
import type {Socket} from 'node:net'
import {acceptedCodings, type BodyLimit, readBody} from './body.ts'
import {type ConnectionSettings, openConnection} from './connection.ts'
import {Trouble, troubleOf} from './trouble.ts'
import {unlessStopped} from './waiting.ts'

export interface RequestSettings extends ConnectionSettings {
  readonly version: string
  /** Of `limits`. */
  readonly firstByte: number
  readonly total: number
}

/** Milliseconds that an address may still take. */
export interface Budget {
  left: number
}

export interface Answer {
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Where it was asked for. */
  readonly bytes?: Uint8Array
}

/** How much of an answer's body is wanted; nothing: none of it. */
export type Wanted = (status: number, headers: IncomingHttpHeaders, url: URL) => BodyLimit | undefined

/**
 * Asks for one address, over a connection of its own, and follows nothing. GET alone: a HEAD saves nothing where the
 * page has to be read, and many servers answer it with another status. Rejects with a `Trouble`.
 */
export async function ask(
  url: URL,
  settings: RequestSettings,
  {wanted, budget, signal}: {readonly wanted: Wanted; readonly budget: Budget; readonly signal: AbortSignal}
): Promise<Answer> {
  const guard = new AbortController()
  const stop = (): void => guard.abort(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, {once: true})
  const giveUp = (reason: string) => (): void => guard.abort(new Trouble(reason))
  const started = performance.now()
  const total = setTimeout(giveUp(`timed out after ${seconds(settings.total)}`), Math.max(0, budget.left))
  let phase = setTimeout(
    giveUp(`could not be connected to within ${seconds(settings.connect)}`),
    settings.connect
  )
  let socket: Socket | undefined
  try {
    guard.signal.throwIfAborted()
    socket = await openConnection(url, settings, guard.signal)
    clearTimeout(phase)
    phase = setTimeout(giveUp(`was not answered within ${seconds(settings.firstByte)}`), settings.firstByte)
    const response = await unlessStopped(send(url, socket, settings), guard.signal)
    clearTimeout(phase)
    const {statusCode: status = 0, headers} = response
    const limit = wanted(status, headers, url)
    if (!limit) return {url, status, headers}
    return {url, status, headers, bytes: await unlessStopped(readBody(response, limit), guard.signal)}
  } catch (error) {
    throw troubleOf(guard.signal.aborted ? guard.signal.reason : error)
  } finally {
    budget.left -= performance.now() - started
    clearTimeout(total)
    clearTimeout(phase)
    signal.removeEventListener('abort', stop)
    socket?.destroy()
  }
}

/** `20 s`. */
export function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`
}

/** Sends what every reader sends, the same for all addresses: no cookies, no page it came from. */
function send(url: URL, socket: Socket, settings: RequestSettings): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const isAbsolute = settings.proxy !== undefined && url.protocol === 'http:'
    const request = requestHttp({
      method: 'GET',
      path: `${isAbsolute ? url.origin : ''}${url.pathname}${url.search}`,
      headers: {
        Host: url.host,
        'User-Agent': `articlelint/${settings.version} (+https://github.com/articlelint/articlelint)`,
        Accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.1',
        // The prose that is compared is English.
        'Accept-Language': 'en,*;q=0.5',
        'Accept-Encoding': acceptedCodings
      },
      createConnection: () => socket,
      maxHeaderSize: settings.headerBytes,
      insecureHTTPParser: false
    })
    request.on('error', reject)
    request.once('response', (response) => {
      // It is read later or never; without a listener a break would end the process.
      response.on('error', () => {})
      resolve(response)
    })
    request.once('close', () => reject(new Trouble('broke the connection off', {isPassing: true})))
    request.end()
  })
}
