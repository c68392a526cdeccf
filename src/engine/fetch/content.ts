import type {IncomingHttpHeaders} from 'node:http'

export type ContentType = 'html' | 'text' | 'pdf' | 'other'

const types: Readonly<Record<string, ContentType>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'text',
  'text/x-markdown': 'text',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf'
}

/** What headers say of a body. `unknown`: it has to be looked at. */
export function contentOf(
  headers: IncomingHttpHeaders,
  pathname: string
): {readonly type: ContentType | 'unknown'; readonly charset?: string} {
  const [essence = '', ...parameters] = (headers['content-type'] ?? '').split(';')
  const name = essence.trim().toLowerCase()
  // Many servers don't know PDF.
  const isNamedPdf = /^(?:application|binary)\/octet-stream$/.test(name) && /\.pdf$/i.test(pathname)
  if (name === '' || isNamedPdf) return {type: 'unknown'}
  const type = types[name] ?? 'other'
  const charset = charsetOf(parameters)
  return charset === undefined ? {type} : {type, charset}
}

function charsetOf(parameters: readonly string[]): string | undefined {
  for (const parameter of parameters) {
    const at = parameter.indexOf('=')
    if (at < 0 || parameter.slice(0, at).trim().toLowerCase() !== 'charset') continue
    const value = parameter
      .slice(at + 1)
      .trim()
      .replace(/^["']/, '')
      .replace(/["']$/, '')
      .toLowerCase()
    if (/^[a-z0-9][a-z0-9_:.+-]{0,39}$/.test(value)) return value
  }
  return undefined
}

/** What a body is of which the headers say nothing. */
export function contentOfBytes(bytes: Uint8Array): ContentType {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  if (start.startsWith('%PDF-')) return 'pdf'
  return /^(?:ï»¿)?\s{0,200}<(?:!doctype html|html|head|body)\b/i.test(start) ? 'html' : 'other'
}

/** `Last-Modified` as `YYYY-MM-DD`. */
export function lastModifiedOf({'last-modified': value}: IncomingHttpHeaders): string | undefined {
  const time = value === undefined ? Number.NaN : Date.parse(value)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}
