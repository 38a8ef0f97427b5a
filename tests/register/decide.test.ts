import { decideRegister } from '#affairs/register/decide'
import { allEvents, differencesToStored } from '#affairs/register/on-day'
import type { RegisterDecision } from '#domain/register/events'
import { personIdOf } from '#affairs/intake/writing/people'
import type { Db } from '#store/db/collection'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { contentsOf, differences } from '../intake/contents'
import { numberOf } from '../intake/made'
import { cadreOf, codesOf, deciding, exitsOf, happenedTo, homeOf, personNamed, registerOf } from './village'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const [taihu, fengdai] = ['苔湖村', '凤垟坪村'].map(
  (name) => () => cloud.county.towns.flatMap(({ villages }) => villages).find((village) => village.name === name)!.code,
) as [() => string, () => string]
const ground = { reason: '入户核查', evidence: '核查表', approver: '县民政局负责人' }
let cases = 0
type Asked = RegisterDecision extends infer One ? (One extends RegisterDecision ? Omit<One, keyof typeof ground | 'caseId'> : never) : never
const decided = (asked: Asked, caseId = `case ${++cases}`, on = deciding(cloud)) =>
  decideRegister(on, { ...ground, ...asked, caseId } as RegisterDecision)
const idOf = async (n: number) => (await personNamed(cloud, n))._id
const kinds = async (happened: ReturnType<typeof decided>) => (await happened).map(({ kind }) => kind).sort()

const chenHome = () =>
  decided({
    ...{ kind: 'recognised', on: '2026-10-05', villageCode: taihu(), category: 'minimum-living' },
    head: { idNumber: numberOf(1), name: '陈甲', relation: '户主' },
    members: [{ idNumber: numberOf(2), name: '林乙', relation: '配偶' }],
  })

describe('a household that is recognised', () => {
  test('stands on the register: the persons an import would make, one card each', async () => {
    expect(await kinds(chenHome())).toEqual(['recognised', 'recognised'])
    expect(await personNamed(cloud, 1)).toMatchObject({ _id: personIdOf(cloud.keys, numberOf(1)), onRegister: true, relation: '户主' })
    expect(await homeOf(cloud, 2)).toMatchObject({ headName: '陈甲', villageCode: taihu(), onRegister: true, members: [{}, {}] })
    expect(await codesOf(cloud, 2)).toMatchObject([{ status: 'active', villageCode: taihu() }])
  })

  test('a later list that says the same is no second entry; an earlier one changes nothing; a later one that says otherwise holds', async () => {
    await chenHome()
    const home = await homeOf(cloud, 1)
    const listed = (day: string, village: string) =>
      registerOf(cloud, day, {
        village,
        members: [
          [1, '陈甲', '户主'],
          [2, '林乙', '配偶'],
        ],
      })
    await listed('2026-10-05', '凤垟坪村')
    expect(await homeOf(cloud, 1)).toMatchObject({ _id: home._id, villageCode: taihu() })
    await listed('2026-10-10', '苔湖村')
    // The list of that very day had them elsewhere.
    expect(await happenedTo(cloud, 1)).toEqual(['2026-10-05 moved', '2026-10-05 recognised'])
    expect(await codesOf(cloud, 1)).toHaveLength(1)
    await listed('2026-10-20', '凤垟坪村')
    expect(await homeOf(cloud, 1)).toMatchObject({ _id: home._id, villageCode: fengdai() })
  })

  test('somebody is recognised into it; whoever is on the register elsewhere joins', async () => {
    await chenHome()
    await registerOf(cloud, '2026-10-01', {
      members: [
        [5, '周五', '户主'],
        [6, '周六', '子'],
      ],
    })
    const former = await homeOf(cloud, 6)
    const home = await homeOf(cloud, 1)
    const members = [
      { idNumber: numberOf(3), name: '陈丙', relation: '子' },
      { personId: await idOf(6), relation: '儿媳' },
    ]
    expect(await kinds(decided({ kind: 'recognised-into', on: '2026-10-08', householdId: home._id, members }))).toEqual([
      'joined',
      'recognised',
    ])
    expect((await homeOf(cloud, 6)).members.map(({ name }) => name)).toEqual(['陈甲', '林乙', '陈丙', '周六'])
    expect((await homeOf(cloud, 5)).members.map(({ name }) => name)).toEqual(['周五'])
    expect(former._id).not.toBe(home._id)
    expect(await codesOf(cloud, 6)).toMatchObject([{ householdId: home._id, status: 'active' }])
  })
})

