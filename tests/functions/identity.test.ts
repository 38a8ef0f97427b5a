import { findEach } from '#store/db/read'
import { accounts } from '#store/access/accounts'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aProxy, aStaff, asFarmer, asStaff, boundOpenid, signedIn } from '../harness/people'
import { accountOfSession, accountsOf, invite, me, redeem } from './steps'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const nobody = { signedIn: false, farmer: false, relatives: [] }

describe('who one is', () => {
  test('a stranger is nobody, and so is an account bound to nothing', async () => {
    expect(await me(cloud)).toEqual(nobody)
    expect(await me(cloud, { session: 'made/up' })).toEqual(nobody)
    expect(await me(cloud, { openid: 'unknown' })).toEqual(nobody)
    expect(await me(cloud, await signedIn(cloud))).toEqual(nobody)
    expect(await me(cloud, await boundOpenid(cloud, 'openid-of-nobody', {}))).toEqual(nobody)
  })

  test('a farmer, with the end of the session; on WeChat there is none', async () => {
    const home = await aHousehold(cloud)
    expect(await me(cloud, await asFarmer(cloud, home))).toEqual({
      ...nobody,
      signedIn: true,
      farmer: true,
      title: '陈**（农户）',
      until: '2999-01-01T00:00:00.000Z',
    })
    expect(await me(cloud, await boundOpenid(cloud, 'openid-f', { person: { personId: home.headId, boundOn: '2026-10-12' } }))).toEqual({
      ...nobody,
      signedIn: true,
      farmer: true,
      title: '陈**（农户）',
    })
  })

  test('a relative: whose file, which parts, until when; what is over, revoked or to come is not named', async () => {
    const home = await aHousehold(cloud)
    const lets = (over?: Parameters<typeof aProxy>[2]) => aProxy(cloud, home.headId, { until: '2026-12-31', ...over })
    const good = await lets()
    const others = [
      await lets({ until: '2026-10-19' }),
      await lets({ from: '2026-10-21' }),
      await lets({ revoked: { by: 'self', at: '2026-10-12T00:00:00.000Z' } }),
    ]
    const relative = await signedIn(cloud, { proxyIds: [good, ...others].map(({ _id }) => _id) })
    expect(await me(cloud, relative)).toMatchObject({
      signedIn: true,
      farmer: false,
      title: '陈**的家人',
      relatives: [{ proxyId: good._id, head: '陈**', relation: '女儿', parts: ['money', 'helpers'], until: '2026-12-31' }],
    })
    expect((await me(cloud, await signedIn(cloud, { proxyIds: others.map(({ _id }) => _id) }))).signedIn).toBe(false)
  })

  test('an officer is told that the desk is the place to work', async () => {
    expect(await me(cloud, await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'finance' })))).toMatchObject({
      title: '王小二（工作人员，县财政局）',
      officer: { role: 'officer', agency: '县财政局' },
    })
  })

  test('who was removed from the staff is nobody, and keeps what else they are', async () => {
    const removed = await aStaff(cloud, 'grid-worker', { status: 'removed' })
    const home = await aHousehold(cloud)
    expect(await me(cloud, await asStaff(cloud, removed))).toEqual(nobody)
    expect(
      await me(cloud, await signedIn(cloud, { staffId: removed._id, person: { personId: home.headId, boundOn: '2026-10-12' } })),
    ).toMatchObject({ farmer: true, title: '陈**（农户）' })
  })
})

describe('a session', () => {
  test('is over at its instant', async () => {
    const home = await aHousehold(cloud)
    const farmer = await signedIn(cloud, { person: { personId: home.headId, boundOn: '2026-10-12' } }, '2026-10-20T02:00:01.000Z')
    expect((await me(cloud, farmer)).signedIn).toBe(true)
    onlyTheClockIsFake('2026-10-20T02:00:01Z')
    expect(await me(cloud, farmer)).toEqual(nobody)
    await expect(cloud.call('household', 'mine', {}, farmer)).rejects.toThrow('sign-in')
  })

  test('is not in the database: what is there lets nobody in', async () => {
    const { session } = await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }))
    const kept = await findEach(cloud.db, accounts, {})
    expect(JSON.stringify(kept)).not.toContain(session!.split('/')[1])
    const { _id, session: held } = (await accountOfSession(cloud, session!))!
    expect((await me(cloud, { session: `${_id}/${held!.fingerprint}` })).signedIn).toBe(false)
  })
})

describe('leaving', () => {
  test('deletes the account, on either road', async () => {
    const { session } = await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }))
    expect(await accountOfSession(cloud, session!)).toBeDefined()
    await cloud.call('identity', 'leave', {}, { session: session! })
    expect(await me(cloud, { session: session! })).toEqual(nobody)
    expect(await accountOfSession(cloud, session!)).toBeUndefined()

    await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }), { openid: 'openid-3' })
    await cloud.call('identity', 'leave', {}, { openid: 'openid-3' })
    expect(await me(cloud, { openid: 'openid-3' })).toEqual(nobody)
    expect(await accountsOf(cloud, 'wechat', 'openid-3')).toEqual([])
  })

  test('with somebody else’s account id but no session of it ends nothing', async () => {
    const { session } = await redeem(cloud, await invite(cloud, { token: (await aHousehold(cloud)).token }))
    await cloud.call('identity', 'leave', {}, { session: `${session!.split('/')[0]}/guess` })
    expect(await me(cloud, { session: session! })).toMatchObject({ signedIn: true })
  })
})

describe('doors', () => {
  test('the office cannot be called by a phone, nor over HTTP from anywhere but the office, nor without a desk', async () => {
    for (const action of ['invite', 'prepare']) {
      expect(await cloud.reply('office', action, {}, { openid: 'x' })).toMatchObject({ error: { code: 'not-allowed' } })
      expect(await cloud.reply('office', action, {}, 'stranger', { sourceIp: '203.0.113.9' })).toMatchObject({
        error: { code: 'not-allowed' },
      })
      expect(await cloud.reply('office', action, {})).toMatchObject({ error: { code: 'sign-in' } })
    }
  })

  test('a forged operator is refused', async () => {
    const { main } = await import('#functions/office/index')
    expect(await main({ action: 'prepare', input: {}, operator: { at: Date.now(), proof: '00' } }, {})).toMatchObject({
      error: { code: 'bad-input' },
    })
  })

  test('a platform that the county has not connected is said so', async () => {
    for (const platform of ['alipay', 'wechat'])
      await expect(cloud.call('identity', 'enter', { platform, code: 'any' })).rejects.toThrow('bad-input: 这个县还没有接通这里的自动登录')
  })
})
