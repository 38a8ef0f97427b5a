import { alipayUser } from '#kernel/platforms/alipay'
import { aKeyPair, alipayStandIn, type AlipayStandIn } from './alipay-stand-in'
import { nobody } from './stand-in'
import { linesOf } from '../harness/log'

let alipay: AlipayStandIn
let log: jest.SpyInstance
const now = new Date('2026-12-31T16:00:05Z')
const closed = '凭证已经用过或过期了。请关掉小程序再打开'
const ours = '这一步没有办成，是我们的问题'
const silent = '支付宝那边没有答复'

beforeEach(async () => {
  alipay = await alipayStandIn()
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  jest.restoreAllMocks()
  await alipay.close()
})

const stranger = aKeyPair()
const user = (code: string, app = alipay.app) => alipayUser(app, code, now)

test('a code leads to its user: by open_id, and by user_id at an app that has none', async () => {
  expect(await user(alipay.codeOf({ open_id: '069aOpen', user_id: '2088000000000001' }))).toBe('069aOpen')
  expect(await user(alipay.codeOf({ user_id: '2088000000000001' }))).toBe('2088000000000001')
})

test('the request says what Alipay asks for, on China’s clock', async () => {
  await user(alipay.codeOf({ open_id: 'a' }))
  expect(Object.fromEntries(alipay.last())).toMatchObject({
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: '2027-01-01 00:00:05',
    version: '1.0',
    grant_type: 'authorization_code',
  })
})

test('a code is good once: the second time the person is told what to do', async () => {
  const code = alipay.codeOf({ open_id: 'a' })
  await user(code)
  await expect(user(code)).rejects.toMatchObject({ code: 'sign-in', message: expect.stringContaining(closed) })
})

test('a code with signs in it is signed as it is and sent encoded', async () => {
  await expect(user('a&method=other b+c/=')).rejects.toThrow(closed)
  expect(alipay.last().get('code')).toBe('a&method=other b+c/=')
})

test('signed with another key, or for another app: our fault, and neither code nor user is in the log', async () => {
  const code = alipay.codeOf({ open_id: 'somebody' })
  await expect(user(code, { ...alipay.app, privateKey: stranger.privateKey })).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining(ours),
  })
  await expect(user(code, { ...alipay.app, appId: '2021000000000002' })).rejects.toThrow(ours)
  expect(linesOf(log)).toMatchObject([{ note: '支付宝 isv.invalid-signature' }, { note: '支付宝 isv.invalid-app-id' }])
})

test('a parameter changed on the way is noticed by Alipay', async () => {
  const { fetch } = globalThis
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementationOnce((url, init) => fetch(url, { ...init, body: String(init?.body).replace('version=1.0', 'version=2.0') }))
  await expect(user(alipay.codeOf({ open_id: 'a' }))).rejects.toThrow(ours)
  expect(linesOf(log)).toMatchObject([{ fault: 'platform', note: '支付宝 isv.invalid-signature' }])
})

test('an answer signed by somebody else is not believed', async () => {
  alipay.signWith(stranger.privateKey)
  await expect(user(alipay.codeOf({ open_id: 'a' }))).rejects.toThrow(silent)
})

test.each<[string, (text: string) => string]>([
  ['another user put in', (text) => text.replace('somebody', 'another1')],
  ['a space added', (text) => text.replace('"open_id":', '"open_id": ')],
  ['the signature taken off', (text) => text.replace(/,"sign":.*/, '}')],
  ['the signature cut short', (text) => text.replace(/=="}$/, '"}').replace(/,"sign":"..../, ',"sign":"')],
  [
    'the same member once more, before the signed one',
    (text) => text.replace('{', '{"alipay_system_oauth_token_response":{"open_id":"another"},'),
  ],
  ['an answer to something else', (text) => text.replace('alipay_system_oauth_token_response', 'alipay_trade_query_response')],
])('an answer with %s is not believed', async (_, change) => {
  alipay.tamper(change)
  await expect(user(alipay.codeOf({ open_id: 'somebody' }))).rejects.toThrow(silent)
  expect(JSON.stringify(log.mock.calls)).not.toMatch(/somebody|code\d/)
})

test('of two members of one name the verified one is read', async () => {
  alipay.tamper((text) => text.replace(/}$/, ',"alipay_system_oauth_token_response":{"open_id":"another"}}'))
  expect(await user(alipay.codeOf({ open_id: 'somebody' }))).toBe('somebody')
})

test('a signed answer without a user is our fault', async () => {
  await expect(user(alipay.codeOf({}))).rejects.toThrow(ours)
})

test.each(['breaks off', 'is down', 'moves away', 'speaks in riddles'] as const)(
  'a gateway that %s is asked once: the code may be spent',
  async (how) => {
    alipay.misbehave(how)
    await expect(user(alipay.codeOf({ open_id: 'a' }))).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining(silent),
    })
    expect(alipay.asked).toBe(1)
  },
)

test('a gateway that hangs is left after five seconds', async () => {
  alipay.misbehave('hangs')
  const began = Date.now()
  await expect(user(alipay.codeOf({ open_id: 'a' }))).rejects.toThrow(silent)
  expect(alipay.asked).toBe(1)
  expect(Date.now() - began).toBeLessThan(9_000)
}, 15_000)

test('a gateway that could not be reached is tried once more', async () => {
  const asked = jest.spyOn(globalThis, 'fetch')
  await expect(user('c', { ...alipay.app, gateway: await nobody() })).rejects.toThrow(silent)
  expect(asked).toHaveBeenCalledTimes(2)
  asked.mockImplementationOnce(() => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })))
  expect(await user(alipay.codeOf({ open_id: 'a' }))).toBe('a')
})
