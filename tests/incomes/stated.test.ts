import type { OutputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import type { HouseholdFile } from '#contract/household/actions'
import { incomeOfCheck, keepIncome, sayingOfCheck } from '#affairs/incomes/keep'
import { fen } from '#domain/money/money'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { incomes } from '#store/people/incomes'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aPledgedAgency, aStaff, asFarmer, asStaff } from '../harness/people'
import { looking, settle } from '../office/looking'
import { recordedBy, tuesday } from '../office/officers'
import type { Staff } from '#store/access/staff'

jest.setTimeout(60_000)
const here = '330328102'
let cloud: Cloud
let wu: Staff
let as: As
let home: Awaited<ReturnType<typeof settle>>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  await aPledgedAgency(cloud)
  wu = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' })
  as = await asStaff(cloud, wu)
})
beforeEach(async () => {
  home = await settle(cloud, here)
})
afterAll(() => cloud.close())
const { file } = looking(() => cloud)
type Income = OutputOf<typeof supervision.stateIncome>['income']
const under = async (parts: ('income' | 'policies' | 'members')[] = ['income'], area = here) =>
  (await aGrant(cloud, wu, { area, parts }))._id
const stated = {
  people: 2,
  income: { wages: 600_000, business: 120_000, property: 0, transfer: 960_000 },
  transfers: [{ id: 'severe-disability', amountFen: 600_000 }],
  spending: { medical: 900_000, schooling: 0, care: 0 },
}
const state = async (over: object = {}, grantId?: string) =>
  (
    await cloud.call<{ income: Income }>(
      'supervision',
      'stateIncome',
      { grantId: grantId ?? (await under()), householdId: home._id, stated, evidence: '工资单和存折，10月18日入户看过', ...over },
      as,
    )
  ).income
const saying = (income: Income, name: string) =>
  [...income[0]!.sum, ...income[0]!.lines, ...income[0]!.more].find((one) => one.name === name)?.says

test('what an officer writes down comes back as a sum with every part, the lines side by side, and what follows; on record', async () => {
  const grantId = await under()
  let income: Income = []
  const [entry] = await recordedBy(cloud, 'supervision.stateIncome', async () => (income = await state({}, grantId)))
  expect(entry).toMatchObject({ granted: true, householdId: home._id, grantId, actor: { name: '吴科员' } })
  expect(income).toHaveLength(1)
  expect(income[0]).toMatchObject({
    months: '2025年10月到2026年9月',
    said: '县民政局登记，2026年10月20日',
    evidence: '工资单和存折，10月18日入户看过',
  })
  // 6,000 + 1,200 + 9,600 − 6,000 = 10,800 for two: 450 a month each.
  expect(saying(income, '合计')).toBe('10,800 元')
  expect(saying(income, '减：重度残疾人护理补贴（不算收入）')).toBe('−6,000 元')
  expect(saying(income, '低保标准')).toBe('差 436 元')
  expect(saying(income, '低边标准')).toBe('差 879 元')
  expect(income[0]!.lines.every(({ limit }) => limit.includes('数待核对'))).toBe(true)
  expect(saying(income, '低保户按标准补')).toBe('（886 − 10,800 ÷ 2 人 ÷ 12 个月）× 2 人 = 每月 872 元')
  expect(saying(income, '刚性支出困难户')).toContain('共 9,000 元，超过收入的 50%')
  expect((await file({ grantId, householdId: home._id }, as)).file.income).toEqual(income)
})

test('a newer statement stands before the older, which stays; the same sent twice is one', async () => {
  const key = 'a'.repeat(32)
  await state({ key })
  await state({ key })
  expect(await state({ stated: { ...stated, people: 3 }, key })).toHaveLength(2)
  onlyTheClockIsFake('2026-12-02T02:00:00.000Z')
  as = await asStaff(cloud, wu)
  const income = await state({ stated: { ...stated, people: 4 } })
  expect(income.map(({ months }) => months)).toEqual(['2025年12月到2026年11月', '2025年10月到2026年9月', '2025年10月到2026年9月'])
  onlyTheClockIsFake(tuesday)
  as = await asStaff(cloud, wu)
})

