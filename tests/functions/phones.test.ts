import type { BoundPhone } from '#contract/identity/actions'
import type { HouseholdFile } from '#contract/household/actions'
import { blindIndex } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { codes, persons } from '#store/people/register'
import { signCode } from '#kernel/access/code-signer'
import { numberOf, registerHeadings, workbook } from '../intake/made'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aProxy, asFarmer, asWorker, boundOpenid, signedIn } from '../harness/people'
import { aMember } from './family'
import { accountOfSession, invite, me, redeem } from './steps'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const phonesOf = async (as: As) => (await cloud.call<{ phones: BoundPhone[] }>('identity', 'phones', {}, as)).phones
const unbind = (as: As, id: string) => cloud.call('identity', 'unbind', { id }, as)
const mine = (as: As) => cloud.call<HouseholdFile>('household', 'mine', {}, as)
const bound = (headId: string) => ({ person: { personId: headId, boundOn: '2026-10-12' as const } })

describe('several phones of one person', () => {
  test('each works, and each sees them all and which one it is', async () => {
    const home = await aHousehold(cloud)
    const [browser, wechat] = [await asFarmer(cloud, home), await boundOpenid(cloud, 'openid-p', bound(home.headId))]
    for (const as of [browser, wechat]) expect(await mine(as)).toMatchObject({ relation: 'self' })
    const list = await phonesOf(wechat)
    expect(list.map(({ platform, thisOne, boundOn }) => [platform, thisOne, boundOn]).sort()).toEqual([
      ['h5', false, '2026-10-12'],
      ['wechat', true, '2026-10-12'],
    ])
    expect((await phonesOf(browser)).find(({ thisOne }) => thisOne)!.platform).toBe('h5')
    expect(JSON.stringify(list)).not.toContain('openid-p')
  })

  test('a lost one is unbound from another, and dead at its next request', async () => {
    const home = await aHousehold(cloud)
    const [lost, left] = [await asFarmer(cloud, home), await asFarmer(cloud, home)]
    await mine(lost)
    await unbind(left, (await phonesOf(left)).find(({ thisOne }) => !thisOne)!.id)
    expect(await me(cloud, lost)).toEqual({ signedIn: false, farmer: false, relatives: [] })
    for (const action of ['mine', 'looks', 'copy', 'proxies'])
      await expect(cloud.call('household', action, {}, lost)).rejects.toThrow('sign-in')
    expect(await cloud.call('household', 'lookup', { token: home.token }, lost)).toMatchObject({ kind: 'stranger' })
    expect(await phonesOf(left)).toHaveLength(1)
  })

  test('the one in the hand can be unbound too; a one-time code binds it again', async () => {
    const home = await aHousehold(cloud)
    const phone = (await asFarmer(cloud, home)) as { session: string }
    await unbind(phone, (await phonesOf(phone))[0]!.id)
    await expect(phonesOf(phone)).rejects.toThrow('sign-in')
    const again = await redeem(cloud, await invite(cloud, { token: home.token }), phone)
    expect(again.session!.split('/')[0]).toBe(phone.session.split('/')[0])
    expect(await me(cloud, { session: again.session! })).toMatchObject({ farmer: true })
  })

  test('unbinding leaves what else the phone is', async () => {
    const home = await aHousehold(cloud)
    const { code } = await cloud.call<{ code: string }>(
      'household',
      'allow',
      { name: '陈小妹', relation: '女儿', parts: ['money'], until: '2026-12-31' },
      await asFarmer(cloud, await aHousehold(cloud, { headName: '林大妈' })),
    )
    const both = await redeem(cloud, code, await signedIn(cloud, bound(home.headId)))
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    const other = await asFarmer(cloud, home)
    await unbind(other, (await phonesOf(other)).find(({ thisOne }) => !thisOne)!.id)
    expect(await me(cloud, { session: both.session! })).toMatchObject({ signedIn: true, farmer: false, title: '林**的家人' })
  })
})

