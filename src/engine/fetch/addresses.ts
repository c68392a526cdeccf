import {BlockList, isIPv4, isIPv6} from 'node:net'

type Subnet = readonly [network: string, prefix: number]

/**
 * Where hosts of one's own network and machine are: what `allowPrivateHosts` allows.
 * https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
const privateSubnets: readonly Subnet[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fc00::', 7]
]

/** What is no host that anybody cites, and what answers with the secrets of a machine in a cloud. */
const forbiddenSubnets: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Metadata of machines: Alibaba, Azure, Amazon by IPv6.
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['fd00:ec2::254', 128],
  // Inside of what is public otherwise: protocols and Teredo, documentation, 6to4, documentation.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
]

const privateAddresses = blockListOf(privateSubnets)
const forbiddenAddresses = blockListOf(forbiddenSubnets)
/** All else of IPv6 is local, reserved, or another spelling of an IPv4 address. */
const globalUnicast = blockListOf([['2000::', 3]])
const translated = blockListOf([['64:ff9b::', 96]])

function blockListOf(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of subnets) {
    list.addSubnet(network, prefix, isIPv4(network) ? 'ipv4' : 'ipv6')
  }
  return list
}

/** Whether an IP address is one of the public web, or a private one where these are allowed. */
export function isAllowedAddress(address: string, allowPrivateHosts: boolean): boolean {
  if (isIPv4(address)) {
    if (forbiddenAddresses.check(address, 'ipv4')) return false
    return allowPrivateHosts || !privateAddresses.check(address, 'ipv4')
  }
  // A zone names a network card: such an address is never public.
  if (!isIPv6(address) || address.includes('%')) return false
  if (translated.check(address, 'ipv6')) {
    // Networks without IPv4 reach its hosts so (RFC 6052); never private ones.
    const inner = innerAddress(address)
    return inner !== undefined && isAllowedAddress(inner, false)
  }
  if (forbiddenAddresses.check(address, 'ipv6')) return false
  if (privateAddresses.check(address, 'ipv6')) return allowPrivateHosts && !isMapped(address)
  return globalUnicast.check(address, 'ipv6')
}

/** `::ffff:127.0.0.1`: a block list takes it for the IPv4 address. */
function isMapped(address: string): boolean {
  return /^\[::ffff:/.test(new URL(`http://[${address}]`).hostname)
}

/** The IPv4 address in the last 32 bits. */
function innerAddress(address: string): string | undefined {
  // URLs spell all IPv6 addresses alike, without dots.
  const [high, low] = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':').slice(-2)
  const numbers = [high, low].map((part) => Number.parseInt(part || '0', 16))
  const [left = Number.NaN, right = Number.NaN] = numbers
  if (Number.isNaN(left) || Number.isNaN(right)) return undefined
  return [left >> 8, left & 255, right >> 8, right & 255].join('.')
}
