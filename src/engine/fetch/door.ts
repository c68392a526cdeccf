import {isIP} from 'node:net'
import {isAllowedAddress} from './addresses.ts'

/** Longer ones are no addresses of pages; a pattern of a robots.txt is compared with all of it. */
const longestAddress = 4096

/** Top levels of names that a network gives to itself. */
const localSuffixes =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|onion)$/

/**
 * Why an address must not be asked for, as far as its spelling says; nothing where it may. What its name stands for is
 * checked when it is looked up.
 */
export function refusalOf(url: URL, allowPrivateHosts: boolean): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'is no web address'
  if (url.username !== '' || url.password !== '') return 'holds a user name or a password'
  if (url.href.length > longestAddress) return `is longer than ${longestAddress} characters`
  const host = bareHost(url)
  if (isIP(host) !== 0) {
    if (!isAllowedAddress(host, allowPrivateHosts)) return 'is not an address of the public web'
  } else if (!allowPrivateHosts && (!host.includes('.') || localSuffixes.test(host))) {
    return 'is not an address of the public web'
  }
  // A port that the scheme has by itself is not kept.
  if (!allowPrivateHosts && url.port !== '' && url.port !== '80' && url.port !== '443') {
    return `is at port ${url.port}, expected 80 or 443`
  }
  return undefined
}

/** The host without the brackets of IPv6 and the dot of the root, in lower case, IDN as punycode. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[/, '').replace(/\]$/, '').replace(/\.$/, '')
}
