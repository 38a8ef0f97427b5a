import type { Look, Proxy } from '#contract/household/farmer'
import type { BoundPhone, Me, News } from '#contract/identity/actions'
import type { Vouching } from '#contract/office/counter'
import { changeStaff } from '#store/access/staff'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aStaff, asFarmer, asStaff, signedIn } from '../harness/people'
import { aHouseholdWithPhone, aMember } from './family'
import { bindConfirm, bindStart, me, redeem } from './steps'

/** Whoever issues a credential cannot use it: an officer at the counter, a data officer, a grid worker with a second phone. */
let cloud: Cloud
let clerk: As
let colleague: As
let dataOfficer: As
let grid: As
const tuesday = '2026-10-20T02:00:00Z'
const wednesday = '2026-10-21T02:00:00Z'
beforeAll(async () => {
  cloud = await startCloud()
  const [agencyId, areas] = ['data-office', [cloud.county.towns[0]!.villages[0]!.code]]
  clerk = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId, name: '王小二' }))
  colleague = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId, name: '李同事' }))
  dataOfficer = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId, name: '周专员' }))
  grid = await asStaff(cloud, await aStaff(cloud, 'grid-worker', { areas, name: '高网格' }))
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake(tuesday))
afterEach(() => jest.useRealTimers())

type Home = Awaited<ReturnType<typeof aHouseholdWithPhone>>
const consent = { name: '陈小妹', relation: '女儿', parts: ['money'], until: '2026-12-31', evidence: '同意书 7 号' }
const idOf = (as: As): string => (as as { session: string }).session.split('/')[0]!
const mine = (as: As, of: object = {}) => cloud.call<object>('household', 'mine', of, as)
const looks = async (as: As) => (await cloud.call<{ looks: Look[] }>('household', 'looks', {}, as)).looks
const listed = async (as: As) => (await cloud.call<{ proxies: Proxy[] }>('household', 'proxies', {}, as)).proxies
const news = async (as: As) => (await cloud.call<{ news: News[] }>('identity', 'news', {}, as)).news
const rows = async (as: As) => (await cloud.call<{ rows: Vouching[] }>('office', 'vouchings', {}, as)).rows
const digitsOf = async (as: As): Promise<string> => (await me(cloud, as)).waiting![0]!.code!
const vouch = (as: As, kind: 'phone' | 'proxy', id: string, code: string) =>
  cloud.call<{ from: string }>('office', 'vouch', { kind, id, code }, as)
const own = (as: As, action: 'vouch' | 'stop', kind: 'phone' | 'proxy', id: string) => cloud.call('identity', action, { kind, id }, as)
async function enter(code: string): Promise<As> {
  return { session: (await redeem(cloud, code)).session! }
}
const invited = async (home: Home, as = dataOfficer) =>
  enter((await cloud.call<{ code: string }>('office', 'invite', { token: home.token }, as)).code)
async function trusted(home: Home, as = clerk) {
  const phone = await enter((await cloud.call<{ code: string }>('office', 'allowProxy', { token: home.token, ...consent }, as)).code)
  return { phone, id: (await cloud.call<{ proxies: Proxy[] }>('office', 'card', { token: home.token }, as)).proxies[0]!.id }
}
async function atTheDoor(home: Home) {
  const { session, code } = await bindStart(cloud, home)
  await bindConfirm(cloud, grid, home.token, code)
  return { session: session! }
}

