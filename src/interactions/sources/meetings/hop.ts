/**
 * Which addresses may be asked when somebody else says where to go next (a redirect, a name whose address changes): what is
 * published for all, never a machine of this network, unless the settings name its host. Pure.
 */
import { BlockList, isIP } from 'node:net'

/** Hosts that may stand in a private network: those of the settings. */
export type PrivateHosts = ReadonlySet<string>

/** Undefined: it may be asked. Never says which address it was: that is a secret. */
export function hopProblem(url: URL, allowed: PrivateHosts): string | undefined {
  const host = hostOf(url)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(host) && allowed.has(host)))
    return 'it leads to an address that is not https'
  return isIP(host) !== 0 && !allowed.has(host) && !isPublic(host) ? PRIVATE : undefined
}

export const PRIVATE = 'it leads into a private network; ICS_PRIVATE_HOSTS names hosts that may be there'

/** As a set of hosts has it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1')
}

/** On this machine nothing travels. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host)
}

/** IANA's registry of special-purpose addresses, and multicast. */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
/** Of IPv6 only `2000::/3` is given out at all; in it these lead elsewhere (Teredo, 6to4), or nowhere. */
const SPECIAL_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const ipv4 = new BlockList()
for (const [net, bits] of SPECIAL_IPV4) ipv4.addSubnet(net, bits, 'ipv4')
const ipv6 = new BlockList()
for (const [net, bits] of SPECIAL_IPV6) ipv6.addSubnet(net, bits, 'ipv6')
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** An address that anybody in the world may reach. An IPv4 address in IPv6's clothes is none: nobody publishes one so. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !ipv4.check(address, 'ipv4')
  return isIP(address) === 6 && givenOut.check(address, 'ipv6') && !ipv6.check(address, 'ipv6')
}
