import type { KeyObject } from 'node:crypto'
import type { Me } from '#contract/identity/actions'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aStaff, boundOpenid } from '../harness/people'
import { alipayStandIn, type AlipayStandIn } from '../roads/alipay-stand-in'
import { accountsOf, invite, me, redeem } from './steps'
import { wechatStandIn } from './wechat-stand-in'

let cloud: Cloud
let alipay: AlipayStandIn
let wechat: Awaited<ReturnType<typeof wechatStandIn>>
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString()

// Before the cloud: the functions read their environment once.
beforeAll(async () => {
  alipay = await alipayStandIn()
  wechat = await wechatStandIn()
  const { appId, privateKey, publicKey, gateway } = alipay.app
  Object.assign(process.env, {
    ALIPAY_APP_ID: appId,
    ALIPAY_PRIVATE_KEY: pem(privateKey),
    ALIPAY_PUBLIC_KEY: pem(publicKey),
    ALIPAY_GATEWAY: gateway,
    WECHAT_APP_ID: 'wx0001',
    WECHAT_APP_SECRET: 'secret',
    WECHAT_API: wechat.url,
  })
  cloud = await startCloud()
})
afterAll(() => Promise.all([cloud.close(), alipay.close(), wechat.close()]))
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

type Entered = { session: string; me: Me }
const enter = (platform: 'alipay' | 'wechat', code: string, as?: As) => cloud.call<Entered>('identity', 'enter', { platform, code }, as)
const byAlipay = (user: string) => enter('alipay', alipay.codeOf({ open_id: user }))

describe('Alipay', () => {
  test('the same user twice meets the same account', async () => {
    const [first, second] = [await byAlipay('user-1'), await byAlipay('user-1')]
    expect(first.me).toEqual({ signedIn: false, farmer: false, relatives: [] })
    expect(first.session.split('/')[0]).toBe(second.session.split('/')[0])
    expect(await accountsOf(cloud, 'alipay', 'user-1')).toHaveLength(1)
  })

  test('whom the phone is bound to stays bound; the new session works, the old ones are dead', async () => {
    const first = await byAlipay('user-2')
    const redeemed = await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }), { session: first.session })
    const again = await byAlipay('user-2')
    expect(again.me).toMatchObject({ farmer: true, title: '陈**（农户）' })
    expect(await cloud.call('household', 'mine', {}, again)).toMatchObject({ relation: 'self' })
    for (const { session } of [first, redeemed]) expect(await me(cloud, { session: session! })).toMatchObject({ signedIn: false })
    expect((await cloud.call<{ phones: object[] }>('identity', 'phones', {}, again)).phones).toMatchObject([
      { platform: 'alipay', boundOn: '2026-10-20', thisOne: true },
    ])
  })

  test('two users are two; a user of one platform is not the same-named one of another', async () => {
    const entered = [await byAlipay('user-3'), await byAlipay('user-4'), await enter('wechat', wechat.codeOf('user-3'))]
    expect(new Set(entered.map(({ session }) => session.split('/')[0])).size).toBe(3)
  })

  test('two first times at once make one account', async () => {
    const both = await Promise.all([byAlipay('user-5'), byAlipay('user-5')])
    expect(new Set(both.map(({ session }) => session.split('/')[0])).size).toBe(1)
    expect(await accountsOf(cloud, 'alipay', 'user-5')).toHaveLength(1)
  })

  test('a spent code lets nobody in, and makes no account', async () => {
    const code = alipay.codeOf({ open_id: 'user-6' })
    await enter('alipay', code)
    await expect(enter('alipay', code)).rejects.toThrow('sign-in: 这次登录没有接上')
    await expect(enter('alipay', 'made-up')).rejects.toThrow('sign-in')
  })

  test('after a new root key the same user still meets the same account', async () => {
    const before = await byAlipay('user-7')
    cloud.addRootKey()
    expect((await byAlipay('user-7')).session.split('/')[0]).toBe(before.session.split('/')[0])
    expect(await accountsOf(cloud, 'alipay', 'user-7')).toHaveLength(1)
  })
})

describe('how long a session lasts', () => {
  test('a farmer’s half a year, 183 days', async () => {
    await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }), await byAlipay('farmer'))
    const { session, me: now } = await byAlipay('farmer')
    expect(now.until).toBe('2027-04-21T02:00:00.000Z')
    onlyTheClockIsFake('2027-04-21T01:59:59Z')
    expect((await me(cloud, { session })).farmer).toBe(true)
    onlyTheClockIsFake('2027-04-21T02:00:00Z')
    expect((await me(cloud, { session })).signedIn).toBe(false)
  })

  test('a worker’s eight hours, also when they are a farmer too', async () => {
    const post = await aStaff(cloud, 'grid-worker', { status: 'invited' })
    await redeem(cloud, await invite(cloud, { staffId: post._id }), await byAlipay('worker'))
    expect((await byAlipay('worker')).me.until).toBe('2026-10-20T10:00:00.000Z')
    const { me: both } = await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }), await byAlipay('worker'))
    expect(both).toMatchObject({ farmer: true, worker: { role: 'grid-worker' }, until: '2026-10-20T10:00:00.000Z' })
  })
})

describe('WeChat by code and by callFunction', () => {
  test('meet in one account, whichever came first', async () => {
    const home = await aHousehold(cloud)
    await boundOpenid(cloud, 'o-1', { person: { personId: home.headId, boundOn: '2026-10-12' } })
    const { session, me: now } = await enter('wechat', wechat.codeOf('o-1'))
    expect(now).toMatchObject({ farmer: true })
    expect(await me(cloud, { session })).toMatchObject({ farmer: true })

    const first = await enter('wechat', wechat.codeOf('o-2'))
    const reply = await redeem(cloud, await invite(cloud, { token: home.token }), { openid: 'o-2' })
    expect(reply).toEqual({ me: expect.objectContaining({ farmer: true }) as Me })
    expect(await me(cloud, { session: first.session })).toMatchObject({ farmer: true })
    for (const openid of ['o-1', 'o-2']) expect(await accountsOf(cloud, 'wechat', openid)).toHaveLength(1)
  })

  test('leaving by one is leaving by both', async () => {
    const { session } = await enter('wechat', wechat.codeOf('o-3'))
    await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }), { openid: 'o-3' })
    await cloud.call('identity', 'leave', {}, { session })
    expect(await me(cloud, { openid: 'o-3' })).toMatchObject({ signedIn: false })
  })
})