test('what nobody could say is missing, and nobody is said not to fit', async () => {
  const income = await state({ stated: { people: 2, income: { wages: 600_000, property: 0, transfer: 0 } } })
  expect(saying(income, '生产经营净收入')).toBe('没有说')
  expect(saying(income, '低保标准')).toBe('缺生产经营净收入，算不出')
  expect(JSON.stringify(income)).not.toMatch(/不符合|够不上/)
})

test('a grant without the part, for another place, or none: nothing is written, and the try is on record', async () => {
  const tries: [() => Promise<string>, RegExp][] = [
    [() => under(['policies', 'members']), /不包括“收入”/],
    [() => under(['income'], '330328101'), /没有找到这一户/],
    [() => Promise.resolve('none'), /没有能用的授权/],
  ]
  for (const [grant, words] of tries) {
    const grantId = await grant()
    const [entry] = await recordedBy(cloud, 'supervision.stateIncome', () => expect(state({}, grantId)).rejects.toThrow(words))
    expect(entry).toMatchObject({ granted: false })
  }
  expect(await findEach(cloud.db, incomes, { householdId: home._id })).toEqual([])
})

test('numbers that contradict each other are sent back with what to do', async () => {
  await expect(state({ stated: { ...stated, transfers: [{ id: 'veterans', amountFen: 960_001 }] } })).rejects.toThrow('比转移性收入还多')
  await expect(state({ stated: { ...stated, transfers: [{ id: 'lottery', amountFen: 1 }] } })).rejects.toThrow('县里没有列的补贴')
  await expect(state({ stated: { ...stated, covered: 3 } })).rejects.toThrow('比一起生活的人还多')
  await expect(state({ stated: { ...stated, income: { wages: -1 } } })).rejects.toThrow('钱数不会是负的')
  await expect(state({ evidence: '看过' })).rejects.toThrow('这些数是从哪里来的')
})

test('a check at home says its part: what was not asked stays unknown, and the same case again is one statement', async () => {
  const on = { ...cloud, moment: now() }
  const found = {
    ...{ met: '本人', consent: true, people: 2, seen: '看过存折', opinion: 'fits' as const },
    income: { wagesFen: fen(600_000), businessFen: fen(0), propertyFen: fen(0), transferFen: fen(0) },
  }
  const of = { householdId: home._id, caseId: 'case-1', agency: 'civil-affairs', saidOn: '2026-10-18' as const }
  await keepIncome(on, sayingOfCheck(found, of)!)
  await keepIncome(on, sayingOfCheck({ ...found, spending: { medicalFen: fen(0) } }, of)!)
  const { income } = (await file({ grantId: await under(), householdId: home._id }, as)).file
  expect(income).toHaveLength(1)
  expect(income![0]!.said).toBe('县民政局入户核查，2026年10月18日')
  expect(saying(income!, '刚性支出困难户')).toBe('缺上学支出、护理照料支出，算不出')
  expect(incomeOfCheck({ met: '没见到人', consent: false, seen: '门锁着', opinion: 'unsure' })).toBeUndefined()
})

test('what somebody earns is sealed where it is kept', async () => {
  await state()
  const [kept] = await findEach(cloud.db, incomes, { householdId: home._id })
  expect(JSON.stringify(kept)).not.toMatch(/wages|600000|工资单/)
})

test('on the household’s own page they read the sum and the lines, without on what it rests', async () => {
  await state()
  const { income } = await cloud.call<HouseholdFile>('household', 'mine', {}, await asFarmer(cloud, home))
  expect(saying(income!, '低保标准')).toBe('差 436 元')
  expect(JSON.stringify(income)).not.toContain('工资单')
})
