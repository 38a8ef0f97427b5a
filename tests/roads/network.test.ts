import fc from 'fast-check'
import { addressOf, isOfficeAddress, readAddressRule, readNetworks, type AddressRule } from '#kernel/call/network'
import { anAddress, aNetworkNear, liesIn, spelled, written } from './spellings'

const office = readNetworks('10.20.0.0/16, 192.168.1.7 ,2001:db8:1::/48,::ffff:172.16.0.0/108')
const from = (sourceIp: unknown, headers = {}) => ({ requestContext: { sourceIp }, headers })
const allowed = (sourceIp: unknown) => isOfficeAddress(office, addressOf(from(sourceIp), 'source'))

test.each([
  '10.20.0.1',
  '10.20.255.255',
  ' 10.20.0.1 ',
  '10.20.0.1:5678',
  '::ffff:10.20.0.1',
  '::FFFF:0a14:1',
  '[::ffff:10.20.0.1]:80',
  '192.168.1.7',
  '2001:db8:1::',
  '2001:DB8:1:ffff::1',
  '[2001:db8:1::1]',
  '[2001:db8:1::1%eth0]:443',
  '2001:db8:1::1%2',
  '172.31.255.255',
])('%s is the office', (address) => expect(allowed(address)).toBe(true))

test.each([
  '10.21.0.1',
  '9.255.255.255',
  '192.168.1.8',
  '2001:db8:2::1',
  '::1',
  '172.32.0.1',
  '',
  ' ',
  'localhost',
  '10.20.0',
  '10.20.0.1.',
  '010.20.0.1',
  '0xa.20.0.1',
  '10.20.0.256',
  '169082881',
  '10.20.0.1/16',
  '10.20.0.1,10.20.0.2',
  '10.20.0.1:',
  '10.20.0.1:123456',
  '[10.20.0.1]:80',
  '10.20.0.1%eth0',
  '10.20. 0.1',
  '::10.20.0.1',
  '64:ff9b::10.20.0.1',
  '::ffff:010.20.0.1',
  '::fffe:10.20.0.1',
  '[2001:db8:1::1',
  '2001:db8:1::1::',
  '１０.20.0.1',
  undefined,
  null,
  169082881,
  ['10.20.0.1'],
  { toString: () => '10.20.0.1' },
  '1'.repeat(100_000),
])('%j is not', (address) => expect(allowed(address)).toBe(false))

test('no network is nobody’s', () => {
  for (const address of ['127.0.0.1', '::1', '0.0.0.0', undefined]) expect(isOfficeAddress(readNetworks(' , '), address)).toBe(false)
})

test.each([
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '10.0.0/8',
  '010.0.0.0/8',
  '10.0.0.0/255.0.0.0',
  '::/129',
  'fe80::1%eth0',
  '::ffff:10.0.0.0/95',
  'office',
  '10.0.0.0-10.0.0.9',
  '*',
])('%s is no network, and is named', (entry) => {
  expect(() => readNetworks(`10.0.0.0/8,${entry}`)).toThrow(`“${entry}”`)
})

test('an address is allowed if and only if it lies in a network, however it is spelled', () => {
  const some = anAddress.chain((address) =>
    fc.record({ address: fc.constant(address), text: spelled(address), networks: fc.array(aNetworkNear(address), { maxLength: 3 }) }),
  )
  fc.assert(
    fc.property(some, ({ address, text, networks }) => {
      const read = addressOf(from(text), 'source')
      expect(read).toBeDefined()
      expect(isOfficeAddress(readNetworks(networks.map(written).join(',')), read)).toBe(
        networks.some((network) => liesIn(address, network)),
      )
    }),
    { numRuns: 2000 },
  )
})

const headerNames = fc.constantFrom(
  'x-forwarded-for',
  'X-Forwarded-For',
  'x-real-ip',
  'forwarded',
  'x-client-ip',
  'true-client-ip',
  'sourceIp',
  'requestContext',
)

test('no header that a client chooses makes it anybody else under source: at most nobody', () => {
  fc.assert(
    fc.property(
      fc.dictionary(headerNames, fc.constantFrom('10.20.0.1', '127.0.0.1', '{"sourceIp":"10.20.0.1"}')),
      fc.constantFrom('203.0.113.9', '10.20.0.1', ''),
      (headers, sourceIp) => {
        expect([sourceIp || undefined, undefined]).toContain(addressOf(from(sourceIp, headers), 'source'))
      },
    ),
  )
})