describe('one officer alone', () => {
  test.each([
    ['with a sign-in code', false],
    ['with a trust on paper', true],
  ])('%s reads nothing: not at once, not a year later, not by their own confirmation', async (_, onPaper) => {
    const home = await aHouseholdWithPhone(cloud)
    const { phone, id } = onPaper ? await trusted(home) : await invited(home).then((as) => ({ phone: as, id: idOf(as) }))
    const [kind, issuer] = onPaper ? (['proxy', clerk] as const) : (['phone', dataOfficer] as const)
    const { waiting, signedIn: isIn } = await me(cloud, phone)
    expect([isIn, waiting]).toEqual([false, [{ kind, of: '陈**', reads: false, code: expect.stringMatching(/^\d{6}$/) as string }]])
    await expect(vouch(issuer, kind, id, waiting![0]!.code!)).rejects.toThrow('这是您自己办的')
    for (const instant of [tuesday, wednesday, '2026-12-20T02:00:00Z']) {
      onlyTheClockIsFake(instant)
      for (const whose of [{}, { proxyId: id }]) await expect(mine(phone, whose)).rejects.toThrow('sign-in')
      expect(await cloud.call('household', 'lookup', { token: home.token }, phone)).toMatchObject({ kind: 'stranger' })
      for (const action of ['looks', 'copy', 'proxies', 'requests'])
        await expect(cloud.call('household', action, {}, phone)).rejects.toThrow('sign-in')
      await expect(cloud.call('household', 'allow', consent, phone)).rejects.toThrow('sign-in')
      await expect(own(phone, 'vouch', kind, id)).rejects.toThrow('sign-in')
    }
  })

  test('nor on another post of the same name in the same unit', async () => {
    const phone = await invited(await aHouseholdWithPhone(cloud))
    const again = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'data-office', name: '周专员' }))
    await expect(vouch(again, 'phone', idOf(phone), await digitsOf(phone))).rejects.toThrow('这是您自己办的')
  })

  test('nor as somebody whom they brought in, or who brought them in', async () => {
    const boss = await aStaff(cloud, 'data-officer', { agencyId: 'data-office', name: '钱专员' })
    const invented = await aStaff(cloud, 'officer', { agencyId: 'data-office', name: '编的人' })
    await changeStaff(cloud.db, { _id: invented._id }, { $set: { invitedBy: boss._id } })
    const [first, second] = [
      await invited(await aHouseholdWithPhone(cloud), await asStaff(cloud, boss)),
      await trusted(await aHouseholdWithPhone(cloud), await asStaff(cloud, invented)),
    ]
    await expect(vouch(await asStaff(cloud, invented), 'phone', idOf(first), await digitsOf(first))).rejects.toThrow('您请进来的人办的')
    await expect(vouch(await asStaff(cloud, boss), 'proxy', second.id, await digitsOf(second.phone))).rejects.toThrow('您请进来的人办的')
    expect((await rows(await asStaff(cloud, boss))).filter(({ own: isOwn }) => isOwn).map(({ id }) => id)).toEqual(
      expect.arrayContaining([idOf(first), second.id]),
    )
  })

  test('with a guardian’s code for a child reads nothing either', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const child = await aMember(cloud, home, { birth: '2016-05-01' })
    const phone = await enter(
      (
        await cloud.call<{ code: string }>(
          'office',
          'invite',
          { token: child.token, guardian: { name: '陈大', relation: '父亲' } },
          dataOfficer,
        )
      ).code,
    )
    expect(await me(cloud, phone)).toMatchObject({ signedIn: false, relatives: [], waiting: [{ kind: 'proxy' }] })
  })
})

describe('a second officer', () => {
  test('enters the digits of that very phone: a day later it counts, and every look says by whom it came about', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const phone = await invited(home)
    expect((await rows(colleague)).find(({ id }) => id === idOf(phone))).toMatchObject({
      kind: 'phone',
      name: '陈阿公',
      by: '周专员（县数据管理中心）',
      own: false,
      redeemed: true,
      door: false,
    })
    const code = await digitsOf(phone)
    await expect(vouch(colleague, 'phone', idOf(phone), code === '000000' ? '111111' : '000000')).rejects.toThrow('6 位核对码对不上')
    expect(await vouch(colleague, 'phone', idOf(phone), code)).toEqual({ from: '2026-10-21T02:00:00.000Z' })
    await expect(mine(phone)).rejects.toThrow('sign-in')
    expect(await me(cloud, phone)).toMatchObject({ waiting: [{ from: '2026-10-21T02:00:00.000Z' }] })
    onlyTheClockIsFake(wednesday)
    expect(await mine(phone)).toMatchObject({ relation: 'self' })
    expect((await looks(phone)).filter(({ own: isOwn }) => isOwn)).toMatchObject([{ unit: '本人', issuedBy: '县数据管理中心 管理专员' }])
    await expect(vouch(colleague, 'phone', idOf(phone), code)).rejects.toThrow('not-found')
  })

  test('of two at once one does it; five wrong ones a day are the most; another town’s counter never', async () => {
    const [first, second] = [await invited(await aHouseholdWithPhone(cloud)), await invited(await aHouseholdWithPhone(cloud))]
    const code = await digitsOf(first)
    const both = await Promise.allSettled([colleague, clerk].map((as) => vouch(as, 'phone', idOf(first), code)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const right = await digitsOf(second)
    for (let i = 0; i < 5; i++)
      await expect(vouch(colleague, 'phone', idOf(second), String((Number(right) + 1) % 1_000_000).padStart(6, '0'))).rejects.toThrow(
        '对不上',
      )
    await expect(vouch(colleague, 'phone', idOf(second), right)).rejects.toThrow('输错的次数太多')
    const elsewhere = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'town-330328102', name: '别镇的' }))
    await expect(vouch(elsewhere, 'phone', idOf(second), right)).rejects.toThrow('not-found')
    expect((await rows(elsewhere)).map(({ id }) => id)).not.toContain(idOf(second))
  })

  test('stops what is not as it should be', async () => {
    const { phone, id } = await trusted(await aHouseholdWithPhone(cloud))
    await cloud.call('office', 'stopVouching', { kind: 'proxy', id }, colleague)
    expect(await me(cloud, phone)).toEqual({ signedIn: false, farmer: false, relatives: [] })
    await expect(vouch(colleague, 'proxy', id, '123456')).rejects.toThrow('not-found')
  })
})

