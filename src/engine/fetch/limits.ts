/** What a fetcher may take of time and space. Times in milliseconds. */
export interface FetchLimits {
  /** Looking up a name, connecting and agreeing on encryption, together. */
  readonly connect: number
  /** From the request to the head of the answer. */
  readonly firstByte: number
  /** All requests for an address, its redirects among them; waiting for one's turn is not counted. */
  readonly total: number
  /** Bytes of a body, decoded. */
  readonly bytes: number
  /** Bytes of all headers of an answer. */
  readonly headerBytes: number
  /** Bytes of a robots.txt that are read. */
  readonly robotsBytes: number
  readonly redirects: number
  /** How often one address is asked for, where a host is busy or breaks off. */
  readonly tries: number
  /** Waiting before the second try, twice that before the third. */
  readonly backoff: number
  /** The longest wait that a host may ask for with `Retry-After`. */
  readonly retryAfter: number
  /** Between two requests to one host. */
  readonly pause: number
  /** The longest pause that a robots.txt may ask for. */
  readonly crawlDelay: number
  /** Hosts that are asked side by side. */
  readonly hosts: number
}

export const defaultLimits: FetchLimits = {
  connect: 5000,
  firstByte: 10_000,
  total: 20_000,
  bytes: 2 * 1024 * 1024,
  headerBytes: 16 * 1024,
  robotsBytes: 500 * 1024,
  redirects: 5,
  tries: 3,
  backoff: 1000,
  retryAfter: 60_000,
  pause: 1000,
  crawlDelay: 10_000,
  hosts: 8
}
