import type {IncomingMessage} from 'node:http'
import type {Readable, Transform} from 'node:stream'
import {createBrotliDecompress, createGunzip, createInflate, createInflateRaw} from 'node:zlib'
import {Trouble} from './trouble.ts'

export interface BodyLimit {
  /** Bytes, decoded. */
  readonly bytes: number
  /** What to do with a longer one: keep its beginning, or refuse it. */
  readonly beyond: 'cut' | 'refuse'
}

/** The codings that are asked for. */
export const acceptedCodings = 'gzip, br, deflate'

/**
 * The body of an answer, decoded piece by piece: what is too long is noticed before it is in memory. Rejects where it ends
 * early, is coded in a way that was not asked for, or more than once.
 */
export async function readBody(response: IncomingMessage, limit: BodyLimit): Promise<Uint8Array> {
  const coding = codingOf(response)
  const length = Number(response.headers['content-length'] ?? 0)
  if (limit.beyond === 'refuse' && length > limit.bytes) throw tooLong(limit.bytes)
  const first = await firstPiece(response)
  if (!first) {
    whenComplete(response)
    return new Uint8Array()
  }
  const decoder = decoderOf(coding, first)
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of decoder ? decoded(response, decoder) : response) {
      size += piece.length
      if (size > limit.bytes) {
        if (limit.beyond === 'refuse') throw tooLong(limit.bytes)
        pieces.push(piece.subarray(0, piece.length - (size - limit.bytes)))
        return joined(pieces)
      }
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof Error &&
      'code' in error &&
      /^(?:Z_|ERR__|ERR_BROTLI|ERR_PADDING)/.test(String(error.code))
      ? new Trouble('answers with a body that can’t be decoded')
      : error
  } finally {
    response.destroy()
    decoder?.destroy()
  }
  whenComplete(response)
  return joined(pieces)
}

function tooLong(bytes: number): Trouble {
  return new Trouble(`is longer than ${Math.round(bytes / 1024)} KB`)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

/** A text that is cut off would have nothing of what stands behind. */
function whenComplete(response: IncomingMessage): void {
  if (!response.complete) throw new Trouble('broke the connection off', {isPassing: true})
}

type Coding = 'gzip' | 'br' | 'deflate' | undefined

function codingOf({headers}: IncomingMessage): Coding {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',')
  const codings = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
  const [coding] = codings
  if (coding === undefined) return undefined
  if (codings.length > 1) throw new Trouble('answers with a body that is coded more than once')
  if (coding === 'gzip' || coding === 'x-gzip') return 'gzip'
  if (coding === 'br' || coding === 'deflate') return coding
  throw new Trouble('answers with a body in a coding that was not asked for')
}

function decoderOf(coding: Coding, first: Uint8Array): Transform | undefined {
  if (coding === 'gzip') return createGunzip()
  if (coding === 'br') return createBrotliDecompress()
  if (coding === undefined) return undefined
  // `deflate` is zlib's format (RFC 9110, 8.4.1.2), and some send what is inside of it alone.
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
}

/** What a decoder makes of a stream; the errors of both. */
function decoded(source: Readable, decoder: Transform): Readable {
  source.once('error', (error) => decoder.destroy(error))
  source.once('close', () => {
    if (!source.readableEnded) decoder.destroy(new Trouble('broke the connection off', {isPassing: true}))
  })
  return source.pipe(decoder)
}

/** The first bytes of a body, which are still to come from it; nothing where it is empty. */
function firstPiece(response: Readable): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const piece: Buffer | null = response.read()
      if (!piece) return
      // Before anything else happens: a short body would be at its end then.
      response.unshift(piece)
      done(piece)
    }
    const end = (): void => done(undefined)
    const fail = (error: Error): void => {
      forget()
      reject(error)
    }
    const close = (): void => fail(new Trouble('broke the connection off', {isPassing: true}))
    const forget = (): void => {
      response.off('readable', look).off('end', end).off('error', fail).off('close', close)
    }
    const done = (piece: Buffer | undefined): void => {
      forget()
      resolve(piece)
    }
    response.on('readable', look).on('end', end).on('error', fail).on('close', close)
  })
}
