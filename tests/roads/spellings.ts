import fc from 'fast-check'

/** An address or a network as numbers, read without the library under test. */
export interface Numbers {
  bits: 32 | 128
  value: bigint
}

const quad = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
const groups = (value: bigint): string[] => Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16))

/** The run of zero groups from `start` on, written as `::`. */
function shortened(parts: string[], start: number): string {
  if (parts[start] !== '0') return parts.join(':')
  let end = start
  while (parts[end] === '0') end++
  return `${parts.slice(0, start).join(':')}::${parts.slice(end).join(':')}`
}

/** Every way that a proxy or a person might write an address. */
export const spelled = ({ bits, value }: Numbers): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...(bits === 32 ? v4Spellings(value) : v6Spellings(value))),
      fc.constantFrom('', ' ', '\t'),
      fc.constantFrom('', ' '),
    )
    .map(([text, before, after]) => before + text + after)

function v4Spellings(value: bigint): string[] {
  const mapped = `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`
  return [
    quad(value),
    `${quad(value)}:443`,
    `::ffff:${quad(value)}`,
    `::FFFF:${quad(value)}`,
    `[::ffff:${quad(value)}]:80`,
    `::ffff:${mapped}`,
    `0:0:0:0:0:ffff:${mapped}`,
    `0000:0:0:0:0:FFFF:${quad(value)}`,
  ]
}

function v6Spellings(value: bigint): string[] {
  const short = groups(value)
  const long = short.map((group) => group.padStart(4, '0')).join(':')
  const texts = [short.join(':'), long, long.toUpperCase(), ...[0, 2, 5].map((start) => shortened(short, start))]
  return texts.flatMap((text) => [text, `[${text}]`, `[${text}]:8443`, `${text}%eth0`])
}

/** IPv6 values with runs of zeros in them too. */
const v6Value = fc.oneof(
  fc.bigInt(0n, 2n ** 128n - 1n),
  fc
    .array(fc.constantFrom(0, 0, 1, 0xdb8, 0xffff), { minLength: 8, maxLength: 8 })
    .map((parts) => parts.reduce((sum, part) => (sum << 16n) + BigInt(part), 0n)),
)
/** Of `::ffff:0:0/96` the values are IPv4, and are made as such. */
const isMapped = (value: bigint): boolean => value >> 32n === 0xffffn

export const anAddress: fc.Arbitrary<Numbers> = fc.oneof(
  fc.bigInt(0n, 2n ** 32n - 1n).map((value) => ({ bits: 32 as const, value })),
  v6Value.filter((value) => !isMapped(value)).map((value) => ({ bits: 128 as const, value })),
)

/** A network with its length, often one that the address lies in. */
export const aNetworkNear = ({ bits, value }: Numbers): fc.Arbitrary<Numbers & { length: number }> =>
  fc
    .oneof(
      anAddress,
      fc.integer({ min: 0, max: bits - 1 }).map((bit) => ({ bits, value: value ^ (1n << BigInt(bit)) })),
    )
    .filter((near) => near.bits === 32 || !isMapped(near.value))
    .chain((near) => fc.integer({ min: 0, max: near.bits }).map((length) => ({ ...near, length })))

export const written = ({ bits, value, length }: Numbers & { length: number }): string =>
  `${bits === 32 ? quad(value) : groups(value).join(':')}/${length}`

export const liesIn = (address: Numbers, network: Numbers & { length: number }): boolean => {
  const rest = BigInt(network.bits - network.length)
  return address.bits === network.bits && address.value >> rest === network.value >> rest
}