describe('a list that was quicker', () => {
  test('who is on the register by it meanwhile is not recognised again: nothing changes, and the events still rebuild what stands', async () => {
    await registerOf(cloud, '2026-10-08', {
      members: [
        [1, '陈甲', '户主'],
        [2, '林乙', '配偶'],
      ],
    })
    const before = await homeOf(cloud, 1)
    const again = decided({
      ...{ kind: 'recognised', on: '2026-10-09', villageCode: fengdai(), category: 'near-minimum' },
      head: { idNumber: numberOf(1), name: '陈甲', relation: '户主' },
      members: [{ idNumber: numberOf(2), name: '林乙', relation: '配偶' }],
    })
    await expect(again).rejects.toThrow('已经在名册上了')
    expect(await homeOf(cloud, 1)).toEqual(before)
    expect(await differencesToStored(cloud, await allEvents(cloud.db))).toEqual({ persons: [], households: [] })
  })
})

describe('leaving', () => {
  const family = () =>
    registerOf(cloud, '2026-10-01', {
      members: [
        [1, '陈甲', '户主'],
        [2, '林乙', '配偶'],
      ],
    })

  test('the head dies: the household stays and asks for a new head, who is then named', async () => {
    await family()
    const home = await homeOf(cloud, 2)
    await decided({ kind: 'died', on: '2026-10-05', personIds: [await idOf(1)] })
    expect(await homeOf(cloud, 2)).toMatchObject({ _id: home._id, onRegister: true, headLeft: { on: '2026-10-05', died: true } })
    expect(await codesOf(cloud, 1)).toMatchObject([{ status: 'revoked' }])
    await decided({ kind: 'head', on: '2026-10-06', householdId: home._id, personId: await idOf(2) })
    const now = await homeOf(cloud, 2)
    expect(now).toMatchObject({ _id: home._id, headName: '林乙', headId: await idOf(2) })
    expect(now.headLeft).toBeUndefined()
    expect(await personNamed(cloud, 2)).toMatchObject({ relation: '户主' })
  })

  test('a wrong exit is restored with a new card; lists and exits of before do not undo it', async () => {
    await family()
    const people = [await idOf(1), await idOf(2)]
    await decided({ kind: 'exited', on: '2026-10-05', personIds: people }, 'exit')
    expect(await homeOf(cloud, 1)).toMatchObject({ onRegister: false })
    expect(await kinds(decided({ kind: 'restored', on: '2026-10-09', personIds: people }, 'exit'))).toEqual(['restored', 'restored'])
    await exitsOf(cloud, [1, '陈甲', '2026-10-05', '收入提高'], [1, '陈甲', '2026-10', '收入提高'])
    expect(await homeOf(cloud, 1)).toMatchObject({ onRegister: true, members: [{ name: '林乙' }, { name: '陈甲' }].reverse() })
    expect((await codesOf(cloud, 1)).map(({ status }) => status).sort()).toEqual(['active', 'revoked'])
    await exitsOf(cloud, [1, '陈甲', '2026-10-20', '收入提高'])
    expect(await personNamed(cloud, 1)).toMatchObject({ onRegister: false })
  })

  test('an appeal that is right counts from the day of the wrong exit, also where a list has had them leave on a later one', async () => {
    await family()
    const people = [await idOf(1), await idOf(2)]
    await exitsOf(cloud, [1, '陈甲', '2026-10-20', '收入提高'])
    await decided({ kind: 'restored', on: '2026-10-05', personIds: people })
    expect(await personNamed(cloud, 1)).toMatchObject({ onRegister: true })
    expect(await differencesToStored(cloud, await allEvents(cloud.db))).toEqual({ persons: [], households: [] })
  })

  test('of somebody who is off already: nothing happens', async () => {
    await family()
    await exitsOf(cloud, [1, '陈甲', '2026-10-03'])
    expect(await decided({ kind: 'exited', on: '2026-10-05', personIds: [await idOf(1)] })).toEqual([])
  })
})