describe('other people’s phones', () => {
  test('cannot be unbound: not a neighbour’s, not a family member’s, not one that does not exist', async () => {
    const [home, neighbour] = [await aHousehold(cloud), await aHousehold(cloud)]
    const farmer = await asFarmer(cloud, home)
    const theirs = await Promise.all([neighbour.headId, (await aMember(cloud, home)).personId].map((id) => signedIn(cloud, bound(id))))
    const ids = await Promise.all(theirs.map(async ({ session }) => (await accountOfSession(cloud, session))!._id))
    for (const id of [...ids, 'nobody', '']) await expect(unbind(farmer, id)).rejects.toThrow('not-found: 没有找到这部手机')
    for (const as of theirs) expect(await me(cloud, as)).toMatchObject({ farmer: true })
  })

  test('are unbound by no relative, worker or stranger', async () => {
    const home = await aHousehold(cloud)
    const phone = await signedIn(cloud, bound(home.headId))
    const { _id } = (await accountOfSession(cloud, phone.session))!
    const relative = await signedIn(cloud, { proxyIds: [(await aProxy(cloud, home.headId))._id] })
    for (const as of [
      relative,
      await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] }),
      await signedIn(cloud),
      'stranger',
    ] as As[])
      await expect(unbind(as, _id)).rejects.toThrow('sign-in')
    expect(await me(cloud, phone)).toMatchObject({ farmer: true })
  })
})

describe('a newer register', () => {
  type Member = [n: number, name: string, relation: string]
  /** Each household of the list: its members, the head first. */
  const register = (day: string, ...homes: Member[][]) =>
    cloud.importBytes(
      `名册 ${day}.xlsx`,
      workbook([
        ['低收入农户名册'],
        [`制表日期：${day}`],
        registerHeadings,
        ...homes.flatMap((members) =>
          members.map(([n, name, relation], i) => {
            const [head] = members
            const first =
              i === 0 ? ['1', '大峃镇', '苔湖村', head![1], numberOf(head![0]), members.length] : [null, null, null, null, null, null]
            return [
              ...first,
              name,
              relation,
              numberOf(n),
              '低保',
              i === 0 ? `DB${head![0]}` : null,
              i === 0 ? 762 : null,
              i === 0 ? '2020-01' : null,
            ]
          }),
        ),
      ]),
    )
  const cardOf = async (n: number) => {
    const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(n)) })
    const [code] = await find(cloud.db, codes, { personId: person!._id, status: 'active' })
    return { personId: person!._id, token: signCode(cloud.keys, code!._id) }
  }

  test('that moves somebody to another household: their phone follows the person, and the old household keeps its own', async () => {
    await register(
      '2026-10-01',
      [
        [901, '周甲', '户主'],
        [902, '周乙', '子'],
      ],
      [[903, '吴丙', '户主']],
    )
    const [father, son] = [await cardOf(901), await cardOf(902)]
    const [fathers, sons] = [await signedIn(cloud, bound(father.personId)), await signedIn(cloud, bound(son.personId))]
    expect((await mine(sons)).head).toBe('周甲')
    await register(
      '2026-10-10',
      [
        [903, '吴丙', '户主'],
        [902, '周乙', '女婿'],
      ],
      [[901, '周甲', '户主']],
    )
    expect(await mine(sons)).toMatchObject({ relation: 'self', head: '吴丙', members: [{ relation: '户主' }, { relation: '女婿' }] })
    expect((await mine(fathers)).head).toBe('周甲')
    expect(await cloud.call('household', 'lookup', { token: father.token }, sons)).toMatchObject({ kind: 'stranger' })
    expect(await cloud.call('household', 'lookup', { token: son.token }, fathers)).toMatchObject({ kind: 'stranger' })
  })

  test('whom a moved person lets see follows them too', async () => {
    await register(
      '2026-10-01',
      [
        [911, '郑甲', '户主'],
        [912, '郑乙', '子'],
      ],
      [[913, '王丙', '户主']],
    )
    const son = await cardOf(912)
    const { code } = await cloud.call<{ code: string }>(
      'household',
      'allow',
      { name: '李丁', relation: '妻子', parts: ['members'], until: '2026-12-31' },
      await signedIn(cloud, bound(son.personId)),
    )
    const { session } = await redeem(cloud, code)
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    const {
      relatives: [trust],
    } = await me(cloud, { session: session! })
    await register(
      '2026-10-10',
      [
        [913, '王丙', '户主'],
        [912, '郑乙', '女婿'],
      ],
      [[911, '郑甲', '户主']],
    )
    expect(await cloud.call('household', 'mine', { proxyId: trust!.proxyId }, { session: session! })).toMatchObject({
      relation: 'relative',
      head: '王丙',
    })
  })
})
