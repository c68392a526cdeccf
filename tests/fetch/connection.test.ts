import {getEventListeners, once} from 'node:events'
import {createServer, type Socket} from 'node:net'
import {afterEach, describe, expect, it} from 'vitest'
import {type ConnectionSettings, openConnection} from '../../src/engine/fetch/connection.ts'
import {troubleOf} from '../../src/engine/fetch/trouble.ts'
import {makeWorld} from '../setup/fetcher.ts'
import {startRawServer} from '../setup/server.ts'

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy()
})

/** A server that takes connections and says nothing, and what it takes. */
async function startSilent() {
  const taken: Socket[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.resume()
    taken.push(socket)
  })
  const started = await startRawServer(server)
  return {...started, server, taken}
}

function settingsOf(proxy?: URL): ConnectionSettings {
  const {network} = makeWorld({}, {})
  return {
    network: {...network, dial: (address, port) => ({address, port})},
    allowPrivateHosts: true,
    proxy,
    connect: 2000,
    headerBytes: 4096
  }
}

async function connectTo(port: number, signal: AbortSignal): Promise<Socket> {
  const socket = await openConnection(new URL(`http://127.0.0.1:${port}/`), settingsOf(), signal)
  open.push(socket)
  return socket
}

describe('a connection', () => {
  it('is closed when the signal comes later, and only once it is closed nothing listens', async () => {
    const {port} = await startSilent()
    const stop = new AbortController()
    const socket = await connectTo(port, stop.signal)
    expect(socket.destroyed).toBe(false)
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1)
    stop.abort(new Error('enough'))
    expect(socket.destroyed).toBe(true)
    await once(socket, 'close')
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0)
  })

  it('leaves nothing that listens to the signal of a run with many', async () => {
    const {port} = await startSilent()
    const {signal} = new AbortController()
    for (let count = 0; count < 3; count++) {
      const socket = await connectTo(port, signal)
      socket.destroy()
      await once(socket, 'close')
    }
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('is not opened where the signal came before, and rejects with its reason', async () => {
    const {port, taken} = await startSilent()
    const reason = new Error('enough')
    await expect(connectTo(port, AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(taken.filter(({destroyed}) => !destroyed)).toEqual([])
  })

  it('that ends before it is encrypted is a trouble that may pass', async () => {
    const {port, server} = await startSilent()
    server.on('connection', (socket) => socket.end())
    const url = new URL(`https://127.0.0.1:${port}/`)
    const opened = openConnection(url, settingsOf(), new AbortController().signal)
    const trouble = await opened.then(() => undefined, troubleOf)
    expect(trouble).toMatchObject({message: 'broke the connection off', isPassing: true})
  })

  it('to a proxy that never answers is closed when the signal comes', async () => {
    const {port, server} = await startSilent()
    const stop = new AbortController()
    const reason = new Error('enough')
    const proxy = new URL(`http://127.0.0.1:${port}`)
    const opened = openConnection(new URL('https://a.example.org/'), settingsOf(proxy), stop.signal)
    const [there] = (await once(server, 'connection')) as [Socket]
    const [asked] = (await once(there, 'data')) as [Buffer]
    expect(asked.toString()).toMatch(
      /^CONNECT a\.example\.org:443 HTTP\/1\.1\r\nhost: a\.example\.org:443\r\n/i
    )
    const closed = once(there, 'close')
    stop.abort(reason)
    await expect(opened).rejects.toBe(reason)
    await closed
  })
})
