import type { ImportResult } from '#contract/intake/actions'
import { blindIndex } from '#kernel/seal/seal'
import { count, find, findEach } from '#store/db/read'
import { pairings } from '#store/people/helpers'
import { codes, events, households, persons, type Household } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { exitHeadings, numberOf, registerHeadings, workbook } from './made'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

type Member = [n: number, name: string, relation: string]
let households_ = 0
/** A register of some day: each household its members, the head first. */
function register(day: string, ...homes: { village?: string; members: Member[]; monthly?: number }[]): Promise<ImportResult> {
  const rows = homes.flatMap(({ village = '苔湖村', members, monthly = 762 }) =>
    members.map(([n, name, relation], i) => {
      const [head] = members
      const own = i === 0 ? ['1', '大峃镇', village, head![1], numberOf(head![0]), members.length] : [null, null, null, null, null, null]
      return [
        ...own,
        name,
        relation,
        numberOf(n),
        '低保',
        i === 0 ? `DB${head![0]}` : null,
        i === 0 ? monthly : null,
        i === 0 ? '2020-01' : null,
      ]
    }),
  )
  return cloud.importBytes(`名册${++households_}.xlsx`, workbook([['低收入农户名册'], [`制表日期：${day}`], registerHeadings, ...rows]))
}
const exits = (...rows: [n: number, name: string, on: string][]): Promise<ImportResult> =>
  cloud.importBytes(
    '核销.xlsx',
    workbook([
      ['文成县低收入农户核销退出名册'],
      exitHeadings,
      ...rows.map(([n, name, on], i) => [i + 1, '大峃镇', '苔湖村', name, numberOf(n), '死亡', '证明', '周某', on]),
    ]),
  )
const cadre = (n: number, name: string, helper: string): Promise<ImportResult> =>
  cloud.importBytes(
    '结对.xlsx',
    workbook([
      ['户主', '户主身份证', '帮扶单位', '帮扶干部', '联系电话', '上次走访日期'],
      [name, numberOf(n), '县审计局', helper, '16000000009', '2026-05-01'],
    ]),
  )

const person = async (n: number) => (await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(n)) }))[0]!
const homeOf = async (n: number): Promise<Household> => (await find(cloud.db, households, { _id: (await person(n)).householdId }))[0]!
const codesOf = async (n: number) => findEach(cloud.db, codes, { personId: (await person(n))._id })
const happened = async (n: number) =>
  (await findEach(cloud.db, events, { personId: (await person(n))._id })).map(({ kind, on }) => `${kind} ${on}`).sort()

test('a new month’s register keeps household, persons and codes, and changes what changed', async () => {
  await register('2026-09-10', {
    members: [
      [101, '陈甲', '户主'],
      [102, '林乙', '配偶'],
    ],
  })
  const [before, cards] = [await homeOf(101), await codesOf(101)]
  const result = await register('2026-10-10', {
    members: [
      [101, '陈甲', '户主'],
      [102, '林乙', '配偶'],
      [103, '陈丙', '子'],
    ],
    monthly: 900,
  })
  expect(result).toMatchObject({ accepted: 3, warned: 0, amountFen: 90000 })
  expect(await homeOf(103)).toMatchObject({
    _id: before._id,
    monthlyFen: 90000,
    members: [{ name: '陈甲' }, { name: '林乙' }, { name: '陈丙' }],
  })
  expect(await codesOf(101)).toEqual(cards)
  expect(await codesOf(103)).toHaveLength(1)
  expect(await happened(101)).toEqual(['recognised 2020-01'])
})

test('an older register that comes late changes nothing that is newer', async () => {
  await register('2026-08-10', { members: [[101, '陈甲', '户主']], monthly: 1 })
  expect(await homeOf(101)).toMatchObject({ monthlyFen: 90000, members: [{ name: '陈甲' }, { name: '林乙' }, { name: '陈丙' }] })
})

test('a household that splits: the head keeps it, the others get their own, and nobody stands in two', async () => {
  const old = await homeOf(101)
  await register(
    '2026-11-01',
    { members: [[103, '陈丙', '户主']] },
    {
      members: [
        [101, '陈甲', '户主'],
        [102, '林乙', '配偶'],
      ],
    },
  )
  expect((await homeOf(101))._id).toBe(old._id)
  const own = await homeOf(103)
  expect(own._id).not.toBe(old._id)
  expect((await homeOf(101)).members.map(({ name }) => name)).toEqual(['陈甲', '林乙'])
  expect((await codesOf(103)).map(({ householdId }) => householdId)).toEqual([own._id])
})