describe('a household that changes', () => {
  const two = () =>
    registerOf(
      cloud,
      '2026-10-01',
      {
        members: [
          [1, '陈甲', '户主'],
          [2, '林乙', '配偶'],
          [3, '陈丙', '子'],
        ],
      },
      { members: [[4, '吴丁', '户主']] },
    )

  test('category for a time, village with its town and codes', async () => {
    await two()
    const { _id, category } = await homeOf(cloud, 1)
    await decided({ kind: 'category', on: '2026-10-05', householdId: _id, category: 'near-minimum', until: '2027-09' })
    await decided({ kind: 'moved', on: '2026-10-06', householdId: _id, villageCode: fengdai() })
    expect(await homeOf(cloud, 1)).toMatchObject({ category: 'near-minimum', until: '2027-09', villageCode: fengdai() })
    expect(await codesOf(cloud, 3)).toMatchObject([{ villageCode: fengdai() }])
    expect(category).toBe('minimum-living')
  })

  test('splits: helpers and codes go with whom they are for', async () => {
    await two()
    await cadreOf(cloud, 3, '陈丙', '林一')
    await cadreOf(cloud, 1, '陈甲', '林二')
    const old = await homeOf(cloud, 1)
    expect(old.helpers).toHaveLength(2)
    await decided({ kind: 'split', on: '2026-10-05', householdId: old._id, personIds: [await idOf(3)], headId: await idOf(3) })
    const [left, own] = [await homeOf(cloud, 1), await homeOf(cloud, 3)]
    expect(own._id).not.toBe(old._id)
    expect([left.helpers, own.helpers].map(({ length }) => length)).toEqual([1, 1])
    expect(await codesOf(cloud, 3)).toMatchObject([{ householdId: own._id, helpers: own.helpers, status: 'active' }])
    // The list of the next month says the same.
    await registerOf(
      cloud,
      '2026-11-01',
      { members: [[3, '陈丙', '户主']] },
      {
        members: [
          [1, '陈甲', '户主'],
          [2, '林乙', '配偶'],
        ],
      },
    )
    expect([(await homeOf(cloud, 1))._id, (await homeOf(cloud, 3))._id]).toEqual([old._id, own._id])
  })

  test('joins: the former household asks for a head when it was theirs, and closes when it is empty', async () => {
    await two()
    const [chen, wu] = [await homeOf(cloud, 1), await homeOf(cloud, 4)]
    await decided({ kind: 'joined', on: '2026-10-05', personIds: [await idOf(1)], householdId: wu._id })
    expect(await homeOf(cloud, 2)).toMatchObject({ _id: chen._id, onRegister: true, headLeft: { died: false } })
    await decided({ kind: 'joined', on: '2026-10-06', personIds: [await idOf(2), await idOf(3)], householdId: wu._id })
    expect((await homeOf(cloud, 2)).members).toHaveLength(4)
    expect((await contentsOf(cloud)).get(`households/${chen._id}`)).toContain('"onRegister":false')
  })

  test('somebody who is not there is refused in words, and nothing is written', async () => {
    await two()
    const before = await contentsOf(cloud)
    await expect(
      decided({ kind: 'head', on: '2026-10-05', householdId: (await homeOf(cloud, 1))._id, personId: await idOf(4) }),
    ).rejects.toThrow('新户主要是这一户在册的人')
    await expect(decided({ kind: 'moved', on: '2026-10-05', householdId: (await homeOf(cloud, 1))._id, villageCode: '1' })).rejects.toThrow(
      '村',
    )
    expect(differences(before, await contentsOf(cloud))).toEqual({})
  })
})

test('done twice, or by two at once, it is done once', async () => {
  const asked: Asked = {
    ...{ kind: 'recognised', on: '2026-10-05', villageCode: taihu(), category: 'minimum-living', members: [] },
    head: { idNumber: numberOf(1), name: '陈甲', relation: '户主' },
  }
  const [first, second] = await Promise.all([decided(asked, 'one'), decided(asked, 'one')])
  expect(first).toEqual(second)
  const before = await contentsOf(cloud)
  expect(await decided(asked, 'one')).toEqual(first)
  expect(differences(before, await contentsOf(cloud))).toEqual({})
})

test('killed between any two writes, nothing is half; done again it is as undisturbed', async () => {
  const setUp = async () => {
    await registerOf(cloud, '2026-10-01', {
      members: [
        [1, '陈甲', '户主'],
        [2, '林乙', '配偶'],
        [3, '陈丙', '子'],
      ],
    })
    await cadreOf(cloud, 3, '陈丙', '林一')
  }
  await setUp()
  const asked: Asked = { kind: 'split', on: '2026-10-05', householdId: (await homeOf(cloud, 1))._id, personIds: [], headId: await idOf(3) }
  const before = await contentsOf(cloud)
  let cut = 0
  for (; ; cut++) {
    const db = cutInside(cloud.db, cut)
    const ended = await decided(asked, 'split', { ...deciding(cloud), db }).then(
      () => true,
      () => false,
    )
    if (ended) break
    expect(differences(before, await contentsOf(cloud))).toEqual({})
  }
  expect(cut).toBeGreaterThan(5)
  expect(await happenedTo(cloud, 3)).toContain('2026-10-05 split')
})

/** Fails for good after so many writes of its transactions. */
const cutInside = (db: Db, writes: number): Db => ({
  ...db,
  createCollection: (name) => db.createCollection(name),
  collection: (name) => db.collection(name),
  runTransaction: (work, times) =>
    db.runTransaction((sdk) => work(failingAfter(sdk as unknown as Db, writes) as unknown as typeof sdk), times),
})