describe('the phones that are bound already', () => {
  test('are told, and the person says yes: it counts at once', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const farmer = await asFarmer(cloud, home)
    const phone = await invited(home)
    const { id } = await trusted(home)
    expect((await news(farmer)).sort((a, b) => (a.kind < b.kind ? -1 : 1))).toMatchObject(
      [
        { kind: 'phone', id: idOf(phone), mine: true, what: 'h5', by: '县数据管理中心 管理专员' },
        { kind: 'proxy', id, mine: true, what: '陈小妹（女儿）', by: '县数据管理中心 科员' },
      ].map((one) => ({ ...one, by: expect.stringContaining('县数据管理中心') as string })),
    )
    await own(farmer, 'vouch', 'phone', idOf(phone))
    expect(await mine(phone)).toMatchObject({ relation: 'self' })
    expect((await news(farmer)).map(({ kind }) => kind)).toEqual(['proxy'])
  })

  test('of anybody in the household stop it; only the person’s own says yes', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const daughter = await aMember(cloud, home)
    const [farmer, hers] = [
      await asFarmer(cloud, home),
      await signedIn(cloud, { person: { personId: daughter.personId, boundOn: '2026-10-12' } }),
    ]
    const phone = await invited(home)
    expect(await news(hers)).toMatchObject([{ id: idOf(phone), of: '陈**', mine: false }])
    await expect(own(hers, 'vouch', 'phone', idOf(phone))).rejects.toThrow('not-found')
    const neighbour = await asFarmer(cloud, await aHouseholdWithPhone(cloud))
    await expect(own(neighbour, 'stop', 'phone', idOf(phone))).rejects.toThrow('not-found')
    await vouch(colleague, 'phone', idOf(phone), await digitsOf(phone))
    await own(hers, 'stop', 'phone', idOf(phone))
    onlyTheClockIsFake(wednesday)
    await expect(mine(phone)).rejects.toThrow('sign-in')
    expect(await mine(farmer)).toMatchObject({ relation: 'self' })
    await expect(own(farmer, 'stop', 'phone', idOf(farmer))).rejects.toThrow('not-found')
  })

  test('one that is the person’s already is not made to wait by a new code', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const farmer = await asFarmer(cloud, home)
    const { code } = await cloud.call<{ code: string }>('office', 'invite', { token: home.token }, dataOfficer)
    expect(await redeem(cloud, code, farmer)).toMatchObject({ me: { farmer: true } })
  })
})

describe('a grid worker with a second phone', () => {
  test('gains nothing: it reads what a grid worker reads, under the worker’s unit, and owns nothing', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const phone = await atTheDoor(home)
    expect(await mine(phone)).toMatchObject({ relation: 'self' })
    expect((await looks(phone)).filter(({ own: isOwn }) => isOwn)).toMatchObject([{ issuedBy: '南田镇人民政府 网格员一个人' }])
    onlyTheClockIsFake('2026-11-20T02:00:00Z')
    await expect(cloud.call('household', 'allow', { ...consent, evidence: undefined }, phone)).rejects.toThrow('网格员一个人核对绑上的')
    await expect(cloud.call('household', 'copy', {}, phone)).rejects.toThrow('网格员一个人核对绑上的')
    const theirs = await asFarmer(cloud, home)
    await expect(cloud.call('identity', 'unbind', { id: idOf(theirs) }, phone)).rejects.toThrow('网格员一个人核对绑上的')
    await expect(own(phone, 'vouch', 'phone', idOf(theirs))).rejects.toThrow('网格员一个人核对绑上的')
    expect(await news(phone)).toEqual([])
  })

  test('a colleague at the counter, or the person on a phone of their own, makes it whole', async () => {
    const [home, other] = [await aHouseholdWithPhone(cloud), await aHouseholdWithPhone(cloud)]
    const [phone, second] = [await atTheDoor(home), await atTheDoor(other)]
    expect((await rows(clerk)).find(({ id }) => id === idOf(phone))).toMatchObject({ door: true, by: '高网格（南田镇人民政府）' })
    await vouch(clerk, 'phone', idOf(phone), await digitsOf(phone))
    await own(await asFarmer(cloud, other), 'vouch', 'phone', idOf(second))
    expect(await listed(second)).toEqual([])
    await cloud.call('household', 'copy', {}, second)
    onlyTheClockIsFake(wednesday)
    await cloud.call('household', 'copy', {}, phone)
  })
})