test('somebody who moves to another household leaves the former one, even when the list does not name it', async () => {
  await register('2026-11-02', {
    members: [
      [111, '周甲', '户主'],
      [112, '周乙', '子'],
    ],
  })
  const former = await homeOf(111)
  await register('2026-11-03', {
    village: '凤垟坪村',
    members: [
      [113, '吴丙', '户主'],
      [112, '周乙', '女婿'],
    ],
  })
  expect((await find(cloud.db, households, { _id: former._id }))[0]!.members.map(({ name }) => name)).toEqual(['周甲'])
  expect((await codesOf(112))[0]).toMatchObject({ householdId: (await homeOf(113))._id, villageCode: (await homeOf(113)).villageCode })
})

describe('leaving the register', () => {
  test('revokes the code, and closes the household when nobody is left', async () => {
    await register('2026-10-10', {
      members: [
        [121, '郑甲', '户主'],
        [122, '郑乙', '配偶'],
      ],
    })
    await exits([121, '郑甲', '2026-10-20'])
    expect(await person(121)).toMatchObject({ onRegister: false })
    expect((await codesOf(121)).map(({ status }) => status)).toEqual(['revoked'])
    expect(await homeOf(122)).toMatchObject({ onRegister: true })
    await exits([122, '郑乙', '2026-10-21'])
    expect(await homeOf(122)).toMatchObject({ onRegister: false })
    expect(await happened(121)).toEqual(['died 2026-10-20', 'recognised 2020-01'])
  })

  test('holds against a register of an earlier day, whichever comes first', async () => {
    await exits([131, '王甲', '2026-10-20'])
    expect(await person(131)).toMatchObject({ onRegister: false, householdId: null })
    await register('2026-10-10', { members: [[131, '王甲', '户主']] })
    expect(await person(131)).toMatchObject({ onRegister: false })
    expect((await codesOf(131)).filter(({ status }) => status === 'active')).toEqual([])
    expect(await happened(131)).toEqual(['died 2026-10-20', 'recognised 2020-01'])
  })

  test('is taken back by a register of a later day: a second entry, and a new code', async () => {
    await register('2026-11-10', { members: [[131, '王甲', '户主']] })
    expect(await person(131)).toMatchObject({ onRegister: true })
    expect((await codesOf(131)).map(({ status }) => status)).toEqual(['active'])
    expect(await happened(131)).toEqual(['died 2026-10-20', 'recognised 2020-01', 'restored 2026-11-10'])
    await register('2026-11-11', {
      members: [
        [121, '郑甲', '户主'],
        [131, '王甲', '父'],
      ],
    })
    expect((await codesOf(121)).map(({ status }) => status).sort()).toEqual(['active', 'revoked'])
    expect((await codesOf(131)).map(({ status }) => status)).toEqual(['active'])
  })

  test('of somebody who was never named: stored, with the event and no household', async () => {
    expect(await exits([141, '孙甲', '2026-01-05'])).toMatchObject({ kind: 'exit', accepted: 1, added: 2 })
    expect(await happened(141)).toEqual(['died 2026-01-05', 'recognised 2026-01-05'])
  })

  test('on a day that no calendar has: quarantined', async () => {
    expect(await exits([142, '李甲', '2026-09-31'], [143, '李乙', '2027-01-01'])).toMatchObject({ accepted: 0, quarantined: 2 })
  })
})

test('a new cadre replaces the former one, who may read the household no longer', async () => {
  await register('2026-10-10', { members: [[151, '胡甲', '户主']] })
  await cadre(151, '胡甲', '林一')
  const [former] = (await homeOf(151)).helpers
  await cadre(151, '胡甲', '林二')
  const { helpers } = await homeOf(151)
  expect(helpers).toHaveLength(1)
  expect(helpers).not.toContain(former)
  expect((await codesOf(151))[0]).toMatchObject({ helpers })
  expect(await count(cloud.db, pairings, { personId: (await person(151))._id })).toBe(1)
})

test('one person in two households of a list: the second row goes back', async () => {
  const result = await register(
    '2026-10-10',
    { members: [[161, '朱甲', '户主']] },
    {
      members: [
        [162, '朱乙', '户主'],
        [161, '朱甲', '兄'],
      ],
    },
  )
  expect(result).toMatchObject({ rows: 3, accepted: 2, quarantined: 1 })
})

test('an unknown village: taken in under its town, with one remark for the household', async () => {
  expect(
    await register('2026-10-10', {
      village: '乌有村',
      members: [
        [171, '何甲', '户主'],
        [172, '何乙', '子'],
      ],
    }),
  ).toMatchObject({ rows: 2, accepted: 2, quarantined: 0, warned: 1 })
})
