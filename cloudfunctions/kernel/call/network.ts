import { isIPv4, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** A network: an address in it and how many leading bits count. IPv4-mapped IPv6 is kept as the IPv4 it means. */
export type Cidr = readonly [Address, number]

/**
 * Which word of a request is believed about the caller's address: the platform's own (`source`), or a header that a proxy
 * of ours writes: its only value, or the `fromRight`-th value from the right when each of that many proxies appends one.
 */
export type AddressRule = 'source' | { header: string; fromRight?: number }

/** The parts of an HTTP-access-service event that may tell an address. */
export interface Addressed {
  headers?: Readonly<Record<string, unknown>>
  requestContext?: { sourceIp?: unknown }
}

/** Reads `10.0.0.0/8,2001:db8::/32,192.168.1.7`; an address alone is a network of one. Throws, naming every entry that is neither. */
export function readNetworks(text = ''): Cidr[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  const wrong = entries.filter((entry) => !readNetwork(entry))
  if (wrong.length > 0)
    throw new Error(
      `OFFICE_NETWORKS：${wrong.map((entry) => `“${entry}”`).join('、')}不是网段或地址，应形如 10.20.0.0/16、192.168.1.7 或 2001:db8::/32，多个用逗号隔开`,
    )
  return entries.map((entry) => readNetwork(entry)!)
}

function readNetwork(entry: string): Cidr | undefined {
  const [text = '', length, ...rest] = entry.split('/')
  const written = parse(text)
  if (!written || rest.length > 0 || text.includes('%')) return undefined
  const address = plain(written)
  const total = written.kind() === 'ipv4' ? 32 : 128
  if (length === undefined) return [address, address.kind() === 'ipv4' ? 32 : 128]
  // Of a mapped network only the bits behind `::ffff:` say something about IPv4.
  const bits = Number(length) - (written.kind() === address.kind() ? 0 : 96)
  return /^\d{1,3}$/.test(length) && Number(length) <= total && bits >= 0 ? [address, bits] : undefined
}

/** Reads `source`, `header:<name>` or `header:x-forwarded-for:<n>`. Throws on anything else. */
export function readAddressRule(text = 'source'): AddressRule {
  if (text === 'source') return 'source'
  const [, header, fromRight] = /^header:([a-z0-9-]+)(?::([1-9]))?$/.exec(text.toLowerCase()) ?? []
  const counted = header === 'x-forwarded-for'
  if (!header || counted !== (fromRight !== undefined)) {
    throw new Error(
      `CLIENT_ADDRESS：“${text}”看不懂，应为 source、header:<名字>（例如 header:x-real-ip）或 header:x-forwarded-for:<前面有几层自己的代理，1 到 9>`,
    )
  }
  return counted ? { header, fromRight: Number(fromRight) } : { header }
}

/** The caller's address, in its shortest spelling; nothing when the believed word is missing, ambiguous or no address. */
export function addressOf(event: Addressed, rule: AddressRule): string | undefined {
  const address = rule === 'source' ? sourceOf(event) : read(headerValue(event, rule))
  return address?.kind() === 'ipv6' ? (address as ipaddr.IPv6).toRFC5952String() : address?.toString()
}

/** Headers by which proxies say for whom they ask. */
const forwarding = new Set([
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'via',
])

/**
 * The platform's own word, unless the request came through a proxy, whose address says nothing of who asked: a forwarding header tells
 * of somebody else, or a request from this very machine is for another name than its own (a proxy, or a foreign page whose name
 * was turned to this machine).
 */
function sourceOf(event: Addressed): Address | undefined {
  const source = read(event.requestContext?.sourceIp)
  if (!source) return undefined
  const headers = Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const)
  if (headers.some(([name, value]) => forwarding.has(name) && (source.range() === 'loopback' || !tellsOf(source, value)))) return undefined
  const hosts = headers.filter(([name]) => name === 'host').map(([, value]) => value)
  return source.range() === 'loopback' && !hosts.every(isLoopbackHost) ? undefined : source
}

/** True when a forwarding header names the source alone: the platform's own note of whom it speaks with. */
const tellsOf = (source: Address, value: unknown): boolean => read(value)?.toNormalizedString() === source.toNormalizedString()

/** True for the names by which a machine calls itself: `localhost`, `127.0.0.1:8328`, `[::1]`. */
export function isLoopbackHost(host: unknown): boolean {
  const bare =
    typeof host === 'string'
      ? host
          .trim()
          .toLowerCase()
          .replace(/:\d{1,5}$/, '')
          .replace(/\.$/, '')
      : ''
  return bare === 'localhost' || read(bare)?.range() === 'loopback'
}

/** True when the address lies in one of the networks. No address, no network: no. */
export function isOfficeAddress(networks: readonly Cidr[], address: string | undefined): boolean {
  const caller = read(address)
  return caller !== undefined && networks.some(([network, bits]) => network.kind() === caller.kind() && caller.match(network, bits))
}

/** One header written in two letter cases has no order between its lines, so nobody can say which a proxy wrote: then there is no value. */
function headerValue({ headers = {} }: Addressed, { header, fromRight }: { header: string; fromRight?: number }): string | undefined {
  const [lines, ...others] = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === header)
    .map(([, value]) => value)
  if (others.length > 0) return undefined
  const values = (Array.isArray(lines) ? lines : [lines]).flatMap((line) => String(line ?? '').split(','))
  if (fromRight) return values.at(-fromRight)
  return values.length === 1 ? values[0] : undefined
}

/** Also with a port, as some proxies write it: `1.2.3.4:5678`, `[::1]:80`. */
function read(text: unknown): Address | undefined {
  if (typeof text !== 'string' || text.length > 100) return undefined
  const bare = text.trim()
  const [, v6] = /^\[([^\]]*:[^\]]*)\](?::\d{1,5})?$/.exec(bare) ?? []
  const address = parse(v6 ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1'))
  return address && plain(address)
}

/**
 * Node decides what is an address: it knows no octal or hexadecimal quads (`010.0.0.1` is 8.0.0.1 to some). A quad inside
 * IPv6 is read only behind `::ffff:`; ipaddr.js takes `::10.0.0.1` for the same, which it is not. The zone names an interface of ours.
 */
function parse(text: string): Address | undefined {
  if (isIPv4(text)) return ipaddr.IPv4.parse(text)
  if (!isIPv6(text)) return undefined
  const [bare = ''] = text.split('%')
  return bare.includes('.') && !/^(::|(0{1,4}:){5})ffff:[\d.]+$/i.test(bare) ? undefined : ipaddr.IPv6.parse(bare)
}

const plain = (address: Address): Address =>
  address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress() ? (address as ipaddr.IPv6).toIPv4Address() : address