describe('a phone in other hands', () => {
  const allow = async (as: As) => cloud.call<{ proxy: Proxy; code: string }>('household', 'allow', { ...consent, evidence: undefined }, as)

  test('lets others see only a day later; unbinding it names what it made, to be ended too', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const [lost, left] = [await asFarmer(cloud, home), await asFarmer(cloud, home)]
    const { proxy, code } = await allow(lost)
    const thief = await enter(code)
    await expect(mine(thief, { proxyId: proxy.id })).rejects.toThrow('sign-in')
    await expect(own(lost, 'vouch', 'proxy', proxy.id)).rejects.toThrow('not-found')
    const mineStays = await allow(left)
    expect(await cloud.call<object>('identity', 'unbind', { id: idOf(lost) }, left)).toMatchObject({
      trusts: [{ id: proxy.id, name: '陈小妹', state: 'later' }],
      phones: [],
    })
    await cloud.call('household', 'disallow', { id: proxy.id }, left)
    onlyTheClockIsFake(wednesday)
    await expect(mine(thief, { proxyId: proxy.id })).rejects.toThrow('sign-in')
    expect((await listed(left)).map(({ id, state }) => [id === mineStays.proxy.id, state])).toEqual(
      expect.arrayContaining([
        [true, 'waiting'],
        [false, 'revoked'],
      ]),
    )
  })

  test('the phones that it vouched for are named too, at the counter as well', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const lost = await asFarmer(cloud, home)
    const [phone, { proxy }] = [await invited(home), await allow(lost)]
    await own(lost, 'vouch', 'phone', idOf(phone))
    const freed = await cloud.call<{ trusts: Proxy[]; phones: BoundPhone[] }>(
      'office',
      'unbindPhone',
      { token: home.token, id: idOf(lost) },
      clerk,
    )
    expect(freed).toMatchObject({ trusts: [{ id: proxy.id }], phones: [{ id: idOf(phone) }] })
  })

  test('face to face at the counter it counts at once', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const { proxy, code } = await allow(await asFarmer(cloud, home))
    const daughter = await enter(code)
    await vouch(clerk, 'proxy', proxy.id, await digitsOf(daughter))
    expect(await mine(daughter, { proxyId: proxy.id })).toMatchObject({ relation: 'relative' })
  })
})

describe('a one-time code whose answer was lost', () => {
  const key = 'r'.repeat(22)
  const again = (code: string, more: object = {}, as: As = 'stranger') =>
    cloud.call<{ session?: string; me: Me }>('identity', 'redeem', { code, ...more }, as)
  const aCode = async () => {
    const { code } = await cloud.operate<{ code: string }>('invite', { token: (await aHouseholdWithPhone(cloud)).token })
    return code
  }

  test('may be sent again by the same phone for ten minutes, and by no other', async () => {
    const code = await aCode()
    const first = await again(code, { key })
    const second = await again(code, { key })
    expect(second.me).toMatchObject({ farmer: true })
    expect(idOf(second as As)).toBe(idOf(first as As))
    for (const more of [{}, { key: 'x'.repeat(22) }]) await expect(again(code, more)).rejects.toThrow('登录码不对')
    onlyTheClockIsFake('2026-10-20T02:10:00Z')
    await expect(again(code, { key })).rejects.toThrow('登录码不对')
  })

  test('on WeChat the platform says that it is the same', async () => {
    const code = await aCode()
    await again(code, {}, { openid: 'openid-lost' })
    expect(await again(code, {}, { openid: 'openid-lost' })).toMatchObject({ me: { farmer: true } })
    await expect(again(code, {}, { openid: 'openid-other' })).rejects.toThrow('登录码不对')
  })
})
