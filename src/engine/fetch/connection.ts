import {request as requestHttp} from 'node:http'
import {connect as connectPlain, isIP, isIPv6, type LookupFunction, type Socket} from 'node:net'
import {connect as connectSecure, rootCertificates} from 'node:tls'
import {isAllowedAddress} from './addresses.ts'
import {bareHost} from './door.ts'
import type {Network} from './network.ts'
import {Trouble} from './trouble.ts'
import {unlessStopped} from './waiting.ts'

export interface ConnectionSettings {
  readonly network: Network
  readonly allowPrivateHosts: boolean
  /** `http://host:port`; nothing else is connected to then. */
  readonly proxy: URL | undefined
  /** Of `limits`. */
  readonly connect: number
  readonly headerBytes: number
}

/** So many addresses of a name are tried. */
const mostAddresses = 4

/**
 * A connection to the host of an address, for one request. Rejects with the error of node, a `Trouble`, or the reason of
 * the signal; nothing stays open then.
 */
export async function openConnection(
  url: URL,
  settings: ConnectionSettings,
  signal: AbortSignal
): Promise<Socket> {
  const {proxy} = settings
  const isSecure = url.protocol === 'https:'
  if (proxy) {
    const plain = await toProxy(proxy, settings, signal)
    if (!isSecure) return plain
    await openTunnel(plain, url, settings, signal)
    return secure(plain, url, settings, signal)
  }
  const port = portOf(url)
  const targets = (await addressesOf(url, settings, signal)).map((address) =>
    settings.network.dial(address, port)
  )
  const plain = await connectTo(targets, settings, signal)
  return isSecure ? secure(plain, url, settings, signal) : plain
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80))
}

/** The addresses of a host, each of which may be connected to. A name that has one that may not be is refused. */
async function addressesOf(
  url: URL,
  {network, allowPrivateHosts}: ConnectionSettings,
  signal: AbortSignal
): Promise<readonly string[]> {
  const host = bareHost(url)
  const addresses = isIP(host) === 0 ? await unlessStopped(network.resolve(host), signal) : [host]
  if (addresses.length === 0) {
    throw new Trouble('is on a host that doesn’t exist', {death: 'no-host'})
  }
  if (!addresses.every((address) => isAllowedAddress(address, allowPrivateHosts))) {
    throw new Trouble('is on a host that is not of the public web')
  }
  return addresses.slice(0, mostAddresses)
}

/**
 * Connects to one of these addresses and no other: the name is not looked up again, so it can't stand for another address
 * than the one that was checked.
 */
function connectTo(
  targets: readonly {readonly address: string; readonly port: number}[],
  {connect}: ConnectionSettings,
  signal: AbortSignal
): Promise<Socket> {
  const [first] = targets
  if (!first) throw new Trouble('could not be fetched')
  const found = targets.map(({address}) => ({address, family: isIPv6(address) ? 6 : 4}))
  const lookup: LookupFunction = (_name, _options, callback) => callback(null, found)
  const socket = connectPlain({
    host: 'checked',
    port: first.port,
    lookup,
    autoSelectFamily: true,
    // By itself node gives each address a quarter of a second, in which a far host can't answer.
    autoSelectFamilyAttemptTimeout: Math.max(250, Math.floor(connect / targets.length))
  })
  return whenReady(socket, 'connect', signal)
}

/** Encryption over a connection. The certificate is checked for the name of the address, whatever the environment says. */
function secure(
  plain: Socket,
  url: URL,
  {network}: ConnectionSettings,
  signal: AbortSignal
): Promise<Socket> {
  const host = bareHost(url)
  const socket = connectSecure({
    socket: plain,
    host,
    // An IP address can't be asked for by name (RFC 6066); the certificate is compared with `host` then.
    servername: isIP(host) === 0 ? host : '',
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
    ...(network.authorities && {ca: [...rootCertificates, ...network.authorities]})
  })
  socket.once('close', () => plain.destroy())
  return whenReady(socket, 'secureConnect', signal)
}

/** A proxy is what the user named, wherever it is. */
function toProxy(proxy: URL, settings: ConnectionSettings, signal: AbortSignal): Promise<Socket> {
  const socket = connectPlain({
    host: bareHost(proxy),
    port: portOf(proxy),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: Math.max(250, Math.floor(settings.connect / mostAddresses))
  })
  return whenReady(socket, 'connect', signal).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Trouble(`could not be fetched: the proxy ${proxy.host} can’t be reached`)
  })
}

/** Asks a proxy to pass on what comes (CONNECT). */
async function openTunnel(
  socket: Socket,
  url: URL,
  {proxy, headerBytes}: ConnectionSettings,
  signal: AbortSignal
): Promise<void> {
  const target = `${url.hostname}:${portOf(url)}`
  const asked = new Promise<number>((resolve, reject) => {
    const request = requestHttp({
      method: 'CONNECT',
      path: target,
      headers: {host: target},
      createConnection: () => socket,
      maxHeaderSize: headerBytes
    })
    // Whatever its status; what a host says before it is spoken to is no TLS, and is lost.
    request.once('connect', ({statusCode = 0}) => resolve(statusCode))
    request.once('error', reject)
    request.end()
  })
  try {
    const status = await unlessStopped(asked, signal)
    if (status !== 200) throw new Trouble(`could not be fetched: the proxy ${proxy?.host} answers ${status}`)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** The socket, once that event comes. It is closed when the signal comes, then or later. */
function whenReady(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<Socket> {
  const stop = (): void => {
    socket.destroy()
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, {once: true})
  socket.once('close', () => signal.removeEventListener('abort', stop))
  const ready = new Promise<Socket>((resolve, reject) => {
    socket.once(event, () => resolve(socket))
    // What breaks later is told by the request; without a listener it would end the process.
    socket.on('error', reject)
    socket.once('close', () => reject(new Trouble('broke the connection off', {isPassing: true})))
  })
  return unlessStopped(ready, signal)
}
