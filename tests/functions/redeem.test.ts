import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { open } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { proxies } from '#store/access/proxies'
import { changeStaff, findStaff } from '#store/access/staff'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aStaff, asFarmer } from '../harness/people'
import { accountOfSession, accountsOf, invite, me, redeem } from './steps'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const dead = '登录码不对，或者已经用过、过期了'
const village = () => cloud.county.towns[2]!.villages[0]!
const newGridWorker = () => ({ role: 'grid-worker', name: '王小二', agency: '南田镇人民政府', areas: [village().code] })
const mine = (as: As, input = {}) => cloud.call('household', 'mine', input, as)

/** Everything that the database's files hold, as bytes. */
const wholeDatabase = (): Buffer =>
  Buffer.concat(
    (readdirSync(cloud.dataDir, { recursive: true }) as string[])
      .map((name) => join(cloud.dataDir, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  )

describe('a farmer’s code', () => {
  test('signs in once, however it is typed', async () => {
    const code = await invite(cloud, { token: (await aHousehold(cloud)).token })
    const { session, me: now } = await redeem(cloud, `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase())
    expect(now).toMatchObject({ signedIn: true, farmer: true, title: '陈**（农户）' })
    expect(await me(cloud, { session: session! })).toMatchObject({ signedIn: true, farmer: true })
    expect(await mine({ session: session! })).toMatchObject({ relation: 'self' })
    await expect(redeem(cloud, code)).rejects.toThrow(dead)
  })

  test('of three phones at once lets one in', async () => {
    const code = await invite(cloud, { token: (await aHousehold(cloud)).token })
    const tries = await Promise.allSettled([redeem(cloud, code), redeem(cloud, code, { openid: 'racer' }), redeem(cloud, code)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is dead after a day, and a wrong or unreadable one never lived', async () => {
    const code = await invite(cloud, { token: (await aHousehold(cloud)).token })
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    for (const one of [code, 'ABCDEFGHJKMN', 'no code', '']) await expect(redeem(cloud, one)).rejects.toThrow(dead)
  })

  test('on a phone that is signed in: the account stays, the old session is dead', async () => {
    const [first, second] = [await aHousehold(cloud), await aHousehold(cloud, { headName: '林大妈' })]
    const before = await redeem(cloud, await invite(cloud, { token: first.token }))
    const after = await redeem(cloud, await invite(cloud, { token: second.token }), { session: before.session! })
    expect(after.session!.split('/')[0]).toBe(before.session!.split('/')[0])
    expect(await me(cloud, { session: before.session! })).toMatchObject({ signedIn: false })
    expect(await me(cloud, { session: after.session! })).toMatchObject({ title: '林**（农户）' })
  })
})

describe('a worker’s code', () => {
  test('on WeChat binds the openid, which stands nowhere in clear; sealed, it can be indexed anew', async () => {
    const reply = await redeem(cloud, await invite(cloud, newGridWorker()), { openid: 'openid-of-wang' })
    expect(reply.session).toBeUndefined()
    expect(await me(cloud, { openid: 'openid-of-wang' })).toMatchObject({ worker: { role: 'grid-worker', areas: [village().name] } })
    const files = wholeDatabase()
    expect(files.includes('王小二')).toBe(true)
    expect(files.includes('openid-of-wang')).toBe(false)
    const [account] = await accountsOf(cloud, 'wechat', 'openid-of-wang')
    expect(open(cloud.keys, account!.loginSealed!)).toBe('wechat:openid-of-wang')
    expect((await findStaff(cloud.db, account!.staffId!))!.status).toBe('active')
  })

  test('of two workers, neither openid in clear', async () => {
    for (const openid of ['openid-number-one', 'openid-number-two']) await redeem(cloud, await invite(cloud, newGridWorker()), { openid })
    const files = wholeDatabase()
    for (const openid of ['openid-number-one', 'openid-number-two']) {
      expect(await me(cloud, { openid })).toMatchObject({ worker: { role: 'grid-worker' } })
      expect(files.includes(openid)).toBe(false)
    }
  })

  test('is good for a working day where there is a session', async () => {
    const { session } = await redeem(cloud, await invite(cloud, newGridWorker()))
    expect(await me(cloud, { session: session! })).toMatchObject({ until: '2026-10-20T10:00:00.000Z' })
    onlyTheClockIsFake('2026-10-20T10:00:00Z')
    expect(await me(cloud, { session: session! })).toMatchObject({ signedIn: false })
  })

  test('is dead once the worker was removed', async () => {
    const post = await aStaff(cloud, 'grid-worker', { status: 'invited' })
    const code = await invite(cloud, { staffId: post._id })
    await changeStaff(cloud.db, { _id: post._id }, { $set: { status: 'removed' } })
    await expect(redeem(cloud, code)).rejects.toThrow(dead)
    expect((await findStaff(cloud.db, post._id))!.status).toBe('removed')
  })
})

test('an officer’s code signs in nobody here, and is not spent', async () => {
  const code = await invite(cloud, { role: 'officer', name: '郑专员', agency: '县民政局', areas: [] })
  await expect(redeem(cloud, code)).rejects.toThrow(dead)
  await expect(redeem(cloud, code, { openid: 'openid-of-zheng' })).rejects.toThrow(dead)
  expect(await cloud.call('office', 'enrolStart', { code })).toMatchObject({ name: '郑专员', agency: '县民政局' })
})

describe('a relative’s code', () => {
  test('opens the file that is named, in the parts that are named', async () => {
    const home = await aHousehold(cloud)
    const { proxy, code } = await cloud.call<{ proxy: { id: string }; code: string }>(
      'household',
      'allow',
      { name: '陈小妹', relation: '女儿', parts: ['members'], until: '2026-12-31' },
      await asFarmer(cloud, home),
    )
    const { session, me: at } = await redeem(cloud, code)
    expect(at).toMatchObject({ signedIn: false, relatives: [], waiting: [{ kind: 'proxy', of: '陈**', from: '2026-10-21T02:00:00.000Z' }] })
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    const now = await me(cloud, { session: session! })
    expect(now).toMatchObject({ signedIn: true, farmer: false, relatives: [{ proxyId: proxy.id, head: '陈**', parts: ['members'] }] })
    expect(await mine({ session: session! }, { proxyId: proxy.id })).toMatchObject({
      relation: 'relative',
      can: { see: ['members'], own: false },
    })
    expect((await find(cloud.db, proxies, { _id: proxy.id }))[0]!.redeemed).toBe(true)
    await expect(redeem(cloud, code)).rejects.toThrow(dead)
  })

  test('keeps what the phone was before', async () => {
    const [home, other] = [await aHousehold(cloud), await aHousehold(cloud, { headName: '林大妈' })]
    const own = await redeem(cloud, await invite(cloud, { token: home.token }))
    const { code } = await cloud.call<{ code: string }>(
      'household',
      'allow',
      { name: '陈阿公', relation: '邻居', parts: ['money'], until: '2026-10-21' },
      await asFarmer(cloud, other),
    )
    const { session } = await redeem(cloud, code, { session: own.session! })
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    expect(await me(cloud, { session: session! })).toMatchObject({ farmer: true, title: '陈**（农户）', relatives: [{ head: '林**' }] })
    expect((await accountOfSession(cloud, session!))!.proxyIds).toHaveLength(1)
  })

  test('is dead once the trust was taken back', async () => {
    const farmer = await asFarmer(cloud, await aHousehold(cloud))
    const { proxy, code } = await cloud.call<{ proxy: { id: string }; code: string }>(
      'household',
      'allow',
      { name: '陈小妹', relation: '女儿', parts: ['money'], until: '2026-12-31' },
      farmer,
    )
    await cloud.call('household', 'disallow', { id: proxy.id }, farmer)
    await expect(redeem(cloud, code)).rejects.toThrow(dead)
  })
})
