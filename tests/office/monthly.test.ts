import type { Monthly } from '#contract/supervision/monthly'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aStaff, asStaff } from '../harness/people'
import { findStaff, type Staff } from '#store/access/staff'
import { anAgency, type Agency } from './granting'
import { taking } from '../tables/taking'
import { looking, settle } from './looking'
import { aClerk, enrolled, recordOf, signIn, stepUp, type Enrolled } from './officers'

jest.setTimeout(120_000)
const here = '330328102'
const town = 'town-330328102'
const china = (text: string): void => onlyTheClockIsFake(new Date(`${text}+08:00`).toISOString())
let cloud: Cloud
let office: Agency
let other: Agency
let wang: Staff
let grid: As
let zhou: Enrolled
let grantId: string
let homes: Awaited<ReturnType<typeof settle>>[]
beforeAll(async () => {
  china('2026-09-30T23:00:00')
  cloud = await startCloud()
  ;[office, other] = [await anAgency(cloud, town), await anAgency(cloud, 'civil-affairs')]
  homes = [await settle(cloud, here), await settle(cloud, here), await settle(cloud, here, 1), await settle(cloud, '330328101')]
  wang = await aStaff(cloud, 'grid-worker', { areas: homes.map(({ villageCode }) => villageCode), name: '王小二' })
  grid = await asStaff(cloud, wang)
  zhou = await enrolled(cloud, 'zhou', { ...aClerk, name: '周科员', agency: '南田镇人民政府' })
  grantId = (await aGrant(cloud, (await findStaff(cloud.db, zhou.staffId))!, { area: here }))._id
  await aMonth()
})
afterAll(() => cloud.close())
const { list, file } = looking(() => cloud)
const { begin } = taking(() => cloud)
const monthly = (month = '2026-10', as = office.atHead) => cloud.call<Monthly>('supervision', 'monthly', { month }, as)
const sign = (month: string, hash: string, as = office.atHead) => cloud.call<Monthly>('supervision', 'signMonthly', { month, hash }, as)
const scan = (i: number, as = grid) => cloud.call('household', 'lookup', { token: homes[i]!.token, purpose: 'visit', consent: 'self' }, as)
/** Somebody's desk on a day: sessions last eight hours, the account and the grants stay. */
const atDesk = async (day: string): Promise<As> => {
  china(`${day}T09:00:00`)
  return asStaff(cloud, (await findStaff(cloud.db, zhou.staffId))!)
}

/** Nights are from 21 to 6 o'clock; 3, 4, 10 and 11 October 2026 are weekends. */
async function aMonth(): Promise<void> {
  china('2026-09-30T23:59:59')
  await scan(0) // September's still, whatever UTC says of the next
  china('2026-10-01T00:00:00')
  await scan(0) // at night, and in UTC still 30 September
  china('2026-10-01T05:59:59')
  await scan(0) // at night
  china('2026-10-01T06:00:00')
  await scan(1)
  china('2026-10-01T20:59:59')
  await scan(2)
  china('2026-10-03T00:30:00')
  await scan(2) // Saturday, at night; in UTC a Friday
  china('2026-10-05T07:00:00')
  await scan(2) // Monday; in UTC still Sunday
  await scan(
    0,
    await asStaff(
      cloud,
      await aStaff(cloud, 'grid-worker', { agencyId: 'civil-affairs', areas: [homes[0]!.villageCode], name: '别单位的' }),
    ),
  )

  const as = await atDesk('2026-10-12')
  await list({ grantId }, as)
  await list({ grantId, area: homes[2]!.villageCode }, as)
  await file({ grantId, householdId: homes[0]!._id }, as)
  await file({ grantId, householdId: homes[0]!._id }, as)
  await expect(file({ grantId, householdId: homes[3]!._id }, as)).rejects.toThrow()
  await expect(list({ grantId: 'made-up' }, as)).rejects.toThrow()
  const { grantId: urgent } = await cloud.call<{ grantId: string }>(
    'supervision',
    'emergency',
    { reason: '家里起火要联系家属', token: homes[3]!.token },
    as,
  )
  await file({ grantId: urgent, householdId: homes[3]!._id }, as)
  // In the middle of the month's last night.
  china('2026-10-31T23:59:59')
  await scan(1)
  china('2026-11-01T00:00:00')
  await scan(1)
}

