import type { HouseholdFile } from '#contract/household/actions'
import { open } from '#kernel/seal/seal'
import { count, find, findEach } from '#store/db/read'
import { formerRows } from '#store/intake/intake'
import { awards } from '#store/money/awards'
import { persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asFarmer } from '../harness/people'
import { numberOf, registerHeadings, workbook } from './made'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.empty()
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
})
afterEach(() => jest.useRealTimers())

type Row = [name: string, id: string, grade: string, living: number | null, care: number | null]

/** 残联's list as it would be sent on a day. */
const list = (rows: Row[], { day = '2026年9月28日', period = '2026年第三季度' } = {}): Buffer =>
  workbook([
    [`${period}残疾人两项补贴发放表`],
    ['填报单位：文成县残疾人联合会', `填报日期：${day}`],
    ['姓名', '身份证号', '残疾等级', '困难残疾人生活补贴', '重度残疾人护理补贴'],
    ...rows,
  ])
const register = workbook([
  registerHeadings,
  [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), 1, '赵甲', '户主', numberOf(1), '低保', '', 699.5, '2020-01'],
])
const kept = async () =>
  (await findEach(cloud.db, awards, {}))
    .map(({ called, period, amountFen, fileName, row }) => [called, period, amountFen, fileName, row].join(' '))
    .sort()

test('a corrected list of the same agency and quarter goes over the earlier one; what is the same stands in the new file', async () => {
  const first: Row[] = [
    ['赵甲', numberOf(1), '二级', 1050, 750],
    ['钱乙', numberOf(2), '三级', 1050, null],
    ['孙丙', numberOf(3), '三级', 1050, null],
  ]
  await cloud.importBytes('残联_第三季度.xlsx', list(first))
  const corrected: Row[] = [first[2]!, ['赵甲', numberOf(1), '一级', 1050, 1500]]
  const result = await cloud.importBytes('残联_第三季度_更正.xlsx', list(corrected, { day: '2026年10月9日' }))
  expect(result.versions).toMatchObject([
    { file: '残联_第三季度.xlsx', scope: '2026年第三季度', later: true, whole: true, added: 0, removed: 1, changed: 2 },
  ])
  expect(await kept()).toEqual([
    '困难残疾人生活补贴 2026-Q3 105000 残联_第三季度_更正.xlsx 4',
    '困难残疾人生活补贴 2026-Q3 105000 残联_第三季度_更正.xlsx 5',
    '重度残疾人护理补贴 2026-Q3 150000 残联_第三季度_更正.xlsx 5',
  ])
  expect(await count(cloud.db, formerRows, { of: 'awards' })).toBe(3)
})

test('the earlier list coming late changes nothing that stands; another quarter stands beside', async () => {
  const rows: Row[] = [['赵甲', numberOf(1), '二级', 1050, null]]
  await cloud.importBytes('残联_更正.xlsx', list([['赵甲', numberOf(1), '二级', 700, null]], { day: '2026年10月9日' }))
  await cloud.importBytes('残联.xlsx', list(rows))
  await cloud.importBytes('残联_四季度.xlsx', list(rows, { period: '2026年第四季度', day: '2026年12月1日' }))
  expect(await kept()).toEqual([
    '困难残疾人生活补贴 2026-Q3 70000 残联_更正.xlsx 4',
    '困难残疾人生活补贴 2026-Q4 105000 残联_四季度.xlsx 4',
  ])
})

test('somebody who comes onto the register later finds it in their file; the disability is sealed, and in no file', async () => {
  await cloud.importBytes('残联.xlsx', list([['赵甲', numberOf(1), '二级', 1050, null]]))
  expect(await find(cloud.db, awards, {})).toMatchObject([{ householdId: null, agency: 'disabled-federation', day: '2026-09-28' }])
  await cloud.importBytes('民政_名册_20261010.xlsx', register)
  const [award] = await find(cloud.db, awards, {})
  const [person] = await find(cloud.db, persons, { _id: award!.personId })
  expect(award!.householdId).toBe(person!.householdId)
  expect(JSON.stringify(award)).not.toContain('二级')
  expect(open(cloud.keys, award!.factsSealed)).toContain('二级')
  const file = await cloud.call<HouseholdFile>('household', 'mine', {}, await asFarmer(cloud, { headId: award!.personId }))
  expect(file.awards).toEqual([
    {
      id: award!._id,
      programme: 'disability-living',
      name: '困难残疾人生活补贴',
      icon: 'disability',
      forWhom: '赵*',
      period: '2026-Q3',
      amountFen: 105_000,
      agency: '县残疾人联合会',
    },
  ])
  expect(file.money).toEqual([])
})
