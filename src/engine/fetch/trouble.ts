import type {DeathCause} from '../../sources/model.ts'

interface Nature {
  readonly death?: DeathCause | undefined
  /** The connection broke off: asking again may help. */
  readonly isPassing?: boolean | undefined
}

/** Why an address could not be read. The message goes on after the address: `timed out after 20 s`. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly death: DeathCause | undefined
  readonly isPassing: boolean

  constructor(reason: string, {death, isPassing = false}: Nature = {}) {
    super(reason)
    this.death = death
    this.isPassing = isPassing
  }
}

/**
 * `UNABLE_TO_VERIFY_LEAF_SIGNATURE` is not among them: so it looks where a server forgets the certificate in the middle,
 * which browsers fetch by themselves; the page is alive for its readers.
 */
const badCertificates = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH'
])

const halfCertificates = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
])

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'is on a host that refuses connections',
  EHOSTUNREACH: 'is on a host that can’t be reached from here',
  ENETUNREACH: 'is on a host that can’t be reached from here',
  ENETDOWN: 'is on a host that can’t be reached from here',
  EADDRNOTAVAIL: 'is on a host that can’t be reached from here',
  EACCES: 'is on a host that can’t be reached from here',
  EPERM: 'is on a host that can’t be reached from here',
  ETIMEDOUT: 'is on a host that doesn’t answer'
}

/** The trouble behind an error of node. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Trouble) return error
  const code = codeOf(error)
  if (code === 'ENOTFOUND') return new Trouble('is on a host that doesn’t exist', {death: 'no-host'})
  if (badCertificates.has(code))
    return new Trouble('has a certificate that is not valid', {death: 'certificate'})
  if (halfCertificates.has(code)) return new Trouble('has a certificate that comes without its issuer’s')
  if (code === 'HPE_HEADER_OVERFLOW') return new Trouble('answers with headers that are too long')
  if (code.startsWith('HPE_')) return new Trouble('answers with something that is not HTTP')
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return new Trouble('broke the connection off', {isPassing: true})
  if (/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code)) return new Trouble('could not agree on encryption')
  if (code.startsWith('EAI_')) return new Trouble('has a host whose name could not be looked up now')
  return new Trouble(reasons[code] ?? 'could not be fetched')
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  // Where a host has several addresses, there is an error of each.
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