test('counts what the agency’s people looked at in the county’s month, those with most to ask about first', async () => {
  const { rows, agency, over } = await monthly()
  expect({ agency, over }).toEqual({ agency: '南田镇人民政府', over: true })
  expect(rows.map(({ name }) => name)).toEqual(['周科员', '王小二'])
  expect(rows[0]).toEqual({
    staffId: zhou.staffId,
    name: '周科员',
    role: 'officer',
    files: 3,
    households: 2,
    lists: 2,
    listed: 4,
    nights: 0,
    weekends: 0,
    refused: 2,
    emergencies: 1,
    exports: 0,
    busiestDay: 2,
    unusual: ['紧急查询 1 次', '没让查的 2 次'],
  })
  expect(rows[1]).toEqual({
    staffId: wang._id,
    name: '王小二',
    role: 'grid-worker',
    files: 7,
    households: 3,
    lists: 0,
    listed: 0,
    nights: 4,
    weekends: 2,
    refused: 0,
    emergencies: 0,
    exports: 0,
    busiestDay: 3,
    unusual: ['夜里查了 4 次'],
  })
})

test('the months before and after have what is theirs, another agency what its own people did', async () => {
  expect((await monthly('2026-09')).rows).toMatchObject([{ name: '王小二', files: 1, nights: 1 }])
  expect((await monthly('2026-11')).rows).toMatchObject([{ name: '王小二', files: 1, nights: 1, weekends: 1 }])
  expect((await monthly('2026-10', other.atHead)).rows).toMatchObject([{ name: '别单位的', files: 1 }])
  expect((await monthly('2026-10', office.atDataOfficer)).rows).toHaveLength(2)
  await expect(monthly('2026-10', office.atOfficer)).rejects.toThrow('not-allowed')
})

test('a file taken away is counted and asked about', async () => {
  china('2026-11-02T09:00:00')
  const as = { session: (await signIn(cloud, zhou)).session }
  await stepUp(cloud, { ...zhou, as })
  await begin({ grantId, count: 3 }, as)
  expect((await monthly('2026-11')).rows.find(({ name }) => name === '周科员')).toMatchObject({
    exports: 1,
    lists: 1,
    listed: 3,
    unusual: ['导出 1 次'],
  })
})

test.each(['2026-13', '2026-00', '9999-12', '0000-01'])('%s is no month, and is told so', async (month) => {
  await expect(monthly(month)).rejects.toThrow('没有这个月份')
})

describe('signing', () => {
  test('waits until the month is over, by the county’s clock', async () => {
    china('2026-10-31T23:59:59')
    const early = await monthly()
    expect(early.over).toBe(false)
    await expect(sign('2026-10', early.hash)).rejects.toThrow('这个月还没有过完')
    china('2026-11-01T00:00:00')
    expect(await monthly()).toMatchObject({ over: true, hash: early.hash })
  })
  test('is for the head', async () => {
    const { hash } = await monthly()
    await expect(sign('2026-10', hash, office.atDataOfficer)).rejects.toThrow('not-allowed')
    await expect(sign('2026-10', hash, other.atHead)).rejects.toThrow('刚刚又有新的记录')
  })
  test('is under what was shown; a look recorded afterwards shows', async () => {
    china('2026-11-03T09:00:00')
    const { hash } = await monthly()
    await expect(sign('2026-10', 'f'.repeat(64))).rejects.toThrow('刚刚又有新的记录')
    const signed = await sign('2026-10', hash)
    expect(signed).toMatchObject({ hash, signed: { by: '叶局长', at: '2026-11-03T01:00:00.000Z', changed: false } })
    expect((await recordOf(cloud, 'supervision.signMonthly')).filter(({ granted }) => granted)).toMatchObject([
      { actor: { staffId: office.head._id }, about: { kind: 'monthly', id: `${office.head.agencyId}/2026-10` }, reason: hash },
    ])
    expect(await monthly('2026-10', office.atDataOfficer)).toEqual(signed)
    expect((await monthly('2026-10', other.atHead)).signed).toBeUndefined()

    china('2026-10-20T10:00:00')
    await scan(0)
    china('2026-11-03T10:00:00')
    const changed = await monthly()
    expect(changed.signed).toMatchObject({ changed: true })
    await expect(sign('2026-10', hash)).rejects.toThrow('刚刚又有新的记录')
    expect(await sign('2026-10', changed.hash)).toMatchObject({ signed: { changed: false } })
  })
})