test.each<[string, string, Record<string, unknown>]>([
  ['a proxy on this machine that says for whom', '127.0.0.1', { host: '127.0.0.1:8328', 'x-forwarded-for': '203.0.113.9' }],
  ['one that repeats what the client wrote', '127.0.0.1', { host: 'localhost', 'X-Forwarded-For': '127.0.0.1' }],
  ['one that writes the newer header', '::1', { host: '[::1]:8328', Forwarded: 'for=203.0.113.9;proto=https' }],
  ['one that writes only an address', '127.0.0.1', { host: 'localhost:8328', 'X-Real-IP': '203.0.113.9' }],
  ['one that says only its own name', '127.0.0.1', { host: 'localhost:8328', via: '1.1 cache' }],
  ['one that passes the public name on', '127.0.0.1', { Host: 'county.example' }],
  ['a foreign page whose name was turned to this machine', '::ffff:127.0.0.1', { host: 'evil.example:8328' }],
  ['a name that only begins like this machine’s', '127.0.0.1', { host: '127.0.0.1.evil.example' }],
  ['two names', '127.0.0.1', { host: 'localhost', Host: 'evil.example' }],
  ['no name at all where one stands', '127.0.0.1', { host: '' }],
  ['a proxy in the office', '10.20.0.5', { 'x-forwarded-for': '203.0.113.9' }],
  ['a chain that begins and ends in the office', '10.20.0.5', { 'x-forwarded-for': '203.0.113.9, 10.20.0.5' }],
])('under source, %s is nobody that we know', (_, sourceIp, headers) =>
  expect(addressOf(from(sourceIp, headers), 'source')).toBeUndefined(),
)

test.each<[string, string, Record<string, unknown>]>([
  ['this machine by its number', '127.0.0.1', { host: '127.0.0.1:8328' }],
  ['this machine by its name', '127.0.0.1', { Host: 'localhost:8328' }],
  ['this machine in IPv6', '::1', { host: '[::1]:8328' }],
  ['a desk in the office', '10.20.0.1', { host: 'county.example' }],
  [
    'a platform that notes whom it speaks with',
    '10.20.0.1',
    { host: 'county.example', 'X-Forwarded-For': '10.20.0.1', 'x-real-ip': '::ffff:10.20.0.1' },
  ],
])('under source, %s is who it is', (_, sourceIp, headers) => expect(addressOf(from(sourceIp, headers), 'source')).toBe(sourceIp))

test('whatever a client puts to the left, the address is the one that our proxies wrote', () => {
  const list = fc
    .array(fc.oneof(fc.constantFrom('10.20.0.1', '', ' ', '::1'), fc.string()), { minLength: 1, maxLength: 4 })
    .map((values) => values.join(','))
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 4 }), (theirs, proxies) => {
      const appended = ['203.0.113.9', ...Array.from({ length: proxies - 1 }, (_, i) => `10.0.0.${i}`)].join(', ')
      const rule = readAddressRule(`header:x-forwarded-for:${proxies}`)
      expect(addressOf({ headers: { 'X-Forwarded-For': `${theirs}, ${appended}` } }, rule)).toBe('203.0.113.9')
      expect(addressOf({ headers: { 'X-Forwarded-For': [theirs, appended] } }, rule)).toBe('203.0.113.9')
      expect(addressOf({ headers: { 'X-Forwarded-For': theirs, 'x-forwarded-for': appended } }, rule)).toBeUndefined()
    }),
  )
})

const real: AddressRule = { header: 'x-real-ip' }
test.each<[string, AddressRule, Record<string, unknown> | undefined, string | undefined]>([
  ['the header that is believed', real, { 'X-Real-IP': '203.0.113.9' }, '203.0.113.9'],
  ['it twice in one', real, { 'X-Real-IP': '10.20.0.1, 203.0.113.9' }, undefined],
  ['it twice as lines', real, { 'X-Real-IP': ['10.20.0.1', '203.0.113.9'] }, undefined],
  ['it in two letter cases', real, { 'X-Real-IP': '10.20.0.1', 'x-real-ip': '10.20.0.1' }, undefined],
  ['another header', real, { 'x-forwarded-for': '10.20.0.1' }, undefined],
  ['no header', real, {}, undefined],
  ['no headers', real, undefined, undefined],
  ['a value that is none', real, { 'x-real-ip': 'unknown' }, undefined],
  ['fewer values than proxies', { header: 'x-forwarded-for', fromRight: 2 }, { 'x-forwarded-for': '10.20.0.1' }, undefined],
])('under a header: %s', (_, rule, headers, address) => {
  expect(addressOf({ headers, requestContext: { sourceIp: '10.20.0.1' } }, rule)).toBe(address)
})

test.each<[string, AddressRule]>([
  ['source', 'source'],
  ['header:X-Real-IP', real],
  ['header:x-forwarded-for:2', { header: 'x-forwarded-for', fromRight: 2 }],
])('the rule %s', (text, rule) => expect(readAddressRule(text)).toEqual(rule))

test.each([
  '',
  'sourceIp',
  'header',
  'header:',
  'header:x-forwarded-for',
  'header:x-forwarded-for:0',
  'header:x-forwarded-for:-1',
  'header:x-forwarded-for:10',
  'header:x-real-ip:1',
  'header:x real ip',
  'x-real-ip',
])('“%s” is no rule, and is named', (text) => {
  expect(() => readAddressRule(text)).toThrow(`“${text}”`)
})
